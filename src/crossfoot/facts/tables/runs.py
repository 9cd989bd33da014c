"""Lines of a table come in, counted in whole numbers; out goes what a run of them makes, track by track.

A run grows by one line at a time, and what it makes grows with it: a line that may be the sum of the hundred lines
before it costs a hundred steps and not the square. `Steps` are counted, so that a sheet in which anything may be the
sum of anything ends as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import gcd, lcm

import msgspec

from crossfoot.facts.tables.grid import Entry, Line, Sort, alike

STEPS_A_CELL, STEPS_A_TABLE = 10, 50_000  # no table of a report that we know takes a tenth of it
LEAST_COARSE = 8  # figures of a track that share a divisor by more than chance


class Steps:
    """How many looks at long runs a table is worth; `short` once they are used up. A look is one run in one track."""

    def __init__(self, cells: int) -> None:
        self.left = STEPS_A_TABLE + STEPS_A_CELL * cells

    def take(self, steps: int) -> None:
        self.left -= steps

    @property
    def short(self) -> bool:
        return self.left < 0


class Counted(msgspec.Struct, frozen=True, gc=False):
    """A line in whole numbers: by track twice the value and the whole rounding step, over one denominator."""

    values: dict[int, int]
    slack: dict[int, int]
    sorts: dict[int, Sort]
    dated: frozenset[int]  # tracks in which it looks like a year


def counted(lines: Sequence[Line]) -> list[Counted]:
    """All in one unit: sums of whole numbers are quick, and exact."""
    steps = [e.quantity.step for line in lines for e in line.entries.values() if e.quantity is not None]
    over = lcm(*(step.denominator for step in steps)) if steps else 1
    under = min((step * over for step in steps), default=Fraction(1))
    unit = (
        Fraction(1, over) if under.denominator > 1 or any((s * over) % under for s in steps) else Fraction(under, over)
    )
    finest: dict[int, Fraction] = {}
    for line in lines:
        for track, entry in line.entries.items():
            if entry.quantity is not None:
                finest[track] = min(finest.get(track, entry.quantity.step), entry.quantity.step)
    made = []
    for line in lines:
        values, slack, sorts = {}, {}, {}
        for track, entry in line.entries.items():
            quantity = entry.quantity
            values[track] = 0 if quantity is None else int(2 * quantity.low / unit)
            # A nought stands for what is nought as its neighbours are printed: 0 between 2.4 and 0.5.
            step = (
                Fraction(0)
                if quantity is None
                else quantity.step
                if quantity.low
                else min(quantity.step, finest[track])
            )
            slack[track] = 0 if quantity is None or exact(entry) else int(step / unit)
            if quantity is not None:
                sorts[track] = entry.sort
        dated = frozenset(
            track for track, entry in line.entries.items() if entry.dated and not entry.cell.look.cols > 1
        )
        made.append(Counted(values, slack, sorts, dated))
    return made


def exact(entry: Entry) -> bool:
    """A count in single units is no rounding."""
    quantity = entry.quantity
    return quantity is not None and quantity.kind == "count" and quantity.step == 1 and quantity.scale == 1


def coarse(lines: Sequence[Counted]) -> dict[int, int]:
    """By track, what all its figures are multiples of: sums of 5, 10 and 15 close by chance, as those of 1, 2 and 3."""
    found = defaultdict[int, list[int]](list)
    for line in lines:
        for track, amount in line.values.items():
            if amount:
                found[track].append(amount)
    return {track: gcd(*amounts) for track, amounts in found.items() if len(amounts) >= LEAST_COARSE}


class Made(msgspec.Struct, gc=False):
    """What the lines of a run make in one track."""

    done: int = 0  # lines of the run that are in it
    plain: int = 0
    told: int = 0  # with what its label takes off taken off
    slack: int = 0
    met: int = 0  # how many of them are not zero
    nil: int = 0  # how many are a dash or zero
    gaps: int = 0
    least: int = 0  # the smallest that is not zero
    mixed: bool = False  # figures of another sort than the whole
    years: tuple[int, ...] = ()  # lines that look like a year there


class Signs(msgspec.Struct, frozen=True, gc=False):
    """Which lines of a run are taken off: none, those whose label says so, all but the first, or a single one."""

    how: str  # plain, told, rest, one
    one: int = -1  # position in the run, in the order of the table
    less: int = 0  # how many are taken off
    natural: bool = True  # none, or all but the first


class Run:
    """Lines that one line may be the sum of, in the order of the table; it grows at one end."""

    def __init__(self, counted: Sequence[Counted], whole: int, less: Sequence[bool], forward: bool = False) -> None:
        self.counted, self.whole, self._less, self.forward = counted, whole, less, forward
        self._grown: list[int] = []
        self._taken_off = 0
        self._made: dict[int, Made] = {}

    def grow(self, line: int) -> None:
        self._grown.append(line)
        self._taken_off += self._less[line]

    def __len__(self) -> int:
        return len(self._grown)

    @property
    def parts(self) -> tuple[int, ...]:
        return tuple(self._grown if self.forward else reversed(self._grown))

    @property
    def first(self) -> int:
        return self._grown[0 if self.forward else -1]

    def at(self, position: int) -> int:
        return self._grown[position if self.forward else -1 - position]

    def ways(self, upright: bool, singly: int) -> Iterator[Signs]:
        """As printed; taken off where the label says so; all but the first taken off; each alone taken off."""
        yield Signs("plain")
        size, off, leads = len(self), self._taken_off, self._less[self.first]
        if not upright and not off:
            return
        rest = not leads and off == size - 1  # the labels take off all but the first
        if off and not leads:
            yield Signs("told", less=off, natural=rest)
        if size > 1 and not rest:
            yield Signs("rest", less=size - 1)
        if size <= singly:
            for position in range(1, size):
                if size > 2 and not (off == 1 and self._less[self.at(position)]):
                    yield Signs("one", position, 1, natural=False)

    def signs(self, signs: Signs) -> tuple[int, ...]:
        """By part, 1 or -1."""
        if signs.how == "told":
            return tuple(-1 if self._less[part] else 1 for part in self.parts)
        if signs.how == "rest":
            return (1, *(-1 for _ in range(len(self) - 1)))
        return tuple(-1 if position == signs.one else 1 for position in range(len(self)))

    def made(self, track: int, sort: Sort) -> Made:
        """What the run makes in a track; only the lines that came to it since the last look are added."""
        made = self._made.setdefault(track, Made())
        for part in self._grown[made.done :]:
            own = self.counted[part]
            amount = own.values.get(track)
            if amount is None:
                made.gaps += 1
                continue
            made.mixed = made.mixed or not alike(own.sorts.get(track, sort), sort, loosely=True)
            made.plain += amount
            made.told += -amount if self._less[part] else amount
            made.slack += own.slack[track]
            if amount:
                made.met += 1
                made.least = min(made.least, abs(amount)) if made.least else abs(amount)
            else:
                made.nil += 1
            if track in own.dated:
                made.years += (part,)
        made.done = len(self._grown)
        return made

    def amount(self, track: int, made: Made, signs: Signs) -> int:
        """What it comes to with some lines taken off."""
        if signs.how == "told":
            return made.told
        if signs.how == "plain":
            return made.plain
        kept = self.counted[self.first if signs.how == "rest" else self.at(signs.one)].values.get(track, 0)
        return 2 * kept - made.plain if signs.how == "rest" else made.plain - 2 * kept

    def odd(self, track: int, made: Made, signs: Signs) -> int:
        """What the lines that look like a year come to in it."""
        by_part = dict(zip(self.parts, self.signs(signs), strict=True)) if made.years else {}
        return sum(by_part[part] * self.counted[part].values[track] for part in made.years)
