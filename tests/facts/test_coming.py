"""Days without a year: of what is to come they are the next ones, and the day of the telling is none of them."""

from __future__ import annotations

import datetime as dt

import pytest

from crossfoot import Source, check
from crossfoot.model import Event, Policy, Settings

PUBLISHED = "2024-05-14"  # a Tuesday
RULES = {
    "The Ministry of Trade has banned gatherings starting Saturday.": dt.date(2024, 5, 18),
    "The Ministry of Trade issued a notice banning exporters from shipping ore. The measure takes effect on "
    "September 1.": dt.date(2024, 9, 1),
    "The Ministry of Trade banned exporters from shipping ore. The ban took effect on March 1.": dt.date(2024, 3, 1),
}


def facts(text: str) -> tuple[object, ...]:
    return check(Source("n", text, lang="en", published=PUBLISHED), Settings(only=frozenset({"facts"}))).facts


@pytest.mark.parametrize(("text", "day"), RULES.items(), ids=list(RULES))
def test_from_when_a_rule_holds(text: str, day: dt.date) -> None:
    assert day in [f.effective.start for f in facts(text) if isinstance(f, Policy) and f.effective is not None]


def test_the_day_of_the_telling_is_no_next_one() -> None:
    said = facts("Marlow Pharma has agreed to buy Idris AG for 1.3 billion francs, the companies said on Tuesday.")
    days = [f.date.start for f in said if isinstance(f, Event) and f.kind == "acquisition" and f.date is not None]
    assert dt.date(2024, 5, 21) not in days
