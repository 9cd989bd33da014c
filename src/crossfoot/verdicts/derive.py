"""What follows and is not said: what stands once faults are put right in; implied values with their reasons out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.interval import Interval
from crossfoot.verdicts.conflict import Trial
from crossfoot.verdicts.propagate import State
from crossfoot.verdicts.ranges import soft
from crossfoot.verdicts.system import Site

MOST_TIGHTENED = 100  # one by one, where they do not all stand together


class Implied(msgspec.Struct, frozen=True, eq=False):
    key: int
    range: Interval
    level: str  # strict: each figure at its tightest; default: as its rounding and hedge suggest
    sites: tuple[Site, ...]


def derived(trial: Trial, wanted: frozenset[int]) -> Iterator[Implied]:
    """The range of each wanted figure, at its tightest first; a second one where the default level says less."""
    plain = trial.but(level="default").stands()
    if plain is None:
        return
    tight = _tightest(trial)
    if tight is None:
        return
    for key in sorted(wanted):
        narrow, wide = tight.range(key), plain.range(key)
        if trial.component.printed(key) or not (narrow.bounded or (narrow.low or 0) > 0):
            continue
        yield Implied(key, narrow, "strict", _witnesses(trial, key))
        if wide != narrow and wide.bounded:
            yield Implied(key, wide, "default", _witnesses(trial, key))


def exact(trial: Trial) -> Iterator[Implied]:
    """Printed figures that the rest makes exact: "105,500" is 105,468."""
    begin = trial.but(level="default", equations=()).stands()
    left = trial.but(level="default").stands()
    if begin is None or left is None:
        return
    for key in range(len(trial.component.figures)):
        if trial.component.printed(key) and left.range(key).exact is not None:
            first = begin.range(key)
            if first.exact is None and first.bounded:
                yield Implied(key, left.range(key), "default", _witnesses(trial, key))


def _tightest(trial: Trial) -> State | None:
    """Each printing as fine as it is printed where that stands with the rest: all together, else one after another."""
    instead: dict[int, tuple[Interval, ...] | None] = {}
    free = [site for site in trial.component.sites if site.index not in trial.instead]
    strict = {site.index: tuple(_finest(r, site, i) for i, r in enumerate(site.ranges)) for site in free}
    base = trial.but(level="default")
    together = base.but(instead=strict).stands()
    if together is not None:
        return together
    for site in free[:MOST_TIGHTENED]:
        if strict[site.index] == tuple(r.default for r in site.ranges):
            continue
        if base.but(instead={**instead, site.index: strict[site.index]}).stands() is not None:
            instead[site.index] = strict[site.index]
    return base.but(instead=instead).stands()


def _finest(ranges: object, site: Site, i: int) -> Interval:
    """The strict range; where the text says only "more than", as far as that is likely to reach."""
    reach = soft(site.printed[i].quantity)
    strict: Interval = ranges.strict  # type: ignore[attr-defined]
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
