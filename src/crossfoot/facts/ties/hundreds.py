"""Shares of one list whose last is all else: they come to a hundred. The figures of an item in, groupings out.

"板材占45%，长材占35%，其他占20%" leaves nothing out, and so does a stake beside 其余30%. Each part must be told as one;
what is a part of a part ("其中"), or is summed up, makes no list of all. Nor do those leave anybody out who are for
something, against it, or neither.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from crossfoot.facts.grouping import HUNDRED
from crossfoot.facts.ties.amounts import Amount
from crossfoot.late import late
from crossfoot.lexicon.cued import Remainder, polled, remainder
from crossfoot.model import Figure, Grouping, Printed

MOST = 12  # parts
ASKED = 3  # answers: for, against, and neither
_ENDS = late(r"[,;:.]| and | while | but ")
WIDEST = 40  # percent that they may be off and still be meant
BREAKS = "；;：:。"
ASIDE = ("aim", "pace", "total", "whole", "summed")  # of what is no part of the list


def hundreds(amounts: Sequence[Amount]) -> Iterator[Grouping]:
    yield from _asked(amounts)
    rates = [a for a in amounts if a.sort == "rate" and a.quantity.kind == "percent"]
    words = remainder(amounts[0].lang) if amounts else None
    for i, rest in enumerate(rates) if words is not None else ():
        if words is not None and words.last.search(rest.lead) and rest.run[1] == 1 and _plain(rest):
            parts = list(_parts(words, rates[max(i - MOST, 0) : i + 1]))
            if len(parts) > 1 and abs(sum(a.size for a in parts) - 100) <= WIDEST:
                yield _grouping(parts[::-1])


def _asked(amounts: Sequence[Amount]) -> Iterator[Grouping]:
    """The shares of one sentence that are for something, against it and neither: "40% back it, 46% do not, 14% ..."."""
    words = polled(amounts[0].lang) if len(amounts) >= ASKED else ()
    for _, group in groupby(amounts, key=lambda a: a.sentence) if words else ():
        rates = [a for a in group if a.sort == "rate"]
        if len(rates) != ASKED or not all(a.quantity.kind == "percent" and _plain(a, ("~",)) for a in rates):
            continue  # "some 47%" is just that
        said = [_held(a, words) for a in rates]
        if set(said) == set(range(ASKED)):
            yield _grouping(rates)


def _held(rate: Amount, words: Sequence[re.Pattern[str]]) -> int | None:
    """What those think whose share it is, by the last of the words that fits its clause: "no view" is no "no"."""
    clause = _ENDS.split(rate.tail.lower())[0]
    return max((i for i, each in enumerate(words) if each.search(clause)), default=None)


def _parts(words: Remainder, rates: Sequence[Amount]) -> Iterator[Amount]:
    """The shares of a list from its last to its first; one alone where anything else stands among them."""
    found = [rates[-1]]
    lead = rates[-1].lead
    for rate in reversed(rates[:-1]):
        if rate.sentence != found[0].sentence or any(mark in lead for mark in BREAKS):
            break
        if any(word in lead for word in words.nested):
            return  # of what stands before: a part of a part
        lead = rate.lead
        if _moved(rate):
            continue
        if rate.has("base", "then"):
            break
        if not _plain(rate) or not (words.parted.search(rate.lead) or rate.run[0]):
            return
        found.append(rate)
    yield from found


def _moved(rate: Amount) -> bool:
    return rate.quantity.change is not None or (rate.has("moved", "up", "down") and not rate.has("result"))


def _plain(rate: Amount, hedges: Collection[str] = ()) -> bool:
    """Is it a share told as it is, and no move or what another is compared with?"""
    return not _moved(rate) and rate.quantity.approx in (None, *hedges) and not rate.has(*ASIDE)


def _grouping(parts: Sequence[Amount]) -> Grouping:
    printed = tuple(_printed(part) for part in parts)
    return Grouping(
        spans=tuple(p.span for p in printed),
        rule="tie.hundred",
        printed=printed,
        whole=HUNDRED,
        parts=tuple(p.figure for p in printed),
        complete=True,
    )


def _printed(part: Amount) -> Printed:
    own = Figure(None, "share of amount", (), None, "percent", f"part at {part.span.start}")
    return Printed(own, part.quantity, part.span)
