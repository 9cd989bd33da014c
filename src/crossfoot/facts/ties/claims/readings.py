"""What words say of stocks with all that came and went, and of figures of several kinds whose parts they all name.

The figures under the roles of a row of relating.toml come in, the claims that its sense makes of them out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.lexicon.relating import carried
from crossfoot.model import RelationKind

FIRM = 0.0  # what a reading costs
Roles = Mapping[str, list[Amount]]


def _balance(roles: Roles) -> Iterator[Claim]:
    """What there was, all that came and went one by one, as the words before each say, and what there is then."""
    now, base, moves = roles["now"][0], roles["base"][0], roles["moves"]
    ways = [carried(a.lang, a.lead) for a in moves]
    if None in ways:
        return
    came = [a for a, way in zip(moves, ways, strict=True) if way == "came"]
    gone = [a for a, way in zip(moves, ways, strict=True) if way == "gone"]
    yield Claim("sum", "sum", (now, base, *came, *gone), now, FIRM, minus=len(gone), said=True, sure=True)


def _portion(roles: Roles) -> Iterator[Claim]:
    """A part, its whole and how much of it that is."""
    part, whole, rate = roles["part"][0], (roles.get("whole") or roles["total"])[0], roles["rate"][0]
    if rate.sort == "rate" and rate.quantity.change is None and not rate.has("base") and _alike(part, whole):
        yield Claim("share", "share", (part, whole, rate), rate, FIRM, said=True, sure=True)


def _more(roles: Roles) -> Iterator[Claim]:
    """What is more than another by a rate."""
    yield from _moved(roles, 1)


def _less(roles: Roles) -> Iterator[Claim]:
    """What is less than another by a rate."""
    yield from _moved(roles, -1)


def _moved(roles: Roles, sign: int) -> Iterator[Claim]:
    now, base, rate = roles["now"][0], roles["base"][0], roles["rate"][0]
    if rate.sort == "rate" and rate.quantity.change in (None, "up" if sign > 0 else "down") and _alike(now, base):
        yield Claim("growth", "growth", (now, base, rate), rate, FIRM, sign, said=True, sure=True)


def _priced(roles: Roles) -> Iterator[Claim]:
    """So many at so much each, and what they make."""
    yield from _multiplied(roles, "product")


def _average(roles: Roles) -> Iterator[Claim]:
    """What all make, how many they are, and what that is for each."""
    yield from _multiplied(roles, "average")


def _multiplied(roles: Roles, kind: RelationKind) -> Iterator[Claim]:
    whole, each, count = roles["whole"][0], roles["each"][0], roles["count"][0]
    money = [a.quantity.kind == "money" for a in (whole, each, count)]
    moved = any(a.quantity.change is not None for a in (whole, each, count))
    if money[0] == money[1] and not money[2] and whole.quantity.per is None and not moved:
        yield Claim(kind, "product", (whole, each, count), each, FIRM, said=True, sure=True)


def _alike(one: Amount, other: Amount) -> bool:
    """May the one be more or less than the other, by what they say of themselves?"""
    plain = None in (one.quantity.scale_word, other.quantity.scale_word)
    if (one.quantity.kind == "money") != (other.quantity.kind == "money") and plain:
        return False  # "of the bill of 77.2 million, 3,320 are paid"
    return kin(one, other)


MORE = {
    "balance": _balance, "portion": _portion, "priced": _priced, "average": _average, "more": _more,
    "less": _less,
}  # fmt: skip
