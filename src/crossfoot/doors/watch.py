"""Names of files and what to do with them come in; it is done again each time one of them has changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

_PAUSE = 0.5  # seconds between looks; cheaper than a watcher of the system, and the same everywhere


def watch(names: Sequence[str], run: Callable[[], object], pause: Callable[[float], None] = time.sleep) -> None:
    """Ends when the user interrupts it."""
    seen = None
    try:
        while True:
            now = [_changed(name) for name in names]
            if now != seen:
                if seen is not None:
                    click.clear()
                seen = now
                run()
                click.echo("watching; stop with Ctrl-C", err=True)
            pause(_PAUSE)
    except KeyboardInterrupt:
        return


def _changed(name: str) -> tuple[int, int]:
    try:
        known = Path(name).stat()
    except OSError:
        return 0, -1
    return known.st_mtime_ns, known.st_size
