"""A Chinese sentence comes in; the numbers that are no quantities go out: codes, clocks, documents, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossfoot.lexicon.traps import Trap, traps

_SHAPES = re.compile(
    r"(?P<case>[(〔\[【]20[0-9]{2}[)〕\]】][^，。；、\s()]{1,24}?号)"
    r"|(?P<ticker>\([0-9]{5,6}\)|\([0-9]{4,6}\.[A-Z]{1,3}\)|\([0-9.]{1,9},-?[0-9.]{1,9},-?[0-9.]{1,9}%\)"
    r"|[0-9]{4,6}\.(?:HK|SH|SZ|SS|BJ|NQ|OC|KS|TW|T|US|N|O)(?![A-Za-z0-9]))"
    r"|(?P<phone>1[3-9][0-9]{9}(?![0-9])|0[0-9]{2,3}-[0-9]{7,8}(?![0-9])"
    r"|400-?[0-9]{3}-?[0-9]{4}(?![0-9])|\+86[ -]?[0-9-]{8,14})"
    r"|(?P<number>20[0-9]{2}-[0-9]{3}(?![0-9])|20[0-9]{6}-[0-9]{1,3}(?![0-9]))"
    r"|(?P<plan>[“\"‘]?(?:十[一二三四五]|[一二三四五六七八九])五[”\"’]?(?=规划|期间|时期|末|以来|纲要|计划|开局|收官))"
    r"|(?P<speed>[百千]兆(?=以上|宽带|光|网|级|带宽))"
    r"|(?P<feast>[“\"]?(?:十一|五一)[”\"]?(?=黄金周|长假|假期|小长假|期间|国庆|节|前后))"
    r"|(?P<bond>[“\"][0-9]{2}[\u4e00-\u9fffA-Z]{2,8}[0-9]{1,3}[”\"])"
    r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,2} ?[-—~至]{1,2} ?[0-9]{1,2} ?时(?!间)|[0-9]{1,2} ?[时時](?![间段])(?: ?[0-9]{1,2} ?分)?"
    r"|(?<=凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|深夜|今晨|今晚|昨晚)[0-2]?[0-9] ?[点點](?![0-9])"
    r"|[0-2]?[0-9] ?[点點](?: ?[0-9]{1,2} ?分|半|整|钟|左右|前|后|起|$))"
    r"|(?P<score>[0-9]{1,3}:[0-9]{1,3}(?![0-9])|(?<![0-9.年月])[0-9]{1,3}比[0-9]{1,3}(?![0-9.%万亿年月]))"
    r"|(?P<notice>(?:19|20)[0-9]{2} ?年第 ?[0-9]{1,5} ?号)"
    r"|(?P<named>[“\"][A-Za-z\u4e00-\u9fff]{1,8}-?[0-9]{1,3}\.[0-9][”\"])"
    r"|(?P<address>[0-9]{1,5} ?号 ?(?:[0-9A-Z]{1,4} ?(?:幢|栋|座|号楼|单元|层|楼|室) ?){1,5})"
    r"|(?P<list>[(][0-9一二三四五六七八九十]{1,2}[)]|(?:(?<=[。；:\n ])|^)[0-9]{1,2}(?:、|\.(?![0-9]))"
    r"|(?<![0-9.,%、])(?:1?[0-9]|20)、(?=[\u4e00-\u9fff])(?![一二三四五六七八九十])|[①-⑳])"
    r"|(?P<version>[0-9]{1,2}\.[0-9]{1,2} ?版(?!本)|(?<![0-9])[Vv]?[0-9]{1,3}(?:\.[0-9]{1,4}){2,4}(?![0-9]))"
    r"|(?P<model>[A-Za-z][A-Za-z-]{0,11}-?[0-9]{1,5}(?:-[0-9]{1,4})?[A-Za-z+]{0,4}(?![0-9.,%]|个?(?:基点|百分点))"
    r"|[2-6]g(?=产品|网络|基站|手机|通信|技术|商用|时代|套餐|用户|建设|概念|芯片|频谱|牌照|[、/][2-6]g))"
    r"|(?P<day>[0-9]{1,2}·[0-9]{1,2})"
    r"|(?P<nth>第 ?[0-9一二三四五六七八九十百千]{1,6}(?:[-—][0-9]{1,4})? ?(?:号|條|条|章|节|款|页|项规定))"
)  # fmt: skip
_KIND = {
    "case": "identifier",
    "number": "identifier",
    "notice": "identifier",
    "address": "identifier",
    "named": "model",
    "plan": "model",
    "feast": "model",
    "speed": "model",
    "bond": "ticker",
    "nth": "section",
    "day": "model",
}
_RUN = re.compile(r"[0-9]{1,18}(?:[-_/.][0-9A-Za-z]{1,18}){0,4}")
_CURRENCY = re.compile("(?:RMB|CNY|USD|EUR|HKD|GBP|JPY|FY|RM|Rs|CHF|AUD|CAD|SGD)-?[0-9]")


@cache
def _rows(place: str) -> dict[str, list[tuple[str, Trap]]]:
    """Forms before a number by their last character, after it by their first."""
    table: dict[str, list[tuple[str, Trap]]] = {}
    for row in traps("zh"):
        for form in getattr(row, place):
            table.setdefault(form[-1] if place == "before" else form[0], []).append((form, row))
    for found in table.values():
        found.sort(key=lambda item: -len(item[0]))
    return table


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of each.

    >>> text = "贵州茅台(600519.SH)沪深300成分股，9:30开盘"
    >>> [(text[a:b], kind) for a, b, kind in find(text, 0, len(text))]
    [('(600519.SH)', 'ticker'), ('沪深300', 'index'), ('9:30', 'clock')]
    """
    at = start
    for match in _SHAPES.finditer(text, start, end):
        group = match.lastgroup or ""
        yield from _labelled(text, at, match.start())
        at = match.end()
        if group == "model" and _CURRENCY.match(match.group()):
            at = match.start() + 1
            continue
        if group == "clock" and ":" in match.group() and int(match.group().split(":")[0]) > 24:
            group = "score"
        yield match.start(), match.end(), _KIND.get(group, group)
    yield from _labelled(text, at, end)


def _labelled(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Numbers that a word before or after them labels: 证券代码：002547, 沪深300, 11号楼."""
    at = start
    while True:
        match = _RUN.search(text, at, end)
        if match is None:
            return
        at = match.end()
        first = match.start()
        before = first - 1 if text[first - 1 : first] == " " else first
        for form, row in _rows("before").get(text[before - 1 : before], ()):
            letter = form[0].isascii() and text[before - len(form) - 1 : before - len(form)].isascii()
            if letter and text[max(0, before - len(form) - 1) : before - len(form)].isalpha():
                continue  # the V of SUV is no version
            if text.endswith(form, start, before) and _bare(text, match, row):
                yield before - len(form), at, row.kind
                break
        else:
            after = at + 1 if text[at : at + 1] == " " else at
            for form, row in _rows("after").get(text[after : after + 1], ()):
                if text.startswith(form, after, end) and "." not in match.group():
                    yield first, after + len(form), row.kind
                    break


_UNITS = re.compile(" ?(?:[%‰万亿元股家个年月日吨辆台人倍名位户例只点港美欧日英]|-?[0-9]*(?:%|年|月|亿|万))")


def _bare(text: str, match: re.Match[str], row: Trap) -> bool:
    """Codes label any number; names of models and indexes only a bare one: 全球500强, but not 全球500亿."""
    if row.kind in ("identifier",):
        return len(match.group()) > 2 or text[match.end() : match.end() + 1] not in tuple("个家人元%年月日")
    return not _UNITS.match(text, match.end()) and "." not in match.group() and text[match.start() - 1] != "第"
