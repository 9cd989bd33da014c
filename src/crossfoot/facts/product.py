"""So many at so much each make so much; a figure is so many times another."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame, antecedent
from crossfoot.facts.sentence import Match
from crossfoot.lexicon.tokens import singular
from crossfoot.lexicon.units import unit
from crossfoot.model import Fact, Figure, Multiplication, Printed, Quantity

_ROLES = ("total", "count", "price")


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    made = _made(match, frame)
    if made is not None:
        yield made
    elif (price := match.mention("price")) is not None and isinstance(price.value, Quantity) and price.value.per:
        frame.release(match, price)  # "net income was 186 million, or 62 cents a share"


def _made(match: Match, frame: Frame) -> Multiplication | None:
    found = {role: quantity for role in _ROLES if (quantity := match.quantity(role)) is not None}
    figures = {role: _figure(frame, match, role, quantity) for role, quantity in found.items()}
    for role in _ROLES:  # what the row leaves out was said last
        if role not in found:
            figure = _before(frame, match, role, found)
            quantity = frame.carried.printings.first(figure) if figure is not None else None
            if figure is None or quantity is None:
                return None
            found[role], figures[role] = quantity, figure
    total, count, price = (found[role] for role in _ROLES)
    if match.row.sense == "product" and (
        _currency(total) != _currency(price, total)
        or (price.per is None and not frame.texts(match.start, match.end) & match.listed("each") and frame.words.spaced)
        or count.kind not in ("count", "number", "measure", "duration")
    ):
        return None  # another price, or another thing that is priced
    if match.row.sense == "ratio" and (
        (total.currency or total.unit) != (count.currency or count.unit)
        or (price.kind != "multiple" and price.unit not in ("times", "x"))
    ):
        return None
    if len(set(figures.values())) < len(_ROLES):
        return None
    printed = list[Printed]()
    for role in match.roles:
        mention = match.mention(role)
        if role in _ROLES and mention is not None and figures[role] not in frame.figures.values():
            printed.append(Printed(figures[role], _in(found[role], total), mention.span))
    return Multiplication(
        spans=(match.span,),
        rule=match.row.name,
        printed=tuple(printed),  # those that are levels are printed as measurements
        kind="product" if match.row.sense == "product" else "ratio",
        result=figures["total"],
        factors=(figures["count"], figures["price"]),
        firm=all(role in match.roles for role in _ROLES),
    )


def in_one_coin(match: Match) -> bool:
    """Are a total and a price in one currency? "60 million yuan, or about 8 million dollars, a year" is no price."""
    total, price = match.quantity("total"), match.quantity("price")
    return total is None or price is None or not total.currency or total.currency == (price.currency or total.currency)


def _currency(quantity: Quantity, like: Quantity | None = None) -> str:
    """What is paid in; cents of no currency are paid in whatever they are a part of."""
    if quantity.currency is None and like is not None and _parts(quantity):
        return like.currency or like.unit
    return quantity.currency or quantity.unit


def _parts(quantity: Quantity) -> int | None:
    """How many of its unit make one of its currency, where it is no whole one: cents, pence."""
    row = unit(quantity.unit)
    return row.part if row is not None else None


def _in(price: Quantity, total: Quantity) -> Quantity:
    """A price in cents, in the currency of its total."""
    parts = _parts(price)
    if parts is None or _parts(total) is not None:
        return price
    low, high, step = (value / parts for value in (price.low, price.high, price.step))
    return msgspec.structs.replace(price, low=low, high=high, step=step, unit=total.unit, currency=total.currency)


def _before(frame: Frame, match: Match, role: str, found: dict[str, Quantity]) -> Figure | None:
    """The total or the count that a row leaves out: the level said last that could be it."""
    price = found.get("price")
    if price is None or role == "price":
        return None
    thing = singular((match.words("thing") or price.per or "").lower())
    for figure in reversed(antecedent.said_before(frame, match.start)):
        quantity = frame.carried.printings.first(figure)
        if quantity is None or quantity.per or quantity.kind == "percent":
            continue
        if role == "total" and _currency(quantity) == _currency(price, quantity) and quantity.low > price.low:
            return figure
        if role == "count" and quantity.kind in ("count", "measure") and thing and figure.unit == thing:
            return figure
    return None


def _figure(frame: Frame, match: Match, role: str, quantity: Quantity) -> Figure:
    """The figure of a role: one that is measured as a level keeps its key, so that it meets the rest of the text."""
    index = match.roles[role][0]
    if role != "price" and frame.is_level(index):
        return frame.level(index)
    figure = Figure(
        None, role, (), None, quantity.currency or quantity.unit, f"at {frame.sentence.tokens[index].start}"
    )
    mention = match.mention(role)
    if mention is not None:
        frame.prices.append(frame.key(figure, mention))
        frame.carried.levels.append(figure)
    return figure
