"""Writes docs/benchmarks.md from one run of all benchmarks: `python benchmarks/page.py`."""

from __future__ import annotations

import platform
from pathlib import Path

import start
import stories

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Written by `python benchmarks/page.py`; every number on this page is from one run of it, on {machine}.
Times are the processor's. They differ from machine to machine, so compare the ratios. Nothing here is a test, and
nothing fails for being slow.
"""


def main() -> None:
    machine = (
        f"{platform.system()} {platform.machine()}, {platform.python_implementation()} {platform.python_version()}"
    )
    sections = {"Stories": stories.table(), "Start, memory and size": start.table()}
    text = HEAD.format(machine=machine) + "".join(f"\n## {title}\n\n{table}\n" for title, table in sections.items())
    PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
