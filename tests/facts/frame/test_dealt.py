"""A list of times or names is dealt out to a list of figures, in the order in which both stand."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Change, Measurement, Target

THREE = [("5.5", "2021"), ("6.0", "2022"), ("6.5", "2023")]


def dealt(text: str) -> list[tuple[str, str | None]]:
    """The digits of each level and its period."""
    report = check(Source("text", text))
    found = [printed for fact in report.facts if isinstance(fact, Measurement | Target) for printed in fact.printed]
    return [(text[slice(*p.quantity.digits)], p.figure.period.label if p.figure.period else None) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were 5.5 million, 6.0 million and 6.5 million tonnes in 2021, 2022 and 2023 respectively.", THREE),
        ("In 2021, 2022 and 2023 sales were 5.5 million, 6.0 million and 6.5 million tonnes respectively.", THREE),
        ("公司2021年、2022年和2023年销量分别为5.5万吨、6.0万吨和6.5万吨。", THREE),
        ("公司2021年至2023年销量分别为5.5万吨、6.0万吨和6.5万吨。", THREE),  # one time as many years long
        ("公司2021年至2023年销量为5.5万吨。", [("5.5", "2021/2023")]),
        ("公司2021年至2022年销量分别为5.5万吨、6.0万吨和6.5万吨。", [(size, "2021/2022") for size, _ in THREE]),
    ],
)
def test_each_figure_has_the_time_at_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert dealt(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月，霁川、汾岭两市新房价格分别下降0.3%和0.6%。", [("0.3%", "霁川"), ("0.6%", "汾岭")]),
        ("旗下朔屿、北礁两座机场旅客分别为312万人次和86万人次。", [("312万人次", "朔屿"), ("86万人次", "北礁")]),
        (
            "岚峰医药、朔和医药日前被监管部门分别罚款365万元和112万元。",
            [("365万元", "岚峰医药"), ("112万元", "朔和医药")],
        ),
        ("岚峰医药、朔和医药分别被罚款365万元和112万元。", [("365万元", "岚峰医药"), ("112万元", "朔和医药")]),
        (
            "霁川、汾岭两市新房成交分别为310套和280套，存量房成交分别为830套和315套。",
            [("310套", "霁川"), ("280套", "汾岭"), ("830套", "霁川"), ("315套", "汾岭")],
        ),
        ("岚峰医药和朔和医药两家公司合并，作价3亿元。", [("3亿元", "岚峰医药")]),  # 两家 measures nothing
    ],
)
def test_each_figure_is_of_the_name_at_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    report = check(Source("text", text, lang="zh", published="2024-10-20"))
    names = {entity.id: entity.name for entity in report.found.entities}
    found = [
        (text[p.span.start : p.span.end], names.get(f.figure.entity or "", f.figure.entity))
        for f in report.facts
        if isinstance(f, Measurement | Change)
        for p in f.printed
    ]
    assert sorted(found) == sorted(expected)
