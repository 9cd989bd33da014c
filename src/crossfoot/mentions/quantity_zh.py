"""A Chinese sentence comes in, its quantities go out, where no date, name or trap has claimed the characters."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from crossfoot.late import late
from crossfoot.lexicon.hanzi import DIGITS, HANZI, Numeral, read
from crossfoot.lexicon.units import Unit, unit
from crossfoot.lexicon.words import directions
from crossfoot.mentions.affix_zh import BARE_SCALES, denominator, left, right, stands, tail, unit_at
from crossfoot.mentions.change_zh import move, moving
from crossfoot.mentions.draft import Characters, Draft
from crossfoot.mentions.ratio_zh import told

_HIT = late(f"[0-9{''.join(DIGITS)}廿卅翻十拾百佰千仟万亿萬億半对對½⅓¼¾]")
_PART = late(" ?分 {0,2}之 {0,2}")
_SLASH = late("/([0-9]{1,2})(?![0-9/年月日])")
_PAIR = late("([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]{0,2})")
_RANGE = late(" ?(?:至|到|~|-|—(?!—)|～|和|与|及) ?")
WIDEST = 8  # times that the ends of a range of whole percents may lie apart: 下降3%至12%
_BETWEEN = late("之间|不等| 之")  # 从1万元到50万元不等 is a range, 从5%升到8% is two levels
_RESET = late(
    "的?(?:预期|预测|区间|范围)?(?:大幅|小幅|进一步)?[上下调降修提收缩][调修降升高低整正订至窄]{1,2}[为至到成]"
)  # 从3%至4%下调至2%至3%
_ORDINAL = late("第 ?$")
_FOLD = late("翻(?:倍|了?(?P<hedge>近|约|逾|超)?(?P<n>[一两二三四])?番)")
_LETTER = late("(k|K| ?M)(?![A-Za-z0-9²³/])")
_LETTERS = {" M": 10**6, "k": 1000, "K": 1000, "M": 10**6}


def find(text: str, start: int, end: int, taken: bytearray) -> list[Draft]:
    """The quantities of text[start:end], in order; `taken` marks claimed characters, from `start` on.

    >>> text = "出口同比下降约38%至4366辆，预计全年净利润25亿元至28亿元"
    >>> found = find(text, 0, len(text), bytearray(len(text)))
    >>> [(text[d.first : d.stop], int(d.high), d.unit, d.change) for d in found]
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
        draft.first = max(draft.first, found[-1].stop if found else start)
        while draft.first < draft.number[0] and taken[draft.first - start]:
            draft.first += 1
        found.append(draft)
        at = max(draft.stop, at + 1)
    _share(text, found)
    _told_apart(text, found)
    _hedge_all(text, start, found)
    move(text, start, found)
    return found


def _told_apart(text: str, found: list[Draft]) -> None:
    """A form that several units share is of the one that the text speaks of: 台 counts cars, or any machine."""
    for draft in found:
        row = unit(draft.unit) if draft.unit_at is not None else None
        if row is not None and draft.unit_at is not None and row.shared and not _spoken(text, row):
            draft.unit = dict(row.shared).get(text[slice(*draft.unit_at)], draft.unit)
        of = unit(draft.per) if draft.per else None
        if of is not None and of.shared and not _spoken(text, of):
            draft.per = of.shared[0][1]  # "每台均价1,750元"


def _spoken(text: str, row: Unit) -> bool:
    return any(word in text for word in row.spoken)


def _skip(text: str, at: int, end: int) -> int:
    """Past the number that is none: all of its digits or characters."""
    match = re.compile("[0-9]+(?:[.,][0-9]+)*").match(text, at, end) or HANZI.match(text, at, end)
    return max(match.end(), at + 1) if match else at + 1


def _at(text: str, at: int, start: int, end: int, chars: Characters) -> Draft | None:
    if text[at] in "半对對":
        return _half(text, at, start, end, chars)
    if text[at] == "翻":
        return _folded(text, at, end, chars)
    two = told(text, at, start, end, chars)
    if two is not None:
        left(text, two, start)
        return two
    pair = _paired(text, at, start, end, chars)
    if pair is not None:
        return pair
    numeral = read(text, at, end)
    if numeral is None or (text[at] == "0" and text[at + 1 : at + 2].isdecimal()):
        return None  # 00, 007: no figure starts with a nought
    part = _parted(text, numeral, end, chars)
    if part is not None:
        left(text, part, start)
        tail(text, part, end)
        return part
    if numeral.spelled and text[numeral.start - 1 : numeral.start] in ("数", "几") and numeral.start > start:
        return None
    draft = _drafted(numeral, chars)
    letter = _LETTER.match(text, draft.stop, end)
    if letter is not None and numeral.scale == 1 and not numeral.spelled:
        draft.scale_by(_LETTERS[letter.group(1)], letter.end(1) - 1)
    left(text, draft, start)
    whole = text[numeral.start : numeral.end].replace(" ", "")
    if not right(text, draft, numeral, end) and not stands(text, draft, numeral, start, end):
        return None
    if draft.kind == "duration" and text[numeral.end : draft.stop] == "月" and text[numeral.start - 1] == "年":
        return None  # 2018年136月: a date that a column has cut
    if whole in BARE_SCALES and draft.approx is None:
        return None  # 万元户: a scale alone is a number only where it is hedged
    if _ORDINAL.search(text, max(start, numeral.start - 2), numeral.start):
        draft.kind, draft.unit, draft.first = "ordinal", "", numeral.start - 1
        return draft
    denominator(text, draft, start, end)
    return draft


def _drafted(numeral: Numeral, chars: Characters) -> Draft:
    draft = Draft(chars, numeral.start, numeral.end, numeral.value, numeral.step)
    draft.number, draft.scale = (numeral.start, numeral.stop), numeral.scale
    if numeral.end > numeral.stop:
        draft.scale_at = (numeral.stop, numeral.end)
    if numeral.over:
        draft.approx = ">"
    return draft


def _folded(text: str, at: int, end: int, chars: Characters) -> Draft | None:
    """翻番 doubles, 翻两番 makes four times: a multiple without a number of its own."""
    match = _FOLD.match(text, at, end)
    if match is None:
        return None
    draft = Draft(chars, at, match.end(), Fraction(2 ** DIGITS[match.group("n") or "一"]), Fraction(1, 10))
    draft.number, draft.unit, draft.kind, draft.change = (at, at), "times", "multiple", "up"
    draft.approx = {"近": "<~", "约": "~", "逾": ">", "超": ">"}.get(match.group("hedge") or "")
    return draft


def _half(text: str, at: int, start: int, end: int, chars: Characters) -> Draft | None:
    """一半 is read from 一; here 近半, 过半, 对折 and half a unit (半个百分点)."""
    if text[at] in "对對":
        if text[at + 1 : at + 2] == "折":
            draft = Draft(chars, at, at + 2, Fraction(50), Fraction(1))
            draft.unit, draft.kind = "percent", "percent"
            return draft
        return None
    found = unit_at(text, at + 1, end)
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
    left(text, draft, start)
    numeral = Numeral(draft.low, draft.step, at, match.end(), match.end(), spelled=True)
    return draft if right(text, draft, numeral, end) else None


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
        return _slashed(text, under, first, end, chars)
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


def _slashed(text: str, under: Numeral, first: int, end: int, chars: Characters) -> Draft | None:
    """1/3, and no date or path."""
    slash = _SLASH.match(text, under.end, end)
    if slash is None or int(slash.group(1)) < 2 or under.step != 1 or under.spelled:
        return None
    if text[under.start - 1 : under.start] == "/":
        return None
    draft = Draft(chars, first, slash.end(), under.value / int(slash.group(1)), Fraction(1, 100))
    draft.kind = "fraction"
    return draft


# ---------------------------------------------------------------------------------------------------- ranges and lists


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
    if (joint in ("至", "到") and before[-1:] in ("从", "由", "自")) or (joint in ("和", "与", "及")):
        other = _at(text, at, start, end, chars)
        if other is None or not (
            _BETWEEN.match(text, other.stop) or (joint in ("至", "到") and _RESET.match(text, other.stop))
        ):
            return draft
    else:
        other = _at(text, at, start, end, chars)
        if other is None:
            return draft
        if other.negative and other.first < match.end():
            other.negative = False  # the sign of 8%-12% is the joint
    return _joined(text, draft, other) or draft


def _joined(text: str, low: Draft, high: Draft) -> Draft | None:
    if high.kind == "ordinal" or (low.kind == "fraction") != (high.kind == "fraction"):
        return None
    if low.unit and high.unit and (low.unit, low.kind) != (high.unit, high.kind):
        return None
    if low.unit and not high.unit and low.kind not in ("money",):
        return None
    for end in (low, high):
        if end.negative:  # -5℃至3℃
            end.low, end.high, end.negative = -end.high, -end.low, False
    first, last = low.low, high.high
    if not low.unit and high.kind == "percent" and high.unit_at and text[high.unit_at[0]] in "成折" and first < 10:
        low.scale_by(10, None)
        first = low.low
    own_unit = low.unit_at is not None and low.unit_at[0] >= low.number[1]
    if low.scale == 1 and high.scale > 1 and not own_unit and first * high.scale < last:
        low.scale_by(high.scale, None)
        first = low.low
    if not first < last:
        return None
    if (
        low.unit_at
        and low.unit
        and last > (3 if low.kind != "percent" or low.step < 1 else WIDEST) * first
        and low.unit_at[0] < high.number[0]
        and moving(text, max(0, low.first - 8), low.first, low.kind)
    ):
        return None  # 上涨55美元至7993美元, 上升1.6%至34.8%
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


def _hedge_all(text: str, start: int, found: list[Draft]) -> None:
    """In 分别不低于0.9亿元、1.2亿元和1.5亿元 the hedge is that of all."""
    said = False
    for one, other in pairwise(found):
        said = said or "分别" in text[max(start, one.first - 3) : one.number[0]]
        listed = text[one.stop : other.first].strip() in ("、", "和", "及", "与", "以及")
        said = said and listed and one.kind == other.kind
        if said and one.approx and other.approx is None:
            other.approx = one.approx


def _share(text: str, found: list[Draft]) -> None:
    """In 分别为20、30和50亿元 the last unit is the unit of all."""
    for i in range(len(found) - 2, -1, -1):
        one, last = found[i], found[i + 1]
        gap = text[one.stop : last.first].strip()
        if one.unit in ("个", "個") and last.unit in ("pp", "bp") and gap in ("、", "和", "及", "与", "或"):
            one.unit, one.kind = last.unit, last.kind  # 低0.6个和1.3个百分点
            continue
        if last.unit in ("pp", "bp", "percent") and gap[:1] in ("、", "和", "及", "与") and gap[1:] in directions("zh"):
            gap = gap[:1]  # 分别提高2.8和下降0.4个百分点
        if (
            one.kind != "number"
            or gap not in ("、", "和", "及", "与", "，", ",", "/", "或")
            or last.kind in ("number", "ordinal", "fraction", "duration")
        ):
            continue
        if last.unit_at is not None and last.unit_at[0] < last.number[0]:
            continue
        if one.low >= 1000 and last.kind not in ("money", "count", "measure"):
            continue
        if gap in ("，", ",") and (last.kind == "count" or last.kind == "percent"):
            continue
        one.unit, one.kind, one.currency, one.per = last.unit, last.kind, last.currency, last.per
        if one.scale == 1 and last.scale > 1:
            one.scale_by(last.scale, None)
