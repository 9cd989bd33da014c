"""Every verb of lexicon/en/deed.toml tells what its row `holds`, and not what it `fails`."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.deeds import deeds
from crossfoot.model import Event, Settings

ROWS = deeds("en")
assert ROWS is not None
HOLDS = [pytest.param(row.kind, text, id=text) for row in ROWS.rows for text in row.holds]
FAILS = [pytest.param(row.kind, text, id=text) for row in ROWS.rows for text in row.fails]


def kinds(text: str) -> list[str]:
    report = check(Source("row", text, lang="en", published="2026-05-12"), Settings(only=frozenset({"facts"})))
    return [fact.kind for fact in report.facts if isinstance(fact, Event)]


@pytest.mark.parametrize(("kind", "text"), HOLDS)
def test_a_deed_is_told(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(("kind", "text"), FAILS)
def test_what_only_sounds_like_it_is_not(kind: str, text: str) -> None:
    assert kind not in kinds(text)


@pytest.mark.parametrize(
    "text",
    ["Idris Works expects to close the gap of 3 units.", "Of the 60 flats Marlow Homes handed over, 20 are let."],
)
def test_nothing_happens(text: str) -> None:
    assert not kinds(text)
