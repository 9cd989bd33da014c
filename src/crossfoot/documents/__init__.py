"""What a user hands in comes in, the `Document` goes out: its text, its language, its date and its tree of blocks.

Readers of formats know nothing of sentences or items: each gives a `Layout` (the text and its pieces in reading
order), and the same few steps make a document of it. The leaves of the tree are sentences and cells; every other
block that has words has sentences below it, so whoever looks for words need only walk the leaves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from crossfoot.documents import items, lang, published, tables, text
from crossfoot.documents.blocks import Layout, tree
from crossfoot.documents.decode import LIMIT, decode
from crossfoot.errors import InputError
from crossfoot.model import Document, Remark, Source, Span, Unread

__all__ = ["FORMATS", "read"]


def _markdown(content: str) -> Layout:
    from crossfoot.documents.markdown import layout  # plain text, the usual case, does not pay for the other readers

    return layout(content)


def _html(content: str) -> Layout:
    from crossfoot.documents.html import layout

    return layout(content)


FORMATS: dict[str, Callable[[str], Layout]] = {"text": text.layout, "markdown": _markdown, "html": _html}


def read(source: Source) -> Document:
    """One source as a document.

    >>> document = read(Source("note", "Geely sold 105,500 cars in April. Exports fell 38%."))
    >>> [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind == "sentence"]
    ['Geely sold 105,500 cars in April.', 'Exports fell 38%.']
    """
    form = source.format or "text"
    if form not in FORMATS:
        raise InputError(f"{source.id}: format {source.format!r} is not one of {', '.join(FORMATS)}")
    if source.lang not in (None, "en", "zh"):
        raise InputError(f"{source.id}: lang {source.lang!r} is not one of en, zh")
    try:
        content = decode(source.content, html=form == "html")
        laid = FORMATS[form](content)
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
    unread = tuple(Unread(gap.code, gap.message, Span(id_, gap.at, gap.at)) for gap in laid.unread)
    remarks = tuple(Remark(aside.words, Span(id_, aside.start, aside.end)) for aside in laid.asides)
    return Document(id_, laid.text, spoken, day, stated, blocks, places, source.id, laid.plain, unread, remarks)
