"""A weekday is right or wrong."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from crossfoot import Source, audit, check
from crossfoot.model import Dated, Document, Span
from crossfoot.verdicts import solve
from crossfoot.views import json as exchange


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


@pytest.mark.parametrize(
    ("text", "culprits"),
    [
        ("The lease runs for 30 months from May 1, 2024 to October 31, 2026.", None),
        ("The lease runs for 30 months from May 1, 2024 to October 31, 2027.", ["2027->2026", "2024->2025", "30->42"]),
        ("The walkout (June 3 to June 7, 2024, six days) shut the mine.", ["six->five", "7->9", "3->1"]),
        ("Holm, founded in 1994, marks its 60th anniversary.", ["1994->1964", "60th->30th"]),
        ("Holm sold $400 million of 10-year notes due 2043.", ["2043->2034", "10->19"]),
        ("合同工期24个月，自2024年5月1日起至2027年4月30日止。", ["2027->2026", "2024->2025", "24->36"]),
        ("展会10月1日至10月8日共9天。", ["9->8", "8->9"]),
    ],
)
def test_a_stretch_is_as_long_as_its_ends_are_apart(text, culprits):
    source = Source("s", text, lang="en" if text.isascii() else "zh", published="2024-11-01")
    shown = json.loads(exchange.show(check(source)))
    found = [f for f in shown["findings"] if f["code"] == "XF208"]
    told = [[f"{text[slice(*c['span'])]}->{c['suggested']}" for c in f["culprits"]] for f in found]
    assert told == ([culprits] if culprits else [])
    assert [entry["status"] for entry in shown["relations"] if entry["kind"] == "date"] == [
        "contradicted" if culprits else "holds"
    ]
    assert all(why is None for _, why in audit.verified(shown))


def test_a_stretch_proof_that_is_tampered_with_fails():
    text = "The lease runs for 30 months from May 1, 2024 to October 31, 2027."
    shown = json.loads(exchange.show(check(Source("s", text, lang="en"))))
    claims = shown["findings"][0]["certificate"]["claims"]
    written = json.dumps(claims).replace("2027-1", "2026-1")
    assert written != json.dumps(claims)
    shown["findings"][0]["certificate"]["claims"] = json.loads(written)
    assert any(why for place, why in audit.verified(shown) if place == "findings[0]")
