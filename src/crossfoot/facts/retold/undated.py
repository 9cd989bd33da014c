"""Figures of an item that nobody dates come in; out go the same, of the stretch that a line of its own tells.

A title or the source below says of when a whole report is: "Consumer Price Index, May 2022.", "Holm plc, six months to
30 June", "以上为某某钢铁2024年上半年数据". Such a line has no figure, and what it tells is over, and not long. It is
only shown: what ties, ties as it did.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from crossfoot import days
from crossfoot.facts.retold import prior
from crossfoot.late import late
from crossfoot.lexicon.metrics import metric
from crossfoot.model import (
    Block,
    Change,
    Document,
    Fact,
    Measurement,
    Mention,
    Name,
    Period,
    Quantity,
    Retold,
    Target,
    Timex,
)

_MONTH, _YEAR = 28, 340  # days of a stretch: what is told of a whole year is mostly when somebody was founded
_WHOLE = 372  # and a headline may say so of a year
_TOLD = 130  # days behind its end in which a headline tells of it
_BODY = "organisation"
_GAP = 3  # characters between two sentences
_LEAD = 24  # characters before a figure in which a bracket opens
_BEFORE = late(r"(?:previous|prior|last) year|year (?:ago|earlier|before)")
_RECENT = 300  # days since it ended
_SPENT = frozenset({"deal_value", "fine", "stake", "investment", "loans", "assets", "employees", "shares_offered"})
Told = Sequence[tuple[Block, list[Mention]]]


def dated(document: Document, told: Told, facts: list[Fact]) -> list[Fact]:
    """The facts of an item, those without a time with that of its report."""
    bare = [fact for fact in facts if _bare(fact)]
    stretches = {stretch.label: stretch for stretch in _stretches(document, told)} if bare else {}
    if len(stretches) == 1:
        stretch = next(iter(stretches.values()))
        known = {id(fact) for fact in bare}
        facts = [_with(fact, stretch) if id(fact) in known else fact for fact in facts]
    return prior.bracketed(document, _returned(document, told, _bracketed(document, facts)))


def titled(document: Document, above: Told, facts: list[Fact]) -> list[Fact]:
    """The facts of an item, those of no time or of nobody with what only its headline says of them."""
    if not above or not facts:
        return facts
    stretches = {stretch.label: stretch for stretch in _stretches(document, above, _WHOLE, _TOLD)}
    names = {m.value.entity for _, ms in above for m in ms if isinstance(m.value, Name) and m.value.kind == _BODY}
    stretch = next(iter(stretches.values())) if len(stretches) == 1 else None
    who = next(iter(names)) if len(names) == 1 else None
    made = list[Fact]()
    for fact in facts:
        if stretch is not None and _bare(fact):
            fact = _with(fact, stretch)
        if who is not None and isinstance(fact, Measurement | Change | Target) and fact.figure.entity is None:
            again = fact.retold or Retold()
            if fact.whom is None and again.entity is None:
                fact = msgspec.structs.replace(fact, retold=msgspec.structs.replace(again, entity=who))
        made.append(fact)
    return made


def _returned(document: Document, told: Told, facts: list[Fact]) -> list[Fact]:
    """The same, where the sentence before told a part of its stretch last: "前三季度50亿元，其中三季度18亿元。"

    Such a part is told in passing, and a sentence without a time goes on with the whole.
    """
    ends, asides, spoken = list[int](), list[tuple[Period, Period] | None](), list[Period]()
    for block, mentions in told:
        times = [m.value for m in mentions if isinstance(m.value, Timex)]
        ends.append(block.span.end)
        passed = len(spoken) > 1 and _within(spoken[-1], spoken[0])
        asides.append((spoken[0], spoken[-1]) if passed and not times else None)
        if times:
            goes_on = document.text[max(block.span.start - _GAP, 0) : block.span.start].rstrip().endswith(("；", ";"))
            new = [t.period for t in times if t.period is not None and t.shift is None and _stretch(t.period)]
            spoken = [*spoken, *new] if goes_on else new
    made = list[Fact]()
    for fact in facts:
        if isinstance(fact, Measurement | Change) and fact.printed:
            at = bisect_right(ends, fact.printed[0].span.start)
            aside = asides[at] if at < len(asides) else None
            if aside is not None and _shown(fact) == aside[1]:
                fact = _with(fact, aside[0])
        made.append(fact)
    return made


def _stretch(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days >= _MONTH


def _within(part: Period, whole: Period) -> bool:
    if part.start is None or part.end is None or whole.start is None or whole.end is None:
        return False
    return whole.start <= part.start and part.end <= whole.end and part != whole


def _bracketed(document: Document, facts: list[Fact]) -> list[Fact]:
    """The same, where a year in brackets dates what a part of a year is set beside: "31.4p (2016: 28.9p), and 27.0p".

    What stands in the brackets is of that part of the other year, and what comes behind them of this one again.
    """
    figures = [fact for fact in facts if isinstance(fact, Measurement | Change) and fact.printed]
    made, main, aside = dict[int, Fact](), None, None
    for fact in sorted(figures, key=lambda fact: fact.printed[0].span.start):
        period, start = _shown(fact), fact.printed[0].span.start
        lead = document.text[max(start - _LEAD, 0) : start]
        opened = lead[lead.rfind("(") + 1 :] if lead.rfind("(") > lead.rfind(")") else None
        if opened is None:
            if period is not None and period == aside and main is not None and period.label not in lead:
                made[id(fact)] = _with(fact, main)
            else:
                main, aside = period, None
        elif (
            period is not None
            and (period.label in opened or _BEFORE.search(opened.lower()) is not None)
            and main is not None
            and _whole_year(period)
        ):
            aside, years = period, main.start.year - period.start.year  # type: ignore[union-attr]
            calendar = main.start.month == 1 and _whole_year(main)  # type: ignore[union-attr]
            part = days.shifted(main, f"-P{max(years, 1)}Y") if years >= 0 and not calendar else None
            made[id(fact)] = _with(fact, part) if part is not None else fact
    return [made.get(id(fact), fact) for fact in facts]


def _shown(fact: Measurement | Change) -> Period | None:
    again = fact.retold
    period = again.period if again is not None and again.period is not None else fact.figure.period
    return period if period is not None and period.start is not None and period.end is not None else None


def _whole_year(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days > _YEAR


def _bare(fact: Fact) -> bool:
    """Is it a figure that has no time of its own, and no other that it was compared with?"""
    if not isinstance(fact, Measurement | Change | Target) or not fact.printed:
        return False
    figure, again = fact.figure, fact.retold
    if again is not None and (again.period is not None or again.undated):
        return False
    timed = figure.period is not None and (figure.period.start is not None or figure.period.end is not None)
    row = metric(figure.metric)
    lasting = row is not None and row.id in _SPENT
    return not timed and not lasting and not (figure.basis or "").strip().startswith("before ")


def _stretches(document: Document, told: Told, most: int = _YEAR, longest: int = _RECENT) -> Iterator[Period]:
    """The stretches that lines without a figure tell."""
    published = document.published
    for _, mentions in told:
        if any(isinstance(mention.value, Quantity) and mention.value.kind != "duration" for mention in mentions):
            continue
        for mention in mentions:
            period = mention.value.period if isinstance(mention.value, Timex) else None
            if period is not None and mention.value.shift is None and _over(period, published, most, longest):  # type: ignore[union-attr]
                yield period


def _over(period: Period, published: dt.date | None, most: int, longest: int) -> bool:
    if published is None or period.start is None or period.end is None:
        return False
    return _MONTH <= (period.end - period.start).days <= most and 0 <= (published - period.end).days <= longest


def _with(fact: Fact, stretch: Period) -> Fact:
    if not isinstance(fact, Measurement | Change | Target):
        return fact
    again = fact.retold or Retold()
    return msgspec.structs.replace(fact, retold=msgspec.structs.replace(again, period=stretch))
