"""A fact comes in; its type, its fields and its other readings go out, named as in docs/exchange.md.

Shapes that only carry layout or order to the relations have no place in the exchange form.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import msgspec

from crossfoot import days, model
from crossfoot.lexicon.metrics import PARTS, shown
from crossfoot.lexicon.metrics import metric as known
from crossfoot.lexicon.units import things, told_as, unit
from crossfoot.views.numbers import decimal, finite

Names = Mapping[str, str]
Fields = dict[str, Any]
Stated = tuple[str, Fields, tuple[Fields, ...]]
_QUALIFIERS = {"~": "about", "<~": "nearly", ">": "more_than", ">=": "at_least", "<": "less_than", "<=": "up_to"}
_SHIFTS = {"-P1Y": "yoy", "-P1M": "mom", "-P3M": "qoq", "-P1D": "dod", "-P1W": "wow"}
_SILENT = ("actual", "capacity", "possible")  # how a figure stands that the exchange form has no word for
_PLACES = 2  # of a number that has no finite decimal
_WEEKEND = 4  # days from one day of trade to the next


def kind(fact: model.Fact) -> str | None:
    """The type of a fact in the exchange form; None for a shape internal to the house."""
    if type(fact) not in _SHOWN:
        return None
    if _expected(fact):
        return "target"
    return "relation" if isinstance(fact, model.Relationship) else type(fact).__name__.lower()


def _expected(fact: model.Fact) -> bool:
    """Is a level one that is yet to come: a target, whoever sets it or expects it?"""
    if isinstance(fact, model.Change):
        return fact.due
    return isinstance(fact, model.Measurement) and (fact.due or fact.figure.status == "forecast")


def fields(fact: model.Fact, names: Names) -> Stated | None:
    """Type, fields and the fields of further readings; None for a shape internal to the house."""
    show = _SHOWN.get(type(fact))
    if isinstance(fact, model.Measurement) and fact.figure.metric.startswith("other:") and not fact.quantity.of:
        named = fact.retold is not None and fact.retold.metric
        show = show if named else None  # nobody could say what it is a measure of
    if isinstance(fact, model.Change) and not fact.quantity.low and fact.quantity.approx:
        return None  # "rose to 12 from 9" says no rate, only which is more
    if show is None or (isinstance(fact, model.Relationship) and not fact.subject):
        return None  # "five other shareholders" are counted, not named
    if isinstance(fact, model.Measurement) and fact.told:
        return None
    if isinstance(fact, model.Change) and not fact.quantity.high:
        return None  # "rose to 12 million from 9 million" prints no rate
    kind, made, readings = show(fact, names)
    if _expected(fact):
        kind, made = "target", {key: value for key, value in made.items() if key not in ("status", "base")}
        readings = ()
    if isinstance(fact, model.Measurement | model.Change | model.Target) and fact.retold is not None:
        made = _retold(made, fact.retold, names)
    if _repeats(made):
        made = {**made, "segment": None}
    return kind, _filled(made), tuple(_filled(reading) for reading in readings)


def _retold(made: Fields, told: model.Retold, names: Names) -> Fields:
    """The fields of a figure, those that a reader would tell otherwise in his words."""
    out = dict(made)
    if told.entity is not None:
        out["entity"] = _named(told.entity, names) or None
    if told.metric is not None:
        out["metric"] = _less(told.metric, out["entity"])
    if told.segment is not None:
        out["segment"] = told.segment or None
    if told.period is not None or told.undated:
        out["period"] = _label(told.period)
    return out


def _repeats(made: Fields) -> bool:
    """Does a segment say nothing that whose it is or the metric does not: "Budget" of a "budget deficit"?"""
    segment, metric = str(made.get("segment") or "").casefold(), str(made.get("metric") or "")
    words = metric.casefold().removeprefix("other:").split()
    return segment == str(made.get("entity")).casefold() or (
        metric.startswith("other:") and {*segment.split()} <= {*words}
    )


def stated(report: model.Report) -> Iterator[tuple[model.Fact, Stated]]:
    """The facts of a report that have a place in the exchange form."""
    names = {entity.id: entity.name for entity in report.found.entities}
    for fact in report.facts:
        if (made := fields(fact, names)) is not None:
            yield fact, made


def _measurement(fact: model.Measurement, names: Names) -> Stated:
    figure = fact.figure
    quantity, unit_ = _priced(fact.quantity, _unit(figure, fact.quantity))
    made = {
        **_about(figure, names, fact.quantity, fact.whom),
        **_value(quantity, -1 if fact.loss else 1),
        "unit": unit_,
        "segment": _segment(figure, fact.within),
    }
    if below := _below(figure, fact.quantity):
        made |= {"metric": below, **_value(quantity, -1)}
    status = figure.status if figure.status not in _SILENT else None
    if fact.moved is not None:  # "cut 600 jobs"
        made |= _value(quantity, -1 if fact.moved == "down" else 1)
        return "change", {**made, "period": _period(figure), **_qualifier(fact.quantity)}, ()
    return "measurement", {**made, "period": _period(figure), "status": status, **_qualifier(fact.quantity)}, ()


def _change(fact: model.Change, names: Names) -> Stated:
    figure, quantity = fact.figure, fact.quantity
    sign = -1 if quantity.change == "down" else 1
    unit = {"percent": "percent", "points": "pp", "multiple": "percent", "fold": "percent"}.get(fact.by, figure.unit)
    if fact.by == "multiple":  # what doubled is up by a hundred percent
        quantity = msgspec.structs.replace(quantity, low=(quantity.low - 1) * 100, high=(quantity.high - 1) * 100)
    elif fact.by == "fold":
        quantity = msgspec.structs.replace(quantity, low=quantity.low * 100, high=quantity.high * 100)
    if quantity.kind == "basis-point":
        unit = "bp"
    amount, unit = _priced(quantity, unit) if fact.by == "amount" else (quantity, unit)
    bases = [_base(figure, base) for base in fact.bases]
    made = {
        **_about(figure, names, quantity, fact.whom),
        **_value(amount, sign),
        "unit": unit,
        "base": bases[0] if bases else None,
    }
    made |= {"segment": _segment(figure, fact.within), "period": _period(figure), **_qualifier(quantity)}
    return "change", made, tuple({"base": base} for base in bases[1:])


def _share(fact: model.Share, names: Names) -> Stated:
    wholes = [_described(whole, names) for whole in fact.wholes]
    quantity = fact.quantity
    part = _named(fact.part_words, names) or _described(fact.part, names)
    made: Fields = {"part": part, **_value(quantity), "entity": _entity(fact.part, names)}
    made |= {
        "whole": wholes[0] if fact.whole_words is None and wholes else fact.whole_words,
        "period": _period(fact.part),
    }
    return "share", {**made, **_qualifier(quantity)}, tuple({"whole": whole} for whole in wholes[1:])


def _target(fact: model.Target, names: Names) -> Stated:
    figure = fact.figure
    counted = _unit(figure, fact.quantity)
    quantity, unit_ = _priced(fact.quantity, counted if counted != "count" else figure.unit)
    made = {
        **_about(figure, names, fact.quantity, fact.whom),
        **_value(quantity),
        "unit": unit_,
        "segment": _segment(figure, fact.within),
    }
    return (
        "target",
        {**made, "period": _period(figure), "attained": _low(fact.attained), **_qualifier(fact.quantity)},
        (),
    )


def _conversion(fact: model.Conversion, names: Names) -> Stated:
    quantity, to = (_priced(one, one.unit or "")[0] for one in (fact.quantity, fact.to_quantity))
    made: Fields = {**_value(quantity), "currency": quantity.currency}
    made |= {"to_value": _number(to.low), "to_currency": to.currency}
    return "conversion", made, ()


def _issue(fact: model.Issue, names: Names) -> Stated:
    made: Fields = {"issuer": _named(fact.issuer, names), "instrument": fact.instrument}
    made |= {"amount": _number(fact.quantity.low), "currency": fact.quantity.currency, "market": fact.market}
    made |= {"tenor": fact.tenor}
    made |= {"date": _period(fact.figure), "use_of_proceeds": fact.use_of_proceeds, "status": fact.status}
    return "issue", made, ()


def _tranche(fact: model.Tranche, names: Names) -> Stated:
    made: Fields = {"issuer": _named(fact.issuer, names), "amount": _number(fact.quantity.low)}
    made |= {"currency": fact.quantity.currency, "tenor": fact.tenor, "coupon": _low(fact.coupon)}
    made |= {"maturity": _label(fact.maturity)}
    return "tranche", made, ()


def _policy(fact: model.Policy, names: Names) -> Stated:
    limits = [limit for limit in (fact.limit_after, fact.limit_before) if limit]
    made: Fields = {"action": fact.action, "beneficiary": _named(fact.beneficiary, names), "activity": fact.activity}
    made |= {"limit_before": _low(fact.limit_before), "limit_after": _low(fact.limit_after)}
    made |= {"limit_metric": fact.limit_metric, "unit": limits[0].unit or limits[0].currency if limits else None}
    made |= {"authority": _named(fact.authority, names), "place": fact.place, "effective": _label(fact.effective)}
    return "policy", {**made, "instrument": fact.instrument, "status": fact.status}, ()


def _relationship(fact: model.Relationship, names: Names) -> Stated:
    made: Fields = {"subject": _named(fact.subject, names), "relation": fact.relation}
    made |= {"object": _named(fact.object, names), "percent": _low(fact.percent), "period": _label(fact.period)}
    return "relation", {**made, "status": fact.status}, ()


def _attribute(fact: model.Attribute, names: Names) -> Stated:
    return "attribute", {"entity": _named(fact.entity, names), "attribute": fact.attribute, "value": fact.value}, ()


def _transformation(fact: model.Transformation, names: Names) -> Stated:
    made: Fields = {"before": _named(fact.before, names), "after": _named(fact.after, names), "kind": fact.kind}
    made |= {"authority": _named(fact.authority, names), "place": fact.place, "period": _label(fact.period)}
    return "transformation", {**made, "status": fact.status}, ()


def _rank(fact: model.Rank, names: Names) -> Stated:
    made: Fields = {"entity": _named(fact.entity, names), "rank": fact.rank, "class": fact.among}
    return "rank", {**made, "place": fact.place, "period": _label(fact.period)}, ()


def _event(fact: model.Event, names: Names) -> Stated:
    made: Fields = {"kind": fact.kind, "actor": _named(fact.actor, names), "object": _named(fact.object, names)}
    return "event", {**made, "place": fact.place, "date": _label(fact.date), "status": fact.status}, ()


def _provenance(fact: model.Provenance, names: Names) -> Stated:
    return "provenance", {"kind": fact.kind, "agent": _named(fact.agent, names), "target": fact.target}, ()


_SHOWN: Mapping[type[model.Fact], Callable[[Any, Names], Stated]] = {
    model.Measurement: _measurement, model.Change: _change, model.Share: _share, model.Target: _target,
    model.Conversion: _conversion, model.Issue: _issue, model.Tranche: _tranche, model.Policy: _policy,
    model.Relationship: _relationship, model.Attribute: _attribute, model.Transformation: _transformation,
    model.Rank: _rank, model.Event: _event, model.Provenance: _provenance,
}  # fmt: skip
TYPES = tuple("relation" if shape is model.Relationship else shape.__name__.lower() for shape in _SHOWN)


def _about(figure: model.Figure, names: Names, quantity: model.Quantity, whom: str | None = None) -> Fields:
    """Who and what; a metric that no row knows is named after what is counted."""
    metric = shown(figure.metric, quantity)
    who = _entity(figure, names) or _named(whom, names)
    return {"entity": who, "metric": _less(metric, who)}


def _less(metric: str, who: str | None) -> str:
    """What is measured, without whose it is: "reserves | of the Central Bank of Norland"."""
    if who is None or not metric.endswith(who) or " " not in metric:
        return metric
    what = metric.removesuffix(who).removesuffix("the ")
    return what[: -len(" of ")] if what.endswith((" of ", " at ", " in ")) else metric


def _below(figure: model.Figure, quantity: model.Quantity) -> str:
    """The metric that a figure is below zero: a trade deficit is a balance. A bare "deficit" may be anybody's."""
    row, said = known(figure.metric), (quantity.of or "").casefold()
    sure = row is not None and said in (*row.en, *row.zh) and (not said.isascii() or " " in said)
    return row.below if row is not None and sure else ""


def _unit(figure: model.Figure, quantity: model.Quantity) -> str:
    """A unit of the lexicon; what else is counted is named by the metric."""
    row = known(figure.metric)
    if row is not None and row.counts and quantity.kind in ("count", "number") and unit(figure.unit) is None:
        return row.counts
    if quantity.kind == "count" and unit(figure.unit) is None:
        return told_as(figure.unit)
    return things(figure.unit, quantity.of or figure.metric)


def _entity(figure: model.Figure, names: Names) -> str | None:
    return _named(figure.entity, names)


def _named(entity: str | None, names: Names) -> str | None:
    return names.get(entity, entity) if entity else None


def _segment(figure: model.Figure, within: str | None = None) -> str | None:
    """The members of axes, and what the text calls the rest."""
    said = [member for axis, member in figure.segment if axis != "words" or within is None]
    if within is not None and not within.isascii():  # a text without spaces calls its parts itself
        said = [member for member in said if member in PARTS]
    return ", ".join(filter(None, [*said, within])) or None


_LONG = 80  # days of a stretch that is seldom compared with the one right before it


def _period(figure: model.Figure) -> str | None:
    """When a figure was so: a year before, or nobody says when, where it is only what another one moved from."""
    if figure.period is not None and (figure.basis or "").strip().startswith("before "):
        row = known(figure.metric)
        long = figure.period.start and figure.period.end and (figure.period.end - figure.period.start).days >= _LONG
        return _label(days.shifted(figure.period, "-P1Y")) if long and row is not None and row.additive_time else None
    return _label(figure.period)


def _label(period: model.Period | None) -> str | None:
    """A time without a place in the calendar ("September", of which nobody says the year) has no label of its own."""
    return period.label if period and (period.start or period.end) else None


def _described(figure: model.Figure, names: Names) -> str:
    """What a share is a share of, in as many words as tell it from its neighbours."""
    row = known(figure.metric)
    if row is not None and row.en and not any(char >= "\u4e00" for char in _segment(figure) or ""):
        members = [member for axis, member in figure.segment if axis != "words"]
        return " ".join([*members, row.name_en or row.en[0]])
    said = " ".join(filter(None, (_segment(figure), figure.metric.removeprefix("other:"))))
    return said or _entity(figure, names) or ""


def _base(figure: model.Figure, base: model.Figure) -> str | None:
    """How far back the base lies: yoy, mom, qoq, else its own label; nothing where the text leaves it open."""
    if figure.period and base.period:
        if (year := _of_year(figure.period, base.period)) is not None:
            return year
        for shift, name in _SHIFTS.items():
            if days.shifted(figure.period, shift) == base.period:
                return name
        if (near := _nearby(figure.period, base.period)) is not None:
            return near
    shift, before, _ = (base.basis or "").partition("before ")
    if before:
        shift = shift.strip()
        return _SHIFTS.get(shift) if shift.startswith("-P") or not shift else shift
    return _period(base) or base.basis


def _of_year(now: model.Period, then: model.Period) -> str | None:
    """From the beginning of the year that goes on: "截至3月末有6,120家，较去年末减少73家"."""
    if now.end is None or then.start is None or then.end is None or (then.end - then.start).days != 1:
        return None
    first = then.end if (then.start.month, then.start.day) == (12, 31) else then.start
    return "ytd" if now.end > then.end and first == dt.date(now.end.year, 1, 1) else None


def _nearby(now: model.Period, then: model.Period) -> str | None:
    """From the last day of another month, the week or the day before; nothing for any other two periods."""
    if now.start is None or now.end is None or then.start is None or then.end is None:
        return None
    far, long = (now.start - then.start).days, (then.end - then.start).days
    if long == 1 and now.end.day == then.end.day == 1:  # the last days of two months
        months = 12 * (now.end.year - then.end.year) + now.end.month - then.end.month
        return _SHIFTS.get("-P1Y" if months == 12 else f"-P{months}M")
    if long == 1 and (now.end - now.start).days == 1 and 0 < far <= _WEEKEND:
        return "dod"
    return "wow" if long in (5, 7) and far == 7 else None


def _value(quantity: model.Quantity, sign: int = 1) -> Fields:
    made: Fields = {"value": _number(sign * quantity.low)}
    if quantity.high != quantity.low:
        made["high"] = _number(sign * quantity.high)
    return made


def _priced(quantity: model.Quantity, unit_: str) -> tuple[model.Quantity, str]:
    """Cents and pence as parts of their currency, where the text says which: 41 cents are 0.41 dollars."""
    row = unit(unit_)
    if row is None or row.part is None or not quantity.currency or quantity.unit != unit_:
        return quantity, unit_
    low, high = quantity.low / row.part, quantity.high / row.part
    return msgspec.structs.replace(quantity, low=low, high=high), quantity.currency


def _low(quantity: model.Quantity | None) -> msgspec.Raw | None:
    return _number(quantity.low) if quantity else None


def _qualifier(quantity: model.Quantity) -> Fields:
    return {"qualifier": _QUALIFIERS.get(quantity.approx or "", "exact")}


def _number(value: Fraction) -> msgspec.Raw:
    """In full; a part that words name and that has no finite decimal ("a third") to two places."""
    return msgspec.Raw(decimal(value if finite(value) else round(value, _PLACES)).encode())


def _filled(made: Fields) -> Fields:
    return {key: value for key, value in made.items() if value is not None and value != ""}
