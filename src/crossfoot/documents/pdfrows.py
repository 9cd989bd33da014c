"""Lines of words come in; rows of phrases go out, and the runs of rows that may be a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from crossfoot.documents.pdfgrid import median
from crossfoot.documents.pdfpage import Rule
from crossfoot.documents.pdfwords import Word
from crossfoot.late import late

_FIGURE = late(
    r"[(\[<>≤≥~+\-–−—$€£¥￥]{0,4}\s?(?:US|HK|RMB|C|A)?[$€£¥￥]?\s?[-–−(]?\d[\d,.  ’']*"
    r"\s?(?:[%％‰xX)\]]|pp|bps|万|亿|元|年)*[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰a-d]{0,3}$"
    r"|[-–−—./*]{1,4}$|[Nn]\.?[AaMm]\.?$|n/a$|不适用$"
)
DIGIT = late(r"\d")


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
        if wide and before.text in ("$", "€", "£", "¥", "(", "US$") and DIGIT.match(word.text.lstrip("(-–")):
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
