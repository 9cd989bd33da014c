"""A stretch of a leaf comes in; out go the Chinese names that only their characters give away: they are no word's.

"二季度，曜川销量4.1万辆，赤岩矿业却只有1.02万辆", "收购紫岫铜业51%股权": neighbours that make no everyday word together
(`lexicon/zh/ordinary.toml`) name somebody where they open a clause with a figure behind it, where the name of a trade
follows on them, or where it is said before them what kind of a firm they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import load
from crossfoot.lexicon.coined import CoinedRows
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.names import trie
from crossfoot.lexicon.ordinary import all_pairs, everyday_pairs, unheard
from crossfoot.mentions.name_han_roles import DAY, LONGER, MARK, WHEN, Nameable, Span
from crossfoot.mentions.name_signs import HAN, area, generic, words

_SHORTEST, _LONGEST = 2, 8
_STEM = range(2, 5)
_FOREIGN = 6  # characters of a name that is written by its sound
_PERSON = 3
_HOLDS, _OWN = "控股", ("股东", "子公司", "孙公司", "权", "方")
_SHARES = "股份"  # of a person as well: "对某某股份执行轮候冻结"
_YEARS = r"(?:19|20)\d\d年?[至到—-](?:19|20)\d\d年"


class _Patterns:
    def __init__(self) -> None:
        known, rows = words(), load("zh/coined.toml", CoinedRows)
        has, moves, turns = (trie(listed.split()) for listed in (rows.has, rows.moves, rows.turns))
        measured = trie([*metric_forms("zh"), *metric_forms("zh", verbs=True), *known.firm_words])
        between = rf"(?:在[{HAN}]{{1,3}}?|{trie(rows.stands.split())}|的|{_YEARS}|{WHEN})"
        figure = rf"(?P<figure>(?:{has})?(?:{trie(rows.roughly.split())})?\d)(?![\d.,]*[年月日号季])"
        goes_on = rf"[{HAN}]{{0,8}}?(?:\d|[,，]?(?:同比|环比))"
        when = rf"(?P<when>(?:{WHEN}|{DAY})[,，]?)?"
        kind = rf"(?P<kind>[{HAN}]{{0,8}}(?:{known.units}|品牌))?"
        self.opener = late(rf"(?:{MARK}|{trie(rows.tells.split())}|(?={turns}))(?P<turn>{turns})?{when}{kind}")
        self.lead = late(rf"(?P<turn>){when}{kind}")
        self.behind = late(
            rf"(?P<between>{between}{{0,3}})(?:{figure}|(?:{moves})|(?:{has})?"
            rf"(?:(?P<firm>{trie(rows.corporate.split())}){goes_on}|(?P<sure>(?:{measured}){goes_on}))"
            rf"|(?P<words>[{HAN}]{{1,8}})[,，\d])"
        )
        self.earning = late(rf"(?:{between}){{0,2}}(?:{trie(rows.corporate.split())}){goes_on}")
        self.han = late(f"[{HAN}]+")
        self.kinds = late(f"(?:{known.units}|{trie(rows.kinds.split())}|[{HAN}]商)")
        self.wide = rows.wide.split()
        self.longer = late(f"{LONGER}|{trie(rows.longer.split())}")
        self.trade = late(trie([*known.shorts, *known.trade_words]))
        self.ends = late(f"(?:{self.trade.pattern})$")
        self.never, self.last, self.apart = frozenset(rows.never), frozenset(rows.last), frozenset(rows.behind)
        self.before, self.after = frozenset(rows.before), frozenset(rows.after)


@cache
def _patterns() -> _Patterns:
    return _Patterns()


def coined(text: str, start: int, end: int, nameable: Nameable) -> Iterator[tuple[Span, bool]]:
    """Spans of such names, and whether they end in a trade; `nameable` says whether words could be a name at all."""
    patterns, listed = _patterns(), False
    lead = patterns.lead.match(text, start, end)
    for led in (*([lead] if lead else []), *patterns.opener.finditer(text, start, end)):
        opened = _opening(text, led, end, nameable, listed)
        if opened is not None:
            span, figure = opened
            listed = listed or figure
            yield span, patterns.ends.search(text, *span) is not None
    yield from ((span, True) for span in _trading(text, start, end, nameable))
    yield from ((span, False) for span in _introduced(text, start, end, nameable))
    yield from ((span, False) for span in _earning(text, start, end, nameable))


def _opening(text: str, led: re.Match[str], end: int, nameable: Nameable, listed: bool) -> tuple[Span, bool] | None:
    """The name that a clause opens with, and whether nothing but its figure follows."""
    patterns, at = _patterns(), led.end()
    run = patterns.han.match(text, at, min(at + _LONGEST, end))
    for last in range(at + _SHORTEST, (run.end() if run else at) + 1):
        if text[last - 1 : last + 1] in everyday_pairs():
            continue  # 上海高 | 院
        behind = patterns.behind.match(text, last, end)
        stem = _own(text, at, last, led, behind, listed) if behind else 0
        if behind and stem and nameable(at, at + stem):
            longer = last + _SHORTEST  # "紧随其后的柏越 | 电芯 | 为5.9GWh"
            more = patterns.behind.match(text, longer, end) if behind["words"] and last - at == _SHORTEST else None
            if more and not more["words"] and _own(text, at, longer, led, more, listed):
                return (at, longer), bool(more["figure"])
            return (at, last), bool(behind["figure"])
    return None


def _own(text: str, first: int, last: int, led: re.Match[str], behind: re.Match[str], listed: bool) -> int:
    """How many characters of its own it opens with (曜川, 赤岩 | 矿业), or none."""
    name, patterns = text[first:last], _patterns()
    ends = patterns.ends.search(name)
    ordinary_end = not ends and len(name) == 2 * _SHORTEST and name[_SHORTEST:] in everyday_pairs()
    stem = name[: ends.start()] if ends else name[:_SHORTEST] if ordinary_end else name  # "柏越 | 电芯"
    set_apart = bool(led["kind"] or led["turn"])
    if behind["words"]:
        counted = behind[0][-1].isdigit() and (ends or (ordinary_end and (led["when"] or behind["between"])))
        at = behind.start("words")
        if not (ends or ordinary_end) and len(behind["words"]) == _SHORTEST:
            return 0  # "其次是柏越 | 电芯"
        if not (set_apart or counted) or text[at : at + 2] not in everyday_pairs():
            return 0
    if not _stem(stem, alone=not ends) or not _ends(text, last, last):
        return 0
    told = bool(set_apart or behind["between"].strip("的") or behind["firm"])
    told = told or bool(behind["sure"] and text.count(name) > 1)
    if ends or ordinary_end:
        return len(stem) if ends or told or behind["sure"] or behind["words"] else 0
    if _person(name) or patterns.trade.match(text, last):
        return 0
    return len(stem) if told or (listed and behind["figure"]) else 0


def _trading(text: str, start: int, end: int, nameable: Nameable) -> Iterator[Span]:
    """Names within a clause that end in what trades are called: "收购 | 紫岫铜业 | 51%股权"."""
    patterns, least = _patterns(), start
    for trade in patterns.trade.finditer(text, start, end):
        last = trade.end()
        while (more := patterns.trade.match(text, last, end)) is not None:
            if more[0] == _HOLDS and text.startswith(_OWN, more.end()):
                break  # "华岭电气 | 控股股东"
            last = more.end()  # 启澜 | 汽车 | 电子
        for size in _STEM:
            first = trade.start() - size
            if first < least or (trade[0] == _SHARES and words().surname.match(text, first)):
                continue
            own = _edged(text, first, start) and _stem(text[first : trade.start()], alone=True)
            if own and _ends(text, trade.start(), last) and nameable(first, trade.start()):
                least = last
                yield first, last
                break


def _introduced(text: str, start: int, end: int, nameable: Nameable) -> Iterator[Span]:
    """Names behind what kind of a firm they are of: "丹麦能源公司 | 诺尔斯 | 以67亿丹麦克朗"."""
    patterns = _patterns()
    for kind in patterns.kinds.finditer(text, start, end):
        first = kind.end()
        run = patterns.han.match(text, first, min(first + _FOREIGN, end))
        least = first + _SHORTEST + (kind[0] in patterns.wide)  # "集团 | 函告"
        if run is None or not _edged(text, first, start):
            continue
        for last in range(least, run.end() + 1):
            goes_on = last < end and "一" <= text[last] <= "鿿"
            ended = not goes_on or text[last] in patterns.after or text[last : last + 2] in everyday_pairs()
            traded = patterns.trade.search(text, first, last) or patterns.trade.match(text, last)
            name = text[first:last]
            own = ended and not traded and not _person(name) and _stem(name, alone=True, most=_FOREIGN)
            if own and _ends(text, last, last) and nameable(first, last):
                yield first, last
                break


def _earning(text: str, start: int, end: int, nameable: Nameable) -> Iterator[Span]:
    """Names within a clause of what only firms have: "相比之下 | 迈诺 | 净利润仅增长2%"."""
    for has in _patterns().earning.finditer(text, start, end):
        last = has.start()
        for size in _STEM:
            first = last - size
            if first < start or not _edged(text, first, start):
                continue
            name = text[first:last]
            if not _person(name) and _stem(name, alone=True) and _ends(text, last, last) and nameable(first, last):
                yield first, last
                break


def _stem(stem: str, alone: bool, most: int = _STEM[-1]) -> bool:
    """Are these characters nobody's word, and no place?"""
    patterns = _patterns()
    if not _SHORTEST <= len(stem) <= most or patterns.han.fullmatch(stem) is None or stem[-1] in patterns.last:
        return False
    known = words().place.match(stem) or generic(stem) or area(stem)
    return not known and patterns.never.isdisjoint(stem) and unheard(stem, alone)


def _person(name: str) -> bool:
    return len(name) == _PERSON and words().surname.match(name) is not None


def _edged(text: str, first: int, start: int) -> bool:
    """Does the word before a place end there?"""
    if first == start or not "一" <= text[first - 1] <= "鿿":
        return True
    before, pair = text[first - 1], text[first - 2 : first]
    ended = before in _patterns().before or pair in all_pairs() or words().nation.match(pair) is not None
    return ended and before + text[first] not in all_pairs()


def _ends(text: str, stem: int, last: int) -> bool:
    """Does no word go over the end of a stem or of the name, and is the name no part of a longer word?"""
    patterns, pairs = _patterns(), everyday_pairs()
    apart = text[stem - 1 : stem + 1] not in pairs and text[last - 1 : last + 1] not in pairs
    longer = patterns.longer.match(text, last) and not text.startswith(tuple("的、和与"), last)
    return apart and not longer and text[last : last + 1] not in patterns.apart
