"""Slips undone: what a writer may have meant."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crossfoot.interval import between, exactly
from crossfoot.verdicts.slips import cost, repair, slips, undone


def test_every_row_has_a_cost_and_words():
    assert all(row.cost > 0 and row.says for row in slips().values())
    assert sorted(slips().values(), key=lambda row: row.cost)[-1].id == "other"


@pytest.mark.parametrize(
    ("printed", "right", "slip"),
    [
        (43607, 43067, "transposition"),
        (61197, 61179, "transposition"),
        (101202, 101102, "one-digit"),
        (1311495, 311495, "extra-digit"),
        (3311495, 311495, "doubled-digit"),
        (31495, 311495, "dropped-digit"),
        (5439, 9121, "other"),
    ],
)
def test_repairs(printed, right, slip):
    found = repair(Fraction(printed), Fraction(1), exactly(right), exactly)
    assert (found.slip, found.value) == (slip, right)
    assert found.cost == cost(slip)


def test_a_point_that_moved():
    found = repair(Fraction("42.6"), Fraction("0.1"), between(Fraction("4.2"), Fraction("4.3")), exactly)
    assert (found.slip, found.value) == ("decimal-point", Fraction("4.26"))


def test_one_digit_tells_less_in_a_short_number():
    found = repair(Fraction(8), Fraction(1), exactly(7), exactly)
    assert found.slip == "one-digit"
    assert cost("another-figure") - 1 < found.cost < cost("one-digit")


def test_no_single_number_where_many_fit():
    assert repair(Fraction(5439), Fraction(1), between(700000, 800000), exactly).value is None
    assert repair(Fraction(5439), Fraction(1), between(700000, None), exactly).value is None


def test_nobody_meant_nothing():
    assert repair(Fraction(7), Fraction(1), between(-1, Fraction(1, 2)), exactly).value is None


@given(st.integers(10, 10**9), st.data())
def test_a_planted_slip_is_undone(right, data):
    slip, wrong = data.draw(st.sampled_from([(s, v) for s, v in undone(str(right)) if v > 0]))
    assume(wrong != right)
    found = repair(Fraction(wrong), Fraction(1), exactly(right), exactly)
    assert found.value == right
    assert found.slip != "other" or slip == "transposition"  # 10 for 01: a leading zero is not printed
