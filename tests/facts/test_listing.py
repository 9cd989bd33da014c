"""A number of names said, and the names then given."""

from __future__ import annotations

import pytest

from crossfoot import documents, facts, mentions
from crossfoot.facts.listing import MOST_NAMES
from crossfoot.model import Listing, Source


def listed(text: str) -> list[str]:
    document = documents.read(Source("case", text))
    found = [fact for fact in facts.state(document, mentions.find(document)) if isinstance(fact, Listing)]
    return [document.text[span.start : span.end] for fact in found for span in fact.names]


def test_names_are_taken_one_by_one_to_the_end_of_the_list() -> None:
    assert listed("It runs four mills: Anlow, Brackton, Cressey and Dunmore. Anlow is the oldest.") == [
        "Anlow", "Brackton", "Cressey", "Dunmore",
    ]  # fmt: skip


SET_IN = [
    ("Its three mills, Anlow, Cobb's Gap and Teal Creek, made 31 tonnes.", ["Anlow", "Cobb's Gap", "Teal Creek"]),
    ("It sold three hotels, in Aldmoor, Brenne and Corvik, for $124 million.", ["Aldmoor", "Brenne", "Corvik"]),
    ("It sold two bonds: $2 billion of five-year notes and $1 billion due 2040.", ["$2 billion", "$1 billion"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), SET_IN)
def test_names_between_commas_and_amounts_of_parts(text: str, names: list[str]) -> None:
    assert listed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "It sold three jets, Boeing, Airbus and Embraer said, in two quarters.",
        "It built three mills, among them Anlow, Brenne and Corvik, in ten years.",
        "It runs four mills: Anlow, Brackton, two others and Dunmore.",  # not all of them
        "It runs four mills: they are old, they are small and they are all for sale.",  # no names
        f"It runs four mills: {'Anlow' * 60}, Brackton, Cressey.",  # no name is so long
        f"It runs four mills: {', '.join(['Anlow'] * (MOST_NAMES + 1))}.",  # nobody counts so many
    ],
)
def test_what_does_not_look_like_a_list_of_names_is_none(text: str) -> None:
    assert listed(text) == []
