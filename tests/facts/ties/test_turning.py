"""What words of a turn or a streak say of figures that say themselves which way they went."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def errors(text: str) -> list[str]:
    report = check(Source("note", text, lang="zh", published="2025-07-02"))
    return [
        culprit.suggested or "" for v in report.verdicts if v.outcome == "contradicted" for culprit in v.culprits[:1]
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("去年亏损1.2亿元，今年盈利2.4亿元，扭亏为盈。", "由盈转亏"),
        ("净利润2.8亿元，上年同期净亏1.1亿元，由亏转盈。", "由盈转亏"),
        ("公司由盈转亏，净亏损1.2亿元，上年同期盈利2亿元。", "扭亏为盈"),
        ("价格同比下降0.7%，上月为上涨0.5%，由涨转跌。", "由跌转涨"),
        ("当月净流出12亿元，上月净流入8亿元，转为净流出。", "转为净流入"),
        ("销售额按年升4.0%，连续第四个月上升。", "下降"),
        ("指数跌64点，已连续四周回落。", "回升"),
        ("油价涨1.2%，连涨三日。", "跌"),
    ],
)  # fmt: skip
def test_a_turn_or_a_streak_goes_the_way_that_the_figures_went(right: str, wrong: str) -> None:
    said = next(
        w for w in ("扭亏为盈", "由亏转盈", "由盈转亏", "由涨转跌", "转为净流出", "上升", "回落", "涨三") if w in right
    )
    assert errors(right) == []
    turned = right.replace(said, wrong + said[1:] if said == "涨三" else wrong)
    assert errors(turned), turned


@pytest.mark.parametrize(
    "text",
    [
        "出口同比增长4.0%，连续三个月回落。",  # the pace of it
        "环比上升0.2%，连续第五个月同比下降。",
        "甲股升4.0%，大市连跌三日。",
        "2023年盈利3亿元、2022年亏损1亿元，而2024年由盈转亏。",
        "上年盈利3亿元，今年预计亏损1亿元，公司力争扭亏为盈。",
        "甲公司盈利3亿元，乙公司亏损1亿元，由盈转亏。",  # whose turn it is nobody says
    ],
)
def test_words_of_another_time_or_thing_are_no_turn(text: str) -> None:
    assert errors(text) == []
