"""`crossfoot open`: files come in; their reports go out as one HTML page, which is opened in the browser."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import click

from crossfoot.doors import config, files
from crossfoot.doors.cli import fail
from crossfoot.doors.forms import shown
from crossfoot.model import Report, Settings
from crossfoot.rates import ReferenceRates, installed
from crossfoot.views import json as exchange


@click.command("open", short_help="The report as one HTML page.")
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@click.option("--against", multiple=True, metavar="SOURCE", help="Check each FILE against this source.")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="The language, where it should not be detected.")
@click.option("--published", metavar="DATE", help="When it was published: 2020-05-12, 2020-05 or 2020.")
@files.output_file("Write the page there.")
@click.option("--no-browser", is_flag=True, help="Only write the page.")
@config.option
def open_(
    names: tuple[str, ...],
    against: tuple[str, ...],
    lang: str | None,
    published: str | None,
    output_file: str | None,
    no_browser: bool,
) -> None:
    """The report on each FILE as one HTML page, in NAME.crossfoot.html unless told otherwise.

    The page works from disk, holds all that it needs, and asks for nothing from anywhere: mail it as it is.
    """
    sources = [files.source(name) for name in against]
    settings = Settings(rates=ReferenceRates() if installed() else None)
    answers = list(files.answers(names, lang, published, settings, sources, drawn=True))
    for name, answer in answers:
        if isinstance(answer, exchange.Failure):
            fail(files.told(name, answer))
    if any(isinstance(answer, Report) for _, answer in answers):
        path = Path(output_file or f"{'report' if names[0] == '-' else Path(names[0]).stem}.crossfoot.html")
        with files.output(str(path), (*names, *against)) as out:
            for chunk in shown("html", answers):
                out.write(chunk)
        click.echo(path)
        if not no_browser:
            webbrowser.open(path.resolve().as_uri())
    sys.exit(2 if any(isinstance(answer, exchange.Failure) for _, answer in answers) else 0)
