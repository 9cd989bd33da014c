"""Words beside a percentage that nothing has told: whether it is a move, and that it is no share."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if


class Leftover(Row, frozen=True):
    up: frozenset[str]
    down: frozenset[str]
    stops: frozenset[str]
    apart: frozenset[str]
    behind: frozenset[str]
    between: frozenset[str]
    parted: frozenset[str]
    beside: frozenset[str]
    set: frozenset[str]


@cache
def leftover(lang: str) -> Leftover | None:
    """The words of a language; None where it has none.

    >>> rows = leftover("en")
    >>> rows is not None and "cheaper" in rows.down
    True
    """
    return load_if(f"{lang}/leftover.toml", Leftover)
