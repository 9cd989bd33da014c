"""The columns of a table come in; out goes which of them says how far one of the others moved from another.

The words of its head only say that a column is of changes. Which two columns it compares, and whether by an amount or
in percent, is what most of its rows agree on; a column that no pair explains (at constant currency, of something that
the table does not print) claims nothing.
"""

from __future__ import annotations

from collections import defaultdict
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
By = Literal["percent", "amount", "points"]
_KINDS = {"percent": 1, "percentage-point": 1, "basis-point": 100}  # of rates, and how many of them are one percent


class Move(msgspec.Struct, frozen=True, gc=False):
    """A column of changes: positions of the lines that it stands between, and how its rows fare."""

    rate: int
    now: int
    before: int
    by: By
    holds: tuple[int, ...]  # tracks
    fails: tuple[int, ...]


def moves(grid: Grid) -> Iterator[Move]:
    """Every column of changes of a table whose columns are the lines.

    Rows of amounts may move in percent while rows of margins beside them move by points: the two columns that it
    compares are the same.
    """
    lines = grid.lines
    rates = [i for i, line in enumerate(lines) if any(says("change", head) for head in line.heads)]
    for rate in rates:
        others = [i for i, line in enumerate(lines) if i not in rates and line.section == lines[rate].section]
        near = sorted(others, key=lambda i: (abs(i - rate), i))[:MOST_COLUMNS]
        best: tuple[tuple[int, int], list[Move]] | None = None
        for now, before in permutations(near, 2):
            found = _tried(lines, rate, now, before)
            margin = sum(len(m.holds) - len(m.fails) for m in found)
            rank = margin, -abs(now - rate) - abs(before - rate)
            if found and (best is None or rank > best[0]):
                best = rank, found
        for move in best[1] if best is not None else ():
            if len(move.fails) <= len(move.holds):
                yield move


def _tried(lines: Sequence[Line], rate: int, now: int, before: int) -> list[Move]:
    holds, fails = defaultdict[By, list[int]](list), defaultdict[By, list[int]](list)
    decades, missed = 0.0, 0
    for track, entry in lines[rate].entries.items():
        one, other = lines[now].entries.get(track), lines[before].entries.get(track)
        if entry.quantity is None or one is None or other is None or other.quantity is None:
            continue
        by = _way(entry, one, other)
        fits = None if by is None else holds_(entry, one, other, by)
        if by is None or fits is None:
            continue
        (holds if fits else fails)[by].append(track)
        missed += not fits
        if missed >= MOST_MISSED and not holds:
            return []
        if fits and one.quantity is not None and entry.quantity.low:
            decades += min(2.5, log10(max(1.0, float(abs(entry.quantity.low) / entry.quantity.step))))
    if decades < LEAST_DECADES:
        return []
    return [Move(rate, now, before, by, tuple(held), tuple(fails[by])) for by, held in holds.items()]


def _way(rate: Entry, now: Entry, before: Entry) -> By | None:
    """Of what sort is a change: amounts move in percent or by an amount, rates by points."""
    moved, rates = _kind(rate), [_kind(entry) == "percent" for entry in (now, before) if entry.quantity is not None]
    if all(rates):
        return "points" if moved in _KINDS else None
    if any(rates) or moved in ("percentage-point", "basis-point"):
        return None
    return "percent" if moved == "percent" else "amount"


def _kind(entry: Entry) -> str:
    return "" if entry.quantity is None else entry.quantity.kind


def holds_(rate: Entry, now: Entry, before: Entry, by: By) -> bool | None:
    """Does one row tie, as its figures are rounded? None where growth has no meaning, or has another sign."""
    (a, slack_a), (b, slack_b), (r, slack_r) = _range(now), _range(before), _range(rate)
    if by != "percent":
        units = _KINDS.get(_kind(rate), 1) if by == "points" else 1
        slack = slack_a + slack_b + slack_r / units
        return True if abs(a - b - r / units) <= slack else None if abs(a - b + r / units) <= slack else False
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
