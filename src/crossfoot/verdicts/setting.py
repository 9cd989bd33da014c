"""Printings in; the setting of each out: what stands beside a figure and tells it from its like.

A summary may put a right number beside a wrong name ("parks $295 million" where the source has "police $295 million,
roads $184 million and parks $48 million"). Facts that do not know the entity cannot see it; the company that a number
keeps can. A setting holds the words, things, names, periods and amounts of a segment of the sentence, which runs from
the boundary after the figure before it to the boundary after its own. Words mean nothing in another language: there
only things of the glossary, names in the letters of both, periods and amounts count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

import msgspec

from crossfoot.lexicon.glossary import thing, things
from crossfoot.lexicon.words import directions, words
from crossfoot.model import Name, Quantity, Report, Span, Timex
from crossfoot.verdicts.support import RATES, Said, same_unit, same_value, size

BOUNDARY = re.compile(r"[,;:，；：、()（）](?![0-9])|\b(?:and|but|while|whereas|against)\b|和|及|而")
TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]+|[\u4e00-\u9fff]+")
STEM = 6  # letters that two forms of a word share: "export", "exports"
FEW = 2  # terms: fewer say too little
RARE = 2  # printings of the sources that a term may stand beside, to tell one from another
OPENING = 40  # characters of a source in which it says what all of it is about
LEVELS = frozenset({"money", "count", "measure"})

Term = tuple[str, Hashable]  # ("word" | "name" | "thing" | "period" | "amount", what)
Terms = frozenset[Term]
NONE: Terms = frozenset()


class Setting(msgspec.Struct, frozen=True, eq=False):
    sentence: Span
    own: Terms
    before: Terms = NONE  # of the segment before in the same sentence
    beside: tuple[Said, ...] = ()  # the other figures of the sentence


class Settings:
    """The settings of the printings of a text and its sources, made once each."""

    def __init__(self, mine: Sequence[Said], theirs: Sequence[Said]) -> None:
        self.theirs = theirs
        self.of: dict[Said, Setting] = {}
        opening: tuple[set[Term], set[Term]] = set(), set()
        for ours, opened in zip((mine, theirs), opening, strict=True):
            for _, group in groupby(ours, key=lambda said: id(said.source)):
                printed = list(group)
                text = _Text(printed[0].source)
                self.of.update(text.settings(printed))
                opened |= text.opening()
        # a thing is the topic if both open with it, a name if a source does
        self.topic = frozenset(term for term in opening[1] if term[0] != "thing" or term in opening[0])
        self.times = Counter(term for said in theirs for term in self.of[said].own)

    def rival(self, said: Said, found: Sequence[Said]) -> Said | None:
        """The printing of a source that stands where this one stands here, if none that carries its number does."""
        here = self.of[said]
        if not here.own:
            return None
        others = [
            other
            for other in self.theirs
            if other not in found
            and (_alike(said.quantity, other.quantity) or self._listed(other, found))
            and not same_value(said, other)
        ]
        for terms in (here.own, _told(here.before)):
            shared = {
                other: len(same)
                for other in others
                if (same := self._shared(terms, other, found)) and not self._kept(here, other, same, terms is here.own)
            }
            most = max(shared.values(), default=0)
            if most:
                best = [other for other, count in shared.items() if count == most]
                # of "from 3.2% to 2.8%", which stand in one setting, the last is what holds
                return best[-1] if len({self.of[one].own for one in best}) == 1 else None
            if any(terms & self.of[other].own for other in found):
                return None
        return None

    def _kept(self, here: Setting, other: Said, same: Terms, own: bool) -> bool:
        """Is the other's number printed in this sentence too, in a place that is its own?"""
        printed = [one for one in here.beside if size(one.quantity) == size(other.quantity)]
        named = _names(same) - here.before
        return any(not own or self.of[one].own == here.own or not named & self.of[one].own for one in printed)

    def _listed(self, other: Said, found: Sequence[Said]) -> bool:
        """Is it a later one of a list, which leaves out what it counts ("590,000 barrels a day, Maxton 410,000")?"""
        return other.quantity.kind == "number" and any(
            one.quantity.kind in LEVELS
            and self.of[one].sentence == self.of[other].sentence
            and one.span.start < other.span.start
            for one in found
        )

    def _shared(self, terms: Terms, other: Said, found: Sequence[Said]) -> Terms:
        """What it has in common with the other, if enough, and if it has nothing in common with those of its number.

        What names a third thing as well ("exports exceeded imports by") is of both, and of neither.
        """
        theirs = self.of[other].own
        held = [self.of[one].own for one in found]
        if not all(held):
            return NONE
        shared = (terms & theirs).difference(self.topic, *held)
        if not all(any(term[0] == "period" for term in own) for own in held):  # they may be of that period too
            shared = frozenset(term for term in shared if term[0] != "period")
        rare = frozenset(term for term in shared if self.times[term] <= RARE)
        third = frozenset(term for term in _names(terms) - theirs if term in self.times and term[0] == "thing")
        if third or NONE.union(*held) & terms - theirs:
            return NONE
        decides = any(term[0] in ("amount", "period") for term in rare)  # both sides have one of their own
        named = _names(rare) and all(self._other_name(own - theirs - self.topic, rare) for own in held)
        return shared if named or decides or (len(rare) >= FEW and not _names(rare.union(*held))) else NONE

    def _other_name(self, held: Terms, rare: Terms) -> bool:
        """Is there a name that this one has been put in the place of? In another language only of its own sort."""
        return any(term[0] == "thing" for term in held) or bool(
            _names(held) and any(term[0] == "name" for term in rare)
        )


def _alike(one: Quantity, other: Quantity) -> bool:
    """May one stand in the place of the other? Of counted things only if it is known that they are the same."""
    if (one.kind == "count" and one.unit != other.unit) or (one.change is None) != (other.change is None):
        return False
    return one.kind == other.kind and one.per == other.per and same_unit(one, other)


def _told(terms: Terms) -> Terms:
    """What is said in words."""
    return _names(terms) | frozenset(term for term in terms if term[0] == "word")


def _names(terms: Terms) -> Terms:
    return frozenset(term for term in terms if term[0] in ("name", "thing"))


# ---------------------------------------------------------------------------------------------------- what stands where


class _Segment(msgspec.Struct, frozen=True, eq=False):
    """A stretch of a sentence: its figures, and what it says beside them."""

    figures: tuple[Said, ...]
    terms: Terms

    @property
    def amounts(self) -> Terms:
        quantities = [said.quantity for said in self.figures]
        return frozenset(("amount", (q.kind, size(q))) for q in quantities if q.kind in LEVELS and q.per is None)

    @property
    def waiting(self) -> Terms:
        """Its amounts, where no rate of its own has them."""
        return NONE if any(map(_dependent, self.figures)) else self.amounts


def _dependent(said: Said) -> bool:
    """A rate, or an amount for each: the amount that it stands with tells whose it is."""
    return said.quantity.kind in RATES or said.quantity.per not in (None, "year", "month", "day")


def _own(said: Said, before: _Segment, here: _Segment, after: _Segment) -> Terms:
    if not _dependent(said) and any(f.quantity.kind == "percent" and f.quantity.change is None for f in here.figures):
        return NONE  # "exports were 14.6% of sales of 84,212 vehicles": the words are of the part, or of the whole
    own = here.terms
    if _dependent(said):
        own |= here.amounts or (before.waiting and before.waiting | _names(before.terms)) or after.waiting
    if not _told(here.terms):  # "... and 61,940 in May" says of what further in front
        own |= _told(before.terms)
    return own


class _Text:
    """A document, cut into segments."""

    def __init__(self, report: Report) -> None:
        self.text = report.document.text
        self.sentences = [block.span for block in report.document.blocks if block.kind == "sentence"]
        self.told = [m for m in report.found.mentions if m.kind in ("quantity", "timex", "name")]
        self.starts = [mention.span.start for mention in self.told]

    def settings(self, printed: Sequence[Said]) -> Iterator[tuple[Said, Setting]]:
        starts = [sentence.start for sentence in self.sentences]
        for index, group in groupby(printed, key=lambda said: bisect_left(starts, said.span.start + 1) - 1):
            figures, nothing = list(group), _Segment((), NONE)
            sentence = self.sentences[index] if index >= 0 else Span(figures[0].span.doc, 0, 0)
            segments = list(self._segments(sentence, figures))
            for before, here, after in zip([nothing, *segments], segments, [*segments[1:], nothing], strict=False):
                for said in here.figures:
                    beside = tuple(other for other in figures if other is not said)
                    yield said, Setting(sentence, _own(said, before, here, after), before.terms, beside)

    def opening(self) -> Terms:
        """The words that it opens with: what all of it is about, though it says so in one place only."""
        start = self.sentences[0].start if self.sentences else 0
        return self._terms(start, min(start + OPENING, self.sentences[0].end if self.sentences else 0))

    def _segments(self, sentence: Span, figures: Sequence[Said]) -> Iterator[_Segment]:
        """The sentence cut at the first boundary behind each figure, where another figure follows."""
        start, inside = sentence.start, list[Said]()
        for here, after in pairwise(figures):
            inside.append(here)
            cut = BOUNDARY.search(self.text, here.span.end, max(here.span.end, after.span.start))
            if cut is not None:
                yield _Segment(tuple(inside), self._terms(start, cut.start()))
                start, inside = cut.end(), []
        yield _Segment((*inside, figures[-1]), self._terms(start, sentence.end))

    def _terms(self, start: int, end: int) -> Terms:
        """What a stretch says: its words, and what its periods and names mean; its figures are no words."""
        found, at = set[Term](), start
        for mention in self.told[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            value, span = mention.value, mention.span
            if isinstance(value, Name) and self.text[span.start].isascii():
                continue  # its words are names
            found.update(self._words(at, span.start), self._things(at, span.start))
            if isinstance(value, Name):  # what a name holds is no thing of its own: 银行 of a bank's
                found.update(self._words(max(at, span.start), span.end))
                found.add(("name", self.text[span.start : span.end]))
            elif isinstance(value, Quantity) and value.kind == "duration":  # "the five-year notes"
                found.add(("thing", (value.unit, size(value))))
            elif isinstance(value, Timex) and value.shift is None and value.period and value.period.start:
                found.add(("period", (value.period.start, value.period.end)))
            at = max(at, span.end)
        found.update(self._words(at, end), self._things(at, end))
        return frozenset(found)

    def _things(self, start: int, end: int) -> Iterator[Term]:
        return (("thing", named) for named in things(self.text, start, max(start, end)))

    def _words(self, start: int, end: int) -> Iterator[Term]:
        if start >= end:
            return
        for match in TOKEN.finditer(self.text, start, end):
            word = match.group()
            if not word[0].isascii():
                for run in _moves().split(word):
                    yield from (("word", run[i : i + 2]) for i in range(len(run) - 1))
            elif word.lower() not in _common():
                yield "word", word.lower()[:STEM].rstrip("s")
                if word[0].isupper() and thing(word) is None:
                    yield "name", word.lower()


@cache
def _common() -> frozenset[str]:
    """Words that stand beside any figure."""
    return frozenset(words("en").lists["stop"]) | directions("en").keys()


@cache
def _moves() -> re.Pattern[str]:
    """Chinese words that stand beside any figure that moves."""
    cues = (form for row in words("zh").cue for form in row.forms)
    return re.compile("|".join(sorted({*directions("zh"), *cues}, key=len, reverse=True)))
