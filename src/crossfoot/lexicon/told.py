"""What people are told, English and Chinese beside each other: the name of a row and what fills it in, words out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from crossfoot.lexicon import Row, load
from crossfoot.model import Told

Pair = tuple[str, str]  # English, Chinese


class _Rows(Row, frozen=True):
    say: dict[str, Pair]


@cache
def rows() -> dict[str, Pair]:
    found: _Rows = load("told.toml", _Rows)
    return found.say


def say(row: str, *parts: str) -> Told:
    """A row of told.toml, filled with words that may themselves be told in both languages.

    >>> made = say("should_be", say("total_of", both("sales", "销量")), "5")
    >>> str(made), made.zh
    ('total sales should be 5', '销量合计应为5')
    """
    en, zh = rows()[row]
    return Told(en.format(*parts), zh.format(*map(chinese, parts)))


def both(en: str, zh: str) -> str:
    return en if en == zh else Told(en, zh)


def chinese(words: str) -> str:
    """The Chinese words; what was never told in Chinese (figures, words of the text) as it is."""
    return words.zh if isinstance(words, Told) else words


def english(words: str) -> str:
    return str(words)


def in_both(write: Callable[[Callable[[str], str]], str]) -> str:
    """What is written by other means than a row, once with each language in hand.

    >>> chinese(in_both(lambda tongue: f"{tongue(say('the_total'))} = 5"))
    '合计 = 5'
    """
    return both(write(english), write(chinese))


def joined(between: Pair, parts: Iterable[str]) -> str:
    """
    >>> chinese(joined(("; ", "；"), [say("the_total"), "5"]))
    '合计；5'
    """
    known = list(parts)
    return both(between[0].join(known), between[1].join(map(chinese, known)))


CLAUSES: Pair = ("; ", "；")
