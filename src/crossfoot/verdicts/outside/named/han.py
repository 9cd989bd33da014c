"""Names in Chinese characters, of a text and of its sources, in; out go those that have taken another's place.

Two stretches of three characters that differ in one are held against each other. The one that differs is read alike, or
is another point of the compass, or belongs to a name; and neither stretch is anywhere in the other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.late import late
from crossfoot.lexicon.readings import readings
from crossfoot.lexicon.renamed import common_pairs, renamed
from crossfoot.model import Name, Report, Span

HAN = late("[\u4e00-\u9fff]+")
WIDE = 3  # characters that are held against each other
NAMED = 4  # characters at the head of a name that tell it from others

Altered = tuple[Span, Report, Span]  # where, and the source that has another there, and where that is


def han_names(report: Report, against: Sequence[Report]) -> Iterator[Altered]:
    """Each stretch that differs from one of a source in one character, with that one."""
    sources = [source for source in against if HAN.search(source.document.text)]
    text = report.document.text
    if not sources or not HAN.search(text):
        return
    theirs = {pair for source in sources for pair, _ in _windows(source.document.text, 2)}
    mine = {pair for pair, _ in _windows(text, 2)}
    holes, named = _holes(sources), {id(source): named_starts(source) for source in (report, *sources)}
    until = -1
    for window, start in _windows(text, WIDE):
        if start < until:
            continue
        for at, source, where in _others(window, holes):
            other = source.document.text[where : where + WIDE]
            if _pairs(window, at) & theirs or _pairs(other, at) & mine:
                continue
            told = start in named[id(report)] or where in named[id(source)]
            if at == WIDE - 1 and (_goes_on(text, window) or _goes_on(source.document.text, other)):
                continue
            if _swapped(window, other, at, told) and not _common(window + other):
                until = start + WIDE
                yield _around(report, start + at, at), source, _around(source, where + at, at)
                break


Holes = dict[tuple[int, str], dict[str, tuple[Report, int]]]


def _holes(sources: Sequence[Report]) -> Holes:
    """The windows of the sources without one of their characters, and with which ones, each once."""
    found: Holes = {}
    for source in sources:
        for window, start in _windows(source.document.text, WIDE):
            for at in range(WIDE):
                found.setdefault((at, _without(window, at)), {}).setdefault(window[at], (source, start))
    return found


def _others(window: str, holes: Holes) -> Iterator[tuple[int, Report, int]]:
    for at in range(WIDE):
        for char, (source, where) in holes.get((at, _without(window, at)), {}).items():
            if char != window[at]:
                yield at, source, where


def _without(window: str, at: int) -> str:
    return window[:at] + window[at + 1 :]


def _around(report: Report, at: int, offset: int) -> Span:
    """The character that differs, with the one before it if that is the same, and those behind it."""
    first = at - min(offset, 1)
    return Span(report.document.id, first, min(first + WIDE, len(report.document.text)))


def _windows(text: str, wide: int) -> Iterator[tuple[str, int]]:
    for match in HAN.finditer(text):
        for start in range(match.start(), match.end() - wide + 1):
            yield text[start : start + wide], start


def _goes_on(text: str, window: str) -> bool:
    """Does what it begins with go on in another way too, so that the last character is no part of a name?"""
    begun = re.escape(window[:-1])
    return re.search(rf"{begun}(?!{re.escape(window[-1])})", text) is not None


def _pairs(window: str, at: int) -> set[str]:
    """The pairs of characters that the one that differs is in."""
    return {window[i : i + 2] for i in (at - 1, at) if 0 <= i < WIDE - 1}


def _common(both: str) -> bool:
    """Is any pair of one of two windows of everyday words?"""
    return any(both[i : i + 2] in common_pairs() for i in (*range(WIDE - 1), *range(WIDE, 2 * WIDE - 1)))


def _swapped(window: str, other: str, at: int, named: bool) -> bool:
    """Is the one that differs read alike, another point of the compass, or of a name?"""
    one, instead = window[at], other[at]
    rows = renamed()
    if readings(one) & readings(instead):
        return (at == 1 or named) and not any(one in both and instead in both for both in rows.variants)
    if at == 0 and one in rows.compass and instead in rows.compass:
        return True
    return named and at < WIDE - 1 and not {one, instead} & set(rows.heads)


def named_starts(report: Report) -> set[int]:
    """Where Chinese names begin."""
    return {
        m.span.start
        for m in report.found.mentions
        if isinstance(m.value, Name) and m.rule != "anaphor" and HAN.match(report.document.text, m.span.start)
    }
