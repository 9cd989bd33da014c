"""A proved figure and the printings that carry its number in; out goes whose it is, if not of the one named beside it.

The names of a text are held against those of its sources. Two sources of error stay out: names that no figure of a
source is told of (a text may call things by other names), and numbers of which a source does not say whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossfoot.verdicts.outside.called import NONE, Terms
from crossfoot.verdicts.outside.derived import Derived
from crossfoot.verdicts.outside.setting import Setting, Settings
from crossfoot.verdicts.outside.support import Said, exchangeable, same_value


def owner(settings: Settings, said: Said, carriers: Sequence[Said], others: Iterable[Said]) -> Said | None:
    """The printing of a source for the one named here, where it tells this number of others."""
    here = settings.of[said]
    held = [settings.owners(carrier) for carrier in carriers]
    if not _of_others(here, held) or settings.strange(here, held):
        return None
    for other in others:
        if other in carriers or not _alike(said, other) or same_value(said, other):
            continue
        names = settings.of[other].whose or settings.owners(other)
        own = names & here.whose and not any(names & theirs for theirs in held)
        if own and all(_apart(settings, here.whose, other, carrier) for carrier in carriers):
            return other
    return None


def made_for(settings: Settings, said: Said, made: Sequence[Derived], others: Iterable[Derived]) -> Derived | None:
    """What figures of a source make for the one named here, where those of others make this number."""
    here = settings.of[said]
    held = [NONE.union(*map(settings.owners, one.parts)) for one in made]
    if not _of_others(here, held):
        return None
    for other in others:
        if not _alike(said, other.said) or same_value(said, other.said):
            continue
        names = NONE.union(*map(settings.owners, other.parts))
        own = names & here.whose and not any(names & theirs for theirs in held)
        if own and any(_apart(settings, here.whose, other.parts[0], one.parts[0]) for one in made):
            return other
    return None


def _of_others(here: Setting, held: Sequence[Terms]) -> bool:
    return bool(here.whose and held) and all(names and not names & here.named for names in held)


def _alike(one: Said, other: Said) -> bool:
    kinds = {one.quantity.kind, other.quantity.kind}
    return (len(kinds) == 1 or kinds == {"count", "number"}) and exchangeable(one.quantity, other.quantity)


def _apart(settings: Settings, mine: Terms, one: Said, other: Said) -> bool:
    """Does a source tell the same of two, each by its name?"""
    here, there = settings.of[one], settings.of[other]
    if here.sentence == there.sentence:
        return bool(here.whose and there.whose)
    if there.all & mine:  # who buys and who is bought
        return False
    unit = one.quantity.unit == other.quantity.unit and one.quantity.kind in ("count", "measure")
    return (
        unit
        or bool(here.own & there.own - settings.topic)
        or any(
            not p.figure.metric.startswith("other:") and p.figure.metric == q.figure.metric
            for p in one.figures
            for q in other.figures
        )
    )
