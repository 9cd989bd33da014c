"""Dates that hold each other: a weekday and its date, two times and how long lies between; a verdict on each out."""

from __future__ import annotations

import datetime as dt
import re
from calendar import day_name, monthrange
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import exp

import msgspec

from crossfoot.days import DAY, Days, apart, shifted_days
from crossfoot.late import late
from crossfoot.lexicon.numerals import narrowed, write
from crossfoot.lexicon.slips import cost, meant
from crossfoot.lexicon.told import both, say
from crossfoot.model import Certificate, Counts, Culprit, Dated, Document, Fact, Outcome, Period, Span, Stretch, Verdict
from crossfoot.verdicts.certificate import Lapse, of_day, of_stretch
from crossfoot.verdicts.wording import when

CHINESE = "一二三四五六日"
ENGLISH = late(r"\b(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(day)?\b", re.IGNORECASE)
WEEK = late(r"(?:星期|周|週|礼拜)([一二三四五六日天])")
YEAR = late(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
NEAREST = 5  # years to either side: one of any six in a row has the date on the weekday
FARTHEST = 100  # years that a slip moves the end of a stretch of time
LONG = {"day": "days_long", "week": "weeks_long", "month": "months_long", "year": "years_long"}
MISCOUNTED = 1.7  # a length that is one off
TRUSTED = 1.0  # a date that holds elsewhere
EARLIER = 0.5  # that it is the start: a later year is oftener reckoned, and wrong
NUMBER = late(  # of a length: in digits or in words, as an ordinal or before its unit
    r"(?P<number>[0-9]{1,5})(?P<th>(?:st|nd|rd|th)?)|(?P<worded>[a-z]+(?:-[a-z]+)?)(?=[ -](?:year|month|week|day))"
    r"|(?P<han>[一二三四五六七八九十百两〇零]+)",
    re.IGNORECASE,
)
NUMERIC = late("[0-9]")
DAY_OF = late(r"(?<![0-9])[0-9]{1,2}(?![0-9])")


def dated(document: Document, facts: Sequence[Fact]) -> Iterator[Verdict]:
    """One relation for each date that names its weekday and each stretch of time, one finding for each that cannot be.

    A weekday is never rounded: it is right or it is wrong.
    """
    trusted = [span for fact in facts if isinstance(fact, Stretch) and _holds(fact) for span in fact.spans]
    for fact in facts:
        if isinstance(fact, Dated):
            found = _weekday(document, fact.spans)
            if found is not None:
                yield from _judged(document, fact, *found)
        elif isinstance(fact, Stretch):
            yield from _lasted(document, fact, trusted)


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
    if not holds:
        yield _finding("XF206", fact.spans, words, document.text[where.start : where.end], culprits, proof)


def _finding(
    code: str, spans: tuple[Span, ...], words: str, printed: str, culprits: Sequence[Culprit], proof: Certificate
) -> Verdict:
    """What cannot be, with what should stand there: the scores of `culprits` are what each slip costs."""
    total = sum(exp(-c.score) for c in culprits)
    return Verdict(
        kind="date",
        outcome="contradicted",
        spans=spans,
        code=code,
        arithmetic=words,
        message=say("and_text_says", words, printed),
        culprits=tuple(Culprit(c.span, c.suggested, None, c.slip, round(exp(-c.score) / total, 4)) for c in culprits),
        margin="likely" if len(culprits) > 1 else "certain",
        certificate=proof,
    )


def _lasted(document: Document, fact: Stretch, trusted: Sequence[Span]) -> Iterator[Verdict]:
    """Two times and how long lies between them."""
    (start, end), unit = (_days(fact.start), _days(fact.end)), fact.unit
    least, most = apart(start, end, unit, fact.counts)
    holds, right = least <= fact.length <= most, most if _as_one(fact) else _best(least, most, fact.counts)
    words = say("stretch", when(fact.start), when(fact.end), say(LONG[unit], str(right)))
    printed = document.text[fact.told.start : fact.told.end]
    told = [] if holds else sorted(_mends(document, fact, start, end, right, trusted), key=lambda mend: mend[0].score)
    proof = of_stretch((start, end, fact.length, unit, fact.counts), [lapse for _, lapse in told])
    bare = msgspec.structs.replace(proof, remedies=())
    yield Verdict(
        kind="date",
        outcome="holds" if holds else "contradicted",
        spans=fact.spans,
        arithmetic=words,
        certificate=bare,
    )
    if not holds:
        yield _finding("XF208", fact.spans, words, printed, [culprit for culprit, _ in told], proof)


def _days(of: Period) -> Days:
    if of.start is None or of.end is None:
        raise ValueError(f"{of.label}: no day of the calendar")
    return of.start, of.end


def _mends(
    document: Document, fact: Stretch, start: Days, end: Days, right: int, trusted: Sequence[Span]
) -> Iterator[tuple[Culprit, Lapse]]:
    """What would make a stretch as long as it is said to be: another length, or another year or day of an end."""
    if right > 0:
        where, suggested = _in_its_words(document, fact.told, right)
        score = (
            MISCOUNTED
            if _as_one(fact) and abs(right - fact.length) == 1
            else _cost("length", str(fact.length), str(right))
        )
        if score < MISCOUNTED and not NUMERIC.match(document.text, where.start):
            score = cost("length")  # the digits of a word change no places
        yield Culprit(where, suggested, None, "length", score), (start, end, right, fact.unit, fact.counts)
    spans = [span for span in fact.spans if span != fact.told]
    years = [match for span in spans for match in YEAR.finditer(document.text, span.start, span.end)]
    for match in years:
        moved = _moved(fact, start, end, int(match[0]))
        if moved is not None:
            year, ends = moved
            likely = _cost("year", match[0], str(year)) + EARLIER * (ends[1] == end and len(years) > 1)
            likely += TRUSTED * any(match.start() < s.end and s.start < match.end() for s in trusted)
            where = Span(fact.told.doc, match.start(), match.end())
            yield Culprit(where, str(year), None, "year", likely), (*ends, fact.length, fact.unit, fact.counts)
    for span in spans:
        for match in DAY_OF.finditer(document.text, span.start, span.end):
            if (on := _on(fact, start, end, match[0])) is not None:
                day, ends = on
                where = Span(fact.told.doc, match.start(), match.end())
                likely = _cost("day", match[0], day) + EARLIER * (ends[1] == end)
                likely += TRUSTED * any(match.start() < s.end and s.start < match.end() for s in trusted)
                yield Culprit(where, day, None, "day", likely), (*ends, fact.length, fact.unit, fact.counts)


def _in_its_words(document: Document, told: Span, number: int) -> tuple[Span, str | None]:
    """The number in the words for a length, and another as the text writes it: of "five-year" the "five"."""
    match = NUMBER.search(narrowed(document.text[told.start : told.end]))
    if match is None:
        return told, None
    where = Span(told.doc, told.start + match.start(), told.start + match.end())
    if match["th"]:
        return where, f"{number}{_th(number)}"
    printed = document.text[where.start : where.end]
    return where, write(Fraction(number), printed, "zh" if match["han"] else "en")


def _holds(fact: Stretch) -> bool:
    least, most = apart(_days(fact.start), _days(fact.end), fact.unit, fact.counts)
    return least <= fact.length <= most


def _as_one(fact: Stretch) -> bool:
    """Are they days of a stretch told as one, of which the first and the last are mostly counted?"""
    return fact.rule == "stretch.range" and fact.unit == "day"


def _best(least: int, most: int, counts: Counts) -> int:
    """The length that one would tell, of those that fit: years that are over, or those between the two."""
    return most if counts == "full" else least if counts == "years" else (least + most) // 2


def _th(number: int) -> str:
    """
    >>> [f"{number}{_th(number)}" for number in (1, 12, 22, 125)]
    ['1st', '12th', '22nd', '125th']
    """
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _cost(slip: str, printed: str, right: str) -> float:
    """How unlikely it is that one was written for the other."""
    known = meant(printed).get(right)
    if known is None:
        return cost("year") if slip == "year" else cost("other")
    return min(cost(slip), cost(known))


def _on(fact: Stretch, start: Days, end: Days, printed: str) -> tuple[str, tuple[Days, Days]] | None:
    """The day of the same month for one that is printed with which the stretch is as long as it is said to be."""
    found = list[tuple[float, int, str, tuple[Days, Days]]]()
    for at_end, (first, after) in ((False, start), (True, end)):
        if after - first != DAY or first.day != int(printed):
            continue
        for right in meant(printed):
            if right.isdecimal() and 1 <= int(right) <= monthrange(first.year, first.month)[1]:
                day = first.replace(day=int(right))
                ends = (start, (day, day + DAY)) if at_end else ((day, day + DAY), end)
                least, most = apart(*ends, fact.unit, fact.counts)
                if ends[0][0] <= ends[1][0] and least <= fact.length <= most:
                    found.append(
                        (_cost("day", printed, right), abs(_best(least, most, fact.counts) - fact.length), right, ends)
                    )
    return min(found)[2:] if found else None


def _moved(fact: Stretch, start: Days, end: Days, printed: int) -> tuple[int, tuple[Days, Days]] | None:
    """The year for one that is printed of an end with which the stretch is best as long as it is said to be."""
    at_end, found = (end[1] - DAY).year == printed, list[tuple[int, float, int, tuple[Days, Days]]]()
    own = end if at_end else start
    for year in _nearest(printed, FARTHEST) if at_end or own[0].year == printed else ():
        other = shifted_days(own, f"{'-' if year < printed else ''}P{abs(year - printed)}Y")
        if other is not None:
            ends = (start, other) if at_end else (other, end)
            least, most = apart(*ends, fact.unit, fact.counts)
            if ends[0][0] <= ends[1][0] and least <= fact.length <= most:
                found.append(
                    (
                        abs(_best(least, most, fact.counts) - fact.length),
                        _cost("year", str(printed), str(year)),
                        year,
                        ends,
                    )
                )
    return min(found, key=lambda one: one[:2])[2:] if found else None


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
        for year in _nearest(fact.date.year, NEAREST):
            try:
                other = dt.date(year, fact.date.month, fact.date.day)
            except ValueError:  # 29 February
                continue
            if other.weekday() == weekday:
                where = Span(span.doc, span.start + match.start(), span.start + match.end())
                return Culprit(where, str(year), None, "year", cost("year"))
    return None


def _nearest(year: int, most: int) -> Iterator[int]:
    """The years around one, the nearest first."""
    for away in range(1, most + 1):
        yield from (year - away, year + away)
