"""Texts that tempt a reader to look back: one piece, over and over."""

from __future__ import annotations

UNITS = {
    "digits": "7",
    "digits and commas": "1,",
    "numbers": "12 ",
    "amounts": "US$4.26 billion, ",
    "percents": "12% of ",
    "ranges": "from 1 to 2 ",
    "currency signs": "$",
    "brackets": "(",
    "hyphens": "1-",
    "capitals": "Aa ",
    "names in a list": "Anlow, Brackton and ",
    "months": "April ",
    "dates": "May 21, 2024 ",
    "weekdays": "Tuesday ",
    "directions": "rose ",
    "cues": "of which ",
    "one sentence of changes": "sales rose 2% to 3,111 from 3,050, ",
    "sentences": "Sales rose 2% to 3,111 in April. ",
    "paragraphs": "Sales of Anlow rose 2% to 3,111 units.\n\n",
    "headings": "ANLOW\n\nSales rose.\n\n",
    "list numbers": "1. Sales\n",
    "亿": "1亿",
    "其中": "其中1万，",
    "同比": "销量1,234辆，同比增长2%，",
    "顿号": "甲、",
    "spaces": " ",
    "line ends": "\n",
    "combining marks": "e\u0301",
    "full width": "１２，",
}


def text(name: str, size: int) -> str:
    """About `size` characters of the piece of that name.

    >>> text("hyphens", 6)
    '1-1-1-'
    """
    return UNITS[name] * (size // len(UNITS[name]))
