"""A figure of a text and the printings of its number in; whether its bound has changed sides or its hedge is gone out.

A hedge is read with its number ("about 38%"), or stands loose in front of it ("最多募资21.6亿港元"); a verb hedges too
("may pass 2,500 megawatts"). The text may say it in its own way: any hedge of its sentence will do for a verb.
"""

from __future__ import annotations

import re
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.words import in_any, words
from crossfoot.verdicts.outside.altered import ALTERED, Complaint
from crossfoot.verdicts.outside.setting import Settings
from crossfoot.verdicts.outside.support import Match, Said, same_unit

HEDGE = "XF704"
SIDES = {">": "above", ">=": "above", "<": "below", "<=": "below", "<~": "below"}  # of a number, that a hedge tells
BOUNDS = (">=", "<=")  # others compare where they stand loose: "低于去年的5.2%"
COUNTED = frozenset({"count", "number", "measure"})
LOOSE = 10  # characters that may stand between a Chinese hedge and its number
REACH = 60  # characters in front of a number in which a verb hedges it

PARTED = late(r"[,，;；。0-9]|[.] ")  # what a verb does not reach over
SENTENCE = late(r"[;；。]|[.] ")

Found = list[tuple[Said, Match]]


def bounded(said: Said, found: Found) -> Complaint | None:
    """ "At least 30,000" has become "at most 30,000": the number is right, and its other side is meant."""
    side = SIDES.get(_hedge(said) or "")
    if side is None:
        return None
    same = [other for other, how in found if how == "same"]
    if any(SIDES.get(_hedge(other) or "", side) == side for other in same or [said]):
        return None
    return Complaint(ALTERED, found[0][0], None)


def hedged(said: Said, found: Found, settings: Settings) -> Complaint | None:
    """ "About 38%" has become 38%, or "over 38%": the number is right, and surer than the source is."""
    if said.quantity.kind == "duration":
        return None
    same = [other for other, how in found if how == "same" and _alike(said, other)]
    if not same or _excused(said, found, same, settings):
        return None
    if said.quantity.approx is None and any(map(_unsure, same)) and not _softened(said):
        return Complaint(HEDGE, next(filter(_unsure, same)), None)
    hedge = _hedge(said)
    kept: set[str | None] = {None, hedge} if hedge is None else {None, "~"} if hedge == "~" else {None, *SIDES}
    if hedge == "~":  # "about 8%" for "no more than 8%" is less than is known; for "nearly 8%" it is as good
        kept |= {"<~", ">", "<"}
    return None if any(_hedge(other) in kept for other in same) else Complaint(HEDGE, same[0], None)


def _alike(said: Said, other: Said) -> bool:
    """Are they of one unit, so that none was reckoned from the other? Things may be counted by another name."""
    if {said.quantity.kind, other.quantity.kind} <= COUNTED:
        return said.quantity.low == other.quantity.low and same_unit(said.quantity, other.quantity)
    return said.quantity.unit == other.quantity.unit


def _excused(said: Said, found: Found, same: list[Said], settings: Settings) -> bool:
    """Is it rather a rounding of a number that stands in a setting as near, or nearer where it is hedged itself?"""
    rounded = [settings.common(said, other) for other, how in found if how == "rounded"]
    if not rounded:
        return False
    near = max(settings.common(said, other) for other in same)
    return max(rounded) > near if said.quantity.approx else max(rounded) >= near


def _hedge(said: Said) -> str | None:
    """The hedge of a number, also one that stands loose in front of it."""
    if said.quantity.approx is not None:
        return said.quantity.approx
    text, start = said.source.document.text, said.span.start
    match = _loose().search(text[max(start - 2 * LOOSE, 0) : start])
    return None if match is None else _bounds()[match.group(1)]


@cache
def _bounds() -> dict[str, str]:
    return {form: row.op for row in words("zh").approximator if row.op in BOUNDS for form in row.before}


@cache
def _loose() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, _bounds()), key=len, reverse=True))
    return re.compile(rf"({forms})[\u4e00-\u9fff]{{0,{LOOSE}}}$")


def _unsure(said: Said) -> bool:
    """Does a verb or an adverb in front of it say that it may not come so?"""
    return _word(said) is not None


def unsure(said: Said) -> str:
    """Its words, from the verb that hedges it on."""
    word = _word(said)
    return said.words if word is None else f"{word} {said.words}"


def _word(said: Said) -> str | None:
    text, start = said.source.document.text, said.span.start
    found = list(_pattern("unsure").finditer(PARTED.split(text[max(start - REACH, 0) : start])[-1]))
    return " ".join(found[-1].string[found[-1].start() :].split()) if found else None


def _softened(said: Said) -> bool:
    """Does the sentence say in any way that it is not sure?"""
    text, start, end = said.source.document.text, said.span.start, said.span.end
    around = SENTENCE.split(text[max(start - 3 * REACH, 0) : start])[-1]
    around += SENTENCE.split(text[end : end + REACH])[0]
    return any(_pattern(name).search(around) is not None for name in ("unsure", "soft"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(in_any(name, behind=r"(?! not\b)"))
