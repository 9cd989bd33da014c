"""A figure comes in; out goes whom its clause opens with, where words are not spaced and no reader of names knew him.

"雅骑以86万辆居首，| 绿驰 | 64万辆", "碳酸锂收于每吨9.84万元；| 工业硅 | 收8,655元": behind whoever led the sentence,
a clause goes over to somebody else.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from crossfoot.facts.frame import opening
from crossfoot.facts.frame.kin import unit_of
from crossfoot.facts.sentence.layout import WINDOW
from crossfoot.lexicon import ending
from crossfoot.model import Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

CLAUSES = frozenset(",，;；。—")
NEAR = 24  # characters before a figure in which a country is spoken of
LEAST = 2  # characters of its name
MOST = 4  # clauses before a figure that are asked whom they open with


def whom(frame: Frame, index: int, led: int) -> str | None:
    """Somebody who is named behind the token of whoever `led` the sentence; the clause of the figure is asked first."""
    opened, tokens = frame.owners.opened, frame.sentence.tokens
    near = range(min(index, len(tokens) - 1), max(led, index - WINDOW, -1), -1)
    for since in islice((i for i in near if i == 0 or tokens[i - 1].text in CLAUSES), MOST):
        if since not in opened:
            opened[since] = opening.anew(frame.sentence, since)
        found = opened[since]
        if found is not None and found[0] <= index and _goes_on(frame, found[0]):
            return found[1]
    return None


def _goes_on(frame: Frame, at: int) -> bool:
    """May a name be told right before a figure? Only as one of several whose figures are told: "小枫39,116辆"."""
    tokens, last = frame.sentence.tokens, frame.carried.figure
    value = getattr(tokens[at].mention, "value", None) if at < len(tokens) else None
    return not isinstance(value, Quantity) or (last is not None and unit_of(value) == last.unit)


def nation(frame: Frame, index: int) -> str | None:
    """The country of the body that a text is about, where it is spoken of: 北岚国 of 北岚国央行, "该国通胀率8.1%"."""
    text, words, start = frame.sentence.document.text, frame.words, frame.sentence.span.start
    end = frame.sentence.tokens[index].start if index < len(frame.sentence.tokens) else start
    if not words.nations or not any(word in text[max(start, end - NEAR) : end] for word in words.nations):
        return None
    who = frame.carried.entity or ""
    body = ending(who, words.national)
    return who.removesuffix(body) if body and len(who) - len(body) >= LEAST else None
