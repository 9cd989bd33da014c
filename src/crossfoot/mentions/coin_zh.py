"""A text comes in, the currency that a shared name stands for goes out: 比索 of a Mexican story are Mexican.

In traditional script a bare 億元 is what the one currency beside it is: 新台幣2,368億元，去年同期2,033億元.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import structs

from crossfoot.lexicon.words import words
from crossfoot.mentions.view import View
from crossfoot.model import Mention, Quantity

_TRADITIONAL = ("億", "萬")
_BARE = ("元", "圓")


def at_home(view: View, mentions: list[Mention]) -> list[Mention]:
    """The same mentions, a shared currency being that of the one country with it that the text names.

    >>> text = "墨西哥将最低工资提高到278比索"
    >>> [homes for name, homes in _homes() if name in text and name == "比索"][0]["墨西哥"]
    'MXN'
    """
    text = view.original
    mentions = _as_led(text, mentions)
    shared = [(name, homes) for name, homes in _homes() if name in text]
    if not shared:
        return mentions
    known = {name: {currency for place, currency in homes.items() if place in text} for name, homes in shared}
    coins = {name: found.pop() for name, found in known.items() if len(found) == 1}
    return [_at_home(text, mention, coins) for mention in mentions] if coins else mentions


def _as_led(text: str, mentions: list[Mention]) -> list[Mention]:
    """The same mentions, a bare 億元 being of the one currency whose name leads others, if none is said to be yuan."""
    if not any(scale in text for scale in _TRADITIONAL):
        return mentions
    led = {_led(text, mention) for mention in mentions} - {None}
    if len(led) != 1 or "CNY" in led:
        return mentions
    coins = dict.fromkeys(_BARE, led.pop())
    return [
        _at_home(text, m, coins) if any(s in text[m.span.start : m.span.end] for s in _TRADITIONAL) else m
        for m in mentions
    ]


def _led(text: str, mention: Mention) -> str | None:
    value = mention.value
    if not isinstance(value, Quantity) or value.unit_word is None or text[mention.span.end - 1] not in _BARE:
        return None
    return value.currency if value.unit_word[0] < value.digits[0] else None


def _at_home(text: str, mention: Mention, coins: Mapping[str, str | None]) -> Mention:
    value = mention.value
    if not isinstance(value, Quantity) or value.kind != "money" or value.unit_word is None:
        return mention
    currency = coins.get(text[slice(*value.unit_word)])
    return (
        structs.replace(mention, value=structs.replace(value, unit=currency, currency=currency))
        if currency
        else mention
    )


@cache
def _homes() -> tuple[tuple[str, dict[str, str]], ...]:
    found: dict[str, dict[str, str]] = {}
    for entry in words("zh").lists["shared_coins"]:
        name, currency, place = entry.split()
        found.setdefault(name, {})[place] = currency
    return tuple(found.items())
