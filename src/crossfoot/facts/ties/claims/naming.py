"""Which figures a name speaks of, in languages that put words before what they are of: a name in, figures out.

A name is often shorter than the words before its figure ("净利润" of "归属于上市公司股东的净利润1.97亿元", "非息收入"
of "非利息净收入43.2亿元"): its characters stand there in their order, and those of no other figure's words do as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.facts.ties.amounts import Amount
from crossfoot.lexicon.cued import taking

FAR = 24  # characters before a figure that may name it
SHORTENED = 3  # characters of a name that leaves out some
_CLAUSE = re.compile("[，。；、：,;:（(）)】\n]")


def named(name: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The figures that a name speaks of: those whose words have it whole; else those whose words it shortens."""
    words = taking(amounts[0].lang) if amounts else None
    core = words.core(name) if words is not None else ""
    if len(core) < 2:
        return []
    whole = [a for a in amounts if core in label(a)]
    if whole or len(core) < SHORTENED:
        return whole
    return [a for a in amounts if shortens(core, label(a))]


def label(amount: Amount) -> str:
    """The words right before a figure."""
    return _CLAUSE.split(amount.lead[-FAR:].rstrip(" ：:\t"))[-1]


def shortens(short: str, words: str) -> bool:
    """Does a name leave out some characters of others, and none at its ends?

    >>> shortens("非息收入", "非利息净收入"), shortens("利息收入", "非利息净支出")
    (True, False)
    """
    at = words.find(short[0])
    for char in short:
        at = words.find(char, at) + 1 if at >= 0 else 0
        if not at:
            return False
    return True
