"""Whom a Chinese sentence opens with that no reader of names knows."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})


def owners(text: str) -> set[str | None]:
    report = check(Source("note", text, lang="zh", published="2024-11-20"), Settings(only=ONLY))
    told = json.loads(exchange.show(report, ONLY))["facts"]
    return {fact["fields"].get("entity") for fact in told if fact["type"] in ("measurement", "change")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("1月，旭岭港完成货物吞吐量1,280万吨，同比增长6.4%，其中外贸吞吐量415万吨。", "旭岭港"),
        ("截至10月末，芦滨市存款余额2,136亿元，比年初增加148亿元；贷款余额1,792亿元。", "芦滨市"),
        ("“澜岸一号”海上风电场6月发电1.36亿千瓦时，同比增加9.7%。该项目装机容量502兆瓦。", "澜岸一号"),
        ("据某平台数据显示，国庆档总票房17.92亿元，同比减少15%。", "国庆档"),
        ("松坪煤矿去年产煤320万吨，同比增长4%。", "松坪煤矿"),
    ],
)
def test_a_sentence_is_about_whom_it_opens_with(text: str, who: str) -> None:
    assert owners(text) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("分产业看，第一产业增加值12亿元，增长2%。", "分产业"),
        ("海松重工上半年营收36亿元。临江基地产能20万吨。", "临江基地"),
        ("上市首日，成交额12亿元。", "上市"),
    ],
)
def test_what_is_a_part_or_no_subject_owns_nothing(text: str, who: str) -> None:
    assert who not in owners(text)


def periods(text: str) -> list[str | None]:
    report = check(Source("note", text, lang="zh", published="2024-11-20"), Settings(only=ONLY))
    told = json.loads(exchange.show(report, ONLY))["facts"]
    return [fact["fields"].get("period") for fact in told if fact["type"] == "measurement"]


def test_what_a_label_opens_with_dates_all_behind_it() -> None:
    assert periods("8月小结：长岚汽车销量2.31万辆，同比增长3%。出口3,000辆。") == ["2024-08", "2024-08"]
    assert periods("2024年一季度经营简报：长岚汽车销量2.31万辆。") == ["2024-Q1"]


def test_a_bracket_dates_only_what_it_holds() -> None:
    assert periods("岐岭锻造营收9.75亿元（上年同期8.80亿元），净利润0.62亿元。")[::2] == [None, None]
