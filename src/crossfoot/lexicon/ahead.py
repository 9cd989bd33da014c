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


@cache
def ahead(lang: str) -> Ahead | None:
    return load_if(f"{lang}/ahead.toml", Ahead)
