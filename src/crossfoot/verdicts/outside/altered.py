"""A figure of a text and what proves it in; what has become of its direction out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from functools import cache

import msgspec

from crossfoot.late import late
from crossfoot.lexicon.judging import judged, judges
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.words import in_any
from crossfoot.model import Culprit, Span
from crossfoot.verdicts import wording
from crossfoot.verdicts.outside.proofs import Proofs
from crossfoot.verdicts.outside.reckoned import AMOUNTS
from crossfoot.verdicts.outside.slipped import bare, culprit, mended
from crossfoot.verdicts.outside.support import POINTS, RATES, Match, Said, clashes, same_unit

FRONT = 60  # characters in front of a figure that say what moved
BEHIND, NEAR = 60, 40  # characters behind one that say from where; to the word that says which way
_TO = late(r"(?:\bto|[至到])\s?(?:about |around |nearly |roughly |some |[约近])?$")
_FROM = late(r"\s(?:sharply |slightly )?from\b")
_RIGHT_BEHIND = late(
    r"(?:, | \()(?:up|down|a [a-z]+ of|an [a-z]+ of) (?:by )?|[，（](?:同比|环比|[较比][^，0-9]{1,8})?[^，0-9]{2,5}"
)
FAR = 4  # times what a level was that it may be now
MOVES = 3  # that may stand behind a level: on the month, on the year
_CLAUSE = late(r"[,;:.，；：。](?![0-9])")
ALTERED = "XF702"
LEAST_MOVED = 2  # digits of the size of a move


class Complaint(msgspec.Struct, frozen=True):
    """What is wrong with a figure, by what printing of a source."""

    code: str
    other: Said | None
    culprit: Culprit | None = None
    right: Said | None = None  # the printing that should stand there, where it is another than the one that proves it
    asked: bool = False  # is it no more than a question?
    made: bool = False  # do the printings of the source only make the number?
    ways: tuple[str, str] | None = None  # which way it goes here and there, where the numbers do not say so


def way(said: Said) -> str | None:
    """The way that it moved; of a verb that judges by what is told: a combined ratio that improves goes down.

    Nothing where it is not known whether more of it is better.
    """
    change, document = said.quantity.change, said.source.document
    word = next((p.word for p in said.figures if p.word is not None), None)
    if change is None:
        return None
    before = document.text[max(said.span.start - FRONT, 0) : said.span.start]
    told = before if word is None else document.text[word.start : word.end]
    if not judges(told):
        return change
    better = judged(before)
    if better is not False:
        return change if better or said.quantity.kind == "money" else None
    return "down" if change == "up" else "up"


CAME = {"up": "came_up", "down": "came_down"}


def turned(proofs: Proofs, said: Said, found: list[tuple[Said, Match]]) -> Complaint | None:
    """The size of a move is right, and its direction is not."""
    here = way(said)
    if here is None or any(way(other) in (None, here) or how != "same" for other, how in found):
        return None
    return _reversed(proofs, said, found[0][0]) or _against(proofs, said, found[0][0], here)


def unlike(proofs: Proofs, said: Said, found: list[tuple[Said, Match]]) -> Complaint | None:
    """A profit that the sources have as a loss, or a level that fell to where they say that it rose to.

    A level may have fallen from one figure and risen from another, so the latter is only asked about.
    """
    others = [other for other, _ in found]
    kept = [_kept(proofs, one) for one in (said, *others)]
    if kept[0] is not None and all(one is not None and one is not kept[0] for one in kept[1:]):
        return Complaint(ALTERED, others[0], ways=("profit", "loss") if kept[0] else ("loss", "profit"))
    if any(how != "same" or said.quantity.kind != other.quantity.kind for other, how in found):
        return None
    came = _came(proofs, said)
    back = "up" if came == "down" else "down"
    if came is not None and _turned_back(proofs, said, others, came, back):
        return Complaint(ALTERED, others[0], asked=True, ways=(CAME[came], CAME[back]))
    return _backwards(proofs, said, others) or _of_before(proofs, said, others)


def _turned_back(proofs: Proofs, said: Said, others: Sequence[Said], came: str, back: str) -> bool:
    """Do the sources say that it came the other way, or what it came from, where no move is beside it here?"""
    alone = said.source.document.text[max(0, said.span.start - FRONT) : said.span.start]
    told = re.search(r"[0-9][^,;，；。]*$", alone) is not None
    judging = judges(alone)  # a ratio that improves may go down
    ways = [
        {_came(proofs, one), None if told else proofs.grew(one), None if judging else _went(proofs, one)}
        for one in others
    ]
    return all(back in found and came not in found for found in ways)


def _backwards(proofs: Proofs, said: Said, others: Sequence[Said]) -> Complaint | None:
    """Did what it came from, here, come of it there? "From 31 to 24" for "31, against 24"."""
    for before in proofs.earlier.get(said, ()):
        carriers = {other for other, how in proofs.found[before.span] if how == "same"}
        after = [now for now in carriers if any(other in proofs.earlier.get(now, ()) for other in others)]
        if after and not any(proofs.earlier.get(other, set()) & carriers for other in others):
            return Complaint(ALTERED, after[0], asked=True)
    return None


def _of_before(proofs: Proofs, said: Said, others: Sequence[Said]) -> Complaint | None:
    """Did it come to where it was before? "Rose to 2,080" where it rose to 3,410 from 2,080."""
    now = [after for one in others for after in proofs.later.get(one, ()) if _alike(one, after)]
    if not now or any(one in proofs.earlier or one not in proofs.later for one in others):
        return None
    if _came(proofs, said) is None or any(_came(proofs, one) is not None for one in others):
        return None
    return Complaint(ALTERED, now[0], asked=True, right=others[0])


def _alike(one: Said, other: Said) -> bool:
    """Are they of one order of size?"""
    small, large = sorted((abs(one.quantity.low), abs(other.quantity.low)))
    return large <= FAR * small


def _kept(proofs: Proofs, said: Said) -> bool | None:
    """Is it a profit that is kept, and no loss? None of anything else."""
    known = [metric(p.figure.metric) for p in said.figures]
    if not any(row is not None and row.negative for row in known):
        return None
    if said.span in proofs.lost:
        return False
    lost = proofs.settings.last(said, _words("losing"))  # "a loss of 16 million, or 7 cents a share"
    return None if lost > proofs.settings.last(said, _words("gaining")) else True


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(in_any(name), re.IGNORECASE)


def _came(proofs: Proofs, said: Said) -> str | None:
    """The way that a level came to where it is, where a word says so right by it: "cut to 12", "12, up from 10"."""
    text, span = said.source.document.text, said.span
    lead, tail = text[max(0, span.start - FRONT) : span.start], text[span.end : span.end + BEHIND]
    if _TO.search(lead):
        first = span.start - len(lead) + max((m.end() for m in _CLAUSE.finditer(lead)), default=0)
        return next((sense for where, sense in reversed(proofs.ways(span.doc, first, span.start))), None)
    behind = proofs.ways(span.doc, span.end, span.end + NEAR)
    return next((sense for where, sense in behind if _FROM.match(tail, where.end - span.end)), None)


def _went(proofs: Proofs, said: Said) -> str | None:
    """The way of the move right behind a level, if all that stand there go it: "$64 million, up 12%"."""
    if said.quantity.change is not None:
        return None
    kinds: Collection[str] = POINTS if said.quantity.kind in RATES else ("percent", "multiple")
    ways, end, at = set[str | None](), said.span.end, proofs.place[said] + 1
    for after in proofs.theirs[at : at + MOVES]:
        if after.source is not said.source or after.quantity.kind not in kinds:
            break
        if not _RIGHT_BEHIND.fullmatch(said.source.document.text[end : after.span.start]):
            break
        ways.add(after.quantity.change)
        end = after.span.end
    return ways.pop() if len(ways) == 1 else None


def _reversed(proofs: Proofs, said: Said, other: Said) -> Complaint | None:
    word = next((p.word for p in said.figures if p.word is not None), None)
    right = None if word is None else wording.opposite(proofs.report.document, word)
    if word is None or right is None:
        return None
    return Complaint(ALTERED, other, culprit(word, right, "direction"))


def _against(proofs: Proofs, said: Said, other: Said, here: str) -> Complaint | None:
    """Where no fact knows the word that says which way: the last one in front of a move, of its own clause."""
    text, span = said.source.document.text, said.span
    lead = text[max(0, span.start - FRONT) : span.start]
    first = span.start - len(lead) + max((m.end() for m in _CLAUSE.finditer(lead)), default=0)
    last = next(reversed(proofs.ways(span.doc, first, span.start)), None)
    if last is None or last[1] != here or _TO.search(lead) or _figure_between(proofs, last[0], said):
        return None
    return Complaint(ALTERED, other, asked=True, ways=("up", "down") if here == "up" else ("down", "up"))


def _figure_between(proofs: Proofs, word: Span, said: Said) -> bool:
    """Is it another figure that the word is said of: "grew by 8.3 million, offset by 6.1 million"?"""
    at = proofs.place[said]
    return any(word.end <= other.span.start for other in proofs.mine[max(at - 1, 0) : at])


def moved(proofs: Proofs, said: Said) -> Complaint | None:
    """The size of a move that no source prints, beside a level that one prints with the level before it.

    "The margin improved by 1.5% to 15.3%" where the source has 15.3% after 13.8%: those are points. "Raised by $70
    million to $1.18 billion" where it was $1.25 billion: the way is wrong.
    """
    here = said.quantity
    if here.change is None or here.kind == "multiple":
        return None
    sharp = len(bare(said)[0].strip("0.")) >= LEAST_MOVED
    for before, level in _levels(proofs, said):
        rate = level.quantity.kind in RATES
        by = level.quantity.low - before.quantity.low
        moved = abs(by) / POINTS.get(here.kind, Fraction(1))
        if not rate and here.kind == "percent":
            moved = abs(by) / abs(before.quantity.low) * 100 if before.quantity.low else Fraction(0)
        if rate and here.kind in POINTS and by and abs(here.low) in (abs(by), abs(by) * 100) and here.low != moved:
            return Complaint(ALTERED, before)  # points for basis points, or the other way round
        if here.low != here.high or abs(moved - abs(here.low)) > here.step / 2:
            continue
        if rate and here.kind == "percent":
            return Complaint(ALTERED, before, mended(said, before, "percent-or-points"))
        if not sharp:
            return None
        return None if way(said) in (None, "up" if by > 0 else "down") else _reversed(proofs, said, before)
    return None


def made_wrong(proofs: Proofs, said: Said) -> Complaint | None:
    """What two figures of a source make, with its way turned around."""
    made, here = proofs.made(said), way(said)
    ways = {other.said.quantity.change for other, _ in made}
    if here is None or not ways or ways & {here, None}:
        return None
    best = max((other for other, _ in made), key=lambda other: proofs.settings.shared(said, other.setting))
    wrong = _reversed(proofs, said, best.parts[0]) or _against(proofs, said, best.parts[0], here)
    if wrong is None:
        return None
    return msgspec.structs.replace(wrong, asked=not proofs.settings.shared(said, best.setting))


def _levels(proofs: Proofs, said: Said) -> Iterator[tuple[Said, Said]]:
    """The levels that the sources print beside the one that stands beside a move here: the other first."""
    near = [other for other in _beside(proofs.mine, proofs.place[said]) if other.span in proofs.proved]
    for level in near:
        kinds = {said.quantity.kind, level.quantity.kind}
        if len(kinds) == 1 or kinds <= RATES.keys() or (kinds & AMOUNTS and said.quantity.kind == "percent"):
            for known, _ in proofs.found[level.span]:
                for before in (*_beside(proofs.theirs, proofs.place[known]), *_before(proofs, known)):
                    if same_unit(before.quantity, known.quantity):
                        yield before, known


def _before(proofs: Proofs, level: Said) -> Iterator[Said]:
    """The same at an earlier time, as far as the facts know."""
    for other in proofs.theirs:
        if other is not level and other.figures and level.figures and clashes(level, other) == {"period"}:
            then, now = other.figures[0].figure.period, level.figures[0].figure.period
            if then and now and then.start and now.start and then.start < now.start:
                yield other


def _beside(printed: Sequence[Said], at: int) -> list[Said]:
    """What is printed right before and right behind."""
    return [*printed[max(at - 1, 0) : at], *printed[at + 1 : at + 2]]
