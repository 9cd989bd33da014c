"""One size told in two units of its dimension: the figures of an item in, claims out.

"186 miles (299km)", "1,200 acres, or 486 hectares", "9,600公里，也就是1.92万里": what stands in brackets behind a
measure, or behind words that tell it once more, is as much in another unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.related import Related
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.late import late
from crossfoot.lexicon.cued import restated
from crossfoot.lexicon.dealing import dealing
from crossfoot.lexicon.measures import makes
from crossfoot.model import Quantity

_OPEN = late(r"\s*[(（/]\s*(?:约|about |some |or |around )?")
_SHUT = late(r"(?:-[a-z]+)?\s*(?:[)）]|[,;.，；。]|$)")


def by_measure(amounts: Sequence[Amount]) -> Iterator[Related]:
    """The sizes of an item that are told in two units."""
    for first, second in pairwise(amounts):
        if first.sentence != second.sentence or not first.quantity.kind == second.quantity.kind == "measure":
            continue
        factor = _factor(first.quantity, second.quantity)
        if factor is None or not _told_again(second):
            continue
        claim = Claim("conversion", "product", (second, first), second, 0.0, factor=factor, said=True, sure=True)
        yield Related("measures", (claim,), True, True)


def _factor(first: Quantity, second: Quantity) -> Fraction | None:
    """How much of the second's unit one of the first's is: of kilograms a hectare and a mu, too."""
    if first.per == second.per:
        return makes(first.unit, second.unit)
    if first.per is None or second.per is None:
        return None
    made = Fraction(1) if first.unit == second.unit else makes(first.unit, second.unit)
    over = makes(first.per, second.per)
    return made / over if made is not None and over is not None else None


def _told_again(amount: Amount) -> bool:
    """Do marks or words say that a size is the one before it once more, and nothing else?"""
    words = dealing(amount.lang)
    again = words.restated if words is not None else restated(amount.lang)
    said = _OPEN.fullmatch(amount.lead) or (again is not None and again.fullmatch(amount.lead))
    return bool(said) and _SHUT.match(amount.tail) is not None
