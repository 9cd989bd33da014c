"""Names of two parts that leave nothing out, and what all of them may be called: complements.toml of a language."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.languages import spaced


class Parts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    parts: tuple[tuple[str, ...], tuple[str, ...]]  # the words for each of the two
    of: tuple[str, ...] = ()  # one of which their whole is called; any where there is none
    never: tuple[str, ...] = ()  # words that only look like one of them


class Rows(Row, frozen=True):
    kind: tuple[Parts, ...]
    all: tuple[str, ...]  # words of a whole that stands behind its parts
    times: tuple[str, ...]  # words of a whole that is of another time, where a sentence of its own tells it
    idle: tuple[str, ...]  # words beside a rate that say nothing of what is measured


class Kind:
    """Two parts of one kind."""

    def __init__(self, row: Parts, apart: bool) -> None:
        edge = r"\b" if apart else ""
        self._names = tuple(late(rf"{edge}(?:{either(words)}){edge}") for words in row.parts)
        self._both = late(rf"{edge}(?:{either((*row.parts[0], *row.parts[1], *row.never))}){edge}")
        self.of = late(rf"{edge}(?:{either(row.of)}){edge}") if row.of else None

    def part(self, words: str) -> int | None:
        """Which of the two parts words name, the longest first: 非食品 is no 食品; None where it is not just one."""
        said = [m[0] for m in self._both.finditer(words)]
        named = {i for i, names in enumerate(self._names) for word in said if names.fullmatch(word)}
        return named.pop() if len(named) == 1 else None

    def bare(self, words: str) -> str:
        """Words without those of the parts."""
        return self._both.sub(" ", words)


class Complements:
    """The rows of a language."""

    def __init__(self, rows: Rows, apart: bool) -> None:
        edge = r"\b" if apart else ""
        self.spaced, self.kinds = apart, tuple(Kind(row, apart) for row in rows.kind)
        self.all: re.Pattern[str] = late(rf"{edge}(?:{either(rows.all)}){edge}")
        self.times: re.Pattern[str] = late(rf"{edge}(?:{either(rows.times)}){edge}|[0-9]")
        self.idle: re.Pattern[str] = late(rf"{edge}(?:{either(rows.idle)}){edge}")


@cache
def complements(lang: str) -> Complements | None:
    """None where a language has no such rows.

    >>> complements("zh").kinds[0].part("非食品价格上涨") is not None
    True
    """
    rows = load_if(f"{lang}/complements.toml", Rows)
    return Complements(rows, spaced(lang)) if rows is not None else None
