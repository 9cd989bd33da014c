"""When something happens, and whether it has."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Event, Settings

TOLD = {
    "Trading in Marlow Steel starts on Friday.": ("listing", "2026-05-15", "planned"),
    "Marlow Steel's mill in Leeds shuts in October.": ("closure", "2026-10", "planned"),
    "The departure of Jane Brook from Marlow Steel was announced.": ("departure", None, "completed"),
    "Marlow Steel announced the departure of its chief executive, Jane Brook.": ("departure", None, "completed"),
    "The Leeds mill began production in March.": ("production_start", "2026-03", "completed"),
    "Work on the mill begins in August.": ("construction_start", "2026-08", "planned"),
    "The Leeds Council gave the go-ahead last month.": ("approval", "2026-04", "approved"),
    "Marlow Steel went under in 2020.": ("bankruptcy", "2020", "completed"),
    "Jane Brook is the new head of Marlow Steel.": ("appointment", None, "completed"),
    "Marlow Steel has found a buyer in Idris Works.": ("acquisition", None, "completed"),
}


@pytest.mark.parametrize(("text", "told"), TOLD.items(), ids=list(TOLD))
def test_when_and_how_it_happens(text: str, told: tuple[str, str | None, str]) -> None:
    report = check(Source("row", text, lang="en", published="2026-05-12"), Settings(only=frozenset({"facts"})))
    events = [fact for fact in report.facts if isinstance(fact, Event)]
    assert told in {(e.kind, e.date.label if e.date else None, e.status) for e in events}
