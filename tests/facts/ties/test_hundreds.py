"""Shares that leave nothing out come to a hundred."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def wrong(text: str) -> bool:
    return any(v.outcome == "contradicted" for v in check(Source("note", text, lang="zh")).verdicts)


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("钢材中板材占45%，长材占35%，管材及其他占20%。", "20%", "30%"),
        ("集团的持股由7%升至70%，其余30%仍由创始人持有。", "30%", "40%"),
        ("公司持股比例降至51%，剩余49%由员工平台持有。", "49%", "39%"),
        ("收入中国内占45%，增长3%，海外占35%，下降2%，其余占20%。", "35%", "53%"),
        ("用户里男性占比58%，余下42%为女性。", "58%", "85%"),
    ],
)
def test_the_last_share_is_what_the_others_leave(text: str, right: str, slip: str) -> None:
    assert not wrong(text)
    assert wrong(text.replace(right, slip))


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("Of 1,514 people asked, 40.2% were in favour, 15.4% against and 44.4% undecided.", "15.4%", "14.5%"),
        ("Some 47% of voters back the plan and 23% oppose it, while 30% have no view.", "30%", "90%"),
    ],
)
def test_those_who_were_asked_are_for_it_against_it_or_neither(text: str, right: str, slip: str) -> None:
    told = [
        [v for v in check(Source("poll", each)).verdicts if v.outcome == "contradicted"]
        for each in (text, text.replace(right, slip))
    ]
    assert not told[0]
    assert told[1]


@pytest.mark.parametrize(
    "text",
    [
        "出口占60%，其中美国占35%，其余25%为欧洲。",  # of the 60
        "货币资金占比45%，存货占比35%，其他应收款占比5%。",
        "毛利率45%，净利率35%，其余费用率12%。",
        "甲占45%，毛利率30%，其余占20%。",
        "前三大股东合计持股60%，其余股东各持股不足5%。",
        "甲占45%，其余两家占比分别为30%和25%。",
    ],
)
def test_other_lists_need_not_come_to_a_hundred(text: str) -> None:
    assert not wrong(text)
