"""The tokens of an English sentence come in, its quantities go out, where nothing else has claimed the token."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from crossfoot.lexicon.numerals import Numeral, read
from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.words import words
from crossfoot.mentions.affix_en import hedge_before, left, right, sign_before, unit_word, units_at
from crossfoot.mentions.change_en import move, moved_in, moving
from crossfoot.mentions.draft import Draft
from crossfoot.mentions.share_en import share_compared, share_listed

REPLACED = 12  # words before "from" in which the range that took the place of another may begin
WIDEST = 8  # times that the ends of a range of whole percents may lie apart
_RANGING = {"range", "ranged", "ranges", "ranging", "vary", "varied", "varies", "varying", "between"}
_COMPARED = {">": ("more", "better", "higher"), "<": ("less", "fewer", "lower")}
_OPPOSITE = {">": ("<", "<="), ">=": ("<", "<="), "<": (">", ">="), "<=": (">", ">=")}
_MONEY = {"us", "hk", "rmb", "eur", "usd", "c", "$", "€", "£", "¥"}
_BEFORE_HIGH = {"about", "some", "around", "nearly", "almost", "over", "a", "as"} | _MONEY
_STOP = frozenset(words("en").lists["stop"])
_DOES = frozenset(words("en").lists["does"])
_BEFORE_COUNT = frozenset(words("en").lists["before_count"])
_ORDINAL_ENDS = {"st", "nd", "rd", "th"}


@cache
def _triggers() -> frozenset[str]:
    rows = words("en")
    return frozenset(
        {*rows.numbers, *rows.ordinals, *_folds(), "a", "an", "half", "quarter", "dozen", "twice", *"½⅓⅔¼¾⅕⅛⅜⅝⅞⅙"}
    )


@cache
def _folds() -> dict[str, int]:
    return {f"{word}fold": number for word, number in words("en").numbers.items() if number > 1}


def find(tokens: Tokens, taken: Sequence[int]) -> list[Draft]:
    """The quantities of a sentence, in order.

    >>> tokens = Tokens("Export volume was down about 38% to 4,366 units")
    >>> [(tokens.text[d.start : d.end], d.approx, d.change) for d in find(tokens, [False] * len(tokens))]
    [('about 38%', '~', 'down'), ('4,366 units', None, None)]
    """
    found: list[Draft] = []
    stop = 0
    for i in tokens.at(_triggers()):
        if i < stop or taken[i]:
            continue
        draft = _begun(tokens, i, taken)
        if draft is not None:
            draft.first = max(draft.first, min(stop, draft.number[0]))
            if found and draft.first == found[-1].stop and draft.approx in _COMPARED:
                _compared(tokens, draft)
            found.append(draft)
            stop = max(draft.stop, i + 1)
    share_listed(tokens, found)
    move(tokens, found)
    share_compared(tokens, found)
    return found


def _compared(tokens: Tokens, draft: Draft) -> None:
    """ "5% more than 32.0 million" is so much above 32.0 million, and none that is more than that.

    >>> tokens = Tokens("5% more than 32.0 million tonnes")
    >>> [(tokens.text[d.start : d.end], d.approx) for d in find(tokens, [False] * len(tokens))]
    [('5%', None), ('32.0 million tonnes', None)]
    """
    if tokens.word(draft.first) in _COMPARED[draft.approx or ""] and tokens.word(draft.first + 1) == "than":
        draft.approx, draft.first = None, draft.first + 2


def _begun(tokens: Tokens, i: int, taken: Sequence[int]) -> Draft | None:
    word = tokens.words[i]
    ordinals, folds = words("en").ordinals, _folds()
    if word == "quarter":
        return _part_of_unit(tokens, i)
    if word == "twice":
        return _twice(tokens, i)
    if word in ordinals:
        return _ordinal(tokens, i, Fraction(ordinals[word]), i + 1)
    if word in folds:
        return _times(tokens, i, folds[word])
    return _at(tokens, i, taken)


def _twice(tokens: Tokens, i: int) -> Draft | None:
    """ "twice the cost", "roughly twice what it paid"; "twice a week" and "met twice" are none."""
    after = tokens.word(i + 1)
    if after not in words("en").lists["times_of"] or after in ("a", "last", "over", "net"):
        return None
    return _hedged(tokens, _times(tokens, i, 2))


def _hedged(tokens: Tokens, draft: Draft) -> Draft:
    draft.approx, draft.first = hedge_before(tokens, draft.first) or (draft.approx, draft.first)
    return draft


def _times(tokens: Tokens, i: int, times: int) -> Draft:
    draft = Draft(tokens, i, i + 1, Fraction(times), Fraction(1))
    draft.number, draft.unit, draft.kind = (i, i), "times", "multiple"  # without a number of its own
    return draft


def _ordinal(tokens: Tokens, i: int, value: Fraction, end: int) -> Draft:
    draft = Draft(tokens, i, end, value, Fraction(1))
    draft.kind = "ordinal"
    return draft


def _at(tokens: Tokens, i: int, taken: Sequence[int]) -> Draft | None:
    """The quantity whose number starts at token `i`, with what touches it on both sides."""
    word = tokens.words[i]
    part = _part_of_unit(tokens, i) if word[0] > "9" else None
    if part is not None:
        return part
    numeral = read(tokens, i)
    if numeral is None or any(taken[numeral.start : numeral.end]):
        return None
    if tokens.word(numeral.end) in _ORDINAL_ENDS and tokens.touches(numeral.end):
        return _ordinal(tokens, i, numeral.value, numeral.end + 1)
    if word == "one" and "in" in (tokens.word(i + 1), tokens.word(i + 2)):
        some = _one_in(tokens, i)
        if some is not None or tokens.word(i + 1) == "in":
            return some
    if word == "one" and numeral.end == i + 1 and not units_at(tokens, i + 1):
        two = tokens.word(i + 1) in ("to", "or") and tokens.word(i + 2) in words("en").numbers
        if not two and tokens.word(i - 1) != "minus":
            return None
    some = _some_in(tokens, numeral)
    if some is not None:
        return some
    draft = Draft.of(tokens, numeral)
    left(tokens, draft)
    _accounting(tokens, draft)
    right(tokens, draft, numeral, taken)
    if not draft.unit and (_glued(tokens, draft, numeral) or _named(tokens, draft)):
        return None
    if draft.kind == "count" and _governs(tokens, draft) and _named(tokens, draft):
        return None
    return _ranged(tokens, draft, taken)


def _one_in(tokens: Tokens, i: int) -> Draft | None:
    """ "one in four firms", "one job in eight": a fraction of them."""
    at = i + 2 if tokens.word(i + 1) == "in" else i + 3
    numeral = read(tokens, at)
    unit = units_at(tokens, numeral.end) if numeral is not None else None
    if numeral is None or not 2 <= numeral.value <= 1000 or (unit is not None and unit[0].dimension != "count"):
        return None
    draft = Draft(tokens, i, numeral.end, 1 / numeral.value, Fraction(1, 100))
    draft.kind = "fraction"
    return _hedged(tokens, draft)


def _some_in(tokens: Tokens, numeral: Numeral) -> Draft | None:
    """ "two in five households", "nine out of ten": a fraction of them, and no two days in five weeks."""
    out = tokens.word(numeral.end) == "out"
    at = numeral.end + 1 + out
    if (
        tokens.word(at - 1) != ("of" if out else "in")
        or not 2 <= numeral.value < _MOST_IN
        or numeral.value.denominator > 1
    ):
        return None
    all_ = read(tokens, at)
    if all_ is None or all_.value not in _OF_SO_MANY or all_.value <= numeral.value:
        return None
    unit, word = units_at(tokens, all_.end), tokens.word(all_.end)
    if (unit is not None and unit[0].dimension != "count") or word in ("and", "to", "-", "/"):
        return None
    draft = Draft(tokens, numeral.start, all_.end, numeral.value / all_.value, Fraction(1, 100))
    draft.kind = "fraction"
    return _hedged(tokens, draft)


_MOST_IN, _OF_SO_MANY = 100, frozenset((3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000))


def _accounting(tokens: Tokens, draft: Draft) -> None:
    """Brackets that make a loss: "$(1.07)", "($14.6) million"."""
    start, stop = draft.number
    if tokens.word(stop) != ")" or draft.stop != stop or draft.negative:
        return
    if tokens.word(start - 1) == "(" and not draft.unit and tokens.touches(start - 1):
        sign = sign_before(tokens, start - 1)
        if sign is None:
            return
        draft.of_unit(sign[0], (sign[1], start - 1))
        draft.first = sign[1]
    elif tokens.word(draft.first - 1) == "(" and draft.unit and tokens.word(stop + 1) in words("en").scales:
        draft.first -= 1
    else:
        return
    draft.negative, draft.stop = True, stop + 1
    factor = words("en").scales.get(tokens.word(stop + 1), 0)
    if factor:
        draft.scale_by(factor, stop + 1)


_HALVES = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "quarters": Fraction(1, 4),
    "third": Fraction(1, 3),
    "tenth": Fraction(1, 10),
    "tenths": Fraction(1, 10),
}


def _part_of_unit(tokens: Tokens, i: int) -> Draft | None:
    """ "half a percentage point", "a quarter-point", "three-quarters of a cent": part of one unit."""
    at, count = i, 1
    if tokens.words[i] == "a" or 0 < words("en").numbers.get(tokens.words[i], 0) < 10:
        count = words("en").numbers.get(tokens.words[i], 1)
        at = i + 2 if tokens.word(i + 1) == "-" else i + 1
    part = _HALVES.get(tokens.word(at))
    if part is None or (count > 1) != tokens.word(at).endswith("s") or part * count >= 1:
        return None
    stop = at + 1
    while tokens.word(stop) in ("of", "a", "an", "-", "one") and stop < at + 4:
        stop += 1
    found = unit_word(tokens, stop)
    if found is None or found[0].dimension not in ("percentage-point", "percent", "money", "index", "basis-point"):
        return None
    draft = Draft(tokens, i, found[1], part * count, Fraction(1, 20))
    draft.number = (i, at + 1)
    draft.of_unit(found[0], (stop, found[1]))
    if found[0].dimension == "index":
        draft.unit, draft.kind = "pp", "percentage-point"  # a quarter of a point of an index is nothing anyone prints
    return _hedged(tokens, draft)


def _glued(tokens: Tokens, draft: Draft, numeral: Numeral) -> bool:
    """A number that touches letters it has no business with: B12, 737-800, 3D."""
    before = numeral.start
    if draft.unit_at is None and tokens.touches(before) and tokens.word(before - 1).isalpha():
        return True
    after = draft.stop
    if tokens.touches(after) and tokens.word(after) == "/":
        return not (_long(tokens.words[before]) and tokens.touches(after + 1) and _long(tokens.word(after + 1)))
    if tokens.touches(before) and tokens.word(before - 1) == "/" and tokens.touches(before - 1):
        return tokens.word(before - 2).isdecimal() and not _long(tokens.words[before])
    if tokens.touches(before) and tokens.word(before - 1) == "." and tokens.word(before - 2)[-1:].isdigit():
        return True  # what is left of a number torn apart: "E658 .1 million"
    if tokens.touches(after) and tokens.word(after).isalpha():
        return not (tokens.word(after) == "s" or draft.attached)
    joint = tokens.word(before - 1) == "-" and tokens.touches(before) and tokens.touches(before - 1)
    return joint and tokens.word(before - 2).isalpha()


def _long(word: str) -> bool:
    """A number that a slash may part from another: 1.25/1.50, 4,000/1,500; 16/23 may be anything."""
    return word[:1].isdigit() and not word.isdecimal()


def _governs(tokens: Tokens, draft: Draft) -> bool:
    """A plural with a number right behind is a verb: "the Bell 407 seats six people"."""
    after = tokens.word(draft.stop)
    number = after[:1].isdecimal() or words("en").numbers.get(after, 0) > 0 or after in ("$", "£", "€", "c$", "us$")
    return number and draft.unit_at == (draft.stop - 1, draft.stop)


def _named(tokens: Tokens, draft: Draft) -> bool:
    """A small bare number behind a capitalised word inside a sentence is part of its name: "Tekla Structures 16"."""
    i = draft.first
    raw, word = tokens.raw(i - 1), tokens.words[i]
    if raw == "the" and word.isdecimal() and len(word) == 3 and draft.number == (i, draft.stop):
        after = tokens.raw(i + 1)
        if after[:1].isupper() and after[1:].islower() and not tokens.touches(i + 1):
            return True  # "the 911 Turbo": what a number with "the" counts would have been found behind it
    if draft.number[0] != i or not word.isdecimal() or len(word) > 4 or draft.scale > 1 or i < 1:
        return False
    if not (raw[:1].isupper() and raw[1:].islower() and len(raw) > 2) or tokens.touches(i):
        return False
    after = tokens.word(i + 1)
    if (
        i == 1 or not tokens.word(i - 2)[0].isalnum()
    ):  # the capital says nothing; what it does, tells: "Phillips 66 earned"
        if tokens.word(i + 1) and tokens.starts[i + 1] - tokens.ends[i] > 2:
            return False  # a gap: the next column
        doing = after in _DOES or (after.endswith("ed") and len(after) > 4) or tokens.raw(i + 1)[:1].isupper()
        return doing and tokens.word(i - 1) not in _BEFORE_COUNT and tokens.word(i - 1) not in _STOP
    head = tokens.raw(i - 2)
    if head[:1].isupper() and head[1:2].islower() and after in (",", ".", ")", ";"):
        return True  # "tracts West Cameron 296, East Cameron 296"
    return after[:1].isalpha() and after not in ("vs", "to") and (head[:1].isupper() or head[:1].islower())


# -------------------------------------------------------------------------------------------- two numbers as one range


def _ranged(tokens: Tokens, draft: Draft, taken: Sequence[int]) -> Draft:
    """One quantity of two printed ends: "between 2 and 4 per cent", "$3.1bn to $3.3bn", "8-12 pct"."""
    before, link = tokens.word(draft.first - 1), tokens.word(draft.stop)
    between = before == "between" or (before == "of" and tokens.word(draft.first - 2) == "between")
    if link == "and" and draft.approx in _OPPOSITE:
        return _bounded(tokens, draft, taken) or draft
    moves = (
        before == "from" and link != "/" and _RANGING.isdisjoint(tokens.words[max(0, draft.first - 3) : draft.first])
    )
    if moves and link not in ("to", "-"):
        return draft
    joint = _joint(tokens, draft, between)
    high = _high_end(tokens, draft, taken) if joint is not None else None
    if moves and high is not None and not _replaced(tokens, draft.first - 1, high.stop):
        return draft
    if joint is None or high is None:
        return draft
    return _joined(tokens, draft, high, joint, between) or draft


def _replaced(tokens: Tokens, start: int, stop: int) -> bool:
    """Is "from 4% to 5%" a range, since what came of it is one: "to between 2% and 3% from", "to 2%-3% from"?"""
    before = tokens.words[max(0, start - REPLACED) : start]
    dashed = any(word == "-" and _numeric(before[i + 1]) for i, word in enumerate(before[:-1]))
    return (
        dashed or not _RANGING.isdisjoint(before) or (tokens.word(stop) == "to" and tokens.word(stop + 1) in _RANGING)
    )


def _joint(tokens: Tokens, draft: Draft, between: bool) -> str | None:
    """What stands behind a number, if it can join it with the next to a range."""
    link, last, numbers = tokens.word(draft.stop), tokens.words[draft.stop - 1], words("en").numbers
    if link == "or" and 0 < numbers.get(last, 0) < 11 and draft.number[1] == draft.stop:
        return (
            "through" if numbers.get(tokens.word(draft.stop + 1), 0) == numbers[last] + 1 else None
        )  # "one or two cuts"
    if link == "/":
        return link if tokens.touches(draft.stop) and _long(last) else None
    return link if link in ("to", "-", "through", "~") or (link == "and" and between) else None


def _high_end(tokens: Tokens, low: Draft, taken: Sequence[int]) -> Draft | None:
    """The number behind what joins two to a range."""
    at = low.stop + 1
    while tokens.word(at) in _BEFORE_HIGH and at < low.stop + 4:
        at += 1
    if at >= len(tokens) or taken[at] or not _numeric(tokens.words[at]):
        return None
    numeral = read(tokens, at)
    if numeral is None or any(taken[numeral.start : numeral.end]):
        return None
    high = Draft.of(tokens, numeral)
    left(tokens, high)
    if not low.stop <= high.first <= low.stop + 2:
        return None
    right(tokens, high, numeral, taken)
    return high


def _numeric(word: str) -> bool:
    return "0" <= word[0] <= "9" or word in words("en").numbers


def _bounded(tokens: Tokens, low: Draft, taken: Sequence[int]) -> Draft | None:
    """ "more than 20 and less than 30": two open ends of one range."""
    for at in range(low.stop + 2, min(low.stop + 8, len(tokens))):
        if taken[at]:
            return None
        if tokens.words[at][0].isdigit() or tokens.words[at] in words("en").numbers:
            break
    else:
        return None
    numeral = read(tokens, at)
    if numeral is None:
        return None
    high = Draft.of(tokens, numeral)
    left(tokens, high)
    if high.approx not in _OPPOSITE[low.approx or ">"] or high.first != low.stop + 1:
        return None
    right(tokens, high, numeral, taken)
    if (low.low < high.low) != (low.approx in (">", ">=")):
        return None  # "no more than 12 and more than 194" leaves nothing between
    if low.low > high.low:
        low.low, low.high = high.low, low.high
    low.high = max(low.high, high.low)
    low.approx = None
    if high.unit and not low.unit:
        low.unit, low.kind, low.currency, low.unit_at = high.unit, high.kind, high.currency, high.unit_at
    low.stop = high.stop
    return low


def _joined(tokens: Tokens, low: Draft, high: Draft, link: str, between: bool) -> Draft | None:
    same_unit = not low.unit or not high.unit or (low.unit == high.unit and low.kind == high.kind)
    if not same_unit or (low.kind == "fraction" != high.kind):
        return None
    if link == "/" and (not (high.unit or high.scale > 1) or low.unit or high.low > 2 * low.low * high.scale):
        return None
    if low.unit and not high.unit and low.kind != "money":
        return None
    if (
        link == "to"
        and not between
        and low.kind in ("money", "count", "measure")
        and low.unit_at
        and (tokens.word(low.first - 1) == "by" or moving(tokens, low.first))
    ):
        return None  # "fell 12 cents to 34 cents"
    if link == "to" and not between and tokens.word(low.first - 1) == "by" and low.scale > 1 and high.scale > 1:
        return None  # "rose by 2.4 million to 10.6 million euros"
    if link == "to" and not between and not low.unit and moving(tokens, low.first) and not high.unit:
        return None
    moved = tokens.word(low.first - 1) == "by" or moving(tokens, low.first) or moved_in(tokens, low.first)
    widest = 3 if low.kind != "percent" or low.step < 1 else WIDEST
    based = tokens.word(high.stop) == "from" and tokens.word(high.stop + 1)[:1].isdigit()  # "rose 2% to 14% from 12%"
    if link == "to" and not between and low.unit_at and (based or high.low > widest * low.low) and moved:
        return None  # "widened 15bp to 210 basis points", "by 0.6% to 2.7%"; "fall 2% to 4%" is a range
    first, last = low.low, high.low
    shared = low.scale == 1 and high.scale > 1 and first * high.scale < last
    if shared:
        first *= high.scale
    if not first < last or (not shared and low.scale == 1 and last > 1000 * first > 0 and link != "and"):
        return None
    if shared:
        low.scale_by(high.scale, None)
    low.high = last
    low.step = max(low.step, high.step) if shared else min(low.step, high.step)
    if high.unit and not (low.unit and low.kind == "money"):
        low.unit, low.kind, low.currency, low.unit_at = high.unit, high.kind, high.currency, high.unit_at
    low.per = low.per or high.per
    low.scale_at = low.scale_at or high.scale_at
    low.stop = high.stop
    if between:
        low.first -= 1
    return low
