"""A figure of words that are not spaced comes in; out goes what it is called, where no words before it name it.

A name has an everyday word in it: "小枫39,116辆", "以86万辆居首" and "单看第二季度增21.1%" are of what the
figure of their sort before them was of.
"""

from __future__ import annotations

from crossfoot.facts.frame import Frame
from crossfoot.facts.retold import unnamed
from crossfoot.lexicon.metrics import shown
from crossfoot.lexicon.ordinary import unheard
from crossfoot.lexicon.retold import Renaming
from crossfoot.model import Change, Fact, Measurement, Target

_OTHER = "other:"


def called(frame: Frame, rows: Renaming, fact: Measurement | Change | Target, facts: list[Fact]) -> str | None:
    """What a figure is called; None where its key says it. What it is called is kept for those behind it."""
    metric, known = shown(fact.figure.metric, fact.quantity), frame.carried.retold
    if isinstance(fact, Measurement) and unnamed.hidden(fact):
        return unnamed.unspaced(frame, rows, fact, known.get(_sort(fact))) if unnamed.apart(fact, facts) else None
    name, sort = metric.removeprefix(_OTHER), _sort(fact)
    if not name or (name != metric and _nameless(name, rows, frame)):
        new = known.get(sort) or (known.get("last") if isinstance(fact, Change) else None)
        if new is not None:
            known[sort] = known["last"] = new
        return new
    known[sort] = known["last"] = metric
    return None


def _nameless(name: str, rows: Renaming, frame: Frame) -> bool:
    """Are words no name of a figure: nobody's word, a verb, or the noun that its number counts?"""
    if name.isascii():
        return not name
    if len(name) == 1 or name in rows.nameless or name.endswith(rows.ends):
        return True
    if name.endswith(rows.names):
        return False
    return unheard(name, alone=True) or name in frame.carried.heard


def _sort(fact: Measurement | Change | Target) -> str:
    quantity = fact.quantity
    if isinstance(fact, Change):
        return "change"
    return quantity.currency or (quantity.unit if quantity.kind != "number" else "number")
