"""Figures whose name says of what they are, wherever that stands: the figures of an item in, claims out.

"The combined ratio was 94.2%", "a sales-to-listings ratio of 50%": lexicon/defined.py has the names. Where each of the
others is called so by one figure of the sentences around, words leave no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.related import Related
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.late import late
from crossfoot.lexicon.defined import Defined, Definitions, definitions

_said = partial(Claim, said=True, sure=True)
FAR, MOST = 4, 16  # sentences, and figures, between a figure and what it is of
_SHORT = late(r" \([A-Za-z]{2,12}\)")  # "revenue per available room (RevPAR)"
FARTHEST = 80  # characters between a figure and what it is called


def defined(amounts: Sequence[Amount], text: str) -> Iterator[Related]:
    words = definitions(amounts[0].lang) if amounts else None
    if words is None:
        return
    cues = [cue for cue in amounts if cue.sort not in ("points", "length") and _plain(cue)]
    named = [(cue, row, names) for cue in cues for row, names in words.of(_lead(cue, amounts), cue.tail)]
    at = {(_key(row, names), cue.sentence) for cue, row, names in named}
    done = set[int]()
    for cue, row, names in named:
        found = _called(names, cue, amounts, words, text) if cue.index not in done else []
        if len(found) != len(names) or not all(_of_one(cue, a, amounts, words, names) for a in found):
            continue
        theirs = {a.sentence for a in found}
        if cue.sentence not in theirs and len(theirs) == 1 and (_key(row, names), *theirs) in at:
            continue  # they have one of their own beside them, this is of another market
        claim = _claim(row, cue, found)
        if claim is not None:
            firm = row is None or row.sure or row.sense not in ("sum", "less")
            yield Related("defined", (claim,), firm, True)
            done.add(cue.index)


def _key(row: Defined | None, names: Sequence[re.Pattern[str]]) -> tuple[str, ...]:
    """What tells the names of one thing from those of another."""
    return row.names if row is not None else tuple(name.pattern for name in names)


def _claim(row: Defined | None, cue: Amount, others: list[Amount]) -> Claim | None:
    """What a row makes of them; without one, the share of the first in the second."""
    match row.sense if row is not None else "share":
        case "share":
            if cue.sort == "rate":
                return _said("share", "share", (*others, cue), cue, 0.0) if kin(*others) else None
            times = cue.sort == "multiple" or cue.quantity.kind == "number"
            return _said("ratio", "product", (*others, cue), cue, 0.0) if times and kin(*others) else None
        case "sum":
            return _said("sum", "sum", (cue, *others), cue, 0.0) if kin(cue, *others) else None
        case "less":
            less = cue.sort == "amount" and kin(cue, *others)
            return _said("difference", "sum", (*others, cue), cue, 0.0) if less else None
    return _said("product", "product", (cue, *others), cue, 0.0) if cue.sort == "amount" else None


def _called(
    names: Sequence[re.Pattern[str]], cue: Amount, amounts: Sequence[Amount], words: Definitions, text: str
) -> list[Amount]:
    """The figures that are called so, as far as they are: each figure by the nearest name beside it.

    Of the sentences around, the nearest that has one for a name, and only one; those before come first.
    """
    near = [
        a
        for a in amounts[max(cue.index - MOST, 0) : cue.index + MOST]
        if a is not cue and abs(a.sentence - cue.sentence) <= FAR and _plain(a)
    ]
    by_name: dict[int, list[Amount]] = {}
    for amount in near:
        lead = words.breaks.split(_lead(amount, amounts))[-1]
        tail = text[amount.span.start : amount.span.end] + words.breaks.split(amount.tail)[0]
        found = [(_away(name, lead, tail), i) for i, name in enumerate(names)]
        (away, _), i = min(found)
        if away < FARTHEST:
            by_name.setdefault(i, []).append(amount)
    chosen = list[Amount]()
    for i in range(len(names)):
        called = by_name.get(i, [])
        nearest = min(called, key=lambda a: (a.index > cue.index, abs(a.sentence - cue.sentence)), default=None)
        own = [a for a in called if nearest is not None and a.sentence == nearest.sentence]
        if nearest is not None and len(own) == 1:
            chosen.append(nearest)
    return chosen


def _lead(amount: Amount, amounts: Sequence[Amount]) -> str:
    """The words before a figure; where they only say that something moved to it, those before the size of the move."""
    last = amounts[amount.index - 1] if amount.index else None
    if last is None or last.sentence != amount.sentence or not (amount.has("result") or last.has("moved")):
        return _SHORT.sub("", amount.lead)
    return _SHORT.sub("", f"{last.lead}#{amount.lead}")


def _away(name: re.Pattern[str], lead: str, tail: str) -> tuple[int, int]:
    """How many characters from a figure it is called so, before or behind it; of two names the longer."""
    found = [(len(lead) - m.end(), -len(m[0])) for m in name.finditer(lead)]
    behind = name.search(tail)
    return min([*found, *([(behind.start(), -len(behind[0]))] if behind is not None else ())], default=(FARTHEST, 0))


def _of_one(
    cue: Amount, other: Amount, amounts: Sequence[Amount], words: Definitions, names: Sequence[re.Pattern[str]]
) -> bool:
    """May both be of one owner and time, and told alike: no adjusted margin of a reported profit?

    What has such a name for its owner, as "RevPAR" is read, has none.
    """
    one, two = cue.figure, other.figure
    if one is not None and two is not None:
        if one.period is not None and two.period is not None and one.period != two.period:
            return False
        owners = {e for e in (one.entity, two.entity) if e and not any(name.fullmatch(e) for name in names)}
        if len(owners) > 1:
            return False
        if words.axes(one) != words.axes(two):
            return False
    if cue.sentence == other.sentence:
        return True
    leads = [_lead(a, amounts) for a in (cue, other)]
    return words.qualified(leads[0]) == words.qualified(leads[1]) and _aimed(cue, amounts, words) == _aimed(
        other, amounts, words
    )


def _aimed(amount: Amount, amounts: Sequence[Amount], words: Definitions) -> bool:
    """Does its sentence only expect it?"""
    own = (a for a in amounts[max(amount.index - MOST, 0) : amount.index + 1] if a.sentence == amount.sentence)
    return any(words.aim.search(a.lead.lower()) for a in own)


def _plain(amount: Amount) -> bool:
    """Is it a level of now, and nothing that another is only compared with?"""
    moves = amount.has("moved") and not amount.has("result")
    return not moves and not amount.has("base", "then", "aim") and amount.quantity.change is None
