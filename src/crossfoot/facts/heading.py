"""A headline, or a line that stands for itself, comes in; out goes what it says for all that follows.

"TARROW MOTORS 3RD QTR NET" says whose figures follow and when they were so; "Nine mths" or "Year" below it that the
next ones are of a longer stretch with the same end. A figure of a stretch ("revenue") without a time is of that one.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from crossfoot import days
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.metrics import metric, metric_forms
from crossfoot.model import Block, Document, Figure, Mention, Name, Period, Quantity, Timex

LEAST = 80  # days of the shortest stretch that results are told of
LATEST = 130  # days behind the end of a stretch in which it is still told of without its year
LONGEST = 24  # characters of a line that only says how long


class Heading(msgspec.Struct, frozen=True):
    entity: str | None = None  # whom it begins with
    period: Period | None = None  # which stretch it tells of
    metric: str = ""  # what it tells of that is counted: "Third-quarter deliveries at a glance"


def read(document: Document, block: Block, mentions: list[Mention]) -> Heading:
    """Whom a headline begins with, and the stretch that it tells of."""
    first = next((m for m in mentions if isinstance(m.value, Name) and m.value.kind in ("organisation", "place")), None)
    before = document.text[block.span.start : first.span.start] if first is not None else ""
    entity = first.value.entity if first is not None and isinstance(first.value, Name) and not before.strip() else None
    return Heading(entity, term(document, block, mentions, None))


def counted(document: Document, block: Block) -> str:
    """The metric of things that a line names, where it names one only."""
    words = re.findall(r"[^\W\d_]+", document.text[block.span.start : block.span.end].lower())
    forms = metric_forms(block.lang)
    rows = {row.id for word in words for row in forms.get(word, ()) if row.kinds[0] == "count"}
    return rows.pop() if len(rows) == 1 else ""


def line(document: Document, block: Block, mentions: list[Mention], known: Period | None) -> Period | None:
    """The stretch that a line of its own opens: "Nine mths", "Year", "Qtr ended Feb 28"; None for any other."""
    if block.span.end - block.span.start > LONGEST * 3 or any(
        isinstance(m.value, Quantity) and m.value.kind != "duration" for m in mentions
    ):
        return None
    found = term(document, block, mentions, known)
    return found if found != known else None


def term(document: Document, block: Block, mentions: list[Mention], known: Period | None) -> Period | None:
    """The stretch that a line without a figure tells of: "Qtr ended Feb 28"; "Nine mths" ends as the one known does."""
    text = document.text[block.span.start : block.span.end].strip()
    if known is not None and len(text) <= LONGEST:
        alone = next((m.value for m in mentions if document.text[m.span.start : m.span.end] == text), None)
        if isinstance(alone, Quantity) and alone.kind == "duration" and alone.low.denominator == 1:
            return days.lasting(known, f"P{alone.low}{alone.unit[:1].upper()}") or known
        if text.lower() in frame_words(block.lang).terms:
            return days.lasting(known, frame_words(block.lang).terms[text.lower()]) or known
    for mention in mentions:
        period = mention.value.period if isinstance(mention.value, Timex) else None
        if period is not None and _lasts(period) and _recent(period, document.published):
            return period
    return known


def stretched(figure: Figure, period: Period | None) -> Figure:
    """A figure of a stretch that its own sentence does not date, at the one that the headline told of."""
    row = metric(figure.metric)
    if period is None or figure.period is not None or row is None or not (row.additive_time or row.id in _EACH):
        return figure
    return msgspec.structs.replace(figure, period=period)


def year_before(figure: Figure) -> Figure:
    """The same a year before: what "vs" sets beside a figure of a stretch, where no other time stands."""
    before = days.shifted(figure.period, "-P1Y") if figure.period is not None and _lasts(figure.period) else None
    return figure if before is None else msgspec.structs.replace(figure, period=before)


_EACH = {"earnings_per_share", "operating_profit", "dividend"}


def _lasts(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days >= LEAST


def _recent(period: Period, published: dt.date | None) -> bool:
    """May results of a stretch be what a text of that day tells? A quarter without its year may be another one's."""
    return published is None or (period.end is not None and 0 <= (published - period.end).days + 1 <= LATEST)
