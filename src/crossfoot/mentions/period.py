"""Dates as they were read (`When`) come in, days of the calendar go out, counted from what the text is anchored on."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

import msgspec

from crossfoot import days
from crossfoot.days import DAY, before, label, month_days, moved, shifted_days, unit_days
from crossfoot.model import Period, Timex

LONG = {"D": "day", "W": "week", "M": "month", "Y": "year"}

What = Literal[
    "day", "month", "quarter", "half", "year", "decade", "century", "first", "until", "last", "relative",
    "weekday", "compare", "range", "duration", "set", "word", "since",
]  # fmt: skip


class When(msgspec.Struct, gc=False):
    """A date expression with what its words give: `what` says which of the fields count. Offsets into the view."""

    start: int
    end: int
    what: What
    text: str  # folded words: the label while no year is known
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int = 0  # which quarter or half, how many months or units
    unit: str = ""  # D W M Q H Y of what is counted or moved
    offset: int = 0  # relative: -1 is last, +1 next
    weekday: int | None = None
    edge: str = ""  # "end", "begin": only the last or first day; "since", "until": the other side is open
    future: bool = False  # the clause looks ahead
    told: bool = False  # counted from the period last spoken of, not from today: 上年, 次年
    aside: bool = False  # when something was said, not what it tells of: a date line, "said on Monday"
    base: bool = False  # what something is compared with ("from 4,864 in February 1986")
    shift: str | None = None
    low: When | None = None  # of a range
    high: When | None = None


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """What a document's dates are counted from; `topic` is the period last spoken of."""

    day: dt.date
    precision: str = "D"  # D, M, Y: how much of `day` is known
    inferred: bool = False


def period(start: dt.date | None, end: dt.date | None, words: str = "") -> Period | None:
    """The period of these days, where one side may be open ("since March"); None where both are."""
    if start is not None and end is not None:
        return days.period(start, end) if start < end else None
    if start is None and end is None:
        return None
    open_ = (
        f"{start.isoformat()}/.."
        if start is not None
        else f"../{(end - DAY).isoformat()}"
        if end is not None
        else words
    )
    return Period(start, end, open_)


# ------------------------------------------------------------------------------------------------------------ resolving


class Resolver:
    """Resolves the dates of one item in reading order, remembering what was spoken of last."""

    def __init__(self, anchor: Anchor | None) -> None:
        self.anchor = anchor
        self.topic: tuple[dt.date, dt.date] | None = None  # the period last reported on
        self.told: int | None = None  # the year last spoken of
        self.reported: int | None = None  # and the one that was last reported on: no day of it, which may be today's
        self.spoken: dict[str, dt.date] = {}  # the day ("D") and the month ("M") last spoken of
        self.month: dt.date | None = None  # the last day that was told with its month in this sentence

    def timex(self, when: When, compared: tuple[dt.date, dt.date] | None = None) -> Timex:
        """`compared`: the period that a comparative is measured against, where the sentence has one."""
        if when.what == "duration":
            return Timex("duration", LONG.get(when.unit), None, duration=_iso(when))
        if when.what == "set":
            return Timex("set", LONG.get(when.unit), None, duration=f"P{when.number}{when.unit}" if when.unit else None)
        if when.what == "compare":
            return self._comparative(when, compared)
        span = self.days(when)
        inferred = bool(span) and self.anchor is not None and self.anchor.inferred and not self._dated(when)
        kind: Literal["date", "period"] = (
            "period"
            if when.what in ("range", "first", "until", "last", "since") or when.edge in ("since", "until", "to date")
            else "date"
        )
        flag = None
        sure = self._dated(when) or (self.anchor is not None and self.anchor.precision == "D" and not inferred)
        if when.weekday is not None and when.what == "day" and span and span[0] and sure:
            flag = "weekday-mismatch" if span[0].weekday() != when.weekday else None
        if span is None:
            return Timex(kind, _granularity(when), Period(None, None, when.text), flag=flag)
        found = period(*span, when.text)
        if found is not None and found.start and found.end and not (when.base or when.future or when.aside):
            self.told = found.start.year if not when.told else self.told
            if not when.told and (when.year is not None or when.what not in ("day", "weekday", "relative")):
                self.reported = found.start.year
            if not when.edge:
                self.topic = (found.start, found.end)
            elif when.what in ("month", "quarter"):
                self.topic = unit_days(found.start, when.what[0].upper())  # 7月末 ... 比上月末
        if found is not None and found.start and found.end and not when.base:
            self._speak(when, found.start, found.end)
        granularity = "day" if when.edge in ("end", "begin") else None if when.edge else _granularity(when)
        return Timex(kind, granularity, found, flag=flag, inferred=inferred)

    def _speak(self, when: When, start: dt.date, end: dt.date) -> None:
        if when.what in ("day", "weekday", "relative") and end - start == DAY and not when.edge:
            self.spoken["D"] = self.spoken["M"] = start
            self.month = start if when.month else self.month
        elif when.what == "month":
            self.spoken["M"] = start

    def _comparative(self, when: When, compared: tuple[dt.date, dt.date] | None) -> Timex:
        target = compared or self.topic
        if when.year is not None:
            if target is None:
                return Timex("period", None, None)
            last = (
                target[1] - (target[1] - target[0]) / 3
            ).year  # the year that it is called by: a third of it or more
            when.shift = f"-P{last - when.year}Y" if last > when.year else None
        if target is not None and when.shift is not None:
            span = _previous(target, when) or shifted_days(target, when.shift)
            if span is not None:
                return Timex(
                    "period",
                    None,
                    period(*span),
                    shift=when.shift,
                    inferred=self.anchor is None or self.anchor.inferred,
                )
        if target is not None and when.shift is None and when.year is None:  # 同期: of the period just spoken of
            return Timex("period", None, period(*target), inferred=self.anchor is None or self.anchor.inferred)
        if self.anchor is not None and when.shift is not None and when.unit:
            day = self.anchor.day
            span = unit_days(day, when.unit)
            moved_ = shifted_days(span, when.shift) if span else None
            if moved_ is not None:
                return Timex(
                    "period", LONG.get(when.unit), period(*moved_), shift=when.shift, inferred=self.anchor.inferred
                )
        return Timex("period", None, None, shift=when.shift)

    def _dated(self, when: When) -> bool:
        if when.what == "range":
            return when.low is not None and when.high is not None and self._dated(when.low) and self._dated(when.high)
        return when.year is not None

    def days(self, when: When) -> tuple[dt.date | None, dt.date | None] | None:
        span = self._days(when)
        if span is None:
            return None
        start, end = span
        if when.edge == "end" and end is not None:
            return end - DAY, end
        if when.edge == "begin" and start is not None:
            return start, start + DAY
        if when.edge == "to date" and start is not None and self.anchor is not None:
            return start, self._reached(start, self.anchor.day + DAY)
        if when.edge == "since":
            return start, None
        if when.edge == "until":
            return None, end
        return start, end

    def _reached(self, start: dt.date, today: dt.date) -> dt.date:
        """The end of the year to date: of the month or quarter that is reported on, else today."""
        if self.topic is None or self.topic[0] < start or self.topic[1] > today:
            return today
        return self.topic[1] if self.topic[1] - self.topic[0] >= _MONTH else today

    def _days(self, when: When) -> tuple[dt.date | None, dt.date | None] | None:
        what = when.what
        if what == "range":
            return self._range(when)
        if what == "day" and when.day and not when.month:
            return self._bare_day(when)
        if what in ("relative", "weekday", "last"):
            return self._relative(when)
        year = when.year if when.year is not None else self._by_weekday(when) or self._year(when)
        if year is None or not 1 <= year <= 9998:
            return None
        if what == "year":
            return month_days(year, 1, 12)
        if what == "decade":
            return month_days(year, 1, 120)
        if what == "century":
            return month_days(year, 1, 1200)
        if what == "month" and when.month:
            month = month_days(year, when.month)
            if when.day and month is not None:  # ten days of it: 10月中旬
                return month[0].replace(day=when.day), month[0].replace(
                    day=when.number
                ) + DAY if when.number else month[1]
            return month
        if what == "quarter":
            return month_days(year, when.number * 3 - 2, 3)
        if what == "half":
            return month_days(year, when.number * 6 - 5, 6)
        if what == "first":
            return month_days(year, when.month or 1, when.number)
        if what == "until":
            return self._until(when, year)
        if what == "day" and when.month and when.day:
            try:
                day = dt.date(year, when.month, when.day)
            except ValueError:
                return None
            return day, day + DAY
        return None

    def _by_weekday(self, when: When) -> int | None:
        """The year in which a day without year has its weekday; near the anchor it is that year, right or wrong."""
        if when.weekday is None or when.what != "day" or self.anchor is None or self.anchor.precision != "D":
            return None
        today = self.anchor.day
        near: list[tuple[int, dt.date]] = []
        for year in (today.year - 1, today.year, today.year + 1):
            try:
                day = dt.date(year, when.month or 1, when.day or 1)
            except ValueError:
                continue
            near.append((abs((day - today).days), day))
        near.sort()
        if near and near[0][0] <= _SOON:
            return near[0][1].year
        fitting = [day.year for far, day in near if far < 366 and day.weekday() == when.weekday]
        return fitting[0] if len(fitting) == 1 else None

    def _bare_day(self, when: When) -> tuple[dt.date, dt.date] | None:
        """25日: of the month told in the same sentence, else the last such day; 本月16日 names its month."""
        anchor, number = self.anchor, when.day or 0
        if when.unit == "M":
            month = self.spoken.get("M") if when.told else None
            month = month or (anchor.day if anchor is not None and anchor.precision != "Y" else None)
            return _in_month(month and moved(month.replace(day=1), "M", when.offset), number)
        if self.month is not None:
            return _in_month(self.month, number)
        if anchor is None or anchor.precision == "Y" or (anchor.inferred and anchor.precision != "D"):
            return None
        first, step = anchor.day.replace(day=1), 0
        if anchor.precision == "D":
            step = int(number < anchor.day.day) if when.future else -int(number > anchor.day.day)
        return _in_month(moved(first, "M", step), number)

    def _until(self, when: When, year: int) -> tuple[dt.date, dt.date] | None:
        """So many months to an end: "the nine months to September", "the year ended March 31"."""
        month = when.month or 12
        full = month_days(year, month)
        if full is None:
            return None
        end = full[1]
        if when.day:
            last = calendar.monthrange(year, month)[1]
            if when.day > last:
                return None
            if when.unit == "W" or when.day < last - 3:
                end = dt.date(year, month, when.day) + DAY
        start = moved(end, when.unit or "M", -when.number)
        return (start, end) if start is not None else None

    def _range(self, when: When) -> tuple[dt.date | None, dt.date | None] | None:
        low, high = when.low, when.high
        if low is None or high is None:
            return None
        if low.year is None and high.year is not None:
            low = msgspec.structs.replace(low, year=high.year)
            if low.month and high.month and low.month > high.month:
                low = msgspec.structs.replace(low, year=high.year - 1)
        if when.future and not high.month:
            high = msgspec.structs.replace(high, future=True)
        right = self.days(high)
        if low.what == "day" and not low.month and low.day and right is not None and right[0] is not None:
            first = moved(right[0].replace(day=1), "M", -int(low.day >= right[0].day))  # 28日至2日
            opened = _in_month(first, low.day)
            return (opened[0], right[1]) if opened is not None and right[1] is not None else None
        own = low.unit == "Y"  # 去年四季度至今年一季度
        if (
            low.year is None
            and not own
            and right is not None
            and right[0] is not None
            and low.what in ("month", "day", "quarter")
        ):
            year = right[0].year - (1 if (low.month or 0) > (high.month or 12) else 0)
            low = msgspec.structs.replace(low, year=year)
        left = self.days(low)
        if left is None or right is None or left[0] is None or right[1] is None or left[0] >= right[1]:
            return None
        return left[0], right[1]

    def _relative(self, when: When) -> tuple[dt.date | None, dt.date | None] | None:
        if when.base and when.what == "relative" and when.offset == -1 and self.topic and not when.month:
            same = unit_days(self.topic[0], when.unit) if when.unit else None
            if same == self.topic:  # "April ... against last month": the month before the one spoken of
                return before(self.topic)
        if when.told and when.text == "全年" and self.reported is None and self.anchor is not None:
            today = self.anchor.day  # in spring what a whole year came to is told of the last one
            return month_days(today.year - (today.month <= _SPRING and not when.future), 1, 12)
        if when.told and self.told and when.unit == "Y":
            return month_days(self.told + when.offset, 1, 12)
        if when.told and when.unit in self.spoken:
            day = moved(self.spoken[when.unit], when.unit, when.offset)
            return unit_days(day, when.unit) if day is not None else None
        if self.anchor is None:
            return None
        today = self.anchor.day
        order = "DWMQHY"
        if self.anchor.inferred and when.what == "relative" and when.unit == "M" and when.offset == -1 and self.topic:
            # A report without a date calls the month that it reports "last month".
            months = unit_days(self.topic[1] - DAY, "M")
            if months is not None:
                return months
        if (self.anchor.precision == "Y" and order.index(when.unit or "D") < 5) or (
            self.anchor.precision == "M" and order.index(when.unit or "D") < 2
        ):
            return None
        if when.what == "weekday" and when.weekday is not None:
            return self._weekday(when, today)
        if when.what == "last":
            day = moved(today, when.unit, when.number * (1 if when.offset > 0 else -1))
            if day is None:
                return None
            return (today, day) if when.offset > 0 else (day, today)
        if when.month is not None:  # last December, this April
            year = today.year + when.offset
            if when.offset < 0 and when.month < today.month:
                year = today.year
            if when.offset > 0 and when.month > today.month:
                year = today.year
            return month_days(year, when.month)
        day = moved(today, when.unit, when.offset)
        return unit_days(day, when.unit) if day is not None else None

    def _weekday(self, when: When, today: dt.date) -> tuple[dt.date, dt.date]:
        back = (today.weekday() - (when.weekday or 0)) % 7
        day = today - DAY * back
        if when.edge == "week":  # 上周五: Friday of last week
            monday = today - DAY * today.weekday()
            day = monday + DAY * (7 * when.offset + (when.weekday or 0))
            return day, day + DAY
        if when.offset > 0 or (when.offset == 0 and when.future and back):
            day += 7 * DAY
        elif when.offset < 0 and back == 0:
            day -= 7 * DAY
        return day, day + DAY

    def _year(self, when: When) -> int | None:
        """The year of a date that names none: the past, unless its clause looks ahead."""
        if self.anchor is None:
            return None
        today, precision = self.anchor.day, self.anchor.precision
        if when.unit == "Y" and when.told and self.told:
            return self.told + when.offset
        if when.unit == "Y":
            return today.year + when.offset
        if when.what in ("quarter", "half") and self.topic and label(*self.topic) == str(self.topic[0].year):
            return self.topic[0].year  # "2021年 ... 一季度": the quarter of the year spoken of
        if when.what in ("quarter", "half") and (spoken := self._same_year(when, today)) is not None:
            return spoken
        if precision == "Y":
            return today.year
        month = when.month or (
            when.number * 3 - 2 if when.what == "quarter" else when.number * 6 - 5 if when.what == "half" else 1
        )
        if when.what == "first":
            month = when.number
        if when.what == "quarter" and not when.future:
            month += 1  # in its first month a quarter is not yet reported on
        day = when.day or 1
        later = (month, day if when.what == "day" and precision == "D" else 1) > (
            today.month,
            today.day if when.what == "day" and precision == "D" else 1,
        )
        if when.future:
            passed = (month, when.day or 31) < (today.month, today.day)
            if when.what in ("day", "until") and passed and _days_ahead(today, month, day) > -_JUST:
                passed = False  # a day named without its year is hardly eleven months ahead
            return today.year + (1 if passed and when.what in ("day", "month", "until") else 0)
        if when.what == "day" and self.anchor.inferred and precision == "M":
            # What reports on a period is written after it: "2021年第四季度 ... 1月19日".
            after = (month, day) >= (today.month, today.day)
            return today.year + (not after if _days_ahead(today, month, day) % 365 <= _REPORTED else -after)
        soon = when.what == "day" and later and precision == "D" and _days_ahead(today, month, day) <= _SOON
        return today.year - 1 if later and not soon else today.year

    def _same_year(self, when: When, today: dt.date) -> int | None:
        """ "2024年第三季度 ..., 第二季度": a quarter that is not over today, and is before the one spoken of.

        Nor is it one that has hardly begun: "一季度增长4.8%，上半年增长4.9%", told in January, is of last year.
        """
        topic, length = self.topic, 3 if when.what == "quarter" else 6
        if topic is None or when.future or self.reported != topic[0].year or topic[1] - topic[0] < _MONTH:
            return None
        here, then = (
            month_days(year, when.number * length - length + 1, length) for year in (today.year, topic[0].year)
        )
        if here is None or then is None or here[1] <= today:
            return None
        begun = (today - here[0]).days <= length * _EARLY and then[1] <= today
        return topic[0].year if then[1] <= topic[0] or begun else None


def _iso(when: When) -> str:
    """P3M, PT48H, PT30M; P13.2Y is written by its reader."""
    if when.shift is not None:
        return when.shift
    return (
        f"P{when.unit[:-1]}{when.number}{when.unit[-1]}"
        if when.unit == "TM"
        else (f"PT{when.number}H" if when.unit == "H" else f"P{when.number}{when.unit}")
    )


def _previous(target: tuple[dt.date, dt.date], when: When) -> tuple[dt.date, dt.date] | None:
    """The whole week, month or quarter before the one of a shorter period: "on Monday ... from the previous month"."""
    if when.number and when.offset == -1:  # "the previous six months": those just before
        first = moved(target[0], when.unit, -when.number)
        return (first, target[0]) if first is not None else None
    unit = unit_days(target[0], when.unit) if when.offset == -1 and when.unit in ("W", "M", "Q") else None
    if unit is None or target[1] - target[0] >= unit[1] - unit[0]:
        return None
    return unit_days(unit[0] - DAY, when.unit)


_JUST = 31
_EARLY = 15  # days a month of a stretch in which nobody yet tells what it came to
_SPRING = 5  # months of a year in which the results of the last one are told
_MONTH = dt.timedelta(days=28)  # the shortest stretch that a year to date is reported up to
_SOON = 45  # a bare day so near ahead is no day of last year: "a vote is set for April 13"

_REPORTED = 100  # days within which a report on a period comes out


def _days_ahead(today: dt.date, month: int, day: int) -> int:
    try:
        return (dt.date(today.year, month, day) - today).days
    except ValueError:
        return 366


def _in_month(month: dt.date | None, number: int) -> tuple[dt.date, dt.date] | None:
    if month is None or month.year > 9998 or not 1 <= number <= calendar.monthrange(month.year, month.month)[1]:
        return None
    return month.replace(day=number), month.replace(day=number) + DAY


def _granularity(when: When) -> str | None:
    if when.what in ("day", "month", "quarter", "half", "year", "decade", "century"):
        return when.what
    if when.what == "weekday":
        return "day"
    if when.what == "relative":
        return {"D": "day", "W": "week", "M": "month", "Q": "quarter", "H": "half", "Y": "year"}.get(when.unit)
    return None
