"""The pieces of a document come in; the same pieces go out gathered into items, one news story or section each.

A new item starts after a title or a heading. Inside a section of a digest it also starts where a paragraph opens with
the full name of an organisation not met before, but only if the item at hand began so too: "Company news" is a row of
such items, while a story that opens with its subject at large may go on to name many companies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.documents.blocks import Piece
from crossfoot.documents.words import words

_NEWS_LEAD = re.compile(
    r"(?:【[^】]{2,40}】|[一-鿿A-Za-z]{2,12}[（(]\d{5,6}(?:\.[A-Z]{2})?[）)][：:，,]?|[一-鿿A-Za-z]{2,8}[：:])"
)
_LEGAL_ZH = re.compile(r"[一-鿿（）()A-Za-z]{3,24}?(?:有限公司|股份公司|集团|银行)")
_OPENING = 160  # characters of a paragraph in which its subject is looked for
_ROOTS = ("title", "heading", "byline")


def cut(text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Titles, headings and bylines stay at the root; runs of everything else become items.

    >>> text = "Sales\\n\\nAcme Motor Co Ltd sold 7 cars.\\n\\nThe company grew 2%.\\n\\nBolt Holdings Ltd sold 9."
    >>> starts = [0, 7, 39, 60]
    >>> ends = [5, 37, 58, 82]
    >>> kinds = ["heading", "paragraph", "paragraph", "paragraph"]
    >>> [(p.kind, len(p.inside)) for p in cut(text, [Piece(*x) for x in zip(kinds, starts, ends)])]
    [('heading', 0), ('item', 2), ('item', 1)]
    """
    digest = _is_digest(text, pieces)
    met: set[str] = set()
    done: list[Piece] = []
    run: list[Piece] = []
    led = False  # did the item at hand begin with an organisation?

    def close() -> None:
        if run:
            done.append(Piece("item", run[0].start, run[-1].end, inside=tuple(run)))
            run.clear()

    for piece in pieces:
        if piece.kind in _ROOTS:
            close()
            done.append(piece)
            continue
        subject = _subject(text, piece)
        if run and digest and led and subject and subject not in met:
            close()
        if piece.kind == "paragraph" and not any(before.kind == "paragraph" for before in run):
            led = subject is not None
        if subject:
            met.add(subject)
        run.append(piece)
    close()
    return tuple(done)


def _is_digest(text: str, pieces: Sequence[Piece]) -> bool:
    """Has it headings of its own, or does paragraph after paragraph open with another organisation?"""
    body = [piece for piece in pieces if piece.kind == "paragraph"]
    if any(piece.kind == "heading" for piece in pieces):
        return True
    subjects = [subject for piece in body if (subject := _subject(text, piece))]
    return len(set(subjects)) >= 3 and 5 * len(set(subjects)) >= 3 * len(body)


def _subject(text: str, piece: Piece) -> str | None:
    """The organisation, by its full name, with which a paragraph opens."""
    if piece.kind != "paragraph":
        return None
    opening = text[piece.start : min(piece.end, piece.start + _OPENING)]
    return next(_names(opening), None)


def _names(opening: str) -> Iterator[str]:
    """At most one name: the opening run of capitals up to the last legal form in it."""
    if found := _NEWS_LEAD.match(opening) or _LEGAL_ZH.match(opening):
        yield found[0].strip("：:，,")
        return
    tokens = opening.removeprefix("The ").split()
    name: list[str] = []
    closed = 0
    for token in tokens[:12]:
        bare = token.rstrip(",.;:’'\")").removesuffix("’s").removesuffix("'s")
        if not (bare[:1].isupper() or bare[:1].isdigit() or bare in ("of", "and", "for", "&", "plc")):
            break
        name.append(bare)
        if bare in words().legal_forms and len(name) > 1:
            closed = len(name)
        if token[-1] in ",;:." and bare not in words().legal_forms:
            break
    if closed:
        yield " ".join(name[:closed])
