"""What adds up over time: a stretch is the sum of the stretches that it is cut into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from crossfoot import days
from crossfoot.constraints.stated import Stated
from crossfoot.lexicon.metrics import metric
from crossfoot.model import Figure, Measurement, Reading, Statement
from crossfoot.relation import add, var

_WEEK = 7
_MOST = 40  # periods of one figure that are looked at: cutting is quadratic in them


def relate(stated: Stated) -> Iterator[Statement]:
    """Each dated stretch cut into printed ones, or into a printed one and a rest that nobody printed."""
    losses = {fact.figure for fact in stated.of(Measurement) if fact.loss}
    for figures in _series(stated):
        by_days = {(f.period.start, f.period.end): f for f in figures if f.period is not None}
        for whole in figures:
            parts = _cut(whole, by_days)
            if parts is not None:
                yield Statement(
                    "cumulative",
                    tuple(_readings(whole, parts, losses.intersection((whole, *parts)))),
                    "asserted",
                    stated.spans(whole, *parts),
                )
        yield from _rests(figures, by_days, stated)


def _readings(whole: Figure, parts: list[Figure], losses: set[Figure]) -> Iterator[Reading]:
    """The parts make the whole; or, where some are said to be losses, and perhaps not all are, profits less losses."""
    yield Reading(var(whole) == add([var(part) for part in parts]))
    if losses and len(losses) <= len(parts):
        total, *terms = (var(f) * -1 if f in losses else var(f) for f in (whole, *parts))
        yield Reading(total == add(terms))


def _series(stated: Stated) -> Iterator[list[Figure]]:
    """The printed figures that differ in their period only, longest first."""
    series: dict[Figure, list[Figure]] = {}
    for figure in stated.printed:
        row = metric(figure.metric)
        dated = figure.period is not None and figure.period.start is not None and figure.period.end is not None
        if row is not None and row.additive_time and dated and figure.basis is None and figure.status == "actual":
            series.setdefault(msgspec.structs.replace(figure, period=None), []).append(figure)
    for figures in series.values():
        if 1 < len(figures) <= _MOST:
            yield sorted(figures, key=_length, reverse=True)


def _cut(whole: Figure, by_days: dict[tuple[dt.date | None, dt.date | None], Figure]) -> list[Figure] | None:
    """Printed stretches that tile the whole one, the longest first at each step."""
    assert whole.period is not None  # noqa: S101 - _series gives dated figures only
    at, end, parts = whole.period.start, whole.period.end, list[Figure]()
    while at != end:
        steps = [f for (start, stop), f in by_days.items() if start == at and stop <= end and f != whole]  # type: ignore[operator]
        if not steps:
            return None
        step = max(steps, key=_length)
        assert step.period is not None  # noqa: S101
        parts.append(step)
        at = step.period.end
    return parts


def _rests(
    figures: list[Figure], by_days: dict[tuple[dt.date | None, dt.date | None], Figure], stated: Stated
) -> Iterator[Statement]:
    """ "January to April" and "April" leave "the first quarter"."""
    for whole in figures:
        for part in figures:
            a, b = whole.period, part.period
            if _length(part) == 1 and _length(whole) > _WEEK:
                continue  # "as of 30 June" is when something was counted, no day of the quarter
            if a is None or b is None or a == b or a.start is None or a.end is None or b.start is None or b.end is None:
                continue
            if b.end == a.end and b.start > a.start:
                rest = days.period(a.start, b.start)
            elif b.start == a.start and b.end < a.end:
                rest = days.period(b.end, a.end)
            else:
                continue
            if (rest.start, rest.end) in by_days:
                continue
            left = msgspec.structs.replace(whole, period=rest)
            yield Statement(
                "cumulative",
                (Reading(var(whole) == var(part) + var(left)),),
                "asserted",
                stated.spans(whole, part),
                implies=(left,),
            )


def _length(figure: Figure) -> int:
    period = figure.period
    return 0 if period is None or period.start is None or period.end is None else (period.end - period.start).days
