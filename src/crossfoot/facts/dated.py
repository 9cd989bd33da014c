"""A day with its weekday: "Tuesday, May 21, 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crossfoot.lexicon.frame import joint
from crossfoot.lexicon.words import words
from crossfoot.model import Dated, Document, Mention, Timex

_WORD = re.compile(r"[^\W\d_]+")


def state(document: Document, mentions: Iterable[Mention], lang: str) -> Iterator[Dated]:
    """One fact for each date that names its weekday; where the year is a guess, only if the two agree."""
    weekdays = words(lang).weekdays if lang in ("en", "zh") else {}
    for mention in mentions:
        when = mention.value
        if not isinstance(when, Timex) or when.granularity != "day" or when.period is None or when.period.start is None:
            continue
        text = document.text[mention.span.start : mention.span.end]
        # Without spaces a weekday is no word of its own.
        words_ = _WORD.findall(text.lower()) if joint(lang) else [name for name in weekdays if name in text]
        said = next((word for word in words_ if word in weekdays), None)
        if said is None or not any(character.isdigit() for character in text):
            continue
        if when.flag is not None or when.period.start.weekday() == weekdays[said]:
            yield Dated(spans=(mention.span,), rule="dated", weekday=said, date=when.period.start)
