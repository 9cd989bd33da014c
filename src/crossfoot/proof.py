"""A certificate comes in as decoded JSON; whether what it concludes follows from it goes out.

It shares nothing with the solver but exact ranges. Claims that *stand* are proved by numbers, found for all figures and
put into the equations; claims that *fail*, by ranges that come out empty for every choice of readings; an implied range
or a culprit's, by being what the equations leave; a correction, by standing. That the text says so, that no claim is
left out, that no culprit is likelier, it cannot prove (`audit` holds a certificate against its report).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce
from itertools import accumulate, product
from typing import Any

from crossfoot.interval import EVERYTHING, Interval, exactly, hull

Json = Any
Linear = tuple[dict[int, Fraction], Fraction]  # factors of figures, and a constant

NOUGHT, ONE, NEAR = Fraction(0), Fraction(1), Fraction(1, 10**6)  # `lo` and `hi` are rounded outward to eight digits
LEVELS = ("strict", "default", "loose")
ROUNDS, PICKS, FIRST, OTHERS, ALL = 100, 1000, slice(1), slice(1, None), slice(None)
SHOWS = {  # at which ranges do which choices of readings stand (or, False, fail)?
    "holds": (("strict", FIRST, True),),
    "holds_rounded": (("default", FIRST, True), ("strict", FIRST, False)),
    "reading": (("default", OTHERS, True), ("default", FIRST, False)),
    "rounding": (("loose", ALL, True), ("default", ALL, False)),
    "reworded": (("default", ALL, False),),  # and its remedy, of a word or of digits, stands
    "recoined": (("default", ALL, True),),  # by its numbers, though not by its currencies
    **dict.fromkeys(("unexplained", "contradicted"), (("loose", ALL, False),)),
}
CALENDAR: Json = {  # which day of the week a date is, or how far along it is in days or months
    "weekday": dt.date.weekday, "day": dt.date.toordinal,
    "month": lambda day: 12 * day.year + day.month + Fraction(day.day - 1, 31),
}  # fmt: skip


class Unproved(Exception):  # noqa: N818 - an answer, not an error
    """Why a verdict does not follow."""


def proved(certificate: Json, entry: Json) -> None:
    """Does a verdict follow from its certificate? `entry` has the culprits of a finding, or `lo` and `hi`."""
    if certificate["conclusion"] == "implied":
        system = System(certificate, "loose", [claim["readings"][0] for claim in certificate["claims"]])
        _need(system.propagate(), "the claims leave nothing")
        _same(entry, system.ranges[certificate["figure"]] or EVERYTHING)
    else:
        _concludes(certificate, certificate["conclusion"])
    prove = _recoined if certificate["conclusion"] == "recoined" else _remedy
    for remedy in certificate.get("remedies", []):
        prove(certificate, remedy, [entry["culprits"][i] for i in remedy["culprits"]])


def _need(so: bool, why: str) -> None:
    if not so:
        raise Unproved(why)


def _concludes(certificate: Json, conclusion: str) -> None:
    """A conclusion of claims, recomputed for every choice of their readings."""
    choices = list(product(*(claim["readings"] for claim in certificate["claims"])))
    _need(bool(choices) and conclusion in SHOWS, f"{conclusion}: no such conclusion, or a claim without a reading")
    for level, some, stand in SHOWS[conclusion]:
        systems = (System(certificate, level, choice) for choice in choices[some])
        found = any(system.satisfied() if stand else system.propagate() for system in systems)
        said = "no values satisfy the claims" if stand else "the claims leave values"
        _need(found == stand, f"{said} ({level} ranges)")


def _remedy(certificate: Json, remedy: Json, culprits: Json) -> None:
    """The claims fail as they are, stand as corrected, and leave of the figure what the culprit says."""
    level, chosen, frees = remedy["level"], dict(remedy["claims"]), remedy.get("frees", [])
    puts, figures = remedy.get("puts", []), remedy.get("figures", [])
    reads = {read["claim"]: read["reading"] for read in remedy.get("reads", [])}
    before = {c: certificate["claims"][c]["readings"][chosen.get(c, 0)] for c in (*chosen, *reads)}
    after = list({**before, **reads}.values())
    _need(not System(certificate, level, list(before.values())).propagate(), "nothing fails that it would correct")
    freed, corrected = System(certificate, level, after, frees), System(certificate, level, after, frees, puts)
    _need(freed.propagate(), "the claims fail with the culprit set aside too")
    _need(corrected.propagate(), "the claims fail as corrected too")
    both = ([s.ranges[f] for f in figures] for s in (freed, corrected))  # a word that orders several leaves no range
    left, turned = (reduce(lambda one, other: one & other or EVERYTHING, own, EVERYTHING) for own in both)
    _need(corrected.satisfied(), "no values satisfy the claims as corrected")
    for culprit in culprits:
        if culprit["slip"] == "swap":  # each has what is printed in the other's place
            there = next(p for p in puts if not over(certificate["printed"][p["printed"]]["span"], culprit["span"]))
            _same(culprit, at(certificate["printed"][there["printed"]], "default"))
        elif culprit["slip"] in ("direction", "scale"):
            _same(culprit, turned if culprit["slip"] == "direction" else left & ends(puts[0]["range"]))
        elif culprit["slip"] not in ("currency", "percent-or-points"):
            _same(culprit, left, bool(remedy.get("part")))


def _recoined(certificate: Json, remedy: Json, culprits: Json) -> None:
    """The money is not all in one currency, and is once what is set aside is in the one of the remedy."""
    shown = [(i in remedy["frees"], printed.get("currency")) for i, printed in enumerate(certificate["printed"])]
    kept, odd = ({coin for freed, coin in shown if freed == aside} for aside in (False, True))
    _need(kept - {None} == {remedy["currency"]}, "no currency is that of all others")
    _need(len(odd) == 1 and odd.isdisjoint((*kept, None)), "no amount is in another currency than all others")
    _need([(c["slip"], c["lo"], c["hi"]) for c in culprits] == [("currency", None, None)], "no currency is at fault")


def _same(entry: Json, range_: Any, part: bool = False) -> None:
    """`lo` and `hi` are the ends of a range, rounded outward; or lie within it, where it is known in part only."""
    for name, end, outward in (("lo", range_.low, -1), ("hi", range_.high, 1)):
        said = None if entry[name] is None else Fraction(entry[name])
        if said is None or end is None:
            _need(said is end or (part and end is None), f"{name} is {said}; the claims leave {end}")
        else:
            slack, off = NEAR * max(abs(end), NEAR), (said - end) * outward
            _need(-slack <= off <= slack or (part and off < 0), f"{name} is {said}; the claims leave {float(end):.9g}")


def ends(written: Json) -> Interval:
    """A range as it is written."""
    low, high = (None if written.get(end) is None else Fraction(written[end]) for end in ("low", "high"))
    return Interval(low, high, bool(written.get("low_open")), bool(written.get("high_open")))


def at(shown: Json, level: str) -> Interval:
    """What a printing may stand for at a level; one that is left out is as the next stricter one."""
    if "used" in shown or shown.get("aside"):
        return ends(shown.get("used", {}))
    return ends(next(shown[name] for name in LEVELS[LEVELS.index(level) :: -1] if name in shown))


def over(a: Sequence[int], b: Sequence[int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


class System:
    """The ranges of a certificate's figures, and equations over them taken apart into sums, products and means."""

    def __init__(self, certificate: Json, level: str, readings: Any, frees: Json = (), puts: Json = ()) -> None:
        self.ranges: list[Interval | None] = [ends(figure.get("base", {})) for figure in certificate["figures"]]
        self.whole = [bool(figure.get("whole")) for figure in certificate["figures"]]
        self.picks, self.own = PICKS, len(self.ranges)  # what terms make comes behind its own figures
        self.linear: list[tuple[list[tuple[int, Fraction]], Fraction, str]] = []  # the sum and the constant, op 0
        self.products: list[tuple[int, int, int]] = []  # the first is the product of the others
        self.means: list[tuple[int, list[int], list[int]]] = []
        for i, shown in enumerate(certificate["printed"]):
            if i not in frees:
                self.meet(shown["figure"], at(shown, level))
        for put in puts:
            self.meet(certificate["printed"][put["printed"]]["figure"], ends(put["range"]))
        for op, left, right in readings:
            _need(op in ("==", "<=", "<"), f"{op}: no such comparison")
            terms, constant = _sum((ONE, self._term(left)), (-ONE, self._term(right)))
            self.linear.append(([*terms.items(), *self._new(exactly(0))[0].items()], constant, op))

    def _term(self, term: Json) -> Linear:
        """A term as a sum of figures; a product, quotient or mean becomes a figure of its own."""
        if isinstance(term, int):
            _need(0 <= term < len(self.ranges), f"there is no figure {term}")
            return {term: ONE}, NOUGHT
        if isinstance(term, str):
            return {}, Fraction(term)
        op, *rest = term
        if op in CALENDAR:
            return {}, Fraction(CALENDAR[op](dt.date.fromisoformat(rest[0])))
        if op == "within":
            return self._new(ends({"low": rest[0], "high": rest[1]}))
        if op == "mean":
            return self._mean(*([self._figure(self._term(t)) for t in side] for side in rest))
        parts = [self._term(t) for t in rest]
        if op == "+":
            return _sum(*((ONE, part) for part in parts))
        _need(op in ("*", "/") and len(parts) == 2, f"{op}: no such term")
        one, other = parts if parts[1][0] or op == "/" else reversed(parts)  # a constant goes first, and divides last
        if not (one if op == "*" else other)[0]:
            return _sum((one[1], other) if op == "*" else (1 / other[1], one))
        key, left, right = *self._new(EVERYTHING)[0], self._figure(one), self._figure(other)
        self.products.append((key, left, right) if op == "*" else (left, key, right))
        return {key: ONE}, NOUGHT

    def _mean(self, values: list[int], weights: list[int]) -> Linear:
        """Besides its bounds a mean has this: what lies above it and what lies below, weighed, cancel out."""
        made = self._new(EVERYTHING)
        self.means.append((next(iter(made[0])), values, weights))
        away = [self._figure(_sum((ONE, ({v: ONE}, NOUGHT)), (-ONE, made))) for v in values]
        parts = [next(iter(self._new(EVERYTHING)[0])) for _ in values]
        self.products.extend(zip(parts, weights, away, strict=True))
        self.linear.append(([(part, ONE) for part in parts], NOUGHT, "=="))
        return made

    def _new(self, range_: Interval) -> Linear:
        self.ranges.append(range_)
        self.whole.append(False)
        return {len(self.ranges) - 1: ONE}, NOUGHT

    def _figure(self, sum_: Linear) -> int:
        """The figure that a sum is, or a new one that equals it."""
        terms, constant = sum_
        if list(terms.values()) == [1] and not constant:
            return next(iter(terms))
        new, _ = self._new(EVERYTHING)
        self.linear.append(([*terms.items(), *((key, -ONE) for key in new)], constant, "=="))
        return next(iter(new))

    def meet(self, key: int, range_: Interval) -> bool:
        """Narrow a figure; whether by more than a hair."""
        was = self.ranges[key]
        now = None if was is None else was & range_
        self.ranges[key] = now = now.whole() if now is not None and self.whole[key] else now
        if now is None or was is None or now == was or not was.bounded:
            return now != was
        return bool((was.high - was.low - (now.high - now.low)) * 10**9 >= was.high - was.low)  # type: ignore[operator]

    def propagate(self) -> bool:
        """Narrow until nothing moves; False where nothing is left of a figure."""
        for _ in range(ROUNDS):
            if None in self.ranges:
                return False
            moved = False
            for key, range_ in self._narrower():
                moved |= self.meet(key, range_)
                if self.ranges[key] is None:
                    return False
            if not moved:
                break
        return True

    def _narrower(self) -> Iterator[tuple[int, Interval]]:
        ranges: Any = self.ranges
        for terms, constant, op in self.linear:
            sizes = [ranges[key].scaled(factor) for key, factor in terms]
            before = list(accumulate(sizes, initial=exactly(constant)))
            after = list(accumulate(reversed(sizes), initial=exactly(NOUGHT)))[::-1]
            for i, (key, factor) in enumerate(terms):
                left = -(before[i] + after[i + 1])  # for this one
                if op != "==":
                    left = Interval(None, left.high, False, left.high_open or op == "<")
                yield key, left.scaled(1 / factor)
        for made, one, other in self.products:
            yield made, ranges[one].times(ranges[other])
            yield one, ranges[made].over(ranges[other])
            yield other, ranges[made].over(ranges[one])
        for made, values, weights in self.means:
            yield from self._bounds(made, [ranges[v] for v in values], [ranges[w] for w in weights], values)

    def _bounds(self, made: int, own: Any, by: Any, values: list[int]) -> Iterator[tuple[int, Interval]]:
        """At its lowest a mean weighs the low values most, at its highest the high ones; a value is what is left."""
        if any(w.low is None or w.low < 0 or w.high == 0 for w in by):
            return
        yield made, hull(own)
        if not all(r.bounded for r in (*own, *by)):
            return
        means: list[list[Fraction]] = [[], []]
        for side in (0, 1):
            pairs = sorted((((v.low, v.high)[side], w) for v, w in zip(own, by, strict=True)), key=lambda p: p[0])
            for most in range(len(pairs) + 1):
                weighed = [(v, w.high if (i < most) != bool(side) else w.low) for i, (v, w) in enumerate(pairs)]
                total = sum(w for _, w in weighed)
                means[side].extend([sum(v * w for v, w in weighed) / total] if total else [])
        yield made, Interval(min(means[0]), max(means[1]))
        parts, mean = [v.times(w) for v, w in zip(own, by, strict=True)], self.ranges[made]
        for i, value in enumerate(values):
            if mean is not None and by[i].low > 0:
                rest = mean.times(sum(by, exactly(NOUGHT)))
                yield value, (rest - sum(parts[:i] + parts[i + 1 :], exactly(NOUGHT))).over(by[i])

    def satisfied(self) -> bool:
        """Are there numbers that satisfy all equations? Of few whole ones first, last of what terms make of others."""
        if not self.propagate():
            return False
        kept: Any = list(self.ranges)
        if not (left := [k for k, range_ in enumerate(kept) if range_.exact is None]):
            return True  # all are single numbers, and to propagate those was to put them in
        sizes = {k: (r.high - r.low) if self.whole[k] else r.spread for k in left if (r := kept[k]).bounded}
        key = min(sizes, key=lambda k: (not self.whole[k], k >= self.own, sizes[k]), default=left[0])
        for value in _picks(kept[key], self.whole[key]):
            self.picks, self.ranges = self.picks - 1, list(kept)
            self.meet(key, exactly(value))
            if self.picks >= 0 and self.satisfied():
                return True
        return False


def _sum(*parts: tuple[Fraction, Linear]) -> Linear:
    terms, constant = dict[int, Fraction](), NOUGHT
    for factor, (own, more) in parts:
        constant += factor * more
        for key, f in own.items():
            terms[key] = terms.get(key, NOUGHT) + factor * f
    return {key: f for key, f in terms.items() if f}, constant


def _picks(range_: Interval, whole: bool) -> Iterator[Fraction]:
    """Numbers to try in a range: one inside, the ends, and of a range without end some farther out."""
    low, high = range_.low, range_.high
    if low is None or high is None:
        yield from ((low or high or NOUGHT) + (1 if high is None else -1) * 10**k for k in range(8))
    else:
        middle = Fraction((low + high) // 2)
        yield middle if whole or low < middle else (low + high) / 2
        yield from (end for end in (low, high) if range_.contains(end))
