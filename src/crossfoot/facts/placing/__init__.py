"""Which place something takes among its like, read by grammar: "Holm, the third-largest haulier", "came fifth".

Phrasings tell what they know; this reader adds what their words do not fit. A superlative, a number or an ordinal is
looked for first, then the noun phrase around it, and last what binds that to whom: a copula, an aside, a verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.parts.clause import Clause
from crossfoot.facts.placing.listed import among, dealt
from crossfoot.facts.placing.places import BESIDE, Places, Ranked
from crossfoot.facts.sentence import nouns, syntax
from crossfoot.facts.sentence.nouns import Phrase
from crossfoot.facts.sentence.syntax import Group, is_size
from crossfoot.late import late
from crossfoot.lexicon.parts import parts
from crossfoot.lexicon.phrasing import OTHER, SLOTS
from crossfoot.lexicon.placing import placing, triggers
from crossfoot.model import Fact, Rank

_SEATED = ("-based", "-listed", "-owned", "-headquartered")
_VERBAL = ("ed", "took", "beat", "led", "met", "hit", "said", "says", "lost", "won", "sold", "bought", "left")
_WORDS = late(r"[a-z]+(?:-[a-z]+)?\.?")


class Reader(Places):
    """The places taken in one sentence, and by whom."""

    def whom(self, found: Ranked) -> Phrase | None:
        """What binds a place to whom."""
        words, clause = self.words, self.clause
        first, last = words[max(found.first, 0)].token, words[min(found.last, len(words)) - 1].token + 1
        if found.lost:
            return self.winner(found)
        if found.verb == BESIDE:
            return self.named_before(first)
        if found.verb >= 0:
            at = words[found.verb].token
            if at <= self.sentence.opening:
                return self.fronted(last)
            return self.subject(self.group(at))
        left = first - 1
        while left > self.sentence.opening and self.sentence.tokens[left].text in self.rows.become - {"as"}:
            if self.sentence.tokens[left].text.startswith(("be", "rem")):
                break
            left -= 1
        said = self.sentence.tokens[left].text if left >= self.sentence.opening else ""
        named = self.named(last)
        if first <= self.sentence.opening:
            return named or self.fronted(last)
        if said in self.small.be or said.startswith(("becom", "becam", "remain")) or said in ("named", "ranked"):
            if said == "becoming" or self.sentence.tokens[left - 1].text == "to":
                return self.only(clause.opener(left))
            return self.subject(self.group(left))
        if said in self.rows.making or (said == "it" and self.sentence.tokens[left - 1].text in self.rows.making):
            return self.only(clause.opener(left - (said == "it"))) or self.topic(left, said)
        if said in (",", "(", "-", "–"):
            apposed = self.only(nouns.before(self.frame, left, clause.ends), apposed=True)
            if apposed is None and named is None:
                any_ = [self.said(i) for i in range(found.first, found.last)].count("any")
                apposed = self.only(clause.opener(left)) if any_ else self.over_aside(left)
            return apposed if apposed is not None and named is None else named
        maker = left - 1
        while maker > self.sentence.opening and syntax.capital(self.sentence, maker):
            maker -= 1
        if syntax.capital(self.sentence, left) and self.sentence.tokens[maker].text in self.rows.making:
            return nouns.phrase(self.frame, maker + 1, left + 1)  # "makes Holm the fourth-largest insurer"
        if said in self.small.prepositions and said != "as":
            return named
        if said == "as" and left <= self.sentence.opening:
            return self.fronted(last)
        if said == "as":
            over = (
                self.rows.overtaking & self.sentence.present or self.sentence.tokens[left - 1].text in self.rows.titles
            )
            return self.only(clause.opener(left)) if over else None
        return named

    def topic(self, at: int, said: str) -> Phrase | None:
        """Whom "it" points to: "The line adds 2 GW, which makes | it | the second-largest maker"."""
        who = whose.spoken_of(self.frame, at) or self.frame.entity_before(at) if said == "it" else None
        return Phrase(who, at, at + 1, who) if who is not None else None

    def over_aside(self, comma: int) -> Phrase | None:
        """ "will form | Fenn Tait LLP | , with 74 partners, the eleventh-biggest firm"."""
        tokens, low = self.sentence.tokens, max(comma - syntax.LONGEST, self.sentence.opening)
        opened = next((i for i in range(comma - 1, low, -1) if tokens[i].text == ","), None)
        if opened is None or tokens[opened + 1].text not in ("with", "which", "based", "whose"):
            return None
        return self.named_before(opened)

    def subject(self, found: Group) -> Phrase | None:
        """Who stands before a verb; behind "and" whoever the clause before it is about."""
        tokens = self.sentence.tokens
        if found.first > self.sentence.opening and tokens[found.first - 1].text in ("and", "but", ","):
            party = syntax.subject(self.frame, found)
            if party is not None and party.named:
                return Phrase(party.who, party.first, party.last, party.who)
        return self.clause.subject(found)

    def group(self, at: int) -> Group:
        """The verb at a token with its auxiliaries."""
        first, tokens = at, self.sentence.tokens
        while first > self.sentence.opening and (
            tokens[first - 1].text in self.small.be | self.small.have | self.small.modal | self.small.adverbs
            or tokens[first - 1].text in self.rows.become
        ):
            first -= 1
        return Group(first, at, at + 1, "active", frozenset())

    def named(self, last: int) -> Phrase | None:
        """The name right behind: "Norland's biggest brewer, Marlow Ales, ...", "... brewer is Marlow"."""
        tokens = self.sentence.tokens
        if last >= len(tokens):
            return None
        if tokens[last].text in ("continues", "continued", "remains", "remained"):
            last += 1 + 2 * (tokens[min(last + 1, len(tokens) - 1)].text == "to")
        elif tokens[last].text in (",", "came", "comes", "stood", "stands", *self.small.be):
            last += 1
        while last < len(tokens) and tokens[last].mention is None and tokens[last].text in self.small.determiners:
            last += 1
        end = last
        while end < len(tokens) and end - last < 6 and syntax.capital(self.sentence, end):
            end += 1
            if syntax.name_at(self.sentence, end - 1) is not None:
                break
        if last < end < len(tokens) - 2 and tokens[end].text == "'s" and not syntax.capital(self.sentence, end + 1):
            return self.named(end + 2) if syntax.capital(self.sentence, end + 2) else None  # "Holm's parent Idris"
        return nouns.phrase(self.frame, last, end) if end > last else None

    def fronted(self, last: int) -> Phrase | None:
        """The subject behind what opens a sentence: "Second only to Idris by deposits, | Marlow Bank reported"."""
        tokens = self.sentence.tokens
        comma = next((i for i in range(last, min(last + 12, len(tokens))) if tokens[i].text == ","), None)
        return self.only(nouns.behind(self.frame, comma + 1, self.clause.ends)) if comma is not None else None

    def winner(self, found: Ranked) -> Phrase | None:
        tokens, at = self.sentence.tokens, self.words[min(found.last, len(self.words) - 1)].token
        for i in range(self.words[found.first].token + 1, min(at + 6, len(tokens) - 1)):
            if tokens[i].text in ("to", "by") and syntax.capital(self.sentence, i + 1):
                return self.only(nouns.behind(self.frame, i + 1, self.clause.ends))
        return None

    def _verbal(self, at: int) -> bool:
        """Is a small word between names no part of one: "overtook" of "Tarn overtook Vesta"?"""
        token = self.sentence.tokens[at]
        small = token.mention is None and token.text.isalpha() and not syntax.capital(self.sentence, at)
        return small and token.text.endswith(_VERBAL) and token.text not in self.small.prepositions

    def named_before(self, last: int) -> Phrase | None:
        """The name that ends right before a token: "with | Hull | in second place"."""
        first = last
        while first > self.sentence.opening and last - first < 6 and syntax.capital(self.sentence, first - 1):
            first -= 1
        return nouns.phrase(self.frame, first, last) if first < last else None

    def likeliest(self, found: Ranked) -> Phrase | None:
        """Whoever the clause is about, where nothing binds a place to anybody; else whom the text is about."""
        if found.place is None and (found.rank == 1 or "." in self.said(found.first + 1)):
            return None  # "the No. 2 reactor"
        at = self.words[max(found.first, 0)].token
        return self.only(self.clause.opener(at)) or self.topic(at, "it")

    def settled(self, who: Phrase) -> Phrase | None:
        """Who it is, without what stands beside him: "overtaking | Morrow", "the online university | Edura"."""
        sentence = self.sentence
        if who.who is not None or who.last <= who.first:
            return who
        inside = range(who.first, who.last)
        if any(sentence.tokens[i].text in self.small.pronouns for i in inside):
            topic = whose.spoken_of(self.frame, who.last)
            return Phrase(topic, who.first, who.last, topic) if topic is not None else None
        first = who.last
        while first > who.first and self.joins(first - 1, who.last):
            first -= 1
        if who.first < first < who.last and syntax.capital(sentence, first):
            return nouns.phrase(self.frame, first, who.last)
        return who

    def joins(self, at: int, last: int) -> bool:
        """Is a token a part of the name that ends before `last`?"""
        sentence = self.sentence
        if syntax.capital(sentence, at):
            return True
        text = sentence.tokens[at].text
        joint = text in self.frame.words.particles | {"-", "'s", "&", "of", "and", "'", '"'} or is_size(
            sentence.tokens[at]
        )
        return (
            joint and at > 0 and at + 1 < last and syntax.capital(sentence, at - 1) and syntax.capital(sentence, at + 1)
        )

    def only(self, phrase: Phrase | None, apposed: bool = False) -> Phrase | None:
        """A phrase that names somebody; beside an apposition its last name: "the news cheered | Bukit Tembaga"."""
        if phrase is None or phrase.who is not None:
            return phrase
        first, last, tokens = phrase.first, phrase.last, self.sentence.tokens
        while first + 1 < last and tokens[first].text.endswith(_SEATED):
            first += 1  # "Brazil-based | Rio Claro"
        lower = [i for i in range(first, last) if self._verbal(i)]
        if lower and apposed:
            first = lower[-1] + 1
        elif lower and lower[0] > first:
            last = lower[0]  # "Tarn Motors | overtook Vesta to become"
        if (first, last) != (phrase.first, phrase.last):
            return self.only(nouns.phrase(self.frame, first, last)) if first < last else None
        capitals = [syntax.capital(self.sentence, i) for i in range(phrase.first, phrase.last)]
        if capitals and capitals[0] and not capitals[-1] and "of" not in phrase.words.split():
            return nouns.phrase(
                self.frame, phrase.first, phrase.first + capitals.index(False)
            )  # "Marlow | sets prices"
        return phrase if any(capitals) else None


def state(frame: Frame, known: list[Fact]) -> Iterator[Rank]:
    """The places of a sentence that no phrasing has told."""
    rows, shares = placing(frame.sentence.lang), parts(frame.sentence.lang)
    if rows is None or shares is None:
        return
    if not _likely(frame):
        return
    reader = Reader(frame, rows, Clause(frame, shares))
    told = [f for f in known if isinstance(f, Rank)]
    spans = [span for f in told for span in f.spans]
    same = {(f.entity, f.rank) for f in told}
    reader.seen = bool(told)
    if told:
        reader.among, reader.place = told[-1].among, told[-1].place
    waiting, last = list[Ranked](), None
    for at in range(len(reader.words)):
        start = reader.words[at].start
        if any(span.start <= start < span.end for span in spans) or (found := reader.read(at)) is None:
            continue
        who = reader.whom(found)
        if who is None and last is not None and reader.said(found.first - 1) in ("and", "but") and found.verb < 0:
            who = last  # "comes first by enrolment and third by revenue"
        who = who or reader.likeliest(found)
        if who is not None:
            last = who = reader.settled(who)
        if who is None:
            if reader.said(found.last) in ("and", ",") and not found.verb >= 0:
                waiting.append(found)
            continue
        for one in (*waiting, found):
            fact = _fact(frame, reader, one, who)
            if (fact.entity, fact.rank) not in same and not _denied(frame, reader, one):
                same.add((fact.entity, fact.rank))
                reader.seen = True
                yield fact
        waiting.clear()
    for who, rank in dealt(reader, reader.seen):
        fact = _fact(frame, reader, _of_list(reader, who, rank), who)
        if (fact.entity, fact.rank) not in same:
            same.add((fact.entity, fact.rank))
            yield fact


def _of_list(reader: Reader, who: Phrase, rank: int) -> Ranked:
    """A place of a list, among what the sentence ranks."""
    at = next((i for i, word in enumerate(reader.words) if word.token >= who.first), 0)
    kind, place = (reader.among, reader.place) if reader.among else among(reader)
    return Ranked(rank, kind, place, at, at + 1)


def _likely(frame: Frame) -> bool:
    """Has a sentence a word that ranks something, even one that a mention hides: "the largest brewer", "the latter"?"""
    sentence, words = frame.sentence, triggers(frame.sentence.lang)
    if not sentence.present.isdisjoint(words) or not sentence.present.isdisjoint(SLOTS["ordinal"]):
        return True
    hidden = [m.span for _, m in sentence.names if m.rule == "anaphor"]
    if OTHER in sentence.present:
        hidden += [token.mention.span for token in sentence.tokens if token.text == OTHER and token.mention is not None]
    text = sentence.document.text
    said = (word for span in hidden for word in _WORDS.findall(text[span.start : span.end].lower()))
    return any(word in words or not words.isdisjoint(word.split("-")) for word in said)  # "third-largest"


def _denied(frame: Frame, reader: Reader, found: Ranked) -> bool:
    near = {reader.said(i) for i in range(max(found.first - 4, 0), found.first)}
    return bool(near & (reader.small.denying | {"nearly", "almost"}))


def _fact(frame: Frame, reader: Reader, found: Ranked, who: Phrase) -> Rank:
    first, last = reader.words[max(found.first, 0)], reader.words[min(found.last, len(reader.words)) - 1]
    inside = [who.first, who.last - 1] if who.last > who.first else []
    places = [first.token, last.token, *inside]
    return Rank(
        spans=(frame.sentence.span_of(min(places), max(places) + 1),),
        rule="placing",
        entity=who.who or re.split(r"['’]s (?=[A-Z])", who.words)[-1],
        rank=found.rank,
        among=found.among,
        place=found.place,
        period=found.period,
    )
