"""Figures of Chinese sentences as the exchange form states them: whose, what, which part, when."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.views import facts as view


def stated(text: str, kind: str) -> list[dict[str, str]]:
    result = check(Source("t", text, published="2024-05-08", lang="zh"))
    names = {entity.id: entity.name for entity in result.found.entities}
    shown = [view.fields(fact, names) for fact in result.facts]
    return [
        {key: value if isinstance(value, str) else bytes(value).decode() for key, value in made[1].items()}
        for made in shown
        if made is not None and made[0] == kind
    ]


PARTS = [
    ("江岚市规模以上工业增加值增长6.8%，其中装备制造业增长9.4%。", "9.4", "other:规模以上工业增加值", "装备制造业"),
    ("江岚市社会消费品零售总额增长4%，其中商品零售额增长4.1%。", "4.1", "other:零售额", "商品"),
    ("云驰汽车4月销量3万辆，增长4%，其中出口增长37%。", "37", "sales_volume", "export"),
]


@pytest.mark.parametrize(("text", "value", "metric", "segment"), PARTS)
def test_a_part_that_moves_is_measured_as_its_whole_is(text: str, value: str, metric: str, segment: str | None) -> None:
    moved = [fact for fact in stated(text, "change") if fact["value"] == value]
    assert [(fact["metric"], fact.get("segment")) for fact in moved] == [(metric, segment)]


def test_a_part_with_a_measure_in_its_name_keeps_it() -> None:
    text = "江岚省地区生产总值8642亿元。其中，第一、二、三产业增加值分别为412亿元、3380亿元和4850亿元。"
    parts = [(fact["metric"], fact.get("segment")) for fact in stated(text, "measurement")[1:]]
    assert parts == [("other:增加值", name) for name in ("第一产业", "第二产业", "第三产业")]


def test_what_a_share_closed_at_is_its_price() -> None:
    text = "芯谷光电午后走低，下跌6.4%，收于12.08港元，总市值88亿港元。"
    assert [(f["metric"], f["value"]) for f in stated(text, "measurement")] == [
        ("price", "12.08"),
        ("other:总市值", "8800000000"),
    ]


def test_a_market_is_named_apart_from_what_is_measured_of_it() -> None:
    (fact,) = stated("远策咨询发布的报告称，二季度国内扫地机器人零售额58亿元。", "measurement")
    assert (fact["entity"], fact["metric"], fact["period"]) == ("国内扫地机器人", "other:零售额", "2024-Q2")


def test_all_that_a_target_opens_is_aimed_at_until_something_is_reached() -> None:
    text = "云驰汽车将2025年的销量目标定为50万辆，其中出口不低于12万辆。"
    assert {fact["value"] for fact in stated(text, "target")} == {"500000", "120000"}
    text = "云驰汽车2024年销量目标为141万辆，目前已完成20万辆。"
    assert [fact["value"] for fact in stated(text, "measurement")] == ["200000"]


def test_a_share_that_is_rough_says_so() -> None:
    (fact,) = stated("临江基地聚碳酸酯年产能26万吨，约占公司总产能的四成。", "share")
    assert fact["qualifier"] == "about"


def test_tranches_go_on_behind_a_semicolon_but_deposits_are_none() -> None:
    text = "远山集团发行中期票据10亿元，其中3年期6亿元，票面利率2.41%；5年期4亿元，票面利率2.79%。"
    assert [fact["tenor"] for fact in stated(text, "tranche")] == ["P3Y", "P5Y"]
    assert not stated("远山银行存款300亿元，其中1年期180亿元，利率1.5%；3年期120亿元，利率2.3%。", "tranche")


def test_a_share_that_stirs_is_a_price() -> None:
    moved = stated("云驰汽车(600100.SH)涨超5%，报51.2港元。沪铜跌逾1%。", "change")
    assert [(f["entity"], f["metric"]) for f in moved] == [
        ("云驰汽车", "price"),
        ("沪铜", "price"),
    ]


def test_what_so_many_are_said_to_be_is_counted() -> None:
    counted = stated("经专家诊断，1人为确诊病例、2人为无症状感染者。", "measurement")
    assert [f["metric"] for f in counted] == ["other:确诊病例", "other:无症状感染者"]


def test_a_verb_of_a_clause_inside_a_name_measures_nothing() -> None:
    (fact,) = stated("12月底，未售出的现房库存降至91万套。", "measurement")
    assert fact["metric"].endswith("现房库存")


@pytest.mark.parametrize("text", ["市中级人民17.55%21日20日法院", "股东名称股数轮候期限用途：控股股东陈某42,270,900"])
def test_figures_of_a_table_that_was_run_together_are_not_stated(text: str) -> None:
    assert not stated(text, "measurement")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("云驰汽车成立于2009年，目前员工2150人。", "2024-05"),
        ("云驰汽车累计回购1408万股（详见2023年3月2日披露的公告），支付总额1.04亿元。", None),
        ("云驰汽车项目总投资5.45亿元，占公司2023年度营业收入的11.31%。", None),
    ],
)
def test_what_is_told_as_of_now_or_beside_another_date_is_not_of_that_date(text: str, period: str | None) -> None:
    assert stated(text, "measurement")[-1].get("period") == period


def test_several_years_are_dealt_out_to_a_list() -> None:
    text = "交易对方承诺，橙果影业2023年至2025年净利润依次不低于1亿元、1.3亿元和1.6亿元。"
    assert [fact["period"] for fact in stated(text, "target")] == ["2023", "2024", "2025"]


@pytest.mark.parametrize(
    ("text", "base", "period"),
    [
        ("岚峰电气股价5月7日收跌4.4%。", None, "2024-05-07"),
        ("截至4月底，岚峰便利店门店3215家，较年初增长8%。", "ytd", "2024-04-30"),
        ("4月末外汇储备3.2万亿美元，环比增长0.5%。", "mom", "2024-04-30"),
        ("5月7日国债收益率2.3%，较前一交易日下行3个基点。", "dod", "2024-05-07"),
    ],
)
def test_what_a_move_is_measured_from_is_named(text: str, base: str | None, period: str) -> None:
    assert [(fact.get("base"), fact.get("period")) for fact in stated(text, "change")] == [(base, period)]


def test_moves_that_are_dealt_out_by_a_noun_are_of_the_levels_before() -> None:
    text = "青屿港一季度货物吞吐量1.46亿吨，集装箱吞吐量512万标箱，增速分别为3.2%和-8.5%。"
    moved = [(fact["metric"], fact["value"]) for fact in stated(text, "change")]
    assert moved == [("other:货物吞吐量", "3.2"), ("other:集装箱吞吐量", "-8.5")]


def test_a_loss_is_below_zero() -> None:
    told = stated("云驰汽车2023年净亏损8.46亿元，上年同期盈利0.42亿元。", "measurement")
    assert [fact["value"] for fact in told] == ["-846000000", "42000000"]


def test_a_summary_that_opens_with_whose_it_is_goes_on_about_them() -> None:
    text = "以下为云渚通信2024年一季度业绩摘要：\n1. **收入**：营收318亿元，同比微降0.4%。\n"
    assert {fact["entity"] for fact in stated(text, "measurement")} == {"云渚通信"}


def test_what_is_dated_behind_the_day_of_publication_has_not_happened() -> None:
    text = "云驰汽车自6月15日起召回2021年3月至2022年7月生产的部分轿车，共1.2万辆。"
    assert [(fact["kind"], fact["status"]) for fact in stated(text, "event")] == [("recall", "planned")]


def test_a_part_of_what_somebody_holds_is_no_share_of_the_company() -> None:
    text = "云驰汽车公告，法院裁定将远山集团持有云驰汽车130万股轮候冻结，占其持有股份总数的0.64%。"
    assert all("percent" not in fact for fact in stated(text, "relation"))


def test_a_rate_that_a_central_bank_sets_is_its_own_and_no_good() -> None:
    text = "岚斯塔国家银行周三将关键利率下调50个基点至7.25%。4月通胀率为5.5%。"
    assert [fact["entity"] for fact in stated(text, "measurement")] == ["岚斯塔国家银行"] * 2


def test_what_something_is_used_for_is_no_other_printing_of_it() -> None:
    text = "岚峰资本发行30亿元公司债：3年期18亿元，利率2.28%；7年期12亿元，利率2.76%。超过20亿元用于偿债。"
    assert not [verdict for verdict in check(Source("t", text)).verdicts if verdict.outcome == "contradicted"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("云驰汽车前4月交付10.4万辆。", "2024-01/2024-04"),
        ("云驰汽车今年头3个月交付10.4万辆。", "2024-Q1"),
        ("云驰汽车目前4月交付10.4万辆。", "2024-04"),
    ],
)
def test_the_first_months_of_a_year(text: str, period: str) -> None:
    assert [fact["period"] for fact in stated(text, "measurement")] == [period]
