"""What a body is and where it sits, by the words around its name."""

from __future__ import annotations

import pytest

from crossfoot.model import Attribute

from .told import stated

SAID = {
    "The payments firm Pagolo lost money.": ("Pagolo", "kind", "payments firm"),
    "Japan's Marlow Metals lost 3 million dollars.": ("Marlow Metals", "located_in", "Japan"),
    "Finland's tyre maker Nokta Oyj lost 3 million dollars.": ("Nokta Oyj", "located_in", "Finland"),
    "Marlow Milling PLC of Britain lost 3 million dollars.": ("Marlow Milling PLC", "located_in", "Britain"),
    "Marlow Steel is a maker of tiles, and lost 3 million dollars.": ("Marlow Steel", "kind", "maker of tiles"),
    "The Corvane Rice Organisation (CRO) lost 3 million dollars.": ("Corvane Rice Organisation", "alias", "CRO"),
    "Marlow Print lost 3 million dollars. The Lima bank employs 30 people.": ("Marlow Print", "located_in", "Lima"),
    "Marlow Steel, a tech incubator that backers say is big, lost money.": ("Marlow Steel", "kind", "tech incubator"),
    "Marlow Steel became a treaty body on Tuesday.": ("Marlow Steel", "kind", "treaty body"),
    'Marlow Steel Ltd, trading as "Marlow", lost 3 million dollars.': ("Marlow Steel Ltd", "alias", "Marlow"),
}
UNSAID = [
    "Marlow shares (MRLW) rose 2%.",
    "In Finland, metal company Marlow Works lost 3 million dollars.",
    "Japan's Ministry of Finance cut 3 million dollars.",
    "The company Marlow Works lost 3 million dollars.",
]


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=list(SAID))
def test_what_a_body_is(text: str, said: tuple[str, str, str]) -> None:
    assert said in {(f.entity, f.attribute, f.value) for f in stated(text, Attribute)}


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_told(text: str) -> None:
    assert not [f for f in stated(text, Attribute) if f.rule == "being"]
