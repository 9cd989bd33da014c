"""A Chinese sentence comes in, its dates, periods, durations and comparatives go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from crossfoot.lexicon.hanzi import read
from crossfoot.lexicon.words import words
from crossfoot.mentions.period import When


def _periods(kind: str) -> dict[str, str]:
    """The words of one kind in [periods] of zh/words.toml, with what follows the kind: 上个月 = "near M -1"."""
    rows = words("zh").periods.items()
    return {form: meaning.partition(" ")[2] for form, meaning in rows if meaning.partition(" ")[0] == kind}


def _any(forms: Iterable[str]) -> str:
    return "|".join(sorted(forms, key=len, reverse=True))


_RELATIVE = {form: int(offset) for form, offset in _periods("year").items()}
_NEAR = {form: (meaning[0], int(meaning[2:])) for form, meaning in _periods("near").items()}
_COMPARE, _UNITS = _periods("compare"), _periods("unit")
_NUM = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_HIT = re.compile(
    "[0-9〇○一二三四五六七八九十两半]|[今去前明后本上下次翌当同首近每昨周星截过未第最全早中晚年月礼Q]|(?:FY|H[12])"
)
_DIGIT_RUN = re.compile("[0-9]+(?:[.,][0-9]+)*")
_YEAR = re.compile(
    "(?P<full>(?:19|20|18|21)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3}) ?"
    "(?P<fy>财政年度|财年|会计年度|年度|年)(?!期(?!间)|级|代)"
    "|(?P<two>[0-9]{2}) ?年(?= ?(?:1[0-2]|[1-9]) ?月| ?[上下]半年|[一二三四]季|底|末|初)"
)
_YEARS = re.compile("(?P<a>(?:19|20)[0-9]{2}) ?[-—~至到]{1,2} ?(?P<b>(?:19|20)[0-9]{2}) ?(?:年度?|财年)")
_FISCAL = re.compile(
    "(?:FY|财年) ?(?P<year>(?:19|20)?[0-9]{2})(?![0-9])|(?P<year2>(?:19|20)[0-9]{2}) ?(?:财年|财政年度)"
)

_TOLD = {"上年", "上年度", "上一年", "上一年度", "当年", "同年", "次年", "翌年"}
_RELATIVE_YEAR = re.compile(_any(_RELATIVE))
_MONTH = re.compile(f" ?(?P<m>{_NUM}) ?月(?:份|度)?(?! ?饼)")
_DAY = re.compile(f" ?(?P<d>{_NUM}) ?(?:日|号)(?!元|本|圆|均|常|期|前后)")
_DAY_LOOSE = re.compile(" ?(?P<d>[0-9]{1,2}) ?日(?!元|本|圆|均|常|游|内|后|经|线|间|期|以)")
_QUARTER = re.compile(
    " ?(?:的)?(?:第 ?(?P<q1>[一二三四1-4]) ?季度?|(?P<q2>[一二三四1-4]) ?季度|(?P<q3>[一二三四])季(?!节)"
    "|(?P<first>首季度?)|[Qq](?P<q4>[1-4])(?![0-9A-Za-z]))"
)
_HALF = re.compile(
    " ?(?:的)?(?:(?P<up>上半年(?:度)?|前半年|半年度)|(?P<down>下半年(?:度)?|后半年)|H(?P<code>[12])(?![0-9A-Za-z]))"
)
_FIRST = re.compile(f" ?(?:的)?(?:前|首) ?(?P<n>{_NUM}|两) ?(?:个月|(?P<q>个?季度?))")
_MONTHS = re.compile(f" ?(?P<a>{_NUM}) ?(?:月份?)? ?[-—~至到]{{1,2}} ?(?P<b>{_NUM}) ?月(?:份)?(?! ?[0-9]{{1,2}} ?日)")
_EDGE = re.compile("年?(?P<e>初|末|底|中|终|尾)(?![级学级次伏等期止])")
_ISO = re.compile(
    "(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/.])(?P<m>[0-9]{1,2})(?:(?P=s)(?P<d>[0-9]{1,2}))(?![0-9])|(?P<y2>(?:19|20)[0-9]{2})[-/](?P<m2>0[1-9]|1[0-2])(?![0-9/.-])"
)
_WEEKDAY = re.compile(
    "(?P<near>上个?|下个?|本|这)?(?:周|星期|礼拜)(?P<w>[一二三四五六日天末])(?![年季月个期转边围刊家线]|五天)"
)
_IN_BRACKETS = re.compile(" ?[（(]?(?:周|星期|礼拜)(?P<w>[一二三四五六日天])[)）]?")


_NEAR_WORD = re.compile(_any(_NEAR))

_COMPARE_WORD = re.compile(_any(_COMPARE))

_UNIT_WORD = _any(_UNITS)
_LAST = re.compile(
    f"(?P<w>过去的?|近|最近|未来|今后|此前|前|接下来的?|后|下) ?"
    f"(?P<n>[0-9]{{1,3}}|[一二三四五六七八九十两]{{1,3}}|几|数) ?(?P<u>{_UNIT_WORD})(?!期|前|度)"
)
_DURATION = re.compile(
    f"(?P<n>[0-9]{{1,4}}(?:\\.[0-9])?|[一二三四五六七八九十两]{{1,3}}) ?(?P<half>半)?(?P<u>{_UNIT_WORD})(?P<more>半)?"
    "(?!期|级|报|代|份|底|末|初|间期|元|本|年|均|度|常|游)"
)
_AGO = re.compile(f"(?P<n>[0-9]{{1,3}}|[一二三四五六七八九十两]{{1,3}}) ?(?P<u>{_UNIT_WORD})(?P<w>前|以前|之前)")
_ENDED = re.compile(
    "(?:截至|截止|截止到|截止至) ?(?:(?P<y>(?:19|20)[0-9]{2}) ?年)? ?"
    "(?P<m>[0-9]{1,2}) ?月 ?(?P<d>[0-9]{1,2}) ?日 ?止?(?:的|之)?"
    "(?:(?P<fy>年度|财年|财政年度|年)|(?P<n>[0-9]{1,2}|[一二三四五六七八九十两]{1,3}) ?个月|(?P<q>季度|三个月))"
)
_EACH = re.compile("每(?:一)?(?:年|个?月|季度|日|天|周|个季度|半年)")
_EACH_UNITS = {"年": "Y", "月": "M", "季": "Q", "日": "D", "天": "D", "周": "W"}
_JOINT = re.compile(" ?(?:至|到|-|~|—|～|–){1,2} ?")
_SINCE = re.compile("(?:以来|至今|起|开始|以后|之后|后)(?!的)")
_DECADE = re.compile(
    "(?P<c>上世纪|20世纪|19世纪|本世纪|21世纪)?(?P<d>[0-9]0|[一二三四五六七八九]十)年代|(?P<full>(?:19|20)[0-9]0)年代"
)
_CENTURY = re.compile(
    "(?P<c>[12][0-9]|二十一?|十九)世纪(?![0-9一二三四五六七八九])|(?P<last>上世纪|本世纪)(?![0-9一二三四五六七八九])"
)

Hit = tuple[When, int]


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
            run = _DIGIT_RUN.match(text, at, end)
            at = run.end() if run else at + 1
            continue
        when, at = hit
        when.base = when.base or _based(text, start, when.start)
        when.future = _ahead(text, start, end, when.start, when.end)
        found.append(when)


def _make(text: str, start: int, end: int, what: str, **fields: object) -> When:
    folded = text[start:end].replace(" ", "").replace("（", "(").replace("）", ")")
    return When(start, end, what, folded, **fields)  # type: ignore[arg-type]


def number(text: str) -> int:
    """A small number in digits or characters."""
    if text.isdecimal() and text.isascii():
        return int(text)
    numeral = read(text, 0)
    return int(numeral.value) if numeral is not None else 0


def _expression(text: str, at: int, end: int, start: int) -> Hit | None:
    for reader in (_ended, _compare, _last, _decade):
        hit = reader(text, at, end)
        if hit is not None:
            return hit
    hit = _point(text, at, end, start)
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
    hit = _point(text, second, end, start)
    if hit is None and low.what == "day":
        day = re.compile("(?P<d>[0-9]{1,2}) ?日").match(text, second, end)
        if day is not None:
            hit = (
                _make(text, second, day.end(), "day", month=low.month, day=int(day.group("d")), year=low.year),
                day.end(),
            )
    if hit is None:
        return None
    high, stop = hit
    if high.what not in ("day", "month", "year", "quarter") or (high.edge and low.what != "year"):
        return None
    if high.what == "day" and high.month is None:
        high.month = low.month
    if high.year is None and low.year is not None and high.what != "year":
        high.year = low.year
    if high.year is None and low.offset and low.unit == "Y":
        high.unit, high.offset = "Y", low.offset
    if low.what == "year" and high.what != "year":
        return None
    return _make(text, at, stop, "range", low=low, high=high, year=high.year if high.year == low.year else None), stop


def _point(text: str, at: int, end: int, start: int) -> Hit | None:
    """A point or unit of the calendar that starts at `at`."""
    iso = _ISO.match(text, at, end)
    if iso is not None and not text[at - 1 : at].isdecimal():
        hit = _iso(text, at, iso)
        if hit is not None:
            return hit
    fiscal = _FISCAL.match(text, at, end)
    if fiscal is not None:
        year = int(fiscal.group("year") or fiscal.group("year2"))
        year = year if year > 99 else 2000 + year
        inner = _inside(text, at, fiscal.end(), end, {"year": year})
        return inner or (_make(text, at, fiscal.end(), "year", year=year), fiscal.end())
    years = _YEARS.match(text, at, end)
    if years is not None and not text[at - 1 : at].isdecimal() and int(years.group("a")) < int(years.group("b")):
        low, high = (_make(text, at, at, "year", year=int(years.group(which))) for which in "ab")
        return _make(text, at, years.end(), "range", low=low, high=high), years.end()
    year_word = _YEAR.match(text, at, end)
    if year_word is not None and not (text[at - 1 : at].isdecimal() and at > start):
        year = number(year_word.group("full")) if year_word.group("full") else 2000 + int(year_word.group("two"))
        stop = year_word.end()
        if text[stop : stop + 2] == "同期":
            return _make(text, at, stop + 2, "compare", shift=f"to {year}", year=year, unit="Y"), stop + 2
        return _inside(text, at, stop, end, {"year": year}) or _whole_year(text, at, stop, end, {"year": year})
    relative = _RELATIVE_YEAR.match(text, at, end)
    if relative is not None:
        if relative.group() == "后年" and text[relative.end() : relative.end() + 1] in (
            "产",
            "均",
            "收",
            "利",
            "营",
            "化",
            "销",
        ):
            return None  # 达产后年产值
        told = relative.group() in _TOLD
        fields: dict[str, int | str] = {"unit": "Y", "offset": _RELATIVE[relative.group()], "told": told}
        stop = relative.end()
        inner = _inside(text, at, stop, end, fields)
        if inner is not None:
            return inner
        if text[stop : stop + 2] in ("以来", "初至"):
            stop += 2 if text[stop : stop + 2] == "以来" else 0
            return _make(text, at, stop, "relative", edge="since", **fields), stop
        return _whole_year(text, at, stop, end, fields, "relative")
    near = _NEAR_WORD.match(text, at, end)
    if near is not None:
        return _nearby(text, at, near)
    return _inside(text, at, at, end, {}) or _weekday(text, at, end)


def _whole_year(text: str, at: int, stop: int, end: int, fields: Mapping[str, int | str], what: str = "year") -> Hit:
    edge = _EDGE.match(text, stop, end)
    if edge is not None:
        mark = {"初": "begin", "末": "end", "底": "end", "终": "end", "尾": "end"}.get(edge.group("e"), "")
        return _make(text, at, edge.end(), what, edge=mark, **fields), edge.end()
    if text[stop : stop + 2] == "全年":
        stop += 2
    return _make(text, at, stop, what, **fields), stop


def _iso(text: str, at: int, iso: re.Match[str]) -> Hit | None:
    if iso.group("y"):
        year, month, day = int(iso.group("y")), int(iso.group("m")), int(iso.group("d"))
        if 1 <= month <= 12 and 1 <= day <= 31:
            return _make(text, at, iso.end(), "day", year=year, month=month, day=day), iso.end()
        return None
    return _make(text, at, iso.end(), "month", year=int(iso.group("y2")), month=int(iso.group("m2"))), iso.end()


def _inside(text: str, at: int, stop: int, end: int, fields: Mapping[str, int | str]) -> Hit | None:
    """What may follow a year, or stand without one: months, days, quarters, halves, the first months."""
    here = stop + 1 if text[stop : stop + 1] == "的" else stop
    months = _MONTHS.match(text, here, end)
    if months is not None:
        first, last = number(months.group("a")), number(months.group("b"))
        if 1 <= first < last <= 12:
            low = _make(text, here, here, "month", month=first, **fields)
            high = _make(text, here, here, "month", month=last, **fields)
            return _make(text, at, months.end(), "range", low=low, high=high, **fields), months.end()
    month = _MONTH.match(text, here, end)
    if month is not None and 1 <= number(month.group("m")) <= 12:
        return _in_month(text, at, month, end, fields)
    first_months = _FIRST.match(text, here, end)
    if first_months is not None:
        count = number(first_months.group("n")) * (3 if first_months.group("q") else 1)
        if 0 < count <= 12:
            return _make(text, at, first_months.end(), "first", number=count, **fields), first_months.end()
    quarter = _QUARTER.match(text, here, end)
    if quarter is not None:
        which = next((value for key, value in quarter.groupdict().items() if value and key != "first"), "1")
        tail = quarter.end()
        edge = _EDGE.match(text, tail, end)
        mark = (
            {"末": "end", "底": "end", "初": "begin"}.get(edge.group("e"), "")
            if edge is not None and text[tail] != "年"
            else ""
        )
        tail = edge.end() if edge is not None and mark else tail
        return _make(text, at, tail, "quarter", number=number(which), edge=mark, **fields), tail
    half = _HALF.match(text, here, end)
    if half is not None:
        if text[half.end() : half.end() + 1] == "报":
            return None
        which_half = 1 if half.group("up") or half.group("code") == "1" else 2
        return _make(text, at, half.end(), "half", number=which_half, **fields), half.end()
    if not fields:
        return _loose_day(text, at, end)
    return None


def _in_month(text: str, at: int, month: re.Match[str], end: int, fields: Mapping[str, int | str]) -> Hit:
    which, stop = number(month.group("m")), month.end()
    day = _DAY.match(text, stop, end)
    if day is not None and 1 <= number(day.group("d")) <= 31 and "份" not in month.group():
        stop = day.end()
        when = _make(text, at, stop, "day", month=which, day=number(day.group("d")), **fields)
        week = _IN_BRACKETS.match(text, stop, end)
        if week is not None and (
            ("(" in week.group() or "（" in week.group()) == (")" in week.group() or "）" in week.group())
        ):
            when = _make(
                text,
                at,
                week.end(),
                "day",
                month=which,
                day=number(day.group("d")),
                weekday=_weekday_number(week.group("w")),
                **fields,
            )
            return when, week.end()
        if text[stop : stop + 2] in ("晚间", "上午", "下午", "凌晨", "早间", "晚上", "中午", "盘后", "盘前"):
            return when, stop
        return when, stop
    edge = re.compile("(?P<e>初|末|底|中旬|上旬|下旬|中)(?!国|心|间|期|学|层)").match(text, stop, end)
    if edge is not None:
        mark = {"初": "begin", "末": "end", "底": "end"}.get(edge.group("e"), "")
        return _make(text, at, edge.end(), "month", month=which, edge=mark, **fields), edge.end()
    return _make(text, at, stop, "month", month=which, **fields), stop


def _loose_day(text: str, at: int, end: int) -> Hit | None:
    """A bare day of the month (25日，国新办...)."""
    day = _DAY_LOOSE.match(text, at, end)
    if (
        day is None
        or not 1 <= int(day.group("d")) <= 31
        or text[at - 1 : at].isdecimal()
        or text[at - 1 : at] in (".", ",", "第", "近", "约", "超")
    ):
        return None
    stop = day.end()
    week = _IN_BRACKETS.match(text, stop, end)
    weekday, stop = (_weekday_number(week.group("w")), week.end()) if week is not None else (None, stop)
    return _make(text, at, stop, "day", day=int(day.group("d")), weekday=weekday), stop


def _weekday_number(char: str) -> int:
    return "一二三四五六日".index("日" if char == "天" else char)


def _weekday(text: str, at: int, end: int) -> Hit | None:
    match = _WEEKDAY.match(text, at, end)
    if match is None:
        return None
    offset = {"上": -1, "下": 1}.get((match.group("near") or "")[:1], 0)
    if match.group("w") == "末":
        return _make(text, at, match.end(), "relative", unit="W", offset=offset), match.end()
    fields = {"weekday": _weekday_number(match.group("w")), "offset": offset}
    return _make(
        text, at, match.end(), "weekday", unit="D", edge="week" if match.group("near") else "", **fields
    ), match.end()


def _nearby(text: str, at: int, near: re.Match[str]) -> Hit | None:
    word, stop = near.group(), near.end()
    if _NEAR[word][0] == "D":
        return _make(text, at, stop, "relative", unit="D", offset=_NEAR[word][1]), stop
    if text[stop : stop + 1] in tuple("一二三四五六日") and word in ("上周", "本周", "下周", "这周", "上星期"):
        return _weekday(text, at, len(text))
    unit, offset = _NEAR[word]
    if word in ("年初", "年末", "年底", "月末", "月底", "月初", "季末", "上月末", "上月底"):
        edge = "begin" if word.endswith("初") else "end"
        if text[stop : stop + 2] == "至今":
            return _make(text, at, stop + 2, "relative", unit=unit, offset=0, edge="since"), stop + 2
        told = _based(text, 0, at)
        return _make(text, at, stop, "relative", unit=unit, offset=offset, edge=edge, told=told), stop
    if word == "全年":
        return _make(text, at, stop, "relative", unit=unit, offset=offset, told=True), stop
    if text[stop : stop + 2] == "同期":
        return _make(text, at, stop + 2, "compare", shift=f"-P1{unit}" if unit != "Q" else "-P3M", unit=unit), stop + 2
    if text[stop : stop + 1] in ("末", "底"):
        return _make(text, at, stop + 1, "relative", unit=unit, offset=offset, edge="end"), stop + 1
    return _make(text, at, stop, "relative", unit=unit, offset=offset), stop


# ---------------------------------------------------------------------------------- comparatives, lengths, recurrences


def _compare(text: str, at: int, end: int) -> Hit | None:
    match = _COMPARE_WORD.match(text, at, end)
    if match is None:
        return None
    shift = _COMPARE[match.group()]
    if not shift:
        if text[at - 1 : at] not in ("较", "比", "与", "于", "去", "上", "和", "同", "年"):
            return _make(text, at, match.end(), "compare", shift=None, unit="Y"), match.end()
        shift = "-P1Y"
    return _make(text, at, match.end(), "compare", shift=shift, unit="Y"), match.end()


def _ended(text: str, at: int, end: int) -> Hit | None:
    """截至2020年3月31日止年度, 截至6月30日止六个月."""
    match = _ENDED.match(text, at, end)
    if match is None:
        return None
    year = int(match.group("y")) if match.group("y") else None
    count, unit = (1, "Y") if match.group("fy") else (3, "M") if match.group("q") else (number(match.group("n")), "M")
    fields: dict[str, object] = {"year": year, "month": int(match.group("m")), "day": int(match.group("d"))}
    skip = re.compile("(?:截至|截止到|截止至|截止) ?").match(text, at, end)
    first = skip.end() if skip else at
    if not 1 <= int(match.group("m")) <= 12:
        return None
    return _make(text, first, match.end(), "until", number=count, unit=unit, **fields), match.end()


def _last(text: str, at: int, end: int) -> Hit | None:
    match = _LAST.match(text, at, end)
    if match is None or match.group("n") in ("几", "数"):
        return None
    word, unit = match.group("w"), _UNITS[match.group("u")]
    if (
        word in ("前", "后", "下") and (unit == "M" or match.group("u") in ("季度", "个季度", "日", "月"))
    ) or unit == "H":
        return None
    if text[at - 1 : at] in ("此", "目", "以", "之", "先", "提", "今", "最") and word in ("前", "后"):
        return None
    if word == "前" and match.group("u") == "年" and match.group("n").isdecimal() and len(match.group("n")) > 2:
        return None
    offset = 1 if word[0] in "未今接后下" else -1
    return _make(text, at, match.end(), "last", number=number(match.group("n")), unit=unit, offset=offset), match.end()


def _decade(text: str, at: int, end: int) -> Hit | None:
    match = _DECADE.match(text, at, end)
    if match is not None:
        if match.group("full"):
            return _make(text, at, match.end(), "decade", year=int(match.group("full"))), match.end()
        century = {"19世纪": 1800, "21世纪": 2000, "本世纪": 2000}.get(match.group("c") or "", 1900)
        return _make(text, at, match.end(), "decade", year=century + number(match.group("d"))), match.end()
    match = _CENTURY.match(text, at, end)
    if match is not None:
        which = {"上世纪": 20, "本世纪": 21}.get(match.group("last") or "") or number(match.group("c"))
        return _make(text, at, match.end(), "century", year=(which - 1) * 100 + 1), match.end()
    return None


def _each(text: str, at: int, end: int) -> Hit | None:
    match = _EACH.match(text, at, end)
    if match is None or text[at - 1 : at] == "《":
        return None
    char = match.group()[-1] if match.group()[-1] in _EACH_UNITS else "季"
    unit = _EACH_UNITS[char]
    count = 6 if "半" in match.group() else 3 if unit == "Q" else 1
    return _make(
        text, at, match.end(), "set", number=count, unit="M" if unit == "Q" or count == 6 else unit
    ), match.end()


def _ago(text: str, at: int, end: int) -> Hit | None:
    match = _AGO.match(text, at, end)
    if match is None:
        return None
    unit = _UNITS[match.group("u")]
    if unit == "H" or match.group("u") in ("日", "月"):
        return None
    return _make(text, at, match.end(), "relative", unit=unit, offset=-number(match.group("n"))), match.end()


def _duration(text: str, at: int, end: int) -> Hit | None:
    match = _DURATION.match(text, at, end)
    if match is None or text[at - 1 : at].isdecimal() or text[at - 1 : at] in (".", "第", "-", "/"):
        return None
    unit, count = _UNITS[match.group("u")], match.group("n")
    if (
        unit == "H"
        or (match.group("u") in ("月", "日", "季度", "周") and match.group("u") in ("月", "季度"))
        or "." in count
    ):
        return None
    if count == "一" and match.group("u") in ("年", "天", "日", "周"):
        return None
    if match.group("u") in ("年", "年度") and (len(count) == 4 or (count.isdecimal() and 50 < int(count) < 100)):
        return None
    if match.group("u") == "日" and not count.isdecimal():
        return None
    many = number(count) * (3 if unit == "Q" else 1)
    return _make(text, at, match.end(), "duration", number=many, unit="M" if unit == "Q" else unit), match.end()


# -------------------------------------------------------------------------------------------------- what stands before


def _based(text: str, start: int, at: int) -> bool:
    """Is this what something is compared with: 较2020年第四季度, 比3月?"""
    before = text[max(start, at - 2) : at]
    return any(before.endswith(word) for word in words("zh").lists["base"] if word not in ("自", "从"))


def _ahead(text: str, start: int, end: int, at: int, stop: int) -> bool:
    """Does the clause look ahead: 预计2023年6月投产, 第四季度有望出货?"""
    before, after = text[max(start, at - 14) : at], text[stop : min(end, stop + 6)]
    before = before[max(before.rfind(mark) for mark in "，；。,") + 1 :]
    after = after[: min((place for mark in "，；。," if (place := after.find(mark)) >= 0), default=len(after))]
    future = words("zh").lists["future"]
    return any(word in before or word in after for word in future)
