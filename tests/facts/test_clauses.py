"""The frames of clauses in a script without spaces: each tells what its example says, and nothing of what it fails."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.verbal import FrameRow, verbal
from crossfoot.model import Attribute, Event, Fact, Relationship, Transformation

_ROWS = verbal("zh")
assert _ROWS is not None
ROWS = [row for _, row, _, _ in _ROWS.frames]
PARTS = {Relationship: "relation", Attribute: "attribute", Transformation: "transformation"}


def told(text: str) -> list[Fact]:
    facts = check(Source("note", text, lang="zh", published="2026-03-02")).facts
    return [fact for fact in facts if isinstance(fact, Relationship | Attribute | Transformation | Event)]


def says(fact: Fact) -> str:
    if isinstance(fact, Relationship):
        return fact.relation
    return fact.attribute if isinstance(fact, Attribute) else getattr(fact, "kind", "")


@pytest.mark.parametrize(
    ("row", "text"), [(row, text) for row in ROWS for text in row.holds], ids=lambda v: getattr(v, "name", None) or ""
)
def test_a_frame_tells_what_its_example_says(row: FrameRow, text: str) -> None:
    assert row.says in {says(fact) for fact in told(text)}


@pytest.mark.parametrize(
    ("row", "text"), [(row, text) for row in ROWS for text in row.fails], ids=lambda v: getattr(v, "name", None) or ""
)
def test_a_frame_tells_nothing_of_what_only_looks_alike(row: FrameRow, text: str) -> None:
    assert row.name not in {fact.rule for fact in told(text)}
