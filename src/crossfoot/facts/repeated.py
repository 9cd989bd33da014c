"""The figures of a text come in; out go those that it prints twice, once of them with a slip of the pen.

A headline says again what its text says. Where a number of it stands nowhere below, and exactly one number there is one
slip away from it, both are printings of one figure, and one of them is wrong. The same holds of a move that goes up in
the headline and down below; and of numbers so long that no other has all but one of their digits by accident.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec

from crossfoot.facts.pointed import pointed
from crossfoot.facts.ties.amounts import akin
from crossfoot.late import late
from crossfoot.lexicon import numerals
from crossfoot.lexicon.slips import meant, scales
from crossfoot.model import Document, Fact, Figure, Measurement, Mention, Printed, Quantity, Span
from crossfoot.ranges import BOUNDS, far_apart, usual

LEAST_DIGITS = 3  # a number of two is one slip away from too many others
ALIKE = Fraction(1, 2)
HEADLINE, NUMBER, POINTED = "repeated.headline", "repeated.number", "repeated.pointed"
LONG = 6  # digits of a number that no other is like by accident
MOST_FIGURES = 12  # of a headline
ENDS = ("low", "high")
COUNTED = ("count", "number")
_NUMBER = late(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SAID = ("money", "count", "measure", "percent", "multiple", "number")
_MARKED = late(r"\s*(?:【[^】\n]{6,120}】|(?:原标题|标题)[：:].*)")  # headlines that stand in a paragraph


def state(document: Document, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Iterator[Measurement]:
    """The second printings of figures of the text: in its headlines, and of long numbers anywhere."""
    figures = [m for m in mentions if isinstance(m.value, Quantity) and m.value.kind in _SAID]
    pairs = {wrong.span: (wrong, other, NUMBER) for wrong, other in _twins(document, figures)}
    pairs |= {again.span: (again, other, POINTED) for again, other in pointed(document, figures)}
    pairs |= {wrong.span: (wrong, other, HEADLINE) for wrong, other in _headlined(document, figures)}
    known = dict[Span, list[Printed]]()
    for printed in (p for fact in facts for p in fact.printed) if pairs else ():
        known.setdefault(printed.span, []).append(printed)
    for wrong, other, rule in pairs.values():
        yield from _again(wrong, other, known, rule)


def _headlined(document: Document, figures: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Figures of headlines, with those below that they should be."""
    starts, heads = [m.span.start for m in figures], headlines(document)
    for i, (start, end) in enumerate(heads):
        stop = heads[i + 1][0] if i + 1 < len(heads) else len(document.text)
        first, last = bisect_left(starts, end), bisect_left(starts, stop)
        below = [(m, m.value) for m in figures[first:last] if isinstance(m.value, Quantity)]
        heading = figures[bisect_left(starts, start) : first][:MOST_FIGURES]
        for mention in heading:
            other = _wrong(document, mention, below) or _alone(document, mention, heading, below)
            if other is not None:
                yield mention, other
            else:
                yield from _ranged(document, mention, below)


def _alone(
    document: Document, mention: Mention, heading: Sequence[Mention], below: Sequence[tuple[Mention, Quantity]]
) -> Mention | None:
    """The only figure of its sort below, where a headline has only one as well: a short number is then no other's."""
    said = mention.value
    known = [(m, value) for m, value in below if isinstance(said, Quantity) and akin(said, value)]
    alike = [m for m in heading if isinstance(m.value, Quantity) and isinstance(said, Quantity) and akin(said, m.value)]
    if len(alike) != 1 or not isinstance(said, Quantity) or said.ranged:
        return None
    if len(known) != 1:  # of several, the first, if it has its digits turned round
        known = [] if any(meet(said, value) for _, value in known) else _swapped(document, said, known)
    if len(known) != 1:
        return None
    other, value = known[0]
    if said.kind == "percent" and _turned(said, value):
        return other if meet(msgspec.structs.replace(said, approx=None), value) or meet(said, value) else None
    if (said.scale, said.step, not said.ranged) != (value.scale, value.step, not value.ranged):
        return None
    shown, right = (numerals.shown(document.text, q.digits) for q in (said, value))
    if (
        shown is None
        or right is None
        or min(numerals.significant(shown), numerals.significant(right)) < LEAST_DIGITS - 1
    ):
        return None
    return other if meant(shown).get(right) == "transposition" else None


def _swapped(
    document: Document, said: Quantity, known: Sequence[tuple[Mention, Quantity]]
) -> list[tuple[Mention, Quantity]]:
    """The first number of the scale of another, if it has its digits turned round: what is told first is the news."""
    shown = numerals.shown(document.text, said.digits)
    rights = meant(shown) if shown else {}
    found = [(m, v) for m, v in known if v.scale == said.scale and v.step == said.step and not v.ranged]
    turned = [(m, v) for m, v in found if rights.get(numerals.shown(document.text, v.digits) or "") == "transposition"]
    return turned[:1] if turned[:1] == found[:1] and len({v.low for _, v in turned}) == 1 else []


def _ranged(
    document: Document, mention: Mention, below: Sequence[tuple[Mention, Quantity]]
) -> Iterator[tuple[Mention, Mention]]:
    """The end of a range that is wrong, where its other end and the rest of it stand below."""
    mine = _ends(document, mention)
    said = [end.value for end in mine if isinstance(end.value, Quantity)]
    for other, value in below if mine else ():
        theirs = _ends(document, other) if akin(said[0], value) else ()
        for i, end in enumerate(theirs):
            known, kept = end.value, theirs[1 - i].value
            if isinstance(known, Quantity) and isinstance(kept, Quantity) and kept.low == said[1 - i].low:
                if known.low != said[i].low and slipped(document, said[i], known):
                    yield mine[i], end
                return


def _ends(document: Document, mention: Mention) -> tuple[Mention, ...]:
    """The two ends of a range in digits, each at its own number."""
    value, span = mention.value, mention.span
    if not isinstance(value, Quantity) or not value.ranged:
        return ()
    numbers = [m.span() for m in _NUMBER.finditer(document.text, span.start, span.end)]
    if len(numbers) != len(ENDS):
        return ()
    return tuple(
        msgspec.structs.replace(
            mention,
            span=Span(span.doc, *place),
            value=msgspec.structs.replace(value, low=getattr(value, end), high=getattr(value, end), digits=place),
        )
        for end, place in zip(ENDS, numbers, strict=True)
    )


def _twins(document: Document, figures: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Long numbers one slip away from another, printed more often or before, with the first printing of that."""
    printed, sizes = dict[tuple[str, int, str], list[Mention]](), set[Fraction]()
    for mention in figures:
        value = mention.value
        assert isinstance(value, Quantity)  # noqa: S101 - the caller has looked
        sizes.add(value.low)
        shown = numerals.shown(document.text, value.digits)
        if shown and numerals.significant(shown) >= LONG and not value.ranged:
            sort = value.currency or ("" if value.kind in COUNTED else value.unit)  # a cell does not say what it counts
            printed.setdefault((sort, value.scale, shown), []).append(mention)
    for (unit, scale, shown), mentions in printed.items():
        for right, slip in meant(shown).items():
            others = printed.get((unit, scale, right))
            if not others or (len(others), -others[0].span.start) <= (len(mentions), -mentions[0].span.start):
                continue
            lone = slip == "one-digit" and (len(others) < 2 or shown[:-2] == right[:-2])  # after a trade, or another's
            if not lone and abs(Fraction(shown) - Fraction(right)) * scale not in sizes:
                yield from ((mention, others[0]) for mention in mentions)


def headlines(document: Document) -> list[tuple[int, int]]:
    """Where headlines stand: blocks of their own, or the head of a paragraph that is marked as one."""
    found = list[tuple[int, int]]()
    for block in document.blocks:
        if block.kind in ("title", "heading"):
            found.append((block.span.start, block.span.end))
        elif block.kind == "paragraph" and (m := _MARKED.match(document.text, block.span.start, block.span.end)):
            found.append(m.span())
    return found


def _wrong(document: Document, mention: Mention, below: Sequence[tuple[Mention, Quantity]]) -> Mention | None:
    """The figure below that a figure of a headline should be, if they differ."""
    said = mention.value
    assert isinstance(said, Quantity)  # noqa: S101 - the caller has looked
    known = [(other, value) for other, value in below if akin(said, value)]
    same = [(other, value) for other, value in known if meet(said, value) and value.approx == said.approx]
    if same:
        against = said.kind == "percent" and all(_turned(said, value) for _, value in same)
        digits = numerals.shown(document.text, said.digits)
        sharp = digits is not None and numerals.significant(digits) >= LEAST_DIGITS
        return same[0][0] if against and sharp else None
    wrong = [(other, value) for other, value in known if slipped(document, said, value)]
    near = [(other, value) for other, value in wrong if _near(said, value)]
    wrong = near or wrong  # a digit that is gone makes many numbers alike
    return wrong[0][0] if len({value.low for _, value in wrong}) == 1 else None


def slipped(document: Document, said: Quantity, other: Quantity) -> bool:
    """Is a number of the text one slip away from that of the headline, as the headline would print it?"""
    above, below = (numerals.shown(document.text, value.digits) for value in (said, other))
    if above is None or below is None or said.ranged or other.ranged:
        return False
    # A digit that is gone may leave too few of a number that had enough: 540 for 8,540.
    lost = not _near(said, other)
    if (max if lost else min)(numerals.significant(above), numerals.significant(below)) < LEAST_DIGITS:
        return False
    if said.scale == other.scale and other.step >= said.step:
        return below in meant(above) or above in meant(below) or above.replace(".", "") == below.replace(".", "")
    if float(above) == float(below):
        return any({said.scale, other.scale} <= {10**power for power in family.powers} for family in scales())
    if other.step > said.step:
        return False
    places = len(above.partition(".")[2])
    told = said.scale == other.scale and (
        below in meant(above) or above in meant(below) or above.replace(".", "") == below.replace(".", "")
    )
    return told or f"{float(other.low / said.scale):.{places}f}" in meant(above)


def _near(one: Quantity, other: Quantity) -> bool:
    """Are two of about one size?"""
    return ALIKE < abs(other.low / (one.low or 1)) < 1 / ALIKE


def meet(one: Quantity, other: Quantity) -> bool:
    """May both be roundings of one number, whichever way it goes? A bound that both are is no range."""
    first, second = (msgspec.structs.replace(_plain(*pair), change=None) for pair in ((one, other), (other, one)))
    return not far_apart(first, second) and (usual(first) & usual(second)) is not None


def _plain(one: Quantity, other: Quantity) -> Quantity:
    """Without the hedge that it shares: "up to 0.18%" is no rounding of "up to 0.13%"."""
    return msgspec.structs.replace(one, approx=None) if one.approx == other.approx else one


def _turned(one: Quantity, other: Quantity) -> bool:
    return None not in (one.change, other.change) and one.change != other.change


def _of_one_measure(one: Sequence[Printed], other: Sequence[Printed]) -> bool:
    """Are two figures of one thing, as far as both say what they are of?"""
    mine, theirs = ({p.figure.metric for p in printed} for printed in (one, other))
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _again(
    mention: Mention, other: Mention, known: Mapping[Span, Sequence[Printed]], rule: str
) -> Iterator[Measurement]:
    """A figure of the text, printed in another place as well, unless it is known to be."""
    said, value = mention.value, other.value
    assert isinstance(said, Quantity) and isinstance(value, Quantity)  # noqa: S101, PT018 - made from figures
    own = Figure(None, "amount", (), None, value.unit or value.currency or "", f"at {other.span.start}")
    bound = value.approx in BOUNDS and said.low != value.low  # "不超过16.2亿" below 12.6亿 is no bound that it keeps
    hedged = value.approx is not None and (said.approx == value.approx or bound)
    same = (p for p in known.get(other.span, ()) if p.quantity.low == value.low and not hedged)
    printed = next(same, Printed(own, _plain(value, value if bound else said), other.span))
    if any(p.figure == printed.figure for p in known.get(mention.span, ())):
        return
    turned = _turned(said, value)
    if turned and not _of_one_measure(known.get(mention.span, ()), known.get(other.span, ())):
        return  # "Shares drop 12%" over a text in which sales rose 12%
    change = said.change if turned else printed.quantity.change
    again = msgspec.structs.replace(_plain(said, value), change=change)
    fine = said.step == value.step  # neither is a rounding of the other
    word = next((p.word for p in known.get(mention.span, ()) if p.word is not None), None)  # "falls" may be at fault
    yield Measurement(
        spans=(mention.span, other.span),
        rule=rule,
        printed=(printed, Printed(printed.figure, again, mention.span, fine, word, headed=rule == HEADLINE)),
        figure=printed.figure,
        quantity=value,
        told=True,
    )
