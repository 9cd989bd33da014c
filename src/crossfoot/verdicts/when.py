"""A report and those of its sources in; out goes a query on each date that it names and that no source knows.

A date is known that a source names, that lies around a finer one of a source, or on which a text was published. Only a
source that names dates as fine as this one (quarters, years) is asked: another may leave them out. Months are not
asked, since "from the month before" names one without its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.model import Evidence, Mention, Period, Report, Timex, Verdict

UNSUPPORTED = "XF701"
FINE = ("quarter", "year")


def undated(report: Report, against: Sequence[Report]) -> Iterator[Verdict]:
    """One query for each date of a calendar unit that contradicts the dates of its kind in the sources."""
    theirs = [(other, mention) for other in against for mention in _dates(other)]
    published = [r.document.published for r in (report, *against) if r.document.published]
    said = set[Period]()
    for mention in _dates(report):
        own = mention.value
        assert isinstance(own, Timex) and own.period is not None  # noqa: S101, PT018 - _dates gives no other
        alike = [(r, m) for r, m in theirs if isinstance(m.value, Timex) and m.value.granularity == own.granularity]
        if own.granularity not in FINE or not alike or own.period in said:
            continue
        if any(_inside(m.value.period, own.period) for _, m in theirs if isinstance(m.value, Timex)):
            continue
        if any(own.period.start <= day < own.period.end for day in published if own.period.start and own.period.end):
            continue
        said.add(own.period)
        words = report.document.text[mention.span.start : mention.span.end]
        told = dict.fromkeys(r.document.text[m.span.start : m.span.end] for r, m in alike)
        evidence = tuple(
            Evidence(r.document.source, m.span, r.document.text[m.span.start : m.span.end]) for r, m in alike
        )
        message = f"says {words}; the source has {', '.join(list(told)[:4])}"
        yield Verdict("date", "query", (mention.span,), "outside", UNSUPPORTED, "", message, evidence=evidence[:4])


def _dates(report: Report) -> list[Mention]:
    return [
        m
        for m in report.found.mentions
        if isinstance(m.value, Timex)
        and m.value.kind == "date"
        and m.value.shift is None
        and any(char.isdecimal() for char in report.document.text[m.span.start : m.span.end])
        and m.value.period is not None
        and m.value.period.start is not None
        and m.value.period.end is not None
    ]


def _inside(period: Period | None, other: Period) -> bool:
    if period is None or None in (period.start, period.end, other.start, other.end):
        return False
    return other.start <= period.start and period.end <= other.end  # type: ignore[operator]
