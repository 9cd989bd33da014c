"""Shares, rests and sums of figures that stand in sentences before them: the figures of an item in, claims out.

"Goods for 6,124 million euros crossed. ... Machinery came to 3,735 million, or 61.0%", "余下4.5亿元补充营运资金":
no words beside such a figure say what it is of, so all that it may be of are its readings, the largest first. Where
there is but one, and words say that the share is of all there is, it is meant; of several, one that does not tie is
told only if it alone would, but for a slip of the pen. A sum is of so many figures as words count: "三条线路合计".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from crossfoot.facts.ties.amounts import FEW, Amount, kin, passing
from crossfoot.facts.ties.claims.related import Related
from crossfoot.facts.ties.claims.said import parted
from crossfoot.facts.ties.claims.shapes import Claim, felt, level, stepped
from crossfoot.late import late
from crossfoot.lexicon.counting import counting
from crossfoot.lexicon.cued import taking

NAMED = 30  # characters around a number in which words say that it does not count all
FAR, BEFORE = 5, 24  # sentences, and figures, between a part and the whole that was told before it
MOST_WHOLES = 3  # readings
MOST_PARTS = 6  # before a rest
ALL = 100  # percent
_APPOSED = late(r"(?:,? ?(?:or|and)(?: (?:about|around|some|nearly|almost|just|only))?|,)? ?\(?", re.IGNORECASE)
_AGAIN = late(r"[^,;:()]{0,50}(?: \(|, or(?: about| around| some| nearly| almost| just| only)?)", re.IGNORECASE)
_said = partial(Claim, said=True)


def afield(amounts: Sequence[Amount], text: str) -> Iterator[Related]:
    """What the figures of an item may be of."""
    rates = {a.index: a for a in amounts if a.sort == "rate"}
    for amount in amounts:
        if amount.sort == "rate":
            found = tuple(_shares(amount, amounts, rates))
            only = len(found) == 1 and _of_all(amount)
            if found:
                yield Related("afield.share", found, only, only)
        elif amount.sort == "amount":
            if found := tuple(_rests(amount, amounts, text)):
                yield Related("afield.rest", found, False)
            if (claim := _together(amount, amounts)) is not None:
                yield Related("afield.sum", (claim,), True, True)


def _shares(rate: Amount, amounts: Sequence[Amount], rates: dict[int, Amount]) -> Iterator[Claim]:
    """What stands right before a share, of each whole that it may be a part of."""
    part = amounts[rate.index - 1] if rate.index else None
    if part is None or part.sentence != rate.sentence or not _level(part) or part.run[1] > 1 or not _bare(rate):
        return
    if stepped(part):
        return
    wholes = [a for a in _before(part, amounts) if _alike(a, part) and not parted(a, rates)]
    for whole in _largest(wholes):
        yield _said("share", "share", (part, whole, rate), rate, 0.0)


def _rests(rest: Amount, amounts: Sequence[Amount], text: str) -> Iterator[Claim]:
    """What is left of each whole that it may be left of, when all that stands between is taken away."""
    if not rest.has("rest") or not _level(rest):
        return
    near = [a for a in _before(rest, amounts) if _level(a) and kin(a, rest)]
    for whole in _largest([a for a in near if _alike(a, rest)]):
        parts = [a for a in near if a.index > whole.index and a.size < whole.size and not passing(a.quantity, text)]
        if 0 < len(parts) <= MOST_PARTS and felt(whole, (*parts, rest)):
            yield _said("sum", "sum", (whole, *parts, rest), rest, 0.0)


def _together(whole: Amount, amounts: Sequence[Amount]) -> Claim | None:
    """What so many figures make that stand one after another in the sentences before: "In all, the four got 3,200"."""
    last = amounts[whole.index - 1] if whole.index else whole
    told = [whole, last] if _counts(last) and last.sentence == whole.sentence else [whole]  # "together the four made 9"
    if not any(a.has("summed", "whole", "together") for a in told) or not _level(whole):
        return None
    near = [a for a in _before(whole, amounts) if a.sort == "amount" and not a.aside and kin(a, whole)]
    own = [a for a in near if a.sentence < whole.sentence and not _counts(a)]
    for n in (a for a in reversed(_before(whole, amounts)) if _counts(a)):
        many = int(n.size)
        parts = own[-many:] if n.sentence == whole.sentence else [a for a in own if a.index > n.index]
        before = own[: -len(parts)] if parts else []
        if len(parts) != many or (before and before[-1].sentence == parts[0].sentence):
            continue
        if all(_level(a) and a.size < whole.size for a in parts) and _all_of_them(n, whole) and felt(whole, parts):
            return _said("sum", "sum", (whole, *parts), whole, 0.0, sure=True)
    return None


def _counts(amount: Amount) -> bool:
    """Is it a small number of things?"""
    return amount.quantity.kind == "count" and amount.quantity.scale_word is None and 1 < amount.size <= FEW


def _all_of_them(n: Amount, whole: Amount) -> bool:
    """Does a number count all that was told, and not only those who come first, or all but others?"""
    rows = counting(n.lang)
    said = f"{n.lead[-NAMED:]} {n.tail[:NAMED]} {whole.lead[-NAMED:]} {whole.tail[:NAMED]}".lower()
    words = re.findall(r"[a-z]+", said)
    if n.leading:
        return not any(word in said for word in (*rows.ranked, *rows.others))
    if not {*rows.ranked}.isdisjoint(words) and not (n.has("together") or whole.has("together")):
        return False  # "held the top two spots", but not "together the top three made"
    return not ({*rows.others} & {*words} or any(w.endswith("est") for w in words))


def _before(part: Amount, amounts: Sequence[Amount]) -> list[Amount]:
    return [a for a in amounts[max(part.index - BEFORE, 0) : part.index] if part.sentence - a.sentence <= FAR]


def _alike(whole: Amount, part: Amount) -> bool:
    """May a figure hold another, by kind, size and time, and is it no fellow in a list?"""
    fellows = whole.run[1] > 1
    return _level(whole) and kin(whole, part) and whole.size > part.size and not fellows and not _past(whole, part)


def _past(whole: Amount, part: Amount) -> bool:
    """Do facts know a figure to be of a time that was over when that of another began?"""
    then, now = (a.figure.period if a.figure is not None else None for a in (whole, part))
    if then is None or now is None or then.end is None or now.start is None:
        return False
    return then.end <= now.start


def _largest(wholes: Sequence[Amount]) -> list[Amount]:
    return sorted(wholes, key=lambda a: (-a.size, a.index))[:MOST_WHOLES]


def _level(amount: Amount) -> bool:
    """Is it how much there is, and not what somebody holds?"""
    return level(amount) and not amount.has("stake")


def _bare(rate: Amount) -> bool:
    """Does a rate only say how large a part is that stands right before it?"""
    if rate.quantity.change is not None or rate.size >= ALL or rate.run[1] > 1:
        return False
    if rate.has("moved", "up", "down", "base", "then", "stake", "target", "aim", "mean"):
        return False
    if not rate.leading:
        lead = rate.lead.strip()
        return _APPOSED.fullmatch(lead) is not None or _AGAIN.fullmatch(lead) is not None
    of = _of(rate)
    return rate.lead.strip() in ("(", "（", "，") or (of is not None and not rate.lead[: of.start()].strip("，,（( "))


def _of_all(rate: Amount) -> bool:
    """Do words beside a share say that it is of all there is: "a quarter of the total", "占总数的40%"?"""
    words, of = taking(rate.lang), _of(rate)
    return words is not None and of is not None and bool(of["of"].strip()) and words.all.fullmatch(of["of"]) is not None


def _of(rate: Amount) -> re.Match[str] | None:
    """The words for what it is of: behind it, or before it where words stand before what they are of."""
    words = taking(rate.lang)
    if words is None:
        return None
    return words.of.search(rate.lead) if rate.leading else words.of.match(rate.tail)
