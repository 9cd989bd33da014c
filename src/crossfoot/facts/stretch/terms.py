"""When something starts, when it ends, and how long it lasts: in one sentence, or in two that stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from crossfoot.facts.stretch.line import FEW, Length, Line, Point, fits, in_order, lasting
from crossfoot.facts.stretch.slips import explained
from crossfoot.model import Counts, Stretch

_MOST = 4  # of a kind; a sentence that has more is a list


def state(line: Line, before: Line | None) -> Iterator[Stretch]:
    own = list(_bound(line.lengths, line.points, line)) if line.times and line.lengths else []
    yield from own
    if own or before is None or not (line.times or before.times):
        return
    if (line.lengths and before.times) or (before.lengths and line.times):
        yield from _bound([*before.lengths, *line.lengths], [*before.points, *line.points], line, before)


def _bound(
    lengths: Sequence[Length], points: Sequence[Point], line: Line, before: Line | None = None
) -> Iterator[Stretch]:
    """What the words of start, end and length make; of several that they could make, the one that fits."""
    said = [length for length in lengths if length.lasting]
    dates = [p for p in points if p.rule != "period.weekday"] or points  # "on Monday" seldom counts
    starts, ends = ([p for p in dates if p.role == role] for role in ("start", "end"))
    if not said or not starts or not ends or max(len(said), len(starts), len(ends)) > _MOST:
        return
    if before is not None and len({one.span.start >= line.base for one in _all(said, starts, ends)}) == 1:
        return  # one sentence has it all, and it was looked at alone
    facts = [fact for choice in product(starts, ends, said) if (fact := _made(line, *choice)) is not None]
    fitting = [fact for fact in facts if fits(fact)]
    if len(fitting) == 1:
        yield fitting[0]
    elif not fitting and not _broken(line, before):
        starts, ends = (_named(starts), _named(ends)) if before is None else (starts, ends)
        fact = _made(line, starts[0], ends[0], said[0]) if len(starts) == len(ends) == len(said) == 1 else None
        if fact is not None and _sure(starts[0], ends[0], fact, lengths) and explained(line.document, fact):
            yield fact


def _named(points: list[Point]) -> list[Point]:
    """The points right beside a word that is meant of them, if any are: "5月20日公告，起息日为5月21日"."""
    return [point for point in points if point.near] or points


def _sure(start: Point, end: Point, fact: Stretch, lengths: Sequence[Length]) -> bool:
    """Are the ends told alike, and is no other length of that unit told beside them? Else they may be of two things."""
    alike = start.fine == end.fine or (fact.unit == "year" and start.dated and end.dated)
    return alike and sum(length.unit == fact.unit for length in lengths) == 1


def _all(said: Sequence[Length], *points: Sequence[Point]) -> list[Length | Point]:
    return [*said, *(point for some in points for point in some)]


def _made(line: Line, start: Point, end: Point, length: Length) -> Stretch | None:
    if start.span.start >= end.span.start and not (start.dated and end.dated):
        return None
    ordered = in_order(start, end)
    if ordered is None or start.span == end.span:
        return None
    first, last = ordered
    coarse = {first.fine, last.fine}
    if (length.unit == "day" and coarse != {"day"}) or (length.unit == "month" and "year" in coarse):
        return None
    if coarse == {"year"} and length.unit != "year":
        return None
    counts: Counts = "years" if coarse == {"year"} and start.near and end.near else "either"
    if length.unit == "day" and length.number <= FEW and line.words.events.search(line.text):
        counts = "both"
    return lasting((start.span, end.span), first, last, length, "pair", counts)


def _broken(line: Line, before: Line | None) -> bool:
    """Does a sentence tell of an end that came early, or late?"""
    return any(one.words.broken.search(one.text) for one in (line, before) if one is not None)
