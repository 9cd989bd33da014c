"""Laws of the whole room, on stories made up at random from true numbers printed with honest rounding."""

from __future__ import annotations

import json
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crossfoot.audit import verified
from crossfoot.interval import Interval
from crossfoot.model import Document, Fact, Figure, Found, Period, Printed, Quantity, Reading, Report, Span, Statement
from crossfoot.ranges import ranges
from crossfoot.relation import add, var
from crossfoot.verdicts import solve
from crossfoot.views.json import show


class World:
    """True figures, a text that prints them rounded, and the equations that are true of them."""

    def __init__(self) -> None:
        self.text, self.facts, self.statements = "", [], []
        self.true: dict[Figure, Fraction] = {}
        self.printed: dict[Figure, Printed] = {}
        self.told = []  # how it came about, to tell it again with a slip

    def figure(self, name: str, value: Fraction | int, unit: str = "vehicle") -> Figure:
        figure = Figure("x", name, (), Period(None, None, "2020"), unit)
        self.true[figure] = Fraction(value)
        return figure

    def prints(self, figure: Figure, value: Fraction, step: Fraction, kind: str = "count", scale: int = 1) -> None:
        self.told.append(("prints", (figure, value, step, kind, scale)))
        size = abs(value)
        places = max(0, len(str((step / scale).denominator)) - 1)
        words = f"{float(size / scale):,.{places}f}"
        start = len(self.text)
        self.text += words + (" million" if scale > 1 else "") + " ; "
        end = start + len(words)
        change = "down" if value < 0 else "up" if kind == "percent" else None
        quantity = Quantity(
            size, size, step, figure.unit, kind, change=change, digits=(start, end), scale=scale,
            scale_word=(end + 1, end + 8) if scale > 1 else None,
        )  # fmt: skip
        printed = Printed(figure, quantity, Span("d", start, end))
        self.printed[figure] = printed
        self.facts.append(Fact((printed.span,), "drawn", (printed,)))

    def says(self, kind: str, relation, *figures: Figure, implies=()) -> None:
        self.told.append(("says", (kind, relation, *figures), implies))
        spans = tuple(self.printed[f].span for f in figures if f in self.printed)
        self.statements.append(Statement(kind, (Reading(relation),), "asserted", spans, implies=tuple(implies)))

    def but(self, wrong: Figure, factor: Fraction) -> World:
        """The same story with one figure printed as so many times as much, to the place that it is printed to."""
        world = World()
        world.true = self.true
        for verb, given_, *more in self.told:
            if verb == "says":
                world.says(*given_, implies=more[0])
            elif given_[0] == wrong:
                figure, value, step, *rest = given_
                world.prints(figure, round(value * factor / step) * step or step, step, *rest)
            else:
                world.prints(*given_)
        return world

    def solve(self):
        return solve(Document("d", self.text, "en", None, None, ()), tuple(self.facts), tuple(self.statements))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A total of parts, each with last year's figure and a rate; printed to the unit, in hundreds or in millions."""
    world = World()
    parts = draw(st.lists(st.integers(1_001, 9_999_999), min_size=2, max_size=5))
    figures = [world.figure(f"part {i}", value) for i, value in enumerate(parts)]
    total = world.figure("total", sum(parts))
    for figure in (total, *figures):
        _rounded(draw, world, figure)
    world.says("sum", var(total) == add([var(f) for f in figures]), total, *figures)
    for i, (figure, value) in enumerate(zip(figures, parts, strict=True)):
        if draw(st.booleans()):
            before = world.figure(f"before {i}", draw(st.integers(max(1, value // 3), value * 3)))
            rate = world.figure(f"growth of part {i}", 100 * (world.true[figure] / world.true[before] - 1), "percent")
            if draw(st.booleans()):
                _rounded(draw, world, before)
            step = draw(st.sampled_from([Fraction(1), Fraction(1, 10)]))
            shown = round(world.true[rate] / step) * step
            if shown:
                world.prints(rate, shown, step, "percent")
                relation = var(figure) * 100 == var(before) * (100 + var(rate))
                implies = () if before in world.printed else (before,)
                world.says("growth", relation, figure, before, rate, implies=implies)
    return world


def _rounded(draw: st.DrawFn, world: World, figure: Figure) -> None:
    value = world.true[figure]
    how = draw(st.sampled_from(["units", "hundreds", "millions"]))
    if how == "millions" and value >= 10**5:
        step = Fraction(10**6, 100)
        world.prints(figure, round(value / step) * step, step, "count", 10**6)
    elif how == "hundreds" and value >= 10**4 and round(value / 100) % 10:
        world.prints(figure, Fraction(round(value / 100) * 100), Fraction(1))
    else:
        world.prints(figure, value, Fraction(1))


@settings(deadline=None)
@given(worlds())
def test_a_true_story_raises_nothing_and_the_truth_lies_in_every_range(world):
    labels = {}
    for verdict in world.solve():
        assert verdict.outcome in ("holds", "holds_rounded", "implied", "unchecked"), verdict
        if verdict.outcome == "implied":
            labels.setdefault(verdict.label, []).append(verdict.range)
    for figure, value in world.true.items():
        if figure in world.printed:
            assert ranges(world.printed[figure]).default.contains(value)
        for range_ in labels.get(f"{figure.metric}, 2020", []):
            if range_.low == range_.high or figure not in world.printed:
                default = labels[f"{figure.metric}, 2020"][-1]
                assert default.contains(value)


@settings(deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_order_changes_nothing(world, random):
    first = world.solve()
    random.shuffle(world.facts)
    random.shuffle(world.statements)
    assert world.solve() == first


@settings(deadline=None)
@given(st.lists(st.integers(10_001, 99_999), min_size=4, max_size=6), st.data())
def test_a_wrong_digit_where_two_sums_meet_is_found(parts, data):
    """One total, split twice, all to the unit: the wrong figure is among the candidates, with what is right."""
    half = len(parts) // 2
    other = [sum(parts[:half]), sum(parts[half:])]
    values = (
        {"total": sum(parts)} | {f"a{i}": v for i, v in enumerate(parts)} | {f"b{i}": v for i, v in enumerate(other)}
    )
    assume(all(value % 10 for value in values.values()))  # a zero at the end is room for rounding
    wrong = data.draw(st.sampled_from(sorted(values)))
    digits = str(values[wrong])
    at = data.draw(st.integers(0, len(digits) - 1))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != digits[at]]))
    world = World()
    figures = {name: world.figure(name, value) for name, value in values.items()}
    for name, value in values.items():
        shown = int(digits[:at] + digit + digits[at + 1 :]) if name == wrong else value
        world.prints(figures[name], Fraction(shown), Fraction(1))
    total = figures["total"]
    for side in "ab":
        members = [f for name, f in figures.items() if name[0] == side and name != "total"]
        world.says("sum", var(total) == add([var(f) for f in members]), total, *members)
    found = [v for v in world.solve() if v.code is not None and v.outcome != "implied"]
    assert found
    assert found[0].outcome in ("contradicted", "query")
    span = world.printed[figures[wrong]].span
    right = f"{values[wrong]:,}"
    assert any(c.span == span and c.suggested == right for c in found[0].culprits), (found[0].culprits, right)


@settings(deadline=None)
@given(worlds(), st.data())
def test_every_verdict_is_proved_by_its_certificate_also_where_a_digit_is_wrong(world, data):
    wrong = data.draw(st.sampled_from(sorted(world.printed, key=repr)))
    factor = data.draw(st.sampled_from([Fraction(1), Fraction(11, 10), Fraction(9, 10), Fraction(2), Fraction(1, 10)]))
    assert unproved(world.but(wrong, factor)) == []


def unproved(world: World) -> list[tuple[str, str | None]]:
    """What does not follow from its certificate, of the report on a story."""
    document, facts = Document("d", world.text, "en", None, None, ()), tuple(world.facts)
    report = Report(document, Found((), ()), facts, tuple(world.statements), world.solve())
    return [(place, why) for place, why in verified(json.loads(show(report))) if why is not None]


def test_an_empty_story_has_no_verdicts():
    assert World().solve() == ()


def test_intervals_of_verdicts_are_exact():
    world = World()
    a, b, c = world.figure("a", 10), world.figure("b", 3), world.figure("c", 7)
    world.prints(a, Fraction(10), Fraction(1))
    world.prints(b, Fraction(3), Fraction(1))
    world.says("difference", var(a) == var(b) + var(c), a, b, implies=(c,))
    implied = [v for v in world.solve() if v.outcome == "implied"]
    assert [v.range for v in implied] == [Interval(Fraction(7), Fraction(7))]
