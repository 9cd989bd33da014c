"""A figure and its clause come in; out goes the price of what is traded: "Brent crude rose 2% to $84 a barrel".

Shares have the price of their firm, and what is weighed or piped is named itself: nobody else owns its price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from crossfoot.facts.frame.subject import Subject
from crossfoot.lexicon.units import unit
from crossfoot.model import Cue, Figure, Name, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

LONGEST = 4  # words of what is traded
MOST = 20  # things whose prices an item tells


def priced(frame: Frame, figure: Figure, said: Subject, first: int, index: int, quantity: Quantity | None) -> Figure:
    """The figure as a price, if words say that it is one."""
    if _of_firm(frame, first, index, quantity):
        return msgspec.structs.replace(figure, metric="price", segment=())
    if said.metric is not None:
        return _of_goods(frame, figure, quantity)
    if figure.metric.startswith("other:"):
        if _of_shares(frame, said, first, index, quantity):
            return msgspec.structs.replace(figure, metric="price", segment=())
        known = f" {figure.metric.removeprefix('other:')}"
        for words, thing in frame.carried.traded.items() if quantity is None else ():
            if known.endswith(f" {words}") or (known == " " and figure.entity == thing):  # "arabica was up 2.1%"
                return msgspec.structs.replace(figure, entity=thing, metric="price", segment=())
        return figure
    move = frame.moving(index)
    if figure.metric != "price" or quantity is None or quantity.per is None or move is None:
        return figure
    if (named := _named(frame, first, move.start)) is None:
        return figure
    if len(frame.carried.traded) < MOST:
        frame.carried.traded[named.lower()] = named
    return msgspec.structs.replace(figure, entity=named, segment=())


def _of_goods(frame: Frame, figure: Figure, quantity: Quantity | None) -> Figure:
    """What is paid for so much of something, which nobody owns: "Copper prices settled at $6,395 a tonne in London"."""
    words = next((words for axis, words in figure.segment if axis == "words"), "")
    if figure.metric != "price" or not words or len(words.split()) > 2 or quantity is None or quantity.per is None:
        return figure
    firm = any(isinstance(m.value, Name) and m.value.entity == figure.entity for _, m in frame.sentence.names)
    row = unit(quantity.per)
    if words.endswith(frame.words.no_goods):
        return figure  # "the sale price"
    if firm or row is None or row.dimension == "count" or "share" in words:
        return figure
    return msgspec.structs.replace(figure, entity=words, segment=())


def _of_shares(frame: Frame, said: Subject, first: int, index: int, quantity: Quantity | None) -> bool:
    """Is it what shares cost: "Holm shares fell 4% to 30 euros", and not how many there are?"""
    if quantity is not None and (quantity.kind != "money" or quantity.scale_word is not None):
        return False
    words = frame.words
    if not said.rest or words.shares.isdisjoint(said.rest) or not words.shares.issuperset(said.rest):
        return False
    return words.counted_shares.isdisjoint(frame.texts(first, index))


def _of_firm(frame: Frame, first: int, index: int, quantity: Quantity | None) -> bool:
    """Does a clause open with the shares in or of somebody: "Shares in the fish farmer Nordvik rose 6% to 84.2"?"""
    tokens, words = frame.sentence.tokens, frame.words
    if quantity is not None and (quantity.kind != "money" or quantity.scale_word is not None):
        return False
    while first < index and tokens[first].text in words.determiners:
        first += 1
    if first + 2 >= index or tokens[first].text not in words.shares or tokens[first + 1].text not in ("in", "of"):
        return False
    moved = any(t.mention is not None and isinstance(t.mention.value, Cue) for t in tokens[first:index])
    return tokens[first + 2].text not in words.no_holders and (moved or quantity is None)


def _named(frame: Frame, first: int, last: int) -> str | None:
    """The words that a clause opens with, up to its move, where they are only a name for a thing."""
    tokens, words = frame.sentence.tokens, frame.words
    while first < last and (tokens[first].text in words.determiners or not tokens[first].text[0].isalnum()):
        first += 1
    run = tokens[first:last]
    if not run or len(run) > LONGEST or any(t.mention is not None or t.text in words.closing for t in run):
        return None
    return " ".join(frame.sentence.document.text[run[0].start : run[-1].end].split())
