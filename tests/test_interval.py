"""Ranges enclose: whatever is computed from ranges holds whatever is computed from numbers in them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.interval import EVERYTHING, NOT_NEGATIVE, Interval, between, exactly, hull

numbers = st.fractions(min_value=-50, max_value=50, max_denominator=12)


@st.composite
def with_member(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """A range and a number in it; ends may be open, unbounded, or both the same."""
    low, value, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    below = None if draw(st.integers(0, 5)) == 0 else low
    above = None if draw(st.integers(0, 5)) == 0 else high
    low_open = draw(st.booleans()) and below is not None and low < value
    high_open = draw(st.booleans()) and above is not None and value < high
    return Interval(below, above, low_open, high_open), value


@given(with_member(), with_member())
def test_arithmetic_encloses(one, other):
    (a, x), (b, y) = one, other
    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert (a * b).contains(x * y)
    assert (-a).contains(-x)
    if y != 0:
        assert (a / b).contains(x / y)


@given(with_member(), with_member(), numbers)
def test_division_holds_every_q_that_may_have_been_multiplied(product, factor, q):
    (a, _), (b, y) = product, factor
    if a.contains(q * y):
        assert (a / b).contains(q)


@given(with_member(), numbers)
def test_scaled_encloses_and_keeps_openness(one, factor):
    a, x = one
    assert a.scaled(factor).contains(x * factor)
    if factor > 0:
        assert a.scaled(factor).low_open == a.low_open


@given(with_member(), with_member(), numbers)
def test_meeting_is_being_in_both(one, other, x):
    a, b = one[0], other[0]
    both = a & b
    assert (both is not None and both.contains(x)) == (a.contains(x) and b.contains(x))
    assert (a & b) == (b & a)
    assert (a & a) == a
    assert both is None or (both.within(a) and both.within(b))


@given(with_member())
def test_whole_keeps_every_whole_number(one):
    a, _ = one
    whole = a.whole()
    for n in range(-51, 52):
        assert a.contains(n) == (whole is not None and whole.contains(n))


@given(st.lists(with_member(), min_size=1, max_size=4))
def test_hull_holds_all(members):
    assert all(hull([a for a, _ in members]).contains(x) for _, x in members)


@pytest.mark.parametrize(
    ("range_", "words"),
    [
        (between(1, 2), "[1, 2]"),
        (between(1, None), "[1, inf)"),
        (between(None, 2, high_open=True), "(-inf, 2)"),
        (EVERYTHING, "(-inf, inf)"),
    ],
)
def test_reads_as_mathematics(range_, words):
    assert repr(range_) == words


def test_zero_tells_nothing_of_a_factor():
    assert between(0, 5) / between(0, 1) == EVERYTHING
    assert between(1, 5) / between(0, 1) == between(1, None)
    assert NOT_NEGATIVE * exactly(0) == exactly(0)
