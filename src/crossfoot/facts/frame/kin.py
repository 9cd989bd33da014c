"""Units of figures: which may be added up, which are counted, which unit a figure is kept in, which are the same."""

from __future__ import annotations

from crossfoot.lexicon.units import unit
from crossfoot.model import Figure, Quantity


def same_kind(one: str, other: str) -> bool:
    """May figures of these units be added up? Counted things may ("18 cars and 7 vans"), dollars and yuan may not."""
    return one == other or (counted(one) and counted(other))


def counted(name: str) -> bool:
    """Are things of this unit counted, and neither weighed nor paid?"""
    row = unit(name)
    return row is None or row.dimension == "count"


def unit_of(quantity: Quantity) -> str:
    """The unit that a figure is kept in: cents are not dollars, and meet them in no equation."""
    return quantity.unit or quantity.currency or ""


def same_unit(figure: Figure, quantity: Quantity) -> bool:
    """May a printed figure be one of a figure, by its unit? One without any may be of all."""
    return "" in (unit_of(quantity), figure.unit) or unit_of(quantity) == figure.unit
