"""Which part a percentage is told of, by the grammar around it.

"58% of sales came from Asia", "Holm has a 31% market share", and in a list that goes on: "and 9% from Africa".
"""

from __future__ import annotations

from crossfoot.facts.parts.by_name import ByName
from crossfoot.facts.parts.clause import ENDS, NEAR, Told, Whole
from crossfoot.facts.sentence import nouns, syntax
from crossfoot.facts.sentence.nouns import Phrase
from crossfoot.facts.sentence.syntax import Group
from crossfoot.facts.share import in_percent
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.model import Name, Quantity

_FULL = 100.5  # percent


class Reader(ByName):
    """The shares of one sentence."""

    def read(self, at: int, last: Told | None) -> Told | None:
        """What the percentage at a token is a part of; None where nothing says so."""
        whole = self.whole(at)
        if whole is not None:
            if self.refused(whole) or self.ruled(at):
                return None
            return self.predicate(at, whole) or self.verbal(at, whole) or self.beside(at, whole)
        if self.ruled(at):
            return None
        found = self.noun(at) or self.called(at) or self.dealt(at)
        if found is None and last is not None:
            found = self.since(at, last) or self.gapped(at, last)
        return found or self.open(at, last)

    def ruled(self, at: int) -> bool:
        """Does somebody only ask for it, or allow it?"""
        near = self.tokens[max(at - NEAR, self.sentence.opening) : at]
        return any(token.text in self.rows.ruling and token.mention is None for token in near)

    def dealt(self, at: int) -> Told | None:
        """ "revenue came | 47% from Norland and 53% from abroad"."""
        tokens = self.tokens
        verb, behind = self.form(at - 1, self.verbs.coming), tokens[at + 1].text if at + 1 < len(tokens) else "."
        if verb is None or behind not in ("from", "to", "in"):
            return None
        group = self.group(verb, self.verbs.coming)
        whole = self.subject(group) if group is not None else None
        return self.target(at, Whole(whole.words, None, at, at + 1), at + 1) if whole is not None else None

    def open(self, at: int, last: Told | None) -> Told | None:
        """ "of last year's turnover, | 44% was earned abroad", "toys will | make up 16%": of what stands elsewhere."""
        tokens, whole = self.tokens, self.fronted
        if whole is not None:
            whole = whole._replace(first=at, last=at + 1)
            if (found := self.predicate(at, whole)) is not None:
                return found
        lead = self.lead(at)
        if last is not None and tokens[lead].text in self.words.be and tokens[lead - 1].text == ",":
            return last._replace(at=at, link="", then=True)  # "Dairy, which was 30% of sales in 2019, is now 41%"
        if last is None and (found := self.come(at)) is not None:
            return found
        verb = self.form(lead, self.verbs.forming)
        closed = (
            at + 1 >= len(tokens)
            or tokens[at + 1].text in ENDS
            or syntax.is_time(tokens[at + 1])
            or tokens[at + 1].text == "now"
        )
        if verb is None or self.said(verb) not in self.rows.strong or not closed:
            return None
        group = self.group(verb, self.verbs.forming)
        part = self.subject(group) if group is not None else None
        whole = whole or self.ahead(at) or Whole(last.whole if last is not None else None, None, at, at + 1)
        return self.told(at, part, whole, "") if part is not None else None

    def come(self, at: int) -> Told | None:
        """ "Most of the visitors came from Germany | (31%) and France (18%)"."""
        tokens, low = self.tokens, max(at - NEAR, self.sentence.opening)
        if tokens[at - 1].text != "(" or [t.text for t in tokens[at + 1 : at + 2]] != [")"]:
            return None
        link = next((i for i in range(at - 2, low, -1) if tokens[i].text in ("from", "to")), None)
        verb = self.form(link - 1, self.verbs.coming) if link is not None else None
        group = self.group(verb, self.verbs.coming) if verb is not None else None
        whole = self.subject(group) if group is not None else None
        part = nouns.before(self.frame, at - 1, self.ends) if whole is not None else None
        if whole is None or part is None or link is None or part.first <= link:
            return None
        words = whole.words.removeprefix("Most of ").removeprefix("most of ").removeprefix("the ")
        return self.told(at, self.known(part), Whole(words, None, at, at + 1), "")

    def ahead(self, at: int) -> Whole | None:
        """The whole that stands behind the last of several parts: "bonds made up 64% and gold 29% of the fund"."""
        for i in range(at + 1, min(at + 2 * NEAR, len(self.tokens))):
            token = self.tokens[i]
            if token.text in (";", ".", "(") or (token.mention is not None and token.text not in SLOTS["ratio"]):
                return None
            if token.mention is not None and (whole := self.whole(i)) is not None:
                return None if self.refused(whole) else whole._replace(first=at, last=at + 1)
        return None

    def since(self, at: int, last: Told) -> Told | None:
        """ "up from 51% a year earlier", "compared with 54% last year and 19% in 2015": the same at another time."""
        tokens, lead = self.tokens, self.lead(at)
        if at - last.at > NEAR + 4 or not last.part:
            return None
        between = {t.text for t in tokens[last.at + 1 : at]}
        dated = [t for t in tokens[at + 1 : at + 3] if syntax.is_time(t)]
        if tokens[lead].text == "and" and dated and (last.then or tokens[at + 1].text in ("in", "on", "at")):
            return last._replace(at=at, link="")
        if tokens[lead].text == ":" and tokens[lead - 2].text == "(" and syntax.is_time(tokens[lead - 1]):
            return last._replace(at=at, link="", then=True)
        if (
            tokens[lead].text not in self.rows.since
            or not (between & self.rows.compared)
            or between & {";", "while", "."}
        ):
            return None
        behind = tokens[at + 1].text if at + 1 < len(tokens) else "."
        if behind in ("for", "at") and not syntax.is_time(tokens[at + 2]) and tokens[lead].text != "from":
            part = self.known(nouns.behind(self.frame, at + 2, self.ends))
            return self.told(at, part, Whole(last.whole, last.entity, at, at + 1), "") if part is not None else None
        if tokens[lead].text == "with" and "compared" not in between:
            return None
        return last._replace(at=at, link="", then=True)

    # --------------------------------------------------------------------------------------------------- clauses

    def predicate(self, at: int, whole: Whole) -> Told | None:
        """ "34% of sales came from Asia", "half of its output is sold abroad", "40% of buyers are women"."""
        tokens, k = self.tokens, whole.last
        least = max(at - 4, self.sentence.opening)
        front = at
        while front > least and tokens[front - 1].text in self.rows.hedges:
            front -= 1
        if front > self.sentence.opening and tokens[front - 1].text not in self.rows.parting | self.rows.opening:
            return None  # it is the object of a verb
        if k < len(tokens) and syntax.is_time(tokens[k]):
            k += 1
        if k < len(tokens) and tokens[k].text in self.words.relatives:
            k += 1
        elif k + 1 < len(tokens) and tokens[k].text in ("at", "in") and syntax.capital(self.sentence, k + 1):
            k += 2  # "half of the 240 new hires | at Holm | are engineers"
        copula = False
        while (
            k < len(tokens) - 1
            and k - whole.last < 5
            and tokens[k].mention is None
            and (
                tokens[k].text in self.words.be | self.words.have | self.words.modal | self.words.adverbs
                or tokens[k].text.endswith("ly")
            )
        ):
            copula |= tokens[k].text in self.words.be
            k += 1
        if k >= len(tokens) - 1 or {t.text for t in tokens[whole.last : k]} & self.words.denying:
            return None
        said, m = self.said(k), k + 1
        known = self.verbs.coming.get(said)
        if known is not None and said not in self.rows.bare and (found := self.doing(at, whole, k)) is not None:
            return found
        if known is not None and (known[0] != "ing" or copula):
            m += max((len(r) for r in known[1] if tuple(t.text for t in tokens[m : m + len(r)]) == r), default=0)
        elif copula and said in self.rows.done:
            if tokens[m].text in (",", ".", ";") or (syntax.is_time(tokens[m]) and said != "accounted"):
                return self.told(at, said, whole, "")
        elif copula and tokens[k].text in ("in", "from", "outside"):
            m = k
        elif copula and said.split()[0] in self.rows.plain:
            return self.plain(at, whole, k)
        elif copula and self.noun_alone(k):
            return self.told(at, said, whole, "")
        else:
            return self.doing(at, whole, k) if not copula else None
        return self.target(at, whole, m)

    def noun_alone(self, at: int) -> bool:
        """Is a word all that is said of so many: "64% of imports were machines"?"""
        word, behind = self.tokens[at], self.tokens[at + 1].text
        named = word.mention is None and word.text.isalpha() and word.text.endswith("s") and len(word.text) > 3
        return named and not word.text.endswith("ss") and behind in (",", ".", ";", "and")

    def doing(self, at: int, whole: Whole, first: int) -> Told | None:
        """What so many of some people do: "60% of the 1,150 staff | work from home"."""
        tokens, last = self.tokens, first
        people = (whole.words or "").lower().split()[-1:]
        verb = tokens[first]
        if self.rows.people.isdisjoint(people) or verb.mention is not None or not verb.text.isalpha():
            return None
        if verb.text in self.words.prepositions | self.words.bars | self.words.relatives | {"and"}:
            return None
        while last < len(tokens) and tokens[last].text not in ENDS and not syntax.is_time(tokens[last]):
            last += 1
        short = last - first <= nouns.LONGEST - len(("of", "the", "people"))
        return self.told(at, syntax.words_of(self.sentence, first, last), whole, "") if short else None

    def target(self, at: int, whole: Whole, m: int) -> Told | None:
        """A part behind a preposition, and whose share it is."""
        tokens = self.tokens
        while (
            m < len(tokens) - 1
            and tokens[m].mention is None
            and (tokens[m].text in self.words.adverbs or tokens[m].text.endswith("ly"))
        ):
            m += 1
        if tokens[m].text in self.rows.abroad:
            return self.told(at, tokens[m].text, whole, "")
        if m + 1 >= len(tokens) or tokens[m].text not in self.rows.leading or tokens[m].mention is not None:
            return None
        link = tokens[m].text
        if tokens[m + 1].text in self.rows.abroad:
            return self.told(at, tokens[m + 1].text, whole, link)
        if syntax.is_time(tokens[m + 1]) or syntax.is_size(tokens[m + 1]):
            return None
        if tokens[m + 1].text in self.rows.abroad:
            return self.told(at, tokens[m + 1].text, whole, link)
        phrase = self.known(nouns.behind(self.frame, m + 1, self.ends))
        return self.told(at, phrase, whole, link) if phrase is not None else None

    def plain(self, at: int, whole: Whole, first: int) -> Told | None:
        last = first
        while last < len(self.tokens) and last - first < 4 and self.tokens[last].text not in ENDS:
            last += 1
        return self.told(at, syntax.words_of(self.sentence, first, last), whole, "")

    def inverted(self, at: int, whole: Whole, lead: int) -> Told | None:
        """ "to Germany went 38% of shipments", "from pumps comes 45% of sales"."""
        tokens, verb = self.tokens, self.form(lead, self.verbs.coming)
        if verb is None:
            return None
        for i in range(verb - 1, max(verb - NEAR, self.sentence.opening - 1), -1):
            if tokens[i].text in ("to", "from", "into", "in") and tokens[i].mention is None:
                opens = i == self.sentence.opening or tokens[i - 1].text in self.rows.parting | self.rows.opening
                phrase = nouns.behind(self.frame, i + 1, self.ends) if opens else None
                met = phrase is not None and phrase.last == verb
                return self.told(at, self.known(phrase), whole, tokens[i].text) if met else None
        return None

    def verbal(self, at: int, whole: Whole) -> Told | None:
        """ "exports account for 12% of sales", "it draws 55% of its income from Norway"."""
        lead = self.lead(at)
        drawn = self.form(lead, self.verbs.drawing)
        formed = self.form(lead, self.verbs.forming)
        if (
            drawn is not None
            and (found := self.drawn(at, whole, drawn, not formed and self.form(lead, self.verbs.having) is None))
            is not None
        ):
            return found
        if formed is None:
            formed = self.form(lead, self.verbs.having)
            forms = self.verbs.having
            if formed is not None and not self.sold(whole) and not self.closes(whole):
                return None
        else:
            forms = self.verbs.forming
            if drawn is not None and not self.sold(whole):
                return None
        if formed is None:
            return self.inverted(at, whole, lead) or self.copular(at, whole, lead)
        found_ = self.group(formed, forms)
        if formed == self.sentence.opening and self.said(formed).endswith("ing") and whole.last < len(self.tokens):
            return self.told(
                at, self.known(self.after(whole.last)), whole, ""
            )  # "accounting for 26% of sales, | pumps"
        part = self.subject(found_) if found_ is not None else None
        return self.told(at, part, whole, "") if part is not None else None

    def drawn(self, at: int, whole: Whole, verb: int, only: bool) -> Told | None:
        tokens, m = self.tokens, whole.last
        if m < len(tokens) and syntax.is_time(tokens[m]):
            m += 1
        elif m + 1 < len(tokens) and tokens[m].text in ("in", "on", "during") and syntax.is_time(tokens[m + 1]):
            m += 2
        if m >= len(tokens) - 1 or (not only and tokens[m].text != "from" and not whole.owned):
            return None
        group = self.group(verb, self.verbs.drawing)
        if group is None:
            return None
        found = self.target(at, whole, m)
        if found is None or found.entity is not None:
            return found
        who = self.subject(group)
        return (
            found._replace(entity=who.who or (who.words if who.words[:1].isupper() else None))
            if who is not None
            else found
        )

    def copular(self, at: int, whole: Whole, lead: int) -> Told | None:
        """ "bad loans were 1.4% of lending", "exports rose to 40% of output"."""
        tokens = self.tokens
        if not self.sold(whole):
            return None
        said = self.said(lead)
        moved = said in self.verbs.moving and tokens[lead + 1].text in ("to", "at", "from")
        if tokens[lead].text not in self.words.be and not moved:
            return None
        if moved:
            first = lead
            while (
                first > self.sentence.opening
                and tokens[first - 1].text in self.words.have | self.words.modal | self.words.adverbs
            ):
                first -= 1
            part = self.known(nouns.before(self.frame, first, self.ends))
        else:
            part = self.subject(Group(lead, lead, lead + 1, "active", frozenset()))
        return self.told(at, part, whole, "") if part is not None else None

    def beside(self, at: int, whole: Whole) -> Told | None:
        """ "Kids' shoes (7% of sales)", "Holm led with 46% of sales"."""
        tokens, lead = self.tokens, self.lead(at)
        closed = (
            whole.last >= len(tokens)
            or tokens[whole.last].text in ENDS
            or tokens[whole.last].text in ("in", "last", "at")
            or syntax.is_time(tokens[whole.last])
            or (tokens[lead].text == "with" and syntax.capital(self.sentence, whole.last))
        )
        if tokens[lead].text == "present" and tokens[lead - 1].text == "at":
            lead -= 2  # "leaks, at present 19% of supply"
        apposed = tokens[lead].text == "," and self.closes(whole)
        if not (self.sold(whole) or apposed) or not closed:
            return None
        if tokens[lead].text == "(":
            part = self.known(nouns.before(self.frame, lead, self.ends))
            part = part if part is not None and not self.copied(part) else self.opener(lead)
        elif tokens[lead].text == ":":
            part = self.known(nouns.before(self.frame, lead, self.ends))
        elif tokens[lead].text == "with":
            part = self.opener(lead) if lead > self.sentence.opening else self.known(self.after(whole.last))
            if part is not None and part.last > lead > part.first:
                part = None
        elif (
            tokens[lead].text in (",", "at")
            and tokens[lead + 1].text not in self.rows.equating
            and self.closing(whole.last)
        ):
            comma = lead if tokens[lead].text == "," else lead - 1
            part = self.known(nouns.before(self.frame, comma, self.ends)) if tokens[comma].text == "," else None
            if whole.owned and comma == lead and (amount := self.amount(comma)) is not None:
                return self.told(at, amount, whole, "")
        else:
            return None
        return self.told(at, part, whole, "") if part is not None else None

    def amount(self, comma: int) -> str | None:
        """The amount that an aside says the share of: "has raised | 96 billion yuan | this year, 80% of its plan"."""
        for i in range(comma - 1, max(comma - 5, self.sentence.opening), -1):
            token = self.tokens[i]
            if self.counts(i):
                noun = i + 1 < comma and self.tokens[i + 1].mention is None and self.tokens[i + 1].text.isalpha()
                noun = noun and self.tokens[i + 1].text not in self.words.prepositions | self.words.bars
                return syntax.words_of(self.sentence, i, i + 1 + noun)
            if token.mention is not None and not syntax.is_time(token):
                return None
        return None

    def closing(self, at: int) -> bool:
        """Does an aside end at a token, or behind the time there?"""
        while at < len(self.tokens) and (syntax.is_time(self.tokens[at]) or self.tokens[at].text in ("in", "at")):
            at += 1
        return at >= len(self.tokens) or self.tokens[at].text in (",", ")", ".")

    def after(self, comma: int) -> Phrase | None:
        """The subject behind what is fronted: "with 27 percent of the market, | Holm is"."""
        last = comma
        while last < len(self.tokens) and syntax.capital(self.sentence, last):
            last += 1
        if last > comma:
            return nouns.phrase(self.frame, comma, last)
        return nouns.behind(self.frame, comma + 1, self.ends) if self.tokens[comma].text == "," else None

    def copied(self, part: Phrase) -> bool:
        """Does a verb stand right before a phrase, so that it is no subject?"""
        left = self.tokens[part.first - 1].text if part.first > self.sentence.opening else ""
        return left in self.words.be or left in self.verbs.verbs

    # ------------------------------------------------------------------------------------------------ in a list

    def gapped(self, at: int, last: Told) -> Told | None:
        """ "..., 30% from Brazil", "hotels 14%", "pavers (19%)", "and student homes the other 12%"."""
        tokens, whole = (
            self.tokens,
            Whole(last.whole or (self.fronted.words if self.fronted else None), last.entity, at, at + 1),
        )
        value = tokens[at].mention.value  # type: ignore[union-attr]
        if not isinstance(value, Quantity) or last.size + float(in_percent(tokens[at].mention).value.low) > _FULL:  # type: ignore[arg-type,union-attr]
            return None
        lead = self.lead(at)
        behind = tokens[at + 1].text if at + 1 < len(tokens) else "."
        rest = any(t.text in self.rows.rest for t in tokens[lead + 1 : at])
        if last.link and behind == last.link and (tokens[lead].text in self.rows.parting):
            return self.target(at, whole, at + 1)
        if (
            self.fronted is not None
            and tokens[lead].text in self.rows.parting
            and (found := self.predicate(at, whole)) is not None
        ):
            return found
        if last.link and (found := self.linked(at, lead, last, whole)) is not None:
            return found
        if rest and (found := self.predicate(at, whole._replace(first=at, last=at + 1))) is not None:
            return found
        if behind not in ENDS and not (at + 1 < len(tokens) and syntax.is_time(tokens[at + 1])):
            return None
        if tokens[lead].text == "(":
            lead -= 1
            if self.counts(lead):
                lead -= 1
        elif tokens[lead].text in ("with", "at", "on", "for") and lead - 1 > last.at:
            lead -= 1
            lead -= tokens[lead].text == ","
        elif tokens[lead].text == "," and tokens[lead - 1].text not in self.rows.parting and self.ellipsis(lead, last):
            lead -= 1  # "helicopters, one in four"
        verb = self.form(lead, self.verbs.forming) or self.form(lead, self.verbs.having)
        moved = self.said(lead) in self.verbs.moving and tokens[lead + 1].text in ("to", "at", "with", "on")
        if moved and tokens[lead - 1].text in self.rows.parting:
            return None
        end = verb if verb is not None else lead if moved else lead + 1
        return self.listed(at, end, last, whole)

    def linked(self, at: int, lead: int, last: Told, whole: Whole) -> Told | None:
        """ "to Germany went 38% of shipments, | to France 22%"."""
        for i in range(lead, max(lead - 6, last.at), -1):
            if self.tokens[i].text == last.link and self.tokens[i - 1].text in self.rows.parting:
                phrase = nouns.behind(self.frame, i + 1, self.ends)
                met = phrase is not None and phrase.last == lead + 1
                return self.told(at, self.known(phrase), whole, last.link) if met else None
        return None

    def ellipsis(self, comma: int, last: Told) -> bool:
        return any(self.tokens[i].text == ";" for i in range(last.at, comma))

    def listed(self, at: int, end: int, last: Told, whole: Whole) -> Told | None:
        """A name between the marks of a list and its percentage."""
        tokens, first = self.tokens, end
        while first > last.at and end - first < 6 and tokens[first - 1].text not in self.rows.parting:
            token = tokens[first - 1]
            if token.mention is not None and not isinstance(token.mention.value, Name):
                return None
            if token.mention is None and (token.text in self.words.bars or token.text in self.words.prepositions):
                return None
            first -= 1
        if first == end or tokens[first - 1].text not in self.rows.parting or first <= last.at:
            return None
        phrase = self.known(nouns.phrase(self.frame, first, end))
        if phrase is None or tokens[phrase.last - 1].text in self.frame.words.ratios | self.rows.ratios:
            return None
        return self.told(at, phrase, whole, "")
