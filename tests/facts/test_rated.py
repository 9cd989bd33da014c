"""What is yet to come in Chinese: prices that shares should have, forecasts of those who study them, and plans."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import facts as views

SAID = {
    "海渚证券将浔渚科技目标价由45元上调至58元，并预计其2025年净利润6.2亿元。": [
        ("浔渚科技", "net_profit", 620_000_000), ("浔渚科技", "price", 58),
    ],
    "北渚证券：首次覆盖浔渚半导体，给予目标价72元，对应2026年40倍市盈率。": [("浔渚半导体", "price", 72)],
    "海渚证券：维持浔渚电气“买入”评级，目标价升至35元。": [("浔渚电气", "price", 35)],
    "海渚證券予浔渚地产「买入」評級，目標價由3.2港元升至4港元。": [("浔渚地产", "price", 4)],
    "浔渚物流昨日给出全年预测：营收8.5亿美元，净利润1亿美元。": [
        ("浔渚物流", "net_profit", 100_000_000), ("浔渚物流", "revenue", 850_000_000),
    ],
    "浔渚集团主席称全年盈利可望突破五亿港元。": [("浔渚集团", "net_profit", 500_000_000)],
}  # fmt: skip
UNSAID = ["浔渚集团力争跻身全国前二十。", "浔渚游戏并未把全年销量目标定在5万辆。"]


def told(text: str) -> list[tuple[str, str, float]]:
    report = check(Source("aim", text, lang="zh", published="2025-03-18"), Settings(only=frozenset({"facts"})))
    shown = [made for _, (kind, made, _) in views.stated(report) if kind == "target"]
    return sorted((made.get("entity", ""), made["metric"], float(made["value"])) for made in shown)


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_what_is_foreseen_is_of_whom_it_is_foreseen(text: str, wanted: list[tuple[str, str, float]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_no_target_is_none(text: str) -> None:
    assert not told(text)
