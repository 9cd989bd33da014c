"""What binds two times to the length between them: the rows of stretches.toml, as patterns for each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from crossfoot.lexicon import Row, load
from crossfoot.lexicon.languages import spaced


class StretchRow(Row, frozen=True):
    lang: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    lasts_before: tuple[str, ...]
    lasts_behind: tuple[str, ...]
    between: tuple[str, ...]
    ago: tuple[str, ...]
    apposed: tuple[str, ...]
    born: tuple[str, ...]
    ages: tuple[str, ...]
    of_what: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()


class Stretches(Row, frozen=True):
    stretch: tuple[StretchRow, ...]


class Beside(NamedTuple):
    """Words right before a time, or right behind it, in lower case."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


class Words(NamedTuple):
    starts: Beside
    ends: Beside
    lasts: Beside
    between: re.Pattern[str]  # all that stands between a stretch told as one and its length
    ago: tuple[str, ...]
    apposed: frozenset[str]
    born: re.Pattern[str]
    age: re.Pattern[str]  # the number is its first group
    of_what: re.Pattern[str] | None
    due: re.Pattern[str] | None  # all that stands between how long paper runs and when it is due
    issued: re.Pattern[str] | None
    standing: re.Pattern[str] | None  # paper that is not new


@cache
def words(lang: str) -> Words | None:
    row = next((row for row in load("stretches.toml", Stretches).stretch if row.lang == lang), None)
    if row is None:
        return None
    apart = spaced(lang)
    on = r"(?: (?:on|in|at|by))?\s*$" if apart else r"(?:[于在为]|约)?$"

    def before(forms: Iterable[str]) -> re.Pattern[str]:
        return re.compile((r"\b" if apart else "") + f"(?:{_either(forms)}){on}")

    def behind(forms: Iterable[str]) -> re.Pattern[str]:
        some = r"[ -](?:[a-z]+ )?" if apart else "[（(日]?"
        return re.compile(f"{some}(?:{_either(forms)})" + (r"\b" if apart else ""))

    def beside(first: Iterable[str], then: Iterable[str]) -> Beside:
        return Beside(before(first), behind(then))

    joints = _either(row.between)
    return Words(
        beside(row.starts, row.starts),
        beside(row.ends, row.ends),
        beside(row.lasts_before, row.lasts_behind),
        re.compile(rf"(?:{joints})" if apart else rf"(?:{joints})|的\w{{1,8}}[（(]"),
        row.ago,
        frozenset(row.apposed),
        before(row.born),
        re.compile(r"(?<![0-9.,])([0-9]{1,3})" + ("(?:st|nd|rd|th)? " if apart else "") + f"(?:{_either(row.ages)})"),
        re.compile(rf" (?:{_either(row.of_what)})\b") if row.of_what else None,
        re.compile(
            rf"[ -](?:[a-z]+ ){{0,2}}(?:{_either(row.papers)}),?(?: [a-z%]+)? (?:{_either(row.due)})(?: on| in)?"
        )
        if row.papers
        else None,
        _any(row.issued),
        _any(row.standing),
    )


def _any(forms: Iterable[str]) -> re.Pattern[str] | None:
    either = _either(forms)
    return re.compile(rf"\b(?:{either})") if either else None


def _either(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))
