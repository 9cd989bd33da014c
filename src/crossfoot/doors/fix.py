"""A source and its report come in; its text goes out with each slip mended that one value alone ties.

A finding is mended only where it names a single value that would do and the text, checked again with it, has one
finding less and none that it had not before. All else is left to a person: that a text ties with it does not make a
value true.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from crossfoot.errors import InputError
from crossfoot.lexicon.findings import rule
from crossfoot.model import Culprit, Report, Settings, Source, Verdict
from crossfoot.pipeline import check
from crossfoot.views.concise import found
from crossfoot.views.sarif import alternatives

_MOST = 50  # slips mended in one text
_BOM = "\ufeff".encode()


def mended(source: Source, report: Report, settings: Settings, against: Sequence[Source] = ()) -> tuple[Report, int]:
    """The report on the text with its slips mended, and how many were."""
    if not report.document.plain:
        return report, 0  # what was extracted from a page cannot be written back into it
    done, passed = 0, set[tuple[str, str]]()
    while done < _MOST:
        verdict = next((v for v in found(report) if _sole(v) and _mark(report, v) not in passed), None)
        if verdict is None:
            break
        passed.add(_mark(report, verdict))
        text = written(report.document.text, _sole(verdict))
        after = check(msgspec.structs.replace(source, content=text), settings, against=against)
        if _better(report, after):
            report, done = after, done + 1
    return report, done


def _sole(verdict: Verdict) -> tuple[Culprit, ...]:
    """The one correction that a finding leaves, if it leaves one."""
    known = alternatives(verdict)
    others = [c for c in verdict.culprits if c.suggested is None]
    return known[0] if len(known) == 1 and not others and verdict.margin in ("certain", "likely") else ()


def _mark(report: Report, verdict: Verdict) -> tuple[str, str]:
    return verdict.code or "", " ".join(report.document.text[s.start : s.end] for s in verdict.spans)


def _better(before: Report, after: Report) -> bool:
    old, new = (Counter(v.code for v in found(report)) for report in (before, after))
    return new < old and new.total() < old.total()


def written(text: str, pieces: Sequence[Culprit]) -> str:
    for piece in sorted(pieces, key=lambda piece: -piece.span.start):
        text = text[: piece.span.start] + (piece.suggested or "") + text[piece.span.end :]
    return text


def difference(name: str, before: str, after: str) -> str:
    """What would change, as a patch."""
    lines = (before.splitlines(keepends=True), after.splitlines(keepends=True))
    made = difflib.unified_diff(*lines, fromfile=name, tofile=name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in made)


def write(name: str, before: str, after: str) -> None:
    """Only a file that is UTF-8 is written: what was decoded otherwise could not be given back as it was."""
    path = Path(name)
    content = path.read_bytes()
    mark = _BOM if content.startswith(_BOM) else b""
    if content != mark + before.encode("utf-8", "surrogatepass"):
        raise InputError(f"{name}: not UTF-8, so --fix leaves it as it is; --diff shows what it would change")
    path.write_bytes(mark + after.encode("utf-8", "surrogatepass"))


def summary(report: Report, count: int) -> str:
    """One line for standard error."""
    return f"{count} mended" + (f"; left to you: {others}" if (others := left(report)) else "")


def left(report: Report) -> str:
    """The names of what is found in a report."""
    return ", ".join(sorted({rule(v.code or "").name for v in found(report)}))
