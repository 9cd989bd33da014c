"""The lines of a table come in; out goes which of them is in percent of which: a margin, a share of the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from math import log10

import msgspec

from crossfoot.facts.tables.grid import Grid, Line
from crossfoot.lexicon.tables import says
from crossfoot.model import Quantity

MOST_LINES = 40  # of amounts that are looked at for one in percent: pairs grow with the square
MOST_MISSED = 2  # columns that miss before one ties; then the others are not worth the look
LEAST_SURE = 2.0  # decades by which the hits must exceed the tries
MOST_DECADES = 3.0


class Ratio(msgspec.Struct, frozen=True, gc=False):
    """A line in percent, and what it is of what; the numbers are positions among the lines."""

    ratio: int
    part: int
    whole: int
    holds: tuple[int, ...]
    fails: tuple[int, ...]
    rest: bool = False  # in percent of what is left of the whole without the part: a margin beside sales and costs


class Share(msgspec.Struct, frozen=True, gc=False):
    """A column of shares beside the column of amounts; `whole` is the track of the total."""

    ratio: int
    amount: int
    whole: int
    holds: tuple[int, ...]
    fails: tuple[int, ...]


def ratios(grid: Grid) -> Iterator[Ratio]:
    """Lines in percent that two lines of amounts explain in all tracks, or in all but one of several."""
    lines = grid.lines
    amounts = [i for i, line in enumerate(lines) if _kind(line) == "amount"]
    for at, line in enumerate(lines):
        if _kind(line) != "percent" or any(says("change", words) for words in (line.label, *line.heads)):
            continue
        rests = (False, True) if says("margin", line.label) else (False,)
        near = sorted(amounts, key=lambda i: (abs(i - at), i))[:MOST_LINES]
        tries, best = 0, None
        for part, whole in permutations(near, 2):
            if lines[part].section != line.section or lines[whole].section != line.section:
                continue
            for rest in rests:
                tries += 1
                found, decades = _tried(lines, at, part, whole, rest)
                enough = len(found.holds) > 1 and len(found.fails) * 2 < len(found.holds)
                if enough and (best is None or decades > best[0]):
                    best = decades, found
        if best is not None and best[0] - log10(tries) >= LEAST_SURE:
            yield best[1]


def _tried(lines: Sequence[Line], at: int, part: int, whole: int, rest: bool) -> tuple[Ratio, float]:
    holds, fails, decades = list[int](), list[int](), 0.0
    for track, entry in lines[at].entries.items():
        one, other = lines[part].entries.get(track), lines[whole].entries.get(track)
        if entry.quantity is None or one is None or other is None or one.quantity is None or other.quantity is None:
            continue
        fits = _fits(entry.quantity, one.quantity, other.quantity, rest)
        (holds if fits else fails).append(track)
        if len(fails) > MOST_MISSED and not holds:
            break
        if fits:
            decades += min(MOST_DECADES, log10(max(1.0, float(abs(entry.quantity.low) / entry.quantity.step))))
    return Ratio(at, part, whole, tuple(holds), tuple(fails), rest), decades


def shares(grid: Grid) -> Iterator[Share]:
    """Columns in percent of the total of the amounts beside them; the columns are the lines."""
    lines = grid.lines
    for at, line in enumerate(lines):
        if _kind(line) != "percent" or any(says("change", head) for head in line.heads):
            continue
        wholes = [t for t, e in line.entries.items() if e.quantity is not None and e.quantity.low == 100]
        near = [i for i in (at - 1, at + 1, at - 2, at + 2) if 0 <= i < len(lines) and _kind(lines[i]) == "amount"]
        for whole, amount in ((w, a) for w in wholes for a in near):
            found = _shared(lines, at, amount, whole)
            enough = 1 if any(says("share", head) for head in line.heads) else 2
            if len(found.holds) > enough and len(found.fails) * 2 <= len(found.holds):
                yield found
                break


def _shared(lines: Sequence[Line], at: int, amount: int, whole: int) -> Share:
    holds, fails = list[int](), list[int]()
    total = lines[amount].entries.get(whole)
    for track, entry in lines[at].entries.items():
        part = lines[amount].entries.get(track)
        if track == whole or part is None or total is None:
            continue
        if entry.quantity is not None and part.quantity is not None and total.quantity is not None:
            fits = _fits(entry.quantity, part.quantity, total.quantity)
            (holds if fits else fails).append(track)
    return Share(at, amount, whole, tuple(holds), tuple(fails))


def _fits(ratio: Quantity, part: Quantity, whole: Quantity, rest: bool = False) -> bool:
    r, a, b = 100 - ratio.low if rest else ratio.low, part.low, whole.low
    slack_r, slack_a, slack_b = ratio.step / 2, part.step / 2, whole.step / 2
    if b - slack_b <= 0:
        return False
    ends = [base * move for base in (b - slack_b, b + slack_b) for move in (r - slack_r, r + slack_r)]
    return min(ends) <= 100 * (a + slack_a) and 100 * (a - slack_a) <= max(ends)


def _kind(line: Line) -> str:
    kinds = {e.quantity.kind for e in line.entries.values() if e.quantity is not None}
    return "percent" if kinds == {"percent"} else "amount" if kinds and kinds <= {"money", "number", "count"} else ""
