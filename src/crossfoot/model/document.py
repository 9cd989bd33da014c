"""What is read, and where: a source as it is handed in, a document cut into blocks, the places of its words.

Offsets are Unicode code points into `Document.text`, half-open.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from typing import Literal

import msgspec


class Value(msgspec.Struct, frozen=True, gc=False):
    """Base of every value here: frozen, and outside the cycle collector, since values never form cycles."""


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
