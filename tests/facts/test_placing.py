"""Places that no phrasing words: the superlative, number or ordinal, its noun phrase, and what binds it to whom."""

from __future__ import annotations

import pytest

from crossfoot.model import Rank

from .told import stated

SAID = {
    "Marlow Freight, the third-largest haulier in Norland, was fined.": ("Marlow Freight", 3, "haulier", "Norland"),
    "Norland's most valuable brewer, Marlow Ales, fell.": ("Marlow Ales", 1, "brewer", "Norland"),
    "Second only to Idris among Nordic lenders, Marlow Bank has grown.": ("Marlow Bank", 2, "Nordic lenders", None),
    "Placed 14th among utilities, Marlow Power now sits in ninth position.": ("Marlow Power", 9, "utilities", None),
    "The nation's No 3 carrier by users, Marlow Tel, grew.": ("Marlow Tel", 3, "carrier", "nation"),
    "The deal makes Marlow Life the fourth-largest insurer in Norland.": ("Marlow Life", 4, "insurer", "Norland"),
    "As the world's largest buyer of cocoa, Marlow Foods sets prices.": ("Marlow Foods", 1, "buyer of cocoa", "world"),
    "The title went to Leeds, with Hull in second place.": ("Hull", 2, None, None),
    "Marlow Air lost its third place to Idris Air in March.": ("Idris Air", 3, None, None),
    "Port Lacey kept its position as the country's busiest container terminal.": (
        "Port Lacey", 1, "container terminal", "country",
    ),
}  # fmt: skip
UNSAID = [
    "Marlow Bank is one of the largest banks in Norland.",
    "It was the biggest drop since 1990.",
    "Marlow Steel closed the No. 2 reactor at Leeds.",
    "Marlow Steel reported its largest quarterly loss.",
    "Marlow Steel grew in the third quarter.",
]


def places(text: str) -> set[tuple[str, int, str | None, str | None]]:
    return {(fact.entity, fact.rank, fact.among, fact.place) for fact in stated(text, Rank)}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=list(SAID))
def test_which_place_it_takes(text: str, said: tuple[str, int, str | None, str | None]) -> None:
    assert said in places(text)


@pytest.mark.parametrize("text", UNSAID)
def test_no_place_is_taken(text: str) -> None:
    assert not places(text)
