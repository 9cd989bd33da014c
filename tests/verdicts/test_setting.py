"""A right number beside a wrong name is found by the company that the number keeps."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

BUDGET = (
    "The council of Ostmoor approved a budget of $1.14 billion on Thursday. Schools will get $610 million, the police "
    "$295 million, the roads department $184 million and parks $51 million."
)
BONDS = "泽泊水务完成债券发行，其中3年期18亿元，票面利率2.85%，5年期14亿元，票面利率3.22%。"
FOOD = "Sales of drinks were 613 million yuan, of snacks 428 million yuan and of condiments 245 million yuan."


def told(text: str, source: str) -> list[tuple[str, str | None]]:
    report = check(Source("text", text), against=[Source("source", source)])
    return [
        (report.document.text[v.culprits[0].span.start : v.culprits[0].span.end], v.culprits[0].suggested)
        for v in report.verdicts
        if v.code == "XF703"
    ]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The Ostmoor roads department receives $295 million.", BUDGET, [("295", "184")]),
        ("The Ostmoor police receive $295 million.", BUDGET, []),
        ("Most of it, $610 million, is meant for schools.", BUDGET, []),
        ("The three-year part of 1.8 billion yuan pays 3.22%.", BONDS, [("3.22", "2.85")]),
        ("The three-year part of 1.8 billion yuan pays 2.85%.", BONDS, []),
        ("零食收入6.13亿元。", FOOD, [("6.13", "4.28")]),
        ("饮料收入6.13亿元。", FOOD, []),
        # what names two things is of neither alone
        ("饮料比零食收入多1.85亿元。", FOOD, []),
        # the other number keeps its own place beside
        ("The roads department gets less than the police: $184 million against $295 million.", BUDGET, []),
    ],
)
def test_a_number_beside_another_name(text: str, source: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, source) == expected
