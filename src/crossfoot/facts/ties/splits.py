"""Wholes and parts that a cue may ask for: shares, sums, and stocks after what came and went; best first.

As in the other shapes, nearness and words decide, and arithmetic has no say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount, called, kin
from crossfoot.facts.ties.shapes import AGAINST, APART, Around, Claim, beside, earlier, far, felt, sized
from crossfoot.model import RelationKind

MOST_PARTS = 8
SMALL = 100  # a count below it is in proportion to many others
ALL = 100  # percent
NAMED = 1.5  # a whole whose words say that it is one


def share(cue: Amount, near: Around) -> Iterator[Claim]:
    """A part, its whole, and the share of the one in the other."""
    if cue.sort != "rate" or cue.quantity.change is not None:
        return
    levels = [a for a in near if a.sort == "amount"]
    if cue.has("stake") or cue.low <= ALL <= cue.high:
        return  # all of something is no share of it
    cued = 0.0 if cue.has("share", "target") else 1.5
    for part in levels:
        for whole in levels:
            if part is whole or not kin(part, whole) or part.has("each") != whole.has("each"):
                continue
            if (part.size > whole.size) != (cue.size > 100):
                continue
            cost = far(cue, part) + min(far(cue, whole), _whole(part, whole)) + cued + _part(cue, part, near)
            cost -= min(1.0, cost) * called(cue, whole)
            cost += sized(part, whole)
            cost += 1.0 if part.has("base") else 0
            cost += 0 if cue.leading or beside(cue, part) else APART
            cost += 1.0 * (part.size < SMALL or whole.size < SMALL)
            kind: RelationKind = "attainment" if whole.has("target") or cue.has("target") else "share"
            yield Claim(kind, "share", (part, whole, cue), cue, cost)


def _part(cue: Amount, part: Amount, near: Around) -> float:
    """Is a share said of what stands right before it, or in its place in a list?"""
    if not cue.leading:
        return 0.0
    if cue.run[1] > 1 and any(a.run[1] == cue.run[1] for a in near if a.sort == "amount" and a.index < cue.index):
        return -far(cue, part) if cue.run == part.run else AGAINST
    levels = [a.index for a in near if a.sort == "amount" and a.sentence == cue.sentence and not a.has("target")]
    first = max((i for i in levels if i < cue.index), default=min(levels, default=-1))
    return 0.0 if part.index == first else 0.5 if called(cue, part) else AGAINST


def _whole(part: Amount, whole: Amount) -> float:
    """How far a whole is: the total of a text is never far."""
    away = far(part, whole)
    return min(away, NAMED) if part.leading and whole.index < part.index and whole.has("total") else away


def sums(cue: Amount, near: Around) -> Iterator[Claim]:
    """A run of parts that ends (or begins) with the cue, and a whole before or behind it."""
    if cue.sort != "amount":
        return
    ordered = [a for a in (*near, cue) if a.sort == "amount" and kin(a, cue) and a.has("each") == cue.has("each")]
    ordered.sort(key=lambda a: a.index)
    at = ordered.index(cue)
    for first in range(at - 1, max(at - MOST_PARTS, -1), -1):
        run = ordered[first : at + 1]
        if run[0].sentence < cue.sentence - 1:
            break
        for whole in (*reversed(ordered[:first]), *ordered[at + 1 :]):
            yield from _split(whole, run, cue)
    if cue.has("rest", "cumulative", "total", "gap"):
        yield from _three(cue, ordered)


def _split(whole: Amount, run: Sequence[Amount], cue: Amount) -> Iterator[Claim]:
    if any(part.size >= whole.size for part in run) or not kin(whole, *run) or not felt(whole, run):
        return
    if _against(whole, run):
        return
    edge = run[0] if whole.index < run[0].index else run[-1]
    away = _whole(edge, whole) if edge is run[0] else far(whole, edge)
    cost = away + 0.5 * (run[0].sentence != run[-1].sentence)
    cost += sum(1.0 for part in run if part.has("base", "moved"))
    cost += 0 if cue.has("rest", "parts") or whole.has("total", "parts") or any(p.has("parts") for p in run) else 1.0
    kind: RelationKind = "cumulative" if whole.has("cumulative") and any(p.has("cumulative") for p in run) else "sum"
    if cue.leading and (len(run) > 2 or cue.run[1] > 1):
        kind = "sum"
    if len(run) == 2 and cue.leading and any(part.has("moved", "gap") for part in run):
        kind = "difference"
    yield Claim(kind, "sum", (whole, *run), cue, cost)


def _against(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Does a part say that it is what was lost, or won, and the time of the two others the reverse?"""
    if len(parts) != 2:
        return False
    for by, other in (parts, parts[::-1]):
        later, base = (whole, other) if by.quantity.change == "up" else (other, whole)
        if by.quantity.change is not None and later.has("base") and not base.has("base"):
            return True
    return False


def _three(cue: Amount, ordered: Sequence[Amount]) -> Iterator[Claim]:
    """Three figures of which the cue is one: the whole, or one of two parts."""
    others = [a for a in ordered if a is not cue]
    for i, one in enumerate(others):
        for other in others[i + 1 :]:
            whole, *parts = sorted((cue, one, other), key=lambda a: -a.size)
            if not kin(whole, *parts) or not felt(whole, parts) or _against(whole, parts):
                continue
            cost = far(cue, one) + min(far(cue, other), far(one, other)) + 1.0
            cumulative = sum(a.has("cumulative") for a in (whole, *parts)) > 1
            kind: RelationKind = "cumulative" if cumulative else "difference" if cue.has("gap") else "sum"
            if cue.leading and any(part.has("moved", "gap") for part in parts):
                kind = "difference"
            yield Claim(kind, "sum", (whole, *parts), cue, cost)


def flow(cue: Amount, near: Around) -> Iterator[Claim]:
    """A stock after what has come and what has gone: "has since opened 46 and closed 28"."""
    if cue.sort != "amount" or cue.has("each") or cue.quantity.kind == "money":
        return
    levels = [a for a in near if a.sort == "amount" and kin(a, cue) and not a.has("each")]
    came = next((a for a in levels if a.index == cue.index - 1 and a.sentence == cue.sentence), None)
    if came is None:
        return
    stocks = [a for a in levels if a.size > came.size and a.size > cue.size and abs(a.sentence - cue.sentence) <= 1]
    for now in stocks:
        for base in stocks:
            if now is base or not kin(now, base, came, cue):
                continue
            cost = far(now, cue) + far(base, now) + earlier(base, now)
            for first, last in ((came, cue), (cue, came)):
                yield Claim("sum", "sum", (now, base, first, last), cue, cost, minus=True)
