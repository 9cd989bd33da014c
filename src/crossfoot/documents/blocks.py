"""Pieces in reading order come in, the tree of blocks goes out: items, what stands in them, sentences and cells."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossfoot.documents import lang, sentences
from crossfoot.model import Block, BlockKind, Cell, Place, Span


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A block as a reader of a format knows it: what it is, where it stands and what stands in it."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # of a heading
    mark: int = 0  # length of a list marker, which is no part of any sentence
    inside: tuple[Piece, ...] = ()
    cell: Cell | None = None


class Layout(msgspec.Struct, frozen=True, gc=False):
    """What a reader of a format gives: the text and its pieces in reading order."""

    text: str
    pieces: tuple[Piece, ...]
    plain: bool = True  # is the text the input itself?
    published: str | None = None  # from the metadata of the page


def tree(doc: str, text: str, pieces: Sequence[Piece], spoken: str) -> tuple[tuple[Block, ...], tuple[Place, ...]]:
    """The blocks, a parent before its children, and the places of table cells."""
    blocks: list[Block] = []
    places: list[Place] = []

    def add(piece: Piece, parent: int) -> None:
        here, span = len(blocks), Span(doc, piece.start, piece.end)
        words = text[piece.start : piece.end]
        spoken_here = lang.of(words, spoken)
        blocks.append(Block(piece.kind, span, parent, piece.level, spoken_here, piece.cell))
        if piece.cell is not None:
            places.append(Place(span, table=piece.cell.table, row=piece.cell.row, col=piece.cell.col))
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
    return tuple(blocks), tuple(places)
