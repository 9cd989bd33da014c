"""What came so long after something: "shut in 2013, two years after it opened in 2011"; "a year later, in 2012"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from crossfoot.facts.stretch.line import BESIDE, CLAUSE, Length, Line, Point, fits, in_order, lasting
from crossfoot.facts.stretch.slips import explained
from crossfoot.facts.stretch.told import this_year
from crossfoot.late import late
from crossfoot.model import Counts, Stretch

_CLAUSE = late(r"[;:；：。]|, ")
_NEAR = 14  # characters between "two years later" and the time that it names
_APPOSED = late(r"[,(（，、]?\s?(?:on|in|by|at|of|即|的|也就是|，|、)?\s?(?:the year )?")
_EVENT = late(r" (?:after|following) (?:the|its|their|his|her|that|this|it|they)(?: [a-z-]+){0,4}, (?:on|in) (?:the )?")
_MOST = 3  # times before it that it may count from


def state(line: Line, before: Line | None) -> Iterator[Stretch]:
    if not line.times or not line.lengths:
        return
    used = set[int]()  # times that stand in a clause of "after"
    for length in line.lengths:
        behind = line.said(length.span.end, length.span.end + BESIDE)
        words = line.words
        forward = words.after is not None and words.after.match(behind) is not None
        backward = words.before is not None and words.before.match(behind) is not None
        if forward or backward:
            fact = _clause(line, length, forward, used)
            fact = fact or (_event(line, before, length) if forward else None)
        else:
            later = words.later.match(behind)
            fact = _later(line, before, length, length.span.end + later.end()) if later else None
            fact = fact or (_trailing(line, length) if later else None)
            fact = fact or (_still(line, length) if words.spaced else _sofar(line, length)) or _shifted(line, length)
            fact = fact or _put_off(line, length)
        if fact is not None and (fits(fact) or explained(line.document, fact)):
            yield fact


def _clause(line: Line, length: Length, forward: bool, used: set[int]) -> Stretch | None:
    """Of a main clause and one of "after" or "before": each has one time."""
    end = length.span.end
    stop = _CLAUSE.search(line.text, end - line.base)
    limit = line.base + (stop.start() if stop else len(line.text))
    nexts = [other.span.start for other in line.lengths if other.span.start > end]
    inside = [p for p in line.points if end <= p.span.start < min([limit, *nexts])]
    if len(inside) != 1:
        return None
    used.add(inside[0].span.start)
    earlier = [p for p in line.points if p.span.end <= length.span.start and p.span.start not in used]
    main = earlier[-1] if earlier else None
    if main is not None and length.span.start - main.span.end > CLAUSE:
        return None
    if main is None and stop is not None:  # "Two years after it was bought in 2011, it shut in 2013"
        own = [p for p in line.points if limit <= p.span.start <= limit + CLAUSE]
        main = own[0] if len(own) == 1 else None
    now = line.document.published
    if main is None and forward and now is not None and inside[0].fine == "year" and length.unit == "year":
        since, sofar = line.words.sofar, line.said(length.span.end, length.span.end + BESIDE)
        if since is not None and since.match(sofar) and not earlier:  # "in the five years since 2019"
            return lasting((inside[0].span,), inside[0], this_year(line, now), length, "after", "around")
    if main is None:
        return None
    return _made(inside[0], main, length) if forward else _made(main, inside[0], length)


def _event(line: Line, before: Line | None, length: Length) -> Stretch | None:
    """Of something that the sentence before dates, and the day behind: "45 days after the storm, on 28 September"."""
    named = next((p for p in line.points if p.span.start >= length.span.end), None)
    earlier = [p for p in line.points if p.span.end <= length.span.start]
    earlier = earlier or (list(before.points) if before is not None else [])
    if named is None or len(earlier) != 1 or earlier[0].fine != named.fine:
        return None
    return _made(earlier[0], named, length) if _EVENT.fullmatch(line.said(length.span.end, named.span.start)) else None


def _later(line: Line, before: Line | None, length: Length, end: int) -> Stretch | None:
    """Of a time that stands beside the length, and the one before: "opened in 1998; 20 years later, in 2018"."""
    named = next((p for p in line.points if p.span.start >= end), None)
    if named is None or named.span.start - end > _NEAR or not _APPOSED.fullmatch(line.said(end, named.span.start)):
        return None
    if named.role == "start" and not line.words.spaced:
        return None  # "期限三年，2024年起执行"
    earlier = [p for p in line.points if p.span.end <= length.span.start]
    earlier = earlier or (list(before.points) if before is not None else [])
    facts = [fact for p in earlier[-_MOST:] if (fact := _made(p, named, length)) is not None]
    fitting = [fact for fact in facts if fits(fact)]
    return fitting[0] if len(fitting) == 1 else facts[0] if len(facts) == 1 and not fitting else None


def _sofar(line: Line, length: Length) -> Stretch | None:
    """From the one time before it up to now: "2022年上市，距今两年"."""
    now, since = line.document.published, line.words.sofar
    first = [p for p in line.points if p.span.end <= length.span.start]
    if now is None or since is None or len(first) != 1 or length.unit != "year" or not first[0].dated:
        return None
    if not since.search(line.said(length.span.start - BESIDE, length.span.start)):
        return None
    return lasting((first[0].span,), first[0], this_year(line, now), length, "after", "around")


def _still(line: Line, length: Length) -> Stretch | None:
    """From the one time of a sentence up to now: "in office for 13 years, since 2011"."""
    now, since = line.document.published, line.words.sofar
    if now is None or since is None or len(line.points) != 1 or length.unit != "year":
        return None
    point = line.points[0]
    beside = line.said(length.span.end, point.span.start).strip(" ,(")
    if not length.lasting and (since.fullmatch(" " + beside) is None):  # "the first in 14 years, since 2012"
        return None
    if not point.dated or not since.search(line.said(point.span.start - _NEAR, point.span.start)):
        return None
    return lasting((point.span,), point, this_year(line, now), length, "after", "around")


def _shifted(line: Line, length: Length) -> Stretch | None:
    """Of when something was to come and when it comes: "原定9月投产，现推迟至12月，延后三个月"."""
    start = length.span.start
    if not line.words.shifted.search(line.said(start - BESIDE, start)):
        return None
    near = [p for p in line.points if p.span.end <= start and start - p.span.end <= CLAUSE]
    planned = [p for p in near if line.words.planned.search(line.said(p.span.start - BESIDE, p.span.start))]
    others = [p for p in near if p not in planned]
    if len(planned) != 1 or len(others) != 1 or planned[0].fine != others[0].fine:
        return None
    first, last = sorted((planned[0], others[0]), key=lambda point: point.days or ())
    return _made(first, last, length)


def _put_off(line: Line, length: Length) -> Stretch | None:
    """Of what was moved by so much, the two days: "extended by 14 days, from May 3 to May 17"."""
    start = length.span.start
    if not line.words.shifted.search(line.said(start - BESIDE, start)) or len(line.lengths) > 1:
        return None
    told = [ends for ends in line.ranges() if ends[0].start >= length.span.end]
    if len(told) == 1 and len(line.points) <= 1:
        return lasting((told[0][0],), *told[0][1:], length, "shifted")
    first = line.points[0] if line.points else None
    planned = first is not None and line.words.planned.search(line.said(first.span.start - BESIDE, first.span.start))
    pair = [("start" if planned and one is first else one.role, other.role) for one, other in pairwise(line.points)]
    if len(line.points) != 2 or pair not in ([("start", "end")], [("end", "start")]):
        return None
    first, last = sorted(line.points, key=lambda point: point.days or ())
    return _made(first, last, length)


def _trailing(line: Line, length: Length) -> Stretch | None:
    """Of the two times before it: "began in March 2021 and was completed in September 2023, 30 months later"."""
    first = [p for p in line.points if p.span.end <= length.span.start]
    if len(first) != 2:
        return None
    gap = line.said(first[1].span.end, length.span.start)
    if gap.strip() not in line.words.apposed or (not line.words.spaced and gap == "，"):
        return None
    return _made(first[0], first[1], length)


def _made(start: Point, end: Point, length: Length) -> Stretch | None:
    ordered = in_order(start, end)
    if ordered is None or start.span == end.span:
        return None
    fines = {ordered[0].fine, ordered[1].fine}
    if (length.unit in ("day", "week") and fines != {"day"}) or (length.unit == "month" and "year" in fines):
        return None
    if not (start.dated or end.dated) and length.unit == "year":
        return None
    counts: Counts = "full" if fines == {"year"} else "either"
    return lasting((start.span, end.span), *ordered, length, "after", counts)
