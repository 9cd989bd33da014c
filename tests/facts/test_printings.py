"""Two printings under one key are of one figure only if they agree, or differ as by a slip of the pen."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from crossfoot import days
from crossfoot.facts.printings import Printings, agree, slipped
from crossfoot.model import Figure, Quantity

APRIL = days.period(dt.date(2024, 4, 1), dt.date(2024, 5, 1))
SALES = Figure("tarrow", "sales_volume", (), APRIL, "vehicle")


def cars(number: int) -> Quantity:
    return Quantity(Fraction(number), Fraction(number), Fraction(1), "vehicle", "count")


def percent(text: str) -> Quantity:
    value = Fraction(text)
    return Quantity(value, value, Fraction(1, 10), "percent", "percent")


@pytest.mark.parametrize(("one", "other", "same"), [(105468, 105500, True), (105468, 105486, False), (28, 27, False)])
def test_roundings_of_one_number_agree(one: int, other: int, same: bool) -> None:
    assert agree(cars(one), cars(other)) is same


def test_neighbouring_decimals_only_touch() -> None:
    assert not agree(percent("2.4"), percent("2.5"))


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [(84212, 84122, True), (84212, 84212 + 1000, True), (84212, 71905, False), (84, 48, False), (84212, 8421, False)],
)
def test_a_slip_is_one_digit_or_their_order(one: int, other: int, slip: bool) -> None:
    assert slipped(cars(one), cars(other)) is slip


def test_a_key_is_shared_by_a_slip_only_where_all_is_known() -> None:
    printings = Printings()
    assert printings.key(SALES, cars(84212), 0) == SALES
    assert printings.key(SALES, cars(84122), 9) == SALES
    assert printings.key(SALES, cars(71905), 20) != SALES
    vague = Figure(None, "other:homes", (), None, "home")
    assert printings.key(vague, cars(84212), 30) == vague
    assert printings.key(vague, cars(84122), 40) != vague
