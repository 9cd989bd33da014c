"""Who holds how much of a firm, read by grammar around a percentage: the words of holding, and of what is held."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if


class Stakes(Row, frozen=True):
    holding: frozenset[str]
    taking: frozenset[str]
    having: frozenset[str]  # those of them that hold much else
    moving: frozenset[str]
    past: frozenset[str]  # past forms that do not end in "ed"
    base: frozenset[str]  # what may stand without an auxiliary: "they own"
    owned: frozenset[str]
    stakes: frozenset[str]
    capital: frozenset[str]
    holders: frozenset[str]
    several: frozenset[str]
    ranking: frozenset[str]
    bodies: frozenset[str]
    belonging: frozenset[str]
    unowned: frozenset[str]
    firms: frozenset[str]
    hedges: frozenset[str]
    ends: frozenset[str]
    onward: frozenset[str]
    leading: frozenset[str]
    jointly: frozenset[str]
    things: frozenset[str]  # end like those who do something, and are no firms
    own: frozenset[str]
    sold: frozenset[str]
    leaving: frozenset[str]
    earlier: frozenset[str]
    rest: frozenset[str]
    labels: frozenset[str]


@cache
def stakes(lang: str) -> Stakes | None:
    """The rows of a language; None where it has none.

    >>> rows = stakes("en")
    >>> rows is not None and "shareholder" in rows.holders
    True
    """
    return load_if(f"{lang}/stake.toml", Stakes)
