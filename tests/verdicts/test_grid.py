"""The quick contractors enclose what the exact ones leave, and lose nothing that satisfies."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.interval import EVERYTHING, Interval, between, exactly
from crossfoot.relation import Relation, add, const, mean, narrow, var
from crossfoot.verdicts.grid import UNIT, Average, Contractor, Linear, Times, as_interval, as_units, contractor

numbers = st.fractions(min_value=-20, max_value=20, max_denominator=20)
sizes = st.fractions(min_value=0, max_value=20, max_denominator=20)
x, y, z = var(0), var(1), var(2)
SHAPES: list[tuple[Relation, type[Contractor]]] = [
    (x == y + z, Linear),
    (x == y - z * 3, Linear),
    (x * 2 + y == z + 5, Linear),
    (x <= y + z, Linear),
    (x < y * 2, Linear),
    (x == const(between(2, 7)), Linear),
    (x * 100 == y * (z + 100), Times),
    (x * 100 == y * z, Times),
    (x == y * z, Times),
    (x / y == z, Times),
    (x == mean([y, z], [var(3), var(4)]), Average),
    (x * x == y, Contractor),
    (x == y / z + 1, Contractor),
]


def revised(relation: Relation, domains: list[Interval]) -> list[Interval] | None:
    lo, hi = map(list, zip(*map(as_units, domains), strict=True))
    moved = contractor(relation).revise(lo, hi, [False] * len(domains))
    return None if moved is None else [as_interval(*ends) for ends in zip(lo, hi, strict=True)]


@pytest.mark.parametrize(("relation", "shape"), SHAPES, ids=[str(r) for r, _ in SHAPES])
def test_each_relation_has_the_contractor_of_its_shape(relation, shape):
    assert type(contractor(relation)) is shape


@given(st.sampled_from([r for r, _ in SHAPES]), st.data(), st.booleans())
def test_what_satisfies_survives(relation, data, signed):
    """Draw a point, make it satisfy the relation by its first figure, and put ranges around it."""
    at = [data.draw(numbers if signed else sizes) for _ in range(5)]
    at[3], at[4] = abs(at[3]) + 1, abs(at[4]) + 1
    exact = narrow(relation, {0: EVERYTHING, **{i: exactly(v) for i, v in enumerate(at) if i}})
    if exact is None or 0 not in exact or exact[0].exact is None:
        return
    at[0] = exact[0].exact
    domains = []
    for value in at:
        below, above = data.draw(sizes), data.draw(sizes)
        low = None if data.draw(st.integers(0, 8)) == 0 else value - below
        domains.append(between(low, None if data.draw(st.integers(0, 8)) == 0 else value + above))
    domains[3:] = [d & between(Fraction(1, 2), None) for d in domains[3:]]
    left = revised(relation, domains)
    assert left is not None
    for i, value in enumerate(at):
        assert left[i].contains(value)


@given(st.sampled_from([r for r, _ in SHAPES]), st.data())
def test_nothing_is_refused_that_fractions_admit(relation, data):
    domains = [Interval(*sorted((data.draw(sizes), data.draw(sizes)))) for _ in range(5)]
    if narrow(relation, dict(enumerate(domains))) is not None:
        assert revised(relation, domains) is not None


def test_sums_are_exact():
    left = revised(x == add([y, z]), [EVERYTHING, exactly(101102), exactly(4366)])
    assert left is not None
    assert left[0] == exactly(105468)


def test_whole_numbers():
    lo, hi = [None, 44 * UNIT, 105468 * UNIT], [None, 45 * UNIT, 105468 * UNIT]
    contractor(z * 100 == x * (y + 100)).revise(lo, hi, [True, False, True])
    assert (lo[0], hi[0]) == (72737 * UNIT, 73241 * UNIT)


@given(numbers, st.booleans())
def test_units_round_outward(value, open_):
    low, high = as_units(Interval(value, value + 1, open_, False))
    assert as_interval(low, high).contains(value + 1)
    assert Fraction(low, UNIT) <= value + Fraction(open_, UNIT)


def test_claims_that_only_drive_each_other_up_stop_far_beyond_all_that_is_printed() -> None:
    lo: list[int | None] = [2 * UNIT, 2 * UNIT, 0]
    hi: list[int | None] = [None, None, None]
    times, double = contractor(z == x * y), contractor(x == z * 2)
    for _ in range(60):  # each round squares them: without an end this would never end
        assert times.revise(lo, hi, [False] * 3) is not None
        assert double.revise(lo, hi, [False] * 3) is not None
    assert all(low is not None and low <= 10**30 * UNIT for low in lo)
