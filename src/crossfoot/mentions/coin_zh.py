"""A text comes in, the currency that a shared name stands for goes out: 比索 of a Mexican story are Mexican."""

from __future__ import annotations

from functools import cache

from msgspec import structs

from crossfoot.lexicon.words import words
from crossfoot.mentions.view import View
from crossfoot.model import Mention, Quantity


def at_home(view: View, mentions: list[Mention]) -> list[Mention]:
    """The same mentions, a shared currency being that of the one country with it that the text names.

    >>> text = "墨西哥将最低工资提高到278比索"
    >>> [homes for name, homes in _homes() if name in text and name == "比索"][0]["墨西哥"]
    'MXN'
    """
    text = view.original
    shared = [(name, homes) for name, homes in _homes() if name in text]
    if not shared:
        return mentions
    known = {name: {currency for place, currency in homes.items() if place in text} for name, homes in shared}
    coins = {name: found.pop() for name, found in known.items() if len(found) == 1}
    return [_at_home(text, mention, coins) for mention in mentions] if coins else mentions


def _at_home(text: str, mention: Mention, coins: dict[str, str]) -> Mention:
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
