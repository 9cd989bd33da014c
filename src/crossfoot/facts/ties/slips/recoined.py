"""Amounts in another currency than all around them: read in theirs, do they tie? The figures of an item in, claims out.

"£500 million from banks and the remaining $320 million" of a price of £820 million asks for nothing, since no dollars
are part of pounds; so what a cue asks for is asked for again with the amount in the currency of those beside it. Where
that ties beyond accident, and to the digit, the currency is at fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.asked import asks
from crossfoot.facts.ties.claims.shapes import Claim, around
from crossfoot.facts.ties.lists import with_lists
from crossfoot.facts.ties.meant.choice import Tried, chosen
from crossfoot.model import Span

NEAR = 6  # figures to either side that may share the currency
MOST_COST, MOST_LOOSE, MOST_CHANCE = 3.5, 1.5, 0.05  # of a sum, of a rate; that it ties by accident
MOST_ODD = 4  # figures of one item
ALIKE = ("USD", "HKD", "TWD", "CAD", "AUD", "NZD", "SGD", "MOP")  # one sign or word may stand for any of them


def recoined(
    amounts: Sequence[Amount], tied: Collection[int], crowds: frozenset[int], tried: Tried
) -> Iterator[tuple[Claim, Span]]:
    """The claims that would tie in another currency, each with the figure that has the wrong one."""
    used = Counter(a.quantity.currency for a in amounts if a.quantity.currency is not None)
    if len(used) < 2:
        return
    odd = [(a, other) for a in amounts if a.index not in tied for other in _others(a, amounts)]
    odd.sort(key=lambda one: (used[one[0].quantity.currency or ""], -one[0].index))  # the rarer is likelier wrong
    seen = set[frozenset[int]]()
    for amount, other in islice(odd, MOST_ODD):
        best = min(_tying(amounts, amount, other, tied, crowds, tried), key=lambda claim: claim.cost, default=None)
        if best is not None and (own := frozenset(a.index for a in best.operands)) not in seen:
            seen.add(own)
            operands = tuple(amounts[a.index] for a in best.operands)
            yield msgspec.structs.replace(best, operands=operands, cue=amounts[best.cue.index]), amount.span


def _others(amount: Amount, amounts: Sequence[Amount]) -> list[str]:
    """The one currency that the money around an amount is in, where that is another one than its own."""
    own = amount.quantity.currency
    if amount.sort != "amount" or own is None or amount.quantity.unit_word is None:
        return []
    near = amounts[max(amount.index - NEAR, 0) : amount.index + NEAR + 1]
    beside = {a.quantity.currency for a in near if a is not amount and a.sentence == amount.sentence}
    beside |= {a.quantity.currency for a in near if a.sentence == amount.sentence - 1}
    return [c for c in sorted(filter(None, beside - {own})) if not (own in ALIKE and c in ALIKE) and not _bare(own, c)]


def _bare(own: str, other: str) -> bool:
    """May a bare 元 stand for the other currency: of Hong Kong, Taiwan or Singapore?"""
    return {own, other} & {"CNY"} != set() and {own, other} & {"HKD", "TWD", "SGD", "MOP"} != set()


def _tying(
    amounts: Sequence[Amount],
    amount: Amount,
    currency: str,
    tied: Collection[int],
    crowds: frozenset[int],
    tried: Tried,
) -> Iterator[Claim]:
    """The claims with a figure in another currency that tie."""
    quantity = msgspec.structs.replace(amount.quantity, currency=currency, unit=currency)
    like = None if amount.like is None else (amount.like[0], currency)
    other = msgspec.structs.replace(amount, quantity=quantity, like=like)
    row = list(with_lists([msgspec.structs.replace(other if a is amount else a, under=()) for a in amounts]))
    for cue in row[max(amount.index - NEAR, 0) : amount.index + NEAR + 1]:
        if cue.index in tied:
            continue
        for claims, _ in asks(cue, around(row, cue, crowds)):
            claims.sort(key=lambda claim: claim.cost)
            own = any(a.index == amount.index for claim in claims for a in claim.operands)
            meant = chosen(claims, {}, tried) if own else None
            most = MOST_COST if meant is not None and meant[0].shape in ("sum", "change") else MOST_LOOSE
            if meant is None or meant[0].cost > most or meant[1] > MOST_CHANCE:
                continue
            if _sound(meant[0], amount, currency):
                yield meant[0]


def _sound(claim: Claim, amount: Amount, currency: str) -> bool:
    """Is all other money of a claim in the currency, and does it tie to the digit where it is a sum?"""
    money = [a for a in claim.operands if a.sort == "amount"]
    if claim.shape not in ("sum", "change", "growth", "share") or all(a.index != amount.index for a in money):
        return False
    if any(a.quantity.currency != currency for a in money):
        return False
    if claim.shape in ("growth", "share"):
        return True
    whole, *parts = (a.quantity.low * a.scale for a in claim.operands)
    gone = claim.minus or (claim.shape == "change" and claim.sign < 0)
    return bool(whole == sum(parts) - 2 * sum(parts[len(parts) - gone :]))
