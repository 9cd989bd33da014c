"""What the figures of a list are, where a headline or the words before a colon say so."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = {
    "a colon": (
        "Exports by commodity: machinery 4,120 million crowns, textiles 2,045 million crowns, wine 612 million crowns.",
        612_000_000,
        ("exports_value", "wine"),
    ),
    "a headline": (
        "Vehicle sales, July 2024 - Halm Motors\n\nVans: 4,100\nTrucks: 2,200",
        4100,
        ("sales_volume", "Vans"),
    ),
    "all of them": (
        "Vehicle sales, July 2024 - Halm Motors\n\nVans: 4,100\nTotal: 6,300",
        6300,
        ("sales_volume", None),
    ),
    "another measure": ("Vehicle sales, July 2024\n\nStaff: 2,200", 2200, ("employees", None)),
}


@pytest.mark.parametrize(("text", "value", "told"), SAID.values(), ids=list(SAID))
def test_what_a_label_is_of(text: str, value: float, told: tuple[str, str | None]) -> None:
    report = check(Source("note", text, lang="en", published="2024-08-05"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert [(f.get("metric"), f.get("segment")) for f in facts if f.get("value") == value] == [told]
