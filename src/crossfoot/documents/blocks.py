"""Pieces in reading order come in, the tree of blocks goes out: items, what stands in them, sentences and cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from crossfoot.documents import lang, sentences
from crossfoot.model import Block, BlockKind, Cell, Place, Span

Tell = Callable[[int, int], None]  # hears how many of how many pages have been read


def silent(done: int, total: int) -> None:
    """Nobody wants to hear of the progress."""


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A block as a reader of a format knows it: what it is, where it stands and what stands in it."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # of a heading
    mark: int = 0  # length of a list marker, which is no part of any sentence
    inside: tuple[Piece, ...] = ()
    cell: Cell | None = None


class Where(msgspec.Struct, frozen=True, gc=False):
    """Where in a paged or tabular source a cell or a line came from (`model.Place` says what each field means)."""

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    sheet: str | None = None
    cell: str | None = None
    edges: tuple[float, ...] = ()


class Gap(msgspec.Struct, frozen=True, gc=False):
    """Where words are missing that could not be read, under which code that is told, and why."""

    at: int
    code: str
    message: str
    zh: str = ""  # the same in Chinese: it comes from another process, to which a `Told` is only a string


class Aside(msgspec.Struct, frozen=True, gc=False):
    """A comment for crossfoot: what follows "crossfoot:", and the stretch of text that it speaks of."""

    words: str
    start: int
    end: int


class Layout(msgspec.Struct, frozen=True, gc=False):
    """What a reader of a format gives: the text and its pieces in reading order."""

    text: str
    pieces: tuple[Piece, ...]
    plain: bool = True  # is the text the input itself?
    published: str | None = None  # from the metadata of the page
    places: tuple[Where, ...] = ()  # in the order of the text
    unread: tuple[Gap, ...] = ()
    asides: tuple[Aside, ...] = ()


def tree(
    doc: str, text: str, pieces: Sequence[Piece], spoken: str, known: Sequence[Where] = ()
) -> tuple[tuple[Block, ...], tuple[Place, ...]]:
    """The blocks, a parent before its children, and the places of table cells and of the lines of pages."""
    blocks: list[Block] = []
    places: list[Place] = []
    wheres = {(where.start, where.end): where for where in known}

    def add(piece: Piece, parent: int) -> None:
        here, span = len(blocks), Span(doc, piece.start, piece.end)
        words = text[piece.start : piece.end]
        spoken_here = lang.of(words, spoken)
        blocks.append(Block(piece.kind, span, parent, piece.level, spoken_here, piece.cell))
        if piece.cell is not None:
            where = wheres.pop((piece.start, piece.end), _NOWHERE)
            places.append(_place(span, where, piece.cell))
        for part in piece.inside:
            add(part, here)
        if piece.inside or piece.cell is not None:
            return
        one = words.isascii()  # in one script there is one language
        for start, end in sentences.split(text, piece.start + piece.mark, piece.end):
            of = spoken_here if one else lang.of(text[start:end], spoken_here)
            blocks.append(Block("sentence", Span(doc, start, end), here, 0, of))

    for piece in pieces:
        add(piece, -1)
    if wheres:  # lines of prose
        places += [_place(Span(doc, where.start, where.end), where, None) for where in wheres.values()]
        places.sort(key=lambda place: place.span)
    return tuple(blocks), tuple(places)


_NOWHERE = Where(0, 0)


def _place(span: Span, where: Where, cell: Cell | None) -> Place:
    table, row, col = (cell.table, cell.row, cell.col) if cell is not None else (None, None, None)
    return Place(span, where.page, where.box, table, row, col, where.sheet, where.cell, where.edges)
