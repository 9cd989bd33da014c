"""Lines of words come in; the tables that are only set by alignment go out.

A table is lines with the same empty gutters between their parts. What it costs most to get wrong is prose that is taken
for a table, so a run of lines must look like one: figures or short parts under each other, not sentences side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from crossfoot.documents.pdfgrid import Box, Entry, Table, median
from crossfoot.documents.pdfpage import Rule, Word

_FIGURE = re.compile(
    r"[(\[<>≤≥~+\-–−—$€£¥￥]{0,4}\s?(?:US|HK|RMB|C|A)?[$€£¥￥]?\s?[-–−(]?\d[\d,.  ’']*"
    r"\s?(?:[%％‰xX)\]]|pp|bps|万|亿|元|年)*[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰a-d]{0,3}$"
    r"|[-–−—./*]{1,4}$|[Nn]\.?[AaMm]\.?$|n/a$|不适用$"
)
_NOTES = ("note", "source", "*", "注", "资料来源", "数据来源", "†", "(1) ", "1 ")
_DIGIT = re.compile(r"\d")
_MARKER = re.compile(r"(?:[•·▪◦‣–—\-*o§➢✓■●□]|\(?[0-9ivxlcIVXLC]{1,4}[.)]|\(?[a-zA-Z][.)])$")


class Phrase(msgspec.Struct, gc=False):
    """Words of a line that no gutter parts."""

    words: list[Word]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def text(self) -> str:
        return said(self.words)

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


class Row(msgspec.Struct, gc=False):
    """A line as phrases."""

    phrases: list[Phrase]
    base: float
    size: float
    led: bool = False  # did dots lead from one part to the next?

    @property
    def x0(self) -> float:
        return self.phrases[0].x0

    @property
    def x1(self) -> float:
        return self.phrases[-1].x1


def said(words: Sequence[Word]) -> str:
    """The words of a line, a space where one stands."""
    return "".join((" " if number and word.spaced else "") + word.text for number, word in enumerate(words))


def is_figure(text: str) -> bool:
    """Is a cell a number, or what stands for one?

    >>> is_figure("(1,234)"), is_figure("12.5%"), is_figure("–"), is_figure("Q1 sales")
    (True, True, True, False)
    """
    return bool(_FIGURE.match(text))


def usual_gap(lines: Sequence[Sequence[Word]]) -> float:
    """The space between words, as a part of the size of the letters."""
    gaps = [
        (b.x0 - a.x1) / max(1.0, a.size)
        for line in lines
        for a, b in pairwise(line)
        if b.spaced and 0 < b.x0 - a.x1 < 1.2 * a.size
    ]
    return max(0.2, min(0.75, median(gaps))) if len(gaps) > 8 else 0.3


def row_of(line: Sequence[Word], gap: float, down: Sequence[Rule] = ()) -> Row:
    """A line cut where the space is much wider than between words, and where a rule comes between them."""
    height = line[0].base - 0.3 * line[0].size
    cuts = [rule.at for rule in down if rule.start <= height <= rule.end] if down else []
    kept = [bare for word in line if (bare := _unled(word)) is not None]
    led = len(kept) < len(line) or any(bare is not word for bare, word in zip(kept, line, strict=False))
    if not kept:
        return Row([Phrase(list(line))], line[0].base, line[0].size, True)
    many = sum(1 for word in kept if is_figure(word.text)) >= 3
    phrases = [Phrase([kept[0]])]
    for before, word in pairwise(kept):
        size = max(word.size, before.size)
        wide = word.x0 - before.x1 > max(1.75 * gap, 0.5) * size
        if many and not wide and word.spaced and _two_figures(before, word):
            wide = True
        # A sign in a column of its own belongs to the figure beside it.
        if wide and before.text in ("$", "€", "£", "¥", "(", "US$") and _DIGIT.match(word.text.lstrip("(-–")):
            wide = word.x0 - before.x1 > 6 * size
        if not wide and cuts:
            wide = any(before.x1 - 1 < cut < word.x0 + 1 for cut in cuts)
        if wide:
            phrases.append(Phrase([word]))
        else:
            phrases[-1].words.append(word)
    return Row(phrases, line[0].base, max(word.size for word in line), led)


def _unled(word: Word) -> Word | None:
    """A word without the dots that lead from it to the next column; None where there is nothing else to it."""
    bare = word.text.rstrip(".…·")
    dots = len(word.text) - len(bare)
    if dots < 3 and not (dots and not bare and word.text in ("..", "…", "·")):
        return word
    if not bare:
        return None
    edges = word.edges[: len(bare) + 1]
    return msgspec.structs.replace(word, text=bare, x1=edges[-1], edges=edges)


def _two_figures(before: Word, word: Word) -> bool:
    """Are these two numbers, and not the parts of one that spaces group: "1 234"?"""
    if not (is_figure(before.text) and is_figure(word.text)) or before.text.endswith(","):
        return False
    return word.x0 - before.x1 > 0.45 * word.size or not re.match(r"\d{3}(?!\d)", word.text)


def is_prose(row: Row) -> bool:
    """Does a line run through from edge to edge, as sentences do?"""
    width = row.x1 - row.x0
    held = sum(phrase.x1 - phrase.x0 for phrase in row.phrases)
    longest = max(len(phrase.text) for phrase in row.phrases)
    wide = max(sum(2 if c > "\u2e80" else 1 for c in phrase.text) for phrase in row.phrases)
    return len(row.phrases) <= 3 and held > 0.88 * width and (longest >= 42 or wide >= 50)


def runs(rows: Sequence[Row], rules: Sequence[Rule]) -> Iterator[list[Row]]:
    """Stretches of lines that may be a table: lines of several parts, and what stands between them."""
    held: list[Row] = []
    loose: list[Row] = []
    for row in rows:
        before = (loose or held)[-1] if held else None
        far = before is not None and row.base - before.base > _reach(before, row, rules)
        if len(held) > 4 and before is not None and not far and not any(is_figure(p.text) for p in row.phrases):
            usual = median(b.base - a.base for a, b in pairwise(held))
            far = row.base - before.base > max(2.2 * usual, 1.9 * row.size)
        prose = is_prose(row) and not (held and _is_label(row, held))
        if held and (far or prose):
            yield held
            held, loose = [], []
        if prose:
            continue
        if _many(row):
            if held and loose and not _between(held, loose, row):
                yield held
                held, loose = [], []
            held += [*loose, row] if held else [row]
            loose = []
        elif held:
            loose.append(row)
            if len(loose) > (6 if all(_is_label(other, held) for other in loose) else 3):
                yield held
                held, loose = [], []
    if held:
        yield held


def _is_label(row: Row, held: Sequence[Row]) -> bool:
    """Does a line keep to where the labels stand, left of all figures?"""
    later = [phrase.x0 for other in held for phrase in other.phrases[1:]]
    return bool(later) and len(row.phrases) == 1 and row.x1 < min(later)


def _reach(before: Row, row: Row, rules: Sequence[Rule]) -> float:
    """How far below one line the next of a table may stand; a rule between them holds them together."""
    ruled = any(before.base < rule.at < row.base and rule.start < before.x1 and rule.end > before.x0 for rule in rules)
    return (3.6 if ruled else 2.9) * max(before.size, row.size)


def _many(row: Row) -> bool:
    return len(row.phrases) >= 2


def _between(held: Sequence[Row], loose: Sequence[Row], row: Row) -> bool:
    """May lines of one part stand inside a table: a heading, or the rest of a label?"""
    left, right = min(r.x0 for r in held), max(r.x1 for r in held)
    width = max(1.0, right - left)
    for line in loose:
        if line.x1 - line.x0 > 0.75 * width and len(line.phrases[0].text) > 60:
            return False
    return row.x0 < right and row.x1 > left


# ----------------------------------------------------------------------------------------------------------- columns


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
    return any(is_figure(phrase.text) and _DIGIT.search(phrase.text) for phrase in row.phrases[1:])


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
        figures = [text for text in later if is_figure(text) and _DIGIT.search(text)]
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
