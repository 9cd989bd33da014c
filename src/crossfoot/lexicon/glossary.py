"""Things that figures are of, in both languages: the rows of glossary.toml, found in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossfoot.errors import LexiconError
from crossfoot.late import late
from crossfoot.lexicon import load

NAME = "glossary.toml"
ACROSS = "bilingual.toml"  # rows that count between languages alone

Rows = dict[str, dict[str, tuple[str, ...]]]


def things(text: str, start: int, end: int, across: bool = False) -> Iterator[str]:
    """Each thing that a stretch of text names, the longest form at a place.

    >>> text = "Exports to the EU, 对欧盟出口"
    >>> sorted(set(things(text, 0, len(text))))
    ['european-union', 'export']
    >>> text = "Oats in Austria"
    >>> [list(things(text, 0, len(text), across)) for across in (False, True)]
    [[], ['oat', 'austria']]
    """
    pattern, ids = _forms(across)
    for match in pattern.finditer(text, start, end):
        yield ids[match.group().casefold()]


def thing(word: str, across: bool = False) -> str | None:
    """What a word names by itself."""
    return _forms(across)[1].get(word.casefold())


def kind_of(named: str) -> str:
    """The group of its row: a thing may be taken for another of its group.

    >>> kind_of("export"), kind_of("import"), kind_of("china")
    ('activities', 'activities', 'places')
    """
    return _groups()[named]


@cache
def _groups() -> dict[str, str]:
    return {row: name for source in (ACROSS, NAME) for name, rows in load(source, Rows).items() for row in rows}


@cache
def _forms(across: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    ids = forms(load(NAME, Rows), *([load(ACROSS, Rows)] if across else []))
    latin, han = (
        sorted((f for f in ids if f[0].isascii() is ascii_), key=len, reverse=True) for ascii_ in (True, False)
    )
    either = (rf"\b(?:{'|'.join(map(re.escape, latin))})(?![A-Za-z0-9_-])", *map(re.escape, han))
    return late("|".join(either), re.IGNORECASE), ids


def forms(*sources: Rows) -> dict[str, str]:
    """Form, in one case, -> the thing that it names; a form that names two is a mistake of the rows.

    >>> forms({"goods": {"rice": ("rice", "大米"), "paddy": ("大米",)}})
    Traceback (most recent call last):
    crossfoot.errors.LexiconError: glossary.toml: '大米' is 'rice' and 'paddy': keep it in one row
    """
    ids: dict[str, str] = {}
    for row, written in (
        (row, written) for rows in sources for group in rows.values() for row, written in group.items()
    ):
        for form in written:
            other = ids.setdefault(form.casefold(), row)
            if other != row:
                raise LexiconError(f"{NAME}: {form!r} is {other!r} and {row!r}: keep it in one row")
    return ids
