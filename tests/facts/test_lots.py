"""The lots that Chinese issues come in: amounts, lengths of time, rates and days as records."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Fact, Issue, Settings, Tranche

LOTS = {
    "昶海控股完成发行合共7.5亿美元优先票据：2028年到期的4.5亿美元，票息5.125%；余下3亿美元2030年到期，票息5.5%。": [
        (4.5, None, 5.125, "2028"), (3, None, 5.5, "2030"),
    ],
    "昶海城投拟7月30日发行两期中票，上限合计9亿元，品种一不超过5亿、期限5年，品种二不超过4亿、期限10年。": [
        (5, "P5Y", None, None), (4, "P10Y", None, None),
    ],
    "昶海省2025年第六批政府债券招标结果出炉，中标利率依次是1.71%（7年）、1.96%（15年），规模各为28亿元与16.5亿元。": [
        (28, "P7Y", 1.71, None), (16.5, "P15Y", 1.96, None),
    ],
    "25昶海MTN003，8亿元/3Y，2.21%。": [(8, "P3Y", 2.21, None)],
    "昶海环境发行2亿欧元绿色债券，三年期，票息3.75%。": [(2, "P3Y", 3.75, None)],
}  # fmt: skip
ISSUES = {
    "昶海股份拟配股募资不超过20亿元。": ("昶海股份", "配股", 20, "planned"),
    "昶海控股建议供股，集资约6.1亿港元，已获股东会批准。": ("昶海控股", "供股", 6.1, "approved"),
    "昶海股份终止25亿元定增。": ("昶海股份", "定增", 25, "withdrawn"),
    "昶海银行董事会审议通过注册不超过200亿元资本补充债券的议案。": ("昶海银行", "资本补充债券", 200, "approved"),
    "昶海租赁首期ABS发行规模9.6亿元。": ("昶海租赁", "ABS", 9.6, "issued"),
}


def facts(text: str) -> tuple[tuple[Fact, ...], dict[str, str]]:
    report = check(Source("lots", text, lang="zh", published="2025-06-30"), Settings(only=frozenset({"facts"})))
    return report.facts, {entity.id: entity.name for entity in report.found.entities}


@pytest.mark.parametrize(("text", "wanted"), LOTS.items())
def test_lots_are_records(text: str, wanted: list[tuple[float, str | None, float | None, str | None]]) -> None:
    lots = [fact for fact in facts(text)[0] if isinstance(fact, Tranche)]
    assert [
        (
            float(lot.quantity.low) / 10**8,
            lot.tenor,
            float(lot.coupon.low) if lot.coupon is not None else None,
            lot.maturity.label if lot.maturity is not None else None,
        )
        for lot in lots
    ] == wanted


@pytest.mark.parametrize(("text", "wanted"), ISSUES.items())
def test_an_amount_beside_a_paper_is_an_issue(text: str, wanted: tuple[str, str, float, str]) -> None:
    told, names = facts(text)
    issue = next(fact for fact in told if isinstance(fact, Issue))
    who = names.get(issue.issuer or "", issue.issuer)
    assert (who, issue.instrument, float(issue.quantity.low) / 10**8, issue.status) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "昶海集团回购债券3亿元。",
        "昶海集团持有国债9亿元、期限3年。",
        "昶海集团募集资金用于项目3亿元。",
        "昶海银行发放3年期贷款40亿元。",
    ],
)
def test_what_is_held_or_lent_is_no_issue(text: str) -> None:
    assert not [fact for fact in facts(text)[0] if isinstance(fact, Issue | Tranche)]


def test_the_first_tranche_is_no_whole_of_all() -> None:
    text = "昶海控股发行两期中期票据：三年期30亿元，票面利率3.45%；五年期20亿元，票面利率3.82%。"
    assert not any(verdict.outcome == "contradicted" for verdict in check(Source("t", text)).verdicts)
