"""Shares that their own noun tells of: "has a 31% market share", "its slice of the market rose to 31%"."""

from __future__ import annotations

from crossfoot.facts.frame import whose
from crossfoot.facts.parts.clause import NEAR, Clause, Told, Whole
from crossfoot.facts.sentence import nouns, syntax
from crossfoot.facts.sentence.nouns import Phrase


class ByName(Clause):
    """The shares of a sentence that a word for a share tells of."""

    def noun(self, at: int) -> Told | None:
        """ "has a 31% market share", "a 35% share of the market"."""
        tokens, k = self.tokens, at + 1
        while k < len(tokens) - 1 and (tokens[k].text in self.rows.kinds or tokens[k].text == "-"):
            k += 1
        if k >= len(tokens) or tokens[k].text not in ("share", "slice", "chunk"):
            return None
        named = syntax.words_of(self.sentence, at + 1, k) if k > at + 1 else None
        whole = Whole(named, None, at, k + 1)
        if k + 2 < len(tokens) and tokens[k + 1].text in ("of", "in"):
            of = self.of(k + 2)
            if of is None or self.refused(of) or not (named or self.sold(of) or self.market(of)):
                return None
            whole = of
        elif named is None:
            return None
        lead = self.lead(at)
        verb = self.form(lead, self.verbs.having)
        forms = self.verbs.having
        if verb is None:
            verb, forms = self.form(lead, self.verbs.forming), self.verbs.forming
        if verb is not None:
            group = self.group(verb, forms)
            part = self.subject(group) if group is not None else None
        elif tokens[lead].text in ("with", ",", "for", "to", "at"):
            part = self.opener(lead)
        else:
            part = None
        return self.told(at, part, whole, "") if part is not None else None

    def market(self, whole: Whole) -> bool:
        return any(
            t.text in ("market", "sales", "trade", "industry", "sector")
            for t in self.tokens[whole.last - 1 : whole.last + 1]
        )

    def called(self, at: int) -> Told | None:
        """ "its market share rose to 31%", "Cotton, whose portion of exports was 70%", "the share of women is 40%"."""
        tokens = self.tokens
        noun = next(
            (i for i in range(at - 1, max(at - NEAR, self.sentence.opening), -1) if tokens[i].text in self.rows.shares),
            None,
        )
        if noun is None or not self.stood(noun, at):
            return None
        first = noun
        while (
            first > self.sentence.opening
            and tokens[first - 1].mention is None
            and tokens[first - 1].text in self.rows.kinds
        ):
            first -= 1
        named = syntax.words_of(self.sentence, first, noun) if first < noun else None
        own = Whole(named, None, first, noun + 1)
        if noun + 2 == at and tokens[noun + 1].text == "of":
            return self.stated(at, first, own)
        whole = self.of(noun + 2) if tokens[noun + 1].text in ("of", "in", "to") else own
        owner = tokens[first - 1].text if first > self.sentence.opening else ""
        part: Phrase | None = None
        if owner in ("'s", "'"):
            part = nouns.before(self.frame, first - 1, self.ends)
        elif owner.endswith("'s"):
            part = nouns.before(self.frame, first, self.ends)
            part = part._replace(words=part.words.removesuffix("'s").removesuffix("’s")) if part is not None else None
        elif owner == "a" and first > 2 and tokens[first - 2].text == "as" and named is None:
            part = nouns.before(self.frame, first - 2, self.ends)
        elif owner == "whose":
            part = nouns.before(self.frame, first - 1 - (tokens[first - 2].text == ","), self.ends)
        elif owner in ("its", "their"):
            who = whose.spoken_of(self.frame, first)
            part = Phrase(who, first, first, who) if who is not None else None
        elif owner == "the" and named is None and whole is not None and tokens[noun + 1].text == "of":
            within = tokens[whole.last].text in ("in", "within")
            part, whole = (
                Phrase(whole.words or "", whole.first, whole.last),
                self.of(whole.last + 1) if within else None,
            )
            if whole is None or not part.words:
                return None
        if part is None or whole is None or (whole.words is None) or self.refused(whole):
            return None
        if named is None and not (self.sold(whole) or self.market(whole) or owner in ("the", "a")):
            return None
        return self.told(at, self.known(part), whole, "")

    def stated(self, at: int, first: int, whole: Whole) -> Told | None:
        """ "Holm with a market share of 24.5%", "has a share of 12%"."""
        tokens, lead = self.tokens, self.lead(first)
        if whole.words is None and "market" not in self.sentence.present:
            return None
        whole = whole._replace(words=whole.words or "market")
        verb = self.form(lead, self.verbs.having)
        if verb is not None:
            group = self.group(verb, self.verbs.having)
            part = self.subject(group) if group is not None else None
        elif tokens[lead].text in ("with", ","):
            part = nouns.before(self.frame, lead, self.ends)
            part = part if part is not None and part.who is not None else self.opener(lead)
        else:
            part = None
        return self.told(at, self.known(part), whole, "")

    def stood(self, noun: int, at: int) -> bool:
        """Do only a whole, a time and a verb of standing or moving part a share from its percentage?"""
        verbs = 0
        for i in range(noun + 1, at):
            token = self.tokens[i]
            if token.mention is not None and syntax.is_size(token):
                if self.tokens[i - 1].text == "from" and self.tokens[i + 1].text == "to":
                    continue
                return False
            if token.text == "," and i == at - 1 and self.tokens[min(at + 1, len(self.tokens) - 1)].text in (",", "."):
                return True  # "Holm's slice of the market, 34%, is the largest"
            if token.text in (",", ";", ".", "(", ")"):
                return False
            verbs += (
                token.text in self.rows.standing - {"of", "to", "at"}
                or (token.text == "of" and i == at - 1)
                or self.said(i) in self.verbs.moving
            )
        return bool(verbs)
