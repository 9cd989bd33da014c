"""A proved figure and the printings that carry its number in; the stretches of time that it is told of, there another.

"Deliveries of 105,000 in the third quarter" where the source has them in the second. Only stretches of one sort are
held against each other: months, quarters, or what begins in one month and ends in others ("first half", "first nine
months"). Of which year they are may have been inferred, here as there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from crossfoot.lexicon.numerals import significant
from crossfoot.lexicon.words import in_any
from crossfoot.model import Mention, Report, Span, Timex
from crossfoot.verdicts.outside.called import Terms
from crossfoot.verdicts.outside.proofs import Proofs
from crossfoot.verdicts.outside.slipped import bare
from crossfoot.verdicts.outside.support import Match, Said

MOST = 2  # printings that carry a number: one that stands everywhere tells nothing
LEAST = 2  # digits of a number that two things hardly share
SHORTEST, LONGEST = 28, 340  # days: a month, less than a year

Months = tuple[int, int]  # the first and the last, of whatever year


def misdated(proofs: Proofs, said: Said, found: Sequence[tuple[Said, Match]]) -> tuple[Span, Said, Span] | None:
    """Where it says when, and the printing of a source that says it of another time of one sort, with where."""
    settings = proofs.settings
    here, carriers = settings.of[said], [other for other, how in found]
    mine, held = dict(_stretches(here.own)), [dict(_stretches(settings.of[it].own)) for it in carriers]
    if len(mine) != 1 or not all(held) or len(carriers) > MOST or significant(bare(said)[0]) < LEAST:
        return None
    own, around = next(iter(mine)), dict(_stretches(here.all))
    if any(not _alike(own, other) or other in around for months in held for other in months):
        return None
    first, there = _named(proofs, said, mine.values()), _named(proofs, carriers[0], held[0].values())
    if first is None or there is None:
        return None
    if _style(first) != _style(there) and fiscal((proofs.report, *proofs.against)):
        return None  # one is told by its number, the other by its months
    return first.span, carriers[0], there.span


def _style(mention: Mention) -> str:
    """Whether it is numbered, as quarters are, or told by its months."""
    period = mention.value.period if isinstance(mention.value, Timex) else None
    return "" if period is None else period.label[4:6]


def fiscal(reports: Iterable[Report]) -> bool:
    """Do they count from another month than January? Their second quarter may be the one to September."""
    return any(_words("fiscal").search(report.document.text) for report in reports)


def _stretches(terms: Terms) -> Iterator[tuple[Months, tuple[date, date]]]:
    for term in terms:
        match term:
            case "period", (date() as start, date() as end) if SHORTEST <= (end - start).days <= LONGEST:
                yield (start.month, (end - timedelta(1)).month), (start, end)


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
