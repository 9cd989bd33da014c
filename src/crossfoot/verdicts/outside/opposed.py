"""A proved figure and the printings that carry its number in; a word beside it that leaves out what they say, out.

"Imports grew by 7%" where every source that has the 7% tells it of exports. What leaves what out stands in rows, so no
source need have a figure for what is told here. Only one word of an axis may stand beside a number on either side, and
neither on the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.lexicon.opposites import opposites
from crossfoot.model import Span
from crossfoot.verdicts.outside.proofs import Proofs
from crossfoot.verdicts.outside.setting import JOINTS
from crossfoot.verdicts.outside.support import Match, Said

BASIS = "basis"  # the axis of what something is compared with
MOST = 2  # printings that carry a number: one that stands everywhere tells nothing

Values = dict[str, dict[str, Span]]  # of an axis, and where each stands


def opposed(proofs: Proofs, said: Said, found: Sequence[tuple[Said, Match]]) -> tuple[Span, Said, Span] | None:
    """The word here, and a printing of its number with the word there; what it may be a rounding of excuses it."""
    carriers, others = exactly(found)
    here = _beside(proofs, said) if len(carriers) <= MOST else {}
    if not here:
        return None
    held = [_beside(proofs, one) for one in carriers]
    near = [_beside(proofs, one) for one in others]
    for axis, values in here.items():
        there = [other.get(axis, {}) for other in held]
        if len(values) != 1 or not all(len(other) == 1 for other in there):
            continue
        value, span = next(iter(values.items()))
        if any(value in other for other in (*there, *(one.get(axis, {}) for one in near))):
            continue
        where = next(iter(there[0].values()))
        return span, carriers[0], where
    return None


def exactly(found: Sequence[tuple[Said, Match]]) -> tuple[list[Said], list[Said]]:
    """The printings that have its very number, or else those that it is a rounding of; and the rest."""
    same = [other for other, how in found if how == "same"]
    return same or [other for other, _ in found], [other for other, how in found if same and how != "same"]


def _beside(proofs: Proofs, said: Said) -> Values:
    """What its stretch of a sentence says on each axis, but for what it is compared with."""
    start, end = proofs.settings.of[said].stretch
    text, found = proofs.settings.texts[id(said.source)], Values()
    if any(_joined(said, other) for other in proofs.settings.of[said].beside):
        return found  # of a list of figures each is of one word only, which may be in no row
    whole = Span(said.span.doc, start, end)
    told = (one for one in _found(said, text.alone(whole)) if one[0] != BASIS)
    compared = (one for one in _found(said, iter(((start, end),))) if one[0] == BASIS)
    for axis, value, where in (*told, *compared):
        found.setdefault(axis, {}).setdefault(value, where)
    return found


def _joined(one: Said, other: Said) -> bool:
    first, second = sorted((one.span, other.span), key=lambda span: span.start)
    return one.source.document.text[first.end : max(first.end, second.start)].strip() in JOINTS


def _found(said: Said, stretches: Iterator[tuple[int, int]]) -> Iterator[tuple[str, str, Span]]:
    for start, end in stretches:
        for axis, value, first, stop in opposites(said.source.document.text, start, end):
            yield axis, value, Span(said.span.doc, first, stop)
