"""A text comes in, the dollar that its bare "$" stands for goes out: stated, or the home of the story; crowns likewise.

A story says it outright ("all figures are in Singapore dollars"), or it marks the American ones ("US$") and is set in
one country that has dollars of its own; a bare dollar of such a story is not American, else it would be marked too.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import structs

from crossfoot.late import late
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.units import forms
from crossfoot.lexicon.words import words
from crossfoot.mentions.view import View
from crossfoot.model import Mention, Quantity

_HOMES = {form[: -len(" dollar")]: row.currency for form, row in forms("en").items() if form.endswith(" dollar")}
_STATED = late(
    r"\b(?:figures|amounts|currency|values|stated|expressed|reported|presented)\b[^.;\n]{0,60}?"
    rf"\b({'|'.join(map(re.escape, _HOMES))}) (?:dollars|dlrs|dollar)\b"
)
_AMERICAN = ("us$", "u.s. dollar", "us dollar", "u.s.$")
_SINGAPORE = late(r"(?<![a-z])s\$")
_MARKED = late(r"(?:hk|c|a|au|nz|nt|sg)\$|(?<![a-z])(?:hk|au|nz|nt|sg) \$")
_BARE = {"$", "dollar", "dollars", "dlr", "dlrs"}
_RUPEE = {"rs", "re", "rupee", "rupees"}
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


def of_place(text: str) -> str | None:
    """The currency of the one country with dollars that a story is set in, if it marks the American ones and no others.

    >>> of_place("toronto: profit rose to $12 million, of which us$3 million came from exports")
    'CAD'
    >>> of_place("toronto: profit rose to $12 million") is None
    True
    """
    if not any(mark in text for mark in _AMERICAN):
        return None
    homes = {currency for words, currency in _places("dollar_places") if any(word in text for word in words)}
    marked = _MARKED.search(text) or _SINGAPORE.search(text)
    return homes.pop() if len(homes) == 1 and not marked else None


def rupees(text: str) -> str | None:
    """The currency of the land with rupees that a text speaks of most.

    >>> rupees("nepal took in rs 1,445 billion"), rupees("india sold nepal power for rs 14 billion")
    ('NPR', None)
    """
    spoken = {currency: sum(_spoken(word, text) for word in words) for words, currency in _places("rupee_places")}
    most = [currency for currency, times in spoken.items() if times == max(spoken.values()) > 0]
    return most[0] if len(most) == 1 else None


def _spoken(word: str, text: str) -> int:
    return len(re.findall(rf"\b{word}s?\b", text)) if word in text else 0


@cache
def _places(name: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    found: dict[str, list[str]] = {}
    for entry in words("en").lists[name]:
        currency, _, place = entry.partition(" ")
        found.setdefault(currency, []).append(place)
    return tuple((tuple(places), currency) for currency, places in found.items())


def at_home(view: View, mentions: list[Mention]) -> list[Mention]:
    """The same mentions, bare dollars and cents being those that the text says they are."""
    mentions = _of_one_land(view, mentions)
    rupee = rupees(view.lower) if any(_rupee(view, mention) for mention in mentions) else None
    if rupee is not None:
        mentions = [_paid_in(view, mention, rupee) for mention in mentions]
    currency = stated(view.lower) or of_place(view.lower)
    if currency is None:
        return mentions
    return [_at_home(view, mention, currency) for mention in mentions]


def _of_one_land(view: View, mentions: list[Mention]) -> list[Mention]:
    """The same mentions, bare crowns being of the one land whose crowns a text prints, or else whose name it has.

    Some are of one land by their spelling: kronor are Swedish.
    """
    values = [m.value for m in mentions if isinstance(m.value, Quantity) and m.value.kind == "money"]
    bare = {value.unit for value in values if value.currency is None} & _shared().keys()
    if not bare:
        return mentions
    printed = {value.currency for value in values if value.currency}
    known = {coin: printed & {c for form, c in _shared()[coin] if form in view.lower} for coin in bare}
    named = {coin: {c for form, c in _shared()[coin] if _named(form, coin, view.lower)} for coin in bare}
    out, last = list[Mention](), dict[str, str]()
    for mention in mentions:
        coined = _coined(view, mention, known, named, last)
        if coined is not mention and isinstance(mention.value, Quantity) and isinstance(coined.value, Quantity):
            last[mention.value.unit] = coined.value.unit
        out.append(coined)
    return out


def _named(form: str, coin: str, text: str) -> bool:
    """Is the land of a coin spoken of: Sweden, or anything Swedish but the coin itself?"""
    land = form.rpartition(" ")[0]
    coins = "|".join({re.escape(other.rpartition(" ")[2].rstrip("s")) for other, _ in _shared()[coin]})
    country = frame_words("en").demonyms.get(land, land).lower()
    spoken = (rf"\b{re.escape(word)}\b(?! (?:{coins}))" for word in (land, country) if word in text)
    return any(re.search(pattern, text) for pattern in spoken)


def _coined(
    view: View, mention: Mention, known: dict[str, set[str]], named: dict[str, set[str]], last: dict[str, str]
) -> Mention:
    value = mention.value
    if not isinstance(value, Quantity) or value.currency or value.unit not in known:
        return mention
    if value.unit_word is None or view.original.startswith(" to the ", value.unit_word[1]):
        currency = last.get(value.unit)  # "1.38 billion kronor, from 1.20 billion", "at 11.25 kronor to the euro"
    else:
        said = view.original[slice(*value.unit_word)].lower().strip()
        plain = (said, f"{said}s", said.rstrip("s"))
        spelt = {c for form, c in _shared()[value.unit] if form.rpartition(" ")[2] in plain}
        told = (known[value.unit], known[value.unit] & spelt, spelt, spelt & named[value.unit])
        currency = next((next(iter(found)) for found in told if len(found) == 1), None)
    if currency is None:
        return mention
    return structs.replace(mention, value=structs.replace(value, unit=currency, currency=currency))


@cache
def _shared() -> dict[str, list[tuple[str, str]]]:
    """Of each coin that several lands have, by its unit: their forms for it, and the currency of each."""
    found: dict[str, list[tuple[str, str]]] = {}
    for form, row in forms("en").items():
        coin = forms("en").get(form.rpartition(" ")[2])
        if row.currency and coin is not None and coin.dimension == "money" and not (coin.currency or coin.part):
            found.setdefault(coin.id, []).append((form, row.currency))
    return found


def _rupee(view: View, mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, Quantity) or value.unit != "INR" or value.unit_word is None:
        return False
    return view.original[slice(*value.unit_word)].lower().rstrip(".") in _RUPEE


def _paid_in(view: View, mention: Mention, currency: str) -> Mention:
    if not isinstance(mention.value, Quantity) or not _rupee(view, mention):
        return mention
    return structs.replace(mention, value=structs.replace(mention.value, unit=currency, currency=currency))


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
