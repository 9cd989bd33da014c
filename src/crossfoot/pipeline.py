"""`check`: a source comes in, a report goes out. The one module that knows the order of the rooms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crossfoot import documents
from crossfoot.model import Document, Fact, Found, Picture, Report, Settings, Source, Statement, Verdict

_FOUND = frozenset({"quantities", "dates", "names"})
_STATED = frozenset({"facts"})
_JUDGED = frozenset({"relations", "findings", "derived"})
_DEFAULT = Settings()
_STATED_ONLY = Settings(only=_FOUND | _STATED)


def check(
    source: Source,
    settings: Settings = _DEFAULT,
    *,
    against: Sequence[Source] = (),
    tell: Callable[[int, int], None] | None = None,
) -> Report:
    """Read a source, and tie its figures; with those of the documents that it is checked `against`, if there are any.

    `tell` hears, while a long document is read, how many of how many pages are done.

    Pure: no clock, no network, no randomness. `settings.only` leaves stages that nobody asked for undone; what they
    would have given is then empty in the report.
    """
    if isinstance(against, Source):
        raise TypeError("against is a list of sources: write against=[source]")
    wanted = settings.only if settings.only is not None else _FOUND | _STATED | _JUDGED
    document = documents.read(source) if tell is None else documents.read(source, tell)
    found = Found((), ())
    facts: tuple[Fact, ...] = ()
    statements: tuple[Statement, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    # A room is imported when it is entered: a glance at quantities should not pay for the solver.
    if wanted:
        from crossfoot import mentions

        found = mentions.find(document, settings.directory, settings.tagger)
    if wanted & (_STATED | _JUDGED):
        from crossfoot.facts import state

        facts = state(document, found)
    if wanted & _JUDGED:
        from crossfoot.constraints import relate
        from crossfoot.verdicts import solve

        statements = relate(facts)
        verdicts = _unread(document) + solve(document, facts, statements)
        if against:
            from crossfoot.verdicts.outside import borne_out, compare

            report = Report(document, found, facts, statements, verdicts)
            verdicts = borne_out(verdicts, compare(report, tuple(check(other, _STATED_ONLY) for other in against)))
        if settings.rates is not None:
            from crossfoot.verdicts.reference import held_against

            verdicts += tuple(held_against(Report(document, found, facts, statements, verdicts), settings.rates))
        if document.remarks:
            from crossfoot.verdicts.remarks import settled

            verdicts = settled(document, verdicts)
        verdicts = _kept(verdicts, settings)
    return Report(document, found, facts, statements, verdicts)


def pictures(report: Report) -> tuple[Picture, ...]:
    """The pages of a PDF that are worth looking at, for `views.page`: those with figures that were checked."""
    from crossfoot.documents.apart import pictured
    from crossfoot.views.sheets import wanted

    pages = wanted(report) if report.document.pages is not None else ()
    return pictured(report.document.pages or b"", pages) if pages else ()


def _unread(document: Document) -> tuple[Verdict, ...]:
    """What of the document could not be read, as findings: a figure may stand there."""
    return tuple(
        Verdict("reading", "query", (gap.span,), code=gap.code, message=gap.message) for gap in document.unread
    )


def _kept(verdicts: tuple[Verdict, ...], settings: Settings) -> tuple[Verdict, ...]:
    """The verdicts without the findings that the settings do not want."""
    if settings.select is None and not settings.ignore:
        return verdicts
    from crossfoot.lexicon.findings import codes

    select = None if settings.select is None else codes(settings.select)
    ignore = codes(settings.ignore)

    def keeps(code: str) -> bool:
        return (select is None or code in select) and code not in ignore

    return tuple(v for v in verdicts if v.code is None or keeps(v.code))
