"""A mean of rates that weighs by the amounts before them: the figures of an item in, averagings out.

"品种一发行12亿元，利率2.45%；品种二发行8亿元，利率2.80%，加权平均利率2.59%": each rate has one amount before it,
and words call the last a weighted mean of what the others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.lexicon.cued import weighing
from crossfoot.model import Averaging, Figure, Printed, Span

BACK = 3  # sentences
MOST = 8  # rates
SHARED = 2  # characters that the names of the rates end with


def weighted(amounts: Sequence[Amount]) -> Iterator[Averaging]:
    words = weighing(amounts[0].lang) if amounts else None
    if words is None:
        return
    for mean in amounts:
        found = words.search(mean.lead) if mean.sort == "rate" and mean.quantity.change is None else None
        if found is None:
            continue
        pairs = list(_pairs(mean, amounts, found["what"][-SHARED:]))
        if len(pairs) > 1 and kin(*(weight for weight, _ in pairs)):
            yield _averaging(mean, pairs)


def _pairs(mean: Amount, amounts: Sequence[Amount], what: str) -> Iterator[tuple[Amount, Amount]]:
    """Each rate of that name before the mean, with the one amount that stands between it and the rate before it."""
    near = [a for a in amounts[: mean.index] if mean.sentence - a.sentence <= BACK]
    rates = [a for a in near if a.sort == "rate" and what in a.lead and a.quantity.change is None][-MOST:]
    before = [a.index for a in near if a.sort == "rate" and rates and a.index < rates[0].index][-1:]
    for last, rate in pairwise([before[0] if before else -1, *(a.index for a in rates)]):
        between = [a for a in amounts[last + 1 : rate] if a.sort == "amount" and not a.aside and a in near]
        if rate - last > 1 and between:
            yield between[-1], amounts[rate]


def _averaging(mean: Amount, pairs: Sequence[tuple[Amount, Amount]]) -> Averaging:
    average, rates, weights = _own(mean), [_own(rate) for _, rate in pairs], [_own(weight) for weight, _ in pairs]
    printed = (average, *rates, *weights)
    spans: tuple[Span, ...] = tuple(p.span for p in printed)
    return Averaging(
        spans=spans,
        rule="tie.weighted",
        printed=printed,
        average=average.figure,
        rates=tuple(p.figure for p in rates),
        weights=tuple(p.figure for p in weights),
    )


def _own(amount: Amount) -> Printed:
    unit = amount.quantity.unit or amount.quantity.currency or ""
    return Printed(
        Figure(None, "amount", (), None, unit, f"weighed at {amount.span.start}"), amount.quantity, amount.span
    )
