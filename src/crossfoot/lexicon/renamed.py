"""What helps to see that a name of a text is none of its source."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from crossfoot.lexicon import HERE, Row, load


class _Rows(Row, frozen=True):
    generic: str
    endings: str
    free: str
    variants: str
    compass: str
    common_heads: str
    nations: str


class Renamed(msgspec.Struct, frozen=True):
    generic: frozenset[str]
    endings: frozenset[str]
    free: frozenset[str]
    variants: tuple[str, ...]
    compass: str
    heads: str
    nations: tuple[tuple[str, ...], ...]  # the forms of each


@cache
def renamed() -> Renamed:
    rows = load("renamed.toml", _Rows)
    return Renamed(
        frozenset(rows.generic.split()),
        frozenset(rows.endings.split()),
        frozenset(rows.free.split()),
        tuple(rows.variants.split()),
        rows.compass,
        rows.common_heads,
        tuple(tuple(line.split(", ")) for line in rows.nations.strip().split("\n")),
    )


@cache
def common_pairs() -> frozenset[str]:
    """The pairs of characters that some row of the lexicon has: of everyday words, so of no name.

    >>> "产量" in common_pairs(), "岬抽" in common_pairs()
    (True, False)
    """
    rows = [*HERE.iterdir(), *HERE.joinpath("zh").iterdir()]
    listed = {"readings.toml", "ordinary.toml"}  # characters in groups, and no words
    told = (row for row in rows if row.name.endswith(".toml") and row.name not in listed)
    texts = (row.read_text(encoding="utf-8") for row in told)
    runs = (match.group() for text in texts for match in re.finditer("[\u4e00-\u9fff]{2,}", text))
    return frozenset(run[i : i + 2] for run in runs for i in range(len(run) - 1))
