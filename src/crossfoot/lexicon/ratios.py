"""How many times another figure one is: the rows of ratios.toml as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.languages import spaced


class Rows(Row, frozen=True):
    of: tuple[str, ...]
    it: tuple[str, ...]
    told: tuple[str, ...]
    to_one: tuple[str, ...]
    idle: tuple[str, ...]
    its: str = ""  # between a figure and what multiple of it something is, where words are not spaced
    against: tuple[str, ...] = ()  # behind two characters that stand for what is set against each other
    are: tuple[str, ...] = ()


class Ratios(NamedTuple):
    """Patterns over the words before and behind a multiple, in lower case."""

    of: re.Pattern[str]  # and the name of what it is a multiple of
    it: re.Pattern[str]
    told: re.Pattern[str]  # between a name and the figure that it is told with: ", when there were "
    to_one: re.Pattern[str]
    idle: frozenset[str]
    its: re.Pattern[str]
    sides: re.Pattern[str]


@cache
def ratios(lang: str) -> Ratios | None:
    """None where a language has no such words.

    >>> ratios("en").of.match(" the amount on offer, and more")["name"]
    'amount on offer'
    >>> ratios("zh").of.search("规模是季度日均的")["name"]
    '季度日均'
    """
    rows = load_if(f"{lang}/ratios.toml", Rows)
    if rows is None:
        return None
    if spaced(lang):
        of = late(rf" (?:(?:{either(rows.of)}) ?)?(?P<name>[^,;:.()]{{0,60}})")
        return Ratios(
            of,
            late(rf" *(?:{either(rows.it)})\b"),
            late(rf"[^,;:()]{{0,60}}(?:,? (?:{either(rows.told)}) [^,;:()]{{0,20}}|, )?"),
            late(f"(?:{either(rows.to_one)})(?![0-9])"),
            frozenset(rows.idle),
            late(r"(?!)"),
            late(r"(?!)"),
        )
    of = late(f"(?:{either(rows.of)})(?P<name>[^，。；、：（）()0-9]{{2,12}}?)的$")
    never = late(r"(?!)")
    sides = late(f"([一-龥])([一-龥])(?:{either(rows.against)})(?:{either(rows.are)})?$")
    return Ratios(of, never, never, never, frozenset(rows.idle), late(rf"\s*{rows.its}\s*"), sides)
