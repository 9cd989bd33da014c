"""Reports come in one after another; the bytes of the form that was asked for go out, as early as the form allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click
import msgspec

from crossfoot.doors import files
from crossfoot.errors import InputError
from crossfoot.model import Picture, Report
from crossfoot.views import json as exchange

FORMS = ("text", "concise", "json", "jsonl", "sarif", "github", "md", "html", "pdf", "xlsx")
DRAWN = frozenset({"html"})  # forms that show the pages of what was read
FILES = frozenset({"pdf", "xlsx"})  # forms that are no text for a screen, and hold one report


def shown(form: str, answers: Iterable[files.Answer], only: frozenset[str] | None = None) -> Iterator[bytes]:
    """A view is imported when it is asked for: most runs need one."""
    if form == "json":
        yield from _json(answers, only)
    elif form == "sarif":
        from crossfoot.views import sarif

        yield sarif.show(list(answers))
    elif form == "html":
        from crossfoot.views import page

        reports = [(name, answer) for name, answer in answers if isinstance(answer, Report)]
        yield page.show(reports, {name: _pictures(name, report) for name, report in reports}).encode("utf-8", "replace")
    elif form == "text":
        yield from _text(answers)
    elif form == "pdf":
        yield from (_marked(name, answer) for name, answer in answers if isinstance(answer, Report))
    elif form == "xlsx":
        from crossfoot.views import workbook

        yield from (workbook.show(answer, name) for name, answer in answers if isinstance(answer, Report))
    else:
        for name, answer in answers:
            yield _one(form, name, answer, only)


def _json(answers: Iterable[files.Answer], only: frozenset[str] | None) -> Iterator[bytes]:
    yield b"["
    for number, (_, answer) in enumerate(answers):
        yield (b",\n" if number else b"\n") + _line(answer, only)
    yield b"\n]\n"


def _text(answers: Iterable[files.Answer]) -> Iterator[bytes]:
    from crossfoot.views import terminal

    reports = list[Report]()
    for name, answer in answers:
        if isinstance(answer, Report):
            reports.append(answer)
            yield terminal.show(answer, name, terminal.Page(*files.screen())).encode()
    if reports:
        yield f"{terminal.verdict_on(reports)}\n".encode()


def _marked(name: str, report: Report) -> bytes:
    """The PDF that was read, with its figures marked."""
    from crossfoot.documents.apart import marked
    from crossfoot.views.marks import marks

    content = files.source(name).content
    try:
        return marked(content if isinstance(content, bytes) else b"", marks(report))
    except InputError as error:
        raise InputError(f"{name}: {error}") from None


def _pictures(name: str, report: Report) -> Sequence[Picture]:
    """Of the pages of a PDF that are worth looking at; the report is whole without them."""
    from crossfoot.pipeline import pictures

    try:
        return pictures(report)
    except InputError as error:
        click.echo(f"{name}: its pages are not shown: {error}", err=True)
        return ()


def _one(form: str, name: str, answer: Report | exchange.Failure, only: frozenset[str] | None) -> bytes:
    if form == "jsonl":
        return _line(answer, only) + b"\n"
    if isinstance(answer, exchange.Failure):
        return b""
    if form == "github":
        from crossfoot.views import github

        return github.show(answer, name).encode()
    if form == "md":
        from crossfoot.views import markdown

        return markdown.show(answer, name).encode()
    from crossfoot.views import concise

    return concise.show(answer, name).encode()


def _line(answer: Report | exchange.Failure, only: frozenset[str] | None) -> bytes:
    return msgspec.json.encode(answer) if isinstance(answer, exchange.Failure) else exchange.show(answer, only)
