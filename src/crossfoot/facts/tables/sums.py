"""The lines of a table come in; the sums that they hold go out: which line is the total of which, and how sure that is.

Arithmetic alone asserts nothing. A total is known by its words, by a rule or its indent, and by the other tracks (the
columns of a row, the rows of a column) in which the very same lines add up; what the words leave open, whether a cost
is taken off and where a run begins, is tried, and each try makes a chance hit likelier and so asks for more digits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from math import log10

import msgspec

from crossfoot.facts.tables.grid import Grid, Sort, alike, over
from crossfoot.facts.tables.runs import Run, Signs, Steps, coarse, counted
from crossfoot.lexicon.tables import leads, says

MOST_PARTS, MOST_UNLED = 400, 14  # lines of one sum; of one whose total no word announces
MOST_MISSED = 6  # tracks that miss before one adds up; then the others are not worth the look
MOST_ASIDE = 2  # lines after an of which that may be parts of the same line
MOST_NUMBERED = 60  # lines that may stand under a numbered one, with those under them
SINGLY = 6  # lines, of which each alone may be the one that is taken off
LEAST_LINES = 3  # of a sum that only its words assert
LEAST_OFF = 40  # times what rounding leaves open, below which any difference looks like one wrong digit
MOST_DECADES = 4.0  # more digits of one track say nothing more
MOST_FAILS = {"total": 4.0, "result": 2.0, "set": 2.0, "plain": 0.5}  # tracks that miss, for each that holds
NEEDED = {"total": 1.0, "result": 1.7, "set": 1.7, "plain": 3.2}  # decades that hits must exceed the tries by


class Total(msgspec.Struct, frozen=True, gc=False):
    """One line that is the sum of others; `signs` run beside `parts`."""

    whole: int  # positions among the lines
    parts: tuple[int, ...]
    signs: tuple[int, ...]
    holds: tuple[int, ...]  # tracks in which it adds up
    fails: tuple[int, ...]
    standing: str  # total, result, set, plain: what says that it is a sum
    decades: float
    without: tuple[tuple[int, int], ...] = ()  # track and part: what stands there is a year, and no part of the sum

    def firm(self, grid: Grid, track: int, crossed: frozenset[int]) -> bool:
        """Where it does not add up: is it a sum there all the same, because of what says so and of other tracks?

        `crossed` are the tracks that stand in a sum the other way.
        """
        if self.standing == "alone":
            return True
        if self.standing == "plain" or (len(self.fails) > len(self.holds) and not crossed):
            return False
        return _may_add(grid, self, track, track in crossed)


class Footed(msgspec.Struct, frozen=True, gc=False):
    totals: tuple[Total, ...]
    untried: tuple[int, ...]  # lines that may be the sum of many more than the steps allowed to try


def footed(grid: Grid) -> Footed:
    """Every sum of a table in one direction."""
    search = _Search(grid)
    found = search.below()
    found += search.above(found)
    return Footed(tuple(found), tuple(search.untried))


class _Search:
    """One table in one direction, and what is looked up of its lines again and again."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.lines = grid, grid.lines
        self.counted = counted(self.lines)
        self.coarse = coarse(self.counted)
        self.steps = Steps(sum(len(line.values) for line in self.counted))
        self.untried: list[int] = []
        named = sum(1 if line.label else -1 for line in self.lines if line.entries)
        self.standing = [standing(grid, at, named > 0) for at in range(len(self.lines))]
        self.less = [_taken_off(line.label) for line in self.lines]
        self.taken = [
            leads("less", line.label) and min(own.values.values(), default=0) > 0
            for line, own in zip(self.lines, self.counted, strict=True)
        ]  # off, though printed without a sign
        self.aside = [grid.upright and leads("part", line.label) for line in self.lines]  # of which: no part of a sum

    def below(self) -> list[Total]:
        """Totals that stand below their parts, or to the right of them."""
        found: list[Total] = []
        open_: list[int] = []
        led: set[int] = set()  # totals so far
        for at, line in enumerate(self.lines):
            if not any(entry.quantity is not None for entry in line.entries.values()):
                if at and line.section != self.lines[at - 1].section:
                    open_ = []
                if line.entries:
                    open_.append(at)
                continue
            best = self._best(at, self._runs(at, open_), led, *open_[:1]) or self._near_miss(at, open_)
            if best is not None and (turned := self._turned(best)) is not None:
                # The parts of a whole that stands above them; what is a total already would be so in all its columns.
                if turned.whole not in led or not turned.fails:
                    found.append(turned)
            elif best is not None:
                found.append(best)
                used = set(best.parts)
                led.add(best.whole)
                far = len(open_) - bisect_left(open_, best.parts[0])
                open_ = open_[:-far] + [other for other in open_[-far:] if other not in used]
            open_.append(at)
        return found

    def _runs(self, at: int, open_: Sequence[int]) -> Iterator[Run]:
        """Runs of lines before one that it may be the sum of, ever longer; the same few runs, which grow.

        "Of which interest" is a part of the line before it, and the lines after it may be too: then a run that leaves
        them out is tried beside the others.
        """
        how = self.standing[at]
        most = MOST_PARTS if how in ("total", "set") else MOST_UNLED
        section = self.lines[at].section
        runs = [Run(self.counted, at, self.less)]
        near = list[int]()  # lines right after the last of which
        for other in reversed(open_):
            if self.lines[other].section != section:
                break
            if self.aside[other]:
                runs += self._without(runs[0], near)
                near = []
                continue
            near = [other, *near[: MOST_ASIDE - 1]]
            if len(runs[0]) >= MOST_UNLED and self.steps.short:
                self.untried.append(at)
                return
            if len(runs[0]) == most:
                return
            for run in runs:
                run.grow(other)
                if len(run) > 1 or how == "total":
                    yield run

    def _without(self, run: Run, near: Sequence[int]) -> Iterator[Run]:
        """A run without the first line after an of which, or without the first two."""
        for count in range(1, len(near) + 1):
            lesser = Run(self.counted, run.whole, self.less)
            for line in reversed(run.parts):
                if line not in near[:count]:
                    lesser.grow(line)
            if len(lesser) > 0:
                yield lesser

    def _best(self, at: int, runs: Iterator[Run], led: Set[int], first: int = -1) -> Total | None:
        """The likeliest of the runs that a line may be the sum of; begun at `first` or a total, it needs no luck."""
        best: tuple[tuple[int, float, int], Total] | None = None
        tries = 0
        how = self.standing[at]
        for run in runs:
            for signs in run.ways(self.grid.upright, SINGLY):
                tries += 1
                total = self._tried(run, signs)
                if total is None:
                    continue
                pay = log10(tries) if how != "total" else log10(tries) / 2
                natural = signs.natural and (run.first == first or run.first in led)
                if natural:
                    pay = min(pay, 0.3 if signs.less else 0.1)
                sure = total.decades - pay
                needed = NEEDED[how] + ((0.5 if natural else 0.8) if total.fails else 0.0)
                if sure < needed or len(total.fails) > MOST_FAILS[how] * len(total.holds):
                    continue
                rank = (len(total.holds) - len(total.fails), round(sure - 0.2 * signs.less, 2), len(run))
                if best is None or rank > best[0]:
                    best = rank, total
        return None if best is None else best[1]

    def _turned(self, total: Total) -> Total | None:
        """A line that is what the ones before it leave of a total above: with them it is a part of it."""
        first, *rest = total.parts
        if total.standing == "total" or total.signs != (1, *(-1 for _ in rest)) or self.standing[first] != "total":
            return None
        parts = (*rest, total.whole)
        return msgspec.structs.replace(
            total, whole=first, parts=parts, signs=(1,) * len(parts), standing="total", without=()
        )

    def _tried(self, run: Run, signs: Signs) -> Total | None:
        """A total with the tracks in which it adds up and those in which it does not; None where none does."""
        whole = self.counted[run.whole]
        holds, fails, decades = list[int](), list[int](), 0.0
        without = list[tuple[int, int]]()
        witnesses = set[tuple[int, int]]()
        looked = 0
        for track, sort in whole.sorts.items():
            looked += 1
            made = run.made(track, sort)
            if made.mixed or not made.met:
                continue
            slack = whole.slack[track] + made.slack
            amount = run.amount(track, made, signs)
            off = abs(amount - whole.values[track])
            if off > slack and made.years and abs(amount - run.odd(track, made, signs) - whole.values[track]) <= slack:
                without += [(track, part) for part in made.years]
                off = 0
            if off <= slack:
                holds.append(track)
                witness = whole.values[track], made.least
                if made.met > 1 and made.met * 2 >= len(run) - made.nil and witness not in witnesses:
                    witnesses.add(witness)  # a column that repeats another says nothing more
                    size = max(abs(whole.values[track]), made.least)
                    grain = max(2, slack, self.coarse.get(track, 0))
                    decades += min(MOST_DECADES, log10(max(1.0, size / grain)))
            elif not made.gaps and (made.met > 1 or made.nil):
                fails.append(track)
                if len(fails) >= MOST_MISSED and not holds:
                    break
        if len(run) > MOST_UNLED:
            self.steps.take(looked)
        holds, fails = _rates_aside(whole.sorts, holds, fails)
        if not holds or not decades:
            return None
        if signs.less and self._cancel(run, run.signs(signs), holds):
            return None
        told = tuple(t for t in fails if any(alike(whole.sorts[t], whole.sorts[track]) for track in holds))
        return Total(
            run.whole,
            run.parts,
            run.signs(signs),
            tuple(holds),
            told,
            self.standing[run.whole],
            decades,
            tuple(without),
        )

    def _cancel(self, run: Run, signs: Sequence[int], holds: Sequence[int]) -> bool:
        """Does a part take off just what another adds? Then the sum says no more than that a figure is itself."""
        amounts = [tuple(self.counted[part].values.get(track, 0) for track in holds) for part in run.parts]
        added = {amount for amount, sign in zip(amounts, signs, strict=True) if sign > 0 and any(amount)}
        return any(amount in added for amount, sign in zip(amounts, signs, strict=True) if sign < 0)

    def _near_miss(self, at: int, open_: Sequence[int]) -> Total | None:
        """A total that nothing bears witness to but its words, and that all lines before it miss as by one wrong digit.

        Two digits that changed places leave nine times a power of ten, one wrong digit leaves a digit times one.
        """
        lines, own = self.lines, self.counted[at]
        if self.standing[at] != "total" and not says("closing", lines[at].label):
            return None
        section = lines[at].section
        parts = [p for p in open_[-MOST_PARTS - 1 :] if lines[p].section == section and not self.aside[p]]
        self.steps.take(len(parts))
        if not LEAST_LINES <= len(parts) <= (MOST_UNLED if self.steps.short else MOST_PARTS):
            return None
        run = Run(self.counted, at, self.taken, forward=True)
        for part in parts:
            run.grow(part)
        fails, others = list[int](), list[int]()
        for track, sort in own.sorts.items():
            made = run.made(track, sort)
            if made.mixed or made.gaps or made.met < LEAST_LINES or track in own.dated or made.years:
                continue
            slack = own.slack[track] + made.slack
            (fails if one_digit(abs(made.told - own.values[track]), slack) else others).append(track)
        sorts = own.sorts
        if len(fails) != 1 or any(alike(sorts[track], sorts[fails[0]]) for track in others):
            return None
        return Total(at, run.parts, run.signs(Signs("told")), (), tuple(fails), "alone", 0.0)

    def above(self, found: Sequence[Total]) -> list[Total]:
        """Totals that stand above their parts: of those that have none yet and that words or the indent announce."""
        lines = self.lines
        if not self.grid.upright and not any(says("total", line.label) for line in lines):
            return []
        known = defaultdict[int, list[Total]](list)
        for total in found:
            known[total.whole].append(total)
        sets = {frozenset((total.whole, *total.parts)) for total in found}
        inner: set[int] = set()  # parts of totals further down
        more: list[Total] = []
        for at in range(len(lines) - 2, -1, -1):
            for below in known.get(at + 1, ()):
                inner.update(below.parts)
            if at in known or not self.counted[at].sorts or not self._leads(at):
                continue
            best = self._best(at, self._below(at, inner), frozenset())
            if best is not None and frozenset((best.whole, *best.parts)) not in sets:
                more.append(best)
                known[at].append(best)
        return more

    def _leads(self, at: int) -> bool:
        line, after = self.lines[at], self.lines[at + 1]
        if says("total", line.label):
            return True
        deeper = after.look.indent > line.look.indent or leads("part", after.label) or 0 < line.depth < after.depth
        return self.grid.upright and deeper

    def _below(self, at: int, inner: Set[int]) -> Iterator[Run]:
        lines = self.lines
        run = Run(self.counted, at, self.less, forward=True)
        if 0 < lines[at].depth < lines[at + 1].depth:
            yield from self._numbered(at, run)
            return
        first = lines[at + 1].look.indent if at + 1 < len(lines) else 0
        for other in range(at + 1, min(len(lines), at + 1 + MOST_UNLED)):
            line = lines[other]
            if line.section != lines[at].section or (line.look.indent < first and first > lines[at].look.indent):
                return
            if other in inner or not line.entries:
                continue
            run.grow(other)
            if len(run) > 1:
                yield run

    def _numbered(self, at: int, run: Run) -> Iterator[Run]:
        """The lines right below one by their numbers, up to the next as high; those below them are parts of theirs."""
        depth = self.lines[at + 1].depth
        for other in range(at + 1, min(len(self.lines), at + 1 + MOST_NUMBERED)):
            line = self.lines[other]
            if line.depth <= self.lines[at].depth or line.section != self.lines[at].section or len(run) == MOST_UNLED:
                return
            if line.depth == depth and line.entries:
                run.grow(other)
                if len(run) > 1:
                    yield run


def _rates_aside(sorts: Mapping[int, Sort], holds: list[int], fails: list[int]) -> tuple[list[int], list[int]]:
    """The tracks without those in percent where more of these miss than hold: they are rates, and no shares."""
    rates = [[track for track in tracks if sorts[track][0] == "percent"] for tracks in (holds, fails)]
    if len(rates[1]) <= len(rates[0]) or len(rates[0]) == len(holds):
        return holds, fails
    return [t for t in holds if t not in rates[0]], [t for t in fails if t not in rates[1]]


def _taken_off(label: str) -> bool:
    """Does a label say that a part is taken off, and not that it is added, or printed with its sign?"""
    return says("less", label) and not says("signed", label) and not leads("plus", label)


def standing(grid: Grid, at: int, named: bool) -> str:
    """What says that a line is a sum: its words, none where the others are `named`, how it is set, nothing."""
    line = grid.lines[at]
    label = line.label
    if says("total", label) or (not label and grid.upright and named):
        return "total"
    if line.look.ruled:
        return "set"
    if says("result", label) or says("closing", label) or (says("change", label) and says("result", label)):
        return "result"
    before = grid.lines[at - 1] if at else None
    if (
        grid.upright
        and before is not None
        and before.entries
        and ((line.look.bold and not before.look.bold) or line.look.indent != before.look.indent)
    ):
        return "set"
    return "plain"


def one_digit(off: int, slack: int) -> bool:
    """Is a sum off as by one wrong digit, and by so much that it hardly happens by chance? All is counted double."""
    power = 1
    while power * 200 <= off:
        power *= 10
    near = [
        2 * ten * digit * nine for ten in (power // 10, power, 10 * power) for digit in range(1, 10) for nine in (1, 9)
    ]
    return off >= LEAST_OFF * max(2, slack) and any(abs(off - shape) <= slack for shape in near)


def never_adds(grid: Grid, total: Total, track: int) -> bool:
    """Do its heads say that a track does not add up: an average, a change in percent?"""
    line = grid.lines[total.whole]
    entry = line.entries[track]
    rate = entry.quantity is not None and entry.quantity.kind == "percent"
    heads = over(entry, line.label) if grid.upright else entry.cell.heads[:1]
    return any(says("average", head) or (rate and says("change", head)) for head in heads)


def _may_add(grid: Grid, total: Total, track: int, crossed: bool) -> bool:
    """Is this a track that adds up, as the others do? An average, a change in percent, a level at a date does not."""
    lines = grid.lines
    entry = lines[total.whole].entries[track]
    found = [lines[part].entries.get(track) for part in total.parts]
    known = [e.quantity for e in (entry, *found) if e is not None and e.quantity is not None]
    heads = over(entry, lines[total.whole].label) if grid.upright else entry.cell.heads[:1]
    if never_adds(grid, total, track):
        return False
    if crossed:
        return True
    if not grid.upright and any(says("stock", head) for head in heads):
        return False
    size, sizes = known[0].low, [quantity.low for quantity in known[1:]]
    if not sizes or min(sizes) < 0 or not min(sizes) <= size <= max(sizes):
        return True
    # Between the least and the largest part lies an average, and a total that lost a digit.
    step = min(quantity.step for quantity in known)
    made = sum(sign * e.quantity.low for e, sign in zip(found, total.signs, strict=True) if e and e.quantity)
    off = int((made - size) / step)
    if one_digit(2 * abs(off), len(known)):
        return True
    signed = [
        (int(e.quantity.low / step), sign) for e, sign in zip(found, total.signs, strict=True) if e and e.quantity
    ]
    wanted = [(amount, amount - sign * off) for amount, sign in signed]
    return any(_one_more(a, b, len(known)) for a, b in [(int(size / step), int(made / step)), *wanted])


def _one_more(printed: int, wanted: int, slack: int) -> bool:
    """Has a number one digit more, or one less, than the number that would fit, as its figures are rounded?"""
    if printed * wanted <= 0 or abs(printed) < 100:
        return False
    for near in range(abs(wanted) - slack, abs(wanted) + slack + 1):
        short, long = sorted((str(abs(printed)), str(near)), key=len)
        if len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long))):
            return True
    return False
