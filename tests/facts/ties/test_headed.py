"""The move of a headline is held against the two levels with which its text begins."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

BODY = "Harlow Foods earned 65.8 million crowns in the quarter, up from 60.1 million a year earlier."
CRANES = "Cranes loaded 412,000 tonnes in the week to July 7, compared with 365,000 tonnes the week before."
GROWN = f"ASKE QUAY LOADINGS {{}} 13 PCT IN WEEK\n\n{CRANES}"


def verdicts(text: str) -> list[tuple[str, list[str]]]:
    found = check(Source("note", text, published="2024-07-10")).verdicts
    return [(v.outcome, [text[c.span.start : c.span.end] for c in v.culprits]) for v in found if v.kind == "growth"]


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        (GROWN.format("FALL"), "FALL"),
        (f"Harlow Foods profit falls 9.5 percent\n\n{BODY}", "falls"),
        (f"Harlow Foods profit rises 5.9 percent\n\n{BODY}", "5.9"),
    ],
)
def test_a_headline_that_a_slip_parts_from_its_text_is_told(text: str, blamed: str) -> None:
    assert any(outcome == "contradicted" and blamed in culprits for outcome, culprits in verdicts(text))


@pytest.mark.parametrize(
    "text",
    [
        GROWN.format("RISE"),
        f"Harlow Foods profit rises 9.5 percent\n\n{BODY}",
        f"Harlow Foods sales fall 9.5 percent\n\n{BODY.replace('earned', 'had a net profit of')}",  # of other measures
        f"Harlow Foods shares rise 2.1 percent\n\n{BODY}",
    ],
)
def test_a_headline_that_ties_or_is_of_something_else_is_not(text: str) -> None:
    assert not any(outcome == "contradicted" for outcome, _ in verdicts(text))
