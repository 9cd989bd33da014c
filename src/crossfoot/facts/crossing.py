"""Parts that make no whole: the facts of an item in, out those without sums that nothing is the sum of.

Of 840 people 610 may be women and 320 researchers. Where words say by what each part is split off, and no way to split
is that of all, somebody may be in two of them. Nor is a part of a part added to it, nor cars to what is sold abroad.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crossfoot.late import late
from crossfoot.lexicon.cued import crossing, ways
from crossfoot.lexicon.metrics import axes
from crossfoot.model import Document, Fact, Figure, Grouping, Share, Span, Tie

REACH = 40  # characters around a part
_APART = late(r"\d|[,;:，；：、]|\band\b|\bor\b")


def kept(document: Document, facts: Sequence[Fact], lang: str) -> Iterator[Fact]:
    """The facts without groupings and sums of such parts."""
    at: dict[Figure, Span] = {}
    for fact in facts:
        for printed in fact.printed:
            at.setdefault(printed.figure, printed.span)
    inside = {(fact.part, whole) for fact in facts if isinstance(fact, Share) for whole in fact.wholes}
    for fact in facts:
        if isinstance(fact, Grouping) and inside:
            fact = _outermost(fact, inside)
        if not _crosses(document, _parts(fact, at), lang) and not _elsewhere(fact):
            yield fact


def _outermost(fact: Grouping, inside: set[tuple[Figure, Figure]]) -> Grouping:
    """Without a part that words say is a share of another part: "其中预算收入180亿元，税收收入135亿元，占前者的75%"."""
    parts = tuple(part for part in fact.parts if not any((part, other) in inside for other in fact.parts))
    return fact if parts == fact.parts or not parts else msgspec.structs.replace(fact, parts=parts, complete=False)


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


def _elsewhere(fact: Fact) -> bool:
    """Is the whole of a sum split off in one way, and each part in another, of one measure?"""
    if not isinstance(fact, Tie) or fact.shape != "sum":
        return False
    whole, *parts = fact.figures
    own = _axes(whole)
    others = [_axes(part) for part in parts]
    return bool(own) and all(others) and not own & set().union(*others) and {whole.metric} == {p.metric for p in parts}


def _axes(figure: Figure) -> set[str]:
    return {axis for axis, _ in figure.segment if axis in axes()}
