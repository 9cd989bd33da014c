"""Points of a list that are each about somebody else carry nothing to the next."""

from __future__ import annotations

import json

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
NEWS = """* Halm Air Ltd lost 41 million crowns in the third quarter of 2023.
* Torv Bank AG has 120 branches.
* Sales of new cars reached 24.1 million crowns."""
ONE = """* Halm Air Ltd lost 41 million crowns in the third quarter of 2023.
* Halm Air Ltd has 120 aircraft.
* Revenue was 310 million crowns."""


def when(text: str, value: float) -> str | None:
    report = check(Source("note", text, lang="en", published="2024-03-05"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    return next(fact.get("period") for fact in facts if fact.get("value") == value)


def test_news_of_their_own() -> None:
    assert when(NEWS, 24_100_000) is None


def test_points_that_go_on_about_one() -> None:
    assert when(ONE, 310_000_000) == "2023-Q3"
