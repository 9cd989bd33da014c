"""One amount in two currencies implies a rate between them, and the rate must be one that the pair has had."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.lexicon.bands import band
from crossfoot.model import Conversion, Figure, Reading, Statement
from crossfoot.relation import const, var


def relate(stated: Stated) -> Iterator[Statement]:
    for conversion in stated.of(Conversion):
        if not (conversion.quantity.currency and conversion.to_quantity.currency):
            continue  # nobody knows the rate of "francs", and a text that tells it states it of them itself
        one, other = conversion.figure.unit, conversion.to_figure.unit
        # The pair is quoted as many of the weaker for one of the stronger: "7.05 yuan a dollar", never 0.14.
        many, single = conversion.figure, conversion.to_figure
        usual = band(one, other)
        if usual is not None and usual.high is not None and usual.high < 1:
            many, single = single, many
            usual = band(other, one)
        if usual is None and conversion.quantity.low < conversion.to_quantity.low:
            many, single = single, many
        where = conversion.spans[0].start
        rate = Figure(None, "exchange rate", (("pair", f"{many.unit}/{single.unit}"),), None, many.unit, f"at {where}")
        spans = stated.spans(conversion.figure, conversion.to_figure)
        yield Statement(
            "conversion", (Reading(var(many) == var(single) * var(rate)),), "asserted", spans, implies=(rate,)
        )
        if usual is not None:
            yield Statement("conversion", (Reading(var(rate) == const(usual)),), "outside", spans)
