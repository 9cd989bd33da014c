"""The dates of all sentences as read come in; they go out as mentions, resolved on what the document is anchored on."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter

from msgspec import structs

from crossfoot.days import DAY
from crossfoot.mentions.period import Anchor, Resolver, When
from crossfoot.mentions.sentence import Sentence
from crossfoot.mentions.view import View
from crossfoot.model import Document, Mention, Span, Timex

_DATE_LINE = 80  # a date line stands at the head of a story, behind a place or a source
_TITLE = 3  # blocks between the sentence of a headline and the item below it
_LONG = ("year", "range", "month", "quarter")
PASSING = ".passing"  # it only says when something began
_DATING = ("first", "until", "quarter", "half", "month", "range", "day")


def resolved(document: Document, view: View, sentences: list[Sentence]) -> list[Mention]:
    """Each date on its own anchor: the day of publication, else a date line, else a dated period of the same item."""
    known = _published(document) or _date_line(sentences)
    mentions = []
    titles = {sentence.block: sentence for sentence in sentences if _titled(document, sentence.block)}
    for item in _items(document, sentences):
        anchor = known or _inferred(item)
        resolver = Resolver(anchor)
        if titles and (title := _above(document, item[0].block, titles)) is not None:
            for _ in _sentence(resolver, title):
                pass  # "in the month" of an item is the one that its headline names
        for sentence in item:
            mentions += [_mention(document, view, when, timex) for when, timex in _sentence(resolver, sentence)]
    return mentions


def _mention(document: Document, view: View, when: When, timex: Timex) -> Mention:
    rule = f"period.{when.what}" + (PASSING if when.aside and (when.what in _LONG or document.lang == "zh") else "")
    return Mention(Span(document.id, *view.span(when.start, when.end)), "timex", timex, rule)


def _sentence(resolver: Resolver, sentence: Sentence) -> Iterator[tuple[When, Timex]]:
    """Plain dates first; then the comparatives, each against the plain date before it, or else after it."""
    plain: list[tuple[When, Timex]] = []
    resolver.month = None
    year: int | None = None  # the last one said
    for when in sentence.whens:
        if when.what != "compare":
            plain.append((when, resolver.timex(_carried(resolver, when, year))))
            if when.year is not None and not (when.base or when.future):
                year = when.year
    yield from plain
    dated = _dated(plain)
    for when in sentence.whens:
        if when.what == "compare":
            yield when, resolver.timex(when, _compared(when, dated))


def _carried(resolver: Resolver, when: When, year: int | None) -> When:
    """Without an anchor, a month takes the year said before it in its sentence: "2019 ... 3月"."""
    if (
        resolver.anchor is not None
        or when.year is not None
        or when.offset
        or when.what not in _DATING
        or when.what == "range"
    ):
        return when
    return when if year is None else structs.replace(when, year=year)


_AND = len(" and ")


def _dated(plain: list[tuple[When, Timex]]) -> list[tuple[int, int, dt.date, dt.date]]:
    """Where the periods stand that something can be compared with, in order, and their days."""
    return [
        (when.start, when.end, timex.period.start, timex.period.end)
        for when, timex in plain
        if not (when.base or when.aside or (when.edge and when.future))
        and timex.period is not None
        and timex.period.start
        and timex.period.end
    ]


def _compared(when: When, dated: list[tuple[int, int, dt.date, dt.date]]) -> tuple[dt.date, dt.date] | None:
    if not dated:
        return None
    at = max(bisect_left(dated, when.start, key=itemgetter(0)) - 1, 0)
    first, _, start, end = dated[at]
    if at and dated[at - 1][3] == start and first - dated[at - 1][1] == _AND and end - start > DAY:
        start = dated[at - 1][2]  # "in January and February ... from a year earlier"
    return start, end


def _published(document: Document) -> Anchor | None:
    if document.published is None:
        return None
    precision = {4: "Y", 7: "M"}.get(len(document.published_as or ""), "D")
    return Anchor(document.published, precision)


def _date_line(sentences: list[Sentence]) -> Anchor | None:
    """A full day that stands at the very head of the text: "SHANGHAI, May 12, 2020 -"."""
    for sentence in sentences[:3]:
        for when in sentence.whens[:1]:
            if (
                when.what == "day"
                and when.year
                and not (when.future or when.base)
                and when.start - sentences[0].start < _DATE_LINE
            ):
                days = Resolver(None).days(when)
                if days is not None and days[0] is not None:
                    return Anchor(days[0])
    return None


def _inferred(item: list[Sentence]) -> Anchor | None:
    """The latest dated period of an item that it does not look ahead to, nor compare with.

    A month that is compared with ("from 4,864 in February 1986"), or that comes with its year only after it came
    without one, dates the same month of its item a year later.
    """
    bare: set[int] = set()  # months that have come without a year
    reported, compared = [], []
    for when in (when for sentence in item for when in sentence.whens):
        if when.year is None:
            if when.month and when.what in ("day", "month"):
                bare.add(when.month)
            continue
        last = _last_day(when)
        if last is None or when.future:
            continue
        if when.base or (when.what == "month" and when.month in bare):
            if when.month in bare:
                compared.append(last.replace(year=last.year + 1, day=min(last.day, 28)))
        else:
            reported.append(last)
    ends = reported or compared
    return (_headed(item, max(ends)) or Anchor(max(ends), "M", inferred=True)) if ends else None


def _last_day(when: When) -> dt.date | None:
    """The last day of a period that is dated by more than a year; a bare year may be any year."""
    if when.what not in _DATING or (when.what == "range" and (when.low is None or when.low.what == "year")):
        return None
    days = Resolver(None).days(when)
    return days[1] - DAY if days is not None and days[1] is not None and days[1].year < 9000 else None


def _headed(item: list[Sentence], latest: dt.date) -> Anchor | None:
    """A day without a year at the head of a report is the first such day after the latest period that it reports on."""
    for sentence in item[:3]:
        for when in sentence.whens[:1]:
            if when.what != "day" or when.year or not (when.month and when.day) or when.future or when.base:
                continue
            if when.start - sentence.start > _DATE_LINE:
                continue
            try:
                day = dt.date(latest.year, when.month, when.day)
                day = day if day >= latest else day.replace(year=latest.year + 1)
            except ValueError:  # 29 February, or the end of the calendar
                return None
            return Anchor(day, "D", inferred=True)
    return None


def _items(document: Document, sentences: list[Sentence]) -> list[list[Sentence]]:
    """The sentences of each item of a digest; all of them where there are no items."""
    groups: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        groups.setdefault(_item(document, sentence.block), []).append(sentence)
    return list(groups.values())


def _titled(document: Document, block: int) -> bool:
    parent = document.blocks[block].parent if block >= 0 else -1
    return parent >= 0 and document.blocks[parent].kind in ("title", "heading")


def _above(document: Document, block: int, titles: dict[int, Sentence]) -> Sentence | None:
    """The headline right above an item that a sentence begins."""
    item = _item(document, block)
    last = max((at for at in titles if at < item), default=-1) if item >= 0 else -1
    return titles.get(last) if last >= item - _TITLE else None


def _item(document: Document, block: int) -> int:
    while block >= 0 and document.blocks[block].kind != "item":
        block = document.blocks[block].parent
    return block
