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
        ("芦澜荡湿地公园国庆假期接待游客21.3万人次，门票收入640万元。", "芦澜荡湿地公园"),
        ("手游《山海绘卷》上线首月流水3.7亿元，日活用户峰值620万。开发商未回应。", "山海绘卷"),
        ("帕特里克·莱文持有公司股份310万股，本次减持45万股。", "帕特里克·莱文"),
        ("位于西郊的云砾物流园去年完成货运量530万吨，税收1.2亿元。", "云砾物流园"),
        ("珩砾服饰再度裁撤门店58家，裁员310人。", "珩砾服饰"),
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


def told(text: str) -> dict[float, str | None]:
    """By value, whose it is."""
    report = check(Source("note", text, lang="zh", published="2024-11-20"), Settings(only=ONLY))
    facts = json.loads(exchange.show(report, ONLY))["facts"]
    return {f["fields"]["value"]: f["fields"].get("entity") for f in facts if f["type"] in ("measurement", "change")}


@pytest.mark.parametrize(
    ("text", "value", "who"),
    [
        ("雅骑以86万辆居首，绿驰64万辆，小澜51万辆。", 510_000, "小澜"),
        ("国庆七日，溪州市接待游客612万人次。头部景区雾灵山同期入园18.6万人次。", 186_000, "雾灵山"),
        ("咖啡店“拾豆”门店1,860家；对手“满杯”有门店2,410家。", 2_410, "满杯"),
    ],
)
def test_a_clause_goes_over_to_somebody_else(text: str, value: float, who: str) -> None:
    assert told(text)[value] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("全国新增57例（广东7例，天津6例）。", "广东"),  # parts
        ("砚川汽车10月销量5万辆，主粮收入3亿元，扫码付款占比七成。", "主粮"),  # a noun of a figure
        ("《规划》提到，到2025年全市床位达到3万张。", "规划"),  # only tells
        ("制造业投资增长8.2%，全部投资增长4.1%。", "制造业"),
        ("矿岚社10月22日报价显示，碳酸锂均价每吨7.36万元。", "矿岚社"),
    ],
)
def test_what_names_a_figure_or_only_tells_owns_nothing(text: str, who: str) -> None:
    assert who not in owners(text)


def test_a_quotation_may_be_all_that_a_sentence_says() -> None:
    assert owners("“订单排到了明年三月，增长12%。”渚州船舶总经理贺兰山如是说。《归澜》") <= {"渚州船舶", None}


def test_a_country_is_whose_central_bank_a_text_is_about() -> None:
    text = "北岚国央行周三将基准利率上调50个基点至6.75%。9月该国通胀率升至8.1%。"
    assert told(text)[8.1] == "北岚国"


def test_goods_of_a_whole_country_are_told_one_after_another() -> None:
    found = told("全国生猪均价每公斤15.2元，较上周跌0.4元；白条肉均价每公斤19.8元。")
    assert (found[15.2], found[19.8]) == ("生猪", "白条肉")


def periods(text: str) -> list[str | None]:
    report = check(Source("note", text, lang="zh", published="2024-11-20"), Settings(only=ONLY))
    told = json.loads(exchange.show(report, ONLY))["facts"]
    return [fact["fields"].get("period") for fact in told if fact["type"] == "measurement"]


def test_what_a_label_opens_with_dates_all_behind_it() -> None:
    assert periods("8月小结：长岚汽车销量2.31万辆，同比增长3%。出口3,000辆。") == ["2024-08", "2024-08"]
    assert periods("2024年一季度经营简报：长岚汽车销量2.31万辆。") == ["2024-Q1"]


def test_a_bracket_dates_only_what_it_holds() -> None:
    assert periods("岐岭锻造营收9.75亿元（上年同期8.80亿元），净利润0.62亿元。")[::2] == [None, None]
