"""A figure that no source prints and the words around it in; figures that they say make it and do not, out.

Arithmetic finds some two figures that make almost any number. Where the words tell which two it is of, it is held to
those: by how much a level moved that the source has with the one before it ("climbed by a quarter to 86 million"), and
what share a figure of the source is ("25,420 cars, or 62% of the total"). Whatever else might be meant excuses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from crossfoot.late import late
from crossfoot.verdicts.outside.proofs import Proofs
from crossfoot.verdicts.outside.reckoned import AMOUNTS, LONGEST, NEAR
from crossfoot.verdicts.outside.support import POINTS, RATES, Said, same_unit

BACK = late(r"[,，]? ?(?:to|至|到|达到?|升至|降至|增至|减至)(?: about| around| nearly| some| almost| just)? ?[约近]?")
BEHIND = late(
    r"(?:, | \()(?:up|down|an? [a-z]+ of)(?: by)? (?:about |some |nearly |almost )?"
    r"|[，（](?:同比|环比|[较比][^，。；0-9]{1,8})?[增减上下升降多少高低涨跌][^，。；0-9]{0,3}"
)
APART = late(r"[^.;:,0-9]{0,24}, (?:about |some |nearly |almost )?")
MORE = late(r" (?:[a-z]+ ){0,2}(?:more|less|fewer|higher|lower) than")
SHARE = late(r", or (?:about |some |nearly |almost )?|[，（]?(?:大?约|近)?占[^，。；0-9（）]{0,10}?(?:大?约|近)?")
OF = late(r"\)? of (?:the|its|their|all|total|group)\b")

AROUND = 48  # figures to either side of one among which its whole may be

Ends = tuple[Fraction, Fraction]


def mismoved(proofs: Proofs, said: Said) -> tuple[Said, Said] | None:
    """The level that it stands with and the one before that, as a source has them, if it is not what lies between."""
    level = _level(proofs, said) if said.quantity.change is not None else None
    if level is None or level.span not in proofs.proved:
        return None
    now = [other for other, _ in proofs.found[level.span]]
    pairs = [(one, before) for one in now for before in proofs.earlier.get(one, ())]
    if not pairs or any(not proofs.earlier.get(one) for one in now):
        return None
    others = ((one, other) for one in now for other in _near(proofs, one))
    if any(_meets(said, _moved(said, *both)) for both in (*pairs, *others)):
        return None
    return pairs[0]


def unshared(proofs: Proofs, said: Said) -> bool:
    """Is it the share that a figure of a source is said to be, and is that figure as large a part of none?"""
    at, text = proofs.place[said], said.source.document.text
    part = proofs.mine[at - 1] if at else None
    if part is None or said.quantity.kind != "percent" or said.quantity.change is not None:
        return False
    between = SHARE.fullmatch(text, part.span.end, max(part.span.end, said.span.start))
    if between is None or ("or" in between.group() and not OF.match(text, said.span.end)):
        return False
    known = [one for one, how in proofs.found[part.span] if how == "same" and one.quantity.kind in AMOUNTS]
    if not known or part.quantity.change is not None or _vague(part):
        return False
    beside = proofs.mine[max(at - AROUND, 0) : at + AROUND]
    wholes = (ends for one in known for ends in _wholes(one, (*_around(proofs, one), *beside)))
    mine = _ends(known[0])
    return not any(_meets(said, (mine[0] / high * 100, mine[1] / low * 100)) for low, high in wholes if low > 0)


def _level(proofs: Proofs, said: Said) -> Said | None:
    """The level that it brought something to, as the words between them say."""
    at, text = proofs.place[said], said.source.document.text
    for after in proofs.mine[at + 1 : at + 2]:
        if _may_move(said, after) and BACK.fullmatch(text, said.span.end, max(said.span.end, after.span.start)):
            return after
    for before in proofs.mine[max(at - 1, 0) : at]:
        gap = before.span.end, max(before.span.end, said.span.start)
        if not _may_move(said, before) or before.quantity.change is not None:
            continue
        if BEHIND.fullmatch(text, *gap) or (APART.fullmatch(text, *gap) and MORE.match(text, said.span.end)):
            return before
    return None


def _may_move(said: Said, level: Said) -> bool:
    """May it be by how much the other moved, and is each told well enough?"""
    here, there = said.quantity, level.quantity
    if _vague(said) or there.low != there.high:
        return False
    if here.kind in POINTS:
        return there.kind == "percent"
    return there.kind in AMOUNTS and (here.kind == "percent" or (here.kind in AMOUNTS and same_unit(here, there)))


def _vague(said: Said) -> bool:
    return said.quantity.approx not in (None, "~") or said.quantity.low != said.quantity.high or not said.range.bounded


def _near(proofs: Proofs, one: Said) -> Iterator[Said]:
    """What else a source prints of the unit near it: it may have moved from there."""
    at = proofs.place[one]
    for other in proofs.theirs[max(at - NEAR, 0) : at + NEAR + 1]:
        if other is not one and other.source is one.source and same_unit(one.quantity, other.quantity):
            yield other


def _moved(said: Said, now: Said, before: Said) -> Ends:
    """By how much, from one to the other, in what it is told in: as little and as much as their printing admits."""
    (a, b), (c, d) = _ends(now), _ends(before)
    if said.quantity.kind == "percent" and now.quantity.kind not in RATES:
        ends = sorted(((x / y - 1) * 100 for x in (a, b) for y in (c, d) if y), key=abs) or [Fraction(0)]
    else:
        scale = POINTS.get(said.quantity.kind, Fraction(1))
        ends = sorted(((x - y) / scale for x in (a, b) for y in (c, d)), key=abs)
    return abs(ends[0]), abs(ends[-1])


def _meets(said: Said, ends: Ends) -> bool:
    low, high = sorted(abs(end) for end in (said.range.low, said.range.high) if end is not None)
    return low <= ends[1] and ends[0] <= high


def _ends(said: Said) -> Ends:
    """What it may stand for."""
    low, high = said.range.low, said.range.high
    if low is None or high is None:
        return abs(said.quantity.low), abs(said.quantity.high)
    low, high = sorted((abs(low), abs(high)))
    return low, high


def _around(proofs: Proofs, one: Said) -> Sequence[Said]:
    """What stands near it, and what the sources begin with."""
    first = max(proofs.place[one] - AROUND, 0)
    return (*proofs.theirs[: min(NEAR, first)], *proofs.theirs[first : first + 2 * AROUND])


def _wholes(part: Said, printed: Sequence[Said]) -> Iterator[Ends]:
    """What it may be a part of: figures of its unit, and it with some that stand together with it."""
    alike = [one for one in printed if _alike(part, one)]
    ends = [_ends(one) for one in alike]
    yield from ends
    for start in range(len(alike)):
        inside = part in alike[start : start + LONGEST]
        sums = accumulate(ends[start : start + LONGEST], lambda one, other: (one[0] + other[0], one[1] + other[1]))
        yield from sums if inside else ()


def _alike(part: Said, other: Said) -> bool:
    """Are both amounts of one unit, and not only because nobody knows what one of them counts?"""
    kinds = {part.quantity.kind, other.quantity.kind}
    return kinds <= AMOUNTS and ("money" not in kinds or len(kinds) == 1) and same_unit(part.quantity, other.quantity)
