"""A report and those of its sources in; out goes a query on each name that no source has where one has another.

A name is only asked about where its counterpart is known: the source's name that stands in the same place or is written
nearly so, and of which the text says nothing. A text may use names of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from crossfoot.lexicon.told import say
from crossfoot.model import Evidence, Report, Span, Verdict
from crossfoot.verdicts.outside.named.han import han_names
from crossfoot.verdicts.outside.named.latin import latin_names
from crossfoot.verdicts.outside.named.spelt import spelt_names

ALTERED_NAME = "XF705"


def renamed(report: Report, against: Sequence[Report]) -> Iterator[Verdict]:
    """One query for each altered name, with what the source has in its place."""
    told = set[tuple[str, str]]()
    for span, source, there in chain(
        latin_names(report, against), han_names(report, against), spelt_names(report, against)
    ):
        both = _words(report, span), _words(source, there)
        if both not in told:
            told.add(both)
            yield _asked(span, *both, source, there)


def _words(report: Report, span: Span | None) -> str:
    return "" if span is None else report.document.text[span.start : span.end]


def _asked(span: Span, said: str, other: str, source: Report, there: Span | None) -> Verdict:
    name = source.document.source
    message = say("source_says", said, name or say("the_source"), other) if there else say("unnamed", said)
    return Verdict(
        "equal",
        "query",
        (span,),
        "outside",
        ALTERED_NAME,
        "",
        message,
        evidence=(Evidence(name, there, other),) if there else (),
    )
