"""What follows and is not said: what stands once faults are put right in; implied values with their reasons out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.interval import Interval
from crossfoot.ranges import soft
from crossfoot.verdicts.conflict import Trial
from crossfoot.verdicts.grid import as_units
from crossfoot.verdicts.propagate import State, further, start
from crossfoot.verdicts.system import Site

MOST_TIGHTENED = 100  # one by one, where they do not all stand together


class Implied(msgspec.Struct, frozen=True, eq=False):
    key: int
    range: Interval
    level: str  # strict: each figure at its tightest; default: as its rounding and hedge suggest
    sites: tuple[Site, ...]


def derived(trial: Trial, plain: State, wanted: frozenset[int]) -> Iterator[Implied]:
    """The range of each wanted figure, at its tightest first; a second one where the default level says less."""
    tight = _tightest(trial, plain)
    for key in sorted(wanted):
        narrow, wide = tight.range(key), plain.range(key)
        if trial.component.printed(key) or not (narrow.bounded or (narrow.low or 0) > 0):
            continue
        yield Implied(key, narrow, "strict", _witnesses(trial, key))
        if wide != narrow and wide.bounded:
            yield Implied(key, wide, "default", _witnesses(trial, key))


def exact(trial: Trial, left: State) -> Iterator[Implied]:
    """Printed figures that the rest makes exact: "105,500" is 105,468."""
    begin = start(trial.component, "default", trial.instead)
    for key in range(len(trial.component.figures)):
        if trial.component.printed(key) and left.range(key).exact is not None:
            first = begin.range(key)
            if first.exact is None and first.bounded:
                yield Implied(key, left.range(key), "default", _witnesses(trial, key))


def _tightest(trial: Trial, plain: State) -> State:
    """Each printing as fine as it is printed where that stands with the rest: all together, else one after another."""
    component, equations = trial.component, trial.equations
    finer = [
        {key: as_units(_finest(site, i)) for i, key in enumerate(site.keys)}
        for site in component.sites
        if site.index not in trial.instead and any(_finest(site, i) != r.default for i, r in enumerate(site.ranges))
    ]
    together: dict[int, tuple[int | None, int | None]] = {}
    for site in reversed(finer):
        together.update(site)
    state = further(component, plain, (), equations, together)
    if state.stands and len(together) == sum(map(len, finer)):
        return state
    state = plain
    for ends in finer[:MOST_TIGHTENED]:
        tighter = further(component, state, (), equations, ends)
        state = tighter if tighter.stands else state
    return state


def _finest(site: Site, i: int) -> Interval:
    """The strict range; where the text says only "more than", as far as that is likely to reach."""
    strict = site.ranges[i].strict
    reach = soft(site.printed[i].quantity)
    return strict if reach is None else (strict & reach) or strict


def _witnesses(trial: Trial, key: int) -> tuple[Site, ...]:
    """The printings nearest to a figure: those that share an equation with it, and what those lean on."""
    seen, reached = {key}, {key}
    for _ in range(2):
        for equation in trial.equations:
            if reached.intersection(equation.keys):
                seen.update(equation.keys)
        reached = {k for k in seen if not trial.component.printed(k)}
    return tuple(
        s for s in trial.component.sites if seen.intersection(s.keys) and trial.instead.get(s.index, ()) is not None
    )
