"""What the exchange form calls a figure, and how it stands."""

from __future__ import annotations

import json

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})


def told(text: str) -> list[dict[str, object]]:
    report = check(Source("t", text, lang="en", published="2024-05-08"), Settings(only=ONLY))
    return [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]


def test_a_deficit_in_trade_is_a_balance_below_zero() -> None:
    (fact,) = told("The trade gap was $1.6 billion in January.")
    assert (fact["metric"], fact["value"]) == ("trade_balance", -1_600_000_000)


def test_what_is_measured_does_not_say_whose_it_is() -> None:
    (fact,) = told("Reserves of the Central Bank of Norland stood at $27.9 billion.")
    assert (fact["metric"], fact["entity"]) == ("other:Reserves", "Central Bank of Norland")


def test_what_has_no_finite_decimal_is_told_to_two_places() -> None:
    assert 33.33 in {fact["value"] for fact in told("A third of the floor area is reserved for start-ups.")}


def test_who_only_hears_of_it_owns_no_figure() -> None:
    text = "Marlow Steel grew, according to a disclosure to the Leeds Stock Exchange. Sales rose to 131 million yuan."
    assert {fact["entity"] for fact in told(text) if fact.get("metric") == "revenue"} == {"Marlow Steel"}
