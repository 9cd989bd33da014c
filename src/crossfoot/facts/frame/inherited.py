"""What a clause leaves out of a figure, taken from what was said before it: its metric, its segment, its unit.

The words of a figure, as `subject` reads them, come in; out goes what they are of, by themselves or after the figure
said last.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from crossfoot.facts.frame import itemised, parts, phrase, region, subject, telling
from crossfoot.facts.frame.kin import counted, unit_of
from crossfoot.facts.sentence.layout import WINDOW, backwards, between
from crossfoot.lexicon import ending
from crossfoot.lexicon.metrics import Metric, axes, metric
from crossfoot.lexicon.tokens import singular
from crossfoot.lexicon.units import forms, unit
from crossfoot.model import Figure, Period, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

COINS = {"cent", "penny"}  # of a share: no figure without a unit is in them
RATES = {"percent", "percentage-point"}
LEAST_PAID = 100_000  # a number without a unit behind an amount may be one that is no less
LEAST_BARE = 100  # below, a bare number in a list of tonnes may count something else
NEAR = 4  # tokens before a figure in which it is said to be reached: "目前已完成20万辆"
MOST_BESIDE = 6  # figures of a clause before one that is set beside another
MEASURE = 3  # characters of what is measured, behind the part of which it is: 增加值


def last(frame: Frame, index: int, quantity: Quantity | None) -> Figure | None:
    """What was said last; for a number without a unit or a scale no money, since nobody pays "the three".

    "Cash was 640 million dollars; 1,412 customers had contracts above 100,000 dollars, versus 1,087": it is of them.
    """
    said = frame.carried.figure
    plain = quantity is not None and quantity.kind == "number" and quantity.scale_word is None
    if said is None or not plain or not frame.words.spaced or frame.carried.bare or not _paid(said):
        return said
    if not frame.texts(max(index - NEAR, 0), index) & frame.words.beside:
        return None
    near = (frame.figures[i] for i in backwards(frame.layout.levels, index, index - WINDOW) if i in frame.figures)
    return next((figure for figure in near if not _paid(figure)), None)


def beside(frame: Frame, first: int, own: list[str], quantity: Quantity | None, last: Figure | None) -> bool:
    """Is a bare number only set beside what was counted last, and not beside money before it: "versus 1,087"?"""
    if quantity is None or quantity.kind != "number" or quantity.scale_word is not None or not frame.words.spaced:
        return False
    said = {*own}
    counted_ = last is not None and last.unit != "" and not _paid(last)
    here = [i for i in between(frame.layout.levels, first, first + WINDOW) if i in frame.figures]
    if not any(_paid(frame.figures[i]) for i in here[-MOST_BESIDE:]):
        return False
    return counted_ and bool(said & frame.words.beside) and said <= frame.words.beside | frame.words.empty


def _paid(figure: Figure) -> bool:
    row = unit(figure.unit) if figure.unit else None
    return row is not None and row.dimension == "money"


def just_said(frame: Frame, first: int, index: int, like: Quantity | None) -> Figure | None:
    """The level that a move without a word of its own is of: "1.87 million passengers in May, up by a quarter"."""
    here = [i for i in between(frame.layout.levels, first, index) if i in frame.figures and i not in frame.beside]
    if (
        not frame.words.spaced
        or not here
        or here[-1] in frame.taken
        or (like is not None and not fits(frame.figures[here[-1]], like))
    ):
        return None
    return frame.figures[here[-1]]


def some(frame: Frame, last: Figure, quantity: Quantity, after: list[str]) -> bool:
    """Is a number one of those just counted: "14 tenants, six of them foreign"?"""
    some = quantity.kind == "number" and quantity.scale_word is None and counted(last.unit) and last.unit != ""
    return some and len(after) == 3 and after[0] == "of" and after[1] in frame.words.definite


def like(frame: Frame, last: Figure, said: list[str], entity: str | None, period: Period | None) -> Figure:
    """The same of something else: "those of outlets", behind the sales of something."""
    known = subject.read([], said, [], frame.sentence.lang, None, last.metric)
    segment = known.segment + ((("words", frame.gap.join(known.rest)),) if known.rest else ())
    return Figure(entity, last.metric, segment, period, last.unit, None, last.status)


def of_unit(frame: Frame, quantity: Quantity, unit: str, entity: str | None) -> Figure | None:
    """What was last measured of somebody in the unit of a figure that no word of its own names."""
    if quantity.kind == "percent" or not unit:
        return None
    levels = reversed(frame.carried.levels)
    return next((x for x in levels if x.unit == unit and x.entity == entity and fits(x, quantity)), None)


def silently(
    frame: Frame,
    last: Figure,
    index: int,
    said: subject.Subject,
    entity: str | None,
    period: Period | None,
    words: set[str],
) -> Figure:
    """A figure whose words leave open what is measured: what was measured last."""
    whole = bool(frame.words.totals & words) or (frame.words.spaced and _anew(frame, last, entity))
    near = range(max(index - NEAR, 0), index) if not frame.words.spaced else range(index + 1, index + 1 + NEAR)
    reached = not frame.texts(near.start, near.stop).isdisjoint(frame.words.reached)
    status = "actual" if reached else last.status if said.status == "actual" else said.status
    return Figure(entity, last.metric, () if whole else last.segment, period, last.unit, None, status)


def metric_of(
    frame: Frame, said: subject.Subject, index: int, quantity: Quantity | None, whole: Figure | None
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The metric and the segment of a figure: its own, else those of the whole or of what was said last."""
    if (
        quantity is not None
        and quantity.kind == "money"
        and frame.texts(max(index - 1, 0), index) & frame.words.quoting
    ):
        return "price", said.segment  # "收于12.08港元"
    if (told := telling.metric(frame, said, index, quantity)) is not None:
        return told, said.segment
    words, last = frame.gap.join(said.rest), frame.carried.figure
    parted = (("words", words),) if words else ()
    if (listed := itemised.of(frame, said, index, quantity)) is not None:
        return listed.id, said.segment + parted
    if said.metric is not None and _prints(said.metric, quantity):
        return (quantity is not None and quantity.per and said.metric.each) or said.metric.id, said.segment + parted
    if whole is None and (part := parts.told(frame, said, index, quantity)) is not None:
        return part
    own = ending(words, frame.words.measures)
    if whole is not None and (words or said.segment) and not own:
        return whole.metric, said.segment + parted
    if (whole is not None or _parting(frame, index)) and MEASURE <= len(own) < len(words):  # "其中第一产业增加值"
        return f"other:{own}", (*said.segment, ("words", words.removesuffix(own)))
    partakes = bool(words) and last is not None and quantity is not None and telling.partaking(frame, index)
    if partakes and quantity is not None and not itemised.measures(frame, said.rest):
        shared = _shared(frame, quantity)
        if shared is not None:
            return shared.metric, said.segment + parted  # "Frozen goods contributed 640 million"
    if last is not None and region.wide(frame, words) and (quantity is None or fits(last, quantity)):
        return last.metric, said.segment + parted  # "Europe dropped 1 percent"
    if last is not None and said.segment and not words and _part(last, said.segment, quantity):
        return last.metric, said.segment  # only the part is named: "1,222 MPVs", "sedans rose 4%"
    if last is not None and quantity is None and len(said.rest) == 1 and _counts(last, said.rest[0]):
        return last.metric, said.segment + parted  # "tractors rose 35%"
    if _quoted(frame, index, said, quantity):
        return "price", said.segment
    if last is not None and quantity is None and not own and (words or said.segment) and _parting(frame, index):
        return last.metric, said.segment + parted  # "增加值增长6.8%，其中装备制造业增长9.4%"
    if quantity is not None and quantity.per and quantity.kind == "money":
        if (again := telling.by_the_share(frame, index, last)) is not None:
            return again, said.segment
        if frame.words.amounts.isdisjoint(said.rest[-2:]):  # "a charge of 12 cents a share"
            return "price", said.segment + parted
    return f"other:{words}", said.segment


def _shared(frame: Frame, quantity: Quantity) -> Figure | None:
    """What parts are of: the last that fits; a bare number is one of things, and of no rate that was told besides."""
    last = frame.carried.figure
    if last is not None and fits(last, quantity) and (quantity.kind == "percent" or last.unit not in RATES):
        return last
    near = (figure for figure in reversed(frame.carried.levels) if figure.unit not in RATES)
    return next((figure for figure in near if fits(figure, quantity)), None) if quantity.kind != "percent" else None


def in_money(last: Figure | None, quantity: Quantity) -> bool:
    """Is a large number without a unit an amount as the one before it: "Net 430,373. Sales 7,723,838"?"""
    if last is None or (quantity.scale_word is None and quantity.low < LEAST_PAID):
        return False
    known, paid = metric(last.metric), unit(last.unit)
    return (known is not None and known.kinds == ("money",)) or (paid is not None and paid.dimension == "money")


def _prints(named: Metric, quantity: Quantity | None) -> bool:
    """May a quantity be of a metric: 400 tonnes are no area?"""
    return quantity is None or not named.units or unit_of(quantity) in named.units


def _parting(frame: Frame, index: int) -> bool:
    """Do parts of what was said last go on up to a token, and no figure of another kind?"""
    opened = bisect_right(frame.openings, index) if frame.words.opening else 0
    return opened > 0 and frame.carried.figure is not None


def named_behind(frame: Frame, said: subject.Subject, index: int, quantity: Quantity | None) -> subject.Subject:
    """What is counted stands behind its number: "46家上下游企业"."""
    if said.metric is not None or said.segment or quantity is None or quantity.kind == "percent":
        return said
    if (called := phrase.called(frame.sentence, index, frame.words)) and phrase.people(quantity):
        return msgspec.structs.replace(said, rest=tuple(called))  # "经诊断，1人为确诊病例"
    named = phrase.nameable(frame.gap.join(said.rest), frame.words)
    named_there = phrase.people(quantity) and frame.sentence.document.text.endswith(
        frame.words.heads, 0, frame.sentence.tokens[index].end
    )  # "可容纳450名 | 研发人员"
    if (
        named
        and not named_there
        and not phrase.classified(quantity)
        and not phrase.befell(frame.sentence, index, frame.words)
    ):
        return said  # "投资12亿元建设电站": it is of what stands before it
    rest = phrase.inside(frame.sentence.document.text, quantity)
    rest = rest or phrase.behind(frame.sentence, index, subject.LONGEST_FORM, frame.words)
    if sum(map(len, rest)) < 2 or any(frame.words.status_of(word) for word in rest):
        return said  # only a classifier, or "25万辆目标"
    return msgspec.structs.replace(said, rest=tuple(rest))


def _quoted(frame: Frame, index: int, said: subject.Subject, quantity: Quantity | None) -> bool:
    """Is it the price of shares that moved: "Ridgeback dropped 16% to $27.90"?"""
    move = frame.moving(index)
    if move is None or not said.silent or quantity is None or quantity.kind != "money":
        return False
    return quantity.scale_word is None and any(at == move.start - 1 for at, _ in frame.sentence.names)


def in_unit(frame: Frame, figure: Figure, index: int, quantity: Quantity | None, last: Figure | None) -> Figure:
    """A figure whose own number says no unit."""
    if (named := _named_unit(frame, index, quantity)) is not None:
        return msgspec.structs.replace(figure, unit=named)
    if last is not None and quantity is not None and shares_unit(frame, index, quantity, last):
        return msgspec.structs.replace(figure, unit=last.unit)  # "food 2.8 billion euros, drinks 2.2 billion"
    return with_unit(frame, figure, quantity)


def _named_unit(frame: Frame, index: int, quantity: Quantity | None) -> str | None:
    """The unit of what is counted, where the name before a bare number ends with it: "总诊疗人次8.5亿"."""
    if frame.words.spaced or quantity is None or quantity.kind != "number" or quantity.scale_word is None:
        return None
    called = frame.called.get(index, "")
    known = (forms(frame.sentence.lang).get(called[-size:]) for size in (3, 2) if len(called) > size)
    return next((row.id for row in known if row is not None and row.dimension == "count"), None)


def shares_unit(frame: Frame, index: int, quantity: Quantity, last: Figure) -> bool:
    """Is a bare number one more of what was just weighed or paid?"""
    if quantity.kind != "number" or not last.unit or last.unit in COINS or _scaled_rate(quantity, last.unit):
        return False
    if _paid(last) and frame.called.get(index, "").endswith(frame.words.tallied):
        return False  # "总费用7.6亿元。客户总数84.7万": no money
    here = [i for i in between(frame.layout.levels, frame.reach(index), index) if i in frame.figures]
    listed = bool(here) and frame.figures[here[-1]] == last and not counted(last.unit)
    if quantity.scale_word is None and _paid(last) and not frame.carried.bare:
        return False
    return quantity.scale_word is not None or (listed and quantity.low >= LEAST_BARE)


def _scaled_rate(quantity: Quantity | None, unit: str) -> bool:
    """Would it be millions of percent?"""
    return quantity is not None and quantity.scale_word is not None and unit in RATES


def with_unit(frame: Frame, figure: Figure, quantity: Quantity | None) -> Figure:
    """A figure whose unit is not said has that of its own level elsewhere, else that of its metric's last one."""
    levels = [x for x in reversed(frame.carried.levels) if x.metric == figure.metric and x.unit not in COINS]
    levels = [x for x in levels if not _scaled_rate(quantity, x.unit)]
    same = [level for level in levels if level.segment == figure.segment and level.period == figure.period]
    return msgspec.structs.replace(figure, unit=(same or levels)[0].unit) if levels else figure


def _anew(frame: Frame, last: Figure, entity: str | None) -> bool:
    """Does somebody else's whole follow on somebody's whole and its part?"""
    if entity in (None, last.entity) or not last.segment:
        return False
    return any((f.entity, f.metric, f.segment) == (last.entity, last.metric, ()) for f in frame.carried.levels)


def _part(whole: Figure, segment: tuple[tuple[str, str], ...], quantity: Quantity | None) -> bool:
    """May a part that is only named be one of a figure?"""
    if quantity is not None:
        return fits(whole, quantity)
    return all(axis in axes() and whole.metric in axes()[axis].of for axis, _ in segment)


def _counts(figure: Figure, word: str) -> bool:
    """Is a figure one of things that a word is for?"""
    row = unit(singular(word)) or unit(word)
    return figure.unit != "" and (figure.unit == singular(word) or (row is not None and row.id == figure.unit))


def fits(figure: Figure, quantity: Quantity) -> bool:
    """Can the figure be printed as this quantity?"""
    unit = unit_of(quantity)
    if quantity.kind == "percent":
        return figure.unit == "percent"
    row = metric(figure.metric)
    if row is not None and quantity.kind not in row.kinds and quantity.kind != "number":
        return False
    if quantity.kind == "count" and not counted(figure.unit):
        return False  # "produced 400 tonnes. Dunmore has 214 stores"
    return unit in ("", figure.unit) or (quantity.kind == "count" and figure.unit != "" and row is not None)


def only_moved(frame: Frame, index: int, last: Figure, quantity: Quantity) -> bool:
    """Is it the level of what has only moved: "Revenue rose 9% last year. It came to $512 million"?"""
    row = metric(last.metric)
    known = row is not None and quantity.kind in row.kinds and quantity.kind != "percent"
    return frame.words.spaced and not last.unit and known and frame.points_back(index)


def of_part(frame: Frame, figure: Figure, index: int) -> Figure:
    """A ratio that names no part is of the part whose level stands before it: "食品分部收入13.8亿元，毛利率31.0%"."""
    before = max((i for i in frame.figures if i < index), default=None)
    if before is None or figure.segment or metric(figure.metric) is None or ";" in frame.texts(before, index):
        return figure
    level = frame.figures[before]
    same = level.entity == figure.entity and level.unit != "percent" and metric(level.metric) is not None
    return msgspec.structs.replace(figure, segment=level.segment) if same else figure
