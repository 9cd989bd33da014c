"""The table of semantics: what a printed figure may stand for, at three levels."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.interval import Interval, between, exactly
from crossfoot.model import Figure, Printed, Quantity, Span
from crossfoot.ranges import ranges, rounding_unit, soft

F = Fraction


def printed(value, step="1", kind="count", scale=1, word=True, status="actual", nominal=False, **more) -> Printed:
    low, high = value if isinstance(value, tuple) else (value, value)
    digits = more.pop("digits", (0, 7))
    scale_word = (8, 15) if scale > 1 and word else None
    quantity = Quantity(F(low), F(high), F(step), "u", kind, scale=scale, scale_word=scale_word, digits=digits, **more)
    return Printed(Figure("x", "m", status=status), quantity, Span("d", 0, 15), nominal)


def plus_minus(value, half) -> Interval:
    return between(F(value) - F(half), F(value) + F(half))


ROWS = [
    # what is printed, half its width at each level
    ("12.70 million", printed("12700000", "10000", scale=10**6), "12700000", ("5000", "5000", "10000")),
    ("6.25%", printed("6.25", "0.01", "percent"), "6.25", ("0.005", "0.005", "0.01")),
    ("105,500", printed("105500"), "105500", ("0.5", "50", "100")),
    ("100,000", printed("100000"), "100000", ("0.5", "5000", "10000")),
    ("30 billion", printed("30e9", "1e9", "money", 10**9), "30e9", ("5e8", "5e8", "1e9")),
    ("9 billion", printed("9e9", "1e9", "money", 10**9), "9e9", ("5e8", "5e8", "1e9")),
    ("500 million", printed("5e8", "1e6", "money", 10**6), "5e8", ("5e5", "5e6", "1e7")),
    ("780万", printed("7800000", "10000", "count", 10**4), "7800000", ("5000", "50000", "100000")),
    ("43,067 cars", printed("43067"), "43067", ("0", "0", "0")),
    ("12,345 yuan", printed("12345", "1", "money"), "12345", ("0.5", "0.5", "1")),
    ("12,345 in thousands", printed("12345000", "1000", "money", 1000, word=False), "12345000", ("500", "500", "1000")),
    ("40%", printed("40", "1", "percent"), "40", ("0.5", "0.5", "1")),
    ("100%", printed("100", "1", "percent"), "100", ("0.5", "0.5", "1")),
    ("7.5%", printed("7.5", "0.1", "percent"), "7.5", ("0.05", "0.05", "0.1")),
    ("a coupon of 2.17%", printed("2.17", "0.01", "percent", nominal=True), "2.17", ("0", "0", "0")),
    ("about 300", printed("300", approx="~"), "300", ("0.5", "15", "30")),
    ("about 95,887,100", printed("95887100", approx="~"), "95887100", ("0.5", "150", "300")),
    ("about 1.45 billion", printed("1450", "10", scale=1000, approx="~"), "1450", ("5", "15", "36.25")),
    ("about 38%", printed("38", "1", "percent", approx="~"), "38", ("0.5", "1.9", "3.8")),
    ("doubled", printed("2", "1", "multiple", digits=(0, 0)), "2", ("0.05", "0.05", "0.075")),
    ("roughly doubled", printed("2", "1", "multiple", digits=(0, 0), approx="~"), "2", ("0.05", "0.2", "0.3")),
    ("1.5 times", printed("1.5", "0.1", "multiple"), "1.5", ("0.05", "0.05", "0.1")),
    ("三成", printed("30", "10", "percent"), "30", ("5", "5", "10")),
    ("a third", printed("33.3", "4", "fraction"), "33.3", ("2", "2", "5")),
    ("half", printed("0.5", "0.05", "fraction"), "0.5", ("0.025", "0.025", "0.05")),
]


@pytest.mark.parametrize(("words", "figure", "value", "halves"), ROWS, ids=[row[0] for row in ROWS])
def test_what_a_printed_figure_may_stand_for(words, figure, value, halves):
    found = ranges(figure)
    assert (found.strict, found.default, found.loose) == tuple(plus_minus(value, half) for half in halves)


def test_a_hedge_opens_one_end():
    more = ranges(printed("71", approx=">"))
    assert (more.default, more.loose) == (between(71, None), between(F("70.29"), None))
    nearly = ranges(printed("100", approx="<~"))
    assert (nearly.default, nearly.loose) == (between(None, 100), between(None, 101))
    least = ranges(printed("10", approx=">="))
    assert least.default == least.loose == between(10, None)
    most = ranges(printed("51", "1", "percent", approx="<="))
    assert most.strict == most.loose == between(None, 51)


def test_more_than_doubled_is_the_one_open_end():
    assert ranges(printed("2", "1", "multiple", digits=(0, 0), approx=">")).default == between(2, None, low_open=True)


def test_a_size_keeps_the_side_that_its_words_give_it():
    down = printed("4.1", "0.1", "percent", change="down")
    assert ranges(down).default == between(F("-4.15"), F("-4.05"))
    assert ranges(printed("40", "1", "percent", change="down", approx="<~")).default == between(-40, 0)
    assert ranges(printed("-30e6", "1e6", "money", 10**6)).default == plus_minus("-30e6", "5e5")
    assert ranges(printed("-30e6", "1e6", "money", 10**6, approx=">")).default == between(None, F("-30e6"))


def test_a_range_keeps_both_its_ends():
    guidance = ranges(printed(("8.2", "8.4"), "0.1", "percent"))
    assert guidance.strict == between(F("8.2"), F("8.4"))
    assert guidance.default == between(F("8.15"), F("8.45"))
    assert ranges(printed(("8.2", "8.4"), "0.1", "percent", nominal=True)).loose == guidance.strict
    assert ranges(printed(("-1", "2"), "1", "percent")).strict == between(-1, 2)


def test_a_target_is_a_round_number():
    found = ranges(printed("1410000", "10000", scale=10**6, status="target"))
    assert (found.strict, found.default) == (exactly(1410000), plus_minus(1410000, 5000))


def test_how_far_an_open_end_may_reach():
    assert soft(printed("71", approx=">").quantity) == between(71, F("92.3"))
    assert soft(printed("95", approx=">").quantity) == between(95, 100)
    assert soft(printed("100", approx="<~").quantity) == between(85, 100)
    assert soft(printed("100").quantity) is None


quantities = st.builds(
    printed,
    st.integers(0, 10**9),
    st.just("1"),
    st.sampled_from(["count", "money", "percent", "measure", "multiple", "number", "ordinal", "duration"]),
    approx=st.sampled_from([None, "~", ">", ">=", "<", "<~", "<="]),
    change=st.sampled_from([None, "up", "down"]),
    nominal=st.booleans(),
)


@given(quantities)
def test_each_level_encloses_the_one_before(figure):
    found = ranges(figure)
    assert found.strict.within(found.default)
    assert found.default.within(found.loose)
    value = -figure.quantity.low if figure.quantity.change == "down" else figure.quantity.low
    assert found.strict.contains(value)


@given(st.integers(1, 10**12), st.integers(0, 9))
def test_what_rounds_to_a_printed_figure_lies_in_its_range(true, zeros):
    unit = 10**zeros
    shown = round(F(true, unit)) * unit
    if shown and rounding_unit(F(shown), F(1)) >= unit:
        assert ranges(printed(shown)).default.contains(true)
