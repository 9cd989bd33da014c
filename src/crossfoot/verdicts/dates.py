"""A weekday and the date beside it: dated facts in; a verdict on each, and what should stand there, out."""

from __future__ import annotations

import datetime as dt
import re
from calendar import day_name
from collections.abc import Iterator, Sequence
from math import exp

import msgspec

from crossfoot.lexicon.slips import cost
from crossfoot.lexicon.told import both, say
from crossfoot.model import Culprit, Dated, Document, Fact, Outcome, Span, Verdict
from crossfoot.verdicts.certificate import of_day

CHINESE = "一二三四五六日"
ENGLISH = re.compile(r"\b(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(day)?\b", re.IGNORECASE)
WEEK = re.compile(r"(?:星期|周|週|礼拜)([一二三四五六日天])")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
NEAREST_YEARS = 6  # one of any six years in a row has the date on the weekday


def dated(document: Document, facts: Sequence[Fact]) -> Iterator[Verdict]:
    """One relation for each date that names its weekday, one finding for each that cannot be.

    A weekday is never rounded: it is right or it is wrong.
    """
    for fact in facts:
        if isinstance(fact, Dated):
            found = _weekday(document, fact.spans)
            if found is not None:
                yield from _judged(document, fact, *found)


def _judged(document: Document, fact: Dated, where: Span, said: int) -> Iterator[Verdict]:
    right = fact.date.weekday()
    day_of = both(f"{fact.date.day} {fact.date:%B %Y}", f"{fact.date.year}年{fact.date.month}月{fact.date.day}日")
    words = say("day", day_of, both(day_name[right], f"星期{CHINESE[right]}"))
    holds = said == right
    day = fact.date.isoformat()
    culprits = [Culprit(where, _like(document.text[where.start : where.end], right), None, "weekday", cost("weekday"))]
    candidates = [(culprits[0], day, right)]
    year = None if holds else _year(document, fact, said)
    if year is not None:
        culprits.append(year)
        candidates.append((year, f"{year.suggested}{day[4:]}", said))
    proof = of_day(day, said, () if holds else candidates)
    outcome: Outcome = "holds" if holds else "contradicted"
    bare = msgspec.structs.replace(proof, remedies=())
    yield Verdict(kind="date", outcome=outcome, spans=fact.spans, arithmetic=words, certificate=bare)
    if holds:
        return
    total = sum(exp(-c.score) for c in culprits)
    yield Verdict(
        kind="date",
        outcome="contradicted",
        spans=fact.spans,
        code="XF206",
        arithmetic=words,
        message=say("and_text_says", words, document.text[where.start : where.end]),
        culprits=tuple(Culprit(c.span, c.suggested, None, c.slip, round(exp(-c.score) / total, 4)) for c in culprits),
        margin="likely" if year is not None else "certain",
        certificate=proof,
    )


def _weekday(document: Document, spans: Sequence[Span]) -> tuple[Span, int] | None:
    """Where the weekday stands, and which it is, Monday being 0."""
    for span in spans:
        text = document.text[span.start : span.end]
        if match := WEEK.search(text):
            return Span(span.doc, span.start + match.start(), span.start + match.end()), CHINESE.index(
                match[1].replace("天", "日")
            )
        if match := ENGLISH.search(text):
            number = next(i for i, name in enumerate(day_name) if name.lower().startswith(match[1].lower()[:3]))
            return Span(span.doc, span.start + match.start(), span.start + match.end()), number
    return None


def _like(text: str, day: int) -> str:
    """A weekday in the form of another.

    >>> _like("Tuesday", 3), _like("TUE", 3), _like("星期二", 3)
    ('Thursday', 'THU', '星期四')
    """
    if WEEK.fullmatch(text):
        return text[:-1] + CHINESE[day]
    name = day_name[day] if len(text) > 5 else day_name[day][:3]
    return name.upper() if text.isupper() else name.lower() if text.islower() else name


def _year(document: Document, fact: Dated, weekday: int) -> Culprit | None:
    """The nearest year in which the date falls on the weekday that is printed, where the year is printed too."""
    for span in fact.spans:
        match = YEAR.search(document.text[span.start : span.end])
        if match is None:
            continue
        for away in range(1, NEAREST_YEARS):
            for year in (fact.date.year - away, fact.date.year + away):
                try:
                    other = dt.date(year, fact.date.month, fact.date.day)
                except ValueError:  # 29 February
                    continue
                if other.weekday() == weekday:
                    where = Span(span.doc, span.start + match.start(), span.start + match.end())
                    return Culprit(where, str(year), None, "year", cost("year"))
    return None
