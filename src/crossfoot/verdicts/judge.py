"""What holds in one component and what does not: its claims in; an outcome for each, the faults, and what is left, out."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crossfoot.interval import EVERYTHING, Interval
from crossfoot.model import Document, Outcome
from crossfoot.relation import narrow
from crossfoot.verdicts.conflict import Conflict, Trial, smallest
from crossfoot.verdicts.culprit import Diagnosis, diagnose
from crossfoot.verdicts.propagate import propagate
from crossfoot.verdicts.system import Claim, Component, Equation, Level, System

MOST_FAULTS = 12


class Fault(msgspec.Struct, frozen=True, eq=False):
    """One thing that does not tie: contradicted, or a query where only loose ranges or a lower reading save it."""

    outcome: Outcome
    conflict: Conflict
    diagnosis: Diagnosis
    note: str = ""


class Judgement(msgspec.Struct, frozen=True, eq=False):
    outcomes: dict[int, Outcome]  # by claim
    reasons: dict[int, str]  # why a claim is unchecked
    chosen: dict[int, Equation]  # the reading that a claim is shown by
    faults: tuple[Fault, ...]
    left: Trial  # what stands once the faults are put right, at default


def judge(system: System, component: Component, document: Document) -> Judgement:
    firm = [c for c in component.claims if c.statement.firm and len(c.equations) == 1]
    open_ = [c for c in component.claims if c.statement.firm and len(c.equations) > 1]
    weak = [c for c in component.claims if not c.statement.firm]
    trial = Trial(system, component, tuple(c.equations[0] for c in firm), "default", {})
    faults: list[Fault] = []
    for level in ("loose", "default"):
        trial = _settled(trial.but(level=level), faults, document)
    chosen = {c.index: c.equations[0] for c in component.claims if c.equations}
    for claim in open_:
        trial = _read(trial, claim, faults, chosen, document)
    outcomes: dict[int, Outcome] = {}
    reasons: dict[int, str] = {}
    for claim in weak:
        trial = _offered(trial, claim, chosen, outcomes, reasons)
    for claim in component.claims:
        if claim.index not in outcomes:
            outcomes[claim.index] = _outcome(system, component, chosen[claim.index])
    _blamed(outcomes, faults, component)
    _unwitnessed(trial, component, chosen, outcomes, reasons)
    return Judgement(outcomes, reasons, chosen, tuple(faults), trial)


def _settled(trial: Trial, faults: list[Fault], document: Document) -> Trial:
    """Find a fault, accept its likeliest repair, and look again until everything stands."""
    for _ in range(MOST_FAULTS):
        conflict = smallest(trial)
        if conflict is None:
            return trial
        diagnosis = diagnose(trial, conflict, document)
        faults.append(Fault("contradicted" if trial.level == "loose" else "query", conflict, diagnosis))
        trial = _repaired(trial, conflict, diagnosis)
    return trial.but(equations=())


def _repaired(trial: Trial, conflict: Conflict, diagnosis: Diagnosis) -> Trial:
    repaired = trial.but(instead={**trial.instead, **diagnosis.accepted})
    if diagnosis.candidates:
        return repaired
    return repaired.but(equations=tuple(e for e in trial.equations if e not in conflict.equations))


def _read(trial: Trial, claim: Claim, faults: list[Fault], chosen: dict[int, Equation], document: Document) -> Trial:
    """Try the readings of a claim, best first, against what is settled."""
    standing = [e for e in claim.equations if _stands(trial, e, "default")]
    best = claim.equations[0].rank
    if standing:
        first = [e for e in standing if e.rank == standing[0].rank]
        chosen[claim.index] = first[0]
        if first[0].rank > best:
            failing = trial.but(equations=(*trial.equations, claim.equations[0]))
            conflict = smallest(failing)
            if conflict is not None:
                note = first[0].note or "another reading"
                faults.append(Fault("query", conflict, diagnose(failing, conflict, document), note))
        return trial.but(equations=(*trial.equations, first[0])) if len(first) == 1 else trial
    saved = next((e for e in claim.equations if _stands(trial, e, "loose")), None)
    failing = trial.but(equations=(*trial.equations, claim.equations[0]), level="default" if saved else "loose")
    conflict = smallest(failing) or smallest(failing.but(level="default"))
    if conflict is not None:
        diagnosis = diagnose(failing.but(level="default"), conflict, document)
        faults.append(Fault("query" if saved else "contradicted", conflict, diagnosis))
        if diagnosis.candidates:
            trial = _repaired(trial, conflict, diagnosis)
            if _stands(trial, claim.equations[0], "default"):
                trial = trial.but(equations=(*trial.equations, claim.equations[0]))
    return trial


def _stands(trial: Trial, equation: Equation, level: Level) -> bool:
    return trial.but(equations=(*trial.equations, equation), level=level).stands() is not None


def _offered(
    trial: Trial, claim: Claim, chosen: dict[int, Equation], outcomes: dict[int, Outcome], reasons: dict[int, str]
) -> Trial:
    """A claim that may not contradict: taken where it stands, left aside where it does not."""
    for equation in claim.equations:
        if _stands(trial, equation, "default"):
            chosen[claim.index] = equation
            return trial.but(equations=(*trial.equations, equation))
    outcomes[claim.index] = "unchecked"
    reasons[claim.index] = "does not close, and nothing in the text says that it must"
    return trial


def _outcome(system: System, component: Component, equation: Equation) -> Outcome:
    """How a claim fares by the printings of its own figures alone."""
    for level, outcome in (("strict", "holds"), ("default", "holds_rounded"), ("loose", "query")):
        if locally(system, component, equation, level) is not None:
            return outcome  # type: ignore[return-value]
    return "contradicted"


def locally(system: System, component: Component, equation: Equation, level: Level) -> dict[int, Interval] | None:
    """The figures of one equation at one level, nothing else being known; None when they do not fit."""
    domains: dict[int, Interval] = {key: system.base[key] for key in equation.keys}
    for site in component.sites:
        for key, ranges in zip(site.keys, site.ranges, strict=True):
            if key in domains:
                left = domains[key] & getattr(ranges, level)
                if left is None:
                    return None
                domains[key] = left
    changes = narrow(equation.relation, domains)
    return None if changes is None else {**domains, **changes}


def _blamed(outcomes: dict[int, Outcome], faults: Iterable[Fault], component: Component) -> None:
    """Claims that fail only together: those that the likeliest culprits stand in share the outcome of the fault."""
    sites = {site.span: site for site in component.sites}
    for fault in faults:
        claims = [e.claim for e in fault.conflict.equations]
        if any(outcomes.get(c) in ("contradicted", "query") for c in claims):
            continue
        spans = {piece.span for c in fault.diagnosis.candidates[:2] for piece in c.pieces}
        keys = {k for span, site in sites.items() for k in site.keys if any(_within(p, span) for p in spans)}
        hit = [e.claim for e in fault.conflict.equations if keys.intersection(e.keys)] or claims
        for claim in hit:
            outcomes[claim] = fault.outcome


def _within(piece: object, span: object) -> bool:
    return piece.start < span.end and span.start < piece.end  # type: ignore[attr-defined, no-any-return]


def _unwitnessed(
    trial: Trial, component: Component, chosen: dict[int, Equation], outcomes: dict[int, Outcome], reasons: dict[int, str]
) -> None:
    """A claim with a figure that nothing else bounds is not checked: it only says what that figure is."""
    printed = {key for site in component.sites for key in site.keys}
    for index, equation in chosen.items():
        unsaid = [key for key in equation.keys if key not in printed]
        if outcomes[index] not in ("holds", "holds_rounded") or not unsaid or equation not in trial.equations:
            continue
        others = tuple(e for e in trial.equations if e is not equation)
        alone = any(not any(key in e.keys for e in others) for key in unsaid)
        if not alone:
            left = trial.but(equations=others).stands() or {}
            alone = any(not left.get(key, EVERYTHING).bounded for key in unsaid)
        if alone:
            outcomes[index] = "unchecked"
            reasons[index] = "implies"


__all__ = ["Fault", "Judgement", "judge", "locally", "propagate"]
