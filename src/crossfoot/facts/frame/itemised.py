"""A figure that only its part is named of comes in; out goes the metric that its list, or the part before it, is of.

"Revenue: Americas 2.1 billion, EMEA 1.4 billion" says once what is listed, "Kitchens: 613 million" goes on with what
was measured last, and "aerospace brought in 700 million, automotive 500 million" tells part by part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossfoot.facts.frame import subject
from crossfoot.facts.frame.kin import unit_of
from crossfoot.facts.sentence.layout import WINDOW, backwards, between
from crossfoot.lexicon import union
from crossfoot.lexicon.metrics import Metric, metric
from crossfoot.lexicon.units import unit
from crossfoot.model import Cue, Figure, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

LONGEST = 10  # tokens of what stands before a colon
MOST = 4  # words that name a part


def labelled(frame: Frame, colon: int, index: int) -> bool:
    """Does a colon right before a figure, or a rate, end what it is called: "Net revenue: 84 million"?"""
    tokens, words = frame.sentence.tokens, frame.words
    if tokens[colon].text != ":" or colon + 1 >= len(tokens) or tokens[colon].end == tokens[colon + 1].start:
        return False  # "(Euronext :7327)"
    if any(token.text not in words.copular for token in tokens[colon + 1 : index]):
        return False
    first = next(backwards(frame.layout.bounds, colon, colon - LONGEST), max(frame.sentence.opening, colon - LONGEST))
    said = frame.texts(first, colon)
    return union(words.auxiliaries, words.reporting, words.measuring).isdisjoint(said)


def labels(frame: Frame, index: int) -> bool:
    """Does a figure stand right behind its label and a colon?"""
    before = next(backwards(frame.layout.bounds, index, index - LONGEST), None)
    return before is not None and labelled(frame, before, index)


def of(frame: Frame, said: subject.Subject, index: int, quantity: Quantity | None) -> Metric | None:
    """The metric of a figure whose own words only name a part of something."""
    words = frame.words
    if said.metric is not None or not words.spaced or not 0 < len(said.rest) + len(said.segment) <= MOST:
        return None
    if said.rest and (measures(frame, said.rest) or _verb(frame, index)):
        return None
    if (head := _head(frame, index, quantity)) is not None:
        return head
    last = frame.carried.figure
    known = metric(last.metric) if last is not None else None
    if last is None or known is None or not known.additive_segment or not _fits(last, known, quantity):
        return None
    if labels(frame, index):
        return known if last.segment or frame.carried.labelled else None
    return known if last.segment and _beside(frame, last, index) else None


def measures(frame: Frame, rest: tuple[str, ...]) -> bool:
    """Do words say what is measured, and not only of what?"""
    words = frame.words
    return any(word in words.measures or word in words.amounts or word in words.ratios for word in rest[-2:])


def _verb(frame: Frame, index: int) -> bool:
    words = frame.words
    return not union(words.agents, words.reporting).isdisjoint(frame.texts(frame.reach(index), index))


def _fits(last: Figure, known: Metric, quantity: Quantity | None) -> bool:
    if quantity is None:
        return True
    return quantity.kind in (*known.kinds, "number") and unit_of(quantity) in ("", last.unit)


def _beside(frame: Frame, last: Figure, index: int) -> bool:
    """Do only names of parts and moves stand between a figure and the one before it in the sentence?"""
    near = next((i for i in backwards(frame.layout.levels, index, index - WINDOW) if i in frame.figures), None)
    if near is None or frame.figures[near] != last:
        return False
    if any(frame.sentence.tokens[i].text in ".:" for i in between(frame.layout.bounds, near, index)):
        return False
    return frame.words.copular.isdisjoint(frame.texts(frame.reach(index), index) - {"to", "at"})


def _head(frame: Frame, index: int, quantity: Quantity | None) -> Metric | None:
    """The metric that stands before the colon of a list: "Sales by region: Asia 40 million"."""
    tokens = frame.sentence.tokens
    colon = next((i for i in backwards(frame.layout.bounds, index, index - WINDOW) if tokens[i].text in ":."), None)
    if colon is None or tokens[colon].text != ":" or labelled(frame, colon, index):
        return None
    first = max(frame.sentence.opening, colon - LONGEST)
    for i in range(colon - 1, first - 1, -1):
        if tokens[i].text in (".", ";", ")"):
            first = i + 1
            break
    if between(frame.layout.levels, first, colon) or any(
        isinstance(t.mention.value, Cue) for t in tokens[first:colon] if t.mention is not None
    ):
        return None
    named = [token.text for token in frame.sentence.words(first, colon)]
    if not union(frame.words.auxiliaries, frame.words.reporting).isdisjoint(named):
        return None
    last = frame.carried.figure
    kind = quantity.kind if quantity is not None else None
    if last is not None and kind == "number" and (row := unit(last.unit)) is not None and row.dimension == "money":
        kind = "money"  # "Asia 40 million dollars, Europe 33 million"
    return subject.read([], named, [], frame.sentence.lang, kind, last.metric if last is not None else None).metric
