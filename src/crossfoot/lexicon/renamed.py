"""What helps to see that a name of a text is none of its source."""

from __future__ import annotations

from functools import cache

import msgspec

from crossfoot.lexicon import Row, load


class _Rows(Row, frozen=True):
    generic: str
    endings: str
    free: str


class Renamed(msgspec.Struct, frozen=True):
    generic: frozenset[str]
    endings: frozenset[str]
    free: frozenset[str]


@cache
def renamed() -> Renamed:
    rows = load("renamed.toml", _Rows)
    return Renamed(*(frozenset(listed.split()) for listed in (rows.generic, rows.endings, rows.free)))
