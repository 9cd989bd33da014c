"""What is tied over other figures is only told where a slip explains it that chance hardly makes."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def errors(text: str) -> list[str]:
    return [v.message for v in check(Source("note", text)).verdicts if v.code and v.outcome == "contradicted"]


APART = "Exports came to {} million dollars, up 4.2% and 7.9% in two years. Tiles made up {} of that, or {} million."
BESIDE = "Exports came to {} million dollars. Tiles made up {} of that, or {} million."


@pytest.mark.parametrize(
    ("form", "figures", "told"),
    [
        (APART, ("842.4", "55%", "463.3"), False),  # ties
        (APART, ("842.4", "53%", "463.3"), False),  # one digit of two, which any three figures may show
        (APART, ("842.4", "55%", "436.3"), True),  # 463.3: digits swapped, which hardly any three show
        (BESIDE, ("842.4", "53%", "463.3"), True),
        (BESIDE, ("842.4", "55%", "436.3"), True),
    ],
)
def test_figures_with_others_between_are_told_where_chance_would_not_explain_it(form, figures, told) -> None:
    assert bool(errors(form.format(*figures))) is told


def test_parts_in_other_sentences_than_their_rate_are_not_believed_on_a_digit() -> None:
    text = (
        "Occupancy in the county rose 0.2% to 75.2%, the price of a room 3% to $112.50 and revenue a room 3.2% to "
        "$84.60. Denver led with 90.7%. Atlanta came next with a 5.9% increase in occupancy to 71%."
    )
    assert errors(text) == []
