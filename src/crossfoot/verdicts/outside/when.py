"""A report and those of its sources in; out goes a query on each date that it names and that no source knows.

A date is known that a source names, that lies around a finer one of a source, or on which a text was published. Only a
source that names dates as fine as this one (quarters, years) is asked: another may leave them out. Of months and days
only the year is asked here, where it is written out (`days_of` asks for days); of a quarter without a year only which
of the four it is, since the year may be inferred; so too of a half, of nine months or of a month by its name, which a
source may tell by any date in it, or as the first or last of what it counts, or as the month before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from crossfoot.lexicon.told import say
from crossfoot.model import Evidence, Mention, Period, Report, Timex, Verdict
from crossfoot.verdicts.outside.dated import fiscal
from crossfoot.verdicts.outside.days_of import strange

UNSUPPORTED = "XF701"
QUARTER = 93  # days
MONTH, YEAR = 31, 12  # days, months
LONGEST = 340  # days of a part of a year
FINE = ("quarter", "year")


def undated(report: Report, against: Sequence[Report]) -> Iterator[Verdict]:
    """One query for each date that contradicts the dates of its kind in the sources."""
    told = {
        mention.span: (mention, alike) for mention, alike in (*strange(report, against), *_unknown(report, against))
    }
    for mention, alike in sorted(told.values(), key=lambda one: one[0].span.start):
        words = _words(report, mention)
        names = dict.fromkeys(_words(r, m) for r, m in alike)
        evidence = tuple(Evidence(r.document.source, m.span, _words(r, m)) for r, m in alike)
        message = say("source_has", words, ", ".join(list(names)[:4]))
        yield Verdict("date", "query", (mention.span,), "outside", UNSUPPORTED, "", message, evidence=evidence[:4])


def _unknown(report: Report, against: Sequence[Report]) -> Iterator[tuple[Mention, list[tuple[Report, Mention]]]]:
    """Each date of a calendar unit that no source knows, with those of its kind in the sources."""
    theirs = [(other, mention) for other in against for mention in _dates(other)]
    known = [m.value.period for r in against for m in r.found.mentions if isinstance(m.value, Timex)]
    published = [r.document.published for r in (report, *against) if r.document.published]
    quarters = {(day.month - 1) // 3 for period in known for day in _days(period)}
    parts = [(r, m) for r in against for m in r.found.mentions if _part(m)]
    named = [(r, m) for r in against for m in r.found.mentions if _month(m)]
    months = _months((*known, *_single(published)))
    last = [day.month for day in sorted(_starts(m.value for _, m in named))[-1:]]
    if set(last) & _months(m.value.period for m in _dates(report) if _month(m) and isinstance(m.value, Timex)):
        months |= {(month - 2) % YEAR + 1 for month in last}  # "from the month before"
    said = set[Period]()
    for mention in _dates(report):
        own = _asked(report, mention)
        if own is None or own in said:
            continue
        alike = [(r, m) for r, m in theirs if (other := _asked(r, m)) is not None and _fine(other) == _fine(own)]
        dated = own.start is not None and str(own.start.year) in _words(report, mention)
        if _month(mention) and not dated:
            if not named or _months((own,)) & months:
                continue
            alike = named
        elif _part(mention) and not dated:
            alike = parts
            if any((day.month - 1) // 3 in quarters for day in _days(own)):
                continue  # of which year it was may have been inferred
            if (
                (not _numbered(report, mention) and fiscal((report, *against)))
                or _left(own, known)
                or any(_inside(day, own) for day in _single(published))
                or (not _days(own) and any(_like(period, own) for period in known))
            ):
                continue
        elif any(_inside(period, own) for period in (*known, *_single(published))):
            continue
        if not alike:
            continue
        said.add(own)
        yield mention, alike


def _dates(report: Report) -> list[Mention]:
    return [
        m
        for m in report.found.mentions
        if isinstance(m.value, Timex)
        and ((m.value.kind == "date" and _numbered(report, m)) or _part(m) or _month(m))
        and m.value.shift is None
        and m.value.period is not None
        and m.value.period.start is not None
        and m.value.period.end is not None
    ]


def _numbered(report: Report, mention: Mention) -> bool:
    return any(char.isdecimal() for char in report.document.text[mention.span.start : mention.span.end])


def _words(report: Report, mention: Mention) -> str:
    return report.document.text[mention.span.start : mention.span.end]


def _part(mention: Mention) -> bool:
    """Is it a quarter, a half or so of a year, by its number or its months ("the three months to June")?"""
    period = mention.value.period if isinstance(mention.value, Timex) else None
    if period is None or period.start is None or period.end is None or mention.value.shift is not None:  # type: ignore[union-attr]
        return False
    return period.label[4:6] == "-Q" or (period.start.day == 1 and QUARTER < (period.end - period.start).days < LONGEST)


def _month(mention: Mention) -> bool:
    """Is it a month, by its name?"""
    value = mention.value
    return isinstance(value, Timex) and value.granularity == "month" and value.kind == "date" and value.shift is None


def _months(periods: Iterable[Period | None]) -> set[int]:
    """The months, of any year, that a source may be speaking of: those of short periods, and where longer ones end."""
    found = set[int]()
    for period in periods:
        if period is not None and period.start is not None and period.end is not None:
            last = period.end - dt.timedelta(1)
            found |= {period.start.month, last.month}
    return found


def _single(days: Iterable[dt.date]) -> Iterator[Period]:
    return (Period(day, day + dt.timedelta(1), "") for day in days)


def _starts(values: Iterable[object]) -> Iterator[dt.date]:
    for value in values:
        if isinstance(value, Timex) and value.period is not None and value.period.start is not None:
            yield value.period.start


def _left(own: Period, known: Sequence[Period | None]) -> bool:
    """Is it what a known period leaves of another: the first ten months of eleven and the eleventh?"""
    first, last = _ends(own)
    spans = {_ends(period) for period in known if period is not None and period.start and period.end}
    return any(
        (start == first and (last % YEAR + 1, end) in spans)
        or (end == last and (start, (first - 2) % YEAR + 1) in spans)
        for start, end in spans
    )


def _ends(period: Period) -> tuple[int, int]:
    """Its first and its last month, of whatever year."""
    if period.start is None or period.end is None:
        return 0, 0
    return period.start.month, (period.end - dt.timedelta(1)).month


def _like(period: Period | None, own: Period) -> bool:
    """Does it end when this one does, or is it as long and over much the same months?"""
    if period is None or not (period.start and period.end and own.start and own.end):
        return False
    long = abs((period.end - period.start).days - (own.end - own.start).days) < MONTH
    return period.end.month == own.end.month or (long and period.start < own.end and own.start < period.end)


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
    if value.granularity in FINE or _part(mention) or _month(mention):
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
