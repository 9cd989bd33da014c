"""The figures of an item in a row: what each is a size of, where it stands, and the words around it that are cues."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Literal

import msgspec

from crossfoot.late import late
from crossfoot.lexicon import numerals
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.cued import halves, likely, listed_of
from crossfoot.lexicon.identities import identities
from crossfoot.lexicon.languages import spaced
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.units import PER_MILLE, unit
from crossfoot.lexicon.words import moving, turns
from crossfoot.model import Block, Change, Cue, Document, Fact, Figure, Mention, Printed, Quantity, Share, Span
from crossfoot.ranges import usual

Sort = Literal["amount", "rate", "points", "multiple", "length"]
SORTS: dict[str, Sort] = {
    "money": "amount",
    "count": "amount",
    "measure": "amount",
    "number": "amount",
    "percent": "rate",
    "fraction": "rate",
    "percentage-point": "points",
    "basis-point": "points",
    "multiple": "multiple",
    "duration": "length",
}
CALLED = 14  # characters before a figure that may call it something
_SMALL = late(
    "[^\\w]|[的了为是在至到达约占较比由从其中按以及和与、]|公司|同比|环比|增长|增加|下降|减少|累计|合计|分别|当月|全年|实现|完成|亿|万"
)
_MARK = late(r"[,;:，；：。]")
LABEL = " :：\t"
NEAR = 40  # characters between a direction and what it is said of
LONGEST = 200  # characters before a figure that are looked at
PLUS, MINUS = ("+", "＋"), ("-", "－", "−")
LEAST_RATIO = 16  # characters before the last number of a ratio of three
_RATIO = late(r"[0-9][:：∶][0-9.]{1,6}[:：∶]$")
_ONE = Fraction(1)
LABELS = 5  # figures in a row without a mark between them
FEW = 10  # things that are only counted to be told
JOINTS = frozenset({",", "，", "、", "和", "及", "与", "以及", "and", ", and"})
LONG = 200  # places that a list has at the most
MOST_POINTS = 30  # more are points of an index


class Split(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A list of parts, by the places of its figures in the row."""

    parts: tuple[int, ...]
    wholes: tuple[tuple[int, float], ...]  # what it may be of, the likeliest first, and what each costs
    sure: bool = False  # marks or words set out all of it, and what it makes


class Amount(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One printed figure; `low` and `high` are its default range, rates in percent, cents in whole currency."""

    index: int
    span: Span
    quantity: Quantity
    scale: Fraction  # by which it stands in equations: a cent is a hundredth of what others are given in
    sort: Sort
    sentence: int
    paragraph: int
    lead: str  # the words since the figure before it, in its sentence
    tail: str  # the words up to the next one
    marks: frozenset[str]
    low: float
    high: float
    figures: tuple[Printed, ...]  # what the facts take it for
    move: Change | None = None  # what a phrasing says that it is the size of
    lang: str = "en"
    word: Span | None = None  # of the direction that stands by it
    leading: bool = False  # in its language what a figure is of stands before it
    size: float = 0.0  # the middle of its range
    step: float = 0.0  # the last place that is printed
    like: tuple[str, str | None] | None = None  # what it can be added to; None: whatever stands around it
    run: tuple[int, int] = (0, 1)  # its place in a list of figures of its sort, and how many they are
    under: tuple[Split, ...] = ()  # the lists of parts that it is in, the likeliest first
    of: tuple[str | None, str | None] = (None, None)  # the metrics of the part and the whole that it is the share of
    aside: bool = False  # said only to compare, to aim at, or to say how much something moved or is for each

    @property
    def figure(self) -> Figure | None:
        """What it is a number of, where the facts know."""
        return self.figures[0].figure if self.figures else None

    @property
    def sharp(self) -> float:
        """How much of itself its range is."""
        return (self.high - self.low) / abs(self.size) if self.size else 1.0

    def has(self, *marks: str) -> bool:
        return not self.marks.isdisjoint(marks)


def row(
    document: Document, sentences: Sequence[tuple[Block, list[Mention]]], facts: Sequence[Fact]
) -> tuple[Amount, ...]:
    """The figures of an item in reading order."""
    known: dict[Span, list[Printed]] = {}
    for fact in facts:
        for printed in fact.printed:
            known.setdefault(printed.span, []).append(printed)
    moves = {fact.printed[0].span: fact for fact in facts if isinstance(fact, Change) and fact.printed}
    wholes = {
        p.span: f.wholes[0].metric for f in facts if isinstance(f, Share) for p in f.printed if p.figure == f.ratio
    }
    found, number, text = list[Amount](), 0, simplified(document.text)
    for block, mentions in sentences:
        inside = [m for m in mentions if isinstance(m.value, Quantity) and _counts(m.value, document.text)]
        inside = list(_outside_lists(inside, mentions, text, block.lang))
        inside = list(_said(inside, document.text))
        ways = [m for m in mentions if isinstance(m.value, Cue) and m.value.kind == "direction"]
        start = block.span.start
        for i, mention in enumerate(inside):
            start = max(start, mention.span.start - LONGEST)
            end = inside[i + 1].span.start if i + 1 < len(inside) else block.span.end
            lead, tail = text[start : mention.span.start], text[mention.span.end : end]
            amount = _amount(
                len(found),
                mention,
                (number, block.parent),
                (lead, tail),
                tuple(known.get(mention.span, ())),
                block.lang,
            )
            if amount is not None:
                of = _of(amount, wholes.get(mention.span))
                amount = msgspec.structs.replace(amount, move=moves.get(mention.span), of=of)
                signed = amount.sort == "rate" and document.text[mention.span.start] in (*PLUS, *MINUS)
                found.append(_signed(amount) if signed else _turned(amount, ways, (start, end)))
            if not passing(mention.value, document.text):
                start = mention.span.end
        number += document.text[block.span.end - 1] not in ";；"
    return tuple(_listed(found))


def _outside_lists(inside: Sequence[Mention], mentions: Sequence[Mention], text: str, lang: str) -> Iterator[Mention]:
    """Those that do not say how long a list is that somebody is placed in: "12th of 18", "91 of every hundred"."""
    words = listed_of(lang)
    if words is None:
        yield from inside
        return
    ends = {m.span.end for m in mentions if isinstance(m.value, Quantity) and m.value.kind == "ordinal"}
    for mention in inside:
        lead = words.behind_place.search(text, max(mention.span.start - CALLED, 0), mention.span.start)
        placed = lead is not None and lead.start() in ends and _plain(mention.value)
        if not placed and words.of_every.match(text, mention.span.end) is None:
            yield mention


def _plain(value: object) -> bool:
    """Is it a whole number that may say how long a list is?"""
    return isinstance(value, Quantity) and value.kind in ("number", "count") and value.step == 1 and value.high <= LONG


def _of(rate: Amount, whole: str | None) -> tuple[str | None, str | None]:
    """The metrics of which a rate is the share of one in the other, where the words or its own metric say so."""
    if rate.sort != "rate":
        return None, None
    if whole is not None and metric(whole) is not None:
        return None, whole
    own = next((i.of for i in identities() if i.of and any(p.figure.metric == i.result for p in rate.figures)), None)
    return own or (None, None)  # type: ignore[return-value]


def _said(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """Those that are no labels of a chart, of which many stand in a row with nothing between them."""
    run = list[Mention]()
    for mention in mentions:
        if run and text[run[-1].span.end : mention.span.start].strip():
            yield from run if len(run) < LABELS else ()
            run = []
        run.append(mention)
    yield from run if len(run) < LABELS else ()


def passing(value: object, text: str) -> bool:
    """Does a figure only say how long something lasts, or how many things are told: "两个品种", "3年期"?"""
    if not isinstance(value, Quantity):
        return False
    start, end = value.digits
    return value.kind == "duration" or (value.kind == "count" and value.low <= FEW and not text[start:end].isascii())


def _listed(amounts: Sequence[Amount]) -> list[Amount]:
    """The figures, each with its place in its list."""
    found, first = list[Amount](), 0
    for i, amount in enumerate(amounts):
        joined = i and amount.sort == amounts[i - 1].sort and amount.lead.strip() in JOINTS
        if not joined:
            found += _numbered(amounts[first:i])
            first = i
    return found + _numbered(amounts[first:])


def _numbered(run: Sequence[Amount]) -> list[Amount]:
    if len(run) < 2:
        return list(run)
    return [msgspec.structs.replace(amount, run=(place, len(run))) for place, amount in enumerate(run)]


def _signed(amount: Amount) -> Amount:
    """A rate with its sign before it, as a size that moved that way: "环比+5.0%", "(88,000), -5.1%"."""
    sign, quantity = Span(amount.span.doc, amount.span.start, amount.span.start + 1), amount.quantity
    if amount.size >= 0:
        return msgspec.structs.replace(amount, marks=amount.marks | {"up", "moved"}, word=sign)
    quantity = msgspec.structs.replace(quantity, low=-quantity.high, high=-quantity.low, change="down")
    return msgspec.structs.replace(
        amount,
        quantity=quantity,
        low=-amount.high,
        high=-amount.low,
        size=-amount.size,
        marks=amount.marks | {"down", "moved"},
        word=sign,
    )


def _turned(amount: Amount, ways: Sequence[Mention], reach: tuple[int, int]) -> Amount:
    """With the direction that is said of it: right before it, else right behind."""
    at = bisect_right(ways, amount.span.start, key=lambda m: m.span.end)
    near = [m for m in ways[max(at - 1, 0) : at] if reach[0] <= m.span.start and amount.span.start - m.span.end <= NEAR]
    at = bisect_left(ways, amount.span.end, key=lambda m: m.span.start)
    near += [
        m
        for m in ways[at : at + 1]
        if m.span.end <= reach[1]
        and m.span.start - amount.span.end <= NEAR // 2
        and not _MARK.search(amount.tail[: m.span.start - amount.span.end])  # "45%, up 140 basis points"
    ]
    change = amount.quantity.change
    if not near and change is not None:  # "has gone up to 7.4% from 8.1%, that is by 0.7 points"
        at = bisect_right(ways, amount.span.start, key=lambda m: m.span.end)
        near = [m for m in ways[max(at - 1, 0) : at] if isinstance(m.value, Cue) and m.value.sense == change]
    word, marks, reach_ = near[0].span if near else None, amount.marks, amount.lead[-NEAR // 2 :]
    if not amount.has("up", "down", "moved") and near and isinstance(near[0].value, Cue):
        marks |= {near[0].value.sense}
    beside = turns(amount.lang, reach_, amount.tail)
    if beside is not None:  # "nine points less", "12 crowns dearer", "恶化1.6个百分点"
        start, end, sense = beside
        at = amount.span.start if amount.leading else amount.span.end
        own = Span(amount.span.doc, at + start, at + end)
        if amount.has("of moves"):  # "多减" is more, whichever way
            word, marks = own, (marks - {"up", "down"}) | {sense}
        elif word is None or not amount.has("up", "down"):
            word = own
            marks |= {sense} if not amount.has("up", "down") else set()
            marks |= {"more"} if not amount.leading else set()
    elif word is None and change is not None and (back := moving(amount.lang, reach_)) is not None:
        word = Span(amount.span.doc, amount.span.start + back[0], amount.span.start + back[1])
    return msgspec.structs.replace(amount, marks=marks, word=word)


def _counts(quantity: Quantity, text: str) -> bool:
    """Is it a figure, and neither a rank nor a year that nobody dated?"""
    start, end = quantity.digits
    if quantity.unit == PER_MILLE:
        return False
    if quantity.kind == "count" and text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return False  # "two-family houses"
    if quantity.kind == "number" and _RATIO.search(text[max(start - LEAST_RATIO, 0) : start]):
        return False  # "三者之比为7:3:1"
    return quantity.kind in SORTS and not numerals.like_a_year(quantity, text)


def _amount(
    index: int,
    mention: Mention,
    place: tuple[int, int],
    around: tuple[str, str],
    figures: tuple[Printed, ...],
    lang: str,
) -> Amount | None:
    value = mention.value
    assert isinstance(value, Quantity)  # noqa: S101 - the caller has looked
    sort = SORTS[value.kind]
    if value.unit == "times":
        sort = "multiple"
    elif value.unit == "point" and value.low < MOST_POINTS:
        sort = "points"
    scale = _scale(value)
    range_ = usual(value if value.change is None else msgspec.structs.replace(value, change=None))
    if range_.low is None or range_.high is None:
        return None
    marks = marked(around, lang)
    if value.change is not None:
        marks |= {value.change, "moved"}
    if value.per is not None:
        marks |= {"each"}
    low, high = float(range_.low), float(range_.high)
    if scale is not _ONE:
        low, high = float(range_.low * scale), float(range_.high * scale)
    leading = not spaced(lang)
    return Amount(
        index,
        mention.span,
        value,
        scale,
        sort,
        *place,
        *around,
        marks,
        low,
        high,
        figures,
        lang=lang,
        leading=leading,
        size=(low + high) / 2,
        step=float(value.step) * (float(scale) if scale is not _ONE else 1.0),
        like=_like(value, leading),
    )


def _scale(quantity: Quantity) -> Fraction:
    """Fractions count in percent, cents in their currency, basis points in points."""
    known = unit(quantity.unit)
    if quantity.kind == "fraction" and quantity.high <= 1:
        return Fraction(100)
    if quantity.kind == "basis-point":
        return Fraction(1, 100)
    return Fraction(1, known.part) if known is not None and known.part else _ONE


def marked(around: tuple[str, str], lang: str) -> frozenset[str]:
    """The cues that stand near a figure, by the words before and behind it.

    >>> sorted(marked(("of which ", " was exported"), "en"))
    ['cut by market', 'parts', 'split']
    """
    lead, tail = around = around[0].lower(), around[1].lower()
    labelled = lead.rstrip(LABEL)  # "· 完成率：71%": a label stands in the clause of its figure
    here, next_ = _MARK.split(labelled)[-1], _MARK.split(tail, maxsplit=1)[0]  # in the clause of the figure
    if spaced(lang) and here.rstrip().rpartition(" ")[2] in JOINTS:
        here = ""  # "$20 million from services and $30 million": the words before are of the figure before
    found, ruled = set[str](), set[str]()
    for cue in likely(lang, lead, tail):
        before, behind = (here, next_) if cue.clause else around
        if cue.stands(before[-cue.reach :], behind[: cue.reach]):
            found.add(cue.id)
            ruled.update(cue.over)
    return frozenset(found - ruled)


def called(cue: Amount, other: Amount) -> bool:
    """Do the words right before one figure name what another is of: "占公司总股本的2%" and "公司总股本4亿股"?"""
    if not cue.leading:
        return False
    return not _pairs(cue.lead[-CALLED:]).isdisjoint(_pairs(other.lead[-CALLED:]))


def opposite(one: Amount, other: Amount) -> bool:
    """Do two figures have words before them that leave nothing out: "内销29.8万吨，出口5.9万吨"?"""
    if not one.leading:
        return False
    first, second = _halves(one.lead[-CALLED:], one.lang), _halves(other.lead[-CALLED:], other.lang)
    return any((pair, not side) in second for pair, side in first)


@lru_cache(maxsize=1024)
def _halves(words: str, lang: str) -> frozenset[tuple[int, bool]]:
    """Which of two words that leave nothing out stand there."""
    return frozenset(
        (pair, side) for pair, both in enumerate(halves(lang)) for side in (False, True) if both[side] in words
    )


@lru_cache(maxsize=1024)
def _pairs(words: str) -> frozenset[str]:
    words = _SMALL.sub("，", words)
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    return frozenset([pair for pair in pairs if "，" not in pair])


def akin(one: Quantity, other: Quantity, leading: bool = True) -> bool:
    """May two figures be of one thing, by their kinds and units?"""
    (a, b), bare = (_like(one, leading), _like(other, leading)), "number" in (one.kind, other.kind)
    if a is None or b is None:
        return bare
    return a[0] == b[0] and (a[1] == b[1] or None in (a[1], b[1]))


def kin(*amounts: Amount) -> bool:
    """May figures be added up or compared, as far as they say? A bare number is of whatever stands around it."""
    kind = unit_ = None
    for amount in amounts:
        like = amount.like
        if like is None:
            continue
        its_kind, its_unit = like
        if kind is None:
            kind = its_kind
        elif kind != its_kind:
            return False
        if its_unit is not None:
            if unit_ is not None and unit_ != its_unit:
                return False
            unit_ = its_unit
    return True


def likeness(quantity: Quantity) -> tuple[str, str | None] | None:
    """What a figure must share with another to be set against it, whatever counts it."""
    return _like(quantity, leading=False)


def _like(quantity: Quantity, leading: bool) -> tuple[str, str | None] | None:
    """The kind of a figure, and the unit that others must share with it."""
    match quantity.kind:
        case "number":
            return None
        case "count":  # where every noun has a measure word of its own, it tells things apart
            return quantity.kind, quantity.unit if leading else None
        case "measure":
            return quantity.kind, quantity.unit
        case _:
            alone = quantity.currency is None and _small(quantity)  # cents, of any currency
            return quantity.kind, None if alone else quantity.currency or quantity.unit


def _small(quantity: Quantity) -> bool:
    known = unit(quantity.unit)
    return known is not None and known.part is not None
