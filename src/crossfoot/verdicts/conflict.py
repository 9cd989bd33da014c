"""The smallest set of claims that cannot all hold: a trial that fails in, a minimal conflict out."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from crossfoot.interval import EVERYTHING, Interval
from crossfoot.relation import narrow
from crossfoot.verdicts.propagate import Instead, State, propagate, start
from crossfoot.verdicts.system import Component, Equation, Level, Site

T = TypeVar("T")
MOST_BY_DELETION = 30
FEW = 8  # equations; what does not stand in one of so few need not be looked at


class Conflict(msgspec.Struct, frozen=True, eq=False):
    """Equations that fail together on what the sites print, at `level`; without any one of them they do not."""

    equations: tuple[Equation, ...]
    sites: tuple[Site, ...]
    level: Level


class Trial(msgspec.Struct, frozen=True, eq=False):
    """One look at a component: which equations hold, at which level, with which sites set aside or changed."""

    component: Component
    equations: tuple[Equation, ...]
    level: Level
    instead: Instead
    everything: bool = False  # are figures looked at that no equation names?

    def run(self, trace: bool = False, everything: bool = False) -> State:
        """The ranges that are left; of all figures if claims are to be added, else of those that the equations name."""
        few = len(self.equations) < FEW and not (everything or self.everything)
        keys = {key for equation in self.equations for key in equation.keys} if few else None
        state = start(self.component, self.level, self.instead, keys if self.equations else None)
        return propagate(self.component, state, self.equations, trace=trace)

    def stands(self) -> State | None:
        """The ranges that are left, None when something fails."""
        state = self.run()
        return state if state.stands else None

    def but(
        self, equations: Sequence[Equation] | None = None, level: Level | None = None, instead: Instead | None = None
    ) -> Trial:
        """The same look with something changed; `instead` is added to what is already set aside."""
        return Trial(
            self.component,
            self.equations if equations is None else tuple(equations),
            self.level if level is None else level,
            self.instead if instead is None else {**self.instead, **instead},
            self.everything,
        )


def smallest(trial: Trial) -> Conflict | None:
    """A minimal conflict of the trial, None when it stands."""
    state = trial.run(trace=True)
    if state.empty is not None:
        return Conflict((), _clashing(trial, state.empty), trial.level)
    if state.failed is None:
        return None
    near = _near(trial, state.failed)
    suspects = sorted(_responsible(state), key=near)

    def fails(equations: Sequence[Equation]) -> bool:  # without any, printings clash that these do not speak of
        return bool(equations) and trial.but(equations=equations).stands() is None

    if not fails(suspects):  # the trace ran through a revision budget
        suspects = sorted(trial.equations, key=near)
    kept = _quick(suspects, fails) if len(suspects) > MOST_BY_DELETION else _deleted(suspects, fails)
    if not kept and (empty := trial.but(equations=()).run(trace=True).empty) is not None:
        return Conflict(
            (), _clashing(trial, empty), trial.level
        )  # two printings clash, which an equation only met first
    alone = trial.but(equations=sorted(kept, key=lambda e: e.index))
    return Conflict(alone.equations, _sites(alone), trial.level)


def confirmed(component: Component, conflict: Conflict) -> bool:
    """Does the conflict fail in exact fractions too? The grid only ever errs by a millionth of a millionth."""
    if not conflict.equations:
        return True
    ranges = {key: component.base[key] for equation in conflict.equations for key in equation.keys}
    for site in conflict.sites:
        for key, own in zip(site.keys, site.ranges, strict=True):
            left = ranges.get(key, EVERYTHING) & getattr(own, conflict.level)
            if left is None:
                return True
            ranges[key] = left
    for _ in range(4 * len(conflict.equations)):
        for equation in conflict.equations:
            changes = narrow(equation.relation, ranges)
            if changes is None:
                return True
            for key, range_ in changes.items():
                whole = range_.whole() if component.whole[key] else range_
                if whole is None:
                    return True
                ranges[key] = whole
    return False


def _deleted(equations: Sequence[Equation], fails: Callable[[Sequence[Equation]], bool]) -> list[Equation]:
    """Drop the farthest first; what cannot be dropped belongs to the conflict."""
    kept = list(equations)
    for equation in reversed(equations):
        without = [e for e in kept if e is not equation]
        if fails(without):
            kept = without
    return kept


def _quick(those: Sequence[T], fails: Callable[[Sequence[T]], bool]) -> list[T]:
    """QuickXplain (Junker, AAAI 2004): few checks where the conflict is small and its candidates are many.

    The first are kept where there is a choice, as they are where one after another is dropped from the end.
    """

    def explain(background: list[T], fresh: bool, rest: list[T]) -> list[T]:
        if fresh and fails(background):
            return []
        if len(rest) == 1:
            return rest
        near, far = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        of_far = explain(background + near, True, far)
        of_near = explain(background + of_far, bool(of_far), near)
        return of_near + of_far

    return explain([], False, list(those))


def _sites(trial: Trial) -> tuple[Site, ...]:
    """The printings that the conflict needs, later ones dropped first."""
    keys = {key for equation in trial.equations for key in equation.keys}
    kept = [
        s for s in trial.component.sites if keys.intersection(s.keys) and trial.instead.get(s.index, ()) is not None
    ]
    trial = trial.but(instead={s.index: None for s in trial.component.sites if not keys.intersection(s.keys)})
    if len(kept) > MOST_BY_DELETION:

        def fails(sites: Sequence[Site]) -> bool:
            those = {site.index for site in sites}
            return trial.but(instead={s.index: None for s in kept if s.index not in those}).stands() is None

        return tuple(sorted(_quick(kept, fails), key=lambda site: site.index))
    needed = []
    for site in reversed(kept):
        without = trial.but(instead={site.index: None})
        if without.stands() is None:
            trial = without
        else:
            needed.append(site)
    return tuple(reversed(needed))


def _clashing(trial: Trial, key: int) -> tuple[Site, ...]:
    """Two printings of one figure that share no number: the one that ends lowest and the one that begins highest."""
    shown: list[tuple[Site, Interval]] = []
    for site, i in trial.component.printings[key]:
        ranges = trial.instead.get(site.index, tuple(getattr(r, trial.level) for r in site.ranges))
        if ranges is not None:
            possible = ranges[i] & trial.component.base[key]
            if possible is None or (trial.component.whole[key] and possible.whole() is None):
                return (site,)
            shown.append((site, possible))
    lowest = min((r.high, s.index) for s, r in shown if r.high is not None)[1]
    highest = max((r.low, -s.index) for s, r in shown if r.low is not None)[1]
    return tuple(s for s, _ in shown if s.index in (lowest, -highest))


def _responsible(state: State) -> set[Equation]:
    """Every equation that had a hand in the failure."""
    return set(behind(state, () if state.failed is None else (state.failed,)))


def behind(state: State, first: Iterable[Equation], most: int | None = None) -> list[Equation]:
    """Those equations and all that narrowed a figure that they speak of, nearest first; no more than `most`."""
    found: dict[Equation, None] = dict.fromkeys(first)
    open_ = deque(found)
    while open_ and (most is None or len(found) <= most):
        for key in open_.popleft().keys:
            for equation in (state.narrowed or {}).get(key, ()):
                if equation not in found:
                    found[equation] = None
                    open_.append(equation)
    return list(found)


def _near(trial: Trial, failed: Equation) -> Callable[[Equation], tuple[int, int]]:
    """How far a claim stands from the one that failed, in the text."""

    def starts(equation: Equation) -> list[int]:
        return [span.start for span in trial.component.claims[equation.claim].statement.spans] or [0]

    def apart(at: int) -> int:
        i = bisect_left(here, at)
        return min(abs(at - place) for place in here[max(i - 1, 0) : i + 1])

    here = sorted(starts(failed))
    return lambda equation: (min(map(apart, starts(equation))), equation.index)
