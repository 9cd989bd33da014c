"""A report and those of its sources in; out goes a query on each name that no source has where one has another.

A name is only asked about where its counterpart is known: the source's name that stands in the same place or is written
nearly so, and of which the text says nothing. A text may use names of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.lexicon.told import say
from crossfoot.model import Evidence, Report, Verdict
from crossfoot.verdicts.outside.named_latin import latin_names

ALTERED_NAME = "XF705"


def renamed(report: Report, against: Sequence[Report]) -> Iterator[Verdict]:
    """One query for each altered name, with what the source has in its place."""
    told = set[tuple[str, str]]()
    text = report.document.text
    for span, other in latin_names(report, against):
        said = text[span.start : span.end]
        if (said, other.text) in told:
            continue
        told.add((said, other.text))
        source = other.report.document.source
        yield Verdict(
            "equal",
            "query",
            (span,),
            "outside",
            ALTERED_NAME,
            "",
            say("source_says", said, source or say("the_source"), other.text),
            evidence=(Evidence(source, other.span, other.text),),
        )
