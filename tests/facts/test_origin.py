"""Origins that no phrasing words: when a body was founded, where it sits and is listed."""

from __future__ import annotations

import pytest

from crossfoot.model import Attribute

from .told import stated

SAID = {
    "Marlow Steel grew. The group, founded in Leeds in 1923, makes pipes.": ("Marlow Steel", "founded", "1923"),
    "Marlow Bio, spun out of Leeds University in 2009, makes drugs.": ("Marlow Bio", "founded", "2009"),
    "Marlow Steel lost money. The Leeds-based maker cut jobs.": ("Marlow Steel", "located_in", "Leeds"),
    "Issuer: Marlow Energy, Inc. The Issuer, headquartered in Tulsa, is old.": (
        "Marlow Energy, Inc",
        "located_in",
        "Tulsa",
    ),
    "Marlow Lithium fell. Tim Rowe, who founded the miner in 2009, owns 14%.": ("Marlow Lithium", "founded", "2009"),
    "The bond is available in small lots and will be listed in Luxembourg.": ("bond", "listed_on", "Luxembourg"),
}
UNSAID = [
    "The report, founded on false claims, was withdrawn.",
    "The committee formed a plan in 2019.",
    "Marlow Bank established a branch in May 2011.",
    "The estimate is based in part on sales.",
]


def attributes(text: str) -> set[tuple[str, str, str]]:
    return {(fact.entity, fact.attribute, fact.value) for fact in stated(text, Attribute)}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=list(SAID))
def test_where_somebody_comes_from(text: str, said: tuple[str, str, str]) -> None:
    assert said in attributes(text)


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_said_of_an_origin(text: str) -> None:
    assert not attributes(text)


def test_a_place_is_told_once_by_its_longest_name() -> None:
    told = attributes("Marlow Packaging Co Ltd, based in Wuxi, Jiangsu province, makes boxes.")
    assert [value for _, kind, value in told if kind == "located_in"] == ["Wuxi, Jiangsu"]
