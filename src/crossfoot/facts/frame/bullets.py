"""The sentences of an item come in; out go the points of its lists that are each about somebody else.

"* Halm Air cut 300 jobs * Medwyn buys Lakeside Clinic" are news of their own: what the first says of whom and when is
not carried to the next. Points that all go on about one, or open with what is measured, are no such list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.facts.frame.carried import Carried
from crossfoot.model import Block, Document, Mention, Name, Period

_OPENS = 32  # characters of a point in which whom it is about is named
_FEW = 2  # bodies that make a list one of news


class Known(NamedTuple):
    """What an item had said when a list began."""

    entity: str | None
    first: str | None
    topic: str | None
    period: Period | None


def known(carried: Carried) -> Known:
    return Known(carried.entity, carried.first, carried.topic, carried.period)


def again(carried: Carried, before: Known) -> None:
    """A point begins that knows nothing of the one before it."""
    carried.entity, carried.first, carried.topic, carried.period = before


def news(document: Document, told: Sequence[tuple[Block, list[Mention]]]) -> frozenset[int]:
    """The paragraphs that are points of such a list."""
    points, opened = dict[int, set[int]](), dict[int, list[str]]()
    seen = set[int]()
    for block, mentions in told:
        point = block.parent
        above = document.blocks[point].parent if point >= 0 else -1
        if above < 0 or document.blocks[above].kind != "list":
            continue
        points.setdefault(above, set()).add(point)
        if point in seen:
            continue
        seen.add(point)
        first = next((m for m in mentions if isinstance(m.value, Name) and m.value.kind == "organisation"), None)
        labelled = first is not None and ":" in document.text[block.span.start : first.span.start]
        if labelled:
            continue  # "- Listing: Zagreb Stock Exchange" is of whom the list is
        if first is not None and first.span.start - block.span.start <= _OPENS and isinstance(first.value, Name):
            opened.setdefault(above, []).append(first.value.entity)
    mixed = (
        above
        for above, names in opened.items()
        if len({*names}) >= _FEW and 2 * max(map(names.count, names)) <= max(len(names), _FEW)
    )
    return frozenset(point for above in mixed for point in points[above])
