"""What a level is called after what was done to it, where no noun names it: `lexicon/<lang>/unspoken.toml`."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from crossfoot.lexicon import Row, load_if


class Deed(Row, frozen=True):
    name: str  # what the level is called, or the id of a metric
    kinds: tuple[str, ...]  # of which quantities
    verbs: tuple[str, ...]
    holds: str  # an example in which it is called so
    behind: frozenset[str] = frozenset()  # what must follow the figure
    led: frozenset[str] = frozenset()  # what must stand right before the figure; its verb may be far then
    large: bool | None = None  # only thousands and more, only less, or either
    fails: str = ""  # and one in which it is not


class Rows(Row, frozen=True):
    beside: frozenset[str]
    having: frozenset[str]
    completing: frozenset[str]
    passive: frozenset[str]
    after: frozenset[str]
    deed: tuple[Deed, ...]


class Unspoken(NamedTuple):
    rows: Rows
    by_last: dict[
        str, list[tuple[tuple[str, ...], Deed]]
    ]  # the words of each verb by the last of them, the longest first


@cache
def unspoken(lang: str) -> Unspoken | None:
    """None where a language has no such rows.

    >>> [deed.name for words, deed in unspoken("en").by_last["lent"]]
    ['loan']
    """
    rows = load_if(f"{lang}/unspoken.toml", Rows)
    if rows is None:
        return None
    by_last = defaultdict[str, list[tuple[tuple[str, ...], Deed]]](list)
    for deed in rows.deed:
        for verb in deed.verbs:
            words = tuple(verb.split())
            by_last[words[-1]].append((words, deed))
    return Unspoken(rows, {last: sorted(found, key=lambda x: -len(x[0])) for last, found in by_last.items()})
