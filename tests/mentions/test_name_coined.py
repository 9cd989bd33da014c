"""Chinese names that only their characters give away, and words that look like them."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.lexicon import load
from crossfoot.lexicon.coined import CoinedRows

ROWS = load("zh/coined.toml", CoinedRows)


def coined(text: str) -> list[str]:
    found = check(Source("note", text, lang="zh")).found.mentions
    return [text[m.span.start : m.span.end] for m in found if m.kind == "name" and m.rule in ("coined", "bare")]


@pytest.mark.parametrize("text", ROWS.holds)
def test_rows_hold(text: str) -> None:
    assert coined(text)


@pytest.mark.parametrize("text", ROWS.fails)
def test_rows_fail(text: str) -> None:
    assert coined(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("受铜价上涨带动，一季度紫岫矿产净利润7.45亿元，赤岩矿业却只有1.02亿元。", ["紫岫矿产", "赤岩矿业"]),
        ("其次为柏越电芯8月的5.9GWh。", ["柏越电芯"]),
        ("在交易完成后，榕澍精机将成为全资子公司。", ["榕澍精机"]),
        ("丹麦能源公司诺霍斯以67亿丹麦克朗卖出风场。", ["诺霍斯"]),
        ("当地监管部门驳回汇岚期货的上诉。", ["汇岚期货"]),
        ("日本御岫精机12日递交申请。", ["御岫精机"]),
        ("管理人瓴屿基金旗下有三只产品。", ["瓴屿基金"]),
    ],
)
def test_whom_a_clause_is_about(text: str, names: list[str]) -> None:
    assert coined(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "外卖平台对商户抽佣不得高于18%，城商行同日发布三季报。",
        "2月洗碗机出口31.5万台，环比下降18%。",
        "全年非息收入占比22.0%，利息净收入153.0亿元。",
        "板材产量360万吨，同比增长10%；长材280万吨，下降5%。",
        "公司自主研发的新药获批，集团函告董事会。",
        "某市法院对庄敏股份执行轮候冻结。",
    ],
)
def test_everyday_words_name_nobody(text: str) -> None:
    assert coined(text) == []
