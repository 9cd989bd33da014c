"""Several files at once: the same bytes as one after the other, in the same order, also when one fails."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from crossfoot.doors.progress import Progress


def test_the_same_bytes_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = [f"{n}.txt" for n in range(6)]
    for n, name in enumerate(names):
        Path(name).write_text(
            f"It sold {n + 12} cars in May: {n + 5} at home and {7 + (n == 3)} abroad.", encoding="utf-8"
        )
    names.insert(2, "missing.txt")
    start = "from crossfoot.doors.cli import main; main()"
    command = [sys.executable, "-c", start, "check", "--output-format", "jsonl"]
    alone, many = (
        subprocess.run([*command, "--jobs", jobs, *names], capture_output=True, check=False) for jobs in ("1", "3")
    )
    assert alone.stdout == many.stdout
    assert alone.stderr == many.stderr
    assert alone.returncode == many.returncode == 2
    assert len(many.stdout.splitlines()) == 7


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_alone() -> None:
    for out, shows in ((Terminal(), True), (io.StringIO(), False)):
        progress = Progress(2, out)
        progress.start -= 61
        progress.last -= 61
        progress.name = "report.pdf"
        progress.pages(3, 200)
        progress.clear()
        assert ("0/2  1:01  report.pdf page 3/200" in out.getvalue()) == shows
