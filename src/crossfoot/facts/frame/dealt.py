"""A sentence's levels, times and names come in; out goes which of them falls to which level of a list dealt out.

"Net profit was 5.5, 6.0 and 6.5 million in 2021, 2022 and 2023 respectively", "2024年至2026年净利润分别为5,500万元、
6,000万元和6,500万元": a list of times as long as the list of figures, or one time that is as many years long. Names are
dealt out where they are counted or stand in a list: "霁州、汾阴两市房价分别下降0.3%和0.6%".
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from crossfoot import days
from crossfoot.facts.sentence import Sentence
from crossfoot.late import late
from crossfoot.lexicon import either, ending
from crossfoot.lexicon.counting import counting
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.model import Cue, Mention, Name, Period, Quantity, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

REACH = 40  # tokens between the word that deals and what it deals
NEAR = 8  # tokens between it and the first of its figures
LONGEST = 60  # characters of a list of names
LONGEST_LIST = 20  # tokens of figures that are dealt out
SHORT = 5  # characters of a name, where those beside it are no longer
_HAN = "一-鿿"
_LISTED = late(rf"[{_HAN}A-Za-z、]{{5,{LONGEST}}}$")


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


def sizes(frame: Frame, start: int, first: int, *, turning: bool = False) -> list[int]:
    """Where the figures of a list stand that a word between two tokens deals out: "分别增长3.1%、6.2%和5.4%".

    `turning`: words that say which way each went may stand between them, as the marks of a list do.
    """
    tokens = frame.sentence.tokens
    if frame.words.spaced or not frame.texts(start, first) & frame.words.respectively:
        return []
    found = list[int]()
    for index in range(first, min(first + LONGEST_LIST, len(tokens))):
        mention = tokens[index].mention
        value = mention.value if mention is not None else None
        if isinstance(value, Quantity):
            found.append(index)
        elif tokens[index].text in frame.words.joints:
            continue
        elif not (turning and isinstance(value, Cue) and value.kind == "direction"):
            break
    return found


def _runs(sentence: Sentence, places: Sequence[int], cue: int) -> Iterator[list[int]]:
    """The places near a word that only the marks of a list part from each other, list by list."""
    run, joints = list[int](), frame_words(sentence.lang).joints
    for place in places:
        if not cue - REACH < place < cue + REACH:
            continue
        if run and not all(token.text in joints for token in sentence.tokens[run[-1] + 1 : place]):
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


def counted(sentence: Sentence, index: int) -> tuple[str, ...]:
    """The names that a number behind them counts, without spaces: "霁州、汾阴 | 两市", "甲、乙 | 两家公司"."""
    text, token = sentence.document.text, sentence.tokens[index]
    return (
        _before(sentence, sentence.span.start, token.start) if _counting(sentence.lang).match(text, token.start) else ()
    )


@cache
def _counting(lang: str) -> re.Pattern[str]:
    """So many of those that things may be dealt out to."""
    rows = counting(lang)
    return re.compile(f"({either(rows.small)})(?:{either(rows.parties)})" if rows.parties else "(?!)")


@cache
def _lead(lang: str) -> re.Pattern[str]:
    """What stands before the first of a list."""
    return re.compile(f".*(?:{either(counting(lang).leads)})(?=..)")


def _before(sentence: Sentence, least: int, start: int) -> tuple[str, ...]:
    """The names of the list that ends where so many are counted, if they are as many."""
    number = counting(sentence.lang).small.get(sentence.document.text[start], 0)
    return _items(sentence, least, start, number)


def _items(sentence: Sentence, least: int, start: int, count: int) -> tuple[str, ...]:
    text, rows = sentence.document.text, counting(sentence.lang)
    found = _LISTED.search(text[max(least, start - LONGEST) : start])
    if found is None:
        return ()
    items = found[0].split("、")
    last = re.split(either(rows.joints) or "(?!)", items[-1], maxsplit=1)
    if len(items) != count and len(last) > 1 and all(len(name) > 1 for name in last):
        items[-1:] = last
    if len(items) != count or min(map(len, items)) < 2:
        return ()
    items[0] = _lead(sentence.lang).sub("", items[0])
    longest = max(map(len, items[1:]))
    if longest < SHORT < len(items[0]):
        items[0] = items[0][-longest:]
    return tuple(items)


def past(sentence: Sentence, first: int, last: int) -> int:
    """The token behind a list that is counted, between two: what is measured stands there."""
    if last <= first:
        return first
    text, since, end = sentence.document.text, sentence.tokens[first].start, sentence.tokens[last - 1].end
    for found in reversed(list(_counting(sentence.lang).finditer(text, since, end))):
        if _before(sentence, since, found.start()):
            return next((i for i in range(first, last) if sentence.tokens[i].start >= found.end()), first)
    return first


def whom(frame: Frame, index: int) -> str | None:
    """Whom a level is dealt out to behind 分别: "甲、乙分别被罚3,650万元和1,120万元"."""
    cues, levels = frame.layout.respectively, frame.layout.levels
    at = bisect_left(cues, index) - 1
    if at < 0:
        return None
    first = levels[bisect_left(levels, cues[at])] if bisect_left(levels, cues[at]) < len(levels) else index + 1
    if first > min(index, cues[at] + NEAR):
        return None
    run = frame.listed(first - 1)
    if index not in run or len(run) < 2:
        return None
    names = to(frame, cues[at], len(run))
    return names[run.index(index)] if names else None


def to(frame: Frame, cue: int, count: int) -> tuple[str, ...]:
    """The names of a list before a word that deals, as many as there are figures; those dealt out to last if none."""
    tokens = frame.sentence.tokens
    text, since, end = frame.sentence.document.text, frame.sentence.span.start, tokens[cue].start
    found = _counting(frame.sentence.lang).finditer(text, since, end)
    lists = [(m.start(), _before(frame.sentence, since, m.start())) for m in found]
    sure = [at for at, names in lists if len(names) == count]
    for group in frame.owners.groups:
        span = group[-1][1].span
        if group[-1][0] < cue and not any(span.start < at < span.end for at in sure):  # "北礁 | 两座机场" is no name
            lists.append((span.end, tuple(_entity(name) for _, name in group)))
    known = {*(frame.printed(name) for _, name in frame.sentence.names), *frame.sentence.place_words()}
    if not sure and known & {
        *(items := _items(frame.sentence, since, end, count))
    }:  # a list of names, though not all are known
        lists.append((end, tuple(_called(frame, item) for item in items)))
    lists = sorted((at, names) for at, names in lists if len(names) == count)
    if lists:
        frame.carried.dealt = lists[-1][1]
        return lists[-1][1]
    here = tokens[max(cue - NEAR, 0) : cue]
    listed = any(token.text in frame.words.joints - {","} for token in here)  # something else is dealt out to
    return frame.carried.dealt if len(frame.carried.dealt) == count and not listed else ()


def _called(frame: Frame, item: str) -> str:
    """A member of a list without what is said of it: "裕和医药 | 日前被监管部门", "禾安健康险 | 保费收入"."""
    begun = [name for _, name in frame.sentence.names if item.startswith(frame.printed(name))]
    if begun:
        return _entity(max(begun, key=lambda name: len(frame.printed(name))))
    lang = frame.sentence.lang
    measured = ending(item, tuple(metric_forms(lang)))
    counts = _counting(lang).search(item)
    short = item[: counts.start()] if counts is not None else item.removesuffix(measured)
    return short if len(short) > 1 else item


def _entity(mention: Mention) -> str:
    return mention.value.entity if isinstance(mention.value, Name) else ""
