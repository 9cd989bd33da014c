"""What a user hands in comes in, the `Document` goes out: its text, its language, its date and its tree of blocks.

The format is told from the bytes (sniff.py). Readers of formats know nothing of sentences or items: each gives a
`Layout` (the text and its pieces in reading order), and the same few steps make a document of it. The leaves of the
tree are sentences and cells; every other block that has words has sentences below it, so whoever looks for words need
only walk the leaves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from crossfoot.documents import items, lang, published, tables, text
from crossfoot.documents.blocks import Layout, Tell, silent, tree
from crossfoot.documents.decode import LIMIT, decode
from crossfoot.errors import InputError
from crossfoot.lexicon.told import both
from crossfoot.model import Document, Remark, Source, Span, Unread

__all__ = ["FORMATS", "read"]


def _markdown(content: str) -> Layout:
    from crossfoot.documents.markdown import layout  # plain text, the usual case, does not pay for the other readers

    return layout(content)


def _html(content: str) -> Layout:
    if len(content) > _LARGE_PAGE:
        return _apart("html", content, silent)
    from crossfoot.documents.html import layout

    return layout(content)


def _csv(content: str) -> Layout:
    from crossfoot.documents.csv import layout

    return layout(content)


def _apart(form: str, content: bytes | str, tell: Tell) -> Layout:
    from crossfoot.documents.apart import read

    return read(form, content, tell)


# Formats that are text, with their readers, and those that are not, which are read in a process of their own.
TEXTS: dict[str, Callable[[str], Layout]] = {"text": text.layout, "markdown": _markdown, "html": _html, "csv": _csv}
BINARIES = ("pdf", "xlsx", "docx")
FORMATS = (*TEXTS, *BINARIES)
_LARGE_PAGE = 1 << 20  # characters of HTML


def read(source: Source, tell: Tell = silent) -> Document:
    """One source as a document; `tell` hears of the pages of a long one.

    >>> document = read(Source("note", "Geely sold 105,500 cars in April. Exports fell 38%."))
    >>> [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind == "sentence"]
    ['Geely sold 105,500 cars in April.', 'Exports fell 38%.']

    Raises InputError for what cannot be read, and TypeError for what is no Source.
    """
    if not isinstance(source, Source):
        raise TypeError(
            f'a Source is read, not {type(source).__name__}: write Source("a name for it", the text or bytes)'
        )
    if not isinstance(source.content, (str, bytes)):
        raise TypeError(f"{source.id}: the content of a Source is text or bytes, not {type(source.content).__name__}")
    if source.format is not None and source.format not in FORMATS:
        raise InputError(f"{source.id}: format {source.format!r} is not one of {', '.join(FORMATS)}")
    if source.lang not in (None, "en", "zh"):
        raise InputError(f"{source.id}: lang {source.lang!r} is not one of en, zh")
    try:
        laid = _laid(source, tell)
        if source.tables:
            laid = tables.append(laid, source.tables)
    except InputError as error:
        raise InputError(f"{source.id}: {error}") from None
    if len(laid.text) > LIMIT:
        raise InputError(f"{source.id}: {len(laid.text):,} characters with its tables; the limit is {LIMIT:,}")
    day, stated = published.resolve(source.published or laid.published, laid)
    spoken = source.lang or lang.of(laid.text, default="en")
    pieces = items.cut(laid.text, laid.pieces)
    id_ = hashlib.blake2b(laid.text.encode(), digest_size=8).hexdigest()
    blocks, places = tree(id_, laid.text, pieces, spoken, laid.places)
    unread = tuple(
        Unread(gap.code, both(gap.message, gap.zh or gap.message), Span(id_, gap.at, gap.at)) for gap in laid.unread
    )
    remarks = tuple(Remark(aside.words, Span(id_, aside.start, aside.end)) for aside in laid.asides)
    drawn = source.content if isinstance(source.content, bytes) and any(place.page for place in places) else None
    return Document(id_, laid.text, spoken, day, stated, blocks, places, source.id, laid.plain, unread, remarks, drawn)


def _laid(source: Source, tell: Tell) -> Layout:
    form = source.format
    if form is None:
        from crossfoot.documents.sniff import sniff

        form = sniff(source.content, source.id)
    if form in BINARIES:
        if isinstance(source.content, str):
            raise InputError(f"a {form} file is bytes, not text")
        return _apart(form, source.content, tell)
    return TEXTS[form](decode(source.content, html=form == "html"))
