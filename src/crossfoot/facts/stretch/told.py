"""Lengths that stand in the place of a time: beside a stretch told as one or a year; and those of paper that is new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from crossfoot import days
from crossfoot.facts.stretch.line import CLAUSE, MOST_YEARS, Length, Line, Point, fits, lasting
from crossfoot.facts.stretch.slips import explained
from crossfoot.model import Counts, Mention, Period, Span, Stretch, Timex

_NEW = 365  # days for which paper is new


def state(line: Line, before: Line | None) -> Iterator[Stretch]:
    if line.times:
        yield from _beside(line)
        yield from _ago(line)
        yield from _papers(line, before)


def _beside(line: Line) -> Iterator[Stretch]:
    """A stretch told as one, with its length beside it, or said to last so long: "May 1 to 5 (five days)"."""
    for span, start, end in line.ranges():
        near = [length for length in line.lengths if _outside(length.span, span)]
        for length in near:
            first, last = sorted((length.span, span), key=lambda one: one.start)
            gap = line.said(first.end, last.start).strip()
            summed = line.words.summed and line.words.summed.match(line.said(length.span.end, length.span.end + CLAUSE))
            apposed = not gap or line.words.between.fullmatch(gap)
            if apposed or (last == length.span and gap in {*line.words.apposed, ""} and summed):
                fact = lasting((span,), start, end, length, "range", _counted(line, start, length))
                if fits(fact) or _slipped(line, fact):
                    yield fact
                break
        else:
            said = [length for length in near if length.lasting]
            if len(said) == 1 and all(span.start <= p.span.start < span.end for p in line.points):
                fact = lasting((span,), start, end, said[0], "range", _counted(line, start, said[0]))
                if fits(fact) or (len(line.lengths) == 1 and _slipped(line, fact)):
                    yield fact


def _slipped(line: Line, fact: Stretch) -> bool:
    return not line.words.broken.search(line.text) and explained(line.document, fact)


def _counted(line: Line, start: Point, length: Length) -> Counts:
    lead = line.said(length.span.start - 2, length.span.start)
    both = lead.endswith(line.words.counted) or line.words.events.search(line.text) is not None
    return "both" if both and start.fine == "day" and length.unit == "day" else "either"


def _outside(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start


def _ago(line: Line) -> Iterator[Stretch]:
    """A year, and how long ago it was: "in 2014, ten years ago"."""
    for one, other in pairwise(line.times):
        back, year = (one, other) if one.rule == "period.relative" else (other, one)
        if back.rule != "period.relative" or not year.rule.startswith("period.year"):
            continue
        called, gap = line.said(back.span.start - 1, back.span.end), line.said(one.span.end, other.span.start).strip()
        now, then, since = line.document.published, _start(back), line.point(year, line.base)
        if now is None or then is None or since is None:
            continue
        if called.startswith("-"):
            continue  # the rest of a number: "seventy-five years ago"
        if called.endswith(line.words.ago) and gap in line.words.apposed and 0 < now.year - then.year <= MOST_YEARS:
            length = Length(back.span, now.year - then.year, "year")
            yield lasting((year.span,), since, this_year(line, now), length, "ago")


def _papers(line: Line, before: Line | None) -> Iterator[Stretch]:
    """New paper, how long it runs and when it is due: "sold 10-year notes due 2035".

    Where the sentence before says that it was sold, only a slip of the pen is told: it may be other paper.
    """
    now, known = line.document.published, line.words
    if now is None or known.due is None or known.issued is None or known.standing is None or not line.lengths:
        return
    new = known.issued.search(line.text) is not None
    if known.standing.search(line.text) or not (new or (before is not None and known.issued.search(before.text))):
        return
    for length in line.lengths:
        due = next((m for m in line.times if m.span.start >= length.span.end), None)
        point = None if due is None else line.point(due, line.base)
        if point is not None and known.due.fullmatch(line.said(length.span.end, point.span.start).rstrip()):
            since = Period(now - _NEW * days.DAY, now + days.DAY, now.isoformat())
            if length.unit == "year" and point.period.start is not None and point.period.start > now - _NEW * days.DAY:
                sold = Point(point.span, since, "day", False, "published")
                fact = lasting((point.span,), sold, point, length, "due")
                if new or fits(fact) or explained(line.document, fact):
                    yield fact


def _start(mention: Mention) -> dt.date | None:
    value = mention.value
    return value.period.start if isinstance(value, Timex) and value.period is not None else None


def this_year(line: Line, now: dt.date) -> Point:
    """The year in which a text was published, which it need not print."""
    year = days.period(dt.date(now.year, 1, 1), dt.date(now.year + 1, 1, 1))
    return Point(line.block.span, year, "year", False, "published")
