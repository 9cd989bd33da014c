"""Words before or behind two figures that stand side by side: the rows of ordered.toml, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.lexicon.ordered import order, shaped


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
    if rows is None or rows.rows.pairs is None:
        return None
    return Paired(*(shaped(rows.rows, name) for name in Paired._fields))
