"""A figure and its clause come in; out goes the part of the world that it is of, where it is a firm's or a country's.

"Sold 12,400 cars in Germany and 8,100 in France" measures two things of one seller, and "Asia-Pacific grew 9%" is of
whoever has a business there: a part of the world that holds many countries sells and earns nothing itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crossfoot.lexicon.metrics import metric
from crossfoot.model import Figure, Quantity, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

LONGEST = 4  # words of the name of a region
AXIS = "where"
_KINDS = frozenset({"money", "count", "measure", "number"})


def parted(frame: Frame, figure: Figure, first: int, index: int, quantity: Quantity | None) -> Figure:
    """A figure with the place that stands right behind it ("310 shops in Germany"), or with the region that has it."""
    place = owning(frame, first, index)
    if place is None and (quantity is None or quantity.kind not in _KINDS or not _splits(figure, quantity)):
        return figure
    place = place or _behind(frame, index)
    if place is None or figure.entity is None or place.lower().replace(" ", "-") == figure.entity.removeprefix("the-"):
        return figure
    kept = tuple(member for member in figure.segment if member[0] not in (AXIS, "market") and not _again(member, place))
    return Figure(
        figure.entity, figure.metric, (*kept, (AXIS, place)), figure.period, figure.unit, figure.basis, figure.status
    )


def owning(frame: Frame, first: int, index: int) -> str | None:
    """The region whose something is spoken of: "Europe's was 3% higher"."""
    place = frame.sentence.owner(first, index)
    return place if wide(frame, place) else None


def _again(member: tuple[str, str], place: str) -> bool:
    return member[0] == "words" and member[1] in place.lower()


def _splits(figure: Figure, quantity: Quantity) -> bool:
    """May a figure be split by places: what is sold and earned, and what is counted, but no price?"""
    row = metric(figure.metric)
    return row.additive_segment if row is not None else quantity.kind in ("count", "measure")


def _behind(frame: Frame, index: int) -> str | None:
    tokens, words, at = frame.sentence.tokens, frame.words, index + 1
    if tokens[at : at + 2] and tokens[at].text == "of" and tokens[at + 1].text in words.definite:
        at += 2  # "7,400 of them in Poland"
    if at < len(tokens) and tokens[at].mention is None and tokens[at].text in words.staying:
        at += 1
    while at + 1 < len(tokens) and (_time(frame, at) or (_time(frame, at + 1) and tokens[at].text in words.within)):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].mention is not None or tokens[at].text not in words.where:
        return None
    at += 1
    while at < len(tokens) - 1 and tokens[at].text in words.articles:
        at += 1
    end = named(frame, at)
    return written(frame, at, end) if end > at else None


def _time(frame: Frame, index: int) -> bool:
    mention = frame.sentence.tokens[index].mention
    return mention is not None and isinstance(mention.value, Timex)


def named(frame: Frame, at: int) -> int:
    """The token behind the name of a place or a region that begins at one; the same one where none does."""
    tokens, areas = frame.sentence.tokens, frame.words.areas
    if tokens[at].mention is not None or tokens[at].text.endswith("'s"):
        return at
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        run = tokens[at : at + size]
        if all(token.mention is None for token in run) and " ".join(token.text for token in run) in areas:
            return at + size
    if frame.sentence.place_at(at) is None:
        return at
    end, text = at + 1, frame.sentence.document.text
    while end < min(len(tokens), at + LONGEST) and tokens[end].mention is None and text[tokens[end].start].isupper():
        end += 1
    return at if tokens[end - 1].text.endswith("'s") else end


def wide(frame: Frame, who: str | None) -> bool:
    """Is it the name of a part of the world that nobody governs: "Asia-Pacific", "EMEA"?"""
    return who is not None and who.lower().replace("-", " ").removeprefix("the ") in _plain(frame.words.areas)


@cache
def _plain(areas: frozenset[str]) -> frozenset[str]:
    return frozenset(area.replace("-", " ") for area in areas)


def written(frame: Frame, first: int, last: int) -> str:
    span = frame.sentence.span_of(first, last)
    return " ".join(frame.sentence.document.text[span.start : span.end].split())
