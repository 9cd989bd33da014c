"""Reports come in; one SARIF 2.1.0 log goes out, the form in which code hosts and editors take findings.

Columns count Unicode code points, as the log says. There is no time and no random id in it: same reports, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from crossfoot.lexicon.findings import Rule, families, rule, rules
from crossfoot.model import Culprit, Report, Span, Verdict
from crossfoot.views.fingerprint import fingerprints, where
from crossfoot.views.json import Failure, severity
from crossfoot.views.places import Lines

_LEVELS = {"error": "error", "query": "warning", "note": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def show(answers: Sequence[tuple[str, Report | Failure]]) -> bytes:
    """One log of one run over all files."""
    results, failures = list[Any](), list[Any]()
    for name, answer in answers:
        if isinstance(answer, Failure):
            failures.append({"level": "error", "message": {"text": f"{name}: {answer.error['message']}"}})
        else:
            results += [_result(answer, verdict, name, mark) for verdict, mark in fingerprints(answer)]
    known = [r for r in rules() if any(result["ruleId"] == r.code for result in results)]
    for result in results:
        result["ruleIndex"] = next(i for i, r in enumerate(known) if r.code == result["ruleId"])
    invocation: dict[str, Any] = {"executionSuccessful": not failures}
    if failures:
        invocation["toolExecutionNotifications"] = failures
    driver = {"name": "crossfoot", "version": version("crossfoot"), "rules": [_rule(r) for r in known]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "invocations": [invocation]}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{**run, "results": results}]}
    return (json.dumps(log, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _rule(known: Rule) -> dict[str, Any]:
    example = "".join(f"\n\n{title}: {text}" for title, text in known.examples)
    return {
        "id": known.code,
        "name": known.name,
        "shortDescription": {"text": known.name.replace("-", " ")},
        "fullDescription": {"text": known.means},
        "help": {"text": f"{known.means} {known.do}{example}"},
        "defaultConfiguration": {"level": _LEVELS[known.severity]},
        "properties": {"tags": [families()[known.code[:3]]]},
    }


def _result(report: Report, verdict: Verdict, name: str, mark: str) -> dict[str, Any]:
    known, place, lines = rule(verdict.code or ""), where(verdict), Lines(report.document.text)
    others = [span for span in verdict.spans if place is None or span.start != place.start]
    result: dict[str, Any] = {
        "ruleId": known.code,
        "level": _LEVELS[severity(verdict)],
        "message": {"text": verdict.message or known.means},
        "locations": [_location(report, name, lines, place)],
        "partialFingerprints": {"crossfoot/v1": mark},
    }
    if report.document.plain:
        if others:
            result["relatedLocations"] = [
                {"id": number, "message": {"text": _words(report, span)}, **_location(report, name, lines, span)}
                for number, span in enumerate(others, 1)
            ]
        if fixes := list(_fixes(report, verdict, name, lines)):
            result["fixes"] = fixes
    if verdict.accepted is not None:
        kind = "external" if verdict.accepted == "baseline" else "inSource"
        result["suppressions"] = [{"kind": kind, "justification": verdict.accepted}]
    return result


def _location(report: Report, name: str, lines: Lines, span: Span | None) -> dict[str, Any]:
    """A text that was extracted, as from HTML, has no lines that anybody could look up."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(name)}}
    if span is not None and report.document.plain:
        physical["region"] = {**_region(lines, span), "snippet": {"text": _words(report, span)}}
    return {"physicalLocation": physical}


def _region(lines: Lines, span: Span) -> dict[str, int]:
    (line, column), (last, behind) = lines.at(span.start), lines.at(span.end)
    here = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": behind}
    return {**here, "charOffset": span.start, "charLength": span.end - span.start}


def _words(report: Report, span: Span) -> str:
    return " ".join(report.document.text[span.start : span.end].split())


def _fixes(report: Report, verdict: Verdict, name: str, lines: Lines) -> Iterator[dict[str, Any]]:
    """One for each candidate; two figures that changed places are put right together."""
    for pieces in alternatives(verdict):
        parts = [f"{_words(report, piece.span)} becomes {piece.suggested}" for piece in pieces]
        changes = [
            {"deletedRegion": _region(lines, p.span), "insertedContent": {"text": p.suggested or ""}} for p in pieces
        ]
        change = {"artifactLocation": {"uri": uri(name)}, "replacements": changes}
        yield {"description": {"text": "; ".join(parts)}, "artifactChanges": [change]}


def alternatives(verdict: Verdict) -> list[tuple[Culprit, ...]]:
    """What might be written instead, best first: each a set of pieces that go together.

    >>> alternatives(Verdict("sum", "contradicted", ()))
    []
    """
    known = [culprit for culprit in verdict.culprits if culprit.suggested is not None]
    swapped = tuple(culprit for culprit in known if culprit.slip == "swap")[:2]
    made = list[tuple[Culprit, ...]]()
    for culprit in known:
        pieces = swapped if culprit in swapped else (culprit,)
        if pieces not in made:
            made.append(pieces)
    return made


def uri(name: str) -> str:
    """The name of a file as a URI, relative where it is.

    >>> uri("year 2024/报告.md"), uri("-")
    ('year%202024/%E6%8A%A5%E5%91%8A.md', 'stdin')
    """
    if name == "-":
        return "stdin"
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
