"""Amounts that tie only if one were in another currency: the statements that say so in, findings on its currency out.

No equation fails: that dollars are no pounds is known from outside of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.lexicon.findings import rule
from crossfoot.lexicon.told import joined, say
from crossfoot.model import Document, Fact, Span, Statement, Tie, Verdict
from crossfoot.verdicts import certificate, wording
from crossfoot.verdicts.propagate import Alone
from crossfoot.verdicts.system import Component, compiled


def miscalled(document: Document, facts: Sequence[Fact], statements: Sequence[Statement]) -> Iterator[Verdict]:
    """One finding for each amount whose currency is at fault."""
    seen = set[Span]()
    for statement in statements:
        if not statement.currency or statement.blames is None or statement.blames in seen:
            continue
        ties = (f for f in facts if isinstance(f, Tie) and f.blames == statement.blames)
        own = next(tie for tie in ties if {p.span for p in tie.printed} == {*statement.spans})
        (component,) = compiled([own], [statement])
        verdict = _finding(document, component, statement, statement.blames)
        if verdict is not None:
            seen.add(statement.blames)
            yield verdict


def _finding(document: Document, component: Component, statement: Statement, blamed: Span) -> Verdict | None:
    """None where it does not tie in the other currency either, or no word there tells the currency."""
    (equation,) = component.claims[0].equations
    quantities = {site.span: site.printed[0].quantity for site in component.sites}
    piece = wording.recoined(document, blamed, quantities[blamed], statement.currency)
    if piece is None or not Alone(component, "default", {}).stands(equation):
        return None
    others = [wording.said(document, span, quantities[span]) for span in statement.spans if span != blamed]
    return Verdict(
        kind=statement.kind,
        outcome="contradicted",
        spans=statement.spans,
        origin=statement.origin,
        code=rule("currency-slip").code,
        message=say(
            "in_currency", document.text[blamed.start : blamed.end], joined((", ", "、"), others), statement.currency
        ),
        culprits=(piece,),
        margin="likely",
        certificate=certificate.of_currency(component, equation, blamed, statement.currency),
    )
