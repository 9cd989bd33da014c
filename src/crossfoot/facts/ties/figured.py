"""How many figures are told of things that are counted: "four bidders: Nordal, which paid 612 million, Vela, 548…".

The figures of an item come in, listings go out. Each figure of such a list has a name of its own before it; what only
"the three together" have, the sentence before tells of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.tally import listed, things
from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.order.hedged import lead_at
from crossfoot.facts.ties.order.ranks import one_of
from crossfoot.late import late
from crossfoot.lexicon.figured import Figured
from crossfoot.lexicon.figured import figured as words_of
from crossfoot.model import Document, Listing, Span

LONGEST = 200  # characters from a number to the first figure
BACK = 8  # figures of a sentence that may be a list
NEAR = 1  # a number that is off by more is of something else
_NAME = late(r"(?:^|[^.\w])[A-Z][\w'’&.-]+")
_MORE = late("[,，、]")


def figured(amounts: Sequence[Amount], document: Document) -> Iterator[Listing]:
    """The numbers of an item that say how many figures there are."""
    at = 0
    while at < len(amounts):
        end = at
        while end < len(amounts) and amounts[end].sentence == amounts[at].sentence:
            end += 1
        yield from _listed(amounts[at:end], document)
        yield from _together(amounts[at:end], document)
        at = end


def _listed(own: Sequence[Amount], document: Document) -> Iterator[Listing]:
    """The figures of one sentence that a number of things and a colon set out."""
    words, start = words_of(own[0].lang), lead_at(own[0])
    for i, first in enumerate(own[:BACK]):
        said = document.text[max(start, first.span.start - LONGEST) : first.span.start]
        found, some = words.opening.search(said), own[i:]
        if found is None or not 1 < len(some) <= BACK or not _one_each(some, words):
            continue
        if words.open.search(said, found.start("n")):
            return
        if len(words.number.findall(said, found.start("n"))) == 1:  # else it may be the other that they are
            yield from _number(words, found["n"], first.span.start - len(said) + found.start("n"), some, document)
        return


def _together(own: Sequence[Amount], document: Document) -> Iterator[Listing]:
    """The figures of one sentence of which the next tells what all have: "The three together sold"."""
    words, end = words_of(own[-1].lang), own[-1].span.end + len(own[-1].tail)
    found = words.all.match(document.text[end : end + LONGEST])
    if found is not None and 1 < len(own) <= BACK and _one_each(own, words):
        yield from _number(words, found["n"], end + found.start("n"), own, document)


def _one_each(own: Sequence[Amount], words: Figured) -> bool:
    """Are figures a list, each of somebody who is named before it?"""
    if not all(one_of(a, own[-1]) and not a.has("rest", "left", "each", "split") for a in own):
        return False
    if _MORE.search(own[-1].tail):  # "Vela 548 million, while Orre withdrew"
        return False
    if words.apart:
        if not words.also.search(own[-1].lead):
            return False
        return all(_NAME.search(a.lead) for a in own[1:])
    return all(len(a.lead.strip(words.strip)) > 1 for a in own)


def _number(words: Figured, said: str, at: int, own: Sequence[Amount], document: Document) -> Iterator[Listing]:
    number = words.small[said.lower()]
    if abs(number - len(own)) <= NEAR:
        span = Span(document.id, at, at + len(said))
        yield listed("tie.figured", span, things(number, span), [a.span for a in own])
