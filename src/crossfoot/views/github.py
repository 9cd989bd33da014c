"""A report comes in; one line a finding goes out, in the form that GitHub Actions turns into annotations."""

from __future__ import annotations

from crossfoot.lexicon.findings import rule
from crossfoot.model import Report
from crossfoot.views.concise import found
from crossfoot.views.fingerprint import where
from crossfoot.views.json import severity
from crossfoot.views.places import Lines

_COMMANDS = {"error": "error", "query": "warning", "note": "notice"}


def show(report: Report, name: str) -> str:
    lines, shown = Lines(report.document.text), ""
    for verdict in found(report):
        known, place = rule(verdict.code or ""), where(verdict)
        at = f"file={_property(name)}"
        if place is not None and report.document.plain:
            (line, column), (last, behind) = lines.at(place.start), lines.at(place.end)
            at += f",line={line},endLine={last},col={column},endColumn={behind}"
        title = f"{known.code} {known.name}"
        shown += f"::{_COMMANDS[severity(verdict)]} {at},title={title}::{_message(verdict.message)}\n"
    return shown


def _message(words: str) -> str:
    """Words of a story must not end the line: what follows would be read as a command.

    >>> _message("100%\\n::set-env")
    '100%25%0A::set-env'
    """
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
