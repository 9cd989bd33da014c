"""Equations over figures, written as arithmetic; they narrow ranges forwards and backwards.

>>> from crossfoot.interval import between
>>> total, home, abroad = var("total"), var("home"), var("abroad")
>>> narrow(total == home + abroad, {"home": between(7, 8), "abroad": between(2, 2), "total": between(5, 9)})
{'total': [9, 9], 'home': [7, 7]}

The method is forward-backward contraction (HC4-revise: Benhamou, Goualard, Granvilliers and Puget, "Revising hull
and box consistency", ICLP 1999): the ranges of the leaves give the range of each node, and what the equation allows
a node is handed back down to its leaves. `mean` has a contractor of its own, because a weighted average written out
in full names every weight twice and plain contraction loses too much.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from fractions import Fraction
from itertools import chain, product
from typing import Any, ClassVar

from crossfoot.interval import EVERYTHING, Interval, Number, exactly, hull

Key = Hashable
PLAIN = 1000  # the largest denominator of a factor that is written as a fraction
Domains = Mapping[Any, Interval]


class Term:
    """A node of an expression. Arithmetic on terms builds terms, a comparison of two terms builds a `Relation`."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]  # == builds a relation, so terms are no keys

    def __add__(self, other: Term | Number) -> Term:
        return Sum(*_parts(self), *_parts(_term(other)))

    def __sub__(self, other: Term | Number) -> Term:
        return Sum(*_parts(self), *((-factor, term) for factor, term in _parts(_term(other))))

    def __mul__(self, other: Term | Number) -> Term:
        if isinstance(other, int | Fraction):
            return Sum(*((factor * other, term) for factor, term in _parts(self)))
        return Product(self, other)

    def __truediv__(self, other: Term | Number) -> Term:
        if isinstance(other, int | Fraction):
            return self * (1 / Fraction(other))
        return Quotient(self, other)

    __radd__ = __add__
    __rmul__ = __mul__

    def __eq__(self, other: object) -> Relation:  # type: ignore[override]
        return Relation(self, "==", _term(other))

    def __ne__(self, other: object) -> Relation:  # type: ignore[override]
        raise TypeError("a figure that differs from another ties nothing: use ==, <, <=, > or >=")

    def __le__(self, other: Term | Number) -> Relation:
        return Relation(self, "<=", _term(other))

    def __lt__(self, other: Term | Number) -> Relation:
        return Relation(self, "<", _term(other))

    def __ge__(self, other: Term | Number) -> Relation:
        return Relation(_term(other), "<=", self)

    def __gt__(self, other: Term | Number) -> Relation:
        return Relation(_term(other), "<", self)

    def keys(self) -> tuple[Any, ...]:
        raise NotImplementedError

    def forward(self, domains: Domains) -> Interval:
        """The range of this node, from those of its leaves."""
        raise NotImplementedError

    def backward(self, allowed: Interval, narrowed: dict[Any, Interval]) -> bool:
        """Hand what is allowed here down to the leaves; False when nothing is left of one."""
        raise NotImplementedError

    def renamed(self, name: Callable[[Any], Key]) -> Term:
        """The same term over other keys."""
        raise NotImplementedError

    def written(self, name: Callable[[Any], str]) -> str:
        """The term as arithmetic, each key as `name` calls it."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return self.written(str)


def _number(size: Fraction) -> str:
    """A factor as people read it: that a mile is 25146/15625 kilometres tells nobody anything.

    >>> _number(Fraction(1, 100)), _number(Fraction(25146, 15625))
    ('1/100', '1.609')
    """
    return str(size) if size.denominator <= PLAIN else f"{float(size):.4g}"


class Var(Term):
    __slots__ = ("key",)

    def __init__(self, key: Key) -> None:
        self.key = key

    def keys(self) -> tuple[Any, ...]:
        return (self.key,)

    def forward(self, domains: Domains) -> Interval:
        return domains.get(self.key, EVERYTHING)

    def backward(self, allowed: Interval, narrowed: dict[Any, Interval]) -> bool:
        left = narrowed.get(self.key, EVERYTHING) & allowed
        if left is None:
            return False
        narrowed[self.key] = left
        return True

    def renamed(self, name: Callable[[Any], Key]) -> Term:
        return Var(name(self.key))

    def written(self, name: Callable[[Any], str]) -> str:
        return name(self.key)


class Const(Term):
    __slots__ = ("range",)

    def __init__(self, range_: Interval) -> None:
        self.range = range_

    def keys(self) -> tuple[Any, ...]:
        return ()

    def forward(self, domains: Domains) -> Interval:
        return self.range

    def backward(self, allowed: Interval, narrowed: dict[Any, Interval]) -> bool:
        return (self.range & allowed) is not None

    def renamed(self, name: Callable[[Any], Key]) -> Term:
        return self

    def written(self, name: Callable[[Any], str]) -> str:
        return str(self.range) if self.range.exact is None else str(self.range.exact)


class Sum(Term):
    """Σ factor × term."""

    __slots__ = ("parts",)

    def __init__(self, *parts: tuple[Number, Term]) -> None:
        self.parts = parts

    def keys(self) -> tuple[Any, ...]:
        if len(self.parts) == 1:
            return self.parts[0][1].keys()
        return tuple(chain.from_iterable([term.keys() for _, term in self.parts]))

    def forward(self, domains: Domains) -> Interval:
        total = exactly(0)
        for factor, term in self.parts:
            total = total + term.forward(domains).scaled(factor)
        return total

    def backward(self, allowed: Interval, narrowed: dict[Any, Interval]) -> bool:
        # The others of each part come from running totals from both ends, so a long sum stays linear.
        ranges = [term.forward(narrowed).scaled(factor) for factor, term in self.parts]
        after = [exactly(0)] * (len(ranges) + 1)
        for i in range(len(ranges) - 1, -1, -1):
            after[i] = after[i + 1] + ranges[i]
        before = exactly(0)
        for i, (factor, term) in enumerate(self.parts):
            own = allowed - (before + after[i + 1])
            if factor == 0:
                continue
            if not term.backward(own if factor == 1 else own.scaled(1 / Fraction(factor)), narrowed):
                return False
            before = before + ranges[i]
        return True

    def renamed(self, name: Callable[[Any], Key]) -> Term:
        return Sum(*((factor, term.renamed(name)) for factor, term in self.parts))

    def written(self, name: Callable[[Any], str]) -> str:
        text = ""
        for factor, term in self.parts:
            size = abs(Fraction(factor))
            if isinstance(term, Const) and term.range.exact is not None:
                part = str(term.range.exact * size)
            else:
                part = term.written(name) if size == 1 else f"{_number(size)} × {_bracketed(term, name)}"
            sign = ("-" if factor < 0 else "") if not text else (" - " if factor < 0 else " + ")
            text += sign + part
        return text or "0"


class _Pair(Term):
    """Two terms, and the sign that stands between them."""

    __slots__ = ("left", "right")
    sign: ClassVar[str]

    def __init__(self, left: Term, right: Term) -> None:
        self.left, self.right = left, right

    def keys(self) -> tuple[Any, ...]:
        return self.left.keys() + self.right.keys()

    def renamed(self, name: Callable[[Any], Key]) -> Term:
        return type(self)(self.left.renamed(name), self.right.renamed(name))

    def written(self, name: Callable[[Any], str]) -> str:
        return f"{_bracketed(self.left, name)} {self.sign} {_bracketed(self.right, name)}"


class Product(_Pair):
    __slots__ = ()
    sign = "×"

    def forward(self, domains: Domains) -> Interval:
        return self.left.forward(domains) * self.right.forward(domains)

    def backward(self, allowed: Interval, narrowed: dict[Any, Interval]) -> bool:
        left, right = self.left.forward(narrowed), self.right.forward(narrowed)
        return self.left.backward(allowed / right, narrowed) and self.right.backward(allowed / left, narrowed)


class Quotient(_Pair):
    __slots__ = ()
    sign = "/"

    def forward(self, domains: Domains) -> Interval:
        return self.left.forward(domains) / self.right.forward(domains)

    def backward(self, allowed: Interval, narrowed: dict[Any, Interval]) -> bool:
        left, right = self.left.forward(narrowed), self.right.forward(narrowed)
        return self.left.backward(allowed * right, narrowed) and self.right.backward(left / allowed, narrowed)


class Mean(Term):
    """The average of `values` weighted by `weights`, weights not negative.

    An average is monotone in each value, and in each weight it moves towards that weight's value, so its bounds lie
    at corners of the box of weights. Above `MOST_CORNERS` the bound of the members' own hull stands in.
    """

    __slots__ = ("values", "weights")
    MOST_CORNERS = 8

    def __init__(self, values: Sequence[Term], weights: Sequence[Term]) -> None:
        self.values, self.weights = tuple(values), tuple(weights)

    def keys(self) -> tuple[Any, ...]:
        return tuple(key for term in self.values + self.weights for key in term.keys())  # noqa: SIM118

    def forward(self, domains: Domains) -> Interval:
        values = [term.forward(domains) for term in self.values]
        weights = [term.forward(domains) for term in self.weights]
        members = hull(values)
        corners = _corners(weights) if len(weights) <= self.MOST_CORNERS else None
        if corners is None or not members.bounded:
            return members
        low = min(_average([v.low for v in values], corner) for corner in corners)
        high = max(_average([v.high for v in values], corner) for corner in corners)
        return Interval(low, high)

    def backward(self, allowed: Interval, narrowed: dict[Any, Interval]) -> bool:
        reach = self.forward(narrowed)
        if (reach & allowed) is None:
            return False
        # Weighed, what lies above the average and what lies below cancel out; weights pass unchanged.
        weights = [term.forward(narrowed) for term in self.weights]
        if any(w.low is None or w.low <= 0 for w in weights):
            return True
        away = [(allowed - v.forward(narrowed)) * w for v, w in zip(self.values, weights, strict=True)]
        for i, value in enumerate(self.values):
            others = sum(away[:i] + away[i + 1 :], exactly(Fraction(0)))
            if not value.backward(allowed + others / weights[i], narrowed):
                return False
        return True

    def renamed(self, name: Callable[[Any], Key]) -> Term:
        return Mean([v.renamed(name) for v in self.values], [w.renamed(name) for w in self.weights])

    def written(self, name: Callable[[Any], str]) -> str:
        pairs = zip(self.values, self.weights, strict=True)
        above = " + ".join(f"{_bracketed(v, name)} × {_bracketed(w, name)}" for v, w in pairs)
        return f"({above}) / ({' + '.join(w.written(name) for w in self.weights)})"


class Relation:
    """Two terms and how they compare: "==", "<=" or "<"."""

    __slots__ = ("keys", "left", "op", "right")

    def __init__(self, left: Term, op: str, right: Term) -> None:
        self.left, self.op, self.right = left, op, right
        # The figures it speaks of, each once, in the order of the writing.
        self.keys: tuple[Any, ...] = tuple(dict.fromkeys(left.keys() + right.keys()))

    def __bool__(self) -> bool:
        raise TypeError("a relation is neither true nor false before it is narrowed")

    def renamed(self, name: Callable[[Any], Key]) -> Relation:
        """The same relation over other keys (a solver's small numbers, say, in place of figures)."""
        return Relation(self.left.renamed(name), self.op, self.right.renamed(name))

    def written(self, name: Callable[[Any], str]) -> str:
        """The relation as arithmetic.

        >>> (var("now") * 100 == var("before") * (var("rate") + 100)).written(str)
        '100 × now = before × (rate + 100)'
        """
        return f"{self.left.written(name)} {'=' if self.op == '==' else self.op} {self.right.written(name)}"

    def __repr__(self) -> str:
        return self.written(str)


def narrow(relation: Relation, domains: Domains) -> dict[Any, Interval] | None:
    """The ranges that the relation makes smaller, or None when nothing satisfies it.

    Sound, not complete: a value that is dropped satisfies the relation with no choice of the others.
    """
    left, right = relation.left.forward(domains), relation.right.forward(domains)
    if relation.op == "==":
        to_left, to_right = right, left
    else:
        strict = relation.op == "<"
        to_left = Interval(None, right.high, False, right.high_open or strict)
        to_right = Interval(left.low, None, left.low_open or strict, False)
    keys = relation.keys
    narrowed = {key: domains.get(key, EVERYTHING) for key in keys}
    if not (relation.left.backward(to_left, narrowed) and relation.right.backward(to_right, narrowed)):
        return None
    return {key: range_ for key, range_ in narrowed.items() if range_ != domains.get(key, EVERYTHING)}


def var(key: Key) -> Var:
    return Var(key)


def const(value: Number | Interval) -> Const:
    return Const(value if isinstance(value, Interval) else exactly(value))


def add(terms: Sequence[Term]) -> Term:
    """The sum of several terms.

    >>> add([var("a"), var("b")]).keys()
    ('a', 'b')
    """
    return Sum(*(part for term in terms for part in _parts(term)))


def mean(values: Sequence[Term], weights: Sequence[Term]) -> Mean:
    return Mean(values, weights)


def _term(value: object) -> Term:
    if isinstance(value, Term):
        return value
    if isinstance(value, int | Fraction):
        return Const(exactly(value))
    raise TypeError(f"a figure can be tied to a figure or an exact number, not to {value!r}")


def _parts(term: Term) -> tuple[tuple[Number, Term], ...]:
    return term.parts if isinstance(term, Sum) else ((1, term),)


def _bracketed(term: Term, name: Callable[[Any], str]) -> str:
    text = term.written(name)
    alone = isinstance(term, Var | Const) or (isinstance(term, Sum) and len(term.parts) == 1 and term.parts[0][0] == 1)
    return text if alone else f"({text})"


def _corners(ranges: list[Interval]) -> list[tuple[Fraction, ...]] | None:
    ends: list[tuple[Fraction, ...]] = []
    for range_ in ranges:
        if range_.low is None or range_.high is None or range_.low < 0 or range_.high == 0:
            return None
        ends.append((range_.low,) if range_.low == range_.high else (range_.low, range_.high))
    return [corner for corner in product(*ends) if any(corner)]


def _average(values: Sequence[Fraction | None], weights: tuple[Fraction, ...]) -> Fraction:
    total = sum(weights, Fraction(0))
    return sum((v * w for v, w in zip(values, weights, strict=True) if v is not None), Fraction(0)) / total
