"""Facts come in, statements go out: what the text claims of several figures at once, written as equations.

One file a kind of relation; the solver sees only equations, so it never changes for a new kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crossfoot.constraints import (
    attainment,
    average,
    conversion,
    count,
    cumulative,
    growth,
    growth_mix,
    identity,
    order,
    product,
    same_whole,
    share,
    sums,
    tied,
)
from crossfoot.constraints.stated import Stated
from crossfoot.model import Fact, Statement

__all__ = ["RELATIONS", "relate"]

RELATIONS: tuple[Callable[[Stated], Iterator[Statement]], ...] = (
    sums.relate,
    growth.relate,
    growth_mix.relate,
    share.relate,
    same_whole.relate,
    product.relate,
    identity.relate,
    attainment.relate,
    conversion.relate,
    average.relate,
    cumulative.relate,
    order.relate,
    count.relate,
)


def relate(facts: tuple[Fact, ...]) -> tuple[Statement, ...]:
    """Every statement that the facts make, kind by kind."""
    stated = Stated(facts)
    made = (statement for kind in RELATIONS for statement in kind(stated))
    found = [tied.withdrawn(statement, stated) for statement in made if not tied.misplaced(statement, stated)]
    said = {frozenset(s.spans) for s in found if len(s.readings) == 1}
    open_ = {frozenset(s.spans) for s in found} - said  # "at most" is one of their readings
    # What a cue asks for comes last: of the same figures a phrasing knows better, unless it leaves open what they make.
    # And what it is not sure of, a slip in one of its figures may explain.
    unsure = {frozenset(s.spans) for s in found if s.suspect}

    def adds(tie: Statement) -> bool:
        spans, blamed = frozenset(tie.spans), tie.blames is not None
        if (tie.firm and blamed) or tie.currency:
            return True  # a word is at fault, as other figures show
        known = spans in said and not (blamed and spans in unsure)
        return not known and (tie.suspect or spans not in open_)

    return (*found, *(tie for tie in tied.relate(stated) if adds(tie)))
