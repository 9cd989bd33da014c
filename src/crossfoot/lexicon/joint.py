"""Names that are joined to call a whole by its parts: the words of joint.toml, as patterns over words in lower case."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if

_NAME = "[a-z][a-z'-]+"


class Rows(Row, frozen=True):
    last: frozenset[str]  # before the last of some names
    ends: tuple[str, ...]  # behind what is said of a figure


class Joining(NamedTuple):
    names: re.Pattern[str]  # two names or more
    ends: re.Pattern[str]  # where what is said of a figure ends
    last: frozenset[str]


@cache
def joining(lang: str) -> Joining | None:
    """None where a language joins no names so.

    >>> joining("en").names.search(" intermodal boxes, carloads and trailers a week")[0]
    'boxes, carloads and trailers'
    >>> joining("zh") is None
    True
    """
    rows = load_if(f"{lang}/joint.toml", Rows)
    if rows is None:
        return None
    names = rf"(?:{_NAME}, ){{0,2}}{_NAME},? (?:{either(rows.last)}) {_NAME}\b"
    return Joining(late(names), late(rf"[,;:().]| (?:{either(rows.ends)}) "), rows.last)
