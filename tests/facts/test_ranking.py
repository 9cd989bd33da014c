"""Which place somebody takes, by the grammar of its Chinese clause."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Measurement, Rank, Settings

SAID = {
    "浔渚医疗是国内最大的内镜厂商。": {("浔渚医疗", 1, "内镜厂商", "国内")},
    "浔渚银行为江东省第二大商业银行。": {("浔渚银行", 2, "商业银行", "江东省")},
    "作为全省首家上市农商行，浔渚银行表现稳健。": {("浔渚银行", 1, "上市农商行", "全省")},
    "浔渚重工在全国钢铁企业中排名第三。": {("浔渚重工", 3, "钢铁企业", "全国")},
    "浔渚重工在榜单中名列第12位。": {("浔渚重工", 12, "榜单", None)},
    "浔渚航空公司客座率85.2%，列国内六大航司之首。": {("浔渚航空公司", 1, "六大航司", "国内")},
    "浔渚集团和汐渚集团分列第二、三位。": {("浔渚集团", 2, None, None), ("汐渚集团", 3, None, None)},
    "浔渚集团收入规模居第三，前两位是汐渚集团和岚渚集团。": {
        ("浔渚集团", 3, "收入规模", None), ("汐渚集团", 1, "收入规模", None), ("岚渚集团", 2, "收入规模", None),
    },
    "在百强榜上，浔渚集团蝉联榜首，紧随其后的是汐渚集团，岚渚集团则滑落到第六名。": {
        ("浔渚集团", 1, "百强榜", None), ("汐渚集团", 2, "百强榜", None), ("岚渚集团", 6, "百强榜", None),
    },
    "浔渚科技以26.3%的市场份额位居第一。": {("浔渚科技", 1, "市场份额", None)},
    "《借渡》揽下3.9亿元，登顶档期冠军。": {("借渡", 1, "档期", None)},
    "浔渚集团、汐渚集团、岚渚集团位列国内手机市场前三。": {
        ("浔渚集团", 1, "手机市场", "国内"), ("汐渚集团", 2, "手机市场", "国内"), ("岚渚集团", 3, "手机市场", "国内"),
    },
    "排在首位的是浔渚集团，汐渚集团次之，岚渚集团第三。": {
        ("浔渚集团", 1, None, None), ("汐渚集团", 2, None, None), ("岚渚集团", 3, None, None),
    },
    "浔渚集团位列《富商》世界500强第139位，排名由第145位升至第139位。": {
        ("浔渚集团", 139, "《富商》世界500强", None),
    },
    "浔渚港去年吞吐量6.2亿吨，居世界第三位。": {("浔渚港", 3, None, "世界")},
    "浔渚市进出口总量居全省第3位。": {("浔渚市", 3, "进出口总量", "全省")},
    "浔渚集团（全球第三大芯片代工厂）宣布扩产。": {("浔渚集团", 3, "芯片代工厂", "全球")},
    "浔渚集团按订单量位居第二。": {("浔渚集团", 2, "订单量", None)},
}  # fmt: skip
UNSAID = [
    "浔渚集团位居前列。",
    "浔渚集团力争跻身全国第一。",
    "浔渚集团倒数第二。",
    "浔渚集团夺得联赛首冠。",
    "浔渚集团并非行业第一。",
    "浔渚集团召开第二次会议，审议第一季度报告。",
    "浔渚集团是全国最大厂商之一。",
    "浔渚集团：关于第二大股东股份被冻结的公告。",
]


def told(text: str) -> set[tuple[str, int, str | None, str | None]]:
    report = check(Source("rank", text, lang="zh", published="2025-06-30"), Settings(only=frozenset({"facts"})))
    names = {entity.id: entity.name for entity in report.found.entities}
    return {(names.get(f.entity, f.entity), f.rank, f.among, f.place) for f in report.facts if isinstance(f, Rank)}


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_a_place_is_taken_among_its_like(text: str, wanted: set[tuple[str, int, str | None, str | None]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize("text", UNSAID)
def test_a_place_that_nobody_takes_is_none(text: str) -> None:
    assert not told(text)


def test_a_place_is_no_number_of_people() -> None:
    text = "浔渚集团和汐渚集团分列第二、三位。"
    report = check(Source("rank", text, lang="zh"), Settings(only=frozenset({"facts"})))
    assert not [fact for fact in report.facts if isinstance(fact, Measurement)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("鹿溪港货物吞吐量居全国第六位。", [("鹿溪港", 6, "货物吞吐量")]),
        ("榜首鹿溪地产单月卖出238亿元，第二名的东岭置业卖出227亿元。", [("鹿溪地产", 1, None), ("东岭置业", 2, None)]),
        ("鹿溪乳业的市占率仅次于东岭乳业，位居第二。", [("东岭乳业", 1, None), ("鹿溪乳业", 2, None)]),
        ("东岭投资成为鹿溪乳业第三大股东。", []),
    ],
)
def test_places_before_a_name_and_of_a_port(text: str, places: list[tuple[str, int, str | None]]) -> None:
    facts = check(Source("note", text, lang="zh")).facts
    assert sorted((f.entity, f.rank, f.among) for f in facts if isinstance(f, Rank)) == sorted(places)
