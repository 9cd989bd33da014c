"""A Word file comes in; its layout goes out: headings, paragraphs, lists and tables in the order of the text.

python-docx comes with the extra `docx`; nothing else in crossfoot imports it.
"""

from __future__ import annotations

import io
import re
from typing import Any

from crossfoot.documents import text
from crossfoot.documents.archive import Archive
from crossfoot.documents.blocks import Layout, Piece, Tell, silent
from crossfoot.documents.tables import lay
from crossfoot.documents.words import is_byline, is_caption
from crossfoot.errors import InputError
from crossfoot.late import late
from crossfoot.model import BlockKind, Look

_HEADING = late(r"(?:heading|标题) ?(\d)", re.IGNORECASE)
_BEFORE = 3  # paragraphs above a table that may speak of its cells
_MOST_COLUMNS = 300


def prepare() -> None:
    """What must be imported, and read from the package, while files may still be opened."""
    import docx

    docx.Document()


def layout(content: bytes, tell: Tell = silent) -> Layout:
    """The body of a Word file; headers, footers and comments are no part of it."""
    import docx
    from docx.opc.exceptions import OpcError

    Archive(content)  # its limits
    try:
        body = list(docx.Document(io.BytesIO(content)).iter_inner_content())
    except (OpcError, KeyError, ValueError, SyntaxError) as error:  # lxml's errors are syntax errors
        raise InputError(f"damaged: {str(error)[:120]}") from None
    parts: list[str] = []
    pieces: list[Piece] = []
    before: list[str] = []
    at = number = 0
    for block in body:
        if hasattr(block, "rows"):
            rows, looks = _grid(block)
            words, piece = lay(rows, number, at, "\n".join(before[-_BEFORE:]), looks)
            number += piece is not None
            before.clear()
        else:
            words = " ".join(block.text.split())
            if not words:
                continue
            before.append(words)
            piece = _paragraph(block, words, at, titled=any(p.kind == "title" for p in pieces))
            words += "\n"
        if piece is not None:
            pieces.append(piece)
        parts.append(words + "\n")
        at += len(words) + 1
    return Layout("".join(parts), tuple(text.listed(iter(pieces))), plain=False)


def _paragraph(block: Any, words: str, at: int, titled: bool) -> Piece:
    style = (block.style.name or "") if block.style is not None else ""
    found = _HEADING.match(style)
    mark, kind, level = 0, "paragraph", 0
    if style.lower() == "title" and not titled:
        kind, level = "title", 1
    elif found:
        kind, level = "heading", int(found[1])
    elif is_caption(words) or style.lower() == "caption":
        kind = "caption"
    elif is_byline(words) or text.is_date(words):
        kind = "byline"
    elif style.lower().startswith("list") or (mark := text.marker(words)):
        kind = "list"
    named: BlockKind = kind  # type: ignore[assignment]
    return Piece(named, at, at + len(words), level=level, mark=mark)


def _grid(table: Any) -> tuple[list[list[str]], list[list[Look | None]]]:
    """The cells as rows of one width; what a merged cell covers is empty and has no look."""
    from docx.table import _Cell

    rows: list[list[str]] = []
    looks: list[list[Look | None]] = []
    above: dict[int, tuple[int, int]] = {}  # by column: the row where a cell that runs down began, and its width
    for r, row in enumerate(table._tbl.tr_lst):
        words: list[str] = []
        seen: list[Look | None] = []
        for tc in row.tc_lst:
            span = max(1, min(int(tc.grid_span or 1), _MOST_COLUMNS - len(words)))
            if tc.vMerge == "continue" and len(words) in above:
                top, _ = above[len(words)]
                start = looks[top][len(words)]
                if start is not None:
                    looks[top][len(words)] = Look(r - top + 1, start.cols, start.indent, start.bold)
                seen += [None] * span
                words += [""] * span
                continue
            cell = _Cell(tc, table)
            runs = [run for paragraph in cell.paragraphs for run in paragraph.runs if run.text.strip()]
            if tc.vMerge == "restart":
                above[len(words)] = (r, span)
            else:
                above.pop(len(words), None)
            seen += [Look(1, span, 0, bool(runs) and all(run.bold for run in runs)), *[None] * (span - 1)]
            words += [" ".join(cell.text.split()), *[""] * (span - 1)]
            if len(words) >= _MOST_COLUMNS:
                break
        rows.append(words)
        looks.append(seen)
    width = max((len(row) for row in rows), default=0)
    for words, seen in zip(rows, looks, strict=True):
        seen += [Look()] * (width - len(words))
        words += [""] * (width - len(words))
    return rows, looks
