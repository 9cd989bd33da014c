"""Which printed piece is likeliest wrong, and what should stand there: a conflict in, candidates best first out.

One piece of text at a time is set aside; if the rest stands, the piece may be the culprit, and what the rest leaves of
its figure is what should have been printed. Words can be at fault as well as digits: a direction, a scale word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import exp

import msgspec

from crossfoot.interval import Interval
from crossfoot.late import late
from crossfoot.lexicon.slips import cost
from crossfoot.model import Culprit, Document, Span
from crossfoot.verdicts.candidates import (
    NEAR,
    Candidate,
    of_currency,
    of_direction,
    of_number,
    of_scale,
    of_unit,
    ranges_at,
    swap,
    told_alike,
    worded,
)
from crossfoot.verdicts.conflict import Conflict, Trial, smallest
from crossfoot.verdicts.grid import Linear
from crossfoot.verdicts.propagate import Alone, Instead
from crossfoot.verdicts.system import Equation, Site

MOST_TOLD = 5
SENSIBLE = 2.5  # a candidate dearer than the best by more than this is not worth a reader's time
EQUAL = 0.05
BACKED = 0.3  # a change that mends a suspected claim as well
SPOILS, MOST_SPOILT = 1.0, 4  # a change after which a claim does not tie any more that does; claims that are asked
IN_BRACKETS = 0.2  # an amount given in a second currency was reckoned by the writer, the first one was copied
MOST_PAIRS = 64
NEAR_BY = 120  # characters over which the figures of a claim stand side by side
MOST_PARTED = 100  # equations among which separate conflicts are looked for
_NUMBER = late(r"[0-9](?:[0-9.,]{0,30}[0-9])?")


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
    found = next((f for f in _searches(trial, conflict, document) if f), [])
    if not found:
        return Diagnosis((), None, {site.index: None for site in conflict.sites})
    near = [c for c in found if c.cost <= found[0].cost + SENSIBLE][:MOST_TOLD]
    equal = [c for c in near if c.cost <= found[0].cost + EQUAL]
    alone = len({index for c in found for index in c.instead}) == 1
    margin = "certain" if alone else "likely" if len(equal) == 1 else "cannot tell"
    accepted: Instead = equal[0].instead if len(equal) == 1 else {index: None for c in equal for index in c.instead}
    return Diagnosis(tuple(near), margin, accepted)


def _searches(trial: Trial, conflict: Conflict, document: Document) -> Iterator[list[Candidate]]:
    """One fault by what default ranges admit, then by loose ones; then two faults at once."""
    for level in ("default", "loose"):
        yield from _tiers(trial.but(level=level), conflict, document)
        if len(trial.equations) <= MOST_PARTED:
            apart = _apart(trial.but(level=level), conflict)
            if len(apart) < len(trial.equations):
                yield from _tiers(trial.but(apart, level), conflict, document)
    yield _ranked(trial, _pairs(trial, conflict, document))


def _tiers(trial: Trial, conflict: Conflict, document: Document) -> Iterator[list[Candidate]]:
    """Suspects in order of how much they leave unexplained.

    A claim that fails by its own printings can be mended only by a figure in it. What a suspect cannot mend must be
    other faults, and the fewer of those the better.
    """
    alone = Alone(trial.component, trial.level, trial.instead)
    failing = [e for e in trial.equations if not alone.stands(e)]
    tiers: dict[int, list[tuple[tuple[Site, ...], Trial]]] = {}
    for suspects in (*((site,) for site in conflict.sites), *_like_pairs(trial, conflict)):
        alike = (told for site in suspects for told in told_alike(trial, site, worded(site, conflict).word))
        keys = {key for told in alike for key in told.keys}
        other = {e for e in failing if keys.isdisjoint(e.keys)}
        left = tuple(e for e in trial.equations if e not in other) if other else trial.equations
        tiers.setdefault(len(other), []).append((suspects, trial.but(equations=left)))
    at_once = _told_at_once(trial, conflict, document)
    for _, tier in sorted(tiers.items()):
        yield _ranked(trial, (c for suspects, look in tier for c in _of(suspects, look, conflict, document, at_once)))


def _told_at_once(trial: Trial, conflict: Conflict, document: Document) -> bool:
    """Does only a growth fail that prints both ends beside it, with no hedge: "42 million, down 30% from 50 million"?

    Of a share that is told so the whole may still be another.
    """
    spans = [site.span for site in conflict.sites]
    hedged = any(p.quantity.approx is not None for site in conflict.sites for p in site.printed)
    kinds = [trial.component.claims[equation.claim].statement.kind for equation in conflict.equations]
    if kinds != ["growth"] or not spans or hedged:
        return False
    said = document.text[min(s.start for s in spans) : max(s.end for s in spans)]
    return len(said) <= NEAR_BY and len(_NUMBER.findall(said)) == len(spans)


def _of(
    suspects: tuple[Site, ...], trial: Trial, conflict: Conflict, document: Document, at_once: bool
) -> Iterator[Candidate]:
    """What may have gone wrong with one piece of text, or with two that may stand in each other's place."""
    if len(suspects) > 1:
        yield from swap(suspects[0], suspects[1], trial, conflict, document)
        return
    (site,) = suspects
    left = trial.but(instead={site.index: None}).stands()
    if left is not None:
        numbers = of_number(trial, site, left, document, at_once)
        for candidate in (*numbers, *of_scale(trial, site, left, document)):
            if trial.but(instead=candidate.instead).stands() is not None:  # a range set free may be wider than is so
                yield _weighed(candidate, trial, conflict, site)
    yield from of_direction(trial, conflict, site, document)
    yield from of_unit(trial, conflict, site, document)
    yield from of_currency(trial, conflict, site, document)


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


def _weighed(candidate: Candidate, trial: Trial, conflict: Conflict, site: Site) -> Candidate:
    """What the claim tells beside the digits: a list is miscounted, a sum in brackets is the one that was reckoned."""
    for equation in conflict.equations:
        statement = trial.component.claims[equation.claim].statement
        if not set(equation.keys).intersection(site.keys) or site.span not in statement.spans:
            continue
        if statement.kind == "count" and candidate.pieces[0].suggested is not None:
            piece = msgspec.structs.replace(candidate.pieces[0], slip="count")
            return msgspec.structs.replace(candidate, cost=cost("count"), slip="count", pieces=(piece,))
        if statement.kind == "conversion" and site.span == max(statement.spans):
            return msgspec.structs.replace(candidate, cost=candidate.cost - IN_BRACKETS)
    return candidate


def _like_pairs(trial: Trial, conflict: Conflict) -> Iterator[tuple[Site, Site]]:
    """Like figures not far from each other, at least one of them in the conflict, that it would stand with."""
    seen: set[frozenset[int]] = set()
    among = {key for equation in conflict.equations for key in equation.keys}
    for one in conflict.sites:
        near = trial.component.sites[max(0, one.index - NEAR) : one.index + NEAR + 1]
        free = [other for other in near if other.index not in trial.instead]  # the fault of another conflict is its own
        like = [other for other in free if frozenset((one.index, other.index)) not in seen and _like(one, other)]
        seen.update(frozenset((one.index, other.index)) for other in like)
        asked = _asked_alone(one, trial, conflict) if like else None
        for other in like:
            if asked is None or (other.keys[0] in among and _alike(one.keys[0], other.keys[0], conflict)):
                continue  # another fault beside it, or parts of one sum, which comes to the same
            if other.keys[0] in among or (ranges_at(other, trial)[0] & asked) is not None:
                yield one, other


def _asked_alone(site: Site, trial: Trial, conflict: Conflict) -> Interval | None:
    """What the conflict asks of a figure once that is set aside; no other in its place can make it stand."""
    left = trial.but(equations=conflict.equations, instead={site.index: None}).stands()
    return None if left is None else left.range(site.keys[0])


def _alike(one: int, other: int, conflict: Conflict) -> bool:
    """Do two figures count for the same in all equations of a conflict?"""
    for equation in conflict.equations:
        shape = equation.contractor
        counts = dict(shape.terms) if isinstance(shape, Linear) else dict.fromkeys(equation.keys)
        if counts.get(one, 0) != counts.get(other, 0) or (one in counts and not isinstance(shape, Linear)):
            return False
    return True


def _like(one: Site, other: Site) -> bool:
    a, b = one.printed[0], other.printed[0]
    return (
        set(one.keys).isdisjoint(other.keys)
        and (a.quantity.unit, a.quantity.kind, a.quantity.currency, a.quantity.change) == (
            b.quantity.unit, b.quantity.kind, b.quantity.currency, b.quantity.change)
        and a.quantity.low != b.quantity.low
        and len(one.keys) == len(other.keys) == 1
    )  # fmt: skip


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
                second = min((c.cost for c in of_number(without, other, left, document)), default=cost("other"))
                for first in of_number(without, one, left, document):
                    look = without.but(instead=both)
                    yield msgspec.structs.replace(
                        first, cost=first.cost + second, instead={**first.instead, **both}, look=look
                    )


def _backed(candidate: Candidate, trial: Trial) -> Candidate:
    """What claims that nobody is sure of say of a change.

    One that mends a suspected claim too is likelier, since two that one slip explains are no accident, whichever is
    blamed. One that spoils a claim that ties as it is printed is less likely.
    """
    component = trial.component
    sites = [component.sites[index] for index in candidate.instead]
    watching = dict.fromkeys(e for site in sites for key in site.keys for e in component.watchers[key])
    aside = [e for e in watching if e not in trial.equations]
    if not aside or None in candidate.instead.values():
        return candidate

    def stands(equation: Equation, instead: Instead) -> bool:
        return trial.but(equations=(equation,), instead=instead).stands() is not None

    suspected = [e for e in aside if component.claims[e.claim].statement.suspect]
    if suspected and stands(suspected[0], candidate.instead):
        return msgspec.structs.replace(candidate, cost=candidate.cost - BACKED)
    found = [e for e in aside if not component.claims[e.claim].statement.firm and e not in suspected][:MOST_SPOILT]
    if any(stands(e, trial.instead) and not stands(e, candidate.instead) for e in found):
        return msgspec.structs.replace(candidate, cost=candidate.cost + SPOILS)
    return candidate


def _ranked(trial: Trial, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Cheapest first; of two as cheap, the one that fewer claims rest on, the likelier slip, the first in the text."""
    sites, watchers = trial.component.sites, trial.component.watchers
    candidates = [_backed(candidate, trial) for candidate in candidates]

    def rank(candidate: Candidate) -> tuple[float, int, bool, Span]:
        shared = sum(len(watchers[key]) for index in candidate.instead for key in sites[index].keys)
        return round(candidate.cost, 6), shared, candidate.long, candidate.pieces[0].span

    return sorted(candidates, key=rank)
