"""Which figures a name speaks of, in languages that put words before what they are of: a name in, figures out.

A name is often shorter than the words before its figure ("净利润" of "归属于上市公司股东的净利润1.97亿元", "非息收入"
of "非利息净收入43.2亿元"): its characters stand there in their order, and those of no other figure's words do as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import unlike
from crossfoot.late import late
from crossfoot.lexicon.cued import taking
from crossfoot.lexicon.words import left_over

FAR = 24  # characters before a figure that may name it
SHORTENED = 3  # characters of a name that leaves out some
BEFORE = 120  # characters of a sentence before a figure
_CLAUSE = late("[，。；、：,;:（(）)】\n]")
_SENTENCE = late("[。！？；;\n]")
_SINCE = late("(?<![同环相对])[较比](?![重例率])([^较比，；]{2})")


def named(name: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The figures that a name speaks of: those whose words have it whole; else those whose words it shortens."""
    words = taking(amounts[0].lang) if amounts else None
    core = words.core(name) if words is not None else ""
    if words is None or len(core) < 2:
        return []
    own, labels = words.apart(core), [(a, words.apart(label(a))) for a in amounts]
    whole = [a for a, called in labels if own in called]
    if whole or len(core) < SHORTENED:
        return whole
    return [a for a, called in labels if shortens(own, called)]


def label(amount: Amount) -> str:
    """The words right before a figure."""
    return _CLAUSE.split(amount.lead[-FAR:].rstrip(" ：:\t"))[-1]


def called_alike(first: Amount, last: Amount, text: str, *, moved: bool = False) -> bool:
    """Is a figure called by no word that stands not before an earlier one: "上年同期营收", behind "营业收入"?"""
    own = _CLAUSE.split(last.lead)[-1]
    if last.word is not None and last.has("up", "down"):  # "新增担保35.5亿元"
        behind, before = last.word.end - last.span.start, last.word.start - last.span.start
        paced = own[:before] if moved and -len(own) < before < 0 else ""  # "贷款增长9.1%"
        own = own[max(behind, -len(own)) :] if behind < 0 else paced
    words = left_over(last.lang, own)
    said = _SENTENCE.split(text[max(first.span.start - BEFORE, 0) : first.span.start])[-1]
    return set(words) <= set(said)


def of_one_time(base: Amount, by: Amount) -> bool:
    """Is nothing that moved since the start of the year measured from a year ago?"""
    since = _SINCE.search(by.lead) if by.index < base.index else None
    yearly = by.has("yearly") and base.has("yearly")
    return not unlike(base, by) and (since is None or yearly or since[1] in base.lead)


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
