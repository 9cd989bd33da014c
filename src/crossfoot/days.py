"""Stretches of days: their ISO 8601 or SDMX labels, and the stretch a year, a quarter or a month away."""

from __future__ import annotations

import datetime as dt
import re

from crossfoot.model import Period

_SHIFT = re.compile(r"(-?)P(\d+)([YMWD])")


def period(start: dt.date, end: dt.date) -> Period:
    """The half-open days from `start` to before `end`, under the label that the calendar has for them.

    >>> period(dt.date(2020, 1, 1), dt.date(2020, 5, 1)).label
    '2020-01/2020-04'
    >>> period(dt.date(2020, 4, 1), dt.date(2020, 7, 1)).label
    '2020-Q2'
    """
    return Period(start, end, _label(start, end))


def shifted(of: Period, by: str) -> Period | None:
    """The stretch `by` away (an ISO duration: "-P1Y"); None where the stretch is not dated.

    Whole months stay whole months: the month before March is February, however long it is.

    >>> shifted(period(dt.date(2020, 2, 1), dt.date(2020, 3, 1)), "-P1Y").label
    '2019-02'
    """
    match = _SHIFT.fullmatch(by)
    if of.start is None or of.end is None or match is None:
        return None
    number = int(match[2]) * (-1 if match[1] else 1)
    if match[3] in "WD":
        days = dt.timedelta(days=number * (7 if match[3] == "W" else 1))
        return period(of.start + days, of.end + days)
    months = number * (12 if match[3] == "Y" else 1)
    try:
        return period(_months(of.start, months), _months(of.end, months))
    except ValueError:  # before year 1 or after year 9999
        return None


def _months(day: dt.date, by: int) -> dt.date:
    index = day.year * 12 + day.month - 1 + by
    year, month = divmod(index, 12)
    first = dt.date(year, month + 1, 1)
    last = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - first).days
    return first.replace(day=min(day.day, last))


def _label(start: dt.date, end: dt.date) -> str:
    if start.day != 1 or end.day != 1:
        last = end - dt.timedelta(days=1)
        return start.isoformat() if last == start else f"{start.isoformat()}/{last.isoformat()}"
    months = (end.year - start.year) * 12 + end.month - start.month
    if start.month == 1 and months % 12 == 0:
        return f"{start.year}" if months == 12 else f"{start.year}/{end.year - 1}"
    if months == 1:
        return f"{start:%Y-%m}"
    if months == 3 and start.month % 3 == 1:
        return f"{start.year}-Q{start.month // 3 + 1}"
    if months == 6 and start.month % 6 == 1:
        return f"{start.year}-H{start.month // 6 + 1}"
    last_month = _months(end, -1)
    return f"{start:%Y-%m}/{last_month:%Y-%m}"
