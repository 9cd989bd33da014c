"""What a document claims of its figures, and what comes of it: statements, verdicts and what those rest on."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Literal

from crossfoot.interval import Interval
from crossfoot.model.document import Place, Span, Value
from crossfoot.model.fact import Figure, RelationKind
from crossfoot.relation import Relation

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
    currency: str = ""  # it only ties if what it blames were in this one; nothing is claimed of it as printed
    unchecked: str = ""  # why nothing is claimed, where there are no readings
    implies: tuple[Figure, ...] = ()  # figures that nobody printed, worth telling if they become known


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
    currency: str | None = None  # where the verdict rests on it


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
    currency: str | None = None  # what is set aside is read in this one


class Certificate(Value, frozen=True):
    """All that a verdict rests on, as ranges and equations; `crossfoot.proof` recomputes the verdict from it.

    An equation is (op, left, right); a term a figure's number, a constant as text, or (op, terms ...).
    """

    conclusion: str  # holds, holds_rounded, rounding, reading, unexplained, contradicted, reworded, recoined, implied
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
