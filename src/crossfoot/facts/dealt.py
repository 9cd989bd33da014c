"""A sentence's levels and times come in; out goes which time falls to which level of a list that is dealt out.

"Net profit was 5.5, 6.0 and 6.5 million in 2021, 2022 and 2023 respectively", "2024年至2026年净利润分别为5,500万元、
6,000万元和6,500万元": a list of times as long as the list of figures, or one time that is as many years long.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from crossfoot import days
from crossfoot.facts.sentence import Sentence
from crossfoot.model import Period, Timex

JOINTS = frozenset({",", "and", "or", "、", "和", "及", "与"})
REACH = 40  # tokens between the word that deals and what it deals


def times(
    sentence: Sentence, cues: Sequence[int], levels: Sequence[int], dated: Sequence[int], *, before: bool
) -> dict[int, Period]:
    """By the token of a level: its period. `before`: the word that deals stands before its figures, as in Chinese."""
    found = dict[int, Period]()
    for cue in cues:
        figures = [run for run in _runs(sentence, levels, cue) if len(run) > 1]
        times_ = list(_runs(sentence, dated, cue))
        here = [run for run in figures if run[0] > cue] if before else [run for run in figures[::-1] if run[-1] < cue]
        for run in here[:1]:
            known = [list(_years(sentence, times, len(run))) for times in times_ if times[-1] < cue or not before]
            for periods in known[::-1]:
                if len(periods) == len(run):
                    found.update(zip(run, periods, strict=True))
                    break
    return found


def _runs(sentence: Sentence, places: Sequence[int], cue: int) -> Iterator[list[int]]:
    """The places near a word that only the marks of a list part from each other, list by list."""
    run = list[int]()
    for place in places:
        if not cue - REACH < place < cue + REACH:
            continue
        if run and not all(token.text in JOINTS for token in sentence.tokens[run[-1] + 1 : place]):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _years(sentence: Sentence, places: Sequence[int], count: int) -> Iterator[Period]:
    """The periods of a list of times; of a single one that lasts as many years, each."""
    periods = [m.value.period for i in places if (m := sentence.tokens[i].mention) and isinstance(m.value, Timex)]
    if len(periods) == 1 and count > 1 and periods[0] is not None:
        start, end = periods[0].start, periods[0].end
        if start and end and (end.year - start.year, end.month, end.day) == (count, start.month, start.day):
            for year in range(start.year, end.year):
                first = dt.date(year, start.month, start.day)
                yield days.period(first, dt.date(year + 1, start.month, start.day))
        return
    yield from (period for period in periods if period is not None)
