"""A figure without a noun of its own comes in; out goes the metric that the words right around it tell.

"Sold its dredging arm for 92 million" tells what was paid, "18.60 each" a price, "lost 63 million" a loss, so many
square metres an area; and "a loss of 58 million" set beside a pre-tax profit is one of that kind.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from crossfoot.facts.frame.subject import Subject
from crossfoot.lexicon import union
from crossfoot.lexicon.metrics import metric as row
from crossfoot.model import Figure, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

NEAR = 4  # tokens before a figure
_ABLE = 6  # tokens before a figure in which something is said to be able to make so much
_EACH = 40  # characters behind it in which it is said in what time
FAR = 48  # characters behind an amount in which it is said what is done for it
BESIDE = 6  # and back to "compared": "compared to a profit of 7 million"
_SPACES = {"m2": "floor_area", "square foot": "floor_area", "MW": "capacity", "GW": "capacity"}
_PROFITS = {"pre_tax_profit", "operating_profit", "adjusted_profit"}


def metric(frame: Frame, said: Subject, index: int, quantity: Quantity | None) -> str | None:
    """The metric that only the words around a figure tell, if they do."""
    if quantity is not None and not frame.words.spaced and quantity.kind == "money" and not quantity.per:
        cash = said.metric is None or not frame.words.hedging.isdisjoint(said.metric.zh)
        return "deal_value" if cash and _bargained(frame, index) else None
    if quantity is None or not frame.words.spaced:
        return None
    paid = said.metric is None and quantity.kind in ("money", "number") and not frame.words.paid.isdisjoint(said.rest)
    if paid and any(level.metric == "fine" for level in frame.carried.levels):
        return "fine"  # "fined three makers 84 million. Holm must pay 41 million, Carlow 28 million"
    if quantity.kind == "money" and frame.texts(index + 1, index + 2) & frame.words.apiece:
        return "price"
    if said.metric is None and quantity.kind in ("count", "measure") and _able(frame, index, quantity):
        return "capacity"
    if said.metric is not None:
        return None
    if quantity.kind != "money":
        return _SPACES.get(quantity.unit or "")
    if quantity.scale_word is None:
        return None
    before = frame.texts(max(index - NEAR, 0), index)
    return "deal_value" if "for" in before and not frame.words.sold_for.isdisjoint(said.rest) else None


def _able(frame: Frame, index: int, quantity: Quantity) -> bool:
    """Is it what something is able to make in a time: "can make 16 GWh of cells a year"?"""
    before = [token.text for token in frame.sentence.tokens[max(index - _ABLE, 0) : index]]
    able = any(one in frame.words.able and then in frame.words.handling for one, then in pairwise(before))
    behind = frame.sentence.document.text[frame.sentence.tokens[index].end :][:_EACH].lower()
    return able and (
        quantity.per is not None or any(each in behind for each in (" a ", " per ", " annually", " yearly"))
    )


def _bargained(frame: Frame, index: int) -> bool:
    """Is it what something is bought or sold for, which is said behind it: "以4,200万英镑现金买下某某公司"?"""
    words, tokens, text = frame.words, frame.sentence.tokens, frame.sentence.document.text
    at = index - 1
    while at > 0 and tokens[at].text in words.hedging:
        at -= 1
    if at < 0 or tokens[at].text not in words.paying:
        return False
    behind = text[tokens[index].end : min(tokens[index].end + FAR, frame.sentence.span.end)]
    ends = min((i for i in map(behind.find, words.stops) if i >= 0), default=len(behind))
    return any(verb in behind[:ends] for verb in words.bargains)


def by_the_share(frame: Frame, index: int, last: Figure | None) -> str | None:
    """The metric of an amount told once more by the share: "earned 60 million dollars, or 89 cents a share"."""
    tokens = frame.sentence.tokens
    if last is None or index < 2 or tokens[index - 1].text != "or":
        return None
    at = index - 3 if tokens[index - 2].text == "," else index - 2
    if frame.figures.get(at) != last:
        return None
    known = row(last.metric)
    return (known.each if known is not None else "") or last.metric


def partaking(frame: Frame, index: int) -> bool:
    """Does a verb say that something is a part of what was said last?"""
    first = frame.reach(frame.head(index))
    if not frame.texts(first, index).isdisjoint(frame.words.partaking):
        return True
    phrasal = frame.words.spaced and not frame.words.phrasal.isdisjoint(frame.sentence.present)
    return phrasal and any(
        f"{frame.sentence.tokens[i].text} {frame.sentence.tokens[i + 1].text}" in frame.words.phrasal
        for i in range(first, index - 1)
    )


def apart(frame: Frame, index: int, own: list[str]) -> bool:
    """Does a figure of a list share no words with those before it, having a part or a verb of its own?"""
    return partaking(frame, index) or not frame.words.goes_on.isdisjoint(own)


def beside(frame: Frame, said: Subject, index: int, words: set[str]) -> Subject:
    """A bare profit or loss that is set beside a profit of some kind is of it: "pre-tax 31, after a loss of 58"."""
    last = frame.carried.figure
    if frame.words.spaced and index and _lost(frame, index):
        part = (
            said.rest if not frame.words.branches.isdisjoint(said.rest) else ()
        )  # "European operations lost 14 million"
        kept = tuple(word for word in part if word not in frame.words.lost)
        return Subject(
            row("net_profit"), (), None, kept, said.status
        )  # "which has assets of 1.7 billion, lost 3.2 million"
    if last is None or last.metric not in _PROFITS or said.metric is None or said.metric.id != "net_profit":
        return said
    if (
        not frame.words.spaced
        or words.isdisjoint(union(frame.words.losses, frame.words.bare_profits))
        or "net" in words
    ):
        return said
    if not frame.texts(max(index - BESIDE, 0), index) & frame.words.beside:
        return said
    return msgspec.structs.replace(said, metric=row(last.metric))


def _lost(frame: Frame, index: int) -> bool:
    """Does "lost" stand right before so much money?"""
    token, before = frame.sentence.tokens[index], frame.sentence.tokens[index - 1]
    value = token.mention.value if token.mention is not None else None
    lost = frame.sentence.document.text[before.start : before.end].lower() in frame.words.lost
    return lost and isinstance(value, Quantity) and value.kind == "money" and value.scale_word is not None
