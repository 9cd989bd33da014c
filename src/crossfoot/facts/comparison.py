"""Which of two figures is the greater: "512,300 containers, exceeding its target of 480,000"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame, topic
from crossfoot.facts.frame.kin import unit_of
from crossfoot.facts.measurement import aimed
from crossfoot.facts.sentence import Match
from crossfoot.late import late
from crossfoot.model import Comparison, Fact, Figure, Printed

BEFORE = 24  # characters before a level in which words say that something moved from it
_FROM = late(r"\bfrom (?:an? |the |about |some )?\S?$")


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    rival = match.roles.get("rival")
    if rival is not None:
        yield from _levels(match, frame, rival[0])
        return
    mention, level, other = match.mention("other"), match.quantity("level"), match.quantity("other")
    if mention is None or level is None or other is None:
        return
    if unit_of(other) not in ("", unit_of(level)) or _measured_from(match, frame):
        return
    figure = frame.level(match.roles["level"][0])
    target = Figure(
        figure.entity, figure.metric, figure.segment, figure.period, figure.unit, f"at {mention.span.start}", "target"
    )
    lesser, greater = (target, figure) if match.row.sense == "above" else (figure, target)
    yield Comparison(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(target, other, mention.span, nominal=True),),
        lesser=lesser,
        greater=greater,
    )
    if frame.words.spaced and "limit" not in frame.texts(match.start, match.end):
        aim = msgspec.structs.replace(target, basis=None)
        yield aimed(
            aim, msgspec.structs.replace(other, unit=other.unit or level.unit), mention, match.span, match.row.name
        )


def _measured_from(match: Match, frame: Frame) -> bool:
    """Is a level what another moved from: "to 4.7 billion from 3.9 billion, beating the forecast of 4.2 billion"?"""
    text, token = frame.sentence.document.text, frame.sentence.tokens[match.roles["level"][0]]
    return frame.words.spaced and _FROM.search(text[max(token.start - BEFORE, 0) : token.start].lower()) is not None


def _levels(match: Match, frame: Frame, rival: int) -> Iterator[Fact]:
    """Two levels, each printed as such: "21,376辆，超过8月的19,842辆"."""
    figure = topic.level_before(frame, match.start)
    if figure is None:
        return
    other = frame.level(rival)
    if other != figure and other.unit == figure.unit:
        lesser, greater = (other, figure) if match.row.sense == "above" else (figure, other)
        yield Comparison(spans=(match.span,), rule=match.row.name, lesser=lesser, greater=greater)
