"""Tables made up, with known slips and without: how many culprits are named exactly, how many clean tables are alarmed.

    python benchmarks/tables.py            200 tables with slips, 900 clean ones, and the time that tables take
    python benchmarks/tables.py 20 90      fewer
    python benchmarks/tables.py --write    and into docs/tables.md

Each table has row and column totals. Figures are rounded one by one from what they were, so that sums close by rounding
only; some cells are dashes, some rows have subtotals over them, some tables have a column of shares or of changes.
"""

from __future__ import annotations

import random
import sys
import time
from fractions import Fraction
from pathlib import Path

import msgspec

from crossfoot import Source, check
from crossfoot.model import Report
from crossfoot.verdicts.conflict import Trial
from crossfoot.verdicts.system import compiled

PAGE = Path(__file__).parents[1] / "docs" / "tables.md"
OPEN, CLOSE = "<!-- measured -->", "<!-- end -->"

Rows = list[list[str]]
PARTS = (
    "North",
    "South",
    "East",
    "West",
    "Coastal",
    "Inland",
    "Upland",
    "Islands",
    "Delta",
    "Plains",
    "Lakes",
    "Hills",
)
GOODS = (
    "Cement",
    "Glass",
    "Bricks",
    "Tiles",
    "Pipes",
    "Timber",
    "Paint",
    "Steel",
    "Wire",
    "Rope",
    "Sand",
    "Lime",
    "Slate",
)
HAN_PARTS = ("华北", "华南", "华东", "华西", "西北", "西南", "东北", "华中", "沿海", "海外")
HAN_GOODS = ("水泥", "玻璃", "砖瓦", "管材", "木材", "涂料", "钢材", "电线", "绳索", "石灰", "板岩", "瓷砖")


class Made(msgspec.Struct):
    """A table, the cells that hold slips, and the sums that it states: whole cell, part cells."""

    rows: Rows
    slips: set[tuple[int, int]]
    sums: list[tuple[tuple[int, int], list[tuple[int, int]]]]


def printed(value: Fraction, decimals: int, style: int) -> str:
    size = abs(value)
    text = f"{float(size):,.{decimals}f}" if style != 2 else f"{float(size):.{decimals}f}"
    if not float(text.replace(",", "")):
        return "-"
    return f"({text})" if value < 0 else text


def clean(rng: random.Random, size: tuple[int, int] | None = None) -> Made:
    """A table that foots, as its figures are rounded."""
    han = rng.random() < 0.3
    goods, parts = (HAN_GOODS, HAN_PARTS) if han else (GOODS, PARTS)
    height, width = size or (rng.randint(3, 10), rng.randint(2, 6))
    decimals, style, magnitude = rng.choice((0, 0, 0, 1, 2)), rng.randint(0, 2), rng.choice((1e3, 1e4, 1e5, 1e6))
    below = rng.random() < 0.2
    true = [
        [
            Fraction(0)
            if rng.random() < 0.04
            else Fraction(rng.randint(1, 10**9), 10**9) * int(magnitude) * (-1 if below and rng.random() < 0.2 else 1)
            for _ in range(width)
        ]
        for _ in range(height)
    ]
    groups = [height] if height < 6 or rng.random() < 0.5 else [height // 2, height - height // 2]
    total, sub = ("合计", "小计") if han else (rng.choice(("Total", "Grand total", "Total sales")), "Subtotal")
    corner = "单位：万元" if han else rng.choice(("", "(in thousands)", "$ in millions"))
    rows: Rows = [[corner, *(name(i, parts) for i in range(width)), total]]
    sums = []
    lines: list[int] = []
    first = 0
    tops: list[int] = []

    def put(label: str, values: list[Fraction]) -> int:
        rows.append([label, *(printed(v, decimals, style) for v in (*values, sum(values, Fraction(0))))])
        sums.append(((len(rows) - 1, width + 1), [(len(rows) - 1, c + 1) for c in range(width)]))
        return len(rows) - 1

    for group in groups:
        block = [put(name(first + i, goods), true[first + i]) for i in range(group)]
        if len(groups) > 1:
            at = put(sub, [sum((true[first + i][c] for i in range(group)), Fraction(0)) for c in range(width)])
            sums += [((at, c + 1), [(r, c + 1) for r in block]) for c in range(width + 1)]
            tops.append(at)
        lines += block
        first += group
    at = put(total, [sum((row[c] for row in true), Fraction(0)) for c in range(width)])
    sums += [((at, c + 1), [(r, c + 1) for r in (tops or lines)]) for c in range(width + 1)]
    return Made(rows, set(), sums)


def name(i: int, words: tuple[str, ...]) -> str:
    return words[i] if i < len(words) else f"{words[i % len(words)]} {i // len(words) + 1}"


def amount(text: str) -> Fraction | None:
    bare = text.replace(",", "").strip("()")
    return None if bare == "-" else Fraction(bare) * (-1 if text.startswith("(") else 1)


def slipped(rng: random.Random, text: str) -> str:
    """One slip of the pen in a printed number."""
    digits = [i for i, char in enumerate(text) if char.isdigit()]
    kind = rng.choice(("swap", "digit", "digit", "drop", "double"))
    i = rng.randrange(len(digits) - 1)
    a, b = digits[i], digits[i + 1]
    chars = list(text)
    if kind == "swap":
        chars[a], chars[b] = chars[b], chars[a]
    elif kind == "digit":
        chars[a] = rng.choice([d for d in "123456789" if d != chars[a]])
    elif kind == "drop" and len(digits) > 3:
        del chars[a]
    else:
        chars.insert(a, chars[a])
    bare = "".join(chars).replace(",", "")
    whole, point, rest = bare.strip("()").partition(".")
    grouped = f"{int(whole):,}" if "," in text else str(int(whole))
    made = grouped + point + rest
    return f"({made})" if text.startswith("(") else made


def with_slips(rng: random.Random) -> Made:
    """A clean table with one to three slips, each large enough to be no rounding in the row and the column."""
    made = clean(rng)
    cells = [(r, c) for r in range(1, len(made.rows)) for c in range(1, len(made.rows[0]))]
    for _ in range(rng.randint(1, 3)):
        for _ in range(100):
            r, c = rng.choice(cells)
            old = amount(made.rows[r][c])
            if old is None or (r, c) in made.slips or sum(map(str.isdigit, made.rows[r][c])) < 3:
                continue
            text = slipped(rng, made.rows[r][c])
            new = amount(text)
            step = Fraction(1, 10 ** len(text.strip("()").partition(".")[2]))
            if new is not None and abs(new - old) > step * (2 * max(len(made.rows), len(made.rows[0])) + 2):
                made.rows[r][c] = text
                made.slips.add((r, c))
                break
    return made


def checked(made: Made, id_: str = "made") -> tuple[Report, set[tuple[int, int]]]:
    """The report of a table, and the cells that it names as the likeliest culprits."""
    report = check(Source(id_, "", tables=(tuple(map(tuple, made.rows)),)))
    cells = [(b.span, b.cell) for b in report.document.blocks if b.cell is not None]
    named = set()
    for verdict in report.verdicts:
        if verdict.code is not None and verdict.outcome == "contradicted" and verdict.culprits:
            span = verdict.culprits[0].span
            named |= {
                (cell.row, cell.col) for own, cell in cells if own.start <= span.start < max(own.end, own.start + 1)
            }
    return report, named


def alarms(report: Report) -> int:
    return sum(1 for v in report.verdicts if v.code is not None and v.outcome in ("contradicted", "query"))


def propagation(report: Report) -> float:
    """Milliseconds that all sums of a table take to come to rest, the quickest of many runs."""
    trials = [
        Trial(component, tuple(claim.equations[0] for claim in component.claims), "default", {})
        for component in compiled(report.facts, report.statements)
    ]
    best = float("inf")
    for _ in range(20):
        began = time.process_time()
        for trial in trials:
            trial.run()
        best = min(best, time.process_time() - began)
    return 1000 * best


def measured(slips: int, cleans: int) -> list[str]:
    """The rows of the table of results."""
    exact = found = stated = held = 0
    for seed in range(slips):
        made = with_slips(random.Random(seed))
        _, named = checked(made)
        exact += named == made.slips
        found += bool(named)
    alarmed = 0
    for seed in range(10_000, 10_000 + cleans):
        made = clean(random.Random(seed))
        report, _ = checked(made)
        alarmed += bool(alarms(report))
        stated += len(made.sums)
        held += sum(1 for v in report.verdicts if v.kind == "sum" and v.outcome.startswith("holds"))
    rows = [
        f"| tables with one to three slips: alarmed | {found} of {slips} |",
        f"| of them with exactly the cells named that hold a slip | {exact} ({exact / slips:.1%}) |",
        f"| clean tables that only rounding closes: alarmed | {alarmed} of {cleans} |",
        f"| sums that the clean tables state: tied | {held:,} of {stated:,} |",
    ]
    for side in (10, 30, 100):
        made = clean(random.Random(1), (side, side))
        began = time.process_time()
        report, _ = checked(made)
        took = time.process_time() - began
        rest = propagation(report)
        rows.append(
            f"| {side} by {side} cells: the whole check; its sums coming to rest | {took:.2f} s; {rest:.2f} ms |"
        )
    return rows


def main() -> None:
    counts = [int(word) for word in sys.argv[1:] if word.isdecimal()] or [200, 900]
    rows = measured(counts[0], counts[-1])
    print("\n".join(rows))
    if "--write" in sys.argv:
        page = PAGE.read_text(encoding="utf-8")
        head, _, rest = page.partition(OPEN)
        _, _, tail = rest.partition(CLOSE)
        table = "\n".join([OPEN, "", "| measured | |", "|---|---|", *rows, "", CLOSE])
        PAGE.write_text(head + table + tail, encoding="utf-8")


if __name__ == "__main__":
    main()
