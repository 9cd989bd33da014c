"""What a cue asks for is told without a slip that explains it where its sentence has no other figures."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def errors(text: str) -> list[str]:
    return [v.kind for v in check(Source("t", text)).verdicts if v.outcome == "contradicted" and v.code]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There were 5,284 births and 2,172 deaths, a natural increase of 3,512.", "difference"),
        ("Operating income of $84.5 million represents 14.3% of revenue of $714.5 million.", "share"),
        ("The gearing ratio was 320%, with debt of $614.5 million and equity of $234.9 million.", "share"),
    ],
)
def test_three_figures_alone_are_told(text: str, kind: str) -> None:
    assert errors(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "It has spent $3 million, 40% of it on its $5 million new hall.",
        "The issue of $300 million was 2 times subscribed by funds, with orders of $900 million in all.",
        "There were 5,284 births, 1,900 arrivals and 2,172 deaths, a natural increase of 3,512.",
        "There were about 5,284 births and 2,172 deaths, a natural increase of 3,512.",
    ],
)
def test_other_figures_pronouns_and_hedges_leave_a_doubt(text: str) -> None:
    assert not errors(text)
