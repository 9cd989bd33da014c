"""`crossfoot check`: files or JSON lines come in, reports in the form that was asked for go out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO

import click
import msgspec

from crossfoot.documents.sniff import sniff
from crossfoot.doors import config, files, lines
from crossfoot.doors.cli import fail
from crossfoot.doors.forms import DRAWN, FILES, FORMS, shown
from crossfoot.errors import SettingsError
from crossfoot.lexicon.findings import codes
from crossfoot.model import Report, Settings, Source
from crossfoot.rates import ReferenceRates, installed
from crossfoot.taggers import Taggers
from crossfoot.views import json as exchange


class Asked(msgspec.Struct, frozen=True):
    """The options, as they were given here or in a file of settings."""

    names: tuple[str, ...]
    against: tuple[str, ...]
    no_outside: bool
    jsonl: bool
    only: tuple[str, ...]
    tagger: bool
    lang: str | None
    published: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    exit_zero: bool
    baseline: str | None
    fix: bool
    diff: bool
    watch: bool
    jobs: int
    form: str
    output_file: str | None


@click.command(short_help="Tie the figures of files, or of JSON lines.")
@click.argument("names", nargs=-1, metavar="FILE...")
@click.option(
    "--against", multiple=True, metavar="SOURCE", help="Check each FILE against this source; may be repeated."
)
@click.option("--no-outside", is_flag=True, help="Nothing from outside the text, such as reference rates.")
@click.option("--jsonl", is_flag=True, help="Read JSON lines from standard input and answer each with one.")
@click.option("--only", multiple=True, callback=files.listed, metavar="KEYS", help="Only these keys (json, jsonl).")
@click.option("--tagger", is_flag=True, help="A statistical second opinion on names (extras en, zh).")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="The language, where it should not be detected.")
@click.option("--published", metavar="DATE", help="When it was published: 2020-05-12, 2020-05 or 2020.")
@click.option("--select", multiple=True, callback=files.listed, metavar="RULES", help="Only these findings.")
@click.option("--ignore", multiple=True, callback=files.listed, metavar="RULES", help="Not these findings.")
@click.option("--fail-on", type=click.Choice(["error", "query", "note"]), default="error", show_default=True)
@click.option("--exit-zero", is_flag=True, help="Exit 0 also with findings.")
@click.option("--baseline", metavar="PATH", help="Not what `crossfoot baseline` accepted.")
@click.option("--fix", is_flag=True, help="Mend the slips that one value alone ties; say what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="So many files at once.")
@click.option("--output-format", "form", type=click.Choice(FORMS), default="text", show_default=True)
@files.output_file("Write the report there.")
@config.option
def check(**asked: Any) -> None:
    """Tie the figures of each FILE (text, Markdown, HTML, PDF, a workbook or CSV, Word; - is standard input).

    It exits with 0 where nothing is wrong, with 1 where there are findings, with 2 where something was not read.
    """
    wanted = Asked(**asked)
    settings = _settings(wanted)
    if wanted.jsonl == bool(wanted.names):
        raise SettingsError(
            f"name the files to check (- is standard input) or --jsonl{', not both' if wanted.names else ''}"
        )
    _to_a_file(wanted)
    if wanted.fix and "-" in wanted.names:
        raise SettingsError("--fix writes files, and standard input is none; --diff shows what it would change")
    if wanted.watch and "-" in (*wanted.names, *wanted.against):
        raise SettingsError("--watch looks for files that change, and standard input is none")
    if wanted.watch:
        from crossfoot.doors.watch import watch

        watch([*wanted.names, *wanted.against], lambda: _run(wanted, settings))
        sys.exit(0)
    code = _run(wanted, settings)
    sys.exit(0 if wanted.exit_zero and code == 1 else code)


def _to_a_file(asked: Asked) -> None:
    """What cannot go where it was asked to, before anything is read or written."""
    if asked.form not in FILES or asked.jsonl:
        return
    if len(asked.names) != 1 or asked.diff:
        raise SettingsError(f"--output-format {asked.form} writes one file about one: name a single FILE")
    if asked.output_file is None and sys.stdout.isatty():
        raise SettingsError(f"--output-format {asked.form} is no text: name where to with -o PATH")
    if asked.form == "pdf":
        (name,) = asked.names
        if name == "-":
            raise SettingsError("--output-format pdf marks a file, and standard input is none")
        form = sniff(files.source(name).content, name)
        if form != "pdf":
            raise SettingsError(f"--output-format pdf marks a PDF; {name} is {form} (html shows any source as a page)")


def _settings(asked: Asked) -> Settings:
    for key in asked.only:
        if key not in exchange.KEYS:
            raise SettingsError(f"--only {key}: no such key; there are {', '.join(exchange.KEYS)}")
    if asked.only and not asked.jsonl and asked.form not in ("json", "jsonl"):
        raise SettingsError(f"--only {','.join(asked.only)} names keys of JSON: add --output-format json or jsonl")
    select, ignore = codes(asked.select) or None, codes(asked.ignore)
    rates = ReferenceRates() if installed() and not asked.no_outside else None
    only, tagger = frozenset(asked.only) or None, Taggers() if asked.tagger else None
    return Settings(only, select, ignore, asked.fail_on, None, tagger, rates)  # type: ignore[arg-type]


def _run(asked: Asked, settings: Settings) -> int:
    with files.output(asked.output_file, (*asked.names, *asked.against, asked.baseline)) as out:
        if asked.jsonl:
            return lines.run(sys.stdin.buffer, settings, files.flushing(out))
        return _files(asked, settings, out)


def _files(asked: Asked, settings: Settings, out: BinaryIO) -> int:
    sources = [files.source(name) for name in asked.against]
    counts = {"failed": 0, "wrong": 0}
    write = files.flushing(out)
    answers = _counted(_settled(asked, settings, sources, out), settings, counts)
    if asked.diff:
        for _ in answers:
            pass
    else:
        for chunk in shown(asked.form, answers, settings.only):
            write(chunk)
    if len(asked.names) > 1:
        told = f"{counts['wrong']} with findings, {counts['failed']} not read"
        click.echo(f"{len(asked.names)} files: {told}", err=True)
    return 2 if counts["failed"] else 1 if counts["wrong"] else 0


def _counted(answers: Iterator[files.Answer], settings: Settings, counts: dict[str, int]) -> Iterator[files.Answer]:
    for name, answer in answers:
        if isinstance(answer, exchange.Failure):
            counts["failed"] += 1
            fail(files.told(name, answer))
        else:
            counts["wrong"] += lines.counts(answer, settings)
        yield name, answer


def _settled(asked: Asked, settings: Settings, sources: Sequence[Source], out: BinaryIO) -> Iterator[files.Answer]:
    """Each report, less what a baseline accepts, of the text as it is once it was mended."""
    accept = _accepting(asked.baseline)
    for name, answer in files.answers(
        asked.names, asked.lang, asked.published, settings, sources, asked.jobs, asked.form in DRAWN
    ):
        if isinstance(answer, Report):
            answer = accept(answer, name)
            if asked.fix or asked.diff:
                answer = accept(_mended(answer, name, asked, settings, sources, out), name)
        yield name, answer


def _accepting(path: str | None) -> Callable[[Report, str], Report]:
    if path is None:
        return lambda report, _name: report
    from crossfoot.doors import baseline

    known = baseline.read(path)
    return lambda report, name: baseline.accept(report, name, path, known)


def _mended(
    report: Report, name: str, asked: Asked, settings: Settings, sources: Sequence[Source], out: BinaryIO
) -> Report:
    from crossfoot.doors import fix

    before = report.document.text
    source = Source(name, before, None, asked.lang, asked.published)
    after, count = fix.mended(source, report, settings, sources)
    if asked.diff:
        files.flushing(out)(fix.difference(name, before, after.document.text).encode("utf-8", "replace"))
        if not count and (left := fix.left(report)):
            click.echo(f"{name}: nothing that a single value would mend; left to you: {left}", err=True)
        return report
    if count:
        fix.write(name, before, after.document.text)
    click.echo(f"{name}: {fix.summary(after, count)}", err=True)
    return after
