"""The rows of a table come in; out go cells that hold one amount by definition.

Assets are what liabilities and equity come to; a balance at the beginning of a year is the one at the end of the year
before. Where they differ it is believed to be a slip only if it looks like one wrong digit: balances are restated, and
two parts of a report may count differently.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from crossfoot.facts.tables.grid import Entry, Grid, Line, alike
from crossfoot.facts.tables.heads import period_of
from crossfoot.facts.tables.sums import one_digit
from crossfoot.lexicon.tables import says, table_words

LEAST = 1000  # steps; smaller amounts are too easily alike


class Pair(msgspec.Struct, frozen=True, gc=False):
    one: Entry
    other: Entry


def pairs(grid: Grid) -> Iterator[Pair]:
    """Pairs of cells of a table whose rows are the lines."""
    for row in table_words().same:
        named = [
            [line for line in grid.lines if line.label.casefold().strip(" :：") in forms]
            for forms in (row.one, row.other)
        ]
        if all(len(lines) == 1 for lines in named):
            (one,), (other,) = named
            yield from _judged([(e, other.entries[t]) for t, e in one.entries.items() if t in other.entries])
    yield from _carried(grid)


def _carried(grid: Grid) -> Iterator[Pair]:
    """The balance that one year ends with and the next begins with."""
    opening: Line | None = None
    for line in grid.lines:
        if line.entries and says("opening", line.label):
            opening = line
        elif line.entries and opening is not None and says("closing", line.label) and line.section == opening.section:
            yield from _judged(list(_years(opening, line)))
            opening = None


def _years(opening: Line, closing: Line) -> Iterator[tuple[Entry, Entry]]:
    dated = []
    for track, entry in closing.entries.items():
        period = period_of(entry.cell.heads[1:])
        if period is not None and period.end is not None and track in opening.entries:
            dated.append((period.end, track))
    dated.sort()
    for (end, before), (after, now) in pairwise(dated):
        if (after - end).days in (364, 365, 366, 371):
            yield opening.entries[now], closing.entries[before]


def _judged(found: list[tuple[Entry, Entry]]) -> Iterator[Pair]:
    known = [(a, b) for a, b in found if a.quantity is not None and b.quantity is not None and alike(a.sort, b.sort)]
    held = [_off(a, b) == 0 for a, b in known]
    for (one, other), holds in zip(known, held, strict=True):
        assert one.quantity is not None  # noqa: S101 - looked at above
        large = abs(one.quantity.low) >= LEAST * one.quantity.step
        if holds or (large and one_digit(_off(one, other), 2)):
            yield Pair(one, other)


def _off(one: Entry, other: Entry) -> int:
    """By how many half steps they differ."""
    if one.quantity is None or other.quantity is None:
        return 0
    return int(abs(one.quantity.low - other.quantity.low) * 2 / min(one.quantity.step, other.quantity.step))
