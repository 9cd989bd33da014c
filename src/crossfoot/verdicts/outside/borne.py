"""Verdicts on a text and what its sources say of its figures in; a claim that fails though they prove all of it, asked.

A summary that prints only what its source has may still be read as if it claimed a sum or a share that nobody means:
"Asia took 45% of the exports and Europe 30%, or 103 million". Where every figure of a failing claim is proved, none of
them is the slip, so what is left is a reading that may be wrong or words that may be, and neither is an error.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossfoot.model import Span, Verdict
from crossfoot.verdicts.outside.hedges import HEDGE

FAILS, ASKS = "contradicted", "unexplained"  # conclusions: something single may be at fault, and nothing single can be
PROVED = frozenset({"holds", "holds_rounded"})


def borne_out(verdicts: Sequence[Verdict], told: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """All of both, where a claim fails of which each figure is proved as a query."""
    doubted = {span for verdict in told if verdict.code not in (None, HEDGE) for span in verdict.spans}
    proved = {span for verdict in told if verdict.outcome in PROVED for span in verdict.spans} - doubted
    spared, kept = set[Span](), set[Span]()
    for verdict in (v for v in verdicts if v.code and _fails(v)):
        (spared if proved.issuperset(verdict.spans) else kept).update(verdict.spans)
    return (*(_asked(v) if _fails(v) and _spared(v, spared - kept) else v for v in verdicts), *told)


def _fails(verdict: Verdict) -> bool:
    """Does it rest on figures alone? A wrong word of scale, a currency or a weekday is wrong in any case."""
    proof = verdict.certificate
    return verdict.outcome == "contradicted" and proof is not None and proof.conclusion == FAILS and bool(proof.figures)


def _spared(verdict: Verdict, spared: set[Span]) -> bool:
    return bool(verdict.spans) and spared.issuperset(verdict.spans)


def _asked(verdict: Verdict) -> Verdict:
    proof = verdict.certificate
    mild = None if proof is None else msgspec.structs.replace(proof, conclusion=ASKS)
    return msgspec.structs.replace(verdict, outcome="query", certificate=mild)
