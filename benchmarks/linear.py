"""Does the time grow with the text and no faster? Texts that tempt a reader to look back, at 1, 2 and 4 times a size.

    python benchmarks/linear.py [SIZE]

A ratio near 2 for each doubling is linear; one near 4 is quadratic.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from crossfoot import Source, check

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from tempting import UNITS, text

SIZE = 20_000  # characters


def seconds(words: str) -> float:
    start = time.process_time()
    check(Source("linear", words))
    return time.process_time() - start


def table(size: int = SIZE) -> str:
    """The results, in Markdown."""
    seconds("Sales rose 2% to 3,111 in April.")  # the lexicon is read at first use
    rows = []
    for name in UNITS:
        first, second, third = (seconds(text(name, times * size)) for times in (1, 2, 4))
        rows.append(f"| {name} | {1000 * third:,.0f} | {second / first:.1f} | {third / second:.1f} |")
    head = (
        f"| {size:,} characters of | ms at four times | at twice, times | at four times, times |\n|---|--:|--:|--:|\n"
    )
    return head + "\n".join(rows)


if __name__ == "__main__":
    print(table(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
