"""A report on a paged source comes in; a mark for each of its checked figures goes out, to be set on its pages.

What ties is ticked with its arithmetic, what is most likely wrong is crossed with what should stand there, and what
stands in a claim that does not tie is asked about. What only follows, or is tied to nothing, is left as it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from crossfoot.lexicon.findings import rule
from crossfoot.model import Box, Mark, Place, Report, Verdict
from crossfoot.views.figures import Offsets, figures_of
from crossfoot.views.json import is_finding
from crossfoot.views.terminal import advice, tick

_MOST = 6  # things said of one figure; a total of many columns stands in more
_MOST_PLACES = 8  # lines that one figure runs over


def marks(report: Report) -> tuple[Mark, ...]:
    """In reading order."""
    told = _told(report)
    made = []
    for figure in figures_of(report):
        if figure.status in ("ok", "bad", "ask"):
            found = placed(report.document.places, figure.span)
            subject, note = _said(report, told[figure.span], figure.span)
            if found is not None and note:
                made.append(Mark(*found, figure.status, subject, note))  # type: ignore[arg-type]
    return tuple(made)


def _told(report: Report) -> dict[Offsets, list[Verdict]]:
    """The verdicts that speak of each stretch of the text."""
    told = defaultdict[Offsets, list[Verdict]](list)
    for verdict in report.verdicts:
        if verdict.outcome != "implied":
            culprits = [culprit.span for culprit in verdict.culprits[:1]]
            for span in dict.fromkeys((*verdict.spans, *culprits)):
                told[span.start, span.end].append(verdict)
    return told


def _said(report: Report, verdicts: Sequence[Verdict], span: Offsets) -> tuple[str, str]:
    """The subject of a note and its words: findings first, then what ties."""
    findings = [verdict for verdict in verdicts if is_finding(verdict)]
    ties = [v for v in verdicts if v.code is None and v.outcome in ("holds", "holds_rounded") and v.arithmetic]
    lines = [*(_finding(v, span) for v in findings), *(f"{tick(v)}  {v.arithmetic}" for v in ties)]
    lines = list(dict.fromkeys(lines))
    more = [f"and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    subject = rule(findings[0].code or "").name if findings else ties[0].kind.replace("_", " ") if ties else ""
    return subject, "\n".join([*lines[:_MOST], *more])


def _finding(verdict: Verdict, span: Offsets) -> str:
    known = rule(verdict.code or "")
    own = [(n, c) for n, c in enumerate(verdict.culprits) if (c.span.start, c.span.end) == span]
    instead = f"\n{advice(verdict, own[0][1], own[0][0])}" if own else ""
    return f"{known.tick}  {known.code} {known.name}: {verdict.message}{instead}"


def placed(places: Sequence[Place], span: Offsets) -> tuple[int, tuple[Box, ...]] | None:
    """The page, and a box for each line of it that the words stand on."""
    start, end = span
    boxes: list[Box] = []
    page: int | None = None
    for place in _over(places, start, end):
        if place.page is None or place.box is None or page not in (None, place.page):
            continue
        page = place.page
        left, top, right, bottom = place.box
        if len(place.edges) == place.span.end - place.span.start + 1:  # else the words are a cell's, in several lines
            left = place.edges[max(start, place.span.start) - place.span.start]
            right = place.edges[min(end, place.span.end) - place.span.start]
        if right > left and bottom > top:
            boxes.append((left, top, right, bottom))
    return (page, tuple(boxes)) if page is not None and boxes else None


def _over(places: Sequence[Place], start: int, end: int) -> Iterator[Place]:
    first = bisect_right(places, start, key=lambda place: place.span.start) - 1
    last = bisect_left(places, end, key=lambda place: place.span.start)
    for place in places[max(0, first) : min(last, first + _MOST_PLACES)]:
        if place.span.start < end and start < place.span.end:
            yield place
