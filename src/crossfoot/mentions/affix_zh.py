"""What touches a Chinese number: sign, currency, hedge before it; unit, classifier, denominator after it."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.hanzi import DIGITS, Numeral
from crossfoot.lexicon.units import Unit, forms
from crossfoot.lexicon.words import words
from crossfoot.mentions.draft import Draft

_SMALL = late("[成折](?![立为功本交员果绩长都品分合让算旧价叠线绒扣后])")
_ENDS_NUMBER = frozenset("0123456789万亿千百十")
_AFTER_BARE = frozenset("和及与或至到的是则且并但而后左上以之占较比同环")
BARE_SCALES = {"百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿", "百万亿"}


@cache
def _units() -> dict[str, list[tuple[str, Unit]]]:
    """Unit words by their first character, longest first; signs and Latin symbols among them."""
    table: dict[str, list[tuple[str, Unit]]] = {}
    for field in ("after", "zh"):
        for form, row in forms(field).items():
            if field == "after" and len(form) == 1 and form.isascii() and form.isalpha() and form not in "WgpVm":
                continue
            table.setdefault(form[0], []).append((form, row))
    for form, row in forms("en").items():
        if form.isascii() and row.dimension not in ("duration", "multiple") and len(form) > 2:
            table.setdefault(form[0], []).append((form, row))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


@cache
def _hedges(place: str) -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for row in words("zh").approximator:
        for form in getattr(row, place):
            table.setdefault(form[-1] if place == "before" else form[0], []).append((form, row.op))
    for found in table.values():
        found.sort(key=lambda item: -len(item[0]))
    return table


@cache
def _classifiers() -> tuple[frozenset[str], frozenset[str]]:
    lists = words("zh").lists
    return frozenset(lists["classifier"]), frozenset(lists["careful"])


@cache
def _money_before() -> dict[str, list[tuple[str, Unit]]]:
    table: dict[str, list[tuple[str, Unit]]] = {}
    spelled = {form: row for form, row in forms("zh").items() if row.dimension == "money" and len(form) > 1}
    for form, row in (spelled | forms("before")).items():
        table.setdefault(form[-1], []).append((form, row))
    for found in table.values():
        found.sort(key=lambda item: -len(item[0]))
    return table


# ---------------------------------------------------------------------------------------------------- beside the number


def left(text: str, draft: Draft, start: int) -> None:
    at = draft.first
    if (
        text[at - 1 : at] in ("-", "+", "负", "負")
        and at > start
        and not (text[at - 2 : at - 1].isalnum() and text[at - 1] in "-+" and text[at - 2 : at - 1].isascii())
    ) and (text[at - 1] != "-" or not (text[at - 2 : at - 1].isdecimal() or text[at - 2 : at - 1] == "-")):
        draft.negative = draft.negative != (text[at - 1] in "-负負")
        at -= 1
    space = at - 1 if text[at - 1 : at] == " " and at - 1 > start else at
    for form, row in _money_before().get(text[space - 1 : space], ()):
        if text[space - len(form) - 1 : space - len(form)] in _ENDS_NUMBER and space - len(form) > start:
            continue  # 4人民币 5美元: the sign belongs to the number before it
        if text.endswith(form, start, space) and not (
            form[0].isascii()
            and form[0].isalpha()
            and text[space - len(form) - 1 : space - len(form)].isascii()
            and text[space - len(form) - 1 : space - len(form)].isalpha()
        ):
            draft.of_unit(row, (space - len(form), space))
            at = space - len(form)
            break
    space = at - 1 if text[at - 1 : at] == " " and at - 1 > start else at
    if text[space - 1 : space] in ("达", "为", "是", "有", "了") and space - 1 > start:
        hedge = _hedged(text, space - 1, start, draft)
        if hedge is not None and len(hedge[0]) > 1:
            draft.approx, at = hedge[1], space - 1 - len(hedge[0])
            draft.first = at
            return
    hedge = _hedged(text, space, start, draft)
    if hedge is not None:
        draft.approx, at = hedge[1], space - len(hedge[0])
        for form, row in _money_before().get(text[at - 1 : at], ()):
            if draft.kind != "money" and text.endswith(form, start, at) and not form.isascii():
                draft.of_unit(row, (at - len(form), at))  # 人民币约90亿元
                at -= len(form)
                break
    elif text[at - 1 : at] == "的" and (part := _PART_HEDGED.search(text, max(start, at - 24), at)) is not None:
        draft.approx = _PART_HEDGES[part.group(1)]  # 不少于可分配利润的35%
    draft.first = at


_PART_HEDGES = {
    "不少于": ">=", "不低于": ">=", "至少": ">=", "不超过": "<=", "不得超过": "<=", "不高于": "<=", "不多于": "<=",
    "超过": ">", "不足": "<", "不到": "<",
}  # fmt: skip
_PART_HEDGED = late(f"({'|'.join(sorted(_PART_HEDGES, key=len, reverse=True))})[^，。；、：0-9]{{2,18}}的$")


def _hedged(text: str, at: int, start: int, draft: Draft) -> tuple[str, str] | None:
    for form, op in _hedges("before").get(text[at - 1 : at], ()):
        if not text.endswith(form, start, at):
            continue
        before = text[at - len(form) - 1 : at - len(form)] if at - len(form) > start else ""
        bare = text[draft.number[0] : draft.stop] in BARE_SCALES or text[draft.number[0]] in "百千万亿半"
        if form in ("过", "上") and not bare:
            continue
        if form == "近" and before in ("最", "附", "靠", "临", "亲", "远"):
            continue
        if form == "超" and before in ("赶", "反", "欧", "英"):
            continue
        return form, op
    return None


def right(text: str, draft: Draft, numeral: Numeral, end: int) -> bool:
    """Reads what follows the number; False where it is a bare one."""
    at = draft.stop
    if text[at : at + 1] in ("余", "多", "餘", "来", "几") or text[at : at + 2] == " 余":
        here = at + 1 + (text[at] == " ")
        if _counted(text, here, end, numeral) or unit_at(text, here, end):
            draft.approx = draft.approx or ">"
            at = here
        elif text[at] in "余多餘" and (numeral.value >= 10):
            draft.approx, draft.stop = draft.approx or ">", at + 1
            return True
    small = _SMALL.match(text, at + (text[at : at + 1] == " "), end)
    if small is not None and (numeral.value < 100) and draft.kind != "money":
        if not _tenths(text, draft, numeral, small):
            return False
        tail(text, draft, end)
        return True
    hedge = _trailing(text, draft, at, end)
    if hedge:
        at = hedge
    found = unit_at(text, at, end)
    if found is not None and not (numeral.spelled and not _spelled_fits(text, numeral, found)):
        row, stop = found
        if draft.kind == "money":
            draft.stop = max(
                at if hedge else draft.stop, stop if row is not None and row.dimension == "money" else draft.stop
            )
        elif row is not None:
            draft.of_unit(row, (stop - _width(text, at, stop), stop))
            draft.stop = stop
            if row.currency is None and row.dimension == "money":
                draft.currency = None
        else:
            draft.unit, draft.kind, draft.unit_at, draft.stop = text[at:stop].strip(), "count", (at, stop), stop
        if row is not None and row.dimension in ("mass", "duration", "length"):
            _and_a_half(text, draft)
    elif text[at : at + 1] == "分" and _A_SHARE.search(text, max(0, draft.first - 14), draft.first):
        draft.unit, draft.kind, draft.currency, draft.unit_at = "cent", "money", "CNY", (at, at + 1)
        draft.stop = at + 1  # 每股亏损5.6分; anywhere else 分 may be points or minutes
    elif text[at : at + 1] == "度" and draft.scale >= 10000 and draft.kind == "number":
        draft.unit, draft.kind, draft.unit_at, draft.stop = "kWh", "measure", (at, at + 1), at + 1
    elif draft.kind != "money" and not hedge:
        return False
    tail(text, draft, end)
    return True


def _and_a_half(text: str, draft: Draft) -> None:
    """三年半, 两公里半: half a unit more."""
    if text[draft.stop : draft.stop + 1] == "半" and text[draft.stop + 1 : draft.stop + 2] != "年":
        draft.low, draft.high, draft.stop = draft.low + Fraction(1, 2), draft.high + Fraction(1, 2), draft.stop + 1


def _width(text: str, at: int, stop: int) -> int:
    return len(text[at:stop].lstrip(" "))


def _tenths(text: str, draft: Draft, numeral: Numeral, small: re.Match[str]) -> bool:
    """三成 is 30%, 八五折 is 85%."""
    factor = 10
    if (
        small.group() == "折"
        and numeral.spelled
        and numeral.value >= 10
        and "点" not in text[numeral.start : numeral.stop]
    ):
        factor = 1
    if numeral.value > 10 and (numeral.step < 1 or (small.group() == "成" and not numeral.over)):
        return False
    draft.low, draft.high, draft.step = draft.low * factor, draft.high * factor, draft.step * factor
    draft.unit, draft.kind, draft.unit_at = "percent", "percent", (small.start(), small.end())
    draft.stop = small.end()
    after = text[draft.stop : draft.stop + 1]
    if after == "半" and text[draft.stop + 1 : draft.stop + 2] not in ("年", "天", "导", "成"):
        draft.low, draft.high, draft.step, draft.stop = draft.low + 5, draft.high + 5, Fraction(5), draft.stop + 1
    elif small.group() == "成" and after in DIGITS and after not in "零〇":
        draft.low = draft.high = draft.low + DIGITS[after]
        draft.step, draft.stop = Fraction(1), draft.stop + 1
    elif after in ("多", "余"):
        draft.approx, draft.stop = draft.approx or ">", draft.stop + 1
    return True


def _trailing(text: str, draft: Draft, at: int, end: int) -> int:
    """A hedge between number and unit or after a bare number: 1000以上, 170 之下."""
    here = at + 1 if text[at : at + 1] == " " else at
    for form, op in _hedges("after").get(text[here : here + 1], ()):
        if (
            text.startswith(form, here, end)
            and form not in ("多", "余", "餘", "起", "内")
            and not _goes_on(text, here, form)
        ):
            draft.approx = draft.approx or op
            draft.stop = here + len(form)
            return draft.stop
    return 0


def tail(text: str, draft: Draft, end: int) -> None:
    if draft.stop >= draft.number[1] and draft.stop > 0:
        here = draft.stop + 1 if text[draft.stop : draft.stop + 1] == " " else draft.stop
        for form, op in _hedges("after").get(text[here : here + 1], ()):
            if form == "内" and (draft.kind != "duration" or text[here + 1 : here + 2] in tuple("部外地容")):
                continue
            if text.startswith(form, here, end) and not (
                _goes_on(text, here, form) or (form in ("起", "多", "余") and (draft.kind != "money" or form != "起"))
            ):
                draft.approx = draft.approx if draft.approx not in (None, "~") else op
                draft.stop = here + len(form)
                return


def _goes_on(text: str, at: int, form: str) -> bool:
    """Is a form only the beginning of another word: 46家 | 上下游企业?"""
    behind = text[at + len(form) : at + len(form) + 1]
    return bool(behind) and behind in words("zh").guards.get(form, "")


def unit_at(text: str, at: int, end: int) -> tuple[Unit | None, int] | None:
    """The unit or classifier that stands at `at`, and where it ends; a classifier has no row."""
    here = at + 1 if text[at : at + 1] == " " else at
    if here >= end:
        return None
    if text[here : here + 2] in _classifiers()[0] and here + 2 <= end:
        return None, here + 2
    for form, row in _units().get(text[here], ()):
        if text.startswith(form, here, end):
            stop = here + len(form)
            after = text[stop : stop + 1]
            if form[-1].isascii() and form[-1].isalnum() and after.isascii() and after.isalnum():
                continue
            if after and after in words("zh").guards.get(form, "") and not text.startswith(_OURS, stop):
                continue
            if row.id == "point" and after.isdecimal():
                continue
            return row, stop
    if text[here] in "个個" and here + 1 < end:
        for form, row in _units().get(text[here + 1], ()):
            if text.startswith(form, here + 1, end) and row.dimension in (
                "percentage-point",
                "basis-point",
                "duration",
            ):
                return row, here + 1 + len(form)
    for width in (2, 1):
        form = text[here : here + width]
        if (
            here + width <= end
            and form in _classifiers()[0]
            and text[here + width : here + width + 1] not in tuple(words("zh").guards.get(form, ""))
        ):
            return None, here + width
    return None


_OURS = ("本公司", "本集团", "本行")  # 100万股本公司股份 is shares, no 股本


def _counted(text: str, at: int, end: int, numeral: Numeral) -> bool:
    return unit_at(text, at, end) is not None


def _spelled_fits(text: str, numeral: Numeral, found: tuple[Unit | None, int]) -> bool:
    """A single character is a number only before a unit that cannot belong to a word: 三家, not 一个 or 三方."""
    run = text[numeral.start : numeral.stop]
    row, stop = found
    form = text[numeral.end : stop].strip()
    if (
        text[numeral.start - 1 : numeral.start] in ("之", "统", "唯", "万", "第")
        and text[numeral.start - 1] != "第"
        and numeral.start > 0
    ):
        return False
    if len(run) > 1 or numeral.scale > 1:
        return True
    if run in "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟倆" and not (
        form == "元" and _A_PRICE.search(text, numeral.start - 1, numeral.start)
    ):
        return False  # a lone one is a name: 大陆所
    if row is not None and row.id in ("jiao", "CNY", "point", "foot", "inch") and form in ("角", "点", "块"):
        return False
    if run == "一":
        if (
            row is None
            or row.dimension in ("count",)
            or row.id in ("day", "point", "quarter", "week", "foot", "inch", "hour", "minute", "second")
        ):
            return False
        return row.dimension not in ("duration", "length", "mass", "volume") or form in ("年期", "个月")
    if row is None:
        return form not in _classifiers()[1]
    return form not in ("日", "元") or numeral.value > 10 or (form == "元" and run == "壹")


_A_PRICE = late("[值为币计价款金]$")


def stands(text: str, draft: Draft, numeral: Numeral, start: int, end: int) -> bool:
    """May a number without a unit stand as a figure of its own?"""
    before = text[numeral.start - 1 : numeral.start] if numeral.start > start else ""
    after = text[draft.stop : draft.stop + 1]
    if not numeral.spelled:
        if _is_letter(before) or _is_letter(after) or before == "_":
            return False
        if after in ("+", "~", "～") and text[draft.stop + 1 : draft.stop + 2].isdecimal():
            return False  # 3+2年: a term with an option; 4000~10000t/d: of a unit that nobody knows
        if before == "日" and draft.stop == end:
            return False  # 2018年6月7日2: the number of the page, glued to the date that closes it
        if before == "年" and numeral.value <= 12 and draft.stop == numeral.end and numeral.step == 1:
            return False  # 2018年12: a date that a column has cut
        if numeral.scale > 1 or numeral.step < 1 or "," in text[numeral.start : numeral.stop]:
            return True
        if draft.approx is None and _is_han(after) and after not in _AFTER_BARE:
            return False  # 36氪, 688001开盘: a number that a word begins with
        return not 1900 <= numeral.value < 2100
    run = text[numeral.start : numeral.stop].replace(" ", "")
    if len(run) > 1 or numeral.scale > 1:
        if run[0] in "百千万亿萬億":
            return draft.approx is not None and numeral.over
        return not all(char in DIGITS for char in run)
    if _TO_ANOTHER.match(text, draft.stop, end):
        return True  # 一到两成, 三至五家: the unit comes with the second
    alone = before in ("", "是", " ") and (after == "" or after in "，。、,. 这那不却是还")
    return alone and not (before == "" and after != "")


_A_SHARE = late("每股[^，。；、0-9]{0,8}$")
_TO_ANOTHER = late("[到至-][二两三四五六七八九十]")


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def denominator(text: str, draft: Draft, start: int, end: int) -> None:
    """元/股, 每吨4000元, 万头/年."""
    at = draft.stop
    if text[at : at + 1] in ("/", "每"):
        found = unit_at(text, at + 1, end)
        if found is not None:
            row, stop = found
            per = row.id if row is not None else text[at + 1 : stop]
            # "向3500户每户补助1200元", "1800平方米每月3.96万元": it is said of what comes next.
            if text[at] == "/" or not (per == draft.unit or _DIGIT.match(text, stop, end)):
                draft.per, draft.stop = per, stop
            return
        if text[at : at + 2] == "/平":  # as agents write the price of a flat
            draft.per, draft.stop = "m2", at + 2
            return
    if draft.kind not in ("money", "measure", "count"):
        return
    match = _EACH.search(text, max(start, draft.first - (14 if draft.kind == "money" else 5)), draft.first)
    if match is not None:
        row = forms("zh").get(match.group(1))
        draft.per = row.id if row is not None else match.group(1)


_DIGIT = late("[0-9]")
_EACH = late(
    "每(股|吨|桶|平方米|平米|平方呎|平方英尺|盎司|公斤|千克|升|辆|台|人|户|年|月|日|天|件|瓶|只|张|亩|克|斤|度|千瓦时"
    "|公里|股份|份|头|箱|小时|秒|片|瓦|套|盒|支|间|票|公顷|加仑|磅|蒲式耳|立方米)[^，。；、0-9]{0,8}$"
)
