"""What words call by the noun that another figure counts, and what is of the whole of those beside it."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def wrong(text: str) -> list[str]:
    verdicts = check(Source("t", text, lang="en", published="2024-05-05")).verdicts
    return [verdict.kind for verdict in verdicts if verdict.outcome == "contradicted"]


TIES = [
    "The line carried 248,000 passengers in May. Cars numbered 62,000, one for every four passengers.",
    "The ferries carried 248,000 passengers in May. The flagship took 109,120 of the passengers, or 44%.",
    "Clinics did 84,000 operations. The region employs 3,360 surgeons, meaning 25 operations for each of them.",
    "The firm cuts 1,950 jobs. The plan will cost $78.0 million, $40,000 for each job lost.",
    "The council has a budget of $186.4m: schools get $74.6m (40%), roads $55.9m (30%) and parks the remaining $55.9m.",
    "The waiting list shrank from 41,500 to 38,200 over the year, a fall of 3,300 or 8%.",
]
SLIPS = [
    (TIES[0], "62,000", "26,000"),
    (TIES[1], "109,120", "190,120"),
    (TIES[2], "3,360", "3,630"),
    (TIES[3], "$40,000", "$14,000"),
    (TIES[4], "30%", "33%"),
    (TIES[5], "8%", "18%"),
]


@pytest.mark.parametrize("text", TIES)
def test_what_is_named_ties(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(("text", "old", "new"), SLIPS)
def test_a_slip_of_what_is_named_is_told(text: str, old: str, new: str) -> None:
    assert wrong(text.replace(old, new)) != []


OPEN = [
    "The mill has 31 buses that cost $410,000 each, and a contract worth $9.84 million.",  # of what else?
    "The line carried 248,000 passengers in May. Its ships can hold 900 passengers each, and it has 210 ships.",
    "Of the 40 members 12 spoke, and 30% of the words were theirs.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_no_words_bind_is_left(text: str) -> None:
    assert wrong(text) == []
