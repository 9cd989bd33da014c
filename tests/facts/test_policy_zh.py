"""Chinese rules of bodies that no list names, and limits that are set anew, first or as a bound."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Policy, Settings

SAID = {
    "渚海市住建局等四部门5月13日联合发文：公积金贷款最高额度由每户80万元提至100万元。": (
        "raise_limit", 800_000, 1_000_000, "渚海市住建局",
    ),
    "渚海金管局宣布，放宽外资持股比例上限至100%。": ("raise_limit", None, 100, "渚海金管局"),
    "渚海交易所通知，交易保证金比例由12%调整为9%。": ("lower_limit", 12, 9, "渚海交易所"),
    "渚海市住建局联合发文：二套房首付比例不低于25%。": ("limit", None, 25, "渚海市住建局"),
    "商务部公告，对原产于渚国的冻牛肉加征15%关税。": ("raise_rate", None, 15, "商务部"),
}  # fmt: skip


def rules(text: str) -> list[tuple[str, float | None, float | None, str | None]]:
    report = check(Source("rule", text, lang="zh", published="2025-06-30"), Settings(only=frozenset({"facts"})))
    names = {entity.id: entity.name for entity in report.found.entities}
    return [
        (
            f.action,
            float(f.limit_before.low) if f.limit_before is not None else None,
            float(f.limit_after.low) if f.limit_after is not None else None,
            names.get(f.authority or "", f.authority),
        )
        for f in report.facts
        if isinstance(f, Policy)
    ]


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_a_body_that_opens_a_sentence_makes_the_rule(text: str, wanted: tuple[str, float | None, float, str]) -> None:
    assert wanted in rules(text)


@pytest.mark.parametrize(
    "text", ["渚海电池毛利率由30%调整为25%。", "渚海电池负债率不低于25%。", "渚海电池把售价上限提高至3万元。"]
)
def test_what_no_body_decides_is_no_rule(text: str) -> None:
    assert not rules(text)
