"""What a document states: figures, the printings of them, and one shape for each type of fact."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Literal

from crossfoot.model.document import Span, Value
from crossfoot.model.mention import Period, Quantity


class Figure(Value, frozen=True):
    """What a number is a number of: the key on which everything ties. Two statements meet if their figures are equal.

    A rate is a figure too: metric "growth of sales_volume", unit percent, basis the period that it is measured from.
    """

    entity: str | None
    metric: str
    segment: tuple[tuple[str, str], ...] = ()  # (axis, member) pairs in order: (("market", "domestic"),)
    period: Period | None = None
    unit: str = ""
    basis: str | None = None
    status: str = "actual"  # actual, target, planned, ...


class Printed(Value, frozen=True):
    """One printing of one figure. The same figure may be printed several times; each printing may be the wrong one."""

    figure: Figure
    quantity: Quantity
    span: Span  # of the quantity
    nominal: bool = False  # a coupon, a cap, an issue amount: exact as printed (semantics: nominal amounts)
    word: Span | None = None  # of the direction word that gave the quantity its sign
    tabled: bool = False  # in a table whose figures are all printed to one place: noughts at its end count
    headed: bool = False  # in a headline, which says again what its text says


RelationKind = Literal[
    "sum", "crossfoot", "difference", "share", "growth", "growth_mix", "points", "ratio", "product", "average",
    "conversion", "attainment", "cumulative", "same_whole", "equal", "order", "count", "date",
]  # fmt: skip


class Fact(Value, frozen=True):
    """Base of everything stated. `printed` is all that the solver needs to know of any fact."""

    spans: tuple[Span, ...]
    rule: str  # the phrasing row that read it
    printed: tuple[Printed, ...] = ()


class Retold(Value, frozen=True):
    """What a reader would tell of a figure otherwise than its key: it is shown so, and ties as its key says."""

    metric: str | None = None
    entity: str | None = None  # "" where it is nobody's
    segment: str | None = None  # "" where it is of no part
    period: Period | None = None
    undated: bool = False  # nobody says when


class Measurement(Fact, frozen=True, kw_only=True):
    figure: Figure
    quantity: Quantity
    told: bool = False  # a fact of another type tells it: here its figure is only there to be reckoned with
    loss: bool = False  # printed without its sign: "a loss of 33 million"
    whom: str | None = None  # whose a figure most likely is that nobody's name stands with
    within: str | None = None  # what its segment is called, where the words of its key say more
    due: bool = False  # it is yet to come: a forecast or a demand, though it ties as any level
    moved: Literal["up", "down"] | None = None  # so many more or fewer, though it ties as any level: "cut 600 jobs"
    retold: Retold | None = None


class Change(Fact, frozen=True, kw_only=True):
    """`figure` moved by `quantity` (signed by its `change`) from `bases[0]`; more bases are equally good readings."""

    figure: Figure
    rate: Figure
    bases: tuple[Figure, ...]
    quantity: Quantity
    by: Literal["percent", "points", "amount", "multiple", "fold"]  # "fold": by so many times what it was
    firm: bool = True  # False: the base may be of another time than the move ("by 5 to 761, against 1,137 a year ago")
    due: bool = False  # it is only foreseen
    bare: bool = False  # only words tell it: nothing is tied by it
    whom: str | None = None  # whose a figure most likely is that nobody's name stands with
    within: str | None = None
    retold: Retold | None = None


class Share(Fact, frozen=True, kw_only=True):
    part: Figure
    ratio: Figure
    wholes: tuple[Figure, ...]  # readings, best first
    named: bool = False  # is the whole one that the words can only mean: "its holder's holding"?
    quantity: Quantity
    rest: bool = False  # is it what is left of the whole without the part: a margin beside sales and costs?
    part_words: str | None = None  # as written, where a part or a whole is spoken of and not printed
    whole_words: str | None = None  # "" where nobody says of what
    turn: int = 0  # how often words before it have said that an unprinted whole is another one by then


class Target(Fact, frozen=True, kw_only=True):
    figure: Figure  # status "target"
    quantity: Quantity
    attained_by: Figure | None = None  # what is measured against it
    ratio: Figure | None = None
    attained: Quantity | None = None
    whom: str | None = None  # whose a figure most likely is that nobody's name stands with
    within: str | None = None
    retold: Retold | None = None


class Conversion(Fact, frozen=True, kw_only=True):
    figure: Figure
    to_figure: Figure
    quantity: Quantity
    to_quantity: Quantity


class Issue(Fact, frozen=True, kw_only=True):
    issuer: str | None
    instrument: str
    figure: Figure
    quantity: Quantity
    market: str | None = None
    use_of_proceeds: str | None = None
    status: str | None = None
    tenor: str | None = None  # ISO 8601 duration, or "perpetual"


class Tranche(Fact, frozen=True, kw_only=True):
    issuer: str | None
    figure: Figure
    quantity: Quantity
    tenor: str | None = None  # ISO 8601 duration
    coupon: Quantity | None = None
    coupon_figure: Figure | None = None
    maturity: Period | None = None


class Policy(Fact, frozen=True, kw_only=True):
    """Who may, should or must do what. A party, here and below, is the id of an entity, else words as written."""

    action: str
    beneficiary: str | None = None
    activity: str | None = None
    limit_metric: str | None = None
    limit_before: Quantity | None = None
    limit_after: Quantity | None = None
    authority: str | None = None
    place: str | None = None
    effective: Period | None = None
    instrument: str | None = None
    status: str | None = None


class Relationship(Fact, frozen=True, kw_only=True):
    """Who stands how to whom; `count` when the text only numbers them ("four industrial players")."""

    subject: str
    relation: str  # founder_of, shareholder_of, ...
    object: str
    count: Quantity | None = None
    percent: Quantity | None = None
    period: Period | None = None
    status: str | None = None


class Attribute(Fact, frozen=True, kw_only=True):
    entity: str
    attribute: str  # alias, kind, located_in, founded, listed_on, focus, principles, aim, use_of_proceeds
    value: str


class Transformation(Fact, frozen=True, kw_only=True):
    """What becomes what: upgrade, rename, merger, split, relocate."""

    before: str | None
    after: str | None
    kind: str
    authority: str | None = None
    place: str | None = None
    period: Period | None = None
    status: str | None = None


class Rank(Fact, frozen=True, kw_only=True):
    entity: str
    rank: int
    among: str | None = None  # what is ranked: "national innovation center"
    place: str | None = None
    period: Period | None = None


class Event(Fact, frozen=True, kw_only=True):
    kind: str  # acquisition, appointment, departure, production_start, approval, fine, appeal, ...
    actor: str | None = None
    object: str | None = None
    place: str | None = None
    date: Period | None = None
    status: str | None = None


class Provenance(Fact, frozen=True, kw_only=True):
    """Where a text, or what it says, comes from: attribution, filing, notice, author, photo_credit, first_published."""

    kind: str
    agent: str
    target: str | None = None


class Grouping(Fact, frozen=True, kw_only=True):
    """A whole and its parts. `complete`: the parts exhaust it, so that their sum may contradict; else they bound it."""

    whole: Figure
    parts: tuple[Figure, ...]
    less: tuple[Figure, ...] = ()  # parts that are taken off, though they are printed without a sign
    complete: bool
    likely: bool = False  # no cue says so, yet the parts may well be all: complains of a plain slip only
    loose: bool = False  # some of them may be no parts: never complains
    origin: Literal["asserted", "structural"] = "asserted"
    cue: Span | None = None


class Unfooted(Fact, frozen=True, kw_only=True):
    """Figures of a table that may be sums, and of more lines than could all be tried; each span is one of them."""


class Averaging(Fact, frozen=True, kw_only=True):
    """Rates that weigh by amounts: the coupons of the tranches of one issue."""

    average: Figure
    rates: tuple[Figure, ...]
    weights: tuple[Figure, ...]


class Multiplication(Fact, frozen=True, kw_only=True):
    """So many at so much each make so much (`kind` product), or a figure that is so many times another (ratio)."""

    kind: Literal["product", "ratio"]
    result: Figure
    factors: tuple[Figure, Figure]
    firm: bool = True  # False: one of them was said before, and may be of something else


class Tie(Fact, frozen=True, kw_only=True):
    """An equation of a known shape that a cue asks for, over figures that stand near it; the result comes first.

    sum: f0 = f1 + f2 + ...; growth: f0 = f1 × (1 + f2); points, change: f0 = f1 + f2; share: f0 = f1 × f2 percent;
    product: f0 = f1 × f2 × factor; mix: f0 lies between f1, f2, ..., whose weights come behind them.
    A rate or an amount that something fell by is negative.
    """

    kind: RelationKind
    shape: Literal["sum", "growth", "points", "change", "share", "product", "mix"]
    figures: tuple[Figure, ...]
    scales: tuple[Fraction, ...]  # by which each stands in the equation: a cent is a hundredth of a dollar
    factor: Fraction = Fraction(1)
    firm: bool = False  # words alone say that it must hold
    named: bool = False  # words name each of its figures, over sentences as well
    blames: Span | None = None  # a figure in which a slip of the pen would explain that it does not tie as printed
    chance: float = 0.0  # of such a tie by accident, over all that were tried


class Comparison(Fact, frozen=True, kw_only=True):
    """Order only: "record", "below last year's", a part that cannot exceed its whole."""

    lesser: Figure
    greater: Figure
    strict: bool = False
    gap: Figure | None = None  # by which a word says that the first of the two exceeds the second, or falls short of it


class Listing(Fact, frozen=True, kw_only=True):
    """A number of names said and the names then given."""

    figure: Figure
    names: tuple[Span, ...]
    quantity: Quantity


class Dated(Fact, frozen=True, kw_only=True):
    weekday: str
    date: dt.date


# How a length is counted: from the first day or the day after it, rounded (either); the first day and the last (both:
# "May 1 to 5, five days"); whole years that are over (full: an age), or one more (around); years of which the first
# and the last may both count (years: "in three years, from 2021 to 2024"); one year less another (exact: a jubilee), or
# one more than that (nth: what was first held in 1977 is held for the 50th time in 2026).
Counts = Literal["either", "both", "full", "around", "years", "exact", "nth"]


class Stretch(Fact, frozen=True, kw_only=True):
    """Two times and how long it is from the one to the other: "a 90-day pact signed on May 2 runs to July 31".

    Either end may be when the text was published, which it need not print ("ten years ago").
    """

    start: Period
    end: Period
    length: int
    unit: Literal["day", "week", "month", "year"]
    told: Span  # the words for the length
    counts: Counts = "either"
