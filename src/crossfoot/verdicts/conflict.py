"""The smallest set of claims that cannot all hold: a failed propagation in, a minimal conflict out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from crossfoot.interval import Interval
from crossfoot.verdicts.propagate import Propagation, propagate
from crossfoot.verdicts.system import Component, Equation, Level, Site, System, start

Instead = Mapping[int, tuple[Interval, ...] | None]
MOST_BY_DELETION = 30


class Conflict(msgspec.Struct, frozen=True, eq=False):
    """Equations that fail together on what the sites print, at `level`; without any one of them they do not."""

    equations: tuple[Equation, ...]
    sites: tuple[Site, ...]
    level: Level


class Trial(msgspec.Struct, frozen=True, eq=False):
    """One look at a component: which equations, at which level, with which sites set aside or changed."""

    system: System
    component: Component
    equations: tuple[Equation, ...]
    level: Level
    instead: Instead

    def run(self) -> Propagation | int:
        """The propagation, or the figure whose printings share no number."""
        domains = start(self.system, self.component, self.level, self.instead)
        if isinstance(domains, int):
            return domains
        return propagate(self.equations, domains, self.system.whole)

    def stands(self) -> dict[int, Interval] | None:
        """The ranges that are left, None when something fails."""
        result = self.run()
        return None if isinstance(result, int) or result.failed is not None else result.domains

    def but(self, **changes: object) -> Trial:
        return msgspec.structs.replace(self, **changes)


def smallest(trial: Trial) -> Conflict | None:
    """A minimal conflict of the trial, None when it stands."""
    result = trial.run()
    if isinstance(result, int):
        return Conflict((), _clashing(trial, result), trial.level)
    if result.failed is None:
        return None
    suspects = _responsible(result)
    near = _near(trial, result.failed)
    ordered = sorted((e for e in trial.equations if e in suspects), key=near)

    def fails(equations: Sequence[Equation]) -> bool:
        return trial.but(equations=tuple(equations)).stands() is None

    if not fails(ordered):  # the trace was cut short by a revision budget
        ordered = sorted(trial.equations, key=near)
    kept = _quick(ordered, fails) if len(ordered) > MOST_BY_DELETION else _deleted(ordered, fails)
    alone = trial.but(equations=tuple(sorted(kept, key=lambda e: e.claim)))
    return Conflict(alone.equations, _sites(alone), trial.level)


def _deleted(equations: Sequence[Equation], fails: Callable[[Sequence[Equation]], bool]) -> list[Equation]:
    """Drop the farthest first; what cannot be dropped belongs to the conflict."""
    kept = list(equations)
    for equation in reversed(equations):
        without = [e for e in kept if e is not equation]
        if fails(without):
            kept = without
    return kept


def _quick(equations: Sequence[Equation], fails: Callable[[Sequence[Equation]], bool]) -> list[Equation]:
    """QuickXplain (Junker, AAAI 2004): few checks where the conflict is small and the equations are many."""

    def explain(background: list[Equation], fresh: bool, rest: list[Equation]) -> list[Equation]:
        if fresh and fails(background):
            return []
        if len(rest) == 1:
            return rest
        near, far = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        of_far = explain(background + near, True, far)
        of_near = explain(background + of_far, bool(of_far), near)
        return of_near + of_far

    return explain([], False, list(equations))


def _sites(trial: Trial) -> tuple[Site, ...]:
    """The printings that the conflict needs, later ones dropped first."""
    keys = {key for equation in trial.equations for key in equation.keys}
    kept = [s for s in trial.component.sites if keys.intersection(s.keys) and s.index not in trial.instead]
    aside: dict[int, tuple[Interval, ...] | None] = {
        s.index: None for s in trial.component.sites if not keys.intersection(s.keys)
    }
    aside.update(trial.instead)
    for site in reversed(kept):
        if trial.but(instead={**aside, site.index: None}).stands() is None:
            aside[site.index] = None
    return tuple(s for s in kept if s.index not in aside or aside[s.index] is not None)


def _clashing(trial: Trial, key: int) -> tuple[Site, ...]:
    """The first two printings of one figure that share no number (ranges on a line: if all pairs meet, all meet)."""
    printing = [s for s in trial.component.sites if key in s.keys and trial.instead.get(s.index, ()) is not None]
    for i, one in enumerate(printing):
        for other in printing[i:]:
            aside = {s.index: None for s in trial.component.sites if s not in (one, other)}
            if isinstance(trial.but(instead={**trial.instead, **aside}).run(), int):
                return (one,) if one is other else (one, other)
    return tuple(printing)


def _responsible(result: Propagation) -> set[Equation]:
    """Every equation that had a hand in the failure."""
    assert result.failed is not None  # noqa: S101
    found, open_ = {result.failed}, [result.failed]
    while open_:
        for key in open_.pop().keys:
            for equation in result.narrowed.get(key, ()):
                if equation not in found:
                    found.add(equation)
                    open_.append(equation)
    return found


def _near(trial: Trial, failed: Equation) -> Callable[[Equation], tuple[int, int]]:
    """How far a claim stands from the one that failed, in the text."""
    spans = {claim.index: claim.statement.spans for claim in trial.component.claims}
    here = [span.start for span in spans[failed.claim]] or [0]

    def distance(equation: Equation) -> tuple[int, int]:
        there = [span.start for span in spans[equation.claim]] or [0]
        return min(abs(a - b) for a in here for b in there), equation.claim

    return distance
