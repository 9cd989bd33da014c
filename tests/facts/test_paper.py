"""Chinese issues and their tranches that no phrasing words."""

from __future__ import annotations

from crossfoot import Source, check
from crossfoot.model import Fact, Issue, Settings, Tranche


def facts(text: str) -> tuple[Fact, ...]:
    return check(Source("paper", text, lang="zh", published="2025-06-30"), Settings(only=frozenset({"facts"}))).facts


def test_each_length_of_time_with_its_amount_is_a_tranche_and_rates_are_dealt_out() -> None:
    text = "昶渚集团24日在香港招标发行离岸国债，规模90亿元，其中2年期40亿元、3年期30亿元、5年期20亿元，"
    text += "中标利率依次为1.80%、1.83%和1.88%。"
    tranches = [f for f in facts(text) if isinstance(f, Tranche)]
    assert [(f.tenor, int(f.quantity.low / 10**8), float(f.coupon.low)) for f in tranches if f.coupon] == [
        ("P2Y", 40, 1.8), ("P3Y", 30, 1.83), ("P5Y", 20, 1.88),
    ]  # fmt: skip
    issue = next(f for f in facts(text) if isinstance(f, Issue))
    assert (issue.instrument, issue.market, int(issue.quantity.low / 10**8)) == ("离岸国债", "香港", 90)


def test_tranches_of_an_issue_may_come_without_a_rate() -> None:
    text = "昶渚省财政厅公告，定于6月18日招标发行专项债券，总额96亿元。其中7年期21亿元、15年期45亿元、30年期30亿元。"
    tranches = [f for f in facts(text) if isinstance(f, Tranche)]
    assert [f.tenor for f in tranches] == ["P7Y", "P15Y", "P30Y"]
    assert {f.coupon for f in tranches} == {None}


def test_an_issue_that_was_allowed_is_registered() -> None:
    text = "昶渚电子发行可转债9亿元获证监会同意注册，期限6年。"
    issue = next(f for f in facts(text) if isinstance(f, Issue))
    assert (issue.status, issue.tenor, issue.instrument) == ("registered", "P6Y", "可转债")


def test_what_is_paid_back_or_lent_is_no_issue() -> None:
    for text in (
        "昶渚集团偿还到期发行的债券9亿元。",
        "昶渚银行3年期贷款40亿元、5年期贷款30亿元。",
        "昶渚集团发行前债券余额9亿元。",
    ):
        assert not [f for f in facts(text) if isinstance(f, Issue | Tranche)], text


def test_an_offer_of_shares_and_where_it_is_made() -> None:
    text = "鹿溪生物科创板IPO今日申购，发行价32.6元，拟募资12亿元。"
    (issue,) = [
        fact for fact in check(Source("t", text, lang="zh", published="2024-05-08")).facts if type(fact) is Issue
    ]
    assert (issue.issuer, issue.instrument, issue.market, issue.status) == ("鹿溪生物", "股票", "科创板", "planned")


def test_what_is_priced_is_not_yet_paid() -> None:
    text = "鹿溪银行在银行间市场成功簿记10亿元绿色金融债，期限3年，利率1.89%。"
    (issue,) = [
        fact for fact in check(Source("t", text, lang="zh", published="2024-05-08")).facts if type(fact) is Issue
    ]
    assert (issue.market, issue.status) == ("银行间市场", "priced")
