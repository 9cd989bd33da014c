"""A report and those of its sources in; out go days and years that it names (12 May, Tuesday, 1998) and no source does.

One is known that a source names in any way, on which something begins or ends there, or on which a text was published.
Only a source that names days, or years, is asked: another may leave them out. Days of the week are held against those
of all known days.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.words import words
from crossfoot.model import Mention, Report, Timex

Day = tuple[int, int]  # month, day
HAN = late(r"(?<![0-9])([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号]")
PLAIN = late(r"(?<![0-9./-])([0-9]{1,2})[./-]([0-9]{1,2})(?![0-9])")  # 30/6, or 6/30
LATER = late(r"(?<![0-9月])([0-9]{1,2})(?: ?[日号]|(?:st|nd|rd|th)\b)(?!/)")  # of a month that is not said
YEAR = late(r"(?<![0-9,.])((?:19|20)[0-9]{2})(?:[-–/]([0-9]{2}))?(?![0-9]|,[0-9])")
ONE = dt.timedelta(1)


def strange(report: Report, against: Sequence[Report]) -> Iterator[tuple[Mention, list[tuple[Report, Mention]]]]:
    """Each day and year that no source knows, with those that the sources name."""
    yield from _strange_years(report, against)
    yield from _strange_days(report, against)


def _strange_years(report: Report, against: Sequence[Report]) -> Iterator[tuple[Mention, list[tuple[Report, Mention]]]]:
    named = [(r, m) for r in against for m in _times(r) if _years(r, m)]
    lost = [m for r in against for m in _times(r) if m.value.granularity == "year" and not _around(m)]  # type: ignore[union-attr]
    if not named or lost:
        return
    known = {day.year for r in (*against, report) if (day := r.document.published) is not None}
    known |= {year for r in against for year in _written_years(r.document.text)}
    known |= {day.year for r in against for m in _times(r) for day in _around(m)}
    for mention in _times(report):
        said = report.document.text[mention.span.start : mention.span.end]
        if any(year not in known for year in _written_years(said)):
            yield mention, named


def _times(report: Report) -> Iterator[Mention]:
    return (m for m in report.found.mentions if isinstance(m.value, Timex))


def _years(report: Report, mention: Mention) -> list[int]:
    """The years that it names, or the one that it means ("last year")."""
    told = [*_written_years(report.document.text[mention.span.start : mention.span.end])]
    whole = isinstance(mention.value, Timex) and mention.value.granularity == "year"
    return told or [day.year for day in _around(mention) if whole]


def _around(mention: Mention) -> list[dt.date]:
    """The first and the last day of what it means, where that is known."""
    period = mention.value.period if isinstance(mention.value, Timex) else None
    return [] if period is None or not (period.start and period.end) else [period.start, period.end - ONE]


def _written_years(text: str) -> Iterator[int]:
    """
    >>> list(_written_years("since 1998, in 2022-23, FY2024 and 2025/26: 2,000 of 12010"))
    [1998, 2022, 2023, 2024, 2025, 2026]
    """
    for match in YEAR.finditer(text):
        first, last = match.groups()
        yield int(first)
        if last is not None:
            yield int(first[:2] + last)


def _strange_days(report: Report, against: Sequence[Report]) -> Iterator[tuple[Mention, list[tuple[Report, Mention]]]]:
    named = [(r, m) for r in against for m in r.found.mentions if _day(m)]
    if not named:
        return
    known = {day for r in (*against, report) if r.document.published for day in [_of(r.document.published)]}
    known |= {day for r in against for day in _known(r)}
    bare = {int(m.group(1)) for r in against for m in LATER.finditer(r.document.text)}
    week = _week(report, against)
    for mention in report.found.mentions:
        if not _day(mention):
            continue
        said = report.document.text[mention.span.start : mention.span.end]
        days = set(_written(said))
        told = bool(days & known) or any(day in bare for _, day in days)
        if not days:
            weekday = _weekday(said)
            told = not week or weekday is None or weekday in week
        if not told:
            yield mention, named


def _day(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Timex) and value.kind == "date" and value.granularity == "day" and value.shift is None


def _of(day: dt.date) -> Day:
    return day.month, day.day


def _known(report: Report) -> Iterator[Day]:
    for mention in report.found.mentions:
        yield from map(_of, _around(mention))
    yield from _written(report.document.text)
    for match in PLAIN.finditer(report.document.text):
        one, other = map(int, match.groups())
        yield from ((one, other), (other, one))


def _written(text: str) -> Iterator[Day]:
    """The days that are written out with their months.

    >>> list(_written("between 5 May and June 12, or 7月3日"))
    [(7, 3), (5, 5), (6, 12)]
    """
    yield from ((int(m.group(1)), int(m.group(2))) for m in HAN.finditer(text))
    for match in _latin().finditer(text):
        first, month, last = match.groups()
        for day in (first, last):
            if day is not None:
                yield words("en").months[month.lower()], int(day)


@cache
def _latin() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words("en").months), key=len, reverse=True))
    day = r"([0-9]{1,2})(?:st|nd|rd|th)?"
    return re.compile(rf"(?:\b{day}(?: of)?[ -])?\b({names})\b\.?(?:[ -]{day}(?![0-9]))?", re.IGNORECASE)


def _week(report: Report, against: Sequence[Report]) -> set[int]:
    """The days of the week of all days that are known; none where a source has one of which it is not known."""
    found = set[int]()
    for source in against:
        for mention in filter(_day, source.found.mentions):
            start = mention.value.period.start if isinstance(mention.value, Timex) and mention.value.period else None
            said = _weekday(source.document.text[mention.span.start : mention.span.end])
            if start is None and said is None:
                return set()
            found |= {day for day in (said, start.weekday() if start else None) if day is not None}
    return found | set(_published((report, *against)))


def _published(reports: Iterable[Report]) -> Iterator[int]:
    for report in reports:
        if report.document.published is not None:
            yield report.document.published.weekday()


def _weekday(said: str) -> int | None:
    tables = words("en").weekdays, words("zh").weekdays
    return next((n for table in tables for name, n in table.items() if name == said.lower()), None)
