"""The moves that a cue may ask for: which of the figures around it is now, which it moved from. Figures in, claims out.

In "rose 6% to 12 million from 11 million" the words beside each figure say its part, in "较上年的11万增长6%" its place.
What is said beside another move belongs to that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount, kin, opposite
from crossfoot.facts.ties.claims.shapes import (
    AGAINST,
    APART,
    TORN_MOST,
    UNMARKED,
    Around,
    Claim,
    beside,
    earlier,
    far,
    felt,
    moved,
    precedes,
    set_against,
    sized,
    unlike,
)
from crossfoot.late import late
from crossfoot.lexicon.frame import drives
from crossfoot.lexicon.judging import judged
from crossfoot.lexicon.metrics import metric
from crossfoot.model import Figure

_APART = late(r",(?! (?:when|which|who|that)\b)")
_FROM = late("[较比]([^较比，；\\d]{2,8})$")
_OPEN = ("(", "（")
LEAST = 1.5  # times what is rounded away
SMALLEST, LARGEST = 0.1, 10.0  # times that something grows to
NEXT = 3  # figures that one move may have beside it
LATER = 1.0  # what it costs that something is only told after it has moved
SAID = 1.5  # what it costs not to be what a phrasing takes the move to be of


class _Places:
    """What the words and places around one move say of the figures that may take part in it."""

    __slots__ = ("_at", "_bases", "_cue", "_from", "_nows", "_owned", "_partners", "_to")

    def __init__(self, cue: Amount, near: Around, levels: Sequence[Amount]) -> None:
        self._cue, self._at = cue, {a.index: a for a in near}
        self._at[cue.index] = cue
        self._to, self._from = self._beside({a.index for a in levels})
        self._nows = {a.index for a in levels if cue.move is not None and _is(a, cue.move.figure)}
        self._bases = {a.index for a in levels if cue.move is not None and _is(a, *cue.move.bases)}
        if any(self._misread(self._at[n], levels) for n in self._nows):
            self._nows = self._bases = set()
        self._owned = {a.index for a in levels if a.has("base") and self._owner(a, -1 if cue.leading else 1)}
        self._partners = {a.index: self._partner(a) for a in levels}

    def _beside(self, levels: set[int]) -> tuple[Amount | None, Amount | None]:
        """What came of the move, and what it moved from, as the words right beside it say."""
        cue, to, from_ = self._cue, None, None
        for i in range(cue.index + 1, cue.index + NEXT):
            level = self._at.get(i)
            if level is None or level.sentence != cue.sentence or i not in levels or _moves(level, cue):
                break
            if level.has("result") and not (level.leading and level.has("base")):
                to = to or level
            elif not cue.leading and (level.has("base") or (to is None and i == cue.index + 1 and _since(cue))):
                from_ = level
        before = self._at.get(cue.index - 1)
        if cue.leading and before is not None and before.index in levels and before.sentence == cue.sentence:
            from_ = before if before.has("base") else None
        behind = self._at.get(cue.index + 1)
        if cue.tail[:2].lstrip()[:1] in _OPEN and behind is not None and behind.index in levels:
            from_ = behind  # "增长5.0%（去年5月为27,000辆）"
        return to, from_

    def _misread(self, now: Amount, levels: Sequence[Amount]) -> bool:
        """Is what facts take for the level of a move what it moved from: "8月6.30万吨，7月为6.50万吨，下降3.1%"?"""
        return now.has("base") or (now.leading and any(_after(a, now) for a in levels if a.index < now.index))

    def _owner(self, base: Amount, step: int) -> bool:
        """Does a figure that something moved from stand beside another move of that sort?"""
        for n in range(1, NEXT):
            other = self._at.get(base.index - n * step)
            if other is None or other.sentence != base.sentence:
                return False
            if _moves(other, self._cue):
                return other is not self._cue
            if not other.has("result"):
                return False
        return False

    def _partner(self, base: Amount) -> int | None:
        """What stands right before what it moved from: "to 31 million from 17 million" is of the two."""
        if self._cue.leading or not base.has("base"):
            return None
        for i in range(base.index - 1, base.index - NEXT, -1):
            other = self._at.get(i)
            if other is None or other.sentence != base.sentence or other.sort != base.sort:
                return None
            if not other.has("base", "moved"):
                return i
        return None

    def now(self, level: Amount) -> float:
        """What it costs to take a figure for what something is now."""
        cost = UNMARKED * level.has("base")
        if not self._cue.leading and level.sentence > self._cue.sentence and not level.has("result"):
            cost += LATER
        cost += AGAINST * (self._to is not None and level is not self._to)
        cost += SAID * (bool(self._nows) and level.index not in self._nows)
        return cost + SAID * (level.index in self._bases)

    def base(self, level: Amount) -> float:
        """What it costs to take a figure for what something was."""
        cost = UNMARKED * (self._from is not None and level is not self._from)
        if not level.leading:
            cost += LATER / 2 * level.has("result")
            cost += LATER * (level.sentence > self._cue.sentence and not level.has("base"))
        cost += UNMARKED * (level.index in self._owned)
        return cost + SAID * (bool(self._bases) and level.index not in self._bases) + SAID * (level.index in self._nows)

    def both(self, now: Amount, base: Amount) -> float:
        """What it costs to take two figures for what something is and was."""
        partner = self._partners[base.index]
        cost = UNMARKED * (partner is not None and partner != now.index)
        if base is self._from:
            return cost
        if self._cue.leading and base.index < self._cue.index and _named(self._cue, base):
            return cost
        ours, theirs = now.marks, base.marks
        cost += (("each" in ours) != ("each" in theirs)) + (("mean" in ours) != ("mean" in theirs))
        return cost + (self._then(base) if self._nows else 0.0) + earlier(base, now)

    def _then(self, base: Amount) -> float:
        """Is a figure of another time than that from which facts know something to have moved?"""
        if self._bases or self._cue.move is None or base.figure is None:
            return 0.0
        then, told = self._cue.move.bases[0].period, base.figure.period
        known = then is not None and told is not None and None not in (then.start, told.start)
        return UNMARKED * (known and then != told)


def _is(amount: Amount, *figures: Figure) -> bool:
    """Do facts take it for one of these?"""
    return any(_same(printed.figure, figure) for printed in amount.figures for figure in figures)


def _same(one: Figure, other: Figure) -> bool:
    """Are two figures one, in whichever unit?"""
    return (one.metric, one.entity, one.segment, one.period, one.basis) == (
        other.metric,
        other.entity,
        other.segment,
        other.period,
        other.basis,
    )


def _named(cue: Amount, base: Amount) -> bool:
    """Do the words that a move is measured from call a figure: "发行价18.00元，开盘报21.60元，较发行价上涨20%"?"""
    if cue.word is None:
        return False
    said = _FROM.search(cue.lead[: max(cue.word.start - cue.span.start + len(cue.lead), 0)])
    return said is not None and base.lead.endswith(said[1])


def _since(cue: Amount) -> bool:
    """Does "from" or "more than" stand behind a move, and nothing before the next figure that ends it?"""
    return cue.has("since") and not _APART.search(cue.tail)


def _after(one: Amount, other: Amount) -> bool:
    """Is a figure of a later time than another of its sort, as facts know?"""
    a, b = one.figure, other.figure
    if a is None or b is None or a.metric != b.metric or a.period is None or b.period is None:
        return False
    return a.period.start is not None and b.period.start is not None and a.period.start > b.period.start


def _moves(amount: Amount, like: Amount) -> bool:
    """Is it the size of a move of the sort of another?"""
    return amount.sort == like.sort and (amount.has("moved") or amount is like)


def growth(cue: Amount, near: Around) -> Iterator[Claim]:
    """A rate of change, what moved and what it moved from."""
    if cue.sort != "rate" or not cue.has("moved", "up", "down", "by"):
        return
    if cue.has("base", "result") and not cue.has("moved", "by"):
        return  # "narrowed to 2.7% from 3.1%": what moved is a rate
    levels = [a for a in near if a.sort == "amount" and not _driven(cue, a)]
    places, ways = _Places(cue, near, levels), signs(cue)
    lasts = [a for a in levels if cue.leading and a.index < cue.index and not _aside(a)]
    nows = [(now, places.now(now) + _behind(cue, now) + _dealt(cue, now) + sized(now), far(cue, now)) for now in levels]
    fitting = [base for base in levels if not unlike(base, cue) and not set_against(base, cue)]
    bases = [(base, places.base(base) + sized(base), far(cue, base)) for base in fitting]
    for now, cost_now, far_now in nows:
        last = next((a for a in reversed(lasts) if kin(a, now)), None)
        for base, cost_base, far_base in bases:
            if now is base or not (now.like == base.like or kin(now, base)):
                continue
            torn = not SMALLEST < now.size / (base.size or 1) < LARGEST
            if torn and cost_now + cost_base > TORN_MOST:
                continue  # it only gets dearer
            cost = cost_now + cost_base + min(far_now, far_base) + far(now, base) + differs(base, now)
            cost += 0 if cue.leading or beside(cue, now) or beside(cue, base) else APART / 2
            cost += places.both(now, base) + (AGAINST if now.has("base") and not base.has("base") else 0)
            cost += AGAINST if last is not None and last not in (now, base) and not now.has("result") else 0
            for sign in _signs(cue, now, ways) if not torn or cost <= TORN_MOST else ():
                yield Claim("growth", "growth", (now, base, cue), cue, cost, sign, torn=torn)


def _driven(cue: Amount, now: Amount) -> bool:
    """Is it what a move only drove: "a 4% rise in traffic took revenue to 520 million"?"""
    behind = now.index > cue.index and now.sentence == cue.sentence and not cue.leading
    return behind and drives(now.lead.lower().split(), now.lang)


def _aside(amount: Amount) -> bool:
    """Does it stand in brackets?"""
    return max(map(amount.lead.rfind, _OPEN)) > max(map(amount.lead.rfind, (")", "）")))


def differs(one: Amount, other: Amount) -> float:
    """Do facts take two figures for different things?"""
    a, b = one.figure, other.figure
    if a is None or b is None or a.metric == b.metric:
        return 0.0
    return UNMARKED if metric(a.metric) is not None and metric(b.metric) is not None else 0.0


def _behind(cue: Amount, now: Amount) -> float:
    """Where what moved stands before its move, does it stand behind, and not as what came of it?"""
    if not cue.leading or now.index < cue.index or now.has("result"):
        return 0.0
    return UNMARKED if now.sentence == cue.sentence else AGAINST


def _dealt(cue: Amount, other: Amount) -> float:
    """Of two lists as long as each other, does the one figure stand in the place of the other?"""
    if not cue.leading or cue.run[1] == 1:
        return 0.0
    return 0.0 if other.run == cue.run else UNMARKED


def signs(cue: Amount) -> tuple[int, ...]:
    """The ways that a move may go, by its words; both where they only say that it is for the better."""
    if cue.has("judged") and judged(cue.lead) is None:
        return (1, -1)
    if cue.has("of moves"):
        return _worded(cue)
    told = (p.quantity.change for p in cue.figures if p.figure.metric.startswith(("growth of", "change in")))
    change = next((sense for sense in told if sense), cue.quantity.change)  # one place, one direction
    if change is not None:
        return (1,) if change == "up" else (-1,)
    return _worded(cue)


def _worded(cue: Amount) -> tuple[int, ...]:
    up, down = cue.has("up"), cue.has("down")
    return (1,) if up and not down else (-1,) if down and not up else (1, -1)


def _signs(cue: Amount, now: Amount, ways: tuple[int, ...]) -> tuple[int, ...]:
    """The ways that a move may go where it judges, by what the words before a level say: "a margin of 8%, 2 worse"."""
    if len(ways) == 1 or not cue.has("judged"):
        return ways
    good, said = judged(now.lead), _worded(cue)
    return ways if good is None or len(said) > 1 else said if good else (-said[0],)


def points(cue: Amount, near: Around) -> Iterator[Claim]:
    """Points between two rates."""
    if cue.sort == "points":
        yield from _between(cue, near, _rates(cue, [a for a in near if a.sort in ("rate", "points") and a is not cue]))


def rates(cue: Amount, near: Around) -> Iterator[Claim]:
    """Points between two rates that are printed as percent."""
    if cue.sort == "rate" and cue.has("moved", "by", "more", "gap", "pace"):
        yield from _between(cue, near, _rates(cue, [a for a in near if a.sort == "rate" and a is not cue]))


def _rates(cue: Amount, near: Around) -> list[Amount]:
    """Between which rates points may lie: "增速快于城镇1.3个百分点" is of what grew, any other of levels."""
    if not cue.leading:
        return list(near)
    return [a for a in near if a.sort != "rate" or (a.quantity.change == "up" if cue.has("pace") else _level(a))]


def _level(rate: Amount) -> bool:
    return rate.quantity.change is None


def _between(cue: Amount, near: Around, levels: Sequence[Amount]) -> Iterator[Claim]:
    places, ways = _Places(cue, near, levels), signs(cue)
    nows = [(now, places.now(now) + _behind(cue, now), far(cue, now)) for now in levels]
    bases = [(base, places.base(base), far(cue, base)) for base in levels if not set_against(base, cue)]
    for now, cost_now, far_now in nows:
        for base, cost_base, far_base in bases:
            if now is base or now.sort != base.sort:
                continue  # no rate moves from "12 points below the norm"
            cost = min(far_now, far_base) + far(now, base) + places.both(now, base)
            cost += 1.0 * (now.has("moved") + base.has("moved")) * (not cue.has("pace"))
            cost += cost_now + cost_base
            for sign in _signs(cue, now, ways):
                yield Claim("points", "points", (now, base, cue), cue, cost, sign)


def change(cue: Amount, near: Around) -> Iterator[Claim]:
    """An amount by which something moved, or that lies between two others."""
    if cue.sort != "amount" or not cue.has("moved", "up", "down", "gap"):
        return
    sizes = cue.has("moved", "by", "more", "gap")
    if cue.has("base", "result") and not sizes:
        return  # what it moved from, and what it moved to
    levels = [a for a in near if a.sort == "amount" and kin(a, cue)]
    cents = cue.like is not None and cue.like == (cue.quantity.kind, None)  # "lost 8 cents to $2.26 per million units"
    each = "each" in cue.marks
    levels = [a for a in levels if ("each" in a.marks) == each or cue.leading or cents]
    of_moves = cue.has("of moves")
    if not moved(cue):
        yield from _gap(cue, levels)
        return
    places, ways = _Places(cue, near, levels), signs(cue)
    nows = [(now, places.now(now) + sized(now), far(cue, now)) for now in levels]
    fitting = [base for base in levels if not set_against(base, cue)]
    bases = [(base, places.base(base) + sized(base), far(cue, base)) for base in fitting]
    for now, cost_now, far_now in nows:
        for base, cost_base, far_base in bases:
            if now is base:
                continue
            torn = cue.size >= now.size and cue.size >= base.size
            if cost_now + cost_base > TORN_MOST if torn else not _told(now, base, cue):
                continue
            if now.like != base.like and not kin(now, base, cue):
                continue
            if cue.leading and now.has("base") and not base.has("base") and precedes(base, now) is not True:
                continue  # what it was at first is not what came of it
            cost = cost_now + cost_base + min(far_now, far_base) + far(now, base)
            cost += places.both(now, base) + (0.0 if sizes else SAID)
            if of_moves and now.quantity.change == base.quantity.change:
                cost -= sized(now, base) * 2  # "增加1536亿元，上年同期增加1750亿元，同比少增214亿元"
            for sign in _signs(cue, now, ways) if not torn or cost <= TORN_MOST else ():
                yield Claim("difference", "change", (now, base, cue), cue, cost, sign, torn=torn)


def _told(now: Amount, base: Amount, by: Amount) -> bool:
    """Is a move more than what rounding makes?"""
    return by.size > LEAST * (now.high - now.low + (base.high - base.low) + (by.high - by.low))


def _gap(cue: Amount, levels: Sequence[Amount]) -> Iterator[Claim]:
    """What lies between two figures: a surplus, a margin."""
    for more in levels:
        for less in levels:
            if more.size <= less.size or more.size <= cue.size or not kin(more, less, cue):
                continue
            if felt(more, (less, cue)):
                cost = min(far(cue, more), far(cue, less)) + far(more, less)
                cost += 1.0 - opposite(more, less) + more.has("whole") + sized(more, less)
                yield Claim("difference", "change", (more, less, cue), cue, max(cost, 0.0))
