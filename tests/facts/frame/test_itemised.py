"""A figure of which only the part is named is of what its list, its label or the part before it is of."""

from __future__ import annotations

import pytest

from .test_frame import shown

Told = tuple[str, str | None, float]


def told(text: str, kind: str = "measurement") -> list[Told]:
    return [(fact["metric"], fact.get("segment"), fact["value"]) for fact in shown(text, kind)]


LISTS: list[tuple[str, list[Told]]] = [
    (
        "Revenue: Americas $2.1 billion, EMEA $1.4 billion, Asia Pacific $0.9 billion, Carlow Inc said.",
        [
            ("revenue", "Americas", 2_100_000_000),
            ("revenue", "EMEA", 1_400_000_000),
            ("revenue", "Asia Pacific", 900_000_000),
        ],
    ),
    (
        "Carlow plc. Group revenue: 1,041 million euros. Kitchens: 613 million euros. Net debt: 80 million euros.",
        [("revenue", None, 1_041_000_000), ("revenue", "Kitchens", 613_000_000), ("other:Net debt", None, 80_000_000)],
    ),
    (
        "Carlow Foods plc had sales of 5.2bn euros, with Spain contributing 2.9bn and Mexico 1.4bn.",
        [("revenue", None, 5_200_000_000), ("revenue", "Spain", 2_900_000_000), ("revenue", "Mexico", 1_400_000_000)],
    ),
    (
        "Carlow Foods plc's dairy sales were 50 million euros, bakery 31 million and frozen goods 12 million.",
        [
            ("revenue", "dairy", 50_000_000),
            ("revenue", "bakery", 31_000_000),
            ("revenue", "frozen goods", 12_000_000),
        ],
    ),
    (
        "Online sales at Carlow Foods plc were 5 million euros and operating costs 3 million.",
        [("revenue", "Online", 5_000_000), ("other:operating costs", None, 3_000_000)],
    ),
    ("Occupancy: 81.9% (October 2022: 83.4%). Carlow Hotels plc.", [("other:Occupancy", None, 81.9)]),
]


@pytest.mark.parametrize(("text", "facts"), LISTS)
def test_parts_are_of_what_their_list_is_of(text: str, facts: list[Told]) -> None:
    assert told(text)[: len(facts)] == facts


def test_how_a_move_was_reckoned_is_not_what_moved() -> None:
    text = "Carlow Foods plc. Group revenue: 940 million euros. Kitchens: 613 million euros, an organic increase of 9%."
    assert told(text, "change") == [("revenue", "Kitchens", 9)]
