"""Chinese numerals: characters come in, an exact value with its last place goes out; and the way back.

>>> numeral = read("1.2万亿元", 0)
>>> int(numeral.value), int(numeral.step), numeral.end
(1200000000000, 100000000000, 5)
>>> int(read("二百余万元", 0).value), read("二百余万元", 0).over
(2000000, True)
>>> write(40, "三十"), write(Fraction("2.5"), "三点一")
('四十', '二点五')
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon.digits import MOST_DIGITS, digits

_ROWS = ["零〇○", "一壹弌", "二贰貳两兩俩倆", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"]
DIGITS = {char: value for value, row in enumerate(_ROWS) for char in row}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
SCORES = {"廿": 20, "卅": 30}
_ALL = "".join([*SCORES, *DIGITS, *TENS, *MYRIADS])

# Two decimals end an amount where the next cell is glued to it: 12,345.6710,987.65
ARABIC = late(r"[0-9]+(?:,[0-9]{3})*(?:\.(?:[0-9]{2}(?=[0-9]{1,3}(?:,[0-9]{3}(?![0-9])|\.[0-9]{2}(?![0-9])))|[0-9]+))?")
HANZI = late(f"[{_ALL}](?: ?[{_ALL}]){{0,30}}")
_MORE = "余多餘"
_SCALE = late(f" ?([{''.join(TENS)}]?[{''.join(MYRIADS)}]{{1,2}}|[百千仟佰](?![瓦米克伏卡字比帕赫]))")
_NOT_MEGA = late("兆(?=[瓦字赫比帕])")
_POINT = late(f" ?[点點] ?([{''.join(DIGITS)}](?: ?[{''.join(DIGITS)}]){{0,11}})")


class Numeral(NamedTuple):
    """Character offsets: the bare number is [start, stop), with its scale [start, end). `over`: it holds 余 or 多."""

    value: Fraction
    step: Fraction
    start: int
    stop: int
    end: int
    scale: int = 1
    over: bool = False
    spelled: bool = False  # in characters, not in digits


def read(text: str, at: int, end: int | None = None) -> Numeral | None:
    """The numeral that starts at `at`, in digits or in characters, with its scale."""
    end = len(text) if end is None else end
    if at >= end:
        return None
    return _digits(text, at, end) if "0" <= text[at] <= "9" else _characters(text, at, end)


def _digits(text: str, at: int, end: int) -> Numeral | None:
    match = ARABIC.match(text, at, end)
    if match is None:
        return None
    read_ = digits(match.group())
    if read_ is None:
        match = re.compile("[0-9]{1,18}(?:[.][0-9]{1,18})?").match(text, at, end)
        read_ = digits(match.group()) if match else None
        if match is None or read_ is None:
            return None
    value, step = read_
    stop = match.end()
    more, after = _over(text, stop, end)
    scale, tail = _scale(text, after, end)
    if scale == 1:
        return Numeral(value, step, at, stop, stop, 1, False)
    later, _ = _over(text, tail, end)
    numeral = Numeral(value * scale, step * scale, at, stop, tail, scale, more)
    if not more and not later:
        lower = _lower(text, tail, end, scale)
        if lower is not None:
            return Numeral(value * scale + lower.value, lower.step, at, lower.end, lower.end, 1)
    return numeral


def _lower(text: str, at: int, end: int, scale: int) -> Numeral | None:
    """A smaller group after a scale: the 2000万 of 1亿2000万."""
    start = at + 1 if text[at : at + 1] == " " else at
    if not text[start : start + 1].isdecimal():
        return None
    match = ARABIC.match(text, start, end)
    read_ = digits(match.group()) if match else None
    if match is None or read_ is None:
        return None
    factor, tail = _scale(text, match.end(), end)
    if factor == 1 or factor >= scale or read_[0] * factor >= scale:
        return None
    lower = _lower(text, tail, end, factor)
    if lower is not None:
        return lower._replace(value=read_[0] * factor + lower.value)
    return Numeral(read_[0] * factor, read_[1] * factor, start, match.end(), tail, factor)


def _over(text: str, at: int, end: int) -> tuple[bool, int]:
    """Is there a 余 or 多 between number and scale, and where the scale may start."""
    here = at + 1 if text[at : at + 1] == " " else at
    if here < end and text[here] in _MORE:
        return True, here + 1
    return False, at


def _scale(text: str, at: int, end: int) -> tuple[int, int]:
    match = _SCALE.match(text, at, end)
    if match is None or _NOT_MEGA.match(text, match.end() - 1, end):
        return 1, at
    factor = 1
    for char in match.group(1):
        factor *= TENS.get(char) or MYRIADS[char]
    return factor, match.end()


def _characters(text: str, at: int, end: int) -> Numeral | None:
    match = HANZI.match(text, at, end)
    if match is None:
        return None
    run = match.group().replace(" ", "")
    stop = match.end()
    while run and run[-1] in "千兆仟" and text[stop : stop + 1] in tuple("瓦米克伏卡字比帕赫") and len(run) > 1:
        run, stop = run[:-1], stop - 1
    if run[-1] in "两兩" and run[-2:-1] in MYRIADS:
        run, stop = run[:-1], stop - 1  # 两万两: the weight
    if len(run) > 24:
        return None
    value, step, scale, width = _value(run)
    if value is None:
        return None
    point = _POINT.match(text, stop, end)
    if point is not None and scale == 1:
        places = [str(DIGITS[char]) for char in point.group(1).replace(" ", "")]
        value += Fraction(int("".join(places)), 10 ** len(places))
        tail = point.end()
        factor, last = _scale(text, tail, end)
        unit = Fraction(1, 10 ** len(places))
        return Numeral(value * factor, unit * factor, at, tail, last, factor, False, True)
    more, after = _over(text, stop, end)
    if more:
        factor, tail = _scale(text, after, end)
        if factor > 1:
            return Numeral(value * factor, Fraction(step * factor), at, stop, tail, factor * scale, True, True)
    bare = stop - width if scale > 1 and stop - width > at else stop
    return Numeral(Fraction(value), Fraction(step), at, bare, stop, scale, False, True)


def _value(run: str) -> tuple[Fraction | None, int, int, int]:
    """Value, step, closing scale (万, 亿, 万亿) and how many characters it takes, of a run of numeral characters."""
    if all(char in DIGITS for char in run):
        if len(run) > MOST_DIGITS:
            return None, 1, 1, 0
        return Fraction(int("".join(str(DIGITS[char]) for char in run))), 1, 1, 0
    total = section = 0
    number: int | None = None
    last, filled = 1, False  # `last`: the unit before, for 二百五 = 250
    zero = False
    for char in run:
        if char in DIGITS:
            if number is not None and number and not zero:
                return None, 1, 1, 0
            number, zero = DIGITS[char], DIGITS[char] == 0
        elif char in SCORES:
            section += SCORES[char]
            number, last, filled, zero = None, 10, True, False
        elif char in TENS:
            section += (1 if number is None or (number == 0) else number) * TENS[char]
            number, last, filled, zero = None, TENS[char], True, False
        else:
            unit = MYRIADS[char]
            section += number or 0
            if not filled and number is None and not total:
                section = 1
            if total and total < unit * 1 and section == 0:
                total *= unit  # 万亿
            elif unit > 10**4 and total and total % unit and total < unit:
                total = (total + section) * unit  # 三万五千亿
            else:
                total += section * unit
            section, number, last, filled, zero = 0, None, unit, True, False
    if number:
        section += number * (last // 10 if last >= 100 and run[-2:-1] not in ("零", "〇", "○") else 1)
    value = total + section
    tail = re.search("[万萬亿億兆]{1,2}$", run)
    if tail is None or value == 0:
        return Fraction(value), 1, 1, 0
    scale = 1
    for char in tail.group():
        scale *= MYRIADS[char]
    return Fraction(value), scale, scale, len(tail.group())


def write(value: Fraction | int, like: str) -> str | None:
    """A number below ten thousand in characters, in the style of `like`; None beyond it."""
    value = Fraction(value)
    whole = int(value)
    if value < 0 or whole >= 10**4:
        return None
    formal = any(char in "壹贰叁肆伍陆柒捌玖拾佰仟" for char in like)
    ones = "零壹贰叁肆伍陆柒捌玖" if formal else "零一二三四五六七八九"
    units = ("", "拾", "佰", "仟") if formal else ("", "十", "百", "千")
    text, gap = "", False
    for place in (3, 2, 1, 0):
        figure = whole // 10**place % 10
        if figure:
            text += ("零" if gap and text else "") + ones[figure] + units[place]
            gap = False
        else:
            gap = bool(text)
    text = text or "零"
    if text.startswith("一十"):
        text = text[1:]
    if value == whole:
        return text
    places = 1
    while (value * 10**places).denominator > 1:
        places += 1
        if places > MOST_DIGITS:
            return None
    decimals = f"{int((value - whole) * 10**places):0{places}d}"
    return text + "点" + "".join(ones[int(figure)] for figure in decimals)
