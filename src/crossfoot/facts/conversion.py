"""One amount in two currencies: "30 billion yuan (US$4.26 billion)"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.frame.kin import unit_of
from crossfoot.facts.sentence import Match
from crossfoot.lexicon.units import unit
from crossfoot.model import Conversion, Fact, Printed


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    to, quantity, to_quantity = match.mention("to"), match.quantity("level"), match.quantity("to")
    if to is None or quantity is None or to_quantity is None:
        return
    figure = frame.level(match.roles["level"][0])
    if "rate" in match.row.gives:  # "($1 = 6.59 crowns)" measures nothing
        figure = frame.apart(match.roles["level"][0])
        frame.ruled.update((match.roles["level"][0], match.roles["to"][0]))
    to_figure = msgspec.structs.replace(figure, unit=unit_of(to_quantity))
    if not frame.words.spaced:  # "折合人民币13.2亿元，占营收的9.4%": it is called as the amount that it stands for
        frame.reprint(match.roles["to"][0], to_figure)
        if (called := frame.carried.called.get(figure)) is not None:
            frame.carried.called[to_figure] = called
    yield Conversion(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(to_figure, to_quantity, to.span),),
        figure=figure,
        to_figure=to_figure,
        quantity=quantity,
        to_quantity=to_quantity,
    )


def in_two_coins(match: Match) -> bool:
    """Are they in two currencies, of which one may be known only by its name: "41 million francs ($43.8 million)"?"""
    one, other = match.quantity("level"), match.quantity("to")
    if one is None or other is None:
        return False
    if one.currency and other.currency:
        return one.currency != other.currency
    cents = any((row := unit(unit_of(each))) is not None and row.part for each in (one, other))  # "or 75 cts a share"
    return bool(one.currency or other.currency) and not cents and unit_of(one) != unit_of(other)
