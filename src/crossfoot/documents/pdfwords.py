"""Characters of a page come in, as pdfium tells them; the words of each line go out."""

from __future__ import annotations

import msgspec

from crossfoot.documents.grid import SUPERSCRIPT

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}


class Char(msgspec.Struct, gc=False):
    """One character as shown: the ends of its advance, its baseline, its size."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool


class Word(msgspec.Struct, gc=False):
    """Characters without white space between them, on one baseline."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    edges: list[float]  # where each character begins, and where the last ends
    spaced: bool = True  # does white space stand before it?

    @property
    def top(self) -> float:
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.22 * self.size


def lines_of(chars: list[Char]) -> list[list[Word]]:
    """Characters gathered by baseline and cut to words where white space is wider than letters are set apart."""
    lines: list[list[Char]] = []
    known: dict[tuple[float, float], list[Char]] = {}  # by baseline and size: the line that such a character is on
    for char in sorted(chars, key=_place):
        line = known.get((char.base, char.size))
        if line is None:
            line = next((held for held in reversed(lines[-6:]) if _on_line(held, char)), None)
            if line is None:
                line = []
                lines.append(line)
                known.clear()
            known[char.base, char.size] = line
        line.append(char)
    _raise_marks(lines)
    made = [_words(sorted(line, key=_left)) for line in lines]
    made = [line for line in made if line]
    return sorted(made, key=lambda line: line[0].base)


def _place(char: Char) -> tuple[float, float]:
    return char.base, char.x0


def _left(char: Char) -> float:
    return char.x0


def _raise_marks(lines: list[list[Char]]) -> None:
    """Put small letters that stand a little above a line into it; figures among them become superscripts."""
    for number, small in enumerate(lines):
        size = max((c.size for c in small), default=0.0)
        for line in lines[number + 1 : number + 4]:
            first = line[0] if line else None
            if first is None or size > 0.8 * first.size or not 0.1 < (first.base - small[0].base) / first.size < 0.6:
                continue
            near = [
                c
                for c in small
                if any(-first.size < c.x0 - o.x1 < first.size or abs(c.x1 - o.x0) < first.size for o in line)
            ]
            if len(near) == len(small):
                raised = [
                    msgspec.structs.replace(c, text=c.text.translate(SUPERSCRIPT), base=first.base) for c in small
                ]
                line += raised
                small.clear()
                break
    lines[:] = [line for line in lines if line]


def _on_line(line: list[Char], char: Char) -> bool:
    first = line[0]
    return abs(char.base - first.base) <= 0.18 * min(first.size, char.size) + 0.3


def _words(line: list[Char]) -> list[Word]:
    words: list[Word] = []
    letters: list[Char] = []
    spaced = True

    def close() -> None:
        nonlocal letters
        if letters:
            words.append(_word(letters, spaced))
        letters = []

    for char in line:
        text, size = char.text, char.size
        if text.isspace() or text == "\xad":
            if letters:
                close()
            spaced = True
            continue
        if letters:
            last = letters[-1]
            gap = char.x0 - last.x1
            if text == last.text and abs(char.x0 - last.x0) < 0.15 * size:
                continue  # set twice, a hair apart, to look bold
            if gap > 0.15 * size and gap > 0.15 * last.size:
                close()
                spaced = True
        letters.append(char)
        if len(letters) == 1 and words:
            gap = char.x0 - words[-1].x1
            spaced = spaced or gap > 0.1 * size
            if gap < 0.9 * size and _is_han(text) and _is_han(words[-1].text[-1]):
                spaced = False  # set apart to fill the line; Chinese has no spaces between words
    close()
    return words


def _is_han(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff"


def _word(letters: list[Char], spaced: bool) -> Word:
    written = "".join([letter.text for letter in letters])
    last = letters[-1]
    if written.isascii():
        edges = [round(letter.x0, 2) for letter in letters]
    else:
        edges = []
        for letter in letters:
            said = _LIGATURES.get(letter.text, letter.text)
            width = (letter.x1 - letter.x0) / len(said)
            edges += [round(letter.x0 + k * width, 2) for k in range(len(said))]
        written = "".join([_LIGATURES.get(letter.text, letter.text) for letter in letters])
    edges.append(round(last.x1, 2))
    bold = 2 * len([True for letter in letters if letter.bold]) > len(letters)
    size = max([letter.size for letter in letters])
    return Word(written, letters[0].x0, last.x1, letters[0].base, size, bold, edges, spaced)
