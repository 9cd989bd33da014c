"""A figure that moved: "up 2% from the same period last year", "fell to 12 million from 15 million"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from crossfoot.facts import ends
from crossfoot.facts.frame import Frame, baseline, dealt, parts, topic
from crossfoot.facts.frame.kin import same_unit, unit_of
from crossfoot.facts.measurement import lost, measured
from crossfoot.facts.moved import KINDS, by_part, by_points, calling, move, subject
from crossfoot.facts.sentence import Match
from crossfoot.facts.sentence.layout import WINDOW, between
from crossfoot.lexicon import union
from crossfoot.lexicon.judging import judged, judges
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.units import unit
from crossfoot.model import Change, Cue, Fact, Figure, Mention, Printed, Quantity, Timex

JUST_NOW = 100  # characters between a move and words that point back to it
_RATES = frozenset({"percent", "number", "index", "percentage-point", "basis-point"})  # what may move by points
# "Rose to 12 million from 9 million" prints no rate, but it does say that there is one above zero.
_SOME = Quantity(Fraction(0), Fraction(0), Fraction(0), "percent", "percent", approx=">")


def _counts(frame: Frame, figure: Figure, size: Mention | None) -> bool:
    """Would so many or so much of a thing move by points: 两人主张只降25个基点, 70城房价较6月跌3.1个百分点?"""
    row, by = unit(figure.unit), size.value if size is not None else None
    if not isinstance(by, Quantity) or KINDS.get(by.kind) != "points":
        return False
    known = frame.carried.printings.first(figure)
    if known is not None:
        return known.kind not in _RATES
    return row.kind == "count" if row is not None else figure.unit not in ("", "pp", "bp")


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    if match.row.sense in ("", "before", "again", "beside", "amount", "signed", "than", "in", "viewed", "both"):
        return _changed(match, frame)
    return {"recall": _recalled, "elided": _elided}.get(match.row.sense, _multiplied)(match, frame)


def _changed(match: Match, frame: Frame) -> Iterator[Fact]:
    baseline.placed(frame, match)
    for role in ("twin", "restated"):  # the same in another unit: "3405万吨（681亿斤），增产39万吨（8亿斤）"
        if (other := match.mention(role)) is not None:
            frame.release(match, other)
    size = match.mention("size")
    if size is not None and size.span.start in frame.told:
        return  # it has been dealt out
    direction = match.mention("direction") or _comparing(match, frame) or _signed(match, frame)
    if direction is None or not isinstance(direction.value, Cue):
        return
    direction = _judged(match, frame, direction, direction.value)
    listed = _listed(match, frame)
    if len(listed) > 1:
        yield from _respective(match, frame, listed, direction)
        return
    figure, start = subject(match, frame), match.mention("base")
    before = _told_before(match, frame, direction)
    if (
        _beside(match, frame)
        or _counts(frame, figure, size)
        or (match.row.sense in ("before", "again") and before is None)
    ):
        return
    figure, base = (figure, frame.base(figure, match)) if before is None else before
    first = base
    if start is not None and _of_the_second(match):
        first, base = (
            baseline.base(frame, figure, match),
            frame.key(baseline.base(frame, figure, match, "later"), start),
        )
    if start is not None and isinstance(start.value, Quantity):
        instead = ends.instead(ends.Start(match, frame, figure, start, start.value))
        if instead == "level":
            frame.release(match, start)
        elif instead == "move":
            yield from _rates(match, frame, figure, start, direction)
        if instead is not None:
            return
        value = msgspec.structs.replace(start.value, of=calling(match, frame, figure) or start.value.of)
        told = measured(base, value, start.span, match.span, match.row.name)
        yield msgspec.structs.replace(told, loss=_lost_before(match, frame, base))
        if match.row.name == "level.time.level.time" and _later(base, figure):  # "724 in 2023, 811 in 2024, up 12%"
            figure, base = base, figure
        first = first if _of_the_second(match) else base
    if match.row.name == "moved.to.from" and start is None and (share := match.mention("also")) is not None:
        frame.release(match, share)  # "cut its holding to 42 million shares, or 10.5 percent"
        return
    yield from _sized(match, frame, (figure, first), direction)
    yield from _once_more(match, frame, (figure, base), direction)


def _sized(match: Match, frame: Frame, ends_: tuple[Figure, Figure], direction: Mention) -> Iterator[Fact]:
    """Each size that a move is told by, between what moved and its base."""
    figure, base = ends_
    for printed, word in _sizes(match, frame, direction):
        said = _said(match, frame, figure, printed)
        if said is None or _beyond(match, frame, figure, said, direction):
            frame.release(match, printed)
            continue
        if said.kind not in KINDS and "level" not in match.roles:
            figure, base = (f if f.unit else msgspec.structs.replace(f, unit=unit_of(said)) for f in (figure, base))
        yield move(match, frame, figure, base, msgspec.structs.replace(printed, value=said), word)


def _once_more(match: Match, frame: Frame, ends_: tuple[Figure, Figure], direction: Mention) -> Iterator[Fact]:
    """A second move of the same, on another time: "up 3 percent on the month and 20 percent on the year"."""
    again, (figure, base) = match.mention("again"), ends_
    if again is not None and match.mention("later") is not None:
        own = match.mention("w") or direction  # "2.4% below March but 41% higher than a year before"
        own = own if _turn(own) is not None else direction
        later = base if _of_the_second(match) else baseline.base(frame, figure, match, "later")
        yield move(match, frame, figure, later, again, own)


def _of_the_second(match: Match) -> bool:
    """Is what stands behind two moves what the second is measured from: "up 3% on May and 23% on last June (1.07)"?"""
    return match.roles.get("base", (0, 0))[0] > match.roles.get("again", (match.end, 0))[0]


def _told_before(match: Match, frame: Frame, direction: Mention) -> tuple[Figure, Figure] | None:
    """Both ends of a move that words only point back to.

    "That is 9.9% more": the two that were set beside each other. "This represents a 9.4% rise": what moved just now.
    """
    if match.row.sense == "before":
        return frame.carried.pair
    if match.row.sense != "again" or (moved := frame.carried.moved) is None:
        return None
    near = 0 <= frame.sentence.span_of(match.start, match.end).start - moved.end <= JUST_NOW
    return (moved.figure, moved.base) if near and _turn(direction) == moved.sense else None


def _beyond(match: Match, frame: Frame, figure: Figure, said: Quantity, direction: Mention) -> bool:
    """Is a rise larger than the level that is said before it: "took in 311 million, paid out 135, grew by 176"?"""
    level = frame.carried.printings.first(figure) if frame.words.spaced and "level" not in match.roles else None
    if level is None or said.kind in KINDS or level.kind != said.kind or "base" in match.roles:
        return False
    up = isinstance(direction.value, Cue) and direction.value.sense == "up"
    return up and 0 < level.high < said.low


def _later(base: Figure, figure: Figure) -> bool:
    """Is what stands as the base of a move of a later time than what moved?"""
    then, now = (figure.period.start if figure.period is not None else None for figure in (base, figure))
    return then is not None and now is not None and then > now


def _lost_before(match: Match, frame: Frame, base: Figure) -> bool:
    """Was what moved a loss before too: "its pretax loss narrowed to 400,000 from 600,000"?"""
    level, start = match.roles.get("level", match.roles["base"])[0], match.roles["base"][0]
    turned = frame.texts(level, start) & union(frame.words.gains, frame.words.losses)
    return lost(frame, start if turned else level, base)


def _sizes(match: Match, frame: Frame, direction: Mention) -> list[tuple[Mention, Mention]]:
    """What a figure moved by, with the word that says which way; the word alone where only both ends are printed."""
    also = match.mention("also")
    if also is not None and _shared_then(match):
        frame.release(match, also)
    again = match.mention("noun")  # "fell to 18.4 million from 23.0 million, a drop of 20 percent" says it twice
    said = [mention for mention in (match.mention("size"), _also(match)) if mention is not None]
    if len(said) > 1 and _kind(said[0]) == _kind(said[1]) and (_of(said[1], frame) or _bracketed(match, frame)):
        said.pop()  # "up 9.4%, or 74% of its goal", "up 5% (4%)"
    first = direction if len(said) > 1 and not frame.words.spaced else again or direction
    sizes = [(mention, again or direction if i else first) for i, mention in enumerate(said)]  # "增产2.1万吨，增长1.2%"
    if (again is not None or not sizes) and match.mention("base") is not None and not frame.vague(direction):
        sizes.append((direction, direction))
    return sizes


def _also(match: Match) -> Mention | None:
    """What a move is said to be once more: "by 48 million, or 9%"; the share that a base was is none."""
    return None if _shared_then(match) else match.mention("also")


def _shared_then(match: Match) -> bool:
    """Is what stands behind a base the share that it was: "to 6.2 billion, or 7.9% of assets, from 5.3, or 7.1%"?"""
    aside, also, base = (match.roles.get(role) for role in ("aside", "also", "base"))
    value = match.quantity("aside")
    behind = aside is not None and also is not None and base is not None and aside[0] < base[0] < also[0]
    return behind and value is not None and value.kind == "percent"


def _bracketed(match: Match, frame: Frame) -> bool:
    """Does what a move is said to be again stand in brackets?"""
    first = match.roles["also"][0]
    return bool(frame.texts(first - 2, first) & {"("})


def _of(mention: Mention, frame: Frame) -> bool:
    """Is a figure said to be one of something else?"""
    return frame.sentence.document.text.startswith(" of ", mention.span.end)


def _kind(mention: Mention) -> str | None:
    return mention.value.kind if isinstance(mention.value, Quantity) else None


def _said(match: Match, frame: Frame, figure: Figure, printed: Mention) -> Quantity | None:
    """What a move is by; None for an amount that is as often a level, unless it says since when or prints both ends."""
    value = by_part(printed).value  # "rose by a quarter"
    said = by_points(value, figure) if isinstance(value, Quantity) else _SOME
    if match.row.sense == "signed" or (said.high < 0 and said.kind == "percent" and _also(match) is not None):
        said = msgspec.structs.replace(said, low=abs(said.low), high=abs(said.high))
    if said.kind in KINDS:
        return said
    since = "since" in match.roles or (match.row.sense == "viewed" and baseline.viewed(frame, match) is not None)
    if match.row.name == "moved.to":
        return said if same_unit(figure, said) else None  # "总市值增加42亿元至512亿元"
    moves = (
        ("level" in match.roles and (since or match.mention("base") is not None or _reaching(match, frame, said)))
        or (since and (frame.words.time_first or match.row.sense == "amount"))
        or match.row.sense == "both"  # "收入3.18亿元，增加0.21亿元，增长7.1%"
        or _at_a_rate(match, frame)
        or _by(match, frame, figure, said)
    )
    return said if moves and same_unit(figure, said) else None


def _at_a_rate(match: Match, frame: Frame) -> bool:
    """Does a rate beside it say that an amount is the size of a move: "down $19 million, or 7.2%", "by 809 (-38%)"?"""
    rate = _also(match)
    return frame.words.spaced and ends.is_rate(rate) and rate is not None and not _of(rate, frame)


def _reaching(match: Match, frame: Frame, said: Quantity) -> bool:
    """Does a move by an amount end in a larger level: "fell 0.9 billion dollars, or 3.1 percent, to 28.0 billion"?"""
    size, level = match.roles.get("size"), match.roles.get("level")
    reached = match.quantity("level")
    if size is None or level is None or reached is None or said.kind == "number" or not frame.words.spaced:
        return False
    return size[0] < level[0] and said.kind == reached.kind and said.high < reached.low


def _beside(match: Match, frame: Frame) -> bool:
    """Is the level that a phrasing takes for what moved only what something else is compared with?

    "交付6,840辆，比9月的6,004辆多13.9%" measures the first from the second, whichever words stand between them.
    """
    place = match.roles.get("level")
    if place is None or frame.words.spaced or "base" in match.roles or match.mention("since") is not None:
        return False
    return place[0] in frame.beside


def _by(match: Match, frame: Frame, figure: Figure, said: Quantity) -> bool:
    """Does "by" say that an amount is the size of a move: "the workforce will shrink by 1,450 to 8,900"?

    What is only counted, with no word for what it is, may as well be added up with its neighbours.
    """
    if "base" in match.roles or (said.kind in ("number", "count") and figure.metric.startswith("other:")):
        return False
    row = metric(figure.metric)
    if row is not None and said.kind == "number" and not {"number", "count", "money"} & {*row.kinds}:
        return False  # "a rate increase by two major banks"
    first = match.roles.get("size", (0, 0))[0]
    return bool(frame.texts(max(first - 1, 0), first) & frame.words.sizing)


def _comparing(match: Match, frame: Frame) -> Mention | None:
    """A comparative that stands alone, as a direction: "9.9% more"."""
    sense, place = match.meaning("how"), match.roles.get("how")
    if sense is None or place is None:
        return None
    return Mention(frame.sentence.span_of(*place), "cue", Cue("direction", sense), match.row.name)


def _judged(match: Match, frame: Frame, direction: Mention, cue: Cue) -> Mention:
    """A combined ratio that improves goes down; of a ratio whose better end nobody knows its levels tell the way."""
    text, start = frame.sentence.document.text, frame.sentence.span.start
    if not judges(text[direction.span.start : direction.span.end]):
        return direction
    better = judged(text[start : direction.span.start])
    if better or (better is None and not _turns(cue, match.quantity("level"), match.quantity("base"))):
        return direction
    turned = msgspec.structs.replace(cue, sense="down" if cue.sense == "up" else "up")
    return msgspec.structs.replace(direction, value=turned)


def _turns(cue: Cue, now: Quantity | None, base: Quantity | None) -> bool:
    """Do the levels of a ratio go the other way than a word says?"""
    if now is None or base is None or not (now.kind == base.kind == "percent"):
        return False
    return now.high < base.low if cue.sense == "up" else now.low > base.high


def _signed(match: Match, frame: Frame) -> Mention | None:
    """The sign of a rate in brackets, as a direction: "88,400 cars (+14%)"."""
    size = match.mention("size")
    if match.row.sense != "signed" or size is None or (sign := frame.printed(size)[0]) not in ends.SIGNS:
        return None
    start = msgspec.structs.replace(size.span, end=size.span.start + 1)
    return Mention(start, "cue", Cue("direction", ends.SIGNS[sign]), match.row.name)


def _listed(match: Match, frame: Frame) -> list[Mention]:
    """The sizes of a list that is dealt out, where they are of one kind."""
    first = match.roles.get("size", (match.start, 0))[0]
    places = dealt.sizes(frame, match.start, first, turning=True)
    found = [mention for i in places if (mention := frame.sentence.tokens[i].mention) is not None]
    return found if len(set(map(_kind, found))) == 1 else []


def _turn(mention: Mention | None) -> str | None:
    """Which way a word says that something went."""
    value = mention.value if mention is not None else None
    return value.sense if isinstance(value, Cue) and value.kind == "direction" else None


def _respective(match: Match, frame: Frame, sizes: list[Mention], direction: Mention) -> Iterator[Fact]:
    """Each size is of the level that stands at its place in the list before."""
    near = between(frame.layout.levels, match.start - WINDOW, match.start)
    levels = [frame.figures[i] for i in near if i in frame.figures and i not in frame.restated]
    if len(levels) < len(sizes):
        cue = next(iter(between(frame.layout.respectively, match.start, match.end)), match.start)
        if names := dealt.to(frame, cue, len(sizes)):
            figure = subject(match, frame)
            levels = [msgspec.structs.replace(figure, entity=name) for name in names]
    if len(levels) < len(sizes):
        levels = _named_before(match, frame, len(sizes))
    if len(levels) < len(sizes):
        return
    for figure, size in zip(levels[-len(sizes) :], sizes, strict=True):
        frame.told.add(size.span.start)
        yield move(match, frame, figure, frame.base(figure, match), size, _own(size, direction))


def _own(size: Mention, direction: Mention) -> Mention:
    """Which way one of a list went, where it says so itself: "分别提高2.8和下降0.4个百分点"."""
    value = size.value
    if not isinstance(value, Quantity) or value.change is None or not isinstance(direction.value, Cue):
        return direction
    return msgspec.structs.replace(direction, value=msgspec.structs.replace(direction.value, sense=value.change))


def _named_before(match: Match, frame: Frame, count: int) -> list[Figure]:
    """What a list of names before a word that deals is of: "第一、二、三产业用电量同比分别增长…"."""
    listed = topic.list_before(frame, frame.reach(match.start), match.start)
    if len(listed) != count:
        return []
    like, found = subject(match, frame), list[Figure]()
    for shared, own in listed:
        name, segment = parts.listed(frame, shared, own)
        found.append(msgspec.structs.replace(like, metric=name, segment=segment))
    return found


def _rates(match: Match, frame: Frame, figure: Figure, start: Mention, direction: Mention) -> Iterator[Fact]:
    """Two moves set beside each other: "prices rose 2.6 percent in October, compared with 3.1 percent in September"."""
    size, when = match.mention("size"), match.mention("since")
    then = when.value.period if when is not None and isinstance(when.value, Timex) else None
    earlier = msgspec.structs.replace(figure, period=then, basis=None if then else f"at {start.span.start}")
    for now, moved, word in ((figure, size, direction), (earlier, start, match.mention("was") or direction)):
        if moved is not None:
            before = msgspec.structs.replace(now, basis=f"before {moved.span.start}", status="actual")
            yield move(match, frame, now, before, moved, word)


def _recalled(match: Match, frame: Frame) -> Iterator[Fact]:
    """ "It had stood at 4.75%": what the last move began from, if nobody has said it yet."""
    start, base = match.mention("base"), frame.carried.base
    if start is None or base is None or not isinstance(start.value, Quantity):
        return
    if frame.carried.printings.first(base) is None and same_unit(base, start.value):
        yield measured(frame.key(base, start), start.value, start.span, match.span, match.row.name)


def _elided(match: Match, frame: Frame) -> Iterator[Fact]:
    """A second subject that shares the verb of the first: "sedans rose 4% and SUVs 12%"."""
    direction = match.mention("direction")
    if direction is None:
        return
    figure = frame.describe(match.start, None)
    for role, place in (("first", None), ("size", match.roles["what"])):
        size = match.mention(role)
        if size is not None:
            now = figure if place is None else frame.sibling(figure, *place)
            frame.remember(now)
            yield move(match, frame, now, frame.base(now, match), size, direction)


def _multiplied(match: Match, frame: Frame) -> Iterator[Fact]:
    """ "More than doubled to 1,912 from 884": the row's sense is the multiple, the words before "to" say it."""
    start, said, place = match.mention("base"), match.quantity("times"), match.mention("times")
    if said is not None and said.change is None:
        return  # "2.1倍" may be anything, and 翻番 is none
    figure = subject(match, frame)
    base = frame.base(figure, match)
    if start is not None:
        if not isinstance(start.value, Quantity) or not same_unit(figure, start.value):
            return
        yield measured(base, start.value, start.span, match.span, match.row.name)
    approx, _, number = (match.row.sense if said is None else str(said.low)).rpartition(" ")
    if not approx and match.start and frame.sentence.tokens[match.start - 1].text == "than":
        return  # "more than doubled" is read as such
    times = Quantity(Fraction(number), Fraction(number), Fraction(1, 10), "times", "multiple", approx=approx or None)
    times = msgspec.structs.replace(times, of=calling(match, frame, figure))
    words = place.span if place else frame.sentence.span_of(match.start, match.start + (2 if approx else 1))
    rate = Figure(
        figure.entity, f"multiple of {figure.metric}", figure.segment, figure.period, "times", f"at {words.start}"
    )
    yield Change(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(rate, times, words),),
        figure=figure,
        rate=rate,
        bases=(base,),
        quantity=times,
        by="multiple",
    )
