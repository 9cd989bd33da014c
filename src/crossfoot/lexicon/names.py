"""Everyday words, which a capital at the start of a sentence makes no names of; and what Chinese names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crossfoot.lexicon import Row, load


class _Common(Row, frozen=True):
    words: str


@cache
def common() -> frozenset[str]:
    return frozenset(load("en/common.toml", _Common).words.split())


class NameRows(Row, frozen=True):
    """The rows of zh/names.toml, each a list of words that spaces part."""

    legal: str
    branches: str
    heads: str
    after: str
    shorts: str
    trades: str
    generic: str
    cuts: str
    keeps: str
    standing: str
    never: str
    verbs: str
    people: str
    latin: str
    sorts: str
    acts: str
    follows: str
    titles: str
    surnames: str
    places: str
    regions: str
    nations: str
    laws: str
    doers: str
    owns: str
    sellers: str
    incomes: str
    between: str
    openers: str
    leads: str
    takers: str
    units: str
    posts: str
    offices: str
    persons: str
    makers: str
    common: str


def trie(words: Iterable[str]) -> str:
    """A pattern for the longest of many words that reads each character once.

    >>> trie(["上海", "上交所", "上海市"])
    '上(?:交所|海(?:市)?)'
    """
    branches: dict[str, list[str]] = {}
    ends = False
    for word in sorted(set(words)):
        if word:
            branches.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    made = [re.escape(head) + (trie(rest) if rest != [""] else "") for head, rest in branches.items()]
    if not made:
        return ""
    if ends:
        return f"(?:{'|'.join(made)})?"
    return made[0] if len(made) == 1 else f"(?:{'|'.join(made)})"
