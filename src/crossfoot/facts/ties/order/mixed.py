"""What all parts of something grew by, and that it grew by itself lies between: the figures of an item in, ties out.

"Sales grew 6%: in the shops by 4%, online by 11%. There is no other channel." Levels are not needed, but words that say
that the parts are all there are: a last part that is all else ("everywhere else 17%", 其余增长9%), or a clause that
leaves nothing out ("made up of buses and trams alone"). Only rates with no figure of another move between them are of
one mix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crossfoot.facts.ties.amounts import FEW, Amount
from crossfoot.facts.ties.claims.shapes import unlike
from crossfoot.facts.ties.order.complements import pairs_of_all, turn
from crossfoot.late import late
from crossfoot.lexicon.cued import closing
from crossfoot.lexicon.metrics import metric
from crossfoot.model import Figure, Printed, Tie

MOST_PARTS = 6
APART = 2  # sentences between the whole and its last part
SHORT = 60  # characters before a part that leaves its direction to the one before
ROUND = 10  # percent: what is told in tenths is how much of all something is
_OPENS = late(r"其中|[:：]|\bof (?:these|them|which|whom)\b|\bthose\b|, with ", re.IGNORECASE)
_STOPS = late(r"[.。;；]")
_WITH = ("和", "及", "与", "、")
BESIDE = ("other basis", "pace", "judged")  # marks of what grew by nothing, or is measured otherwise
ASIDE = (*BESIDE, "base", "result", "share", "target")  # of what is no part's own move


def mixes(amounts: Sequence[Amount], text: str) -> Iterator[Tie]:
    """The wholes of an item with all their parts, where words say that those are all."""
    rates = [a for a in amounts if a.sort == "rate" and a.quantity.kind == "percent"]
    spent = set[int]()
    for i, whole in enumerate(rates):
        if whole.index in spent or turn(whole) is None or whole.run[1] > 1 or whole.has(*BESIDE):
            continue
        parts = list(_parts(whole, rates[i + 1 : i + 1 + 2 * MOST_PARTS], text))
        if len(parts) > 1 and not any(map(_level, amounts[whole.index + 1 : parts[-1][0].index])):
            spent.update(rate.index for rate, _ in parts)
            yield _tie(whole, parts)
    for whole, parts in pairs_of_all(amounts, text):
        if spent.isdisjoint(a.index for a in (whole, *(rate for rate, _ in parts))) and _plain(whole, parts):
            yield _tie(whole, parts)


def _plain(whole: Amount, parts: Sequence[tuple[Amount, str]]) -> bool:
    """Are a whole and its parts moves of their own, told on one basis?"""
    own = (whole, *(rate for rate, _ in parts))
    return not any(a.has(*BESIDE, "base", "share", "target") for a in own)


def _parts(whole: Amount, rates: Sequence[Amount], text: str) -> Iterator[tuple[Amount, str]]:
    """The parts that words set out behind a whole, each with which way it went; none where they may not be all."""
    found, (within, last) = list[tuple[Amount, str]](), closing(whole.lang)
    way, words = None, ""
    for rate in rates:
        own, words = turn(rate), words + rate.lead.lower()
        if rate.sentence - whole.sentence > APART or len(found) == MOST_PARTS:
            break
        if own is None and (rate.has("share") or rate.quantity.step >= ROUND or way is None):
            continue  # "火电占七成，下降1.0%": how much of all it is
        if rate.has(*ASIDE) or (own is None and len(rate.lead) > SHORT) or _other(whole, rate) or unlike(whole, rate):
            break
        way = own or way
        assert way is not None  # noqa: S101 - the first has its own
        found.append((rate, way))
        if len(found) > 1 and _last(last, words) and rate.run[1] == 1:
            if _opened(whole, found[0][0], text) or any(r.has("share") and r.index < found[0][0].index for r in rates):
                yield from found
            return
        words = ""
    if len(found) > 1:
        said = text[whole.span.start - len(whole.lead) : found[-1][0].span.end + len(found[-1][0].tail)].lower()
        if within.search(said):
            yield from found


def _last(last: re.Pattern[str], words: str) -> bool:
    """Do words name a last part that is all else, and not the end of one name: "云平台和其他云服务"?"""
    return any(not words[: found.start()].endswith(_WITH) for found in last.finditer(words))


def _opened(whole: Amount, first: Amount, text: str) -> bool:
    """Does what stands between a whole and its first part set out parts, and not only the next in a list?"""
    between = text[whole.span.end : first.span.start]
    if _OPENS.search(between):
        return True
    return _metric(whole) is not None and _STOPS.search(between) is not None and _metric(whole) == _metric(first)


def _level(amount: Amount) -> bool:
    """Is it how large something is, so that its own rate may be of that ("$142 million, down 10%")?"""
    return amount.sort == "amount" and (amount.quantity.kind != "count" or amount.size > FEW)


def _metric(rate: Amount) -> str | None:
    return rate.move.figure.metric if rate.move is not None else None


def _other(whole: Amount, part: Amount) -> bool:
    """Do facts know a part for another measure than its whole?"""
    if whole.move is None or part.move is None:
        return False
    ours, theirs = whole.move.figure.metric, part.move.figure.metric
    return ours != theirs and metric(ours) is not None and metric(theirs) is not None


def _tie(whole: Amount, parts: Sequence[tuple[Amount, str]]) -> Tie:
    way = turn(whole)
    printed = tuple(_printed(rate, sense) for rate, sense in ((whole, way), *parts))
    weights = tuple(Figure(None, "amount", (), None, "", f"part at {rate.span.start}") for rate, _ in parts)
    return Tie(
        spans=tuple(p.span for p in printed),
        rule="tie.mix",
        printed=printed,
        kind="growth_mix",
        shape="mix",
        figures=(*(p.figure for p in printed), *weights),
        scales=tuple(Fraction(1) for _ in range(len(printed) + len(weights))),
        firm=True,
    )


def _printed(rate: Amount, sense: str | None) -> Printed:
    """A rate under a key of its own, negative where it fell."""
    own = Figure(None, "growth of amount", (), None, "percent", f"at {rate.span.start}")
    for printed in rate.figures:
        if printed.quantity.change == sense and printed.figure.metric.startswith("growth of"):
            return printed
    return Printed(own, msgspec.structs.replace(rate.quantity, change=sense), rate.span, word=rate.word)
