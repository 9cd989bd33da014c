"""One sentence as what can be bound in it: points of the calendar and lengths of time, and what words make them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from crossfoot import days
from crossfoot.late import late
from crossfoot.lexicon.clauses import clauses
from crossfoot.lexicon.numerals import DIGITS
from crossfoot.lexicon.stretches import Beside, Words
from crossfoot.model import Block, Counts, Document, Mention, Period, Quantity, Span, Stretch, Timex

Unit = Literal["day", "week", "month", "year"]
Role = Literal["start", "end"]
BESIDE = 24  # characters that words beside a time may take
CLAUSE = 90  # characters of a clause before a time
FEW = 15  # days of which the first and the last are counted
FINE = ("day", "month", "year")
_UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
_YEAR = late(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_DAY = late(r"\b\d{1,2}\b|[日号]")  # how finely a time is told
_MONTH = late(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|月")
_SHIFT, _COMPARING = late(r"-P([0-9]{1,3})([DWMY])"), late(r"\s[a-z]+$")
_BOUND = late(r"[;:；：。，、]|, ")  # where a clause may begin
_DAYS_LONG = late(
    r"(?:(?:为期|期限为?|历时|共)(?=[0-9]{1,3}日(?!期))|(?:日|之)起(?=[0-9]{1,3}日(?:以|之)?内))(?P<days>[0-9]{1,3})日"
)
_JOINED = late(r"(?<= and) [a-z ]{1,30} (?:in|on) $")  # "and the reopening in 2010"
_LEAD = 12  # characters of the day that comes before another
_FROM = late(r"(?<![0-9.,])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? ?(?:to|till|until|through|-|–) ?$")
MOST_YEARS = 400  # nobody counts farther back


@dataclass(frozen=True)
class Point:
    """A time of the calendar in a sentence; `role` is what its words make it: the start or the end of something."""

    span: Span
    period: Period
    fine: str  # how finely it is told: day, month, year
    dated: bool  # prints its year
    rule: str
    role: Role | None = None
    near: bool = False  # by the word right beside it

    @property
    def days(self) -> days.Days | None:
        period = self.period
        return None if period.start is None or period.end is None else (period.start, period.end)


@dataclass(frozen=True)
class Length:
    """So many of a unit; `lasting` where words say that something lasts so long."""

    span: Span
    number: int
    unit: Unit
    lasting: bool = False


class Line:
    """A sentence, its points and lengths; what is hedged ("about five years") counts for nothing."""

    def __init__(self, document: Document, block: Block, words: Words, mentions: Sequence[Mention]) -> None:
        self.document, self.block, self.words, self.base = document, block, words, block.span.start
        rows, text = clauses(block.lang), document.text[block.span.start : block.span.end]
        plain = text if rows is None else text.translate(rows.folds).translate(words.folds)
        plain = plain.translate(DIGITS).replace("\n", " ")
        self.text = lower if len(lower := plain.lower()) == len(plain) else plain
        self.mentions = mentions
        self.times = [m for m in mentions if isinstance(m.value, Timex) and _begins(m) is not None]

    @cached_property
    def lengths(self) -> list[Length]:
        found = [length for m in self.mentions if (length := self._length(m) or self._compared(m)) is not None]
        found += [] if self.words.spaced else self._days_long
        return sorted([*found, *self._worded(found)], key=lambda length: length.span.start)

    @cached_property
    def _days_long(self) -> list[Length]:
        """Days that are counted and named like one of a month: "为期21日"."""
        doc = self.block.span.doc
        return [
            Length(Span(doc, self.base + m.start("days"), self.base + m.end()), int(m["days"]), "day", lasting=True)
            for m in _DAYS_LONG.finditer(self.text)
        ]

    def _worded(self, known: Sequence[Length]) -> Iterator[Length]:
        """Lengths that have words of their own: "a fortnight", "half a century"."""
        for match in self.words.worded.finditer(self.text):
            span = Span(self.block.span.doc, self.base + match.start(), self.base + match.end())
            if not any(one.span.start < span.end and span.start < one.span.end for one in known):
                number, unit = self.words.lengths[match[0]]
                if not self.words.hedges.search(self.said(span.start - BESIDE, span.start)):
                    yield Length(span, number, unit, self.beside(span, self.words.lasts))  # type: ignore[arg-type]

    def _compared(self, mention: Mention) -> Length | None:
        """The length in "five years before", which is read as a time of its own."""
        value, said = mention.value, self.said(mention.span.start, mention.span.end)
        shift = _SHIFT.fullmatch(value.shift or "") if isinstance(value, Timex) else None
        word = _COMPARING.search(said)
        if shift is None or word is None or not self.words.spaced:
            return None
        unit = next(unit for unit in _UNITS if unit[0].upper() == shift[2])
        return Length(
            Span(mention.span.doc, mention.span.start, mention.span.start + word.start()), int(shift[1]), unit
        )

    def _length(self, mention: Mention) -> Length | None:
        value, span = mention.value, mention.span
        if not isinstance(value, Quantity) or value.kind != "duration" or value.approx or value.per:
            return None
        unit = next((unit for unit in _UNITS if unit == value.unit), None)
        if unit is None or value.ranged or value.low.denominator > 1 or value.low < 1:
            return None
        said, behind = self.said(span.start, span.end), self.said(span.end, span.end + BESIDE)
        if self.words.other_days.search(said) or self.words.inexact.match(behind):
            return None
        summed = self.words.summed is not None and self.words.summed.match(behind) is not None
        lasting = (
            summed or said.endswith(self.words.terms) or self.beside(span, self.words.lasts) or self._granted(span)
        )
        return Length(span, int(value.low), unit, lasting)

    def _granted(self, span: Span) -> bool:
        """Do words give so long for something: "shareholders have 21 days to object"?"""
        given = self.words.granted
        return given is not None and given.search(self.said(span.start - CLAUSE, span.end + BESIDE)) is not None

    @cached_property
    def points(self) -> list[Point]:
        found, last = list[Point](), self.base
        counted = set() if self.words.spaced else {length.span.end for length in self._days_long}
        for mention in self.times:
            point = self.point(mention, last) if mention.span.end not in counted else None
            if point is not None:
                found.append(point)
            last = mention.span.end
        return found

    def point(self, mention: Mention, last: int) -> Point | None:
        period, value, text = _period(mention), mention.value, self.said(mention.span.start, mention.span.end)
        if period is None:
            return self._since(mention)
        if not isinstance(value, Timex) or value.granularity not in FINE:
            return None
        dated = _YEAR.search(text) is not None or any(word in text for word in self.words.own_year)
        role = self._beside(mention.span, last)
        if role is not None:
            return Point(mention.span, period, value.granularity, dated, mention.rule, role, near=True)
        return Point(mention.span, period, value.granularity, dated, mention.rule, self._role(mention.span, last))

    def _since(self, mention: Mention) -> Point | None:
        """Of a stretch without an end ("since 1 March 2022") the time in which it starts."""
        first, fine = _begins(mention), mention.rule.split(".")[1]
        unit = days.unit_days(first, fine[0].upper()) if first is not None and fine in FINE else None
        dated = _YEAR.search(self.said(mention.span.start, mention.span.end)) is not None
        return (
            None if unit is None else Point(mention.span, days.period(*unit), fine, dated, mention.rule, "start", True)
        )

    def _beside(self, span: Span, last: int) -> Role | None:
        lead = self.said(max(last, span.start - BESIDE), span.start)
        if _JOINED.sub(" ", lead) in self.words.joints and self.words.between_two.search(
            self.said(last - BESIDE, last)
        ):
            return "end"  # "between 1990 and 2002"
        return (
            "start" if self.words.starts.before.search(lead) else "end" if self.words.ends.before.search(lead) else None
        )

    def _role(self, span: Span, last: int) -> Role | None:
        """The start or the end of something: by the word behind it, else by the last one of its clause."""
        lead = self.said(max(last, span.start - CLAUSE), span.start)
        if not self.words.spaced:
            lead = _BOUND.split(lead)[-1]
            behind = self.said(span.end, span.end + BESIDE).lstrip(")）")  # "今日（10月9日）起"
            for role, near in (("end", self.words.ends), ("start", self.words.starts)):
                if near.behind.match(behind):
                    return role  # type: ignore[return-value]
        found = [(m.start(), "start") for m in self.words.opening.finditer(lead)]
        found += [(m.start(), "end") for m in self.words.closing.finditer(lead)]
        return max(found)[1] if found else None  # type: ignore[return-value]

    def beside(self, span: Span, near: Beside) -> bool:
        lead, tail = self.said(span.start - BESIDE, span.start), self.said(span.end, span.end + BESIDE)
        return bool(near.before.search(lead) or near.behind.match(tail))

    def said(self, start: int, end: int) -> str:
        return self.text[max(start - self.base, 0) : max(end - self.base, 0)]

    def between(self, one: Span, other: Span) -> str:
        return self.said(min(one.end, other.end), max(one.start, other.start))

    def ranges(self) -> Iterator[tuple[Span, Point, Point]]:
        """Stretches told as one, with their two ends, each as finely as the whole is told."""
        for mention in self.times:
            period = _period(mention)
            if self.words.spaced and period is not None and mention.rule == "period.day":
                yield from self._days(mention, period)
            if period is None or mention.rule != "period.range" or period.start is None or period.end is None:
                continue
            text = self.said(mention.span.start, mention.span.end)
            fine = "day" if _DAY.search(text) else "month" if _MONTH.search(text) else "year"
            ends = [days.unit_days(day, fine[0].upper()) for day in (period.start, period.end - days.DAY)]
            dated, span = _YEAR.search(text) is not None, mention.span
            if ends[0] is not None and ends[1] is not None:
                first, last = (Point(span, days.period(*end), fine, dated, mention.rule) for end in ends if end)
                yield span, first, last

    def _days(self, mention: Mention, period: Period) -> Iterator[tuple[Span, Point, Point]]:
        """The days of one month of which only the last has it: "7 to 10 August"."""
        lead, last = _FROM.search(self.said(mention.span.start - _LEAD, mention.span.start)), period.start
        if lead is not None and last is not None and 1 <= int(lead["day"]) < last.day:
            span = Span(mention.span.doc, mention.span.start - len(lead[0]), mention.span.end)
            dated = _YEAR.search(self.said(span.start, span.end)) is not None
            first = last.replace(day=int(lead["day"]))
            ends = (days.period(day, day + days.DAY) for day in (first, last))
            start, end = (Point(span, one, "day", dated, mention.rule) for one in ends)
            yield span, start, end


def whole_year(point: Point) -> Point:
    """The year in which a day lies."""
    first = point.period.start
    year = None if first is None else days.unit_days(first, "Y")
    return point if year is None else Point(point.span, days.period(*year), "year", point.dated, point.rule, point.role)


def in_order(start: Point, end: Point) -> tuple[Point, Point] | None:
    """Two ends with the years that they print; one that prints none lies nearest the other, on its side of it."""
    if "year" in (start.fine, end.fine) or (start.dated and end.dated):
        return (start, end)
    if start.dated == end.dated and _precedes(start, end):
        return (start, end)
    if not start.dated:
        moved = _moved(start, end, at_end=False)
        return None if moved is None else (moved, end)
    moved = _moved(end, start, at_end=True)
    return None if moved is None else (start, moved)


def _precedes(start: Point, end: Point) -> bool:
    return start.days is not None and end.days is not None and start.days[0] <= end.days[0]


def _moved(point: Point, by: Point, at_end: bool) -> Point | None:
    own, fixed = point.days, by.days
    if own is None or fixed is None:
        return None
    for year in (fixed[0].year, fixed[0].year + (1 if at_end else -1)):
        away = year - own[0].year
        other = days.shifted_days(own, f"{'-' if away < 0 else ''}P{abs(away)}Y") if away else own
        if other is not None and (other[0] >= fixed[0] if at_end else other[0] <= fixed[0]):
            return Point(point.span, days.period(*other), point.fine, point.dated, point.rule, point.role)
    return None


def lasting(
    spans: Sequence[Span], start: Point, end: Point, length: Length, how: str, counts: Counts = "either"
) -> Stretch:
    return Stretch(
        spans=tuple(sorted({*spans, length.span}, key=lambda span: span.start)),
        rule=f"stretch.{how}", start=start.period, end=end.period, length=length.number, unit=length.unit,
        told=length.span, counts=counts,
    )  # fmt: skip


def fits(fact: Stretch) -> bool:
    least, most = days.apart(days_of(fact.start), days_of(fact.end), fact.unit, fact.counts)
    return least <= fact.length <= most


def days_of(period: Period) -> days.Days:
    if period.start is None or period.end is None:
        raise ValueError(f"{period.label}: no day of the calendar")
    return period.start, period.end


def _begins(mention: Mention) -> dt.date | None:
    value = mention.value
    return value.period.start if isinstance(value, Timex) and value.period is not None else None


def _period(mention: Mention) -> Period | None:
    value = mention.value
    period = value.period if isinstance(value, Timex) else None
    return None if period is None or period.start is None or period.end is None else period
