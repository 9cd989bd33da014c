"""Narrowing is sound: no assignment that satisfies a relation is ever lost."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.interval import EVERYTHING, Interval, between, exactly
from crossfoot.relation import Const, Mean, Product, Quotient, Relation, Sum, Term, Var, add, const, mean, narrow, var

KEYS = "abcd"
numbers = st.fractions(min_value=-9, max_value=9, max_denominator=6)


def value(term: Term, at: dict[str, Fraction]) -> Fraction:
    """What a term is, at one number for each key."""
    match term:
        case Var():
            return at[term.key]
        case Const():
            return term.range.exact
        case Sum():
            return sum((factor * value(part, at) for factor, part in term.parts), Fraction(0))
        case Product():
            return value(term.left, at) * value(term.right, at)
        case Quotient():
            return value(term.left, at) / value(term.right, at)
        case Mean():
            weights = [value(w, at) for w in term.weights]
            return sum(value(v, at) * w for v, w in zip(term.values, weights, strict=True)) / sum(weights)
    raise TypeError(term)


def terms() -> st.SearchStrategy[Term]:
    leaves = st.sampled_from([var(key) for key in KEYS]) | numbers.map(const)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.tuples(inner, inner).map(lambda p: p[0] + p[1]),
            st.tuples(inner, inner).map(lambda p: p[0] - p[1]),
            st.tuples(inner, inner).map(lambda p: Product(*p)),
            st.tuples(inner, inner).map(lambda p: Quotient(*p)),
            st.tuples(inner, st.integers(-3, 3)).map(lambda p: p[0] * p[1]),
        ),
        max_leaves=6,
    )


def around(draw: st.DrawFn, point: Fraction) -> Interval:
    below, above = draw(st.fractions(0, 5, max_denominator=4)), draw(st.fractions(0, 5, max_denominator=4))
    return Interval(
        None if draw(st.integers(0, 6)) == 0 else point - below,
        None if draw(st.integers(0, 6)) == 0 else point + above,
    )


@given(st.data(), terms(), terms(), st.sampled_from(["==", "<=", "<"]))
def test_what_satisfies_survives(data, left, right, op):
    at = {key: data.draw(numbers, key) for key in KEYS}
    try:
        a, b = value(left, at), value(right, at)
    except ZeroDivisionError:
        return
    if op == "==":
        right = right + const(a - b)  # make it true at the point
    elif not (a <= b if op == "<=" else a < b):
        return
    relation = Relation(left, op, right)
    domains = {key: around(data.draw, at[key]) for key in KEYS}
    changes = narrow(relation, domains)
    assert changes is not None
    for key, range_ in changes.items():
        assert range_.contains(at[key]), (relation, key)
        assert range_.within(domains[key])


@given(st.data(), st.integers(2, 4))
def test_what_satisfies_an_average_survives(data, n):
    rates = [data.draw(numbers) for _ in range(n)]
    weights = [data.draw(st.fractions(Fraction(1, 6), 9, max_denominator=6)) for _ in range(n)]
    at = {f"r{i}": r for i, r in enumerate(rates)} | {f"w{i}": w for i, w in enumerate(weights)}
    relation = var("x") == mean([var(f"r{i}") for i in range(n)], [var(f"w{i}") for i in range(n)])
    at["x"] = value(relation.right, at)
    domains = {}
    for key, point in at.items():
        range_ = around(data.draw, point)
        domains[key] = range_ if key[0] != "w" else (range_ & between(0, None))
    changes = narrow(relation, domains)
    assert changes is not None
    assert all(range_.contains(at[key]) for key, range_ in changes.items())


@given(terms(), terms())
def test_renamed_says_the_same(left, right):
    relation = Relation(left, "==", right)
    there = relation.renamed(lambda key: key + "!")
    assert there.keys == tuple(key + "!" for key in relation.keys)
    assert there.written(lambda key: key[0]) == relation.written(str)


def test_an_average_is_bounded_by_corners():
    """23 and 7 at 2.17 and 2.67 per cent, each rounded: plain contraction would leave 2.165 to 2.413."""
    domains = {
        "a": between(Fraction("22.5"), Fraction("23.5")), "b": between(Fraction("6.5"), Fraction("7.5")),
        "r": between(Fraction("2.165"), Fraction("2.175")), "s": between(Fraction("2.665"), Fraction("2.675")),
    }  # fmt: skip
    left = narrow(var("x") == mean([var("r"), var("s")], [var("a"), var("b")]), domains)["x"]
    assert (round(float(left.low), 3), round(float(left.high), 3)) == (2.273, 2.3)


def test_strictly_more_than_double():
    relation = var("now") > var("before") * 2
    assert narrow(relation, {"now": exactly(10), "before": exactly(5)}) is None
    assert narrow(relation, {"now": exactly(11), "before": exactly(5)}) is not None


def test_a_relation_is_no_truth_value():
    with pytest.raises(TypeError):
        bool(var("a") == var("b"))
    with pytest.raises(TypeError):
        var("a") != var("b")  # noqa: B015
    with pytest.raises(TypeError):
        var("a") + 0.5


def test_reads_as_arithmetic():
    assert str(var("total") == add([var("home"), var("abroad")])) == "total = home + abroad"
    assert str(var("left") == var("target") - var("done")) == "left = target - done"
    assert str(var("a") / var("b") <= 2) == "a / b <= 2"
    assert str(var("c") == mean([var("r")], [var("w")])) == "c = (r × w) / (w)"


def test_a_value_of_a_mean_is_as_far_off_as_the_other_makes_it():
    domains = {"m": between(Fraction("2.585"), Fraction("2.595")), "a": exactly(Fraction("2.45")), "b": EVERYTHING}
    domains |= {"v": between(Fraction(1150), Fraction(1250)), "w": between(Fraction(750), Fraction(850))}
    left = narrow(var("m") == mean([var("a"), var("b")], [var("v"), var("w")]), domains)["b"]
    assert left == between(
        Fraction("2.585") + Fraction("0.135") * 1150 / 850, Fraction("2.595") + Fraction("0.145") * 1250 / 750
    )
