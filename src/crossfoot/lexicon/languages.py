"""The languages that texts are read in, and how they are written."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load


class Language(Row, frozen=True):
    spaced: bool


@cache
def languages() -> dict[str, Language]:
    """The rows of languages.toml.

    >>> list(languages())
    ['en', 'zh']
    """
    return load("languages.toml", dict[str, Language])


@cache
def spaced(lang: str) -> bool:
    """Are the words of a language set apart by spaces? Of one that no row tells of they are."""
    row = languages().get(lang)
    return row is None or row.spaced


@cache
def joint(lang: str) -> str:
    """What stands between the words of a form: a space, or nothing.

    >>> joint("en").join(["net", "profit"]), joint("zh").join(["净", "利润"])
    ('net profit', '净利润')
    """
    return " " if spaced(lang) else ""
