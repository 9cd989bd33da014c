"""How much one unit is of another of its dimension: the rows of measures.toml."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from crossfoot.lexicon import Row, load


class Dimension(Row, frozen=True):
    name: str
    units: tuple[tuple[str, str], ...]


class Dimensions(Row, frozen=True):
    dimension: tuple[Dimension, ...]


def makes(one: str, other: str) -> Fraction | None:
    """How many of the other unit one of a unit makes; None where they are not of one dimension.

    >>> makes("mile", "km"), makes("km", "acre")
    (Fraction(25146, 15625), None)
    """
    (first, size), (second, base) = _units().get(one, ("", Fraction(0))), _units().get(other, (None, Fraction(1)))
    return size / base if first == second and one != other else None


@cache
def _units() -> dict[str, tuple[str, Fraction]]:
    rows = load("measures.toml", Dimensions).dimension
    return {unit: (row.name, Fraction(size)) for row in rows for unit, size in row.units}
