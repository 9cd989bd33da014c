"""`crossfoot verify`: reports come in as JSON; each verdict is proved again from its certificate."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from crossfoot.audit import elsewhere, verified
from crossfoot.doors.cli import fail
from crossfoot.errors import InputError

_KEYS = ("relations", "findings", "derived")


@click.command(short_help="Prove every verdict of a report again.")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
def verify(reports: tuple[str, ...]) -> None:
    """Prove every verdict of each REPORT again, from its certificates alone.

    A REPORT is what `check` writes with --output-format json or jsonl, or with --jsonl; - is standard input.
    """
    code = 0
    for name in reports:
        try:
            found = list(documents(_content(name)))
            if not found:
                raise InputError("empty: no report of `crossfoot check`")
            for place, document in found:
                code = max(code, _told(name, place, document))
        except InputError as error:
            fail(f"{name}: {error}")
            code = 2
    sys.exit(code)


def documents(content: bytes) -> Iterator[tuple[str, Any]]:
    """The documents of a report, each with the place that it has in it: JSON, a list of them, or JSON lines.

    >>> list(documents(b'{"id": "a", "relations": []}\\n{"id": "b", "relations": []}'))
    [('line 1', {'id': 'a', 'relations': []}), ('line 2', {'id': 'b', 'relations': []})]
    """
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        for number, line in enumerate(content.splitlines(), 1):
            if line.strip():
                yield f"line {number}", _document(line, f"line {number}")
        return
    for number, document in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield f"document {number}", _checked(document, f"document {number}")


def _document(line: bytes, place: str) -> Any:
    try:
        return _checked(json.loads(line), place)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place} is not JSON: {str(error)[:80]}") from None


def _checked(document: Any, place: str) -> Any:
    if not isinstance(document, dict) or not ("error" in document or any(key in document for key in _KEYS)):
        raise InputError(f"{place} is no report of `crossfoot check`: it has none of {', '.join(_KEYS)}")
    if any(not isinstance(document.get(key, []), list) for key in _KEYS):
        raise InputError(f"{place} is no report of `crossfoot check`: {', '.join(_KEYS)} are lists")
    return document


def _told(name: str, place: str, document: Any) -> int:
    """One line a document and one a failure; the exit code that it asks for."""
    if "error" in document:
        fail(f"{name}: {place} holds no verdicts: {document['error'].get('message', 'it could not be read')}")
        return 2
    answers = list(verified(document))
    wrong = [(where, why) for where, why in answers if why is not None]
    others = f", {count} rest on other documents" if (count := elsewhere(document)) else ""
    click.echo(f"{document.get('id') or place}: {len(answers) - len(wrong)} verified, {len(wrong)} failed{others}")
    for where, why in wrong:
        click.echo(f"  {where} {_what(document, where)}: {why}")
    return 1 if wrong else 0


def _what(document: Any, where: str) -> str:
    """ "sum at 12..19", for a person who looks for the verdict."""
    key, _, number = where.removesuffix("]").partition("[")
    entry = document[key][int(number)]
    if not isinstance(entry, dict):
        return "?"
    spans = entry.get("spans") or [[0, 0]]
    return f"{entry.get('name') or entry.get('kind') or entry.get('label')} at {spans[0][0]}..{spans[0][1]}"


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise InputError(error.strerror or "cannot be read") from None
