"""Facts and the statements that relate their figures in; verdicts out: what ties, what does not, what follows.

The walk: `system` numbers the figures, `ranges` says what each printing may stand for, `propagate` narrows them through
the equations, `conflict` finds the smallest set that fails, `culprit` the likeliest slip behind it, `judge` puts these
together for each group of figures that hang together, `derive` adds what nobody printed, `tell` and `wording` speak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.model import Document, Fact, Span, Statement, Verdict
from crossfoot.relation import narrow
from crossfoot.verdicts.derive import Implied, derived, exact
from crossfoot.verdicts.judge import Fault, Judgement, judge, locally
from crossfoot.verdicts.system import Component, System, compiled
from crossfoot.verdicts.tell import Teller, arithmetic, certificate, message
from crossfoot.verdicts.wording import label

CODES = {
    "sum": "XF101", "crossfoot": "XF102", "difference": "XF103", "share": "XF104", "growth": "XF105",
    "cumulative": "XF106", "average": "XF107", "attainment": "XF108", "count": "XF109", "ratio": "XF110",
    "product": "XF111", "points": "XF112", "growth_mix": "XF113", "same_whole": "XF114", "conversion": "XF115",
    "equal": "XF201", "order": "XF207", "date": "XF208",
}  # fmt: skip
OF_WORDS = {"direction": "XF203", "percent-or-points": "XF204", "scale": "XF205", "weekday": "XF206", "currency": "XF209"}
IMPLIED, EXACT = "XF801", "XF802"


def solve(document: Document, facts: Sequence[Fact], statements: Sequence[Statement]) -> tuple[Verdict, ...]:
    """A verdict on every statement, on every conflict, and on every value that follows and is not said."""
    system = compiled(facts, statements)
    found: list[Verdict] = list(_discovered(document, system, statements))
    for component in system.components:
        if component.claims or len(component.sites) > 1:
            found.extend(_of_component(document, system, component))
    return tuple(sorted(found, key=_reading_order))


def _of_component(document: Document, system: System, component: Component) -> Iterator[Verdict]:
    judged = judge(system, component, document)
    left = judged.left.but(level="default").stands() or {}
    teller = Teller(document, system, component, left)
    yield from _relations(teller, judged)
    yield from _repeats(teller, judged)
    for fault in judged.faults:
        yield _finding(teller, fault)
    yield from _implied(teller, judged)


def _relations(teller: Teller, judged: Judgement) -> Iterator[Verdict]:
    for claim in teller.component.claims:
        equation = judged.chosen[claim.index]
        reason = judged.reasons.get(claim.index, "")
        if reason == "implies":
            unsaid = [k for k in equation.keys if teller.printed(k) is None]
            reason = f"nothing else bounds {label(teller.system.figures[unsaid[0]])}"
        yield Verdict(
            kind=claim.statement.kind,
            outcome=judged.outcomes[claim.index],
            spans=claim.statement.spans,
            origin=claim.statement.origin,
            arithmetic=arithmetic(teller, claim, equation),
            because=(reason,) if reason else (),
        )


def _repeats(teller: Teller, judged: Judgement) -> Iterator[Verdict]:
    """One figure printed twice or more: a relation of its own."""
    clashing = [f.conflict.sites for f in judged.faults if not f.conflict.equations]
    for key in teller.component.keys:
        sites = [s for s in teller.component.sites if key in s.keys]
        if len(sites) < 2:
            continue
        outcome = "contradicted"
        for level, name in (("strict", "holds"), ("default", "holds_rounded"), ("loose", "query")):
            range_ = teller.system.base[key]
            ranges = [getattr(r, level) for s in sites for k, r in zip(s.keys, s.ranges, strict=True) if k == key]
            for own in ranges:
                range_ = range_ and range_ & own  # type: ignore[assignment]
            if range_ is not None:
                outcome = name
                break
        del clashing[:0]
        spans = tuple(s.span for s in sites)
        words = " = ".join(dict.fromkeys(teller.value(key, (span,)) for span in spans))
        yield Verdict(kind="equal", outcome=outcome, spans=spans, origin="structural", arithmetic=words)  # type: ignore[arg-type]


def _finding(teller: Teller, fault: Fault) -> Verdict:
    claims = {c.index: c for c in teller.component.claims}
    first = next(iter(fault.conflict.equations), None)
    kind = "equal" if first is None else _leading(teller, fault)
    culprits = fault.diagnosis.culprits
    code = OF_WORDS.get(culprits[0].slip if culprits else "", CODES[kind])
    spans = tuple(dict.fromkeys(s.span for s in fault.conflict.sites)) or claims[first.claim].statement.spans  # type: ignore[union-attr]
    text = message(teller, fault)
    if fault.note:
        text += f" (it ties on another reading: {fault.note})"
    key = fault.conflict.sites[0].keys[0] if fault.conflict.sites else None
    return Verdict(
        kind=kind,  # type: ignore[arg-type]
        outcome=fault.outcome,
        spans=spans[:12],
        origin="structural" if first is None else claims[first.claim].statement.origin,
        code=code,
        message=text,
        arithmetic="; ".join(arithmetic(teller, claims[e.claim], e) for e in fault.conflict.equations),
        label="" if key is None else label(teller.system.figures[key]),
        range=None if not culprits else culprits[0].range,
        culprits=culprits,
        margin=fault.diagnosis.margin,
        certificate=certificate(teller, fault),
    )


def _leading(teller: Teller, fault: Fault) -> str:
    """The kind of the claim that the conflict is told as: one with the likeliest culprit in it."""
    claims = {c.index: c.statement for c in teller.component.claims}
    pieces = [p.span for c in fault.diagnosis.candidates[:1] for p in c.pieces]
    for equation in fault.conflict.equations:
        if any(p.start < s.end and s.start < p.end for p in pieces for s in claims[equation.claim].spans):
            return claims[equation.claim].kind
    return claims[fault.conflict.equations[0].claim].kind


def _implied(teller: Teller, judged: Judgement) -> Iterator[Verdict]:
    number = {figure: i for i, figure in enumerate(teller.system.figures)}
    wanted = frozenset(
        number[f] for c in teller.component.claims for f in c.statement.implies if f in number and judged.outcomes[c.index] != "contradicted"
    )
    corrected = ("if corrected",) if judged.faults else ()
    for implied in derived(judged.left, wanted):
        level = "as printed" if implied.level == "strict" else "as rounded or hedged"
        yield _value(teller, implied, "XF801", (level, *corrected))
    if not judged.faults:
        for implied in exact(judged.left):
            yield _value(teller, implied, "XF802", ("the other figures are exact",))


def _value(teller: Teller, implied: Implied, code: str, because: tuple[str, ...]) -> Verdict:
    figure = teller.system.figures[implied.key]
    kinds = [c.statement.kind for c in teller.component.claims if implied.key in c.keys]
    words = tuple(teller.document.text[s.span.start : s.span.end] for s in implied.sites)
    return Verdict(
        kind=kinds[0] if kinds else "equal",
        outcome="implied",
        spans=tuple(s.span for s in implied.sites)[:12],
        code=code,
        label=label(figure),
        unit=figure.unit,
        range=implied.range,
        because=(*because, *words),
    )


def _discovered(document: Document, system: System, statements: Sequence[Statement]) -> Iterator[Verdict]:
    """Arithmetic alone: told where it holds, never propagated, never a complaint."""
    for statement in statements:
        if statement.origin == "discovered":
            yield Verdict(kind=statement.kind, outcome="holds", spans=statement.spans, origin="discovered")


def _reading_order(verdict: Verdict) -> tuple[bool, bool, tuple[Span, ...], str, str]:
    told = verdict.outcome == "implied"
    return told, verdict.code is not None, verdict.spans, verdict.kind, verdict.label


__all__ = ["Component", "locally", "narrow", "solve"]
