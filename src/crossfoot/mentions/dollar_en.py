"""A text comes in, the dollar that it says its bare "$" stands for goes out: "all figures are in Singapore dollars"."""

from __future__ import annotations

import re

from msgspec import structs

from crossfoot.lexicon.units import forms
from crossfoot.mentions.view import View
from crossfoot.model import Mention, Quantity

_HOMES = {form[: -len(" dollar")]: row.currency for form, row in forms("en").items() if form.endswith(" dollar")}
_STATED = re.compile(
    r"\b(?:figures|amounts|currency|values|stated|expressed|reported|presented)\b[^.;\n]{0,60}?"
    rf"\b({'|'.join(map(re.escape, _HOMES))}) (?:dollars|dlrs|dollar)\b"
)
_BARE = {"$", "dollar", "dollars", "dlr", "dlrs"}
_CENTS = {"cent", "cents", "ct", "cts", "¢", "c"}


def stated(text: str) -> str | None:
    """The currency that all bare dollars of a text are in, where it says so.

    >>> stated("revenue rose to $641 million (all figures are in singapore dollars)")
    'SGD'
    """
    if not any(f"{home} d" in text for home in _HOMES):
        return None
    hit = _STATED.search(text)
    return _HOMES[hit[1]] if hit is not None else None


def at_home(view: View, mentions: list[Mention]) -> list[Mention]:
    """The same mentions, bare dollars and cents being those that the text says they are."""
    currency = stated(view.lower)
    if currency is None:
        return mentions
    return [_at_home(view, mention, currency) for mention in mentions]


def _at_home(view: View, mention: Mention, currency: str) -> Mention:
    value = mention.value
    if not isinstance(value, Quantity) or value.unit_word is None or value.unit not in ("USD", "cent"):
        return mention
    word = view.original[slice(*value.unit_word)].lower()
    if value.unit == "USD" and word in _BARE:
        return structs.replace(mention, value=structs.replace(value, unit=currency, currency=currency))
    if value.unit == "cent" and word in _CENTS:
        return structs.replace(mention, value=structs.replace(value, currency=currency))
    return mention
