"""A number of names said, and the names then given: "four plants: Anlow, Brackton, Cressey and Dunmore"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Figure, Listing, Printed, Span

_JOINT = re.compile(r",\s*(?:and|or)\s+|,\s*|\s+and\s+|、|和|及")
_END = re.compile(r"\s[-–—]{1,2}\s|[.;:。；)]")
_INCOMPLETE = re.compile(r"\b(?:others?|more|among|etc|several)\b", re.ASCII)
MOST_WORDS = 7  # in a name; what is longer is a clause


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    mention, quantity = match.mention("count"), match.quantity("count")
    if mention is None or quantity is None or quantity.low != quantity.high:
        return
    names = _names(frame, match.end)
    if len(names) < 2:
        return
    figure = Figure(None, "names listed", (), None, "count", f"at {mention.span.start}")
    yield Listing(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(figure, quantity, mention.span, nominal=True),),
        figure=figure,
        names=tuple(names),
        quantity=quantity,
    )


def _names(frame: Frame, after: int) -> list[Span]:
    """The members of the list behind a token; none where any of them does not look like a name."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    if after >= len(tokens):
        return []
    start = tokens[after].start
    end = _END.search(text, start, frame.sentence.span.end)
    stop = end.start() if end else frame.sentence.span.end
    if _INCOMPLETE.search(text, start, stop):
        return []
    spans, at = list[Span](), start
    for joint in [*_JOINT.finditer(text, start, stop), None]:
        last = joint.start() if joint else stop
        words = text[at:last].split()
        if not words or len(words) > MOST_WORDS or not (words[0][0].isupper() or words[0][0].isdigit()):
            return []
        spans.append(Span(frame.sentence.document.id, at, last))
        at = joint.end() if joint else stop
    return spans
