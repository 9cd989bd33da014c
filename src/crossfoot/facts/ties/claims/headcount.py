"""Those who fall into groups: "of 14 nine voted for, three against and two abstained".

The figures of an item come in, claims go out. Groups of which nobody can be in two make no more than all there are;
with one for those who did neither they make all of them, and so do the groups behind a colon. Other numbers of
some of them say nothing: they may be in several groups, or in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.related import Related
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.late import late
from crossfoot.lexicon.counting import Groups, Scheme, groups
from crossfoot.model import Span

LEAST, MOST = 3, 2000  # of whom there are groups
REACH = 6  # figures behind the whole among which groups stand
PAIR = 2  # groups of one kind of which everybody is in one
CLAUSE = 60  # characters of a clause that says of which group a number is
_PIECE = late("[，。；、]")
_OPENED = late(r"(?: [a-z-]+){0,3}(?::| \(| are| were| comprise[sd]?| consist(?:s|ed)? of) ?")
_APPOSED = late(r"(?: [a-z-]+){0,4}, (?:[a-z]+ )?")
_LED = late(r"[,;:.()]| and ")
_END = late(r"[.;\n]")
_LAST = late(r"[^.;:()\d,]{0,40}?(?=[.;)\n]|$)")


def headcounts(amounts: Sequence[Amount], text: str) -> Iterator[Related]:
    """What the groups of an item make."""
    for whole in amounts:
        if not _integer(whole) or not LEAST <= whole.size <= MOST:
            continue
        words = groups(whole.lang)
        parts = _set_out(words, amounts, whole, text) if words is not None and words.apart else []
        if not parts and words is not None:
            parts = _grouped(words, amounts, whole, text)
        if len(parts) > 1:
            claim = Claim("sum", "sum", (whole, *parts), whole, 0.0, said=True, sure=True)
            yield Related("headcount", (claim,), True, True)


def _integer(amount: Amount) -> bool:
    """Does a figure count people or things, as closely as can be?"""
    value = amount.quantity
    plain = value.kind in ("count", "number") and value.approx is None and value.per is None and value.change is None
    return plain and value.low == value.high and value.low.denominator == 1 and value.step == 1


def _set_out(words: Groups, amounts: Sequence[Amount], whole: Amount, text: str) -> list[Amount]:
    """The groups behind a colon or in brackets, up to the end of the sentence: "17 ships: nine tankers and…"."""
    if whole.quantity.kind != "count":
        return []
    found, at, apposed = list[Amount](), whole.span.end, False
    for part in amounts[whole.index + 1 : whole.index + 1 + REACH]:
        between = text[at : part.span.start]
        opened = found or _OPENED.fullmatch(between) is not None
        if not opened and _APPOSED.fullmatch(between) is not None:
            opened = apposed = True  # only where nobody is left out: "seven people died, four men and three women"
        if (
            not opened
            or not _integer(part)
            or part.sentence != whole.sentence
            or (found and not words.listed.fullmatch(between))
        ):
            break
        found.append(part)
        at = part.span.end
        if _LAST.match(text, at) and words.also.search(between):
            return found if not apposed or _all_there_are(words, found, text) else []
    return []


def _all_there_are(words: Groups, parts: Sequence[Amount], text: str) -> bool:
    """Are some parts the two groups of a kind of which everybody is in one, and no more is said: men and women?"""
    said = [_said(words, text, part.quantity.digits[1]).strip() for part in parts]
    for scheme in words.schemes:
        found = [i for one in said for i, group in enumerate(scheme.groups) if group.fullmatch(one)]
        if len(scheme.groups) == PAIR and sorted(found) == [0, 1]:
            return True
    return False


def _grouped(words: Groups, amounts: Sequence[Amount], whole: Amount, text: str) -> list[Amount]:
    """The numbers of those in groups of one kind around the number of all."""
    apposed = words.apposed.fullmatch(whole.tail) is not None  # "seven members, four women and three men"
    if not apposed and words.whole.search(whole.lead[-CLAUSE:].lower()) is None:
        return []
    before = amounts[whole.index - 1] if whole.index else whole
    first = (
        before is not whole
        and before.sentence == whole.sentence
        and words.of.fullmatch(before.tail.lower()) is not None
    )
    near = [before] if first else []
    near += [a for a in amounts[whole.index + 1 : whole.index + 1 + REACH] if 0 <= a.sentence - whole.sentence <= 1]
    for scheme in words.schemes:
        if not (first or apposed) and _in_group(scheme, words, whole):
            continue  # "赞成38票，反对2票": it is a group itself
        parts, seen = list[Amount](), dict[int, Amount]()
        for part in near:
            said = _clause(words, part, whole, first and part is before, text)
            group = scheme.group(said) if _integer(part) else None
            if group is None and words.apart and _integer(part):  # "winning six, drawing three"
                group = scheme.group(_LED.split(part.lead.lower())[-1])
            if group is None or group in seen or part.size > whole.size:
                break
            seen[group] = part
            parts.append(part)
        for at, group in _ones(words, scheme, whole, parts, text):
            if group is None or group in seen:
                return []  # who that is, is open
            seen[group] = _alone(parts[0], at)
            parts.append(seen[group])
        told = text[parts[0].span.start : _stop(parts[-1], whole, text)] if parts else ""
        closed = len(scheme.groups) - 1 in seen and words.some.search(told) is None
        if len(parts) > 1 and (closed or sum(part.size for part in parts) > whole.size):
            return parts
    return []


def _in_group(scheme: Scheme, words: Groups, whole: Amount) -> bool:
    """Is the number of all rather of one group, by the words beside it in its clause?"""
    behind = words.clause.split(whole.tail[:CLAUSE].lower())[0]
    lead = _PIECE.split(whole.lead[-CLAUSE:])[-1] if whole.leading else ""
    return any(group.search(said) for group in scheme.groups for said in (lead, behind))


def _clause(words: Groups, part: Amount, whole: Amount, first: bool, text: str) -> str:
    """The words that say in which group somebody is."""
    if part.leading:
        behind = _PIECE.split(part.tail[:CLAUSE])[0]
        return behind or _PIECE.split(part.lead[-CLAUSE:])[-1]
    at = whole.span.end if first else part.quantity.digits[1]
    return _said(words, text, at)


def _said(words: Groups, text: str, at: int) -> str:
    """The words of a clause from a place on."""
    return words.clause.split(text[at : at + CLAUSE].lower())[0]


def _stop(last: Amount, whole: Amount, text: str) -> int:
    """Where the sentence of the last group ends."""
    at = max(last.span.end, whole.span.end)
    found = _END.search(text, at, at + 3 * CLAUSE)
    return found.start() if found is not None else at + CLAUSE


def _ones(
    words: Groups, scheme: Scheme, whole: Amount, parts: Sequence[Amount], text: str
) -> list[tuple[Span, int | None]]:
    """Each "one" beside some groups, and its group, by the words behind it or by the one before: "and losing one"."""
    if not parts:
        return []
    start, stop = parts[0].span.start, _stop(parts[-1], whole, text)
    lone = _one(scheme.one.finditer(text, start, stop), parts)
    if lone:
        return [(span, scheme.group(_said(words, text, span.end))) for span in lone]
    led = scheme.led.finditer(text, start, stop)
    return [(Span(whole.span.doc, *m.span("one")), scheme.group(m["group"].lower())) for m in led]


def _one(found: Iterator[re.Match[str]], parts: Sequence[Amount]) -> list[Span]:
    """Where "one" stands, which is no figure by itself."""
    doc = parts[0].span.doc
    return [Span(doc, *match.span("one")) for match in found]


def _alone(like: Amount, at: Span) -> Amount:
    """One of them, as a figure."""
    one = type(like.quantity.low)(1)
    value = msgspec.structs.replace(like.quantity, low=one, high=one, digits=(at.start, at.end))
    return msgspec.structs.replace(
        like, span=at, quantity=value, low=1.0, high=1.0, size=1.0, figures=(), word=None, move=None, index=like.index
    )
