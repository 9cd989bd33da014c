"""How a clause is taken apart where words are not spaced: what leads it, where its subject ends, how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if


class ClauseRows(Row, frozen=True):
    traditional: str  # characters, each with the one below that it is written as elsewhere
    simplified: str
    leads: tuple[str, ...]  # before a subject
    prepositions: tuple[str, ...]  # a clause that opens with one of these has no subject in front
    bounds: tuple[str, ...]  # behind a subject
    atoms: tuple[str, ...]  # with one of those inside, and no end of a subject
    describers: tuple[str, ...]  # what somebody is, before his name
    titles: tuple[str, ...]
    planned: tuple[str, ...]
    agreed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    denying: tuple[str, ...]
    unsure: tuple[str, ...]
    agreeing: tuple[str, ...]  # who does so lets, or only takes part
    agreed_to: tuple[str, ...]  # how begins what a firm agrees to do
    announcing: tuple[str, ...]  # a deal that is told with one of these is not done yet
    finished: tuple[str, ...]  # and with one of these it is
    from_then: str  # behind the day from which an office is held
    courts: tuple[str, ...]  # how those end before whom somebody sues
    deciders: tuple[str, ...]  # how those end who may agree besides those who make rules
    graded: str  # what is a grade or a figure, and nobody
    around: str  # small words before and behind who or what something is told of
    empty: str  # words that are nothing of their own
    rumours: tuple[str, ...]  # a sentence with one of these says what is not so


class Clauses:
    """The rows of a language, and the patterns that find their words, the longest first."""

    def __init__(self, rows: ClauseRows) -> None:
        self.rows = rows
        self.folds = str.maketrans(rows.traditional, rows.simplified)
        self.leads, self.bounds = any_of(rows.leads), any_of(rows.bounds)
        self.prepositions, self.titles = any_of(rows.prepositions), any_of(rows.titles)
        self.atoms = any_of((*rows.titles, *rows.atoms))
        self.planned, self.withdrawn = any_of(rows.planned), any_of(rows.withdrawn)
        self.agreed, self.denying = any_of(rows.agreed), any_of(rows.denying)
        self.unsure, self.rumours = any_of(rows.unsure), any_of(rows.rumours)
        self.around, self.empty = late(rows.around), late(rows.empty)
        self.from_then = late(rows.from_then)
        self.graded = late(rows.graded)
        self.described = late(
            rf"(?:{either(rows.describers)})(?=[^的]{{2,}}(?<!分行|支行|公司|总部|机构)(?<![处部局室组])$)"
        )


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of some words, the longest first.

    >>> any_of(("拟", "拟于")).match("拟于6月")[0]
    '拟于'
    """
    return late(either(words))


@cache
def clauses(lang: str) -> Clauses | None:
    """The rows of a language whose words are not spaced; None for one that has none.

    >>> clauses("en") is None
    True
    """
    rows = load_if(f"{lang}/clause.toml", ClauseRows)
    return Clauses(rows) if rows is not None else None
