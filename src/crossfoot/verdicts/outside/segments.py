"""The stretches of a sentence in; what stands beside a figure of one out: in it, or near it where it says nothing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossfoot.late import late
from crossfoot.verdicts.outside.called import NONE, Terms
from crossfoot.verdicts.outside.support import LEVELS, RATES, Said, size
from crossfoot.verdicts.outside.terms import in_words, named

OF_TWO: Terms = frozenset(
    ("word", word) for word in ("前者", "后者", "former", "latter")
)  # of one named before: which?

TO = late(r" to (?:about |around |nearly |some |almost |roughly )?|[至到](?:约|近)?")


class Segment(msgspec.Struct, frozen=True, eq=False):
    """A stretch of a sentence: its figures, and what it says beside them."""

    figures: tuple[Said, ...]
    terms: Terms
    start: int = 0
    end: int = 0

    @property
    def amounts(self) -> Terms:
        quantities = [said.quantity for said in self.figures]
        plain = {"number": "count"}  # "to 69,000" says what is counted further in front
        return frozenset(
            ("amount", (plain.get(q.kind, q.kind), size(q)))
            for q in quantities
            if q.kind in (*LEVELS, *plain) and q.per is None
        )

    @property
    def waiting(self) -> Terms:
        """Its amounts, where no rate of its own has them."""
        return NONE if self.terms & OF_TWO or any(map(dependent, self.figures)) else self.amounts


NOTHING = Segment((), NONE)


def dependent(said: Said) -> bool:
    """A rate, or an amount for each: the amount that it stands with tells whose it is."""
    return said.quantity.kind in RATES or said.quantity.per not in (None, "year", "month", "day")


def own_terms(said: Said, segments: Sequence[Segment], at: int, listed: bool) -> Terms:
    here, before = segments[at], segments[at - 1] if at else NOTHING
    if here.terms & OF_TWO:
        return NONE
    if not dependent(said) and any(_part(said, other) for other in here.figures):
        return NONE  # "exports were 14.6% of sales of 84,212 vehicles": the words are of the part, or of the whole
    own = here.terms
    row = len(here.figures) > 1 and all(map(dependent, here.figures))  # "increases of 17% and 6%": of two amounts
    if dependent(said) and not listed and not row:
        after = segments[at + 1] if at + 1 < len(segments) else NOTHING
        known = _moving(segments, at) if not in_words(here.terms) else NOTHING
        waiting = known.amounts or before.waiting
        own |= (
            here.amounts or (waiting and waiting | named((known if known.amounts else before).terms)) or after.waiting
        )
    if not in_words(here.terms):  # "... and 61,940 in May" says of what further in front
        own |= in_words(before.terms)
    return own


def _part(said: Said, other: Said) -> bool:
    """Is the other a share, which may be one of it? Where it came to be so much none is: "retail sales 7% to 395"."""
    if other.quantity.kind != "percent" or other.quantity.change is not None:
        return False
    return TO.fullmatch(said.source.document.text, other.span.end, max(said.span.start, other.span.end)) is None


def _moving(segments: Sequence[Segment], at: int) -> Segment:
    """What rates that say nothing themselves are of, the first having it: "3,800 flats, up 6%, down 18% on year"."""
    while at and all(map(dependent, segments[at].figures)) and not in_words(segments[at].terms):
        at -= 1
    return segments[at]
