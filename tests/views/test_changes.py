"""Two drafts by their facts: what changed, was rounded, hedged, dropped or is new, and which ticks hold no longer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossfoot import Source, check
from crossfoot.doors.cli import main
from crossfoot.views.changes import compare

DRAFT = (
    "Pelham Tiles Ltd sold 9,412 pallets in April 2024, up about 12% from a year earlier. "
    "Domestic sales were 6,221 pallets and exports were 3,191 pallets."
)


def changes(after: str) -> list[str]:
    made = compare(check(Source("a", DRAFT)), check(Source("b", after)))
    return [change.what for change in made if change.what != "same"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (DRAFT, []),
        (
            DRAFT.replace(
                "Domestic sales were 6,221 pallets and exports", "It sold 6,221 pallets at home, and exports"
            ),
            [],
        ),
        (DRAFT.replace("6,221", "6,321"), ["broken", "changed"]),
        (DRAFT.replace("9,412", "9,400"), ["rounded"]),
        (DRAFT.replace("about 12%", "12%"), ["hedge"]),
        (DRAFT.replace("Domestic sales were 6,221 pallets and exports", "Exports"), ["dropped"]),
        (DRAFT.replace("in April", "in May"), ["moved"]),
        (f"{DRAFT} It aims to sell 110,000 pallets in 2024.", ["new"]),
    ],
)
def test_facts_and_not_words_are_compared(after: str, expected: list[str]) -> None:
    found = changes(after)
    assert found[: len(expected)] == expected or set(expected) <= set(found)
    assert bool(found) == bool(expected)


def test_the_command(tmp_path: Path) -> None:
    one, other = tmp_path / "a.md", tmp_path / "b.md"
    one.write_text(DRAFT)
    other.write_text(DRAFT.replace("6,221", "6,321"))
    runs = CliRunner()
    assert runs.invoke(main, ["diff", str(one), str(one)]).exit_code == 0
    told = runs.invoke(main, ["diff", str(one), str(other)])
    assert told.exit_code == 1
    assert "-> 6,321 count" in told.stdout
    made = json.loads(runs.invoke(main, ["diff", str(one), str(other), "--output-format", "json"]).stdout)
    assert {change["what"] for change in made} >= {"same", "changed"}
    one.write_text(
        "Pelham Tiles Ltd sold 9,400 pallets in 2023. Domestic sales were 6,221 pallets and exports 3,191 pallets."
    )
    other.write_text(one.read_text().replace("6,221", "6,821"))
    made = json.loads(runs.invoke(main, ["diff", str(one), str(other), "--output-format", "json"]).stdout)
    assert [change["before"] for change in made if change["what"] == "broken"] == [
        "6,221 + 3,191 = 9,412; stated 9,400 (to 100s)"
    ]
    assert runs.invoke(main, ["diff", str(one), "none.md"]).exit_code == 2
