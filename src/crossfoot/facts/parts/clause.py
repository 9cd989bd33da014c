"""The words around a percentage: what it is of, the verb before it, and the subject of that verb."""

from __future__ import annotations

import re
from typing import NamedTuple

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import nouns, syntax
from crossfoot.facts.sentence.nouns import Phrase
from crossfoot.facts.sentence.syntax import Group
from crossfoot.late import late
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.parts import Forms, Parts
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.model import Figure, Quantity

NEAR = 12  # tokens between a percentage and what it is tied to
ENDS = frozenset({",", ".", ";", ")", "and", ":", "(", "while", "but"})


_SHARE = late(r"(?:share|proportion|percentage|portion|number) of (?:the )?", re.IGNORECASE)


class Whole(NamedTuple):
    """What a percentage is of: its words, whose it is, and where it ends; `vague` where words only point to it."""

    words: str | None
    owner: str | None
    first: int
    last: int
    owned: bool = False  # "its", "their"


class Told(NamedTuple):
    """A share that is told, for those that go on from it."""

    part: str
    whole: str | None
    entity: str | None
    at: int
    link: str  # the preposition before its part
    like: Figure
    size: float
    then: bool = False  # is it of another time than the one before it?


class Clause:
    """What stands around the percentages of a sentence."""

    def __init__(self, frame: Frame, rows: Parts) -> None:
        self.frame, self.verbs, self.rows = frame, rows, rows.rows
        self.tokens, self.sentence, self.words = frame.sentence.tokens, frame.sentence, small(frame.sentence.lang)
        self.ends = rows.verbs
        self.fronted = self.of(frame.sentence.opening + 1) if self._of(frame.sentence.opening) else None
        if self.fronted is not None and (self.fronted.words is None or self.refused(self.fronted)):
            self.fronted = None

    def whole(self, at: int) -> Whole | None:
        """The phrase behind "of": "58% | of Holm's first-quarter revenue", "53%, | of sales"."""
        tokens, of = self.tokens, at + 1
        if (
            of + 1 < len(tokens)
            and tokens[of].text == ","
            and tokens[of + 1].text == "of"
            and self.equated(at) < at - 1
        ):
            of += 1
        if of + 1 < len(tokens) and tokens[of].text == ")" and tokens[at - 1].text == "(":
            of += 1  # "nearly half (47%) of revenue"
        if of + 1 >= len(tokens) or tokens[of].text != "of" or tokens[of].mention is not None:
            return None
        return self.of(of + 1)

    def of(self, first: int) -> Whole | None:
        tokens = self.tokens
        owned = tokens[first].text in self.frame.words.pronouns and tokens[first].text not in self.rows.vague
        start = first
        while start < len(tokens) and (tokens[start].text in self.words.determiners or self.counts(start)):
            start += 1
        counted = next((i for i in range(first, start) if self.counts(i)), None)
        size = self.tokens[counted].mention.value if counted is not None and counted == start - 1 else None  # type: ignore[union-attr]
        if counted is not None and isinstance(size, Quantity) and size.unit_word is not None and size.kind == "count":
            return Whole(self.frame.printed(tokens[counted].mention), None, counted, counted + 1, owned)  # type: ignore[arg-type]
        phrase = nouns.behind(self.frame, start, self.ends, timed=True)
        if phrase is None:
            if counted is not None:
                return Whole(self.frame.printed(tokens[counted].mention), None, counted, counted + 1, owned)  # type: ignore[arg-type]
            vague = tokens[first].text in self.rows.vague
            return Whole(None, None, first, first + 1) if vague else None
        apart = next((i for i in range(phrase.first + 1, phrase.last) if self.named_behind(i)), phrase.last)
        if apart < phrase.last:  # "with 21% of registrations | Norde led"
            phrase = Phrase(syntax.words_of(self.sentence, phrase.first, apart), phrase.first, apart)
        begin, owner = phrase.first, None
        for i in range(phrase.first, phrase.last - 1):
            if tokens[i].text in ("'s", "'"):
                name = syntax.name_at(self.sentence, i - 1)
                owner, begin = name.entity if name is not None else owner, i + 1
            elif tokens[i].text.endswith("'s"):
                begin = i + 1
        while begin < phrase.last - 1 and (syntax.is_time(tokens[begin]) or tokens[begin].text == "'s"):
            begin += 1
        if owner is None and phrase.last - begin == 1 and phrase.who is not None:
            return Whole(phrase.who, None, begin, phrase.last)
        words = syntax.words_of(self.sentence, begin, phrase.last)
        if words.lower() in self.rows.vague:
            return Whole(None, owner, begin, phrase.last, owned)
        return Whole(words, owner, begin, phrase.last, owned)

    def named_behind(self, at: int) -> bool:
        """Does a name begin right behind what is sold or counted?"""
        before = self.tokens[at - 1]
        return before.mention is None and before.text in self.rows.sold and syntax.capital(self.sentence, at)

    def counts(self, at: int) -> bool:
        token = self.tokens[at]
        return syntax.is_size(token) and token.text in SLOTS["level"] and token.text not in SLOTS["ratio"]

    def refused(self, whole: Whole) -> bool:
        """Is it something that is held, or somebody?"""
        said = {t.text.strip(".") for t in self.tokens[whole.first : whole.last]}
        if said & self.rows.owned or self.tokens[whole.last - 1].text in self.words.concerns:
            return True
        name = syntax.name_at(self.sentence, whole.last - 1)
        return name is not None and name.kind in ("organisation", "person")

    def sold(self, whole: Whole) -> bool:
        """Does the head of a whole say that it is made of parts that are sold, earned or counted?"""
        said = [t.text for t in self.tokens[whole.first : whole.last]]
        of = said.index("of") if "of" in said[1:] else len(said)
        return bool(said) and (said[of - 1] in self.rows.sold or said[of - 1] == "gdp")

    def closes(self, whole: Whole) -> bool:
        """Does a clause end behind a whole that is no proper name?"""
        tokens, last = self.tokens, whole.last
        at = last + 1 < len(tokens) and tokens[last].text in ("in", "at", "on")
        at = at and any(syntax.is_time(t) for t in tokens[last + 1 : last + 3])
        ends = last >= len(tokens) or tokens[last].text in ENDS or syntax.is_time(tokens[last]) or at
        return ends and not all(syntax.capital(self.sentence, i) for i in range(whole.first, last))

    def equated(self, at: int) -> int:
        """The token before an amount that a percentage is set beside: "generating | 61 million, or 53%"."""
        i, tokens = at - 1, self.tokens
        while i > self.sentence.opening and at - i < 6:
            if self.counts(i):
                return i - 1
            if tokens[i].mention is not None or not (
                tokens[i].text in self.rows.equating
                or tokens[i].text in (",", ".", "(")
                or tokens[i].text in self.rows.hedges
            ):
                break
            i -= 1
        return at - 1

    def lead(self, at: int) -> int:
        """The token before a percentage, over small words: "supplies | the bulk, 53%"."""
        i, tokens = self.equated(at), self.tokens
        least = max(at - NEAR, self.sentence.opening)
        while i > least and tokens[i].mention is None:
            bulk = tokens[i].text == "," and tokens[i - 1].text in ("bulk", "majority", "most", "share")
            if tokens[i].text not in self.rows.hedges and not bulk and not tokens[i].text.endswith("ly"):
                break
            i -= 1
        return i

    def form(self, at: int, forms: Forms) -> int | None:
        """The verb that ends at a token or right behind it, with its particle: "accounted for |", "made | up"."""
        tokens = self.tokens
        for verb in range(at, max(at - 3, self.sentence.opening - 1), -1):
            known = forms.get(self.said(verb))
            if known is None:
                continue
            for rest in known[1]:
                if tuple(t.text for t in tokens[verb + 1 : verb + 1 + len(rest)]) == rest and verb + len(rest) >= at:
                    return verb
        return None

    def said(self, at: int) -> str:
        token = self.tokens[at]
        return self.sentence.document.text[token.start : token.end].lower()

    def group(self, verb: int, forms: Forms) -> Group | None:
        shape = forms[self.said(verb)][0]
        found = syntax.group(self.frame, verb, shape, 1)
        if found is None and shape == "past":
            found = syntax.group(self.frame, verb, "participle", 1)
        if found is None and shape in ("base", "ing"):
            found = Group(verb, verb, verb + 1, "active" if shape == "base" else "trailing", frozenset())
        if found is None or found.shape not in ("active", "trailing") or found.said & self.words.denying:
            return None
        return found

    def subject(self, found: Group) -> Phrase | None:
        """Who or what stands before a verb: over relative words, asides and verbs that share it."""
        tokens, first = self.tokens, found.first
        left = tokens[first - 1].text if first > self.sentence.opening else ""
        if not left:
            return None
        if left in self.words.relatives:
            first -= 1
            left = tokens[first - 1].text
            if left == ",":
                first -= 1
                left = ""
        elif left == "," and found.shape == "trailing":
            return self.opener(first - 1)
        if left in ("and", "or", "but", "then") or (left == "by" and found.shape == "trailing"):
            return self.opener(first - 1)
        if left in (",", ")"):
            mark = "(" if left == ")" else ","
            opened = next(
                (
                    i
                    for i in range(first - 2, max(first - 2 - syntax.LONGEST, self.sentence.opening), -1)
                    if tokens[i].text == mark
                ),
                None,
            )
            if opened is None:
                return None
            aside = nouns.before(self.frame, first - 1, self.ends) if left == "," else None
            if aside is not None and aside.first == opened + 1 and self.proper(aside):
                return aside  # "the nation's No 3 carrier, Holm, derived"
            first = opened
        phrase = nouns.before(self.frame, first, self.ends)
        return self.known(phrase)

    def proper(self, phrase: Phrase) -> bool:
        return all(syntax.capital(self.sentence, i) for i in range(phrase.first, phrase.last))

    def opener(self, index: int) -> Phrase | None:
        return self.known(nouns.opener(self.frame, index, self.rows.opening, self.ends))

    def known(self, phrase: Phrase | None) -> Phrase | None:
        """A phrase that names something: no number, no word that only points."""
        if phrase is None:
            return None
        said = phrase.words.lower()
        if phrase.who is None and (said in self.rows.unnamed or said.split()[0] in self.rows.unnamed):
            return None
        return phrase

    def _of(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at].text == "of" and self.tokens[at].mention is None

    def told(self, at: int, part: Phrase | str | None, whole: Whole, link: str) -> Told | None:
        if part is None:
            return None
        words = part if isinstance(part, str) else part.who or part.words
        words = _SHARE.sub("", words)
        if not words or (whole.words or "").lower() == words.lower():
            return None
        head = words.lower().split()[-1]
        if head in self.frame.words.ratios | self.rows.ratios or set(words.lower().split()) & self.rows.ruling:
            return None
        entity = whole.owner
        if entity is None and whole.owned:
            entity = whose.spoken_of(self.frame, at)
        return Told(
            words, whole.words, entity if entity != words else None, at, link, Figure(None, "other:", (), None, ""), 0.0
        )
