"""A report comes in; the figures of its text go out, each with how it stands: what a page colours and a PDF marks."""

from __future__ import annotations

from bisect import bisect_left

from crossfoot.model import Report, Span, Verdict
from crossfoot.views import json as exchange
from crossfoot.views.terminal import expected

Offsets = tuple[int, int]
RANK = ("bad", "ask", "ok", "open", "note")  # the gravest counts


class Figure:
    """A stretch of the text that a verdict speaks of, or a quantity that none does, and how it stands."""

    def __init__(self, span: Offsets) -> None:
        self.span, self.status, self.quantity = span, "", False

    def stands(self, status: str) -> None:
        if not self.status or RANK.index(status) < RANK.index(self.status):
            self.status = status


def figures_of(report: Report) -> list[Figure]:
    """In the order of the text. A figure of an equation counts as a whole ("up 2%"), not once more as its number."""
    made = dict[Offsets, Figure]()

    def say(span: Span | Offsets, how: str) -> None:
        place = (span.start, span.end) if isinstance(span, Span) else span
        made.setdefault(place, Figure(place)).stands(how)

    for verdict in report.verdicts:
        stands = status(verdict)
        if stands == "bad" and verdict.culprits:
            for culprit in verdict.culprits[:1]:
                say(culprit.span, "bad")
            stands = "ask"
        for span in verdict.spans:
            if verdict.kind != "remark":
                say(span, stands)
    told = sorted(made)
    for mention in report.found.mentions:
        place = (mention.span.start, mention.span.end)
        if expected(mention.value) and not _touched(told, place):
            say(place, "open")
    return [made[place] for place in sorted(made)]


def _touched(told: list[Offsets], place: Offsets) -> bool:
    number = bisect_left(told, (place[1], 0))
    return any(start < place[1] and place[0] < end for start, end in told[max(0, number - 4) : number])


def status(verdict: Verdict) -> str:
    if verdict.outcome == "implied":
        return "note"
    if verdict.code is not None:
        return "bad" if exchange.is_finding(verdict) and exchange.severity(verdict) == "error" else "ask"
    return {"holds": "ok", "holds_rounded": "ok", "contradicted": "ask", "query": "ask"}.get(verdict.outcome, "open")
