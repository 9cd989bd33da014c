"""Does the time grow with the text and no faster? Texts that tempt a reader to look back, at 1, 2 and 4 times a size.

    python benchmarks/linear.py [SIZE]

A ratio near 2 for each doubling is linear; one near 4 is quadratic.
"""

from __future__ import annotations

import sys
import time

from crossfoot import Source, check

SIZE = 20_000  # characters
UNITS = {
    "digits": "7",
    "digits and commas": "1,",
    "numbers": "12 ",
    "amounts": "US$4.26 billion, ",
    "percents": "12% of ",
    "ranges": "from 1 to 2 ",
    "currency signs": "$",
    "brackets": "(",
    "hyphens": "1-",
    "capitals": "Aa ",
    "names in a list": "Anlow, Brackton and ",
    "months": "April ",
    "dates": "May 21, 2024 ",
    "weekdays": "Tuesday ",
    "directions": "rose ",
    "cues": "of which ",
    "one sentence of changes": "sales rose 2% to 3,111 from 3,050, ",
    "sentences": "Sales rose 2% to 3,111 in April. ",
    "paragraphs": "Sales of Anlow rose 2% to 3,111 units.\n\n",
    "headings": "ANLOW\n\nSales rose.\n\n",
    "list numbers": "1. Sales\n",
    "亿": "1亿",
    "其中": "其中1万，",
    "同比": "销量1,234辆，同比增长2%，",
    "顿号": "甲、",
    "spaces": " ",
    "line ends": "\n",
    "combining marks": "e\u0301",
    "full width": "１２，",
}


def seconds(text: str) -> float:
    start = time.process_time()
    check(Source("linear", text))
    return time.process_time() - start


def table(size: int = SIZE) -> str:
    """The results, in Markdown."""
    seconds("Sales rose 2% to 3,111 in April.")  # the lexicon is read at first use
    rows = []
    for name, unit in UNITS.items():
        first, second, third = (seconds(unit * (times * size // len(unit))) for times in (1, 2, 4))
        rows.append(f"| {name} | {1000 * third:,.0f} | {second / first:.1f} | {third / second:.1f} |")
    head = (
        f"| {size:,} characters of | ms at four times | at twice, times | at four times, times |\n|---|--:|--:|--:|\n"
    )
    return head + "\n".join(rows)


if __name__ == "__main__":
    print(table(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
