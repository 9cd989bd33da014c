"""One claim tried: how far its figures are from tying, and how likely they would tie by accident."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import Claim

EDGE = 0.6  # of what rounding allows: a tie beyond it is weak
LEAST = 0.001  # no tie is less likely than this by accident
WIDE = 2.0  # points that two rates lie apart at the least
SPREAD = 25.0  # points that rates lie apart at the least


def tried_out(claim: Claim) -> tuple[float | None, float]:
    """How far a claim is off, in parts of what rounding allows (None: by more), and how likely it ties by accident."""
    ends = _ends(claim)
    if ends is None:
        return None, 0.0
    made, said, spread = ends
    width = (made[1] - made[0]) + (said[1] - said[0])
    apart = abs(made[0] + made[1] - said[0] - said[1])
    off = apart / width if width else 0.0 if apart == 0 else 2.0
    width_ = max(width, 1.0) if claim.minus else width
    likely = max(width_ / spread, LEAST) / (1 + (apart / 2 / spread) ** 2)
    return (off if off <= 1 + 1e-9 else None), min(likely, 1.0)


def accident(claim: Claim) -> float:
    """How likely a claim ties once one of its figures is read as another: no likelier where it is nearly right now."""
    ends = _ends(claim)
    if ends is None or ends[2] <= 0:  # of nothing all is as likely: "0 seats (-1 on last time)"
        return 1.0
    made, said, spread = ends
    stepped = claim.operands[-1:] if claim.shape in ("growth", "share") else claim.operands
    if claim.shape == "product":
        stepped = claim.operands[:1]
    step = max([a.step for a in stepped])
    wide = max(spread, abs(made[0] + made[1]) / 2)  # where a figure is read as a thousand times what it is
    return min(1.0, max((made[1] - made[0]) / wide + (said[1] - said[0]) / spread, step / wide))


Ends = tuple[float, float]


def _ends(claim: Claim) -> tuple[Ends, Ends, float] | None:
    """What the operands make, what is printed, and over how wide a range either might lie."""
    if claim.shape == "sum" and not claim.minus:  # of all claims more than half
        low = high = 0.0
        for part in claim.operands[2:]:
            low += part.low
            high += part.high
        whole, one = claim.operands[:2]
        return (one.low + low, one.high + high), (whole.low, whole.high), abs(whole.size) or 1e-9
    result, first, *others = claim.operands
    if claim.shape in ("growth", "share"):
        if first.low <= 0 or result.low <= 0:
            return None
        less = 100 if claim.shape == "growth" else 0
        rate = others[0]
        said = (rate.low, rate.high) if claim.sign > 0 else (-rate.high, -rate.low)
        return (
            (100 * result.low / first.high - less, 100 * result.high / first.low - less),
            said,
            max(abs(rate.size), SPREAD),
        )
    spread = sum([a.size for a in others]) if claim.minus else abs(result.size)
    if claim.shape in ("points", "change"):
        spread = max(4 * abs(others[0].size), WIDE if claim.shape == "points" else 0)
    return _made(claim, first, others), (result.low, result.high), spread or 1e-9


def _made(claim: Claim, first: Amount, others: Sequence[Amount]) -> tuple[float, float]:
    """What the operands make of the result."""
    if claim.shape == "product":
        factor = float(claim.factor)
        low, high = first.low * factor, first.high * factor
        for other in others:
            low, high = low * other.low, high * other.high
        return low, high
    if claim.shape in ("points", "change") and claim.sign < 0:
        return first.low - others[0].high, first.high - others[0].low
    first_low, first_high = first.low, first.high
    kept = len(others) - claim.minus
    for gone in others[kept:]:
        first_low, first_high = first_low - gone.high, first_high - gone.low
    others, low, high = others[:kept], 0.0, 0.0
    for other in others:
        low += other.low
        high += other.high
    return first_low + low, first_high + high
