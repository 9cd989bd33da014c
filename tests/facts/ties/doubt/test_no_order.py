"""Orders that their words speak against are not told.

Beside each stands, where there is one, the same without that.
"""

from __future__ import annotations

import pytest

from .beside import Pairs, texts, told

PAIRS: Pairs = [
    ("In golf, Sand led with 67, ahead of Moe on 69.", "Sand led with 67 points, ahead of Moe on 69."),
    ("Vale had the lowest crime rate of the three, followed by Tarn with 3.9 and Ost with 4.4.", None),
    (
        "Ilo was third with 12,300 votes, behind Brac on 16,800. In the capital Ilo came first.",
        "Ilo was third with 18,300 votes, behind Brac on 16,800.",
    ),
    (
        "Prices fell in the week. They were $71, against $66 a year ago.",
        "Prices fell. They were $71, against $66 a week ago.",
    ),
    ("Sales topped expectations: $3.1 billion, against $3.6 billion a year before.", None),
    ("The first bid, of $31 million, was followed by one of $36 million from Vela.", None),
    (
        "Sales in Asia were 5.2 billion, in Europe 4.1 billion and in America 2.9 billion, the "
        "largest of the three being the newest.",
        "Sales in Asia were 5.2 billion, in Europe 4.1 billion and in America 2.9 billion, the largest of the three.",
    ),
    ("客队金牌16枚居首，奖牌33枚位列第二，次于主队的37枚。", None),
    ("2024年上半年出口318亿元，创近五年同期新高；2022年全年出口612亿元，2022年下半年336亿元。", None),
]


@pytest.mark.parametrize(("text", "is_told"), texts(PAIRS))
def test_only_what_leaves_no_doubt_is_told(text: str, is_told: bool) -> None:
    assert told(text) == is_told
