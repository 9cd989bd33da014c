"""Whatever the rooms before hand over, the verdicts come: no crash, no finding without words, the same each time."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.model import Document, Fact, Figure, Period, Printed, Quantity, Reading, Span, Statement
from crossfoot.relation import Product, Quotient, Relation, Term, const, mean, var
from crossfoot.verdicts import solve

TEXT = "Sales fell 4% to 1.2 billion yuan, 30 of them in April; 三成 of eight 780万 and US$4.26 million rose 24 times."
METRICS = ["sales_volume", "growth of sales_volume", "net_profit", "price", "other:things", "", "average coupon"]
figures = st.builds(
    Figure,
    st.sampled_from([None, "a", "b"]),
    st.sampled_from(METRICS),
    st.sampled_from([(), (("market", "domestic"),), (("pair", "CNY/USD"),), (("pair", "odd"),)]),
    st.sampled_from([None, Period(None, None, "2020-04"), Period(None, None, "spring"), Period(None, None, "2020-99")]),
    st.sampled_from(["", "vehicle", "percent", "pp", "CNY"]),
    st.none(),
    st.sampled_from(["actual", "target", "left to the target"]),
)
places = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 12)).map(lambda p: (p[0], min(len(TEXT), p[0] + p[1])))
values = st.fractions(-(10**9), 10**12, max_denominator=1000) | st.integers(-3, 2000).map(Fraction)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low = draw(values)
    return Quantity(
        low,
        draw(st.just(low) | values),
        draw(st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 100), Fraction(10**6), Fraction(-1)])),
        draw(st.sampled_from(["", "vehicle", "percent"])),
        draw(st.sampled_from(["money", "percent", "percentage-point", "multiple", "fraction", "count", "ordinal"])),
        approx=draw(st.sampled_from([None, "~", ">", ">=", "<", "<~", "<="])),
        change=draw(st.sampled_from([None, "up", "down"])),
        digits=draw(places),
        scale=draw(st.sampled_from([1, 10**4, 10**6])),
        scale_word=draw(st.none() | places),
        unit_word=draw(st.none() | places),
    )


def terms(keys: list[Figure]) -> st.SearchStrategy[Term]:
    leaves = st.sampled_from([var(key) for key in keys]) | values.map(const)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.tuples(inner, inner).map(lambda p: p[0] + p[1]),
            st.tuples(inner, inner).map(lambda p: Product(*p)),
            st.tuples(inner, inner).map(lambda p: Quotient(*p)),
            st.tuples(inner, inner).map(lambda p: mean([p[0]], [p[1]])),
            st.tuples(inner, st.integers(-2, 2)).map(lambda p: p[0] * p[1]),
        ),
        max_leaves=4,
    )


@st.composite
def stories(draw: st.DrawFn) -> tuple[tuple[Fact, ...], tuple[Statement, ...]]:
    keys = draw(st.lists(figures, min_size=1, max_size=5))
    facts = []
    for key in keys:
        for _ in range(draw(st.integers(0, 2))):
            span = Span("d", *draw(places))
            word = draw(st.none() | places.map(lambda p: Span("d", *p)))
            facts.append(Fact((span,), "", (Printed(key, draw(quantities()), span, draw(st.booleans()), word),)))
    statements = []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(
            st.sampled_from(["sum", "growth", "share", "count", "conversion", "average", "order", "date", "points"])
        )
        readings = [
            Reading(Relation(draw(terms(keys)), draw(st.sampled_from(["==", "<=", "<"])), draw(terms(keys))), rank)
            for rank in range(draw(st.integers(0, 2)))
        ]
        spans = tuple(draw(st.lists(st.sampled_from([f.spans[0] for f in facts]), max_size=3))) if facts else ()
        origin = draw(st.sampled_from(["asserted", "structural", "outside", "discovered"]))
        implies = tuple(draw(st.lists(st.sampled_from(keys), max_size=2)))
        statements.append(Statement(kind, tuple(readings), origin, spans, draw(st.booleans()), implies))
    return tuple(facts), tuple(statements)


@settings(deadline=None)
@given(stories(), st.sampled_from(["en", "zh"]))
def test_any_story_has_verdicts_in_any_order(story, lang):
    document = Document("d", TEXT, lang, None, None, ())
    verdicts = solve(document, *story)
    assert verdicts == solve(document, story[0][::-1], story[1][::-1])
    for verdict in verdicts:
        if verdict.code is not None and verdict.outcome != "implied":
            assert verdict.message
            assert verdict.certificate or not verdict.spans
            assert all(0 <= c.span.start <= c.span.end <= len(TEXT) for c in verdict.culprits)
        if verdict.outcome == "implied":
            assert verdict.label is not None
            assert verdict.range is not None
