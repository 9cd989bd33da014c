"""Names of parts that leave nothing out: the rows of sets.toml, as what a name is a part of."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if


class Rows(Row, frozen=True):
    sets: tuple[tuple[tuple[str, ...], ...], ...]  # each a list of its members, each of those the words for it
    idle: tuple[str, ...]  # words in such names that say nothing of what is measured
    never: tuple[str, ...]  # words of what no parts add up to
    open: tuple[str, ...]  # words before parts of what was said
    needs: dict[str, tuple[str, ...]]  # by the first word of a set: words of which its whole has one
    among: tuple[str, ...]  # words behind a whole, before a comma and its parts


class Sets:
    """Sets of names that leave nothing out, each a list of its members, each of those the words for it."""

    def __init__(self, rows: Rows) -> None:
        self.sets, self.never, self._idle = rows.sets, rows.never, rows.idle
        self._needs = rows.needs
        self._any = late(either(word for members in rows.sets for words in members for word in words))
        self._opens = late(either(rows.open))
        self._among = late(f"[^，,。；;0-9]{{0,8}}(?:{either(rows.among)})[，,]")

    def member(self, row: int, name: str) -> int | None:
        """Which member of a set a name has, by the longest of its words: 非利息净收入 is no 利息净收入."""
        found = [(len(word), at) for at, words in enumerate(self.sets[row]) for word in words if word in name]
        return max(found)[1] if found else None

    def bare(self, row: int, name: str) -> str:
        """A name without the words of a set and those that say nothing of what is measured."""
        words = sorted((*(w for member in self.sets[row] for w in member), *self._idle), key=len, reverse=True)
        for word in words:
            name = name.replace(word, "")
        return name

    def holds(self, row: int, whole: str) -> bool:
        """May something that is called so be all that the members of a set are parts of?"""
        needs = self._needs.get(self.sets[row][0][0])
        return needs is None or any(word in whole for word in needs)

    def of_any(self, name: str) -> bool:
        """Is a name one of any set, and so rather a part itself?"""
        return self._any.search(name) is not None

    def among(self, tail: str) -> bool:
        """Do words behind a figure say that parts of it follow: "在接待的4.28亿人次游客中，"?"""
        return self._among.match(tail) is not None

    def opens(self, lead: str) -> bool:
        """Do words before a figure lead on to the parts of what was said?"""
        return self._opens.search(lead) is not None


@cache
def sets(lang: str) -> Sets | None:
    """None where a language has no such rows.

    >>> sets("zh").member(0, "意外险业务赔款"), sets("en")
    (3, None)
    """
    rows = load_if(f"{lang}/sets.toml", Rows)
    return Sets(rows) if rows is not None else None
