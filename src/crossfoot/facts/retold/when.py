"""A figure comes in; out goes when it was so, where the time of its key is no time of it.

What has gone on since a day is told up to the day of the text, and a record since then is no stretch at all; the prices
of shares are of the day, whatever time was spoken of before; and so is what "stands at" something.
"""

from __future__ import annotations

import datetime as dt

from crossfoot import days
from crossfoot.facts.retold.telling import Telling
from crossfoot.model import Measurement, Period, Target, Timex

_YEAR = 340  # days
_FAR = 6  # tokens between a superlative and "since", a verb and its figure
NEVER = Period(None, None, "")


def of(told: Telling, metric: str) -> Period | None:
    """None where the key says it; a period without days where nobody does."""
    period = told.fact.figure.period
    if period is None:
        return None
    if period.end is None and period.start is not None:
        return _since(told, period)
    if isinstance(told.fact, Measurement) and not _dated(told) and _goes_on(told):
        return NEVER
    if metric == "price" and (day := _traded(told, period)) is not None:
        return day
    return _year(told, period)


def _traded(told: Telling, period: Period) -> Period | None:
    """A price is of the day, whatever time was spoken of before, and not of when what is traded is due."""
    times = _times(told)
    if any(due and time == period for time, due in times):
        return next((time for time, due in times if not due and time is not None), NEVER)
    paper = told.frame.texts(told.frame.sentence.opening, told.at) & told.rows.paper
    dated = not all(due for _, due in times)
    return None if dated or not (paper or isinstance(told.fact, Measurement)) else NEVER


def _year(told: Telling, period: Period) -> Period | None:
    """What is aimed at for all of a year, though of a part of it was spoken: "full-year sales are expected to grow"."""
    aimed = isinstance(told.fact, Target) or told.fact.due
    if not aimed or period.start is None or period.end is None or (period.end - period.start).days >= _YEAR:
        return None
    sentence = told.frame.sentence
    said = sentence.document.text[sentence.span.start : sentence.span.end].lower()
    year = period.start.year
    return (
        days.period(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
        if any(w in said for w in told.rows.yearlong)
        else None
    )


def _since(told: Telling, period: Period) -> Period | None:
    """ "71 licences since January 2019": up to the day of the text; "its lowest since April": of no stretch."""
    frame, published = told.frame, told.frame.sentence.document.published
    for i, token in enumerate(frame.sentence.tokens):
        if token.text == "since" and not frame.texts(max(i - _FAR, 0), i).isdisjoint(told.rows.records):
            return NEVER
    return up_to(period, published)


def up_to(period: Period, published: dt.date | None) -> Period | None:
    """A stretch without an end up to the day of the text, in months."""
    if published is None or period.start is None or published < period.start:
        return None
    first = days.month_days(period.start.year, period.start.month)
    last = days.month_days(published.year, published.month)
    return days.period(first[0], last[1]) if first is not None and last is not None else None


def _times(told: Telling) -> list[tuple[Period | None, bool]]:
    """The times of its sentence, each with whether it says when something is due: "robusta for November"."""
    tokens = told.frame.sentence.tokens
    return [
        (token.mention.value.period, tokens[i - 1].text in told.rows.delivered)
        for i, token in enumerate(tokens)
        if token.mention is not None and isinstance(token.mention.value, Timex)
    ]


def _dated(told: Telling) -> bool:
    """Does its sentence name any time?"""
    return bool(_times(told))


def _goes_on(told: Telling) -> bool:
    """ "Net debt stands at 300 million": it is so when the text is told."""
    first = max(told.at - _FAR, told.frame.sentence.opening)
    return not told.frame.texts(first, told.at).isdisjoint(told.rows.standing)
