"""What the solver works on: facts and statements in; figures as small numbers, printings and equations in components out.

One figure is one variable. A *site* is a piece of text that prints a figure (or two: "a third" may be printed once and
serve two facts), the thing that can be wrong. Everything is put in reading order first, so that neither the order of
the facts nor that of the statements can change a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from crossfoot.interval import EVERYTHING, NOT_NEGATIVE, Interval
from crossfoot.lexicon.metrics import metric
from crossfoot.model import Fact, Figure, Printed, Span, Statement
from crossfoot.relation import Relation
from crossfoot.verdicts.ranges import RATES, Ranges, ranges

Level = Literal["strict", "default", "loose"]
SIGNED = ("growth of ", "change in ", "change of ", "points of ", "difference ", "balance ")


class Site(msgspec.Struct, frozen=True, gc=False):
    """A piece of text that prints figures; `keys`, `printed` and `ranges` run in parallel."""

    index: int
    span: Span
    keys: tuple[int, ...]
    printed: tuple[Printed, ...]
    ranges: tuple[Ranges, ...]


class Equation(msgspec.Struct, frozen=True, eq=False):
    """One reading of one claim, over numbered figures."""

    relation: Relation
    keys: tuple[int, ...]
    claim: int
    rank: int = 0
    note: str = ""


class Claim(msgspec.Struct, frozen=True, eq=False):
    index: int
    statement: Statement
    equations: tuple[Equation, ...]
    keys: frozenset[int]


class Component(msgspec.Struct, frozen=True, eq=False):
    """Figures that hang together; nothing outside bears on them."""

    keys: tuple[int, ...]
    sites: tuple[Site, ...]
    claims: tuple[Claim, ...]


class System(msgspec.Struct, frozen=True, eq=False):
    figures: tuple[Figure, ...]
    base: tuple[Interval, ...]  # what is known of each figure before anybody printed it
    whole: frozenset[int]  # counts in single units: whole numbers only
    components: tuple[Component, ...]


def compiled(facts: Sequence[Fact], statements: Sequence[Statement]) -> System:
    printings = sorted({p for fact in facts for p in fact.printed}, key=_place)
    ordered = sorted(statements, key=_order)
    number: dict[Figure, int] = {}
    for figure in (p.figure for p in printings):
        number.setdefault(figure, len(number))
    for statement in ordered:
        for reading in statement.readings:
            for figure in reading.relation.keys:
                number.setdefault(figure, len(number))
    figures = tuple(number)
    sites = _sites(printings, number)
    claims = tuple(_claim(i, statement, number) for i, statement in enumerate(ordered))
    whole = _whole(figures, printings)
    return System(figures, tuple(_base(f) for f in figures), whole, _components(len(figures), sites, claims))


def start(
    system: System, component: Component, level: Level, instead: Mapping[int, tuple[Interval, ...] | None]
) -> dict[int, Interval] | int:
    """The range of each figure from its printings alone, or the first figure whose printings share no number.

    `instead` sets sites aside (None) or gives them other ranges.
    """
    domains = {key: system.base[key] for key in component.keys}
    for site in component.sites:
        own = instead.get(site.index, ()) if site.index in instead else tuple(getattr(r, level) for r in site.ranges)
        for key, range_ in zip(site.keys, own or (), strict=False):
            left = domains[key] & range_
            if left is not None and key in system.whole:
                left = left.whole()
            if left is None:
                return key
            domains[key] = left
    return domains


def may_be_negative(figure: Figure) -> bool:
    row = metric(figure.metric)
    return (row is not None and row.negative) or figure.metric.startswith(SIGNED) or figure.status == "difference"


def _base(figure: Figure) -> Interval:
    return EVERYTHING if may_be_negative(figure) else NOT_NEGATIVE


def _whole(figures: Sequence[Figure], printings: Sequence[Printed]) -> frozenset[int]:
    """Figures in a unit that the text counts singly; a rate or an average need not be whole."""
    counted = {p.figure.unit for p in printings if p.quantity.kind == "count" and not p.quantity.per}
    broken = {p.figure for p in printings if p.quantity.step.denominator > 1 or p.quantity.kind != "count"}
    return frozenset(
        i for i, f in enumerate(figures) if f.unit in counted and f not in broken and not f.metric.startswith(("growth", "average"))
    )


def _sites(printings: Sequence[Printed], number: Mapping[Figure, int]) -> tuple[Site, ...]:
    by_span: dict[Span, list[Printed]] = {}
    for printed in printings:
        by_span.setdefault(printed.span, []).append(printed)
    return tuple(
        Site(i, span, tuple(number[p.figure] for p in group), tuple(group), tuple(ranges(p) for p in group))
        for i, (span, group) in enumerate(by_span.items())
    )


def _claim(index: int, statement: Statement, number: Mapping[Figure, int]) -> Claim:
    readings = sorted(statement.readings, key=lambda r: r.rank)
    equations = []
    for reading in readings:
        relation = reading.relation.renamed(number.__getitem__)
        equations.append(Equation(relation, relation.keys, index, reading.rank, reading.note))
    return Claim(index, statement, tuple(equations), frozenset(k for e in equations for k in e.keys))


def _components(count: int, sites: Sequence[Site], claims: Sequence[Claim]) -> tuple[Component, ...]:
    parent = list(range(count))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for group in [*(site.keys for site in sites), *(tuple(sorted(c.keys)) for c in claims if c.statement.origin != "discovered")]:
        for key in group[1:]:
            parent[max(root(group[0]), root(key))] = min(root(group[0]), root(key))
    keys: dict[int, list[int]] = {}
    for i in range(count):
        keys.setdefault(root(i), []).append(i)
    of_sites: dict[int, list[Site]] = {}
    for site in sites:
        of_sites.setdefault(root(site.keys[0]), []).append(site)
    of_claims: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.statement.origin != "discovered":
            of_claims.setdefault(root(min(claim.keys)) if claim.keys else -1, []).append(claim)
    found = [Component(tuple(k), tuple(of_sites.get(r, ())), tuple(of_claims.get(r, ()))) for r, k in keys.items()]
    bare = [Component((), (), (claim,)) for claim in of_claims.get(-1, ())]  # a weekday and its date: no figure at all
    return (*found, *bare)


def _place(printed: Printed) -> tuple[Span, str]:
    return printed.span, repr(printed)


def _order(statement: Statement) -> tuple[tuple[Span, ...], str, str]:
    return statement.spans, statement.kind, repr([(r.rank, r.note, r.relation.written(repr)) for r in statement.readings])


__all__ = ["RATES", "Claim", "Component", "Equation", "Level", "Site", "System", "compiled", "start"]
