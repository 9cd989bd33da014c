"""Figures that words point back to: "the £64,500,000 purchase", "这笔41亿美元的交易" say again what was said before.

What is pointed to has been printed. Where it has, both are printings of one figure; where it has not, and exactly one
figure before is a slip of the pen away, one of the two is wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.facts.ties.amounts import akin
from crossfoot.lexicon import numerals
from crossfoot.lexicon.pointing import Pointing, pointing
from crossfoot.lexicon.slips import meant
from crossfoot.model import Document, Mention, Quantity

BACK, REACH = 12, 600  # figures and characters before one, among which that stands which it points to
LEAST_DIGITS = 3  # of a number that is like no other by accident
FEWEST = 2  # of one that words point to without doubt
AROUND = 40  # characters
SAID = ("money", "count", "measure", "number")


def pointed(document: Document, figures: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The figures that words point back to, each with the one that they point to."""
    rows = pointing(document.lang)
    for at, mention in enumerate(figures if rows is not None else ()):
        value = mention.value
        assert isinstance(value, Quantity) and rows is not None  # noqa: S101, PT018 - the caller has looked
        if value.kind not in SAID or value.ranged or value.approx is not None or value.change is not None:
            continue
        sure = _points(rows, document, mention)
        if sure is None:
            continue
        other = _meant_by(document, mention, value, figures[max(at - BACK, 0) : at], sure)
        if other is not None:
            yield mention, other


def _points(rows: Pointing, document: Document, mention: Mention) -> bool | None:
    """Do words point back with a figure, and without doubt? None where they do not."""
    before = document.text[max(mention.span.start - AROUND, 0) : mention.span.start]
    behind = document.text[mention.span.end : mention.span.end + AROUND]
    before = before.lower()
    if (
        not before.rstrip().endswith(rows.before)
        or rows.pointing.search(before) is None
        or rows.anew.match(behind.lower()) is not None
    ):
        return None
    return rows.sure.match(behind.lower()) is not None


def _meant_by(
    document: Document, mention: Mention, value: Quantity, before: Sequence[Mention], sure: bool
) -> Mention | None:
    """The figure before that another points to."""
    near = [m for m in before if mention.span.start - m.span.end <= REACH]
    known = [(m, m.value) for m in near if isinstance(m.value, Quantity) and akin(value, m.value)]
    known = [(m, q) for m, q in known if not q.ranged and q.change is None and q.kind in SAID]
    same = [m for m, q in known if abs(q.low - value.low) <= (q.step + value.step) / 2]
    digits = numerals.shown(document.text, value.digits)
    if digits is None or same:
        exact = [m for m in same if digits is not None and numerals.significant(digits) >= FEWEST]
        return exact[0] if exact else None
    wrong = [(m, q) for m, q in known if _slipped(document, value, q, FEWEST if sure else LEAST_DIGITS)]
    sizes = {q.low for _, q in wrong}
    return wrong[0][0] if len(sizes) == 1 and _last(document, near, wrong[0][0]) else None


def _last(document: Document, near: Sequence[Mention], other: Mention) -> bool:
    """Is a figure no farther than a few others of its kind away?"""
    starts = [m.span.start for m in near]
    return len(near) - bisect_left(starts, other.span.start) <= BACK // 2


def _slipped(document: Document, one: Quantity, other: Quantity, least: int) -> bool:
    """Are two numbers one of another's digits put in another order, or of one size with another scale?"""
    above, below = (numerals.shown(document.text, q.digits) for q in (one, other))
    if above is None or below is None or min(numerals.significant(above), numerals.significant(below)) < least:
        return False
    a, b = _plain(one.low), _plain(other.low)
    if a == b:
        return one.low != other.low and {one.scale_word, other.scale_word} != {None}
    if len(str(int(one.low))) != len(str(int(other.low))):
        return False
    if len(a) == len(b):
        return meant(a).get(b) == "transposition" or meant(b).get(a) == "transposition"
    return False


def _plain(value: Fraction) -> str:
    """The digits of a number but for noughts at its ends."""
    return f"{float(value):.6f}".replace(".", "").strip("0")
