"""How a language says what figures elsewhere make by their names: `lexicon/<lang>/named.toml`, compiled.

"城镇居民收入是农村居民的1.85倍" names both figures; "产销率98%" is a rate whose name says of what it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if

_NAME = "[^，。；、：,:;（）()‖\\n\\d]"


class Rated(Row, frozen=True):
    """A rate by one of its names: what `part` calls, by what `whole` calls."""

    names: tuple[str, ...]
    part: tuple[str, ...]
    whole: tuple[str, ...]
    holds: str  # an example in which it ties
    never: tuple[str, ...] = ()  # words of a part that is only some of it, so that the rate may be higher
    less: bool = False  # it is by how much the part is less than the whole


class Rows(Row, frozen=True):
    equals: tuple[str, ...]
    than: tuple[str, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    moments: tuple[str, ...]
    former: tuple[str, ...]
    latter: tuple[str, ...]
    above: tuple[str, ...]  # between the names of two rates, of which the first is the higher
    below: tuple[str, ...]
    rate: tuple[Rated, ...]
    tails: tuple[str, ...] = ()  # with which the name of a rate ends, behind what its part is called
    before: tuple[str, ...] = ()  # what may stand before that
    never: tuple[str, ...] = ()  # what no part is called
    nameless: tuple[str, ...] = ()  # rates that can only be of what stands right before them
    done: tuple[str, ...] = ()  # before such a part


class Named(NamedTuple):
    rows: Rows
    equal: re.Pattern[str]  # before a multiple or a share
    unlike: re.Pattern[str]  # before what one is more or less than another
    moment: re.Pattern[str]
    rates: re.Pattern[str]  # before a rate
    apart: re.Pattern[str]  # before the points between two rates, of which one at least is named
    over: re.Pattern[str]  # before a figure that another, which is named, is so many times of
    by_name: dict[str, list[Rated]]
    plain: re.Pattern[str] | None  # before a rate that its part gives the name


@cache
def named(lang: str) -> Named | None:
    """None where a language has no such rows.

    >>> named("zh").equal.search("，一标段金额是二标段的").group("a", "b")
    ('一标段金额', '二标段')
    """
    rows = load_if(f"{lang}/named.toml", Rows)
    if rows is None:
        return None
    by_name = dict[str, list[Rated]]()
    for row in rows.rate:
        for name in row.names:
            by_name.setdefault(name, []).append(row)
    equal = rf"(?P<a>{_NAME}{{0,14}}?)(?:{either(rows.equals)})(?P<b>{_NAME}{{2,14}})的[约近仅]?$"
    unlike = (
        rf"(?P<a>{_NAME}{{0,14}}?)(?<![同环相对占])(?:{either(rows.than)})(?P<b>{_NAME}{{2,14}}?)"
        rf"(?:(?P<more>{either(rows.more)})|(?P<less>{either(rows.less)}))[了约近]?$"
    )
    rates = rf"(?P<name>{either(by_name)})(?:为|达|达到|约|约为|是|即为|，)?$"
    apart = (
        rf"(?P<a>{_NAME}{{0,14}}?)(?:(?P<more>{either(rows.above)})|(?P<less>{either(rows.below)}))"
        rf"(?P<b>{_NAME}{{2,14}}?)(?:约|近|了)?$"
    )
    over = rf"(?P<a>{_NAME}{{2,14}}?)(?:{either(rows.equals)}){_NAME}{{0,10}}$"
    plain = (
        rf"(?:^|[，。；、,;])(?:{either(rows.before)})?(?P<name>{_NAME}{{1,6}}?)"
        rf"(?:{either(rows.tails)})(?:为|达|达到|约|约为|是)?$"
    )
    moment = late(either(rows.moments))
    return Named(
        rows,
        late(equal),
        late(unlike),
        moment,
        late(rates),
        late(apart),
        late(over),
        by_name,
        late(plain) if rows.tails else None,
    )
