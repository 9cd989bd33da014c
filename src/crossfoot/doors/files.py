"""Names of files come in; sources, reports on them, and a place to write to go out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import click
import msgspec

from crossfoot.documents.decode import LARGEST
from crossfoot.doors import lines
from crossfoot.doors.progress import Progress
from crossfoot.errors import InputError, SettingsError
from crossfoot.model import Report, Settings, Source
from crossfoot.pipeline import check
from crossfoot.views import json as exchange


def source(name: str, lang: str | None = None, published: str | None = None) -> Source:
    """The file of that name, "-" for standard input."""
    content = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else _content(Path(name))
    return Source(name, content, None, lang, published)


def _content(path: Path) -> bytes:
    try:
        if (size := path.stat().st_size) > LARGEST:  # not read at all: a sparse file may claim any size
            raise InputError(f"{path}: {size:,} bytes; the limit is {LARGEST:,}")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: a folder; name the files in it") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def output_file(help: str, default: str | None = None) -> Callable[[Any], Any]:
    """The option of that name, the same for every command that writes."""
    path = click.Path(dir_okay=False)
    shown = default is not None
    return click.option(
        "--output-file", "-o", type=path, default=default, show_default=shown, metavar="PATH", help=help
    )


def listed(_context: object, _option: object, said: tuple[str, ...]) -> tuple[str, ...]:
    """`--only a,b --only c` is a, b, c."""
    return tuple(word.strip() for part in said for word in part.split(",") if word.strip())


Answer = tuple[str, Report | exchange.Failure]


def answers(
    names: Iterable[str],
    lang: str | None,
    published: str | None,
    settings: Settings,
    against: Sequence[Source] = (),
    jobs: int = 1,
    drawn: bool = False,
) -> Iterator[Answer]:
    """A report or a failure for each name, in order; with `jobs` so many are worked on at once, in processes."""
    listed = list(names)
    progress = Progress(len(listed))
    if jobs > 1 and len(listed) > 1 and "-" not in listed:  # standard input is not handed on
        from crossfoot.doors.jobs import spread

        found = spread(
            listed,
            partial(answer, lang=lang, published=published, settings=settings, against=against, drawn=drawn),
            jobs,
        )
    else:
        found = (answer(name, lang, published, settings, against, progress.pages, drawn) for name in listed)
    try:
        yield from zip(listed, progress.files(listed, found), strict=True)
    finally:
        progress.clear()


def answer(
    name: str,
    lang: str | None,
    published: str | None,
    settings: Settings,
    against: Sequence[Source] = (),
    tell: Callable[[int, int], None] | None = None,
    drawn: bool = False,
) -> Report | exchange.Failure:
    """The report on one file; whatever goes wrong with it must not take the others along.

    What pages can be drawn from is kept only where they will be: of a thousand files it would fill the memory.
    """
    try:
        report = check(source(name, lang, published), settings, against=against, tell=tell)
        if drawn or report.document.pages is None:
            return report
        return msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, pages=None))
    except Exception as error:
        return lines.failure(name, error)


def told(name: str, failure: exchange.Failure) -> str:
    """What went wrong with a file, for people: its name and why."""
    message: str = failure.error["message"]
    return message if message.startswith(name) else f"{name}: {message}"


def same(path: str, other: str) -> bool:
    """Do two names lead to one file?"""
    try:
        return other != "-" and Path(path).samefile(other)
    except OSError:
        return False


@contextmanager
def output(path: str | None, read: Iterable[str | None]) -> Iterator[BinaryIO]:
    """Where the answer goes: standard output, or the file of that name, unless it is one of those to be read."""
    if path is None:
        yield sys.stdout.buffer
        return
    if any(name is not None and same(path, name) for name in read):
        raise SettingsError(f"--output-file {path}: that is a file to be read; name another")
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


def flushing(out: BinaryIO) -> Callable[[bytes], None]:
    def write(line: bytes) -> None:
        out.write(line)
        out.flush()

    return write
