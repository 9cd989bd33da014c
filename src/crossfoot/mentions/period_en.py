"""The tokens of an English sentence come in, its dates, periods, durations and comparatives go out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.words import words
from crossfoot.mentions.period import When

_CAPITAL = {
    "may",
    "march",
    "mar",
    "sun",
    "sat",
    "mon",
    "jan",
    "dec",
    "wed",
    "fri",
    "august",
    "thu",
    "nov",
    "oct",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "feb",
}
_NEAR = {
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
_UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "qtr": "Q", "year": "Y", "yr": "Y", "weekend": "W"}
_MANY = {"day": "D", "days": "D", "week": "W", "weeks": "W", "month": "M", "months": "M", "mths": "M", "mth": "M", "quarter": "Q", "quarters": "Q",
         "year": "Y", "years": "Y", "yrs": "Y", "yr": "Y", "decade": "Y", "decades": "Y", "qtr": "Q", "qtrs": "Q", "mos": "M", "hours": "H", "weekend": "W"}  # fmt: skip
_ENDED = {"ended", "ending", "to", "through", "until"}
_TO = {"to", "-", "through", "until", "till", "thru", "~"}
_SAME = {"same", "corresponding", "comparable", "like", "equivalent", "similar"}
_SPANS = {"period", "quarter", "month", "time", "week", "day", "half", "date", "qtr", "point", "stage"}


@cache
def _triggers() -> dict[str, str]:
    rows = words("en")
    table = dict.fromkeys(("first", "second", "third", "fourth", "last", "final"), "ordinal")
    table |= dict.fromkeys(_NEAR, "near")
    table |= dict.fromkeys(rows.numbers, "number")
    table |= dict.fromkeys(rows.months, "month")
    table |= dict.fromkeys(rows.weekdays, "weekday")
    table |= dict.fromkeys(
        ("end", "beginning", "start", "early", "late", "mid", "middle", "year", "month", "week"), "edge"
    )
    table |= dict.fromkeys(_SAME, "same")
    table |= {"yesterday": "today", "today": "today", "tomorrow": "today", "tonight": "today"}
    table |= {"fiscal": "fiscal", "fy": "fiscal", "financial": "fiscal", "calendar": "fiscal", "q": "code", "h": "code"}
    table |= {
        "a": "article",
        "an": "article",
        "the": "article",
        "every": "each",
        "each": "each",
        "quarter": "quarter",
        "qtr": "quarter",
        "half": "quarter",
        "full": "quarter",
        "mid-year": "edge",
    }
    return table


def find(tokens: Tokens, taken: Sequence[bool]) -> list[When]:
    """The date expressions of a sentence, in order; ends of the spans are offsets into the view.

    >>> tokens = Tokens("up 4% in the first four months of 2020 from a year earlier")
    >>> [when.text for when in find(tokens, [False] * len(tokens))]
    ['first four months of 2020', 'a year earlier']
    """
    found: list[When] = []
    i, table = 0, _triggers()
    while i < len(tokens):
        word = tokens.words[i]
        kind = "number" if "0" <= word[0] <= "9" else table.get(word)
        if kind is None or taken[i]:
            i += 1
            continue
        hit = _expression(tokens, i, kind)
        if hit is None:
            i += 1
            continue
        when, stop = hit
        if any(taken[i:stop]):
            i += 1
            continue
        when.base = _based(tokens, i)
        when.future = _ahead(tokens, i)
        found.append(when)
        i = stop
    return found


def _expression(tokens: Tokens, i: int, kind: str) -> tuple[When, int] | None:
    """One expression at token `i`: a point or period, or a range of two."""
    hit = _point(tokens, i, kind)
    if hit is None:
        return None
    when, stop = hit
    joint = tokens.word(stop)
    between = tokens.word(i - 1) == "between" and joint == "and"
    if (
        (joint in _TO or between)
        and when.what in ("day", "month", "year", "quarter", "weekday", "relative")
        and not when.edge
    ):
        at = stop + 1
        if (
            when.what == "day"
            and when.year is None
            and tokens.word(at).isdecimal()
            and len(tokens.word(at)) < 3
            and joint == "-"
        ):
            return _day_to_day(tokens, i, when, at)
        second_kind = "number" if tokens.word(at)[:1].isdigit() else _triggers().get(tokens.word(at))
        second = _point(tokens, at, second_kind) if second_kind and not tokens.word(at) == "the" else None
        if (
            second is not None
            and second[0].what in (when.what, "day", "month", "year", "relative")
            and not second[0].edge
        ):
            high = second[0]
            if joint == "to" and not (between or tokens.word(i - 1) in ("from", "period") or when.what == high.what):
                return hit
            if when.what == "year" and high.what == "year" and (when.year or 0) >= (high.year or 0):
                return hit
            return _make(tokens, i, second[1], "range", low=when, high=high), second[1]
    return hit


def _day_to_day(tokens: Tokens, i: int, when: When, at: int) -> tuple[When, int] | None:
    """ "May 4-8", "May 4-8, 2020"."""
    day = int(tokens.word(at))
    if not (when.day or 0) < day <= 31:
        return None
    stop, year = at + 1, None
    comma = stop + 1 if tokens.word(stop) == "," else stop
    if _year(tokens, comma) is not None:
        year, stop = _year(tokens, comma), comma + 1
    when.year = year
    high = _make(tokens, at, stop, "day", year=year, month=when.month, day=day)
    return _make(tokens, i, stop, "range", low=when, high=high, year=year), stop


def _make(tokens: Tokens, i: int, stop: int, what: str, **fields: object) -> When:
    text = " ".join(tokens.words[i:stop])
    return When(tokens.starts[i], tokens.ends[stop - 1], what, text, **fields)  # type: ignore[arg-type]


def _point(tokens: Tokens, i: int, kind: str) -> tuple[When, int] | None:
    reader = _READERS.get(kind)
    return reader(tokens, i) if reader is not None else None


def _year(tokens: Tokens, i: int) -> int | None:
    """A bare year: four digits that are no count ("2,000" has its comma, "1500 cars" lies before)."""
    word = tokens.word(i)
    if len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20", "18", "21"):
        year = int(word)
        return year if 1800 <= year < 2150 else None
    return None


def _month_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
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
    """ "May" opening a sentence, before a verb, is no month."""
    after = tokens.word(i + 1)
    return i > 0 or after[:1].isdigit() or not after


def _month(tokens: Tokens, i: int) -> tuple[When, int] | None:
    named = _month_at(tokens, i)
    if named is None:
        return None
    month, stop = named
    day = tokens.word(stop)
    if day.isdecimal() and len(day) < 3 and 1 <= int(day) <= 31 and not _measured(tokens, stop + 1):
        stop += 1
        if tokens.word(stop) in ("st", "nd", "rd", "th") and tokens.touches(stop):
            stop += 1
        for comma in (stop + 1, stop) if tokens.word(stop) == "," else (stop,):
            year = _year(tokens, comma)
            if year is not None and not _measured(tokens, comma + 1):
                return _make(tokens, i, comma + 1, "day", year=year, month=month, day=int(day)), comma + 1
        return _make(tokens, i, stop, "day", month=month, day=int(day)), stop
    spelled = words("en").numbers.get(day, 0)
    if 0 < spelled < 32 and tokens.word(stop + 1) in (",", ".", "", "to", "and", "will") and tokens.raw(i)[0].isupper():
        comma = stop + 2 if tokens.word(stop + 1) == "," else stop + 1
        year = _year(tokens, comma)
        end = comma + 1 if year is not None else stop + 1
        return _make(tokens, i, end, "day", year=year, month=month, day=spelled), end
    at = stop + 1 if tokens.word(stop) in (",", "of", "-") else stop
    year = _year(tokens, at)
    if year is None and tokens.word(at) == "fiscal":
        at += 1
        year = _year(tokens, at)
    if year is not None and not _measured(tokens, at + 1):
        return _make(tokens, i, at + 1, "month", year=year, month=month), at + 1
    if tokens.word(stop) in ("this", "last", "next") and tokens.word(stop + 1) == "year":
        offset = _NEAR[tokens.word(stop)]
        when = _make(tokens, i, stop + 2, "month", month=month, unit="Y", offset=offset)
        return when, stop + 2
    if tokens.word(stop) == "'" and tokens.word(stop + 1).isdecimal() and len(tokens.word(stop + 1)) == 2:
        return _make(tokens, i, stop + 2, "month", year=_century(int(tokens.word(stop + 1))), month=month), stop + 2
    return _make(tokens, i, stop, "month", month=month), stop


def _measured(tokens: Tokens, i: int) -> bool:
    """Is what stands before `i` the head of a quantity ("In May 12 companies", "May 5 pct")? Only plain signs tell here."""
    word = tokens.word(i)
    return word in ("%", "pct", "percent", "mln", "million", "billion", "bln", "dlrs", "cts", "units", "vehicles")


def _century(two: int) -> int:
    return 2000 + two if two < 50 else 1900 + two


def _weekday(tokens: Tokens, i: int) -> tuple[When, int] | None:
    word = tokens.words[i]
    if word in _CAPITAL and not (tokens.raw(i)[0].isupper() and not tokens.raw(i).isupper()):
        return None
    if not tokens.raw(i)[0].isupper():
        if len(word) < 6:
            return None
    weekday = words("en").weekdays[word]
    at = i + 1
    if len(word) < 5 and tokens.word(at) == "." and tokens.touches(at):
        at += 1
    stop = at
    while tokens.word(at) in (",", "the", "(") and at < i + 4:
        at += 1
    date = (
        _month(tokens, at)
        if tokens.word(at) in words("en").months
        else _number(tokens, at)
        if tokens.word(at)[:1].isdigit()
        else None
    )
    if date is not None and date[0].what == "day":
        when, stop = date
        closing = tokens.word(stop) == ")" and tokens.word(at - 1) == "("
        when = _make(tokens, i, stop + closing, "day", year=when.year, month=when.month, day=when.day, weekday=weekday)
        return when, stop + closing
    if tokens.word(stop) in ("morning", "afternoon", "evening", "night"):
        stop += 1
    return _make(tokens, i, stop, "weekday", weekday=weekday, unit="D"), stop


def _number(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """What a number can open: an ISO date, a year, a day before its month, "1Q20", "nine months", "five years ago"."""
    word = tokens.words[i]
    if word[0].isdigit():
        if (
            tokens.touches(i)
            and tokens.word(i - 1) in ("$", "£", "€", "#", "/", ".", "-", ":", "¥")
            and tokens.word(i - 1) != "-"
        ):
            return None
        hit = _iso(tokens, i) or _coded(tokens, i) or _day_first(tokens, i) or _bare_year(tokens, i)
        if hit is not None:
            return hit
    if word in words("en").ordinals or word.isdecimal() or word in words("en").numbers:
        return _nth(tokens, i) or _months_to(tokens, i) or _some_ago(tokens, i)
    return None


def _iso(tokens: Tokens, i: int) -> tuple[When, int] | None:
    dotted = tokens.words[i].split(".")
    if len(dotted) == 3 and len(dotted[2]) == 4 and all(part.isdecimal() for part in dotted):
        day, month, year = map(int, dotted)
        if 1 <= month <= 12 and 1 <= day <= 31 and 1900 <= year < 2150:
            return _make(tokens, i, i + 1, "day", year=year, month=month, day=day), i + 1
    sign = tokens.word(i + 1)
    if sign not in ("-", "/") or not (tokens.touches(i + 1) and tokens.touches(i + 2)):
        return None
    first, second, third = tokens.word(i), tokens.word(i + 2), tokens.word(i + 4)
    full = tokens.word(i + 3) == sign and tokens.touches(i + 3) and tokens.touches(i + 4) and third.isdecimal()
    if not (first.isdecimal() and second.isdecimal()):
        return None
    if len(first) == 4 and _year(tokens, i) and len(second) == 2:
        if full and 1 <= int(second) <= 12 and 1 <= int(third) <= 31:
            return _make(tokens, i, i + 5, "day", year=int(first), month=int(second), day=int(third)), i + 5
        if not full and sign == "-" and 1 <= int(second) <= 12 and int(second) != int(first[2:]) + 1:
            return _make(tokens, i, i + 3, "month", year=int(first), month=int(second)), i + 3
        if not full and int(second) == (int(first[2:]) + 1) % 100:
            return _split_year(tokens, i, int(first), i + 3)
        if not full and sign == "-" and int(second) > int(first[2:]):
            low = _make(tokens, i, i + 1, "year", year=int(first))
            high = _make(tokens, i + 2, i + 3, "year", year=int(first[:2] + second))
            return _make(tokens, i, i + 3, "range", low=low, high=high, year=int(first)), i + 3
    if full and sign == "/" and len(first) < 3 and len(second) < 3 and len(third) in (2, 4):
        month, day = int(first), int(second)
        if month > 12:
            month, day = day, month
        year = int(third) if len(third) == 4 else _century(int(third))
        if 1 <= month <= 12 and 1 <= day <= 31:
            return _make(tokens, i, i + 5, "day", year=year, month=month, day=day), i + 5
    return None


def _split_year(tokens: Tokens, i: int, year: int, stop: int) -> tuple[When, int]:
    low, high = _make(tokens, i, i + 1, "year", year=year), _make(tokens, i, stop, "year", year=year + 1)
    return _make(tokens, i, stop, "range", low=low, high=high, year=year), stop


def _coded(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """1Q20, 2Q 2019, 1H20."""
    code, number = tokens.word(i + 1), tokens.word(i)
    if code not in ("q", "h") or not tokens.touches(i + 1) or number not in ("1", "2", "3", "4"):
        return None
    return _with_year(tokens, i, i + 2, "quarter" if code == "q" else "half", int(number))


def _code(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """Q1, Q4 2019, H1 of 2020; "q" and "h" touch their number."""
    number = tokens.word(i + 1)
    if not tokens.touches(i + 1) or number not in ("1", "2", "3", "4") or (tokens.words[i] == "h" and number > "2"):
        return None
    return _with_year(tokens, i, i + 2, "quarter" if tokens.words[i] == "q" else "half", int(number))


def _with_year(tokens: Tokens, i: int, stop: int, what: str, number: int) -> tuple[When, int]:
    """A quarter or half with the year that follows it in one of its many forms."""
    at = stop
    while (
        tokens.word(at) in ("of", ",", "in", "the", "fiscal", "fy", "financial", "year", "-", "'", "calendar")
        and at < stop + 4
    ):
        at += 1
    year = _year(tokens, at)
    if (
        year is None
        and tokens.word(at).isdecimal()
        and len(tokens.word(at)) == 2
        and (tokens.touches(at) or tokens.word(at - 1) in ("fy", "'"))
    ):
        year = _century(int(tokens.word(at)))
    if year is not None and not _measured(tokens, at + 1):
        return _make(tokens, i, at + 1, what, year=year, number=number), at + 1
    if tokens.word(at) in ("this", "last", "next") and tokens.word(at + 1) == "year":
        return _make(tokens, i, at + 2, what, number=number, unit="Y", offset=_NEAR[tokens.word(at)]), at + 2
    if tokens.word(stop) == "a" and tokens.word(stop + 1) == "year" and tokens.word(stop + 2) in ("ago", "earlier"):
        return _make(tokens, i, stop + 3, what, number=number, unit="Y", offset=-1), stop + 3
    return _make(tokens, i, stop, what, number=number), stop


def _day_first(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """8 May 2020, 8th of May."""
    word = tokens.words[i]
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    at = i + 1
    if tokens.word(at) in ("st", "nd", "rd", "th") and tokens.touches(at):
        at += 1
    if tokens.word(at) == "of":
        at += 1
    named = _month_at(tokens, at)
    if named is None or (tokens.word(at) == "may" and not tokens.raw(at)[0].isupper()):
        return None
    month, stop = named
    after = tokens.word(stop)
    if after.isdecimal() and len(after) < 3:  # "sold 12 May 3": the number belongs to something before
        return None
    comma = stop + 1 if after == "," else stop
    year = _year(tokens, comma)
    if year is not None:
        return _make(tokens, i, comma + 1, "day", year=year, month=month, day=int(word)), comma + 1
    return _make(tokens, i, stop, "day", month=month, day=int(word)), stop


def _bare_year(tokens: Tokens, i: int) -> tuple[When, int] | None:
    word = tokens.words[i]
    year = _year(tokens, i)
    after = tokens.word(i + 1)
    if year is None:
        return None
    if after == "s" and tokens.touches(i + 1):
        if year % 10:
            return None
        return _make(tokens, i, i + 2, "decade", year=year), i + 2
    if tokens.touches(i) and tokens.word(i - 1)[-1:].isalnum():
        return None
    if tokens.touches(i + 1) and after not in (",", ".", ";", ")", ":", "'", '"', "-", "]", "'s", "?", "!", "”"):
        return None
    if after in (
        "%",
        "pct",
        "percent",
        "mln",
        "million",
        "bln",
        "billion",
        "dlrs",
        "cts",
        "units",
        "vehicles",
        "points",
        "shares",
        "people",
        "employees",
        "stg",
        "yen",
        "yuan",
        "tonnes",
        "miles",
        "metres",
        "meters",
    ):
        return None
    if tokens.word(i - 1) in (
        "$",
        "rmb",
        "eur",
        "usd",
        "than",
        "about",
        "some",
        "nearly",
        "almost",
        "over",
        "approximately",
        "route",
        "no.",
        "room",
        "windows",
        "model",
    ) and tokens.word(i - 1) not in ("than", "over", "about"):
        return None
    return _make(tokens, i, i + 1, "year", year=year), i + 1


_PARTS = {"quarter": "quarter", "qtr": "quarter", "half": "half", "qtrs": "quarter"}


def _nth(tokens: Tokens, i: int) -> tuple[When, int] | None:
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
    if name in _PARTS and 0 < number <= (4 if _PARTS[name] == "quarter" else 2):
        return _with_year(tokens, i, at + 1, _PARTS[name], number)
    if name == "century" and 15 <= number <= 22:
        return _make(tokens, i, at + 1, "century", year=(number - 1) * 100 + 1), at + 1
    if number not in (1, -1):
        return None
    count = int(name) if name.isdecimal() and len(name) < 3 else words("en").numbers.get(name, 0)
    unit = tokens.word(at + 1 if tokens.word(at + 1) != "-" else at + 2)
    if number == 1 and count and _MANY.get(unit) in ("M", "Q"):
        stop = at + (2 if tokens.word(at + 1) != "-" else 3)
        months = count * (3 if _MANY[unit] == "Q" else 1)
        if months > 12:
            return None
        return _first_months(tokens, i, stop, months)
    return None


def _first_months(tokens: Tokens, i: int, stop: int, months: int) -> tuple[When, int]:
    at = stop
    while tokens.word(at) in ("of", "in", "the", "fiscal", "year", ",", "to", "financial") and at < stop + 4:
        at += 1
    year = _year(tokens, at)
    if year is not None:
        return _make(tokens, i, at + 1, "first", year=year, number=months), at + 1
    if tokens.word(at) in ("this", "last", "next") and tokens.word(at + 1) == "year":
        return _make(tokens, i, at + 2, "first", number=months, unit="Y", offset=_NEAR[tokens.word(at)]), at + 2
    return _make(tokens, i, stop, "first", number=months), stop


def _months_to(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """ "nine months to September", "12 months ended June 30, 2019"; a bare "nine months" is a duration."""
    word = tokens.words[i]
    number = int(word) if word.isdecimal() and len(word) < 4 else words("en").numbers.get(word, 0)
    at = i + 1
    hyphen = tokens.word(at) == "-"
    if hyphen:
        at += 1
    unit = _MANY.get(tokens.word(at))
    if not number or unit is None or unit == "H":
        return None
    stop = at + 1
    if tokens.word(at).startswith("decade"):
        number *= 10
    if tokens.word(stop) in ("period", "span"):
        stop += 1
    ended = _ended(tokens, i, stop, number * (3 if unit == "Q" else 1), "M" if unit == "Q" else unit)
    if ended is not None:
        return ended
    return None


def _ended(tokens: Tokens, i: int, stop: int, number: int, unit: str) -> tuple[When, int] | None:
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
        _month(tokens, at)
        if tokens.word(at) in words("en").months
        else _day_first(tokens, at)
        if tokens.word(at)[:1].isdigit()
        else None
    )
    if date is None:
        return None
    when, end = date
    return _make(tokens, i, end, "until", year=when.year, month=when.month, day=when.day, number=number, unit=unit), end


def _some_ago(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """ "two years ago", "three months earlier", "five years": a point so far back, or a duration."""
    word = tokens.words[i]
    number = int(word) if word.isdecimal() and len(word) < 4 else words("en").numbers.get(word, 0)
    at = i + 1
    if tokens.word(at) == "-":
        return None
    unit = _MANY.get(tokens.word(at))
    if not number or unit is None or unit == "H":
        return None
    if tokens.word(at).startswith("decade"):
        number *= 10
    after = tokens.word(at + 1)
    if after in ("ago", "earlier", "before", "previously"):
        iso = f"-P{number * (3 if unit == 'Q' else 1)}{'M' if unit == 'Q' else unit}"
        if after == "ago":
            return _make(tokens, i, at + 2, "relative", unit=unit, offset=-number), at + 2
        return _make(tokens, i, at + 2, "compare", shift=iso, unit=unit), at + 2
    if tokens.word(at).endswith("s") and tokens.word(at) not in ("qtrs",):
        if word == "one":
            return None
        return _make(
            tokens, i, at + 1, "duration", number=number * (3 if unit == "Q" else 1), unit="M" if unit == "Q" else unit
        ), at + 1
    return None


def _near(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """ "last month", "this year", "the past five years", "last December", "previous quarter"."""
    word = tokens.words[i]
    offset = _NEAR[word]
    name = tokens.word(i + 1)
    if word == "last" and name in ("quarter", "half") and False:
        return None
    if name in ("fiscal", "financial", "calendar") and tokens.word(i + 2) in ("year", "quarter"):
        unit = "Y" if tokens.word(i + 2) == "year" else "Q"
        return _make(tokens, i, i + 3, "relative", unit=unit, offset=offset), i + 3
    if name in _UNITS:
        unit = _UNITS[name]
        if word in ("previous", "prior", "preceding") and tokens.word(i - 1) in ("the", "from", "than") and unit != "D":
            iso = {"W": "-P1W", "M": "-P1M", "Q": "-P3M", "Y": "-P1Y"}[unit]
            stop = i + 2
            if (unit == "Y" and tokens.word(stop) == "'s") or (
                tokens.word(i + 1) == "year" and tokens.word(stop) in ("period", "quarter", "level", "figure")
            ):
                stop += tokens.word(stop) in ("period", "quarter")
            return _make(tokens, i, stop, "compare", shift=iso, unit=unit), stop
        if name == "day" and word in ("last", "past"):
            return None
        return _make(tokens, i, i + 2, "relative", unit=unit, offset=offset), i + 2
    if word in ("last", "this", "next", "past") and name in words("en").months:
        named = _month_at(tokens, i + 1)
        if named is not None:
            month, stop = named
            if tokens.word(stop).isdecimal() and len(tokens.word(stop)) < 3:
                return None
            return _make(tokens, i, stop, "relative", month=month, unit="M", offset=offset), stop
    if word in ("last", "this", "next", "past") and name in words("en").weekdays and tokens.raw(i + 1)[0].isupper():
        return _make(tokens, i, i + 2, "weekday", weekday=words("en").weekdays[name], unit="D", offset=offset), i + 2
    count = int(name) if name.isdecimal() and len(name) < 4 else words("en").numbers.get(name, 0)
    unit = _MANY.get(tokens.word(i + 2), "")
    verb = word == "last" and tokens.word(i - 1) in ("will", "to", "would", "can", "could", "may", "should")
    if count and unit and unit != "H" and word != "this" and not verb:
        number = count * (10 if tokens.word(i + 2).startswith("decade") else 1)
        ended = _ended(tokens, i, i + 3, number * (3 if unit == "Q" else 1), "M" if unit == "Q" else unit)
        if ended is not None and offset < 0:
            return ended
        return _make(tokens, i, i + 3, "last", number=number, unit=unit, offset=offset), i + 3
    return _nth(tokens, i) if word == "last" else None


def _today(tokens: Tokens, i: int) -> tuple[When, int] | None:
    offset = {"yesterday": -1, "tomorrow": 1}.get(tokens.words[i], 0)
    return _make(tokens, i, i + 1, "relative", unit="D", offset=offset), i + 1


def _fiscal(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """ "fiscal 2019", "FY19", "FY 2018-19", "fiscal year ended March 31, 2020", "the financial year to June"."""
    at = i + 1
    if (
        tokens.words[i] in ("financial", "calendar")
        and tokens.word(at) not in ("year", "years")
        and _year(tokens, at) is None
    ):
        return None
    if tokens.word(at) in ("year", "'"):
        at += 1
    ended = _ended(tokens, i, at, 1, "Y")
    if ended is not None:
        return ended
    if tokens.word(at) == "," or tokens.word(at) == "-":
        return None
    number = tokens.word(at)
    if _year(tokens, at) is not None:
        split = _iso(tokens, at)
        if split is not None and split[0].what == "range":
            return _make(tokens, i, split[1], "range", low=split[0].low, high=split[0].high, year=split[0].year), split[
                1
            ]
        return _make(tokens, i, at + 1, "year", year=int(number)), at + 1
    if number.isdecimal() and len(number) == 2 and (tokens.words[i] == "fy" or tokens.word(at - 1) == "'"):
        return _make(tokens, i, at + 1, "year", year=_century(int(number))), at + 1
    return None


def _quarter(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """ "quarter ended June 30", "half to September", "full year 2019"."""
    word = tokens.words[i]
    if word == "full":
        at = i + 2 if tokens.word(i + 1) == "-" else i + 1
        if tokens.word(at) == "year" and _year(tokens, at + 1) is not None:
            return _make(tokens, i, at + 2, "year", year=int(tokens.word(at + 1))), at + 2
        return None
    if word == "half" and tokens.word(i + 1) == "year":
        return _ended(tokens, i, i + 2, 6, "M")
    return _ended(tokens, i, i + 1, 6 if word == "half" else 3, "M")


def _edge(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """ "end of March", "mid-2020", "early April", "the beginning of the year", "year ended June 30", "year-end 2019"."""
    word = tokens.words[i]
    if word == "year":
        return _year_words(tokens, i)
    if word in ("month", "week"):
        closed = tokens.word(i + 1) in ("ended", "ending") or (word == "week" and tokens.word(i + 1) == "to")
        return _ended(tokens, i, i + 1, 1, _UNITS[word]) if closed else None
    at = i + 1
    while tokens.word(at) in ("-", "of", "the") and at < i + 4:
        at += 1
    name = tokens.word(at)
    kind = "number" if name[:1].isdigit() else _triggers().get(name)
    if word == "start" and tokens.word(i + 1) != "of":
        return None
    if kind in ("month", "number", "near", "fiscal", "code", "ordinal"):
        date = _point(tokens, at, kind)
        if (
            date is not None
            and date[0].what in ("month", "year", "relative", "quarter", "half", "decade")
            and (date[0].what != "relative" or date[0].unit != "D")
        ):
            when, stop = date
            edge = {"end": "end", "beginning": "begin", "start": "begin"}.get(word, "")
            when.start, when.text, when.edge = tokens.starts[i], " ".join(tokens.words[i:stop]), edge
            return when, stop
    if (
        name in ("year", "month", "quarter")
        and word in ("end", "beginning", "start")
        and tokens.word(at - 1) == "the"
        and tokens.word(at + 1) not in ("-",)
    ):
        edge = "end" if word == "end" else "begin"
        return _make(tokens, i, at + 1, "relative", unit=_UNITS[name], offset=0, edge=edge), at + 1
    return None


def _year_words(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """ "year ended June 30", "year-earlier quarter", "year-ago", "year-end 2019", "year before"."""
    ended = _ended(tokens, i, i + 1, 1, "Y")
    if ended is not None:
        return ended
    at = i + 2 if tokens.word(i + 1) == "-" else i + 1
    word = tokens.word(at)
    if word in ("earlier", "ago"):
        stop = at + 1
        stop += tokens.word(stop) in ("period", "quarter", "month", "half", "week", "level", "figure", "qtr", "time")
        return _make(tokens, i, stop, "compare", shift="-P1Y", unit="Y"), stop
    if word == "end" and _year(tokens, at + 1) is not None:
        return _make(tokens, i, at + 2, "year", year=int(tokens.word(at + 1)), edge="end"), at + 2
    if word in ("before", "previously") and tokens.word(i - 1) == "the":
        return _make(tokens, i, at + 1, "compare", shift="-P1Y", unit="Y"), at + 1
    if _year(tokens, i + 1) is not None:
        return _make(tokens, i, i + 2, "year", year=int(tokens.word(i + 1))), i + 2
    return None


def _same(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """ "same period last year", "corresponding quarter of 2019", "same month a year earlier", "same time last year"."""
    name = tokens.word(i + 1)
    at = i + 2
    if name in words("en").numbers or (name.isdecimal() and len(name) < 3):
        name, at = tokens.word(i + 2), i + 3
        if name not in ("months", "weeks", "quarters", "days", "month"):
            return None
    elif name == "year" and tokens.word(at) == "-":
        return None
    if name not in _SPANS and name not in ("months", "weeks", "quarters", "days"):
        return None
    if tokens.word(at) == "-":
        return None
    while tokens.word(at) in ("of", "in", "the", "a", "an", "one", "during", "for") and at < i + 6:
        at += 1
    word, after = tokens.word(at), tokens.word(at + 1)
    if (word in ("last", "previous", "prior", "preceding") and after in ("year", "month", "quarter")) or (
        word == "year" and after in ("ago", "earlier", "before", "-")
    ):
        unit = after if after in ("month", "quarter") else "year"
        iso = {"year": "-P1Y", "month": "-P1M", "quarter": "-P3M"}[unit]
        stop = at + 2 if after != "-" else at + 3
        return _make(tokens, i, stop, "compare", shift=iso, unit="Y"), stop
    if _year(tokens, at) is not None:
        return _make(
            tokens, i, at + 1, "compare", shift=f"to {tokens.word(at)}", year=int(tokens.word(at)), unit="Y"
        ), at + 1
    return None


def _article(tokens: Tokens, i: int) -> tuple[When, int] | None:
    """ "a year ago", "a year earlier", "a month earlier", "the year before"; other articles open nothing."""
    word = tokens.words[i]
    unit = _UNITS.get(tokens.word(i + 1))
    if unit is None or word == "the":
        if word == "the" and unit and tokens.word(i + 2) in ("before", "earlier"):
            iso = {"Y": "-P1Y", "M": "-P1M", "Q": "-P3M", "W": "-P1W", "D": "-P1D"}[unit]
            return _make(tokens, i, i + 3, "compare", shift=iso, unit=unit), i + 3
        return None
    at = i + 2
    if tokens.word(at) == "-":
        at += 1
    if tokens.word(at) not in ("ago", "earlier", "before", "previously"):
        return None
    if tokens.word(at) == "before" and tokens.word(at + 1) not in (".", ",", ";", "", ")", "to", "and"):
        return None
    iso = {"Y": "-P1Y", "M": "-P1M", "Q": "-P3M", "W": "-P1W", "D": "-P1D"}[unit]
    return _make(tokens, i, at + 1, "compare", shift=iso, unit=unit), at + 1


def _each(tokens: Tokens, i: int) -> tuple[When, int] | None:
    unit = _UNITS.get(tokens.word(i + 1))
    if unit is None:
        return None
    return _make(tokens, i, i + 2, "set", number=1 if unit != "Q" else 3, unit="M" if unit == "Q" else unit), i + 2


_READERS = {
    "month": _month, "weekday": _weekday, "number": _number, "near": _near, "today": _today, "fiscal": _fiscal,
    "quarter": _quarter, "edge": _edge, "same": _same, "article": _article, "each": _each, "code": _code,
    "ordinal": lambda tokens, i: _nth(tokens, i) or (_near(tokens, i) if tokens.words[i] in _NEAR else None),
}  # fmt: skip


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    lists = words("en").lists
    return frozenset(lists["future"]), frozenset(lists["base"])


def _based(tokens: Tokens, i: int) -> bool:
    """Is this what something is compared with? "from 4,864 in February 1986", "vs", "compared with"."""
    return any(tokens.word(back) in _lists()[1] for back in range(max(0, i - 6), i))


def _ahead(tokens: Tokens, i: int) -> bool:
    """Does the clause look ahead? "due April 2, 1992", "will open in May"."""
    for back in range(i - 1, max(-1, i - 13), -1):
        word = tokens.words[back]
        if (
            word in _lists()[0]
            and not (word == "by" and back < i - 2)
            and not (word == "may" and tokens.raw(back)[0].isupper())
        ):
            return True
        if word in (".", ";", "\n"):
            return False
    return False
