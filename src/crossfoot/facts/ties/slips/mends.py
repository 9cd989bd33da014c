"""Slips of the pen undone: claims that do not tie in, each figure that alone would make some of them tie out.

A claim says what each of its figures would have to be for it to tie; a figure says what it would be without one slip.
Where the two meet, the slip may be what happened.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.moves import signs
from crossfoot.facts.ties.claims.shapes import MOVES, Claim
from crossfoot.facts.ties.meant.trial import accident, tried_out
from crossfoot.lexicon import numerals
from crossfoot.lexicon.slips import meant, refracted, rescaled

CLOSE = 0.5  # points between a fraction in words and what it is of
MOST_ACCIDENT = 0.2  # a claim that ties as easily by accident tells nothing of slips


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


class _Rights:
    """What one figure would be without a slip of its digits or of its scale word."""

    __slots__ = ("_half", "_likes", "_scales", "_sizes", "_unit", "_widest")

    def __init__(self, amount: Amount, text: str) -> None:
        shown = numerals.shown(text, amount.quantity.digits)
        self._half = (amount.high - amount.low) / 2
        self._sizes, self._likes, self._widest, self._unit = tuple[float, ...](), tuple[_Like, ...](), 0.0, 1.0
        self._scales = list[Right]()
        if (
            shown is None and amount.sort == "rate" and amount.size and amount.quantity.approx is None
        ):  # "three quarters", "七成"
            part = amount.quantity.low / (100 if amount.quantity.low > 1 else 1)
            others = [other for other in refracted(part) if other != 1 - part]  # "leaving a tenth": what is not there
            self._scales = [Right(100.0 * float(other), CLOSE, "fraction", len(others)) for other in others]
        if shown and float(shown) and amount.quantity.step > 0:
            self._unit = amount.size / float(shown)
            self._sizes, self._likes, most = _likes(shown)
            self._widest = self._half * most
            if amount.quantity.scale_word is not None:
                powers = rescaled(text[slice(*amount.quantity.scale_word)])
                scales = ((amount.size * 10.0**power, self._half * 10.0**power) for power in powers)
                self._scales = [Right(size, half, "scale", len(powers)) for size, half in scales]

    def fitting(self, low: float, high: float) -> Iterator[tuple[Right, float]]:
        """Those that lie between two ends or round to it, with how far off each is, in parts of what is allowed."""
        middle, half = (low + high) / 2, (high - low) / 2 + 1e-9 * abs(low + high) / 2
        least, most = (middle - half - self._widest) / self._unit, (middle + half + self._widest) / self._unit
        for i in range(bisect_left(self._sizes, least), len(self._sizes)):
            if self._sizes[i] > most:
                break
            like = self._likes[i]
            size, own = self._sizes[i] * self._unit, self._half * like.blur
            if (away := abs(size - middle)) <= half + own:
                yield Right(size, own, like.slip, like.likes, like.blur != 1), away / (half + own)
        for right in self._scales:
            if (away := abs(right.size - middle)) <= half + right.half:
                yield right, away / (half + right.half)


class _Like(msgspec.Struct, frozen=True, order=True, gc=False):
    """A number that a printed one may have been: how many times wider it is rounded, and by which slip."""

    size: float
    blur: float
    slip: str
    likes: int


@lru_cache(4096)
def _likes(shown: str) -> tuple[tuple[float, ...], tuple[_Like, ...], float]:
    """The numbers that one may have been without a slip of its digits, by size, each with its slip; the widest blur.

    The same few numbers stand all over a text.
    """
    decimals = len(shown.partition(".")[2])
    likes = Counter(meant(shown).values())
    found = [
        _Like(float(right), 10.0 ** (decimals - len(right.partition(".")[2])), slip, likes[slip])
        for right, slip in meant(shown).items()
    ]
    found.sort()
    return tuple(like.size for like in found), tuple(found), max((like.blur for like in found), default=0.0)


def rights(amount: Amount, low: float, high: float, text: str) -> Iterator[Right]:
    """What a figure would be without one slip, where that lies between two ends or rounds to it."""
    yield from (right for right, _ in _Rights(amount, text).fitting(low, high))


def mends(claims: Iterable[Claim], text: str) -> list[Mend]:
    """All slips that, undone, make some of the claims tie."""
    found = dict[tuple[int, str, float], Mend]()
    rights = dict[int, _Rights]()
    for claim in claims:
        if accident(claim) > MOST_ACCIDENT:
            continue
        for place, amount in enumerate(claim.operands):
            if amount.index not in rights:
                rights[amount.index] = _Rights(amount, text)
            asked = needed(claim, place)
            # Where the rest ties without it, anything small would do.
            fitting = rights[amount.index].fitting(*asked) if asked and not asked[0] <= 0 <= asked[1] else ()
            turned = _turned(claim) if claim.shape in MOVES and place == len(claim.operands) - 1 else ()
            for right, off in (*fitting, *turned):
                key = (amount.index, right.slip, right.size)
                found.setdefault(key, Mend(amount, right, [])).claims.append((claim, off))
    return list(found.values())


def _turned(claim: Claim) -> Iterator[tuple[Right, float]]:
    """Would a move tie if it had gone the other way?"""
    by = claim.operands[-1]
    if (by.word is not None or by.quantity.change is not None) and len(signs(by)) == 1:
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
    gone = claim.minus or (claim.shape in MOVES and claim.sign < 0)
    kept = len(ranges) - gone  # those behind are taken away
    least = most = 0.0
    for i, (low, high) in enumerate(ranges):
        if i != place:
            plus = -1 if i >= kept or not i else 1
            least, most = (least + low, most + high) if plus > 0 else (least - high, most - low)
    own = -1 if place >= kept or not place else 1
    return (least, most) if own < 0 else (-most, -least)


def _over(over: tuple[float, float], under: tuple[float, float]) -> tuple[float, float] | None:
    return (over[0] / under[1], over[1] / under[0]) if under[0] > 0 else None


def _signed(range_: tuple[float, float], sign: int) -> tuple[float, float]:
    return range_ if sign > 0 else (-range_[1], -range_[0])
