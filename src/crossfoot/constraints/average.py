"""The average of rates, weighted by the amounts that they are paid on."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.model import Averaging, Reading, Statement
from crossfoot.relation import mean, var


def relate(stated: Stated) -> Iterator[Statement]:
    for averaging in stated.of(Averaging):
        average = mean([var(rate) for rate in averaging.rates], [var(weight) for weight in averaging.weights])
        printed = averaging.average in stated.printed
        yield Statement(
            "average",
            (Reading(var(averaging.average) == average),),
            "asserted",
            stated.spans(averaging.average, *averaging.rates, *averaging.weights),
            implies=() if printed else (averaging.average,),
        )
