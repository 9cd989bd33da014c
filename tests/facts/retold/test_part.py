"""Of which part a figure is, without words that name none."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = {
    "Halm Oil's daily oil output is running at roughly 88,000 barrels.": (88_000, "oil"),
    "Halm Foods' gross revenue rose 5.4%.": (5.4, None),
    "Corvel Online took in 9.6 billion yuan in May. Games contributed 5.4 billion yuan of the sum, advertising 3.1 "
    "billion and payments 1.1 billion.": (1_100_000_000, "payments"),
    "Halm Pulp's sales rose to 310 million crowns, while watches stagnated at 95 million.": (95_000_000, "watches"),
    "Corvel Motors said overseas sales slid 6% to 1,980 cars.": (1980, "export"),
}


@pytest.mark.parametrize(("text", "told"), SAID.items(), ids=["daily", "gross", "listed", "thing", "overseas"])
def test_of_which_part_it_is(text: str, told: tuple[float, str | None]) -> None:
    report = check(Source("note", text, lang="en", published="2024-03-05"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert [fact.get("segment") for fact in facts if fact.get("value") == told[0]] == [told[1]]
