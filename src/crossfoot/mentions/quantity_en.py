"""The tokens of an English sentence come in, its quantities go out, where no date, name or trap has claimed the token."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from crossfoot.lexicon.numerals import Numeral, read
from crossfoot.lexicon.tokens import Phrases, Tokens, singular
from crossfoot.lexicon.units import Unit, forms
from crossfoot.lexicon.words import directions, words
from crossfoot.mentions.draft import Draft

_TALL = {"tall", "long", "wide", "high", "deep", "thick", "away", "below", "sprint"}
_TIMES_OF = {"as", "the", "its", "their", "his", "more", "higher", "larger", "bigger", "earnings", "what", "that", "sales", "book",
             "greater", "last", "oversubscribed", "subscribed", "over", "a", "faster", "revenue", "ebitda", "of", "gdp"}  # fmt: skip
_LINKS = {"and", "or", ",", "vs", "vs.", "versus", "to", "against", "/"}
_RANGING = {"range", "ranged", "ranges", "ranging", "vary", "varied", "varies", "varying", "between"}
_ORDINAL_ENDS = {"st", "nd", "rd", "th"}


@cache
def _units() -> Phrases[Unit]:
    return Phrases(forms("en"))


@cache
def _before() -> dict[str, list[tuple[list[str], Unit]]]:
    return _backwards({form: row for form, row in forms("before").items()}, raw=True)


@cache
def _after() -> dict[str, list[tuple[list[str], Unit]]]:
    signs: dict[str, list[tuple[list[str], Unit]]] = {}
    for form, row in forms("after").items():
        tokens = Tokens(form)
        raw = [tokens.raw(i) for i in range(len(tokens))]
        signs.setdefault(raw[0], []).append((raw, row))
    for rows in signs.values():
        rows.sort(key=lambda row: -len(row[0]))
    return signs


def _backwards(rows: dict[str, Unit], raw: bool) -> dict[str, list[tuple[list[str], Unit]]]:
    ends: dict[str, list[tuple[list[str], Unit]]] = {}
    for form, row in rows.items():
        tokens = Tokens(form)
        parts = [tokens.raw(i) for i in range(len(tokens))]
        ends.setdefault(parts[-1], []).append((parts, row))
    for found in ends.values():
        found.sort(key=lambda row: -len(row[0]))
    return ends


@cache
def _hedges(place: str) -> dict[str, list[tuple[list[str], str]]]:
    """The hedges that stand before (by their last word) or after a number (by their first), longest first."""
    ends: dict[str, list[tuple[list[str], str]]] = {}
    for row in words("en").approximator:
        for form in getattr(row, place):
            parts = Tokens(form).words
            ends.setdefault(parts[-1] if place == "before" else parts[0], []).append((parts, row.op))
    for found in ends.values():
        found.sort(key=lambda row: -len(row[0]))
    return ends


@cache
def _starters() -> frozenset[str]:
    rows = words("en")
    return frozenset({*rows.numbers, "a", "an", "half"})


@cache
def _folds() -> dict[str, int]:
    return {f"{word}fold": number for word, number in words("en").numbers.items() if number > 1}


@cache
def _stop() -> frozenset[str]:
    return frozenset(words("en").lists["stop"])


def find(tokens: Tokens, taken: Sequence[bool]) -> list[Draft]:
    """The quantities of a sentence, in order.

    >>> tokens = Tokens("Export volume was down about 38% to 4,366 units")
    >>> [(tokens.text[d.start : d.end], d.approx, d.change) for d in find(tokens, [False] * len(tokens))]
    [('about 38%', '~', 'down'), ('4,366 units', None, None)]
    """
    found: list[Draft] = []
    ordinals = words("en").ordinals
    i, total = 0, len(tokens)
    while i < total:
        word = tokens.words[i]
        first = word[0]
        draft = None
        if not taken[i]:
            if "0" <= first <= "9" or word in _starters() or first in "½⅓⅔¼¾⅕⅛⅜⅝⅞⅙":
                draft = _at(tokens, i, taken)
            elif word in ordinals:
                draft = _ordinal(tokens, i, Fraction(ordinals[word]), i + 1)
            elif word in _folds():
                draft = Draft(tokens, i, i + 1, Fraction(_folds()[word]), Fraction(1))
                draft.unit, draft.kind = "times", "multiple"
        if draft is None:
            i += 1
            continue
        found.append(draft)
        i = max(draft.stop, i + 1)
    _share(tokens, found)
    _move(tokens, found)
    return found


def _ordinal(tokens: Tokens, i: int, value: Fraction, end: int) -> Draft:
    draft = Draft(tokens, i, end, value, Fraction(1))
    draft.kind = "ordinal"
    return draft


def _at(tokens: Tokens, i: int, taken: Sequence[bool]) -> Draft | None:
    """The quantity whose number starts at token `i`, with what touches it on both sides."""
    numeral = read(tokens, i)
    if numeral is None or any(taken[numeral.start : numeral.end]):
        return None
    word = tokens.words[i]
    if tokens.word(numeral.end) in _ORDINAL_ENDS and tokens.touches(numeral.end):
        return _ordinal(tokens, i, numeral.value, numeral.end + 1)
    if word == "one" and numeral.end == i + 1 and not _units_at(tokens, i + 1):
        return None
    draft = Draft.of(tokens, numeral)
    _left(tokens, draft)
    _right(tokens, draft, numeral, taken)
    if not draft.unit and _glued(tokens, draft, numeral):
        return None
    return _ranged(tokens, draft, taken)


def _glued(tokens: Tokens, draft: Draft, numeral: Numeral) -> bool:
    """A number that touches letters it has no business with: B12, 737-800, 3D."""
    before = numeral.start
    if draft.unit_at is None and tokens.touches(before) and tokens.word(before - 1).isalpha():
        return True
    after = draft.stop
    if tokens.touches(after) and (tokens.word(after).isalpha() or tokens.word(after) == "/"):
        return not (tokens.word(after) == "s" or draft.attached)
    joint = tokens.word(before - 1) == "-" and tokens.touches(before) and tokens.touches(before - 1)
    return joint and tokens.word(before - 2).isalpha()


# ------------------------------------------------------------------------------------------------- to the left of a number


def _left(tokens: Tokens, draft: Draft) -> None:
    at = draft.first
    if (
        (tokens.word(at - 1) == "."
        and tokens.touches(at)
        and not tokens.touches(at - 1))
        or (tokens.word(at - 1) == "." and tokens.touches(at) and tokens.word(at - 2) in ("$", "€", "£"))
    ):
        at = _decimal_point(tokens, draft, at)
    if (
        tokens.word(at - 1) in ("-", "+")
        and tokens.touches(at)
        and not (tokens.touches(at - 1) and tokens.word(at - 2) not in ("(", "$", "€", "£"))
    ):
        draft.negative = tokens.word(at - 1) == "-"
        at -= 1
    elif tokens.word(at - 1) == "minus":
        draft.negative = True
        at -= 1
    sign = _sign_before(tokens, at)
    if sign is not None:
        row, start = sign
        draft.of_unit(row, (start, at))
        at = start
        if tokens.word(at - 1) == "-" and tokens.touches(at) and not tokens.touches(at - 1):
            draft.negative, at = True, at - 1
    hedge = _hedge_before(tokens, at)
    if hedge is not None:
        draft.approx, at = hedge
    draft.first = at


def _decimal_point(tokens: Tokens, draft: Draft, at: int) -> int:
    """ ".34": the point belongs to the number."""
    digits = tokens.words[at]
    if digits.isdecimal() and draft.scale == 1:
        unit = 10 ** len(digits)
        draft.low = draft.high = draft.low / unit
        draft.step = Fraction(1, unit)
        draft.number = (at - 1, draft.number[1])
        return at - 1
    return at


def _sign_before(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    if at == 0 or tokens.starts[at] - tokens.ends[at - 1] > 2:
        return None
    for parts, row in _before().get(tokens.raw(at - 1), ()):
        start = at - len(parts)
        if start < 0 or any(tokens.raw(start + k) != part for k, part in enumerate(parts)):
            continue
        if any(not tokens.touches(start + k) for k in range(1, len(parts))):
            continue
        if tokens.touches(start) and (tokens.word(start - 1).isalnum()):
            continue
        return row, start
    return None


def _hedge_before(tokens: Tokens, at: int) -> tuple[str, int] | None:
    for end in (at, at - 1) if tokens.word(at - 1) in ("a", "an") else (at,):  # "up to a 51% stake"
        for parts, op in _hedges("before").get(tokens.word(end - 1), ()):
            start = end - len(parts)
            if start >= 0 and tokens.words[start:end] == parts:
                return op, start
    return None


# ------------------------------------------------------------------------------------------------ to the right of a number


def _right(tokens: Tokens, draft: Draft, numeral: Numeral, taken: Sequence[bool]) -> None:
    if not _attached(tokens, draft) or draft.unit == "" or draft.kind == "money":
        _unit(tokens, draft, numeral, taken)
    _per(tokens, draft, taken)
    for parts, op in _hedges("after").get(tokens.word(draft.stop), ()):
        if tokens.words[draft.stop : draft.stop + len(parts)] == parts:
            draft.approx = draft.approx or op
            draft.stop += len(parts)
            break


def _attached(tokens: Tokens, draft: Draft) -> bool:
    """Scale letters that touch the number: $5m, 1.2b, 30k. Without money before or after, "m" may be metres."""
    at = draft.stop
    factor = words("en").attached.get(tokens.raw(at), 0)
    if not factor or not tokens.touches(at) or draft.scale > 1:
        return False
    money = draft.kind == "money" or (_units_at(tokens, at + 1) or (None, 0))[0] in _moneys()
    if not money:
        following = tokens.word(at + 1)
        if tokens.raw(at) in ("m", "mm", "t", "b") and (
            tokens.raw(at) in ("mm", "t")
            or following in _TALL
            or (following in ("", ".", ",", "x", ")")
            and tokens.raw(at) == "m"
            and draft.low < 1000
            and draft.step < 1
            and following == "")
        ):
            return False
        if tokens.raw(at).isupper() and not (following.isalpha() and following == tokens.raw(at + 1)):
            return False
    draft.scale_by(factor, at)
    draft.attached = True
    return True


@cache
def _moneys() -> frozenset[Unit]:
    return frozenset(row for row in forms("en").values() if row.dimension == "money")


def _units_at(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The unit that stands at token `i` as a word or a sign, and the token after it."""
    if i >= len(tokens):
        return None
    at = i + 1 if tokens.word(i) == "-" and tokens.touches(i) and tokens.touches(i + 1) else i
    word = _units().at(tokens, at)
    if at > i:
        return word
    for parts, row in _after().get(tokens.raw(i), ()):
        if word is not None and word[1] - i >= len(parts):
            break
        if any(tokens.raw(i + k) != part or (k and not tokens.touches(i + k)) for k, part in enumerate(parts)):
            continue
        if len(parts[0]) == 1 and parts[0].isalpha() and len(parts) == 1 and not tokens.touches(i) and parts[0] != "m":
            continue
        if tokens.touches(i + len(parts)) and tokens.word(i + len(parts))[0].isalnum() and parts[-1].isalnum():
            continue
        return row, i + len(parts)
    return word


def _unit(tokens: Tokens, draft: Draft, numeral: Numeral, taken: Sequence[bool]) -> None:
    at = draft.stop
    if at >= len(tokens) or taken[at]:
        return None
    found = _units_at(tokens, at)
    if found is not None:
        row, end = found
        hyphen = tokens.word(at) == "-"
        if draft.kind == "money":
            if row.dimension == "money" and not (row.part and draft.unit_at):
                draft.stop = end
            return None
        if (
            row.id == "times"
            and tokens.word(end - 1) == "times"
            and tokens.word(end) not in _TIMES_OF
            and not _moving(tokens, draft.first)
        ):
            draft.unit, draft.kind, draft.unit_at, draft.stop = "times", "count", (at, end), end
            return None
        if (
            row.id == "GBP"
            and tokens.word(end - 1) in ("pound", "pounds")
            and (draft.scale < 1000 or tokens.word(end) == "of")
        ):
            draft.unit, draft.kind, draft.unit_at, draft.stop = "lb", "measure", (at, end), end
            return None
        if (
            numeral.kind == "words"
            and tokens.word(end - 1) in ("won", "mark", "real", "bit", "second", "point")
            and not draft.scale > 1
        ):
            return _noun(tokens, draft, taken)
        draft.of_unit(row, (at + hyphen, end))
        draft.stop = end
        if row.dimension == "duration" and tokens.word(end) == "-" and tokens.word(end + 1) == "old":
            draft.stop = end + 2
        return None
    if draft.kind != "money" and numeral.kind != "fraction":
        _noun(tokens, draft, taken)


def _noun(tokens: Tokens, draft: Draft, taken: Sequence[bool]) -> None:
    """The noun that a number counts: the first plural of the words after it, past at most five adjectives."""
    at = draft.stop
    hyphen = tokens.word(at) == "-" and tokens.touches(at)
    if hyphen:
        at += 1
    joined = False
    for end in range(at, min(at + 6, len(tokens))):
        word = tokens.words[end]
        if taken[end] or word in _stop() or (not word.isalpha() and word not in ("-", "&")):
            return
        if word == "and":
            if joined or end == at:
                return
            joined = True
            continue
        phrase = _units().at(tokens, end)
        row = phrase[0] if phrase is not None and phrase[0].dimension == "count" else None
        if row is not None and phrase is not None and phrase[1] <= len(tokens):
            if (
                tokens.words[phrase[1] - 1].endswith("s")
                or tokens.words[phrase[1] - 1] in ("people", "staff")
                or draft.low == 1
                or hyphen
            ):
                draft.unit, draft.kind = row.id, "count"
                draft.unit_at, draft.stop = (end, phrase[1]), phrase[1]
                return
        elif (singular(word) != word and len(word) > 3 and tokens.word(end + 1) != "-") or word in (
            "people",
            "men",
            "women",
            "children",
        ):
            if (
                tokens.raw(end)[0].isupper()
                and end == at
                and not tokens.raw(end).isupper()
                and tokens.word(end + 1) == "'"
            ):
                return
            draft.unit, draft.kind = singular(word), "count"
            draft.unit_at, draft.stop = (end, end + 1), end + 1
            return


def _per(tokens: Tokens, draft: Draft, taken: Sequence[bool]) -> None:
    """The denominator: "a share", "per barrel", "/tonne", "annually"."""
    at = draft.stop
    word = tokens.word(at)
    if word not in ("a", "an", "per", "/", "each", "annually", "p.a.") or taken[at]:
        return
    if word in ("annually", "p.a."):
        draft.per, draft.stop = "year", at + 1
        return
    if word == "each" or at + 1 >= len(tokens) or taken[at + 1]:
        return
    if word == "per" and tokens.word(at + 1) == "annum":
        draft.per, draft.stop = "year", at + 2
        return
    if word in ("a", "an") and draft.kind in ("count", "number", "duration", "ordinal") and tokens.word(at + 1) not in (
        "year", "day", "month", "week", "hour", "minute", "quarter", "share", "second"
    ):  # fmt: skip
        return
    found = _units().at(tokens, at + 1)
    if found is not None and found[0].dimension not in ("money", "percent", "multiple", "index"):
        row, end = found
        if row.dimension == "duration" and tokens.word(end) in ("ago", "earlier", "before", "later", "-"):
            return
        draft.per = "pound" if row.id == "GBP" else row.id
        draft.stop = end
    elif found is not None and found[0].id == "GBP":
        draft.per, draft.stop = "lb", found[1]
    elif word == "per" and tokens.word(at + 1).isalpha():
        draft.per, draft.stop = singular(tokens.word(at + 1)), at + 2
    elif tokens.word(at + 1) in ("head", "piece", "ton", "unit", "copy", "ticket", "room", "head"):
        draft.per, draft.stop = tokens.word(at + 1), at + 2


# ------------------------------------------------------------------------------------------------- two numbers as one range


def _ranged(tokens: Tokens, draft: Draft, taken: Sequence[bool]) -> Draft:
    """One quantity of two printed ends: "between 2 and 4 per cent", "$3.1bn to $3.3bn", "8-12 pct"."""
    before = tokens.word(draft.first - 1)
    link = tokens.word(draft.stop)
    between = before == "between" or (before == "of" and tokens.word(draft.first - 2) == "between")
    if before == "from" and not _RANGING.intersection(tokens.words[max(0, draft.first - 3) : draft.first]):
        return draft
    if not (link in ("to", "-", "through", "~") or (link == "and" and between)):
        return draft
    at = draft.stop + 1
    while (
        tokens.word(at)
        in (
            "about",
            "some",
            "around",
            "nearly",
            "$",
            "us",
            "hk",
            "€",
            "£",
            "rmb",
            "eur",
            "usd",
            "a",
            "as",
            "¥",
            "almost",
            "over",
            "$",
            "c",
        )
        and at < draft.stop + 4
        and not tokens.word(at)[0].isdigit()
    ):
        at += 1
    if (
        at >= len(tokens)
        or taken[at]
        or not ("0" <= tokens.words[at][0] <= "9" or tokens.words[at] in words("en").numbers)
    ):
        return draft
    numeral = read(tokens, at)
    if numeral is None or any(taken[numeral.start : numeral.end]):
        return draft
    other = Draft.of(tokens, numeral)
    _left(tokens, other)
    if other.first <= draft.stop - 1 or other.first > draft.stop + 2:
        return draft
    _right(tokens, other, numeral, taken)
    return _joined(tokens, draft, other, link, between) or draft


def _joined(tokens: Tokens, low: Draft, high: Draft, link: str, between: bool) -> Draft | None:
    same_unit = not low.unit or not high.unit or (low.unit == high.unit and low.kind == high.kind)
    if not same_unit and not (low.kind == high.kind == "count" and False):
        return None
    if low.unit and not high.unit and low.kind != "money":
        return None
    if (
        link == "to"
        and not between
        and low.kind in ("money", "count", "measure")
        and low.unit_at
        and _moving(tokens, low.first)
    ):
        return None  # "fell 12 cents to 34 cents"
    if link == "to" and not between and not low.unit and _moving(tokens, low.first) and not high.unit:
        return None
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


# ------------------------------------------------------------------------------------------------- what figures share, and moves


def _share(tokens: Tokens, found: list[Draft]) -> None:
    """In "5,000 and 50,000 dlrs" and "10.2, 11.3 and 12.5 pct" the last figure's unit is the unit of all."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        gap = tokens.words[left.stop : right.first]
        if (
            left.kind != "number"
            or not 0 < len(gap) <= 2
            or not set(gap) <= _LINKS
            or right.kind in ("ordinal", "number", "duration", "fraction")
        ):
            continue
        if gap == [","] and right.unit_at is not None and right.unit_at[0] < right.number[0]:
            continue
        left.unit, left.kind, left.currency, left.per = right.unit, right.kind, right.currency, left.per or right.per
        if left.scale == 1 and right.scale > 1 and left.low < 1000 and right.low / right.scale > left.low / 1000:
            left.scale_by(right.scale, None)


@cache
def _senses() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        form.split(" ")[0] if form.startswith(("edged", "inched", "ticked")) else form: row
        for form, row in directions("en").items()
    }


_BETWEEN_MOVE = {
    "by",
    "another",
    "a",
    "an",
    "further",
    "sharply",
    "slightly",
    "only",
    "just",
    "as",
    "much",
    "some",
    "the",
    "steeply",
    "rapidly",
    "again",
    "up",
    "down",
    "higher",
    "lower",
    "strongly",
    "modestly",
    "marginally",
    "significantly",
    "even",
    "still",
    ":",
    "almost",
    "nearly",
    "or",
    "year-on-year",
    "yoy",
}


def _moving(tokens: Tokens, at: int) -> str | None:
    """The direction said just before token `at`: "rose", "fell by", "down a further"."""
    for back in range(1, 5):
        word = tokens.word(at - back)
        if not word:
            return None
        hit = _senses().get(word)
        if hit is not None and "after" not in hit[1] and "than" not in hit[1]:
            inner = _senses().get(tokens.word(at - back - 1)) if word in ("up", "down", "higher", "lower") else None
            return inner[0] if inner is not None and tokens.word(at - back - 1) in ("edged", "inched") else hit[0]
        if word not in _BETWEEN_MOVE:
            return None
    return None


_SIZES = ("percent", "percentage-point", "basis-point", "multiple", "fraction")


def _move(tokens: Tokens, found: list[Draft]) -> None:
    """Marks the figures that are the size of a change, not a level."""
    last: Draft | None = None
    for draft in found:
        if draft.kind in ("ordinal", "duration"):
            continue
        draft.change = _change(tokens, draft)
        if draft.change is None and last is not None and last.change and last.kind == draft.kind:
            gap = tokens.words[last.stop : draft.first]
            if 0 < len(gap) <= 2 and set(gap) <= {"and", "or", ","}:
                draft.change = last.change
        last = draft


def _change(tokens: Tokens, draft: Draft) -> str | None:
    size = draft.kind in _SIZES
    before = tokens.word(draft.first - 1)
    sense = _moving(tokens, draft.first)
    if sense is not None and before not in ("to", "at", "from"):
        noun = _senses().get(before, ("", frozenset()))[1] == {"noun"}
        return sense if size or not noun else None
    if before == "of" or before in ("was", "is", "were", "at", "reached"):
        return _noun_of(tokens, draft, size)
    if before == "by":
        return _by(tokens, draft)
    after = tokens.word(draft.stop)
    if after == "-" and tokens.touches(draft.stop):
        after = tokens.word(draft.stop + 1)
    for skip in range(3):
        hit = _senses().get(tokens.word(draft.stop + skip))
        word = tokens.word(draft.stop + skip)
        if hit is not None:
            sense, uses = hit
            if "noun" in uses and (
                size or (draft.kind == "money" and tokens.word(draft.first - 1) in ("a", "an", "the"))
            ):
                return sense if word not in ("loss", "losses", "profit") else None
            if word in ("higher", "lower") or ("than" in uses and tokens.word(draft.stop + skip + 1) == "than"):
                return sense
            if word in ("above", "below", "up", "down") and size and skip == 0:
                return sense
            return None
        if skip == 0 and not word.isalpha() and word != "-":
            return None
        if not size or word in _stop():
            return None
    return None


def _noun_of(tokens: Tokens, draft: Draft, size: bool) -> str | None:
    """ "a decrease of 34%", "growth in sales of 4%", "the rise was 2%"."""
    of = tokens.word(draft.first - 1) == "of"
    for back in range(2, 8 if size else 3):
        word = tokens.word(draft.first - back)
        if not word or word in (",", ".", ";", "(", "which") or word[0].isdigit():
            return None
        hit = _senses().get(word)
        if (
            hit is not None
            and "noun" in hit[1]
            and word not in ("loss", "losses")
            and (size or (of and word not in ("gain", "gains")))
        ):
            return hit[0]
    return None


def _by(tokens: Tokens, draft: Draft) -> str | None:
    """ "cut its dividend by 3 cents": the verb stands before its object."""
    for back in range(2, 12):
        word = tokens.word(draft.first - back)
        if not word or word in (".", ";", ":"):
            return None
        hit = _senses().get(word)
        if hit is not None and "after" not in hit[1]:
            return hit[0]
    return None
