"""How large a part is, in words that bound it and then in percent: "more than half of them, 61%", 超过半数（61%）.

The figures of an item with those that are only bounded come in, comparisons out: what words call more than a half is no
less than 50%. The percentage stands right behind what the part is of, between marks, and no more is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.order.ordered import told
from crossfoot.late import late
from crossfoot.lexicon.ordered import order
from crossfoot.model import Comparison, Quantity, Span

LONGEST = 60  # characters between the words and the percentage
MORE, LESS = (">", ">="), ("<", "<=")
_BETWEEN = late(r"[^.;:,()。；：，（）]{0,50}(?:, | \(| [-–—] |，|（)(?:or |that is |即)?$")
_NUMBER = late(r"\s?[0-9]")
_BEHIND = late(r"\s?[,.;)，。；）]| [-–—] |$")


def apposed(amounts: Sequence[Amount], text: str) -> Iterator[Comparison]:
    """The comparisons of an item's percentages with the words before them."""
    for before, rate in pairwise(amounts):
        if not _plain(rate) or _BEHIND.match(text, rate.span.end) is None:
            continue
        way = "up" if before.quantity.approx in MORE else "down" if before.quantity.approx in LESS else None
        part = before.quantity.low * 100
        if before.quantity.kind != "fraction" or way is None or not 0 < part < 100 or before.quantity.high >= 1:
            continue
        between = text[before.span.end : rate.span.start]
        if len(between) <= LONGEST and _BETWEEN.fullmatch(between) is not None:
            yield from told(rate, _percent(rate, before.span, part), None, way, "order.apposed")
    for rate in amounts:
        rows = order(rate.lang)
        if rows is None or not _plain(rate) or _BEHIND.match(text, rate.span.end) is None:
            continue
        start = max(rate.span.start - LONGEST, 0)
        found = rows.majority.search(text[start : rate.span.start].lower())
        if found is None or _BETWEEN.fullmatch(text, start + found.end(), rate.span.start) is None:
            continue
        if not _NUMBER.match(text, start + found.end()):  # "won with a majority of 891 (41%)": of votes
            at = Span(rate.span.doc, start + found.start(), start + found.end())
            yield from told(rate, _percent(rate, at, Fraction(50)), None, "up", "order.apposed")


def _plain(rate: Amount) -> bool:
    """Is it how large a part is, as it stands?"""
    value = rate.quantity
    return value.kind == "percent" and value.approx is None and value.change is None and not value.ranged


def _percent(like: Amount, at: Span, part: Fraction) -> Amount:
    """A part that words name, in percent."""
    value = Quantity(low=part, high=part, step=Fraction(1), unit="percent", kind="percent", digits=(at.start, at.end))
    size = float(part)
    return msgspec.structs.replace(
        like, span=at, quantity=value, low=size, high=size, size=size, figures=(), word=None, move=None
    )
