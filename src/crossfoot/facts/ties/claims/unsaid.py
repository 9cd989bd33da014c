"""Figures that words leave to be found: what came since a count was taken, and the whole that a share is of.

"For the year to date permits number 11,902, compared with 10,056 at the end of June": what came in between stands
somewhere before, and so does the deal of which "1.26 billion euros, or 72 percent of the deal" were sold. The figures
of a fit come in with all of their kind, the claims of each that may be meant go out; only one that ties is taken, or
the only one that a slip of the pen explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import Claim

MOST = 24  # figures back
SENSES = ("since", "of all", "each of", "of which")  # of rows that leave a figure to be found
NEAREST = 6  # figures of its kind back, among which that stands which a share is
FELT = 2.0  # times what is rounded away: what is less would not be missed


def left_out(sense: str, roles: Mapping[str, list[Amount]], of: Sequence[Amount]) -> Iterator[Claim]:
    """The claims of a fit, with each figure before it that may be the one that is left out."""
    own = {a.index for figures in roles.values() for a in figures}
    before = [a for a in of if a.index < min(own) and min(own) - a.index <= MOST and _level(a)]
    if sense == "since":
        whole, base = roles["total"][0], roles["base"][0]
        blur = whole.high - whole.low + base.high - base.low
        for part in before if base.size < whole.size else ():
            if part.size < whole.size and part.size > FELT * blur and kin(whole, base, part):
                yield Claim("cumulative", "sum", (whole, base, part), whole, 0.0, said=True, sure=True)
    elif sense == "each of":
        each, many = roles["each"][0], roles["n"][0]
        for whole in _foremost([a for a in before if a.size > each.size and kin(a, each)]):
            yield Claim("average", "product", (whole, each, many), each, 0.0, said=True, sure=True)
    elif sense == "of which":
        whole, rate = roles["whole"][0], roles["rate"][0]
        smaller = [a for a in before if a.size < whole.size and kin(a, whole)][-NEAREST:]
        for part in smaller if _told(rate) else ():
            yield Claim("share", "share", (part, whole, rate), rate, 0.0, said=True, sure=True)
    else:
        part, rate = roles["part"][0], roles["rate"][0]
        larger = [a for a in before if a.size > part.size and kin(a, part)]
        for whole in _foremost(larger) if _told(rate) else ():
            yield Claim("share", "share", (part, whole, rate), rate, 0.0, said=True, sure=True)


def _foremost(wholes: Sequence[Amount]) -> list[Amount]:
    """Of the figures of a text that may be the whole the first, and the largest."""
    return [*dict.fromkeys((*wholes[:1], *sorted(wholes, key=lambda a: a.size)[-1:]))]


def _told(rate: Amount) -> bool:
    return rate.sort == "rate" and not rate.has("moved", "up", "down")


def _level(amount: Amount) -> bool:
    """Is it how much there is? What stands aside is let pass, as nothing but the sum tells which is meant."""
    plain = amount.quantity.change is None and not amount.quantity.ranged
    return plain and not amount.has("base", "then", "aim", "target", "moved", "each") and amount.size > 0
