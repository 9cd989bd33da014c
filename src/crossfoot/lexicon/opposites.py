"""Words that leave one another out, in both languages: the rows of opposites.toml, found in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import either, load

NAME = "opposites.toml"

Axes = dict[str, dict[str, tuple[str, ...]]]
Found = tuple[str, str, int, int]  # axis, value, from, to


def opposites(text: str, start: int, end: int) -> Iterator[Found]:
    """Each value that a stretch of text has on an axis, and where.

    >>> text = "Imports of women's shoes, 国内生产总值, 进出口中出口"
    >>> [(axis, value) for axis, value, *_ in opposites(text, 0, len(text))]
    [('trade', 'import'), ('sex', 'women'), ('trade', 'export')]
    """
    pattern = _pattern()
    for match in pattern.finditer(text, start, end):
        for axis, value in _values()[match.group().casefold()]:
            if value:
                yield axis, value, match.start(), match.end()


@cache
def _values() -> dict[str, list[tuple[str, str]]]:
    """What each form says; one may have its place on two axes."""
    found = dict[str, list[tuple[str, str]]]()
    for axis, values in load(NAME, Axes).items():
        for value, forms in values.items():
            for form in forms:
                found.setdefault(form.casefold(), []).append((axis, value))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    latin, han = ([form for form in _values() if form[0].isascii() is ascii_] for ascii_ in (True, False))
    return late(rf"\b(?:{either(latin)})(?![A-Za-z0-9_])|{either(han)}", re.IGNORECASE)
