"""What a move is of, and the move as a fact: a fit comes in, what moved and its change go out."""

from __future__ import annotations

from typing import Literal

import msgspec

from crossfoot.facts import ends, in_passing
from crossfoot.facts.frame import Frame, ahead, antecedent, awaited, noun, phrase, topic
from crossfoot.facts.frame.carried import Moved
from crossfoot.facts.frame.kin import unit_of
from crossfoot.facts.measurement import name
from crossfoot.facts.sentence import Match
from crossfoot.facts.sentence.layout import LEVELS, WINDOW, backwards
from crossfoot.facts.share import in_percent
from crossfoot.model import Change, Cue, Figure, Mention, Printed, Quantity

LONGEST_OBJECT = 5  # tokens of what is said to have moved
BARE = 12  # tokens before the move of a share in which it is said whose
KINDS: dict[str, Literal["percent", "points", "amount", "fold"]] = {
    "percent": "percent",
    "percentage-point": "points",
    "basis-point": "points",
    "multiple": "fold",  # "同比增长1.4倍"
}


def subject(match: Match, frame: Frame) -> Figure:
    """What moved: the level beside the direction, else what the words before it speak of."""
    if "level" in match.roles:
        if (whole := in_passing.said_of(match, frame)) is not None:
            return whole
        figure = frame.level(_part(match, frame))
        last = frame.carried.figure
        if topic.spread(frame, match.roles["level"][0], bare=True) and last is not None and last.unit == figure.unit:
            return last  # "发电量186亿千瓦时，日均6亿千瓦时，同比增长5.1%"
        return figure
    start = match.quantity("base")
    figure = frame.describe(_object(match, frame) if match.row.sense == "in" else match.start, None, like=start)
    total = bool(frame.words.totals & frame.texts(frame.reach(match.start), match.start))
    if start is not None and figure.metric.startswith("other:") and (match.row.sense == "beside" or total):
        # "The offer ... is 28 percent above the close of 112 kroner"
        figure = antecedent.last_of(frame, match.start, start, of_size=True) or figure
    if not figure.unit and start is not None:
        figure = msgspec.structs.replace(figure, unit=unit_of(start))
    frame.remember(figure)
    return figure


def _part(match: Match, frame: Frame) -> int:
    """Where the level stands that moved, and neither its share nor what it comes to in another currency.

    "40, or 8% of it, up 5%", "net profit of 120 million yuan ($18 million), up 5%".
    """
    index, size = match.roles["level"][0], match.quantity("size")
    if (outer := _outside(match, frame, index)) is not None:
        return outer
    if size is None or size.kind != "percent" or "base" in match.roles:
        return index
    for role in ("ratio", "to"):
        told = (m.roles for m in frame.matches if m is not match and {role, "level"} <= m.roles.keys())
        same = next((roles["level"][0] for roles in told if roles[role][0] == index), None)
        if same is not None and (role == "ratio" or _twice(frame, same, index)):
            return same
    return index


def _outside(match: Match, frame: Frame, index: int) -> int | None:
    """Where what moved stands before a bracket with its share or with what it is for one of something.

    "5,506 barrels (61% of them light), an 81% increase", "$4.5 million ($0.04 a share), up 12% from $4.0 million".
    """
    tokens, level, base = frame.sentence.tokens, match.quantity("level"), match.quantity("base")
    size = match.roles.get("size", (0, 0))[0]
    if level is None or index < 2 or tokens[index - 1].text != "(" or not frame.texts(index, size) & {")"}:
        return None
    mention = tokens[index - 2].mention
    outer = mention.value if mention is not None else None
    if not isinstance(outer, Quantity) or outer.kind not in LEVELS or outer.change is not None:
        return None
    inside = (level.kind == "percent" != outer.kind) or (level.per is not None and outer.per is None)
    of_base = base is None or (base.kind == outer.kind and (base.per is None) == (outer.per is None))
    return index - 2 if inside and of_base else None


def _twice(frame: Frame, one: int, other: int) -> bool:
    """Are two amounts in two currencies?"""
    coins = [m.value.currency for i in (one, other) if (m := frame.sentence.tokens[i].mention) is not None
             and isinstance(m.value, Quantity)]  # fmt: skip
    return len(set(coins)) == 2


def _object(match: Match, frame: Frame) -> int:
    """The token behind what is said to have moved: "a 12% rise in orders lifted"."""
    tokens, at = frame.sentence.tokens, match.end
    while at < min(match.end + LONGEST_OBJECT, len(tokens) - 1) and tokens[at].mention is None:
        if tokens[at].text in frame.words.closing and tokens[at].text not in frame.words.determiners:
            break
        at += 1
    return at


def move(match: Match, frame: Frame, figure: Figure, base: Figure, size: Mention, word: Mention) -> Change:
    sense = word.value.sense if isinstance(word.value, Cue) else None
    assert isinstance(size.value, Quantity)  # noqa: S101 - the caller gives sizes
    if frame.words.stirring and size.value.kind == "percent":
        figure = _traded(match, frame, figure, word)
    called = calling(match, frame, figure)
    quantity = msgspec.structs.replace(size.value, change=sense, of=called or size.value.of)
    rate = frame.key(rate_of(figure, base, quantity), msgspec.structs.replace(size, value=quantity))
    frame.carried.base = base
    if quantity.kind not in KINDS:
        frame.carried.moved = Moved(figure, base, sense, match.span.end)
    return Change(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(rate, quantity, size.span, word=word.span),),
        figure=figure,
        rate=rate,
        bases=(base,),
        quantity=quantity,
        by=KINDS.get(quantity.kind, "amount"),
        firm=quantity.kind != "multiple"
        and (quantity.kind == "percent" or not frame.apposed(match))
        and not (quantity.kind == "percent" and ends.otherwise_measured(match, frame))
        and not (quantity.kind not in KINDS and _netted(match, frame, word)),
        due=quantity.kind == "percent"
        and (ahead.moving(frame, _at(match, size)) if frame.words.spaced else awaited.growing(frame, match)),
    )


def _netted(match: Match, frame: Frame, word: Mention) -> bool:
    """May what moved have been less than nothing before: "贷款同比多增3,900亿元至3,700亿元"?"""
    return match.row.name.endswith(".to") and "base" not in match.roles and frame.printed(word) in frame.words.of_moves


def _traded(match: Match, frame: Frame, figure: Figure, word: Mention) -> Figure:
    """The price of what is traded, where only that stands before its move: "某某股份午后涨超5%", "沪铜跌逾1%"."""
    if not frame.printed(word).startswith(frame.words.stirring) or "level" in match.roles:
        return figure
    first = max(frame.reach(match.start), match.start - BARE)
    comma = (i + 1 for i in range(first, match.start) if frame.sentence.tokens[i].text == ",")
    said = frame.gap.join(phrase.before(frame.sentence, max(comma, default=first), match.start, frame.words))
    if said and phrase.nameable(said, frame.words):
        if said.endswith(frame.words.measures) or figure.metric != f"other:{said}":
            return figure
        figure = msgspec.structs.replace(figure, entity=said)
    return msgspec.structs.replace(figure, metric="price", segment=())


def calling(match: Match, frame: Frame, figure: Figure) -> str | None:
    """What moves, in the words of the text, if no row knows it by another name."""
    if not figure.metric.startswith("other:") or not frame.words.spaced:
        return None
    level, named = match.quantity("level"), frame.carried.named
    called = name(frame, match.roles["level"][0], figure, level) if level else None
    if called is None and (said := _told(match, frame, figure)) is not None:
        return said  # "freight totalled 7.9 million tonnes, 3% up on September"
    called = called or noun.subject(frame, match)
    if called is not None and len(figure.metric) > len("other:"):
        named.setdefault(figure.metric, called)
    return called


def _told(match: Match, frame: Frame, figure: Figure) -> str | None:
    """How a level of the same that was told before is called."""
    if (called := frame.carried.named.get(figure.metric)) is not None:
        return called
    near = (i for i in backwards(frame.layout.levels, match.start + 1, match.start - WINDOW) if i in frame.figures)
    at = next((i for i in near if frame.figures[i].metric == figure.metric), None)
    mention = frame.sentence.tokens[at].mention if at is not None else None
    if at is None or mention is None or not isinstance(mention.value, Quantity):
        return None
    return name(frame, at, figure, mention.value)


def _at(match: Match, mention: Mention) -> int:
    """The token of a mention that stands in a role."""
    tokens = match.sentence.tokens
    return next((r[0] for r in match.roles.values() if r[0] < r[1] and tokens[r[0]].mention is mention), match.start)


def by_part(size: Mention) -> Mention:
    """A move by a part is one in percent, and only roughly so."""
    made = in_percent(size)
    if made is size or not isinstance(made.value, Quantity):
        return size
    quantity = msgspec.structs.replace(made.value, kind="percent", unit="percent", approx=made.value.approx or "~")
    return msgspec.structs.replace(made, value=quantity)


def by_points(quantity: Quantity, figure: Figure) -> Quantity:
    """Points of a percentage are percentage points, whatever else points may be ("up 1.9 points from 89.5%")."""
    if quantity.unit == "point" and figure.unit == "percent":
        return msgspec.structs.replace(quantity, kind="percentage-point", unit="pp")
    return quantity


def rate_of(figure: Figure, base: Figure, quantity: Quantity) -> Figure:
    """The rate as a figure of its own, so that one that is printed twice meets itself."""
    since = base.basis or (base.period.label if base.period is not None else "")
    kind = "growth of" if quantity.kind in ("percent", "multiple") else "change in"
    unit = {"percent": "percent", "percentage-point": "pp", "basis-point": "bp", "multiple": "times"}.get(
        quantity.kind, figure.unit
    )
    return Figure(figure.entity, f"{kind} {figure.metric}", figure.segment, figure.period, unit, since, figure.status)
