"""What happened by the grammar around a verb or a label: who acts, whom it befalls, how it stands."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Event


def told(text: str) -> set[tuple[str, str | None, str | None, str | None]]:
    report = check(Source("note", text, lang="en", published="2026-05-12"))
    names = {entity.id: entity.name for entity in report.found.entities}
    events = [fact for fact in report.facts if isinstance(fact, Event)]
    return {(f.kind, names.get(f.actor or "", f.actor), names.get(f.object or "", f.object), f.status) for f in events}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Bought by Idris Bank for 3 million dollars, the chain was closed.",
            ("acquisition", "Idris Bank", "chain", "completed"),
        ),
        (
            "The recall of 3,000 ovens by Marlow Steel plc began on Monday.",
            ("recall", "Marlow Steel plc", "3,000 ovens", "completed"),
        ),
        (
            "The watchdog's approval of the sale of Marlow Steel plc came on Monday.",
            ("approval", "watchdog", "Marlow Steel plc", "approved"),
        ),
        (
            "Marlow Steel plc parted ways with its chief executive, Jane Brook.",
            ("departure", "Jane Brook", "Marlow Steel plc", "completed"),
        ),
        ("Out: Jane Brook, with immediate effect", ("departure", "Jane Brook", None, "completed")),
        ("Fined: Marlow Steel plc, for a late report", ("fine", None, "Marlow Steel plc", "completed")),
        ("Retiring: Jane Brook, a director since 2009.", ("departure", "Jane Brook", None, "planned")),
        (
            "The plant, which cost 3 million dollars, was inaugurated by the minister.",
            ("opening", "minister", "plant", "completed"),
        ),
        ("The Leeds plant will not open before May 2027.", ("opening", None, "Leeds plant", "planned")),
        (
            "Idris Bank awarded Marlow Steel plc a contract for ten ships.",
            ("contract", "Idris Bank", "Marlow Steel plc", "completed"),
        ),
        (
            "The regulator gave the go-ahead for the merger of the banks.",
            ("approval", "regulator", "merger of the banks", "approved"),
        ),
    ],
)
def test_what_happened(text: str, event: tuple[str, str | None, str | None, str | None]) -> None:
    assert event in told(text)


def test_each_of_a_list_behind_a_label_is_told() -> None:
    found = told("Appointed to the board of Marlow Steel plc: Jane Quist (audit) and Sunil Rao.")
    assert {(kind, who) for kind, _, who, _ in found} == {("appointment", "Jane Quist"), ("appointment", "Sunil Rao")}


@pytest.mark.parametrize(
    "text",
    [
        "Opening hours: Monday to Friday.",
        "New: a shop in Leeds.",
        "Marlow Steel did not open the plant before May.",
        "The shop will not close.",
    ],
)
def test_what_has_not_happened(text: str) -> None:
    assert told(text) == set()
