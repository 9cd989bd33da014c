"""What touches an English number: sign, currency and hedge before it; scale, unit, noun and denominator after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import TypeAlias, TypeVar

from crossfoot.lexicon.numerals import Numeral
from crossfoot.lexicon.tokens import Phrases, Tokens, singular
from crossfoot.lexicon.units import Unit, forms, units
from crossfoot.lexicon.words import words
from crossfoot.mentions.change_en import moving
from crossfoot.mentions.draft import Draft

T = TypeVar("T")
Ends: TypeAlias = dict[str, list[tuple[list[str], T]]]

_SAME_IN_PLURAL = frozenset(words("en").lists["plurals"])
_HOMONYMS = {"won", "mark", "real", "bit", "second", "point"}
_BUY = frozenset(words("en").lists["buy"])
_STEPS = frozenset(words("en").lists["steps"])
_CREPT = frozenset(words("en").lists["crept"])
_ATTRIBUTIVE = frozenset(words("en").lists["attributive"])
_PASSED = frozenset(words("en").lists["passed"])
_WHOLE = frozenset(words("en").lists["whole"])
_TALL = frozenset(words("en").lists["tall"])
_TIMES_OF = frozenset(words("en").lists["times_of"])
_LONG = 6  # tokens of a number


@cache
def _units() -> Phrases[Unit]:
    return Phrases(forms("en"))


@cache
def _before() -> Ends[Unit]:
    return _by_end(forms("before"), -1)


@cache
def _after() -> Ends[Unit]:
    return _by_end(forms("after"), 0)


def _by_end(rows: Mapping[str, Unit], end: int) -> Ends[Unit]:
    """Forms as tokens, by the first of them or the last."""
    ends: Ends[Unit] = {}
    for form, row in rows.items():
        tokens = Tokens(form)
        parts = [tokens.raw(i) for i in range(len(tokens))]
        ends.setdefault(parts[end], []).append((parts, row))
    return _longest_first(ends)


@cache
def _hedges(place: str) -> Ends[str]:
    """The hedges that stand before (by their last word) or after a number (by their first)."""
    ends: Ends[str] = {}
    for row in words("en").approximator:
        for form in getattr(row, place):
            parts = Tokens(form).words
            ends.setdefault(parts[-1] if place == "before" else parts[0], []).append((parts, row.op))
    return _longest_first(ends)


def _longest_first(ends: Ends[T]) -> Ends[T]:
    for rows in ends.values():
        rows.sort(key=lambda row: -len(row[0]))
    return ends


@cache
def _stop() -> frozenset[str]:
    return frozenset(words("en").lists["stop"])


@cache
def _moved() -> frozenset[str]:
    return frozenset(words("en").lists["moved_over"])


# ------------------------------------------------------------------------------------------ to the left of a number


def left(tokens: Tokens, draft: Draft) -> None:
    at = draft.first
    if (tokens.word(at - 1) == "." and tokens.touches(at) and not tokens.touches(at - 1)) or (
        tokens.word(at - 1) == "." and tokens.touches(at) and tokens.word(at - 2) in ("$", "€", "£")
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
    sign = sign_before(tokens, at)
    if sign is not None:
        row, start = sign
        draft.of_unit(row, (start, at))
        at = start
        if tokens.word(at - 1) == "-" and tokens.touches(at) and not tokens.touches(at - 1):
            draft.negative, at = True, at - 1
        elif tokens.word(at - 1) in ("minus", "negative") and tokens.word(at - 2) not in ("a", "an", "the"):
            draft.negative, at = True, at - 1  # "at a cost of negative $2.72", but "a negative $40 million effect"
    hedge = hedge_before(tokens, at)
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


def sign_before(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    if at == 0 or tokens.starts[at] - tokens.ends[at - 1] > 2:
        return None
    for parts, row in _before().get(tokens.raw(at - 1), ()):
        if len(parts) > 1 and tokens.raw(at - 2) != parts[-2]:
            continue  # "$" ends the signs of thirty currencies, and most often stands alone
        start = at - len(parts)
        if start < 0 or any(tokens.raw(start + k) != part for k, part in enumerate(parts)):
            continue
        if any(not tokens.touches(start + k) for k in range(1, len(parts))):
            continue
        if tokens.word(start - 1)[-1:].isalnum() and (tokens.touches(start) or tokens.word(start - 1)[-1:].isdigit()):
            continue  # "10 rmb 20 usd": the sign belongs to the number before it
        if len(parts) == len(parts[0]) == 1 and parts[0].isalpha() and not _many(tokens, at):
            continue  # "the R2 robot": a single letter is a sign only before as much as "R1.6bn"
        return row, start
    return None


def _many(tokens: Tokens, at: int) -> bool:
    """Does a number that touches what stands before it run into thousands or more?"""
    behind, known = at + 1, words("en")
    while behind < at + _LONG and (tokens.word(behind).isdecimal() or tokens.word(behind) in (".", ",")):
        behind += 1
    return tokens.touches(at) and (tokens.raw(behind) in known.attached or tokens.word(behind) in known.scales)


def hedge_before(tokens: Tokens, at: int) -> tuple[str, int] | None:
    crept = tokens.word(at - 1) == "to" and tokens.word(at - 2) == "up" and tokens.word(at - 3) in _CREPT
    if crept and not (tokens.word(at - 3) == "back" and tokens.word(at - 4) in _BUY):  # "buy back up to $400 million"
        return None  # "ticked up to 3.8%" is where it went
    if tokens.word(at - 1) == "over" and tokens.word(at - 2) in _PASSED:
        return None  # "turned over 184 million" is what it sold
    if tokens.word(at - 1) in ("over", "above") and tokens.word(at - 2) in _moved():
        return None  # "an increase of 14.2% over $278.8 million"
    for end in (at, at - 1) if tokens.word(at - 1) in ("a", "an") else (at,):  # "up to a 51% stake"
        for parts, op in _hedges("before").get(tokens.word(end - 1), ()):
            start = end - len(parts)
            if start >= 0 and tokens.words[start:end] == parts:
                return op, start
    return None


# ----------------------------------------------------------------------------------------- to the right of a number


def _joined_hedge(tokens: Tokens, draft: Draft) -> None:
    """ "20-plus years", "2,000-odd suppliers"."""
    at = draft.stop
    op = {"plus": ">", "odd": "~"}.get(tokens.word(at + 1)) if tokens.word(at) == "-" and tokens.touches(at) else None
    if op is not None:
        draft.approx, draft.stop = draft.approx or op, at + 2


def right(tokens: Tokens, draft: Draft, numeral: Numeral, taken: Sequence[int]) -> None:
    _joined_hedge(tokens, draft)
    if not _attached(tokens, draft) or draft.unit == "" or draft.kind == "money":
        _unit(tokens, draft, numeral, taken)
    if (
        draft.kind == "duration"
        and draft.approx == ">"
        and tokens.word(draft.first) == "over"
        and (tokens.word(draft.first - 1) not in _LASTING)
    ):  # "over five weeks" is how long it takes, "for over five weeks" is more
        draft.approx, draft.first = None, draft.first + 1
    _per(tokens, draft, taken)
    for parts, op in _hedges("after").get(tokens.word(draft.stop), ()):
        if tokens.words[draft.stop : draft.stop + len(parts)] == parts:
            if tokens.word(draft.stop + len(parts))[:1].isdigit():
                continue
            draft.approx = draft.approx or op
            draft.stop += len(parts)
            break


def _attached(tokens: Tokens, draft: Draft) -> bool:
    """Scale letters that touch the number: $5m, 1.2b, 30k. Without money before or after, "m" may be metres."""
    at = draft.stop
    factor = words("en").attached.get(tokens.raw(at), 0)
    if (
        not factor
        or draft.scale > 1
        or not (tokens.touches(at) or (draft.kind == "money" and tokens.raw(at) in ("m", "b", "k", "cr")))
    ):
        return False
    money = draft.kind == "money" or (units_at(tokens, at + 1) or (None, 0))[0] in _moneys()
    if not money:
        following = tokens.word(at + 1)
        if tokens.raw(at) in ("m", "mm", "t", "b") and (
            tokens.raw(at) in ("mm", "t")
            or following in _TALL
            or (
                following in ("", ".", ",", "x", ")")
                and tokens.raw(at) == "m"
                and draft.low < 1000
                and draft.step < 1
                and following == ""
            )
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


def units_at(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
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


def _unit(tokens: Tokens, draft: Draft, numeral: Numeral, taken: Sequence[int]) -> None:
    at = draft.stop
    if at >= len(tokens) or taken[at] or tokens.starts[at] - tokens.ends[at - 1] > 2:  # a gap: the next column
        return
    found = _unit_behind(tokens, draft, at)
    if found is None:
        if draft.kind != "money" and numeral.kind != "fraction":
            _noun(tokens, draft, taken)
        return
    row, end = found
    hyphen, last = tokens.word(at) == "-", tokens.word(end - 1)
    if draft.kind == "money":
        if row.dimension == "money" and not (row.part and draft.unit_at):
            draft.stop = end
    elif row.id == "times" and last == "times" and not _of_what(tokens, end) and not moving(tokens, draft.first):
        draft.unit, draft.kind, draft.unit_at, draft.stop = "times", "count", (at, end), end
    elif row.id == "GBP" and last in ("pound", "pounds") and (draft.scale < 1000 or tokens.word(end) == "of"):
        draft.unit, draft.kind, draft.unit_at, draft.stop = "lb", "measure", (at, end), end
    elif (numeral.kind == "words" and last in _HOMONYMS and not draft.scale > 1 and not _steps(tokens, row, end)) or (
        row.dimension == "count" and not hyphen and draft.low != 1 and not _several(last)
    ):
        _noun(tokens, draft, taken)
    else:
        draft.of_unit(row, (at + hyphen, end))
        old = row.dimension == "duration" and tokens.word(end) == "-" and tokens.word(end + 1) == "old"
        draft.stop = end + 2 if old else end


def _steps(tokens: Tokens, row: Unit, end: int) -> bool:
    """ "a five-point improvement", and no five-point plan."""
    return row.id == "point" and tokens.word(end) in _STEPS


def _unit_behind(tokens: Tokens, draft: Draft, at: int) -> tuple[Unit, int] | None:
    found = units_at(tokens, at)
    if found is None and tokens.word(at) == "of" and tokens.word(at + 1) in ("a", "one") and draft.low < 1:
        return _part_of(tokens, at + 2)
    if found is None and tokens.word(at) in _WHOLE:
        found = _units().at(tokens, at + 1)  # "nine straight months"
        return found if found is not None and found[0].dimension == "duration" else None
    return found


def _of_what(tokens: Tokens, at: int) -> bool:
    """Does "times" multiply something: "three times its outlay", "11 times 2004 earnings"?"""
    word = tokens.word(at)
    return word in _TIMES_OF or (len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20"))


def _part_of(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """ "0.4 of a percentage point", "two-tenths of a point"."""
    found = _units().at(tokens, at)
    if found is None or found[0].dimension not in ("percentage-point", "percent", "index", "basis-point", "money"):
        return None
    return (units()["pp"], found[1]) if found[0].dimension == "index" else found


_LASTING = {"for", "of", "took", "lasted", "is", "was", "by", "with", "has", "had", "takes"}
_COUNTED = {"count", "mass", "volume", "length", "area", "energy", "power"}


def is_plural(tokens: Tokens, i: int) -> bool:
    """Is the word at `i` a plural by its looks: plants, people, PSUs?"""
    word, raw = tokens.words[i], tokens.raw(i)
    if word in _SAME_IN_PLURAL:
        return True
    if raw[-1] == "s" and raw[:-1].isupper() and len(raw) > 2:
        return True
    return singular(word) != word and len(word) > 3 and tokens.word(i + 1) != "-"


def _several(word: str) -> bool:
    return word.endswith("s") or word in ("people", "staff", "feet", "teu")


def _noun(tokens: Tokens, draft: Draft, taken: Sequence[int]) -> None:
    """The noun that a number counts: the first plural of the words after it, past at most five adjectives."""
    at = draft.stop
    hyphen = tokens.word(at) == "-" and tokens.touches(at)
    if hyphen:
        at += 1
    joined = False
    for end in range(at, min(at + 6, len(tokens))):
        word = tokens.words[end]
        if taken[end] == 1 or word in _stop() or (not word.isalpha() and word not in ("-", "&")):
            return
        if word == "and":
            if joined or end == at:
                return
            joined = True
            continue
        phrase = _units().at(tokens, end)
        row = phrase[0] if phrase is not None and phrase[0].dimension in _COUNTED else None
        if row is not None and phrase is not None and phrase[1] <= len(tokens):
            if _several(tokens.words[phrase[1] - 1]) or (draft.low == 1 and row.dimension == "count") or hyphen:
                draft.of_unit(row, (end, phrase[1]))
                draft.stop = phrase[1]
                return
        elif is_plural(tokens, end):
            if _heads(tokens, end + 1, taken):
                end, word = end + 1, tokens.words[end + 1]  # "securities houses"
            draft.unit, draft.kind = (
                word[:-1] if word.endswith("s") and singular(word) == word else singular(word),
                "count",
            )
            draft.unit_at, draft.stop = (end, end + 1), end + 1
            return


def _heads(tokens: Tokens, i: int, taken: Sequence[int]) -> bool:
    """Does the noun at `i` head the plural before it: "securities houses", "savings banks", but not "ships carries"?"""
    if (
        tokens.words[i - 1] not in _ATTRIBUTIVE
        or not tokens.raw(i).islower()
        or tokens.words[i] in _stop()
        or taken[i]
        or not is_plural(tokens, i)
    ):
        return False
    return _units().at(tokens, i) is None


def _per(tokens: Tokens, draft: Draft, taken: Sequence[int]) -> None:
    """The denominator: "a share", "per barrel", "/tonne", "annually"."""
    at = draft.stop
    word = tokens.word(at)
    if word == "of" and draft.kind in ("money", "measure", "count"):
        _per_behind(tokens, draft, taken)
        return
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
    if word == "/" and tokens.word(at + 1) in _SHORT_PER and tokens.touches(at + 1):
        draft.per, draft.stop = _SHORT_PER[tokens.word(at + 1)], at + 2
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
        stop = found[1] if found is not None else at + 2  # "per US dollar"
        draft.per, draft.stop = singular(tokens.word(stop - 1)), stop
    elif tokens.word(at + 1) in _EACH or (
        draft.kind == "money"
        and draft.scale == 1
        and word != "/"
        and tokens.word(at + 1).isalpha()
        and tokens.word(at + 1) not in _stop()
        and tokens.word(at + 2) in _ENDS
    ):  # "$50 an order"
        draft.per, draft.stop = tokens.word(at + 1), at + 2


_EACH = {"head", "piece", "ton", "unit", "copy", "ticket", "room"}
_ENDS = {"", ".", ",", ";", ")", "and", "for", "in", "on", "from", "to", "or", "but", "at"}
_SHORT_PER = {"d": "day", "h": "hour", "y": "year", "yr": "year", "mo": "month", "s": "second", "t": "tonne"}


def _per_behind(tokens: Tokens, draft: Draft, taken: Sequence[int]) -> None:
    """The denominator behind what is measured: "30GWh of cells a year", "95g of CO2 per km"."""
    for at in range(draft.stop + 1, min(draft.stop + 4, len(tokens) - 1)):
        word = tokens.words[at]
        if taken[at] or taken[at + 1]:
            return
        if at > draft.stop + 1 and word in ("a", "per"):
            found = _units().at(tokens, at + 1)
            if found is None or (word == "a" and found[0].dimension != "duration"):
                return
            if tokens.word(found[1]) not in ("ago", "earlier", "before", "later", "-"):
                draft.per = found[0].id
            return
        if word in _stop() or not (word.isalnum() or word == "-"):
            return


def unit_word(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The unit whose words stand at token `i`, and the token after it."""
    return _units().at(tokens, i)
