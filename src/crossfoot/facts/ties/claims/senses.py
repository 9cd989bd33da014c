"""What the rows of relating.toml mean: the figures under the roles of a row come in, the claims of its sense go out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Literal

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.moves import signs
from crossfoot.facts.ties.claims.products import per_unit
from crossfoot.facts.ties.claims.shapes import Claim, precedes, set_against, unlike
from crossfoot.late import late
from crossfoot.lexicon.judging import judged
from crossfoot.lexicon.relating import carried, elsewhere, hedged
from crossfoot.model import RelationKind

FIRM, SAID = 0.0, 0.25  # what a reading costs
FIRST = ("前", "top", "first")
LISTED, ALIKE = 3, 4  # figures of a list with words between them, and times that the largest may be the least of them
SCALED = 500  # times that no mean is off by unless its scale is wrong
_JOINT = late(r"[^,;:]{0,30}(?:,| and )(?: and)? ?[^,;:]{0,30}$")
_MEAN = late(r"\b(?:average|mean)\b(?P<of>[^.;]*)$", re.IGNORECASE)
_AND = late(r"[,;]| and ")
Roles = Mapping[str, list[Amount]]
_said = partial(Claim, said=True, sure=True)


class Sense(msgspec.Struct, frozen=True):
    """The readings of a row of this sense, the likeliest first."""

    read: Callable[[Roles], Iterator[Claim]]
    named: bool = False  # words say of each figure which it is
    mixed: bool = False  # two of its figures are of a kind, and one is of another


def _first(roles: Roles, *names: str) -> Amount:
    """The figure under the first of these roles that the row has: they differ in what may stand there."""
    return next(roles[name][0] for name in names if name in roles)


def _sum(roles: Roles) -> Iterator[Claim]:
    """A whole and its parts; a list before which nothing closes may begin with the whole, or with what is no part."""
    parts = [part for role in ("base", "items", "points", "parts", "part", "rest") for part in roles.get(role, ())]
    wholes = roles.get("whole") or roles.get("total", [])
    kind: RelationKind = "difference" if "base" in roles else "sum"
    run = sorted([*wholes, *parts], key=lambda a: a.index)
    if not wholes or len(parts) < 2:
        return
    whole = wholes[0]
    if "parts" not in roles:
        yield _said(kind, "sum", (whole, *parts), whole, FIRM)
    elif whole is run[0] and "rest" in roles and "came" in _ways(roles["parts"], whole):
        yield from _balance({"base": [whole], "moves": roles["parts"], "now": roles["rest"]})
    elif whole is run[0]:
        for first in range(1 if whole.sort == "rate" else len(run) - 2):
            yield _said(kind, "sum", tuple(run[first:]), run[first], SAID * first)
    else:
        blur = whole.high - whole.low
        last = [a for a in parts if a is not whole and a.size > blur]  # "the four sold 612 million, 548 million ..."
        for first in range(len(last) - 1):
            yield _said(kind, "sum", (whole, *last[first:]), whole, SAID * first)


def _counted_sum(roles: Roles) -> Iterator[Claim]:
    """The figures said last, as many as words count, and what they make: "甲412吨，乙356吨，丙198吨，三家合计966吨"."""
    parts, whole, n = [*roles.get("parts", ()), *roles.get("part", ())], roles["whole"][0], roles["n"][0]
    many = int(n.quantity.low)
    if n.lead.rstrip().endswith(FIRST):  # "前三名" of a longer list are not its last
        listed = parts[0].run == (0, len(parts))
        parts = parts[:many] if listed or many == len(parts) else []
    if n.quantity.kind == "count" and 1 < many <= len(parts):
        yield _said("sum", "sum", (whole, *parts[-many:]), whole, FIRM)


def _gap(roles: Roles) -> Iterator[Claim]:
    """What is more than another by so much."""
    more, less, by = (roles[role][0] for role in ("more", "less", "by"))
    if any(a.index > by.index and a.has("turned to", "one of several") for a in (more, less)):
        return
    if by.has("judged"):  # "costs were 12 million, 2 million better than the 14 million of the plan"
        good = judged(min(more, less, key=lambda a: a.index).lead)
        if good is False or (good is None and more.size < less.size):
            more, less = less, more
    yield _said("difference", "sum", (more, less, by), by, FIRM)


def _apart(roles: Roles) -> Iterator[Claim]:
    """Two figures, whichever is more, and what lies between them."""
    one, two, by = (roles[role][0] for role in ("one", "two", "by"))
    more, less = (one, two) if one.size >= two.size else (two, one)
    yield _said("difference", "sum", (more, less, by), by, FIRM)


def _mean(roles: Roles) -> Iterator[Claim]:
    """Figures and their mean, which so many times is their sum."""
    mean, parts = roles["mean"][0], roles["parts"]
    many = roles["n"][0].size if "n" in roles else 0  # "the mean for the three months"
    if many and many != len(parts):
        return
    if len(parts) > LISTED and parts[0].size == len(parts) - 1:
        parts = parts[1:]  # "the three mills made 412, 388 and 400"
    n = len(parts)
    most, least = max(a.size for a in parts), min(a.size for a in parts)
    if not least / ALIKE < mean.size < most * ALIKE and least / SCALED < mean.size < most * SCALED:
        return  # "三厂年产310吨、320吨和330吨，月均27吨": of another stretch, or of each
    if n < 2 or not (many or parts[0].run == (0, n) or _listed(mean, parts)):
        return  # "across 20 matches 560,000 were sold, an average of 28,000"
    whole = msgspec.structs.replace(
        mean, scale=mean.scale * n, low=mean.low * n, high=mean.high * n, size=mean.size * n
    )
    yield _said("average", "sum", (whole, *parts), mean, FIRM)


def _listed(mean: Amount, parts: Sequence[Amount]) -> bool:
    """Are figures of one size, each with a time or a place of its own, and their mean among them: "6 on Friday, 8"?"""
    if len(parts) < LISTED or mean.leading or any(_JOINT.match(a.lead) is None for a in parts[1:]):
        return False
    sizes = [a.size for a in parts]
    return 0 < max(sizes) < ALIKE * min(sizes) and min(sizes) / ALIKE < mean.size < max(sizes) * ALIKE


def _ways(moves: Sequence[Amount], base: Amount) -> list[Literal["came", "gone"] | None]:
    """Whether each of some figures came or went, by the words before it; by those behind where the first has none."""
    behind = bool(moves) and not base.leading and carried(base.lang, moves[0].lead) is None  # "some 96 came in"
    return [carried(a.lang, _AND.split(a.tail)[0] if behind else a.lead) for a in moves]


def _balance(roles: Roles) -> Iterator[Claim]:
    """What there was, all that came and went as roles or the words before each say, and what there is then."""
    now, base, moves = roles["now"][0], roles["base"][0], roles.get("moves", [])
    ways = _ways(moves, base)
    if None in ways:
        return
    came = [*roles.get("came", ()), *(a for a, way in zip(moves, ways, strict=True) if way == "came")]
    gone = [*roles.get("gone", ()), *(a for a, way in zip(moves, ways, strict=True) if way == "gone")]
    yield _said("sum", "sum", (now, base, *came, *gone), now, FIRM, minus=len(gone))


def _share(roles: Roles) -> Iterator[Claim]:
    """What is so much of another, or so many times as much."""
    part, whole, rate = roles["part"][0], _first(roles, "whole", "total"), _first(roles, "rate", "quot")
    if rate.sort == "multiple" and hedged(rate.lang, rate.lead):
        return
    if rate.sort == "multiple" or rate.quantity.kind == "number":
        yield _said("ratio", "product", (part, whole, rate), rate, FIRM)
    elif rate.sort == "rate" and not rate.has("moved", "up", "down") and (rate.index < 0 or _alike(part, whole)):
        kind: RelationKind = "attainment" if rate.has("target") or whole.has("target") else "share"
        yield _said(kind, "share", (part, whole, rate), rate, FIRM)


def _ratio(roles: Roles) -> Iterator[Claim]:
    """Two figures and how many times the other the one is; words may name them the other way round."""
    one, other, rate = (roles[role][0] for role in ("one", "other", "rate"))
    start, end = rate.quantity.digits
    if rate.sort == "multiple" and (rate.quantity.change is None or start == end):  # 翻了一番, and not 增长一倍
        part, whole = (one, other) if (one.size > other.size) == (rate.size > 1) else (other, one)
        yield _said("ratio", "product", (part, whole, rate), rate, FIRM)


def _part(roles: Roles) -> Iterator[Claim]:
    """What one in so many of a whole comes to."""
    part, whole, rate = (roles[role][0] for role in ("part", "whole", "rate"))
    if rate.quantity.kind == "fraction" and part.size < whole.size:
        yield _said("share", "share", (part, whole, rate), rate, FIRM)


def _lot(roles: Roles) -> Iterator[Claim]:
    """What one costs, how many a lot has, and what a lot costs."""
    total, each, many = (roles[role][0] for role in ("total", "each", "n"))
    if [a.quantity.kind == "money" for a in (total, each, many)] == [True, True, False] and many.sort == "amount":
        yield _said("product", "product", (total, each, many), each, FIRM)


def _move(roles: Roles, way: int | None = None) -> Iterator[Claim]:
    """What is, what was, and by how much it moved; where words leave open which way, the figures tell."""
    now, base, rate = roles["now"][0], roles["base"][0], _first(roles, "rate", "by")
    if now.sentence != base.sentence and now.size == base.size:
        return  # a level that is told again, and no base of itself
    if "by" in roles and way is not None:
        if kin(now, base, rate):
            yield _said("difference", "change", (now, base, rate), rate, FIRM, way)
        return
    stepped = base.leading and now.index == base.index + 1 and now.has("result")  # "由80元上调至88元"
    aimed = way is None and rate.has("moved", "up") and not stepped and set_against(base, rate)
    if unlike(base, rate) or aimed:
        return
    ways = signs(rate)
    sign = way or (ways[0] if len(ways) == 1 else 1 if now.size >= base.size else -1)
    if rate.sort == "points" and now.sort == base.sort == "rate":
        yield _said("points", "points", (now, base, rate), rate, FIRM, sign)
    elif rate.sort == "rate" and now.sort == base.sort == "amount" and sign in ways and _alike(now, base):
        yield _said("growth", "growth", (now, base, rate), rate, FIRM, sign)


def _step(roles: Roles) -> Iterator[Claim]:
    """How much of what there was something moved by."""
    by, base, rate = roles["part"][0], roles["base"][0], roles["rate"][0]
    if rate.sort == "rate" and kin(by, base):
        yield _said("growth", "share", (by, base, rate), rate, FIRM)


def _dated(roles: Roles) -> Iterator[Claim]:
    """Two figures, of which facts know the one for the earlier, and by how much or what rate it moved to the other."""
    one, other = roles["one"][0], roles["other"][0]
    before = precedes(one, other)
    now, base = (other, one) if before else (one, other)
    if before is not None and "rate" in roles:
        yield from _move({"now": [now], "base": [base], "rate": roles["rate"]})
    elif before is not None and len(ways := signs(roles["by"][0])) == 1:
        yield from _move({"now": [now], "base": [base], "by": roles["by"]}, ways[0])


def _product(roles: Roles, kind: RelationKind = "product") -> Iterator[Claim]:
    """So many, so much for each or for one, and what they make."""
    whole, each, many = (_first(roles, *names) for names in (("whole", "total"), ("each", "one"), ("count", "n")))
    if any(a.size != 1 for a in roles.get("also", ())):  # "a ratio of 30 to 1", and not of 3 to 2
        return
    if "n" in roles:  # the row does not say what is counted, nor whether each is a mean
        if not _counted(many, each, "each" in roles):
            return
        kind = "average" if each.has("mean") else "product"
    if kind == "average" and (said := _MEAN.search(each.lead)) is not None and elsewhere(each.lang, said["of"]):
        return  # "the average gift in the final week was"
    money = [a.quantity.kind == "money" for a in (whole, each, many)]
    bare = whole.quantity.kind == "number" and whole.quantity.scale_word is not None  # "8,500 pesos, or 10.54 million"
    if (money[0] == money[1] or bare) and not money[2] and whole.quantity.per is None:
        yield _said(kind, "product", (whole, each, many), each, FIRM)


def _year(roles: Roles, times: int) -> Iterator[Claim]:
    """What comes so many times a year, and what that makes."""
    total, each = _first(roles, "total", "whole"), roles["each"][0]
    if total.quantity.per == "year" and each.quantity.per != "year":
        yield _said("product", "product", (total, each), each, FIRM, factor=Fraction(times))


def _exchange(roles: Roles) -> Iterator[Claim]:
    """One sum in two currencies, and how much of the one is paid for one of the other."""
    (one, other), price = roles["coins"], roles["price"][0]
    priced = [kin(a, price) for a in (one, other)]
    first = priced[0] if priced[0] != priced[1] else (one.size > other.size) == (price.size > 1)
    many, few = (one, other) if first else (other, one)
    money = one.quantity.kind == other.quantity.kind == "money" and price.quantity.kind in ("money", "number")
    if money and not kin(one, other) and kin(many, price) and few.size > 0:
        yield _said("conversion", "product", (many, few, price), price, FIRM)


def _counted(many: Amount, each: Amount, named: bool) -> bool:
    """May a figure be of what the other is for, where no words say what is counted?"""
    what = per_unit(each)
    alike = what == many.quantity.unit if what or named else True
    return alike and many.sort in ("amount", "length") and not many.has("each") and many.quantity.per is None


def _alike(one: Amount, other: Amount) -> bool:
    """May the one be more or less than the other, by what they say of themselves?"""
    plain = [a.quantity.scale_word is None for a in (one, other)]
    if (
        (one.quantity.kind == "money") != (other.quantity.kind == "money")
        and any(plain)
        and (one.leading or not all(plain))
    ):
        return False  # "of the bill of 77.2 million, 3,320 are paid"
    return kin(one, other)


SENSES = {
    "sum": Sense(_sum),
    "counted": Sense(_counted_sum, mixed=True),
    "gap": Sense(_gap),
    "apart": Sense(_apart),
    "mean": Sense(_mean),
    "balance": Sense(_balance, named=True),
    "share": Sense(_share, named=True, mixed=True),
    "ratio": Sense(_ratio, named=True, mixed=True),
    "part": Sense(_part, named=True, mixed=True),
    "lot": Sense(_lot, named=True, mixed=True),
    "move": Sense(_move, named=True, mixed=True),
    "more": Sense(partial(_move, way=1), named=True, mixed=True),
    "less": Sense(partial(_move, way=-1), named=True, mixed=True),
    "dated": Sense(_dated, named=True, mixed=True),
    "step": Sense(_step, named=True, mixed=True),
    "product": Sense(_product, named=True, mixed=True),
    "four": Sense(partial(_year, times=4), named=True, mixed=True),
    "twelve": Sense(partial(_year, times=12), named=True, mixed=True),
    "exchange": Sense(_exchange, named=True, mixed=True),
    "average": Sense(partial(_product, kind="average"), named=True, mixed=True),
}
