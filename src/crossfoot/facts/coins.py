"""Facts printed in cents come in; they go out with the currency whose cents the text speaks of."""

from __future__ import annotations

import msgspec

from crossfoot.model import Change, Fact, Found, Measurement, Quantity, Target

_WITH_CENTS = {"USD", "EUR", "CAD", "AUD", "NZD", "HKD", "SGD", "ZAR"}


def of(found: Found) -> str | None:
    """Whose cents a text speaks of that has dollars of one kind, and no other money that has cents."""
    money = {v.currency for v in (m.value for m in found.mentions) if isinstance(v, Quantity) and v.kind == "money"}
    dollars = {currency for currency in money if currency in _WITH_CENTS}
    return dollars.pop() if len(dollars) == 1 else None


def told(fact: Fact, currency: str) -> Fact:
    """What is printed in cents, with the currency whose they are."""
    if not isinstance(fact, Measurement | Change | Target) or fact.quantity.unit != "cent" or fact.quantity.currency:
        return fact
    return msgspec.structs.replace(fact, quantity=msgspec.structs.replace(fact.quantity, currency=currency))
