"""Directions that judge ("improved", 恶化): what they are of tells which way it went; less of what is bad is better."""

from __future__ import annotations

import re
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.words import in_any

_OF = late(r"\bof \w+", re.ASCII)  # what it is a share of: "72.0% of turnover"
_CLAUSE = late(r"[;；。]|[.] ")


def judges(told: str) -> bool:
    """Is there a word that praises or blames, and says by itself no way that a number went?

    >>> judges("improved by"), judges("rose by")
    (True, False)
    """
    return _listed("judging").search(told) is not None


def judged(before: str) -> bool | None:
    """Is more better of what the last clause is about? None where nothing says so.

    >>> judged("The margin "), judged("The combined ratio "), judged("costs, at 72.0% of turnover, ")
    (True, False, False)
    >>> judged("of the water was lost; this is an ")
    """
    clause = _OF.sub("", _CLAUSE.split(before)[-1])
    if _listed("bad").search(clause) is not None:
        return False
    return True if _listed("good").search(clause) is not None else None


@cache
def _listed(name: str) -> re.Pattern[str]:
    return late(in_any(name), re.IGNORECASE)
