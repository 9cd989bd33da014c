"""Who is what to whom and who holds how much, where words are not spaced: what a reader would say of each sentence."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Relationship


def told(text: str) -> set[tuple[str, str, str, int | None]]:
    facts = check(Source("note", text, lang="zh", published="2026-05-08")).facts
    return {
        (f.subject, f.relation, f.object, None if f.percent is None else int(f.percent.low))
        for f in facts
        if isinstance(f, Relationship)
    }


HELD = "shareholder_of"


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("华岭电气控股股东为华岭集团，持股比例为51%。", {("华岭集团", HELD, "华岭电气", 51)}),
        ("中岭银行主发起行为淮岭农商行，持股比例51%。", {("淮岭农商行", HELD, "中岭银行", 51)}),
        (
            "项目公司南屿风电由粤澜电力和巨浪重工分别持股65%、35%。",
            {("粤澜电力", HELD, "南屿风电", 65), ("巨浪重工", HELD, "南屿风电", 35)},
        ),
        (
            "新公司注册资本10亿元，由锦屏股份出资6亿元，占60%，东岭国投出资4亿元，占40%。",
            {("锦屏股份", HELD, "新公司", 60), ("东岭国投", HELD, "新公司", 40)},
        ),
        (
            "鹿溪生物完成B轮融资，东岭资本领投，南江创投、北泽基金跟投。",
            {(who, HELD, "鹿溪生物", None) for who in ("东岭资本", "南江创投", "北泽基金")},
        ),
        ("鹿溪生物系泓远集团旗下上市公司。", {("鹿溪生物", "subsidiary_of", "泓远集团", None)}),
        ("鹿溪生物引入战略投资者东岭资本，后者持股10%。", {("东岭资本", HELD, "鹿溪生物", 10)}),
        (
            "鹿溪生物CEO江晚舟、CFO卢以宁出席。",
            {
                ("江晚舟", "chief_executive_of", "鹿溪生物", None),
                ("卢以宁", "chief_financial_officer_of", "鹿溪生物", None),
            },
        ),
        ("岐岭资管增持鹿溪生物H股至7%。", {("岐岭资管", HELD, "鹿溪生物", 7)}),
        ("鹿溪生物的首席经济学家莱拉·陈预计，利率将下行。", {("莱拉·陈", "chief_economist_of", "鹿溪生物", None)}),
    ],
)
def test_ties(text: str, ties: set[tuple[str, str, str, int | None]]) -> None:
    assert told(text) == ties


@pytest.mark.parametrize(
    "text",
    ["辽泽省商务厅出台新政，允许外资设立独资医院。", "三家合计拿下62.4%的份额。", "鹿溪生物设立首席科学家一职。"],
)
def test_nobody_is_tied_to_what_is_no_body(text: str) -> None:
    assert told(text) == set()


def test_whose_shares_are_held_is_no_holder() -> None:
    text = "鹿溪生物公告，股东启岭投资取消减持计划。启岭投资目前仍持有公司6%股份。公司同日披露，财务总监何静姝辞职。"
    assert ("何静姝", "chief_financial_officer_of", "鹿溪生物", None) in told(text)
