"""Levels and moves of a list that only their own words tell apart."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Change, Measurement


def told(text: str) -> list[str]:
    """The metric and the words of the segment of each level, or of each move where a text has none."""
    report = check(Source("zh", text, lang="zh", published="2024-05-08"))
    levels = [f.figure for f in report.facts if isinstance(f, Measurement) and not f.told]
    figures = levels or [f.figure for f in report.facts if isinstance(f, Change)]
    return [f"{figure.metric.removeprefix('other:')} {dict(figure.segment).get('words', '')}" for figure in figures]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("4月销量：银岭品牌9.9万辆，岚渡品牌2.8万辆。", ["sales_volume 银岭品牌", "sales_volume 岚渡品牌"]),
        ("一季度装机量：手机1,200万部，平板310万部。", ["装机量 手机", "装机量 平板"]),
        ("履约率85.1%，其中远程航线86.0%、支线航线82.7%。", ["履约率 ", "履约率 远程航线", "履约率 支线航线"]),
        ("毛利率24.1%。分产品看，钢筋12.3%，线材15.8%。", ["gross_margin ", "gross_margin 钢筋", "gross_margin 线材"]),
        ("零售额38亿元；按经营单位所在地分，城镇33亿元，乡村5亿元。", ["零售额 ", "零售额 城镇", "零售额 乡村"]),
        ("岚岭能源4月电池交付7.9GWh，动力型贡献5.6GWh。", ["电池交付 ", "电池交付 动力型"]),
        ("三家银行息差走低：岚岭银行1.61%、溪川银行1.74%。", ["银行息差 ", "银行息差 "]),
        (
            "零售额38亿元；按所在地分，城镇居民33亿元；农村居民5亿元。",
            ["零售额 ", "零售额 城镇居民", "零售额 农村居民"],
        ),
        (
            "第一、二、三产业用电量同比分别增长9.1%、2.6%和7.4%。",
            ["用电量 第一产业", "用电量 第二产业", "用电量 第三产业"],
        ),
    ],
)
def test_what_a_list_measures_is_said_once(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


def test_a_list_of_moves_has_a_direction_each() -> None:
    text = "岚岭汽车、溪川汽车销量分别为2.3万辆和1.9万辆，环比分别为增12.7%和降9.4%。"
    report = check(Source("zh", text, lang="zh", published="2024-05-08"))
    moves = [(f.quantity.change, float(f.quantity.low)) for f in report.facts if isinstance(f, Change)]
    assert moves == [("up", 12.7), ("down", 9.4)]


def test_what_doubles_moves_by_a_multiple() -> None:
    report = check(Source("zh", "岚岭汽车4月出口2.3万辆，同比翻了一番。", lang="zh", published="2024-05-08"))
    assert [f.by for f in report.facts if isinstance(f, Change)] == ["multiple"]


def test_what_all_that_follows_is_seen_from_is_said_once() -> None:
    text = "2024年3月，与一年前相比，岚岭超市门店增加312家，员工增加2,100人。"
    moves = [f for f in check(Source("zh", text, lang="zh", published="2024-05-08")).facts if isinstance(f, Change)]
    assert [(f.figure.period.label, f.bases[0].period.label) for f in moves] == [("2024-03", "2023-03")] * 2  # type: ignore[union-attr]
