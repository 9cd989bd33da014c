"""`crossfoot demo`: nothing comes in; the digest that crossfoot ships is checked, then the same with one slip in it."""

from __future__ import annotations

from importlib.resources import files

import click

from crossfoot.doors.files import screen
from crossfoot.model import Source
from crossfoot.pipeline import check
from crossfoot.views import terminal

_SAMPLES = (("digest.txt", "A digest whose figures tie:"), ("draft.txt", "The same digest with one slip:"))


@click.command(short_help="Check a digest that crossfoot ships.")
def demo() -> None:
    """Check a digest that crossfoot ships, first as it is, then with one slip in it."""
    page = terminal.Page(*screen())
    for name, says in _SAMPLES:
        text = files("crossfoot").joinpath("samples", name).read_text(encoding="utf-8")
        report = check(Source(name, text))
        click.echo(f"{says}\n")
        click.echo(terminal.show(report, name, page) + terminal.verdict_on([report]) + "\n")
