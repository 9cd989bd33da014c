"""Places that words give to figures: "居全省首位", "(29,800) fourth", "most of the three". Figures in, comparisons out.

Places are of one list: nobody compares what two metrics came to. A figure called the third of a list that has two
before it in its sentence is no more than either; one called the largest of three is no less than the two others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.order.ordered import like, told
from crossfoot.late import late
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.ordered import Order, order
from crossfoot.model import Comparison, Span

_CAPITAL = late(r"\b[A-Z]")
LAST = 9  # the last place of any list
BACK = 8  # figures before one that it may be placed behind
BEHIND = 100  # characters behind a figure in which it is called the most of so many
SHARED = ("each", "mean")  # said once for all of a list: "Rathmore's average gate of 41,200, ahead of Vale's 38,900"
ODD = ("base", "then", "moved", "gap", "each", "aim", "target", "total", "whole", "summed", "mean", "more")


def ranks(amounts: Sequence[Amount], text: str) -> Iterator[Comparison]:
    """The comparisons that the places of an item make."""
    for amount in amounts:
        rows = order(amount.lang)
        if rows is None or amount.sort not in ("amount", "rate") or amount.quantity.change is not None:
            continue
        yield from _placed(rows, amounts, amount)
        yield from _most_of(rows, amounts, amount, text)


def one_of(other: Amount, first: Amount, may: Sequence[str] = ()) -> bool:
    """Is a figure one of somebody else, as the first of a list is, and no sum, move or mean?"""
    odd = other.has(*(mark for mark in ODD if mark not in may)) or (other.aside and not other.has(*may))
    return like(other, first) and not odd and other.quantity.change is None


def _placed(rows: Order, amounts: Sequence[Amount], last: Amount) -> Iterator[Comparison]:
    """ "甲以41.2亿元居首，乙以38.7亿元次之", "ahead of Beltane on 7,960 and Corvid, third with 7,215"."""
    place = rank(rows, last)
    if place is None or place == 1:
        return
    before = amounts[max(last.index - BACK, 0) : last.index]
    own = [a for a in before if a.sentence == last.sentence and one_of(a, last, SHARED)]
    alone = len(own) == place - 1 or (place == LAST and len(own) > 1)
    if alone and not _elsewhere(rows, last) and all(_of_one(a, last) for a in own):
        for other in own:
            yield from told(other, last, None, "up", "order.ranked")
    for other in reversed(before):
        above = rank(rows, other) if last.sentence == other.sentence and like(other, last) else None
        if above is not None:
            if above < place and _of_one(other, last) and _somebody_else(rows, last):
                yield from told(other, last, None, "up", "order.ranked")
            return


def _somebody_else(rows: Order, last: Amount) -> bool:
    """Does a place have somebody of its own: "居首；奖牌总数31枚，位列第二" is the same one in another list?"""
    return _CAPITAL.search(last.lead) is not None if rows.apart else "；" not in last.lead


def rank(rows: Order, amount: Amount) -> int | None:
    """The place that words right beside a figure give it."""
    behind = rows.behind.match(amount.tail.lower())
    if behind is not None:
        return rows.place(behind)
    before = rows.before.search(amount.lead.lower())
    return rows.place(before) if before is not None else None


def _elsewhere(rows: Order, amount: Amount) -> bool:
    """Is a place one among others than those of its sentence: 居全省第二?"""
    found = rows.behind.match(amount.tail.lower())
    return found is not None and bool(found.groupdict().get("among"))


def _of_one(one: Amount, other: Amount) -> bool:
    """May two figures be of one list: of one metric, as far as facts and the words before them say?"""
    a, b = (metric(x.figures[0].figure.metric) if x.figures else None for x in (one, other))
    if a is not None and b is not None and a.id != b.id:
        return False
    rows = order(other.lang)
    measures = rows.rows.measures if rows is not None else frozenset[str]()
    ours, theirs = ({word for word in measures if word in x.lead.lower()} for x in (one, other))
    return not theirs or not ours.isdisjoint(theirs)


def _most_of(rows: Order, amounts: Sequence[Amount], first: Amount, text: str) -> Iterator[Comparison]:
    """ "Maro got 1,240 tonnes, the largest of the three": the others stand in its sentence or beside it."""
    start = first.span.end
    found = rows.most_of.match(simplified(text[start : start + BEHIND]))
    if found is None:
        start = max(first.span.start - BEHIND, 0)
        found = rows.most_before.search(text[start : first.span.start])
        ends = (a.span.end for a in amounts[max(first.index - 2, 0) : first.index])  # "three" may be one
        if any(rows.most_of.match(simplified(text[end : first.span.start])) is not None for end in ends):
            return  # said of the figure before
    if found is None:
        return
    number = rows.numbers.get(found["n"]) or (int(found["n"]) if found["n"].isdecimal() else 0)
    others = _others([a for a in amounts if a.span.start != start + found.start("n")], first, number - 1)
    word = Span(first.span.doc, start + found.start("super"), start + found.end("super"))
    for other in others:
        yield from told(first, other, word, rows.supers[found["super"]], "order.most")


def _others(amounts: Sequence[Amount], first: Amount, many: int) -> list[Amount]:
    """Just so many figures beside one that may be of its list: of its sentence, else of the one behind or before."""
    near = [a for a in amounts if abs(a.index - first.index) <= BACK and a is not first and one_of(a, first)]
    near = [a for a in near if a.quantity.unit in ("", first.quantity.unit) or not first.quantity.unit]
    for of in ((0,), (0, 1), (0, -1)):
        found = [a for a in near if a.sentence - first.sentence in of]
        if many > 0 and len(found) == many:
            return found
    return []
