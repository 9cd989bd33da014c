"""Claims of a text that fail, of which a source has every figure."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.audit import verified
from crossfoot.views.json import show

WHEN = "2023-03-09"
EXPORTS = "Ardvale Foods exported goods worth 342 million dollars. Asia took 45% of its exports and Europe 30%."


def outcomes(text: str, source: str) -> list[tuple[str | None, str]]:
    report = check(Source("text", text, published=WHEN), against=[Source("source", source, published=WHEN)])
    assert [why for *_, why in verified(json.loads(show(report))) if why is not None] == []
    return [(v.code, v.outcome) for v in report.verdicts if v.code and v.outcome != "implied"]


@pytest.mark.parametrize(
    ("text", "source", "code"),
    [
        (
            "Ardvale exported 342 million dollars. Asia took 45% of it and Europe 30%, or about 103 million dollars.",
            EXPORTS,
            "XF104",
        ),
    ],
)
def test_what_fails_though_the_source_has_all_of_it_is_asked(text: str, source: str, code: str) -> None:
    alone = [
        (v.code, v.outcome)
        for v in check(Source("text", text, published=WHEN)).verdicts
        if v.code and v.outcome != "implied"
    ]
    assert (code, "contradicted") in alone
    assert outcomes(text, source) == [(code, "query")]


def test_what_fails_of_a_figure_that_no_source_has_is_an_error() -> None:
    text = "Pelham sold 5,348 tiles in April, 3,207 at home and 2,241 abroad, a total of 5,348."
    source = "Pelham sold 3,207 tiles at home in April and 2,241 abroad, a total of 5,448."
    assert "contradicted" in {outcome for _, outcome in outcomes(text, source)}
