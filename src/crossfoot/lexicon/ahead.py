"""Words that make a level one that is yet to come, where words are spaced."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load


class Ahead(Row, frozen=True):
    doing: frozenset[str]
    wanting: frozenset[str]
    other: frozenset[str]
    ending: frozenset[str]
    spent: frozenset[str]


@cache
def ahead(lang: str) -> Ahead | None:
    try:
        return load(f"{lang}/ahead.toml", Ahead)
    except FileNotFoundError:
        return None
