"""Parts that run across each other: the facts of an item in, out those without sums that nothing is the sum of.

Of 840 people 610 may be women and 320 researchers. Where words say by what each part is split off, and no way to split
is that of all, somebody may be in two of them, and they make no whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from crossfoot.lexicon.cued import crossing, ways
from crossfoot.model import Document, Fact, Figure, Grouping, Span, Tie

REACH = 40  # characters around a part
_APART = re.compile(r"\d|[,;:，；：、]|\band\b|\bor\b")


def kept(document: Document, facts: Sequence[Fact], lang: str) -> list[Fact]:
    """The facts without groupings and sums of such parts."""
    at: dict[Figure, Span] = {}
    for fact in facts:
        for printed in fact.printed:
            at.setdefault(printed.figure, printed.span)
    return [fact for fact in facts if not _crosses(document, _parts(fact, at), lang)]


def _parts(fact: Fact, at: Mapping[Figure, Span]) -> list[Span]:
    """Where the parts of a sum are printed."""
    if isinstance(fact, Grouping):
        return [at[part] for part in fact.parts if part in at]
    if isinstance(fact, Tie) and fact.shape == "sum":
        return [printed.span for printed in fact.printed[1:]]
    return []


def _crosses(document: Document, parts: Iterable[Span], lang: str) -> bool:
    return crossing(ways(*_around(document.text, part), lang) for part in parts)


def _around(text: str, part: Span) -> tuple[str, str]:
    """The words of a part's own: up to the next figure, the next mark, the next "and"."""
    before = _APART.split(text[max(part.start - REACH, 0) : part.start])[-1]
    noun = re.split(r"\d", text[part.start : part.end])[-1]  # "610 women"
    return before, noun + _APART.split(text[part.end : part.end + REACH], maxsplit=1)[0]
