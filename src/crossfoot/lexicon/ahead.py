"""Words that make a level one that is yet to come, where words are spaced."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if


class Ahead(Row, frozen=True):
    doing: frozenset[str]
    wanting: frozenset[str]
    willing: frozenset[str]
    standing: frozenset[str]
    foreseen: frozenset[str]
    other: frozenset[str]
    ending: frozenset[str]
    nouns: frozenset[str]
    past: frozenset[str]
    spent: frozenset[str]
    awaited: frozenset[str]
    headed: frozenset[str]
    heading: frozenset[str]
    aims: frozenset[str]
    aiming: frozenset[str]
    estimates: frozenset[str]
    studying: frozenset[str]
    expecting: frozenset[str]
    demanding: frozenset[str]
    onto: frozenset[str]
    shifting: frozenset[str]
    having: frozenset[str]
    first: frozenset[str]
    putting: frozenset[str]
    plans: frozenset[str]
    done: tuple[str, ...]
    ways: frozenset[str]
    means: frozenset[str]
    consensus: frozenset[str]
    leading: frozenset[str]
    told: frozenset[str]
    being: frozenset[str]
    goes_on: frozenset[str]
    relative: frozenset[str]
    apart: frozenset[str]
    between: frozenset[str]
    own: frozenset[str]
    owner: tuple[str, ...]
    owning: frozenset[str]
    courses: frozenset[str]
    upon: frozenset[str]
    to: frozenset[str]
    of: frozenset[str]
    the: frozenset[str]
    be: frozenset[str]
    at: frozenset[str]
    by: frozenset[str]


@cache
def ahead(lang: str) -> Ahead | None:
    """The words of a language; None where it has none.

    >>> rows = ahead("en")
    >>> rows is not None and "aims" in rows.doing
    True
    """
    return load_if(f"{lang}/ahead.toml", Ahead)
