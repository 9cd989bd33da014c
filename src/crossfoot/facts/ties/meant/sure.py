"""Claims whose words leave no other: a claim in, whether it is told though it does not tie out.

Three figures that stand in a row in one sentence, with the words between them that say which is which: "rose 11% in the
week to 30,634 from 27,526", "46 million, or 75% of the 61.8 million", "58 million on revenue of 464 million, a margin
of 12.5%". What stands between any of them, or is only compared with them, leaves a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.facts.ties.amounts import FEW, Amount, kin
from crossfoot.facts.ties.claims.moves import signs
from crossfoot.facts.ties.claims.products import per_unit
from crossfoot.facts.ties.claims.shapes import MOVES, Claim, moved
from crossfoot.facts.ties.claims.units import bounded
from crossfoot.facts.ties.meant.alone import NEXT, set_aside
from crossfoot.late import late
from crossfoot.lexicon.metrics import metric

MOST_COST = 0.25
CLEAR = 1.5  # what every other choice costs more
NEAR = 40  # characters between a move and what it moved from
BESIDE = 60  # characters between any two of the three
_AGAIN = late(  # "to 12 million from 11 million, a rise of 9%"
    r"[,(:]\s*(?:(?:or|an?|up|down|for an?|making an?|i\.e\.|that is|which is|representing)\b[^,(:]{0,25})?$",
    re.IGNORECASE,
)
_OF = late(r" (?:the|that of|those of|its|as (?:much|many) as|of)\b[^,;:]{0,50} ?")  # "twice the latter's sales of"
MOST_EACH, MOST_OFF = 1.0, 2.0  # what each of so many may cost, and times that they may be off
NEARLY = 1.25  # where the calendar has how many: days of work and of trade are fewer
RIVALS = 2.5  # what other figures for it cost more
PARTS = 3  # how much in all, how much each, and how many
_STOPS = late("[;；]")
TO = 12  # characters from a comma to a level: ", to about 12 million"
SHORT = 20  # characters between a level and the move that is said behind it


def certain(claims: Sequence[Claim]) -> bool:
    """Is the first of the claims of a cue told in words that leave no other?"""
    first = claims[0]
    if first.shape == "sum":
        return _closed(first)
    if first.kind == "ratio":
        return _times(first)
    if first.kind == "product" and _priced(claims):
        return True
    if first.kind in ("average", "product"):
        return first.said and _each(first) and not any(_rivals(c, first) for c in claims)
    if first.cue.has("other basis") or (first.cue.leading and first.shape != "share"):
        return False
    if any(c.cost < first.cost + CLEAR and set(c.operands) != set(first.operands) for c in claims[1:]):
        return False
    if first.shape in MOVES:
        return first.cost <= MOST_COST and _in_a_row(first) and _moved(first)
    return first.shape == "share" and _shared(first)


def _closed(claim: Claim) -> bool:
    """Do words or marks close a list, and name its whole right before it or behind?"""
    if claim.sure:
        return True
    counted = (a.quantity.kind == "money" or a.size >= FEW for a in claim.operands)
    return claim.said and claim.cue.has("left") and claim.cost <= MOST_COST and all(counted)


def _times(claim: Claim) -> bool:
    """Does a figure stand right before "twice the" and another right behind; in Chinese "为4.3亿元的2倍"?"""
    now, base, by = claim.operands
    row = (now, base, by) if by.leading else (now, by, base)
    joint = by.lead.strip() == "的" if by.leading else _OF.fullmatch(base.lead) is not None
    alike = now.like == base.like or now.quantity.kind == base.quantity.kind == "money"
    adjacent = all(b.index == a.index + 1 and b.sentence == a.sentence for a, b in pairwise(row))
    return adjacent and joint and alike and not base.aside and not now.has("base") and len(row[1].lead) <= NEAR


def _priced(claims: Sequence[Claim]) -> bool:
    """Do three figures side by side say how many, how much each and, by its words, how much in all; and none else?"""
    first = claims[0]
    if len(first.operands) != PARTS or first.cost > MOST_COST or not _in_a_row(first):
        return False
    total, price, count = first.operands
    if bounded(price):
        return False
    named = price.quantity.per is not None and price.quantity.per == count.quantity.unit
    alone = all(c.cost > first.cost + MOST_COST or c.operands == first.operands for c in claims[1:])
    row = sorted(first.operands, key=lambda a: a.index)
    return named and alone and total is row[-1] and total.has("paid") and not _STOPS.search(total.lead)


def _rivals(claim: Claim, first: Claim) -> bool:
    """May the figures of another claim be meant as well? How many days there are is no guess where words count them."""
    own, other = set(first.operands), set(claim.operands)
    if claim.cost >= first.cost + RIVALS or other < own:
        return False
    return other != own or claim.factor != first.factor


def _each(claim: Claim) -> bool:
    """Do words name what one of each is, and is it just that which is counted: "件均收入8.00元", of so many 件?"""
    total, price, *count = claim.operands
    if (
        not price.leading
        or price.low == price.high
        or claim.cost > MOST_EACH
        or price.aside != price.has("each")
        or price.has("base")
    ):
        return False
    if any(a.has("base", "moved", "aim") or a.quantity.change is not None for a in (total, *count)):
        return False
    if (
        bounded(price)
        or total.run[1] > 1
        or (count and (per_unit(price) != count[0].quantity.unit or count[0].run[1] > 1))
    ):
        return False
    made = float(claim.factor) * price.size * (count[0].size if count else 1) / (total.size or 1)
    most = MOST_OFF if count else NEARLY
    return 1 / most < made < most


def _in_a_row(claim: Claim) -> bool:
    row = sorted(claim.operands, key=lambda a: a.index)
    return all(b.index == a.index + 1 and b.sentence == a.sentence and len(b.lead) <= BESIDE for a, b in pairwise(row))


def _moved(claim: Claim) -> bool:
    """Do the words beside each figure of a move say its part in it?"""
    now, base, by = claim.operands
    if base.has("aim", "yardstick") and not by.has("since"):  # "against intentions of 86.5 million"
        return False
    shared = by.has("since") and base.index == by.index + 1  # "up 17% from last year's 5.9 million"
    if not base.has("base") or now.has("base") or by.has("other basis") or len(signs(by)) > 1:
        return False
    if by.has("base") and not shared:
        return False
    if base.run[1] > 1:  # "they had been 5,900 and 5,544 respectively"
        return False
    if not moved(by) or _of_another(now, base):
        return False
    match sorted(claim.operands, key=lambda a: a.index):
        case [first, second, _] if first is by and second is now:
            since = claim.shape != "change" or base.has("from")  # "by five to 761, against 1,137 a year ago"
            own = now.word is not None and now.word != by.word  # "sales rose 5% and profit fell to 12 million"
            return now.has("result") and _straight(now) and since and not own and not NEXT.search(base.lead)
        case [first, _, _] if first is by:
            return now.has("result") and len(base.lead) <= NEAR and _straight(base) and not NEXT.search(base.lead)
        case [_, second, third] if second is by and third is base:
            return by.has("since") and len(by.lead) <= SHORT and not NEXT.search(base.lead)
        case [_, _, third] if third is by:
            own = by.word is None or by.word.start >= by.span.start - len(by.lead)  # no word that moved the levels
            return own and _AGAIN.search(by.lead) is not None
        case _:
            return False


def _of_another(now: Amount, base: Amount) -> bool:
    """Are they of two measures: "deposits rose 7% to 20.7 billion, against net loans of 10.5 billion"?"""
    if set_aside(base):
        return True
    if now.figure is None or base.figure is None or now.figure.metric == base.figure.metric:
        return False
    return metric(now.figure.metric) is not None and metric(base.figure.metric) is not None


def _straight(level: Amount) -> bool:
    """Does no other clause begin between a move and its level: "a rise of 9% in profits, which rose to 12 million"?"""
    return len(level.lead.rpartition(",")[2]) <= TO or "," not in level.lead


def _shared(claim: Claim) -> bool:
    """Do the words beside a share say what it is the share of?"""
    part, whole, _ = claim.operands
    return claim.said and kin(part, whole) and not part.has("stake")
