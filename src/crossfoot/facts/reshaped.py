"""What became what, as a sentence without spaces tells it, comes in; out it goes with all that stood before, and when.

"甲与乙合并组建丙": both stood before; "自2月1日起更名" and no time of its own: it is from then, and planned if that is
yet to come; what only says that a name is one ("公司名称") is whose it is.
"""

from __future__ import annotations

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import party, stance
from crossfoot.lexicon.reshaped import Reshaped, reshaped
from crossfoot.lexicon.verbal import verbal
from crossfoot.model import Fact, Name, Period, Timex, Transformation

_NAMED = (2, 3)  # characters of a man's name
_DAYS = 62  # a time that long is no day on which something happens


def settled(facts: list[Fact], frame: Frame) -> list[Fact]:
    rows = reshaped(frame.sentence.lang)
    if rows is None or not any(isinstance(fact, Transformation) for fact in facts):
        return facts
    out = list[Fact]()
    for fact in facts:
        told = _settled(fact, frame, rows) if isinstance(fact, Transformation) else fact
        if told is not None:
            out.append(told)
    return out


def _settled(fact: Transformation, frame: Frame, rows: Reshaped) -> Transformation | None:
    people = {m.value.entity for _, m in frame.sentence.names if isinstance(m.value, Name) and m.value.kind == "person"}
    if fact.kind == "rename" and all(who in people or _man(who, frame) for who in (fact.before, fact.after)):
        return None  # one man takes the place of another
    before, after = fact.before, fact.after
    if before is not None and rows.names.match(before):
        before = _whose(fact, frame)
    if before is not None and fact.kind == "merger":
        before = _joined(before, frame, rows)
    if after is not None:
        after = rows.kinds.sub("", after)
    if before is not None and after is not None and before in after.split("、"):
        return None
    when = fact.period or _when(fact, frame, rows)
    status = fact.status
    if status in (None, "completed") and stance.is_ahead(frame, when):
        status = "planned"
    authority = rows.led.sub("", fact.authority) if fact.authority else None
    return msgspec.structs.replace(
        fact, before=before, after=after, period=when, status=status, authority=authority or fact.authority
    )


def _man(who: str | None, frame: Frame) -> bool:
    """May words be the name of a man: a surname and one or two characters?"""
    rows = verbal(frame.sentence.lang)
    alike = who is not None and len(who) in _NAMED and rows is not None and rows.surname.match(who) is not None
    return alike and rows is not None and rows.firms.search(who or "") is None


def _whose(fact: Transformation, frame: Frame) -> str | None:
    """Whose name changes: the last body named before, else whom the item is about."""
    start = fact.spans[0].start
    named = (party.body(m.value) for _, m in frame.sentence.names if m.span.start <= start)
    return next(filter(None, reversed([*named])), None) or next(reversed(frame.carried.topics), fact.before)


def _joined(before: str, frame: Frame, rows: Reshaped) -> str:
    """Those joined to the one named: "甲与 | 乙 | 合并"."""
    text = frame.sentence.document.text
    found = ((m, party.body(m.value)) for _, m in frame.sentence.names)
    names = sorted({(m.span.start, m.span.end, who) for m, who in found if who is not None})
    at = next((i for i, (_, _, who) in enumerate(names) if who == before), -1)
    if at < 0:
        return before
    joined = [before]
    while at > 0 and rows.joints.fullmatch(text[names[at - 1][1] : names[at][0]]):
        at -= 1
        joined.insert(0, names[at][2])
    return "、".join(dict.fromkeys(joined))


def _when(fact: Transformation, frame: Frame, rows: Reshaped) -> Period | None:
    """The time from which the sentence says that it is so, else the day in the clause."""
    text, start = frame.sentence.document.text, frame.sentence.span.start
    near = None
    for token in frame.sentence.tokens:
        value = token.mention.value if token.mention is not None else None
        if token.mention is None or not isinstance(value, Timex) or value.shift is not None or value.period is None:
            continue
        first, last = token.mention.span.start, token.mention.span.end
        if first >= fact.spans[0].end or not _day(value.period):
            continue
        if text.startswith(rows.since, last) or text[start:first].endswith(rows.since_before):
            return value.period
        if "，" not in text[last : fact.spans[0].start]:
            near = value.period
    return near


def _day(period: Period) -> bool:
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days <= _DAYS
