"""A stretch of folded text comes in, its words, numbers and signs go out, for languages that part words by spaces."""

from __future__ import annotations

from collections.abc import Callable, Container
from copy import copy
from typing import Generic, TypeVar

from crossfoot.late import late

T = TypeVar("T")

# A number with its separators, a dotted abbreviation, a word (with 's, n't), or any one sign; spaces part them.
TOKEN = late(r"[0-9]+(?:[.,][0-9]+)*|(?:[A-Za-z]\.){2,9}|[^\W\d_]+(?:'[a-z]{1,2}\b)?|\n|[^\s]")

_OUTSIDE = [""] * 40


class Tokens:
    """The tokens of one stretch: `words` in lower case, `starts` and `ends` as offsets into the text.

    >>> Tokens("Shr 34 cts, U.S. sales up 5-3/4 pct").words
    ['shr', '34', 'cts', ',', 'u.s.', 'sales', 'up', '5', '-', '3', '/', '4', 'pct']
    """

    __slots__ = ("end", "ends", "start", "starts", "text", "word", "words")

    word: Callable[[int], str]  # the token at an index in lower case; an empty one outside

    def __init__(self, text: str, start: int = 0, end: int | None = None, lower: str | None = None) -> None:
        self.text, self.start, self.end = text, start, len(text) if end is None else end
        hits = [m.span() for m in TOKEN.finditer(text, self.start, self.end)]
        lower = text.lower() if lower is None else lower
        self.starts = [s for s, _ in hits]
        self.ends = [e for _, e in hits]
        self.words = [lower[s:e] for s, e in hits]
        # Readers look a few tokens around them; empty ones on both sides spare each look its bounds check.
        self.word = (self.words + _OUTSIDE).__getitem__

    def __len__(self) -> int:
        return len(self.words)

    def plain(self) -> Tokens:
        """The same tokens without a possessive's 's: "last year's", "Tuesday's"; itself where there is none."""
        if self.text.find("'s", self.start, self.end) < 0:
            return self
        marked = [i for i, word in enumerate(self.words) if word.endswith("'s") and len(word) > 2]
        if not marked:
            return self
        other = copy(self)
        other.words, other.ends = self.words.copy(), self.ends.copy()
        for i in marked:
            other.words[i], other.ends[i] = self.words[i][:-2], self.ends[i] - 2
        other.word = (other.words + _OUTSIDE).__getitem__
        return other

    def at(self, triggers: Container[str]) -> list[int]:
        """The tokens that are numbers or among `triggers`: all that a reader needs to stop at."""
        return [i for i, word in enumerate(self.words) if "0" <= word[0] <= "9" or word in triggers]

    def raw(self, i: int) -> str:
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.words) else ""

    def touches(self, i: int) -> bool:
        """Does the token at `i` follow its neighbour without a space?"""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]


class Phrases(Generic[T]):
    """Rows under their forms, found by the longest form that stands at a token; hyphens stand for spaces.

    >>> Phrases({"square metre": "m2"}).at(Tokens("10,000 square metres of"), 1)
    ('m2', 3)
    """

    def __init__(self, forms: dict[str, T], plurals: bool = True) -> None:
        self.first: dict[str, list[tuple[list[str], T]]] = {}
        self.plurals = plurals
        for form, row in forms.items():
            words = Tokens(form).words
            heads = {words[0], *(plural(words[0]) if plurals and len(words) == 1 else ())}
            for head in heads:
                self.first.setdefault(head, []).append((words, row))
        for rows in self.first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: Tokens, i: int) -> tuple[T, int] | None:
        """The row whose longest form starts at token `i`, and the token after it."""
        for words, row in self.first.get(tokens.word(i), ()):
            end = i + 1
            for want in words[1:]:
                if tokens.word(end) == "-" != want:
                    end += 1
                have = tokens.word(end)
                if have != want and not (self.plurals and want is words[-1] and have in plural(want)):
                    break
                end += 1
            else:
                return row, end
        return None


def plural(word: str) -> tuple[str, ...]:
    """The regular plurals of an English noun.

    >>> plural("company"), plural("tonne"), plural("box")
    (('companies',), ('tonnes',), ('boxes',))
    """
    if len(word) < 2 or not word.isalpha():
        return (word + "s",) if word.isalpha() else ()
    if len(word) == 2 and word[-1] in "aeiou":
        return ()  # "ha": "60,200 has been harvested"
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    if word.endswith(("s", "x", "sh", "ch")):
        return (word + "es",)
    return (word + "s",)


def singular(word: str) -> str:
    """The regular singular of an English noun; the word itself where it is none.

    >>> singular("enterprises"), singular("factories"), singular("business"), singular("boxes"), singular("buses")
    ('enterprise', 'factory', 'business', 'box', 'bus')
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")) or (
        len(word) > 4 and word.endswith("uses") and word[-5] not in "oacf"
    ):
        return word[:-2]  # "buses", and not "houses", "causes", "excuses"
    return word[:-1]
