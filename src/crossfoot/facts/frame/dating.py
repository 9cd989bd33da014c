"""When a figure was so.

A frame and the token of a figure come in; its period goes out: named behind it in its clause, else before it, else the
one carried. A level that is only there to be compared with ("against 1,137", "a year earlier it was 1,137") is told
apart here too.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from crossfoot import days
from crossfoot.facts.sentence.layout import WINDOW, backwards, between, following
from crossfoot.lexicon import union
from crossfoot.lexicon.metrics import metric, metric_forms
from crossfoot.model import Cue, Figure, Period, Quantity, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

_SPOKEN = 8  # tokens behind a figure in which it is said to be of "the quarter"
NOW = 40  # tokens before a figure in which it is said that it is of now
_NEAR = 3  # tokens between "against" and the time of what stands behind it
_TOLD = 8  # tokens behind a figure in which somebody reports it
_OPENED = 10  # tokens of a sentence in which a bracket may date it: "国庆档（10月1日至8日）总票房"
_CURRENT = 8  # and in its clause, that it is of this month
_VERB = 4  # tokens between the verb of what goes on and its figure
BESIDE = 10  # tokens in a phrase between "against" and its figure
SEASON = 100  # days: what prices moved over is longer than a quarter


def period(frame: Frame, index: int, ahead: bool = False) -> Period | None:
    """The period of a level: named behind it in its clause, else before it, else the one carried.

    What is yet to come (`ahead`) goes on from what was last said of that kind.
    """
    if index in frame.layout.dealt:
        return frame.layout.dealt[index]
    where = _when(frame, index)
    if frame.words.as_now and _as_now(frame, index, where):
        published = frame.sentence.document.published
        return days.period(published, published + days.DAY) if published is not None else None
    if frame.words.current and _current(frame, index, where):
        published = frame.sentence.document.published
        month = published.replace(day=1) if published is not None else None
        return days.period(month, (month + dt.timedelta(days=32)).replace(day=1)) if month is not None else None
    if (meant := _meant(frame, index, where)) is not None:
        return meant
    if where is None:
        known = frame.carried.ahead if ahead and frame.words.spaced else None
        return _lasting(frame, index) or known or _then(frame, index) or frame.carried.period
    named = _dealt(frame, index, where) or _back(frame, index, where) or _until(frame, where) or own(frame, where)
    return _same_month(frame, where, named) or _reported(frame, where) or named


def _until(frame: Frame, where: int) -> Period | None:
    """What there was of a year up to a day: "截至11月底，今年 | 累计交付198,600辆"."""
    year, text = own(frame, where), frame.sentence.document.text
    if not frame.words.as_of or year is None or year.start is None or year.end is None:
        return None
    if days.unit_days(year.start, "Y") != (year.start, year.end):
        return None
    for i in backwards(frame.layout.dated, where, where - BESIDE):
        day, end = own(frame, i), frame.sentence.tokens[i].start
        said = text.endswith(tuple(frame.words.as_of), frame.sentence.span.start, end)
        if said and day is not None and day.end is not None and year.start < day.end <= year.end:
            return days.period(year.start, day.end)
    return None


def _then(frame: Frame, index: int) -> Period | None:
    """A time before of which nobody knows when it was: "去年同期新签39亿元" is of no time that something else is of."""
    for token in reversed(frame.sentence.tokens[max(index - BESIDE, 0) : index]) if not frame.words.spaced else ():
        value = token.mention.value if token.mention is not None else None
        if isinstance(value, Timex) and value.shift is not None and value.period is None and value.kind == "period":
            return Period(None, None, frame.printed(token.mention))  # type: ignore[arg-type]
        if token.mention is not None or token.text in (",", ";"):
            return None
    return None


def _reported(frame: Frame, where: int) -> Period | None:
    """The same stretch a year before, of what a report is about: "三季报显示，营收66.4亿元，上年同期为63.5亿元"."""
    mention, stretch = frame.sentence.tokens[where].mention, frame.carried.period
    value = mention.value if mention is not None else None
    if not isinstance(value, Timex) or value.shift is None or value.granularity is None or stretch is None:
        return None  # one without a granularity is counted from what was spoken of
    return days.shifted(stretch, value.shift) if not frame.words.spaced and value.shift != "previous" else None


def _same_month(frame: Frame, where: int, year: Period | None) -> Period | None:
    """The month of last year that two times name together: "the January surplus last year"."""
    if not frame.words.spaced or year is None or year.start is None or year.end is None or (
        days.unit_days(year.start, "Y") != (year.start, year.end)
    ):  # fmt: skip
        return None
    for i in backwards(frame.layout.dated, where, where - BESIDE):
        month = own(frame, i)
        parted = between(frame.layout.levels, i, where) or between(frame.layout.ends, i, where)
        if parted or month is None or month.start is None or month.start.year != year.start.year + 1:
            return None
        if days.unit_days(month.start, "M") == (month.start, month.end):
            return days.shifted(month, "-P1Y")
    return None


def _meant(frame: Frame, index: int, where: int | None) -> Period | None:
    """The stretch that "in the quarter" points back to: the last of that length, else the one that ended last."""
    tokens, spans = frame.sentence.tokens, frame.words.lengths
    if frame.sentence.present.isdisjoint(spans):
        return None
    near = range(max(frame.reach(index), index - WINDOW), min(index + _SPOKEN, len(tokens) - 1))
    for i in near:
        months = spans.get(tokens[i].text)
        if months is None or tokens[i].mention is not None or i < 2 or tokens[i - 1].text != "the":
            continue
        if tokens[i - 2].text not in frame.words.within or (
            i > index and any(tokens[k].text in ",;" for k in range(index, i))
        ):
            continue
        if where is not None and index < i < where:
            continue
        known = [f.period for f in frame.carried.levels if f.period is not None]
        own_ = own(frame, where) if where is not None and where < i else None
        for known_ in (own_, frame.carried.headed.period, frame.carried.period, *reversed(known)):
            if (found := days.within(known_, months)) is not None:
                return found
    return None


def ended(frame: Frame, index: int, found: Period | None) -> Period | None:
    """The last day of what is spoken of: "期末净资产1.12亿元"."""
    if not frame.words.at_end or found is None or found.end is None or _a_day(found):
        return found
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    for i in range(index - 1, max(index - _CURRENT, 0) - 1, -1):
        if tokens[i].text in ",;。":
            break
        if text.startswith(frame.words.at_end, tokens[i].start):
            frame.closing = True
            return days.period(found.end - days.DAY, found.end)
    return found


def _dealt(frame: Frame, index: int, where: int) -> Period | None:
    """One year of several that a list is dealt out to: "2023年至2025年净利润分别不低于1亿元、1.3亿元和1.6亿元"."""
    cue = next(iter(between(frame.layout.respectively, where, index)), None)
    named = own(frame, where) if cue is not None and frame.words.time_first else None
    if cue is None or named is None or named.start is None or named.end is None:
        return None
    years = range(named.start.year, named.end.year)
    whole = (named.start.month, named.start.day, named.end.month, named.end.day) == (1, 1, 1, 1)
    listed = frame.listed(cue) if whole and len(years) > 1 else []
    if index not in listed or len(listed) != len(years):
        return None
    year = years[listed.index(index)]
    return days.period(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))


def _as_now(frame: Frame, index: int, where: int | None) -> bool:
    """Is a figure of the day on which it is told: "截至公告日，林某持有1,587万股", "目前员工2150人"?"""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    since = tokens[max(index - NOW, 0 if where is None else min(where, index))].start
    return any(word in text[since : tokens[index].start] for word in frame.words.as_now)


def _current(frame: Frame, index: int, where: int | None) -> bool:
    """Is it said in the clause of a figure that so it stands: "园区现有企业64家", "目前为22%"?"""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    first = max(index - _CURRENT, 0, -1 if where is None else where)
    for i in range(index - 1, first - 1, -1):
        if tokens[i].text in ",;。":
            return False
        if text.startswith(frame.words.current, tokens[i].start):
            return True
    return False


def present(frame: Frame, index: int) -> Period | None:
    """The period of what goes on: only one that is said of it, or of the list that it stands in.

    "It had sales of 310 million in 2020 and employs 900 people": nobody says that it did so in 2020.
    """
    where = _when(frame, index)
    if where is None or (where < index and between(frame.layout.levels, where, frame.head(index))):
        return None
    if where < index and goes_on(frame, where, index) and between(frame.layout.levels, frame.sentence.opening, where):
        return None  # the time of what was said before
    return own(frame, where)


def flowing(frame: Frame, index: int, found: Period | None) -> Period | None:
    """The stretch in which something was sold or earned, where only the last day of one is said of what stands before.

    "前三季度净利润42.3亿元，9月末不良率1.05%；另一家净利润18.9亿元" speaks of the stretch again.
    """
    if found is None or not _a_day(found):
        frame.carried.term = found or frame.carried.term
        return found
    where, tokens = _when(frame, index), frame.sentence.tokens
    if where is not None and not any(tokens[i].text in ",;" for i in range(where, index)):
        return found
    for i in backwards(frame.layout.dated, index, index - WINDOW):
        if (named := own(frame, i)) is not None and not _a_day(named):
            return named
    return frame.carried.term or found


def reported(frame: Frame, index: int, period: Period | None) -> Period | None:
    """Of when what was earned or sold is that somebody reports: not of the day on which he does.

    "Holm reported a 6% rise in annual profit on Wednesday", but "Holm sold 40 cars on Wednesday".
    """
    if period is None or not _a_day(period):
        return period
    said = frame.texts(max(index - 2 * _TOLD, frame.sentence.opening), min(index + _TOLD, len(frame.sentence.tokens)))
    return frame.carried.headed.period if said & frame.words.reported_by else period


def _a_day(period: Period) -> bool:
    return period.start is not None and period.end is not None and period.end - period.start <= days.DAY


def goes_on(frame: Frame, first: int, index: int) -> bool:
    """Does the verb right before a figure say what goes on: "Holm sold 40 cars in 2020 and runs 12 shops"?"""
    if not frame.words.goes_on:
        return False
    tokens = frame.sentence.tokens
    for i in range(index - 1, max(first, index - _VERB) - 1, -1):
        if tokens[i].mention is None and tokens[i].text in frame.words.goes_on:
            return True
        if tokens[i].mention is not None or tokens[i].text not in frame.words.adverbs:
            return False
    return False


def _lasting(frame: Frame, index: int) -> Period | None:
    """The stretch of a clause that only says how long it was: "over five months the deficit came to 10 billion"."""
    tokens, known = frame.sentence.tokens, frame.carried.period
    if known is None or not frame.layout.lengths:
        return None
    size = tokens[index].mention
    if size is not None and isinstance(size.value, Quantity) and size.value.per is not None:
        return None  # "9.6 million in the six months, or 1.6 million a month"
    for i in between(frame.layout.lengths, frame.reach(index), index):
        mention = tokens[i].mention
        value = mention.value if mention is not None else None
        lasted = bool(i) and tokens[i - 1].text in frame.words.lasting
        lasted = lasted or (i > 1 and tokens[i - 1].text == "the" and tokens[i - 2].text in frame.words.within)
        if lasted and isinstance(value, Quantity) and value.low.denominator == 1:
            return days.lasting(known, f"P{value.low}{value.unit[:1].upper()}")
    return None


def _when(frame: Frame, index: int) -> int | None:
    """The token that dates a level, if its sentence does."""
    dated = frame.layout.dated
    earlier = backwards(dated, index, index - WINDOW)
    opening = frame.sentence.opening  # when a story was sent dates none of its figures
    aside = frame.depths[index] if frame.depths else 0  # what stands in a bracket dates nothing outside it
    before = next(
        (
            i
            for i in earlier
            if i >= opening
            and i not in frame.aside
            and i not in frame.taken
            and not _related(frame, i, index)
            and not (frame.depths and frame.depths[i] > aside)
        ),
        None,
    )
    if before is None and frame.words.time_first and frame.depths:
        earlier = backwards(dated, index, index - WINDOW)
        before = next((i for i in earlier if i < _OPENED and frame.depths[i] == aside + 1 and _alone(frame, i)), None)
    if frame.words.time_first and before is not None:
        return before
    end = following(frame.layout.ends, index)
    last = index + WINDOW if end is None else min(index + WINDOW, end)
    if not between(dated, index + 1, last):
        return before  # where no time stands behind, it need not be known what it would be of
    if frame.words.time_first:
        last = next(
            (i for i in range(index + 1, min(last, len(frame.depths))) if frame.sentence.tokens[i].text == ","), last
        )
    elif (cut := _compared_behind(frame, index, last)) is not None:
        last = cut
    behind = (i for i in between(dated, index + 1, last) if i not in frame.taken and not _attributive(frame, i))
    if frame.depths:
        behind = (i for i in behind if frame.depths[i] <= aside or _alone(frame, i))
    return next(behind, before)


def _attributive(frame: Frame, index: int) -> bool:
    """Does a time only belong to the noun behind a joint: "to 3,015, and first-quarter sales reached"?"""
    tokens, words = frame.sentence.tokens, frame.words
    if not words.spaced or index == 0 or index + 1 >= len(tokens) or tokens[index - 1].text not in words.joints:
        return False
    behind = tokens[index + 1]
    return behind.mention is None and behind.text in metric_forms(frame.sentence.lang)


def _related(frame: Frame, where: int, index: int) -> bool:
    """Does a time stand in what commas set apart of somebody: "Holm, whose works were shut in March, earned"?"""
    tokens = frame.sentence.tokens
    if frame.words.relating.isdisjoint(frame.sentence.present):
        return False
    opened = next((i for i in range(where - 1, max(where - BESIDE, 0), -1) if tokens[i].text == ","), None)
    if opened is None or tokens[opened + 1].text not in frame.words.relating:
        return False
    return any(token.text == "," for token in tokens[where + 1 : index])


def _compared_behind(frame: Frame, index: int, last: int) -> int | None:
    """Where a phrase opens behind a figure that speaks of what was before: "6.9 billion, after a fall in January"."""
    tokens, opening = frame.sentence.tokens, frame.words.looking_back
    for i in range(index + 1, min(last, len(tokens) - 1)):
        if tokens[i].mention is not None or tokens[i + 1].text in frame.words.taxes:
            continue
        before = tokens[i - 1].mention
        moved = f"{frame.printed(before).lower()} {tokens[i].text}" if before is not None else ""
        if tokens[i].text in opening or moved in opening:
            return i
    return None


def _alone(frame: Frame, index: int) -> bool:
    """Does a bracket hold a time and nothing else: "sales of 40 million (in 2018)", but not "(2018: 33 million)"?"""
    tokens = frame.sentence.tokens
    return index + 1 < len(tokens) and tokens[index + 1].text == ")"


def own(frame: Frame, index: int) -> Period | None:
    """The period that a token names, unless it is what something is compared with."""
    mention = frame.sentence.tokens[index].mention
    if index in frame.taken or mention is None or not isinstance(mention.value, Timex):
        return None
    found = mention.value.period
    if found is not None and frame.printed(mention).lower().startswith(frame.words.partly):
        return Period(None, None, found.label)  # "mid-March" is no more than a part of the month: nothing adds up to it
    return found


def _back(frame: Frame, index: int, where: int) -> Period | None:
    """When a figure was that is set beside the one said last: as long before it as the words say.

    "Profit was 287 million in the first half, compared with 241 million in the prior-year period".
    """
    mention, last = frame.sentence.tokens[where].mention, frame.carried.figure
    value = mention.value if mention is not None else None
    if (
        not isinstance(value, Timex)
        or value.shift is None
        or last is None
        or last.period is None
        or not frame.words.spaced
    ):
        return None
    near = index - WINDOW
    said = [i for i in backwards(frame.layout.levels, index, near) if frame.figures.get(i) == last]
    return days.shifted(last.period, value.shift) if said and dating_of(frame, said[0], where) else None


def dating_of(frame: Frame, last: int, where: int) -> bool:
    """Does no other time stand between a figure and the words that look back from it?"""
    return not any(last < i < where for i in frame.layout.dated)


def looks_back(frame: Frame, index: int) -> bool:
    """Is a level only there to be compared with: "against 1,137", "a year earlier it was 1,137"?"""
    if frame.texts(max(index - 3, 0), index) & frame.words.beside or _set_beside(frame, index):
        if frame.words.spaced and (where := _when(frame, index)) is not None and _only_of(frame, where, index):
            frame.aside.add(where)  # "against 35,900 in the December quarter, with costs of 341 an ounce"
        return True
    if _joined(frame, index):  # "against 63.5 billion in March and 61.7 billion in April 2023"
        return True
    where = _when(frame, index)
    mention = frame.sentence.tokens[where].mention if where is not None else None
    if where is None or mention is None or not isinstance(mention.value, Timex):
        return False
    if frame.printed(mention) in frame.words.beside:
        if index - where <= 2:  # "上年为6.80亿元"
            frame.aside.add(where)
        if index - where <= 2 or (not frame.words.spaced and frame.carried.figure is not None):
            return True  # what was last year is not what the text goes on about
    if mention.value.shift is not None and frame.words.spaced and where > index:
        frame.aside.add(where)  # "from 0.92 billion a year earlier, while sales jumped 37 percent"
    return mention.value.shift is not None


def moved_from(frame: Frame, index: int) -> bool:
    """Is a level only what another one moved from: "inflation was 3.2% in January, up from 2.9% in December"?"""
    tokens = frame.sentence.tokens
    if not frame.words.spaced or index < 2 or tokens[index - 1].text != "from":
        return False
    way = tokens[index - 2].mention
    return way is not None and isinstance(way.value, Cue) and way.value.kind == "direction"


def _only_of(frame: Frame, where: int, index: int) -> bool:
    """Does a time date what is compared with, and nothing else: behind its figure, or between "against" and it?"""
    if where > index:
        return True
    return any(_cue(frame, i) for i in range(max(where - _NEAR, 0), where))


def flows(figure: Figure) -> bool:
    """Is it of a stretch: what was earned or sold, and not how high something stood?"""
    row = metric(figure.metric)
    return row is not None and row.additive_time


def only_compared(figure: Figure) -> bool:
    """Is its stretch only what it moved over, as of prices that "rose 4% in the twelve months to September"?"""
    period = figure.period
    if figure.unit or flows(figure) or period is None or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days > SEASON and period.start.month != 1


def undated(frame: Frame, index: int) -> bool:
    """Does nothing say when a figure was so that another one is compared with: "42 million, against 38 million"?"""
    where = _when(frame, index)
    cue = next((i for i in range(index - 1, max(index - BESIDE, -1), -1) if _cue(frame, i)), None)
    return cue is not None and (where is None or where < cue)


def _cue(frame: Frame, index: int) -> bool:
    token = frame.sentence.tokens[index]
    return token.mention is None and token.text in union(frame.words.setting, frame.words.beside)


def _set_beside(frame: Frame, index: int) -> bool:
    """Does the figure end a phrase that "against" opens: "against total purchases under the pact of 150,000"?"""
    for token in reversed(frame.sentence.tokens[max(index - BESIDE, 0) : index]):
        said = token.text if token.mention is None else frame.printed(token.mention)
        if said in frame.words.setting:
            return True
        if token.mention is not None and not frame.words.spaced and isinstance(token.mention.value, Timex):
            continue  # "比2022年的282亿元缩水四分之一"
        if token.mention is not None or token.text in frame.words.boundary or token.text == ",":
            return False
    return False


def _joined(frame: Frame, index: int) -> bool:
    """Does only "and" and a time stand between a level and one that was set beside another?"""
    for i in range(index - 1, max(index - 6, 0) - 1, -1):
        token = frame.sentence.tokens[i]
        if i in frame.figures:
            return i in frame.beside and frame.sentence.tokens[index - 1].text in frame.words.joints
        if token.mention is None and token.text not in frame.words.joints and token.text not in frame.words.empty:
            return False
    return False
