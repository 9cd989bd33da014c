"""A proved figure and the printings that carry its number in; the stretches of time that it is told of, there another.

"Deliveries of 105,000 in the third quarter" where the source has them in the second. Only stretches of one sort are
held against each other: months, quarters, or what begins in one month and ends in others ("first half", "first nine
months"). Of which year they are may have been inferred, here as there; so years are held against each other where both
sides write them out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.numerals import significant
from crossfoot.lexicon.words import in_any
from crossfoot.model import Mention, Report, Span, Timex
from crossfoot.verdicts.outside.called import Terms
from crossfoot.verdicts.outside.proofs import Proofs
from crossfoot.verdicts.outside.slipped import bare
from crossfoot.verdicts.outside.support import Match, Said

MOST = 2  # printings that carry a number: one that stands everywhere tells nothing
LEAST = 2  # digits of a number that two things hardly share
CLAUSE = late(r"[,;:，；：。、()（）]|\b(?:and|but|while)\b")
STOP = late(r"[.!?]\s|[。！？\n]")
BACK = 240  # characters in front of a sentence in which one may stand that goes on behind a semicolon
PARTED = late(r";")
YEAR = late(r"(?:in |全)?((?:19|20)[0-9]{2}) ?年?(?:全年|度)?")
NEAR = 20  # characters in front of a year that say what it is
SINCE = late(
    r"\b(?:since|by|until|till|before|after|from|to|through|than|(?:founded|opened|set up|started) in) $"
    r"|[于自从到至比较距]$",
    re.IGNORECASE,
)
GOES_ON = late(r" ?(?:onwards|season|budget|model)\b|起|以来|之?[前后]|[以底末初]|[-–/][0-9]")
OPENS = late(r"(?:^|[.!?]\s|[。！？\n；])\s*(?:In |For |During |Over |[\u4e00-\u9fff]{2,14})?$", re.IGNORECASE)
SHORTEST, LONGEST = 28, 340  # days: a month, less than a year

Months = tuple[int, int]  # the first and the last, of whatever year


def misdated(proofs: Proofs, said: Said, found: Sequence[tuple[Said, Match]]) -> tuple[Span, Said, Span] | None:
    """Where it says when, and the printing of a source that says it of another time of one sort, with where."""
    settings = proofs.settings
    here, carriers = settings.of[said], [other for other, how in found]
    mine, held = _told(proofs, said), [_told(proofs, it) for it in carriers]
    if len(carriers) > MOST:
        return None
    if len(mine) != 1 or not all(held):
        return _of_years(proofs, said, carriers)
    own, around = next(iter(mine)), dict(_stretches(here.all))
    if any(not _alike(own, other) or other in around for months in held for other in months):
        return None
    first, there = _named(proofs, said, mine.values()), _named(proofs, carriers[0], held[0].values())
    if first is None or there is None:
        return None
    short = significant(bare(said)[0]) < LEAST  # it tells little by itself
    if short and not (_things(proofs, said, carriers) and _reaches(proofs, said, first)):
        return None
    if _style(first) != _style(there) and fiscal((proofs.report, *proofs.against)):
        return None  # one is told by its number, the other by its months
    if _says(proofs.report, first) in _says(carriers[0].source, there):
        return None  # "its third quarter", "its third quarter ended February 28"
    return first.span, carriers[0], there.span


def _says(report: Report, mention: Mention) -> str:
    return report.document.text[mention.span.start : mention.span.end].lower()


def _told(proofs: Proofs, said: Said) -> dict[Months, tuple[date, date]]:
    """Of what time it is: by its own words, or by those in front of it that its stretch goes on from."""
    setting = proofs.settings.of[said]
    text, (start, _) = proofs.settings.texts[id(said.source)], setting.stretch
    return dict(_stretches(setting.own)) or dict(_stretches(text.terms(start, said.span.start)))


def _things(proofs: Proofs, said: Said, carriers: Sequence[Said]) -> Terms:
    """The names and things that it is told of, here as there."""
    both = frozenset.intersection(*(proofs.settings.of[one].own for one in (said, *carriers)))
    return frozenset(term for term in both - proofs.settings.topic if term[0] in ("name", "thing"))


def _of_years(proofs: Proofs, said: Said, carriers: Sequence[Said]) -> tuple[Span, Said, Span] | None:
    """The year that it is told of, where every source that has its number tells it of another."""
    if fiscal((proofs.report, *proofs.against)) or significant(bare(said)[0]) < LEAST:
        return None
    mine, theirs = _year(proofs, said), [_year(proofs, one) for one in carriers]
    if mine is None or not all(theirs):
        return None
    there = [mention for mention in theirs if mention is not None]
    own = {_written(said.source, mine)}
    around = {_written(said.source, mention) for mention in _times(proofs, said)}
    years = {_written(one.source, mention) for one, mention in zip(carriers, there, strict=True)}
    return None if None in own | years or years & around else (mine.span, carriers[0], there[0].span)


def _year(proofs: Proofs, said: Said) -> Mention | None:
    """The year that it is told of: the only one of its clause, or else the one that its sentence opens with."""
    times = _times(proofs, said)
    own = [period for period in _periods(proofs.settings.of[said].own) if (period[1] - period[0]).days >= SHORTEST]
    beside = [m for m in times if (m.value.period.start, m.value.period.end) in own]  # type: ignore[union-attr, operator]
    if own:
        return beside[0] if len(beside) == len(own) == 1 and _reaches(proofs, said, beside[0]) else None
    return times[0] if times and _alone_in_front(proofs, said, times) else None


def _reaches(proofs: Proofs, said: Said, time: Mention) -> bool:
    """Is it said of this figure: in front of it with no other between, or right behind a level?"""
    text = said.source.document.text
    if time.span.start > said.span.end:
        return said.quantity.change is None and CLAUSE.search(text, said.span.end, time.span.start) is None
    between = (one for one in proofs.settings.of[said].beside if time.span.end <= one.span.start < said.span.start)
    return next(between, None) is None and PARTED.search(text, time.span.end, said.span.start) is None


def _alone_in_front(proofs: Proofs, said: Said, times: Sequence[Mention]) -> bool:
    """Does the first of the times stand in front of all figures, and nothing part this one from it?"""
    first, rest = times[0].span, [m.span for m in times[1:] if _written(said.source, m) is not None]  # not "last year"
    if not OPENS.search(said.source.document.text[max(0, first.start - NEAR) : first.start]):
        return False
    if any(one.span.start < first.end for one in (said, *proofs.settings.of[said].beside)):
        return False
    between = PARTED.search(said.source.document.text, first.end, said.span.start)
    return between is None and not any(other.end <= said.span.start for other in rest)


def _times(proofs: Proofs, said: Said) -> list[Mention]:
    """The stretches of time that its sentence names, and what stands before it but for a semicolon."""
    sentence, text = proofs.settings.of[said].sentence, proofs.settings.texts[id(said.source)]
    begin = max(0, sentence.start - BACK)
    first = max((match.end() for match in STOP.finditer(text.text, begin, sentence.start)), default=begin)
    near = text.told[bisect_left(text.starts, first) : bisect_left(text.starts, sentence.end)]
    return [
        m
        for m in near
        if isinstance(m.value, Timex)
        and m.value.period is not None
        and m.value.period.start is not None
        and m.value.period.end is not None
    ]


def _written(report: Report, mention: Mention) -> str | None:
    """The year that is written out, where it is one as a whole and not only where something began or ends."""
    text, (start, end) = report.document.text, (mention.span.start, mention.span.end)
    said = YEAR.fullmatch(text, start, end)
    bound = SINCE.search(text[max(0, start - NEAR) : start]) or GOES_ON.match(text, end)
    return None if said is None or bound else said.group(1)


def _style(mention: Mention) -> str:
    """Whether it is numbered, as quarters are, or told by its months."""
    period = mention.value.period if isinstance(mention.value, Timex) else None
    return "" if period is None else period.label[4:6]


def fiscal(reports: Iterable[Report]) -> bool:
    """Do they count from another month than January? Their second quarter may be the one to September."""
    return any(_words("fiscal").search(report.document.text) for report in reports)


def _stretches(terms: Terms) -> Iterator[tuple[Months, tuple[date, date]]]:
    for start, end in _periods(terms):
        if SHORTEST <= (end - start).days <= LONGEST:
            yield (start.month, (end - timedelta(1)).month), (start, end)


def _periods(terms: Terms) -> Iterator[tuple[date, date]]:
    for term in terms:
        match term:
            case "period", (date() as start, date() as end):
                yield start, end


def _alike(one: Months, other: Months) -> bool:
    """Are they as long, or do both begin in January, as what is told to date does?"""
    if one == other:
        return False
    return (one[1] - one[0]) % 12 == (other[1] - other[0]) % 12 or (one[0] == other[0] and one[1] > one[0] < other[1])


def _named(proofs: Proofs, said: Said, periods: Collection[tuple[date, date]]) -> Mention | None:
    """Where its sentence names one of them, and not by the day of the text ("last month")."""
    sentence, text = proofs.settings.of[said].sentence, said.source.document.text
    for mention in said.source.found.mentions:
        value, span = mention.value, mention.span
        if isinstance(value, Timex) and value.period and sentence.start <= span.start < sentence.end:
            both = value.period.start, value.period.end
            if both in periods and not _words("pointing").search(text, span.start, span.end):
                return mention
    return None


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(in_any(name), re.IGNORECASE)
