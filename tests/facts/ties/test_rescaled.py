"""A figure out of all proportion is told with the scale word that makes it tie; one of its own is left alone."""

from __future__ import annotations

import pytest

from ..told import alarms, blamed

WRONG = [  # text, the scale word that is wrong, the right one
    (
        "The town will spend $71.3 billion: pensions take $27.1 billion, health care $14.3 million, debt $4.3 billion "
        "and all else $25.6 billion.",
        "million",
        "billion",
    ),
    ("全年收入48亿元，其中线上14.4亿元，门店33.6万元。", "万", "亿"),
    ("收入拆分：总收入 86.4 亿元，在线营销 51.8 亿元，交易服务 25.9 亿元，其他 8.7 万元。", " 万", " 亿"),
    (
        "Loans were 62.7 billion kroner, of which 41.5 billion went to homes and the remaining 21.2 million to firms.",
        "million",
        "billion",
    ),
    ("全省粮食播种面积3250亩，平均亩产412公斤，总产量1339万吨。", "亩", "万亩"),
    ("The payout of CHF 30 billion equals 50% of net profit, which was CHF 60 million.", "billion", "million"),
]
RIGHT = [
    "全村粮食播种面积3250亩，平均亩产412公斤，总产量1339吨；全省产量1310万吨。",
    "工程投资27.6亿元，全长92公里，沿线每户补偿3,000元。",
    "The mill paid $27.6 million for 9,200 tonnes of barley, at $3,000 a tonne, and 92 tonnes of malt.",
    "The group, with sales of $3.4 billion, was fined $2.1 million and paid $1.3 million in costs.",
    "公司总资产48.2亿元，本次罚款36.5万元，另交纳滞纳金11.7万元。",
    "Net debt was $1.25 billion. The foundation gave $375 thousand to schools and $875 thousand to clinics.",
    "全年营收86.4亿元，董事长薪酬215万元，总经理薪酬184万元。",
    "The deal is worth 8.64 billion kroner; the adviser earned 12 million kroner.",
]


@pytest.mark.parametrize(("text", "wrong", "right"), WRONG)
def test_another_scale_word_makes_it_tie(text: str, wrong: str, right: str) -> None:
    assert blamed(text) == (wrong, right)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_small_is_left_alone(text: str) -> None:
    assert not alarms(text)
