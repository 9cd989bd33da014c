"""What is measured, and the ways a whole is split: the rows of metrics.toml and axes.toml, looked up by their words."""

from __future__ import annotations

from functools import cache

from crossfoot.errors import LexiconError
from crossfoot.lexicon import Row, load
from crossfoot.model import Quantity


class Metric(Row, frozen=True):
    """`kinds` are the kinds of quantity it is printed as (exchange.md), best first."""

    id: str
    kinds: tuple[str, ...]
    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    verbs_en: tuple[str, ...] = ()
    verbs_zh: tuple[str, ...] = ()
    negative: bool = False
    additive_time: bool = False
    additive_segment: bool = False
    units: tuple[str, ...] = ()  # in which alone it is printed
    counts: str = ""  # the unit that it is told in where the text prints none
    each: str = ""  # the metric that it is where it is printed by the piece: "earned 72 cents a share"
    below: str = ""  # the metric that it is below zero
    short_en: tuple[str, ...] = ()  # forms that no reader would call it by: the first form stands for them
    name_en: str = ""  # in a label; the first form if it is not given


class Member(Row, frozen=True):
    id: str
    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()


class Axis(Row, frozen=True):
    """A way to split a whole. `exhaustive`: the members together are the whole of each metric named in `of`."""

    id: str
    member: tuple[Member, ...]
    exhaustive: tuple[tuple[str, ...], ...] = ()  # sets of members that make up the whole
    of: tuple[str, ...] = ()
    unit: str | None = None  # the members are units of this ("sedans" are vehicles)


class Metrics(Row, frozen=True):
    metric: tuple[Metric, ...]
    deflated: tuple[
        str, ...
    ] = ()  # ends of names of what grows at constant prices, while its levels are at those of now


class Axes(Row, frozen=True):
    axis: tuple[Axis, ...]


@cache
def _metrics() -> dict[str, Metric]:
    rows = load("metrics.toml", Metrics).metric
    by_id = {row.id: row for row in rows}
    if len(by_id) < len(rows):
        raise LexiconError("metrics.toml: an id stands twice: give each metric one row")
    return by_id


@cache
def deflated(name: str) -> bool:
    """Is a rate of growth of what is called so mostly told without what prices did, so that no level follows from it?

    >>> deflated("other:第一产业增加值"), deflated("revenue")
    (True, False)
    """
    return name.lower().endswith(load("metrics.toml", Metrics).deflated)


def metric(name: str) -> Metric | None:
    """The row of a metric id; None for a metric in the text's own words ("other:business failures").

    >>> metric("sales_volume").additive_time
    True
    """
    return _metrics().get(name)


@cache
def metric_forms(lang: str, verbs: bool = False) -> dict[str, tuple[Metric, ...]]:
    """Folded form -> the metrics it may mean ("sales" is a revenue or a volume: the unit tells)."""
    forms: dict[str, tuple[Metric, ...]] = {}
    for row in _metrics().values():
        for form in getattr(row, f"verbs_{lang}" if verbs else lang, ()):
            forms[form.casefold()] = (*forms.get(form.casefold(), ()), row)
    return forms


# The parts that the exchange form names; all others are told there in the words of the text.
PARTS = frozenset(("domestic", "export", "nev", "sedan", "suv", "mpv"))
# The metrics that the exchange form names; all others are told there in words ("other:operating profit").
NAMED = frozenset((
    "sales_volume", "deliveries", "retail_volume", "wholesale_volume", "production_volume", "revenue", "net_profit",
    "pre_tax_profit", "gross_margin", "stake", "deal_value", "investment", "capacity", "floor_area", "employees",
    "tenants", "passengers", "exports_value", "imports_value", "trade_balance", "policy_rate", "inflation", "yield",
    "order_book", "fine", "shares_offered", "price",
))  # fmt: skip


def in_words(row: Metric, lang: str, text: str, before: str) -> str:
    """What a text calls a metric: the longest of its forms in the text, with the words `before` where they stand there.

    >>> in_words(metric("margin"), "en", "net interest margin narrowed to 2.1%", "net interest")
    'net interest margin'
    """
    forms = sorted(row.zh if lang == "zh" else row.en, key=len, reverse=True)
    form = next((form for form in forms if form in text), "")
    if not form and lang == "zh":  # 出货 is counted as 出货量
        form = next((noun for verb in row.verbs_zh if verb in text for noun in forms if noun.startswith(verb)), "")
    form = form or (forms[-1] if forms else row.id)
    form = row.en[0] if form in row.short_en else form
    whole = f"{before}{'' if lang == 'zh' else ' '}{form}"
    return whole if before and whole in text else form


def shown(name: str, quantity: Quantity) -> str:
    """The metric of a figure in the exchange form: an id that it names, else the words for what is counted."""
    row = metric(name)
    if row is not None and row.id not in NAMED:
        return f"other:{quantity.of or row.en[0]}"
    if name.startswith("other:") and quantity.of:
        return quantity.of if quantity.of in NAMED else _counted(quantity) or f"other:{quantity.of}"
    if name == "other:":
        return f"other:{quantity.unit}" if quantity.kind != "percent" else ""
    return name


def _counted(quantity: Quantity) -> str | None:
    """The metric that a noun is a form of, though it stood too far from its figure to be read as one: "380 staff"."""
    rows = metric_forms("en").get((quantity.of or "").casefold(), ())
    return next((row.id for row in rows if row.counts and quantity.kind in row.kinds), None)


@cache
def axes() -> dict[str, Axis]:
    rows = load("axes.toml", Axes).axis
    for row in rows:
        ids = {member.id for member in row.member}
        for group in row.exhaustive:
            if not set(group) <= ids:
                raise LexiconError(f"axes.toml: axis {row.id!r}: {sorted(set(group) - ids)} is no member of it")
    return {row.id: row for row in rows}


@cache
def member_forms(lang: str) -> dict[str, tuple[str, str]]:
    """Folded form -> (axis, member): "sport utility vehicles" -> ("body", "suv")."""
    forms: dict[str, tuple[str, str]] = {}
    for axis in axes().values():
        for member in axis.member:
            for form in getattr(member, lang, ()):
                if forms.setdefault(form.casefold(), (axis.id, member.id)) != (axis.id, member.id):
                    raise LexiconError(
                        f"axes.toml: {form!r} stands for {forms[form.casefold()]} and {(axis.id, member.id)}"
                    )
    return forms
