"""Amounts restated in another currency, and reference rates, in; a verdict on each rate that they imply out.

A story restates an amount by the rate of its day, of the end of the period that it reports, or of the period's average,
and rounds: so a rate ties that lies anywhere in the band of those days, or within `SLACK` of it. Else it is asked, for
the text may have good reasons; what no pair of currencies has ever been worth is an error without any rate table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from crossfoot.interval import Interval, between
from crossfoot.lexicon.bands import band
from crossfoot.lexicon.told import say
from crossfoot.model import Conversion, Evidence, Printed, Rates, Report, Span, Verdict
from crossfoot.ranges import ranges
from crossfoot.verdicts import wording

OFF = "XF501"
SLACK = Fraction(2, 100)  # bid, ask, and the hour of the day: more than any two fixings of one day lie apart
BEFORE = dt.timedelta(days=7)


def held_against(report: Report, rates: Rates) -> Iterator[Verdict]:
    """A relation for each conversion whose day is known, with a query where its rate was never near."""
    for fact in report.facts:
        if isinstance(fact, Conversion):
            yield from _of(fact, report, rates)


def _of(fact: Conversion, report: Report, rates: Rates) -> Iterator[Verdict]:
    days = _days(fact, report)
    many = Printed(fact.figure, fact.quantity, fact.spans[0])
    single = Printed(fact.to_figure, fact.to_quantity, fact.spans[0])
    usual = band(fact.figure.unit, fact.to_figure.unit)
    if usual is not None and usual.high is not None and usual.high < 1:  # quoted as many of the weaker for one
        many, single = single, many
    if days is None or (known := rates.band(many.figure.unit, single.figure.unit, *days)) is None:
        return
    implied = ranges(many).default / ranges(single).default
    wide = between((known.low or 0) * (1 - SLACK), (known.high or 0) * (1 + SLACK))
    ties = (implied & wide) is not None
    pair = f"{many.figure.unit}/{single.figure.unit}"
    words = f"{pair} {wording.spread(implied)}; {rates.name} {_shown(known)} ({days[0]}..{days[1]})"
    spans = tuple(Span(p.doc, p.start, p.end) for p in _printed(fact, report))
    evidence = (Evidence(rates.name, Span(rates.name, 0, 0), _shown(known)),)
    yield Verdict(
        kind="conversion",
        outcome="holds" if ties else "query",
        spans=spans,
        origin="outside",
        arithmetic=words,
        evidence=evidence,
    )
    if not ties:
        message = say("implied_rate", wording.spread(implied), pair, rates.name, _shown(known))
        yield Verdict("conversion", "query", spans, "outside", OFF, words, message, evidence=evidence)


def _printed(fact: Conversion, report: Report) -> list[Span]:
    """The two amounts, each where it stands."""
    inside = fact.spans[0]
    found = [
        m.span
        for m in report.found.mentions
        if m.value in (fact.quantity, fact.to_quantity) and inside.start <= m.span.start and m.span.end <= inside.end
    ]
    return found or [inside]


def _days(fact: Conversion, report: Report) -> tuple[dt.date, dt.date] | None:
    """From the start of the period that the amount is of, if it is dated, to when the text was published."""
    period, published = fact.figure.period, report.document.published
    first = period.start if period is not None else None
    last = published or (period.end if period is not None else None)
    if last is None or (first is not None and first > last):
        return None if last is None else (last - BEFORE, last)
    return (first if first is not None else last) - BEFORE, last


def _shown(known: Interval) -> str:
    low, high = (Fraction(round((end or 0) * 10**4), 10**4) for end in (known.low, known.high))
    return wording.exact(low) if low == high else f"{wording.exact(low)}..{wording.exact(high)}"
