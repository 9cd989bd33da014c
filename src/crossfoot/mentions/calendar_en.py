"""Tokens come in, the calendar's own units go out: days, months, quarters, fiscal years, lengths with a stated end."""

from __future__ import annotations

from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.units import forms
from crossfoot.lexicon.words import words
from crossfoot.mentions.period import When

_WISHED = frozenset(words("en").lists["behind_a_wish"])
_CAPITAL = frozenset(words("en").lists["dates_with_capital"])
_COUNTED = frozenset(words("en").lists["after_no_year"])
_BEFORE_COUNT = frozenset(words("en").lists["before_no_year"])
NEAR = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}
MANY = words("en").periods
_ENDED = {"ended", "ending", "to", "through", "until"}
_PARTS = {"quarter": "quarter", "qtr": "quarter", "half": "half", "qtrs": "quarter"}

Hit = tuple[When, int]  # what was read, and the token after it


def make(tokens: Tokens, i: int, stop: int, what: str, **fields: object) -> When:
    text = " ".join(tokens.words[i:stop])
    return When(tokens.starts[i], tokens.ends[stop - 1], what, text, **fields)  # type: ignore[arg-type]


def year_number(tokens: Tokens, i: int) -> int | None:
    """A bare year: four digits that are no count ("2,000" has its comma, "1500 cars" lies before)."""
    word = tokens.word(i)
    if len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20", "18", "21"):
        year = int(word)
        return year if 1800 <= year < 2150 else None
    return None


def month_named(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The month named at token `i` and the token after it; "may" and "march" need their capital."""
    word = tokens.word(i)
    month = words("en").months.get(word)
    if month is None or (word in _CAPITAL and not tokens.raw(i)[0].isupper()):
        return None
    stop = i + 1
    if len(word) < 5 and word not in ("may", "june", "july") and tokens.word(stop) == "." and tokens.touches(stop):
        stop += 1
    if word == "may" and not _may(tokens, i):
        return None
    if (
        word in ("march", "august")
        and tokens.word(stop)[:1].isalpha()
        and i > 0
        and tokens.word(i - 1) in ("mr", "ms", "fredric")
    ):
        return None
    return month, stop


def _may(tokens: Tokens, i: int) -> bool:
    """Opening a sentence "May" is a month before a noun ("May imports were"), and neither a wish nor a person."""
    after = tokens.word(i + 1)
    if i > 0 or after[:1].isdigit() or not after:
        return True
    raw = tokens.raw(i + 1)
    return after not in _WISHED and after[0].isalpha() and (raw.islower() or raw.isupper())


def dated_month(tokens: Tokens, i: int) -> Hit | None:
    named = month_named(tokens, i)
    if named is None:
        return None
    month, stop = named
    day = tokens.word(stop)
    if day.isdecimal() and len(day) < 3 and 1 <= int(day) <= 31 and not _measured(tokens, stop + 1):
        stop += 1
        if tokens.word(stop) in ("st", "nd", "rd", "th") and tokens.touches(stop):
            stop += 1
        for comma in (stop + 1, stop) if tokens.word(stop) == "," else (stop,):
            year = year_number(tokens, comma)
            if year is not None and not _measured(tokens, comma + 1):
                return make(tokens, i, comma + 1, "day", year=year, month=month, day=int(day)), comma + 1
        return make(tokens, i, stop, "day", month=month, day=int(day)), stop
    spelled = words("en").numbers.get(day, 0)
    if 0 < spelled < 32 and tokens.word(stop + 1) in (",", ".", "", "to", "and", "will") and tokens.raw(i)[0].isupper():
        comma = stop + 2 if tokens.word(stop + 1) == "," else stop + 1
        year = year_number(tokens, comma)
        end = comma + 1 if year is not None else stop + 1
        return make(tokens, i, end, "day", year=year, month=month, day=spelled), end
    part = _month_part(tokens, i, month, stop)
    if part is not None:
        return part
    at = stop + 1 if tokens.word(stop) in (",", "of", "-") else stop
    year = year_number(tokens, at)
    if year is None and tokens.word(at) == "fiscal":
        at += 1
        year = year_number(tokens, at)
    if year is not None and not _measured(tokens, at + 1):
        return make(tokens, i, at + 1, "month", year=year, month=month), at + 1
    if tokens.word(stop) in ("this", "last", "next") and tokens.word(stop + 1) == "year":
        offset = NEAR[tokens.word(stop)]
        when = make(tokens, i, stop + 2, "month", month=month, unit="Y", offset=offset)
        return when, stop + 2
    if tokens.word(stop) == "'" and tokens.word(stop + 1).isdecimal() and len(tokens.word(stop + 1)) == 2:
        return make(tokens, i, stop + 2, "month", year=_century(int(tokens.word(stop + 1))), month=month), stop + 2
    return make(tokens, i, stop, "month", month=month), stop


def _month_part(tokens: Tokens, i: int, month: int, stop: int) -> Hit | None:
    """ "June quarter", "December-half of 2007": the part of a year that ends with its month."""
    if tokens.word(i - 1) in ("-", "to") and tokens.word(i - 2) in words("en").months:
        return None  # "the October-December quarter" is a range
    at = stop + 1 if tokens.word(stop) == "-" else stop
    year = year_number(tokens, at)
    at += year is not None
    number = {"quarter": 3, "qtr": 3, "half": 6}.get(tokens.word(at))
    if number is None:
        return None
    end = at + 1
    if year is None:
        after = end + 1 if tokens.word(end) in ("of", ",", "in") else end
        year = year_number(tokens, after)
        end = after + 1 if year is not None else end
    return make(tokens, i, end, "until", year=year, month=month, number=number, unit="M"), end


def _measured(tokens: Tokens, i: int) -> bool:
    """Is the number before `i` no day but a quantity: "In May 12 pct"? Only plain signs tell here."""
    word = tokens.word(i)
    return word in ("%", "pct", "percent", "mln", "million", "billion", "bln", "dlrs", "cts", "units", "vehicles")


def _century(two: int) -> int:
    return 2000 + two if two < 50 else 1900 + two


def dated_weekday(tokens: Tokens, i: int) -> Hit | None:
    word = tokens.words[i]
    if word in _CAPITAL and not (tokens.raw(i)[0].isupper() and not tokens.raw(i).isupper()):
        return None
    if not tokens.raw(i)[0].isupper() and len(word) < 6:
        return None
    weekday = words("en").weekdays[word]
    at = i + 1
    if len(word) < 5 and tokens.word(at) == "." and tokens.touches(at):
        at += 1
    stop = at
    while tokens.word(at) in (",", "the", "(") and at < i + 4:
        at += 1
    date = (
        dated_month(tokens, at)
        if tokens.word(at) in words("en").months
        else (iso_date(tokens, at) or day_first(tokens, at))
        if tokens.word(at)[:1].isdigit()
        else None
    )
    if date is not None and date[0].what == "day":
        when, stop = date
        closing = tokens.word(stop) == ")" and tokens.word(at - 1) == "("
        when = make(tokens, i, stop + closing, "day", year=when.year, month=when.month, day=when.day, weekday=weekday)
        return when, stop + closing
    if tokens.word(i - 1) in words("en").ordinals and tokens.word(stop) == "of":
        return None  # "the second Tuesday of each month"
    if tokens.word(stop) in ("morning", "afternoon", "evening", "night"):
        stop += 1
    elif tokens.word(i - 1) == "the" and tokens.raw(stop)[:1].isupper() and not word.endswith("s"):
        return None  # "the Sunday Herald": part of a name
    return make(tokens, i, stop, "weekday", weekday=weekday, unit="D"), stop


def iso_date(tokens: Tokens, i: int) -> Hit | None:
    dotted = tokens.words[i].split(".")
    if len(dotted) == 3 and len(dotted[2]) == 4 and all(part.isdecimal() for part in dotted):
        day, month, year = map(int, dotted)
        if 1 <= month <= 12 and 1 <= day <= 31 and 1900 <= year < 2150:
            return make(tokens, i, i + 1, "day", year=year, month=month, day=day), i + 1
    sign = tokens.word(i + 1)
    if sign not in ("-", "/") or not (tokens.touches(i + 1) and tokens.touches(i + 2)):
        return None
    first, second, third = tokens.word(i), tokens.word(i + 2), tokens.word(i + 4)
    full = tokens.word(i + 3) == sign and tokens.touches(i + 3) and tokens.touches(i + 4) and third.isdecimal()
    if not (first.isdecimal() and second.isdecimal()):
        return None
    if len(first) == 4 and year_number(tokens, i) and len(second) == 2:
        if full and 1 <= int(second) <= 12 and 1 <= int(third) <= 31:
            return make(tokens, i, i + 5, "day", year=int(first), month=int(second), day=int(third)), i + 5
        if not full and sign == "-" and 1 <= int(second) <= 12 and int(second) != int(first[2:]) + 1:
            return make(tokens, i, i + 3, "month", year=int(first), month=int(second)), i + 3
        if not full and int(second) == (int(first[2:]) + 1) % 100:
            return _split_year(tokens, i, int(first), i + 3)
        if not full and sign == "-" and int(second) > int(first[2:]):
            low = make(tokens, i, i + 1, "year", year=int(first))
            high = make(tokens, i + 2, i + 3, "year", year=int(first[:2] + second))
            return make(tokens, i, i + 3, "range", low=low, high=high, year=int(first)), i + 3
    if full and sign == "/" and len(first) < 3 and len(second) < 3 and len(third) in (2, 4):
        month, day = int(first), int(second)
        if month > 12:
            month, day = day, month
        year = int(third) if len(third) == 4 else _century(int(third))
        if 1 <= month <= 12 and 1 <= day <= 31:
            return make(tokens, i, i + 5, "day", year=year, month=month, day=day), i + 5
    return None


def _split_year(tokens: Tokens, i: int, year: int, stop: int) -> Hit:
    low, high = make(tokens, i, i + 1, "year", year=year), make(tokens, i, stop, "year", year=year + 1)
    return make(tokens, i, stop, "range", low=low, high=high, year=year), stop


def coded_part(tokens: Tokens, i: int) -> Hit | None:
    """1Q20, 2Q 2019, 1H20."""
    code, number = tokens.word(i + 1), tokens.word(i)
    if code not in ("q", "h") or not tokens.touches(i + 1) or number not in ("1", "2", "3", "4"):
        return None
    return _with_year(tokens, i, i + 2, "quarter" if code == "q" else "half", int(number))


def part_code(tokens: Tokens, i: int) -> Hit | None:
    """Q1, Q4 2019, H1 of 2020; "q" and "h" touch their number."""
    number = tokens.word(i + 1)
    if not tokens.touches(i + 1) or number not in ("1", "2", "3", "4") or (tokens.words[i] == "h" and number > "2"):
        return None
    return _with_year(tokens, i, i + 2, "quarter" if tokens.words[i] == "q" else "half", int(number))


def _with_year(tokens: Tokens, i: int, stop: int, what: str, number: int) -> Hit:
    """A quarter or half with the year that follows it in one of its many forms."""
    at = stop
    while (
        tokens.word(at) in ("of", ",", "in", "the", "fiscal", "fy", "financial", "year", "-", "'", "calendar")
        and at < stop + 4
    ):
        at += 1
    year = year_number(tokens, at)
    if (
        year is None
        and tokens.word(at).isdecimal()
        and len(tokens.word(at)) == 2
        and (tokens.touches(at) or tokens.word(at - 1) in ("fy", "'"))
    ):
        year = _century(int(tokens.word(at)))
    if year is not None and not _measured(tokens, at + 1):
        return make(tokens, i, at + 1, what, year=year, number=number), at + 1
    if tokens.word(at) in ("this", "last", "next") and tokens.word(at + 1) == "year":
        return make(tokens, i, at + 2, what, number=number, unit="Y", offset=NEAR[tokens.word(at)]), at + 2
    if tokens.word(stop) == "a" and tokens.word(stop + 1) == "year" and tokens.word(stop + 2) in ("ago", "earlier"):
        return make(tokens, i, stop + 3, what, number=number, unit="Y", offset=-1), stop + 3
    return make(tokens, i, stop, what, number=number), stop


def day_first(tokens: Tokens, i: int) -> Hit | None:
    """8 May 2020, 8th of May."""
    word = tokens.words[i]
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    at = i + 1
    if tokens.word(at) in ("st", "nd", "rd", "th") and tokens.touches(at):
        at += 1
    dashed = tokens.word(at) == "-" and tokens.touches(at) and tokens.touches(at + 1)  # 7-APR-1987
    if tokens.word(at) == "of" or dashed:
        at += 1
    named = month_named(tokens, at)
    if named is None or (tokens.word(at) == "may" and not tokens.raw(at)[0].isupper()):
        return None
    month, stop = named
    after = tokens.word(stop)
    if after.isdecimal() and len(after) < 3:  # "sold 12 May 3": the number belongs to something before
        return None
    comma = stop + 1 if after == "," or (dashed and after == "-") else stop
    year = year_number(tokens, comma)
    if year is not None:
        return make(tokens, i, comma + 1, "day", year=year, month=month, day=int(word)), comma + 1
    return make(tokens, i, stop, "day", month=month, day=int(word)), stop


def plain_year(tokens: Tokens, i: int) -> Hit | None:
    year = year_number(tokens, i)
    after = tokens.word(i + 1)
    if year is None:
        return None
    if after == "s" and tokens.touches(i + 1):
        if year % 10:
            return None
        return make(tokens, i, i + 2, "decade", year=year), i + 2
    if tokens.touches(i) and tokens.word(i - 1)[-1:].isalnum():
        return None
    if tokens.touches(i + 1) and after not in (",", ".", ";", ")", ":", "'", '"', "-", "]", "'s", "?", "!", "”"):
        return None
    if after in _COUNTED or after in words("en").scales or tokens.word(i - 1) in _BEFORE_COUNT:
        return None
    if tokens.raw(i - 1) in forms("before"):  # "Rs 1850", "NOK 1850"
        return None
    return _part_of(tokens, i, i + 1, year) or (make(tokens, i, i + 1, "year", year=year), i + 1)


def _part_of(tokens: Tokens, i: int, stop: int, year: int) -> Hit | None:
    """The part of a year that is named behind it: "fiscal 2018 second quarter", "1987 first nine months"."""
    hit = (
        nth_part(tokens, stop) if tokens.word(stop) in words("en").ordinals or tokens.word(stop)[:1].isdigit() else None
    )
    if hit is None or hit[0].year is not None or hit[0].what not in ("quarter", "half", "first"):
        return None
    return make(tokens, i, hit[1], hit[0].what, year=year, number=hit[0].number), hit[1]


_CLOSING = (",", ".", ";", "and", ")")  # behind a part of a year whose noun is left out
_BACK = 16  # words


def nth_part(tokens: Tokens, i: int) -> Hit | None:
    """ "first quarter of 2020", "1st half", "second qtr", "first four months of 2020", "third-quarter 2019"."""
    word = tokens.words[i]
    at = i + 1
    if word.isdecimal():
        if tokens.word(at) not in ("st", "nd", "rd", "th") or not tokens.touches(at) or len(word) > 2:
            return None
        number, at = int(word), at + 1
    else:
        number = words("en").ordinals.get(word, -1 if word in ("last", "final") else 0)
        if not number:
            return None
    if tokens.word(at) in ("-", "fiscal", "financial"):
        at += 1
    name = tokens.word(at)
    if name in _PARTS and number == -1:
        number = 4 if _PARTS[name] == "quarter" else 2
    if name in _PARTS and tokens.word(at + 1) in ("ended", "ending"):  # "second quarter ended January 31"
        return ended_at(tokens, i, at + 1, 3 if _PARTS[name] == "quarter" else 6, "M")
    if name in _PARTS and 0 < number <= (4 if _PARTS[name] == "quarter" else 2):
        return _with_year(tokens, i, at + 1, _PARTS[name], number)
    if name == "century" and 15 <= number <= 22:
        return make(tokens, i, at + 1, "century", year=(number - 1) * 100 + 1), at + 1
    if number > 1 and name in _CLOSING and tokens.word(i - 1) == "the" and (like := _same_part(tokens, i, number)):
        return like
    if number not in (1, -1):
        return None
    count = int(name) if name.isdecimal() and len(name) < 3 else words("en").numbers.get(name, 0)
    unit = tokens.word(at + 1 if tokens.word(at + 1) != "-" else at + 2)
    if number == 1 and count and MANY.get(unit) in ("M", "Q"):
        stop = at + (2 if tokens.word(at + 1) != "-" else 3)
        months = count * (3 if MANY[unit] == "Q" else 1)
        if months > 12:
            return None
        return _first_months(tokens, i, stop, months)
    return None


def _same_part(tokens: Tokens, i: int, number: int) -> Hit | None:
    """A part of a year that leaves out its noun: "in the first quarter and 2,567 in the second"."""
    for at in range(i - 2, max(i - 2 - _BACK, 0), -1):
        if tokens.word(at) in (".", ";"):
            return None
        name = _PARTS.get(tokens.word(at))
        if name is not None:
            before = tokens.word(at - 1) if tokens.word(at - 1) != "-" else tokens.word(at - 2)
            told = words("en").ordinals.get(before, 0) == number - 1 and number <= (4 if name == "quarter" else 2)
            return (make(tokens, i, i + 1, name, number=number), i + 1) if told else None
    return None


def _first_months(tokens: Tokens, i: int, stop: int, months: int) -> Hit:
    at = stop
    while tokens.word(at) in ("of", "in", "the", "fiscal", "year", ",", "to", "financial") and at < stop + 4:
        at += 1
    year = year_number(tokens, at)
    if year is not None:
        return make(tokens, i, at + 1, "first", year=year, number=months), at + 1
    if tokens.word(at) in ("this", "last", "next") and tokens.word(at + 1) == "year":
        return make(tokens, i, at + 2, "first", number=months, unit="Y", offset=NEAR[tokens.word(at)]), at + 2
    return make(tokens, i, stop, "first", number=months), stop


def length_to(tokens: Tokens, i: int) -> Hit | None:
    """ "nine months to September", "12 months ended June 30, 2019"; a bare "nine months" is a duration."""
    word = tokens.words[i]
    at = i + 2 if tokens.word(i + 1) == "-" else i + 1
    unit = MANY.get(tokens.word(at))
    if unit is None or unit in ("H", "TM"):
        return None
    number = int(word) if word.isdecimal() and len(word) < 4 else words("en").numbers.get(word, 0)
    if not number:
        return None
    stop = at + 1
    if tokens.word(at).startswith("decade"):
        number *= 10
    if tokens.word(stop) in ("period", "span"):
        stop += 1
    ended = ended_at(tokens, i, stop, number * (3 if unit == "Q" else 1), "M" if unit == "Q" else unit)
    if ended is not None:
        return ended
    return None


def ended_at(tokens: Tokens, i: int, stop: int, number: int, unit: str) -> Hit | None:
    """The end of a stated length: "... ended March 31, 2020", "... to end-September"."""
    at = stop
    if tokens.word(at) not in _ENDED:
        return None
    at += 1
    while tokens.word(at) in ("the", "end", "-", "of", "on", "in") and at < stop + 5:
        at += 1
    if tokens.word(at) in words("en").weekdays:
        at += 1
        if tokens.word(at) == ",":
            at += 1
    date = (
        dated_month(tokens, at)
        if tokens.word(at) in words("en").months
        else day_first(tokens, at)
        if tokens.word(at)[:1].isdigit()
        else None
    )
    if date is None:
        year = year_number(tokens, at) if unit == "Y" and number > 1 else None
        if year is None or _measured(tokens, at + 1):
            return None
        return make(tokens, i, at + 1, "until", year=year, month=12, number=number, unit=unit), at + 1
    when, end = date
    return make(tokens, i, end, "until", year=when.year, month=when.month, day=when.day, number=number, unit=unit), end


def fiscal_year(tokens: Tokens, i: int) -> Hit | None:
    """ "fiscal 2019", "FY19", "FY 2018-19", "fiscal year ended March 31, 2020", "the financial year to June"."""
    at = i + 1
    if (
        tokens.words[i] in ("financial", "calendar")
        and tokens.word(at) not in ("year", "years")
        and year_number(tokens, at) is None
    ):
        return None
    if tokens.word(at) in ("year", "years", "'"):
        at += 1
    ended = ended_at(tokens, i, at, 1, "Y")
    if ended is not None:
        return ended
    if tokens.word(at) == "," or tokens.word(at) == "-":
        return None
    number = tokens.word(at)
    if year_number(tokens, at) is not None:
        split = iso_date(tokens, at)
        if split is not None and split[0].what == "range":
            return make(tokens, i, split[1], "range", low=split[0].low, high=split[0].high, year=split[0].year), split[
                1
            ]
        part = _part_of(tokens, i, at + 1, int(number)) or _year_with_end(tokens, i, at + 1, int(number))
        return part or (make(tokens, i, at + 1, "year", year=int(number)), at + 1)
    if number.isdecimal() and len(number) == 2 and (tokens.words[i] == "fy" or tokens.word(at - 1) == "'"):
        ended = _year_with_end(tokens, i, at + 1, _century(int(number)))
        if ended is not None:
            return ended
        return make(tokens, i, at + 1, "year", year=_century(int(number))), at + 1
    return None


def _year_with_end(tokens: Tokens, i: int, stop: int, year: int) -> Hit | None:
    """ "FY2023, ending March 31, 2023", "fiscal 1988, which ends next January 31": the twelve months to that day."""
    at = stop
    while tokens.word(at) in (",", "(", "which", "that", "the", "year") and at < stop + 4:
        at += 1
    if tokens.word(at) not in ("ends", "ending", "ended", "end", "closes", "closing") or at == stop:
        return None
    at += 1
    while tokens.word(at) in ("on", "in", "next", "last", "this", "the", "of", "end") and at < stop + 8:
        at += 1
    date = dated_month(tokens, at) if tokens.word(at) in words("en").months else day_first(tokens, at)
    if date is None:
        return None
    when = date[0]
    year = when.year or year
    return make(tokens, i, stop, "until", year=year, month=when.month, day=when.day, number=1, unit="Y"), stop


def quarter_ended(tokens: Tokens, i: int) -> Hit | None:
    """ "quarter ended June 30", "half to September", "full year 2019"."""
    word = tokens.words[i]
    if word == "full":
        at = i + 2 if tokens.word(i + 1) == "-" else i + 1
        if tokens.word(at) == "year" and year_number(tokens, at + 1) is not None:
            return make(tokens, i, at + 2, "year", year=int(tokens.word(at + 1))), at + 2
        return None
    at = i + 2 if tokens.word(i + 1) == "-" else i + 1
    if word == "half" and tokens.word(at) == "year":
        return ended_at(tokens, i, at + 1, 6, "M")
    return ended_at(tokens, i, i + 1, 6 if word == "half" else 3, "M")
