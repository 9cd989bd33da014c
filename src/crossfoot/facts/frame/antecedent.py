"""Which figure said before words or a number speak of: the level said last of a metric, a unit or a size.

A frame and a figure or a quantity come in, the figure that it is met with goes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossfoot.facts.frame.kin import counted, unit_of
from crossfoot.facts.sentence.layout import WINDOW, backwards
from crossfoot.lexicon.cued import yardstick
from crossfoot.model import Figure, Period, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

NAMED = 24  # characters before a level in which words say that it is a record or a peak
LIKE_SIZE = 10  # times that one figure may be another one that it is set beside


def antecedent(frame: Frame, part: Figure, name: str, rest: list[str]) -> Figure | None:
    """The level said last, before this sentence, that the words name; without words, the one said last."""
    for figure in reversed(frame.before):
        if figure.unit != part.unit or figure.status != part.status:
            continue
        words = {word for axis, text in figure.segment if axis == "words" for word in text.split()}
        words |= set(figure.metric.removeprefix("other:").split())
        if name and figure.metric == name and not figure.segment and not rest:
            return figure
        if not name and (set(rest) <= words):
            return figure
    return None


def latest(frame: Frame, like: Figure, within: Period | None) -> Figure | None:
    """The level said last of the same metric, best one that starts with the given period."""
    same = [
        f
        for f in reversed(frame.carried.levels)
        if (f.metric, f.segment, f.status) == (like.metric, like.segment, "actual")
        and (f.entity == like.entity or None in (f.entity, like.entity))
    ]
    if within is not None and within.start is not None and within.end is not None:
        for figure in same:
            period = figure.period
            if (
                period is not None
                and period.start == within.start
                and period.end is not None
                and period.end <= within.end
            ):
                return figure
        return None
    return same[0] if same else None


def level_before(frame: Frame, index: int, like: Quantity) -> Figure | None:
    """The level that stands last before a token in its clause, if it is of the same unit."""
    for i in backwards(frame.layout.levels, index, frame.reach(index)):
        mention = frame.sentence.tokens[i].mention
        if i not in frame.taken and mention is not None and isinstance(mention.value, Quantity):
            figure, unit = frame.level(i), unit_of(like)
            if not frame.words.spaced and i in frame.beside:
                continue  # "211亿元，比2022年的282亿元缩水四分之一，完成目标的70%"
            return figure if unit in ("", figure.unit) or (counted(unit) and counted(figure.unit)) else None
    return None


def last_of(frame: Frame, index: int, like: Quantity, of_size: bool = False) -> Figure | None:
    """The level or price said last, here or before, that is printed in the same unit (and is of like size)."""
    here = [frame.figures[i] for i in sorted(frame.figures) if i < index and frame.stands(i) and not held_to(frame, i)]
    for figure in reversed([*frame.before, *here, *frame.prices]):
        known = frame.carried.printings.first(figure)
        if figure.unit == unit_of(like) and figure.status == "actual" and known is not None:
            small, large = sorted((abs(known.low), abs(like.low)))
            if not of_size or (small and large / small <= LIKE_SIZE):
                return figure
    return None


def held_to(frame: Frame, index: int) -> bool:
    """Is a level only what another is held against: "20% below its high of 6.05, but up 10% from 4.40"?"""
    text, token = frame.sentence.document.text, frame.sentence.tokens[index]
    return yardstick(text[max(token.start - NAMED, 0) : token.start], "", frame.sentence.lang)


def said_before(frame: Frame, index: int) -> list[Figure]:
    """The levels up to a token, those of the item before the sentence first."""
    return [*frame.before, *(frame.figures[i] for i in sorted(frame.figures) if i < index and frame.stands(i))]


def last_level(frame: Frame, index: int, like: Quantity) -> Figure | None:
    """The level said last, here or before, that may be a whole of this."""
    here = [frame.figures[i] for i in sorted(frame.figures) if i < index]
    unit = unit_of(like)
    return next((f for f in reversed([*frame.before, *here]) if unit in ("", f.unit) and not single(frame, f)), None)


def single(frame: Frame, figure: Figure) -> bool:
    """Is it one of its unit, as in "1美元兑7.1元", which has no parts?"""
    known = frame.carried.printings.first(figure)
    return known is not None and known.low == known.scale == 1


def next_level(frame: Frame, index: int, like: Quantity) -> Figure | None:
    """The next level of the sentence that is of the same unit."""
    for i in range(index, min(index + WINDOW, len(frame.sentence.tokens))):
        mention = frame.sentence.tokens[i].mention
        if i not in frame.taken and frame.is_level(i) and mention is not None and isinstance(mention.value, Quantity):
            return frame.level(i) if unit_of(mention.value) == unit_of(like) else None
    return None
