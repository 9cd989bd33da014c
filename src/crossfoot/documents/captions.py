"""The words above and at the head of a table come in; the scale and the currency of its cells go out."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load

_LEADS = ("in thousands", "in millions", "in billions", "$ in ", "rmb million", "单位：", "单位:", "单位 ")
_REACH = 40  # characters after such a lead


class Scale(Row, frozen=True):
    factor: int
    forms: tuple[str, ...]


class Currency(Row, frozen=True):
    id: str
    forms: tuple[str, ...]


class Captions(Row, frozen=True):
    scale: tuple[Scale, ...]
    currency: tuple[Currency, ...]


def said(words: str) -> tuple[str | None, int]:
    """The currency and the factor that a caption gives, the longest form winning; (None, 1) where it gives none.

    >>> said("Consolidated statements of income ($ in millions)"), said("单位：百万元"), said("Units sold")
    (('USD', 1000000), ('CNY', 1000000), (None, 1))
    """
    folded = words.lower()
    rows = _captions()
    scales = [(len(form), row.factor) for row in rows.scale for form in row.forms if form in folded]
    money = [(len(form), row.id) for row in rows.currency for form in row.forms if form in folded]
    return (max(money)[1] if money else None), (max(scales)[1] if scales else 1)


def announced(before: str) -> str:
    """The part of the words before a table that speaks of all its cells; most prose before a table does not.

    >>> announced("It earned 5.1亿元. The table shows its sales (in thousands, except per share data).")
    'in thousands, except per share data).'
    """
    folded = before.lower() if len(before.lower()) == len(before) else before
    at = max(folded.rfind(lead) for lead in _LEADS)
    return before[at : at + _REACH] if at >= 0 else ""


@cache
def _captions() -> Captions:
    rows: Captions = load("captions.toml", Captions)
    return rows
