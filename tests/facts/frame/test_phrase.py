"""The run of words before a figure is its name, where words are not spaced."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Measurement


def named(text: str) -> list[tuple[str, str]]:
    """(the number as printed, what it measures) of each level of a text."""
    facts = check(Source("zh", text, lang="zh", published="2024-05-08")).facts
    return [
        (text[f.spans[0].start : f.spans[0].end], f.figure.metric)
        for f in facts
        if isinstance(f, Measurement) and not f.told
    ]


@pytest.mark.parametrize(
    ("text", "printed", "metric"),
    [
        ("一季度全市地区生产总值8642亿元。", "8642亿元", "other:地区生产总值"),
        ("受暴雨影响，工厂停产，货物吞吐量降至260万吨。", "260万吨", "other:货物吞吐量"),
        ("青屿港4月完成集装箱吞吐量38万标箱。", "38万标箱", "other:集装箱吞吐量"),
        ("园区目前已有46家配套企业入驻。", "46家", "other:配套企业"),
        ("该项目总投资58亿元，可提供3000个就业岗位。", "3000个", "employees"),
        ("公司上半年实现保费收入286.5亿元。", "286.5亿元", "revenue"),
        ("远东至北欧线现货运价每标箱1,420美元。", "1,420美元", "other:运价"),
    ],
)
def test_a_figure_is_named_by_the_words_right_before_it(text: str, printed: str, metric: str) -> None:
    assert dict(named(text))[printed] == metric


@pytest.mark.parametrize(
    "text",
    [
        "每10股派发现金红利4.5元。",
        "研发投入占营业收入的14.2%。",
        "控股股东持股34.6%。",
        "第三产业增加值占地区生产总值的比重为56.1%。",
    ],
)
def test_what_only_says_how_much_of_something_is_no_level(text: str) -> None:
    assert not any("%" in printed or printed == "10股" for printed, _ in named(text))
