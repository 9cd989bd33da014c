"""What binds two times to the length between them: the rows of stretches.toml, as patterns for each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, load
from crossfoot.lexicon.languages import spaced


class Worded(Row, frozen=True):
    said: str
    number: int
    unit: str


class StretchRow(Row, frozen=True):
    lang: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    between_two: tuple[str, ...]
    joints: tuple[str, ...]
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    broken: tuple[str, ...]
    lasts_before: tuple[str, ...]
    lasts_behind: tuple[str, ...]
    events: tuple[str, ...]
    counted: tuple[str, ...]
    terms: tuple[str, ...]
    worded: tuple[Worded, ...]
    hedges: tuple[str, ...]
    granted: tuple[str, ...]
    other_days: tuple[str, ...]
    inexact: tuple[str, ...]
    between: tuple[str, ...]
    summed: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...]
    sofar: tuple[str, ...]
    later: tuple[str, ...]
    ago: tuple[str, ...]
    own_year: tuple[str, ...]  # words that say of which year a day is
    apposed: tuple[str, ...]
    born: tuple[str, ...]
    born_behind: tuple[str, ...]
    births: tuple[str, ...]
    births_behind: tuple[str, ...]
    ages: tuple[str, ...]
    turning: tuple[str, ...]
    aged: tuple[str, ...]
    old: tuple[str, ...]
    dying: tuple[str, ...]
    then: tuple[str, ...]
    of_what: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    traditional: str = ""
    simplified: str = ""
    nth: tuple[str, ...] = ()  # behind an ordinal that counts what is held every year
    annual: tuple[str, ...] = ()  # it is held every year
    firsts: tuple[str, ...] = ()  # beside the year in which it was held first
    shifted: tuple[str, ...] = ()  # before how much something comes sooner or later
    planned: tuple[str, ...] = ()  # before when it was to come


class Stretches(Row, frozen=True):
    stretch: tuple[StretchRow, ...]


class Beside(NamedTuple):
    """Words right before a time, or right behind it, in lower case."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


class Words(NamedTuple):
    spaced: bool
    starts: Beside
    ends: Beside
    between_two: re.Pattern[str]  # with its first time behind it
    joints: frozenset[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    broken: re.Pattern[str]
    lasts: Beside
    events: re.Pattern[str]
    counted: tuple[str, ...]
    terms: tuple[str, ...]
    worded: re.Pattern[str]
    lengths: dict[str, tuple[int, str]]  # of those words
    hedges: re.Pattern[str]
    granted: re.Pattern[str] | None  # from the word that gives to what for
    other_days: re.Pattern[str]
    inexact: re.Pattern[str]
    between: re.Pattern[str]  # all that stands between a stretch told as one and its length
    summed: re.Pattern[str] | None
    after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    sofar: re.Pattern[str] | None  # behind a length where words are spaced, else before it
    later: re.Pattern[str]
    ago: tuple[str, ...]
    own_year: tuple[str, ...]
    apposed: frozenset[str]
    born: Beside
    births: Beside
    ages: re.Pattern[str]  # right behind the number
    turning: re.Pattern[str] | None  # right before it
    aged: Beside
    dying: re.Pattern[str]
    then: re.Pattern[str]
    of_what: re.Pattern[str] | None
    due: re.Pattern[str] | None  # all that stands between how long paper runs and when it is due
    issued: re.Pattern[str] | None
    standing: re.Pattern[str] | None  # paper that is not new
    nth: re.Pattern[str] | None
    annual: re.Pattern[str] | None
    firsts: re.Pattern[str] | None
    folds: dict[int, int]  # characters of the text as those of the rows
    shifted: re.Pattern[str]
    planned: re.Pattern[str]


@cache
def words(lang: str) -> Words | None:
    row = next((row for row in load("stretches.toml", Stretches).stretch if row.lang == lang), None)
    if row is None:
        return None
    apart = spaced(lang)
    edge = r"\b" if apart else ""
    on = r"(?: (?:on|in|at|by))?\s*$" if apart else r"(?:[于在为是：]|约)?$"

    def before(forms: Iterable[str]) -> re.Pattern[str]:
        return late(f"{edge}(?:{_either(forms)}){on}" if forms else "(?!)")

    def behind(forms: Iterable[str]) -> re.Pattern[str]:
        some = r"[ -](?:[a-z]+ ){0,2}" if apart else "[（(日]?(?:正式|如期|在.{1,6}|于.{1,6})?"
        return late(f"{some}(?:{_either(forms)}){edge}" if forms else "(?!)")

    def beside(first: Iterable[str], then: Iterable[str]) -> Beside:
        return Beside(before(first), behind(then))

    def right_behind(forms: Iterable[str]) -> re.Pattern[str]:
        return late(rf"[ -]?(?:{_either(forms)}){edge}" if forms else "(?!)")

    def within(forms: Iterable[str]) -> re.Pattern[str]:
        return late(f"{edge}(?:{either}){edge}" if (either := _either(forms)) else "(?!)")

    joints = _either(row.between)
    return Words(
        apart,
        beside(row.starts, row.starts),
        beside(row.ends, row.ends),
        late(rf"\b(?:{_either(row.between_two)})[a-z ]{{0,40}} \d+$") if row.between_two else late("(?!)"),
        frozenset(row.joints),
        within(row.opening),
        within(row.closing),
        within(row.broken),
        beside(row.lasts_before, row.lasts_behind),
        within(row.events),
        row.counted,
        row.terms,
        within(one.said for one in row.worded),
        {one.said: (one.number, one.unit) for one in row.worded},
        before(row.hedges),
        late(rf"\b(?:{_either(row.granted)}) [a-z ]{{0,30}}[0-9a-z-]+ [a-z]+ (?:to|in which to|from) [a-z]")
        if row.granted
        else None,
        within(row.other_days),
        right_behind(row.inexact),
        late(rf"(?:{joints})" if apart else rf"(?:{joints})|的\w{{1,8}}[（(]"),
        right_behind(row.summed),
        right_behind(row.after),
        right_behind(row.before),
        right_behind(row.sofar) if apart else before(row.sofar),
        right_behind(row.later),
        row.ago,
        row.own_year,
        frozenset(row.apposed),
        beside(row.born, row.born_behind),
        beside(row.births, row.births_behind),
        right_behind(row.ages),
        before(row.turning),
        Beside(before(row.aged), right_behind(row.old)),
        within(row.dying),
        within(row.then),
        late(rf" (?:{_either(row.of_what)})\b") if row.of_what else None,
        late(
            rf"[ -](?:[a-z]+ ){{0,2}}(?:{_either(row.papers)}),?(?: (?:of|worth|for|totalling) [^;:.]{{1,30}})?"
            rf"(?: [a-z%]+)? (?:{_either(row.due)})(?: on| in)?"
        )
        if row.papers
        else None,
        _any(row.issued),
        _any(row.standing),
        _nth(row.nth, apart),
        within(row.annual) if row.annual else None,
        within(row.firsts) if row.firsts else None,
        str.maketrans(row.traditional, row.simplified),
        late(rf"{edge}(?:{_either(row.shifted)})(?:了|约)? ?$" if row.shifted else "(?!)"),
        late(f"(?:{_either(row.planned)})[^，。；：]{{0,6}}$" if row.planned else "(?!)"),
    )


def _nth(forms: Iterable[str], apart: bool) -> re.Pattern[str] | None:
    """An ordinal before what is counted: " 50th time", 第十二届."""
    either = _either(forms)
    if not either:
        return None
    return late(
        rf" (?:[0-9]{{1,3}}(?:st|nd|rd|th)|[a-z-]+) (?:{either})\b" if apart else rf"第[^，。]{{1,4}}?(?:{either})"
    )


def _any(forms: Iterable[str]) -> re.Pattern[str] | None:
    either = _either(forms)
    return late(rf"\b(?:{either})") if either else None


def _either(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))
