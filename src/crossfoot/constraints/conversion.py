"""One amount in two currencies implies a rate between them, and the rate must be one that the pair has had."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.constraints.stated import Stated
from crossfoot.lexicon.bands import band
from crossfoot.model import Conversion, Figure, Reading, Statement
from crossfoot.relation import const, var

NEAR = 200  # characters between two amounts that are converted at one rate
APART = Fraction(3, 100)  # by which two rates of one text differ that are not of one day


def relate(stated: Stated) -> Iterator[Statement]:
    told = {frozenset((c.figure.unit, c.to_figure.unit)): c for c in stated.of(Conversion) if _is_note(c)}
    last = dict[str, tuple[Conversion, Figure, Fraction]]()  # by pair: what was converted last, and its rate
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
        if (note := told.get(frozenset((one, other)))) is not None and note is not conversion:
            yield from _at(stated, conversion, note)
        worth = _worth(conversion, many)
        before = last.get(rate.segment[0][1])
        if before is not None and worth is not None and _of_one_day(before[0], conversion):
            off = worth / before[2]
            if not 1 / (1 + APART) < off < 1 + APART:  # "341 million euros ($463.8 million) and 570.8 ($776.3)"
                both = (*spans, *stated.spans(before[0].figure, before[0].to_figure))
                same = Reading(var(many) == var(single) * var(before[1]))
                yield Statement("conversion", (same,), "asserted", both, firm=False, suspect=True)
        if worth is not None:
            last[rate.segment[0][1]] = conversion, rate, worth


def _is_note(conversion: Conversion) -> bool:
    """Does it tell the rate that a story converts at: "($1 = 0.9170 euros)"?"""
    return conversion.quantity.low == conversion.quantity.high == conversion.quantity.scale == 1


def _at(stated: Stated, conversion: Conversion, note: Conversion) -> Iterator[Statement]:
    """A conversion at the rate of a note: it need not be that of the day, and is only doubted where it is far off."""
    unit, other = note.figure, note.to_figure
    amount, made = conversion.figure, conversion.to_figure
    if amount.unit != unit.unit:
        amount, made = made, amount
    worth, rate = _worth(conversion, made), _worth(note, other)
    if worth is None or rate is None:
        return
    spans = (*stated.spans(conversion.figure, conversion.to_figure), *stated.spans(other))
    same = Reading(var(made) == var(amount) * var(other))
    yield Statement(
        "conversion", (same,), "asserted", spans, firm=False, suspect=not 1 / (1 + APART) < worth / rate < 1 + APART
    )


def _worth(conversion: Conversion, many: Figure) -> Fraction | None:
    """How many of the one are printed for one of the other."""
    amounts = [conversion.quantity.low, conversion.to_quantity.low]
    if min(amounts) <= 0:
        return None
    return amounts[0] / amounts[1] if many == conversion.figure else amounts[1] / amounts[0]


def _of_one_day(one: Conversion, other: Conversion) -> bool:
    """Are two amounts converted side by side, and of no different times?"""
    near = abs(other.spans[0].start - one.spans[0].end) <= NEAR
    return near and one.figure.period == other.figure.period
