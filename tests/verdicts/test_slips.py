"""Slips undone: what a writer may have meant."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crossfoot.interval import Interval, between, exactly
from crossfoot.lexicon.slips import cost, slips, undone
from crossfoot.verdicts.slips import ODD, SHORT, repair


def test_every_row_has_a_cost_and_words():
    assert all(row.cost > 0 and row.says for row in slips().values())
    assert sorted(slips().values(), key=lambda row: row.cost)[-1].id == "other"


def as_printed(value: Fraction, step: Fraction) -> Interval:
    return exactly(value)


@pytest.mark.parametrize(
    ("printed", "right", "slip"),
    [
        ("43607", "43067", "transposition"),
        ("61197", "61179", "transposition"),
        ("2.41", "4.21", "transposition"),
        ("101202", "101102", "one-digit"),
        ("1311495", "311495", "extra-digit"),
        ("3311495", "311495", "doubled-digit"),
        ("31495", "311495", "dropped-digit"),
        ("6.1", "66.1", "dropped-digit"),
        ("6.1", "6.18", "dropped-digit"),
        ("42.6", "4.26", "decimal-point"),
        ("5439", "9121", "other"),
    ],
)
def test_the_likeliest_slip_is_undone(printed, right, slip):
    found = repair(printed, Fraction(1), exactly(Fraction(right)), as_printed)
    assert (found.slip, found.value) == (slip, None if slip == "other" and "." in right else Fraction(right))
    assert cost(slip) <= found.cost <= cost(slip) + ODD


def test_a_scale_word_is_no_digit():
    found = repair("4.62", Fraction(10**9), between(4_255_000_000, 4_265_000_000), as_printed)
    assert (found.slip, found.value) == ("transposition", 4_260_000_000)


def test_one_digit_tells_less_in_a_short_number():
    found = repair("8", Fraction(1), exactly(7), as_printed)
    assert found.slip == "one-digit"
    assert cost("scale") < found.cost < cost("one-digit")


def test_no_single_number_where_many_fit():
    assert repair("5439", Fraction(1), between(700000, 800000), as_printed).value is None
    assert repair("5439", Fraction(1), between(700000, None), as_printed).value is None


def test_nobody_meant_nothing():
    assert repair("7", Fraction(1), between(-1, Fraction(1, 2)), as_printed).value is None


@given(st.integers(10, 10**9), st.integers(0, 2), st.data())
def test_a_planted_slip_is_undone(right, places, data):
    """Plant any slip that the room knows of; undoing it is among the repairs, and no dearer one is told."""
    text = f"{right / 10**places:.{places}f}"
    slip, wrong = data.draw(st.sampled_from(list(undone(text))))
    bare = wrong.partition(".")[0]
    assume(wrong != text and bare and str(int(bare)) == bare and not wrong.endswith(".") and float(wrong) > 0)
    found = repair(wrong, Fraction(1), exactly(Fraction(text)), as_printed)
    assert found.value == Fraction(text)
    assert found.slip != "other"
    assert found.cost <= max(cost(s) for s in ("dropped-digit", "extra-digit", "one-digit", slip)) + SHORT + ODD


def test_figures_that_stand_together_have_the_same_decimals():
    """50.65 printed as 50.665: a doubled digit, since its neighbours have two decimals, and not 50.656."""
    fits = between(Fraction("50.64"), Fraction("50.66"))
    assert repair("50.665", Fraction(1), fits, as_printed, usual=2).digits == "50.65"
    assert repair("50.665", Fraction(1), fits, as_printed, usual=3).digits == "50.656"


def test_a_point_moved_back_leaves_a_decimal_less():
    """9.403 for 94.03, which is as fine as a share of two decimals has to be."""
    fits = between(Fraction("94.031"), Fraction("94.0315"))
    found = repair("9.403", Fraction(1), fits, to_its_place, usual=2)
    assert (found.slip, found.digits) == ("decimal-point", "94.03")


def to_its_place(value: Fraction, step: Fraction) -> Interval:
    return between(value - step / 2, value + step / 2)


def test_where_many_fit_the_one_that_fits_all_as_printed():
    """17.89 where 160 of 1,587.29 is asked for: ten hundredths fit what may be rounded, one fits what is printed."""
    fits = between(Fraction("9.77"), Fraction("10.40"))
    assert repair("17.89", Fraction(1), fits, as_printed).value is None
    found = repair(
        "17.89", Fraction(1), fits, as_printed, sharp=lambda: between(Fraction("10.077"), Fraction("10.083"))
    )
    assert (found.slip, found.value) == ("other", Fraction("10.08"))
    found = repair("5100", Fraction(1), between(5510, 5900), as_printed, sharp=lambda: exactly(5600))
    assert found.value == 5600


def test_who_prints_round_numbers_meant_one():
    fits = between(359_980_000, 360_020_000)
    assert repair("36000000", Fraction(1), fits, as_printed).digits == "360000000"
    assert repair("35999991", Fraction(1), fits, as_printed).digits == "359999991"
