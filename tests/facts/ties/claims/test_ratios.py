"""How many times another figure one is."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def outcomes(text: str) -> list[str]:
    return [verdict.outcome for verdict in check(Source("t", text)).verdicts]


@pytest.mark.parametrize(
    ("text", "slipped"),
    [
        ("Attendance reached 96,000 in July. That was three times the 32,000 of two years ago.", ("three", "four")),
        ("Applications rose to 36,000, nine times the 4,000 places available.", ("36,000", "63,000")),
        ("Turnout was 48,000, twice that of the vote before, when 24,000 people took part.", ("24,000", "42,000")),
        ("Some 640 workers belong to the union, while 160 do not. Members win by four to one.", ("four to", "six to")),
        ("二手房成交2,520套，是新房的两倍。新房成交1,260套。", ("两倍", "三倍")),
        ("在校生84.6万人，专任教师5.64万人，师生比1:15。", ("84.6", "48.6")),
    ],
)
def test_a_multiple_ties_what_stands_around_it(text: str, slipped: tuple[str, str]) -> None:
    assert "contradicted" not in outcomes(text)
    assert "contradicted" in outcomes(text.replace(*slipped))


@pytest.mark.parametrize(
    "text",
    [
        "Profit was $90 million, three times the dividend. Sales rose to $640 million and debt fell to $310 million.",
        "Turnover was three times that of its rival. The rival sold 2 million units and the company 5 million.",
        "At $14.4m it is the largest since one that cost $16.0m, and 1.5 times the size of last year's biggest, $9.6m.",
        "经营现金净流入2.85亿元，相当于归母净利润的1.3倍。归母净利润2.19亿元，扣非净利润2.00亿元。",
        "More than 36,000 applied, over eight times the 4,000 places there are.",
    ],
)
def test_a_multiple_of_something_else_is_no_error(text: str) -> None:
    assert "contradicted" not in outcomes(text)
