"""Patterns that are compiled when a text first needs them: no English one pays for those of Chinese, or the reverse.

All patterns of all modules were a fifth of a cold start; one range of Chinese characters takes a millisecond.
"""

from __future__ import annotations

import re
from typing import Any, cast

_USES = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern")


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._said = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Asked only for what is not there yet: from the first use on it is as fast as the pattern itself."""
        if name not in _USES:
            raise AttributeError(name)
        compiled = re.compile(*self._said)
        for use in _USES:
            setattr(self, use, getattr(compiled, use))
        return getattr(self, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, to be searched, matched, split and substituted with like one that is compiled.

    >>> late("[0-9]+").findall("84,212"), late("a", re.IGNORECASE).pattern
    (['84', '212'], 'a')
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
