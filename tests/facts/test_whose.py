"""Whose figure it is, and not who only tells it."""

from __future__ import annotations

import pytest

from .test_frame import owners, shown


@pytest.mark.parametrize(
    ("text", "words", "owner"),
    [
        # A firm that tells a figure of its own owns it, though it is named behind.
        ("Revenue was 5 billion euros, Holm Bank plc said.", "5 billion euros", "Holm Bank plc"),
        # An authority or an association that tells figures does not.
        ("The Commerce Department said new orders were 5 billion dollars.", "5 billion dollars", None),
        ("World output was 2 million tonnes, the International Wool Organization said.", "2 million tonnes", None),
        # What it does, or has, is its own.
        ("The Commerce Department spent 5 million dollars on cars.", "5 million dollars", "Commerce Department"),
        ("The Central Bank of Altaria has a policy rate of 4.25 percent.", "4.25 percent", "Central Bank of Altaria"),
    ],
)  # fmt: skip
def test_a_figure_is_of_whom_it_speaks(text: str, words: str, owner: str | None) -> None:
    assert owners(text)[words] == owner


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("German exports rose 5% in March, the Federal Statistics Office said.", "Germany"),
        ("U.S. factory orders fell 3% in April, the Commerce Department said.", "U.S."),
        ("Japan's Finance Ministry said wholesale prices fell 2%.", "Japan"),
        ("The Central Bank of Altaria cut its key rate to 4%. Consumer prices rose 2.2% in April.", "Altaria"),
        ("Tarrow Motors Ltd had a good year. German sales rose 5%.", "Tarrow Motors Ltd"),
    ],
)
def test_what_an_authority_counts_is_of_a_country(text: str, who: str) -> None:
    assert shown(text, "change")[-1]["entity"] == who


def test_a_headline_says_whose_figures_follow() -> None:
    text = "TARROW MOTORS LTD <TRW> 3RD QTR NET\n\nRevenue was 40 million dollars."
    (fact,) = shown(text, "measurement")
    assert fact["entity"] == "TARROW MOTORS LTD"


def test_figures_are_dealt_out_to_names() -> None:
    text = "In 2019 Tellis Group, Marlow Foods and Pannier Ltd had revenue of $2.1, $0.8 and $0.4 billion respectively."
    assert [fact["entity"] for fact in shown(text, "measurement")] == ["Tellis Group", "Marlow Foods", "Pannier Ltd"]


def test_an_adjective_before_a_name_that_nobody_knows_is_no_owner() -> None:
    text = "Finnish Scanrol, a maker of parts, reports net sales of $108 million in the first half of 2023."
    assert all(fact.get("entity") != "Finland" for fact in shown(text, "measurement"))
