"""A day with its weekday: "Tuesday, May 21, 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from crossfoot.lexicon.languages import languages, spaced
from crossfoot.lexicon.words import words
from crossfoot.model import Dated, Document, Mention, Span, Timex

_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = re.compile(r",? (?:which|that) (?:is|was|will be|falls on|fell on) an? (\w+)\b|, an? (\w+day)\b|,? \((\w+)\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HAN = re.compile("[一二三四五六七八九十]月[一二三四五六七八九十]{1,3}日")
SOON = 45  # days from when a text is published within which a day without year can only be of one year
LONGEST = 30  # characters


def state(document: Document, mentions: Iterable[Mention], lang: str) -> Iterator[Dated]:
    """One fact for each date that names its weekday; where the year is a guess, only if the two agree."""
    weekdays = words(lang).weekdays if lang in languages() else {}
    for mention in mentions:
        when = mention.value
        if not isinstance(when, Timex) or when.granularity != "day" or when.period is None or when.period.start is None:
            continue
        text = document.text[mention.span.start : mention.span.end]
        # Without spaces a weekday is no word of its own.
        words_ = _WORD.findall(text.lower()) if spaced(lang) else [name for name in weekdays if name in text]
        said = next((word for word in words_ if word in weekdays), None)
        behind = _behind(document, mention, weekdays) if said is None and spaced(lang) and when.flag is None else None
        if behind is not None:
            yield Dated(spans=(behind[0],), rule="dated.behind", weekday=behind[1], date=when.period.start)
        if said is None or not (any(character.isdigit() for character in text) or _HAN.search(text)):
            continue
        if when.flag is not None or when.period.start.weekday() == weekdays[said]:
            yield Dated(spans=(mention.span,), rule="dated", weekday=said, date=when.period.start)


def _behind(document: Document, mention: Mention, weekdays: Mapping[str, int]) -> tuple[Span, str] | None:
    """The weekday that is said behind a date of a certain year: "on Oct. 12, a Tuesday", "May 3 (Friday)"."""
    when, text = mention.value, document.text
    found = _BEHIND.match(text, mention.span.end, mention.span.end + LONGEST)
    said = next((word.lower() for word in found.groups() if word), "") if found is not None else ""
    if found is None or said not in weekdays or not isinstance(when, Timex):
        return None
    if when.period is None or when.period.start is None or not any(map(str.isdigit, text[mention.span.start :][:12])):
        return None
    near = document.published is not None and abs((when.period.start - document.published).days) <= SOON
    if not near and not _YEAR.search(text, mention.span.start, mention.span.end):
        return None
    return Span(mention.span.doc, mention.span.start, found.end()), said
