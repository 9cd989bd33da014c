"""Shares of one list whose last is all else: they come to a hundred. The figures of an item in, groupings out.

"板材占45%，长材占35%，其他占20%" leaves nothing out, and so does a stake beside 其余30%. Each part must be told as one;
what is a part of a part ("其中"), or is summed up, makes no list of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.grouping import HUNDRED
from crossfoot.facts.ties.amounts import Amount
from crossfoot.lexicon.cued import Remainder, remainder
from crossfoot.model import Figure, Grouping, Printed

MOST = 12  # parts
WIDEST = 40  # percent that they may be off and still be meant
BREAKS = "；;：:。"
ASIDE = ("aim", "pace", "total", "whole", "summed")  # of what is no part of the list


def hundreds(amounts: Sequence[Amount]) -> Iterator[Grouping]:
    rates = [a for a in amounts if a.sort == "rate" and a.quantity.kind == "percent"]
    words = remainder(amounts[0].lang) if amounts else None
    for i, rest in enumerate(rates) if words is not None else ():
        if words is not None and words.last.search(rest.lead) and rest.run[1] == 1 and _plain(rest):
            parts = list(_parts(words, rates[max(i - MOST, 0) : i + 1]))
            if len(parts) > 1 and abs(sum(a.size for a in parts) - 100) <= WIDEST:
                yield _grouping(parts[::-1])


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


def _plain(rate: Amount) -> bool:
    """Is it a share told as it is, and no move or what another is compared with?"""
    return not _moved(rate) and rate.quantity.approx is None and not rate.has(*ASIDE)


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
