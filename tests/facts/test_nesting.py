"""其中 opens the parts of a whole, over clauses and sentences, and not beyond what it opens."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Grouping


def grouped(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    """(whole, parts, complete) of each grouping, as printed."""
    report = check(Source("zh", text, lang="zh", published="2024-05-08"))
    printed = {p.figure: text[p.span.start : p.span.end] for f in reversed(report.facts) for p in reversed(f.printed)}
    return [
        (printed.get(f.whole, ""), tuple(printed.get(part, "") for part in f.parts), f.complete)
        for f in report.facts
        if isinstance(f, Grouping) and f.rule == "opened"
    ]


def test_parts_go_on_over_a_semicolon() -> None:
    text = (
        "前三季度实现保费收入286.5亿元，同比增长9.4%。其中个险渠道171.8亿元，增长6.0%；银保渠道为114.7亿元，增长15.0%。"
    )
    assert grouped(text) == [("286.5亿元", ("171.8亿元", "114.7亿元"), False)]


def test_what_is_left_closes_the_parts() -> None:
    text = "7月全省发电量186.0亿千瓦时。分类型看，火电124.6亿千瓦时，水电38.2亿千瓦时，其余23.2亿千瓦时来自风电。"
    assert grouped(text) == [("186.0亿千瓦时", ("124.6亿千瓦时", "38.2亿千瓦时", "23.2亿千瓦时"), True)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # what stands in a bracket behind a part is of the part
        ("新增病例57例，其中外地39例（甲市22例，乙市17例），本地18例。", ("39例", "18例")),
        # so is what a part holds
        ("新增病例57例，其中外地39例，含4例转归病例，本地18例。", ("39例", "18例")),
        # and what is named like the whole stands beside it
        ("新增确诊病例4例，其中甲市3例，乙市1例，新增疑似病例2例。", ("3例", "1例")),
        # parts told in a bracket end with it
        ("冻结股份1,322,491股（其中249,736股为轮候冻结），博岭集团持有股份1,322,495股。", ("249,736股",)),
    ],
)
def test_only_what_is_opened_is_a_part(text: str, parts: tuple[str, ...]) -> None:
    assert [found for _, found, _ in grouped(text)][:1] == [parts]
