"""Shares of wholes that nobody prints: an item's facts come in and go out, those of a changed whole marked.

"Before the placing he owned 12.4 million shares, or 31%; now they are 24.8%" is no contradiction: the whole is another
one by now. Shares between which words say so are still held against each other, but only a slip of the pen is told.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossfoot.late import late
from crossfoot.lexicon.implied import implied
from crossfoot.model import Document, Fact, Share

_FAR = 30  # characters behind a share in which its clause may still say of when it is
_STOP = late("[,.;:，。；：]")


def turned(facts: Sequence[Fact], document: Document, lang: str) -> list[Fact]:
    rows, shares = implied(lang), [fact for fact in facts if isinstance(fact, Share)]
    if rows is None or len(shares) < 2:
        return list(facts)
    turns, turn, last = dict[int, int](), 0, None
    for share in sorted(shares, key=_end):
        end = _end(share)
        clause = _STOP.search(document.text, end, end + _FAR)
        if last is not None:
            words = document.text[last : end if clause is None else clause.start()]
            turn += bool(rows.turns.search(words) or rows.anew.search(words))
        turns[id(share)], last = turn, end
    return [
        msgspec.structs.replace(fact, turn=turns[id(fact)]) if isinstance(fact, Share) and turns[id(fact)] else fact
        for fact in facts
    ]


def _end(share: Share) -> int:
    return max(span.end for span in share.spans)
