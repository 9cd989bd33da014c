"""The part of the world, or of a firm, that a figure is of is its segment, and the firm owns it."""

from __future__ import annotations

import pytest

from .test_frame import shown

SEGMENTS = [
    ("Carlow Motors sold 12,400 cars in Germany in March.", 12_400, "Germany"),
    ("Carlow Motors sold 12,400 cars in Germany and 8,100 in France in March.", 8_100, "France"),
    ("Carlow Foods earned $31 million in the U.S. and $12 million in Japan.", 12_000_000, "Japan"),
    ("Sales in Germany rose 6% to 40 million euros, Carlow Foods AG said.", 40_000_000, "Germany"),
    ("Carlow Motors said deliveries in Europe reached 31,200 vehicles in April.", 31_200, "Europe"),
    ("In Sweden, Carlow Foods' revenue grew 14% to 2.3 billion kronor.", 2_300_000_000, "Sweden"),
    ("Sales at Carlow Foods' bakery division rose 8 percent to 120 million euros.", 120_000_000, "bakery division"),
    ("Carlow Foods AG said its Asian business posted sales of 40 million euros.", 40_000_000, "Asian business"),
    ("Carlow Foods AG shares closed at 40 euros in Frankfurt.", 40, None),
]
OWNED = [
    ("Sales in Germany rose 6% to 40 million euros, Carlow Foods AG said.", "Carlow Foods AG"),
    ("Carlow Motors said deliveries in Europe reached 31,200 vehicles in April.", "Carlow Motors"),
    ("Altaria's imports from Brazil rose to $8.1 billion in March.", "Altaria"),
]


@pytest.mark.parametrize(("text", "value", "segment"), SEGMENTS)
def test_a_part_of_the_world_or_of_a_firm_is_a_segment(text: str, value: float, segment: str | None) -> None:
    (fact,) = [fact for fact in shown(text, "measurement") if fact["value"] == value]
    assert fact.get("segment") == segment


@pytest.mark.parametrize(("text", "owner"), OWNED)
def test_a_firm_owns_what_it_sells_elsewhere(text: str, owner: str) -> None:
    assert {fact.get("entity") for fact in shown(text, "measurement")} == {owner}


STAFF = [
    ("Carlow Motors employs 12,000 people, 7,400 of them in Poland.", 7_400, "Poland"),
    ("Of Carlow Motors' 12,000 staff, 7,400 work in Poland and 2,100 in Romania.", 2_100, "Romania"),
    (
        "Carlow Corp made $120 million before tax; European operations lost $14 million.",
        -14_000_000,
        "European operations",
    ),
    ("Carlow Corp said chemicals earned $45 million.", 45_000_000, "chemicals"),
]


@pytest.mark.parametrize(("text", "value", "segment"), STAFF)
def test_where_so_many_are_and_which_part_earns(text: str, value: float, segment: str) -> None:
    (fact,) = [fact for fact in shown(text, "measurement") if fact["value"] == value]
    assert fact.get("segment") == segment
