"""Numbers of things that do not count just what is listed are not told.

Beside each stands, where there is one, a text that is told.
"""

from __future__ import annotations

import pytest

from .beside import Pairs, texts, told

PAIRS: Pairs = [
    ("四个项目投资分别为3.4亿元、2.6亿元，以及两个各1.2亿元的小项目。", None),
    (
        "Two towns gained most: Ashby, with 310, and Brock, with 290, ahead of Clun and its 270.",
        "Two towns gained most: Ashby, with 310, Brock, with 290, and Clun, with 270.",
    ),
    (
        "Marl sold 1,400 homes, Tarn 800 and Ost 500. The two together in the north, Marl and Tarn, sold 2,200.",
        "Marl sold 1,400 homes, Tarn 800 and Ost 500. The two together sold 2,700.",
    ),
    ("Marl sold 1,400 homes, Tarn 800 and Ost 500. The two combined authorities had planned more.", None),
]


@pytest.mark.parametrize(("text", "is_told"), texts(PAIRS))
def test_only_what_leaves_no_doubt_is_told(text: str, is_told: bool) -> None:
    assert told(text) == is_told
