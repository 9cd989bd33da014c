"""What a figure is for one of, by the words around it: the rows of each.toml."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.dealing import counted
from crossfoot.lexicon.languages import spaced

_NOUN = r"(?P<noun>[a-z][a-z-]+(?: [a-z][a-z-]+){0,3})"
MOST = 4  # words, or characters, of a noun


class Rows(Row, frozen=True):
    behind: tuple[str, ...]
    before: tuple[str, ...]
    them: tuple[str, ...]
    them_before: tuple[str, ...]
    unsure: tuple[str, ...]
    again: tuple[str, ...]
    of: tuple[str, ...]
    number: tuple[str, ...]
    numbered: tuple[str, ...]
    idle: tuple[str, ...]
    numbers: tuple[str, ...]
    about: tuple[str, ...]
    ones: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]
    among: tuple[str, ...]
    stretch: tuple[tuple[str, str], ...]
    called: tuple[tuple[str, str], ...] = ()
    # As months and days of a month are written, where a period of no year is told so.
    month: str = ""
    month_of: str = ""
    day: str = ""
    until: tuple[str, ...] = ()


class Each(NamedTuple):
    """Patterns over the words before and behind a figure, in lower case."""

    rows: Rows
    behind: re.Pattern[str]
    before: re.Pattern[str]
    them: re.Pattern[str] | None
    them_before: re.Pattern[str]
    unsure: re.Pattern[str]
    again: re.Pattern[str]
    things: re.Pattern[str] | None
    numbered: re.Pattern[str] | None
    each_of: re.Pattern[str]  # right before the number of those that have so much each
    owned: re.Pattern[str] | None  # before the number of things: " for each of Dunmore's "
    alike: dict[str, frozenset[str]]
    stretches: tuple[re.Pattern[str], ...] = ()  # a month, and some days of one

    def same(self, one: str, other: str) -> bool:
        """Do two words count the same things?"""
        return one == other or other in self.alike.get(one, ())


@cache
def each(lang: str) -> Each | None:
    """None where a language has no such words.

    >>> each("en").behind.match(" per visit on average")["noun"], each("zh").before.search("每座造价")["noun"]
    ('visit on average', '座造价')
    >>> each("en").same("fan", "person"), each("zh").same("户", "enterprise"), each("en").same("bus", "shop")
    (True, True, False)
    """
    rows = load_if(f"{lang}/each.toml", Rows)
    if rows is None:
        return None
    alike = dict[str, frozenset[str]]()
    for row in rows.alike:
        for word in row:
            alike[word] = alike.get(word, frozenset()) | frozenset(row)
    if not spaced(lang):
        behind = late(r"(?!)(?P<noun>)")
        before = late(
            r"每(?:一)?(?P<noun>[一-龥]{1,6})|(?<![平成日月年周季天])(?P<mean>[一-龥])(?<![平成日月年周季天])均(?![价衡匀为已可])|单(?P<one>[间船台套机架艘辆座店吨票件体桌])(?!价)"
        )
        return Each(
            rows,
            behind,
            before,
            None,
            late(f"(?:{either(rows.them_before)})"),
            late(either(rows.unsure)),
            late(rf"[，, ]*(?:{either(rows.again)})"),
            None,
            None,
            late("每(?:一)?$"),
            None,
            alike,
            _stretches(rows),
        )
    return Each(
        rows,
        late(rf",? (?:{either(rows.behind)}) {_NOUN}"),
        late(rf"\b(?:{either(rows.before)}) {_NOUN}"),
        late(rf",? (?:{either(rows.them)})(?= *(?:[,;.)]|$| and\b| on average\b|-))"),
        late(rf"(?:{either(rows.them_before)})\b"),
        late(rf"\b(?:{either(rows.unsure)})\b"),
        late(rf"[, ]*(?:{either(rows.again)})\b"),
        late(rf"(?: (?:{either(rows.of)}))? {_NOUN}"),
        late(
            rf"\b(?:{either(rows.number)}) {_NOUN} (?:{either(rows.numbered)})\b"
            rf"|(?P<thing>[a-z-]{{3,20}}) (?:{either(rows.numbers)}) (?:(?:{either(rows.about)}) )?$"
        ),
        late(rf"\b(?:{either(form for form in rows.before if ' of ' in form)})\s*$"),
        late(rf" (?:{either(rows.ones)})(?: [\w'’-]+){{0,3}} ?"),
        alike,
    )


def _stretches(rows: Rows) -> tuple[re.Pattern[str], ...]:
    month, day = f"(?P<month>1?[0-9]){rows.month}", f"(?P<day>[0-9]{{1,2}}){rows.day}?"
    last = f"(?:(?P<until>1?[0-9]){rows.month})?(?P<last>[0-9]{{1,2}}){rows.day}"
    whole = f"{month}(?:{rows.month_of})?(?P<day>(?!))?(?P<until>(?!))?(?P<last>(?!))?"
    return late(whole), late(f"{month}{day}(?:{either(rows.until)}|[—-]){last}")


@cache
def nouns(phrase: str, lang: str) -> frozenset[str]:
    """The units that figures may have which count what a phrase names, by each noun that it may begin with.

    >>> sorted(nouns("league games in spring", "en"))
    ['game', 'league']
    """
    words = each(lang)
    idle = words.rows.idle if words is not None else ()
    found = set[str]()
    for word in phrase.split(" ")[:MOST]:
        if word in idle:
            break
        found.add(counted(word, lang))
    return frozenset(found)
