"""Words that name what an amount is dealt out to, or what a part is of, by the noun that another figure counts."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.units import forms

_NOUN = r"(?P<noun>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2})"


class Rows(Row, frozen=True):
    behind: tuple[str, ...]
    before: tuple[str, ...]
    them: tuple[str, ...]
    them_before: tuple[str, ...]
    able: tuple[str, ...]
    of: tuple[str, ...]
    that: tuple[str, ...]
    one: tuple[str, ...]
    again: tuple[str, ...]
    restates: tuple[str, ...]
    loosely: tuple[str, ...]


class Dealing(NamedTuple):
    """Patterns over the words before and behind a figure, in lower case."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    them: re.Pattern[str]
    them_before: re.Pattern[str]
    able: re.Pattern[str]
    of: re.Pattern[str]
    one: tuple[str, ...]
    again: re.Pattern[str]
    restated: re.Pattern[str]


@cache
def dealing(lang: str) -> Dealing | None:
    """None where a language has no such words.

    >>> dealing("en").behind.match(" per visit on average")["noun"]
    'visit on average'
    >>> dealing("en").of.fullmatch(" of the passengers, or ")["noun"]
    'passengers'
    """
    rows = load_if(f"{lang}/dealing.toml", Rows)
    if rows is None:
        return None
    return Dealing(
        late(rf" (?:{either(rows.behind)}) {_NOUN}"),
        late(rf"\b(?:{either(rows.before)}) {_NOUN}"),
        late(rf",? (?:{either(rows.them)})(?= *(?:[,;.)]|$| and\b| on average\b))"),
        late(rf"\b(?:{either(rows.them_before)})\b"),
        late(rf"\b(?:{either(rows.able)})\b"),
        late(rf" (?:{either(rows.of)}) {_NOUN}?(?:,|,? \(|,? [-\u2013\u2014])?(?: (?:{either(rows.that)}))* ?\(?"),
        tuple(f"{words} " for words in rows.one),
        late(rf"[^,;:(]{{0,40}}[,(\u2013\u2014]+(?: ?(?:{either(rows.again)}))* ?"),
        late(rf",? ?(?:\(|{either(rows.restates)}) ?(?:{either(rows.loosely)})? ?"),
    )


def counted(noun: str, lang: str) -> str:
    """The unit of figures that count what a noun names.

    >>> counted("passengers", "en"), counted("scheduled sailings", "en"), counted("families", "en")
    ('person', 'sailing', 'family')
    """
    word = noun.rsplit(" ", 1)[-1]
    for form in (word, word.removesuffix("s"), f"{word}s"):
        if form in forms(lang):
            return forms(lang)[form].id
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word.removesuffix("s")
