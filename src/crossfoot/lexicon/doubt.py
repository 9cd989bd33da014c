"""Words that speak against a claim that does not tie: the rows of doubt.toml, as patterns over words in lower case."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.languages import spaced


class Rows(Row, frozen=True):
    part: tuple[str, ...]
    behind: tuple[str, ...]
    left: tuple[str, ...]
    workdays: tuple[str, ...]
    over: tuple[str, ...]
    lower: tuple[str, ...]
    placing: tuple[str, ...]
    scopes: tuple[str, ...]
    done: tuple[str, ...]
    bound: tuple[str, ...]
    idle: tuple[str, ...]


class Doubt(NamedTuple):
    part: re.Pattern[str]  # before a total: it is not what a price and a count make
    behind: re.Pattern[str]  # the same right behind it
    left: re.Pattern[str]  # somewhere in its sentences
    workdays: re.Pattern[str]  # by a rate for a day that is not for every day
    over: re.Pattern[str]  # by a rate that is for one of a stretch of time as well
    lower: re.Pattern[str]  # of what the first has least
    placing: re.Pattern[str]  # who is ahead
    scopes: re.Pattern[str]  # what is said in another scope
    done: re.Pattern[str]  # what is counted so far only
    bound: re.Pattern[str]  # a price that may be, and is not
    idle: re.Pattern[str]  # all of what may stand before the name of a thing without making it another


@cache
def doubt(lang: str) -> Doubt | None:
    """None where a language has no such words.

    >>> bool(doubt("en").part.search("and with spare parts the bill came to ")), bool(doubt("zh").part.search("已支付"))
    (True, True)
    """
    rows = load_if(f"{lang}/doubt.toml", Rows)
    if rows is None:
        return None
    made = {
        name: rf"\b(?:{either(words)})\b" if spaced(lang) else either(words)
        for name, words in ((name, getattr(rows, name)) for name in Doubt._fields)
    }
    made["behind"] = rf"[ ,]*(?:{either(rows.behind)})\b" if spaced(lang) else either(rows.behind)
    made["idle"] = rf"(?:{either(rows.idle)}| )*+"
    return Doubt(**{name: late(pattern) for name, pattern in made.items()})
