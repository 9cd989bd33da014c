"""The daily reference rates of the European Central Bank, as CurrencyConverter ships them: two currencies and days in,
the band between which their rate lay out. Needs the extra `rates`; nothing is fetched.

Rates are fixed on working days; a holiday has the rate of the day before it (https://www.ecb.europa.eu, euro foreign
exchange reference rates, from 1999).
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.util import find_spec
from typing import Any

from crossfoot.interval import Interval, exactly, hull

HOLIDAY = 7  # days that a gap between two rates may last
MOST_DAYS = 400  # of a band; longer periods are sampled by their weeks


class ReferenceRates:
    """Reads its table when it is first asked.

    >>> import datetime as dt
    >>> band = ReferenceRates().band("CNY", "USD", dt.date(2020, 5, 1), dt.date(2020, 5, 1))  # a holiday
    >>> round(float(band.low), 3), round(float(band.high), 3)
    (7.049, 7.049)
    """

    name = "European Central Bank"

    def band(self, many: str, single: str, first: dt.date, last: dt.date) -> Interval | None:
        days = (last - first).days
        step = 1 if days <= MOST_DAYS else 7
        found = [
            rate for n in range(0, days + 1, step) if (rate := _rate(many, single, first + dt.timedelta(n))) is not None
        ]
        return hull([exactly(rate) for rate in found]) if found else None


def installed() -> bool:
    return find_spec("currency_converter") is not None


@cache
def _rate(many: str, single: str, day: dt.date) -> Fraction | None:
    """The rate of the day, else of the last working day before it."""
    table = _table()
    if not {many, single} <= table.currencies:
        return None
    from currency_converter import RateNotFoundError

    for back in range(HOLIDAY):
        try:
            return Fraction(table.convert(Decimal(1), single, many, date=day - dt.timedelta(back)))
        except (RateNotFoundError, ValueError):
            continue
    return None


@cache
def _table() -> Any:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)
