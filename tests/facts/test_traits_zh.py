"""What somebody is, where words are not spaced: seat, year, listing, kind, aim and use of money."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Attribute


def told(text: str) -> set[tuple[str, str, str]]:
    facts = check(Source("note", text, lang="zh", published="2026-05-08")).facts
    return {(f.entity, f.attribute, f.value) for f in facts if isinstance(f, Attribute)}


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("鹿溪生物，一家总部位于宁州的疫苗企业，昨日完成融资。", ("鹿溪生物", "located_in", "宁州")),
        ("鹿溪生物，一家总部位于宁州的疫苗企业，昨日完成融资。", ("鹿溪生物", "kind", "疫苗企业")),
        ("鹿溪生物创办于1986年，现为港交所上市公司。", ("鹿溪生物", "listed_on", "港交所")),
        ("老字号酱园“万和斋”始创于1887年。", ("万和斋", "founded", "1887")),
        ("鹿溪生物（科创板，保荐人：国岭证券）今日申购。", ("鹿溪生物", "listed_on", "科创板")),
        ("鹿溪生物首发募资7亿元，扣除费用后拟全部投入新产线。", ("鹿溪生物", "use_of_proceeds", "新产线")),
        ("鹿溪生物总部由宁州市迁至临渡市。", ("鹿溪生物", "located_in", "临渡市")),
    ],
)
def test_traits(text: str, trait: tuple[str, str, str]) -> None:
    assert trait in told(text)


@pytest.mark.parametrize("text", ["鹿溪生物已落户金融机构236家。", "鹿溪生物迁往宁州，注册地址相应变更。"])
def test_what_is_no_place_is_no_seat(text: str) -> None:
    assert not {value for _, trait, value in told(text) if trait == "located_in"} - {"宁州"}
