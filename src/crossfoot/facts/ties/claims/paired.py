"""Parts with their shares of one whole that nobody prints: the figures of a fit come in, out go those that may be so.

"126家表示增加，占42%；120家表示持平，占40%": both imply how many were asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.late import late
from crossfoot.lexicon.cued import remainder, taking

HELD = "share"  # unit of what may be of several companies
_WHERE = late(r" of [^,;.]{0,40}? in (?P<where>[A-Z]\w+)")
_CLAUSE_ENDS = late("[,，;；]")


class Pairs(msgspec.Struct, frozen=True, eq=False):
    """Parts of one whole that nobody prints, each with how much of it that is."""

    row: str
    pairs: tuple[tuple[Amount, Amount], ...]
    firm: bool  # words say that it is one whole; else one that is printed may be meant


def paired(row: str, parts: Sequence[Amount], rates: Sequence[Amount], *, firm: bool) -> Iterator[Pairs]:
    """The pairs of a fit; where words do not say that it is one whole, only of what is counted."""
    plain = all(a.quantity.change is None for a in rates) and kin(*parts) and len(parts) == len(rates)
    counted = all(a.quantity.kind == "count" and a.quantity.unit != HELD for a in parts)
    places = {found["where"] for a in rates if (found := _WHERE.match(a.tail)) is not None}
    if len(places) > 1:
        return  # "12% of the market in Spain", "20% of that in France"
    if plain and (firm or counted) and all(a.sort == "rate" and _still(a) for a in rates) and not _nested(parts):
        yield Pairs(row, tuple(zip(parts, rates, strict=True)), firm)


def _still(rate: Amount) -> bool:
    """Is a rate no move: what moved is only said in the clause before it ("126家表示增加，占42%")?"""
    if rate.word is None or not rate.leading:
        return not rate.has("moved", "up", "down")
    between = rate.lead[max(rate.word.end - rate.span.start + len(rate.lead), 0) :]
    return not rate.has("moved") and rate.word.end < rate.span.start and _CLAUSE_ENDS.search(between) is not None


def _nested(parts: Sequence[Amount]) -> bool:
    """Is one of some parts a part of something else: "入选126家，占42%；其中民营54家，占43%", "民企中，54家，占43%"?"""
    first, *others = parts
    words, whole = remainder(first.lang), taking(first.lang)
    nested = words is not None and any(word in a.lead for a in others for word in words.nested)
    inside = whole.inside if whole is not None else None
    return nested or (inside is not None and any(inside.search(a.lead) for a in others))
