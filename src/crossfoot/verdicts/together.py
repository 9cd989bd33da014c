"""Sums that cross and fail together: a look at all of them in; the fewest figures that may be wrong at once, out.

In a table a wrong figure breaks its row and its column. Taken one sum at a time, two slips in one row hide each other;
taken together, a figure can only be wrong if every sum that it stands in fails, and few figures are left to try.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from crossfoot.lexicon.slips import cost
from crossfoot.model import Document
from crossfoot.verdicts.candidates import of_number
from crossfoot.verdicts.conflict import Trial
from crossfoot.verdicts.culprit import EQUAL
from crossfoot.verdicts.grid import Linear
from crossfoot.verdicts.propagate import Alone, State
from crossfoot.verdicts.system import Equation, Site

MOST_FAILING = 16  # sums that fail; of more, each is looked at for itself
MOST_TOGETHER = 4  # figures wrong at once
MOST_CANDIDATES = 24
MOST_SETS = 2000  # of figures that are looked at


def together(trial: Trial, document: Document) -> tuple[Site, ...]:
    """The figures that explain all failing sums at the least cost; none where that is not one set alone."""
    alone = Alone(trial.component, trial.level, trial.instead)
    failing = [e for e in trial.equations if isinstance(e.contractor, Linear) and not alone.stands(e)]
    if not 2 <= len(failing) <= MOST_FAILING:
        return ()
    candidates = _candidates(trial, failing)
    if not candidates or len(candidates) > MOST_CANDIDATES:
        return ()
    best: list[tuple[float, tuple[Site, ...]]] = []
    for size in range(1, min(MOST_TOGETHER, len(candidates)) + 1):
        for sites in _covering(candidates, failing, size):
            price = _price(trial, sites, document)
            if price is not None:
                best.append((price, sites))
        best.sort(key=lambda found: (found[0], [site.index for site in found[1]]))
        if best and best[0][0] < (size + 1) * cost("one-digit"):
            break  # one more slip would cost more than it explains
    if not best or (len(best) > 1 and best[1][0] <= best[0][0] + EQUAL):
        return ()
    return best[0][1]


def _candidates(trial: Trial, failing: Sequence[Equation]) -> list[Site]:
    """The figures of which every sum fails."""
    component = trial.component
    active, lost = {e.index for e in trial.equations}, {e.index for e in failing}
    found: dict[int, Site] = {}
    for key in dict.fromkeys(key for equation in failing for key in equation.keys):
        watching = {e.index for e in component.watchers[key]} & active
        sites = [site for site, _ in component.printings[key] if site.index not in trial.instead]
        if watching <= lost and len(sites) == 1 and len(sites[0].keys) == 1:
            found[sites[0].index] = sites[0]
    return [found[index] for index in sorted(found)]


def _covering(candidates: Sequence[Site], failing: Sequence[Equation], size: int) -> Iterator[tuple[Site, ...]]:
    """Sets of so many figures that leave no failing sum without one of them."""
    hits = {site.index: {e.index for e in failing if site.keys[0] in e.keys} for site in candidates}
    every = {e.index for e in failing}
    looked = 0
    for sites in combinations(candidates, size):
        if set().union(*(hits[site.index] for site in sites)) == every:
            looked += 1
            if looked > MOST_SETS:
                return
            yield sites


def _price(trial: Trial, sites: tuple[Site, ...], document: Document) -> float | None:
    """What it costs to put all of them right; None where that does not settle the sums that they stand in."""
    component = trial.component
    active = {e.index for e in trial.equations}
    near = {e.index: e for site in sites for e in component.watchers[site.keys[0]] if e.index in active}
    look = trial.but(tuple(near[index] for index in sorted(near)), "default", dict.fromkeys(s.index for s in sites))
    left: State | None = look.stands()
    if left is None:
        return None
    price = 0.0
    for site in sites:
        found = [candidate.cost for candidate in of_number(look, site, left, document)]
        if not found:
            return None
        price += min(found)
    return price
