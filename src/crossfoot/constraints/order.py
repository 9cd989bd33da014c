"""Which of two figures is the greater: a move up ends above where it began, and a cap that is lifted was lower."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.model import Comparison, Figure, Policy, Reading, Statement
from crossfoot.relation import const, var


def relate(stated: Stated) -> Iterator[Statement]:
    for comparison in stated.of(Comparison):
        if comparison.gap is not None:
            yield _worded(comparison, comparison.gap, stated)
            continue
        lesser, greater = var(comparison.lesser), var(comparison.greater)
        relation = lesser < greater if comparison.strict else lesser <= greater
        yield Statement("order", (Reading(relation),), "asserted", stated.spans(comparison.greater, comparison.lesser))
    yield from _caps(stated)


def _worded(comparison: Comparison, gap: Figure, stated: Stated) -> Statement:
    """Which of two is more, by a word that may be wrong as well: what it says of the first has a sign."""
    less = any(p.figure == gap and p.quantity.change == "down" for p in comparison.printed)
    ends = (comparison.lesser, comparison.greater) if less else (comparison.greater, comparison.lesser)
    first, second = ends
    relation = var(first) == var(second) + var(gap)
    return Statement("order", (Reading(relation),), "asserted", stated.spans(first, second, gap))


def _caps(stated: Stated) -> Iterator[Statement]:
    """A cap said to be in force, or past, for those who may now own all."""
    lifted = {p.beneficiary.casefold(): p for p in stated.of(Policy) if p.limit_after is not None and p.beneficiary}
    for policy in stated.of(Policy):
        after = lifted.get((policy.beneficiary or "").casefold())
        if policy.limit_before is None or after is None or after.limit_after is None or not policy.printed:
            continue
        before = policy.printed[0].figure
        now = Figure(before.entity, before.metric, before.segment, before.period, before.unit, "after")
        yield Statement(
            "order",
            (Reading(var(now) == const(after.limit_after.low)),),
            "asserted",
            (*stated.spans(before), *after.spans),
            implies=(now,),
        )
        yield Statement("order", (Reading(var(before) <= var(now)),), "asserted", stated.spans(before))
