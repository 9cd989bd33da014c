"""Figures whose hedge may be a word that orders them: "超过1,200万人的预期目标", "fewer than 9,000, or 8,700".

The figures of an item and all that its sentences mention come in. Out go the figures with those that were left out
since they are only bounded: without their hedge, each in its place among the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from crossfoot.facts.ties.amounts import SORTS, Amount, likeness
from crossfoot.late import late
from crossfoot.model import Block, Figure, Mention, Printed, Quantity
from crossfoot.ranges import ranges

HEDGES, HEDGED = (">", "<", ">=", "<="), "hedged"
REACH = 90  # characters from a figure to the word that sets it above another
LEADING = 60  # characters from the second figure to the first, where the second is told before
CLOSED = late(r"\s*(?:[.,;:)]|$)")  # right behind a figure of which no more is said
BREAK = late(r"[;:!?；：。！？\n]|\. ")


def with_hedged(
    amounts: Sequence[Amount], sentences: Sequence[tuple[Block, list[Mention]]], text: str
) -> Sequence[Amount]:
    """The figures of an item with those whose hedge may be a word that orders them: "超过1,200万人的预期目标"."""
    found, known = list[Amount](), {a.span for a in amounts}
    for number, (_, mentions) in enumerate(sentences):
        for i, mention in enumerate(mentions):
            value = mention.value
            if isinstance(value, Quantity) and value.approx in HEDGES and mention.span not in known:
                end = mentions[i + 1].span.start if i + 1 < len(mentions) else mention.span.end + LEADING
                found.append(_unhedged(mention, value, text, (number, end)))
    if not found:
        return amounts
    return _placed(sorted((*amounts, *found), key=lambda a: a.span), text)


def _placed(row: Sequence[Amount], text: str) -> list[Amount]:
    """The figures under their new places, each that had a hedge in the sentence of the one before it."""
    placed = list[Amount]()
    for at, amount in enumerate(row):
        if HEDGED in amount.marks and at:
            before = placed[-1]
            lead = text[max(before.span.end, amount.quantity.digits[0] - REACH) : amount.quantity.digits[0]]
            apart = BREAK.search(lead) is not None or before.span.end < amount.quantity.digits[0] - REACH
            amount = msgspec.structs.replace(
                amount, lead=lead, lang=before.lang, leading=before.leading, like=amount.like or before.like,
                sentence=before.sentence if not apart else -amount.span.start, scale=before.scale,
                step=float(amount.quantity.step) * float(before.scale),
            )  # fmt: skip
        placed.append(msgspec.structs.replace(amount, index=at))
    return placed


def _unhedged(mention: Mention, value: Quantity, text: str, place: tuple[int, int]) -> Amount:
    plain = msgspec.structs.replace(value, approx=None, change=None)
    range_ = ranges(Printed(Figure(None, "amount"), plain, mention.span)).default
    low, high = float(range_.low or 0), float(range_.high or 0)
    return Amount(
        0,
        mention.span,
        value,
        Fraction(1),
        SORTS.get(value.kind, "length"),
        -1 - place[0],
        0,
        "",
        text[mention.span.end : place[1]],
        frozenset({HEDGED}),
        low,
        high,
        (),
        size=(low + high) / 2,
        step=float(value.step),
        like=likeness(value),
    )


def lead_at(amount: Amount) -> int:
    """Where the words before a figure begin; a hedge that orders it is one of them."""
    end = amount.quantity.digits[0] if HEDGED in amount.marks else amount.span.start
    return end - len(amount.lead)
