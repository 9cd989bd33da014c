"""Rules in a script without spaces: each row tells what its example says, and nothing of what it fails."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.ruling import RuleRow, ruling
from crossfoot.model import Policy

_ROWS = ruling("zh")
assert _ROWS is not None
ROWS = [row for row, _, _ in _ROWS.rules]


def told(text: str) -> list[Policy]:
    facts = check(Source("note", text, lang="zh", published="2026-05-08")).facts
    return [fact for fact in facts if isinstance(fact, Policy)]


@pytest.mark.parametrize(
    ("row", "text"), [(row, text) for row in ROWS for text in row.holds], ids=lambda v: getattr(v, "name", None) or ""
)
def test_a_rule_tells_what_its_example_says(row: RuleRow, text: str) -> None:
    says = {fact.action for fact in told(text)}
    assert says & {row.says} if row.says != "move" else any(action.endswith(("_limit", "_rate")) for action in says)


@pytest.mark.parametrize(
    ("row", "text"), [(row, text) for row in ROWS for text in row.fails], ids=lambda v: getattr(v, "name", None) or ""
)
def test_a_rule_tells_nothing_of_what_only_looks_alike(row: RuleRow, text: str) -> None:
    assert f"rule.{row.name}" not in {fact.rule for fact in told(text)}


def test_whose_share_of_what_is_limited() -> None:
    text = "辽泽省商务厅昨天印发通知：外资在区内期货公司的持股比例上限由51%提高至100%。"
    (fact,) = told(text)
    assert (fact.beneficiary, fact.activity, fact.limit_metric) == ("外资", "区内期货公司", "持股比例")
    assert (fact.authority, fact.action) == ("辽泽省商务厅", "raise_limit")


def test_what_a_draft_says_is_proposed_and_stands_in_it() -> None:
    text = (
        "辽泽省商务厅就《辽泽省外商投资管理办法》公开征求意见。草案取消船舶设计的外资股比限制，鼓励外资设立研发中心。"
    )
    facts = told(text)
    assert {fact.action for fact in facts} == {"remove_limit", "encourage"}
    assert {fact.status for fact in facts} == {"proposed"}
    assert {fact.instrument for fact in facts} == {"辽泽省外商投资管理办法"}


@pytest.mark.parametrize(
    ("text", "action", "before", "after"),
    [
        ("根据新规，境外学生停留期限由15天延长至30天。", "raise_limit", 15, 30),
        ("辽泽省医保局明确，普通门诊年度支付限额由4000元上调至6000元。", "raise_limit", 4000, 6000),
        ("辽泽省外汇局公布新规，试用期限由六个月缩短至三个月。", "lower_limit", 6, 3),
        ("辽泽省住建厅：购房贷款最低首付款比例调整为不低于30%，此前为50%。", "lower_limit", 50, 30),
    ],
)
def test_limits_before_and_after(text: str, action: str, before: int, after: int) -> None:
    (fact,) = told(text)
    assert fact.action == action
    assert [limit.low for limit in (fact.limit_before, fact.limit_after) if limit] == [before, after]
