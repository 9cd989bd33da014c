"""What is found in a document: quantities, times, names, cues and traps, each with its typed value."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Literal

from crossfoot.model.document import Span, Value

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

    @property
    def ranged(self) -> bool:
        """Does the text give a range? The ends of any other are one and the same, and to compare numbers is dear."""
        return self.low is not self.high and self.low != self.high


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
