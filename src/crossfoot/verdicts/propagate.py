"""Ranges through equations: where each figure begins and the equations in; narrower ranges, or a failure, out."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from crossfoot.interval import Interval
from crossfoot.verdicts.grid import UNIT, Ends, as_interval, as_units
from crossfoot.verdicts.system import Component, Equation, Level, Site

MOST_CHANGED = 4  # sites in so many that are set aside; of more, all begin anew
FEW = 8  # equations among which those that speak of a figure are found without the component's lists
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

    def take(self, other: State) -> None:
        """Go on from a state that `further` made of this one and that stands."""
        for own, over in ((self.lo, other.lo), (self.hi, other.hi)):
            for key in over if isinstance(over, dict) else ():
                own[key] = over[key]


class Over(dict[int, int | None]):
    """Ends laid over others: what moves is kept here, so that one more claim costs no copy of all figures."""

    __slots__ = ("below",)

    def __init__(self, below: Ends | tuple[int | None, ...]) -> None:
        super().__init__()
        self.below = below

    def __missing__(self, key: int) -> int | None:
        return self.below[key]


def start(component: Component, level: Level, instead: Instead, keys: Iterable[int] | None = None) -> State:
    """Each figure, or each of `keys`, between its printings, before any equation has spoken."""
    sites: Iterable[Site] = component.sites
    lo: Ends
    hi: Ends
    if keys is not None:
        sites = dict.fromkeys(site for key in keys for site, _ in component.printings[key])
        lo, hi = Over(component.floor), Over(component.ceiling)
    elif instead and MOST_CHANGED * len(instead) < len(component.sites) and (usual := _usual(component, level)).stands:
        lo, hi = list(usual.lo), list(usual.hi)
        changed = [key for index in instead for key in component.sites[index].keys]
        for key in changed:
            lo[key], hi[key] = component.floor[key], component.ceiling[key]
        sites = dict.fromkeys(site for key in changed for site, _ in component.printings[key])
    else:
        lo, hi = list(component.floor), list(component.ceiling)
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


def _usual(component: Component, level: Level) -> State:
    """Where all figures begin with nothing set aside: most looks at a component set aside one site or two."""
    if level not in component.begun:
        state = start(component, level, {})
        component.begun[level] = (state.lo, state.hi, state.empty)
    return State(*component.begun[level])


class Alone:
    """Does one equation stand on the printings of its own figures, whatever else there is?

    What the printings leave a figure is kept, since a figure may be printed as often as there are claims on it.
    """

    __slots__ = ("_component", "_instead", "_known", "_level")

    def __init__(self, component: Component, level: Level, instead: Instead) -> None:
        self._component, self._level, self._instead = component, level, instead
        self._known = dict[int, tuple[int | None, int | None] | None]()

    def stands(self, equation: Equation) -> bool:
        lo, hi = dict[int, int | None](), dict[int, int | None]()
        for key in equation.keys:
            between = self._between(key)
            if between is None:
                return False
            lo[key], hi[key] = between
        return propagate(self._component, State(lo, hi), (equation,)).stands

    def _between(self, key: int) -> tuple[int | None, int | None] | None:
        """The ends that its printings leave a figure; None where they share no number."""
        if key not in self._known:
            state = start(self._component, self._level, self._instead, (key,))
            self._known[key] = (state.lo[key], state.hi[key]) if state.empty is None else None
        return self._known[key]


def further(
    component: Component,
    state: State,
    equations: Sequence[Equation],
    active: Set[int],
    among: Mapping[int, tuple[int | None, int | None]] | None = None,
    revisions: dict[int, int] | None = None,
) -> State:
    """On from where the `active` equations came to rest: with more of them, or with some figures between new ends.

    The state that comes out is laid over the one that came in, so that it costs only what it moves.
    """
    lo, hi = Over(state.lo), Over(state.hi)
    woken = dict.fromkeys(equations)
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
            woken.update(dict.fromkeys(e for e in component.watchers[key] if e.index in active))
    return propagate(component, State(lo, hi), woken, active, revisions=revisions)


def propagate(
    component: Component,
    state: State,
    equations: Iterable[Equation],
    rest: Set[int] = frozenset(),
    trace: bool = False,
    revisions: dict[int, int] | None = None,
) -> State:
    """Narrow until nothing moves. `equations` have yet to speak; those numbered in `rest` have spoken and rest.

    `revisions` are how often each equation may yet be looked at, by whoever has more than one call to make.
    """
    if state.empty is not None:
        return state
    queue = deque(equations)
    watchers = component.watchers if rest or len(queue) > FEW else _watchers(queue)
    waiting = {equation.index for equation in queue}
    own = frozenset(waiting)
    left = defaultdict[int, int](lambda: MOST_REVISIONS) if revisions is None else revisions
    lo, hi, whole = state.lo, state.hi, component.whole
    narrowed: dict[int, list[Equation]] | None = {} if trace else None
    state.narrowed = narrowed
    while queue:
        equation = queue.popleft()
        index = equation.index
        waiting.discard(index)
        left[index] -= 1
        if left[index] < 0:
            continue
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
                    if i not in waiting and (i in own or i in rest) and (i != index or whole[key]):
                        waiting.add(i)
                        queue.append(other)
    return state


def _watchers(equations: Iterable[Equation]) -> Mapping[int, Sequence[Equation]]:
    found = defaultdict[int, list[Equation]](list)
    for equation in sorted(equations, key=lambda e: e.index):
        for key in equation.keys:
            found[key].append(equation)
    return found


def _shrinks(low: int | None, high: int | None, new_low: int | None, new_high: int | None) -> bool:
    if low is None or high is None or new_low is None or new_high is None:
        return True
    return ((high - low) - (new_high - new_low)) * LEAST_SHRINK >= high - low
