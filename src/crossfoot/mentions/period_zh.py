"""A Chinese sentence comes in, its dates, periods, durations and comparatives go out."""

from __future__ import annotations

import re

from crossfoot.late import late
from crossfoot.lexicon.words import words
from crossfoot.mentions.calendar_zh import Hit, based, either, make, number, periods, point, starts
from crossfoot.mentions.period import When

_COMPARE, _UNITS = periods("compare"), periods("unit")
_HIT = late(
    "[0-9〇○一二三四五六七八九十两半]|[今去前明后本上下次翌当同首近每昨周星截过未第最全早中晚年月礼Q]|(?:FY|H[12])"
)
_GLUED_CELL = late("[0-9]{1,3}(?:,[0-9]{3})+(?=(?:19|20)[0-9]{2}[-/.年])")
_DIGIT_RUN = late("[0-9]+(?:[.,][0-9]+)*")


_COMPARE_WORD = late(either(_COMPARE))

_UNIT_WORD = either(_UNITS)
_LAST = late(
    f"(?P<w>过去的?|近|最近|未来|今后|此前|前|接下来的?|后|下) ?"
    f"(?P<n>[0-9]{{1,3}}|[一二三四五六七八九十两]{{1,3}}|几|数) ?(?P<u>{_UNIT_WORD})(?!期|前|度)"
)
_DURATION = late(
    f"(?P<n>[0-9]{{1,4}}(?:\\.[0-9])?|[一二三四五六七八九十两]{{1,3}}) ?(?P<half>半)?(?P<u>{_UNIT_WORD})(?P<more>半)?"
    "(?:期(?!间|初|末|内|刊|货)(?P<over>以上|以下)?)?(?!期|级|报|代|份|底|末|初|间期|元|本|年|均|度|常|游)"
)
_PARTS = frozenset(" ，。；：、“(较比与和在于的是为对从")
_AGO = late(f"(?P<n>[0-9]{{1,3}}|[一二三四五六七八九十两]{{1,3}}) ?(?P<u>{_UNIT_WORD})(?P<w>前|以前|之前)")
_ENDED = late(
    "(?:截至|截止|截止到|截止至) ?(?:(?P<y>(?:19|20)[0-9]{2}) ?年)? ?"
    "(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(?:(?P<d>[0-9]{1,2}) ?日|[底末]) ?止?(?:的|之)?"
    "(?:(?P<fy>(?:上一?)?(?:财政年度|财年|年度|年))|(?P<n>[0-9]{1,2}|[一二三四五六七八九十两]{1,3}) ?个月"
    "|(?P<h>半年度?|半财年)|(?P<q>季度|三个月)|(?P<w>当周|一周|的一周|这一周|该周))"
)
_EACH = late("每(?:一)?(?:年|个?月|季度|日|天|周|个季度|半年)")
_EACH_UNITS = {"年": "Y", "月": "M", "季": "Q", "日": "D", "天": "D", "周": "W"}
_JOINT = late(" ?(?:(?:零|[0-9]{1,2}) ?[时點点](?: ?[0-9]{1,2} ?分)?)? ?(?:至|到|-|~|—|～|–){1,2} ?")
# 将 that takes an object (将利率由2%下调到1%) is no future (将下调利率)
_TAKING = late(
    "将(?!于|在|会|对|继续|进一步|有|再|不|是|达|以|宣布|公布|发布|推出|召开|决定|开始|实施|采取)"
    "[^，。；]{2,24}?(?:下调|上调|调降|调升|提高|降低|降至|升至|增至|减至|由[0-9]|从[0-9]|定为|改为)"
)
_SINCE = late("(?:以来|至今|起|开始|以后|之后|后)(?!的)")
_LONG = ("year", "range", "month", "quarter")  # what a day begins its own figures date
_DECADE = late(
    "(?P<c>上世纪|20世纪|19世纪|本世纪|21世纪)?(?P<d>[0-9]0|[一二三四五六七八九]十)年代|(?P<full>(?:19|20)[0-9]0)年代"
)
_PLAN = late(
    "(?P<n>十[一二三四五六]?|[六七八九])五"
    '(?:[”"]?期?(?P<end>末)|(?=[”"]?(?:规划|期间|时期|以来|纲要|计划|开局|收官)|[”"]))'
)
_CENTURY = late(
    "(?P<c>[12][0-9]|二十一?|十九)世纪(?![0-9一二三四五六七八九])|(?P<last>上世纪|本世纪)(?![0-9一二三四五六七八九])"
)


def find(text: str, start: int, end: int, taken: bytearray) -> list[When]:
    """The date expressions of text[start:end], in order.

    >>> text = "2020年1至4月销量31万辆，较去年同期下降34%；5月8日（星期五）公布"
    >>> [when.text for when in find(text, 0, len(text), bytearray(len(text)))]
    ['2020年1至4月', '去年同期', '5月8日(星期五)']
    """
    found: list[When] = []
    at = start
    while True:
        match = _HIT.search(text, at, end)
        if match is None:
            return found
        at = match.start()
        hit = None if taken[at - start] else _expression(text, at, end, start)
        if hit is None or any(taken[at - start : hit[1] - start]):
            run = _GLUED_CELL.match(text, at, end) or _DIGIT_RUN.match(text, at, end)
            at = run.end() if run else at + 1
            continue
        when, at = hit
        when.base = when.base or based(text, start, when.start)
        when.future = _ahead(text, start, end, when.start, when.end)
        when.aside = when.aside or passing(text, when.start, when.end, when.what)
        found.append(when)


def _expression(text: str, at: int, end: int, start: int) -> Hit | None:
    for reader in (_ended, _compare, _last, _decade, _plan):
        hit = reader(text, at, end)
        if hit is not None:
            return hit
    hit = point(text, at, end, start)
    if hit is None:
        for reader in (_each, _ago, _duration):
            hit = reader(text, at, end)
            if hit is not None:
                return hit
        return None
    when, stop = hit
    joint = _JOINT.match(text, stop, end)
    if joint is not None and when.what in ("day", "month", "year", "quarter") and not when.edge:
        ranged = _range(text, at, end, start, when, joint.end())
        if ranged is not None:
            return ranged
    tail = text[stop : stop + 2]
    if tail in ("以来", "至今") and when.what in ("day", "month", "year", "quarter", "relative"):
        when.edge = "since"
        when.end, when.text = stop + 2, when.text + tail
        return when, stop + 2
    return hit


def _range(text: str, at: int, end: int, start: int, low: When, second: int) -> Hit | None:
    hit = point(text, second, end, start)
    if hit is None and low.what == "day":
        day = re.compile("(?P<d>[0-9]{1,2}) ?日").match(text, second, end)
        if day is not None:
            hit = (
                make(text, second, day.end(), "day", month=low.month, day=int(day.group("d")), year=low.year),
                day.end(),
            )
    if hit is None:
        return None
    high, stop = hit
    if high.what not in ("day", "month", "year", "quarter") or (high.edge and low.what != "year"):
        return None
    if high.what == "day" and high.month is None:
        high.month = low.month
        if low.unit == "M" and not high.unit:
            high.unit, high.offset, high.told = "M", low.offset, low.told
    if high.year is None and low.year is not None and high.what != "year":
        high.year = low.year
    if high.year is None and low.offset and low.unit == "Y" and not high.unit:
        high.unit, high.offset = "Y", low.offset
    if low.what == "year" and high.what != "year":
        return None
    return make(text, at, stop, "range", low=low, high=high, year=high.year if high.year == low.year else None), stop


# ---------------------------------------------------------------------------------- comparatives, lengths, recurrences


def _compare(text: str, at: int, end: int) -> Hit | None:
    match = _COMPARE_WORD.match(text, at, end)
    if match is None or text[match.end() : match.end() + 1] == "限":
        return None  # 上月同期限品种
    shift = _COMPARE[match.group()]
    if not shift:
        if text[at - 1 : at] not in ("较", "比", "与", "于", "去", "上", "和", "同", "年"):
            return make(text, at, match.end(), "compare", shift=None, unit="Y"), match.end()
        shift = "-P1Y"
    return make(text, at, match.end(), "compare", shift=shift, unit="Y"), match.end()


def _ended(text: str, at: int, end: int) -> Hit | None:
    """截至2020年3月31日止年度, 截至6月30日止六个月."""
    match = _ENDED.match(text, at, end)
    if match is None:
        return None
    year = int(match.group("y")) if match.group("y") else None
    lengths = {"fy": (1, "Y"), "h": (6, "M"), "q": (3, "M"), "w": (1, "W")}
    count, unit = next((lengths[name] for name in lengths if match.group(name)), (0, "M"))
    count = count or number(match.group("n"))
    month = number(match.group("m"))
    fields: dict[str, object] = {"year": year, "month": month, "day": int(match.group("d") or 0)}
    skip = re.compile("(?:截至|截止到|截止至|截止) ?").match(text, at, end)
    first = skip.end() if skip else at
    if not 1 <= month <= 12:
        return None
    return make(text, first, match.end(), "until", number=count, unit=unit, **fields), match.end()


def _last(text: str, at: int, end: int) -> Hit | None:
    match = _LAST.match(text, at, end)
    if match is None or match.group("n") in ("几", "数") or match.group().startswith("前一"):
        return None  # 前一年 is the year before the one spoken of
    word, unit = match.group("w"), _UNITS[match.group("u")]
    if (
        word in ("前", "后", "下") and (unit == "M" or match.group("u") in ("季度", "个季度", "日", "月"))
    ) or unit == "H":
        return None
    if word == "前" and unit in "DWY" and at and text[at - 1] not in _PARTS:
        return None  # 假期前四天, 新入园企业前三年: the first of it
    if text[at - 1 : at] in ("此", "目", "日", "以", "之", "先", "提", "今", "最") and word in ("前", "后"):
        return None
    if word == "前" and match.group("u") == "年" and match.group("n").isdecimal() and len(match.group("n")) > 2:
        return None
    offset = 1 if word[0] in "未今接后下" else -1
    return make(text, at, match.end(), "last", number=number(match.group("n")), unit=unit, offset=offset), match.end()


def _plan(text: str, at: int, end: int) -> Hit | None:
    """“十四五”规划: the five years 2021 to 2025."""
    match = _PLAN.match(text, at, end)
    if match is None or text[at - 1 : at] in tuple("一二三四五六七八九十第"):
        return None
    first, last = (1951 + 5 * number(match.group("n")) + year for year in (0, 4))
    if match.group("end"):
        return make(text, at, match.end(), "year", year=last, edge="end"), match.end()
    low, high = (make(text, at, at, "year", year=year) for year in (first, last))
    return make(text, at, match.end(), "range", low=low, high=high), match.end()


def _decade(text: str, at: int, end: int) -> Hit | None:
    match = _DECADE.match(text, at, end)
    if match is not None:
        if match.group("full"):
            return make(text, at, match.end(), "decade", year=int(match.group("full"))), match.end()
        century = {"19世纪": 1800, "21世纪": 2000, "本世纪": 2000}.get(match.group("c") or "", 1900)
        return make(text, at, match.end(), "decade", year=century + number(match.group("d"))), match.end()
    match = _CENTURY.match(text, at, end)
    if match is not None:
        which = {"上世纪": 20, "本世纪": 21}.get(match.group("last") or "") or number(match.group("c"))
        return make(text, at, match.end(), "century", year=(which - 1) * 100 + 1), match.end()
    return None


def _each(text: str, at: int, end: int) -> Hit | None:
    match = _EACH.match(text, at, end)
    if match is None or text[at - 1 : at] == "《":
        return None
    char = match.group()[-1] if match.group()[-1] in _EACH_UNITS else "季"
    unit = _EACH_UNITS[char]
    count = 6 if "半" in match.group() else 3 if unit == "Q" else 1
    return make(
        text, at, match.end(), "set", number=count, unit="M" if unit == "Q" or count == 6 else unit
    ), match.end()


def _ago(text: str, at: int, end: int) -> Hit | None:
    match = _AGO.match(text, at, end)
    if match is None:
        return None
    unit = _UNITS[match.group("u")]
    if unit == "H" or match.group("u") in ("日", "月"):
        return None
    return make(text, at, match.end(), "relative", unit=unit, offset=-number(match.group("n"))), match.end()


def _duration(text: str, at: int, end: int) -> Hit | None:
    match = _DURATION.match(text, at, end)
    if match is None or not starts(text, at, 0) or text[at - 1 : at] in (".", "第", "-", "/"):
        return None
    unit, count = _UNITS[match.group("u")], match.group("n")
    if unit == "H" or (match.group("u") in ("月", "日", "季度", "周") and match.group("u") in ("月", "季度")):
        return None
    if "." in count:
        length = f"P{count}{unit}" if unit in "YMWD" and match.group("u") not in ("日", "月") else None
        return (
            (make(text, at, match.end(), "duration", unit=unit, shift=length), match.end())
            if length is not None
            else None
        )
    if count == "一" and match.group("u") in ("年", "天", "日", "周") and "期" not in match.group():
        return None
    if match.group("u") in ("年", "年度") and (len(count) == 4 or (count.isdecimal() and 50 < int(count) < 100)):
        return None
    if match.group("u") == "日" and not count.isdecimal():
        return None
    many = number(count) * (3 if unit == "Q" else 1)
    return make(text, at, match.end(), "duration", number=many, unit="M" if unit == "Q" else unit), match.end()


def passing(text: str, at: int, stop: int, what: str) -> bool:
    """Does a time only say when something of that kind began: 2008年设立, 自2019年起任董事长, 2023年提出的方案?

    >>> passing("该园区2008年设立", 3, 8, "year"), passing("2008年销量", 0, 5, "year")
    (True, False)
    """
    rows = words("zh").lists
    if what not in _LONG:  # 3月2日披露的公告
        if text[stop : stop + 1] == "电" and not text[stop + 1 : stop + 2].isalpha():
            return True  # "利马5月8日电 某公司称"
        return what == "day" and any(text.startswith(word + "的", stop) for word in rows["attributed"])
    since = text[max(at - 1, 0) : at] in ("自", "从") and text[stop : stop + 1] == "起"
    stop += 1 if text[stop : stop + 1] == "起" else 0
    if text.startswith(tuple(rows["beginning"]), stop):
        return not text.startswith(("上市公司", "上市企业"), stop)
    since = since or text.endswith(tuple(f"{word}于" for word in rows["beginning"]), 0, at)
    return since or any(text.startswith(word + "的", stop) for word in rows["attributed"])


# -------------------------------------------------------------------------------------------------- what stands before


def _ahead(text: str, start: int, end: int, at: int, stop: int) -> bool:
    """Does the clause look ahead: 预计2023年6月投产, 第四季度有望出货?"""
    before, after = text[max(start, at - 14) : at], text[stop : min(end, stop + 6)]
    before = before[max(before.rfind(mark) for mark in "，；。,") + 1 :]
    after = after[: min((place for mark in "，；。," if (place := after.find(mark)) >= 0), default=len(after))]
    if after.startswith(("前", "之前", "以前")) and not any(word in before for word in ("已", "截至")):
        return True  # 2020年6月30日前: a deadline
    if _TAKING.search(text, at - len(before), min(end, stop + 40)):
        before, after = before.replace("将", ""), after.replace("将", "")
    if any(word in after for word in ("期货", "合约", "交割")):
        return True
    future = words("zh").lists["future"]
    return any(word in before or word in after for word in future)
