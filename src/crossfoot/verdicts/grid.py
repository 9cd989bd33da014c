"""Equations made fast: a relation in; a contractor over whole numbers, all counted in `UNIT`s of one, out.

Sums stay exact, since what is printed is decimal; products and quotients are rounded outward to the next unit. So a
range here always encloses the exact one, an empty range is a proof, and nothing depends on how a machine rounds.
Two shapes cover nearly all claims: Σ aᵢ·xᵢ between two bounds, and u = v·w of sizes that are not negative. Everything
else goes through `relation.narrow`, in fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import ceil, floor

from crossfoot.interval import Interval, Number
from crossfoot.relation import Const, Mean, Product, Quotient, Relation, Sum, Term, Var, narrow

UNIT = 10**12  # to one; a millionth of a percent of a rate is still 10,000 units
# Beyond all that is printed: claims that only drive each other up would double their digits for ever.
FARTHEST = 10**30 * UNIT
MOST_AGAIN = 3  # what a product learns of one side may tell it more of the other: that it is not below zero
Narrowed = list[tuple[int, int | None, int | None]]  # figures, each with the ends that are left of it
Ends = list[int | None] | dict[int, int | None]  # by figure: of all, or only of some


class Contractor:
    """Narrows the ranges (`lo`, `hi`) of its figures in place."""

    __slots__ = ("_narrowed", "keys", "relation")

    def __init__(self, relation: Relation) -> None:
        self.relation, self.keys = relation, relation.keys
        self._narrowed = dict[tuple[int | None, ...], Narrowed | None]()  # by the ends that it came to

    def revise(self, lo: Ends, hi: Ends, whole: Sequence[bool]) -> list[int] | None:
        """The figures that moved, or None when nothing is left of one."""
        moved: list[int] = []
        for _ in range(MOST_AGAIN):
            changes = self._narrow(lo, hi)
            if changes is None:
                return None
            before = len(moved)
            for key, low, high in changes:
                if not _tighten(key, low, high, lo, hi, whole, moved):
                    return None
            if len(moved) == before:
                break
        return moved

    def _narrow(self, lo: Ends, hi: Ends) -> Narrowed | None:
        """What the relation leaves of its figures, in fractions: a search for what is wrong asks it time and again."""
        ends = (*[lo[key] for key in self.keys], *[hi[key] for key in self.keys])
        if ends not in self._narrowed:
            changes = narrow(self.relation, {key: as_interval(lo[key], hi[key]) for key in self.keys})
            self._narrowed[ends] = None if changes is None else [(k, *as_units(left)) for k, left in changes.items()]
        return self._narrowed[ends]


class Linear(Contractor):
    """`low` ≤ Σ aᵢ·xᵢ ≤ `high`."""

    __slots__ = ("high", "low", "terms")

    def __init__(self, relation: Relation, terms: dict[int, int], low: int | None, high: int | None) -> None:
        super().__init__(relation)
        self.terms, self.low, self.high = tuple(terms.items()), low, high

    def revise(self, lo: Ends, hi: Ends, whole: Sequence[bool]) -> list[int] | None:
        bottom = top = endless_below = endless_above = 0
        for key, a in self.terms:
            low, high = (lo[key], hi[key]) if a > 0 else (hi[key], lo[key])
            if low is None:
                endless_below += 1
            else:
                bottom += a * low
            if high is None:
                endless_above += 1
            else:
                top += a * high
        moved: list[int] = []
        most = None if self.high is None or endless_below > 1 else self.high - bottom
        least = None if self.low is None or endless_above > 1 else self.low - top
        if most is None and least is None:
            return moved
        for key, a in self.terms:
            low, high = (lo[key], hi[key]) if a > 0 else (hi[key], lo[key])
            above = below = None
            if most is not None and (low is None or not endless_below):
                above = most if low is None else most + a * low
            if least is not None and (high is None or not endless_above):
                below = least if high is None else least + a * high
            if a == 1:
                fits = _tighten(key, below, above, lo, hi, whole, moved)
            elif a == -1:
                fits = _tighten(
                    key, None if above is None else -above, None if below is None else -below, lo, hi, whole, moved
                )
            else:
                if a < 0:
                    above, below = below, above
                down = None if below is None else below // a
                up = None if above is None else -(-above // a)
                fits = _tighten(key, down, up, lo, hi, whole, moved)
            if not fits:
                return None
        return moved


class Times(Contractor):
    """u = v·w, each a·x + b of one figure; the quick way where none is negative, the general one elsewhere."""

    __slots__ = ("slots",)

    def __init__(self, relation: Relation, slots: tuple[tuple[int, int, int], ...]) -> None:
        super().__init__(relation)
        self.slots = slots

    def revise(self, lo: Ends, hi: Ends, whole: Sequence[bool]) -> list[int] | None:
        (au, ku, bu), (av, kv, bv), (aw, kw, bw) = self.slots
        ul, vl, wl, uh, vh, wh = lo[ku], lo[kv], lo[kw], hi[ku], hi[kv], hi[kw]
        if ul is None or vl is None or wl is None:
            return super().revise(lo, hi, whole)
        ul, vl, wl = au * ul + bu, av * vl + bv, aw * wl + bw
        if ul < 0 or vl < 0 or wl < 0:
            return super().revise(lo, hi, whole)
        uh = None if uh is None else au * uh + bu
        vh = None if vh is None else av * vh + bv
        wh = None if wh is None else aw * wh + bw
        moved: list[int] = []
        made_low = vl * wl // UNIT
        made_high = 0 if vh == 0 or wh == 0 else None if vh is None or wh is None else -(-vh * wh // UNIT)
        if not _tighten(
            ku, (made_low - bu) // au, None if made_high is None else -((bu - made_high) // au), lo, hi, whole, moved
        ):
            return None
        ul = max(ul, made_low)
        uh = made_high if uh is None or (made_high is not None and made_high < uh) else uh
        for a, key, b, other_low, other_high in ((av, kv, bv, wl, wh), (aw, kw, bw, vl, vh)):
            low = None if not other_high or not ul else (ul * UNIT // other_high - b) // a
            high = None if uh is None or not other_low else -((b + -uh * UNIT // other_low) // a)
            if not _tighten(key, low, high, lo, hi, whole, moved):
                return None
        return moved


class Average(Contractor):
    """x = Σ vᵢ·wᵢ / Σ wᵢ of single figures; the quick way where no value is negative and each weight is above zero."""

    __slots__ = ("average", "values", "weights")

    def __init__(self, relation: Relation, average: int, values: Sequence[int], weights: Sequence[int]) -> None:
        super().__init__(relation)
        self.average, self.values, self.weights = average, tuple(values), tuple(weights)

    def revise(self, lo: Ends, hi: Ends, whole: Sequence[bool]) -> list[int] | None:
        values = _bounded(self.values, lo, hi)
        weights = _bounded(self.weights, lo, hi)
        if values is None or weights is None or any(w[0] == 0 for w in weights):
            return super().revise(lo, hi, whole)
        moved: list[int] = []
        corners = tuple(product(*(w if w[0] < w[1] else w[:1] for w in weights)))
        low = min(sum(v[0] * w for v, w in zip(values, corner, strict=True)) // sum(corner) for corner in corners)
        high = max(-(-sum(v[1] * w for v, w in zip(values, corner, strict=True)) // sum(corner)) for corner in corners)
        if not _tighten(self.average, low, high, lo, hi, whole, moved):
            return None
        low, high = lo[self.average] or 0, hi[self.average] or 0
        # Weighed, what lies above the mean and what lies below cancel out: a value is as far off as the others make it.
        below = [min((low - v[1]) * w[0], (low - v[1]) * w[1]) for v, w in zip(values, weights, strict=True)]
        above = [max((high - v[0]) * w[0], (high - v[0]) * w[1]) for v, w in zip(values, weights, strict=True)]
        for key, own_below, own_above, w in zip(self.values, below, above, weights, strict=True):
            down, up = sum(below) - own_below, sum(above) - own_above
            least, most = low + down // w[down >= 0], high - -up // w[up <= 0]
            if not _tighten(key, least, most, lo, hi, whole, moved):
                return None
        return moved


def _bounded(keys: Sequence[int], lo: Ends, hi: Ends) -> list[tuple[int, int]] | None:
    found = [(lo[key], hi[key]) for key in keys]
    return None if any(a is None or b is None or a < 0 for a, b in found) else found  # type: ignore[return-value]


def _tighten(
    key: int, low: int | None, high: int | None, lo: Ends, hi: Ends, whole: Sequence[bool], moved: list[int]
) -> bool:
    """Keep what lies between `low` and `high`; False when nothing does."""
    was_low, was_high = lo[key], hi[key]
    changed = False
    low = None if low is not None and low > FARTHEST else low
    high = None if high is not None and high < -FARTHEST else high
    if low is not None and (was_low is None or low > was_low):
        lo[key] = -(-low // UNIT) * UNIT if whole[key] else low
        changed = lo[key] != was_low
    if high is not None and (was_high is None or high < was_high):
        hi[key] = high // UNIT * UNIT if whole[key] else high
        changed = changed or hi[key] != was_high
    if changed:
        now_low, now_high = lo[key], hi[key]
        if now_low is not None and now_high is not None and now_low > now_high:
            return False
        moved.append(key)
    return True


# -------------------------------------------------------------------------------------------------- conversion


def as_units(range_: Interval) -> tuple[int | None, int | None]:
    """The ends in units, rounded outward; an open end that is a whole number of units moves in by one."""
    low = high = None
    if range_.low is not None:
        scaled = range_.low.numerator * UNIT
        low = scaled // range_.low.denominator + (range_.low_open and not scaled % range_.low.denominator)
    if range_.high is not None:
        scaled = range_.high.numerator * UNIT
        high = -(-scaled // range_.high.denominator) - (range_.high_open and not scaled % range_.high.denominator)
    return low, high


def as_interval(low: int | None, high: int | None) -> Interval:
    return Interval(None if low is None else _fraction(low), None if high is None else _fraction(high))


def _fraction(units: int) -> Fraction:
    whole, rest = divmod(units, UNIT)
    return Fraction(units, UNIT) if rest else Fraction(whole)  # nearly all are whole, and need no common divisor


# ------------------------------------------------------------------------------------------------- compilation


def contractor(relation: Relation) -> Contractor:
    """The quickest contractor that the shape of a relation allows.

    >>> from crossfoot.relation import var
    >>> [type(contractor(r)).__name__ for r in (var(0) == var(1) + var(2), var(0) * 100 == var(1) * (var(2) + 100))]
    ['Linear', 'Times']
    """
    return _linear(relation) or _times(relation) or _average(relation) or Contractor(relation)


def _linear(relation: Relation) -> Linear | None:
    for one, other_ in ((relation.left, relation.right), (relation.right, relation.left)):
        if relation.op == "==" and isinstance(one, Var) and isinstance(other_, Const):
            low_, high_ = as_units(other_.range)
            return Linear(relation, {_key(one): 1}, low_, high_)
    terms: dict[int, Number] = {}
    constant = _gather(relation.left, 1, terms)
    other = None if constant is None else _gather(relation.right, -1, terms)
    if constant is None or other is None or not terms or not all(terms.values()):
        return None
    scale = 1
    for factor in terms.values():
        scale = scale * factor.denominator // _common(scale, factor.denominator)
    bound = -(constant + other) * scale * UNIT
    low = None if relation.op != "==" else floor(bound)
    high = ceil(bound) - (1 if relation.op == "<" and bound.denominator == 1 else 0)
    return Linear(relation, {key: int(factor * scale) for key, factor in terms.items()}, low, high)


def _common(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


def _gather(term: Term, factor: Number, terms: dict[int, Number]) -> Number | None:
    """Add a linear term's parts to `terms`; its constant, or None where it is not linear."""
    if isinstance(term, Var):
        key = _key(term)
        terms[key] = terms.get(key, 0) + factor
        return 0
    if isinstance(term, Const):
        return None if term.range.exact is None else factor * term.range.exact
    if not isinstance(term, Sum):
        return None
    constant: Number = 0
    for own, part in term.parts:
        more = _gather(part, factor * own, terms)
        if more is None:
            return None
        constant += more
    return constant


def _times(relation: Relation) -> Times | None:
    if relation.op != "==":
        return None
    for one, other in ((relation.left, relation.right), (relation.right, relation.left)):
        alone = _bare(other)
        if isinstance(alone, Product):
            slots = [_affine(one), _affine(alone.left), _affine(alone.right)]
        elif isinstance(alone, Quotient):  # u = v / w is v = u·w
            slots = [_affine(alone.left), _affine(one), _affine(alone.right)]
        else:
            continue
        found = [slot for slot in slots if slot is not None]
        if len(found) == 3 and len({key for _, key, _ in found}) == 3:
            return Times(relation, tuple(found))
    return None


def _average(relation: Relation) -> Average | None:
    for one, other in ((relation.left, relation.right), (relation.right, relation.left)):
        if relation.op == "==" and isinstance(one, Var) and isinstance(other, Mean):
            members = (one, *other.values, *other.weights)
            single = len({m.key for m in members if isinstance(m, Var)}) == len(members)
            if single and len(other.weights) <= Mean.MOST_CORNERS:
                values, weights = (
                    [_key(m) for m in side if isinstance(m, Var)] for side in (other.values, other.weights)
                )
                return Average(relation, _key(one), values, weights)
    return None


def _key(term: Var) -> int:
    """The solver's own number for a figure."""
    return term.key  # type: ignore[return-value]


def _bare(term: Term) -> Term:
    return term.parts[0][1] if isinstance(term, Sum) and len(term.parts) == 1 and term.parts[0][0] == 1 else term


def _affine(term: Term) -> tuple[int, int, int] | None:
    """a·x + b with a above zero, b in units; None for anything else."""
    terms: dict[int, Number] = {}
    constant = _gather(term, 1, terms)
    if constant is None or len(terms) != 1:
        return None
    ((key, factor),) = terms.items()
    whole = factor.denominator == 1 and factor > 0 and (constant * UNIT).denominator == 1
    return (int(factor), key, int(constant * UNIT)) if whole else None
