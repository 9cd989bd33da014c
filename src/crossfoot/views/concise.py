"""A report comes in; one line a finding goes out, in the form that editors and build logs jump from."""

from __future__ import annotations

from crossfoot.lexicon.findings import rule
from crossfoot.model import Report, Verdict
from crossfoot.views.json import is_finding, severity
from crossfoot.views.places import Lines, at, named


def show(report: Report, name: str) -> str:
    lines = Lines(report.document.text)
    return "".join(f"{headline(report, verdict, name, lines)}\n" for verdict in found(report))


def found(report: Report) -> list[Verdict]:
    """The findings: what is wrong or asked, not what follows."""
    return [verdict for verdict in report.verdicts if is_finding(verdict)]


def headline(report: Report, verdict: Verdict, name: str, lines: Lines) -> str:
    """Where, how bad, what. A text that was extracted has no lines that anybody could look up, but pages or cells."""
    known = rule(verdict.code or "")
    where = name
    spans = [culprit.span for culprit in verdict.culprits[:1]] or list(verdict.spans[:1])
    if spans and report.document.plain:
        line, column = lines.at(spans[0].start)
        where = f"{name}:{line}:{column}"
    elif spans and (place := at(report.document.places, spans[0].start)) is not None:
        where = f"{name}:{named(place)}" if named(place) else name
    return f"{where}: {severity(verdict)} {known.code} {known.name}: {verdict.message}"
