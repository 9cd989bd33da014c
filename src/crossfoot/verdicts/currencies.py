"""Amounts that tie only if one were in another currency: the ties that say so in, a finding on its currency out.

No equation fails: that dollars are no pounds is known from outside of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.lexicon.findings import rule
from crossfoot.lexicon.told import joined, say
from crossfoot.model import Culprit, Document, Fact, Span, Tie, Verdict
from crossfoot.verdicts import wording

RULE = "tie.currency"


def miscalled(document: Document, facts: Sequence[Fact]) -> Iterator[Verdict]:
    """One finding for each amount whose currency is at fault."""
    seen = set[Span]()
    for fact in facts:
        if not isinstance(fact, Tie) or fact.rule != RULE or fact.blames is None or fact.blames in seen:
            continue
        seen.add(fact.blames)
        printed = {p.span: p.quantity for p in fact.printed}
        odd = printed[fact.blames]
        right = next(q.currency for q in printed.values() if q.currency not in (None, odd.currency))
        if odd.unit_word is None or right is None:
            continue
        where = Span(fact.blames.doc, *odd.unit_word)
        piece = Culprit(where, wording.currency(document, where, right), None, "currency", 1.0)
        others = [wording.said(document, span, q) for span, q in printed.items() if span != fact.blames]
        message = say(
            "in_currency", document.text[fact.blames.start : fact.blames.end], joined((", ", "、"), others), right
        )
        code, spans = rule("currency-slip").code, tuple(printed)
        yield Verdict(
            fact.kind, "contradicted", spans, "outside", code, message=message, culprits=(piece,), margin="likely"
        )
