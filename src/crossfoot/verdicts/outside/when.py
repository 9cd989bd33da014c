"""A report and those of its sources in; out goes a query on each date that it names and that no source knows.

A date is known that a source names, that lies around a finer one of a source, or on which a text was published. Only a
source that names dates as fine as this one (quarters, years) is asked: another may leave them out. Of months and days
only the year is asked, where it is written out, since "from the month before" names one without its name; of a quarter
without a year only which of the four it is, since the year may be inferred.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from crossfoot.lexicon.told import say
from crossfoot.model import Evidence, Mention, Period, Report, Timex, Verdict

UNSUPPORTED = "XF701"
QUARTER = 93  # days
FINE = ("quarter", "year")


def undated(report: Report, against: Sequence[Report]) -> Iterator[Verdict]:
    """One query for each date of a calendar unit that contradicts the dates of its kind in the sources."""
    theirs = [(other, mention) for other in against for mention in _dates(other)]
    known = [m.value.period for r in against for m in r.found.mentions if isinstance(m.value, Timex)]
    published = [r.document.published for r in (report, *against) if r.document.published]
    quarters = {(day.month - 1) // 3 for period in known for day in _days(period)}
    said = set[Period]()
    for mention in _dates(report):
        own = _asked(report, mention)
        if own is None or own in said:
            continue
        alike = [(r, m) for r, m in theirs if (other := _asked(r, m)) is not None and _fine(other) == _fine(own)]
        if not _numbered(report, mention):
            alike = [(r, m) for r in against for m in r.found.mentions if _quarter(m)]
            if any((day.month - 1) // 3 in quarters for day in _days(own)):
                continue  # of which year it was may have been inferred
        if not alike or any(_inside(period, own) for period in known):
            continue
        if any(own.start <= day < own.end for day in published if own.start and own.end):
            continue
        said.add(own)
        words = report.document.text[mention.span.start : mention.span.end]
        told = dict.fromkeys(r.document.text[m.span.start : m.span.end] for r, m in alike)
        evidence = tuple(
            Evidence(r.document.source, m.span, r.document.text[m.span.start : m.span.end]) for r, m in alike
        )
        message = say("source_has", words, ", ".join(list(told)[:4]))
        yield Verdict("date", "query", (mention.span,), "outside", UNSUPPORTED, "", message, evidence=evidence[:4])


def _dates(report: Report) -> list[Mention]:
    return [
        m
        for m in report.found.mentions
        if isinstance(m.value, Timex)
        and ((m.value.kind == "date" and _numbered(report, m)) or _quarter(m))
        and m.value.shift is None
        and m.value.period is not None
        and m.value.period.start is not None
        and m.value.period.end is not None
    ]


def _numbered(report: Report, mention: Mention) -> bool:
    return any(char.isdecimal() for char in report.document.text[mention.span.start : mention.span.end])


def _quarter(mention: Mention) -> bool:
    """Is it one of the four, by its number or its months ("the three months to June")?"""
    value = mention.value
    return isinstance(value, Timex) and value.period is not None and value.period.label[4:6] == "-Q"


def _days(period: Period | None) -> tuple[dt.date, ...]:
    """Its first day, where it is no longer than a quarter."""
    if period is None or period.start is None or period.end is None or (period.end - period.start).days > QUARTER:
        return ()
    return (period.start,)


def _asked(report: Report, mention: Mention) -> Period | None:
    """What a source should know: a quarter or a year, or the year of a month or day that it is written out with."""
    value = mention.value
    if not isinstance(value, Timex) or value.period is None or value.period.start is None:
        return None
    if value.granularity in FINE or _quarter(mention):
        return value.period
    year = value.period.start.year
    written = str(year) in report.document.text[mention.span.start : mention.span.end]
    return Period(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), str(year)) if written else None


def _fine(period: Period) -> bool:
    """Is it finer than a year?"""
    return len(period.label) > len("2020")


def _inside(period: Period | None, other: Period) -> bool:
    if period is None or None in (period.start, period.end, other.start, other.end):
        return False
    return other.start <= period.start and period.end <= other.end  # type: ignore[operator]
