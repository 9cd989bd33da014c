"""Which place something takes among its like, read by grammar: superlatives, numbers, ordinals and what binds them."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if


class Placing(Row, frozen=True):
    superlatives: frozenset[str]
    most: frozenset[str]
    owned: frozenset[str]
    ordinals: dict[str, int]
    numbers: dict[str, int]
    several: frozenset[str]
    events: frozenset[str]
    times: frozenset[str]
    holding: frozenset[str]
    become: frozenset[str]
    making: frozenset[str]
    placing: frozenset[str]
    between: frozenset[str]
    losing: frozenset[str]
    overtaking: frozenset[str]
    topping: frozenset[str]
    tables: frozenset[str]
    titles: frozenset[str]
    orders: tuple[str, ...]
    wide: dict[str, str]
    markets: frozenset[str]
    leaders: frozenset[str]
    leads: frozenset[str]
    lasting: frozenset[str]


@cache
def placing(lang: str) -> Placing | None:
    """The rows of a language; None where it has none.

    >>> rows = placing("en")
    >>> rows is not None and "busiest" in rows.superlatives
    True
    """
    return load_if(f"{lang}/placing.toml", Placing)


@cache
def triggers(lang: str) -> frozenset[str]:
    """Words of which a sentence that ranks anything has one."""
    rows = placing(lang)
    if rows is None:
        return frozenset()
    leading = rows.leads | rows.leaders | {"ranked"}
    return leading | rows.superlatives | frozenset(rows.ordinals) | {"most", "no", "no.", "number", "runner-up", "only"}
