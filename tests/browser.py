"""A browser for the tests of the page: Debian's chromium; without one they are skipped, and say so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from crossfoot import Source, check
from crossfoot.views import page

WHY = "no chromium on this machine (Debian: apt-get install chromium), or no playwright"


@contextmanager
def chromium() -> Iterator[Any]:
    sync = pytest.importorskip("playwright.sync_api", reason=WHY)
    where = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if where is None:
        pytest.skip(WHY)
    with sync.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=where, args=["--no-sandbox"])
        yield browser
        browser.close()


def written(folder: Path, name: str, text: str, format_: str = "markdown") -> Path:
    path = folder / f"{len(list(folder.iterdir()))}.html"
    made = page.show([(name, check(Source(name, text, format=format_)))])
    path.write_text(made, encoding="utf-8", newline="")
    return path
