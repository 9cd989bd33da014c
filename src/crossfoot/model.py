"""Every value that passes between the rooms, on one page.

All are frozen, compare by value and know nothing of how they were made or how they will be shown. Offsets are Unicode
code points into `Document.text`, half-open. Numbers are exact (`Fraction`).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Literal, Protocol

import msgspec

from crossfoot.interval import Interval
from crossfoot.relation import Relation


class Value(msgspec.Struct, frozen=True, gc=False):
    """Base of every value here: frozen, and outside the cycle collector, since values never form cycles."""


# ---------------------------------------------------------------------------------------------------- documents


class Span(Value, frozen=True, order=True):
    """The very words: `document.text[start:end]` of the document whose id is `doc`."""

    doc: str
    start: int
    end: int


class Source(Value, frozen=True):
    """What a user hands in: bytes or text, and what is known of it beforehand."""

    id: str
    content: bytes | str
    format: str | None = (
        "text"  # the name of a reader in `documents` (text, markdown, pdf ...); None: told from the bytes
    )
    lang: str | None = None  # None: by the scripts used
    published: str | None = None  # "2020-05-12", "2020-05" or "2020"
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()  # tables > rows > cells, set after the text


class Look(Value, frozen=True):
    """How a table cell is set, as far as its format tells: what a person sees besides the words."""

    rows: int = 1  # how many rows and columns it spans; those that it covers have no cell of their own
    cols: int = 1
    indent: int = 0  # steps that its words are set in from the left edge of the column: 1, 2 ...
    bold: bool = False
    ruled: bool = False  # a rule line runs right above it
    hidden: bool = False  # in a row or column of a sheet that is not shown
    formula: str | None = None  # of a sheet, whose value was stored beside it: "SUM(B2:B9)"


class Cell(Value, frozen=True):
    """Where a table cell stands and what its heads, a caption and a legend say of it."""

    table: int
    row: int
    col: int
    heads: tuple[str, ...] = ()
    unit: str | None = None
    scale: int = 1
    look: Look = Look()


BlockKind = Literal[
    "title", "heading", "item", "list", "paragraph", "sentence", "caption", "byline", "table", "row", "cell"
]


class Block(Value, frozen=True):
    """A node of the block tree. Blocks are stored in reading order, a parent before its children."""

    kind: BlockKind
    span: Span
    parent: int  # index into `Document.blocks`; -1 at the root
    level: int = 0  # of a heading: 1 is the highest
    lang: str = "en"
    cell: Cell | None = None


class Place(Value, frozen=True):
    """Where a stretch of text came from in a paged or tabular source: a table cell, or a line of a page."""

    span: Span
    page: int | None = None  # from 1
    box: tuple[float, float, float, float] | None = None  # left, top, right, bottom: points from the page's top left
    table: int | None = None
    row: int | None = None
    col: int | None = None
    sheet: str | None = None
    cell: str | None = None  # "B7"
    edges: tuple[float, ...] = ()  # of a line of a page: where each of its characters begins, and where the last ends


Box = tuple[float, float, float, float]


class Mark(Value, frozen=True):
    """A figure to be marked on a page of its source, and what is said of it there."""

    page: int  # from 1
    boxes: tuple[Box, ...]  # as of a `Place`; several where its words run over lines
    status: Literal["ok", "bad", "ask"]  # it ties, is most likely wrong, or stands in something that does not tie
    subject: str
    note: str


class Lettering(Value, frozen=True):
    """Characters that a page names but brings no shapes for: whoever looks at it must have a font with them."""

    text: str
    left: tuple[float, ...]  # where each character begins, in points from the left
    base: float  # the line that they stand on, in points from the top
    size: float
    colour: int  # 0xRRGGBB
    bold: bool = False


class Picture(Value, frozen=True):
    """A page of a source as it is looked at."""

    page: int  # from 1
    width: float  # in points
    height: float
    png: bytes
    letters: tuple[Lettering, ...] = ()  # that are not in the picture


class Unread(Value, frozen=True):
    """A part of a document that could not be read, and why; the rest of it was."""

    code: str  # of the finding: XF001, XF004
    message: str
    span: Span  # where it would stand in the text


class Remark(Value, frozen=True):
    """A comment for crossfoot in a document (`<!-- crossfoot: ignore[sum-mismatch] reason: ... -->`)."""

    words: str  # what follows "crossfoot:"
    span: Span  # what it speaks of: the block that it stands in or before


class Document(Value, frozen=True):
    """A text, cut into blocks, and where each stretch of it came from."""

    id: str  # a digest of the content, never random
    text: str
    lang: str
    published: dt.date | None
    published_as: str | None  # as it was given: "2020-05" is a date of lower precision than "2020-05-12"
    blocks: tuple[Block, ...]
    places: tuple[Place, ...] = ()
    source: str = ""  # the name people know it by: a file name, "-", an id in a batch
    plain: bool = True  # is `text` the input itself (so that callers need not be handed it back)?
    unread: tuple[Unread, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pages: bytes | None = None  # what its pages can be drawn from: the PDF that it was read from


def place_of(document: Document, span: Span) -> Place | None:
    """The page or the cell that words stand in; None where the document has no such.

    >>> line = Place(Span("d", 0, 9), page=3)
    >>> place_of(Document("d", "Up 2% now", "en", None, None, (), (line,)), Span("d", 3, 5)).page
    3
    """
    number = bisect_right(document.places, span.start, key=lambda place: place.span.start) - 1
    held = document.places[number] if number >= 0 else None
    return held if held is not None and span.start <= held.span.end else None


# ----------------------------------------------------------------------------------------------------- mentions

QuantityKind = Literal[
    "money", "percent", "percentage-point", "basis-point", "multiple", "fraction",
    "count", "measure", "duration", "ordinal", "number",
]  # fmt: skip


class Quantity(Value, frozen=True):
    """A number as it was written. Meaning (its range) is left to `ranges`; nothing is rounded here.

    "about US$4.26 billion": low = high = 4260000000, step 10000000, currency USD, approx "~", scale 1000000000.
    """

    low: Fraction
    high: Fraction  # equal to low unless the text gives a range
    step: Fraction  # the last printed place times the scale
    unit: str  # a unit id (units.toml), the noun counted, or "" for a bare number
    kind: QuantityKind
    currency: str | None = None  # ISO 4217
    per: str | None = None  # denominator: share, barrel, year
    approx: str | None = None  # ~ <~ > >= < <=
    change: str | None = None  # up, down: only where this is the size of a change
    of: str | None = None  # the words for what is measured
    digits: tuple[int, int] = (0, 0)  # offsets of the bare number ("4.26"), for a suggestion that replaces only it
    scale: int = 1  # what the scale word multiplies by
    scale_word: tuple[int, int] | None = None  # offsets of "billion"
    unit_word: tuple[int, int] | None = None  # offsets of the unit or currency word or sign
    folds: tuple[str, ...] = ()  # what the normaliser changed inside it


class Period(Value, frozen=True):
    """Half-open days. Two periods are equal when they are the same days, or, undated, the same words."""

    start: dt.date | None
    end: dt.date | None
    label: str  # ISO 8601 or SDMX ("2020-04", "2020-Q1", "2020-01/2020-04"); the words, folded, where it has no year


class Timex(Value, frozen=True):
    """A date, period, duration or recurrence as written (TIMEX3 without its XML)."""

    kind: Literal["date", "period", "duration", "set"]
    granularity: str | None  # day, week, month, quarter, half, year, decade, century
    period: Period | None  # None: without anchor, or a comparative that waits for what it is compared with
    duration: str | None = None  # ISO 8601
    shift: str | None = None  # of a comparative: "-P1Y" (a year earlier), "-P1M" (from the month before)
    flag: str | None = None  # weekday-mismatch
    inferred: bool = False  # the year comes from another dated period of the same item


class Name(Value, frozen=True):
    kind: Literal["organisation", "person", "place", "instrument", "product", "index", "law"]
    entity: str  # id of the entity, equal for all mentions of one entity in the document


class Cue(Value, frozen=True):
    """A word that says how figures stand to each other: kind "direction", sense "up"; kind "grouping", "total"."""

    kind: str
    sense: str


class Trap(Value, frozen=True):
    """A number that is no quantity: a ticker, a phone, a model name, a section number."""

    kind: str


class Mention(Value, frozen=True):
    """Something found, its typed value, and the rule that found it."""

    span: Span
    kind: Literal["quantity", "timex", "name", "cue", "trap"]
    value: Quantity | Timex | Name | Cue | Trap
    rule: str


class Entity(Value, frozen=True):
    id: str
    name: str  # the longest form in the text
    kind: str
    aliases: tuple[str, ...] = ()


class Found(Value, frozen=True):
    """What `mentions` hands on: mentions in reading order, and the entities that names refer to."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]


# -------------------------------------------------------------------------------------------------------- facts


class Figure(Value, frozen=True):
    """What a number is a number of: the key on which everything ties. Two statements meet if their figures are equal.

    A rate is a figure too: metric "growth of sales_volume", unit percent, basis the period that it is measured from.
    """

    entity: str | None
    metric: str
    segment: tuple[tuple[str, str], ...] = ()  # (axis, member) pairs in order: (("market", "domestic"),)
    period: Period | None = None
    unit: str = ""
    basis: str | None = None
    status: str = "actual"  # actual, target, planned, ...


class Printed(Value, frozen=True):
    """One printing of one figure. The same figure may be printed several times; each printing may be the wrong one."""

    figure: Figure
    quantity: Quantity
    span: Span  # of the quantity
    nominal: bool = False  # a coupon, a cap, an issue amount: exact as printed (semantics: nominal amounts)
    word: Span | None = None  # of the direction word that gave the quantity its sign
    tabled: bool = False  # in a table whose figures are all printed to one place: noughts at its end count
    headed: bool = False  # in a headline, which says again what its text says


RelationKind = Literal[
    "sum", "crossfoot", "difference", "share", "growth", "growth_mix", "points", "ratio", "product", "average",
    "conversion", "attainment", "cumulative", "same_whole", "equal", "order", "count", "date",
]  # fmt: skip


class Fact(Value, frozen=True):
    """Base of everything stated. `printed` is all that the solver needs to know of any fact."""

    spans: tuple[Span, ...]
    rule: str  # the phrasing row that read it
    printed: tuple[Printed, ...] = ()


class Measurement(Fact, frozen=True, kw_only=True):
    figure: Figure
    quantity: Quantity
    told: bool = False  # a fact of another type tells it: here its figure is only there to be reckoned with
    loss: bool = False  # printed without its sign: "a loss of 33 million"
    within: str | None = None  # what its segment is called, where the words of its key say more
    due: bool = False  # it is yet to come: a forecast or a demand, though it ties as any level


class Change(Fact, frozen=True, kw_only=True):
    """`figure` moved by `quantity` (signed by its `change`) from `bases[0]`; more bases are equally good readings."""

    figure: Figure
    rate: Figure
    bases: tuple[Figure, ...]
    quantity: Quantity
    by: Literal["percent", "points", "amount", "multiple"]
    firm: bool = True  # False: the base may be of another time than the move ("by 5 to 761, against 1,137 a year ago")
    within: str | None = None


class Share(Fact, frozen=True, kw_only=True):
    part: Figure
    ratio: Figure
    wholes: tuple[Figure, ...]  # readings, best first
    named: bool = False  # is the whole one that the words can only mean: "its holder's holding"?
    quantity: Quantity
    rest: bool = False  # is it what is left of the whole without the part: a margin beside sales and costs?
    part_words: str | None = None  # as written, where a part or a whole is spoken of and not printed
    whole_words: str | None = None


class Target(Fact, frozen=True, kw_only=True):
    figure: Figure  # status "target"
    quantity: Quantity
    attained_by: Figure | None = None  # what is measured against it
    ratio: Figure | None = None
    attained: Quantity | None = None
    within: str | None = None


class Conversion(Fact, frozen=True, kw_only=True):
    figure: Figure
    to_figure: Figure
    quantity: Quantity
    to_quantity: Quantity


class Issue(Fact, frozen=True, kw_only=True):
    issuer: str | None
    instrument: str
    figure: Figure
    quantity: Quantity
    market: str | None = None
    use_of_proceeds: str | None = None
    status: str | None = None
    tenor: str | None = None  # ISO 8601 duration, or "perpetual"


class Tranche(Fact, frozen=True, kw_only=True):
    issuer: str | None
    figure: Figure
    quantity: Quantity
    tenor: str | None = None  # ISO 8601 duration
    coupon: Quantity | None = None
    coupon_figure: Figure | None = None
    maturity: Period | None = None


class Policy(Fact, frozen=True, kw_only=True):
    """Who may, should or must do what. A party, here and below, is the id of an entity, else words as written."""

    action: str
    beneficiary: str | None = None
    activity: str | None = None
    limit_metric: str | None = None
    limit_before: Quantity | None = None
    limit_after: Quantity | None = None
    authority: str | None = None
    place: str | None = None
    effective: Period | None = None
    instrument: str | None = None
    status: str | None = None


class Relationship(Fact, frozen=True, kw_only=True):
    """Who stands how to whom; `count` when the text only numbers them ("four industrial players")."""

    subject: str
    relation: str  # founder_of, shareholder_of, ...
    object: str
    count: Quantity | None = None
    percent: Quantity | None = None
    period: Period | None = None
    status: str | None = None


class Attribute(Fact, frozen=True, kw_only=True):
    entity: str
    attribute: str  # alias, kind, located_in, founded, listed_on, focus, principles, aim, use_of_proceeds
    value: str


class Transformation(Fact, frozen=True, kw_only=True):
    """What becomes what: upgrade, rename, merger, split, relocate."""

    before: str | None
    after: str | None
    kind: str
    authority: str | None = None
    place: str | None = None
    period: Period | None = None
    status: str | None = None


class Rank(Fact, frozen=True, kw_only=True):
    entity: str
    rank: int
    among: str | None = None  # what is ranked: "national innovation center"
    place: str | None = None
    period: Period | None = None


class Event(Fact, frozen=True, kw_only=True):
    kind: str  # acquisition, appointment, departure, production_start, approval, fine, appeal, ...
    actor: str | None = None
    object: str | None = None
    place: str | None = None
    date: Period | None = None
    status: str | None = None


class Provenance(Fact, frozen=True, kw_only=True):
    """Where a text, or what it says, comes from: attribution, filing, notice, author, photo_credit, first_published."""

    kind: str
    agent: str
    target: str | None = None


class Grouping(Fact, frozen=True, kw_only=True):
    """A whole and its parts. `complete`: the parts exhaust it, so that their sum may contradict; else they bound it."""

    whole: Figure
    parts: tuple[Figure, ...]
    less: tuple[Figure, ...] = ()  # parts that are taken off, though they are printed without a sign
    complete: bool
    likely: bool = False  # no cue says so, yet the parts may well be all: complains of a plain slip only
    origin: Literal["asserted", "structural"] = "asserted"
    cue: Span | None = None


class Unfooted(Fact, frozen=True, kw_only=True):
    """Figures of a table that may be sums, and of more lines than could all be tried; each span is one of them."""


class Averaging(Fact, frozen=True, kw_only=True):
    """Rates that weigh by amounts: the coupons of the tranches of one issue."""

    average: Figure
    rates: tuple[Figure, ...]
    weights: tuple[Figure, ...]


class Multiplication(Fact, frozen=True, kw_only=True):
    """So many at so much each make so much (`kind` product), or a figure that is so many times another (ratio)."""

    kind: Literal["product", "ratio"]
    result: Figure
    factors: tuple[Figure, Figure]
    firm: bool = True  # False: one of them was said before, and may be of something else


class Tie(Fact, frozen=True, kw_only=True):
    """An equation of a known shape that a cue asks for, over figures that stand near it; the result comes first.

    sum: f0 = f1 + f2 + ...; growth: f0 = f1 × (1 + f2); points, change: f0 = f1 + f2; share: f0 = f1 × f2 percent;
    product: f0 = f1 × f2 × factor. A rate or an amount that something fell by is negative.
    """

    kind: RelationKind
    shape: Literal["sum", "growth", "points", "change", "share", "product"]
    figures: tuple[Figure, ...]
    scales: tuple[Fraction, ...]  # by which each stands in the equation: a cent is a hundredth of a dollar
    factor: Fraction = Fraction(1)
    firm: bool = False  # words alone say that it must hold
    blames: Span | None = None  # a figure in which a slip of the pen would explain that it does not tie as printed
    chance: float = 0.0  # of such a tie by accident, over all that were tried


class Comparison(Fact, frozen=True, kw_only=True):
    """Order only: "record", "below last year's", a part that cannot exceed its whole."""

    lesser: Figure
    greater: Figure
    strict: bool = False


class Listing(Fact, frozen=True, kw_only=True):
    """A number of names said and the names then given."""

    figure: Figure
    names: tuple[Span, ...]
    quantity: Quantity


class Dated(Fact, frozen=True, kw_only=True):
    weekday: str
    date: dt.date


# -------------------------------------------------------------------------------------------------- constraints

Origin = Literal["asserted", "structural", "outside", "discovered"]


class Reading(Value, frozen=True):
    """One equation that a statement may mean; a reading of a lower rank is less natural."""

    relation: Relation
    rank: int = 0
    note: str = ""  # "base: the month before"


class Statement(Value, frozen=True):
    """What the text claims of several figures at once. It is contradicted only if every reading fails."""

    kind: RelationKind
    readings: tuple[Reading, ...]
    origin: Origin
    spans: tuple[Span, ...]  # the figures only, total or result first
    firm: bool = True  # False: it may hold and imply, but never contradicts
    named: bool = False  # its words say what a share is of, so that it ties over sentences as within one
    suspect: bool = False  # not firm, yet a slip of the pen that would explain all is told
    blames: Span | None = None  # suspect, and the figure that the slip is most likely in
    unchecked: str = ""  # why nothing is claimed, where there are no readings
    implies: tuple[Figure, ...] = ()  # figures that nobody printed, worth telling if they become known


# ----------------------------------------------------------------------------------------------------- verdicts

Outcome = Literal["holds", "holds_rounded", "query", "contradicted", "implied", "unchecked"]


class Culprit(Value, frozen=True):
    """A piece of text that, changed to `suggested`, makes everything hold."""

    span: Span
    suggested: str | None  # in the style of the text; replaces exactly the span
    range: Interval | None
    slip: str  # transposition, scale, one-digit, direction, ...
    score: float  # 0..1, of all candidates together


class Known(Value, frozen=True):
    """A figure of a certificate: its words, and what is so of it before anybody prints it."""

    label: str
    base: Interval
    whole: bool  # whole numbers only
    unsaid: bool = False  # nobody prints it


class Shown(Value, frozen=True):
    """Where a figure of a certificate is printed: the number there, and the ranges that the verdict rests on."""

    figure: int  # of the certificate, from 0
    span: Span
    value: tuple[Fraction, Fraction]  # two that differ where the text gives a range
    ranges: tuple[tuple[str, Interval], ...]  # by level; `used`: put there by a repair or a bound; none: set aside


class Remedy(Value, frozen=True):
    """What a candidate changes, so that the claims it is judged by stand. Numbers count within the certificate."""

    pieces: tuple[int, ...]  # of the culprits of the verdict
    level: str
    claims: tuple[tuple[int, int], ...]  # claim and reading
    frees: tuple[int, ...]  # printings set aside
    puts: tuple[tuple[int, Interval], ...] = ()  # what stands in their place
    reads: tuple[tuple[int, Any], ...] = ()  # claims read as another equation
    figures: tuple[int, ...] = ()  # whose common range the culprit's is
    part: bool = False  # the range rests on more claims than a certificate lists
    value: Fraction | None = None  # what is suggested, and what one of its digits counts
    unit: Fraction | None = None


class Certificate(Value, frozen=True):
    """All that a verdict rests on, as ranges and equations; `crossfoot.proof` recomputes the verdict from it.

    An equation is (op, left, right); a term a figure's number, a constant as text, or (op, terms ...).
    """

    conclusion: str  # holds, holds_rounded, rounding, reading, unexplained, contradicted, implied
    figures: tuple[Known, ...]
    printed: tuple[Shown, ...]
    claims: tuple[tuple[RelationKind, tuple[Any, ...]], ...]  # kind and readings, the one it is told by first
    remedies: tuple[Remedy, ...] = ()
    figure: int | None = None  # whose range is implied


class Evidence(Value, frozen=True):
    """Words of another document on which a verdict rests."""

    source: str  # the name people know the document by
    span: Span
    text: str
    place: Place | None = None  # the page or cell, where it has such


class Verdict(Value, frozen=True):
    """On a statement (kind, arithmetic), a conflict (code, message, culprits) or an unprinted value (label, range)."""

    kind: RelationKind | Literal["remark", "reading"]  # on a comment for crossfoot, on a part that could not be read
    outcome: Outcome
    spans: tuple[Span, ...]
    origin: Origin = "asserted"
    code: str | None = None  # of a finding: XF101
    arithmetic: str = ""
    message: str = ""
    label: str = ""
    unit: str = ""
    range: Interval | None = None
    because: tuple[str, ...] = ()
    culprits: tuple[Culprit, ...] = ()
    margin: str | None = None  # certain, likely, cannot tell
    certificate: Certificate | None = None
    evidence: tuple[Evidence, ...] = ()
    accepted: str | None = None  # why a finding is not told: the reason of a comment, or "baseline"


class Told(str):
    """Words for people: the English ones, as the string that this is, and the Chinese ones beside them.

    Whoever knows of no languages has the English words in hand; `lexicon.told` makes them and takes them apart.
    """

    __slots__ = ("zh",)
    zh: str

    def __new__(cls, en: str, zh: str) -> Told:
        made = super().__new__(cls, en)
        made.zh = zh
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # of str, which has only itself to hand on
        return str(self), self.zh


# ------------------------------------------------------------------------------------------------------- report


class Report(Value, frozen=True):
    """Nothing thrown away: every stage can be looked at."""

    document: Document
    found: Found
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    verdicts: tuple[Verdict, ...]


class Rates(Protocol):
    """Reference rates, handed in as a value: `crossfoot.rates.ReferenceRates`, or a table of your own."""

    name: str

    def band(self, many: str, single: str, first: dt.date, last: dt.date) -> Interval | None:
        """How many of one currency one of another was worth from one day to another; None where no rate is known."""
        ...


class Tagger(Protocol):
    """A statistical second opinion on names: `crossfoot.taggers.Taggers`, or one of your own."""

    def name(self, lang: str) -> str:
        """The model and its version, as `via` tells it."""
        ...

    def names(self, text: str, lang: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and kind (organisation, person) of each name that it sees in a stretch of text."""
        ...


class Directory(Value, frozen=True):
    """A user's own list of entities, made ready for look-up: who may be meant by a form of a name.

    `forms` holds each form, folded, under the token that it opens with, the longest first, with the id of its entity.
    """

    forms: dict[str, tuple[tuple[str, str], ...]]
    entities: dict[str, Entity]


class Settings(Value, frozen=True):
    """How a check is to be done; what a document is belongs to its `Source`."""

    only: frozenset[str] | None = None  # keys of the exchange form that are wanted; None: all
    select: frozenset[str] | None = None  # codes or names of findings to keep
    ignore: frozenset[str] = frozenset()
    fail_on: Literal["error", "query", "note"] = "error"
    directory: Directory | None = None  # entities that the user knows, for linking
    tagger: Tagger | None = None  # a second opinion on names that no rule knows
    rates: Rates | None = None  # what implied exchange rates are held against; None: nothing outside the text
