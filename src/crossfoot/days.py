"""Stretches of half-open days: ISO 8601 or SDMX labels, calendar units, and the stretch a year or a month away."""

from __future__ import annotations

import calendar
import datetime as dt
from fractions import Fraction

from crossfoot.model import Counts, Period

DAY = dt.timedelta(days=1)
Days = tuple[dt.date, dt.date]  # from the first to before the second
LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y"}  # of units in ISO 8601
# How many days or months a unit of time has.
UNITS = {"day": ("day", 1), "week": ("day", 7), "month": ("month", 1), "year": ("month", 12)}


def label(start: dt.date, end: dt.date) -> str:
    """The ISO or SDMX name of half-open days.

    >>> label(dt.date(2020, 4, 1), dt.date(2020, 5, 1)), label(dt.date(2020, 1, 1), dt.date(2020, 5, 1))
    ('2020-04', '2020-01/2020-04')
    >>> label(dt.date(2020, 1, 1), dt.date(2020, 7, 1)), label(dt.date(2020, 5, 8), dt.date(2020, 5, 9))
    ('2020-H1', '2020-05-08')
    """
    last = end - DAY
    if start == last:
        return start.isoformat()
    if start.day == 1 and end.day == 1:
        months = (end.year - start.year) * 12 + end.month - start.month
        if months == 1:
            return f"{start:%Y-%m}"
        if start.month == 1 and months == 12:
            return f"{start:%Y}"
        if months == 3 and start.month % 3 == 1:
            return f"{start:%Y}-Q{start.month // 3 + 1}"
        if months == 6 and start.month in (1, 7):
            return f"{start:%Y}-H{1 if start.month == 1 else 2}"
        if start.month == end.month == 1:
            return f"{start:%Y}/{last:%Y}"
        return f"{start:%Y-%m}/{last:%Y-%m}"
    return f"{start.isoformat()}/{last.isoformat()}"


def period(start: dt.date, end: dt.date) -> Period:
    """The days from `start` to before `end`, under the label that the calendar has for them.

    >>> period(dt.date(2020, 4, 1), dt.date(2020, 7, 1)).label
    '2020-Q2'
    """
    return Period(start, end, label(start, end))


def month_days(year: int, month: int, months: int = 1) -> Days | None:
    """The days of `months` months from one on; None outside the calendar."""
    first, after = year * 12 + month - 1, year * 12 + month - 1 + months
    if not (12 <= first < after < 12 * 9999):
        return None
    return dt.date(first // 12, first % 12 + 1, 1), dt.date(after // 12, after % 12 + 1, 1)


def moved(day: dt.date, unit: str, number: int) -> dt.date | None:
    """The day so many units away, the end of a month staying inside the month."""
    if unit in "DW":
        try:
            return day + DAY * number * (7 if unit == "W" else 1)
        except OverflowError:
            return None
    months = day.year * 12 + day.month - 1 + number * {"M": 1, "Q": 3, "H": 6, "Y": 12}[unit]
    if not 12 <= months < 12 * 9999:
        return None
    year, month = months // 12, months % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def lasting(until: Period, duration: str) -> Period | None:
    """The stretch of so many units that ends with a period: "over five months", said of May.

    >>> lasting(period(dt.date(2024, 5, 1), dt.date(2024, 6, 1)), "P5M").label
    '2024-01/2024-05'
    """
    if until.end is None or not duration[1:-1].isdigit() or duration[-1] not in "WMY":
        return None
    start = moved(until.end, duration[-1], -int(duration[1:-1]))
    return None if start is None else period(start, until.end)


def within(of: Period | None, months: int) -> Period | None:
    """The stretch of so many months of the calendar that a period is, or that its last day closes.

    >>> within(period(dt.date(2022, 6, 30), dt.date(2022, 7, 1)), 3).label
    '2022-Q2'
    >>> within(period(dt.date(2022, 5, 1), dt.date(2022, 6, 1)), 3)
    """
    if of is None or of.start is None or of.end is None:
        return None
    start = moved(of.end, "M", -months)
    if start is None or of.end.day != 1:
        return None
    whole = of.start == start
    closes = of.end - of.start <= DAY or of.start > start
    if not whole and not (closes and (of.end.month - 1) % months == 0):
        return None
    return period(start, of.end)


def unit_days(day: dt.date, unit: str) -> Days | None:
    """The calendar unit that holds a day."""
    if unit == "D":
        return day, day + DAY
    if unit == "W":
        monday = day - DAY * day.weekday()
        return monday, monday + 7 * DAY
    if unit == "M":
        return month_days(day.year, day.month)
    if unit == "Q":
        return month_days(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "H":
        return month_days(day.year, 1 if day.month < 7 else 7, 6)
    return month_days(day.year, 1, 12)


def shifted_days(span: Days, shift: str) -> Days | None:
    """A period of the same length, moved by an ISO duration: "-P1Y".

    >>> shifted_days((dt.date(2020, 2, 1), dt.date(2020, 3, 1)), "-P1Y")
    (datetime.date(2019, 2, 1), datetime.date(2019, 3, 1))
    >>> shifted_days((dt.date(2020, 2, 29), dt.date(2020, 3, 1)), "-P1M")
    (datetime.date(2020, 1, 31), datetime.date(2020, 2, 1))
    """
    if shift == "previous":
        return before(span)
    sign = -1 if shift.startswith("-") else 1
    number, unit = int(shift.lstrip("-P")[:-1]), shift[-1]
    low, high = moved(span[0], unit, sign * number), moved(span[1], unit, sign * number)
    if high is not None and span[1].day == 1 and span[1] - span[0] == DAY:
        low = high - DAY  # the last day of a month stays one
    return (low, high) if low is not None and high is not None and low < high else None


def before(span: Days) -> Days | None:
    """The period of the same length just before: the month before a month, the quarter before a quarter."""
    start, end = span
    if end.day == 1 and end - start == DAY:  # what is told of the end of a month is told once a month
        last = moved(end, "M", -1)
        return (last - DAY, last) if last is not None else None
    if start.day == end.day == 1:
        months = (end.year - start.year) * 12 + end.month - start.month
        low = moved(start, "M", -months)
        return (low, start) if low is not None else None
    try:
        return start - (end - start), start
    except OverflowError:
        return None


def shifted(of: Period, shift: str) -> Period | None:
    """The period of the same length, moved by an ISO duration or to the "previous" one; None where it is not dated.

    >>> shifted(period(dt.date(2020, 2, 1), dt.date(2020, 3, 1)), "-P1Y").label
    '2019-02'
    """
    if of.start is None or of.end is None:
        return None
    days = shifted_days((of.start, of.end), shift)
    return None if days is None else period(*days)


def apart(start: Days, end: Days, unit: str, counts: Counts = "either") -> tuple[int, int]:
    """How many days, weeks, months or years it is at least and at most from a day of one time to a day of a later one.

    Whether the first day and the last are both counted is left open, as texts leave it; what is no whole number of
    weeks, months or years is rounded. `counts` says otherwise, as `Stretch` has it.

    >>> apart((dt.date(2024, 5, 1), dt.date(2024, 5, 2)), (dt.date(2024, 5, 5), dt.date(2024, 5, 6)), "day")
    (4, 5)
    >>> apart((dt.date(2014, 1, 1), dt.date(2015, 1, 1)), (dt.date(2024, 11, 1), dt.date(2024, 11, 2)), "year")
    (10, 11)
    >>> born, died = dt.date(1931, 5, 4), dt.date(2019, 11, 17)
    >>> apart((born, born + DAY), (died, died + DAY), "year", "full")
    (88, 88)
    """
    base, many = UNITS[unit]
    less, more = leeway(unit, counts)
    least, most = (_along(end[0], base) - _along(start[1] - DAY, base), _along(end[1], base) - _along(start[0], base))
    return -(-(least + less) // many), (most + more) // many


def leeway(unit: str, counts: Counts) -> tuple[Fraction, Fraction]:
    """What is added to the least and to the most that two times are apart, in days or in months."""
    base, many = UNITS[unit]
    one = Fraction(1) if base == "day" else Fraction(1, 31)  # as far as a day goes
    if counts == "both" and unit == "day":
        return one, Fraction(0)
    if counts == "full":
        return one - many, -one
    if counts == "around":
        return one - many, many - one
    if counts == "years":
        return many - one, Fraction(0)
    if counts == "nth":
        return 2 * many - one, Fraction(0)
    if counts == "exact":
        return many - one, Fraction(-many)
    blur = Fraction(0 if unit == "day" else many, 2)
    return -blur, blur


def _along(day: dt.date, base: str) -> Fraction:
    """How far along the calendar a day is, in days or in months."""
    return Fraction(day.toordinal()) if base == "day" else 12 * day.year + day.month + Fraction(day.day - 1, 31)
