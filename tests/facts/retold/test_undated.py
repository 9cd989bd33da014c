"""Of when figures are that nobody dates, or that a time in passing seems to date."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = {
    "a title": ("Producer Prices, May 2024.\nThe index for Corland climbed 0.7% on the month.", 0.7, "2024-05"),
    "the source below": (
        "Earnings per share were 31.4p.\nHartley Mills plc, six months to 30 June 2024",
        0.314,
        "2024-H1",
    ),
    "the source below, in Chinese": ("冷轧板的产量为210万吨。以上为北岭钢铁2024年上半年数据。", 2_100_000, "2024-H1"),
    "when somebody was founded": ("The carrier runs 31 tankers. It was founded in 1978.", 31, None),
    "a year in brackets": (
        "Revenue of Hartley Mills in the six months to June 2024 was £31m (2023: £29m).",
        29_000_000,
        "2023-H1",
    ),
    "a part in passing": (
        "岚谷科技前三季度营业收入50亿元；其中第三季度营业收入18亿元。净利润6亿元。",
        600_000_000,
        "2024-01/2024-09",
    ),
    "a headline": (
        "Hartley Ports monthly report, October\n\nBox traffic rose 5%. The port has 310 cranes of its own.",
        5,
        "2024-10",
    ),
    "a fiscal year in brackets": (
        "Hartley Mills plc: results for the year to 31 March 2024\n\nTurnover was £31m (2023: £29m).",
        29_000_000,
        "2022-04/2023-03",
    ),
    "a whole and its part": ("岚谷科技第三季度营业收入18亿元。净利润6亿元。", 600_000_000, "2024-Q3"),
}


@pytest.mark.parametrize(("text", "value", "period"), SAID.values(), ids=list(SAID))
def test_when_it_was(text: str, value: float, period: str | None) -> None:
    lang = "zh" if "。" in text else "en"
    report = check(Source("note", text, lang=lang, published="2024-11-12"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert [fact.get("period") for fact in facts if fact.get("value") == value] == [period]


def test_nothing_ties_by_it() -> None:
    text, _, _ = SAID["the source below"]
    report = check(Source("note", text, lang="en", published="2024-11-12"), Settings(only=ONLY))
    assert all(printed.figure.period is None for fact in report.facts for printed in fact.printed)
