"""What Chinese says in words: who does what, parted where no space parts it, and of whom a clause is."""

from __future__ import annotations

from typing import Any

import pytest

from crossfoot import Source, check
from crossfoot.views import facts as view


def stated(text: str, kind: str) -> list[dict[str, Any]]:
    report = check(Source("case", text, published="2024-05-08", lang="zh"))
    names = {entity.id: entity.name for entity in report.found.entities}
    shown = [view.fields(fact, names) for fact in report.facts]
    return [found[1] for found in shown if found is not None and found[0] == kind]


def has(found: list[dict[str, Any]], **wanted: str | None) -> bool:
    return any(all(fact.get(key) == value for key, value in wanted.items()) for fact in found)


@pytest.mark.parametrize(
    ("words", "who", "does", "where"),
    [
        ("允许外资企业在自贸区设立医院", "外资企业", "设立医院", "自贸区"),
        ("要求上市公司披露分红政策", "上市公司", "披露分红政策", None),
        ("支持符合发行条件的企业并购重组", "符合发行条件的企业", "并购重组", None),
        ("鼓励开展股份回购", None, "开展股份回购", None),
        ("支持科技型中小企业", "科技型中小企业", None, None),
    ],
)
def test_who_does_what(words: str, who: str | None, does: str | None, where: str | None) -> None:
    found = stated(f"商务部5月3日印发通知，{words}。", "policy")
    assert has(found, beneficiary=who, activity=does, place=where, authority="商务部"), found


def test_without_a_body_that_makes_rules_there_is_no_policy() -> None:
    assert not stated("远山重工支持子公司发行债券。", "policy")


def test_a_limit_moves_from_when_the_sentence_says() -> None:
    found = stated("江城市住建局27日发文，自2024年7月1日起，首套房首付款比例下限由30%降至20%。", "policy")
    assert has(found, action="lower_limit", effective="2024-07-01", authority="江城市住建局"), found


def test_a_place_that_opens_a_sentence_may_decide() -> None:
    found = stated("云山市将公积金贷款最高额度由50万元上调至70万元，自6月1日起施行。", "policy")
    assert has(found, action="raise_limit", authority="云山市", activity="公积金贷款", effective="2024-06-01"), found


def test_a_filing_is_of_the_firm_before_its_stock_code_and_not_of_who_tells_it() -> None:
    found = stated("来源：山海网\n\n山海网8月1日消息，远山股份（600123.SH）发布公告称，将回购股份。", "provenance")
    assert has(found, kind="filing", agent="远山股份"), found
    assert not has(found, kind="filing", agent="山海网"), found


def test_what_may_not_be_exceeded_is_a_limit_and_what_is_counted_is_none() -> None:
    assert has(stated("银保监会印发通知，单只产品投资比例不得超过30%。", "policy"), action="limit")
    assert not stated("银保监会公布，保险公司投资规模为30亿元。", "policy")


def test_a_clause_without_a_subject_is_of_whom_the_item_is_about() -> None:
    text = "证监会同意远山半导体首次公开发行股票。长江控股为第一大股东，持股41.2%，实际控制人为张建国。"
    text += "保荐机构为东江证券。"
    found = stated(text, "relation")
    assert {(r["subject"], r["object"]) for r in found} == {
        ("长江控股", "远山半导体"), ("张建国", "远山半导体"), ("东江证券", "远山半导体"),
    }  # fmt: skip


def test_an_issue_comes_in_tranches() -> None:
    text = "远山交投集团5月6日发行公司债券25亿元。其中，3年期15亿元、5年期10亿元，票面利率分别为2.95%和3.28%。"
    assert has(stated(text, "issue"), issuer="远山交投集团", instrument="公司债券", date="2024-05-06", status="issued")
    assert [(t["tenor"], t["issuer"]) for t in stated(text, "tranche")] == [
        ("P3Y", "远山交投集团"),
        ("P5Y", "远山交投集团"),
    ]


def test_what_is_denied_is_not_stated() -> None:
    assert not stated("远山集团否认收购南江乳业。", "event")
    assert not stated("远山集团未收购南江乳业。", "relation")


def test_before_a_name_jiang_says_nothing_of_the_future() -> None:
    found = stated("5月6日，商务部将远山研究院升级为国家光学创新中心。", "transformation")
    assert has(found, after="国家光学创新中心", status="completed"), found
    assert has(stated("商务部拟将远山研究院升级为国家光学创新中心。", "transformation"), status="planned")


@pytest.mark.parametrize(
    ("text", "subject", "relation", "held", "percent"),
    [
        ("宁江铸造拟以发行股份的方式购买汇川精密60%股权。", "宁江铸造", "acquires", "汇川精密", "60"),
        ("汇川精密被宁江铸造收购后，仍将独立运营。", "宁江铸造", "acquires", "汇川精密", None),
        ("宁江铸造宣布完成对汇川精密的收购。", "宁江铸造", "acquires", "汇川精密", None),
        ("锦州精工将所持汇川精密30%股权转让给宁江铸造。", "宁江铸造", "acquires", "汇川精密", "30"),
        ("汇川精密由宁江铸造持股65%，其余35%由锦州精工持有。", "锦州精工", "shareholder_of", "汇川精密", "35"),
        ("宁江铸造、锦州精工分别持有汇川精密45%和30%的股权。", "锦州精工", "shareholder_of", "汇川精密", "30"),
        ("汇川精密的母公司宁江铸造表示，不会裁员。", "宁江铸造", "parent_of", "汇川精密", None),
        ("汇川精密隶属于宁江铸造。", "汇川精密", "subsidiary_of", "宁江铸造", None),
        ("周文彬现任汇川精密董事长兼总裁。", "周文彬", "president_of", "汇川精密", None),
        ("林志强卸任宁江铸造总裁，由周文彬接任。", "周文彬", "president_of", "宁江铸造", None),
    ],
)
def test_who_stands_how_to_whom(text: str, subject: str, relation: str, held: str, percent: str | None) -> None:
    found = stated(text, "relation")
    assert any(
        (fact["subject"], fact["relation"], fact["object"]) == (subject, relation, held)
        and (percent is None or bytes(fact["percent"]).decode() == percent)
        for fact in found
    ), found


@pytest.mark.parametrize("text", ["居民持有现金。", "连续9年稳居首位。", "原料收购均价下跌7%。", "单一最大股东持股。"])
def test_what_is_no_name_has_no_relation(text: str) -> None:
    assert not stated(text, "relation")


def test_a_name_ends_at_its_own_edge() -> None:
    found = stated("东岭集团全资子公司东岭医疗系统有限公司自主研发的设备获得订单。", "relation")
    assert has(found, subject="东岭医疗系统有限公司", relation="subsidiary_of", object="东岭集团"), found


def test_both_of_those_that_merge_are_before() -> None:
    found = stated("泰坪热电与岭东燃气将合并为泰坪能源集团。", "transformation")
    assert has(found, before="泰坪热电、岭东燃气", after="泰坪能源集团", kind="merger"), found
