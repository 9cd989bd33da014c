"""Which figure words speak of, and whether a number says anything on its own."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Event, Measurement, Relationship, Share, Target


def owners(text: str) -> list[str | None]:
    report = check(Source("zh", text, lang="zh", published="2024-05-08"))
    names = {entity.id: entity.name for entity in report.found.entities}
    return [
        names.get(f.figure.entity or "", f.figure.entity)
        for f in report.facts
        if isinstance(f, Measurement) and not f.told
    ]


def test_two_shares_in_a_row_are_of_the_level_before_them() -> None:
    text = "杨岭投资冻结股份27,949,000股，占其所持股份的17.55%，占公司总股本的3.89%。"
    shares = [f for f in check(Source("zh", text, lang="zh")).facts if isinstance(f, Share)]
    assert len(shares) == 2
    assert shares[0].part == shares[1].part


def test_a_share_after_a_bracket_is_not_of_the_level_inside_it() -> None:
    text = "博岭集团累计冻结股份1,353,000股（其中249,000股为轮候冻结），占公司总股本的34.69%。"
    report = check(Source("zh", text, lang="zh"))
    share = next(f for f in report.facts if isinstance(f, Share))
    level = next(f for f in report.facts if isinstance(f, Measurement) and f.figure == share.part)
    assert level.quantity.low == 1_353_000


def called(text: str) -> list[str | None]:
    report = check(Source("zh", text, lang="zh", published="2024-05-08"))
    return [f.quantity.of for f in report.facts if isinstance(f, Measurement) and f.figure.metric.startswith("other:")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云驰汽车经营里程3.2万公里。", "经营里程"),
        ("云驰汽车获得1.2亿元政府补助。", "政府补助"),
        ("事故造成3人死亡。", "死亡"),
        ("云驰汽车迅速升至3座。", None),
    ],
)
def test_what_is_measured_is_a_noun(text: str, name: str | None) -> None:
    assert called(text) == [name]


def said(text: str, kind: type) -> list[tuple[str | None, ...]]:
    report = check(Source("zh", text, lang="zh", published="2024-05-08"))
    names = {entity.id: entity.name for entity in report.found.entities}
    fields = {Event: ("kind", "actor", "object"), Relationship: ("subject", "relation", "object")}[kind]
    return [
        tuple(names.get(value, value) for value in (getattr(fact, field) for field in fields))
        for fact in report.facts
        if type(fact) is kind
    ]


def test_a_purchase_is_a_relation_and_an_event() -> None:
    text = "远山医疗宣布，将以30亿元收购德国镜头制造商南江器械的全部股权。"
    assert said(text, Relationship) == [("远山医疗", "acquires", "南江器械")]
    assert said(text, Event) == [("acquisition", "远山医疗", "南江器械")]


def test_a_fine_is_of_who_is_fined() -> None:
    text = "证监会决定对远山股份给予警告，并处以600万元罚款。"
    assert said(text, Event) == [("fine", "证监会", "远山股份")]
    assert owners(text) == ["远山股份"]


def test_who_is_only_mentioned_is_not_the_company() -> None:
    text = "瀚澜水务营收减少。审计机构为中衡会计师事务所。公司现有员工412人。"
    assert owners(text) == ["瀚澜水务"]


@pytest.mark.parametrize(
    "text",
    [
        "格隆汇6月8日丨云驰汽车(600100.SH)公布，公司已累计回购1408万股。",
        "云驰汽车收到江东市中级人民法院通知书。公司现有员工412人。",
    ],
)
def test_no_teller_and_no_court_is_the_company(text: str) -> None:
    assert owners(text)[-1] == "云驰汽车"


@pytest.mark.parametrize(
    "text",
    [
        "云驰港务全年吞吐量力争突破3.8亿吨。",
        "云驰汽车维持全年30万辆交付指引不变。",
        "云驰汽车承诺，今年净利润不低于1亿元。",
    ],
)
def test_what_is_to_be_reached_is_a_target(text: str) -> None:
    facts = check(Source("zh", text, lang="zh", published="2024-05-08")).facts
    assert [type(fact) for fact in facts if isinstance(fact, Measurement | Target)] == [Target]


def test_a_rate_that_is_moved_is_a_level_and_a_move() -> None:
    text = "北岚国央行宣布，将基准利率上调50个基点至6.75%。"
    kinds = {type(fact).__name__ for fact in check(Source("zh", text, lang="zh")).facts}
    assert kinds >= {"Measurement", "Change", "Policy"}


def test_what_somebody_holds_of_the_company_is_theirs() -> None:
    text = "云驰汽车公告如下。截至公告日，飞岭投资持有本公司股份790,674,200股，占本公司总股本的47.87%。"
    assert owners(text)[0] == "飞岭投资"
