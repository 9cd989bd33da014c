"""Words before or behind two figures that stand side by side: the rows of ordered.toml, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import either
from crossfoot.lexicon.ordered import order

_MONEY = "[$€£¥]?"


class Paired(NamedTuple):
    """Patterns over words in lower case."""

    against: re.Pattern[str]  # between two figures that are compared
    led: re.Pattern[str]  # between what sets one over the other and both
    exactly: re.Pattern[str]
    now: re.Pattern[str]
    so: re.Pattern[str]
    instead: re.Pattern[str]


@cache
def paired(lang: str) -> Paired | None:
    """None where words are not spaced.

    >>> paired("en").against.fullmatch(" compared with just ") is not None, paired("zh") is None
    (True, True)
    """
    rows = order(lang)
    row = rows.rows.pairs if rows is not None else None
    if row is None:
        return None
    return Paired(
        late(rf"[^.;:]{{0,40}}\b(?:{either(row.against)}) (?:(?:{either(row.fillers)}) )*{_MONEY}$"),
        late(rf"(?::|\(|, (?:{either(row.led)})|[–—-]) ?(?:[a-z]+ ){{0,3}}{_MONEY}$"),
        late(rf",? (?:{either(row.exactly)})(?: (?:{either(row.just)}))?,? {_MONEY}$|:? ?\($"),
        late(
            rf"(?: (?:{either(row.called)}))?"
            rf"(?: (?:{either(row.again)})(?: (?:{either(row.since)}) [a-z0-9 ]{{2,20}})?)?,"
            rf" (?:{either(row.reaching)})(?: (?:{either(row.about)}))? {_MONEY}"
        ),
        late(rf",? (?:{either(row.so)}) [^.;0-9]{{0,40}}"),
        late(either(row.instead)),
    )
