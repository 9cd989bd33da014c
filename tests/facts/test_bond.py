"""Chinese titles, kin and holdings that no phrasing words: who is what to whom."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Relationship, Settings

SAID = {
    "昶渚银行前三季度净息差收窄。行长陈既白表示满意。": {("陈既白", "governor_of", "昶渚银行", None)},
    "陈既白（昶渚银行行长）：净息差收窄。": {("陈既白", "governor_of", "昶渚银行", None)},
    "昶渚海关9日公布数据。昶渚海关关长苗向晚介绍情况。": {("苗向晚", "head_of", "昶渚海关", None)},
    "浔港工业公布业绩。新任社长宫部昭夫说，订货减少。": {("宫部昭夫", "president_of", "浔港工业", None)},
    "公告：荔渚精工拟分拆所属子公司荔浔传感至北交所上市。": {("荔浔传感", "subsidiary_of", "荔渚精工", None)},
    "基金管理人梧渚基金成立于2005年，由梧浔信托和加拿大枫渚资产分别持股51%与49%。": {
        ("梧浔信托", "shareholder_of", "梧渚基金", 51), ("枫渚资产", "shareholder_of", "梧渚基金", 49),
    },
    "昶渚港务与浔信航运签订协议，合资组建渚信码头公司，前者出资6亿元、占60%，后者出资4亿元、占40%。": {
        ("昶渚港务", "shareholder_of", "渚信码头公司", 60), ("浔信航运", "shareholder_of", "渚信码头公司", 40),
    },
    "昶渚机床公布业绩。创始人顾铭谦改任名誉董事长，仍持有公司22.7%的股份。": {
        ("顾铭谦", "founder_of", "昶渚机床", None), ("顾铭谦", "shareholder_of", "昶渚机床", 22.7),
    },
    "霍渚俱乐部公布账目。俱乐部由浔国商人埃里克·索尔持有87%。": {("埃里克·索尔", "shareholder_of", "霍渚俱乐部", 87)},
}  # fmt: skip
UNSAID = [
    "昶渚机床公布名单，持股5%以上的股东不得参与。",
    "昶渚机床公布业绩，公司所占份额为60%。",
    "昶渚机床公告，前三大股东合计持股41.5%。",
    "昶渚机床公告，林某将其持有的股份质押30%。",
]


def told(text: str) -> set[tuple[str, str, str, float | None]]:
    report = check(Source("bond", text, lang="zh", published="2025-06-30"), Settings(only=frozenset({"facts"})))
    names = {entity.id: entity.name for entity in report.found.entities}
    return {
        (
            names.get(f.subject, f.subject),
            f.relation,
            names.get(f.object, f.object),
            float(f.percent.low) if f.percent is not None else None,
        )
        for f in report.facts
        if isinstance(f, Relationship) and f.count is None
    }


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_who_is_what_to_whom_is_read_by_grammar(text: str, wanted: set[tuple[str, str, str, float | None]]) -> None:
    assert wanted <= told(text)


@pytest.mark.parametrize("text", UNSAID)
def test_what_only_looks_like_a_holding_is_none(text: str) -> None:
    assert not [tie for tie in told(text) if tie[1] in ("shareholder_of", "acquires")]


def test_a_tie_is_told_once() -> None:
    text = "昶渚机床公布业绩。昶渚机床董事长陈既白说好。董事长陈既白又说更好。"
    report = check(Source("bond", text, lang="zh"), Settings(only=frozenset({"facts"})))
    assert len([f for f in report.facts if isinstance(f, Relationship)]) == 1
