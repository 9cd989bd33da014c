"""Verdicts and the comments for crossfoot come in; verdicts with those that a comment accepts marked as such go out.

A comment that accepts nothing is told (unused-ignore), and so is one that names a rule that there is not (bad-config):
an ignore that outlives its reason hides the next slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.errors import SettingsError
from crossfoot.late import late
from crossfoot.lexicon.findings import codes
from crossfoot.lexicon.told import say
from crossfoot.model import Document, Remark, Span, Verdict

_IGNORE = late(r"ignore(?:-file)?(?:\[([^\]]{0,200})\])?[ ,;]{0,4}(?:reason:(.{0,300}))?$", re.DOTALL)
_ACCEPTED = "no reason given"


def settled(document: Document, verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts, those that a remark accepts marked with its reason, and what is to be said of the remarks."""
    made, told = list(verdicts), list[Verdict]()
    for remark in document.remarks:
        said = _IGNORE.match(remark.words)
        try:
            if said is None:
                raise SettingsError(say("no_remark", repr(remark.words[:60])[1:-1]))
            accepts = codes(name.strip() for name in (said[1] or "").split(",") if name.strip())
        except SettingsError as error:
            told.append(_of(remark, "XF902", error.args[0]))
            continue
        accepted = list(_matching(made, remark.span, accepts))
        for number in accepted:
            made[number] = msgspec.structs.replace(made[number], accepted=(said[2] or "").strip() or _ACCEPTED)
        if not accepted:
            told.append(_of(remark, "XF901", say("idle_ignore", remark.words[:60])))
    return (*made, *told)


def _matching(verdicts: Sequence[Verdict], span: Span, accepts: frozenset[str]) -> Iterator[int]:
    for number, verdict in enumerate(verdicts):
        if verdict.code is None or verdict.outcome == "implied" or (accepts and verdict.code not in accepts):
            continue
        spans = (*verdict.spans, *(culprit.span for culprit in verdict.culprits))
        if any(span.start <= own.start < span.end for own in spans):
            yield number


def _of(remark: Remark, code: str, message: str) -> Verdict:
    return Verdict("remark", "query", (remark.span,), code=code, message=message)
