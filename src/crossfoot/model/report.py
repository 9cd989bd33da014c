"""What a check is handed besides the text, and what it gives: settings and the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, Protocol

from crossfoot.interval import Interval
from crossfoot.model.document import Document, Value
from crossfoot.model.fact import Fact
from crossfoot.model.mention import Entity, Found
from crossfoot.model.verdict import Statement, Verdict


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
