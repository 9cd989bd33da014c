"""Shares and ratios told in Chinese by two numbers (每四人就有一人, 之比为2:1): a place in, a draft out."""

from __future__ import annotations

import re
from fractions import Fraction

from crossfoot.late import late
from crossfoot.lexicon.hanzi import read
from crossfoot.mentions.draft import Characters, Draft

_NUMBER = "(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,2})"
_EACH = "(?:个|名|位|户|家|人|辆|单|台|套|件|笔|所|只|艘|亩|票|张|次|天|站|间)"
_HAS = "(?:，?(?:就|便|里|中|当中|之中|即|则|约|大约|平均)){0,3}有(?:近|约|超过|至少)?"
_EVERY = late(f"(?P<n>{_NUMBER}) ?{_EACH}[^，。；、0-9每有]{{0,10}}{_HAS}(?P<m>{_NUMBER}) ?{_EACH}")
_FIRST = late("每 ?$")
_SIDE = r"(?:[0-9]{1,3}(?:\.[0-9]{1,2})?|[一二三四五六七八九])"
_AGAINST = late(rf"(?P<a>{_SIDE}) ?(?:[:：∶]|比) ?(?P<b>{_SIDE})(?![0-9.:：∶比%‰万亿一二三四五六七八九十])")
_NEVER = late("[0-9.:：∶一二三四五六七八九十]$|[0-9一二三四五六七八九十]比$")
_SAID = late(
    '(?:之比|比例|比率|配比|比值|[一-龥]比)(?:约|大约|大致)?(?:为|是|达|达到|接近|由|从|降至|升至|提高到|调整为)?(?:约)?[“"]?$'
)
_BEHIND = late('[”"]?的?(?:比例|比率|配比|之比|比重)')
_BEFORE = 14  # characters before a ratio that call it one
MOST = 100  # one in so many
ABOUT = Fraction(1, 10)  # of itself: how finely whole numbers tell a ratio


def told(text: str, at: int, start: int, end: int, chars: Characters) -> Draft | None:
    """What two numbers tell together, of which the first stands at `at`."""
    return _every(text, at, start, end, chars) or _against(text, at, start, end, chars)


def _every(text: str, at: int, start: int, end: int, chars: Characters) -> Draft | None:
    """每四人就有一人, 每10辆车中有3辆: a part of them."""
    match = _EVERY.match(text, at, end) if _FIRST.search(text, max(start, at - 2), at) else None
    if match is None:
        return None
    of, some = _value(match, "n"), _value(match, "m")
    if of is None or some is None or not some < of <= MOST:
        return None
    draft = Draft(chars, at, match.end(), some / of, Fraction(1, 25))
    draft.kind, draft.number = "fraction", (match.start("n"), match.end("n"))
    return draft


def _against(text: str, at: int, start: int, end: int, chars: Characters) -> Draft | None:
    """之比为2:1, 按2比1的比例: how many times the second the first is."""
    match = ratio(text, at, start, end)
    one, other = (_value(match, side) for side in "ab") if match is not None else (None, None)
    if match is None or not one or not other:
        return None
    finest = max((_step(match, side) / (one if side == "a" else other)) for side in "ab")
    draft = Draft(chars, match.start(), match.end(), one / other, one / other * min(finest, ABOUT))
    draft.kind, draft.unit, draft.number = "multiple", "times", match.span("a")
    return draft


def ratio(text: str, at: int, start: int, end: int) -> re.Match[str] | None:
    """Two numbers that words call a ratio, and no score or clock.

    >>> ratio("两者之比为2:1。", 5, 0, 9) is not None, ratio("以2:1获胜", 1, 0, 6) is not None
    (True, False)
    >>> ratio("师生比1:15。", 3, 0, 8) is not None
    True
    """
    match = _AGAINST.match(text, at, end)
    if match is None or _NEVER.search(text, max(start, at - 2), at):
        return None
    before = text[max(start, at - _BEFORE) : at]
    return match if _SAID.search(before) or _BEHIND.match(text, match.end(), end) else None


def _value(match: re.Match[str], group: str) -> Fraction | None:
    said = match[group]
    if said[0].isdecimal():
        return Fraction(said)
    numeral = read(match.string, match.start(group), match.end(group))
    return numeral.value if numeral is not None else None


def _step(match: re.Match[str], group: str) -> Fraction:
    return Fraction(1, 10 ** len(match[group].partition(".")[2]))
