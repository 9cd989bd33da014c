"""What a level is called of which its clause names nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})


def measured(text: str) -> dict[float, str]:
    told: list[dict[str, Any]] = exchange_of(text)
    return {fact["fields"]["value"]: fact["fields"]["metric"] for fact in told if fact["type"] == "measurement"}


def exchange_of(text: str) -> list[dict[str, Any]]:
    report = check(Source("note", text, lang="en", published="2024-03-05"), Settings(only=ONLY))
    told: list[dict[str, Any]] = json.loads(exchange.show(report, ONLY))["facts"]
    return told


@pytest.mark.parametrize(
    ("text", "value", "metric"),
    [
        ("Dunmar Bank has lent the yard 2.4 billion yuan.", 2_400_000_000, "other:loan"),
        ("Norland, owing 50 billion euros, is a large debtor.", 50_000_000_000, "other:debt"),
        ("A court ordered it to pay $410 million.", 410_000_000, "fine"),
        (
            "Dunmar Bank has renewed a 3 billion yuan (US$464 million) credit facility.",
            3_000_000_000,
            "other:credit facility",
        ),
        ("Corlan Group rejected a A$4.9 billion ($3.28 billion) takeover bid.", 4_900_000_000, "deal_value"),
        ("The move will involve about 380 of its 5,200 staff.", 380, "employees"),
        ("Punctuality, at 87.5%, remains low.", 87.5, "other:Punctuality"),
        ("Bulk cargo, 3.3m tonnes, was little changed.", 3_300_000, "other:Bulk cargo"),
        ("Occupancy is 97 percent at Brune and 88 percent at Ansel.", 88, "other:Occupancy"),
        ("Average hourly pay was $31.40, up 2.1% on the year.", 31.4, "other:Average hourly pay"),
        (
            "Cargo traffic at the country's nine ports rose 4% to 412 million tonnes.",
            412_000_000,
            "other:Cargo traffic",
        ),
        ("Sugar output since April stands at 21.4 million tonnes.", 21_400_000, "other:Sugar output"),
        ("Cell efficiency is up by 0.3 percentage points at 22.8%.", 22.8, "other:Cell efficiency"),
        ("The airline's own fleet numbers 64.", 64, "other:fleet"),
        ("It opened 14 stores in the quarter and now operates 212.", 212, "other:stores"),
        ("About 1.1 billion yuan has been invested so far.", 1_100_000_000, "investment"),
        ("Marlow Foods has agreed to buy snack maker Idris AG for 1.3 billion euros.", 1_300_000_000, "deal_value"),
        ("Investors pulled 1.3 billion pounds out of funds in May.", 1_300_000_000, "other:outflows"),
        ("The Solvency II ratio stood at 218% as of 30 June, versus 224% at year-end.", 224, "other:Solvency II ratio"),
    ],
)
def test_what_is_not_named_is_called_all_the_same(text: str, value: float, metric: str) -> None:
    assert measured(text).get(value) == metric


@pytest.mark.parametrize(
    "text",
    [
        "Two rivals, Halm AG and Montesa SpA, will merge.",
        "Three deals to know about.",
        "The order went to three bidders.",
    ],
)
def test_who_is_only_spoken_of_is_not_counted(text: str) -> None:
    assert measured(text) == {}


def test_what_somebody_runs_is_counted() -> None:
    assert measured("Halm Lines operates eleven plants and opened two hotels.") == {
        11: "other:plants",
        2: "other:hotels",
    }
    assert measured("The venture then attracted six lenders and hired nine engineers.") == {
        6: "other:lenders",
        9: "other:engineers",
    }


def test_an_item_goes_on_about_the_one_that_it_names_most() -> None:
    text = (
        "Kerrin Foods plc earned £40 million in 2023. Kerrin Foods has 16% of the market. "
        "Rival Larden Group plc earned £22 million. Net debt stands at £300 million."
    )
    debt = next(fact["fields"] for fact in exchange_of(text) if fact["fields"].get("metric") == "other:Net debt")
    assert debt["entity"].startswith("Kerrin Foods")
