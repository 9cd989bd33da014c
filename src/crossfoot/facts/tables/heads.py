"""The heads of a column come in; the period that they give its figures goes out.

A head is spread over lines ("Years ended December 31," over "2019"), so none of them alone is a date that the reader
of sentences could see.
"""

from __future__ import annotations

import datetime as dt
from calendar import month_abbr, month_name
from functools import cache

from crossfoot import days
from crossfoot.late import late
from crossfoot.lexicon import either
from crossfoot.lexicon.tables import table_words
from crossfoot.model import Period

_WORDS = table_words()
_MONTHS = {name.casefold(): n for names in (month_name, month_abbr) for n, name in enumerate(names) if name}
_YEAR = late(r"(?<![0-9,.])((?:19|20)[0-9]{2})(?![0-9]|,[0-9])")
_SHORT = late(r"(?<![a-z0-9])fy ?'?([0-9]{2})(?![0-9])")
_DAY = late(rf"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.? ([0-9]{{1,2}})(?![0-9])")
_DAY_FIRST = late(rf"(?<![0-9])([0-9]{{1,2}}) ({'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?![a-z])")
_LASTING = late(rf"({either(_WORDS.months)}) months|(quarter|year|years|quarters|week|weeks)(?= end)")
_WEEKS = late(rf"({either(_WORDS.weeks)}|[0-9]{{1,2}}) weeks(?= end)")
_HAN_DAY = late(r"([0-9]{1,2})月([0-9]{1,2})日")
_HAN_MONTHS = late(r"([0-9]{1,2}) ?[-—–~至到] ?([0-9]{1,2})月")
_HAN_MONTH = late(r"([0-9]{1,2})月")
_QUARTER = late(
    rf"({either(_WORDS.quarter)}) quarter|(?<![a-z0-9])(?:q([1-4])|([1-4])q)(?![a-z])|第({either(_WORDS.quarter)})季度"
)
MOST_LINES = 3  # above a table that may name its year


@cache
def period_of(heads: tuple[str, ...]) -> Period | None:
    """
    >>> period_of(("Years Ended December 31,", "2019")).label, period_of(("June 30,", "2019")).label
    ('2019', '2019-06-30')
    >>> period_of(("Three months ended March 31", "2019")).label, period_of(("2020年1-6月",)).label
    ('2019-Q1', '2020-H1')
    """
    text = " ".join(heads).casefold()
    years = set(_YEAR.findall(text)) or {f"20{found}" for found in _SHORT.findall(text)}
    if len(years) != 1:
        return None
    year = int(years.pop())
    day = _day(text, year)
    quarter = _QUARTER.search(text)
    if quarter and day is None:
        number = next(_WORDS.quarter.get(g, 0) or int(g) for g in quarter.groups() if g)
        return _months(year, 3 * number - 2, 3)
    weeks = _WEEKS.search(text)
    if day is not None and weeks is not None:
        number = _WORDS.weeks.get(weeks[1], 0) or int(weeks[1])
        return days.period(day - days.DAY * (7 * number - 1), day + days.DAY)
    lasting = _LASTING.search(text)
    if day is not None and lasting is not None:
        months = _WORDS.months.get(lasting[1] or "", 0) or (12 if (lasting[2] or "").startswith("year") else 3)
        return None if (lasting[2] or "").startswith("week") else _until(day, months)
    if day is not None:
        return days.period(day, day + days.DAY)
    return _han(text, year) or days.period(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))


@cache
def lacks_year(heads: tuple[str, ...]) -> bool:
    """Do heads name a part of a year, and no year?

    >>> lacks_year(("第一季度（1-3 月份）",)), lacks_year(("Q1 2023",)), lacks_year(("Sales",))
    (True, False, False)
    """
    text = " ".join(heads).casefold()
    named = _QUARTER.search(text) or _HAN_MONTHS.search(text) or any(half in text for half in _WORDS.half)
    return bool(named) and not _YEAR.search(text) and not _SHORT.search(text)


def year_above(text: str) -> str:
    """The one year that the nearest line above a table names, if it names one; "" where it names several.

    >>> year_above("As of 2019.\\n\\n2020年分季度主要财务数据\\n单位：元\\n"), year_above("2020 and 2019\\n")
    ('2020', '')
    """
    for line in [line for line in reversed(text.split("\n")) if line.strip()][:MOST_LINES]:
        years = set(_YEAR.findall(line))
        if years:
            return years.pop() if len(years) == 1 else ""
    return ""


def _han(text: str, year: int) -> Period | None:
    if stretch := _HAN_MONTHS.search(text):
        first, last = int(stretch[1]), int(stretch[2])
        return _months(year, first, last - first + 1)
    if month := _HAN_MONTH.search(text):
        return _months(year, int(month[1]), 1)
    return next((_months(year, 6 * n - 5, 6) for half, n in _WORDS.half.items() if half in text), None)


def _months(year: int, first: int, months: int) -> Period | None:
    if not 1 <= first <= 12 or months < 1:
        return None
    found = days.month_days(year, first, months)
    return None if found is None else days.period(*found)


def _day(text: str, year: int) -> dt.date | None:
    if found := _DAY.search(text):
        month, day = _MONTHS[found[1]], int(found[2])
    elif found := _DAY_FIRST.search(text):
        month, day = _MONTHS[found[2]], int(found[1])
    elif found := _HAN_DAY.search(text):
        month, day = int(found[1]), int(found[2])
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _until(day: dt.date, months: int) -> Period | None:
    """So many months up to a day; weeks around the end of a month count as its end."""
    near = day + days.DAY * 6
    end = near.replace(day=1) if near.month != day.month else day + days.DAY
    start = days.moved(end, "M", -months)
    return None if start is None else days.period(start, end)
