"""The text of a file and its pieces come in; the comments for crossfoot go out, with what each speaks of.

`<!-- crossfoot: ignore[sum-mismatch] reason: preliminary -->` speaks of the block that it stands in, or else of the
next one; `ignore-file` of the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from crossfoot.documents.blocks import Aside, Piece
from crossfoot.late import late

_OPENS = late(r"^[ \t]{0,3}(```|~~~)", re.MULTILINE)
_LONGEST = 400  # of a comment for us; a longer one speaks to somebody else


def said(comment: str) -> str | None:
    """What a comment says to crossfoot, if it does.

    >>> said(" crossfoot: ignore[XF101] reason: preliminary ")
    'ignore[XF101] reason: preliminary'
    """
    head, colon, words = comment.strip().partition(":")
    return words.strip() if colon and head.strip() == "crossfoot" and len(comment) <= _LONGEST else None


def found(content: str, pieces: Sequence[Piece]) -> tuple[Aside, ...]:
    """The comments of a text in which they stand as they were written, but for those in fenced examples."""
    made, at = [], content.find("<!--")
    fenced = _fenced(content) if at >= 0 and "crossfoot" in content else []
    while at >= 0:
        end = content.find("-->", at + 4)
        if end < 0:
            break
        words = said(content[at + 4 : end])
        if words is not None and not any(a <= at < b for a, b in fenced):
            made.append(about(words, at, content, pieces))
        at = content.find("<!--", end)
    return tuple(made)


def about(words: str, at: int, content: str, pieces: Sequence[Piece]) -> Aside:
    """A comment with the piece that it stands in, or else the next one."""
    if words.startswith("ignore-file"):
        return Aside(words, 0, len(content))
    number = bisect_right(pieces, at, key=lambda piece: piece.start)
    before = pieces[number - 1] if number else None
    piece = before if before is not None and at < before.end else pieces[number] if number < len(pieces) else None
    return _leaf(words, at, piece) if piece is not None else Aside(words, at, at)


def _leaf(words: str, at: int, piece: Piece) -> Aside:
    """Not a whole item, but the paragraph in it."""
    while piece.kind == "item" and piece.inside:
        piece = next((part for part in piece.inside if at < part.end), piece.inside[-1])
    return Aside(words, piece.start, piece.end)


def _fenced(content: str) -> list[tuple[int, int]]:
    """The stretches between fences, where Markdown only shows and does not say."""
    spans, opened = [], None
    for fence in _OPENS.finditer(content):
        if opened is None:
            opened = fence
        elif fence[1] == opened[1]:
            spans.append((opened.start(), fence.end()))
            opened = None
    return spans + ([(opened.start(), len(content))] if opened is not None else [])
