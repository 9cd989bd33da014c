"""Securities issued, and the tranches that they come in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Averaging, Fact, Figure, Grouping, Issue, Measurement, Printed, Tranche

_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    mention, quantity = match.mention("level"), match.quantity("level")
    if mention is None or quantity is None:
        return
    figure = frame.restate(match.roles["level"][0], issued(frame.level(match.roles["level"][0])))
    yield Issue(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(figure, quantity, mention.span, nominal=True),),
        issuer=figure.entity,
        instrument=match.words("instrument") or "",
        figure=figure,
        quantity=quantity,
        status=match.row.sense,
    )


def tranche(match: Match, frame: Frame) -> Iterator[Fact]:
    amount, coupon, tenor = match.mention("level"), match.mention("coupon"), match.quantity("tenor")
    quantity, rate = match.quantity("level"), match.quantity("coupon")
    if amount is None or coupon is None or quantity is None or rate is None or tenor is None:
        return
    duration = f"P{tenor.low}{_UNITS[tenor.unit]}" if tenor.unit in _UNITS else None
    whole = frame.carried.figure
    figure = msgspec.structs.replace(
        frame.level(match.roles["level"][0]), metric="issue_amount", segment=(("tenor", duration or ""),)
    )
    if whole is not None and whole.unit == figure.unit:  # tranches are of the issue that the sentence began with
        figure = msgspec.structs.replace(figure, entity=whole.entity, period=whole.period, status=whole.status)
    frame.restate(match.roles["level"][0], figure)
    coupon_figure = msgspec.structs.replace(figure, metric="coupon", unit="percent")
    yield Tranche(
        spans=(match.span,),
        rule=match.row.name,
        printed=(
            Printed(figure, quantity, amount.span, nominal=True),
            Printed(coupon_figure, rate, coupon.span, nominal=True),
        ),
        issuer=figure.entity,
        figure=figure,
        quantity=quantity,
        tenor=duration,
        coupon=rate,
        coupon_figure=coupon_figure,
    )


def issued(figure: Figure) -> Figure:
    """The amount of an issue, whatever else its sentence calls it."""
    return msgspec.structs.replace(figure, metric="issue_amount", segment=())


def grouped(facts: list[Fact]) -> Iterator[Fact]:
    """The tranches of a sentence make up its issue (the tenor exhausts an issue), and their coupons have an average."""
    tranches = [fact for fact in facts if isinstance(fact, Tranche)]
    if len(tranches) < 2:
        return
    whole = next((f.figure for f in facts if isinstance(f, Issue) and f.figure.unit == tranches[0].figure.unit), None)
    if whole is None:
        whole = _before(tranches[0], facts) or msgspec.structs.replace(tranches[0].figure, segment=())
    parts = tuple(dict.fromkeys(t.figure for t in tranches if t.figure.unit == whole.unit))
    spans = tuple(span for t in tranches for span in t.spans)
    yield Grouping(spans=spans, rule="tranches", whole=whole, parts=parts, complete=True)
    coupons = tuple(dict.fromkeys(t.coupon_figure for t in tranches if t.coupon_figure is not None))
    if len(coupons) == len(parts):
        average = msgspec.structs.replace(coupons[0], metric="average coupon", segment=())
        average = next((f.figure for f in facts if isinstance(f, Measurement) and _is_average(f.figure)), average)
        yield Averaging(spans=spans, rule="tranches", average=average, rates=coupons, weights=parts)


def _is_average(figure: Figure) -> bool:
    return figure.metric == "coupon" and any("average" in words for axis, words in figure.segment if axis == "words")


def _before(tranche: Tranche, facts: list[Fact]) -> Figure | None:
    """The amount that the sentence names before its first tranche: "raised 1.25 billion in two tranches"."""
    start = tranche.printed[0].span.start
    levels = [f for f in facts if isinstance(f, Measurement) and f.figure.unit == tranche.figure.unit]
    return next((f.figure for f in reversed(levels) if f.spans[0].start < start), None)
