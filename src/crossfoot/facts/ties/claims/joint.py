"""Wholes called by the names of their parts: the figures of an item in, claims out.

"513,553 carloads and boxes": what counts the carloads and what counts the boxes, in the sentences around, make them.
Which of several sentences has the parts no word says; so a claim that does not tie is told only if one alone would, but
for a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.related import Related
from crossfoot.facts.ties.claims.shapes import Claim, felt, level
from crossfoot.late import late
from crossfoot.lexicon import union
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.joint import Joining, joining
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.tokens import singular

FAR, MOST = 2, 12  # sentences, and figures, between a whole and its parts
MOST_READINGS = 3
SHARP = 0.001  # how much of itself the range of a figure is, at most, that no other has by accident
BEHIND = 4  # words right behind a figure that may name it
_WORD = late(r"[a-z][a-z'-]+")
_CLAUSE = late(r"[;:().]")
_said = partial(Claim, said=True)


class _Item(NamedTuple):
    """The figures of an item, the text that they stand in, and how its language joins names."""

    amounts: Sequence[Amount]
    text: str
    words: Joining


def joint(amounts: Sequence[Amount], text: str) -> Iterator[Related]:
    """What the figures of an item that are called by two names or more are made of."""
    words = joining(amounts[0].lang) if amounts else None
    if words is None:
        return
    item = _Item(amounts, text, words)
    for whole in amounts:
        if not level(whole) or whole.run[1] > 1:
            continue
        for names in _joined(item, whole):
            if claims := tuple(_made(item, whole, names))[:MOST_READINGS]:
                yield Related("joint", claims, whole.sharp < SHARP)
                break


def _made(item: _Item, whole: Amount, names: Sequence[str]) -> Iterator[Claim]:
    """The sums of one figure for each name, sentence by sentence, the nearest first."""
    near = [
        a
        for a in item.amounts[max(whole.index - MOST, 0) : whole.index + MOST]
        if a is not whole
        and abs(a.sentence - whole.sentence) <= FAR
        and level(a)
        and kin(a, whole)
        and not any({*names} <= {*other} for other in _joined(item, a))
        and _of_one(a, whole)
    ]
    called = [(a, name) for a in near if (name := _called(item, a, names)) is not None]
    firsts = sorted({a.sentence for a, _ in called}, key=lambda s: (abs(s - whole.sentence), s > whole.sentence))
    for sentence in firsts:
        for last in (sentence, sentence + 1):
            own = [(a, name) for a, name in called if sentence <= a.sentence <= last]
            parts = [a for a, _ in own]
            if len(own) == len(names) == len({name for _, name in own}) and felt(whole, parts):
                yield _said("sum", "sum", (whole, *parts), whole, 0.0)
                break


def _joined(item: _Item, amount: Amount) -> list[tuple[str, ...]]:
    """The names that are joined right behind a figure, or in its clause before it."""
    lead, tail = _CLAUSE.split(amount.lead.lower())[-1], _tail(amount, item.text)
    behind = item.words.names.search(tail[: _reach(tail)])
    found = [behind[0]] if behind is not None else []
    found += [m[0] for m in item.words.names.finditer(lead)]
    split = (tuple(singular(word) for word in _WORD.findall(said) if word not in item.words.last) for said in found)
    idle = _idle(amount.lang)
    return [names for names in split if len({*names}) == len(names) and idle.isdisjoint(names)]


def _tail(amount: Amount, text: str) -> str:
    """The words behind a number, with what it counts."""
    return (text[amount.quantity.digits[1] : amount.span.end] + amount.tail).lower()


def _reach(tail: str) -> int:
    """How far the words right behind a figure go: to the mark that ends them."""
    ends = (at for mark in ".;:(" if (at := tail.find(mark)) >= 0)
    return min(ends, default=len(tail))


def _called(item: _Item, amount: Amount, names: Sequence[str]) -> str | None:
    """By which of some names a figure is called: right behind it, else last before it, up to the level before."""
    tail = item.words.ends.split(_tail(amount, item.text))[0]
    behind = [singular(word) for word in _WORD.findall(tail)[:BEHIND]]
    found = [name for name in names if name in behind]
    if found:
        return found[0] if len(found) == 1 else None
    lead, i = amount.lead, amount.index - 1
    while i >= 0 and item.amounts[i].sort != "amount" and item.amounts[i].sentence == amount.sentence:
        lead, i = f"{item.amounts[i].lead}#{lead}", i - 1
    said = [singular(word) for word in _WORD.findall(lead.lower())]
    return next((word for word in reversed(said) if word in names), None)


def _of_one(part: Amount, whole: Amount) -> bool:
    """May both be of one time and measure, as far as facts know: no imports are a part of exports?"""
    one, other = part.figure, whole.figure
    if one is None or other is None:
        return True
    if one.metric != other.metric and metric(one.metric) is not None and metric(other.metric) is not None:
        return False
    return None in (one.period, other.period) or one.period == other.period or whole.has("together", "summed")


@cache
def _idle(lang: str) -> frozenset[str]:
    """Words that name nothing."""
    words = frame_words(lang)
    idle = union(words.articles, words.auxiliaries, words.prepositions)
    idle = union(idle, words.boundary, words.determiners)
    return frozenset(singular(word) for word in union(idle, words.adverbs))
