"""The exchange form: exact numbers, offsets that hold, keys that were asked for, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import json
from fractions import Fraction

import pytest

from crossfoot import Source, check
from crossfoot.documents import read
from crossfoot.interval import NOT_NEGATIVE, between
from crossfoot.model import (
    Certificate,
    Change,
    Culprit,
    Document,
    Entity,
    Figure,
    Found,
    Known,
    Measurement,
    Mention,
    Name,
    Period,
    Quantity,
    Report,
    Shown,
    Span,
    Timex,
    Verdict,
)  # fmt: skip
from crossfoot.views.json import KEYS, show
from crossfoot.views.numbers import bound, decimal

F = Fraction

TEXT = "Geely sold 1.41 million cars in April, down 2.17%."


def document() -> Document:
    return read(Source("x", TEXT))


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(document().id, at, at + len(words))


SOLD = Quantity(F(1410000), F(1410000), F(10000), "vehicle", "count")
FELL = Quantity(F(217, 100), F(217, 100), F(1, 100), "percent", "percent", change="down")
APRIL = Period(dt.date(2020, 4, 1), dt.date(2020, 5, 1), "2020-04")
BEFORE = Period(dt.date(2019, 4, 1), dt.date(2019, 5, 1), "2019-04")


def report(*verdicts: Verdict) -> Report:
    mentions = (
        Mention(span("Geely"), "name", Name("organisation", "geely"), "legal-form"),
        Mention(span("1.41 million cars"), "quantity", SOLD, "scaled"),
        Mention(span("April"), "timex", Timex("date", "month", APRIL), "month"),
        Mention(span("2.17%"), "quantity", FELL, "percent"),
    )
    sold = Figure("geely", "sales_volume", (("market", "domestic"),), APRIL, "vehicle")
    facts = (
        Measurement((span("1.41 million cars"),), "sold", figure=sold, quantity=SOLD),
        Change(
            (span("down 2.17%"),), "down.by", figure=sold, rate=sold, quantity=FELL, by="percent",
            bases=(Figure("geely", "sales_volume", (), BEFORE), Figure("geely", "sales_volume", (), APRIL)),
        ),
    )  # fmt: skip
    found = Found(mentions, (Entity("geely", "Geely Automobile Holdings Ltd", "organisation"),))
    return Report(document(), found, facts, (), verdicts)


def shown(*verdicts: Verdict) -> dict[str, object]:
    answer: dict[str, object] = json.loads(show(report(*verdicts)))
    return answer


def test_numbers_are_written_in_full() -> None:
    line = show(report()).decode()
    assert '"low":1410000,"high":1410000,"step":10000,' in line
    assert '"low":2.17,"high":2.17,"step":0.01,' in line


def test_dates_and_names() -> None:
    answer = shown()
    assert answer["dates"] == [
        {"start": 32, "end": 37, "text": "April", "from": "2020-04-01", "to": "2020-05-01", "granularity": "month"}
        | {"kind": "date", "duration": None, "flag": None, "inferred": False}
    ]
    assert answer["names"] == [
        {"start": 0, "end": 5, "text": "Geely", "kind": "organisation", "entity": "geely", "via": "legal-form"}
    ]


def test_facts_have_the_fields_of_their_type() -> None:
    facts = shown()["facts"]
    about = {
        "entity": "Geely Automobile Holdings Ltd",
        "metric": "sales_volume",
        "period": "2020-04",
        "segment": "domestic",
    }
    assert facts == [
        {
            "type": "measurement",
            "fields": about | {"value": 1410000, "unit": "vehicle", "qualifier": "exact"},
            "spans": [[11, 28]],
            "via": "sold",
            "readings": [],
        },
        {
            "type": "change",
            "fields": about | {"value": -2.17, "unit": "percent", "base": "yoy", "qualifier": "exact"},
            "spans": [[39, 49]],
            "via": "down.by",
            "readings": [{"base": "2020-04"}],
        },
    ]


def test_verdicts_become_relations_findings_and_derived() -> None:
    spans = (span("1.41 million cars"), span("2.17%"))
    culprit = Culprit(span("2.17"), "2.71", between(F(27, 10), F(272, 100)), "transposition", 0.93456)
    proof = Certificate(
        "contradicted", (Known("x", NOT_NEGATIVE, True),),
        (Shown(0, spans[0], (F(1), F(1)), (("loose", between(F(1, 3), None)),)),), (("growth", (("==", 0, "2"),)),),
    )  # fmt: skip
    answer = shown(
        Verdict("growth", "holds", spans, arithmetic="a = b"),
        Verdict("growth", "unchecked", spans, because=("nothing bounds it",)),
        Verdict("growth", "contradicted", spans, code="XF105", culprits=(culprit,), margin="likely",
                certificate=proof),
        Verdict("growth", "query", spans, code="XF105"),
        Verdict("growth", "implied", spans, code="XF801", label="before", unit="vehicle", range=between(F(10, 3), 4)),
    )  # fmt: skip
    first, second = answer["relations"]
    assert first == {
        "kind": "growth",
        "spans": [[11, 28], [44, 49]],
        "status": "holds",
        "origin": "asserted",
        "arithmetic": "a = b",
    }
    assert second["reason"] == "nothing bounds it"
    error, query = answer["findings"]
    assert (error["code"], error["name"], error["severity"], query["severity"]) == (
        "XF105",
        "growth-mismatch",
        "error",
        "query",
    )
    assert error["culprits"] == [
        {"span": [44, 48], "suggested": "2.71", "lo": "2.7", "hi": "2.72", "slip": "transposition", "score": 0.935}
    ]
    assert error["certificate"] == {
        "conclusion": "contradicted",
        "figures": [{"label": "x", "base": {"low": "0"}, "whole": True}],
        "printed": [{"figure": 0, "span": [11, 28], "value": ["1"], "loose": {"low": "1/3"}}],
        "claims": [{"kind": "growth", "readings": [["==", 0, "2"]]}],
    }
    assert query["certificate"] is None
    assert answer["derived"] == [
        {
            "label": "before",
            "lo": "3.3333333",
            "hi": "4",
            "unit": "vehicle",
            "spans": [[11, 28], [44, 49]],
            "because": [],
            "certificate": None,
        }
    ]


def test_only_what_was_asked_for() -> None:
    answer = json.loads(show(report(), frozenset({"dates", "findings"})))
    assert set(answer) == {"id", "lang", "published", "dates", "findings"}
    assert set(shown()) == {"id", "lang", "published", *KEYS}


def test_text_and_places_come_with_tables() -> None:
    answer = json.loads(show(check(Source("x", "Sales.", tables=((("a", "b"),),)))))
    assert answer["text"] == "Sales.\n\na\tb\n"
    assert [(place["span"], place["table"], place["row"], place["col"]) for place in answer["places"]] == [
        ([8, 9], 0, 0, 0),
        ([10, 11], 0, 0, 1),
    ]
    assert "text" not in json.loads(show(check(Source("x", "Sales."))))
    assert "text" in json.loads(show(check(Source("x", "<p>Sales.", "html"))))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (F(1410000), "1410000"),
        (F(217, 100), "2.17"),
        (F(12 * 10**11), "1200000000000"),
        (F(-1, 8), "-0.125"),
        (F(1, 10**9), "0.000000001"),
        (F(2, 3), "0.666666666667"),
        (F(0), "0"),
    ],
)
def test_how_a_fraction_is_written(value: F, written: str) -> None:
    assert decimal(value) == written


def test_bounds_are_rounded_outward() -> None:
    for value in (F(1, 3), F(-1, 3), F(100001, 7), F(22, 7 * 10**6), F(5), F(1, 4)):
        low, high = bound(value, upper=False), bound(value, upper=True)
        assert low is not None
        assert high is not None
        assert F(low) <= value <= F(high)
        assert F(high) - F(low) <= abs(value) / 10**5
