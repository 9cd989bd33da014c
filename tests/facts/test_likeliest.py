"""Whose a figure most likely is where nobody's name stands with it."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = {
    "The hospital treated 12,400 outpatients in March.": "hospital",
    "Rovers drew 31,000 fans a match last season.": "Rovers",
    "Profit before tax slid 17% to 203 million dollars at Marlow Strand Asia.": "Marlow Strand Asia",
    "Wheat shipments from Dunmarrow in the week totalled 88,400 tonnes.": "Dunmarrow",
    "Orvane Tools digest: dividend of 2.40 euros a share approved, payout 57.6 million euros.": "Orvane Tools",
}


@pytest.mark.parametrize(("text", "whose"), SAID.items(), ids=list(SAID))
def test_whose_it_is(text: str, whose: str) -> None:
    report = check(Source("note", text, lang="en", published="2024-03-05"), Settings(only=ONLY))
    told = json.loads(exchange.show(report, ONLY))["facts"]
    figures = [fact["fields"].get("entity") for fact in told if fact["type"] in ("measurement", "change")]
    assert figures
    assert set(figures) == {whose}


def test_it_is_no_key() -> None:
    text = "Wheat shipments from Dunmarrow in the week totalled 88,400 tonnes."
    report = check(Source("note", text, lang="en"), Settings(only=ONLY))
    assert all(p.figure.entity is None for fact in report.facts for p in fact.printed)
