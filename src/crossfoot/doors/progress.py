"""How far a run is comes in; on a terminal one line of standard error says it: files, pages and time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO, TypeVar

_FROM = 1.0  # seconds before anything is said: a short run needs no bar
_EVERY = 0.1
_WIDE = 20
T = TypeVar("T")


class Progress:
    """Silent unless standard error is a terminal and the run takes a while."""

    def __init__(self, total: int, out: TextIO | None = None) -> None:
        self.total, self.done, self.name = total, 0, ""
        self.out = out if out is not None else sys.stderr
        self.shown = 0
        self.start = self.last = time.monotonic()
        self.live = self.out.isatty()

    def files(self, names: Sequence[str], found: Iterable[T]) -> Iterator[T]:
        """Each answer as it comes, counted."""
        waiting = iter(found)
        for name in names:
            self.name = name
            self.tell("")
            answer = next(waiting)
            self.clear()
            self.done += 1
            yield answer

    def pages(self, done: int, total: int) -> None:
        self.tell(f"page {done}/{total}")

    def tell(self, what: str) -> None:
        now = time.monotonic()
        if not self.live or now - self.start < _FROM or now - self.last < _EVERY:
            return
        self.last = now
        line = bar(self.done, self.total, self.name, what, now - self.start)
        self.out.write("\r" + line + " " * max(0, self.shown - len(line)))
        self.out.flush()
        self.shown = len(line)

    def clear(self) -> None:
        if self.shown:
            self.out.write("\r" + " " * self.shown + "\r")
            self.out.flush()
            self.shown = 0


def bar(done: int, total: int, name: str, what: str, seconds: float) -> str:
    """The line itself.

    >>> bar(3, 12, "report.pdf", "page 40/200", 75)
    '[=====               ] 3/12  1:15  report.pdf page 40/200'
    """
    filled = _WIDE * done // max(1, total)
    minutes, rest = divmod(int(seconds), 60)
    words = f"{name[-40:]} {what}".rstrip()
    return f"[{'=' * filled}{' ' * (_WIDE - filled)}] {done}/{total}  {minutes}:{rest:02d}  {words}"
