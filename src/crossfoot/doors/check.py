"""`crossfoot check`: files or JSON lines come in, reports in the form that was asked for go out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

import click
import msgspec

from crossfoot.doors import files, lines
from crossfoot.doors.cli import fail
from crossfoot.errors import SettingsError
from crossfoot.lexicon.findings import rule
from crossfoot.model import Report, Settings
from crossfoot.pipeline import check as tie
from crossfoot.views import json as exchange

FORMS = ("text", "concise", "json", "jsonl")


def _listed(_context: object, _option: object, said: tuple[str, ...]) -> tuple[str, ...]:
    """`--only a,b --only c` is a, b, c."""
    return tuple(word.strip() for part in said for word in part.split(",") if word.strip())


@click.command(short_help="Tie the figures of files, or of JSON lines.")
@click.argument("names", nargs=-1, metavar="FILE...")
@click.option("--jsonl", is_flag=True, help="Read JSON lines from standard input and answer each with one.")
@click.option("--only", multiple=True, callback=_listed, metavar="KEYS", help="Only these keys of the JSON forms.")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="The language, where it should not be detected.")
@click.option("--published", metavar="DATE", help="When it was published: 2020-05-12, 2020-05 or 2020.")
@click.option("--select", multiple=True, callback=_listed, metavar="RULES", help="Only these findings.")
@click.option("--ignore", multiple=True, callback=_listed, metavar="RULES", help="Not these findings.")
@click.option("--fail-on", type=click.Choice(["error", "query", "note"]), default="error", show_default=True)
@click.option("--exit-zero", is_flag=True, help="Exit 0 also with findings.")
@click.option("--output-format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@click.option("--output-file", type=click.Path(dir_okay=False), metavar="PATH", help="Write the report there.")
def check(
    names: tuple[str, ...],
    jsonl: bool,
    only: tuple[str, ...],
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
    settings = _settings(only, select, ignore, fail_on)
    if jsonl == bool(names):
        raise SettingsError(f"name the files to check (- is standard input) or --jsonl{', not both' if names else ''}")
    with _output(output_file) as out:
        if jsonl:
            code = lines.run(sys.stdin.buffer, settings, _flushing(out))
        else:
            code = _files(names, lang, published, settings, form, out)
    sys.exit(0 if exit_zero and code == 1 else code)


def _settings(only: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str) -> Settings:
    for key in only:
        if key not in exchange.KEYS:
            raise SettingsError(f"--only {key}: no such key; there are {', '.join(exchange.KEYS)}")
    chosen = frozenset(rule(key).code for key in select) or None
    ignored = frozenset(rule(key).code for key in ignore)
    return Settings(frozenset(only) or None, chosen, ignored, fail_on)  # type: ignore[arg-type]


@contextmanager
def _output(path: str | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdout.buffer
        return
    try:
        opened = open(path, "wb")  # noqa: PTH123, SIM115
    except OSError as error:
        raise SettingsError(f"--output-file {path}: {error.strerror}") from None
    with opened:
        yield opened


def screen() -> tuple[int, bool]:
    """How wide to write, and whether in colour: only to a terminal, and not where NO_COLOR is set."""
    columns = min(100, max(40, shutil.get_terminal_size((80, 24)).columns))
    return columns, sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _flushing(out: BinaryIO) -> Callable[[bytes], None]:
    def write(line: bytes) -> None:
        out.write(line)
        out.flush()

    return write


Answer = tuple[str, Report | exchange.Failure]


def _answers(names: Iterable[str], lang: str | None, published: str | None, settings: Settings) -> Iterator[Answer]:
    for name in names:
        try:
            yield name, tie(files.source(name, lang, published), settings)
        except Exception as error:  # one file must not take the others with it
            yield name, lines.failure(name, error)


def _files(
    names: tuple[str, ...], lang: str | None, published: str | None, settings: Settings, form: str, out: BinaryIO
) -> int:
    failed = wrong = 0
    reports: list[Report] = []
    write = _flushing(out)
    if form == "json":
        write(b"[")
    for number, (name, answer) in enumerate(_answers(names, lang, published, settings)):
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

    return terminal.show(answer, name, terminal.Page(*screen())).encode()
