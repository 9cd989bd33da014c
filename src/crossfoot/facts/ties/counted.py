"""How many parts a sum has, where its words say: "five businesses made $84 million", and the five. Ties to listings.

The number stands beside the whole or right before the first part: "四大险种里，寿险312.6亿元…", "三片合计11.75亿元".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.facts.tally import listed
from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.shapes import Claim
from crossfoot.model import Document, Listing, Quantity, Span

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SMALL = {word: i for words in (_WORDS, "二三四五六七八九十") for i, word in enumerate(words, 2)} | {"两": 2}
MOST = 12
AROUND = 60  # characters between a number and the whole or the first part
MOST_COST = 3.0
_ENGLISH = re.compile(
    rf"\b({'|'.join(_WORDS)}|[2-9]|1[0-2])"
    r"(?: |-)(?!(?:hundred|thousand|million|billion|times|percent|per|and|or|to|of|days?|weeks?|months?|quarters?|"
    r"years?|decades?|hours?|shares?|points?)\b)(?:[a-z][\w'-]{0,20} ){0,2}(?:[a-z]\w{1,20}s|people|part)\b",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"(?<![第十百千万\d一二三四五六七八九至到、—-])(?<!\d[.,])([两二三四五六七八九十]|[2-9]|1[0-2])"
    r"(?:大(?!约|概|致|于)|(?:家|类|项|种|片|名|只|宗|笔|款|地|国|部|座|省|市|县|区|支|批|条)(?![分之月年天日])|"
    r"个(?!月|百分|点|交易|工作|季|小|基|单位)|者)"
)
_OTHERS = re.compile(
    r"其他|其它|其余|余下|另有|等|\b(?:other|others|rest|remain\w*|else|balance|including|among|plus)\b", re.I
)


def counted(claim: Claim, amounts: Sequence[Amount], document: Document) -> Iterator[Listing]:
    """The number of parts that stands by the whole of a sum or before its parts."""
    whole, *parts = claim.operands
    if claim.shape != "sum" or claim.minus or claim.cost > MOST_COST or len(parts) > MOST:
        return
    parts.sort(key=lambda part: part.index)
    found = _number(whole, parts, document)
    if found is None:
        return
    span, number = found
    if number != len(parts) and not _plain(number, parts, amounts):
        return
    quantity = Quantity(
        low=Fraction(number),
        high=Fraction(number),
        step=Fraction(1),
        unit="",
        kind="count",
        digits=(span.start, span.end),
    )
    yield listed("tie.counted", span, quantity, [part.span for part in parts])


def _number(whole: Amount, parts: Sequence[Amount], document: Document) -> tuple[Span, int] | None:
    """The number of things that is said nearest, before the whole, behind it or before the first part."""
    text = document.text
    pattern = _CHINESE if whole.leading else _ENGLISH
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
            number = SMALL.get(told[1].lower()) or int(told[1])
            return Span(document.id, start + told.start(1), start + told.end(1)), number
    return None


def _plain(number: int, parts: Sequence[Amount], amounts: Sequence[Amount]) -> bool:
    """Is a number one off those of a list that has nothing left out and nothing of its kind between?"""
    if abs(number - len(parts)) > 1 or len(parts) < 2:
        return False
    own = {part.index for part in parts}
    inside = amounts[parts[0].index : parts[-1].index]
    between = any(a.index not in own and a.sort == "amount" and kin(a, parts[0]) for a in inside)
    return not between and not any(_OTHERS.search(part.lead) for part in parts)
