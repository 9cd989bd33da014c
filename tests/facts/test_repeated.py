"""Figures of a headline that the text below prints again, or prints wrong."""

from __future__ import annotations

import pytest

from crossfoot import Source, check, documents, facts, mentions
from crossfoot.facts import repeated
from crossfoot.model import Measurement

BODY = "\n\nLONDON, May 8 - Tarrow Motors agreed to pay {} for Keld Parts, which has 1,240 workers in 3 towns."


def again(text: str) -> list[tuple[str, ...]]:
    """The figures of headlines that are taken for others of the text, each with the other."""
    document = documents.read(Source("story", text, published="2024-05-08"))
    found = facts.state(document, mentions.find(document))
    told = [f for f in found if isinstance(f, Measurement) and f.rule.startswith("repeated.")]
    return [tuple(text[s.start : s.end] for s in fact.spans) for fact in told]


@pytest.mark.parametrize(
    ("headline", "body", "slips"),
    [
        ("$458 million", "$485 million", True),  # two digits in the other order
        ("$458 million", "$4.58 million", True),
        ("$458 million", "$458 billion", True),
        ("$458 million", "$45 million", True),  # a digit is gone
        ("$458 million", "$458.2 million", False),  # the one rounds the other
        ("$458 million", "about $460 million", False),
        ("$45 million", "$54 million", True),  # two digits, and no other sum above or below
        ("$45 million", "$54 million and $61 million", True),  # the first of the text, its digits turned round
        ("$45 million", "$61 million and $54 million", False),  # two digits are a slip away from too many others
        ("$45 million", "$55 million and $61 million", False),
        ("$168 million", "$158.3 million", True),  # rounded in the headline
        ("$158 million", "$158.3 million", False),
        ("$14.1 million", "$1.1 million and $14.4 million", True),
        ("$458 million", "$612 million", False),  # another number
        ("458 workers", "$485 million", False),  # of another kind
        ("1,204 workers", "$485 million", True),
        ("$485,000", "$458,000", True),
    ],
)
def test_a_headline_one_slip_away_from_its_text(headline: str, body: str, slips: bool) -> None:
    assert bool(again(f"Tarrow Motors deal: {headline}" + BODY.format(body))) is slips


@pytest.mark.parametrize(
    ("headline", "body", "pairs"),
    [
        ("111.86%-161.44%", "111.68%-161.44%", [("111.86", "111.68")]),  # one end of a range
        ("111.86%-161.44%", "111.86%至161.44%", []),
        ("111.86%-161.44%", "121.52%-171.33%", []),  # another range
        ("不超过0.1835%", "不超过0.135%", [("不超过0.1835%", "不超过0.135%")]),  # a bound is no range
        ("5.45%", "5.47%", [("5.45%", "5.47%")]),
    ],
)
def test_ranges_and_bounds_of_a_headline(headline: str, body: str, pairs: list[tuple[str, str]]) -> None:
    assert again(f"岭川股份：预计净利润同比增长{headline}\n岭川股份公告，预计去年净利润同比增长{body}。") == pairs


def test_neither_of_two_as_fine_is_a_rounding_of_the_other() -> None:
    text = "岭川股份：中标5.45亿元项目\n岭川股份公告，该项目估算总投资{}亿元。"
    outcomes = []
    for amount in ("5.45", "5.46", "5.47"):
        verdicts = check(Source("flash", text.format(amount))).verdicts
        outcomes.append([v.outcome for v in verdicts if v.code == "XF202"])
    assert outcomes == [[], [], ["contradicted"]]  # both 5.45 and 5.46 may be 5.455


def test_two_numbers_that_may_be_meant_are_none() -> None:
    assert again("Tarrow Motors bids $458 million" + BODY.format("$485 million, not $548 million,")) == []


def test_a_move_that_turns() -> None:
    text = "Tarrow profit rises 12.4%\n\nTarrow Motors said that profit {} 12.4% in the quarter to March."
    assert again(text.format("fell")) == [("12.4%", "12.4%")]
    assert again(text.format("rose")) == []


def test_headlines_in_their_paragraph() -> None:
    document = documents.read(Source("flash", "【岭川股份一季度净利下降】岭川股份公告，净利润2.05亿元。", lang="zh"))
    assert [document.text[a:b] for a, b in repeated.headlines(document)] == ["【岭川股份一季度净利下降】"]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("He holds 14,543,994 shares. Of the 14,543,100 shares all are pledged.", []),  # three digits apart
        (
            "He holds 14,543,994 shares. All 14,453,994 shares are pledged.",
            [("14,453,994 shares", "14,543,994 shares")],
        ),
        ("He holds 14,543,994 shares. All 14,543,944 shares are pledged.", []),  # the odd lot that a trade leaves
        ("He holds 14,543,994 shares, after a sale of 90,000 from 14,633,994 shares.", []),
        ("He held 14,543,994 shares and sold 100,000 shares, and holds 14,443,994 shares.", []),
        ("The 14,543,994 shares: all 1,454,994 shares are his.", [("1,454,994 shares", "14,543,994 shares")]),
        (
            "He holds 14,543,994 shares. Pledged, of all | 14,453,994 | 100%.",
            [("14,453,994", "14,543,994 shares")],
        ),  # a cell does not say what it counts
        ("The 4,543 shares: all 4,453 shares are his.", []),  # short numbers are like each other by accident
    ],
)
def test_long_numbers_one_slip_away_from_each_other(text: str, pairs: list[tuple[str, str]]) -> None:
    assert again(text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("It buys the pier for £64.5m. The £65,400,000 purchase is to close.", [("£65,400,000", "£64.5m")]),
        ("The fund had 23,418 members. Pensioners are part of the 23,481.", [("23,481", "23,418 members")]),
        ("The fund had 23,418 members, more than the 23,148 of May.", []),  # of another time
        ("The fund had 23,418 members. The 23,481 recorded in May were more.", []),
        ("The fund had 23,418 members. The 19,200 pensioners are part of them.", []),
        ("公司以41亿元收购该区块。这笔14亿元的交易年底前完成。", [("14亿元", "41亿元")]),
        ("公司以41亿元收购该区块。这笔41亿元的交易年底前完成。", [("41亿元", "41亿元")]),
        ("公司以41亿元收购该区块，去年收入14亿元。", []),
    ],
)
def test_words_point_back_to_a_figure(text: str, pairs: list[tuple[str, str]]) -> None:
    assert again(text) == pairs


def test_a_move_that_goes_the_other_way_in_the_headline() -> None:
    text = "订单转弱，青澜玻璃净利{}逾三成\n青澜玻璃第三季度净利润5,280万元，上年同期8,000万元，同比下降34.0%。"
    for word, codes in (("降", []), ("增", ["XF203"])):
        assert [v.code for v in check(Source("flash", text.format(word))).verdicts if v.code] == codes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Arden profit falls 12%\n\nProfit at Arden plc rose 12% to $560 million from $500 million.", True),
        ("Arden shares drop 12%\n\nSales at Arden plc rose 12% to $560 million from $500 million.", False),
        ("Home prices fall 3%\n\nRents rose 3% in May from April, the bureau said.", False),
    ],
)
def test_a_headline_that_goes_the_other_way_is_wrong_where_it_is_of_the_same(text: str, told: bool) -> None:
    codes = {v.code for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"}
    assert ("XF203" in codes) is told
