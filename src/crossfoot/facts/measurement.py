"""A figure at a level: "reached 105,500 units in April", "43,067 sedans"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame, counted
from crossfoot.model import Fact, Figure, Measurement, Printed, Quantity, Span


def state(frame: Frame) -> Iterator[Fact]:
    """A fact for each level of the sentence, whatever else a phrasing says of it."""
    for index, figure in sorted(frame.figures.items()):
        if index in frame.restated:
            continue
        mention = frame.sentence.tokens[index].mention
        if mention is not None and isinstance(mention.value, Quantity):
            quantity = msgspec.structs.replace(mention.value, of=_counted_words(frame, mention.value))
            yield measured(figure, quantity, mention.span, mention.span, "measured")


def _counted_words(frame: Frame, quantity: Quantity) -> str | None:
    """What is counted, as written: "industrial players" of "four industrial players"."""
    if quantity.kind != "count" or quantity.unit_word is None or quantity.digits[1] >= quantity.unit_word[1]:
        return quantity.of
    return " ".join(frame.sentence.document.text[quantity.digits[1] : quantity.unit_word[1]].split()) or quantity.of


def measured(
    figure: Figure, quantity: Quantity, span: Span, words: Span, rule: str, nominal: bool = False
) -> Measurement:
    """One printing of a figure at a level; `words` are what it rests on."""
    if quantity.kind == "number" and figure.unit and counted(figure.unit):  # "of the 84,212 cars, 71,905 were ..."
        quantity = msgspec.structs.replace(quantity, kind="count", unit=figure.unit)
    return Measurement(
        spans=(words,),
        rule=rule,
        printed=(Printed(figure, quantity, span, nominal=nominal),),
        figure=figure,
        quantity=quantity,
    )
