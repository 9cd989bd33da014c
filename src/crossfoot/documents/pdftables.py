"""A page comes in; its tables go out: those that rules draw first, then those that only alignment sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from crossfoot.documents.pdfalign import aligned_table, beside, with_heads
from crossfoot.documents.pdfgrid import Box, Lattice, Table, inside, joined, lattices, outside, ruled_table
from crossfoot.documents.pdfpage import Page, Rule
from crossfoot.documents.pdfrows import Row, is_figure, is_prose, row_of, runs, said, usual_gap
from crossfoot.documents.pdfwords import Word
from crossfoot.documents.sheets import is_year

_STEP = 2.0  # points between the places where a gutter is looked for


def tables(page: Page) -> list[Table]:
    """The tables of a page from the top."""
    across, down = joined(page.across), joined(page.down)
    gap = usual_gap(page.lines)
    found: list[Table] = []
    for lattice in lattices(across, down):
        table = _drawn(page, lattice, gap, across, down)
        if table is not None and not any(_overlap(table.box, known.box) for known in found):
            found.append(table)
    left = outside(page.lines, [table.box for table in found])
    for lines in _columns(left):
        rows = [row_of(line, gap, down) for line in lines]
        for run in runs(rows, across):
            table = aligned_table(run, across, sure=_barred(run, across))
            if table is not None:
                found.append(table)
    apart = [part for table in found for part in beside(table)]
    return sorted(apart, key=lambda table: (table.box[1], table.box[0]))


def _columns(lines: Sequence[list[Word]]) -> Iterator[list[list[Word]]]:
    """The lines of each column of a page, and those that run across: a table may stand in one column."""
    gutter = columns_of_prose(lines)
    if gutter is None:
        yield list(lines)
        return
    middle = (gutter[0] + gutter[1]) / 2
    across = [line for line in lines if any(word.x0 < middle < word.x1 for word in line)]
    beside = [line for line in lines if all(word.x0 >= middle or word.x1 <= middle for word in line)]
    for held in (
        across,
        [[word for word in line if word.x1 <= middle] for line in beside],
        [[word for word in line if word.x0 >= middle] for line in beside],
    ):
        yield [line for line in held if line]


def columns_of_prose(lines: Sequence[Sequence[Word]]) -> tuple[float, float] | None:
    """The empty strip between two columns of prose, if most lines keep off it and both sides are well filled."""
    if len(lines) < 8:
        return None
    low, high = min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)
    counts = [0] * (int((high - low) / _STEP) + 3)
    for line in lines:
        for word in line:
            first, last = int((word.x0 - 4 - low) / _STEP) + 1, int((word.x1 + 4 - low) / _STEP)
            for at in range(max(0, first), min(last + 1, len(counts))):
                counts[at] += 1
    inner = range(int(0.3 * (high - low) / _STEP), int(0.7 * (high - low) / _STEP) + 1)
    least = min((counts[at] for at in inner), default=len(lines))
    if least > 0.12 * len(lines):
        return None
    strips: list[tuple[float, float]] = []
    for at in inner:
        if counts[at] == least:
            place = low + at * _STEP
            joined_ = bool(strips) and place - strips[-1][1] < _STEP + 4.1
            strips[-1:] = [(strips[-1][0], place + 4)] if joined_ else [*strips[-1:], (place - 4, place + 4)]
    starts = [word.x0 for line in lines for word in line]
    # Where a column begins, most of its lines do.
    left, right = max(strips, key=lambda strip: sum(strip[1] - 4 <= x <= strip[1] + 6 for x in starts))
    middle = (left + right) / 2
    before = [[w for w in line if w.x1 <= middle] for line in lines]
    after = [[w for w in line if w.x0 >= middle] for line in lines]
    across = sum(1 for line in lines if any(w.x0 < middle < w.x1 for w in line))
    if across > 0.3 * len(lines) or not (_prose(before) and _prose(after)):
        return None
    return left, right


def _prose(side: Sequence[Sequence[Word]]) -> bool:
    """Are most lines of one side of a page long words and no figures?"""
    said_ = [said(line) for line in side if line]
    wordy = [words for words in said_ if len(words) >= 22 and sum(map(str.isdigit, words)) < 0.3 * len(words)]
    return len(said_) >= 6 and len(wordy) >= 0.5 * len(said_)


def _drawn(page: Page, lattice: Lattice, gap: float, across: Sequence[Rule], down: Sequence[Rule]) -> Table | None:
    """The table within a lattice: as its rules draw it, or by alignment where they only frame it."""
    ruled = ruled_table(page, lattice, gap)
    held = [row_of(line, gap, down) for line in inside(page.lines, lattice.box)]
    if not held:
        return None
    above = _above(page, lattice, held, gap)
    if ruled is not None and not _crowded(ruled, gap):
        return with_heads(ruled, above) if above and _starts_bare(ruled) else ruled
    return aligned_table([*above, *held], across, sure=ruled is not None) or ruled


def _above(page: Page, lattice: Lattice, held: Sequence[Row], gap: float) -> list[Row]:
    """The lines right above a lattice that starts with figures: its heads may stand outside of it."""
    x0, y0, x1, _ = lattice.box
    made: list[Row] = []
    top = y0
    if not any(is_figure(phrase.text) and not is_year(phrase.text) for phrase in held[0].phrases[1:]):
        return made
    for line in reversed(inside(page.lines, (x0, y0 - 60, x1, y0))):
        row = row_of(line, gap)
        if top - row.base > 1.1 * row.size or is_prose(row) or len(made) == 3:
            break
        if len(row.phrases) == 1 and row.phrases[0].x0 < x0 + 0.25 * (x1 - x0):
            break
        made.insert(0, row)
        top = row.base - row.size
    return made


def _starts_bare(table: Table) -> bool:
    """Does a table begin with figures, without heads?"""
    first = [said(line) for e in table.entries if e.row == 0 and e.col > 0 for line in e.lines]
    return any(is_figure(text) and not is_year(text) for text in first)


def _crowded(table: Table, gap: float) -> bool:
    """Do its cells hold several rows: lines of several parts, or figures under each other?"""
    lines = [row_of(line, gap) for entry in table.entries for line in entry.lines if len(entry.lines) > 2]
    many = sum(1 for row in lines if len(row.phrases) > 1)
    stacks = [e for e in table.entries if len(e.lines) > 1 and all(is_figure(said(line)) for line in e.lines)]
    rows = Counter(e.row for e in stacks)
    if any(count > 1 for count in rows.values()) or any(len(e.lines) > 2 for e in stacks):
        return True
    return many > max(4, 0.5 * len(table.entries))


def _barred(run: Sequence[Row], across: Sequence[Rule]) -> bool:
    """Do three rules as wide as the run run through it or along its edges, as above and below heads and at the foot?"""
    x0, x1 = min(row.x0 for row in run), max(row.x1 for row in run)
    top, bottom = run[0].base - 2.2 * run[0].size, run[-1].base + 1.6 * run[-1].size
    wide = [r for r in across if top < r.at < bottom and min(r.end, x1) - max(r.start, x0) > 0.8 * (x1 - x0)]
    return len(wide) >= 3 and wide[-1].at - wide[0].at > 0.6 * (bottom - top)


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min((one[2] - one[0]) * (one[3] - one[1]), (other[2] - other[0]) * (other[3] - other[1]))
    return wide > 0 and high > 0 and wide * high > 0.3 * smaller
