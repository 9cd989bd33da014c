"""Slips of the pen undone: claims that do not tie in, each figure that alone would make some of them tie out.

A claim says what each of its figures would have to be for it to tie; a figure says what it would be without one slip.
Where the two meet, the slip may be what happened.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.shapes import Claim
from crossfoot.facts.ties.trial import accident, tried_out
from crossfoot.lexicon.slips import undone

_PRINTED = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,6})?")
SCALES = {True: (4, -4, 8, -8), False: (3, -3, 6, -6, 9, -9)}  # powers of ten between scale words, where words lead
MOST_ACCIDENT = 0.2  # a claim that ties as easily by accident tells nothing of slips
MOVES = ("growth", "points", "change")


class Right(msgspec.Struct, frozen=True, gc=False):
    """What a figure would be without a slip."""

    size: float
    half: float  # to either side, of its range
    slip: str
    likes: int  # numbers that the same slip may have been made of
    odd: bool = False  # printed to another place than it is now


class Mend(msgspec.Struct, frozen=True, eq=False):
    """One slip undone, and the claims that tie then, each with how far it is off in parts of what rounding allows."""

    amount: Amount
    right: Right
    claims: list[tuple[Claim, float]]


def mends(claims: Iterable[Claim], text: str) -> list[Mend]:
    """All slips that, undone, make some of the claims tie."""
    found = dict[tuple[int, str, float], Mend]()
    rights = dict[int, list[Right]]()
    for claim in claims:
        if accident(claim) > MOST_ACCIDENT:
            continue
        for place, amount in enumerate(claim.operands):
            if amount.index not in rights:
                rights[amount.index] = sorted(_rights(amount, text), key=lambda right: right.size)
            for right, off in (*_fitting(claim, place, rights[amount.index]), *_turned(claim, place)):
                key = (amount.index, right.slip, right.size)
                found.setdefault(key, Mend(amount, right, [])).claims.append((claim, off))
    return list(found.values())


def _rights(amount: Amount, text: str) -> Iterator[Right]:
    """What a figure would be without a slip of its digits or of its scale word."""
    start, end = amount.quantity.digits
    shown = text[start:end].replace(",", "")
    if not _PRINTED.fullmatch(shown) or not float(shown) or amount.quantity.step <= 0:
        return
    unit, half = amount.size / float(shown), (amount.high - amount.low) / 2
    decimals = len(shown.partition(".")[2])
    made = dict[str, str]()
    for slip, right in undone(shown) if len(shown) > 1 else ():  # one digit may have been any other
        if _PRINTED.fullmatch(right) and not (right[0] == "0" and right[1:2].isdecimal()):
            made.setdefault(right, slip)
    likes = Counter(made.values())
    for right, slip in made.items():
        places = len(right.partition(".")[2])
        if float(right):
            yield Right(float(right) * unit, half * 10.0 ** (decimals - places), slip, likes[slip], places != decimals)
    if amount.quantity.scale_word is not None:
        for power in SCALES[amount.leading]:
            yield Right(amount.size * 10.0**power, half * 10.0**power, "scale", len(SCALES[amount.leading]))


def _fitting(claim: Claim, place: int, rights: list[Right]) -> Iterator[tuple[Right, float]]:
    """Which of the numbers that a figure may have been would make the claim tie."""
    asked = needed(claim, place)
    if asked is None or not rights or asked[0] <= 0 <= asked[1]:
        return  # the rest ties without it: anything small would do
    middle, half = (asked[0] + asked[1]) / 2, (asked[1] - asked[0]) / 2
    widest = half + max(right.half for right in rights)
    for right in rights[bisect_left(rights, middle - widest, key=lambda right: right.size) :]:
        if right.size > middle + widest:
            return
        apart, reach = abs(right.size - middle), half + right.half + 1e-9 * abs(middle)
        if apart <= reach:
            yield right, apart / reach


def _turned(claim: Claim, place: int) -> Iterator[tuple[Right, float]]:
    """Would the claim tie if its figure had gone the other way?"""
    by = claim.operands[-1]
    if claim.shape in MOVES and place == len(claim.operands) - 1 and (by.word or by.quantity.change):
        off, _ = tried_out(msgspec.structs.replace(claim, sign=-claim.sign))
        if off is not None:
            yield Right(-by.size, 0.0, "direction", 1), off


def needed(claim: Claim, place: int) -> tuple[float, float] | None:
    """What one figure of a claim would have to be, by the others."""
    ranges = [(a.low, a.high) for a in claim.operands]
    if claim.shape in ("growth", "share"):
        less = 1.0 if claim.shape == "growth" else 0.0
        if place == len(ranges) - 1:
            made = _over(ranges[0], ranges[1])
            return None if made is None else _signed((100 * (made[0] - less), 100 * (made[1] - less)), claim.sign)
        low, high = _signed(ranges[2], claim.sign)
        ranges[2] = (less + low / 100, less + high / 100)
    if claim.shape in ("growth", "share", "product"):
        made = (float(claim.factor), float(claim.factor)) if claim.shape == "product" else (1.0, 1.0)
        for i, (low, high) in enumerate(ranges[1:], 1):
            if i != place:
                made = (made[0] * low, made[1] * high)
        return made if place == 0 and made[0] > 0 else None if place == 0 else _over(ranges[0], made)
    signs = [-1, *(1 for _ in ranges[1:])]
    signs[-1] = -1 if claim.minus else claim.sign if claim.shape in MOVES else 1
    rest = [_signed(range_, sign) for i, (range_, sign) in enumerate(zip(ranges, signs, strict=True)) if i != place]
    return _signed((sum(low for low, _ in rest), sum(high for _, high in rest)), -signs[place])


def _over(over: tuple[float, float], under: tuple[float, float]) -> tuple[float, float] | None:
    return (over[0] / under[1], over[1] / under[0]) if under[0] > 0 else None


def _signed(range_: tuple[float, float], sign: int) -> tuple[float, float]:
    return range_ if sign > 0 else (-range_[1], -range_[0])
