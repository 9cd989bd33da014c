"""What stands between two figures that are set beside each other afar: the rows of ordered.toml, as patterns."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon.ordered import Ordered, order, shaped

NAMED = 4  # words that name what a sentence is about


class Afar:
    """The rows of one language. Patterns are over words in lower case, unless they look for names."""

    def __init__(self, rows: Ordered) -> None:
        self.nouns = frozenset(rows.nouns)
        self.base = shaped(rows, "base")
        self.both = shaped(rows, "both")
        self.first = shaped(rows, "first")
        self.joined = shaped(rows, "joined")
        self.who = shaped(rows, "who")
        self.opens = shaped(rows, "opens")
        self.pronoun = shaped(rows, "pronoun")
        self.named = shaped(rows, "named")
        self.moved = shaped(rows, "moved")
        self.stops = shaped(rows, "stops")
        self.between = shaped(rows, "between")


@cache
def afar(lang: str) -> Afar | None:
    """None where a language does not say which of two figures is the larger.

    >>> afar("en").base.search("up from about ") is not None, afar("zh").both.fullmatch("及去年同期的") is not None
    (True, True)
    """
    rows = order(lang)
    return Afar(rows.rows) if rows is not None else None
