"""What the solver works on: facts and statements in; printings and equations over numbered figures, in components, out.

One figure is one variable. A *site* is a piece of text that prints a figure (or two: "a third" may be printed once and
serve two facts), the thing that can be wrong. Everything is put in reading order first, so that neither the order of
the facts nor that of the statements can change a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Literal, TypeVar

import msgspec

from crossfoot.interval import EVERYTHING, NOT_NEGATIVE, Interval
from crossfoot.lexicon.metrics import metric
from crossfoot.model import Fact, Figure, Printed, Span, Statement
from crossfoot.ranges import Ranges, ranges
from crossfoot.relation import Relation, var
from crossfoot.verdicts.grid import UNIT, Contractor, Linear, Times, as_units, contractor

Level = Literal["strict", "default", "loose"]
LEVELS: tuple[Level, ...] = ("strict", "default", "loose")
SIGNED = ("growth", "change", "move", "points", "difference", "balance")
NEVER_WHOLE = ("growth", "average")
T = TypeVar("T")


class Site(msgspec.Struct, frozen=True, eq=False):
    """A piece of text that prints figures; `keys`, `printed` and `ranges` run in parallel."""

    index: int
    span: Span
    keys: tuple[int, ...]
    printed: tuple[Printed, ...]
    ranges: tuple[Ranges, ...]
    units: dict[Level, tuple[tuple[int | None, int | None], ...]]  # the ranges of each level, as the grid counts


class Equation(msgspec.Struct, frozen=True, eq=False):
    """One reading of one claim, over the component's numbers for its figures."""

    index: int
    relation: Relation
    keys: tuple[int, ...]
    contractor: Contractor
    claim: int
    rank: int = 0
    note: str = ""


class Claim(msgspec.Struct, frozen=True, eq=False):
    index: int
    statement: Statement
    equations: tuple[Equation, ...]  # best reading first


class Component(msgspec.Struct, frozen=True, eq=False):
    """Figures that hang together; nothing else bears on them. Keys, sites, equations and claims count from 0."""

    figures: tuple[Figure, ...]
    base: tuple[Interval, ...]  # what is known of each figure before anybody printed it
    floor: tuple[int | None, ...]  # the same as the grid counts: its lower ends
    ceiling: tuple[int | None, ...]  # and its upper ones
    whole: tuple[bool, ...]  # counts in single units: whole numbers only
    sites: tuple[Site, ...]
    claims: tuple[Claim, ...]
    printings: tuple[tuple[tuple[Site, int], ...], ...]  # by figure: the sites that print it
    watchers: tuple[tuple[Equation, ...], ...]  # by figure: the equations that speak of it
    at: dict[Span, Site]  # where each site stands
    begun: dict[Level, Any] = msgspec.field(default_factory=dict)  # kept by propagate: where all begin at a level

    def printed(self, key: int) -> bool:
        return bool(self.printings[key])

    def printed_at(self, key: int, spans: Sequence[Span]) -> tuple[Site, int] | None:
        """The first printing of a figure that stands at one of some places, without a look at all others."""
        if len(self.printings[key]) <= len(spans):
            return next(((site, i) for site, i in self.printings[key] if site.span in spans), None)
        sites = [site for span in spans if (site := self.at.get(span)) is not None and key in site.keys]
        if not sites:
            return None
        first = min(sites, key=lambda site: site.index)
        return first, first.keys.index(key)


def compiled(facts: Sequence[Fact], statements: Sequence[Statement]) -> tuple[Component, ...]:
    """The components about which there is something to say: a claim, or a figure that stands in two places."""
    printings = _printings(facts)
    tied = [s for s in statements if s.origin != "discovered" and s.readings]
    ordered = in_order(tied, lambda s: (s.spans, s.kind), written)
    groups = _groups([*([p.figure] for p in printings), *(_figures(s) for s in ordered)], printings)
    of_printing: dict[int, list[Printed]] = {}
    for printed in printings:
        of_printing.setdefault(groups[printed.figure], []).append(printed)
    of_statement: dict[int, list[Statement]] = {}
    for i, statement in enumerate(ordered):
        figures = _figures(statement)
        of_statement.setdefault(groups[figures[0]] if figures else -1 - i, []).append(statement)
    counted = frozenset(p.figure.unit for p in printings if p.quantity.kind == "count" and not p.quantity.per)
    # What a text prints below zero once may be so again: shares of what came in less what went.
    signed = frozenset(p.figure.metric for p in printings if p.quantity.low < 0)
    return tuple(
        _component(of_printing.get(group, []), of_statement.get(group, []), counted, signed)
        for group in sorted({**of_printing, **of_statement})
        if group in of_statement or len({printed.span for printed in of_printing[group]}) > 1
    )


def _printings(facts: Sequence[Fact]) -> list[Printed]:
    """Each figure at each place once, in reading order: the printing that says most of it (nominal, with its word)."""
    said: dict[tuple[Span, Figure], Printed] = {}
    for fact in facts:
        for printed in fact.printed:
            other = said.setdefault((printed.span, printed.figure), printed)
            if other is not printed and other != printed and _fullness(printed) > _fullness(other):
                said[printed.span, printed.figure] = printed
    return in_order(said.values(), lambda p: p.span, repr)


def _fullness(printed: Printed) -> tuple[bool, bool, str]:
    return printed.nominal, printed.word is not None, repr(printed)


def in_order(values: Iterable[T], place: Callable[[T], Any], detail: Callable[[T], str]) -> list[T]:
    """Sorted by place, and by detail (which is dear) only where two share one; of two that are the same, one."""
    rough = sorted(values, key=place)
    return [value for _, same in groupby(rough, place) for value in _by_detail(list(same), detail)]


def _by_detail(values: list[T], detail: Callable[[T], str]) -> list[T]:
    if len(values) == 1:
        return values
    by_detail = {detail(value): value for value in values}
    return [by_detail[key] for key in sorted(by_detail)]


def written(statement: Statement) -> str:
    readings = [(r.rank, r.note, r.relation.written(repr)) for r in statement.readings]
    return repr((readings, statement.origin, statement.firm, statement.implies))


def may_be_negative(figure: Figure) -> bool:
    row = metric(figure.metric)
    return (row is not None and row.negative) or figure.metric.startswith(SIGNED) or figure.status.startswith("left")


def _figures(statement: Statement) -> list[Figure]:
    return list(dict.fromkeys(key for reading in statement.readings for key in reading.relation.keys))


def _groups(together: Iterable[Sequence[Figure]], printings: Sequence[Printed]) -> dict[Figure, int]:
    """The component of each figure, numbered by the first of its figures."""
    number: dict[Figure, int] = {}
    parent: list[int] = []

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    at_span: dict[Span, list[Figure]] = {}
    for printed in printings:
        at_span.setdefault(printed.span, []).append(printed.figure)
    for figures in (*together, *at_span.values()):
        first = None
        for figure in figures:
            key = number.setdefault(figure, len(number))
            if key == len(parent):
                parent.append(key)
            if first is not None:
                a, b = root(first), root(key)
                parent[max(a, b)] = min(a, b)
            first = key
    return {figure: root(key) for figure, key in number.items()}


def _counts(figure: Figure) -> tuple[str, str]:
    """What it is so many of: where 4.1 visits a head are printed, what they were before is no whole number either."""
    return figure.metric.removeprefix("change in "), figure.unit


def _component(
    printings: Sequence[Printed], statements: Sequence[Statement], counted: frozenset[str], signed: frozenset[str]
) -> Component:
    number: dict[Figure, int] = {}
    for printed in printings:
        number.setdefault(printed.figure, len(number))
    for statement in statements:
        for figure in _figures(statement):
            number.setdefault(figure, len(number))
    figures = tuple(number)
    sites = _sites(printings, number)
    broken = {_counts(p.figure) for p in printings if p.quantity.step.denominator > 1 or p.quantity.kind != "count"}
    whole = tuple(
        f.unit in counted and _counts(f) not in broken and not f.metric.startswith(NEVER_WHOLE) for f in figures
    )
    claims = _claims(statements, number)
    watchers: list[list[Equation]] = [[] for _ in figures]
    for claim in claims:
        for equation in claim.equations:
            for key in equation.keys:
                watchers[key].append(equation)
    printers: list[list[tuple[Site, int]]] = [[] for _ in figures]
    for site in sites:
        for i, key in enumerate(site.keys):
            printers[key].append((site, i))
    below = {p.figure for p in printings if p.quantity.low < 0 or p.quantity.change == "down"}  # so the text says
    base = tuple(
        EVERYTHING if f in below or f.metric in signed or may_be_negative(f) else NOT_NEGATIVE for f in figures
    )
    return Component(
        figures=figures,
        base=base,
        floor=tuple(None if range_.low is None else 0 for range_ in base),
        ceiling=(None,) * len(base),
        whole=whole,
        sites=sites,
        claims=claims,
        printings=tuple(map(tuple, printers)),
        watchers=tuple(map(tuple, watchers)),
        at={site.span: site for site in sites},
    )


def _sites(printings: Sequence[Printed], number: Mapping[Figure, int]) -> tuple[Site, ...]:
    found = []
    for i, (span, same) in enumerate(groupby(printings, lambda p: p.span)):
        group = tuple(same)
        own = tuple(ranges(p) for p in group)
        units = {level: tuple(as_units(getattr(r, level)) for r in own) for level in LEVELS}
        found.append(Site(i, span, tuple(number[p.figure] for p in group), group, own, units))
    return tuple(found)


def _claims(statements: Sequence[Statement], number: Mapping[Figure, int]) -> tuple[Claim, ...]:
    claims, count = [], 0
    for i, statement in enumerate(statements):
        equations = []
        for reading in sorted(statement.readings, key=lambda r: r.rank):
            relation = reading.relation.renamed(number.__getitem__)
            equations.append(
                Equation(count, relation, relation.keys, contractor(relation), i, reading.rank, reading.note)
            )
            count += 1
        claims.append(Claim(i, statement, tuple(equations)))
    return tuple(claims)


def other_move(equation: Equation, rate: int) -> Equation | None:
    """A growth read as a move by points, or the other way round; None where the equation is neither."""
    quick = equation.contractor
    if isinstance(quick, Times) and quick.slots[0][0] == 100 and quick.slots[2][1:] == (rate, 100 * UNIT):
        now, before = quick.slots[0][1], quick.slots[1][1]
        relation = var(now) == var(before) + var(rate)
    elif isinstance(quick, Linear) and len(quick.terms) == 3 and equation.keys[2] == rate:
        now, before, _ = equation.keys
        relation = var(now) * 100 == var(before) * (var(rate) + 100)
    else:
        return None
    return Equation(equation.index, relation, relation.keys, contractor(relation), equation.claim, equation.rank)
