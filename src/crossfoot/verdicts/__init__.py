"""Facts and the statements that relate their figures in; verdicts out: what ties, what does not, what follows.

The walk: `system` numbers the figures, `propagate` narrows them through the equations, `conflict` finds the smallest
set that fails, `culprit` the likeliest slip behind it, `judge` puts these together for each group of figures that hang
together, `derive` adds what nobody printed, `tell` and `wording` speak. `currencies` has what no
equation over sizes denies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec

from crossfoot.interval import Interval
from crossfoot.lexicon.findings import rule
from crossfoot.lexicon.told import CLAUSES, joined, say
from crossfoot.model import Certificate, Document, Fact, Outcome, Span, Statement, Verdict
from crossfoot.verdicts import certificate
from crossfoot.verdicts.conflict import Trial
from crossfoot.verdicts.currencies import miscalled
from crossfoot.verdicts.dates import dated
from crossfoot.verdicts.derive import Implied, derived, exact
from crossfoot.verdicts.judge import BY_LEVEL, Fault, Judgement, Looks, judge
from crossfoot.verdicts.propagate import State, further
from crossfoot.verdicts.system import Claim, Component, Site, compiled
from crossfoot.verdicts.tell import Teller, arithmetic, message
from crossfoot.verdicts.wording import label

OF_WORDS = {
    "direction": "XF203",
    "percent-or-points": "XF204",
    "scale": "XF205",
    "weekday": "XF206",
    "currency": "XF209",
}
MOST_SPANS = 12  # of one relation (exchange.md)
STILL = Fraction(1, 10**8)  # relative; what moves by more has not come to rest
IMPLIED, EXACT = "XF801", "XF802"


def code_of(kind: str) -> str:
    """The code of a conflict of one kind of relation, from the catalogue of findings.

    >>> code_of("growth_mix"), code_of("equal")
    ('XF113', 'XF201')
    """
    return rule("figure-differs" if kind == "equal" else f"{kind.replace('_', '-')}-mismatch").code


def solve(document: Document, facts: Sequence[Fact], statements: Sequence[Statement]) -> tuple[Verdict, ...]:
    """A verdict on every statement, on every conflict, and on every value that follows and is not said."""
    found: list[Verdict] = [*_unclaimed(statements), *dated(document, facts)]
    found.extend(miscalled(document, facts, statements))
    looks = Looks(len(statements))
    for component in compiled(facts, [statement for statement in statements if not statement.currency]):
        found.extend(_of_component(document, component, looks))
    return tuple(sorted(found, key=_reading_order))


def _of_component(document: Document, component: Component, looks: Looks) -> Iterator[Verdict]:
    judged = judge(component, document, looks)
    teller = Teller(document, component, judged.state)
    yield from _relations(teller, judged)
    yield from _repeats(teller)
    for fault in judged.faults:
        if fault.outcome != "unchecked":
            yield _finding(teller, fault, judged.outcomes)
    yield from _implied(teller, judged)


def _relations(teller: Teller, judged: Judgement) -> Iterator[Verdict]:
    for claim in teller.component.claims:
        equation = judged.chosen[claim.index]
        reason = judged.reasons.get(claim.index, "")
        if reason == "implies":
            unsaid = next(k for k in equation.keys if not teller.component.printed(k))
            reason = say("unbounded", label(teller.component.figures[unsaid]))
        yield Verdict(
            kind=claim.statement.kind,
            outcome=judged.outcomes[claim.index],
            spans=claim.statement.spans[:MOST_SPANS],
            origin=claim.statement.origin,
            arithmetic=arithmetic(teller, claim, equation),
            because=(reason,) if reason else (),
            certificate=_proof(teller, judged, claim),
        )


def _proof(teller: Teller, judged: Judgement, claim: Claim) -> Certificate | None:
    """What the outcome of a claim rests on: the fault that decided it, else its own printings."""
    outcome, named = judged.outcomes[claim.index], claim.statement.spans
    if outcome == "unchecked":
        return None
    fault = judged.blamed.get(claim.index)
    if fault is not None:
        return certificate.of_fault(fault, named, remedies=False)
    return certificate.of_claim(teller.component, judged.chosen[claim.index], outcome, named)


def _repeats(teller: Teller) -> Iterator[Verdict]:
    """One figure printed twice or more: a relation of its own."""
    for key, printings in enumerate(teller.component.printings):
        spans = tuple(site.span for site, _ in printings)
        if len(spans) < 2:
            continue
        outcome: Outcome = "contradicted"
        for level, name in BY_LEVEL:
            range_: Interval | None = teller.component.base[key]
            for site, i in printings:
                range_ = None if range_ is None else range_ & getattr(site.ranges[i], level)
            if range_ is not None:
                outcome = name
                break
        shown = spans[:MOST_SPANS]
        words = " = ".join(dict.fromkeys(teller.value(key, (span,)) for span in shown))
        proof = certificate.of_repeat(teller.component, key, outcome, shown)
        yield Verdict("equal", outcome, shown, "structural", arithmetic=words, certificate=proof)


def _finding(teller: Teller, fault: Fault, outcomes: Mapping[int, Outcome]) -> Verdict:
    claims = teller.component.claims
    first = next(iter(fault.conflict.equations), None)
    kind = "equal" if first is None else _leading(teller, fault)
    kind = "crossfoot" if kind == "sum" and _crossed(teller, fault, outcomes) else kind
    culprits = fault.diagnosis.culprits
    bound = all(e.relation.op != "==" for e in fault.conflict.equations) and first is not None
    headed = kind == "equal" and any(_headed(teller.document, site) for site in fault.conflict.sites)
    own = rule("headline-differs").code if headed else code_of("order" if bound else kind)
    code = OF_WORDS.get(culprits[0].slip if culprits else "", own)
    spans = tuple(dict.fromkeys(s.span for s in fault.conflict.sites)) or claims[first.claim].statement.spans  # type: ignore[union-attr]
    text = message(teller, fault.conflict)
    if fault.note:
        text = say("other_reading", text, fault.note)
    key = fault.conflict.sites[0].keys[0] if fault.conflict.sites else None
    return Verdict(
        kind=kind,  # type: ignore[arg-type]
        outcome=fault.outcome,
        spans=spans[:MOST_SPANS],
        origin="structural" if first is None else claims[first.claim].statement.origin,
        code=code,
        message=text,
        arithmetic=joined(CLAUSES, (arithmetic(teller, claims[e.claim], e) for e in fault.conflict.equations)),
        label="" if key is None else label(teller.component.figures[key]),
        range=None if not culprits else culprits[0].range,
        culprits=culprits,
        margin=fault.diagnosis.margin,
        certificate=certificate.of_fault(fault, spans, remedies=True),
    )


def _headed(document: Document, site: Site) -> bool:
    """Does it stand in a headline?"""
    heads = (b.span for b in document.blocks if b.kind in ("title", "heading"))
    return any(p.headed for p in site.printed) or any(h.start <= site.span.start < h.end for h in heads)


def _crossed(teller: Teller, fault: Fault, outcomes: Mapping[int, Outcome]) -> bool:
    """Does the likeliest culprit stand in a row of a table and in a column, neither of which adds up?"""
    component = teller.component
    keys = {k for s in fault.conflict.sites for k in s.keys if s.index in fault.diagnosis.accepted}
    claims = {e.claim for key in keys for e in component.watchers[key] if outcomes[e.claim] == "contradicted"}
    all_ = [component.claims[claim].statement for claim in sorted(claims)]
    sums = [s for s in all_ if s.origin == "structural" and s.kind == "sum" and len(s.spans) > 1]
    if len(sums) < 2:
        return False
    wanted = {span: (0, 0) for s in sums for span in s.spans[:2]}
    starts = {span.start: span for span in wanted}
    for place in teller.document.places:
        if place.row is not None and place.col is not None and place.span.end > place.span.start:
            span = starts.get(place.span.start) or next(
                (s for a, s in starts.items() if place.span.start <= a < place.span.end), None
            )
            if span is not None:
                wanted[span] = place.row, place.col
    ways = {wanted[s.spans[0]][0] == wanted[s.spans[1]][0] for s in sums}
    return len(ways) == 2


def _leading(teller: Teller, fault: Fault) -> str:
    """The kind of the claim that the conflict is told as: one with the likeliest culprit in it.

    The moves that a mix of rates rests on only tell how much there was before: it is told as the mix.
    """
    told = [teller.component.claims[equation.claim].statement for equation in fault.conflict.equations]
    pieces = [p.span for c in fault.diagnosis.candidates[:1] for p in c.pieces]
    of_it = [one for one in told if any(p.start < s.end and s.start < p.end for p in pieces for s in one.spans)]
    kinds = [one.kind for one in of_it or told]
    return "growth_mix" if of_it and "growth_mix" in kinds else kinds[0]


def _implied(teller: Teller, judged: Judgement) -> Iterator[Verdict]:
    number = {figure: i for i, figure in enumerate(teller.component.figures)}
    wanted = frozenset(
        number[f]
        for c in teller.component.claims
        for f in c.statement.implies
        if f in number and judged.outcomes[c.index] != "contradicted"
    )
    corrected = (say("if_corrected"),) if judged.faults else ()
    runs: dict[str, tuple[Trial, State, State]] = {}  # one with a trace for each level, and one on from there

    def value(implied: Implied, code: str, because: tuple[str, ...]) -> Iterator[Verdict]:
        """Told only where the claims come to rest: a loop that moves a range for ever says nothing of it."""
        if implied.level not in runs:
            trial = judged.trial.but(instead=implied.used)
            first = trial.run(trace=True)
            active = frozenset(equation.index for equation in trial.equations)
            runs[implied.level] = trial, first, further(trial.component, first, trial.equations, active)
        trial, first, then = runs[implied.level]
        nearer = first.range(implied.key) & implied.range if first.stands and then.stands else None
        if nearer is not None and _rests(nearer, then.range(implied.key)):
            implied = msgspec.structs.replace(implied, range=nearer)
            yield _value(teller, implied, code, because, (trial, first))

    for implied in derived(judged.trial, judged.state, wanted):
        level = say("as_printed" if implied.level == "strict" else "as_rounded")
        yield from value(implied, IMPLIED, (level, *corrected))
    if not judged.faults:
        for implied in exact(judged.trial, judged.state):
            yield from value(implied, EXACT, (say("others_exact"),))


def _rests(before: Interval, after: Interval) -> bool:
    ends = ((before.low, after.low), (before.high, after.high))
    return all(a == b or (a is not None and b is not None and abs(a - b) <= STILL * abs(a)) for a, b in ends)


def _value(teller: Teller, implied: Implied, code: str, because: tuple[str, ...], run: tuple[Trial, State]) -> Verdict:
    figure = teller.component.figures[implied.key]
    claims = teller.component.claims
    kinds = [claims[e.claim].statement.kind for e in teller.component.watchers[implied.key]]
    words = tuple(teller.document.text[s.span.start : s.span.end] for s in implied.sites)
    spans = tuple(s.span for s in implied.sites)[:MOST_SPANS]
    return Verdict(
        kind=kinds[0] if kinds else "equal",
        outcome="implied",
        spans=spans,
        code=code,
        label=label(figure),
        unit=figure.unit,
        range=implied.range,
        because=(*because, *words),
        certificate=certificate.of_implied(*run, implied, spans),
    )


def _unclaimed(statements: Sequence[Statement]) -> Iterator[Verdict]:
    """Arithmetic alone: told where it holds, never propagated, never a complaint. And what was not looked into."""
    for statement in statements:
        if statement.origin == "discovered":
            yield Verdict(kind=statement.kind, outcome="holds", spans=statement.spans, origin="discovered")
        elif statement.unchecked:
            shown, why = statement.spans[:MOST_SPANS], (statement.unchecked,)
            yield Verdict(statement.kind, "unchecked", shown, statement.origin, because=why)


def _reading_order(verdict: Verdict) -> tuple[bool, bool, tuple[Span, ...], str, str]:
    told = verdict.outcome == "implied"
    return told, verdict.code is not None, verdict.spans, verdict.kind, verdict.label
