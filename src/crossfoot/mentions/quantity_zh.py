"""A Chinese sentence comes in, its quantities go out, where no date, name or trap has claimed the characters."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from crossfoot.lexicon.hanzi import DIGITS, HANZI, Numeral, read
from crossfoot.lexicon.units import Unit, forms
from crossfoot.lexicon.words import words
from crossfoot.mentions.change_zh import move, moving
from crossfoot.mentions.draft import Characters, Draft

_HIT = re.compile(f"[0-9{''.join(DIGITS)}十拾百佰千仟万亿萬億半对對½⅓¼¾]")
_PART = re.compile(" ?分 {0,2}之 {0,2}")
_PAIR = re.compile("([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]{0,2})")
_RANGE = re.compile(" ?(?:至|到|~|-|—(?!—)|～|和|与|及) ?")
_SMALL = re.compile("[成折](?![立为功本交员果绩长都品分合让算旧价叠线绒扣后])")
_ORDINAL = re.compile("第 ?$")
_GUARD = {"元": "件旦宵素老气首", "点": "位评", "人": "民才工", "位": "于置小数", "年": "报", "家": "具电居庭", "名": "为单", "股": "东权市票本改比", "度": "假", "天": "津然猫河", "日": "元本圆", "周": "边刊", "倍": "增率", "台": "湾州北风", "分": "别", "部": "门分队委长", "个": "人", "处": "于理", "种": "植业子", "期": "货间权", "场": "所", "项": "目"}  # fmt: skip
_ENDS_NUMBER = frozenset("0123456789万亿千百十")
_AFTER_BARE = frozenset("和及与或至到的是则且并但而后左上以之占较比同环")
_LETTERS = {"k": 1000, "K": 1000, "M": 10**6}
_BARE_SCALES = {"百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿", "百万亿"}


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


def find(text: str, start: int, end: int, taken: bytearray) -> list[Draft]:
    """The quantities of text[start:end], in order; `taken` marks claimed characters, from `start` on.

    >>> text = "出口同比下降约38%至4366辆，预计全年净利润25亿元至28亿元"
    >>> [(text[d.first : d.stop], int(d.high), d.unit, d.change) for d in find(text, 0, len(text), bytearray(len(text)))]
    [('约38%', 38, 'percent', 'down'), ('4366辆', 4366, 'vehicle', None), ('25亿元至28亿元', 2800000000, 'CNY', None)]
    """
    found: list[Draft] = []
    chars = Characters()
    at = start
    while True:
        match = _HIT.search(text, at, end)
        if match is None:
            break
        at = match.start()
        if taken[at - start]:
            at += 1
            continue
        draft = _at(text, at, start, end, chars)
        if draft is None:
            at = _skip(text, at, end)
            continue
        if any(taken[max(draft.number[0], start) - start : draft.stop - start]):
            at = _skip(text, at, end)
            continue
        draft = _ranged(text, draft, start, end, chars)
        while draft.first < draft.number[0] and taken[draft.first - start]:
            draft.first += 1
        found.append(draft)
        at = max(draft.stop, at + 1)
    _share(text, found)
    move(text, start, found)
    return found


def _skip(text: str, at: int, end: int) -> int:
    """Past the number that is none: all of its digits or characters."""
    match = re.compile("[0-9]+(?:[.,][0-9]+)*").match(text, at, end) or HANZI.match(text, at, end)
    return max(match.end(), at + 1) if match else at + 1


def _at(text: str, at: int, start: int, end: int, chars: Characters) -> Draft | None:
    if text[at] in "半对對":
        return _half(text, at, start, end, chars)
    pair = _paired(text, at, start, end, chars)
    if pair is not None:
        return pair
    numeral = read(text, at, end)
    if numeral is None:
        return None
    part = _parted(text, numeral, end, chars)
    if part is not None:
        _left(text, part, start)
        _tail(text, part, end)
        return part
    if numeral.spelled and text[numeral.start - 1 : numeral.start] in ("数", "几") and numeral.start > start:
        return None
    draft = _drafted(numeral, chars)
    after = text[draft.stop : draft.stop + 1]
    if (
        after in _LETTERS
        and after
        and numeral.scale == 1
        and not numeral.spelled
        and not text[draft.stop + 1 : draft.stop + 2].isascii()
    ):
        draft.scale_by(_LETTERS[after], draft.stop)
    _left(text, draft, start)
    whole = text[numeral.start : numeral.end].replace(" ", "")
    if not _right(text, draft, numeral, end) and not _stands(text, draft, numeral, start, end):
        return None
    if whole in _BARE_SCALES and draft.approx is None:
        return None  # 万元户: a scale alone is a number only where it is hedged
    if _ORDINAL.search(text, max(start, numeral.start - 2), numeral.start):
        draft.kind, draft.unit, draft.first = "ordinal", "", numeral.start - 1
        return draft
    _per(text, draft, start, end)
    return draft


def _drafted(numeral: Numeral, chars: Characters) -> Draft:
    draft = Draft(chars, numeral.start, numeral.end, numeral.value, numeral.step)
    draft.number, draft.scale = (numeral.start, numeral.stop), numeral.scale
    if numeral.end > numeral.stop:
        draft.scale_at = (numeral.stop, numeral.end)
    if numeral.over:
        draft.approx = ">"
    return draft


def _half(text: str, at: int, start: int, end: int, chars: Characters) -> Draft | None:
    """一半 is read from 一; here 近半, 过半, 对折 and half a unit (半个百分点)."""
    if text[at] in "对對":
        if text[at + 1 : at + 2] == "折":
            draft = Draft(chars, at, at + 2, Fraction(50), Fraction(1))
            draft.unit, draft.kind = "percent", "percent"
            return draft
        return None
    found = _unit_at(text, at + 1, end)
    if found is not None and found[0] is not None and found[0].dimension in ("percentage-point", "percent", "money"):
        draft = Draft(chars, at, found[1], Fraction(1, 2), Fraction(1, 20))
        draft.of_unit(found[0], (at + 1, found[1]))
        return draft
    if (
        text[at - 1 : at] in ("近", "过", "超")
        and text[at + 1 : at + 2] not in ("年", "个", "天", "小", "导")
        and text[at - 2 : at - 1] not in ("最", "附")
    ):
        draft = Draft(chars, at - 1, at + 1, Fraction(1, 2), Fraction(1, 20))
        draft.number, draft.kind, draft.approx = (at, at + 1), "fraction", "<~" if text[at - 1] == "近" else ">"
        if text[at + 1 : at + 2] == "数":
            draft.stop += 1
        return draft
    return None


def _paired(text: str, at: int, start: int, end: int, chars: Characters) -> Draft | None:
    """Two neighbours for a vague number: 两三家, 七八成, 二三十人."""
    match = _PAIR.match(text, at, end)
    if match is None:
        return None
    low, high = DIGITS[match.group(1)], DIGITS[match.group(2)]
    if high != low + 1 and (low, high) != (3, 5):
        return None
    scale = 1
    for char in match.group(3):
        scale *= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[char]
    run = HANZI.match(text, at, end)
    if run is None or run.end() != match.end():
        return None
    draft = Draft(chars, at, match.end(), Fraction(low * scale), Fraction(scale))
    draft.high, draft.number = Fraction(high * scale), (at, match.end())
    _left(text, draft, start)
    numeral = Numeral(draft.low, draft.step, at, match.end(), match.end(), spelled=True)
    return draft if _right(text, draft, numeral, end) else None


def _parted(text: str, numeral: Numeral, end: int, chars: Characters) -> Draft | None:
    """百分之五, 三分之二, 一又二分之一; 一半."""
    if text[numeral.start : numeral.start + 2] == "一半" and numeral.end == numeral.start + 1:
        draft = Draft(chars, numeral.start, numeral.start + 2, Fraction(1, 2), Fraction(1, 20))
        draft.kind = "fraction"
        return draft
    whole = Fraction(0)
    under, first = numeral, numeral.start
    if text[numeral.end : numeral.end + 1] == "又":
        after = read(text, numeral.end + 1, end)
        if after is None:
            return None
        whole, under = numeral.value, after
    match = _PART.match(text, under.end, end)
    if match is None or not under.value:
        slash = re.compile("/([0-9]{1,2})(?![0-9/年月日])").match(text, under.end, end)
        if (
            slash is None
            or not 1 < int(slash.group(1))
            or under.step != 1
            or text[under.start - 1 : under.start] == "/"
            or under.spelled
        ):
            return None
        draft = Draft(chars, first, slash.end(), under.value / int(slash.group(1)), Fraction(1, 100))
        draft.kind = "fraction"
        return draft
    at = match.end()
    minus = text[at : at + 1] in ("负", "負")
    over = read(text, at + minus, end)
    if over is None:
        return None
    value, stop, step = over.value, over.end, over.step
    if text[stop : stop + 1] in ("k", "K"):
        value, stop, step = value * 1000, stop + 1, step * 1000
    draft = Draft(chars, first, stop, value, step)
    draft.number = (over.start, over.end)
    if minus:
        draft.negative = True
    if under.value in (100, 1000, 10000) and not whole and under.spelled:
        scale = Fraction(100, int(under.value))
        draft.low, draft.high, draft.step = draft.low * scale, draft.high * scale, draft.step * scale
        draft.unit, draft.kind, draft.unit_at = "percent", "percent", (first, at)
        return draft
    draft.low = draft.high = whole + value / under.value
    draft.step, draft.kind, draft.number = Fraction(1, 25), "fraction", (first, stop)
    return draft


# ---------------------------------------------------------------------------------------------------- beside the number


def _left(text: str, draft: Draft, start: int) -> None:
    at = draft.first
    if (
        text[at - 1 : at] in ("-", "+", "负", "負")
        and at > start
        and not (text[at - 2 : at - 1].isalnum() and text[at - 1] in "-+" and text[at - 2 : at - 1].isascii())
    ):
        if text[at - 1] != "-" or not (text[at - 2 : at - 1].isdecimal() or text[at - 2 : at - 1] == "-"):
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
    draft.first = at


def _hedged(text: str, at: int, start: int, draft: Draft) -> tuple[str, str] | None:
    for form, op in _hedges("before").get(text[at - 1 : at], ()):
        if not text.endswith(form, start, at):
            continue
        before = text[at - len(form) - 1 : at - len(form)] if at - len(form) > start else ""
        bare = text[draft.number[0] : draft.stop] in _BARE_SCALES or text[draft.number[0]] in "百千万亿半"
        if form in ("过", "上") and not bare:
            continue
        if form == "近" and before in ("最", "附", "靠", "临", "亲", "远"):
            continue
        if form == "超" and before in ("赶", "反", "欧", "英"):
            continue
        return form, op
    return None


def _right(text: str, draft: Draft, numeral: Numeral, end: int) -> bool:
    """Reads what follows the number; False where it is a bare one."""
    at = draft.stop
    if text[at : at + 1] in ("余", "多", "餘", "来", "几") or text[at : at + 2] == " 余":
        here = at + 1 + (text[at] == " ")
        if _counted(text, here, end, numeral) or _unit_at(text, here, end):
            draft.approx = draft.approx or ">"
            at = here
        elif text[at] in "余多餘" and (numeral.value >= 10):
            draft.approx, draft.stop = draft.approx or ">", at + 1
            return True
    small = _SMALL.match(text, at + (text[at : at + 1] == " "), end)
    if small is not None and (numeral.value < 100) and draft.kind != "money":
        return _tenths(text, draft, numeral, small)
    hedge = _trailing(text, draft, at, end)
    if hedge:
        at = hedge
    found = _unit_at(text, at, end)
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
        if (
            text[draft.stop : draft.stop + 1] == "半"
            and row is not None
            and row.dimension in ("mass", "duration", "length")
            and text[draft.stop + 1 : draft.stop + 2] != "年"
        ):
            draft.low, draft.high, draft.stop = draft.low + Fraction(1, 2), draft.high + Fraction(1, 2), draft.stop + 1
    elif text[at : at + 1] == "度" and draft.scale >= 10000 and draft.kind == "number":
        draft.unit, draft.kind, draft.unit_at, draft.stop = "kWh", "measure", (at, at + 1), at + 1
    elif draft.kind != "money" and not hedge:
        return False
    _tail(text, draft, end)
    return True


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
    if numeral.step < 1 or (small.group() == "成" and numeral.value > 10 and not numeral.over):
        if numeral.value > 10:
            return False
    draft.low, draft.high, draft.step = draft.low * factor, draft.high * factor, draft.step * factor
    draft.unit, draft.kind, draft.unit_at = "percent", "percent", (small.start(), small.end())
    draft.stop = small.end()
    after = text[draft.stop : draft.stop + 1]
    if small.group() == "成" and after in DIGITS and after not in "零〇":
        draft.low = draft.high = draft.low + DIGITS[after]
        draft.step, draft.stop = Fraction(1), draft.stop + 1
    elif after in ("多", "余"):
        draft.approx, draft.stop = draft.approx or ">", draft.stop + 1
    return True


def _trailing(text: str, draft: Draft, at: int, end: int) -> int:
    """A hedge between number and unit or after a bare number: 1000以上, 170 之下."""
    here = at + 1 if text[at : at + 1] == " " else at
    for form, op in _hedges("after").get(text[here : here + 1], ()):
        if text.startswith(form, here, end) and form not in ("多", "余", "餘", "起"):
            draft.approx = draft.approx or op
            draft.stop = here + len(form)
            return draft.stop
    return 0


def _tail(text: str, draft: Draft, end: int) -> None:
    if draft.stop > draft.number[1] and draft.stop > 0:
        here = draft.stop + 1 if text[draft.stop : draft.stop + 1] == " " else draft.stop
        for form, op in _hedges("after").get(text[here : here + 1], ()):
            if text.startswith(form, here, end) and not (
                form in ("起", "多", "余") and (draft.kind != "money" or form != "起")
            ):
                draft.approx = draft.approx if draft.approx not in (None, "~") else op
                draft.stop = here + len(form)
                return


def _unit_at(text: str, at: int, end: int) -> tuple[Unit | None, int] | None:
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
            if after and after in _GUARD.get(form, ""):
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
            and text[here + width : here + width + 1] not in tuple(_GUARD.get(form, ""))
        ):
            return None, here + width
    return None


def _counted(text: str, at: int, end: int, numeral: Numeral) -> bool:
    return _unit_at(text, at, end) is not None


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
    if run in "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟倆":
        return False  # a lone one is a name: 大陆所
    if row is not None and row.id in ("jiao", "CNY", "point", "foot", "inch") and form in ("角", "点", "块"):
        return False
    if run in "一壹":
        if (
            row is None
            or row.dimension in ("count",)
            or row.id in ("day", "point", "quarter", "week", "foot", "inch", "hour", "minute", "second")
        ):
            return False
        return row.dimension not in ("duration", "length", "mass", "volume") or form in ("年期", "个月")
    if row is None:
        return form not in _classifiers()[1]
    return form not in ("日", "元") or numeral.value > 10 or form == "元" and False


def _stands(text: str, draft: Draft, numeral: Numeral, start: int, end: int) -> bool:
    """May a number without a unit stand as a figure of its own?"""
    before, after = (
        text[numeral.start - 1 : numeral.start] if numeral.start > start else "",
        text[draft.stop : draft.stop + 1],
    )
    if not numeral.spelled:
        if (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()) or before == "_":
            return False
        return not (
            numeral.scale == 1
            and numeral.step == 1
            and 1900 <= numeral.value < 2100
            and "," not in text[numeral.start : numeral.stop]
        )
    run = text[numeral.start : numeral.stop].replace(" ", "")
    if len(run) > 1 or numeral.scale > 1:
        if run in _BARE_SCALES or run[0] in "百千万亿萬億":
            return draft.approx is not None and numeral.over
        if run[0] in "一" and run in ("一一",):
            return False
        unspecific = all(char in DIGITS for char in run)
        return not unspecific and not (run in ("十",) and before != "")
    if re.compile("[到至-][二两三四五六七八九十]").match(text, draft.stop, end):
        return True  # 一到两成, 三至五家: the unit comes with the second
    alone = before in ("", "是", " ") and (after == "" or after in "，。、,. 这那不却是还")
    return alone and not (before == "" and after != "")


def _per(text: str, draft: Draft, start: int, end: int) -> None:
    """元/股, 每吨4000元, 万头/年."""
    at = draft.stop
    if text[at : at + 1] in ("/", "每"):
        found = _unit_at(text, at + 1, end)
        if found is not None:
            row, stop = found
            draft.per = row.id if row is not None else text[at + 1 : stop]
            draft.stop = stop
            return
    if draft.kind not in ("money", "measure", "count"):
        return
    match = _EACH.search(text, max(start, draft.first - (14 if draft.kind == "money" else 5)), draft.first)
    if match is not None:
        row = forms("zh").get(match.group(1))
        draft.per = row.id if row is not None else match.group(1)


_EACH = re.compile(
    "每(股|吨|桶|平方米|平米|盎司|公斤|千克|升|辆|台|人|户|年|月|日|天|件|瓶|只|张|亩|克|斤|度|千瓦时|公里|股份|份|头|箱|小时|秒)[^，。；、0-9]{0,8}$"
)


# ------------------------------------------------------------------------------------------------------ ranges and lists


def _ranged(text: str, draft: Draft, start: int, end: int, chars: Characters) -> Draft:
    """Two printed ends as one: 25亿元至28亿元, 8%-12%, 1000以上1500以下; 从5%升到8% stays two."""
    if draft.kind == "ordinal":
        return draft
    bounded = _bounded(text, draft, start, end, chars)
    if bounded is not None:
        return bounded
    match = _RANGE.match(text, draft.stop, end)
    if match is None:
        return draft
    joint = match.group().strip()
    at = match.end()
    hit = _HIT.match(text, at, end)
    while hit is None and at < min(match.end() + 4, end) and text[at] in "约近超人民币US$HK¥€£+":
        at += 1
        hit = _HIT.match(text, at, end)
    if hit is None:
        return draft
    before = text[max(start, draft.first - 2) : draft.first]
    if joint in ("至", "到") and before[-1:] in ("从", "由", "自") or (joint in ("和", "与", "及")):
        other = _at(text, at, start, end, chars)
        if (
            other is None
            or not text.startswith("之间", other.stop)
            and not (text[other.stop : other.stop + 2] == " 之")
        ):
            return draft
    else:
        other = _at(text, at, start, end, chars)
        if other is None or other.first < draft.stop:
            if other is None:
                return draft
    return _joined(text, draft, other) or draft


def _joined(text: str, low: Draft, high: Draft) -> Draft | None:
    if low.kind == "fraction" or high.kind in ("fraction", "ordinal"):
        return None
    if low.unit and high.unit and (low.unit, low.kind) != (high.unit, high.kind):
        return None
    if low.unit and not high.unit and low.kind not in ("money",):
        return None
    first, last = low.low, high.high
    if not low.unit and high.kind == "percent" and high.unit_at and text[high.unit_at[0]] in "成折" and first < 10:
        low.scale_by(10, None)
        first = low.low
    if low.scale == 1 and high.scale > 1 and not (low.unit_at and low.unit_at[0] >= low.number[1]):
        if first * high.scale < last:
            low.scale_by(high.scale, None)
            first = low.low
    if low.negative or not first < last:
        return None
    if (
        low.kind not in ("percent",)
        and low.unit_at
        and low.unit
        and last > 3 * first
        and low.unit_at[0] < high.number[0]
        and moving(text, max(0, low.first - 8), low.first, low.kind)
    ):
        return None  # 上涨55美元至7993美元
    low.high = last
    low.step = max(low.step, high.step) if low.scale != 1 and low.scale_at is None else min(low.step, high.step)
    if high.unit and not low.unit:
        low.unit, low.kind, low.currency, low.unit_at = high.unit, high.kind, high.currency, high.unit_at
    low.scale_at = low.scale_at or high.scale_at
    low.per, low.stop = low.per or high.per, high.stop
    low.approx = low.approx or (high.approx if high.approx == "~" else None)
    if text.startswith("之间", low.stop):
        low.stop += 2
    return low


def _bounded(text: str, draft: Draft, start: int, end: int, chars: Characters) -> Draft | None:
    """1000以上，1500以下; 大于4865并少于20793."""
    opposite = {">": ("<", "<="), ">=": ("<", "<=")}.get(draft.approx or "")
    if opposite is None:
        return None
    match = re.compile("[，, ]{0,2}(?:并且|并|且|而|但|同时)?(?=[^，。；]{0,4}[0-9])").match(text, draft.stop, end)
    if match is None:
        return None
    hit = re.compile("[0-9]").search(text, match.end(), min(end, match.end() + 5))
    if hit is None:
        return None
    other = _at(text, hit.start(), start, end, chars)
    if other is None or other.approx not in opposite or other.first != match.end() or other.low <= draft.low:
        return None
    if draft.unit and other.unit and draft.unit != other.unit:
        return None
    draft.high, draft.approx, draft.stop = other.low, None, other.stop
    if other.unit and not draft.unit:
        draft.unit, draft.kind, draft.currency, draft.unit_at = other.unit, other.kind, other.currency, other.unit_at
    return draft


def _share(text: str, found: list[Draft]) -> None:
    """In 分别为20、30和50亿元 the last unit is the unit of all."""
    for i in range(len(found) - 2, -1, -1):
        left, right = found[i], found[i + 1]
        gap = text[left.stop : right.first].strip()
        if (
            left.kind != "number"
            or gap not in ("、", "和", "及", "与", "，", ",", "/", "或")
            or right.kind in ("number", "ordinal", "fraction", "duration")
        ):
            continue
        if right.unit_at is not None and right.unit_at[0] < right.number[0]:
            continue
        if gap in ("，", ",") and (right.kind == "count" or right.kind == "percent"):
            continue
        left.unit, left.kind, left.currency, left.per = right.unit, right.kind, right.currency, right.per
        if left.scale == 1 and right.scale > 1:
            left.scale_by(right.scale, None)
