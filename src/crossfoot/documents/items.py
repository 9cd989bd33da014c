"""The pieces of a document come in; the same pieces go out gathered into items, one news story or section each.

A new item starts after a title or a heading. Inside a section of a digest it also starts where a paragraph opens with
the full name of an organisation not met before, but only if the item at hand began so too: "Company news" is a row of
such items, while a story that opens with its subject at large may go on to name many companies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crossfoot.documents.blocks import Piece
from crossfoot.documents.words import words
from crossfoot.late import late
from crossfoot.lexicon.common import everyday

_HAN = late("[一-鿿]")
_OPENING = 160  # characters of a paragraph in which its subject is looked for
_LABEL = late(r"[A-Z][A-Za-z&/ -]{2,24}: (?=[A-Z])")
_CAPITAL = late(r"(?<=[a-z,;] )[A-Z][A-Za-z-]+")
_LEAST = 3  # paragraphs of a round-up
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
    subjects = [_subject(text, piece) for piece in pieces]
    digest = _is_digest(pieces, subjects)
    apart = _apart(text, pieces)
    met: set[str] = set()
    done: list[Piece] = []
    run: list[Piece] = []
    led = False  # did the item at hand begin with an organisation?

    def close() -> None:
        if run:
            done.append(Piece("item", run[0].start, run[-1].end, inside=tuple(run)))
            run.clear()

    for piece, subject in zip(pieces, subjects, strict=True):
        if piece.kind in _ROOTS:
            close()
            done.append(piece)
            continue
        if run and piece.start in apart:
            close()
        if run and digest and led and subject and subject not in met:
            close()
        if piece.kind == "paragraph" and not any(before.kind == "paragraph" for before in run):
            led = subject is not None
        if subject:
            met.add(subject)
        run.append(piece)
    close()
    return tuple(done)


def _apart(text: str, pieces: Sequence[Piece]) -> frozenset[int]:
    """Where the items of a round-up begin whose paragraphs have nobody in common, or each a label of its own."""
    paragraphs = [piece for piece in pieces if piece.kind not in _ROOTS]
    if (
        len(paragraphs) < _LEAST
        or any(p.kind != "paragraph" for p in paragraphs)
        or (not text.isascii() and _HAN.search(text))
    ):
        return frozenset()
    said = [text[p.start : p.end] for p in paragraphs]
    named = [frozenset(_names(words)) for words in said]
    labels = [_LABEL.match(words) for words in said]
    often = max((sum(name in names for names in named) for names in named for name in names), default=0)
    if all(labels):
        own = sum(any(sum(name in others for others in named) == 1 for name in names) for names in named)
        parted = own > 1 and 2 * often <= len(named) and len({label[0] for label in labels if label}) == len(labels)
    else:
        opened = [_bare_name(words) for words in said]
        parted = all(opened) and often == 1
    return frozenset(p.start for p in paragraphs) if parted else frozenset()


def _names(words: str) -> Iterator[str]:
    """Words with a capital that do not only open a sentence."""
    for found in _CAPITAL.finditer(words):
        if found[0].lower().removesuffix("'s") not in everyday("en") and found[0].isalpha():
            yield found[0].lower()
    if (opened := _bare_name(words)) is not None:
        yield opened


def _bare_name(words: str) -> str | None:
    """The word with a capital that a paragraph opens with, if it is no everyday word."""
    first = words.split(maxsplit=1)[0].rstrip(",.").removesuffix("'s").lower()
    return first if words[:1].isupper() and first.isalpha() and first not in everyday("en") else None


def _is_digest(pieces: Sequence[Piece], subjects: Sequence[str | None]) -> bool:
    """Has it headings of its own, or does paragraph after paragraph open with another organisation?"""
    if any(piece.kind == "heading" for piece in pieces):
        return True
    paragraphs = sum(1 for piece in pieces if piece.kind == "paragraph")
    told = {subject for subject in subjects if subject}
    if len(told) == paragraphs > 1 and all(subject.startswith("【") for subject in told):
        return True
    return len(told) >= 3 and 5 * len(told) >= 3 * paragraphs


def _subject(text: str, piece: Piece) -> str | None:
    """The organisation, by its full name, with which a paragraph opens."""
    if piece.kind != "paragraph":
        return None
    opening = text[piece.start : min(piece.end, piece.start + _OPENING)]
    return _han_name(opening) if not opening.isascii() and _HAN.search(opening) else _latin_name(opening)


def _latin_name(opening: str) -> str | None:
    """The opening run of capitals up to the last legal form in it.

    >>> _latin_name("The Industrial Bank Co Ltd has issued bonds"), _latin_name("Sales of Acme Co rose")
    ('Industrial Bank Co Ltd', None)
    """
    name: list[str] = []
    closed = 0
    for token in opening.removeprefix("The ").split()[:12]:
        bare = token.rstrip(",.;:’'\")").removesuffix("’s").removesuffix("'s")
        if not (bare[:1].isupper() or bare[:1].isdigit() or bare in ("of", "and", "for", "&", "plc")):
            break
        if bare in ("of", "for") and not (name and name[-1] in words().legal_forms):
            break  # "Bank of ..." goes on, "Sales of ..." is about something else
        name.append(bare)
        legal = bare in words().legal_forms
        if legal and len(name) > 1:
            closed = len(name)
        if token[-1] in ",;:." and not legal:
            break
    return " ".join(name[:closed]) or None


def _han_name(opening: str) -> str | None:
    """A name with a legal form, or the short name with its ticker or a colon that leads a brief.

    >>> _han_name("天奇股份(002009)：公司中标"), _han_name("吉利汽车控股有限公司公布"), _han_name("去年公司增长")
    ('天奇股份(002009)', '吉利汽车控股有限公司', None)
    """
    found = _han_patterns().match(opening)
    return found[0].strip("：:，,") if found else None


@cache
def _han_patterns() -> re.Pattern[str]:
    """Compiled when first needed: wide classes of characters take a while."""
    lead = r"【[^】]{2,40}】|[一-鿿A-Za-z]{2,12}[（(]\d{5,6}(?:\.[A-Z]{2})?[）)][：:，,]?|[一-鿿]{2,8}[：:]"
    return re.compile(lead + r"|[一-鿿（）()A-Za-z]{3,24}?(?:有限公司|股份公司|集团|银行)")
