"""A target, and how much of it is reached: "achieved 22% of its full-year target of 1.41 million units"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from crossfoot import days
from crossfoot.facts.frame import Frame, antecedent, noun, unspoken
from crossfoot.facts.frame.kin import counted, unit_of
from crossfoot.facts.measurement import aimed, measured
from crossfoot.facts.sentence import Match, stance, syntax
from crossfoot.facts.sentence.layout import WINDOW, backwards
from crossfoot.model import Fact, Figure, Period, Printed, Quantity, Target, Timex

_PRICED = 14  # tokens between the target of a price and its figure
SO_FAR = 10  # characters before a level
LAST = 4  # levels said last among which a longer time is looked for


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    """What is aimed at, and how much of it is reached if the row knows."""
    target, attained = match.mention("target"), match.mention("attained")
    quantity, ratio = match.quantity("target"), match.quantity("attained")
    if target is None or quantity is None or (not frame.words.spaced and stance.denied(match, frame)):
        return
    place = match.roles["target"][0]
    behind = match.roles.get("attained", (0, 0))[1]
    said = frame.describe(place, quantity, since=behind if behind <= place else 0)
    when = match.mention("when")
    period = when.value.period if when is not None and isinstance(when.value, Timex) else None
    if not frame.words.spaced and period is not None and _is_day(period):
        period = _year(period)  # "年初3,000万人次目标" was set then
    period = period or _year(said.period)
    figure = msgspec.structs.replace(said, period=period or said.period, status="target")
    if attained is None or ratio is None:
        figure = _of_what_was_said(frame, place, figure, quantity)
        called = _called(frame, place, figure, quantity)
        if frame.words.spaced:  # "will spend 60 million: 36 on roads, 24 on schools" has no two figures for one aim
            figure = frame.key(figure, target)
        yield aimed(frame.restate(place, figure), called, target, match.span, match.row.name)
        part, inside = match.mention("also"), match.quantity("also")
        if part is not None and inside is not None:  # "targets 700,000 units, including 150,000 electric ones"
            place = match.roles["also"][0]
            of = msgspec.structs.replace(frame.describe(place, inside), period=figure.period, status="target")
            of = msgspec.structs.replace(of, entity=figure.entity, metric=figure.metric)
            yield aimed(frame.restate(place, of), inside, part, match.span, match.row.name)
        if "now" in match.roles:
            yield from _now(match, frame, figure)
        return
    # What is reached stands in the sentence, behind the share or before it, else it was said last.
    by = _reached(match, frame, said, period, quantity)
    if by is not None and by.unit != figure.unit and "" not in (by.unit, figure.unit):
        by = None  # no number of ships is a part of so much money
    if by is not None and said.metric.startswith("other:"):
        figure = msgspec.structs.replace(figure, metric=by.metric, unit=figure.unit or by.unit)
    share = Figure(figure.entity, f"attainment of {figure.metric}", figure.segment, figure.period, "percent")
    yield Target(
        spans=(match.span,),
        rule=match.row.name,
        printed=(
            Printed(figure, quantity, target.span),
            Printed(share, ratio, attained.span),
        ),
        figure=figure,
        quantity=quantity,
        attained_by=by,
        ratio=share,
        attained=ratio,
    )


def priced(frame: Frame, fact: Fact) -> Fact:
    """A target for the price of a share is of whose share it is: "its price target | on Marlow Steel to $31.50"."""
    if not isinstance(fact, Target) or "target" not in frame.sentence.present or not frame.words.spaced:
        return fact
    tokens, start = frame.sentence.tokens, fact.printed[0].span.start
    at = next((i for i, token in enumerate(tokens) if token.start >= start), len(tokens))
    for i in range(at - 1, max(at - _PRICED, 0), -1):
        if tokens[i].text in (";", "."):
            break
        if tokens[i].text != "target" or "price" not in (tokens[i - 1].text, tokens[min(i + 1, at)].text):
            continue
        figure = msgspec.structs.replace(fact.figure, metric="price", segment=())
        link = i + 1 if tokens[i + 1].text in ("on", "for") else i + 2
        who = syntax.behind(frame, link + 1) if link + 1 < at and tokens[link].text in ("on", "for") else None
        if who is not None and who.named:
            figure = msgspec.structs.replace(figure, entity=who.who)
        printed = tuple(
            msgspec.structs.replace(p, figure=figure) if p.figure == fact.figure else p for p in fact.printed
        )
        return msgspec.structs.replace(fact, figure=figure, printed=printed)
    return fact


def _now(match: Match, frame: Frame, aim: Figure) -> Iterator[Fact]:
    """Where what is aimed at stands now: "is to reach 75,000 tonnes from 50,000 tonnes today"."""
    place, mention, quantity = match.roles["now"][0], match.mention("now"), match.quantity("now")
    if mention is None or quantity is None or unit_of(quantity) not in ("", aim.unit):
        return
    period = frame.describe(place, quantity).period
    known = msgspec.structs.replace(aim, status="actual", period=period if period != aim.period else None)
    yield measured(frame.restate(place, known), quantity, mention.span, match.span, match.row.name)


def _reached(match: Match, frame: Frame, said: Figure, period: Period | None, like: Quantity) -> Figure | None:
    """What stands beside the share or before it in its clause; else what was said last, or comes next."""
    if "level" in match.roles:
        return frame.level(match.roles["level"][0])
    before = _cumulated(match, frame, like) or antecedent.level_before(frame, match.start, like)
    before = before or antecedent.latest(frame, said, period)
    if before is not None:
        return _so_far(frame, before) if not frame.words.spaced else before
    return antecedent.next_level(frame, match.end, like)


def _so_far(frame: Frame, said: Figure) -> Figure:
    """What was reached until then, said before a part of it: "前三季度60亿元，一季度18亿元；完成全年目标的73%"."""
    inner = said.period
    if inner is None or inner.start is None or inner.end is None:
        return said
    for known in reversed(list(frame.carried.levels)[-LAST:]):
        outer = known.period
        if (
            outer is None
            or outer.start is None
            or outer.end is None
            or (known.unit, known.status) != (said.unit, "actual")
        ):
            continue
        longer = outer.start <= inner.start and inner.end <= outer.end and outer != inner
        if longer and (known.metric == said.metric or said.metric.startswith("other:")):
            return known
    return said


def _of_what_was_said(frame: Frame, index: int, figure: Figure, quantity: Quantity) -> Figure:
    """An aim that no noun names is of what was told last in its unit: "is aiming at 290,000"."""
    other = figure.metric.removeprefix("other:")
    if not frame.words.spaced or other == figure.metric:
        return figure
    empty = frame.words.closing | frame.words.agents | frame.words.adverbs | frame.words.aims
    if not {*other.split(), *(noun.named(frame, index, quantity) or "").lower().split()} <= empty:
        return figure
    alike = [
        f for f in reversed(frame.carried.levels) if f.metric != figure.metric and not f.metric.startswith("other:")
    ]
    unit = unit_of(quantity)
    known = next((f for f in alike if f.unit == unit or (not unit and counted(f.unit))), None)
    named = (f for f in reversed(frame.carried.levels) if f.unit == unit and f.metric in frame.carried.named)
    known = known or next(named, None)
    if known is None or (known.metric.startswith("other:") and unit in ("", "percent")):
        return figure
    return msgspec.structs.replace(figure, metric=known.metric, unit=unit or known.unit)


def _called(frame: Frame, index: int, figure: Figure, quantity: Quantity) -> Quantity:
    """A target that no row of metrics knows is named after what is counted, else by what it is of."""
    if not figure.metric.startswith("other:") or not frame.words.spaced or quantity.of:
        return quantity
    named = frame.carried.named.get(figure.metric) or noun.named(frame, index, quantity)
    if named is None or " " not in named:
        named = unspoken.called(frame, index, figure, quantity) or named  # "will put 300 million into a mill"
    return msgspec.structs.replace(quantity, of=named)


def _cumulated(match: Match, frame: Frame, like: Quantity) -> Figure | None:
    """What the sentence says has been reached so far: "累计342.6亿元，前9个月为305.8亿元，完成全年目标的76.1%"."""
    text, tokens = frame.sentence.document.text, frame.sentence.tokens
    for i in backwards(frame.layout.levels, match.start, match.start - WINDOW) if not frame.words.spaced else ():
        mention = tokens[i].mention
        if i in frame.taken or mention is None or not isinstance(mention.value, Quantity):
            continue
        lead = text[max(mention.span.start - SO_FAR, frame.sentence.span.start) : mention.span.start]
        if any(word in lead for word in match.listed("so_far")) and unit_of(mention.value) == unit_of(like):
            return frame.level(i)
    return None


def _is_day(of: Period) -> bool:
    return of.start is not None and of.end is not None and (of.end - of.start).days == 1


def _year(of: Period | None) -> Period | None:
    """A target without a date is for the year that is spoken of."""
    if of is None or of.start is None:
        return None
    return days.period(dt.date(of.start.year, 1, 1), dt.date(of.start.year + 1, 1, 1))
