"""What a reader calls a figure, where its key has it called otherwise."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = {
    "Corvel Noodles is offering 250 million shares.": (250_000_000, "shares_offered"),
    "Before the placing Halm Pulp owned 12.4 million shares.": (12_400_000, "other:shares"),
    "Halm Pulp is to set up a 36,000-tonne granules plant at Dorn.": (36_000, "capacity"),
    "At full tilt the site will turn out 22,000 vehicles annually.": (22_000, "capacity"),
    "The Conduct Council imposed a penalty of 7.5 million thalers on Elbgrund Bank AG.": (7_500_000, "fine"),
    "Collection cost 3.1 million pounds last year.": (3_100_000, "other:cost"),
    "Milk cost 6.2% less than a year before.": (-6.2, "price"),
    "Norland's imports declined 3.3% in November.": (-3.3, "imports_value"),
    "Sales of Halm Pulp rose to 310 million crowns, while watches stagnated at 95 million.": (95_000_000, "revenue"),
    "Net profit of Halm Pulp fell to 310 million crowns; its loan book grew to 38 billion.": (
        38_000_000_000,
        "other:loan book",
    ),
    "Cargo traffic at Norland's nine major ports rose 7% in May.": (7, "other:Cargo traffic"),
    "Halm Pulp earned 19 million crowns against a profit of 36 million a year earlier.": (36_000_000, "net_profit"),
    "Halm Ferries carried 318,000 containers in May.": (318_000, "other:containers"),
    "Coffee exports from Tamar slid to 214,000 bags. Arabica made up 160,000 bags.": (160_000, "other:Coffee exports"),
    "Halm Films took in 38.7 million crowns, only down 31% from its debut.": (-31, "revenue"),
    "Halm Bank said it forecast loan growth of 2.2% for 2025.": (2.2, "other:loan growth"),
    "Halm Pulp is spending 65 million crowns on a new mill at Dorn.": (65_000_000, "investment"),
    "Halm Pulp rejected a takeover bid of 4.9 billion crowns.": (4_900_000_000, "deal_value"),
    "Halm Rail has 214 trains and bought 35 more from Talwerk AG for 620 million crowns.": (620_000_000, "deal_value"),
    "Halm Pulp had 2,310 employees and bank balances of 388 million crowns.": (388_000_000, "other:bank balances"),
    "A typical flat in Norland now costs 214,000 crowns.": (214_000, "price"),
    "Halm Pulp's stock slid 7% in early trade.": (-7, "price"),
    "Order intake at Halm Pulp rose to 152 million crowns.": (152_000_000, "other:order intake"),
}


@pytest.mark.parametrize(("text", "told"), SAID.items(), ids=[str(value) for value, _ in SAID.values()])
def test_what_it_is_called(text: str, told: tuple[float, str]) -> None:
    report = check(Source("note", text, lang="en", published="2024-03-05"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert [fact.get("metric") for fact in facts if fact.get("value") == told[0]] == [told[1]]


def test_nothing_ties_by_it() -> None:
    text = "Corvel Noodles offered 24 million shares at 18.60 crowns each."
    report = check(Source("note", text, lang="en"), Settings(only=ONLY))
    assert all(printed.figure.metric != "shares_offered" for fact in report.facts for printed in fact.printed)
