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
MOST_CHARACTERS = 200  # in a name
FEWEST = 4  # times as many may be counted as are listed
MOST_NAMES = 50  # in a list that somebody has counted


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    mention, quantity = match.mention("count"), match.quantity("count")
    if mention is None or quantity is None or quantity.low != quantity.high:
        return
    names = _names(frame, match.end)
    if len(names) < 2 or quantity.low > FEWEST * len(names):  # "43,456 on 32 calls - 1,358 to a ship": no list of them
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
    spans, at, stop = list[Span](), tokens[after].start, frame.sentence.span.end
    # Name by name, so that a list that is none is left at the first of its members.
    while len(spans) < MOST_NAMES:
        reach = min(at + MOST_CHARACTERS, stop)
        joint, end = _JOINT.search(text, at, reach), _END.search(text, at, reach)
        if joint is None and end is None and reach < stop:
            return []
        closed = joint is None or (end is not None and end.start() < joint.end())
        last = joint.start() if joint and not closed else end.start() if end else stop
        words = text[at:last].split()
        if not words or len(words) > MOST_WORDS or not (words[0][0].isupper() or words[0][0].isdigit()):
            return []
        if _INCOMPLETE.search(text, at, last):
            return []
        spans.append(Span(frame.sentence.document.id, at, last))
        if joint is None or closed:
            return spans
        at = joint.end()
    return []
