"""Numbers of things that do not count just what is listed are not told.

Beside each stands, where there is one, a text that is told.
"""

from __future__ import annotations

import pytest

from crossfoot import Source, check

# What is not told, and what is, or nothing.
PAIRS: list[tuple[str, str | None]] = [
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


def faults(text: str) -> list[str]:
    return [v.kind for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"]


@pytest.mark.parametrize("silent", [silent for silent, _ in PAIRS])
def test_what_was_hardly_meant_is_not_told(silent: str) -> None:
    assert not faults(silent)


@pytest.mark.parametrize("told", [told for _, told in PAIRS if told is not None])
def test_what_leaves_no_doubt_is(told: str) -> None:
    assert faults(told)
