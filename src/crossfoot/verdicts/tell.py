"""Lines that people follow: a claim or a fault in; its arithmetic, its message and its certificate out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from crossfoot.interval import EVERYTHING, Interval
from crossfoot.model import Document, Printed, Span, Step
from crossfoot.relation import Const, Relation, Sum, Term, Var, narrow
from crossfoot.verdicts import wording
from crossfoot.verdicts.judge import Fault
from crossfoot.verdicts.propagate import State
from crossfoot.verdicts.system import Claim, Component, Equation, Level, Site


class Teller(msgspec.Struct, frozen=True, eq=False):
    """What is needed to put verdicts on one component into words."""

    document: Document
    component: Component
    state: State | None  # what is known of figures that nobody printed

    def known(self, key: int) -> Interval:
        return self.component.base[key] if self.state is None else self.state.range(key)

    def printed(self, key: int, among: tuple[Span, ...] = ()) -> tuple[Site, Printed, int] | None:
        """The printing of a figure: one that a claim names, else the first."""
        sites = self.component.printings[key]
        site, i = next(((s, i) for s, i in sites if s.span in among), sites[0] if sites else (None, 0))
        return None if site is None else (site, site.printed[i], i)

    def value(self, key: int, among: tuple[Span, ...] = ()) -> str:
        """A figure in a line of arithmetic: as it is printed, else what is known of it."""
        found = self.printed(key, among)
        if found is None:
            range_ = self.known(key)
            return wording.spread(range_) if range_.bounded else wording.label(self.component.figures[key])
        return wording.said(self.document, found[0].span, found[1].quantity)

    def reckoned(
        self, equation: Equation, key: int, level: Level = "strict", among: tuple[Span, ...] = ()
    ) -> Interval | None:
        """What the other figures of an equation make of one of them, each as printed."""
        domains = {}
        for other in equation.keys:
            found = None if other == key else self.printed(other, among)
            if other == key:
                domains[other] = self.component.base[other]
            elif found is None:
                domains[other] = self.known(other)
            else:
                domains[other] = getattr(found[0].ranges[found[2]], level)
        changes = narrow(equation.relation, domains)
        return None if changes is None else changes.get(key, domains[key])


def arithmetic(teller: Teller, claim: Claim, equation: Equation) -> str:
    """One line: "101,102 + 4,366 = 105,468; stated 105,500"."""
    spans = claim.statement.spans
    if not equation.keys:
        return ""
    key = _result(teller, claim, equation)
    stated = teller.value(key, spans)
    if equation.relation.op != "==":
        return equation.relation.written(lambda k: teller.value(k, spans))
    range_ = teller.reckoned(equation, key, "strict", spans)
    sum_ = _other_side(equation.relation, key)
    others = [teller.value(k, spans) for k in equation.keys if k != key]
    if sum_ is not None:
        text = sum_.written(lambda k: teller.value(k, spans))
    elif len(others) == 2:
        text = _of_two(teller, claim, equation, key, others)
    else:
        return equation.relation.written(lambda k: teller.value(k, spans))
    printed = teller.printed(key, spans)
    if range_ is None or not range_.bounded:
        return f"{text} = {stated}"
    made = _rounded(range_, teller, equation, key, spans)
    if printed is None or made == stated or made + "%" == stated:
        return f"{text} = {stated}"
    return f"{text} = {made}; stated {_stated(stated, printed[1])}"


def _rounded(range_: Interval, teller: Teller, equation: Equation, key: int, spans: tuple[Span, ...]) -> str:
    """What the others make, exactly as they are printed where that is one number, else the range."""
    point = _point(teller, equation, key, spans)
    rate = teller.component.figures[key].unit in ("percent", "pp")
    if point is not None:
        places = 2 if point.denominator > 1 and abs(point) < 1000 else 0
        text = wording.exact(Fraction(round(point * 10**places), 10**places))
        return text + ("%" if rate else "")
    return wording.spread(range_)


def _point(teller: Teller, equation: Equation, key: int, spans: tuple[Span, ...]) -> Fraction | None:
    """The figure that the others make if each is taken as the very number printed."""
    domains: dict[int, Interval] = {key: EVERYTHING}
    for other in equation.keys:
        if other == key:
            continue
        found = teller.printed(other, spans)
        if found is None or found[1].quantity.low != found[1].quantity.high:
            return None
        quantity = found[1].quantity
        sign = -1 if quantity.change == "down" and quantity.low > 0 else 1
        domains[other] = Interval(sign * quantity.low, sign * quantity.low)
    changes = narrow(equation.relation, domains)
    range_ = None if changes is None else changes.get(key)
    return None if range_ is None else range_.exact


def _stated(text: str, printed: Printed) -> str:
    quantity = printed.quantity
    if quantity.scale == 1 and quantity.step == 1 and quantity.low % 100 == 0 and quantity.low >= 1000:
        zeros = len(str(int(quantity.low))) - len(str(int(quantity.low)).rstrip("0"))
        return f"{text} (to {10**zeros:,}s)"
    return text


def _of_two(teller: Teller, claim: Claim, equation: Equation, key: int, others: list[str]) -> str:
    """Three figures: what is done with two of them to make the third."""
    kind, a, b = claim.statement.kind, others[0], others[1]
    figure = teller.component.figures[key]
    if kind == "growth":
        return (
            f"{a} against {b}" if figure.unit in ("percent", "pp") else f"{a} and {_signed(teller, claim, equation, b)}"
        )
    if kind in ("share", "attainment") and figure.unit == "percent":
        return f"{a} / {b}"
    if kind in ("share", "attainment"):
        return f"{b} of {a}"
    if kind in ("conversion", "ratio"):
        return f"{a} / {b}"
    return equation.relation.written(lambda k: teller.value(k, claim.statement.spans))


def _signed(teller: Teller, claim: Claim, equation: Equation, text: str) -> str:
    found = teller.printed(equation.keys[-1], claim.statement.spans)
    down = found is not None and found[1].quantity.change == "down"
    return ("-" if down else "+") + text


def _result(teller: Teller, claim: Claim, equation: Equation) -> int:
    """The figure that a claim is about: the first of its spans, where that prints one of its figures."""
    if claim.statement.spans:
        for site in teller.component.sites:
            if site.span == claim.statement.spans[0]:
                for key in site.keys:
                    if key in equation.keys:
                        return key
    return equation.keys[0]


def _other_side(relation: Relation, key: int) -> Term | None:
    """The side that a figure is said to equal, if it stands alone on its own."""
    for own, other in ((relation.left, relation.right), (relation.right, relation.left)):
        alone = own.parts[0][1] if isinstance(own, Sum) and len(own.parts) == 1 and own.parts[0][0] == 1 else own
        if isinstance(alone, Var) and alone.key == key and not isinstance(other, Const):
            return other
    return None


# ----------------------------------------------------------------------------------------------------- messages


def message(teller: Teller, fault: Fault) -> str:
    """What was read, what was expected, from which words."""
    conflict = fault.conflict
    if not conflict.equations:
        return _differs(teller, fault)
    pivot = _pivot(teller, fault)
    said = list(dict.fromkeys(_sayings(teller, fault, pivot)))
    return "; ".join(said[:5])


def _differs(teller: Teller, fault: Fault) -> str:
    sites = fault.conflict.sites
    key = next((k for k in sites[0].keys if all(k in s.keys for s in sites)), sites[0].keys[0])
    texts = list(dict.fromkeys(teller.document.text[s.span.start : s.span.end] for s in sites))
    return f"{wording.label(teller.component.figures[key])} is given as {' and as '.join(texts)}"


def _pivot(teller: Teller, fault: Fault) -> int:
    """The figure on which the conflict turns: the one that most of its equations share, results before parts."""
    claims = teller.component.claims
    count: dict[int, int] = {}
    for equation in fault.conflict.equations:
        for key in equation.keys:
            count[key] = count.get(key, 0) + 1
        count[_result(teller, claims[equation.claim], equation)] += 1
    return max(sorted(count), key=lambda k: count[k])


def _sayings(teller: Teller, fault: Fault, pivot: int) -> Iterator[str]:
    claims = teller.component.claims
    others = [
        e for c in teller.component.claims for e in c.equations[:1] if pivot in e.keys and _all_printed(teller, e)
    ]
    own = [e for e in fault.conflict.equations if pivot in e.keys]
    yielded = False
    for i, equation in enumerate([*own, *(e for e in others if e not in own)]):
        if equation.relation.op != "==":
            continue
        made = _made(teller, claims[equation.claim], equation, pivot)
        if made:
            yield made
            if i == 0:
                yield from _stated_as(teller, pivot)
                yielded = True
    if not yielded:
        yield from _stated_as(teller, pivot)
    for equation in fault.conflict.equations:
        if equation not in own:
            yield arithmetic(teller, claims[equation.claim], equation)


def _all_printed(teller: Teller, equation: Equation) -> bool:
    return all(teller.printed(key) is not None for key in equation.keys)


def _stated_as(teller: Teller, key: int) -> Iterator[str]:
    found = teller.printed(key)
    if found is not None:
        yield f"{_named(teller, key)} says {teller.value(key)}"


def _named(teller: Teller, key: int) -> str:
    figure = teller.component.figures[key]
    return (
        "the text" if figure.unit in ("percent", "pp") or figure.metric.startswith("growth") else wording.short(figure)
    )


def _made(teller: Teller, claim: Claim, equation: Equation, key: int) -> str | None:
    """ "sedans, SUVs and MPVs make 106,008"."""
    range_ = teller.reckoned(equation, key, "strict", claim.statement.spans)
    if range_ is None:
        return None
    figures = teller.component.figures
    value = wording.spread(range_)
    side = _other_side(equation.relation, key)
    if isinstance(side, Sum):
        names = [wording.short(figures[k]) for k in equation.keys if k != key]
        return f"{wording.listed(names)} make {value}"
    others = [teller.value(k, claim.statement.spans) for k in equation.keys if k != key]
    if len(others) == 2:
        value += "%" if figures[key].unit == "percent" else ""
        return f"{_of_two(teller, claim, equation, key, others)} makes {value}"
    return arithmetic(teller, claim, equation)


# ------------------------------------------------------------------------------------------------- certificates


def certificate(teller: Teller, fault: Fault) -> tuple[Step, ...]:
    """The printed ranges and the equations of a conflict, with what each leaves: enough to recompute it from."""
    names = teller.component.figures
    steps = [
        Step(wording.label(names[key]), getattr(ranges, fault.conflict.level), None, (site.span,))
        for site in fault.conflict.sites
        for key, ranges in zip(site.keys, site.ranges, strict=True)
    ]
    for equation in fault.conflict.equations:
        for key in equation.keys:
            left = teller.reckoned(equation, key, fault.conflict.level)
            if left is not None:
                written = equation.relation.written(lambda k: wording.label(names[k]))
                steps.append(Step(wording.label(names[key]), left, written))
    return tuple(steps)
