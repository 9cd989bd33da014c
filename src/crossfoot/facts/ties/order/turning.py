"""Which way figures went, where words without a size say it too: 由亏转盈, 连续第四个月上升.

The figures of an item in, ties out: a loss of 1.2 and a gain of 2.4 later are no turn to a loss, what rose by 4% did
not go on falling.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import precedes
from crossfoot.facts.ties.order.ordered import SOME
from crossfoot.late import late
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.ordered import order
from crossfoot.lexicon.turning import Turn, Turning, turning
from crossfoot.model import Comparison, Figure, Printed, Quantity, Span, Tie

CALLED = 12  # characters before a figure that say which side of nothing it is on
BEHIND = 40  # characters behind a figure in which its streak is told
MOVED = 12  # characters before a figure in which its move is told
CLOSE = 16  # characters between a figure and the words of its turn
BASES = ("同比", "环比")
_CLAUSE = late("[，。；：、（(]")


def turns(amounts: Sequence[Amount], text: str) -> Iterator[Comparison | Tie]:
    """What words of a turn or a streak say of the figures beside them."""
    words = turning(amounts[0].lang) if amounts else None
    if words is None:
        return
    plain = simplified(text)
    for amount in amounts:
        yield from _streak(words, amount, plain)
        yield from _turn(words, amounts, amount)


def _streak(words: Turning, amount: Amount, text: str) -> Iterator[Tie]:
    """ "按年升4.0%，连续第四个月上升": the same way, and a pace that fell is not what it is a pace of."""
    way = _way(amount)
    found = words.streak.match(text, amount.span.end, amount.span.end + BEHIND) if way is not None else None
    if found is None or way is None or amount.has("base", "then", "aim") or amount.sort == "length":
        return
    group = next(name for name in ("long", "short", "last") if found[name])
    basis = next((b for b in BASES if found[group].startswith(b)), "")
    if (found[group] in words.levels and not _sized(amount)) or basis not in amount.lead[-MOVED:]:
        return
    word = Span(amount.span.doc, *found.span(group))
    said = _sided(amount, way, amount.word)
    more = Printed(_own("difference in amount", word.start), _some(words.ways[found[group]]), word, word=word)
    yield Tie(
        spans=(amount.span, word),
        rule="tie.streak",
        printed=(said, more),
        kind="order",
        shape="sum",
        figures=(said.figure, more.figure),
        scales=(Fraction(1), Fraction(1)),
        firm=True,
    )


def _turn(words: Turning, amounts: Sequence[Amount], last: Amount) -> Iterator[Comparison]:
    """ "盈利2.4亿元，上年亏损1.2亿元，扭亏为盈": the later of two figures is on the side that the words say."""
    found = words.turn.search(last.tail)
    start = last.span.end
    pair = _pair(amounts, last) if found is not None else None
    if found is None:
        found = words.turn.search(last.lead)
        start = last.span.start - len(last.lead)
        behind = amounts[last.index + 1 : last.index + 2]
        alone = last.index == 0 or amounts[last.index - 1].sentence != last.sentence
        pair = (last, behind[0]) if behind and alone and behind[0].sentence == last.sentence else None
    if found is None or pair is None:
        return
    between = last.tail[: found.start()] if start == last.span.end else last.lead[found.end() :]
    if len(between) > CLOSE or words.apart.search(between):
        return
    row, way = words.turns[found[0]]
    sides = [_side(row, a) for a in pair]
    now = _later(*pair)
    if None in sides or sides[0] == sides[1] or now is None or not kin(*pair) or pair[0].sort != pair[1].sort:
        return
    word = Span(last.span.doc, start + found.start(), start + found.end())
    one, other = (_sided(a, side or "", a.word if row.moves else None) for a, side in zip(pair, sides, strict=True))
    first, second = (one, other) if now is pair[0] else (other, one)
    gap = Printed(_own("difference in amount", word.start), _some(way), word, word=word)
    lesser, greater = (second, first) if way == "up" else (first, second)
    yield Comparison(
        spans=(first.span, second.span, word),
        rule="order.turned",
        printed=(first, second, gap),
        lesser=lesser.figure,
        greater=greater.figure,
        gap=gap.figure,
    )


def _pair(amounts: Sequence[Amount], last: Amount) -> tuple[Amount, Amount] | None:
    """A figure and the one before it of its kind, in its sentence or the one before."""
    before = amounts[last.index - 1] if last.index else None
    return (before, last) if before is not None and last.sentence - before.sentence <= 1 else None


def _later(one: Amount, other: Amount) -> Amount | None:
    """Which of two figures is of now, by what words or times say of the other; None where nothing says so."""
    then = [a.has("then", "base") or _then(a) for a in (one, other)]
    if then[0] != then[1]:
        return other if then[0] else one
    earlier = precedes(one, other)
    return None if earlier is None or then[0] else other if earlier else one


def _then(amount: Amount) -> bool:
    rows = order(amount.lang)
    return rows is not None and any(word in amount.lead for word in rows.rows.then)


def _side(row: Turn, amount: Amount) -> str | None:
    """Which side of nothing a figure is on, as the words right before it say."""
    if row.moves:
        return _way(amount)
    said = _CLAUSE.split(amount.lead)[-1][-CALLED:]
    for word in row.never:
        said = said.replace(word, " ")
    ends = [(said.rfind(word), side) for side in ("plus", "minus") for word in getattr(row, side)]
    at, side = max(ends)
    return None if at < 0 else "up" if side == "plus" else "down"


def _way(amount: Amount) -> str | None:
    """Which way a figure went, where words say one way alone."""
    up, down = (amount.has(way) or amount.quantity.change == way for way in ("up", "down"))
    return "up" if up and not down else "down" if down and not up else None


def _sided(amount: Amount, way: str, word: Span | None) -> Printed:
    """A figure under a key of its own, negative on the side that is less than nothing."""
    key = _own("growth of amount" if word is not None else "amount", amount.span.start)
    return Printed(key, msgspec.structs.replace(amount.quantity, change=way), amount.span, word=word)


def _own(name: str, at: int) -> Figure:
    return Figure(None, name, (), None, "", f"turned at {at}")


def _sized(amount: Amount) -> bool:
    """Is it how large something is, or how many points it moved by, and no pace?"""
    return amount.sort == "amount" or amount.quantity.unit == "point"


def _some(way: str) -> Quantity:
    return msgspec.structs.replace(SOME, change=way)
