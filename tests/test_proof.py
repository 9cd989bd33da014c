"""The proof of a verdict by itself: what stands, what fails, and that a linear program agrees."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import highspy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot import proof
from crossfoot.interval import Interval, between
from crossfoot.proof import System, Unproved, proved


def certificate(ranges: list, *readings: list, conclusion: str = "holds", whole: bool = False, **more) -> dict:
    """One claim with these readings on figures that are printed with these ranges, strict, default and loose."""
    printed = []
    for figure, levels in enumerate(ranges):
        ends = [{"low": str(low), "high": str(high)} for low, high in levels]
        shown = dict(zip(("strict", "default", "loose"), ends, strict=False))
        printed.append({"figure": figure, "span": [figure, figure + 1], "value": ["0"], **shown})
    figures = [{"label": str(i), "whole": whole} for i in range(len(ranges))]
    claims = [{"kind": "sum", "readings": list(readings)}]
    return {"conclusion": conclusion, "figures": figures, "printed": printed, "claims": claims, **more}


SUM = ["==", 0, ["+", 1, 2]]
ROUNDED = [[(10, 10), (9, 11), (8, 12)], [(5, 5)], [(6, 6)]]


@pytest.mark.parametrize(
    ("conclusion", "total"),
    [
        ("holds", [(11, 11)]),
        ("holds_rounded", [(10, 10), (9, 11)]),
        ("rounding", [(10, 10), (10, 10), (8, 12)]),
        ("contradicted", [(10, 10)]),
        ("unexplained", [(10, 10)]),
    ],
)
def test_each_conclusion_is_its_own(conclusion, total):
    others = {"holds", "holds_rounded", "rounding", "reading", "contradicted", "unexplained", "certain"}
    shown = certificate([total, [(5, 5)], [(6, 6)]], SUM)
    proved({**shown, "conclusion": conclusion}, {})
    for other in others - {conclusion} - ({"contradicted", "unexplained"} if conclusion[0] in "cu" else set()):
        with pytest.raises(Unproved):
            proved({**shown, "conclusion": other}, {})


def test_another_reading_saves_a_claim():
    difference = ["==", 0, ["+", 1, ["*", "-1", 2]]]
    shown = certificate([[(11, 11)], [(5, 5)], [(6, 6)]], difference, SUM, conclusion="reading")
    proved(shown, {})
    with pytest.raises(Unproved, match="no values satisfy"):
        proved(certificate([[(12, 12)], [(5, 5)], [(6, 6)]], difference, SUM, conclusion="reading"), {})
    with pytest.raises(Unproved, match="leave values"):
        proved(certificate([[(11, 11)], [(5, 5)], [(6, 6)]], difference, SUM, conclusion="contradicted"), {})


@pytest.mark.parametrize(
    ("reading", "ranges", "left"),
    [
        (["==", ["*", "100", 0], ["*", 1, ["+", "100", 2]]], [(110, 110), (100, 100), (0, 50)], (10, 10)),
        (["==", 0, ["/", 1, 2]], [(2, 4), (12, 12), (1, 9)], (3, 6)),
        (["<", 2, 0], [(1, 3), (0, 0), (0, 9)], (0, 3)),
        (["==", ["mean", [1, 2], [0, 0]], "3"], [(1, 1), (2, 2), (0, 9)], (4, 4)),
        (["==", 2, ["within", "4", None]], [(0, 0), (0, 0), (0, 9)], (4, 9)),
        (["==", 2, ["weekday", "2020-05-12"]], [(0, 0), (0, 0), (0, 9)], (1, 1)),
    ],
)
def test_every_kind_of_equation_narrows(reading, ranges, left):
    system = System(certificate([[range_] for range_ in ranges], reading), "strict", [reading])
    assert system.propagate()
    assert (system.ranges[2].low, system.ranges[2].high) == left
    assert system.satisfied()


def test_an_open_end_does_not_belong():
    figures = [
        {"label": "now", "base": {"low": "6", "high": "6"}},
        {"label": "before", "base": {"low": "3", "high": "3"}},
    ]
    times = {"figure": 2, "span": [0, 1], "value": ["2"], "strict": {"low": "2", "low_open": True}}
    shown = {"figures": [*figures, {"label": "more than doubled"}], "printed": [times]}
    assert not System(shown, "strict", [["==", 0, ["*", 1, 2]]]).propagate()


def test_a_mean_of_many_needs_no_corners():
    ranges = [[(0, 100)], *([(i, i)] for i in range(20)), *([(1, 2)] for _ in range(20))]
    reading = ["==", 0, ["mean", list(range(1, 21)), list(range(21, 41))]]
    system = System(certificate(ranges, reading), "strict", [reading])
    assert system.propagate()
    assert system.ranges[0] == between(Fraction(109, 14), Fraction(157, 14))
    assert system.satisfied()


def test_figures_that_two_equations_share_are_found():
    """A level is another and so much more, and that by a rate: to begin with the rate would never end."""
    ranges = [[(5695, 5705)], [(5150, 5250)], [(525, 535)], [(0, 50)]]
    readings = [SUM, ["==", ["*", "100", 0], ["*", 1, ["+", "100", 3]]]]
    assert System(certificate(ranges, *readings), "strict", readings).satisfied()


@st.composite
def linear_systems(draw: st.DrawFn) -> tuple[list[tuple[int, int]], list[tuple[dict[int, int], str, int]]]:
    """Sums that share figures: up to six figures, up to four rows; small whole numbers, so that a solver is exact."""
    count = draw(st.integers(2, 6))
    lows = draw(st.lists(st.integers(-20, 20), min_size=count, max_size=count))
    bounds = [(low, low + draw(st.integers(0, 8))) for low in lows]
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        keys = draw(st.lists(st.integers(0, count - 1), min_size=2, max_size=4, unique=True))
        factors = {key: draw(st.sampled_from([-2, -1, 1, 1, 2])) for key in keys}
        middle = sum(f * (bounds[k][0] + bounds[k][1]) // 2 for k, f in factors.items())
        rows.append((factors, draw(st.sampled_from(["==", "<="])), middle + draw(st.integers(-12, 12))))
    return bounds, rows


@settings(deadline=None, max_examples=300)
@given(linear_systems())
def test_a_linear_program_agrees(drawn):
    """What propagation empties has no solution, what is satisfied has one; of one row alone, both know all."""
    bounds, rows = drawn
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    for low, high in bounds:
        model.addVar(low, high)
    for factors, op, bound in rows:
        model.addRow(
            bound if op == "==" else -highspy.kHighsInf, bound, len(factors), list(factors), list(factors.values())
        )
    model.run()
    feasible = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    readings = [[op, ["+", *(["*", str(f), k] for k, f in factors.items())], str(bound)] for factors, op, bound in rows]
    shown = certificate([[range_] for range_ in bounds], SUM)
    emptied = not System(shown, "strict", readings).propagate()
    found = System(shown, "strict", readings).satisfied()
    assert not (emptied and feasible)
    assert not (found and not feasible)
    if len(rows) == 1:
        assert (emptied, found) == (not feasible, feasible)


@given(st.fractions(-5, 5), st.fractions(0, 5), st.fractions(-5, 5), st.fractions(0, 5), st.booleans(), st.booleans())
def test_products_and_quotients_lose_nothing(low, width, other, wide, low_open, high_open):
    one, two = (
        between(low, low + width, low_open=low_open and width > 0),
        between(other, other + wide, high_open=high_open and wide > 0),
    )
    for a in (low, low + width / 2, low + width):
        for b in (other, other + wide / 3, other + wide):
            if one.contains(a) and two.contains(b):
                assert one.times(two).contains(a * b)
                if b:
                    assert one.over(two).contains(Fraction(a) / b)
    assert isinstance(one.times(two), Interval)


def test_the_proof_is_short_enough_to_be_read():
    assert len(Path(proof.__file__).read_text(encoding="utf-8").splitlines()) <= 300
