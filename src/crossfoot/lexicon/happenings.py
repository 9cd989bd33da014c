"""Verbs of what happens where words are not spaced, by what they tell, and the shape of the clause around them."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if


class Happening(Row, frozen=True):
    """What a verb tells; docs in zh/happening.toml."""

    kind: str
    shape: str
    verbs: tuple[str, ...]
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    needs: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    needs_subject: tuple[str, ...] = ()
    unlike_subject: tuple[str, ...] = ()
    named: bool = False
    needs_money: bool = False


class _Rows(Row, frozen=True):
    compounds: tuple[str, ...]  # words with a verb inside that say nothing
    behind: tuple[str, ...]  # right behind a verb that is part of a noun
    happening: tuple[Happening, ...]


class Happenings:
    """The rows of a language, each verb with those that it may mean, and one pattern of all verbs."""

    def __init__(self, rows: _Rows) -> None:
        self.by_verb = dict[str, list[Happening]]()
        for row in rows.happening:
            for verb in row.verbs:
                self.by_verb.setdefault(verb, []).append(row)
        self.verb = late(either((*self.by_verb, *rows.compounds)))
        self.nouns = late(either(rows.behind))


@cache
def happenings(lang: str) -> Happenings | None:
    """The rows of a language; None where it has none.

    >>> rows = happenings("zh")
    >>> rows is not None and [row.kind for row in rows.by_verb["投产"]]
    ['production_start']
    """
    rows = load_if(f"{lang}/happening.toml", _Rows)
    return Happenings(rows) if rows is not None else None
