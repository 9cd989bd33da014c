"""A move said by an amount and by a rate ties what it moved to, though nobody prints what it moved from."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


@pytest.mark.parametrize(("amount", "outcome"), [("6.9", "holds"), ("9.6", "contradicted")])
def test_an_amount_and_a_rate_of_one_move_tie_without_its_base(amount: str, outcome: str) -> None:
    text = f"1至2月，雁洲市一般公共预算收入94.6亿元，比上年同期增加{amount}亿元，增长7.9%。"
    verdicts = check(Source("zh", text, lang="zh", published="2024-03-18")).verdicts
    found = {v.outcome for v in verdicts if v.kind == "growth" and len(v.spans) == 3}
    assert outcome in found


def test_parts_that_name_no_base_moved_from_either_of_two() -> None:
    text = "10月销量为126,350辆，同比增长8.1%，环比增长3.1%。自主品牌销量78,900辆，增长17%；合资品牌47,450辆，下降4%。"
    found = check(Source("note", text, lang="zh", published="2023-11-06")).verdicts
    assert not [verdict for verdict in found if verdict.outcome == "contradicted"]


@pytest.mark.parametrize(("now", "outcome"), [("1.84", "holds"), ("1.94", "contradicted")])
def test_cents_are_parts_of_what_bare_levels_are_of(now: str, outcome: str) -> None:
    text = f"A litre costs {now}, nine cents more than last week's 1.75."
    assert {v.outcome for v in check(Source("note", text)).verdicts if v.kind == "difference"} == {outcome}
