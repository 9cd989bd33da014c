"""Levels that somebody only wants, expects or plans to reach are targets; what is or was is measured."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views.json import exchange

AHEAD = [
    "Marlow Steel, the new company, will have assets of 5.4 billion euros.",
    "Marlow Steel had costs of 1.1 billion euros in 2023 against planned costs of a projected 2.2 billion euros.",
    "The tourist board wants 5.5 million arrivals this year.",
    "Marlow Steel is to create 4,500 jobs this year.",
    "Marlow Bank aims to return at least 600 million euros for 2026.",
    "Marlow Steel's 42.2 billion amounts to 103% of the 41 billion euros that it had held out.",
    "Marlow Steel makes pipes. Headcount falls to 11,200 by 2028.",
    "Marlow Steel plans to make capital investments of 1.7 billion euros in 2027.",
    "Sales were 40 million euros, short of the 50 million that the board wants by 2028.",
    "Marlow Steel said the mill would lift output to 55 million tonnes next year.",
    "Marlow Steel will cut its workforce to 3,100 from 3,900.",
    "The trade institute puts this year's spending at 23.4 billion euros.",
    "Sales of Marlow Steel would be about 165 million euros.",
]
NOW = [
    "The tourist board counted 5.5 million arrivals this year.",
    "Marlow Steel had a pension plan of 40 million dollars.",
    "Marlow Steel, which wants to grow, employs 4,500 people.",
    "Marlow Steel had sales of 40 million euros, after a profit of 6.5 million euros in 2025.",
    "Marlow Steel, which aims to grow, had 4,500 members in 2025.",
]


def kinds(text: str) -> set[str]:
    report = check(Source("row", text, lang="en", published="2026-05-12"), Settings(only=frozenset({"facts"})))
    return {fact.type for fact in exchange(report, frozenset({"facts"})).facts or ()}


@pytest.mark.parametrize("text", AHEAD)
def test_what_is_wanted_is_a_target(text: str) -> None:
    assert "target" in kinds(text)


@pytest.mark.parametrize("text", NOW)
def test_what_is_there_is_none(text: str) -> None:
    assert "target" not in kinds(text)
