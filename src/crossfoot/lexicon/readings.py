"""How Chinese characters are read, and which syllables a word in Latin letters may be of."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load

LONGEST = 6  # letters of a syllable
MOST = 24  # letters of a word that is taken apart


class _Rows(Row, frozen=True):
    readings: dict[str, str]


@cache
def _syllables() -> dict[str, str]:
    return load("zh/readings.toml", _Rows).readings


@cache
def _readings() -> dict[str, frozenset[str]]:
    found = dict[str, set[str]]()
    for syllable, chars in _syllables().items():
        for char in chars:
            found.setdefault(char, set()).add(syllable)
    return {char: frozenset(read) for char, read in found.items()}


def readings(char: str) -> frozenset[str]:
    """
    >>> sorted(readings("重"))
    ['chong', 'tong', 'zhong']
    """
    return _readings().get(char, frozenset())


def syllables(word: str) -> list[tuple[str, ...]]:
    """The ways to take a word apart into syllables of Chinese; none where it is no such word.

    >>> syllables("xian"), syllables("harbin")
    ([('xian',), ('xi', 'an')], [])
    """
    if len(word) > MOST:
        return []
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in word)]
    for end in range(1, len(word) + 1):
        for start in range(max(end - LONGEST, 0), end):
            piece = word[start:end].replace("ü", "v")
            if ways[start] and (piece in _syllables()) and not (start and piece[0] in "iuv"):
                ways[end] += [(*way, piece) for way in ways[start]][:8]
    return ways[-1]
