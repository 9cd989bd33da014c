"""What a percentage is a part of, by the grammar of its Chinese clause."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Measurement, Settings, Share

SAID = {
    "浔渚电气营收12亿元，镜头业务贡献了其中约六成。": {("镜头业务", 60, "营收")},
    "浔渚电气公布业绩，全年营收一千八百万元，其中北厂占百分之六十二，余下百分之三十八来自南厂。": {
        ("北厂", 62, "营收"), ("南厂", 38, "营收"),
    },
    "营收构成：民用件占58%，工业件占27%，车用件占15%。": {
        ("民用件", 58, "营收"), ("工业件", 27, "营收"), ("车用件", 15, "营收"),
    },
    "该品牌去年线上成交额中直播占到63%。": {("直播", 63, "线上成交额")},
    "公司食品检测收入占国内市场约8%。": {("食品检测收入", 8, "国内市场")},
    "浔渚电气在手订单的五分之二为海外项目。": {("海外项目", 40, "在手订单")},
    "所得款项百分之七十用于还债。": {("还债", 70, "所得款项")},
    "收入的一半来自西部、四分之一来自北部。": {("西部", 50, "收入"), ("北部", 25, "收入")},
    "受访企业中43%计划扩招，38%维持现状。": {("计划扩招", 43, "受访企业"), ("维持现状", 38, "受访企业")},
    "本地玩家贡献流水的45%，北方、南方玩家各贡献22%和12%。": {
        ("本地玩家", 45, "流水"), ("北方", 22, "流水"), ("南方玩家", 12, "流水"),
    },
    "华东占销量的四成，华南两成。": {("华东", 40, "销量"), ("华南", 20, "销量")},
    "云枢以出货量计的市场份额从8%攀升至11%。": {("云枢", 8, "市场"), ("云枢", 11, "市场")},
    "浔渚科技以26.3%的国内市场份额位居第一。": {("浔渚科技", 26.3, "国内")},
    "第一产业、第二产业和第三产业增加值占GDP的比重分别为7.1%、36.5%和56.4%。": {
        ("第一产业", 7.1, "GDP"), ("第二产业", 36.5, "GDP"), ("第三产业增加值", 56.4, "GDP"),
    },
    "煤炭在能源消费中的比重由68%降至56%。": {("煤炭", 68, "能源消费"), ("煤炭", 56, "能源消费")},
    "募资的60%将用于建厂，30%用于研发，余下10%补充流动资金。": {
        ("建厂", 60, "募资"), ("研发", 30, "募资"), ("补充流动资金", 10, "募资"),
    },
    "前五大客户合计占收入的62%，其中最大客户占25%。": {("前五大客户", 62, "收入"), ("最大客户", 25, "收入")},
    "台灣廠商的全球市占率達63%。": {("台灣廠商", 63, "全球")},
    "拟发行数量不超过发行前总股本的30%。": {("拟发行数量", 30, "发行前总股本")},
    "前五大租戶貢獻四成租金。": {("前五大租戶", 40, "租金")},
    "浔渚电气有员工1,200人。公司去年营收为45.6亿元，其中海外收入占三成。": {("海外收入", 30, "营收")},
    "浔渚电气4月售出4.31万辆，其中出口6,120辆，占比14.2%。": {("出口", 14.2, "")},
    "浔渚电气出口6,120辆，占比达14.2%。": {("出口", 14.2, "")},
}  # fmt: skip
UNSAID = ["浔渚电气占地30%以上为绿化。", "浔渚电气毛利率30%，净利率12%。", "浔渚电气占用资金增长30%。"]


def told(text: str) -> set[tuple[str | None, float, str | None]]:
    report = check(Source("part", text, lang="zh", published="2025-06-30"), Settings(only=frozenset({"facts"})))
    names = {entity.id: entity.name for entity in report.found.entities}
    facts = [fact for fact in report.facts if isinstance(fact, Share)]
    return {(names.get(f.part_words or "", f.part_words), float(f.quantity.low), f.whole_words) for f in facts}


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_a_percentage_is_a_part_of_a_whole(text: str, wanted: set[tuple[str, float, str]]) -> None:
    assert wanted <= told(text)


@pytest.mark.parametrize("text", UNSAID)
def test_what_only_looks_like_a_part_is_none(text: str) -> None:
    assert not told(text)


def test_a_share_is_measured_by_no_level() -> None:
    text = "浔渚电气线上成交额中直播占到63%，短视频占20%。"
    report = check(Source("part", text, lang="zh"), Settings(only=frozenset({"facts"})))
    assert not [fact for fact in report.facts if isinstance(fact, Measurement) and not fact.told]


def test_a_part_that_is_a_printed_figure_still_ties() -> None:
    text = "浔渚港全年吞吐量1,264万标箱，其中外贸箱758万标箱，内贸箱506万标箱，外贸箱占比60.0%。"
    report = check(Source("part", text, lang="zh", published="2024-01-30"))
    assert any(verdict.kind == "share" and verdict.outcome.startswith("holds") for verdict in report.verdicts)
