"""Traditional characters become those that the rows of words are written in: text in, text of the same length out.

>>> simplified("營收較去年減少"), simplified("sales fell")
('营收较去年减少', 'sales fell')
>>> wide("营收86.4亿元,增长12%;其中1,204万元来自海外")
'营收86.4亿元，增长12%；其中1,204万元来自海外'
"""

from __future__ import annotations

import re
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, load


class Characters(Row, frozen=True):
    traditional: str  # characters, each with the one below that it is written as elsewhere
    simplified: str


@cache
def _table() -> tuple[re.Pattern[str], dict[int, int]]:
    rows = load("zh/characters.toml", Characters)
    return late(f"[{rows.traditional}]"), str.maketrans(rows.traditional, rows.simplified)


def simplified(text: str) -> str:
    """A text as the rows of words have it; nearly always as it was."""
    if text.isascii():
        return text
    traditional, table = _table()
    return text.translate(table) if traditional.search(text) else text


_BETWEEN = late("(?<=[\u4e00-\u9fff》」])[,;!?](?=[^ ])|[,;!?](?=[\u4e00-\u9fff《「])")
_MARKS = str.maketrans(",;!?", "，；！？")


def wide(text: str) -> str:
    """A text with its marks beside Chinese characters as they are set in print, however they were typed."""
    return text if text.isascii() else _BETWEEN.sub(lambda mark: mark[0].translate(_MARKS), text)
