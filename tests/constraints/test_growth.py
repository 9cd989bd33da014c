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


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Exports rose $0.8 billion, or 0.4 percent, to $195.3 billion.", "0.9 percent"),
        ("It told of a decrease in the fee income of $14.4 billion or 5.5 percent to $247.8 billion.", "7.5 percent"),
        ("The rent was $412,500 in May. It rose by $12,500 from April. This is a 3.1% increase from April.", "1.3%"),
    ],
)
def test_what_a_figure_rose_by_and_to_ties_its_rate(text: str, wrong: str) -> None:
    for said, outcome in ((text, "holds"), (_at_another_rate(text, wrong), "contradicted")):
        found = [v for v in check(Source("note", said)).verdicts if v.kind == "growth" and len(v.spans) == 3]
        assert outcome in {v.outcome for v in found}, said


def _at_another_rate(text: str, wrong: str) -> str:
    right = next(rate for rate in ("0.4 percent", "5.5 percent", "3.1%") if rate in text)
    return text.replace(right, wrong)


def test_a_rate_far_from_both_its_ends_is_told_though_no_slip_makes_it() -> None:
    text = "Revenue was €84.9 million, a decline of 42.4% from €123.5 million."
    found = [v for v in check(Source("note", text)).verdicts if v.code and v.outcome == "contradicted"]
    assert [c.slip for v in found for c in v.culprits if c.slip == "recomputed"]


@pytest.mark.parametrize(
    "text",
    [
        "At constant exchange rates net sales were up 5.5% to €84.9 million from €83.5 million.",
        "Adjusted for acquisitions, turnover grew 4% to 84.9 million euros from 75.1 million euros.",
        "Turnover grew 4% organically to 84.9 million euros from 75.1 million euros.",
    ],
)
def test_a_growth_of_other_ends_contradicts_none(text: str) -> None:
    assert not [v for v in check(Source("note", text)).verdicts if v.outcome in ("contradicted", "query")]


def test_parts_of_a_list_moved_from_as_long_before_as_its_first() -> None:
    text = "Port, May: boxes 128,400, {}% year-on-year; loaded 96,300, +3.4%; empty 32,100, -2.3%."
    for rate, outcome in (("+1.9", "holds"), ("+9.1", "contradicted")):
        verdicts = check(Source("note", text.format(rate))).verdicts
        assert outcome in {v.outcome for v in verdicts if v.kind == "growth_mix"}


def test_a_second_rate_of_one_move_is_of_other_ends() -> None:
    text = "2021年，临川居民人均可支配收入40,659元，比上年增加3,457元，增长9.3%，扣除价格因素实际增长8.5%。"
    found = check(Source("note", text, lang="zh", published="2022-01-20")).verdicts
    assert not [v for v in found if v.outcome in ("contradicted", "query")]


@pytest.mark.parametrize(
    ("text", "wrong"),  # 19 of 227 is 8.37%: as each is rounded, 8.35 to 8.39, and with two digits up to 8.6
    [
        ("上半年，公司支出2.46亿元，增加1900万元，增长{}%。", "8.6"),
        ("Revenue was $246 million, up $19 million or {}%.", "9.4"),
        ("Revenue was $246 million, an increase of $19 million ({}%) from a year earlier.", "9.4"),
    ],
)
def test_an_amount_and_a_rate_of_one_move_leave_no_more_room_than_their_digits(text: str, wrong: str) -> None:
    told = {v.outcome for v in check(Source("note", text.format("8.4"))).verdicts if v.kind == "growth"}
    assert "holds" in told
    assert told <= {"holds", "unchecked"}
    verdicts = check(Source("note", text.format(wrong))).verdicts
    assert any(v.outcome in ("contradicted", "query", "holds_rounded") and len(v.spans) == 3 for v in verdicts)


def test_what_has_only_moved_is_what_a_level_behind_it_is_of() -> None:
    text = "Revenue rose {}% last year. It came to $512.4 million, against $470.1 million the year before."
    assert not [v for v in check(Source("note", text.format("9.0"))).verdicts if v.code]
    assert [v for v in check(Source("note", text.format("19.0"))).verdicts if v.code and v.outcome == "contradicted"]
