"""A weekday is right or wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from crossfoot.model import Dated, Document, Span
from crossfoot.verdicts import solve


def verdicts(text: str, words: str, date: dt.date):
    start = text.index(words)
    fact = Dated((Span("d", start, start + len(words)),), "", weekday="", date=date)
    return solve(Document("d", text, "en", None, None, ()), (fact,), ())


@pytest.mark.parametrize("words", ["Tuesday, May 21, 2024", "Tue 21 May", "2024年5月21日（星期二）", "21日（周二）"])
def test_a_right_weekday_holds(words):
    found = verdicts(f"It meets on {words}.", words, dt.date(2024, 5, 21))
    assert [(v.kind, v.outcome, v.code) for v in found] == [("date", "holds", None)]


@pytest.mark.parametrize(
    ("words", "culprits", "margin"),
    [
        ("Thursday, May 21, 2024", ["Thursday->Tuesday", "2024->2026"], "likely"),
        ("THU 21 May", ["THU->TUE"], "certain"),
        ("21日（周四）", ["周四->周二"], "certain"),
    ],
)
def test_a_wrong_weekday_is_told_with_the_right_one(words, culprits, margin):
    text = f"It meets on {words}."
    finding = verdicts(text, words, dt.date(2024, 5, 21))[-1]
    assert (finding.code, finding.outcome, finding.margin) == ("XF206", "contradicted", margin)
    assert [f"{text[c.span.start : c.span.end]}->{c.suggested}" for c in finding.culprits] == culprits
    assert "21 May 2024 is a Tuesday" in finding.message


def test_a_leap_day_has_few_years():
    text = "Monday, February 29, 2024"
    finding = verdicts(text, text, dt.date(2024, 2, 29))[-1]
    assert [c.suggested for c in finding.culprits] == ["Thursday"]


def test_no_weekday_no_verdict():
    assert verdicts("May 21, 2024", "May 21, 2024", dt.date(2024, 5, 21)) == ()
