"""`crossfoot check`: files or JSON lines come in, reports in the form that was asked for go out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import BinaryIO

import click
import msgspec

from crossfoot.doors import files, lines
from crossfoot.doors.cli import fail
from crossfoot.errors import SettingsError
from crossfoot.lexicon.findings import rule
from crossfoot.model import Report, Settings, Source
from crossfoot.rates import ReferenceRates, installed
from crossfoot.taggers import Taggers
from crossfoot.views import json as exchange

FORMS = ("text", "concise", "json", "jsonl")


@click.command(short_help="Tie the figures of files, or of JSON lines.")
@click.argument("names", nargs=-1, metavar="FILE...")
@click.option(
    "--against", multiple=True, metavar="SOURCE", help="Check each FILE against this source; may be repeated."
)
@click.option("--no-outside", is_flag=True, help="Nothing from outside the text, such as reference rates.")
@click.option("--jsonl", is_flag=True, help="Read JSON lines from standard input and answer each with one.")
@click.option("--only", multiple=True, callback=files.listed, metavar="KEYS", help="Only these keys of the JSON forms.")
@click.option("--tagger", is_flag=True, help="A statistical second opinion on names (extras en, zh).")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="The language, where it should not be detected.")
@click.option("--published", metavar="DATE", help="When it was published: 2020-05-12, 2020-05 or 2020.")
@click.option("--select", multiple=True, callback=files.listed, metavar="RULES", help="Only these findings.")
@click.option("--ignore", multiple=True, callback=files.listed, metavar="RULES", help="Not these findings.")
@click.option("--fail-on", type=click.Choice(["error", "query", "note"]), default="error", show_default=True)
@click.option("--exit-zero", is_flag=True, help="Exit 0 also with findings.")
@click.option("--output-format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option("--output-file", type=click.Path(dir_okay=False), metavar="PATH", help="Write the report there.")
def check(
    names: tuple[str, ...],
    against: tuple[str, ...],
    no_outside: bool,
    jsonl: bool,
    only: tuple[str, ...],
    tagger: bool,
    lang: str | None,
    published: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    exit_zero: bool,
    form: str,
    output_file: str | None,
) -> None:
    """Tie the figures of each FILE (text, Markdown or HTML; - is standard input)."""
    settings = _settings(only, select, ignore, fail_on, no_outside, tagger)
    if jsonl == bool(names):
        raise SettingsError(f"name the files to check (- is standard input) or --jsonl{', not both' if names else ''}")
    with files.output(output_file) as out:
        if jsonl:
            code = lines.run(sys.stdin.buffer, settings, files.flushing(out))
        else:
            sources = [files.source(name) for name in against]
            code = _files(names, sources, lang, published, settings, form, out)
    sys.exit(0 if exit_zero and code == 1 else code)


def _settings(
    only: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    no_outside: bool,
    tagger: bool,
) -> Settings:
    for key in only:
        if key not in exchange.KEYS:
            raise SettingsError(f"--only {key}: no such key; there are {', '.join(exchange.KEYS)}")
    chosen = frozenset(rule(key).code for key in select) or None
    ignored = frozenset(rule(key).code for key in ignore)
    table = ReferenceRates() if installed() and not no_outside else None
    return Settings(frozenset(only) or None, chosen, ignored, fail_on, None, Taggers() if tagger else None, table)  # type: ignore[arg-type]


def _files(
    names: tuple[str, ...],
    sources: Sequence[Source],
    lang: str | None,
    published: str | None,
    settings: Settings,
    form: str,
    out: BinaryIO,
) -> int:
    failed = wrong = 0
    reports: list[Report] = []
    write = files.flushing(out)
    if form == "json":
        write(b"[")
    for number, (name, answer) in enumerate(files.answers(names, lang, published, settings, sources)):
        if isinstance(answer, exchange.Failure):
            failed += 1
            message = answer.error["message"]
            fail(message if message.startswith(name) else f"{name}: {message}")
        else:
            reports.append(answer)
            wrong += lines.counts(answer, settings)
        write(_shown(name, answer, settings, form, first=not number))
    if form == "json":
        write(b"\n]\n")
    if form == "text" and reports:
        from crossfoot.views import terminal

        write(f"{terminal.verdict_on(reports)}\n".encode())
    if len(names) > 1:
        click.echo(f"{len(names)} files: {wrong} with findings, {failed} not read", err=True)
    return 2 if failed else 1 if wrong else 0


def _shown(name: str, answer: Report | exchange.Failure, settings: Settings, form: str, first: bool) -> bytes:
    """One answer in the form that was asked for."""
    if form in ("json", "jsonl"):
        failed = isinstance(answer, exchange.Failure)
        line = msgspec.json.encode(answer) if failed else exchange.show(answer, settings.only)  # type: ignore[arg-type]
        return line + b"\n" if form == "jsonl" else (b"\n" if first else b",\n") + line
    if isinstance(answer, exchange.Failure):
        return b""
    if form == "concise":
        from crossfoot.views import concise

        return concise.show(answer, name).encode()
    from crossfoot.views import terminal

    return terminal.show(answer, name, terminal.Page(*files.screen())).encode()
