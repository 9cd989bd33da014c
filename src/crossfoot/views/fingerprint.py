"""A report comes in; for each finding goes out by what it is known again, also where the text around it has moved.

A fingerprint holds the rule, the words of the figures and the sentence that the finding stands in, and no place: what
is written in another paragraph, above or below, changes nothing.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter

from crossfoot.model import Report, Span, Verdict


def where(verdict: Verdict) -> Span | None:
    """The place of a finding: of its likeliest culprit, or else of its first figure."""
    spans = [culprit.span for culprit in verdict.culprits[:1]] or list(verdict.spans[:1])
    return spans[0] if spans else None


def fingerprints(report: Report) -> list[tuple[Verdict, str]]:
    """Each finding, accepted ones too, with its fingerprint; equal ones are numbered in the order of the text."""
    text, sentences = report.document.text, _sentences(report)
    starts, met, made = [start for start, _ in sentences], Counter[str](), []
    for verdict in report.verdicts:
        place = where(verdict)
        if verdict.code is None or verdict.outcome == "implied" or place is None:
            continue
        number = bisect_right(starts, place.start) - 1
        start, end = sentences[number] if number >= 0 else (place.start, place.end)
        words = [text[span.start : span.end] for span in (place, *verdict.spans)]
        parts = (verdict.code, *(" ".join(part.split()) for part in (*words, text[start:end])))
        digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()
        met[digest] += 1
        made.append((verdict, digest if met[digest] == 1 else f"{digest}:{met[digest]}"))
    return made


def _sentences(report: Report) -> list[tuple[int, int]]:
    leaves = [b.span for b in report.document.blocks if b.kind in ("sentence", "cell")]
    return sorted((span.start, span.end) for span in leaves)
