"""A Chinese sentence comes in, the words that say how its figures stand together go out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.words import directions, words
from crossfoot.model import Cue

_CLOSE = 6  # a single character counts only this near to a figure
_SHORT = {"增", "减", "升", "降", "涨", "跌", "高", "低", "共", "由", "含", "即", "较", "占"}


_DATED = late(r"[末底初]|[0-9０-９一二三四五六七八九十]{1,2}月")  # 比上年末 is from one day, 较去年11月 from a month


@cache
def _cues() -> dict[str, list[tuple[str, Cue]]]:
    table: dict[str, dict[str, Cue]] = {}
    for row in words("zh").cue:
        for form in row.forms:
            table.setdefault(form[0], {})[form] = Cue(row.kind, row.sense)
    for form, (sense, _) in directions("zh").items():
        table.setdefault(form[0], {})[form] = Cue("direction", sense)
    return {first: sorted(forms.items(), key=lambda item: -len(item[0])) for first, forms in table.items()}


def find(text: str, start: int, end: int, taken: bytearray, figures: bytearray) -> Iterator[tuple[int, int, Cue]]:
    """(start, end, cue); `taken` and `figures` mark claimed characters from `start` on.

    >>> figures = bytearray(b"\\0\\0\\0\\0\\0\\0\\1\\1")
    >>> [(a, b, cue.sense) for a, b, cue in find("出口同比下降5%", 0, 8, bytearray(8), figures)]
    [(2, 4, '-P1Y'), (4, 6, 'down')]
    """
    if 1 not in figures:
        return
    table, at = _cues(), start
    while at < end:
        rows = table.get(text[at])
        if rows is None or taken[at - start] or figures[at - start]:
            at += 1
            continue
        for form, cue in rows:
            if (
                text.startswith(form, at, end)
                and not (form in _SHORT and 1 not in figures[at - start : at - start + _CLOSE])
                and not (form in _SHORT and _of_another(text, start, at, end))
                and not (cue.kind == "basis" and form.endswith("年") and _DATED.match(text, at + len(form), end))
            ):
                yield at, at + len(form), cue
                at += len(form)
                break
        else:
            at += 1


def _of_another(text: str, start: int, at: int, end: int) -> bool:
    """Is a character only part of another word: 起降, 减值?"""
    others = words("zh").lists["no_cue"]
    return text[max(at - 1, start) : at + 1] in others or text[at : min(at + 2, end)] in others
