"""The lines of a table come in; the sums that they hold go out: which line is the total of which, and how sure that is.

Arithmetic alone asserts nothing. A total is known by its words, by a rule or its indent, and by the other tracks (the
columns of a row, the rows of a column) in which the very same lines add up; what the words leave open, whether a cost
is taken off and where a run begins, is tried, and each try makes a chance hit likelier and so asks for more digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm, log10

import msgspec

from crossfoot.facts.tables.grid import Entry, Grid, Line, Sort, alike
from crossfoot.lexicon.tables import leads, says

MOST_PARTS, MOST_UNLED = 400, 14  # lines of one sum; of one whose total no word announces
MOST_MISSED = 6  # tracks that miss before one adds up; then the others are not worth the look
LEAST_LINES = 3  # of a sum that only its words assert
LEAST_OFF = 40  # times what rounding leaves open, below which any difference looks like one wrong digit
MOST_DECADES = 4.0  # more digits of one track say nothing more
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


class Counted(msgspec.Struct, frozen=True, gc=False):
    """A line in whole numbers: by track twice the value and the whole rounding step, over one denominator."""

    values: dict[int, int]
    slack: dict[int, int]
    sorts: dict[int, Sort]
    dated: frozenset[int]  # tracks in which it looks like a year


def totals(grid: Grid) -> list[Total]:
    """Every sum of a table in one direction."""
    lines = grid.lines
    counted = _counted(lines)
    found: list[Total] = []
    open_: list[int] = []
    led: frozenset[int] = frozenset()  # totals so far
    for at, line in enumerate(lines):
        if not any(entry.quantity is not None for entry in line.entries.values()):
            if at and line.section != lines[at - 1].section:
                open_ = []
            if line.entries:
                open_.append(at)
            continue
        best = _best(grid, counted, at, _runs(grid, at, open_), led | {*open_[:1]}) or _near_miss(
            grid, counted, at, open_
        )
        if best is not None and (turned := _turned(grid, best)) is not None:
            found.append(turned)  # the parts of a whole that stands above them
        elif best is not None:
            found.append(best)
            used = set(best.parts)
            led |= {best.whole}
            open_ = [other for other in open_ if other not in used]
        open_.append(at)
    found += _above(grid, counted, found)
    return found


def _counted(lines: Sequence[Line]) -> list[Counted]:
    """All in one unit: sums of whole numbers are quick, and exact."""
    steps = [e.quantity.step for line in lines for e in line.entries.values() if e.quantity is not None]
    over = lcm(*(step.denominator for step in steps)) if steps else 1
    under = min((step * over for step in steps), default=Fraction(1))
    unit = (
        Fraction(1, over) if under.denominator > 1 or any((s * over) % under for s in steps) else Fraction(under, over)
    )
    made = []
    for line in lines:
        values, slack, sorts = {}, {}, {}
        for track, entry in line.entries.items():
            quantity = entry.quantity
            values[track] = 0 if quantity is None else int(2 * quantity.low / unit)
            slack[track] = 0 if quantity is None or exact(entry) else int(quantity.step / unit)
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


def standing(grid: Grid, at: int) -> str:
    """What says that a line is a sum: its words, how it is set, nothing."""
    line = grid.lines[at]
    label = line.label
    if says("total", label) or (not label and grid.upright and any(other.label for other in grid.lines)):
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
    if not grid.upright and says("change", label):
        return "plain"
    return "plain"


def _runs(grid: Grid, at: int, open_: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Runs of lines before one that it may be the sum of, the nearest line last, ever longer."""
    most = MOST_PARTS if standing(grid, at) in ("total", "set") else MOST_UNLED
    section = grid.lines[at].section
    run: list[int] = []
    for other in reversed(open_):
        if grid.lines[other].section != section:
            break
        if grid.upright and leads("part", grid.lines[other].label):
            continue  # "of which": a part of the line before it
        run.append(other)
        if len(run) > most:
            return
        if len(run) > 1 or (len(run) == 1 and standing(grid, at) == "total"):
            yield tuple(reversed(run))


def _best(
    grid: Grid, counted: Sequence[Counted], at: int, runs: Iterator[tuple[int, ...]], from_: frozenset[int]
) -> Total | None:
    """The likeliest of the runs that a line may be the sum of; one that begins at a line of `from_` needs no luck."""
    best: tuple[tuple[int, float, int], Total] | None = None
    tries = 0
    how = standing(grid, at)
    for parts in runs:
        for signs in _signs(grid, parts):
            tries += 1
            total = _tried(counted, at, parts, signs, how)
            if total is None:
                continue
            pay = log10(tries) if how != "total" else log10(tries) / 2
            natural = parts[0] in from_ and (-1 not in signs or 1 not in signs[1:])
            if natural:
                pay = min(pay, 0.3 if -1 in signs else 0.1)
            sure = total.decades - pay
            needed = NEEDED[how] + ((0.5 if natural else 0.8) if total.fails else 0.0)
            if sure < needed or len(total.fails) > (4 if how == "total" else 2) * len(total.holds):
                continue
            rank = (len(total.holds) - len(total.fails), round(sure - 0.2 * signs.count(-1), 2), len(parts))
            if best is None or rank > best[0]:
                best = rank, total
    return None if best is None else best[1]


def _turned(grid: Grid, total: Total) -> Total | None:
    """A line that is what the ones before it leave of a total above: with them it is a part of it."""
    first, *rest = total.parts
    if total.standing == "total" or total.signs != (1, *(-1 for _ in rest)) or standing(grid, first) != "total":
        return None
    parts = (*rest, total.whole)
    return msgspec.structs.replace(
        total, whole=first, parts=parts, signs=(1,) * len(parts), standing="total", without=()
    )


def _signs(grid: Grid, parts: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """As printed; taken off where the label says so; all but the first taken off; each alone taken off."""
    plain = (1,) * len(parts)
    yield plain
    told = tuple(-1 if says("less", grid.lines[p].label) else 1 for p in parts)
    seen = {plain}
    if grid.upright or any(s < 0 for s in told):
        others = [told, (1, *(-1 for _ in parts[1:]))]
        if len(parts) <= 6:
            others += [tuple(-1 if i == j else 1 for i in range(len(parts))) for j in range(1, len(parts))]
        for signs in others:
            if signs not in seen and signs[0] > 0:
                seen.add(signs)
                yield signs


def _tried(
    counted: Sequence[Counted], at: int, parts: tuple[int, ...], signs: tuple[int, ...], how: str
) -> Total | None:
    """A total with the tracks in which it adds up and those in which it does not; None where none does."""
    whole = counted[at]
    holds, fails, decades = list[int](), list[int](), 0.0
    without = list[tuple[int, int]]()
    for track, sort in whole.sorts.items():
        sum_ = _summed(counted, track, sort, parts, signs)
        if sum_ is None:
            continue
        slack = whole.slack[track] + sum_.slack
        off = abs(sum_.made - whole.values[track])
        if off > slack and sum_.years and abs(sum_.made - sum_.odd - whole.values[track]) <= slack:
            without += [(track, part) for part in sum_.years]
            off = 0
        if off <= slack:
            holds.append(track)
            if sum_.met > 1 and sum_.met * 2 >= len(parts) - sum_.nil:
                size = max(abs(whole.values[track]), sum_.least)
                decades += min(MOST_DECADES, log10(max(1.0, size / max(2, slack))))
        elif not sum_.gaps and (sum_.met > 1 or sum_.nil):
            fails.append(track)
            if len(fails) >= MOST_MISSED and not holds:
                return None
    if not holds or not decades:
        return None
    told = tuple(t for t in fails if any(alike(whole.sorts[t], whole.sorts[track]) for track in holds))
    return Total(at, parts, signs, tuple(holds), told, how, decades, tuple(without))


def _near_miss(grid: Grid, counted: Sequence[Counted], at: int, open_: Sequence[int]) -> Total | None:
    """A total that nothing bears witness to but its words, and that all lines before it miss as by one wrong digit.

    Two digits that changed places leave nine times a power of ten, one wrong digit leaves a digit times one.
    """
    if standing(grid, at) != "total" and not says("closing", grid.lines[at].label):
        return None
    section = grid.lines[at].section
    run = tuple(p for p in open_ if grid.lines[p].section == section and not leads("part", grid.lines[p].label))
    told = tuple(
        -1 if leads("less", grid.lines[p].label) and min(counted[p].values.values(), default=0) > 0 else 1 for p in run
    )
    if len(run) < LEAST_LINES:
        return None
    fails, others = list[int](), list[int]()
    for track, sort in counted[at].sorts.items():
        found = _summed(counted, track, sort, run, told)
        if found is None or found.gaps or found.met < LEAST_LINES or track in counted[at].dated or found.years:
            continue
        slack = counted[at].slack[track] + found.slack
        (fails if one_digit(abs(found.made - counted[at].values[track]), slack) else others).append(track)
    sorts = counted[at].sorts
    if len(fails) != 1 or any(alike(sorts[track], sorts[fails[0]]) for track in others):
        return None
    return Total(at, run, told, (), tuple(fails), "alone", 0.0)


def one_digit(off: int, slack: int) -> bool:
    """Is a sum off as by one wrong digit, and by so much that it hardly happens by chance? All is counted double."""
    power = 1
    while power * 200 <= off:
        power *= 10
    near = [
        2 * ten * digit * nine for ten in (power // 10, power, 10 * power) for digit in range(1, 10) for nine in (1, 9)
    ]
    return off >= LEAST_OFF * max(2, slack) and any(abs(off - shape) <= slack for shape in near)


class Summed(msgspec.Struct, frozen=True, gc=False):
    """What some lines make in one track."""

    made: int
    slack: int
    met: int  # how many of them are not zero
    nil: int  # how many are a dash or zero
    gaps: int
    least: int  # the smallest that is not zero
    years: tuple[int, ...]  # lines that look like a year there, and what they make
    odd: int


def _summed(
    counted: Sequence[Counted], track: int, sort: Sort, parts: Sequence[int], signs: Sequence[int]
) -> Summed | None:
    made = slack = met = least = gaps = odd = nil = 0
    years: list[int] = []
    for part, sign in zip(parts, signs, strict=True):
        own = counted[part]
        amount = own.values.get(track)
        if amount is None:
            gaps += 1
            continue
        if not alike(own.sorts.get(track, sort), sort, loosely=True):
            return None
        made += sign * amount
        slack += own.slack[track]
        if amount:
            met += 1
            least = min(least, abs(amount)) if least else abs(amount)
        else:
            nil += 1
        if track in own.dated:
            years.append(part)
            odd += sign * amount
    return Summed(made, slack, met, nil, gaps, least, tuple(years), odd) if met else None


def _above(grid: Grid, counted: Sequence[Counted], found: Sequence[Total]) -> list[Total]:
    """Totals that stand above their parts: of those that have none yet and that words or the indent announce."""
    known = {total.whole for total in found}
    sets = {frozenset((total.whole, *total.parts)) for total in found}
    more: list[Total] = []
    lines = grid.lines
    if not grid.upright and not any(says("total", line.label) for line in lines):
        return []
    for at in range(len(lines) - 2, -1, -1):
        if at in known or not counted[at].sorts or not _leads(grid, at):
            continue
        runs = list(_below(grid, at, [*found, *more]))
        best = _best(grid, counted, at, iter(runs), frozenset())
        if best is not None and frozenset((best.whole, *best.parts)) not in sets:
            more.append(best)
    return more


def _leads(grid: Grid, at: int) -> bool:
    line, after = grid.lines[at], grid.lines[at + 1]
    if says("total", line.label):
        return True
    deeper = after.look.indent > line.look.indent or leads("part", after.label)
    return grid.upright and deeper


def _below(grid: Grid, at: int, found: Sequence[Total]) -> Iterator[tuple[int, ...]]:
    inner = {part for total in found if total.whole > at for part in total.parts}
    run: list[int] = []
    first = grid.lines[at + 1].look.indent if at + 1 < len(grid.lines) else 0
    for other in range(at + 1, min(len(grid.lines), at + 1 + MOST_UNLED)):
        line = grid.lines[other]
        if line.section != grid.lines[at].section or (line.look.indent < first and first > grid.lines[at].look.indent):
            return
        if other in inner or not line.entries:
            continue
        run.append(other)
        if len(run) > 1:
            yield tuple(run)


def _may_add(grid: Grid, total: Total, track: int, crossed: bool) -> bool:
    """Is this a track that adds up, as the others do? An average, a change in percent, a level at a date does not."""
    lines = grid.lines
    entry = lines[total.whole].entries[track]
    found = [lines[part].entries.get(track) for part in total.parts]
    known = [e.quantity for e in (entry, *found) if e is not None and e.quantity is not None]
    heads = entry.cell.heads[1:] if grid.upright else entry.cell.heads[:1]
    rate = known[0].kind == "percent"
    if any(says("average", head) or (rate and says("change", head)) for head in heads):
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
