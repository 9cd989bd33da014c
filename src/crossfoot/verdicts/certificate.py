"""What a verdict rests on, for a machine: equations, printings and repairs in; a certificate out.

Nothing of the language rooms is needed to read one: figures have numbers, ranges are exact fractions, and equations are
nested tuples of numbers and signs. `crossfoot.proof` decides from it alone whether the verdict follows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

import msgspec

from crossfoot.days import DAY, UNITS, Days, leeway
from crossfoot.interval import EVERYTHING, Interval
from crossfoot.model import Certificate, Counts, Culprit, Known, Quantity, RelationKind, Remedy, Shown, Span
from crossfoot.relation import Const, Mean, Product, Quotient, Relation, Sum, Term, Var
from crossfoot.verdicts import wording
from crossfoot.verdicts.candidates import Candidate
from crossfoot.verdicts.conflict import Trial, behind
from crossfoot.verdicts.derive import Implied
from crossfoot.verdicts.judge import Fault
from crossfoot.verdicts.propagate import Instead, State
from crossfoot.verdicts.system import LEVELS, Component, Equation, Site

NEEDED = {  # the levels that a conclusion is decided on
    "holds": ("strict",),
    "holds_rounded": ("strict", "default"),
    "reading": ("default",),
    "rounding": ("default", "loose"),
    "reworded": ("default",),
    "recoined": ("default",),
    "unexplained": ("loose",),
    "contradicted": ("loose",),
}
MOST_PRINTINGS = 6  # of one figure; of more, only those that the verdict names or that bound the figure
MOST_BEHIND = 40  # claims that a range may rest on, beyond those that fail


class Draft:
    """A certificate in the making: figures, printings and claims are numbered as they are met."""

    def __init__(self, component: Component, instead: Instead, levels: Iterable[str], named: Sequence[Span]) -> None:
        self.component, self.instead, self.named = component, instead, frozenset(named)
        self.levels = tuple(level for level in LEVELS if level in frozenset(levels))
        self.figures: dict[int, int] = {}
        self.claims: dict[int, list[Equation]] = {}
        self.at: dict[tuple[int, int], int] = {}  # printings, by site and figure

    def figure(self, key: int) -> int:
        return self.figures.setdefault(key, len(self.figures))

    def claim(self, equation: Equation) -> tuple[int, int]:
        """The number of a claim and of its reading."""
        readings = self.claims.setdefault(equation.claim, [])
        if equation not in readings:
            readings.append(equation)
            for key in equation.keys:
                self.figure(key)
        return list(self.claims).index(equation.claim), readings.index(equation)

    def printings(self) -> tuple[Shown, ...]:
        """What is printed of the figures met so far."""
        found: list[Shown] = []
        for key, number in self.figures.items():
            for site, i in _telling(self, key):
                self.at[site.index, key] = len(found)
                value = _value(site.printed[i].quantity)
                found.append(Shown(number, site.span, value, self._ranges(site, i)))
        return tuple(found)

    def _ranges(self, site: Site, i: int) -> tuple[tuple[str, Interval], ...]:
        if site.index in self.instead:
            other = self.instead[site.index]
            return () if other is None else (("used", other[i]),)
        ranges: list[tuple[str, Interval]] = []
        for level in self.levels:
            own = getattr(site.ranges[i], level)
            if not ranges or ranges[-1][1] != own:
                ranges.append((level, own))
        return tuple(ranges)

    def made(self, conclusion: str, printed: tuple[Shown, ...], **more: Any) -> Certificate:
        figures, base, whole = self.component.figures, self.component.base, self.component.whole
        said = {shown.figure for shown in printed}
        known = tuple(
            Known(wording.label(figures[key]), base[key], whole[key], number not in said)
            for key, number in self.figures.items()
        )
        claims = tuple(
            (self.component.claims[index].statement.kind, tuple(plain(e.relation, self.figures) for e in readings))
            for index, readings in self.claims.items()
        )
        return Certificate(conclusion, known, printed, claims, **more)


# ----------------------------------------------------------------------------------------------------- verdicts


def of_claim(component: Component, equation: Equation, outcome: str, named: Sequence[Span]) -> Certificate:
    """One claim on its own printings."""
    conclusion = "rounding" if outcome == "query" else outcome
    draft = Draft(component, {}, NEEDED[conclusion], named)
    draft.claim(equation)
    return draft.made(conclusion, draft.printings())


def of_repeat(component: Component, key: int, outcome: str, named: Sequence[Span]) -> Certificate:
    """One figure that is printed twice or more."""
    conclusion = "rounding" if outcome == "query" else outcome
    draft = Draft(component, {}, NEEDED[conclusion], named)
    draft.figure(key)
    return draft.made(conclusion, draft.printings())


def of_currency(component: Component, equation: Equation, blamed: Span, currency: str) -> Certificate:
    """Amounts in two currencies that tie once what is blamed is in that of the others."""
    draft = Draft(component, {}, NEEDED["recoined"], component.claims[equation.claim].statement.spans)
    claim = draft.claim(equation)
    printed = tuple(
        msgspec.structs.replace(shown, currency=component.at[shown.span].printed[0].quantity.currency)
        for shown in draft.printings()
    )
    frees = tuple(i for i, shown in enumerate(printed) if shown.span == blamed)
    return draft.made("recoined", printed, remedies=(Remedy((0,), "default", (claim,), frees, currency=currency),))


def of_fault(fault: Fault, named: Sequence[Span], remedies: bool) -> Certificate:
    """Claims that fail together, and what each candidate would change about that."""
    trial, candidates = fault.trial, fault.diagnosis.candidates if remedies else ()
    levels = {*NEEDED[fault.conclusion], *(c.look.level for c in candidates)}
    draft = Draft(trial.component, trial.instead, levels, named)
    for readings in fault.readings:
        for equation in readings:
            draft.claim(equation)
    for site in fault.conflict.sites:
        if not fault.conflict.equations:
            for key in site.keys:
                draft.figure(key)
    looks = [(candidate, *_look(draft, candidate, fault)) for candidate in candidates]
    printed = draft.printings()
    made, count = [], 0
    for candidate, claims, part in looks:
        made.append(_remedy(draft, candidate, claims, part, count))
        count += len(candidate.pieces)
    return draft.made(fault.conclusion, printed, remedies=tuple(made))


def of_implied(trial: Trial, state: State, implied: Implied, named: Sequence[Span]) -> Certificate:
    """The claims that a range rests on; `state` is the trial run with a trace."""
    draft = Draft(trial.component, trial.instead, (trial.level,), named)
    figure = draft.figure(implied.key)
    for equation in behind(state, (state.narrowed or {}).get(implied.key, ())):
        draft.claim(equation)
    return draft.made("implied", draft.printings(), figure=figure)


def of_day(date: str, said: int, others: Sequence[tuple[Culprit, str, int]] = ()) -> Certificate:
    """A date and the weekday that is printed with it; `others` are the dates and weekdays of the candidates."""

    def equation(day: str, weekday: int) -> Any:
        return ("==", ("weekday", day), str(weekday))

    reads = tuple(
        Remedy((i,), "strict", ((0, 0),), (), reads=((0, equation(*other[1:])),)) for i, other in enumerate(others)
    )
    conclusion = "contradicted" if others else "holds"
    return Certificate(conclusion, (), (), (("date", (equation(date, said),)),), reads)


# The first time and the later one, half-open, how many of a unit apart they are, and how that is counted.
Lapse = tuple[Days, Days, int, str, Counts]


def of_stretch(first: Lapse, others: Sequence[Lapse] = ()) -> Certificate:
    """Two times and how long it is from the one to the other; `others` are what the candidates make of them."""

    def equations(lapse: Lapse) -> tuple[Any, Any]:
        start, end, number, unit, counts = lapse
        base, many = UNITS[unit]
        length: Any = str(number) if many == 1 else ("*", str(many), str(number))

        def away(later: dt.date, earlier: dt.date, more: Fraction) -> Any:
            return ("+", (base, later.isoformat()), ("*", "-1", (base, earlier.isoformat())), str(more))

        less, more = leeway(unit, counts)
        return (
            ("<=", away(end[0], start[1] - DAY, less), length),
            ("<=", length, away(end[1], start[0], more)),
        )

    both = ((0, 0), (1, 0))
    reads = tuple(
        Remedy((i,), "strict", both, (), reads=tuple(enumerate(equations(other)))) for i, other in enumerate(others)
    )
    claims: list[tuple[RelationKind, tuple[Any, ...]]] = [("date", (equation,)) for equation in equations(first)]
    return Certificate("contradicted" if others else "holds", (), (), tuple(claims), reads)


# ------------------------------------------------------------------------------------------------------- pieces


def _look(draft: Draft, candidate: Candidate, fault: Fault) -> tuple[list[tuple[int, int]], bool]:
    """The claims that a candidate is judged by: those that fail, and those that its range rests on."""
    look = candidate.look
    for index in candidate.instead:
        for key in look.component.sites[index].keys:
            if not candidate.reads or look.component.watchers[key]:  # a claim read otherwise sets no figure aside
                draft.figure(key)
    core = {equation.claim for readings in fault.readings for equation in readings}
    own = [e for e in look.equations if e.claim in core]
    state = look.run(trace=True)
    asked = [
        e for index in candidate.instead for key in look.component.sites[index].keys
        for e in (state.narrowed or {}).get(key, ())
    ]  # fmt: skip
    support = behind(state, dict.fromkeys(asked), MOST_BEHIND)
    part = len(support) > MOST_BEHIND
    chosen = dict.fromkeys([*own, *support[:MOST_BEHIND]])
    replaced = {equation.claim for equation, _ in candidate.reads}
    return [draft.claim(equation) for equation in chosen if equation.claim not in replaced], part


def _remedy(draft: Draft, candidate: Candidate, claims: list[tuple[int, int]], part: bool, first: int) -> Remedy:
    sites = draft.component.sites
    places = [(index, key) for index in candidate.freed for key in sites[index].keys if (index, key) in draft.at]
    puts = []
    for index, ranges in candidate.instead.items():
        own = zip(sites[index].keys, ranges or (), strict=False)
        for key, range_ in sorted(own, key=lambda put: put[0] not in candidate.keys):  # those of its range first
            if (index, key) in draft.at and range_ != EVERYTHING:
                puts.append((draft.at[index, key], range_))
    first_site = next(iter(candidate.instead), None)
    keys = candidate.keys or (() if first_site is None else sites[first_site].keys)
    numbers = list(draft.claims)
    return Remedy(
        pieces=tuple(range(first, first + len(candidate.pieces))),
        level=candidate.look.level,
        claims=tuple(claims),
        frees=tuple(draft.at[place] for place in places),
        puts=tuple(puts),
        reads=tuple((numbers.index(e.claim), plain(other, draft.figures)) for e, other in candidate.reads),
        figures=tuple(draft.figures[key] for key in keys if key in draft.figures),
        part=part,
        value=candidate.value,
        unit=candidate.unit,
    )


def _telling(draft: Draft, key: int) -> list[tuple[Site, int]]:
    """The printings of a figure; of many, those that the verdict names and those that bound it."""
    printings = draft.component.printings[key]
    if len(printings) <= MOST_PRINTINGS:
        return list(printings)
    kept = {site.index for site, _ in printings if site.span in draft.named or site.index in draft.instead}
    for level in draft.levels:
        lows = [(r.low, -s.index) for s, i in printings if (r := getattr(s.ranges[i], level)).low is not None]
        highs = [(r.high, s.index) for s, i in printings if (r := getattr(s.ranges[i], level)).high is not None]
        kept.update([-max(lows)[1]] if lows else [], [min(highs)[1]] if highs else [])
    return [(site, i) for site, i in printings if site.index in kept]


def _value(quantity: Quantity) -> tuple[Fraction, Fraction]:
    low, high = quantity.low, quantity.high
    return (-high, -low) if quantity.change == "down" and low >= 0 else (low, high) if low <= high else (high, low)


# ---------------------------------------------------------------------------------------------------- equations


def plain(relation: Relation, number: dict[int, int]) -> Any:
    """A relation as nested tuples: figures are numbers, constants are text.

    >>> from crossfoot.relation import var
    >>> plain(var(7) * 100 == var(8) * (100 + var(9)), {7: 0, 8: 1, 9: 2})
    ('==', ('*', '100', 0), ('*', 1, ('+', 2, '100')))
    """
    return (relation.op, _plain(relation.left, number), _plain(relation.right, number))


def _plain(term: Term, number: dict[int, int]) -> Any:
    match term:
        case Var():
            return number[term.key]  # type: ignore[index]
        case Const() if term.range.exact is not None:
            return str(term.range.exact)
        case Const():
            low, high = term.range.low, term.range.high
            return ("within", None if low is None else str(low), None if high is None else str(high))
        case Sum():
            parts = tuple(_times(factor, _plain(part, number)) for factor, part in term.parts)
            return parts[0] if len(parts) == 1 else ("+", *parts)
        case Product() | Quotient():
            sign = "*" if isinstance(term, Product) else "/"
            return (sign, _plain(term.left, number), _plain(term.right, number))
        case Mean():
            sides = (tuple(_plain(part, number) for part in side) for side in (term.values, term.weights))
            return ("mean", *sides)
    raise TypeError(f"no plain form of {term!r}")


def _times(factor: int | Fraction, term: Any) -> Any:
    return term if factor == 1 else ("*", str(factor), term)
