"""A report comes in; Markdown goes out, for a pull request, a wiki or a chat: what does not tie, and what does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crossfoot.late import late
from crossfoot.lexicon.findings import rule
from crossfoot.model import Culprit, Report, Verdict
from crossfoot.views.concise import found
from crossfoot.views.fingerprint import where
from crossfoot.views.json import severity
from crossfoot.views.places import Lines
from crossfoot.views.terminal import overview

_MARKS = late(r"([\\`*_{}\[\]<>#|~])")


def show(report: Report, name: str) -> str:
    seen = overview(report)
    parts = [f"## {_plain(name)}", "", f"ties {seen.held}, {_counted(report)}, not checked {len(seen.left)}", ""]
    if wrong := found(report):
        rows = [_finding(report, verdict, Lines(report.document.text)) for verdict in wrong]
        parts += [*_table(("", "where", "what", "instead"), rows), ""]
    if seen.ties:
        parts += [*_table(("tick", "ties", "kind"), seen.ties), ""]
    for title, entries in (("Implied", seen.implied), ("Not checked", (*seen.reasons, *seen.left))):
        if entries:
            parts += [f"**{title}**", "", *(f"- {_plain(entry)}" for entry in entries), ""]
    return "\n".join(parts) + "\n"


def _counted(report: Report) -> str:
    levels = [severity(verdict) for verdict in found(report)]
    asks = f", asks {levels.count('query')}" if "query" in levels else ""
    return f"contradicts {levels.count('error')}{asks}"


def _finding(report: Report, verdict: Verdict, lines: Lines) -> tuple[str, ...]:
    known, place = rule(verdict.code or ""), where(verdict)
    at = ""
    if place is not None:
        words = " ".join(report.document.text[place.start : place.end].split())
        at = f"line {lines.at(place.start)[0]}: {words}" if report.document.plain else words
    return (f"{severity(verdict)} {known.code} {known.name}", at, verdict.message, _instead(verdict.culprits[:1]))


def _instead(culprits: Iterable[Culprit]) -> str:
    return next((culprit.suggested for culprit in culprits if culprit.suggested), "")


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'|'.join('---' for _ in heads)}|"
    for row in rows:
        yield f"| {' | '.join(_plain(cell) for cell in row)} |"


def _plain(words: str) -> str:
    """Words of a story are words: no marks, no links, no HTML, no end of the row.

    >>> _plain("up *2%* | <b>")
    'up \\\\*2%\\\\* \\\\| \\\\<b\\\\>'
    """
    return _MARKS.sub(r"\\\1", " ".join(words.split()))
