"""What a reader by grammar found in a sentence, in the shape of a fit of a phrasing.

Where words are not spaced, a few patterns over the coded sentence say more than many phrasings do. What they find
competes with the fits of phrasings for the figures of the sentence, and the readers of fact types read it like one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from crossfoot.facts.sentence import Match, Sentence
from crossfoot.lexicon.phrasing import CODE, Phrasing
from crossfoot.model import Mention, Name

NAMED = 0xF000  # private characters of names
CLAUSE = 60  # characters of a clause before what stands in it
MARKS = ",;:。()●|!?[]【】—\x01"  # at which clauses begin


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

    __slots__ = ("said", "said_from")

    def __init__(
        self,
        sentence: Sentence,
        rules: Grammar,
        places: dict[str, tuple[int, int]],
        said: Mapping[str, str | None] | None = None,
    ) -> None:
        super().__init__(sentence, rules, places)
        self.said = dict(said or {})
        self.said_from = self.start  # the token at which its clause begins


class Coded:
    """A coded sentence in which each name has a character of its own, so that words cut out of it are read back."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.names = list[Mention]()
        self.text = re.sub(CODE["name"], self._numbered, sentence.coded)

    def _numbered(self, code: re.Match[str]) -> str:
        mention = self.sentence.tokens[self.sentence.index(code.start())].mention
        assert mention is not None  # noqa: S101 - a code stands for one
        self.names.append(mention)
        return chr(min(NAMED + len(self.names) - 1, NAMED + 0xFF))

    def clause(self, at: int) -> int:
        """Where the clause of a place in the text begins."""
        least = max(at - CLAUSE, 0)
        return max(least, *(self.text.rfind(mark, least, at) + 1 for mark in MARKS))

    def named(self, sign: str) -> str | None:
        """Whom a character stands for."""
        value = self.names[ord(sign) - NAMED].value
        return value.entity if isinstance(value, Name) else None

    def cut(self, first: int, last: int) -> str:
        """The words of the document between two places of the text."""
        if first >= last:
            return ""
        span = self.sentence.span_of(self.sentence.index(first), self.sentence.index(last - 1) + 1)
        return "".join(self.sentence.document.text[span.start : span.end].split())

    @staticmethod
    def is_name(sign: str) -> bool:
        return NAMED <= ord(sign) <= NAMED + 0xFF

    def written(self, words: str) -> str:
        """Words of the text as they stand in the document."""
        text, span = self.sentence.document.text, self.sentence.span
        for sign in {sign for sign in words if self.is_name(sign)}:
            name = self.names[ord(sign) - NAMED].span
            words = words.replace(sign, text[name.start : name.end])
        if any(sign.isascii() and sign.isalpha() for sign in words):
            at = text[span.start : span.end].lower().find(words.lower())
            words = text[span.start + at : span.start + at + len(words)] if at >= 0 else words
        return words
