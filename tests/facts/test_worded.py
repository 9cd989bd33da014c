"""What only several sentences, or more than one row, tell of facts that words state."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.views import facts as view


def stated(text: str, kind: str) -> list[dict[str, object]]:
    result = check(Source("t", text, published="2021-06-30", lang="en"))
    names = {entity.id: entity.name for entity in result.found.entities}
    shown = [view.fields(fact, names) for fact in result.facts]
    return [dict(made[1]) for made in shown if made is not None and made[0] == kind]


CASES = [
    (
        "Marlow Steel Ltd sold pipes. Its chief financial officer, Dara Osei, resigned.",
        "relation",
        "subject",
        "Dara Osei",
    ),
    ("Leeds-based Marlow Steel Ltd sold pipes.", "attribute", "value", "Leeds"),
    (
        "Marlow Steel Ltd was fined. Prices fell, the statistics office said.",
        "provenance",
        "agent",
        "statistics office",
    ),
    (
        "Gulf Bank PJSC is 61% held by the emirate's sovereign fund, Rimal Investments.",
        "relation",
        "subject",
        "Rimal Investments",
    ),
    ("Belgarde's operator, Quayside Holdings, grew.", "relation", "object", "Belgarde"),
    ("Ferri Kitchens Ltd is a subsidiary of Casa Holding and makes ovens.", "relation", "object", "Casa Holding"),
    ("Marlow Steel Ltd owns Idris Works Ltd. It ranks fourth among brands.", "rank", "entity", "Marlow Steel Ltd"),
    ("Marlow Steel Ltd dropped its offer for Idris Works Ltd, it said.", "provenance", "agent", "Marlow Steel Ltd"),
    ("The board did not raise the 50,000-yuan cap on transfers by savers.", "policy", "action", "limit"),
    (
        "Regulators cleared the merger of Marlow Steel Ltd and Idris Works Ltd.",
        "transformation",
        "before",
        "Marlow Steel Ltd, Idris Works Ltd",
    ),
]


@pytest.mark.parametrize(("text", "kind", "field", "value"), CASES)
def test_the_fact_has_what_its_words_say(text: str, kind: str, field: str, value: str) -> None:
    assert value in [fact.get(field) for fact in stated(text, kind)]


def test_a_speaker_is_cited_once_an_item() -> None:
    text = 'Sales rose, chief executive Jane Brook said. "We hire," Brook told reporters.'
    assert [fact["agent"] for fact in stated(f"Marlow Steel Ltd is old. {text}", "provenance")] == ["Jane Brook"]


def test_each_of_several_reporters_is_told() -> None:
    told = stated("Prices may fall. (Reporting by Lin Dawei and Jane Brook)", "provenance")
    assert [made["agent"] for made in told] == ["Lin Dawei", "Jane Brook"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Marlow Steel Ltd lifted its output forecast.", "provenance"),
        ("Marlow Insurance Ltd wrote premiums of 3 million dollars.", "provenance"),
        ("Marlow Bank closed the sale of its green bond.", "event"),
        ("They said prices would fall.", "provenance"),
    ],
)
def test_does_not_state(text: str, kind: str) -> None:
    assert not stated(text, kind)
