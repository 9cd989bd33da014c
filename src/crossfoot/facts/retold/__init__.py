"""The facts of a sentence come in; they go out with what a reader would tell of a figure otherwise than its key.

A key keeps every word that may tell two figures apart, and what a clause does not say it has from the one before. What
a reader calls a figure is less, and more: how it is called (`what`), whose it is (`whose`) and of when (`when`). What
is told so is only shown; nothing ties by it.
"""

from __future__ import annotations

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.retold import bearer, part, unnamed, unspaced, what, when, whose
from crossfoot.facts.retold.telling import Telling
from crossfoot.lexicon.retold import renaming, retelling
from crossfoot.model import Change, Fact, Measurement, Retold, Target


def retold(frame: Frame, facts: list[Fact]) -> list[Fact]:
    rows = retelling(frame.sentence.lang)
    figures = [fact for fact in facts if isinstance(fact, Measurement | Change | Target) and fact.printed]
    if rows is None or not figures:
        return _renamed(frame, facts, figures) if figures else facts
    at = {token.start: i for i, token in enumerate(frame.sentence.tokens)}
    made, here, spoken = dict[int, Fact](), dict[str, str](), unnamed.spoken(facts)
    for fact in sorted(figures, key=lambda fact: fact.printed[0].span.start):
        index = at.get(fact.printed[0].span.start)
        if index is None:
            continue
        telling = Telling(frame, rows, fact, index, here)
        telling = telling._replace(thing=what.thing(telling), before=here.get(what.sort(telling)))
        name = what.called(telling, spoken)
        known = name or telling.metric
        period = when.of(telling, known)
        who = whose.of(telling, known)
        told = Retold(
            metric=name,
            entity=who,
            segment=part.of(telling, who),
            period=period or None,
            undated=period is when.NEVER,
        )
        if told != Retold():
            made[id(fact)] = msgspec.structs.replace(fact, retold=told)
    return [made.get(id(fact), fact) for fact in facts]


def _renamed(frame: Frame, facts: list[Fact], figures: list[Measurement | Change | Target]) -> list[Fact]:
    """The same where words are not spaced: only what a figure is called."""
    rows = renaming(frame.sentence.lang)
    if rows is None:
        return facts
    made, spoken = dict[int, Fact](), unnamed.spoken(facts)
    for fact in sorted(figures, key=lambda fact: fact.printed[0].span.start):
        name, open_ = unspaced.called(frame, rows, fact, spoken), fact.figure.period
        published = frame.sentence.document.published
        period = when.up_to(open_, published) if open_ is not None and open_.end is None else None
        if open_ is not None and not isinstance(fact, Target) and period is None:
            period = when.this_week(open_, published)
        who = bearer.of(frame, rows, fact)
        once = period is None and when.at_once(frame, rows, fact, name)
        told = Retold(metric=name, entity=who, segment=part.unspaced(rows, fact, name), period=period, undated=once)
        if told != Retold():
            made[id(fact)] = msgspec.structs.replace(fact, retold=told)
    return [made.get(id(fact), fact) for fact in facts]
