"""Rows of what stands around Chinese names that only their characters give away."""

from __future__ import annotations

from crossfoot.lexicon import Row


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
