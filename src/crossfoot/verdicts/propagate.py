"""Ranges through equations: where each figure begins and the equations in; narrower ranges, or a failure, out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crossfoot.interval import Interval
from crossfoot.verdicts.grid import UNIT, Ends, as_interval, as_units
from crossfoot.verdicts.system import Component, Equation, Level, Site

MOST_REVISIONS = 40  # of one equation; a loop that shrinks for ever shrinks by less and less
LEAST_SHRINK = 10**9  # relative; a smaller one is kept but wakes nobody

Instead = Mapping[int, tuple[Interval, ...] | None]  # by site: set aside (None), or other ranges than its own


class State(msgspec.Struct, eq=False):
    """The ranges of a component's figures, in units; how they came about, should somebody ask."""

    lo: Ends
    hi: Ends
    empty: int | None = None  # a figure whose printings share no number
    failed: Equation | None = None  # an equation that nothing satisfies
    narrowed: dict[int, list[Equation]] | None = None  # who narrowed a figure

    @property
    def stands(self) -> bool:
        return self.empty is None and self.failed is None

    def range(self, key: int) -> Interval:
        return as_interval(self.lo[key], self.hi[key])


def start(component: Component, level: Level, instead: Instead, keys: Iterable[int] | None = None) -> State:
    """Each figure, or each of `keys`, between its printings, before any equation has spoken."""
    lo: Ends = [None if range_.low is None else 0 for range_ in component.base]
    hi: Ends = [None] * len(lo)
    sites: Iterable[Site] = component.sites
    if keys is not None:
        sites = dict.fromkeys(site for key in keys for site, _ in component.printings[key])
    for site in sites:
        units = site.units[level]
        if site.index in instead:
            other = instead[site.index]
            if other is None:
                continue
            units = tuple(as_units(range_) for range_ in other)
        for key, (low, high) in zip(site.keys, units, strict=True):
            was_low, was_high = lo[key], hi[key]
            if low is not None and (was_low is None or low > was_low):
                was_low = lo[key] = -(-low // UNIT) * UNIT if component.whole[key] else low
            if high is not None and (was_high is None or high < was_high):
                was_high = hi[key] = high // UNIT * UNIT if component.whole[key] else high
            if was_low is not None and was_high is not None and was_low > was_high:
                return State(lo, hi, key)
    return State(lo, hi)


def further(
    component: Component,
    state: State,
    equations: Sequence[Equation],
    rest: Sequence[Equation],
    among: Mapping[int, tuple[int | None, int | None]] | None = None,
) -> State:
    """On from where `rest` came to rest: with more equations, or with some figures between new ends."""
    lo, hi = list(state.lo), list(state.hi)
    woken = list(equations)
    active = {equation.index for equation in rest}
    for key, (low, high) in (among or {}).items():
        was_low, was_high = lo[key], hi[key]
        low = was_low if low is None or (was_low is not None and was_low >= low) else low
        high = was_high if high is None or (was_high is not None and was_high <= high) else high
        if component.whole[key]:
            low = None if low is None else -(-low // UNIT) * UNIT
            high = None if high is None else high // UNIT * UNIT
        lo[key], hi[key] = low, high
        if low is not None and high is not None and low > high:
            return State(lo, hi, key)
        if (low, high) != (was_low, was_high):
            woken += [e for e in component.watchers[key] if e.index in active and e not in woken]
    return propagate(component, State(lo, hi), woken, rest)


def propagate(
    component: Component,
    state: State,
    equations: Iterable[Equation],
    rest: Iterable[Equation] = (),
    trace: bool = False,
) -> State:
    """Narrow until nothing moves. `equations` have yet to speak; `rest` have spoken and are at rest."""
    if state.empty is not None:
        return state
    queue = deque(equations)
    waiting = {equation.index for equation in queue}
    active = waiting | {equation.index for equation in rest}
    left = dict.fromkeys(active, MOST_REVISIONS)
    lo, hi, whole, watchers = state.lo, state.hi, component.whole, component.watchers
    narrowed: dict[int, list[Equation]] | None = {} if trace else None
    state.narrowed = narrowed
    while queue:
        equation = queue.popleft()
        index = equation.index
        waiting.discard(index)
        if not left[index]:
            continue
        left[index] -= 1
        before = [(key, lo[key], hi[key]) for key in equation.keys]
        moved = equation.contractor.revise(lo, hi, whole)
        if narrowed is not None:
            for key, low, high in before:
                if lo[key] != low or hi[key] != high:
                    narrowed.setdefault(key, []).append(equation)
        if moved is None:
            state.failed = equation
            return state
        for key, low, high in before:
            if key in moved and _shrinks(low, high, lo[key], hi[key]):
                for other in watchers[key]:
                    i = other.index
                    if i in active and i not in waiting and (i != index or whole[key]):
                        waiting.add(i)
                        queue.append(other)
    return state


def _shrinks(low: int | None, high: int | None, new_low: int | None, new_high: int | None) -> bool:
    if low is None or high is None or new_low is None or new_high is None:
        return True
    return ((high - low) - (new_high - new_low)) * LEAST_SHRINK >= high - low
