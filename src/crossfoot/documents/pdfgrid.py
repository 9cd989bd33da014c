"""Words and rules of a page come in; the tables that rules draw go out, and what rules say of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from crossfoot.documents.pdfpage import Page, Rule
from crossfoot.documents.pdfwords import Word

_TOUCH = 3.0  # points within which two rules meet
_SAME = 2.5  # points within which rules stand on one line
_TOP = 0.2  # of the height of a page
_COVERED = 0.6  # of the side of a cell that a rule must cover to be its side

Box = tuple[float, float, float, float]


def median(values: Iterable[float]) -> float:
    """That of the standard library takes longer to import than a page to read.

    >>> median([3, 1, 2, 10])
    2.5
    """
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


class Entry(msgspec.Struct, gc=False):
    """A cell of a table: where it stands in the grid, and its words by line."""

    row: int
    col: int
    rows: int = 1
    cols: int = 1
    lines: list[list[Word]] = msgspec.field(default_factory=list)
    ruled: bool = False  # a rule runs right above it

    @property
    def words(self) -> Iterable[Word]:
        return (word for line in self.lines for word in line)


class Table(msgspec.Struct, gc=False):
    box: Box
    entries: list[Entry]
    height: int
    width: int
    columns: list[tuple[float, float]]  # where each begins and ends


class Lattice(msgspec.Struct, gc=False):
    """Rules that hang together: where they stand on both axes, and the rules themselves."""

    xs: list[float]
    ys: list[float]
    across: list[Rule]
    down: list[Rule]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line that touch, as one: sheets draw a rule cell by cell, and often twice."""
    made: list[Rule] = []
    lines: list[list[Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][0].at <= _SAME:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    for line in lines:
        parts: list[Rule] = []
        for rule in sorted(line, key=lambda rule: rule.start):
            if parts and rule.start <= parts[-1].end + _TOUCH:
                parts[-1] = Rule(line[0].at, parts[-1].start, max(parts[-1].end, rule.end))
            else:
                parts.append(Rule(line[0].at, rule.start, rule.end))
        made += parts
    return made


def lattices(across: Sequence[Rule], down: Sequence[Rule]) -> list[Lattice]:
    """The rules of each group that meet each other, where they run both ways at least twice."""
    count = len(across)
    parent = list(range(count + len(down)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for i, flat in enumerate(across):
        for k, steep in enumerate(down):
            if (
                flat.start - _TOUCH <= steep.at <= flat.end + _TOUCH
                and steep.start - _TOUCH <= flat.at <= steep.end + _TOUCH
            ):
                parent[root(i)] = root(count + k)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number in range(len(parent)):
        group = groups.setdefault(root(number), ([], []))
        if number < count:
            group[0].append(across[number])
        else:
            group[1].append(down[number - count])
    made = []
    for flats, steeps in groups.values():
        ys, xs = _positions(rule.at for rule in flats), _positions(rule.at for rule in steeps)
        if len(xs) >= 2 and len(ys) >= 2:
            made.append(Lattice(_ends(xs, flats), _ends(ys, steeps), flats, steeps))
    return sorted(made, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def _positions(places: Iterable[float]) -> list[float]:
    made: list[list[float]] = []
    for place in sorted(places):
        if made and place - made[-1][-1] <= _SAME:
            made[-1].append(place)
        else:
            made.append([place])
    return [sum(group) / len(group) for group in made]


def _ends(places: list[float], crossing: Sequence[Rule]) -> list[float]:
    """The places and, where rules of the other direction reach well beyond them, the ends of those: an open side."""
    low, high = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    if low < places[0] - 2 * _TOUCH:
        places = [low, *places]
    if high > places[-1] + 2 * _TOUCH:
        places = [*places, high]
    return places


def cells(lattice: Lattice) -> list[tuple[int, int, int, int]]:
    """The cells as (row, column, rows, columns): squares of the grid, joined where no rule stands between them."""
    high, wide = len(lattice.ys) - 1, len(lattice.xs) - 1
    parent = list(range(high * wide))

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for r in range(high):
        for c in range(wide):
            if c + 1 < wide and not _covered(lattice.down, lattice.xs[c + 1], lattice.ys[r], lattice.ys[r + 1]):
                parent[root(r * wide + c + 1)] = root(r * wide + c)
            if r + 1 < high and not _covered(lattice.across, lattice.ys[r + 1], lattice.xs[c], lattice.xs[c + 1]):
                parent[root((r + 1) * wide + c)] = root(r * wide + c)
    groups: dict[int, list[tuple[int, int]]] = {}
    for number in range(high * wide):
        groups.setdefault(root(number), []).append(divmod(number, wide))
    made: list[tuple[int, int, int, int]] = []
    for group in groups.values():
        top, left = min(r for r, _ in group), min(c for _, c in group)
        tall, broad = max(r for r, _ in group) - top + 1, max(c for _, c in group) - left + 1
        if tall * broad == len(group):
            made.append((top, left, tall, broad))
        else:  # no rectangle: rules are missing, and nothing is joined
            made += [(r, c, 1, 1) for r, c in group]
    return sorted(made)


def _covered(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    size = max(0.1, end - start)
    held = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= _SAME + 0.5
    )
    return held >= _COVERED * size


def ruled_table(page: Page, lattice: Lattice, gap: float) -> Table | None:
    """The table that a lattice draws, with the words of the page in its cells; None where it draws none."""
    drawn = cells(lattice)
    if len(drawn) < 3:
        return None
    owner: dict[tuple[int, int], int] = {}
    entries = []
    for number, (r, c, rows, cols) in enumerate(drawn):
        top = lattice.ys[r]
        ruled = r > 0 and _covered(lattice.across, top, lattice.xs[c], lattice.xs[c + cols])
        entries.append(Entry(r, c, rows, cols, ruled=ruled))
        for i in range(r, r + rows):
            for k in range(c, c + cols):
                owner[i, k] = number
    for line in inside(page.lines, lattice.box):
        parts: dict[int, list[Word]] = {}
        for word in line:
            row = _slot(lattice.ys, word.base - 0.3 * word.size)
            col = _slot(lattice.xs, (word.x0 + word.x1) / 2)
            parts.setdefault(owner[row, col], []).append(word)
        for number, words in parts.items():
            entries[number].lines.append(words)
    filled = [entry for entry in entries if entry.lines]
    if (
        len({e.row for e in filled}) < 2
    ):  # one row may be the last of a table of the page before, or the head of the next
        first, last = lattice.ys[0] <= _TOP * page.height, lattice.ys[-1] >= (1 - _TOP) * page.height
        if len(filled) < 3 or not (first or last):
            return None
    elif len(filled) < 4 or len({e.col for e in filled}) < 2:
        return None
    entries = [part for entry in entries for part in _split(entry, lattice.xs, gap)]
    columns = list(pairwise(lattice.xs))
    return compact(Table(lattice.box, entries, len(lattice.ys) - 1, len(lattice.xs) - 1, columns))


def _split(entry: Entry, xs: Sequence[float], gap: float) -> list[Entry]:
    """A cell over several columns whose words keep to them: a row without rules between its cells."""
    if entry.cols < 2 or len(entry.lines) != 1:
        return [entry]
    phrases: list[list[Word]] = []
    for word in entry.lines[0]:
        if phrases and word.x0 - phrases[-1][-1].x1 <= max(1.75 * gap, 0.5) * word.size:
            phrases[-1].append(word)
        else:
            phrases.append([word])
    if len(phrases) < 2:
        return [entry]
    middles = [(words[0].x0 + words[-1].x1) / 2 for words in phrases]
    owned: list[list[int]] = [[] for _ in phrases]
    for c in range(entry.col, entry.col + entry.cols):
        at = (xs[c] + xs[c + 1]) / 2
        inner = next((n for n, middle in enumerate(middles) if xs[c] <= middle < xs[c + 1]), None)
        owned[min(range(len(phrases)), key=lambda n: abs(middles[n] - at)) if inner is None else inner].append(c)
    for words, held in zip(phrases, owned, strict=True):
        if not held or words[0].x0 < xs[held[0]] - 2 or words[-1].x1 > xs[held[-1] + 1] + 2:
            return [entry]
    single = len(phrases) > entry.cols // 2
    made = []
    for words, middle, held in zip(phrases, middles, owned, strict=True):
        own = [c for c in held if xs[c] <= middle < xs[c + 1]] if single else held
        made.append(Entry(entry.row, own[0], entry.rows, len(own), [words], entry.ruled))
    return made


def compact(table: Table) -> Table:
    """Without rows and columns in which no cell with words begins."""
    rows = sorted({e.row for e in table.entries if e.lines})
    cols = sorted({e.col for e in table.entries if e.lines})
    made = []
    for e in table.entries:
        if not e.lines:
            continue
        spans_r = sum(1 for r in rows if e.row <= r < e.row + e.rows)
        spans_c = sum(1 for c in cols if e.col <= c < e.col + e.cols)
        made.append(Entry(rows.index(e.row), cols.index(e.col), max(1, spans_r), max(1, spans_c), e.lines, e.ruled))
    return Table(table.box, made, len(rows), len(cols), [table.columns[c] for c in cols])


def inside(lines: Sequence[Sequence[Word]], box: Box) -> list[list[Word]]:
    """The words whose middle lies in a box, by line."""
    x0, y0, x1, y1 = box
    made = []
    for line in lines:
        if line[0].base + 0.3 * line[0].size < y0 or line[0].base - line[0].size > y1:
            continue
        held = [w for w in line if x0 - 1 <= (w.x0 + w.x1) / 2 <= x1 + 1 and y0 <= w.base - 0.3 * w.size <= y1]
        if held:
            made.append(held)
    return made


def outside(lines: Sequence[Sequence[Word]], boxes: Sequence[Box]) -> list[list[Word]]:
    """The words that lie in none of the boxes, by line."""
    made = []
    for line in lines:
        held = [
            w
            for w in line
            if not any(
                x0 - 1 <= (w.x0 + w.x1) / 2 <= x1 + 1 and y0 <= w.base - 0.3 * w.size <= y1 for x0, y0, x1, y1 in boxes
            )
        ]
        if held:
            made.append(held)
    return made


def _slot(edges: Sequence[float], at: float) -> int:
    for number, (_, end) in enumerate(pairwise(edges)):
        if at < end:
            return number
    return len(edges) - 2
