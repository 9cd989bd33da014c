"""Figures whose metric the exchange form has no name for are told in the words of the text."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.views import facts as view


def shown(text: str) -> list[tuple[str, str]]:
    report = check(Source("t", text, published="2024-05-12"))
    names = {entity.id: entity.name for entity in report.found.entities}
    made = (view.fields(fact, names) for fact in report.facts)
    return [(told[0], told[1]["metric"]) for told in made if told is not None and "metric" in told[1]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Holm Bank's operating profit was 611 million euros.", ("measurement", "other:operating profit")),
        ("Holm Bank's net interest margin was 2.1%.", ("measurement", "other:net interest margin")),
        ("Holm Bank's revenue was 611 million euros.", ("measurement", "revenue")),
        ("Holm Bank expects revenue of 700 million euros in 2025.", ("target", "revenue")),
    ],
)
def test_a_metric_is_named_as_the_form_names_it_or_in_words(text: str, told: tuple[str, str]) -> None:
    assert shown(text) == [told]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Holm Bank made a net loss of 33 million euros.", "-33000000"),
        ("Holm Bank reported a 33 million euro net loss.", "-33000000"),
        ("Holm Bank's net profit was 33 million euros, against a loss a year ago.", "33000000"),
    ],
)
def test_a_loss_is_below_zero(text: str, value: str) -> None:
    report = check(Source("t", text, published="2024-05-12"))
    made = [view.fields(fact, {}) for fact in report.facts]
    assert [bytes(told[1]["value"]).decode() for told in made if told is not None and told[0] == "measurement"] == [
        value
    ]
