"""A figure comes in; out goes when it was so, where the time of its key is no time of it.

What has gone on since a day is told up to the day of the text, and a record since then is no stretch at all; the prices
of shares are of the day, whatever time was spoken of before; and so is what "stands at" something.
"""

from __future__ import annotations

import datetime as dt

from crossfoot import days
from crossfoot.facts.frame import Frame
from crossfoot.facts.retold.telling import Telling
from crossfoot.lexicon.retold import Renaming
from crossfoot.model import Change, Measurement, Period, Quantity, Target, Timex

_YEAR = 340  # days
_WEEK = dt.timedelta(days=7)
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
    if (before := _of_before(told)) is not None:
        return before if before != period else None
    if (so_far := this_week(period, told.frame.sentence.document.published)) is not None:
        return so_far
    return _year(told, period) or (NEVER if _over(told, period) or _at_once(told, metric) else None)


def _of_before(told: Telling) -> Period | None:
    """When a move was that another is only set beside: "rose 2% in May, after a 3 percent drop | in April"."""
    frame, at = told.frame, told.at
    first = at - 1
    while told.text(first) in frame.words.determiners or told.text(first) in ("with", "to", "by"):
        first -= 1
    if not isinstance(told.fact, Change) or told.text(first) not in told.rows.looking_back:
        return None
    for i in range(at + 1, min(at + _FAR, len(frame.sentence.tokens))):
        value = getattr(frame.sentence.tokens[i].mention, "value", None)
        if isinstance(value, Timex):
            return value.period if value.shift is None else None
        if isinstance(value, Quantity) or told.text(i) in told.rows.breaks:
            return None
    return None


def _over(told: Telling, period: Period) -> bool:
    """Is what is yet to come of a time that is over, of which its sentence does not speak?"""
    published = told.frame.sentence.document.published
    aimed = isinstance(told.fact, Target) or told.fact.due
    aimed = aimed and not told.frame.texts(told.frame.reach(told.at), told.at).isdisjoint(told.rows.foreseeing)
    gone = published is not None and period.end is not None and period.end <= published
    return aimed and gone and all(time != period for time, _ in _times(told))


def _at_once(told: Telling, metric: str) -> bool:
    """Is it what was done once, in a sentence without a time: no stretch that was spoken of before is its own?"""
    return metric in told.rows.at_once and isinstance(told.fact, Measurement) and not _dated(told)


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


def at_once(frame: Frame, rows: Renaming, fact: Measurement | Change | Target, name: str | None) -> bool:
    """The same where words are not spaced: is it of a day that its sentence does not name?"""
    metric = name or fact.figure.metric
    times = (getattr(token.mention, "value", None) for token in frame.sentence.tokens)
    return metric in rows.at_once and fact.figure.period is not None and not any(isinstance(t, Timex) for t in times)


def _since(told: Telling, period: Period) -> Period | None:
    """ "71 licences since January 2019": up to the day of the text; "its lowest since April": of no stretch."""
    frame, published = told.frame, told.frame.sentence.document.published
    for i, token in enumerate(frame.sentence.tokens):
        if token.text == "since" and not frame.texts(max(i - _FAR, 0), i).isdisjoint(told.rows.records):
            return NEVER
    return up_to(period, published)


def this_week(period: Period, published: dt.date | None) -> Period | None:
    """The week in which a text is told, up to its day: what is to come of it nobody tells."""
    if published is None or period.start is None or period.end is None or period.end - period.start != _WEEK:
        return None
    told = period.start < published < period.end - days.DAY
    return days.period(period.start, published + days.DAY) if told else None


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
