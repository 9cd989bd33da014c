"""The columns of a table come in; out goes which of them says how far one of the others moved from another.

The words of its head only say that a column is of changes. Which two columns it compares, and whether by an amount or
in percent, is what most of its rows agree on; a column that no pair explains (at constant currency, of something that
the table does not print) claims nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from math import log10
from typing import Literal

import msgspec

from crossfoot.facts.tables.grid import Entry, Grid, Line
from crossfoot.lexicon.tables import says

MOST_COLUMNS = 12  # beside one of changes that are looked at
LEAST_DECADES = 1.5
MOST_MISSED = 8  # rows that miss before one ties; then the others are not worth the look
By = Literal["percent", "amount"]


class Move(msgspec.Struct, frozen=True, gc=False):
    """A column of changes: positions of the lines that it stands between, and how its rows fare."""

    rate: int
    now: int
    before: int
    by: By
    holds: tuple[int, ...]  # tracks
    fails: tuple[int, ...]


def moves(grid: Grid) -> Iterator[Move]:
    """Every column of changes of a table whose columns are the lines."""
    lines = grid.lines
    rates = [i for i, line in enumerate(lines) if any(says("change", head) for head in line.heads)]
    for rate in rates:
        others = [i for i, line in enumerate(lines) if i not in rates and line.section == lines[rate].section]
        near = sorted(others, key=lambda i: (abs(i - rate), i))[:MOST_COLUMNS]
        found = [
            m for pair in permutations(near, 2) for by in ("percent", "amount") if (m := _tried(lines, rate, *pair, by))
        ]
        best = max(
            found, key=lambda m: (len(m.holds) - len(m.fails), -abs(m.now - rate) - abs(m.before - rate)), default=None
        )
        if best is not None and len(best.fails) <= len(best.holds):
            yield best


def _tried(lines: Sequence[Line], rate: int, now: int, before: int, by: By) -> Move | None:
    holds, fails, decades = list[int](), list[int](), 0.0
    for track, entry in lines[rate].entries.items():
        one, other = lines[now].entries.get(track), lines[before].entries.get(track)
        if entry.quantity is None or one is None or other is None or other.quantity is None:
            continue
        if _rate(entry) != (by == "percent" or _rate(one)):
            continue
        if _rate(one) and by == "percent":
            continue  # a margin moves by points
        fits = holds_(entry, one, other, by)
        if fits is None:
            continue
        (holds if fits else fails).append(track)
        if len(fails) >= MOST_MISSED and not holds:
            return None
        if fits and one.quantity is not None and entry.quantity.low:
            decades += min(2.5, log10(max(1.0, float(abs(entry.quantity.low) / entry.quantity.step))))
    return Move(rate, now, before, by, tuple(holds), tuple(fails)) if decades >= LEAST_DECADES else None


def _rate(entry: Entry) -> bool:
    return entry.quantity is not None and entry.quantity.kind == "percent"


def holds_(rate: Entry, now: Entry, before: Entry, by: By) -> bool | None:
    """Does one row tie, as its figures are rounded? None where growth has no meaning, or has another sign."""
    (a, slack_a), (b, slack_b), (r, slack_r) = _range(now), _range(before), _range(rate)
    if by == "amount":
        slack = slack_a + slack_b + slack_r
        return True if abs(a - b - r) <= slack else None if abs(a - b + r) <= slack else False
    if not b:
        return None

    def fits(sign: int) -> bool:
        moves_ = (sign * r - slack_r, sign * r + slack_r)
        ends = [base * (100 + move) for base in (b - slack_b, b + slack_b) for move in moves_]
        return min(ends) <= 100 * (a + slack_a) and 100 * (a - slack_a) <= max(ends)

    # "Better (worse)": a cost that rose is printed as if it fell; and the size of a decrease as if it were a rise.
    return True if fits(1) else None if b < 0 or a < 0 or fits(-1) else False


def _range(entry: Entry) -> tuple[Fraction, Fraction]:
    quantity = entry.quantity
    return (Fraction(0), Fraction(0)) if quantity is None else (quantity.low, quantity.step / 2)
