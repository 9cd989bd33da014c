"""Characters come in where a point or a unit of the calendar may start; what it says goes out, still without a year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from crossfoot.late import late
from crossfoot.lexicon.hanzi import read
from crossfoot.lexicon.words import words
from crossfoot.mentions.period import When

Hit = tuple[When, int]


def periods(kind: str) -> dict[str, str]:
    """The words of one kind in [periods] of zh/words.toml, with what follows the kind: 上个月 = "near M -1"."""
    rows = words("zh").periods.items()
    return {form: meaning.partition(" ")[2] for form, meaning in rows if meaning.partition(" ")[0] == kind}


def either(forms: Iterable[str]) -> str:
    return "|".join(sorted(forms, key=len, reverse=True))


_RELATIVE = {form: int(offset) for form, offset in periods("year").items()}
_SPOKEN = periods("told")  # 当日, 次月: counted from the day or month last spoken of
_NEAR = {form: (meaning[0], int(meaning[2:])) for form, meaning in (periods("near") | _SPOKEN).items()}
NUM = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_YEAR = late(
    "(?P<full>(?:19|20|18|21)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3}) ?"
    "(?P<fy>财政年度|财年|会计年度|年度|年)(?!期(?!间)|级|代)"
    "|(?P<two>[0-9]{2}) ?年(?= ?(?:1[0-2]|[1-9]) ?月| ?[上下]半年|[一二三四]季|底|末|初)"
)
_YEARS = late("(?P<a>(?:19|20)[0-9]{2}) ?[-—~至到]{1,2} ?(?P<b>(?:19|20)[0-9]{2}) ?(?:年度?|财年)")
_FISCAL = late("(?:FY|财年) ?(?P<year>(?:19|20)?[0-9]{2})(?![0-9])|(?P<year2>(?:19|20)[0-9]{2}) ?(?:财年|财政年度)")
_STATED_END = late(
    "[(（] ?即?(?:截至|截止至?|至|止于) ?(?:(?P<y>(?:19|20)[0-9]{2}) ?年)? ?"
    "(?P<m>1[0-2]|[1-9]) ?月 ?(?P<d>[0-9]{1,2}) ?日 ?止?(?:的?(?:年度|财年|财政年度|12个月|十二个月))?[)）]"
)

_BUILT, _YEARLY = {*"成产工营运用期满"}, {*"产均收利营化销"}  # around 后年 that is no year
_THEN = tuple("此目日以之提先较比")  # before 前: a word of its own
_TOLD = {"前一年", "前一年度", "上年", "上年度", "上一年", "上一年度", "当年", "同年", "次年", "翌年"}
_RELATIVE_YEAR = late(either(_RELATIVE))
_MONTH = late(f" ?(?P<m>{NUM}) ?月(?:份|度)?(?! ?饼)")
_DAY = late(f" ?(?P<d>{NUM}) ?(?:日|号)(?!元|本|圆|均|常|期(?!间)|前后)")
_TWO_DAYS = late(" ?(?P<a>[0-9]{1,2}) ?(?:[-~至到]|—{1,2}) ?(?P<b>[0-9]{1,2}) ?日(?!元|本|圆|均|常|期(?!间)|内|前后)")
_DAY_LOOSE = late(" ?(?P<d>[0-9]{1,2}) ?日(?!元|本|圆|均|常|游|内|后|经|线|间|期|以)")
_QUARTER = late(
    " ?(?:的)?(?:第 ?(?P<q1>[一二三四1-4]) ?财?季(?:度|(?!报))|"
    "(?P<q2>[一二三四1-4]) ?财?季度|(?P<q3>[一二三四])财?季(?!节|报)"
    "|(?P<first>首季度?)|[Qq](?P<q4>[1-4])(?![0-9A-Za-z]))"
)
_HALF = late(
    " ?(?:的)?(?:(?P<up>上半年(?:度)?|上半财年|前半年|半年度)|"
    "(?P<down>下半年(?:度)?|下半财年|后半年)|H(?P<code>[12])(?![0-9A-Za-z]))"
)
_FIRST = late(
    f" ?(?:的)?(?:前|首|头) ?(?P<n>{NUM}|两) ?(?:个月|月(?!份?[0-9一二三四五六七八九十初上中下底末])|(?P<q>个?季度?))"
)
_MONTHS = late(f" ?(?P<a>{NUM}) ?(?:月份?)? ?[-—~至到]{{1,2}} ?(?P<b>{NUM}) ?月(?:份)?(?! ?[0-9]{{1,2}} ?日)")
_TEN_DAYS = late("(?P<t>[上中下])旬(?P<since>以来|至今)?")
_EDGE = late("年?(?P<e>初|末|底|中|终|尾)(?![级学级次伏等期止])")
_ISO = late(
    "(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/.])(?P<m>[0-9]{1,2})(?:(?P=s)(?P<d>[0-9]{1,2}))"
    # the cells that a converter glues to a date: the next date, a whole share, a term
    r"(?:(?![0-9])|(?=(?:19|20)[0-9]{2}(?P=s)|100(?:\.0{1,2})?%|(?:12|18|24|36|48|60)个?月))|(?P<y2>(?:19|20)[0-9]{2})[-/](?P<m2>0[1-9]|1[0-2])(?![0-9/.-])"
)
_WEEKDAY = late(
    "(?P<near>上个?|下个?|本|这)?(?:周|星期|礼拜)(?P<w>[一二三四五六日天末])(?![年季月个期转边围刊家线]|五天)"
)
_IN_BRACKETS_DAY = late(f" ?[(（](?P<m>{NUM}) ?月 ?(?P<d>{NUM}) ?[日号][)）]")
# 3月18日（星期五）, 12月2日为周一
_IN_BRACKETS = late(
    "(?:(?P<apart>，)(?=(?:周|星期|礼拜).[，）)])| ?[（(]?|为|是|正值|恰逢|正是)"
    "(?:周|星期|礼拜)(?P<w>[一二三四五六日天])(?(apart)|[)）]?)"
)
_NEAR_WORD = late(either(_NEAR))


def make(text: str, start: int, end: int, what: str, **fields: object) -> When:
    folded = text[start:end].replace(" ", "").replace("（", "(").replace("）", ")")
    return When(start, end, what, folded, **fields)  # type: ignore[arg-type]


def number(text: str) -> int:
    """A small number in digits or characters."""
    if text.isdecimal() and text.isascii():
        return int(text)
    numeral = read(text, 0)
    return int(numeral.value) if numeral is not None else 0


_GLUED = late(r"(?:,[0-9]{3}|(?:19|20)[0-9]{2}([-/.])[0-9]{1,2}\1[0-9]{1,2})$")


def starts(text: str, at: int, start: int) -> bool:
    """No digit stands before, but those of a whole cell: 30,000,0002018.09.272021.09.26 is a number and two days."""
    return at == start or not text[at - 1].isdecimal() or _GLUED.search(text, max(start, at - 10), at) is not None


def point(text: str, at: int, end: int, start: int) -> Hit | None:
    """A point or unit of the calendar that starts at `at`."""
    iso = _ISO.match(text, at, end)
    if iso is not None and starts(text, at, start):
        hit = _iso(text, at, iso)
        if hit is not None:
            return hit
    fiscal = _FISCAL.match(text, at, end)
    if fiscal is not None:
        return _fiscal(text, at, fiscal, end)
    years = _YEARS.match(text, at, end)
    if years is not None and starts(text, at, start) and int(years.group("a")) < int(years.group("b")):
        low, high = (make(text, at, at, "year", year=int(years.group(which))) for which in "ab")
        return make(text, at, years.end(), "range", low=low, high=high), years.end()
    year_word = _YEAR.match(text, at, end)
    if year_word is not None and starts(text, at, start):
        year = number(year_word.group("full")) if year_word.group("full") else 2000 + int(year_word.group("two"))
        stop = year_word.end()
        if text[stop : stop + 2] == "同期":
            return make(text, at, stop + 2, "compare", shift=f"to {year}", year=year, unit="Y"), stop + 2
        return _inside(text, at, stop, end, {"year": year}) or _whole_year(text, at, stop, end, {"year": year})
    relative = _RELATIVE_YEAR.match(text, at, end)
    if relative is not None:
        return _relative_year(text, at, relative, end)
    near = _NEAR_WORD.match(text, at, end)
    if near is not None:
        return _nearby(text, at, near)
    return _inside(text, at, at, end, {}) or _weekday(text, at, end)


def _fiscal(text: str, at: int, fiscal: re.Match[str], end: int) -> Hit:
    year, stop = int(fiscal.group("year") or fiscal.group("year2")), fiscal.end()
    year = year if year > 99 else 2000 + year
    stated = _STATED_END.match(text, stop, end)
    if stated is not None:
        ends = {"year": int(stated.group("y") or year), "month": int(stated.group("m"))}
        return make(text, at, stop, "until", day=int(stated.group("d")), number=1, unit="Y", **ends), stop
    return _inside(text, at, stop, end, {"year": year}) or (make(text, at, stop, "year", year=year), stop)


def _relative_year(text: str, at: int, relative: re.Match[str], end: int) -> Hit | None:
    word, stop = relative.group(), relative.end()
    if word == "后年" and (text[at - 1 : at] in _BUILT or text[stop : stop + 1] in _YEARLY):
        return None  # 建成后年发电量, 达产后年产值
    fields: dict[str, int | str] = {"unit": "Y", "offset": _RELATIVE[word], "told": word in _TOLD}
    inner = _inside(text, at, stop, end, fields)
    if inner is not None:
        return inner
    if text[stop : stop + 2] in ("以来", "初至"):
        stop += 2 if text[stop : stop + 2] == "以来" else 0
        return make(text, at, stop, "relative", edge="since", **fields), stop
    return _whole_year(text, at, stop, end, fields, "relative")


def _whole_year(text: str, at: int, stop: int, end: int, fields: Mapping[str, int | str], what: str = "year") -> Hit:
    edge = _EDGE.match(text, stop, end)
    if edge is not None:
        mark = {"初": "begin", "末": "end", "底": "end", "终": "end", "尾": "end"}.get(edge.group("e"), "")
        return make(text, at, edge.end(), what, edge=mark, **fields), edge.end()
    if text[stop : stop + 2] == "全年":
        stop += 2
    return make(text, at, stop, what, **fields), stop


def _iso(text: str, at: int, iso: re.Match[str]) -> Hit | None:
    if iso.group("y"):
        year, month, day = int(iso.group("y")), int(iso.group("m")), int(iso.group("d"))
        if 1 <= month <= 12 and 1 <= day <= 31:
            return make(text, at, iso.end(), "day", year=year, month=month, day=day), iso.end()
        return None
    return make(text, at, iso.end(), "month", year=int(iso.group("y2")), month=int(iso.group("m2"))), iso.end()


def _inside(text: str, at: int, stop: int, end: int, fields: Mapping[str, int | str]) -> Hit | None:
    """What may follow a year, or stand without one: months, days, quarters, halves, the first months."""
    here = stop + 1 if text[stop : stop + 1] == "的" else stop
    months = _MONTHS.match(text, here, end)
    if months is not None:
        first, last = number(months.group("a")), number(months.group("b"))
        if 1 <= first < last <= 12:
            low = make(text, here, here, "month", month=first, **fields)
            high = make(text, here, here, "month", month=last, **fields)
            return make(text, at, months.end(), "range", low=low, high=high, **fields), months.end()
    month = _MONTH.match(text, here, end)
    if month is not None and 1 <= number(month.group("m")) <= 12:
        return _in_month(text, at, month, end, fields)
    first_months = _FIRST.match(text, here, end)
    if first_months is not None:
        count = number(first_months.group("n")) * (3 if first_months.group("q") else 1)
        bare = "个" not in first_months[0] and not first_months.group("q")  # "前4月", and not 目 | 前4月
        if 0 < count <= 12 and not (bare and text[max(at - 1, 0) : at] in _THEN):
            return make(text, at, first_months.end(), "first", number=count, **fields), first_months.end()
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
        return make(text, at, tail, "quarter", number=number(which), edge=mark, **fields), tail
    half = _HALF.match(text, here, end)
    if half is not None:
        if text[half.end() : half.end() + 1] == "报":
            return None
        which_half = 1 if half.group("up") or half.group("code") == "1" else 2
        return make(text, at, half.end(), "half", number=which_half, **fields), half.end()
    if not fields:
        return _loose_day(text, at, end)
    return None


def _days(text: str, at: int, stop: int, end: int, fields: Mapping[str, int | str]) -> Hit | None:
    """Days that share one 日, behind what tells their month: 1月25-26日."""
    match = _TWO_DAYS.match(text, stop, end)
    if match is None or not 1 <= int(match.group("a")) < int(match.group("b")) <= 31:
        return None
    low, high = (make(text, at, at, "day", day=int(match.group(which)), **fields) for which in "ab")
    return make(text, at, match.end(), "range", low=low, high=high, year=low.year), match.end()


def _in_month(text: str, at: int, month: re.Match[str], end: int, fields: Mapping[str, int | str]) -> Hit:
    which, stop = number(month.group("m")), month.end()
    days = _days(text, at, stop, end, {"month": which, **fields})
    if days is not None:
        return days
    day = _DAY.match(text, stop, end)
    if day is not None and 1 <= number(day.group("d")) <= 31 and "份" not in month.group():
        stop = day.end()
        when = make(text, at, stop, "day", month=which, day=number(day.group("d")), **fields)
        week = _IN_BRACKETS.match(text, stop, end)
        if week is not None and (
            ("(" in week.group() or "（" in week.group()) == (")" in week.group() or "）" in week.group())
        ):
            when = make(
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
    ten = _TEN_DAYS.match(text, stop, end)
    if ten is not None:
        first, last = {"上": (1, 10), "中": (11, 20), "下": (21, 0)}[ten.group("t")]
        since = ten.group("since")
        if since and text[stop - 1] == "月":
            return make(text, at, ten.end(), "day", month=which, day=first, edge="since", **fields), ten.end()
        return make(text, at, ten.end(), "month", month=which, day=first, number=last, **fields), ten.end()
    edge = re.compile("(?P<e>初|末|底|中)(?!国|心|间|期|学|层)").match(text, stop, end)
    if edge is not None:
        mark = {"初": "begin", "末": "end", "底": "end"}.get(edge.group("e"), "")
        return make(text, at, edge.end(), "month", month=which, edge=mark, **fields), edge.end()
    return make(text, at, stop, "month", month=which, **fields), stop


_BARE_DAYS = frozenset(" ，。；：、(于在月")  # elsewhere 5-7日 may be a length of time
_LENGTH_BEFORE = frozenset(".,第近约超续前后达满共逾每长")  # 连续5日, 前5日: so many days, not the fifth


def _loose_day(text: str, at: int, end: int) -> Hit | None:
    """A bare day of the month (25日，国新办...)."""
    if at == 0 or text[at - 1] in _BARE_DAYS:
        days = _days(text, at, at, end, {})
        if days is not None:
            return days
    day = _DAY_LOOSE.match(text, at, end)
    if (
        day is None
        or not 1 <= int(day.group("d")) <= 31
        or text[at - 1 : at].isdecimal()
        or text[at - 1 : at] in _LENGTH_BEFORE
    ):
        return None
    stop = day.end()
    week = _IN_BRACKETS.match(text, stop, end)
    weekday, stop = (_weekday_number(week.group("w")), week.end()) if week is not None else (None, stop)
    return make(text, at, stop, "day", day=int(day.group("d")), weekday=weekday), stop


def _weekday_number(char: str) -> int:
    return "一二三四五六日".index("日" if char == "天" else char)


def _weekday(text: str, at: int, end: int) -> Hit | None:
    match = _WEEKDAY.match(text, at, end)
    if match is None:
        return None
    offset = {"上": -1, "下": 1}.get((match.group("near") or "")[:1], 0)
    if match.group("w") == "末":
        return make(text, at, match.end(), "relative", unit="W", offset=offset), match.end()
    fields = {"weekday": _weekday_number(match.group("w")), "offset": offset}
    day = _IN_BRACKETS_DAY.match(text, match.end(), end)
    if day is not None and 1 <= number(day.group("m")) <= 12:  # 本周三(8月16日)
        dated = {"month": number(day.group("m")), "day": number(day.group("d")), "weekday": fields["weekday"]}
        return make(text, at, day.end(), "day", **dated), day.end()
    return make(
        text, at, match.end(), "weekday", unit="D", edge="week" if match.group("near") else "", **fields
    ), match.end()


def _nearby(text: str, at: int, near: re.Match[str]) -> Hit | None:
    word, stop = near.group(), near.end()
    if word[0] in "年月季" and text[max(0, at - 2) : at].strip()[-1:].isnumeric():
        return None  # 第3年末
    if _NEAR[word][0] == "D":
        return make(text, at, stop, "relative", unit="D", offset=_NEAR[word][1], told=word in _SPOKEN), stop
    if text[stop : stop + 1] in tuple("一二三四五六日") and word in ("上周", "本周", "下周", "这周", "上星期"):
        return _weekday(text, at, len(text))
    unit, offset = _NEAR[word]
    days = _days(text, at, stop, len(text), {"unit": "M", "offset": offset, "told": word in _SPOKEN})
    if days is not None and unit == "M" and word[-1] == "月":
        return days
    day = _DAY.match(text, stop, len(text)) if unit == "M" and word[-1] == "月" else None
    if day is not None and 1 <= number(day.group("d")) <= 31:
        fields = {"day": number(day.group("d")), "unit": "M", "offset": offset, "told": word in _SPOKEN}
        return make(text, at, day.end(), "day", **fields), day.end()
    if word in ("年初", "年末", "年底", "月末", "月底", "月初", "季末", "上月末", "上月底"):
        edge = "begin" if word.endswith("初") else "end"
        if text[stop : stop + 2] == "至今":
            return make(text, at, stop + 2, "relative", unit=unit, offset=0, edge="since"), stop + 2
        told = word == "年末" or based(text, 0, at)
        return make(text, at, stop, "relative", unit=unit, offset=offset, edge=edge, told=told), stop
    if word == "全年":
        return make(text, at, stop, "relative", unit=unit, offset=offset, told=True), stop
    if text[stop : stop + 2] == "同期" and text[stop + 2 : stop + 3] != "限":
        return make(text, at, stop + 2, "compare", shift=f"-P1{unit}" if unit != "Q" else "-P3M", unit=unit), stop + 2
    if text[stop : stop + 1] in ("末", "底"):
        return make(text, at, stop + 1, "relative", unit=unit, offset=offset, edge="end"), stop + 1
    if text[stop : stop + 1] == "初" and unit == "M":
        return make(text, at, stop + 1, "relative", unit=unit, offset=offset, edge="begin"), stop + 1
    return make(text, at, stop, "relative", unit=unit, offset=offset, told=word in _SPOKEN), stop


def based(text: str, start: int, at: int) -> bool:
    """Is this what something is compared with: 较2020年第四季度, 比3月?"""
    before = text[max(start, at - 2) : at]
    return any(before.endswith(word) for word in words("zh").lists["base"] if word not in ("自", "从"))
