"""Everyday Chinese words of two characters come in as rows; out goes whether a run of characters is nobody's word."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from crossfoot.lexicon import Row, load
from crossfoot.lexicon.metrics import metric_forms


class OrdinaryRows(Row, frozen=True):
    """Each group is a character and those that make a word behind it."""

    everyday: str
    rare: str


@cache
def everyday_pairs() -> frozenset[str]:
    """Everyday words, and what metrics are called by."""
    named = (
        "".join(pair) for form in (*metric_forms("zh"), *metric_forms("zh", verbs=True)) for pair in pairwise(form)
    )
    return frozenset((*_pairs(load("zh/ordinary.toml", OrdinaryRows).everyday), *named))


@cache
def all_pairs() -> frozenset[str]:
    """These and rarer words."""
    return everyday_pairs().union(_pairs(load("zh/ordinary.toml", OrdinaryRows).rare))


def _pairs(groups: str) -> frozenset[str]:
    return frozenset(group[0] + behind for group in groups.split() for behind in group[1:])


def unheard(run: str, alone: bool = False) -> bool:
    """Are no two neighbours of a run an everyday word, nor a rare one where it stands `alone`?

    >>> unheard("曜川", alone=True), unheard("赤岩"), unheard("新动力"), unheard("毛利")
    (True, True, False, False)
    """
    known = all_pairs() if alone else everyday_pairs()
    return len(run) > 1 and known.isdisjoint(map("".join, pairwise(run)))
