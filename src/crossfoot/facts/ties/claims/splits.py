"""Wholes and parts that a cue may ask for: shares, sums, and stocks after what came and went; best first.

As in the other shapes, nearness and words decide, and arithmetic has no say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from crossfoot import days
from crossfoot.facts.ties.amounts import Amount, called, kin
from crossfoot.facts.ties.claims.moves import differs
from crossfoot.facts.ties.claims.said import said
from crossfoot.facts.ties.claims.shapes import (
    AGAINST,
    APART,
    FELT,
    TORN_MOST,
    UNMARKED,
    Around,
    Claim,
    beside,
    earlier,
    far,
    felt,
    sized,
    stepped,
)
from crossfoot.facts.ties.lists import by_sentence
from crossfoot.lexicon.metrics import metric
from crossfoot.model import Period, RelationKind

MOST_PARTS = 8
MOST_LISTED = 12  # parts that words set out as a list
SMALL = 100  # a count below it is in proportion to many others
ALL = 100  # percent
BESIDE = 3  # figures between a stretch of time and the one it goes on from
LEAST_TOLD, MOST_TOLD = 0.5, 1.6  # of a whole: parts that make less or more are not its own
SURE = 1.0  # cost up to which a list is one
TORN = 1.5  # a list taken to pieces
NAMED = 1.5  # a whole whose words say that it is one
UNNAMED = 1.0  # what facts do not know for the same measure
SAID = 0.25  # cost of what words say outright
_size = attrgetter("size")


def share(cue: Amount, near: Around) -> Iterator[Claim]:
    """A part, its whole, and the share of the one in the other."""
    if cue.sort != "rate" or cue.quantity.change is not None:
        return
    levels = [a for a in near if a.sort == "amount"]
    if cue.has("stake") or cue.low <= ALL <= cue.high:
        return  # all of something is no share of it
    if not cue.leading and any(a.index == cue.index - 1 and stepped(a) and beside(cue, a) for a in levels):
        return
    cued = 0.0 if cue.has("share", "target") else 1.5
    known = said(cue, levels, near)
    firsts, lasts = (_own(levels, name) for name in cue.of) if None not in cue.of else ([], [])
    parts_ = firsts if firsts and lasts else levels  # a margin whose profit and revenue are told is none of an area
    wholes = [(whole, far(cue, whole), called(cue, whole)) for whole in (lasts if firsts and lasts else levels)]
    for part in parts_:
        beyond, placed = far(cue, part), _part(cue, part, near)
        for whole, off, named in wholes:
            if part is whole or ("each" in part.marks) != ("each" in whole.marks):
                continue
            if (part.like != whole.like and not kin(part, whole)) or _fellows(part, whole):
                continue
            sure = known == (part, whole)
            torn = (part.size > whole.size) != (cue.size > ALL) and not sure
            if torn and not beside(cue, part):
                continue
            away = min(off, _whole(part, whole))
            cost = beyond + _of(cue, part, whole, away) + cued + placed
            cost -= min(1.0, cost) * named
            cost += sized(part, whole)
            cost += 1.0 if part.has("base") else 0
            cost += 0 if cue.leading or beside(cue, part) else APART
            cost += 1.0 * (part.size < SMALL or whole.size < SMALL)
            cost += AGAINST * (known[0] is not None and known[0] is not part)
            cost += AGAINST * (known[1] is not None and known[1] is not whole)
            cost = min(cost, SAID) if sure else cost
            aimed = cue.has("target") or (whole.has("target") and not (sure and cue.leading))
            kind: RelationKind = "attainment" if aimed else "share"
            if not torn or cost <= TORN_MOST:
                yield Claim(kind, "share", (part, whole, cue), cue, cost, said=sure, torn=torn)


def _own(levels: Sequence[Amount], name: str | None) -> list[Amount]:
    """The figures of a metric, and of no part of what it measures."""
    return [a for a in levels if a.figure is not None and a.figure.metric == name and not a.figure.segment]


def _fellows(one: Amount, other: Amount) -> bool:
    """Do two figures stand in one list, so that neither is a part of the other?"""
    return one.run[1] > 1 and other.index - one.index == other.run[0] - one.run[0] and one.run[1] == other.run[1]


def _of(cue: Amount, part: Amount, whole: Amount, away: float) -> float:
    """How far a whole is; it is never far where its metric is the one that words name."""
    for named, amount in zip(cue.of, (part, whole), strict=True):
        known = amount.figure.metric if amount.figure is not None else None
        if named is not None and known != named and metric(known or "") is not None:
            away += UNMARKED
        elif named is not None and known == named and amount is whole:
            away = min(away, NAMED)
    return away


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
    """A list of parts that ends with the cue and its whole; else a run of figures, and a whole before or behind it."""
    if cue.sort != "amount":
        return
    yield from _listed(cue, near)
    yield from _stretches(cue, near)
    yield from _differences(cue, near)
    each = "each" in cue.marks
    ordered = [a for a in (*near, cue) if a.sort == "amount" and ("each" in a.marks) == each and kin(a, cue)]
    ordered.sort(key=lambda a: a.index)
    at = ordered.index(cue)
    for first in range(at - 1, max(at - MOST_PARTS, -1), -1):
        run = ordered[first : at + 1]
        if run[0].sentence < cue.sentence - 1:
            break
        for whole, torn in _wholes(run, (*reversed(ordered[:first]), *ordered[at + 1 :])):
            yield from _split(whole, run, cue, torn=torn)
    if cue.has("rest", "cumulative", "total", "gap"):
        yield from _three(cue, ordered)


def _listed(cue: Amount, near: Around) -> Iterator[Claim]:
    """The parts that words set out as a list, of each whole that it may be of."""
    at = {a.index: a for a in near}
    at[cue.index] = cue
    for split in cue.under:
        if split.parts[-1] != cue.index or not 1 < len(split.parts) <= MOST_LISTED or not at.keys() >= set(split.parts):
            continue
        run = [at[i] for i in split.parts]
        for index, cost in split.wholes:
            if index in at and (split.sure or _seen(at[index], run)):
                whole, said = at[index], sum(part.size for part in run) / at[index].size
                alike = split.sure or LEAST_TOLD <= said <= MOST_TOLD
                torn = not split.sure and any(part.size >= whole.size for part in run)
                told = alike and cost <= SURE and not torn
                if not torn or cost <= TORN_MOST:
                    yield Claim("sum", "sum", (whole, *run), cue, cost, said=told, sure=split.sure, torn=torn)


def _seen(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Is each part more than what the whole is rounded to: "每10股转增3股" is none of the 36,250万 shares?"""
    return all(part.size > whole.high - whole.low for part in parts)


def _stretches(cue: Amount, near: Around) -> Iterator[Claim]:
    """A stretch of time, the shorter one that it goes on from, and what came in between."""
    if not cue.has("stretch"):
        return
    levels = [a for a in near if a.sort == "amount" and kin(a, cue) and not a.has("each", "aim")]
    for other in levels:
        if abs(other.sentence - cue.sentence) > 1 or abs(other.index - cue.index) > BESIDE:
            continue
        cost = 0.5 + 0.25 * (abs(other.index - cue.index) - 1)
        if other.has("stretch"):
            whole, part = (cue, other) if cue.size > other.size else (other, cue)
            known = [a for a in levels if a is not other and a.size < whole.size and not a.aside]
            for last, more in _ranked(whole, known):
                more_ = cost + more + 1.0 * last.has("stretch")
                yield Claim("cumulative", "sum", (whole, part, last), cue, more_)
                if last.size < part.size and _longer(part, whole):
                    yield Claim("cumulative", "sum", (part, whole, last), cue, more_, torn=True)
        elif other.sentence == cue.sentence and not other.aside:
            known = [a for a in levels if a.size > max(cue.size, other.size) and a.has("stretch") and not a.aside]
            for whole, more in _ranked(cue, known):
                yield Claim("cumulative", "sum", (whole, cue, other), cue, cost + more + 0.5)


def _longer(one: Amount, other: Amount) -> bool:
    """Do facts know a figure to be of a longer stretch than another, which is a part of it?"""
    whole, part = (a.figure.period if a.figure is not None else None for a in (one, other))
    if whole is None or part is None or None in (whole.start, whole.end, part.start, part.end):
        return False
    return whole != part and whole.start <= part.start and part.end <= whole.end  # type: ignore[operator]


def _differences(cue: Amount, near: Around) -> Iterator[Claim]:
    """What lies between the two figures of a pair, or is left of one when the other is gone."""
    if not cue.has("gap", "rest") or cue.aside:
        return
    levels = sorted((a for a in near if a.sort == "amount" and kin(a, cue) and not a.aside), key=lambda a: a.index)
    at = {a.index: a for a in levels}
    pairs = {s.parts for a in levels for s in a.under if len(s.parts) == 2 and cue.index not in s.parts}
    for one, other in pairs:
        if one in at and other in at and abs(at[other].sentence - cue.sentence) <= 1 and cue.has("gap"):
            part, whole = sorted((at[one], at[other]), key=lambda a: a.size)
            cost = min(far(cue, at[other]), far(cue, at[one]))
            yield Claim("difference", "sum", (whole, part, cue), cue, cost)
            if cost <= TORN_MOST and cue.size < part.size:
                yield Claim("difference", "sum", (part, whole, cue), cue, cost, torn=True)
    before = [a for a in levels if a.index < cue.index and a.sentence >= cue.sentence - 1]
    if before and before[-1] is not None:
        gone = before[-1]
        known = [a for a in levels if a.index < gone.index and a.size > max(gone.size, cue.size)]
        kind: RelationKind = "difference" if cue.has("gap") else "sum"
        for whole, more in _ranked(cue, known):
            yield Claim(kind, "sum", (whole, gone, cue), cue, far(cue, gone) + 1.0 + more)


def _ranked(model: Amount, known: Sequence[Amount]) -> Iterator[tuple[Amount, float]]:
    """The figures that may be of what another is of, and what each costs."""
    passed, named = 0.0, any(_like(amount, model) for amount in known)
    for amount in by_sentence(sorted(known, key=lambda a: a.index)):
        cost = passed + 1.0 * (amount.has("gap") != model.has("gap")) + 0.5 * differs(amount, model)
        cost += UNNAMED * (named and not _like(amount, model))
        yield amount, cost + TORN * any(split.wholes for split in amount.under)
        passed += 0.5


def _like(one: Amount, other: Amount) -> bool:
    """Do facts know two figures for the same measure: "net income" and "income", which end alike?"""
    if one.figure is None or other.figure is None:
        return False
    a, b = (figure.metric.removeprefix("other:").split() for figure in (one.figure, other.figure))
    return bool(a and b) and a[-1] == b[-1]


def _apart(whole: Amount, parts: Sequence[Amount]) -> float:
    """What it costs to take a list to pieces, or what is only compared with for a part or a whole."""
    cost, beside = 0.0, whole.aside + sum([part.aside for part in parts])
    lists = [split.parts for part in parts if part.under for split in part.under]
    if lists:
        cost += TORN * (tuple(sorted([a.index for a in parts])) not in lists)
        cost += TORN * any(whole.index in known for known in lists)
    cost += AGAINST * (max([part.run[1] for part in parts]) > len(parts))  # some figures of a row, and not the others
    return cost + TORN * (0 < beside <= len(parts))


def _wholes(run: Sequence[Amount], known: Iterable[Amount]) -> Iterator[tuple[Amount, bool]]:
    """Those of which a run may be all the parts by their sizes and kinds; some only if a size of them is wrong."""
    sizes = [part.size for part in run]
    least, most, blur = min(sizes), max(sizes), sum([part.high - part.low for part in run])
    like, likes = run[0].like, [part.like for part in run]
    alike = likes.count(like) == len(run)
    bound = run[-1].has("rest", "left") or run[0].has("parts", "split")  # words tie them to a whole, whatever its size
    for whole in known:
        torn = whole.size <= most
        if torn:
            larger = sum([size >= whole.size for size in sizes])
            if larger not in (1, len(run)) or not (bound or whole.has("total", "whole", "summed")):
                continue
        elif least <= FELT * (whole.high - whole.low + blur):
            continue
        if ((alike and whole.like == like) or kin(whole, *run)) and not _against(whole, run):
            yield whole, torn


def _split(whole: Amount, run: Sequence[Amount], cue: Amount, *, torn: bool) -> Iterator[Claim]:
    edge = run[0] if whole.index < run[0].index else run[-1]
    away = _whole(edge, whole) if edge is run[0] else far(whole, edge)
    cost = away + 0.5 * (run[0].sentence != run[-1].sentence)
    cost += sum(["base" in part.marks or "moved" in part.marks for part in run])
    cost += _apart(whole, run)
    cost += 0 if cue.has("rest", "parts") or whole.has("total", "parts") or any(p.has("parts") for p in run) else 1.0
    kind: RelationKind = "cumulative" if whole.has("cumulative") and any(p.has("cumulative") for p in run) else "sum"
    if cue.leading and (len(run) > 2 or cue.run[1] > 1):
        kind = "sum"
    if len(run) == 2 and cue.leading and any(part.has("moved", "gap") for part in run):
        kind = "difference"
    if not torn or cost <= TORN_MOST:
        yield Claim(kind, "sum", (whole, *run), cue, cost, torn=torn)


def _against(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Does a part say that it is what was lost, or won, and the time of the two others the reverse?

    Nor do levels of two days make a sum: a stock is no part of what it is a year later.
    """
    if len(parts) != 2:
        return False
    one, two = [part.figures[0].figure.period if part.figures else None for part in parts]
    if one != two and _of_a_day(one) and _of_a_day(two):
        return True
    for by, other in (parts, parts[::-1]):
        later, base = (whole, other) if by.quantity.change == "up" else (other, whole)
        if by.quantity.change is not None and "base" in later.marks and "base" not in base.marks:
            return True
    return False


def _astride(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Does a part open those of what stands before it, and another stand before that: "2 more; 512, of which 213"?"""
    opened = [part for part in parts if "parts" in part.marks and part.index > whole.index]
    return bool(opened) and any(part.index < whole.index for part in parts)


def _of_a_day(period: Period | None) -> bool:
    return period is not None and None not in (period.start, period.end) and period.end - period.start == days.DAY  # type: ignore[operator]


def _three(cue: Amount, ordered: Sequence[Amount]) -> Iterator[Claim]:
    """Three figures of which the cue is one: the whole, or one of two parts."""
    others = [(a, far(cue, a)) for a in ordered if a is not cue]
    for i, (one, away) in enumerate(others):
        for other, away_ in others[i + 1 :]:
            whole, *parts = sorted((cue, one, other), key=_size, reverse=True)
            if not felt(whole, parts) or not kin(whole, *parts) or _against(whole, parts) or _astride(whole, parts):
                continue
            cost = away + min(away_, far(one, other)) + 1.0 + _apart(whole, parts)
            cumulative = sum(["cumulative" in a.marks for a in (cue, one, other)]) > 1
            kind: RelationKind = "cumulative" if cumulative else "difference" if cue.has("gap") else "sum"
            if cue.leading and any(part.has("moved", "gap") for part in parts):
                kind = "difference"
            yield Claim(kind, "sum", (whole, *parts), cue, cost)
            torn = _torn(cue, one, other) if cost <= TORN_MOST else None
            if torn is not None and torn is not whole:
                yield Claim(kind, "sum", (torn, *(a for a in (cue, one, other) if a is not torn)), cue, cost, torn=True)


def _torn(cue: Amount, one: Amount, other: Amount) -> Amount | None:
    """Which of three figures the words of a cue make the whole, though it is not the largest."""
    if cue.has("total"):
        return cue
    if not cue.has("rest", "gap"):
        return None
    less, more = sorted((one, other), key=_size)
    return more if cue.size > more.size else less


def flow(cue: Amount, near: Around) -> Iterator[Claim]:
    """A stock after what has come and what has gone: "has since opened 46 and closed 28"."""
    if cue.sort != "amount" or cue.has("each") or cue.quantity.kind == "money":
        return
    before = (a for a in near if a.index == cue.index - 1 and a.sentence == cue.sentence and _stocks(a, cue))
    came = next(before, None)
    if came is None or came.size == cue.size:  # as many came as went: the stock is what it was
        return
    if any(a.has("result") and b.has("base") for a, b in ((came, cue), (cue, came))):
        return  # "and fees slipped to 1.02 billion from 1.05 billion"
    larger = (a for a in near if a.size > came.size and a.size > cue.size and abs(a.sentence - cue.sentence) <= 1)
    stocks = [a for a in larger if _stocks(a, cue)]
    for now in stocks:
        away = far(now, cue)
        for base in stocks:
            if now is base or now.has("parts") or base.has("parts"):
                continue  # "512 aircraft, of which 213 are its own"
            if now.has("from") and not base.has("from"):
                continue  # "from 611 to 620": words say which of the two came first
            if not (now.like == base.like == came.like or kin(now, base, came, cue)):
                continue
            cost = away + far(base, now) + earlier(base, now)
            for first, last in ((came, cue), (cue, came)):
                yield Claim("sum", "sum", (now, base, first, last), cue, cost, minus=1)


def _stocks(amount: Amount, cue: Amount) -> bool:
    """Does a figure count, of all, what another one is of?"""
    return amount.sort == "amount" and "each" not in amount.marks and kin(amount, cue)
