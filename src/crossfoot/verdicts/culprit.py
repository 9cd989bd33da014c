"""Which printed piece is likeliest wrong, and what should stand there: a conflict in, candidates best first out.

One piece of text at a time is set aside; if the rest stands, the piece may be the culprit, and what the rest leaves of
its figure is what should have been printed. Words can be at fault as well as digits: a direction, a scale word.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import exp

import msgspec

from crossfoot.interval import NOT_NEGATIVE, Interval
from crossfoot.model import Culprit, Document, Printed, Span
from crossfoot.verdicts import wording
from crossfoot.verdicts.conflict import Conflict, Trial, smallest
from crossfoot.verdicts.propagate import Instead, State
from crossfoot.verdicts.ranges import RATES, ranges, signed
from crossfoot.verdicts.slips import Repair, cost, repair
from crossfoot.verdicts.system import Equation, Site

MOST_TOLD = 5
SENSIBLE = 2.5  # a candidate dearer than the best by more than this is not worth a reader's time
EQUAL = 0.05
MOST_PAIRS = 64


class Candidate(msgspec.Struct, frozen=True, eq=False):
    """A change that makes the rest stand: what it costs, how it is told, and the ranges that it puts instead."""

    cost: float
    slip: str
    pieces: tuple[Culprit, ...]
    instead: Instead


class Diagnosis(msgspec.Struct, frozen=True, eq=False):
    candidates: tuple[Candidate, ...]
    margin: str | None
    accepted: Instead  # what to put in place so that the search for further faults can go on

    @property
    def culprits(self) -> tuple[Culprit, ...]:
        """With scores that add up to one over all candidates."""
        weights = [exp(-c.cost) for c in self.candidates]
        return tuple(
            msgspec.structs.replace(piece, score=round(weight / sum(weights), 4))
            for candidate, weight in zip(self.candidates, weights, strict=True)
            for piece in candidate.pieces
        )


def diagnose(trial: Trial, conflict: Conflict, document: Document) -> Diagnosis:
    """The likeliest culprits of a conflict, judged by all that the trial holds."""
    found: list[Candidate] = []
    for look in _looks(trial, conflict):
        found = sorted(_singles(look, conflict, document), key=_rank)
        if found:
            break
    if not found:
        found = sorted(_pairs(trial, conflict, document), key=_rank)
    if not found:
        return Diagnosis((), None, {site.index: None for site in conflict.sites})
    best = found[0].cost
    near = [c for c in found if c.cost <= best + SENSIBLE][:MOST_TOLD]
    equal = [c for c in near if c.cost <= best + EQUAL]
    margin = (
        "certain"
        if len({index for c in found for index in c.instead}) == 1
        else "likely"
        if len(equal) == 1
        else "cannot tell"
    )
    accepted: dict[int, tuple[Interval, ...] | None] = dict(equal[0].instead)
    if len(equal) > 1:
        accepted = {index: None for c in equal for index in c.instead}
    return Diagnosis(tuple(near), margin, accepted)


def _looks(trial: Trial, conflict: Conflict) -> Iterator[Trial]:
    """The whole component first; then without other, separate conflicts; then the same where only loose ranges admit it."""
    for level in ("default", "loose"):
        whole = trial.but(level=level)
        yield whole
        apart = _apart(whole, conflict)
        if len(apart) < len(trial.equations):
            yield whole.but(equations=apart)


def _apart(trial: Trial, conflict: Conflict) -> tuple[Equation, ...]:
    """The equations without those of conflicts that share none with this one."""
    rest = trial.but(equations=tuple(e for e in trial.equations if e not in conflict.equations))
    aside: set[Equation] = set()
    for _ in range(8):
        other = smallest(rest)
        if other is None or not other.equations:
            break
        aside.update(other.equations)
        rest = rest.but(equations=tuple(e for e in rest.equations if e not in aside))
    return tuple(e for e in trial.equations if e not in aside)


def _singles(trial: Trial, conflict: Conflict, document: Document) -> Iterator[Candidate]:
    for site in conflict.sites:
        left = trial.but(instead={site.index: None}).stands()
        if left is not None:
            yield from _of_number(trial, site, left, document)
            yield from _of_scale(site, left, document)
        yield from _of_direction(trial, site, document)
    yield from _swaps(trial, conflict, document)


def _of_number(trial: Trial, site: Site, left: State, document: Document) -> Iterator[Candidate]:
    printed, key = site.printed[0], site.keys[0]
    quantity = printed.quantity
    fits = _size_of(left.range(key), signed(NOT_NEGATIVE, quantity))
    if fits is None or quantity.low != quantity.high:
        return
    value = abs(quantity.low)

    def reach(size: Fraction) -> Interval:
        other = msgspec.structs.replace(quantity, low=size, high=size, change=None)
        return ranges(msgspec.structs.replace(printed, quantity=other)).default

    found = _dearer(repair(value, quantity.step, fits, reach), trial, site)
    where = wording.digits(site.span, quantity)
    suggested = None if found.value is None else wording.number(document, where, quantity, found.value)
    keep = (
        None
        if found.value is None
        else tuple(ranges(_with(printed, found.value)).default & left.range(k) or left.range(k) for k in site.keys[:1])
    )
    yield Candidate(
        found.cost, found.slip, (Culprit(where, suggested, left.range(key), found.slip, 0.0),), {site.index: keep}
    )


def _with(printed: Printed, size: Fraction) -> Printed:
    """The same printing of another number."""
    value = -size if printed.quantity.low < 0 else size
    return msgspec.structs.replace(printed, quantity=msgspec.structs.replace(printed.quantity, low=value, high=value))


def _dearer(found: Repair, trial: Trial, site: Site) -> Repair:
    """No known slip of the digits: perhaps another figure was copied, or a rate reckoned wrong."""
    if found.slip != "other":
        return found
    quantity = site.printed[0].quantity
    if quantity.low / quantity.step >= 10:
        for other in trial.component.sites:
            twin = other.printed[0].quantity
            if twin.low == quantity.low and twin.unit == quantity.unit and other.keys[0] != site.keys[0]:
                return Repair("another-figure", cost("another-figure"), found.value)
    if quantity.kind in RATES and found.value is not None:
        return Repair("recomputed", cost("recomputed"), found.value)
    return found


def _of_scale(site: Site, left: State, document: Document) -> Iterator[Candidate]:
    quantity = site.printed[0].quantity
    if quantity.scale_word is None:
        return
    where = Span(site.span.doc, *quantity.scale_word)
    for scale, word in wording.other_scales(document, where, quantity):
        ratio = Fraction(scale, quantity.scale)
        other = msgspec.structs.replace(
            quantity, low=quantity.low * ratio, high=quantity.high * ratio, step=quantity.step * ratio, scale=scale
        )
        range_ = ranges(msgspec.structs.replace(site.printed[0], quantity=other)).default & left.range(site.keys[0])
        if range_ is not None:
            yield Candidate(
                cost("scale"), "scale", (Culprit(where, word, range_, "scale", 0.0),), {site.index: (range_,)}
            )


def _of_direction(trial: Trial, site: Site, document: Document) -> Iterator[Candidate]:
    printed = site.printed[0]
    if printed.word is None or printed.quantity.change is None:
        return
    turned = tuple(-getattr(r, trial.level) for r in site.ranges)
    left = trial.but(instead={site.index: turned}).stands()
    if left is not None:
        word = wording.opposite(document, printed.word)
        piece = Culprit(printed.word, word, left.range(site.keys[0]), "direction", 0.0)
        yield Candidate(cost("direction"), "direction", (piece,), {site.index: turned})


def _swaps(trial: Trial, conflict: Conflict, document: Document) -> Iterator[Candidate]:
    """Two like figures in each other's place: one fault, two spans."""
    seen: set[frozenset[int]] = set()
    for one in conflict.sites:
        for other in trial.component.sites:
            pair = frozenset((one.index, other.index))
            if pair in seen or not _like(one, other):
                continue
            seen.add(pair)
            instead = {one.index: _at(other, trial), other.index: _at(one, trial)}
            swapped = trial.but(instead=instead)
            if swapped.but(equations=conflict.equations).stands() is None or swapped.stands() is None:
                continue
            pieces = tuple(_swapped(document, a, b) for a, b in ((one, other), (other, one)))
            yield Candidate(cost("swap"), "swap", pieces, {i: instead[i] for i in sorted(pair)})


def _like(one: Site, other: Site) -> bool:
    a, b = one.printed[0], other.printed[0]
    return (
        set(one.keys).isdisjoint(other.keys)
        and (a.quantity.unit, a.quantity.kind, a.quantity.currency, a.quantity.change) == (
            b.quantity.unit, b.quantity.kind, b.quantity.currency, b.quantity.change)
        and a.quantity.low != b.quantity.low
        and len(one.keys) == len(other.keys) == 1
    )  # fmt: skip


def _at(site: Site, trial: Trial) -> tuple[Interval, ...]:
    return tuple(getattr(r, trial.level) for r in site.ranges)


def _swapped(document: Document, here: Site, there: Site) -> Culprit:
    where, words = (wording.digits(s.span, s.printed[0].quantity) for s in (here, there))
    if here.printed[0].quantity.scale != there.printed[0].quantity.scale:
        where, words = here.span, there.span
    return Culprit(where, document.text[words.start : words.end], there.ranges[0].default, "swap", 0.0)


def _pairs(trial: Trial, conflict: Conflict, document: Document) -> Iterator[Candidate]:
    """Two faults at once: set one site aside, and look for the other in the conflict that remains."""
    budget = MOST_PAIRS
    for one in conflict.sites:
        without = trial.but(level="default", instead={one.index: None})
        rest = smallest(without)
        for other in () if rest is None else rest.sites:
            budget -= 1
            if budget < 0:
                return
            both = {other.index: None}
            left = without.but(instead=both).stands()
            if left is not None:
                second = min((c.cost for c in _of_number(without, other, left, document)), default=cost("other"))
                for first in _of_number(without, one, left, document):
                    yield msgspec.structs.replace(first, cost=first.cost + second)


def _size_of(range_: Interval, side: Interval) -> Interval | None:
    """What is left of a figure as a size, on the side of zero that its words put it."""
    left = range_ & side
    return None if left is None else (-left if side.low is None else left)


def _rank(candidate: Candidate) -> tuple[float, Span]:
    return candidate.cost, candidate.pieces[0].span
