"""All that words say of which figure is the larger: the figures of an item in, comparisons out, each told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.order.afar import afar
from crossfoot.facts.ties.order.apposed import apposed
from crossfoot.facts.ties.order.extremes import extremes
from crossfoot.facts.ties.order.ordered import compared
from crossfoot.facts.ties.order.pairs import pairs
from crossfoot.facts.ties.order.ranks import ranks
from crossfoot.facts.ties.order.windows import windows
from crossfoot.model import Comparison, Document


def every(levels: Sequence[Amount], document: Document) -> Iterator[Comparison]:
    """What stands side by side first; what stands apart is asked of a word only where nothing beside it is meant."""
    text, year = document.text, document.published.year if document.published is not None else None
    near = [
        *compared(levels, text),
        *extremes(levels, text),
        *ranks(levels, text),
        *windows(levels, text, year),
        *pairs(levels, text),
        *apposed(levels, text),
    ]
    gaps = {fact.gap for fact in near}  # each of a word and the figure that it sets another above
    yield from near
    yield from (fact for fact in afar(levels, text) if fact.gap not in gaps)
