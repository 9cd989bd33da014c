"""Patterns that are compiled when a text first needs them: no English one pays for those of Chinese, or the reverse.

All patterns of all modules were a quarter of a cold start, and a text needs one in six; one range of Chinese
characters takes a millisecond.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_USES = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class Pattern:
    """One that has been used."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __eq__(self, other: object) -> bool:
        """A match names the pattern that found it by its compiled form: `found.re == rows.top`, never `is`."""
        return isinstance(other, re.Pattern | Pattern) and other.pattern == self.pattern

    def __hash__(self) -> int:
        return hash(self.pattern)


class _Late(Pattern):
    """One that has not, and turns into the other: what asks for missing names is slower at those that are there."""

    def __getattr__(self, name: str) -> Any:
        if name not in _USES:
            raise AttributeError(name)
        compiled: re.Pattern[Any] = re.compile(self.pattern, self._flags)
        for use in _USES:
            setattr(self, use, getattr(compiled, use))
        self.__class__ = Pattern  # type: ignore[assignment]
        return getattr(self, name)


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, to be searched, matched, split and substituted with like one that is compiled.

    >>> late("[0-9]+").findall("84,212"), late("a", re.IGNORECASE).pattern
    (['84', '212'], 'a')
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
