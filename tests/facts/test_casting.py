"""Every verb of lexicon/en/cast.toml tells what its row `holds`, not what it `fails`; all who are listed count."""

from __future__ import annotations

import pytest

from crossfoot.lexicon.casts import casts
from crossfoot.model import Fact, Relationship, Transformation

from .told import stated

ROWS = casts("en")
assert ROWS is not None
BEARING = [(row.relation, row.several, row) for row in ROWS.bearing.rows]
HOLDS = [pytest.param({one, other}, text, id=text) for one, other, row in BEARING for text in row.holds]
FAILS = [pytest.param({one, other}, text, id=text) for one, other, row in BEARING for text in row.fails]
BECOMES = [pytest.param(row.kind, text, id=text) for row in ROWS.becoming.rows for text in row.holds]
STAYS = [pytest.param(row.kind, text, id=text) for row in ROWS.becoming.rows for text in row.fails]

SAID = {
    "Owned 55% by the city and 45% by the utility Idris, tram operator Marlow carried 9 million people.": [
        ("city", "shareholder_of", "Marlow"), ("Idris", "shareholder_of", "Marlow"),
    ],
    "Idris Works is owned by Marlow Steel and the Rao family.": [
        ("Marlow Steel", "parent_of", "Idris Works"), ("Rao family", "shareholder_of", "Idris Works"),
    ],
    "Jane Brook, who chairs both Marlow Steel and the trade body SteelNorth, resigned.": [
        ("Jane Brook", "chair_of", "Marlow Steel"), ("Jane Brook", "chair_of", "SteelNorth"),
    ],
    "Marlow Steel, backed by Holm Capital and the Rao family, makes pipes.": [
        ("Holm Capital", "shareholder_of", "Marlow Steel"), ("Rao family", "shareholder_of", "Marlow Steel"),
    ],
    "Corvane is regulated by the Board of Trade and by the central bank.": [
        ("Board of Trade", "regulator_of", "Corvane"), ("central bank", "regulator_of", "Corvane"),
    ],
}  # fmt: skip
UNSAID = [
    "Marlow Steel said workers at its 63 pct-owned Idris Works mine met.",
    "Marlow Steel planned to buy 3 million dollars of Idris Works bonds.",
    "Marlow Steel denied that it owns Idris Works.",
    "Rumours that Marlow Steel would take control of Idris Works were without foundation.",
]


def relations(text: str) -> set[str]:
    return {fact.relation for fact in stated(text, Relationship)}


@pytest.mark.parametrize(("kinds", "text"), HOLDS)
def test_who_stands_how_to_whom(kinds: set[str], text: str) -> None:
    assert kinds & relations(text)


@pytest.mark.parametrize(("kinds", "text"), FAILS)
def test_what_only_sounds_like_it_is_not(kinds: set[str], text: str) -> None:
    assert not kinds & relations(text)


@pytest.mark.parametrize(("kind", "text"), BECOMES)
def test_what_becomes_what(kind: str, text: str) -> None:
    assert kind in {fact.kind for fact in stated(text, Transformation)}


@pytest.mark.parametrize(("kind", "text"), STAYS)
def test_what_stays_what_it_is(kind: str, text: str) -> None:
    assert kind not in {fact.kind for fact in stated(text, Transformation)}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=list(SAID))
def test_all_who_are_listed(text: str, said: list[tuple[str, str, str]]) -> None:
    assert {(f.subject, f.relation, f.object) for f in stated(text, Relationship)} >= set(said)


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_told(text: str) -> None:
    facts: list[Fact] = list(stated(text, Relationship))
    assert not facts
