"""Runs of rows come in; the tables that are only set by alignment go out.

A table is lines with the same empty gutters between their parts. What it costs most to get wrong is prose that is taken
for a table, so a run of lines must look like one: figures or short parts under each other, not sentences side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from crossfoot.documents.pdfgrid import Box, Entry, Table, median
from crossfoot.documents.pdfpage import Rule
from crossfoot.documents.pdfrows import DIGIT, Phrase, Row, is_figure, said
from crossfoot.late import late

_NOTES = ("note", "source", "*", "注", "资料来源", "数据来源", "†", "(1) ", "1 ")
_MARKER = late(r"(?:[•·▪◦‣–—\-*o§➢✓■●□]|\(?[0-9ivxlcIVXLC]{1,4}[.)]|\(?[a-zA-Z][.)])$")


def columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Where the columns of a run begin and end: what the fullest lines leave empty is a gutter."""
    counts = [len(row.phrases) for row in rows]
    most = sorted(counts)[max(0, int(len(counts) * 0.9) - 1)] if counts else 0
    core = [row for row in rows if len(row.phrases) >= max(2, 0.6 * most)]
    spans = [[phrase.x0, phrase.x1] for row in core for phrase in row.phrases]
    size = median(row.size for row in rows)
    tolerance = len(core) // 9
    made = _parts(spans, tolerance, 0.25 * size)
    some = any(_figures(row) for row in rows)
    for row in rows:  # a column that only thin lines have
        if some and not _figures(row):
            continue  # a head over two columns stands over the gutter between them
        for phrase in row.phrases:
            if len(row.phrases) > 1 and not any(phrase.x0 < end and phrase.x1 > start for start, end in made):
                made.append((phrase.x0, phrase.x1))
                made.sort()
    return _unjoined(made, core)


def _unjoined(cols: list[tuple[float, float]], core: Sequence[Row]) -> list[tuple[float, float]]:
    """A column in which most lines have two parts is two: a wide head or figure hides the gutter."""
    made: list[tuple[float, float]] = []
    for start, end in cols:
        cuts = []
        for row in core:
            held = [p for p in row.phrases if start - 1 <= p.middle <= end + 1]
            cuts += [(a.x1 + b.x0) / 2 for a, b in pairwise(held)] if len(held) == 2 else []
        if len(cuts) >= max(2, 0.5 * len(core)):
            middle = median(cuts)
            made += [(start, middle), (middle, end)]
        else:
            made.append((start, end))
    return made


def _figures(row: Row) -> bool:
    return any(is_figure(phrase.text) and DIGIT.search(phrase.text) for phrase in row.phrases[1:])


def _parts(spans: Sequence[Sequence[float]], tolerance: int, least: float) -> list[tuple[float, float]]:
    """Stretches that more than so many spans cover, gutters between them no narrower than `least`."""
    steps = sorted([(start, 1) for start, _ in spans] + [(end, -1) for _, end in spans])
    made: list[tuple[float, float]] = []
    depth, start = 0, None
    for at, step in steps:
        depth += step
        if depth > tolerance and start is None:
            start = at
        elif depth <= tolerance and start is not None:
            if made and start - made[-1][1] < least:
                made[-1] = (made[-1][0], at)
            elif at - start > 0.5:
                made.append((start, at))
            start = None
    return made


def place(phrase: Phrase, cols: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """The first column that a phrase stands in, and how many it spans."""
    shares = [
        max(0.0, min(phrase.x1, end) - max(phrase.x0, start)) / max(1.0, min(end - start, phrase.x1 - phrase.x0))
        for start, end in cols
    ]
    held = [c for c, share in enumerate(shares) if share > 0.35]
    if not held:
        best = max(range(len(cols)), key=lambda c: shares[c])
        if shares[best] == 0:
            best = min(range(len(cols)), key=lambda c: min(abs(cols[c][0] - phrase.x1), abs(cols[c][1] - phrase.x0)))
        return best, 1
    return held[0], held[-1] - held[0] + 1


# ------------------------------------------------------------------------------------------------------------- grids


def aligned_table(rows: Sequence[Row], across: Sequence[Rule], sure: bool = False) -> Table | None:
    """The table that a run of lines is; None if it looks like prose. `sure`: rules say that it is one."""
    if len(rows) < 2:
        return None
    cols = columns(rows)
    if len(cols) < 2:
        return None
    rows = _trimmed(rows, cols)
    lines = [_cells(row, cols) for row in rows]
    if len(rows) < 2 or not _looks_like_one(rows, lines, len(cols), sure):
        return None
    box = (
        min(r.x0 for r in rows),
        rows[0].base - rows[0].size,
        max(r.x1 for r in rows),
        rows[-1].base + 0.3 * rows[-1].size,
    )
    depth = _head_depth(lines)
    groups = _grouped(rows, lines, depth, across, box, cols)
    entries: list[Entry] = []
    for number, group in enumerate(groups):
        entries += _merged(number, [lines[i] for i in group], rows[group[0]], across)
    head = next((number for number, group in enumerate(groups) if group[0] >= depth), 0)
    table = Table(box, entries, len(groups), len(cols), list(cols))
    _spread_heads(table, head, cols, across, rows, groups)
    return table


def with_heads(table: Table, above: Sequence[Row]) -> Table:
    """A table with lines of heads set over it, each in the columns that it stands over."""
    entries = [msgspec.structs.replace(e, row=e.row + len(above)) for e in table.entries]
    for number, row in enumerate(above):
        entries += [Entry(number, first, 1, count, [p.words]) for first, count, p in _cells(row, table.columns)]
    top = above[0].base - above[0].size
    box = (table.box[0], top, table.box[2], table.box[3])
    made = Table(box, entries, table.height + len(above), table.width, table.columns)
    _spread_heads(made, len(above), made.columns, [], above, [[n] for n in range(len(above))])
    return made


def beside(table: Table) -> list[Table]:
    """The tables that stand side by side as one: where the heads, that of the labels too, come again and again."""
    top = sorted((e for e in table.entries if e.row == 0), key=lambda e: e.col)
    heads = ["".join(said(line) for line in e.lines) for e in top]
    if len(top) != table.width or table.height < 3:
        return [table]
    for period in range(2, table.width // 2 + 1):
        if table.width % period == 0 and heads == heads[:period] * (table.width // period) and len(set(heads)) > 1:
            break
    else:
        return [table]
    made = []
    for start in range(0, table.width, period):
        held = [e for e in table.entries if start <= e.col < start + period]
        labels = [said(e.lines[0]) for e in held if e.col == start and e.row > 0]
        if not labels or sum(map(is_figure, labels)) * 2 > len(labels):
            return [table]
        words = [word for e in held for word in e.words]
        box = (min(w.x0 for w in words), table.box[1], max(w.x1 for w in words), table.box[3])
        moved = [msgspec.structs.replace(e, col=e.col - start, cols=min(e.cols, start + period - e.col)) for e in held]
        made.append(Table(box, moved, table.height, period, table.columns[start : start + period]))
    return made


def _trimmed(rows: Sequence[Row], cols: Sequence[tuple[float, float]]) -> Sequence[Row]:
    """Without the titles above and the notes below: long words that keep to no column."""

    def strange(row: Row, last: bool) -> bool:
        if any(is_figure(phrase.text) for phrase in row.phrases[1:]):
            return False
        long = max(len(phrase.text) for phrase in row.phrases)
        spans = max(place(phrase, cols)[1] for phrase in row.phrases)
        note = last and row.phrases[0].text.lower().startswith(_NOTES)
        return (
            note
            or (long > 30 and spans > 1 and spans >= len(cols) // 3)
            or (last and len(row.phrases) == 1 and long > 50)
        )

    first, end = 0, len(rows)
    while end - first > 2 and strange(rows[first], False):
        first += 1
    while end - first > 2 and strange(rows[end - 1], True):
        end -= 1
    return rows[first:end]


def _cells(row: Row, cols: Sequence[tuple[float, float]]) -> list[tuple[int, int, Phrase]]:
    """The phrases of a line in their columns; two that share a column are one."""
    made: list[tuple[int, int, Phrase]] = []
    for phrase in row.phrases:
        first, count = place(phrase, cols)
        if made and first < made[-1][0] + made[-1][1]:
            start, held, before = made[-1]
            if first + count > start + held and first >= start + held - 1 and count > 1:
                first, count = start + held, first + count - start - held
                made.append((first, count, phrase))
                continue
            end = max(start + held, first + count)
            made[-1] = (start, end - start, Phrase(before.words + phrase.words))
        else:
            made.append((first, count, phrase))
    return made


def _looks_like_one(
    rows: Sequence[Row], lines: Sequence[Sequence[tuple[int, int, Phrase]]], width: int, sure: bool
) -> bool:
    texts = [phrase.text for line in lines for _, _, phrase in line]
    later = [phrase.text for line in lines for first, _, phrase in line if first > 0]
    if not later:
        return False
    figures = sum(1 for text in later if is_figure(text))
    share = figures / len(later)
    wordy = sum(1 for text in texts if len(text) > 45 or len(text.split()) > 8) / len(texts)
    leaders = sum(1 for row in rows if row.led)
    full = sum(1 for line in lines if len(line) >= 2)
    if leaders * 2 > len(rows) and width <= 3 and _pages(later):
        return False
    if full < 2 or (full < 3 and not sure and share < 0.5):
        return False
    stubs = [line[0][2].text for line in lines if line and line[0][0] == 0]
    marked = sum(1 for text in stubs if _MARKER.match(text))
    if width == 2 and marked * 2 >= len(stubs) and share < 0.8:
        return False
    if sure:
        return wordy < 0.6
    if share >= 0.45 and wordy < 0.35:
        return True
    if width >= 3 and share >= 0.2 and wordy < 0.2:
        return True
    short = median(len(text) for text in texts)
    return width >= 4 and full >= 4 and wordy < 0.08 and short <= 14 and full >= 0.7 * len(rows)


def _pages(texts: Sequence[str]) -> bool:
    """Are these the page numbers of a list of contents?"""
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) <= 4]
    return 2 * len(numbers) >= len(texts) and sum(a > b for a, b in pairwise(numbers)) <= len(numbers) // 10


def _head_depth(lines: Sequence[Sequence[tuple[int, int, Phrase]]]) -> int:
    """How many lines stand above the first with figures that are no years."""
    for number, line in enumerate(lines):
        later = [phrase.text for first, _, phrase in line if first > 0]
        figures = [text for text in later if is_figure(text) and DIGIT.search(text)]
        years = [text for text in figures if re.match(r"(?:19|20)\d\d\D{0,3}$", text)]
        if figures and len(years) < len(figures) and 2 * len(figures) >= len(later):
            while number > 1 and len(lines[number - 1]) == 1 and lines[number - 1][0][0] == 0:
                number -= 1  # a heading of rows is none of columns
            return number
    return 1 if len(lines) > 2 else 0


def _grouped(
    rows: Sequence[Row],
    lines: Sequence[Sequence[tuple[int, int, Phrase]]],
    depth: int,
    across: Sequence[Rule],
    box: Box,
    cols: Sequence[tuple[float, float]],
) -> list[list[int]]:
    """Lines gathered to rows: the lines of one cell stand closer than rows do, or a rule parts them from others."""
    parted = [_parted(rows[i], rows[i + 1], across, box) for i in range(len(rows) - 1)]
    gaps = [b.base - a.base for a, b in pairwise(rows)]
    body = range(depth, len(rows) - 1)
    by_rules = sum(parted[i] for i in body) >= 0.5 * max(1, len(body)) and len(body) > 2
    between = sorted(gaps[i] for i in body if _full(lines[i]) and _full(lines[i + 1]))
    usual = between[len(between) // 2] if between else median(gaps)
    end = max((p.x1 for line in lines for first, count, p in line if (first, count) == (0, 1)), default=cols[0][1])
    groups: list[list[int]] = [[0]]
    for i in range(len(rows) - 1):
        tight = gaps[i] < 0.86 * usual
        if parted[i]:
            goes_on = False
        elif i + 1 < depth:
            goes_on = _one_head(lines[i], lines[i + 1], gaps[i], max(rows[i].size, rows[i + 1].size))
        elif i + 1 == depth:
            goes_on = False
        else:
            held = any(_full(lines[k]) for k in groups[-1])
            after = next((gaps[k] for k in range(i + 1, len(gaps)) if _full(lines[k + 1])), 1e9)
            goes_on = by_rules or (
                not (held and _full(lines[i + 1]))
                and not (held and gaps[i] > after + 0.5)
                and _one_row(lines, i, tight, gaps[i] > 1.15 * usual, end)
            )
        if goes_on:
            groups[-1].append(i + 1)
        else:
            groups.append([i + 1])
    return groups


def _parted(above: Row, below: Row, across: Sequence[Rule], box: Box) -> bool:
    width = box[2] - box[0]
    held = sum(
        max(0.0, min(rule.end, box[2]) - max(rule.start, box[0]))
        for rule in across
        if above.base - 0.1 * above.size < rule.at < below.base - 0.5 * below.size
    )
    return held > 0.5 * width


def _full(line: Sequence[tuple[int, int, Phrase]]) -> bool:
    return sum(1 for _, _, phrase in line if is_figure(phrase.text)) >= 1


def _one_head(
    above: Sequence[tuple[int, int, Phrase]], below: Sequence[tuple[int, int, Phrase]], gap: float, size: float
) -> bool:
    """Are two lines of a head the lines of the same cells? Not where one of them spans columns that the other fills."""
    if gap > 1.7 * size or any(count > 1 for _, count, _ in above):
        return False
    if sum(1 for first, _, _ in below if first > 0) > sum(1 for first, _, _ in above if first > 0) > 0:
        return False
    over, under = {first for first, _, _ in above}, {first for first, _, _ in below}
    return bool(over & under) or len(above) >= 2


def _one_row(
    lines: Sequence[Sequence[tuple[int, int, Phrase]]],
    i: int,
    tight: bool,
    spaced: bool,
    end: float,
) -> bool:
    """Does line i + 1 go on with the cells of line i? `spaced`: it stands farther off than rows do."""
    above, below = lines[i], lines[i + 1]
    over, under = _full(above), _full(below)
    if (over and under) or spaced:
        return False
    start = below[0][2].text[:1]
    label = above[0][0] == 0 and below[0][0] == 0
    broken = label and _broken(above[0][2], below[0][2], end)
    if len(above) == 1 and len(below) == 1:
        return above[0][0] == below[0][0] and (tight or broken)
    if over and not under:  # what follows the figures: the rest of a label
        return tight or (len(below) == 1 and (start.islower() or broken or below[0][0] > 0))
    if under and len(above) == 1 and label:
        return (tight or start.islower() or broken) and not above[0][2].text.endswith((":", "："))
    return tight


def _broken(above: Phrase, below: Phrase, end: float) -> bool:
    """Was a label broken here, since its next word would not have fitted?"""
    word = below.words[0]
    if (len(above.words) < 2 and above.x1 - above.x0 < 8 * word.size) or is_figure(word.text):
        return False
    return above.x1 + 0.2 * word.size + (word.x1 - word.x0) > end + 1 and above.text[-1:] not in ".:：。"


def _merged(
    number: int, lines: Sequence[Sequence[tuple[int, int, Phrase]]], first: Row, across: Sequence[Rule]
) -> list[Entry]:
    """The cells of the lines that make one row."""
    made: list[Entry] = []
    for line in lines:
        for start, count, phrase in line:
            held = next((e for e in made if start < e.col + e.cols and e.col < start + count), None)
            if held is None:
                ruled = any(
                    0 < phrase.words[0].base - rule.at < 2.2 * first.size
                    and rule.start - 2 <= phrase.middle <= rule.end + 2
                    and rule.at < phrase.words[0].base - 0.5 * first.size
                    for rule in across
                )
                made.append(Entry(number, start, 1, count, [phrase.words], ruled))
            else:
                end = max(held.col + held.cols, start + count)
                held.col = min(held.col, start)
                held.cols = end - held.col
                held.lines.append(phrase.words)
    return sorted(made, key=lambda e: e.col)


def _spread_heads(
    table: Table,
    head: int,
    cols: Sequence[tuple[float, float]],
    across: Sequence[Rule],
    rows: Sequence[Row],
    groups: Sequence[Sequence[int]],
) -> None:
    """Let heads of groups span their columns, by a rule under them or by where they stand; and stubs the rows."""
    for number in range(head):
        own = [e for e in table.entries if e.row == number]
        below = [e for e in table.entries if e.row == number + 1]
        if not own or number + 1 >= table.height:
            continue
        if number + 1 >= len(groups):
            continue
        gap = rows[groups[number][-1]].base, rows[groups[number + 1][0]].base
        _spread(own, below, cols, [r for r in across if gap[0] - 1 < r.at < gap[1] - 0.3], table.box)
    for c in range(table.width):
        _stacked(table, head, c)


def _stacked(table: Table, head: int, col: int) -> None:
    """Heads of one column under each other and under no head of a group: lines of one cell, as high as the head."""
    over = [e for e in table.entries if e.row < head and e.cols < table.width]
    if not over:
        return
    top = min(e.row for e in over)
    here = sorted((e for e in over if e.col <= col < e.col + e.cols), key=lambda e: e.row)
    if not here or any(e.cols > 1 for e in here) or head - top < 2 or not any(e.cols > 1 for e in over):
        return
    for above, below in pairwise(here):
        if below.lines[0][0].base - above.lines[-1][0].base > 1.6 * below.lines[0][0].size:
            return
    first = here[0]
    for e in here[1:]:
        first.lines += e.lines
        table.entries.remove(e)
    first.row, first.rows = top, head - top


def _spread(
    own: Sequence[Entry], below: Sequence[Entry], cols: Sequence[tuple[float, float]], rules: Sequence[Rule], box: Box
) -> None:
    """Let each head of one row span the columns that are under it."""
    taken = {c: e for e in own for c in range(e.col, e.col + e.cols)}
    wanted: dict[int, list[int]] = {}
    for number, e in enumerate(own):
        middle = _middle(e)
        rule = next(
            (r for r in rules if r.start <= middle <= r.end and r.end - r.start < 0.93 * (box[2] - box[0])), None
        )
        if rule is not None:
            wanted[number] = [c for c, (a, b) in enumerate(cols) if rule.start - 3 <= (a + b) / 2 <= rule.end + 3]
    if not wanted:
        wanted = _shared(own, below, cols)
    for number, wide in wanted.items():
        e = own[number]
        if not wide or len(wide) <= e.cols:
            continue
        if all(taken.get(c, e) is e for c in wide):
            e.col, e.cols = wide[0], wide[-1] - wide[0] + 1


def _shared(own: Sequence[Entry], below: Sequence[Entry], cols: Sequence[tuple[float, float]]) -> dict[int, list[int]]:
    """Each column that has a head below it, given to the nearest head above; only where that comes out even."""
    under = sorted({c for e in below for c in range(e.col, e.col + e.cols)})
    heads = [(number, _middle(e)) for number, e in enumerate(own) if e.col > 0 or 0 in under]
    free = [c for c in under if c > 0 or own[0].col == 0]
    if len(free) <= len(heads) or not heads:
        return {}
    given: dict[int, list[int]] = {}
    for c in free:
        middle = (cols[c][0] + cols[c][1]) / 2
        nearest = min(heads, key=lambda head: abs(head[1] - middle))[0]
        given.setdefault(nearest, []).append(c)
    sizes = {len(part) for part in given.values()}
    even = len(sizes) == 1 and len(given) == len(heads) > 1 and max(sizes) > 1
    made = {}
    for number, part in given.items():
        if part != list(range(part[0], part[-1] + 1)):
            continue
        start, end = cols[part[0]][0], cols[part[-1]][1]
        centred = abs((start + end) / 2 - _middle(own[number])) < 0.08 * (end - start) + 2
        if even or (centred and len(part) > 1):
            made[number] = part
    return made


def _middle(entry: Entry) -> float:
    return (min(word.x0 for word in entry.words) + max(word.x1 for word in entry.words)) / 2
