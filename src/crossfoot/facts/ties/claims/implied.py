"""Parts of a whole that nobody prints, told anywhere in an item: its figures come in, parts with their shares go out.

"持股312万股，占1.04%" and, sentences later, "1,968万股，占6.56%" are of one whole if both count the same, of the same
and of one time. Where a figure of the item could be that whole, it is left to what ties shares; where the parts do not
agree, they are told only if one slip of the pen in one of them would make them agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin, passing
from crossfoot.facts.ties.claims.paired import Pairs
from crossfoot.facts.ties.slips.mends import rights
from crossfoot.late import late
from crossfoot.lexicon.implied import Implied, implied
from crossfoot.model import Span

ROW = "pairs.implied"
_OF = late(r"^,(?= of )")  # "or 32%, of those admitted"
LONGEST = 90  # characters between a part and its share
APART = 2  # sentences between two parts where no words name the whole
PRECISE = 100  # last places that a figure has at the least, if one wrong digit in it is to tell anything
TYPED = frozenset({"transposition", "scale", "digits-apart", "doubled-digit", "decimal-point"})
MOST = 12  # parts
MOST_OPEN = 8  # wholes that are spoken of at once
ALL = 100  # percent


class _Part(msgspec.Struct, frozen=True):
    """A part, its share, the words for what it is of (None: none), and whether those are somebody's own."""

    part: Amount
    rate: Amount
    whole: str | None
    own: bool

    @property
    def low(self) -> float:
        return 100 * self.part.low / self.rate.high

    @property
    def high(self) -> float:
        return 100 * self.part.high / self.rate.low


def of_implied(
    amounts: Sequence[Amount], taken: Collection[Span], told: Collection[Span], text: str
) -> Iterator[Pairs]:
    """The parts of each whole that nobody prints; `taken` are the shares that something ties, `told` those of pairs."""
    rows = implied(amounts[0].lang) if amounts else None
    if rows is None:
        return
    groups = list[list[_Part]]()
    for one in _parts(rows, amounts, text):
        near = reversed(groups[-MOST_OPEN:])
        group = next((g for g in near if _of_one(rows, g[-1], one, text) and len(g) < MOST), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for group in groups:
        if len(group) < 2 or any(one.rate.span in taken for one in group) or _printed(group, amounts):
            continue
        found = _agreeing(group, text)
        if len(found) > 1 and not all(one.rate.span in told for one in group):
            yield Pairs(ROW, tuple((one.part, one.rate) for one in found), firm=False)


def _parts(rows: Implied, amounts: Sequence[Amount], text: str) -> Iterator[_Part]:
    """The parts of an item, each with its share: right behind it, or in a list as long as its own."""
    levels = [a for a in amounts if not passing(a.quantity, text) or a.run[1] > 1]  # "sold 5% to two buyers"
    for at, (before, rate) in enumerate(pairwise(levels)):
        place, size = rate.run
        if before.sort != "amount" or rate.sort != "rate" or place or not (size == 1 or before.run == (size - 1, size)):
            continue
        near = rate.span.start - before.span.end <= LONGEST
        lead = rows.leads.search(text[before.span.end : rate.span.start]) if near else None
        if lead is None:
            continue
        for part, share in zip(levels[at - size + 1 : at + 1], levels[at + 1 : at + 1 + size], strict=True):
            tail = rows.names.match(_OF.sub(" ", share.tail))
            if tail is None or not _plain(part, share) or rows.nested.search(part.lead):
                continue
            said = lead["named"] or tail["named"] or ""
            named = said.strip() if part.leading else _head(rows, said)
            named_ = named if named not in ("", *rows.pointing) else None
            yield _Part(part, share, named_, rows.own.search(said) is not None)


def _plain(part: Amount, rate: Amount) -> bool:
    """Is a figure a size and another a share, and neither a move, a limit, an aim or of another time?"""
    if any(a.quantity.change is not None or a.quantity.approx is not None or a.low <= 0 for a in (part, rate)):
        return False
    odd = part.has("base", "then", "aim", "each", "target") or rate.has("moved")
    return not odd and rate.high < ALL and part.sort == "amount" and rate.sentence - part.sentence <= 1


def _head(rows: Implied, said: str) -> str:
    """The noun that words for a whole end with: "the county's arable land that is sown"."""
    end = rows.ends.search(said)
    words = (said[: end.start()] if end is not None else said).lower().split()
    return words[-1] if words else ""


def _of_one(rows: Implied, one: _Part, other: _Part, text: str) -> bool:
    """May two parts be of one whole, by what they count, by the words for it and by their time?"""
    first, second = one.part, other.part
    if not kin(first, second) or rows.turns.search(text, one.rate.span.end, second.span.start):
        return False
    beside = (a.lead if a.leading else a.tail for a in (first, second))
    if len({found["whose"] for words in beside if (found := rows.held.search(words)) is not None}) > 1:
        return False
    units = {a.quantity.unit for a in (first, second) if a.quantity.kind == "count" and a.quantity.unit}
    if len(units) > 1 and (one.whole is None or one.whole != other.whole):
        return False
    periods = {a.figure.period for a in (first, second) if a.figure is not None and a.figure.period is not None}
    if len(periods) > 1:
        return False
    if (one.own or other.own) and not (one.own and other.own and rows.summed.search(second.lead)):
        return False
    if one.whole is not None and other.whole is not None:
        return one.whole.endswith(other.whole) or other.whole.endswith(one.whole)
    return second.sentence - first.sentence <= APART and first.paragraph == second.paragraph


def _printed(group: Sequence[_Part], amounts: Sequence[Amount]) -> bool:
    """Could a figure of the item be the whole?"""
    own, most = {one.part.index for one in group}, max(one.part.size for one in group)
    return any(a.sort == "amount" and a.index not in own and a.size > most and kin(a, group[0].part) for a in amounts)


def _agreeing(group: Sequence[_Part], text: str) -> Sequence[_Part]:
    """The parts that agree on their whole; with one that does not, if it would but for a slip of the pen."""
    if _agree(group):
        return group
    for odd in group:
        others = [one for one in group if one is not odd]
        if _agree(others):
            low, high = max(one.low for one in others), min(one.high for one in others)
            if _mended(odd, (low, high), text, sure=len(others) > 1):
                return group
            if len(others) == 1 and _mended(others[0], (odd.low, odd.high), text, sure=False):
                return group
            return others
    return ()


def _agree(group: Sequence[_Part]) -> bool:
    return max(one.low for one in group) <= min(one.high for one in group)


def _mended(odd: _Part, whole: tuple[float, float], text: str, *, sure: bool) -> bool:
    """Would a part be so much of a whole, but for one slip in it or in its share?"""
    low, high = whole
    asked = (
        (odd.part, (low * odd.rate.low / 100, high * odd.rate.high / 100)),
        (odd.rate, (100 * odd.part.low / high, 100 * odd.part.high / low)),
    )
    for amount, (least, most) in asked:
        for right in rights(amount, least, most, text):
            precise = amount.step > 0 and amount.size >= PRECISE * amount.step
            if sure or right.slip in TYPED or (right.slip == "one-digit" and precise):
                return True
    return False
