"""Every verb of lexicon/en/cast.toml tells what its row `holds`, not what it `fails`; all who are listed count."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.casts import casts
from crossfoot.model import Fact, Relationship, Transformation

from .told import stated

ROWS = casts("en")
assert ROWS is not None
BEARING = [(row.relation, row.several, row) for row in ROWS.bearing.rows]
HOLDS = [pytest.param({one, other}, text, id=text) for one, other, row in BEARING for text in row.holds]
FAILS = [pytest.param({one, other}, text, id=text) for one, other, row in BEARING for text in row.fails]
TURNS = [*ROWS.becoming.rows, *ROWS.rows]
BECOMES = [pytest.param(row.kind, text, id=text) for row in TURNS for text in row.holds]
STAYS = [pytest.param(row.kind, text, id=text) for row in TURNS for text in row.fails]

SAID = {
    "Owned 55% by the city and 45% by the utility Idris, tram operator Marlow carried 9 million people.": [
        ("city", "shareholder_of", "Marlow"), ("Idris", "shareholder_of", "Marlow"),
    ],
    "Idris Works is owned by Marlow Steel and the Rao family.": [
        ("Marlow Steel", "parent_of", "Idris Works"), ("Rao family", "shareholder_of", "Idris Works"),
    ],
    "Jane Brook, who chairs both Marlow Steel and the trade body SteelNorth, resigned.": [
        ("Jane Brook", "chairman_of", "Marlow Steel"), ("Jane Brook", "chairman_of", "SteelNorth"),
    ],
    "Marlow Steel, backed by Holm Capital and the Rao family, makes pipes.": [
        ("Holm Capital", "shareholder_of", "Marlow Steel"), ("Rao family", "shareholder_of", "Marlow Steel"),
    ],
    "Marlow Steel and Idris Works jointly own Corvane.": [
        ("Marlow Steel", "shareholder_of", "Corvane"), ("Idris Works", "shareholder_of", "Corvane"),
    ],
    "Corvane is regulated by the Board of Trade and by the central bank.": [
        ("Board of Trade", "regulator_of", "Corvane"), ("central bank", "regulator_of", "Corvane"),
    ],
}  # fmt: skip
ONCE = {
    "Marlow Steel (formerly Idris Works) makes pipes.": ("Idris Works", "Marlow Steel"),
    "Marlow Steel, until 2019 called Idris Works, makes pipes.": ("Idris Works", "Marlow Steel"),
    "Marlow Steel was known as Idris Works until 2019.": ("Idris Works", "Marlow Steel"),
    "Marlow Steel is now called Corvane Metals.": ("Marlow Steel", "Corvane Metals"),
}
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


@pytest.mark.parametrize(("text", "names"), ONCE.items(), ids=list(ONCE))
def test_what_somebody_was_called(text: str, names: tuple[str, str]) -> None:
    told = [(f.before, f.after) for f in stated(text, Transformation)]
    assert [tuple(name.replace("-", " ").title() for name in pair if name) for pair in told] == [names]


def test_plans_that_were_dropped_are_withdrawn() -> None:
    told = stated("Marlow Steel and Idris Works have abandoned plans to merge.", Transformation)
    assert [(fact.kind, fact.status) for fact in told] == [("merger", "withdrawn")]


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_told(text: str) -> None:
    facts: list[Fact] = list(stated(text, Relationship))
    assert not facts


BECAME = {
    "Formerly known as Marlow Foods, Tillage Foods Ltd makes soup.": ("Marlow Foods", "Tillage Foods Ltd", "rename"),
    "Tillage Foods Ltd, which traded as Marlow Foods until 2021, makes soup.": (
        "Marlow Foods", "Tillage Foods Ltd", "rename",
    ),
    "Marlow Foods is now Tillage Foods Ltd.": ("Marlow Foods", "Tillage Foods Ltd", "rename"),
    "Marlow Foods completed the spin-off of its pet arm, now Barker Pet Foods.": (
        "Marlow Foods", "Barker Pet Foods", "split",
    ),
    "Holders of Marlow Foods approved the company's change of name to Tillage Foods.": (
        "Marlow Foods", "Tillage Foods", "rename",
    ),
    "Marlow Foods said it would relocate its head office to York.": ("Marlow Foods", "York", "relocate"),
    "Marlow Foods will shift production from Leeds to York.": ("Leeds", "York", "relocate"),
    "Leeds Savings Bank and Hull Savings Bank are merging into a single lender, Humber Bank.": (
        "Leeds Savings Bank, Hull Savings Bank", "Humber Bank", "merger",
    ),
    "Marlow Foods has merged with Idris Mills to form Tillage Foods.": (
        "Marlow Foods, Idris Mills", "Tillage Foods", "merger",
    ),
    "Two research centers will be upgraded to national innovation centers.": (
        "Two research centers", "national innovation centers", "upgrade",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BECAME.items(), ids=list(BECAME))
def test_who_becomes_whom(text: str, told: tuple[str, str, str]) -> None:
    names = {entity.id: entity.name for entity in check(Source("t", text, lang="en")).found.entities}
    found = stated(text, Transformation)
    assert told in {(names.get(f.before or "", f.before), names.get(f.after or "", f.after), f.kind) for f in found}


def test_no_firm_is_split_where_an_issue_is() -> None:
    assert not stated("Marlow Foods split its offering into $2bn of notes and $1bn of bonds.", Transformation)
