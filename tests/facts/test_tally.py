"""Names counted in Chinese: those right before a number of kinds, behind it, or numbered."""

from __future__ import annotations

import pytest

import crossfoot
from crossfoot.model import Listing

LISTED = [
    ("牵引车、自卸车、专用车三类分别交付342辆、205辆和137辆。", ["牵引车", "自卸车", "专用车"]),
    ("公司新增土地4宗，分别位于沅州、栖城、墨山和临榆，总价28亿元。", ["沅州", "栖城", "墨山", "临榆"]),
    ("极曜、朗屏、松影三家分别出货160万台、128万台和96万台。", ["极曜", "朗屏", "松影"]),
    ("公司竞得土地两宗，地价分别为5.8亿元和3.6亿元。", ["5.8亿元", "3.6亿元"]),
    ("三个交易日操作量依次为965亿元、377亿元和754亿元。", ["965亿元", "377亿元", "754亿元"]),
    ("发行总额180亿元，分为两个品种：品种一130亿元；品种二50亿元。", ["品种一", "品种二"]),
    ("公司作出三点说明：一是经营正常；二是没有未披露事项；三是股东未卖股票。", ["一是", "二是", "三是"]),
    ("本周上会的企业共三家：\n· 芯桥股份\n· 沛河环境\n· 禾田种业", ["芯桥股份", "沛河环境", "禾田种业"]),
]


@pytest.mark.parametrize(("text", "names"), LISTED)
def test_names_that_are_counted(text: str, names: list[str]) -> None:
    report = crossfoot.check(crossfoot.Source("note", text, lang="zh"))
    listings = [fact for fact in report.facts if isinstance(fact, Listing)]
    assert [[text[s.start : s.end] for s in listing.names] for listing in listings] == [names]
    assert not [v for v in report.verdicts if v.code]


@pytest.mark.parametrize(
    "text",
    [
        "公司拥有汽车、家电及新能源等两大板块，收入5亿元。",  # more than are named
        "全线设大桥、中桥6座。",  # six of two kinds
        "财政部和住房和城乡建设部两个部门联合发文，涉及资金5亿元。",
        "新增门店3家，营业面积5万平方米。",
        "三家公司收入和利润分别为10亿元和2亿元。",  # two figures of each
        "三个区分别增长5%、3%和持平。",
    ],
)
def test_what_is_no_list_of_so_many(text: str) -> None:
    report = crossfoot.check(crossfoot.Source("note", text, lang="zh"))
    assert not [fact for fact in report.facts if isinstance(fact, Listing)]
    assert not [v for v in report.verdicts if v.code]


def test_one_too_many() -> None:
    report = crossfoot.check(crossfoot.Source("note", "牵引车、自卸车、专用车四类分别交付342辆。", lang="zh"))
    assert [v.code for v in report.verdicts if v.code] == ["XF109"]
