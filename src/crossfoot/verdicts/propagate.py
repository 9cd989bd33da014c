"""Ranges through equations: equations and the ranges to begin with in; narrower ranges, or the equation that failed, out."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence, Set
from fractions import Fraction

import msgspec

from crossfoot.interval import Interval, coarser
from crossfoot.relation import narrow
from crossfoot.verdicts.system import Equation

MOST_REVISIONS = 40  # of one equation; a loop that shrinks for ever shrinks by less and less
LEAST_SHRINK = Fraction(1, 10**9)  # relative; less is kept but wakes nobody


class Propagation(msgspec.Struct, eq=False):
    domains: dict[int, Interval]
    failed: Equation | None = None
    narrowed: dict[int, list[Equation]] = {}  # who narrowed a figure, for finding out why


def propagate(
    equations: Sequence[Equation],
    domains: Mapping[int, Interval],
    whole: Set[int],
    first: Sequence[Equation] | None = None,
) -> Propagation:
    """Narrow until nothing moves; `first` are the equations to begin with where the others are at rest already."""
    watchers: dict[int, list[int]] = {}
    for i, equation in enumerate(equations):
        for key in equation.keys:
            watchers.setdefault(key, []).append(i)
    state = Propagation(dict(domains), None, {})
    begin = range(len(equations)) if first is None else [i for i, e in enumerate(equations) if e in first]
    queue, waiting = deque(begin), set(begin)
    left = [MOST_REVISIONS] * len(equations)
    while queue:
        i = queue.popleft()
        waiting.discard(i)
        if left[i] == 0:
            continue
        left[i] -= 1
        equation = equations[i]
        moved = _revise(equation, state, whole)
        if moved is None:
            state.failed = equation
            return state
        for key in moved:
            for j in watchers[key]:
                if j not in waiting and (j != i or key in whole):
                    waiting.add(j)
                    queue.append(j)
    return state


def _revise(equation: Equation, state: Propagation, whole: Set[int]) -> list[int] | None:
    """One contraction: the figures that moved enough to tell the others, or None when nothing is left of one."""
    changes = narrow(equation.relation, state.domains)
    if changes is None:
        return None
    moved = []
    for key, range_ in changes.items():
        before = state.domains[key]
        kept = coarser(range_) & before
        if kept is not None and key in whole:
            kept = kept.whole()
        if kept is None:
            state.narrowed.setdefault(key, []).append(equation)
            return None
        if kept == before:
            continue
        state.domains[key] = kept
        state.narrowed.setdefault(key, []).append(equation)
        if _shrinks(before, kept):
            moved.append(key)
    return moved


def _shrinks(before: Interval, after: Interval) -> bool:
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return True
    width = before.high - before.low
    return width - (after.high - after.low) >= LEAST_SHRINK * width
