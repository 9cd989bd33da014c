"""Mentions come in, facts go out: what the text states, each with the words that it rests on.

A sentence is read in one pass from left to right. Phrasings say which mention plays which part; `Frame` says what each
number is a number of; each file of the room turns the fits of its phrasings into its facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crossfoot.facts import (
    change,
    comparison,
    conversion,
    grouping,
    issue,
    listing,
    measurement,
    policy,
    product,
    relationship,
    share,
    target,
)
from crossfoot.facts.frame import SHARED, Carried, Frame
from crossfoot.facts.printings import Printings
from crossfoot.facts.sentence import Match, Sentence
from crossfoot.lexicon.phrasing import phrasings
from crossfoot.model import Block, Document, Fact, Found, Mention

__all__ = ["STATED", "state"]

# The fact types that phrasings state, and who reads a fit. The name is that of the rows in lexicon/<lang>/<name>.toml.
STATED: tuple[tuple[str, Callable[[Match, Frame], Iterator[Fact]]], ...] = (
    ("target", target.state),
    ("tranche", issue.tranche),
    ("issue", issue.state),
    ("conversion", conversion.state),
    ("product", product.state),
    ("share", share.state),
    ("comparison", comparison.state),
    ("change", change.state),
    ("policy", policy.state),
    ("relationship", relationship.state),
    ("listing", listing.state),
    ("grouping", grouping.state),
)


def state(document: Document, found: Found) -> tuple[Fact, ...]:
    """Every fact of a document, in reading order; groupings that whole items imply come last."""
    facts = list[Fact]()
    printings = Printings()
    carried, item, since = Carried(printings), -1, 0
    for sentence, at in _sentences(document, found.mentions):
        if at != item:
            facts += grouping.by_axis(facts[since:])
            carried, item, since = Carried(printings), at, len(facts)
        facts += _stated(sentence, carried)
    facts += grouping.by_axis(facts[since:])
    return tuple(facts)


def _stated(sentence: Sentence, carried: Carried) -> list[Fact]:
    """The facts of one sentence."""
    fits = [(match, reader) for name, reader in STATED for match in sentence.matches(phrasings(name, sentence.lang))]
    chosen = _chosen(fits)
    frame = Frame(sentence, carried, [match for match, _ in chosen])
    facts = list[Fact]()
    at = 0
    for match, reader in sorted(chosen, key=lambda fit: fit[0].start):
        _measure(frame, at, match.start)  # figures are read in the order of the text, so that each can carry the next
        at = max(at, match.start)
        facts += reader(match, frame)
    _measure(frame, at, len(sentence.tokens))
    facts = [*measurement.state(frame), *facts]
    facts += issue.grouped(facts)
    if not carried.entity and sentence.names:
        carried.entity = frame.entity_before(len(sentence.tokens))
    return facts


def _measure(frame: Frame, first: int, last: int) -> None:
    for index in range(first, last):
        if index not in frame.taken and frame.is_level(index):
            frame.level(index)


def _chosen(
    fits: list[tuple[Match, Callable[[Match, Frame], Iterator[Fact]]]],
) -> list[tuple[Match, Callable[[Match, Frame], Iterator[Fact]]]]:
    """A quantity is claimed once, by the most specific phrasing that fits: most roles, then most words, then first."""
    claimed = set[int]()
    chosen = []
    for match, reader in sorted(fits, key=lambda fit: (-len(fit[0].roles), fit[0].start - fit[0].end, fit[0].start)):
        own = {i for role, place in match.roles.items() if role not in SHARED for i in range(*place)}
        if not own & claimed:
            claimed |= own
            chosen.append((match, reader))
    return chosen


def _sentences(document: Document, mentions: tuple[Mention, ...]) -> Iterator[tuple[Sentence, int]]:
    """Each sentence, with the item that it belongs to."""
    at = 0
    for block in document.blocks:
        if block.kind != "sentence":
            continue
        while at < len(mentions) and mentions[at].span.end <= block.span.start:
            at += 1
        inside, i = list[Mention](), at
        while i < len(mentions) and mentions[i].span.start < block.span.end:
            inside.append(mentions[i])
            i += 1
        yield Sentence(document, block.span, inside, block.lang), _item(document, block)


def _item(document: Document, block: Block) -> int:
    """The index of the item that a block is part of; -1 outside any."""
    while block.parent >= 0:
        if document.blocks[block.parent].kind == "item":
            return block.parent
        block = document.blocks[block.parent]
    return -1
