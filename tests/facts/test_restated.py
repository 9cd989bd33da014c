"""What a fact behind them knows better is said of conversions and shares too."""

from __future__ import annotations

from crossfoot import Source, check
from crossfoot.model import Conversion, Fact, Share, Target


def facts(text: str, lang: str) -> tuple[Fact, ...]:
    return check(Source("note", text, lang=lang, published="2024-05-08")).facts


def test_a_share_of_an_aim_is_of_the_aim() -> None:
    found = facts("上半年实现营业收入80亿元，占全年目标200亿元的40%。", "zh")
    aims = {fact.figure for fact in found if isinstance(fact, Target)}
    assert aims
    assert [set(fact.wholes) <= aims for fact in found if isinstance(fact, Share)] == [True]


def test_an_issue_in_two_currencies_is_no_sale() -> None:
    found = facts("Holm AB sold 4.2 billion yuan (US$607 million) of three-year green notes at 3%.", "en")
    converted = next(fact for fact in found if isinstance(fact, Conversion))
    assert (converted.figure.metric, converted.to_figure.metric) == ("issue_amount", "issue_amount")
    assert [printed.figure for printed in converted.printed] == [converted.to_figure]
