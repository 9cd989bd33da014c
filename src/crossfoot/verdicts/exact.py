"""What only loose ranges save, and yet is wrong: a conflict and its candidates in, those out of which one is exact.

Where one word or one number, read otherwise, makes a claim tie to the last digit, nobody has cut off all of its figures
or rounded them up: the word or the number is wrong, however loosely the claim may stand.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossfoot.interval import Interval, exactly
from crossfoot.lexicon.slips import OF_DIGITS
from crossfoot.ranges import signed
from crossfoot.verdicts.conflict import Conflict, Trial
from crossfoot.verdicts.culprit import Diagnosis
from crossfoot.verdicts.propagate import Alone, Instead
from crossfoot.verdicts.system import Component, Equation

PARTS = ("share", "attainment", "ratio", "growth")
MOVES, OF_WORDS = ("growth", "points", "difference"), ("percent-or-points", "direction")
ORDERS = ("order",)  # of which either end may be wrong as well, but where they are nearly equal
LIKELY = 1.5  # what an exact slip may cost more than the likeliest
OF_ONE_PLACE = OF_DIGITS - {"digits-apart"}


def exact(trial: Trial, conflict: Conflict, diagnosis: Diagnosis) -> Diagnosis | None:
    """The candidates of what loose ranges save, first the one that makes it tie to the last digit, if one does."""
    word = by_a_word(trial, conflict, diagnosis, (*MOVES, *ORDERS))
    return word or _by_a_digit(trial, conflict, diagnosis)


def by_a_word(trial: Trial, conflict: Conflict, diagnosis: Diagnosis, moves: Sequence[str] = MOVES) -> Diagnosis | None:
    """Does what fails tie to the last digit once percent is read as points, or a direction as the other one?

    Of "14%, up 2% from 12%" nobody takes both levels for cut off: the word is wrong, however loosely its claim stands.
    """
    if len(conflict.equations) != 1:
        return None
    kind = trial.component.claims[conflict.equations[0].claim].statement.kind
    for candidate in diagnosis.candidates:
        other = kind in PARTS and candidate.slip == "fraction"  # "占七成" of what is 60.0%
        if not other and kind in moves and candidate.slip in OF_WORDS:
            read = next((e for e in candidate.look.equations if e.index == conflict.equations[0].index), None)
            turned = candidate.instead if candidate.slip == "direction" else {}
            other = read is not None and _to_the_digit(trial.component, read, turned)
        if other:
            rest = (c for c in diagnosis.candidates if c is not candidate)
            return Diagnosis((candidate, *rest), "likely", candidate.instead)
    return None


def _by_a_digit(trial: Trial, conflict: Conflict, diagnosis: Diagnosis) -> Diagnosis | None:
    """Does what fails tie to the last digit once a slip of the pen is undone, with nothing hedged in it?

    Of "60%, up 6 points from 52%" nobody takes all three for cut off or rounded up.
    """
    component = trial.component
    if len(conflict.equations) != 1:
        return None
    equation = conflict.equations[0]
    printed = [site.printed[i].quantity for key in equation.keys for site, i in component.printings[key]]
    if any(q.approx is not None or q.ranged for q in printed):
        return None
    for best in diagnosis.candidates:
        if best.slip in OF_ONE_PLACE and best.value is not None and best.cost < diagnosis.candidates[0].cost + LIKELY:
            read: Instead = {i: (exactly(best.value),) * len(component.sites[i].keys) for i in best.instead}
            if _to_the_digit(component, equation, {}, read):
                rest = (c for c in diagnosis.candidates if c is not best)
                return msgspec.structs.replace(diagnosis, candidates=(best, *rest))
    return None


def _to_the_digit(component: Component, equation: Equation, turned: Instead, instead: Instead | None = None) -> bool:
    """Does it tie with just the numbers that are printed, or with others instead?"""
    printings = (printing for key in equation.keys for printing in component.printings[key])
    sites = {site.index: site for site, i in printings if site.printed[i].quantity.digits != (0, 0)}
    sizes = dict[int, tuple[Interval, ...] | None]()
    for index, site in sites.items():
        said = tuple(signed(exactly(abs(p.quantity.low)), p.quantity) for p in site.printed)
        sizes[index] = tuple(-range_ for range_ in said) if index in turned else said
    sizes = {**turned, **sizes, **(instead or {})}
    return Alone(component, "strict", sizes).stands(equation)
