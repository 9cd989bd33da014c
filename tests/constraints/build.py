"""Facts built by hand, for tests of single kinds of relation."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from crossfoot import days
from crossfoot.interval import Interval, exactly
from crossfoot.model import Fact, Figure, Measurement, Printed, Quantity, Span, Statement
from crossfoot.relation import narrow


def months(year: int, first: int, last: int) -> object:
    end = dt.date(year + last // 12, last % 12 + 1, 1)
    return days.period(dt.date(year, first, 1), end)


def sales(first: int = 4, last: int = 4, year: int = 2020, **segment: str) -> Figure:
    return Figure("geely", "sales_volume", tuple(sorted(segment.items())), months(year, first, last), "vehicle")  # type: ignore[arg-type]


def quantity(value: int | str, kind: str = "count", unit: str = "vehicle", **more: object) -> Quantity:
    exact = Fraction(value)
    return Quantity(exact, exact, Fraction(1), unit, kind, **more)  # type: ignore[arg-type]


def measured(figure: Figure, value: int | str, at: int = 0) -> Fact:
    span = Span("d", at, at + 1)
    printed = quantity(value)
    return Measurement(
        spans=(span,), rule="test", printed=(Printed(figure, printed, span),), figure=figure, quantity=printed
    )


def holds(statement: Statement, values: dict[Figure, int | str | Fraction]) -> bool:
    """Is some reading satisfied by these values?"""
    domains: dict[Figure, Interval] = {figure: exactly(Fraction(value)) for figure, value in values.items()}
    return any(narrow(reading.relation, domains) is not None for reading in statement.readings)
