"""How many parts a sum has, where its words say: "five businesses made $84 million", and the five. Ties to listings.

The number stands beside the whole or right before the first part: "四大险种里，寿险312.6亿元…", "三片合计11.75亿元".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crossfoot.facts.tally import listed, things
from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.lexicon import either
from crossfoot.lexicon.counting import counting
from crossfoot.lexicon.cued import poles
from crossfoot.lexicon.languages import spaced
from crossfoot.model import Document, Listing, Span

MOST = 12
AROUND = 60  # characters between a number and the whole or the first part
MOST_COST = 3.0
AHEAD = 3  # figures before the first part among which may be what some of them make
CALLED = 6  # characters before a figure in which it is called something


@cache
def _number_of(lang: str) -> re.Pattern[str]:
    """A number of things that are added up."""
    rows = counting(lang)
    small = either(word for word, number in rows.small.items() if number > 1)
    if spaced(lang):
        return re.compile(
            rf"\b({small}|[2-9]|1[0-2])(?: |-)(?!(?:{either(rows.units)})\b)"
            rf"(?:[a-z][\w'-]{{0,20}} ){{0,2}}(?:[a-z]\w{{1,20}}s|{either(rows.things)})\b",
            re.IGNORECASE,
        )
    kinds = "|".join(f"(?:{either(kinds)})" + (f"(?!{either(never)})" if never else "") for kinds, never in rows.summed)
    return re.compile(rf"(?<![第十百千万\d一二三四五六七八九至到、—-])(?<!\d[.,])({small}|[2-9]|1[0-2])(?:{kinds})")


@cache
def _others(lang: str) -> re.Pattern[str]:
    words = either(counting(lang).others)
    return re.compile(rf"\b(?:{words})\b" if spaced(lang) else words, re.IGNORECASE)


def counted(claim: Claim, amounts: Sequence[Amount], document: Document) -> Iterator[Listing]:
    """The number of parts that stands by the whole of a sum or before its parts."""
    whole, *parts = claim.operands
    if claim.shape != "sum" or claim.minus or claim.cost > MOST_COST or len(parts) > MOST:
        return
    if claim.kind == "difference" or any(map(_left, parts)):
        return  # "三市余额24,938.6亿元，较上日增加36.2亿元", "三项基金收入62.8亿元，支出57.1亿元，结余5.7亿元": no list
    parts.sort(key=lambda part: part.index)
    found = _number(whole, parts, document)
    if found is None:
        return
    span, number = found
    if any(part.span.start < span.end and span.start < part.span.end for part in parts):
        return  # added up itself
    near = amounts[max(min(a.index for a in claim.operands) - 2, 0) : max(a.index for a in claim.operands) + 3]
    if any(a.sort == "rate" and a.span.start <= span.start < a.span.end for a in near):
        return  # "income was 4.2 million, two thirds of it from donors"
    plain = _plain(number, parts, amounts) and not _of_another(span, whole, parts, amounts)
    if number != len(parts) and (not plain or _grouped(number, parts, amounts)):
        return
    yield listed("tie.counted", span, things(number, span), [part.span for part in parts])


def _left(amount: Amount) -> bool:
    """Is a figure called what is left of two others: a surplus, what came in net?"""
    words = (word for row in poles(amount.lang) for word in (*row.more, *row.less))
    return amount.leading and any(word in amount.lead[-CALLED:] for word in words)


def _number(whole: Amount, parts: Sequence[Amount], document: Document) -> tuple[Span, int] | None:
    """The number of things that is said nearest, before the whole, behind it or before the first part."""
    text = document.text
    pattern, small = _number_of(whole.lang), counting(whole.lang).small
    ends = [(whole.span.start, False), (whole.span.end, True), (parts[0].span.start, False)]
    for at, behind in ends:
        if behind and whole.leading:
            continue
        start, end = (at, at + AROUND) if behind else (max(at - AROUND, 0), at)
        clauses = re.split(r"[.;。；\n]", text[start:end])
        words = clauses[0] if behind else clauses[-1]
        start = start if behind else end - len(words)
        found = list(pattern.finditer(words))
        if len(found) > 1:
            return None  # "公司债4只、中期票据3只，余额分别为…": each of something else
        if found:
            told = found[0 if behind else -1]
            number = small.get(told[1].lower()) or int(told[1])
            return Span(document.id, start + told.start(1), start + told.end(1)), number
    return None


def _of_another(number: Span, whole: Amount, parts: Sequence[Amount], amounts: Sequence[Amount]) -> bool:
    """Does another figure stand between a number and what it would count: 3名对象，回购63,221股，占3,227,800股的…?"""
    ends = [a.index for a in (whole, parts[0]) if a.span.start >= number.end]
    near = amounts[max(min(ends, default=0) - AHEAD, 0) : min(ends, default=0)]
    return any(a.span.start >= number.end and a.sort == "amount" and kin(a, whole) for a in near)


def _grouped(number: int, parts: Sequence[Amount], amounts: Sequence[Amount]) -> bool:
    """Are there as many parts once some of them make one that is printed: "空调1,482万台，其中内销590，出口892"?"""
    fewer = len(parts) - number + 1
    if fewer < 2:
        return False
    own = {part.index for part in parts}
    near = amounts[max(parts[0].index - AHEAD, 0) : parts[-1].index]
    others = [a for a in near if a.index not in own and a.sort == "amount" and kin(a, parts[0])]
    for first in range(len(parts) - fewer + 1):
        joined = parts[first : first + fewer]
        made, off = sum(a.size for a in joined), sum(a.step for a in joined)
        if any(abs(made - a.size) <= off for a in others):
            return True
    return False


def _plain(number: int, parts: Sequence[Amount], amounts: Sequence[Amount]) -> bool:
    """Is a number one off those of a list that has nothing left out and nothing of its kind between?"""
    if abs(number - len(parts)) > 1 or len(parts) < 2:
        return False
    own = {part.index for part in parts}
    inside = amounts[parts[0].index : parts[-1].index]
    between = any(a.index not in own and a.sort == "amount" and kin(a, parts[0]) for a in inside)
    return not between and not any(_others(part.lang).search(part.lead) for part in parts)
