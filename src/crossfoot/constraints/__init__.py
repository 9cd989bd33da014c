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
    found = [tied.withdrawn(statement, stated) for kind in RELATIONS for statement in kind(stated)]
    said = {frozenset(s.spans) for s in found if len(s.readings) == 1}
    open_ = {frozenset(s.spans) for s in found} - said  # "at most" is one of their readings
    # What a cue asks for comes last: of the same figures a phrasing knows better, unless it leaves open what they make.
    asked = ((frozenset(s.spans), s) for s in tied.relate(stated))
    worded = ((s.firm and s.blames is not None, spans, s) for spans, s in asked)  # a word is at fault, as others show
    return (
        *found,
        *(s for wrong, spans, s in worded if wrong or (spans not in said and (s.suspect or spans not in open_))),
    )
