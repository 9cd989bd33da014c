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
    "Corvel Motors said overseas sales slid 6% to 1,980 cars.": (1980, "export"),
}


@pytest.mark.parametrize(("text", "told"), SAID.items(), ids=["daily", "gross", "overseas"])
def test_of_which_part_it_is(text: str, told: tuple[float, str | None]) -> None:
    report = check(Source("note", text, lang="en", published="2024-03-05"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert [fact.get("segment") for fact in facts if fact.get("value") == told[0]] == [told[1]]
