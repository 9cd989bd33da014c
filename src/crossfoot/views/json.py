"""A `Report` comes in; its exchange form goes out, the JSON that pipelines and tests speak (docs/exchange.md).

The shapes are declared here and nowhere else, and the JSON Schema is generated from them. They differ from the values
between the rooms on purpose: those may change with the house, these are a promise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from crossfoot import model
from crossfoot.interval import Interval
from crossfoot.late import late
from crossfoot.lexicon.findings import rule
from crossfoot.views import facts as facts_view
from crossfoot.views.numbers import bound, decimal

Number = Annotated[msgspec.Raw, msgspec.Meta(extra_json_schema={"type": "number"})]
Offsets = tuple[int, int]
KEYS = ("quantities", "dates", "names", "facts", "relations", "findings", "derived")
_DIGITS = late("[0-9]")
_SURROGATES = late("[\ud800-\udfff]")


class Shape(msgspec.Struct, frozen=True, gc=False):
    """Base of everything in the exchange form."""


class Quantity(Shape, frozen=True):
    """A number as written; `low` and `high` differ only for a range."""

    start: int
    end: int
    text: str
    low: Number
    high: Number
    step: Number
    unit: str
    currency: str | None
    per: str | None
    kind: model.QuantityKind
    approx: str | None
    change: str | None
    of: str | None


class Date(Shape, frozen=True, rename={"from_": "from"}):
    """A date, period, duration or recurrence; `to` is exclusive."""

    start: int
    end: int
    text: str
    from_: str | None
    to: str | None
    granularity: str | None
    kind: str
    duration: str | None
    flag: str | None
    inferred: bool


class Name(Shape, frozen=True):
    start: int
    end: int
    text: str
    kind: str
    entity: str
    via: str


class Fact(Shape, frozen=True):
    """One stated fact; the fields of each type stand in docs/exchange.md."""

    type: str
    fields: dict[str, Any]
    spans: tuple[Offsets, ...]
    via: str
    readings: tuple[dict[str, Any], ...]


class Relation(Shape, frozen=True, omit_defaults=True):
    """What the text says of several figures at once, whether it holds or not."""

    kind: model.RelationKind | Literal["reading"]
    spans: tuple[Offsets, ...]
    status: str
    origin: model.Origin
    arithmetic: str
    because: tuple[str, ...] = ()
    reason: str | None = None  # of one that was not checked
    certificate: Certificate | None = None


class Culprit(Shape, frozen=True):
    """A piece of text that, replaced by `suggested`, makes everything hold."""

    span: Offsets
    suggested: str | None
    lo: str | None
    hi: str | None
    slip: str
    score: Number


class Evidence(Shape, frozen=True, omit_defaults=True):
    """Words of another document on which a finding rests."""

    source: str
    span: Offsets
    text: str
    page: int | None = None
    cell: str | None = None


class Ends(Shape, frozen=True, omit_defaults=True):
    """A range of exact fractions; an end that is left out is unbounded, an open one does not belong to it."""

    low: str | None = None
    high: str | None = None
    low_open: bool = False
    high_open: bool = False


class Known(Shape, frozen=True, omit_defaults=True):
    """A figure, numbered by its place; `base` is what is so of it before anybody prints it."""

    label: str
    base: Ends = Ends()
    whole: bool = False
    unsaid: bool = False


class Shown(Shape, frozen=True, omit_defaults=True):
    """Where a figure is printed; a level that is left out is as the stricter one, `used` stands at all."""

    figure: int
    span: Offsets
    value: tuple[str, ...]
    strict: Ends | None = None
    default: Ends | None = None
    loose: Ends | None = None
    used: Ends | None = None
    aside: bool = False
    currency: str | None = None


class Claimed(Shape, frozen=True):
    """A claim; each reading an equation [op, left, right] of terms: 0 is a figure, "100" a number."""

    kind: model.RelationKind
    readings: tuple[list[Any], ...]


class Put(Shape, frozen=True):
    printed: int
    range: Ends


class Read(Shape, frozen=True):
    claim: int
    reading: list[Any]


class Remedy(Shape, frozen=True, omit_defaults=True):
    """What some culprits of a finding would change, and the claims (each with its reading) that then stand."""

    culprits: tuple[int, ...]
    spans: tuple[Offsets, ...]
    level: str
    claims: tuple[tuple[int, int], ...]
    frees: tuple[int, ...] = ()
    puts: tuple[Put, ...] = ()
    reads: tuple[Read, ...] = ()
    figures: tuple[int, ...] = ()
    part: bool = False
    value: str | None = None
    unit: str | None = None
    words: tuple[str, ...] = ()
    currency: str | None = None


class Certificate(Shape, frozen=True, omit_defaults=True):
    """All that a verdict rests on; `crossfoot verify` recomputes the verdict from it."""

    conclusion: str
    figures: tuple[Known, ...]
    printed: tuple[Shown, ...]
    claims: tuple[Claimed, ...]
    remedies: tuple[Remedy, ...] = ()
    figure: int | None = None


class Finding(Shape, frozen=True):
    code: str
    name: str
    kind: model.RelationKind | Literal["remark", "reading"]
    severity: str
    spans: tuple[Offsets, ...]
    message: str
    arithmetic: str
    culprits: tuple[Culprit, ...]
    margin: str | None
    because: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    certificate: Certificate | None


class Derived(Shape, frozen=True):
    """What follows and is not said; money and counts in single units, percent as 5.0."""

    label: str
    lo: str | None
    hi: str | None
    unit: str
    spans: tuple[Offsets, ...]
    because: tuple[str, ...]
    certificate: Certificate | None


class Place(Shape, frozen=True, omit_defaults=True):
    span: Offsets
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    table: int | None = None
    row: int | None = None
    col: int | None = None
    sheet: str | None = None
    cell: str | None = None


class Exchange(Shape, frozen=True):
    """A report on one document. Keys that were not asked for are left out."""

    id: str
    lang: str
    published: str | None
    quantities: tuple[Quantity, ...] | UnsetType = UNSET
    dates: tuple[Date, ...] | UnsetType = UNSET
    names: tuple[Name, ...] | UnsetType = UNSET
    facts: tuple[Fact, ...] | UnsetType = UNSET
    relations: tuple[Relation, ...] | UnsetType = UNSET
    findings: tuple[Finding, ...] | UnsetType = UNSET
    derived: tuple[Derived, ...] | UnsetType = UNSET
    text: str | UnsetType = UNSET
    places: tuple[Place, ...] | UnsetType = UNSET


class Failure(Shape, frozen=True):
    """Stands in the place of a report that could not be made."""

    id: str | None
    error: dict[Literal["code", "message"], str]


def show(report: model.Report, only: frozenset[str] | None = None) -> bytes:
    """The report as one line of JSON; the same report gives the same bytes."""
    return msgspec.json.encode(exchange(report, only))


def exchange(report: model.Report, only: frozenset[str] | None = None) -> Exchange:
    document, verdicts = report.document, report.verdicts
    makers: dict[str, Callable[[], tuple[Shape, ...]]] = {
        "quantities": lambda: tuple(_quantities(report)),
        "dates": lambda: tuple(_dates(report)),
        "names": lambda: tuple(_names(report)),
        "facts": lambda: tuple(_facts(report)),
        "relations": lambda: tuple(_relation(v) for v in verdicts if v.code is None and v.outcome != "implied"),
        "findings": lambda: tuple(_finding(v) for v in verdicts if is_finding(v)),
        "derived": lambda: tuple(_derived(v) for v in verdicts if v.outcome == "implied"),
    }
    made: dict[str, Any] = {key: makers[key]() for key in KEYS if only is None or key in only}
    if document.places or not document.plain:
        made["text"] = document.text
        made["places"] = tuple(_place(place) for place in document.places)
    return Exchange(_SURROGATES.sub("\ufffd", document.source), document.lang, document.published_as, **made)


def schema() -> dict[str, Any]:
    """The JSON Schema of a line of output."""
    either, named = msgspec.json.schema_components((Exchange, Failure), ref_template="#/$defs/{name}")
    said = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": said, "title": "What crossfoot says of a document", "anyOf": list(either), "$defs": named}


def _quantities(report: model.Report) -> Iterable[Quantity]:
    for mention in report.found.mentions:
        value, span = mention.value, mention.span
        if isinstance(value, model.Quantity):
            yield Quantity(
                span.start, span.end, report.document.text[span.start : span.end],
                _number(value.low), _number(value.high), _number(value.step), value.unit, value.currency, value.per,
                value.kind, value.approx, value.change, value.of,
            )  # fmt: skip


def _dates(report: model.Report) -> Iterable[Date]:
    for mention in report.found.mentions:
        value, span = mention.value, mention.span
        if isinstance(value, model.Timex):
            start, end = (value.period.start, value.period.end) if value.period else (None, None)
            yield Date(
                span.start, span.end, report.document.text[span.start : span.end],
                start.isoformat() if start else None, end.isoformat() if end else None,
                value.granularity, value.kind, value.duration, value.flag, value.inferred,
            )  # fmt: skip


def _names(report: model.Report) -> Iterable[Name]:
    for mention in report.found.mentions:
        value, span = mention.value, mention.span
        if isinstance(value, model.Name):
            words = report.document.text[span.start : span.end]
            yield Name(span.start, span.end, words, value.kind, value.entity, mention.rule)


def _facts(report: model.Report) -> Iterable[Fact]:
    """Each fact once, with all places that state it: a headline says again what the story says."""
    told = dict[bytes, Fact]()
    for number, (fact, (kind, fields, readings)) in enumerate(facts_view.stated(report)):
        made = Fact(kind, fields, _offsets(fact.spans), fact.rule, readings)
        key = msgspec.json.encode((kind, fields, readings, number if kind == "provenance" else 0))
        again = told.get(key)
        told[key] = made if again is None else msgspec.structs.replace(again, spans=(*again.spans, *made.spans))
    return told.values()


def _relation(verdict: model.Verdict) -> Relation:
    because, reason = verdict.because, None
    if verdict.outcome == "unchecked":
        because, reason = (), str(verdict.message) or "; ".join(because)
    return Relation(
        verdict.kind,  # type: ignore[arg-type]  # what is said of a remark is always a finding
        _offsets(verdict.spans),
        verdict.outcome,
        verdict.origin,
        str(verdict.arithmetic),
        tuple(map(str, because)),
        reason,
        _certificate(verdict),
    )


def is_finding(verdict: model.Verdict) -> bool:
    """Is something wrong or asked, and not accepted by a comment or a baseline?"""
    return verdict.code is not None and verdict.outcome != "implied" and verdict.accepted is None


def severity(verdict: model.Verdict) -> str:
    return {"contradicted": "error", "query": "query"}.get(verdict.outcome, "note")


def _finding(verdict: model.Verdict) -> Finding:
    known = rule(verdict.code or "")
    return Finding(
        known.code, known.name, verdict.kind, severity(verdict), _offsets(verdict.spans), str(verdict.message),
        str(verdict.arithmetic), tuple(_culprit(c) for c in verdict.culprits), verdict.margin,
        tuple(map(str, verdict.because)),
        tuple(_evidence(e) for e in verdict.evidence),
        _certificate(verdict),
    )  # fmt: skip


def _evidence(evidence: model.Evidence) -> Evidence:
    place, span = evidence.place, (evidence.span.start, evidence.span.end)
    if place is None:
        return Evidence(evidence.source, span, evidence.text)
    cell = "!".join(part for part in (place.sheet, place.cell) if part) or None
    return Evidence(evidence.source, span, evidence.text, place.page, cell)


def _culprit(culprit: model.Culprit) -> Culprit:
    low, high = (culprit.range.low, culprit.range.high) if culprit.range else (None, None)
    score = _number(Fraction(round(culprit.score * 1000), 1000))
    span = (culprit.span.start, culprit.span.end)
    return Culprit(span, culprit.suggested, bound(low, False), bound(high, True), culprit.slip, score)


def _certificate(verdict: model.Verdict) -> Certificate | None:
    made = verdict.certificate
    if made is None:
        return None
    return Certificate(
        made.conclusion,
        tuple(Known(str(figure.label), _ends(figure.base), figure.whole, figure.unsaid) for figure in made.figures),
        tuple(_shown(shown) for shown in made.printed),
        tuple(Claimed(kind, readings) for kind, readings in made.claims),
        tuple(_remedy(remedy, verdict) for remedy in made.remedies),
        made.figure,
    )


def _shown(shown: model.Shown) -> Shown:
    value = tuple(map(str, dict.fromkeys(shown.value)))
    ranges = {level: _ends(range_) for level, range_ in shown.ranges}
    return Shown(
        shown.figure, (shown.span.start, shown.span.end), value, **ranges, aside=not ranges, currency=shown.currency
    )


def _remedy(remedy: model.Remedy, verdict: model.Verdict) -> Remedy:
    pieces = [verdict.culprits[i] for i in remedy.pieces]
    return Remedy(
        remedy.pieces, _offsets(piece.span for piece in pieces), remedy.level, remedy.claims, remedy.frees,
        tuple(Put(printed, _ends(range_)) for printed, range_ in remedy.puts),
        tuple(Read(claim, reading) for claim, reading in remedy.reads),
        remedy.figures, remedy.part, _text(remedy.value), _text(remedy.unit),
        tuple(piece.suggested for piece in pieces if piece.suggested and not _DIGITS.search(piece.suggested)),
        remedy.currency,
    )  # fmt: skip


def _ends(range_: Interval) -> Ends:
    return Ends(_text(range_.low), _text(range_.high), range_.low_open, range_.high_open)


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _derived(verdict: model.Verdict) -> Derived:
    low, high = (verdict.range.low, verdict.range.high) if verdict.range else (None, None)
    spans = _offsets(verdict.spans)
    return Derived(
        str(verdict.label), bound(low, False), bound(high, True), verdict.unit, spans, tuple(map(str, verdict.because)),
        _certificate(verdict),
    )  # fmt: skip


def _place(place: model.Place) -> Place:
    span = (place.span.start, place.span.end)
    return Place(span, place.page, place.box, place.table, place.row, place.col, place.sheet, place.cell)


def _offsets(spans: Iterable[model.Span]) -> tuple[Offsets, ...]:
    return tuple((span.start, span.end) for span in spans)


def _number(value: Fraction) -> msgspec.Raw:
    return msgspec.Raw(decimal(value).encode())
