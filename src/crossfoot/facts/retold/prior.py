"""The facts of an item come in; out go the same, the figures that stand alone in brackets told as of a year before.

"Sales totalled EUR 1,092 million (1,045)", "gross margin improved to 27.4 per cent (26.1)": reports of the north print
so what each figure was, where they do it again and again. It is only shown.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from crossfoot import days
from crossfoot.lexicon.metrics import shown
from crossfoot.model import Change, Document, Fact, Measurement, Period, Retold

_FEW = 2  # so many brackets are no chance
_GAP = 16  # characters between a figure and its bracket: "10% | of sales"
_LEAST, _MOST = 0.2, 5  # times as much as it was a year before
_YEAR = "-P1Y"


def bracketed(document: Document, facts: list[Fact]) -> list[Fact]:
    levels = sorted(
        (fact for fact in facts if isinstance(fact, Measurement) and fact.printed),
        key=lambda fact: fact.printed[0].span.start,
    )
    pairs = [(one, other) for one, other in pairwise(levels) if _beside(document, one, other)]
    if len(pairs) < _FEW:
        return facts
    made = {id(other): _told(one, other) for one, other in pairs}
    return [made.get(id(fact), fact) for fact in facts]


def _beside(document: Document, one: Measurement, other: Measurement) -> bool:
    """Does one figure stand alone in brackets right behind another of its size?"""
    text, first, span = document.text, one.printed[0].span, other.printed[0].span
    gap = text[first.end : span.start]
    alone = gap.strip() == "(" and text[span.end : span.end + 1] == ")"
    now, then = one.quantity, other.quantity
    alike = then.kind == "number" or (then.kind, then.unit, then.currency) == (now.kind, now.unit, now.currency)
    if not alone or len(gap) > _GAP or not alike or not now.low or not then.low:
        return False
    scaled = then.low * (now.scale if then.kind == "number" else 1)
    return _LEAST <= abs(scaled / now.low) <= _MOST


def _told(one: Measurement, other: Measurement) -> Measurement:
    now, then = one.quantity, other.quantity
    scale = now.scale if then.kind == "number" else 1
    quantity = msgspec.structs.replace(
        now, low=then.low * scale, high=then.high * scale, step=then.step * scale, digits=then.digits, approx=None
    )
    known = one.retold or Retold()
    period = _period(one)
    told = Retold(
        metric=known.metric or shown(one.figure.metric, now),
        entity=known.entity if known.entity is not None else one.figure.entity or one.whom,
        segment=known.segment,
        period=days.shifted(period, _YEAR) if period is not None else None,
    )
    return msgspec.structs.replace(other, quantity=quantity, retold=told, told=False, loss=one.loss)


def _period(fact: Measurement | Change) -> Period | None:
    again = fact.retold
    period = again.period if again is not None and again.period is not None else fact.figure.period
    return period if period is not None and period.start is not None and period.end is not None else None
