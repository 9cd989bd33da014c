"""A day with its weekday: "Tuesday, May 21, 2024"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from crossfoot import days
from crossfoot.late import late
from crossfoot.lexicon.languages import languages, spaced
from crossfoot.lexicon.words import words
from crossfoot.model import Dated, Document, Mention, Span, Timex

_WORD = late(r"[^\W\d_]+")
_BEHIND = late(
    r"(?:,? (?:which|that))? (?:is|was|will be|falls on|fell on) an? (\w+day)\b|, an? (\w+day)\b|,? \((\w+)\)"
    r"|\. (?:It|That|This|The day|That day) (?:is|was|will be) an? (\w+day)\b"
)
_AHEAD = late(r"\b(\w+day)(?:['’]s (?:[a-z-]+ ){1,3}| )\((?:on )?$")  # "Monday's meeting (12 May 2025)"
_FROM = late(r"\b(?P<said>\w+day),? (?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:to|until|through|till|and) $")
_BEHIND_HAN = late(
    r"(?:[，（(]?(?:当天|当日|这天|这一天|那天)?(?:即|也就是|正是|恰好是|正好是|适逢|恰逢|恰为|正值|逢|是个|为|是)|[（(][本下上逢])"
    r"((?:周|星期|礼拜|週)[一二三四五六日天])"
)
_FIRST_HAN = late(r"(?:首日|开幕日|开幕当天|第一天|首天)[（(为是，]{0,2}((?:周|星期|礼拜|週)[一二三四五六日天])")
_OPENS_HAN = late(r"(?:（.{1,5}）)?(?:正式|在.{1,6})?(?:开幕|开始|起|至|到|-|—|开赛|启幕|揭幕|举行|开展)")
_BRACKETED_HAN = late("日[（(]((?:周|星期|礼拜|週)[一二三四五六日天])[）)]")
_JOINT_HAN = late("[)）日] ?(?:至|到|-|—{1,2}|~|～) ?")
_YEAR = late(r"(?<![0-9])(?:19|20)\d\d(?![0-9])")
_HAN = late("[一二三四五六七八九十]月[一二三四五六七八九十]{1,3}日")
SOON = 45  # days from when a text is published within which a day without year can only be of one year
LONGEST, FARTHEST = 30, 40  # characters


def state(document: Document, mentions: Iterable[Mention], lang: str) -> Iterator[Dated]:
    """One fact for each date that names its weekday; where the year is a guess, only if the two agree."""
    weekdays = words(lang).weekdays if lang in languages() else {}
    mentions, last = list(mentions), None  # the day of the sentence that has last printed its year
    if weekdays and not spaced(lang):
        yield from _opening(document, mentions, weekdays)
    for mention in mentions:
        if weekdays and mention.rule == "period.range" and not spaced(lang):
            yield from _ends(document, mention, weekdays)
        when = mention.value
        if not isinstance(when, Timex) or when.granularity != "day" or when.period is None or when.period.start is None:
            continue
        text = document.text[mention.span.start : mention.span.end]
        dated = _YEAR.search(text) is not None
        last = when.period.start if dated else last
        # Without spaces a weekday is no word of its own.
        words_ = _WORD.findall(text.lower()) if spaced(lang) else [name for name in weekdays if name in text]
        said = next((word for word in words_ if word in weekdays), None)
        if spaced(lang) and said is not None and (first := _first(document, mention, when.period.start, weekdays)):
            yield first
        behind = _behind(document, mention, weekdays, lang) if said is None and when.flag is None else None
        if behind is not None:
            yield Dated(spans=(behind[0],), rule="dated.behind", weekday=behind[1], date=when.period.start)
        if said is None or not (any(character.isdigit() for character in text) or _HAN.search(text)):
            continue
        day = when.period.start
        if last is not None and not dated and last.year != day.year:  # of the year of the day before it, if near
            moved = days.moved(day, "M", 12 * (last.year - day.year))
            if moved is None or not 0 <= (moved - last).days <= SOON:
                continue
            day = moved
        if when.flag is not None or day.weekday() == weekdays[said]:
            yield Dated(spans=(mention.span,), rule="dated", weekday=said, date=day)


def _first(document: Document, last: Mention, day: dt.date, weekdays: Mapping[str, int]) -> Dated | None:
    """The weekday of the first of two days, of which only the last has its month: "Monday 3 to Friday 7 March"."""
    lead = document.text[max(last.span.start - LONGEST, 0) : last.span.start]
    found = _FROM.search(lead)
    if found is None or found["said"].lower() not in weekdays or not 1 <= int(found["day"]) < day.day:
        return None
    if not _sure(document, last, day):
        return None
    span = Span(
        last.span.doc, last.span.start - len(lead) + found.start("said"), last.span.start - len(lead) + found.end("day")
    )
    return Dated(
        spans=(span,), rule="dated.first", weekday=found["said"].lower(), date=day.replace(day=int(found["day"]))
    )


def _ends(document: Document, mention: Mention, weekdays: Mapping[str, int]) -> Iterator[Dated]:
    """The weekdays in brackets behind the two days of a stretch: "4月15日（星期一）至4月19日（星期五）"."""
    period, text = mention.value.period if isinstance(mention.value, Timex) else None, _said(document, mention)
    if period is None or period.start is None or period.end is None or "日" not in text:
        return
    joint = _JOINT_HAN.search(text)
    for found in _BRACKETED_HAN.finditer(text) if joint is not None else ():
        first = joint is not None and found.start() < joint.start()
        day = period.start if first else period.end - dt.timedelta(days=1)
        start = mention.span.start + (0 if first or joint is None else joint.end())
        span = Span(mention.span.doc, start, mention.span.start + found.end())
        if found[1] in weekdays and (_sure(document, mention, day) or weekdays[found[1]] == day.weekday()):
            yield Dated(spans=(span,), rule="dated.ends", weekday=found[1], date=day)


def _opening(document: Document, mentions: Iterable[Mention], weekdays: Mapping[str, int]) -> Iterator[Dated]:
    """The weekday of the first day of something that the same sentence dates: "6月12日开幕，首日（周四）不对外"."""
    days = [m for m in mentions if isinstance(m.value, Timex) and any(map(str.isdecimal, _said(document, m)))]
    if not days:
        return
    for found in _FIRST_HAN.finditer(document.text, days[0].span.start, days[-1].span.end + FARTHEST):
        opens = [m for m in days if m.span.end <= found.start() <= m.span.end + FARTHEST]
        opens = [m for m in opens if _OPENS_HAN.match(document.text, m.span.end) or m.rule == "period.range"][:1]
        for mention in opens if found[1] in weekdays else ():
            period = mention.value.period if isinstance(mention.value, Timex) else None
            if period is not None and period.start is not None and _sure(document, mention, period.start):
                spans = (mention.span, Span(mention.span.doc, found.start(1), found.end(1)))
                yield Dated(spans=spans, rule="dated.first", weekday=found[1], date=period.start)


def _said(document: Document, mention: Mention) -> str:
    return document.text[mention.span.start : mention.span.end]


def _sure(document: Document, mention: Mention, day: dt.date) -> bool:
    """Can the day be of one year only?"""
    near = document.published is not None and abs((day - document.published).days) <= SOON
    return near or _YEAR.search(_said(document, mention)) is not None


def _behind(document: Document, mention: Mention, weekdays: Mapping[str, int], lang: str) -> tuple[Span, str] | None:
    """The weekday that is said behind a date of a certain year: "on Oct. 12, a Tuesday", "May 3 (Friday)"."""
    when, text = mention.value, document.text
    found = (_BEHIND if spaced(lang) else _BEHIND_HAN).match(text, mention.span.end, mention.span.end + LONGEST)
    ahead = _AHEAD.search(text, max(mention.span.start - FARTHEST, 0), mention.span.start) if spaced(lang) else None
    found = found if ahead is None or text[mention.span.end : mention.span.end + 1] != ")" else ahead
    said = next((word.lower() for word in found.groups() if word), "") if found is not None else ""
    if found is None or said not in weekdays or not isinstance(when, Timex):
        return None
    if when.period is None or when.period.start is None or not any(map(str.isdigit, text[mention.span.start :][:12])):
        return None
    if not _sure(document, mention, when.period.start):
        return None
    return Span(mention.span.doc, min(mention.span.start, found.start()), max(mention.span.end, found.end())), said
