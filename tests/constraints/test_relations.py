"""Each kind of relation: the equation holds for the figures of a true story and fails for a false one."""

from __future__ import annotations

import msgspec

from crossfoot.constraints import relate
from crossfoot.model import (
    Averaging,
    Change,
    Conversion,
    Fact,
    Figure,
    Grouping,
    Listing,
    Multiplication,
    Policy,
    Printed,
    Relationship,
    Share,
    Span,
    Statement,
    Target,
)

from .build import holds, measured, months, quantity, sales

TOTAL, HOME, ABROAD = sales(), sales(market="domestic"), sales(market="export")
YEAR_AGO = sales(year=2019)
RATE = Figure("geely", "growth of sales_volume", (), TOTAL.period, "percent", "2019-04")
WORDS = (Span("d", 0, 9),)


def one(kind: str, *facts: Fact) -> Statement:
    (found,) = [statement for statement in relate(facts) if statement.kind == kind]
    return found


def change(figure: Figure, base: Figure, rate: Figure, by: str = "percent") -> Change:
    size = quantity(2, "percent", "percent", change="up")
    printed = (Printed(rate, size, Span("d", 5, 6)),)
    return Change(spans=WORDS, rule="t", printed=printed, figure=figure, rate=rate, bases=(base,), quantity=size, by=by)  # type: ignore[arg-type]


def test_a_complete_grouping_is_an_equation() -> None:
    whole = Grouping(spans=WORDS, rule="t", whole=TOTAL, parts=(HOME, ABROAD), complete=True)
    statement = one("sum", measured(TOTAL, 10, 1), measured(HOME, 7, 2), measured(ABROAD, 3, 3), whole)
    assert holds(statement, {TOTAL: 10, HOME: 7, ABROAD: 3})
    assert not holds(statement, {TOTAL: 11, HOME: 7, ABROAD: 3})
    assert [span.start for span in statement.spans] == [1, 2, 3]


def test_parts_that_may_not_be_all_only_bound_the_whole() -> None:
    some = Grouping(spans=WORDS, rule="t", whole=TOTAL, parts=(HOME, ABROAD), complete=False)
    statement = one("sum", some)
    assert holds(statement, {TOTAL: 11, HOME: 7, ABROAD: 3})
    assert not holds(statement, {TOTAL: 9, HOME: 7, ABROAD: 3})


def test_growth_in_percent_points_and_amounts() -> None:
    growth = one("growth", change(TOTAL, YEAR_AGO, RATE))
    assert holds(growth, {TOTAL: 102, YEAR_AGO: 100, RATE: 2})
    assert not holds(growth, {TOTAL: 102, YEAR_AGO: 100, RATE: 3})
    assert growth.implies == (YEAR_AGO,)
    points = one("points", change(TOTAL, YEAR_AGO, msgspec.structs.replace(RATE, unit="bp"), "points"))
    assert holds(points, {TOTAL: "4.75", YEAR_AGO: "4.5", msgspec.structs.replace(RATE, unit="bp"): 25})
    amount = one("difference", change(TOTAL, YEAR_AGO, RATE, "amount"))
    assert holds(amount, {TOTAL: 102, YEAR_AGO: 95, RATE: 7})


def test_the_rates_of_parts_and_whole_must_agree() -> None:
    figures = (TOTAL, HOME, ABROAD)
    bases = [msgspec.structs.replace(f, period=YEAR_AGO.period) for f in figures]
    rates = [msgspec.structs.replace(RATE, segment=f.segment) for f in figures]
    moved = [change(f, b, r) for f, b, r in zip(figures, bases, rates, strict=True)]
    whole = Grouping(spans=WORDS, rule="t", whole=TOTAL, parts=(HOME, ABROAD), complete=True)
    levels = one("growth_mix", whole, *moved, measured(HOME, 8), measured(ABROAD, 3))
    assert holds(levels, dict(zip(bases, (10, 7, 3), strict=True)))
    assert not holds(levels, dict(zip(bases, (10, 7, 4), strict=True)))
    between = one("growth_mix", whole, *moved)  # no levels: the whole's rate lies between those of its parts
    assert holds(between, dict(zip(rates, (9, 12, 4), strict=True)))
    assert not holds(between, dict(zip(rates, (13, 12, 4), strict=True)))
    assert not [s for s in relate((whole, *moved[:2])) if s.kind == "growth_mix"]  # a part without a rate


def test_a_share_is_of_its_whole() -> None:
    ratio = Figure("geely", "share", (), None, "percent")
    share = Share(spans=WORDS, rule="t", part=HOME, ratio=ratio, wholes=(TOTAL,), quantity=quantity(70, "percent"))
    assert holds(one("share", share), {HOME: 7, TOTAL: 10, ratio: 70})
    assert not holds(one("share", share), {HOME: 7, TOTAL: 10, ratio: 71})


def test_a_target_implies_what_is_left_of_it() -> None:
    target = msgspec.structs.replace(sales(1, 12), status="target")
    ratio, to_date = Figure("geely", "attainment", (), None, "percent"), sales(1, 4)
    fact = Target(
        spans=WORDS, rule="t", figure=target, quantity=quantity(1000), attained_by=to_date, ratio=ratio,
        attained=quantity(22, "percent"), printed=(Printed(target, quantity(1000), Span("d", 3, 4)),),
    )  # fmt: skip
    facts = (measured(to_date, 220), fact)
    assert holds(one("attainment", *facts), {to_date: 220, target: 1000, ratio: 22})
    left = one("difference", *facts)
    assert holds(left, {target: 1000, to_date: 220, left.implies[0]: 780})


def test_a_conversion_implies_a_rate_and_scale_slips_leave_its_band() -> None:
    yuan, dollars = Figure("bank", "issue", (), None, "CNY"), Figure("bank", "issue", (), None, "USD")
    fact = Conversion(
        spans=WORDS,
        rule="t",
        figure=yuan,
        to_figure=dollars,
        quantity=quantity(30, currency="CNY"),
        to_quantity=quantity("4.26", currency="USD"),
    )
    rate, band = [statement for statement in relate((fact,)) if statement.kind == "conversion"]
    assert holds(rate, {yuan: 30_000_000_000, dollars: 4_260_000_000, rate.implies[0]: "705/100"}) is False
    assert band.origin == "outside"
    assert holds(band, {rate.implies[0]: 7})
    assert not holds(band, {rate.implies[0]: 7000})


def test_stretches_of_time_add_up() -> None:
    year_to_date, april, quarter = sales(1, 4), sales(4, 4), sales(1, 3)
    cut = one("cumulative", measured(year_to_date, 10), measured(april, 4), measured(quarter, 6))
    assert holds(cut, {year_to_date: 10, april: 4, quarter: 6})
    assert not holds(cut, {year_to_date: 10, april: 4, quarter: 7})
    rest = one("cumulative", measured(year_to_date, 10), measured(april, 4))
    assert rest.implies == (quarter,)
    assert not [s for s in relate((measured(april, 4), measured(sales(1, 4, 2019), 9))) if s.kind == "cumulative"]


def test_an_average_weighs() -> None:
    rates = tuple(Figure("bank", "coupon", (("tenor", t),), None, "percent") for t in ("P3Y", "P5Y"))
    weights = tuple(Figure("bank", "issue", (("tenor", t),), None, "CNY") for t in ("P3Y", "P5Y"))
    average = Figure("bank", "average coupon", (), None, "percent")
    statement = one("average", Averaging(spans=WORDS, rule="t", average=average, rates=rates, weights=weights))
    true = dict(zip((*rates, *weights, average), (2, 3, 3, 1, "2.25"), strict=True))
    assert holds(statement, true)
    assert not holds(statement, true | {average: "2.5"})


def test_names_are_counted_and_holders_add_up() -> None:
    count = Figure(None, "names", (), None, "count", "at 0")
    listing = Listing(
        spans=WORDS, rule="t", figure=count, names=(Span("d", 1, 2), Span("d", 3, 4)), quantity=quantity(2)
    )
    assert holds(one("count", listing), {count: 2})
    assert not holds(one("count", listing), {count: 3})
    groups = [
        Relationship(
            spans=WORDS, rule=rule, subject=who, relation=rule, object="huajin", count=quantity(number),
            printed=(Printed(Figure("huajin", rule), quantity(number), Span("d", number, number + 1)),),
        )
        for rule, who, number in (("founder_of", "cas", 4), ("shareholder_of", "", 5))
    ]  # fmt: skip
    holders = one("count", *groups)
    values = {group.printed[0].figure: group.printed[0].quantity.low for group in groups}
    assert holds(holders, values | {holders.implies[0]: 10})
    assert not holds(holders, values | {holders.implies[0]: 9})


def test_a_cap_that_falls_away() -> None:
    cap = Figure(None, "ownership cap", (("of", "foreign insurers"),), None, "percent", "before")
    past = Policy(
        spans=WORDS, rule="t", action="limit", beneficiary="foreign insurers", limit_before=quantity(51, "percent"),
        printed=(Printed(cap, quantity(51, "percent"), Span("d", 7, 8)),),
    )  # fmt: skip
    lifted = Policy(
        spans=WORDS, rule="t", action="remove_limit", beneficiary="Foreign insurers", limit_after=quantity(100)
    )
    now, order = [statement for statement in relate((past, lifted)) if statement.kind == "order"]
    assert holds(now, {now.implies[0]: 100})
    assert not holds(order, {cap: 51, now.implies[0]: 49})


def test_so_many_at_so_much_each() -> None:
    total, count, price = (Figure(None, name) for name in ("total", "count", "price"))
    fact = Multiplication(spans=WORDS, rule="t", kind="product", result=total, factors=(count, price))
    assert holds(one("product", fact), {total: 494, count: 40, price: "12.35"})
    assert not holds(one("product", fact), {total: 494, count: 40, price: "13.25"})


def test_periods_of_other_years_are_another_series() -> None:
    assert months(2020, 1, 3) != months(2019, 1, 3)
