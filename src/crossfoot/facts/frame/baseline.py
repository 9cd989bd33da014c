"""A frame and the fit of a move come in; out goes the baseline: the figure that the move is measured from.

It is what moved, as long ago as a time beside the move says ("from a year earlier", 同比), as a word at the head of the
sentence says (环比看，), or as the move before it was told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from crossfoot import days
from crossfoot.facts.frame.heading import ON_A_DAY
from crossfoot.facts.sentence import Match
from crossfoot.facts.sentence.layout import WINDOW
from crossfoot.lexicon import union
from crossfoot.model import Cue, Figure, Mention, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

YEAR = "-P1Y"
_NEAR = 3  # tokens between a time and the mark behind which all is told since then


def placed(frame: Frame, match: Match) -> None:
    """A time before a move with no word that compares is when it moved: "股价今天收跌4.4%"."""
    place, mention = match.roles.get("since"), match.mention("since")
    if place is None or mention is None or frame.words.spaced or "base" in match.roles:
        return
    if not isinstance(mention.value, Timex) or mention.value.shift is not None:
        return
    before, behind = (frame.texts(max(i, 0), i + 1) for i in (place[0] - 1, place[1]))
    if not (before | behind) & frame.words.comparing:
        match.drop("since")
        frame.taken.difference_update(range(*place))
        match.start = max(match.start, place[1]) if match.start >= place[0] else match.start


def base(frame: Frame, of: Figure, match: Match, role: str = "since") -> Figure:
    """What a change is measured from: as long ago as the time in a role says."""
    mention, period = match.mention(role) or viewed(frame, match), None
    if mention is not None and of.period is not None and (shift := _shift(mention)) is not None:
        period = days.shifted(of.period, shift)
        frame.carried.shift = (of.metric, shift)
    if mention is None and of.period is not None and frame.carried.shift is not None:
        metric_, shift = frame.carried.shift  # "Domestic sales rose 12.1% and exports 3.8%", as the total did
        alike = (metric_ == of.metric and of.segment and of.basis is None) or _as_before(frame, of, match, shift)
        period = days.shifted(of.period, shift) if alike else None
    if period is None and mention is not None and isinstance(mention.value, Timex) and _shift(mention) is None:
        period = mention.value.period  # seen from an undated figure, "a year earlier" is no year of the calendar
    if match.row.sense == "than" and "since" not in match.roles:
        return msgspec.structs.replace(
            of, basis=f"{_measure(frame, match)} before {frame.sentence.tokens[match.start].start}"
        )
    basis = None
    vague = of.period is not None and of.period.start is None
    if vague or period is None or period == of.period:  # a figure of its own, met by nothing else in the text
        shift = _shift(mention) if mention is not None else None
        period, basis = of.period, f"{shift or ''} before {frame.sentence.tokens[match.start].start}".strip()
    return Figure(of.entity, of.metric, of.segment, period, of.unit, basis, "actual")


def _as_before(frame: Frame, of: Figure, match: Match, shift: str) -> bool:
    """Is a rate of the year, as the one told before of the same stretch was: "出口同比增长13.2%，进口增长5.9%"?"""
    size, last = match.quantity("size"), frame.carried.base
    if not frame.words.time_first or shift != YEAR or last is None or size is None or of.period is None:
        return False
    if of.basis is not None:
        return False  # a figure of its own has a base of its own
    of_stretch = of.metric not in ON_A_DAY or last.metric.endswith(("price", *frame.words.measures))
    return size.kind in ("percent", "multiple") and of_stretch and last.period == days.shifted(of.period, shift)


def viewed(frame: Frame, match: Match) -> Mention | None:
    """Since when all that follows is told: "环比看，食品价格下降0.6%", "与一年前相比，"."""
    tokens, said = frame.sentence.tokens, union(frame.words.viewing, frame.words.comparing)
    for i in range(match.start - 1, max(match.start - WINDOW, 0), -1) if frame.words.viewing else ():
        if tokens[i].text != ",":
            continue
        at = next((k for k in range(i - 1, max(i - _NEAR, 0) - 1, -1) if tokens[k].mention is not None), None)
        before = tokens[at].mention if at is not None else None
        if at is None or before is None or "".join(token.text for token in tokens[at + 1 : i]) not in said:
            continue
        if isinstance(before.value, Timex | Cue) and _shift(before) is not None:
            return before
    return None


def _measure(frame: Frame, match: Match) -> str:
    """What a figure is held against, as written: the five-year average of "24% below the five-year average"."""
    first, words = match.roles["how"][1], frame.words
    while first < match.end - 1 and frame.sentence.tokens[first].text in words.determiners | words.than:
        first += 1
    span = frame.sentence.span_of(first, match.end)
    return " ".join(frame.sentence.document.text[span.start : span.end].split())


def _shift(mention: Mention) -> str | None:
    """How far back: a year for "year-on-year", its own length for "from the previous period"."""
    value = mention.value
    if isinstance(value, Timex):
        return value.shift
    return value.sense if isinstance(value, Cue) else None
