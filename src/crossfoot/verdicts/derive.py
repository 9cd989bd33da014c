"""What follows and is not said: what stands once faults are put right in; implied values with their reasons out."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import islice

import msgspec

from crossfoot.interval import Interval
from crossfoot.ranges import soft
from crossfoot.verdicts.conflict import Trial
from crossfoot.verdicts.grid import as_units
from crossfoot.verdicts.propagate import Instead, Over, State, further, start
from crossfoot.verdicts.system import Site

MOST_WITNESSES = 50  # claims and printings that a reason is looked for in; no reader follows more
MOST_TIGHTENED = 100  # one by one, where they do not all stand together


class Implied(msgspec.Struct, frozen=True, eq=False):
    key: int
    range: Interval
    level: str  # strict: each figure at its tightest; default: as its rounding and hedge suggest
    sites: tuple[Site, ...]
    used: Instead  # the ranges that it rests on, where they are not the default ones


def derived(trial: Trial, plain: State, wanted: frozenset[int]) -> Iterator[Implied]:
    """The range of each wanted figure, at its tightest first; a second one where the default level says less."""
    if not wanted:
        return
    active = {equation.index for equation in trial.equations}
    tight, used = _tightest(trial, plain)
    for key in sorted(wanted):
        narrow, wide = tight.range(key), plain.range(key)
        if trial.component.printed(key) or not (narrow.bounded or (narrow.low or 0) > 0):
            continue
        witnesses = _witnesses(trial, active, key)
        yield Implied(key, narrow, "strict", witnesses, used)
        if wide != narrow and wide.bounded:
            yield Implied(key, wide, "default", witnesses, {})


def exact(trial: Trial, left: State) -> Iterator[Implied]:
    """Printed figures that the rest makes exact: "105,500" is 105,468."""
    active = {equation.index for equation in trial.equations}
    begin = start(trial.component, "default", trial.instead)
    for key in range(len(trial.component.figures)):
        if trial.component.printed(key) and left.range(key).exact is not None:
            first = begin.range(key)
            if first.exact is None and first.bounded:
                yield Implied(key, left.range(key), "default", _witnesses(trial, active, key), {})


def _tightest(trial: Trial, plain: State) -> tuple[State, Instead]:
    """Each printing as fine as it is printed where that stands with the rest: all together, else one after another."""
    component, active = trial.component, {equation.index for equation in trial.equations}
    finer = {
        site.index: tuple(_finest(site, i) for i in range(len(site.keys)))
        for site in component.sites
        if site.index not in trial.instead and any(_finest(site, i) != r.default for i, r in enumerate(site.ranges))
    }
    ends = {
        index: {key: as_units(range_) for key, range_ in zip(component.sites[index].keys, own, strict=True)}
        for index, own in finer.items()
    }
    together: dict[int, tuple[int | None, int | None]] = {}
    for index in reversed(ends):
        together.update(ends[index])
    state = further(component, plain, (), active, together)
    if state.stands and len(together) == sum(map(len, ends.values())):
        return state, finer
    state, used = State(Over(plain.lo), Over(plain.hi)), dict[int, tuple[Interval, ...] | None]()
    for index in list(ends)[:MOST_TIGHTENED]:
        tighter = further(component, state, (), active, ends[index])
        if tighter.stands:
            state.take(tighter)
            used[index] = finer[index]
    return state, used


def _finest(site: Site, i: int) -> Interval:
    """The strict range; where the text says only "more than", as far as that is likely to reach."""
    strict = site.ranges[i].strict
    reach = soft(site.printed[i].quantity)
    return strict if reach is None else (strict & reach) or strict


def _witnesses(trial: Trial, active: Set[int], key: int) -> tuple[Site, ...]:
    """The printings nearest to a figure: those that share an equation with it, and what those lean on."""
    component = trial.component
    seen, reached = {key}, {key}
    for _ in range(2):
        speaking = (e for k in sorted(reached) for e in component.watchers[k] if e.index in active)
        for equation in islice(speaking, MOST_WITNESSES):
            seen.update(equation.keys)
        reached = {k for k in seen if not component.printed(k)}
    sites = {
        s.index: s for k in sorted(seen) for s, _ in component.printings[k][:MOST_WITNESSES]
        if trial.instead.get(s.index, ()) is not None
    }  # fmt: skip
    return tuple(sites[index] for index in sorted(sites))
