"""What the heads and labels of a table say of its figures, by the rows of tables.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from crossfoot.late import late
from crossfoot.lexicon import Row, load


class Same(Row, frozen=True):
    """Two lines that are one amount by definition."""

    one: tuple[str, ...]
    other: tuple[str, ...]


class TableWords(Row, frozen=True):
    total: tuple[str, ...]  # this line is a sum
    result: tuple[str, ...]  # this line may be what the lines before it come to
    closing: tuple[str, ...]
    opening: tuple[str, ...]
    less: tuple[str, ...]  # a part that is taken off, though it may be printed without a sign
    plus: tuple[str, ...]  # a part that is added, whatever else its label says
    signed: tuple[str, ...]  # the label says that a sign is printed
    part: tuple[str, ...]  # lines that are parts of the one before, and no parts of the sum
    change: tuple[str, ...]  # a column that says how far one of the others moved
    percent_heads: tuple[str, ...]
    share: tuple[str, ...]
    margin: tuple[str, ...]  # in percent of sales, of what the costs leave of them
    average: tuple[str, ...]  # never the sum of its neighbours
    stock: tuple[str, ...]  # at a point in time: not the sum over stretches of it
    worth: tuple[str, ...]  # the shares that a label speaks of are told by what they are worth: money
    note: tuple[str, ...]  # columns that number notes or lines
    plain: tuple[str, ...]  # figures without the unit and the scale of the table
    per: dict[str, tuple[str, ...]]
    count: dict[str, tuple[str, ...]]  # by what is counted
    quarter: dict[str, int]
    half: dict[str, int]
    months: dict[str, int]
    weeks: dict[str, int]
    same: tuple[Same, ...] = ()


MOST_HEADS = 4096  # whose words are kept: a long run reads more tables than it may remember
MOST_SAID = 60  # characters of a label; what stands further on speaks of something else


@cache
def table_words() -> TableWords:
    words: TableWords = load("tables.toml", TableWords)
    return words


@cache
def _pattern(kind: str, key: str = "") -> re.Pattern[str]:
    rows = getattr(table_words(), kind)
    return _any(rows[key] if key else rows)


def _any(forms: Iterable[str]) -> re.Pattern[str]:
    found = []
    for form in sorted(forms, key=len, reverse=True):
        start = r"(?<![a-z0-9])" if form[:1].isascii() and form[:1].isalnum() else ""
        end = r"(?![a-z0-9])" if form[-1:].isascii() and form[-1:].isalnum() else ""
        found.append(start + re.escape(form) + end)
    return late("|".join(found))


@cache
def says(kind: str, words: str) -> bool:
    """Does a head or a label say that it is of this kind?

    >>> says("total", "Total revenue"), says("total", "合计"), says("total", "Totally new")
    (True, True, False)
    """
    return bool(_pattern(kind).search(words.casefold()))


@cache
def leads(kind: str, words: str) -> bool:
    """Does a label begin so?

    >>> leads("part", "其中：出口"), leads("part", "Benefits including dividends")
    (True, False)
    """
    found = _pattern(kind).match(words.casefold().lstrip(" -–—•·(（"))
    return found is not None


class Said(Row, frozen=True):
    """What the heads of one cell say of its unit."""

    count: str = ""
    per: str | None = None
    plain: bool = False
    note: bool = False

    @classmethod
    def of(cls, heads: tuple[str, ...]) -> Said:
        """
        >>> Said.of(("Weighted average shares", "2019")).count, Said.of(("Earnings per share", "2019")).per
        ('share', 'share')
        >>> Said.of(("Common stock, $.01 par value, 9,000 shares issued", "2019")).count
        ''
        """
        return _said(heads)


@lru_cache(MOST_HEADS)
def _said(heads: tuple[str, ...]) -> Said:
    words = " | ".join(head[:MOST_SAID] for head in heads).casefold()
    per = next((name for name in table_words().per if _pattern("per", name).search(words)), None)
    issued = any(says("worth", head) and not head.casefold().startswith(("share", "number")) for head in heads[:1])
    count = (
        ""
        if per or issued
        else next((name for name in table_words().count if _pattern("count", name).search(words)), "")
    )
    note = any(head.casefold().strip(" .:：") in table_words().note for head in heads[1:])
    return Said(count, per, bool(_pattern("plain").search(words)), note)
