"""When somebody was born or something began, and its age: "founded in 1998; this year marks its 25th anniversary"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from crossfoot import days
from crossfoot.facts.stretch.line import BESIDE, MOST_YEARS, Length, Line, Point, days_of, fits, lasting, whole_year
from crossfoot.facts.stretch.slips import explained
from crossfoot.facts.stretch.told import this_year
from crossfoot.late import late
from crossfoot.model import Counts, Mention, Quantity, Span, Stretch

_BOUND = late(r"[,;:；：，。]")
_COUNTS: dict[bool, Counts] = {True: "full", False: "around"}  # Chinese ages may count the first year
NTH = 8  # characters behind a year in which it is told to be the first
_OLDEST = 110  # years that somebody lives


def state(line: Line, before: Line | None) -> Iterator[Stretch]:
    """Ages of one sentence, told from a beginning in it or in the one before or behind it."""
    lines = [line] if before is None else [line, before]
    numbers = [(one, *found) for one in lines for found in _ages(one)]
    if not numbers:
        return
    born = [(one, p) for one in lines for p in one.points if _born(one, p)]
    annual = any(one.words.annual is not None and one.words.annual.search(one.text) for one in lines)
    for one, length, kind in numbers:
        if kind == "nth":
            yield from _nth(lines, length, one) if annual else ()
            continue
        known = [(own, p) for own, p in born if kind == "jubilee" or own.beside(p.span, own.words.births)]
        if not known and born:  # "the theatre, built in 1954, is 70 years old"
            known, kind = born, "jubilee"
        since = [p for own, p in known if own is one] or [p for own, p in known if own is not one]
        if len(since) != 1 or (len(lines) > 1 and one is not line and not any(own is line for own, _ in born)):
            continue
        fact = _jubilee(one, since[0], length) if kind == "jubilee" else _person(one, since[0], length)
        if fact is not None and (fits(fact) or explained(one.document, fact)):
            yield fact


def _born(line: Line, point: Point) -> bool:
    return point.fine in ("day", "month", "year") and line.beside(point.span, line.words.born)


def _ages(line: Line) -> Iterator[tuple[Length, str]]:
    """The numbers of a sentence that are ages, of something or of somebody."""
    for mention in line.mentions:
        number = _number(mention)
        if number is None:
            continue
        told = _digits(mention)
        lead, tail = line.said(told.start - BESIDE, told.start), line.said(told.end, told.end + BESIDE)
        ages = line.words.ages.match(tail)
        other = ages and line.words.of_what is not None and line.words.of_what.match(tail, ages.end())
        turning = _turning(line, mention, lead)
        personal = bool(line.words.aged.before.search(lead)) or bool(line.words.aged.behind.match(tail))
        if line.words.nth is not None and line.words.nth.match(line.said(told.start - 1, told.end + BESIDE)):
            yield Length(told, number, "year"), "nth"
        elif (ages and not other) or turning:
            yield Length(told, number, "year"), "jubilee"
        elif personal and number <= _OLDEST:
            yield Length(told, number, "year"), "person"


def _turning(line: Line, mention: Mention, lead: str) -> bool:
    """Does it count years, or is it all that something turns: "turned 40", "celebrates 50 years"?"""
    words, value = line.words.turning, mention.value
    if words is None or words.search(lead) is None or not isinstance(value, Quantity):
        return False
    return value.unit == "year" or (
        line.words.spaced and value.kind == "number" and ("turn" in lead or "would" in lead)
    )


def _number(mention: Mention) -> int | None:
    value = mention.value
    if not isinstance(value, Quantity) or value.approx or value.ranged or value.low.denominator > 1:
        return None
    if value.kind not in ("ordinal", "number", "duration") or value.unit not in ("", "year"):
        return None
    return int(value.low) if 0 < value.low <= MOST_YEARS else None


def _digits(mention: Mention) -> Span:
    """The number alone: "88" of "88岁", "125th" for "125"."""
    value, span = mention.value, mention.span
    if isinstance(value, Quantity) and value.digits[1] > value.digits[0]:
        return Span(span.doc, *value.digits)
    return span


def _jubilee(line: Line, since: Point, length: Length) -> Stretch | None:
    """It is told of the time beside it, else of the year of the text: exactly so many years of the calendar later."""
    later, now = [p for p in line.points if p.span != since.span and _after(since, p)], line.document.published
    told = _nearest(line, later, length)
    if told is not None:
        fact = lasting((since.span, told.span), whole_year(since), whole_year(told), length, "age", "exact")
        return fact if told.dated or not _nearly(fact, length) else None
    if later or now is None:
        return None
    return lasting((since.span,), whole_year(since), this_year(line, now), length, "age")


def _nth(lines: Sequence[Line], length: Length, line: Line) -> Iterator[Stretch]:
    """What is held every year: "first held in 1977, it is staged for the 50th time in 2026"."""
    points = [(own, p) for own in lines for p in own.points if p.fine == "year" and p.dated]
    first = [p for own, p in points if _first(own, p)]
    later = [p for _, p in points if p not in first]
    now = line.document.published
    if len(first) != 1 or len(later) > 1 or (not later and now is None):
        return
    told = later[0] if later else None
    spans = (first[0].span, told.span) if told is not None else (first[0].span,)
    end = told if told is not None else this_year(line, now) if now is not None else first[0]
    fact = lasting(spans, first[0], end, length, "nth", "nth")
    most = days.apart(days_of(fact.start), days_of(fact.end), fact.unit, fact.counts)[1]
    if fits(fact) or (length.number > most and explained(line.document, fact)):  # it may have been left out in a year
        yield fact


def _first(line: Line, point: Point) -> bool:
    """Is it when something was held first?"""
    words, back = line.words.firsts, BESIDE if line.words.spaced else NTH
    said = line.said(point.span.start - back, point.span.end + NTH)
    return words is not None and words.search(said) is not None


def _nearly(fact: Stretch, length: Length) -> bool:
    """Is it a year off, which the month of another year would be: "turns 65 in April", of the April to come?"""
    if fits(fact):
        return False
    least, most = days.apart(days_of(fact.start), days_of(fact.end), fact.unit, fact.counts)
    return least - 1 <= length.number <= most + 1


def _nearest(line: Line, points: Sequence[Point], length: Length) -> Point | None:
    """The time that an age is told of: those in its sentence are all of one year, or one stands in its clause."""
    years = {whole_year(p).period.label for p in points}
    if len(years) > 1:
        points = [p for p in points if not _BOUND.search(line.between(p.span, length.span))]
    by = sorted(points, key=lambda p: max(p.span.start - length.span.end, length.span.start - p.span.end))
    return by[0] if by and (len(years) == 1 or len(by) == 1) else None


def _person(line: Line, since: Point, length: Length) -> Stretch | None:
    """At death, or when the text was published."""
    now, counts = line.document.published, _COUNTS[line.words.spaced]
    dying = line.words.dying.search(line.text) is not None
    later = [p for p in line.points if p.span != since.span and _after(since, p)]
    beside = [p for p in later if not _BOUND.search(line.between(p.span, length.span))]
    told = beside[0] if len(beside) == 1 else later[0] if dying and len(later) == 1 else None
    if told is not None:
        return lasting((since.span, told.span), since, told, length, "age", counts)
    if beside or (dying and later) or now is None or (not dying and line.words.then.search(line.text)):
        return None
    fact = lasting((since.span,), since, this_year(line, now), length, "age", counts)
    return fact if not dying or fits(fact) else None  # a death need not be news


def _after(since: Point, point: Point) -> bool:
    first, then = since.period.start, point.period.start
    return isinstance(first, dt.date) and isinstance(then, dt.date) and then > first
