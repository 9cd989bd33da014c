"""What words set behind a move is its base only where what moved can have been that before."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Change, Fact, Measurement


def facts(text: str) -> tuple[Fact, ...]:
    return check(Source("note", text, lang="en")).facts


def printed(text: str, of: str) -> list[str]:
    """The words of the figures that are measured, or by which something moved."""
    shape = Measurement if of == "levels" else Change
    return sorted(
        text[p.span.start : p.span.end] for fact in facts(text) if isinstance(fact, shape) for p in fact.printed
    )


@pytest.mark.parametrize(
    ("text", "levels", "moves"),
    [
        (
            "Sales rose 12% to 84 million euros from 75 million euros.",
            ["75 million euros", "84 million euros"],
            ["12%"],
        ),
        (
            "Prices rose 2.6 percent in October, compared with 3.1 percent in September.",
            [],
            ["2.6 percent", "3.1 percent"],
        ),
        (
            "Sales fell 3% to 1.35 billion crowns ($205 million).",
            ["1.35 billion crowns"],
            ["3%"],
        ),
    ],
)
def test_a_base_another_move_and_the_same_said_twice(text: str, levels: list[str], moves: list[str]) -> None:
    assert (printed(text, "levels"), printed(text, "moves")) == (levels, moves)


@pytest.mark.parametrize(
    "text",
    [
        "Deposits rose 7% to 20 billion dollars, against net loans of 10 billion dollars.",
        "The zloty eased to 4.34 per euro from 4.29 per dollar.",
        "It made 9 cents for May and 18 cents for June, a 20% increase from 7.5 cents and 15 cents.",
    ],
)
def test_what_is_no_base_ties_no_move(text: str) -> None:
    levels = {fact.figure for fact in facts(text) if isinstance(fact, Measurement)}
    assert not any(base in levels for fact in facts(text) if isinstance(fact, Change) for base in fact.bases)


def test_the_share_that_a_base_was_is_no_move() -> None:
    text = "Loans fell to 6.2 billion yuan, or 7.9% of assets, from 6.6 billion yuan, or 8.1%."
    assert "8.1%" not in printed(text, "moves")
