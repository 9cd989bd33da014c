"""Two times and how long lies between them: "a 90-day pact signed on May 2 runs to July 31", "in 2014, ten years ago".

A length and two dates have mostly nothing to do with each other. They are bound by words: at the start, at the end,
and at what lasts so long (`terms`); at what came so long after something else (`after`); at an age (`ages`); or by
standing in one another's place (`told`). The words are rows of stretches.toml; they bind within a sentence and across
two that stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from crossfoot.facts.stretch import after, ages, terms, told
from crossfoot.facts.stretch.line import Line
from crossfoot.lexicon.stretches import words
from crossfoot.model import Block, Document, Mention, Span, Stretch

_READERS = (told.state, terms.state, after.state, ages.state)


def state(document: Document, told: Sequence[tuple[Block, list[Mention]]]) -> Iterator[Stretch]:
    """The stretches of one item: no two of them on one length."""
    taken = set[Span]()
    for _, paragraph in groupby(told, key=lambda one: one[0].parent):
        before: Line | None = None
        for block, mentions in paragraph:
            known = words(block.lang)
            line = None if known is None else Line(document, block, known, mentions)
            if line is not None:
                for reader in _READERS:
                    for fact in reader(line, before):
                        if fact.told not in taken:
                            taken.add(fact.told)
                            yield fact
            before = line
