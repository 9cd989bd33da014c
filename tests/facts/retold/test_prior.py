"""Figures that stand alone in brackets are of a year before, where a report prints them so again and again."""

from __future__ import annotations

import json

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = "Sales of Halm Pulp were EUR 1,092 million (1,045) in the first half, and its gross margin was 27.4 per cent"


def told(text: str) -> list[tuple[float, str | None, str | None]]:
    report = check(Source("note", text, lang="en", published="2024-08-05"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    return [(fact["value"], fact.get("metric"), fact.get("period")) for fact in facts]


def test_brackets_again_and_again() -> None:
    facts = told(f"{SAID} (26.1).")
    assert (1_045_000_000, "revenue", "2023-H1") in facts
    assert (26.1, "gross_margin", "2023-H1") in facts


def test_one_bracket_is_a_chance() -> None:
    assert (1_045_000_000, "revenue", "2023-H1") not in told(f"{SAID}.")
