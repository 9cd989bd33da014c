"""Directions that judge ("improved", 恶化): what they are of tells which way it went; less of what is bad is better."""

from __future__ import annotations

import re
from functools import cache

from crossfoot.lexicon.words import words

_CLAUSE = re.compile(r"[;；。]|[.] ")


def judges(told: str) -> bool:
    """Is there a word that praises or blames, and says by itself no way that a number went?

    >>> judges("improved by"), judges("rose by")
    (True, False)
    """
    return _listed("judging").search(told) is not None


def of_bad(before: str) -> bool:
    """Is the last clause about something of which less is better?

    >>> of_bad("Sales rose. The combined ratio "), of_bad("The combined ratio held. The margin ")
    (True, False)
    """
    return _listed("bad").search(_CLAUSE.split(before)[-1]) is not None


@cache
def _listed(name: str) -> re.Pattern[str]:
    latin, han = ("|".join(map(re.escape, words(lang).lists[name])) for lang in ("en", "zh"))
    return re.compile(rf"\b(?:{latin})\b|{han}", re.IGNORECASE)
