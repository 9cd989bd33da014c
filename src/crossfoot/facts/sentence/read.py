"""What a reader by grammar found in a sentence, in the shape of a fit of a phrasing.

Where words are not spaced, a few patterns over the coded sentence say more than many phrasings do. What they find
competes with the fits of phrasings for the figures of the sentence, and the readers of fact types read it like one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from crossfoot.facts.sentence import Match, Sentence
from crossfoot.lexicon.phrasing import Phrasing


class Grammar(NamedTuple):
    """A row that nobody has written, since its reader knows what it means; `weight` is of its fits among phrasings'."""

    row: Phrasing
    weight: int
    needs_figure: bool
    worded: frozenset[str]
    lists: dict[str, frozenset[str]] = {}  # noqa: RUF012 - nobody writes in it
    meanings: dict[str, dict[str, str]] = {}  # noqa: RUF012
    endings: dict[str, str] = {}  # noqa: RUF012


def grammar(
    name: str, weight: int, worded: frozenset[str] = frozenset(), figure: bool = True, sense: str = ""
) -> Grammar:
    return Grammar(Phrasing(name, "", (), sense=sense), weight, figure, worded)


class Read(Match):
    """A fit whose `said` are words that no stretch of tokens holds: what a part is a part of, said before."""

    __slots__ = ("said",)

    def __init__(
        self,
        sentence: Sentence,
        rules: Grammar,
        places: dict[str, tuple[int, int]],
        said: Mapping[str, str | None] | None = None,
    ) -> None:
        super().__init__(sentence, rules, places)
        self.said = dict(said or {})
