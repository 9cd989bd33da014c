"""When a figure was so, where the time of its key is no time of it."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = {
    "The authority has issued 71 licences since January 2019.": (71, "2019-01/2024-03"),
    "Halm Foods had sales of 40 million euros in 2022. Its shares fell 4.8%.": (-4.8, None),
    "Cotton for December delivery fell 1.2% to 68.4 cents a pound on Monday.": (-1.2, "2024-03-04"),
    "Orders stood at 40 million euros at the end of January. Full-year sales are expected to exceed 310 million.": (
        310_000_000,
        "2024",
    ),
    "Halm Foods had sales of 40 million euros in 2022. Net debt stands at 300 million euros.": (300_000_000, None),
    "Exports slid 11% in February, following a 4% drop in January.": (-4, "2024-01"),
    "Last year Halm Foods earned 6 million euros. It plans to hire 80 people.": (80, None),
    "Halm Foods had sales of 40 million euros in 2022. Halm Pulp buys it for 88 million euros.": (88_000_000, None),
}


@pytest.mark.parametrize(("text", "told"), SAID.items(), ids=[str(value) for value, _ in SAID.values()])
def test_when_it_was(text: str, told: tuple[float, str | None]) -> None:
    report = check(Source("note", text, lang="en", published="2024-03-05"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert [fact.get("period") for fact in facts if fact.get("value") == told[0]] == [told[1]]
