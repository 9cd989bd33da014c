"""The tokens of an English sentence come in, its dates, periods, durations and comparatives go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from msgspec import structs

from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.words import words
from crossfoot.mentions.calendar_en import (
    MANY,
    NEAR,
    Hit,
    coded_part,
    dated_month,
    dated_weekday,
    day_first,
    ended_at,
    fiscal_year,
    iso_date,
    length_to,
    make,
    month_named,
    nth_part,
    part_code,
    plain_year,
    quarter_ended,
    year_number,
)
from crossfoot.mentions.outlook_en import ahead, ahead_of, aside, based, begun
from crossfoot.mentions.period import When

_UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "qtr": "Q", "year": "Y", "yr": "Y", "weekend": "W"}
_PREVIOUS = {"previous", "prior", "preceding"}
_BY = {"by", "before", "until", "till", "calendar"}
_EARLIER = {"period", "quarter", "month", "months", "half", "week", "level", "figure", "qtr", "time", "quarters"}
_HOURS = {"morning", "afternoon", "evening", "night"}
_TO = {"to", "-", "through", "until", "till", "thru", "~"}
_SAME = {"same", "corresponding", "comparable", "like", "equivalent", "similar"}
_WHOLE = {"straight", "consecutive", "successive", "full", "whole", "more", "further", "additional", "running"}
_LENGTH = {"zero", "nought", "$", "£", "€", "."}
_SO_FAR = {("so", "far"), ("thus", "far"), ("to", "date")}
_IN_A_YEAR = {"day", "month", "quarter", "half", "until"}  # what the same can be of in another year
_SINCE = {"day", "month", "quarter", "half", "year", "weekday", "relative"}
_SPANS = {"period", "quarter", "month", "time", "week", "day", "half", "date", "qtr", "point", "stage", "stretch"}


@cache
def _triggers() -> dict[str, str]:
    rows = words("en")
    table = dict.fromkeys(("first", "second", "third", "fourth", "last", "final"), "ordinal")
    table |= dict.fromkeys(NEAR, "near")
    table |= dict.fromkeys(rows.numbers, "number")
    table |= dict.fromkeys(rows.months, "month")
    table |= dict.fromkeys(rows.weekdays, "weekday")
    table |= dict.fromkeys(("end", "beginning", "start", "early", "late", "mid", "middle"), "edge")
    table |= dict.fromkeys(("year", "years", "month", "week", "decade", "ytd"), "edge")
    table |= dict.fromkeys(_SAME, "same")
    table |= {"yesterday": "today", "today": "today", "tomorrow": "today", "tonight": "today"}
    table |= {"fiscal": "fiscal", "fy": "fiscal", "financial": "fiscal", "calendar": "fiscal", "q": "code", "h": "code"}
    table |= {
        "a": "article",
        "an": "article",
        "the": "article",
        "every": "each",
        "each": "each",
        "once": "often",
        "twice": "often",
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
    tokens = tokens.plain()
    table, past = _triggers(), 0
    for i in tokens.at(table):
        if i < past or taken[i]:
            continue
        word = tokens.words[i]
        hit = _expression(tokens, i, "number" if "0" <= word[0] <= "9" else table[word])
        if hit is None or any(taken[i : hit[1]]):
            continue
        when, past = hit
        when.base = based(tokens, i)
        when.future = ahead(tokens, i) or ahead_of(tokens, when, past)
        said = when.what in ("day", "weekday", "relative")
        when.aside = aside(tokens, i, past) if said else begun(tokens, i, past)
        opened = tokens.word(i - 2 if tokens.word(i - 1) == "the" else i - 1) == "since"
        if (
            opened
            and when.what in _SINCE
            and when.edge in ("", "begin")
            and tokens.words[i] not in ("early", "late", "mid")
        ):
            when.edge = "since"
        if (when.what, when.unit, when.offset, when.edge) == ("relative", "Y", 0, ""):
            past = _so_far(tokens, when, i, past)
        if found and _goes_on(tokens, found[-1], when, i):
            when = structs.replace(found[-1], year=when.year, start=when.start, end=when.end, text=when.text)
        if found and _said_again(tokens, found[-1], when, i):
            found[-1] = structs.replace(when, start=found[-1].start, end=found[-1].end, text=found[-1].text)
        found.append(when)
    return found


def _goes_on(tokens: Tokens, last: When, when: When, i: int) -> bool:
    """ "at December 31, 2012 and 2011", "in March 2020, 2019 and 2018": the same day or month of another year."""
    if when.what != "year" or when.edge or last.year is None or last.what not in _IN_A_YEAR:
        return False
    joined = tokens.word(i - 1) == "and"
    at = i - 1 if joined else i
    at -= tokens.word(at - 1) == ","
    listed = joined or (tokens.word(i + 1) in (",", "and") and year_number(tokens, i + 2) is not None)
    return listed and at < i and tokens.ends[at - 1] == last.end and tokens.word(i + 1) not in _TO


def _so_far(tokens: Tokens, when: When, i: int, stop: int) -> int:
    """ "so far this year", "this year to date": no more of it than has passed; gives where the expression ends."""
    first = i - 2 if (tokens.word(i - 2), tokens.word(i - 1)) in _SO_FAR else i
    last = stop + 2 if (tokens.word(stop), tokens.word(stop + 1)) in _SO_FAR else stop
    if (first, last) != (i, stop):
        when.edge, when.text = "to date", " ".join(tokens.words[first:last])
        when.start, when.end = tokens.starts[first], tokens.ends[last - 1]
    return last


def _said_again(tokens: Tokens, last: When, when: When, i: int) -> bool:
    """ "Q3FY26 (October-December 2025)", "Q2 FY19, the three months ended June 30": a fiscal part and its months."""
    months = {"quarter": 3, "half": 6, "year": 12}.get(last.what)
    if months is None or when.what not in ("range", "until"):
        return False
    at = i - 2 if tokens.word(i - 1) == "the" else i - 1
    if tokens.word(at) not in (",", "(") or tokens.ends[at - 1] != last.end:
        return False
    if when.what == "until":
        return when.number * (12 if when.unit == "Y" else 1) == months
    low, high = when.low, when.high
    if low is None or high is None or not low.month or not high.month or low.what != "month":
        return False
    return (high.month - low.month) % 12 + 1 == months


def _expression(tokens: Tokens, i: int, kind: str) -> Hit | None:
    """One expression at token `i`: a point or period, or a range of two."""
    hit = _point(tokens, i, kind)
    if hit is None:
        return None
    when, stop = hit
    joint = tokens.word(stop)
    if joint == "," and tokens.word(i - 1) == "between" and tokens.word(stop + 1) == "and":
        stop, joint = stop + 1, "and"
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
        second = _point(tokens, at, second_kind) if second_kind and tokens.word(at) != "the" else None
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
            return make(tokens, i, second[1], "range", low=when, high=high), second[1]
    return hit


def _day_to_day(tokens: Tokens, i: int, when: When, at: int) -> Hit | None:
    """ "May 4-8", "May 4-8, 2020"."""
    day = int(tokens.word(at))
    if not (when.day or 0) < day <= 31:
        return None
    stop, year = at + 1, None
    comma = stop + 1 if tokens.word(stop) == "," else stop
    if year_number(tokens, comma) is not None:
        year, stop = year_number(tokens, comma), comma + 1
    when.year = year
    high = make(tokens, at, stop, "day", year=year, month=when.month, day=day)
    return make(tokens, i, stop, "range", low=when, high=high, year=year), stop


def _point(tokens: Tokens, i: int, kind: str) -> Hit | None:
    reader = _READERS.get(kind)
    return reader(tokens, i) if reader is not None else None


def _number(tokens: Tokens, i: int) -> Hit | None:
    """What a number can open: an ISO date, a year, a day before its month, "1Q20", "nine months", "five years ago"."""
    word = tokens.words[i]
    if word[0].isdigit():
        if (
            tokens.touches(i)
            and tokens.word(i - 1) in ("$", "£", "€", "#", "/", ".", "-", "¥")
            and tokens.word(i - 1) != "-"
        ):
            return None
        hit = iso_date(tokens, i) or coded_part(tokens, i) or day_first(tokens, i) or plain_year(tokens, i)
        hit = hit or _days_of_month(tokens, i)
        if hit is not None:
            return hit
    if word in words("en").ordinals or word.isdecimal() or word in words("en").numbers:
        return nth_part(tokens, i) or length_to(tokens, i) or _some_ago(tokens, i)
    return None


def _days_of_month(tokens: Tokens, i: int) -> Hit | None:
    """ "3-14 July", "from 3 to 14 July 2024", "between 3 and 14 July"."""
    word, joint, before = tokens.words[i], tokens.word(i + 1), tokens.word(i - 1)
    ranged = joint in ("-", "–") or (joint == "to" and before in ("from", "of", ",", "("))
    if not (ranged or (joint == "and" and before == "between")) or len(word) > 2 or not tokens.word(i + 2).isdecimal():
        return None
    hit = day_first(tokens, i + 2) if word.isdecimal() else None
    if hit is None or hit[0].what != "day" or not 0 < int(word) < (hit[0].day or 0):
        return None
    high, stop = hit
    low = make(tokens, i, i + 1, "day", year=high.year, month=high.month, day=int(word))
    return make(tokens, i, stop, "range", low=low, high=high, year=high.year), stop


def _some_ago(tokens: Tokens, i: int) -> Hit | None:
    """ "two years ago", "three months earlier", "five years": a point so far back, or a duration."""
    word, at = tokens.words[i], i + 1
    hyphen = tokens.word(at) == "-" and tokens.touches(at) and tokens.touches(at + 1)
    at += hyphen or tokens.word(at) in _WHOLE
    unit = MANY.get(tokens.word(at))
    if unit is None or not _LENGTH.isdisjoint((word, tokens.word(i - 1))):
        return None
    number = int(word) if word.isdecimal() and len(word) < 4 else words("en").numbers.get(word, 0)
    if not number:
        return None
    if tokens.word(at).startswith("decade"):
        number *= 10
    after = tokens.word(at + 1)
    if hyphen:
        if unit == "Q" or (after == "-" and tokens.word(at + 2) == "old"):
            return None  # "three-quarters", "two-year-old"
        return _length(tokens, i, at + 1, "duration", number, unit)
    if after in ("ago", "earlier", "before", "previously"):
        iso = f"-P{number * (3 if unit == 'Q' else 1)}{'M' if unit == 'Q' else unit}"
        if unit in ("H", "TM"):
            return None
        if after == "ago":
            return make(tokens, i, at + 2, "relative", unit=unit, offset=-number), at + 2
        return make(tokens, i, at + 2, "compare", shift=iso, unit=unit), at + 2
    if tokens.word(at).endswith("s") and tokens.word(at) != "qtrs" and not (unit == "Q" and after == "of"):
        if word == "one":
            return None
        return _length(tokens, i, at + 1, "duration", number, unit)
    return None


def _near(tokens: Tokens, i: int) -> Hit | None:
    """ "last month", "this year", "the past five years", "last December", "previous quarter"."""
    word = tokens.words[i]
    offset = NEAR[word]
    name = tokens.word(i + 1)
    if name in ("fiscal", "financial", "calendar") and tokens.word(i + 2) in ("year", "quarter"):
        unit = "Y" if tokens.word(i + 2) == "year" else "Q"
        if word in _PREVIOUS:
            return make(tokens, i, i + 3, "compare", shift="-P1Y" if unit == "Y" else "-P3M", unit=unit), i + 3
        return make(tokens, i, i + 3, "relative", unit=unit, offset=offset), i + 3
    if name == "-" and word in _PREVIOUS and tokens.word(i + 2) in ("year", "quarter", "month"):
        stop = i + 3 + (tokens.word(i + 3) in _SPANS and tokens.word(i + 3) != "date")
        shift = {"year": "-P1Y", "quarter": "-P3M", "month": "-P1M"}[tokens.word(i + 2)]
        return make(tokens, i, stop, "compare", shift=shift, unit=_UNITS[tokens.word(i + 2)]), stop
    if name in _UNITS:
        return _near_unit(tokens, i, name)
    if word in ("last", "this", "next", "past") and name in words("en").months:
        named = month_named(tokens, i + 1)
        if named is not None:
            month, stop = named
            if tokens.word(stop).isdecimal() and len(tokens.word(stop)) < 3:
                return None
            return make(tokens, i, stop, "relative", month=month, unit="M", offset=offset), stop
    if word in ("last", "this", "next", "past") and name in words("en").weekdays and tokens.raw(i + 1)[0].isupper():
        return make(tokens, i, i + 2, "weekday", weekday=words("en").weekdays[name], unit="D", offset=offset), i + 2
    if name in _HOURS and (word == "this" or (word == "last" and name == "night")):
        return make(tokens, i, i + 2, "relative", unit="D", offset=offset), i + 2
    if name == "decade" and word != "this":
        return make(tokens, i, i + 2, "last", number=10, unit="Y", offset=offset), i + 2
    return _near_many(tokens, i, name) or (nth_part(tokens, i) if word == "last" else None)


def _near_unit(tokens: Tokens, i: int, name: str) -> Hit | None:
    """ "last month", "the previous quarter", "the prior-year period"."""
    word, unit = tokens.words[i], _UNITS[name]
    if name in ("quarter", "half") and word == "last" and tokens.word(i + 2) in ("of", "in"):
        part = nth_part(tokens, i)
        if part is not None and (part[0].year is not None or part[0].offset):
            return part
    if word in ("previous", "prior", "preceding") and tokens.word(i - 1) in ("the", "from", "than") and unit != "D":
        iso = {"W": "-P1W", "M": "-P1M", "Q": "-P3M", "Y": "-P1Y"}[unit]
        stop = i + 2
        if (unit == "Y" and tokens.word(stop) == "'s") or (
            name == "year" and tokens.word(stop) in ("period", "quarter", "level", "figure")
        ):
            stop += tokens.word(stop) in ("period", "quarter")
        return make(tokens, i, stop, "compare", shift=iso, unit=unit, offset=-1), stop
    if name == "day" and word in ("last", "past"):
        return None
    return make(tokens, i, i + 2, "relative", unit=unit, offset=NEAR[word]), i + 2


def _near_many(tokens: Tokens, i: int, name: str) -> Hit | None:
    """ "the past five years", "the last two quarters of 2019", "the previous three months"."""
    word, offset = tokens.words[i], NEAR[tokens.words[i]]
    count = int(name) if name.isdecimal() and len(name) < 4 else words("en").numbers.get(name, 0)
    unit = MANY.get(tokens.word(i + 2), "")
    verb = word == "last" and tokens.word(i - 1) in ("will", "to", "would", "can", "could", "may", "should")
    if not count or not unit or unit in ("H", "TM") or word == "this" or verb:
        return None
    number = count * (10 if tokens.word(i + 2).startswith("decade") else 1)
    months, of_months = (number * 3, "M") if unit == "Q" else (number, unit)
    if word in _PREVIOUS:
        shift = f"-P{months}{of_months}"
        return make(tokens, i, i + 3, "compare", shift=shift, unit=unit, number=number, offset=-1), i + 3
    if word == "last" and unit in ("M", "Q") and tokens.word(i + 3) in ("of", "in"):
        year = year_number(tokens, i + 4)
        if year is not None:
            return make(tokens, i, i + 5, "until", year=year, month=12, number=months, unit="M"), i + 5
    ended = ended_at(tokens, i, i + 3, months, of_months)
    if ended is not None and offset < 0:
        return ended
    return make(tokens, i, i + 3, "last", number=number, unit=unit, offset=offset), i + 3


def _today(tokens: Tokens, i: int) -> Hit | None:
    offset = {"yesterday": -1, "tomorrow": 1}.get(tokens.words[i], 0)
    return make(tokens, i, i + 1, "relative", unit="D", offset=offset), i + 1


def _edge(tokens: Tokens, i: int) -> Hit | None:
    """ "end of March", "mid-2020", "early April", "beginning of the year", "year ended June 30", "year-end 2019"."""
    word = tokens.words[i]
    if word in ("year", "ytd"):
        return _year_words(tokens, i)
    if word in ("decade", "years"):
        return ended_at(tokens, i, i + 1, 10 if word == "decade" else 1, "Y")
    if word in ("month", "week"):
        closed = tokens.word(i + 1) in ("ended", "ending") or (word == "week" and tokens.word(i + 1) == "to")
        return ended_at(tokens, i, i + 1, 1, _UNITS[word]) if closed else None
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
        return make(tokens, i, at + 1, "relative", unit=_UNITS[name], offset=0, edge=edge), at + 1
    return None


def _year_words(tokens: Tokens, i: int) -> Hit | None:
    """ "year ended June 30", "year-earlier quarter", "year-ago", "year-end 2019", "year before"."""
    ended = ended_at(tokens, i, i + 1, 1, "Y")
    if ended is not None:
        return ended
    gap = 2 if tokens.word(i + 1) == "-" else 1
    if tokens.words[i] == "ytd" or (tokens.word(i + gap) == "to" and tokens.word(i + 2 * gap) == "date"):
        stop = i + 1 if tokens.words[i] == "ytd" else i + 2 * gap + 1
        return make(tokens, i, stop, "relative", unit="Y", edge="to date"), stop
    at = i + gap
    word = tokens.word(at)
    if word in ("earlier", "ago"):
        stop = at + 1
        stop += tokens.word(stop) in _EARLIER
        return make(tokens, i, stop, "compare", shift="-P1Y", unit="Y"), stop
    if word == "end" and year_number(tokens, at + 1) is not None:
        return make(tokens, i, at + 2, "year", year=int(tokens.word(at + 1)), edge="end"), at + 2
    if word == "end" and tokens.word(i - 1) in _BY and tokens.word(at + 1) != "-":
        return make(tokens, i, at + 1, "relative", unit="Y", offset=0, edge="end"), at + 1
    if word in ("before", "previously") and tokens.word(i - 1) == "the":
        return make(tokens, i, at + 1, "compare", shift="-P1Y", unit="Y"), at + 1
    if year_number(tokens, i + 1) is not None:
        return make(tokens, i, i + 2, "year", year=int(tokens.word(i + 1))), i + 2
    return None


def _same(tokens: Tokens, i: int) -> Hit | None:
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
        return make(tokens, i, stop, "compare", shift=iso, unit="Y"), stop
    if year_number(tokens, at) is not None:
        return make(
            tokens, i, at + 1, "compare", shift=f"to {tokens.word(at)}", year=int(tokens.word(at)), unit="Y"
        ), at + 1
    return None


def _article(tokens: Tokens, i: int) -> Hit | None:
    """ "a year ago", "a year earlier", "a month earlier", "the year before"; other articles open nothing."""
    word = tokens.words[i]
    unit = _UNITS.get(tokens.word(i + 1))
    if unit is None or word == "the":
        if word == "the" and unit and tokens.word(i + 2) in ("before", "earlier"):
            iso = {"Y": "-P1Y", "M": "-P1M", "Q": "-P3M", "W": "-P1W", "D": "-P1D"}[unit]
            return make(tokens, i, i + 3, "compare", shift=iso, unit=unit), i + 3
        return None
    at = i + 2
    if tokens.word(at) == "-":
        at += 1
    if tokens.word(at) not in ("ago", "earlier", "before", "previously"):
        return None
    if tokens.word(at) == "before" and tokens.word(at + 1) not in (".", ",", ";", "", ")", "to", "and"):
        return None
    iso = {"Y": "-P1Y", "M": "-P1M", "Q": "-P3M", "W": "-P1W", "D": "-P1D"}[unit]
    return make(tokens, i, at + 1, "compare", shift=iso, unit=unit), at + 1


def _each(tokens: Tokens, i: int) -> Hit | None:
    unit = _UNITS.get(tokens.word(i + 1))
    if unit is None:
        many = tokens.word(i + 1)
        number = int(many) if many.isdecimal() and len(many) < 4 else words("en").numbers.get(many, 0)
        unit = MANY.get(tokens.word(i + 2), "H")
        if tokens.words[i] != "every" or not number or unit in ("H", "TM"):
            return None
        return _length(tokens, i, i + 3, "set", number, unit)
    return _length(tokens, i, i + 2, "set", 1, unit)


def _length(tokens: Tokens, i: int, stop: int, what: str, number: int, unit: str) -> Hit:
    """So many units; quarters are counted in months, as ISO 8601 has none."""
    quarters = unit == "Q"
    return make(tokens, i, stop, what, number=number * (3 if quarters else 1), unit="M" if quarters else unit), stop


def _often(tokens: Tokens, i: int) -> Hit | None:
    """ "twice a week", "once every year": so often, again and again."""
    at = i + 1
    unit = _UNITS.get(tokens.word(at + 1)) if tokens.word(at) in ("a", "per", "each", "every") else None
    if unit is None or tokens.word(at + 2) in ("ago", "earlier", "before"):
        return None
    return make(tokens, i, at + 2, "set"), at + 2


def _ordinal(tokens: Tokens, i: int) -> Hit | None:
    return nth_part(tokens, i) or (_near(tokens, i) if tokens.words[i] in NEAR else None)


_READERS: dict[str, Callable[[Tokens, int], Hit | None]] = {
    "month": dated_month,
    "weekday": dated_weekday,
    "number": _number,
    "near": _near,
    "today": _today,
    "fiscal": fiscal_year,
    "quarter": quarter_ended,
    "edge": _edge,
    "same": _same,
    "article": _article,
    "each": _each,
    "often": _often,
    "code": part_code,
    "ordinal": _ordinal,
}
