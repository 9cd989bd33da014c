"""Implied exchange rates against reference rates: a table of our own, and the ECB's where the extra is installed."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from crossfoot import Settings, Source, check
from crossfoot.interval import Interval, between
from crossfoot.rates import ReferenceRates, installed

TEXT = "Alder Bank issued 12 billion yuan (US$1.7 billion) of bonds on Tuesday."


class Table:
    name = "our table"

    def __init__(self, low: str, high: str) -> None:
        self.rate, self.asked = between(Fraction(low), Fraction(high)), list[tuple[str, str, dt.date, dt.date]]()

    def band(self, many: str, single: str, first: dt.date, last: dt.date) -> Interval | None:
        self.asked.append((many, single, first, last))
        return self.rate


def outside(table: object, text: str = TEXT, published: str | None = "2020-05-12") -> list[tuple[str | None, str]]:
    report = check(Source("bond", text, published=published), Settings(rates=table))  # type: ignore[arg-type]
    return [(v.code, v.outcome) for v in report.verdicts if v.kind == "conversion" and v.evidence]


def test_a_rate_of_its_days_ties_and_another_is_asked() -> None:
    assert outside(Table("7.05", "7.10")) == [(None, "holds")]
    assert outside(Table("7.9", "8.1")) == [(None, "query"), ("XF501", "query")]


def test_the_pair_is_asked_for_as_it_is_quoted_and_for_the_days_before_the_text() -> None:
    table = Table("7.05", "7.10")
    outside(table)
    assert table.asked == [("CNY", "USD", dt.date(2020, 5, 5), dt.date(2020, 5, 12))]
    outside(table, TEXT.replace("12 billion yuan (US$1.7 billion)", "US$1.7 billion (12 billion yuan)"))
    assert table.asked[1][:2] == ("CNY", "USD")


def test_nothing_is_said_without_a_table_or_a_day() -> None:
    assert outside(None) == []
    assert outside(Table("7.05", "7.10"), TEXT.replace(" on Tuesday", ""), published=None) == []


@pytest.mark.skipif(not installed(), reason="the extra `rates` is not installed")
def test_the_table_of_the_central_bank() -> None:
    holiday, before = dt.date(2020, 5, 1), dt.date(2020, 4, 30)
    assert ReferenceRates().band("CNY", "USD", holiday, holiday) == ReferenceRates().band("CNY", "USD", before, before)
    assert ReferenceRates().band("CNY", "XXX", before, before) is None
    assert outside(ReferenceRates()) == [(None, "holds")]
    assert outside(ReferenceRates(), TEXT.replace("1.7", "1.9")) == [(None, "query"), ("XF501", "query")]
