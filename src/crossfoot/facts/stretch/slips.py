"""Is a stretch that does not fit a slip of the pen? One digit put right makes it fit, or it is no stretch at all."""

from __future__ import annotations

from crossfoot import days
from crossfoot.facts.stretch.line import days_of
from crossfoot.late import late
from crossfoot.lexicon.numerals import narrowed
from crossfoot.lexicon.slips import meant
from crossfoot.model import Document, Period, Stretch

_YEAR, _DAY = late(r"(?<![0-9])[0-9]{4}(?![0-9])"), late(r"(?<![0-9])[0-9]{1,2}(?![0-9])")

_MONTH = (28, 31)  # days
_OFF = 3  # days that a term may end early or late


def explained(document: Document, fact: Stretch) -> bool:
    """Does another length, year or day that a known slip turns into the printed one make it fit?"""
    if not _whole(fact):
        return False
    least, most = days.apart(days_of(fact.start), days_of(fact.end), fact.unit, fact.counts)
    if any(str(right) in meant(str(fact.length)) for right in range(max(least, 1), most + 1)):
        return True
    for span in fact.spans:
        if span == fact.told:
            continue
        text = narrowed(document.text[span.start : span.end])
        printed = {int(year) for year in _YEAR.findall(text)}
        numbers = {int(day) for day in _DAY.findall(text)}
        for at_end, period in ((False, fact.start), (True, fact.end)):
            first = period.start
            if first is not None and first.year in printed and _by_year(fact, period, at_end):
                return True
            if first is not None and _by_month(fact, period, at_end):
                return True
            if first is not None and first.day in numbers and _by_day(fact, period, at_end):
                return True
    return False


def _whole(fact: Stretch) -> bool:
    """Do days lie whole months or years apart, as a term does? Others are mostly days of two different things."""
    (start, after), (end, last) = days_of(fact.start), days_of(fact.end)
    if fact.unit not in ("month", "year") or fact.counts in ("full", "around", "exact", "nth"):
        return True
    if after - start != days.DAY or last - end != days.DAY:
        return True
    months = (end.year - start.year) * 12 + end.month - start.month
    step = 12 if fact.unit == "year" else 1
    for away in (months - 1, months, months + 1):  # "from 1 May to 30 April" is a year too
        moved = days.moved(start, "M", away) if away % step == 0 else None
        if moved is not None and abs((end - moved).days) <= _OFF:
            return True
    return False


def _by_year(fact: Stretch, period: Period, at_end: bool) -> bool:
    printed = days_of(period)[0].year
    return any(
        _fits(
            fact, days.shifted_days(days_of(period), f"{'-' if year < printed else ''}P{abs(year - printed)}Y"), at_end
        )
        for year in map(int, (right for right in meant(str(printed)) if len(right) == 4 and right.isdecimal()))
        if year != printed
    )


def _by_month(fact: Stretch, period: Period, at_end: bool) -> bool:
    """The same for a month that is told as such, of a length in months."""
    start, end = days_of(period)
    if fact.unit != "month" or not _MONTH[0] <= (end - start).days <= _MONTH[1]:
        return False
    for right in meant(str(start.month)):
        if right.isdecimal() and 1 <= int(right) <= 12 and int(right) != start.month:
            away = int(right) - start.month
            moved = days.shifted_days((start, end), f"{'-' if away < 0 else ''}P{abs(away)}M")
            if _fits(fact, moved, at_end):
                return True
    return False


def _by_day(fact: Stretch, period: Period, at_end: bool) -> bool:
    start, end = days_of(period)
    if end - start != days.DAY:
        return False
    for right in meant(str(start.day)):
        if right.isdecimal() and 1 <= int(right) <= 28:
            day = start.replace(day=int(right))
            if _fits(fact, (day, day + days.DAY), at_end):
                return True
    return False


def _fits(fact: Stretch, moved: days.Days | None, at_end: bool) -> bool:
    if moved is None:
        return False
    start, end = (days_of(fact.start), moved) if at_end else (moved, days_of(fact.end))
    least, most = days.apart(start, end, fact.unit, fact.counts)
    return start[0] <= end[0] and least <= fact.length <= most
