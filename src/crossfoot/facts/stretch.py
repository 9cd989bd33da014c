"""Two times and how long lies between them: "a 90-day pact signed on May 2 runs to July 31", "in 2014, ten years ago".

A length and two dates in one sentence have mostly nothing to do with each other. They are bound by words: at the start,
at the end, and at what lasts so long; or by standing in one another's place. The words are rows of stretches.toml.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from crossfoot import days
from crossfoot.lexicon.stretches import Beside, Words, words
from crossfoot.model import Block, Document, Mention, Period, Quantity, Span, Stretch, Timex

Unit = Literal["day", "week", "month", "year"]
_UNITS: dict[str, Unit] = {letter: unit for unit, letter in days.LETTERS.items()}  # type: ignore[misc] # as days has them
_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_DAY, _MONTH = re.compile(r"\b\d{1,2}\b|[日号號]"), re.compile(r"[a-z]{3}|月")  # how finely a time is told
_FINE = ("day", "month")
MOST_YEARS = 200  # nobody counts farther back
BESIDE = 24  # characters that words beside a time may take
AGE = 60  # characters between the year from which an age is counted and the age
NEW = 365  # days for which paper is new


def state(document: Document, told: Sequence[tuple[Block, list[Mention]]]) -> Iterator[Stretch]:
    """The stretches of one item."""
    before = list[Mention]()
    for block, mentions in told:
        known = words(block.lang)
        times = [m for m in mentions if isinstance(m.value, Timex)]
        if known is not None and times:
            sentence = _Sentence(document, block, known, mentions)
            yield from sentence.ranges()
            yield from sentence.pairs(before)
            yield from sentence.ago()
            yield from sentence.ages()
            yield from sentence.papers()
            before = sentence.lengths
        else:
            before = []


class _Sentence:
    """One sentence with its times: those of the calendar, and the lengths, which are whole numbers of a unit."""

    def __init__(self, document: Document, block: Block, known: Words, mentions: Sequence[Mention]) -> None:
        self.document, self.span, self.words = document, block.span, known
        about = [m.span for m in mentions if isinstance(m.value, Quantity) and m.value.approx is not None]
        self.lengths, self.times = list[Mention](), list[Mention]()
        for mention in mentions:
            if _length(mention) is not None:
                if not any(span.start <= mention.span.start < span.end for span in about):
                    self.lengths.append(mention)
            elif isinstance(mention.value, Timex) and _period(mention).start is not None:
                self.times.append(mention)

    def ranges(self) -> Iterator[Stretch]:
        """A stretch told as one, with its length beside it: "May 1 to 5 (five days)", "10月1日至8日共8天"."""
        for one, other in pairwise(sorted((*self.lengths, *self.times), key=lambda m: m.span.start)):
            range_, length = (other, one) if one in self.lengths else (one, other)
            if range_.rule == "period.range" and _length(range_) is None and length in self.lengths:
                gap = self._text(one.span.end, other.span.start).strip()
                if not gap or self.words.between.fullmatch(gap):
                    yield self._made(*self._ends(range_), length, (range_.span,), both=True)

    def _ends(self, range_: Mention) -> tuple[Period, Period]:
        """When a stretch begins and when it ends, as finely as it is told."""
        period, text = _period(range_), self._text(range_.span.start, range_.span.end)
        unit = "D" if _DAY.search(text) else "M" if _MONTH.search(text) else "Y"
        first = None if period.start is None else days.unit_days(period.start, unit)
        last = None if period.end is None else days.unit_days(period.end - days.DAY, unit)
        return (days.period(*first) if first else period), (days.period(*last) if last else period)

    def pairs(self, before: Sequence[Mention]) -> Iterator[Stretch]:
        """When something starts, when it ends, and how long it lasts, which the sentence before may say."""
        for first, last in pairwise(self.times):
            start, end = _period(first), _period(last)
            fine = {m.value.granularity for m in (first, last) if isinstance(m.value, Timex)}
            if len(fine) == 1 and fine <= {*_FINE} and _precedes(start, end):
                bound = self._stands(first, self.words.starts) and self._stands(last, self.words.ends)
                lasting = [length for length in (self.lengths or before) if self._stands(length, self.words.lasts)]
                if bound and len(lasting) == 1:
                    yield self._made(start, end, lasting[0], (first.span, last.span))

    def _stands(self, mention: Mention, words: Beside) -> bool:
        span = mention.span
        lead, tail = self._text(span.start - BESIDE, span.start), self._text(span.end, span.end + BESIDE)
        return bool(words.before.search(lead) or words.behind.match(tail))

    def ago(self) -> Iterator[Stretch]:
        """A year, and how long ago it was: "in 2014, ten years ago"."""
        for one, other in pairwise(self.times):
            back, year = (one, other) if one.rule == "period.relative" else (other, one)
            if back.rule != "period.relative" or not year.rule.startswith("period.year"):
                continue
            called = self._text(back.span.start, back.span.end)
            gap = self._text(one.span.end, other.span.start).strip()
            now, then = self.document.published, _period(back).start
            if now is not None and then is not None and called.endswith(self.words.ago) and gap in self.words.apposed:
                length = now.year - then.year
                if 0 < length <= MOST_YEARS:
                    yield _lasting((year.span, back.span), _period(year), _of(now), (length, "year"), back.span, "ago")

    def ages(self) -> Iterator[Stretch]:
        """The year in which something began, and its age: "founded in 1998; this year marks its 25th anniversary"."""
        now, known = self.document.published, self.words
        years = [m for m in self.times if m.rule.startswith("period.year")] if now is not None else []
        for found in known.age.finditer(self._text(self.span.start, self.span.end)) if years else ():
            told = Span(self.span.doc, *(self.span.start + at for at in found.span(1)))
            near = [m for m in years if abs(m.span.end - told.start) <= AGE]
            born = [m for m in near if known.born.search(self._text(m.span.start - BESIDE, m.span.start))]
            behind = self._text(self.span.start + found.end(), self.span.start + found.end() + BESIDE)
            other = known.of_what is not None and known.of_what.match(behind)
            if len(born) == 1 and not other and 0 < int(found[1]) <= MOST_YEARS and now is not None:
                later = [_period(m) for m in near if m not in born and _precedes(_period(born[0]), _period(m))]
                ends = later[0] if later else _of(now)
                yield _lasting((born[0].span, told), _period(born[0]), ends, (int(found[1]), "year"), told, "age")

    def papers(self) -> Iterator[Stretch]:
        """New paper, how long it runs and when it is due: "sold 10-year notes due 2035"."""
        now, known = self.document.published, self.words
        sentence = self._text(self.span.start, self.span.end)
        if now is None or known.due is None or known.issued is None or known.standing is None or not self.lengths:
            return
        if not known.issued.search(sentence) or known.standing.search(sentence):
            return
        for length in self.lengths:
            due = next((m for m in self.times if m.span.start >= length.span.end), None)
            if due is not None and known.due.fullmatch(self._text(length.span.end, due.span.start).rstrip()):
                since = Period(now - NEW * days.DAY, now + days.DAY, now.isoformat())
                found = _length(length)
                if found is not None and found[1] == "year" and _precedes(since, _period(due)):
                    yield _lasting((length.span, due.span), since, _period(due), found, length.span, "due")

    def _made(self, start: Period, end: Period, length: Mention, ends: tuple[Span, ...], both: bool = False) -> Stretch:
        spans = tuple(sorted((*ends, length.span), key=lambda span: span.start))
        return _lasting(
            spans, start, end, _length(length) or (0, "day"), length.span, "range" if both else "pair", both
        )

    def _text(self, start: int, end: int) -> str:
        return self.document.text[max(start, 0) : end].lower()


def _lasting(
    spans: tuple[Span, ...],
    start: Period,
    end: Period,
    length: tuple[int, Unit],
    told: Span,
    how: str,
    both: bool = False,
) -> Stretch:
    return Stretch(
        spans=spans, rule=f"stretch.{how}", start=start, end=end, length=length[0], unit=length[1], told=told,
        counts_both=both,
    )  # fmt: skip


def _length(mention: Mention) -> tuple[int, Unit] | None:
    """How many of which unit a duration is, if it is a whole number of one."""
    found = _LENGTH.fullmatch(mention.value.duration or "") if isinstance(mention.value, Timex) else None
    return None if found is None else (int(found[1]), _UNITS[found[2]])


def _period(mention: Mention) -> Period:
    value = mention.value
    return value.period if isinstance(value, Timex) and value.period is not None else Period(None, None, "")


def _precedes(one: Period, other: Period) -> bool:
    return one.start is not None and other.start is not None and one.start < other.start


def _of(day: dt.date) -> Period:
    """The year of a day: the last year of a count may not be over."""
    return days.period(dt.date(day.year, 1, 1), dt.date(day.year + 1, 1, 1))
