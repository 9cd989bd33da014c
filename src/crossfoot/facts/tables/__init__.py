"""Cells come in as the readers of figures left them; facts go out: measurements, sums, changes and shares.

A figure of a table is a figure like any other, under the key that a sentence would give it, so that a table and the
prose beside it tie. What only layout tells is told here: which line is the sum of which (`sums`), which column the
change between two others (`moves`), which line is in percent of which (`ratios`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.printings import Printings
from crossfoot.facts.tables.grid import Entry, Grid, across, grids
from crossfoot.facts.tables.heads import year_above
from crossfoot.facts.tables.moves import Move, moves
from crossfoot.facts.tables.name import Names
from crossfoot.facts.tables.pairs import pairs
from crossfoot.facts.tables.ratios import ratios, shares
from crossfoot.facts.tables.sums import Total, footed, never_adds
from crossfoot.lexicon.metrics import metric as known
from crossfoot.model import Change, Document, Fact, Figure, Found, Grouping, Measurement, Printed, Share, Span, Unfooted

__all__ = ["state"]


def state(document: Document, found: Found, stated: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of all tables of a document; `stated` are those of its sentences."""
    tables = grids(document, [m for m in found.mentions if m.rule == "cell"])
    if not tables:
        return ()
    printings = Printings()
    for fact in stated:
        for printed in fact.printed:
            printings.key(printed.figure, printed.quantity, printed.span.start)
    names = Names(_entity(stated), document.lang, printings)
    facts: list[Fact] = []
    starts = [block.span.start for block in document.blocks if block.kind == "table"]
    for grid in tables:
        names.enter(_year(document, grid, starts))
        facts += _Table(grid, names).facts()
    return tuple(facts)


def _year(document: Document, grid: Grid, starts: Sequence[int]) -> str:
    """The year that the words above a table give its quarters; `starts` are where the tables of the document begin."""
    at = min((entry.span.start for line in grid.lines for entry in line.entries.values()), default=0)
    number = bisect_right(starts, at) - 1
    return "" if number < 0 else year_above(document.text[max(0, starts[number] - ABOVE) : starts[number]])


def _entity(stated: Sequence[Fact]) -> str | None:
    """Whose figures the sentences speak of most."""
    said = Counter(f.figure.entity for f in stated if isinstance(f, Measurement) and f.figure.entity is not None)
    return said.most_common(1)[0][0] if said else None


ABOVE = 200  # characters


class _Table:
    """One table: what each of its figures is a figure of, and the facts that it makes."""

    def __init__(self, grid: Grid, names: Names) -> None:
        self.grid, self.columns = grid, across(grid)
        self.figures: dict[Span, Figure] = {}
        entries = [(line, entry) for line in grid.lines for entry in line.entries.values()]
        self.tabled = not _rough([entry for _, entry in entries])
        self.measured: list[Fact] = []
        for line, entry in entries:
            if entry.quantity is not None:
                figure = names.figure(line, entry)
                self.figures[entry.span] = figure
                printed = (Printed(figure, entry.quantity, entry.span, tabled=self.tabled),)
                quantity = msgspec.structs.replace(entry.quantity, of=line.label or None)
                spans = (entry.span,)
                told = _nameless(figure)
                self.measured.append(Measurement(spans, "table", printed, figure=figure, quantity=quantity, told=told))

    def facts(self) -> Iterator[Fact]:
        yield from self.measured
        rates = set[Span]()
        for grid in self.columns:
            for move in moves(grid):
                rates |= {entry.span for entry in grid.lines[move.rate].entries.values()}
                yield from self._moved(grid, move)
        footings = [(grid, footed(grid)) for grid in (self.grid, *self.columns)]
        found = [(grid, total) for grid, footing in footings for total in footing.totals]
        untried = [grid.lines[at] for grid, footing in footings for at in footing.untried]
        if untried:
            first = [next(e.span for e in line.entries.values() if e.quantity is not None) for line in untried]
            yield Unfooted(tuple(first), "table.untried")
        added = {upright: _crossed(found, upright) for upright in (True, False)}
        for grid, total in found:
            yield from self._summed(grid, total, added[not grid.upright])
        for pair in pairs(self.grid):
            one, other = self.figures[pair.one.span], self.figures[pair.other.span]
            spans = (pair.one.span, pair.other.span)
            yield Grouping(spans, "table.same", whole=one, parts=(other,), complete=True, origin="structural")
        for grid, ratio in ((g, ratio) for g in (self.grid, *self.columns) for ratio in ratios(g)):
            lines = grid.lines
            for track in (*ratio.holds, *ratio.fails):
                rate, part, whole = (lines[i].entries[track] for i in (ratio.ratio, ratio.part, ratio.whole))
                yield self._share(rate, part, whole, ratio.rest)
        for grid in self.columns:
            for share in shares(grid):
                for track in (*share.holds, *share.fails):
                    rate, part = (grid.lines[i].entries[track] for i in (share.ratio, share.amount))
                    yield self._share(rate, part, grid.lines[share.amount].entries[share.whole])

    def _summed(self, grid: Grid, total: Total, crossed: frozenset[int]) -> Iterator[Fact]:
        lines, aside = grid.lines, set(total.without)
        for track in (*total.holds, *(track for track in total.fails if not never_adds(grid, total, track))):
            whole = lines[total.whole].entries[track]
            signed = [
                (entry, sign)
                for part, sign in zip(total.parts, total.signs, strict=True)
                if (entry := lines[part].entries.get(track)) is not None
                and entry.quantity is not None
                and (track, part) not in aside
            ]
            plus = tuple(self.figures[entry.span] for entry, sign in signed if sign > 0)
            less = tuple(self.figures[entry.span] for entry, sign in signed if sign < 0)
            spans = (whole.span, *(entry.span for entry, _ in signed))
            firm = track in total.holds or total.firm(grid, track, crossed)
            yield Grouping(
                spans, f"table.{'down' if grid.upright else 'across'}", whole=self.figures[whole.span], parts=plus,
                less=less, complete=firm, likely=not firm, origin="structural",
            )  # fmt: skip

    def _moved(self, grid: Grid, move: Move) -> Iterator[Fact]:
        for track in (*move.holds, *move.fails):
            rate, now, before = (grid.lines[i].entries[track] for i in (move.rate, move.now, move.before))
            if rate.quantity is None or now.quantity is None or before.quantity is None:
                continue
            enough = 1 if move.by == "amount" else 2  # a difference of amounts is exact, and so says more
            firm = track in move.holds or len(move.holds) >= max(enough, enough * len(move.fails))
            yield Change(
                (rate.span,), "table.change", figure=self.figures[now.span], rate=self.figures[rate.span],
                bases=(self.figures[before.span],), quantity=rate.quantity, by=move.by, firm=firm,
            )  # fmt: skip

    def _share(self, rate: Entry, part: Entry, whole: Entry, rest: bool = False) -> Fact:
        assert rate.quantity is not None  # noqa: S101 - ratios looks at figures only
        return Share(
            (rate.span,), "table.share", part=self.figures[part.span], ratio=self.figures[rate.span],
            wholes=(self.figures[whole.span],), named=True, quantity=rate.quantity, rest=rest,
        )  # fmt: skip


def _nameless(figure: Figure) -> bool:
    """Does a table say so little of a figure that it is no fact: neither a time nor a unit, or a label in code?"""
    coded = known(figure.metric) is None and any(char.isdigit() for char in figure.metric)
    return not figure.unit and (figure.period is None or coded)


def _crossed(found: Sequence[tuple[Grid, Total]], upright: bool) -> frozenset[int]:
    """The rows that stand in a sum of rows, or the columns that stand in one of columns."""
    sums = [(grid, total) for grid, total in found if grid.upright == upright]
    return frozenset(grid.lines[i].number for grid, total in sums for i in (total.whole, *total.parts))


def _rough(entries: Sequence[Entry]) -> bool:
    """Do all larger figures of a table end in noughts, so that it is rounded more coarsely than it is printed?"""
    sizes = [e.quantity.low / e.quantity.step for e in entries if e.quantity is not None]
    large = [size for size in sizes if abs(size) >= 1000]
    return len(large) > 2 and all(size % 100 == 0 for size in large)
