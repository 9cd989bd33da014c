"""So many at so much each make so much; a figure is so many times another."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.model import Multiplication, Reading, Statement
from crossfoot.relation import var


def relate(stated: Stated) -> Iterator[Statement]:
    for fact in stated.of(Multiplication):
        one, other = fact.factors
        spans = stated.spans(fact.result, one, other)
        relation = var(fact.result) == var(one) * var(other)
        yield Statement(fact.kind, (Reading(relation),), "asserted", spans, firm=fact.firm, suspect=not fact.firm)
