"""Moves and shares of another figure are not told.

Beside each stands, where there is one, one that is of its own.
"""

from __future__ import annotations

import pytest

from .beside import Pairs, texts, told

PAIRS: Pairs = [
    (
        "Deliveries were 412,000 last year, 3% short of the plan of 425,000 and up 12% from 367,900 in 2022.",
        "Deliveries were 425,000 last year, up 12% from 367,900 in 2022.",
    ),
    (
        "城镇新增就业8.94万人，完成全年目标11万人的81.3%；失业人员再就业2.37万人，就业困难人员就业0.86万人，分别完成目标的79.0%和86.0%。",
        None,
    ),
]


@pytest.mark.parametrize(("text", "is_told"), texts(PAIRS))
def test_only_what_leaves_no_doubt_is_told(text: str, is_told: bool) -> None:
    assert told(text) == is_told
