"""Words that anybody uses: with a capital they open a sentence, and name nobody."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if


class CommonRows(Row, frozen=True):
    words: str


@cache
def everyday(lang: str) -> frozenset[str]:
    """The everyday words of a language, folded; none where no list of them stands in the lexicon.

    >>> "delivery" in everyday("en"), "heliant" in everyday("en")
    (True, False)
    """
    rows = load_if(f"{lang}/common.toml", CommonRows)
    return frozenset(rows.words.split() if rows else ())
