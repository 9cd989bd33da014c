"""Moves: by words and places alone, which figure is now and which it moved from."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.documents import read
from crossfoot.facts import sentences
from crossfoot.facts import state as facts_of
from crossfoot.facts.ties.amounts import row
from crossfoot.facts.ties.claims.moves import change, growth, points
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.mentions import find

# shape, text, the move, what it came to, what it moved from: none of them ties, so that words alone decide
FIRST = [
    (growth, "Output rose 9% in a year to 18.4 mln. In May 2023 it was 18.1 mln.", "9%", "18.4 mln", "18.1 mln"),
    (growth, "Sales fell 9% to 414 mln from 429 mln, orders rose 2% to 88 mln from 97 mln.", "2%", "88 mln", "97 mln"),
    (growth, "Sales of $845 are 14% below the $971 of May and 9% above the $805 of June.", "9%", "$845", "$805"),
    (growth, "提货量38万吨，上年为31万吨，增长5%；库存12万吨，较上年的15万吨下降9%。", "9%", "12万吨", "15万吨"),
    (growth, "公司营收64亿元，同比增长3%，去年同期为59亿元。服务收入22亿元。", "3%", "64亿元", "59亿元"),
    (growth, "发行价18.00元，开盘报26.10元，较发行价上涨20%。", "20%", "26.10元", "18.00元"),
    (growth, "交付28辆，环比+5.0%（5月：26辆），同比+61.0%（去年6月：17辆）。", "+61.0%", "28辆", "17辆"),
    (change, "It sold 96,200 cars, 19,400 more than in 2022, when it sold 82,800.", "19,400", "96,200 cars", "82,800"),
    (change, "库存一周内减少0.9万吨，由4.2万吨降至3.6万吨。", "0.9万吨", "3.6万吨", "4.2万吨"),
    (points, "They yield 5.05%, 70 bps over bonds which yielded 3.60%.", "70 bps", "5.05%", "3.60%"),
]  # fmt: skip


def ranked(shape: object, text: str, cue: str) -> list[Claim]:
    lang = "en" if text.isascii() else "zh"
    document = read(Source("note", text, lang=lang, published="2024-05-07"))
    found = find(document)
    amounts = row(document, list(sentences(document, found.mentions)), facts_of(document, found))
    at = next(a for a in amounts if text[a.span.start : a.span.end] == cue)
    return sorted(shape(at, [a for a in amounts if a is not at]), key=lambda claim: claim.cost)  # type: ignore[operator]


@pytest.mark.parametrize(("shape", "text", "cue", "now", "base"), FIRST)
def test_words_say_which_figure_is_now(shape: object, text: str, cue: str, now: str, base: str) -> None:
    first, *others = ranked(shape, text, cue)
    said = [text[a.span.start : a.span.end] for a in first.operands[:2]]
    assert said == [now, base]
    assert all(o.cost > first.cost for o in others if o.operands != first.operands)


def test_a_rate_that_something_came_to_is_no_move() -> None:
    assert not ranked(
        growth, "Stakes of 31 and 17 firms: the yield narrowed to 2.7 percent from 3.1 percent.", "2.7 percent"
    )


@pytest.mark.parametrize(
    "text",
    [
        "In January it was 3.4%. In December the annual rate had been 3.9%, so inflation slowed by 0.5 percent.",
        "9月出口占总销量的比重为52.0%，较去年9月的56.6%回落4.6%。",
    ],
)
def test_percent_for_points_is_told_where_points_tie(text: str) -> None:
    verdicts = check(Source("note", text)).verdicts
    assert [v.culprits[0].slip for v in verdicts if v.code] == ["percent-or-points"]


def test_a_rate_may_move_by_percent() -> None:
    report = check(Source("note", "The margin was 12.0%, up 50% from 8.0% a year earlier; costs rose 4.0%."))
    assert not [v for v in report.verdicts if v.code]
