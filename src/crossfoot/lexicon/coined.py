"""Rows of what stands around Chinese names that only their characters give away."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load
from crossfoot.lexicon.ordinary import unheard


class CoinedRows(Row, frozen=True):
    """The rows of zh/coined.toml: words that spaces part, and characters."""

    stands: str
    has: str
    roughly: str
    moves: str
    turns: str
    tells: str
    kinds: str
    wide: str
    corporate: str
    longer: str
    never: str
    last: str
    behind: str
    before: str
    after: str
    holds: tuple[str, ...]
    fails: tuple[str, ...]


_STEM = range(2, 5)  # characters of a name that are nobody's word


@cache
def _rows() -> CoinedRows:
    return load("zh/coined.toml", CoinedRows)


def after() -> str:
    """Characters that are words of their own behind a name."""
    return _rows().after


def strange(stem: str) -> bool:
    """Are a few characters no word, and may they be a name?

    >>> strange("雾灵山"), strange("门票"), strange("拟以"), strange("机采率")
    (True, False, False, False)
    """
    rows = _rows()
    barred = len(stem) not in _STEM or not all("一" <= character <= "鿿" for character in stem) or stem[-1] in rows.last
    barred = barred or not {*stem}.isdisjoint(rows.never) or not {*stem}.isdisjoint(rows.before)
    return not barred and unheard(stem, alone=True)
