"""What is reached is the stated share of the target; what is left is the rest of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.constraints.stated import Stated
from crossfoot.model import Reading, Statement, Target
from crossfoot.relation import var


def relate(stated: Stated) -> Iterator[Statement]:
    for target in stated.of(Target):
        if target.ratio is None:
            continue
        reached = target.attained_by or msgspec.structs.replace(target.figure, status="actual", basis="to date")
        known = reached in stated.printed
        yield Statement(
            "attainment",
            (Reading(var(reached) * 100 == var(target.figure) * var(target.ratio)),),
            "asserted",
            stated.spans(target.ratio, reached, target.figure),
            implies=() if known else (reached,),
        )
        if known:
            left = msgspec.structs.replace(target.figure, status="left to the target")
            yield Statement(
                "difference",
                (Reading(var(left) == var(target.figure) - var(reached)),),
                "asserted",
                stated.spans(target.figure, reached),
                implies=(left,),
            )
