"""Between words of another time, a whole that nobody prints may be another one."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Share


def turns(text: str, lang: str) -> list[int]:
    return [fact.turn for fact in check(Source("note", text, lang=lang)).facts if isinstance(fact, Share)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "He owned 12.4 million shares, or 31% of the company; now he has 12.4 million shares, or 24.8%.",
            "en",
            [0, 1],
        ),
        ("He owns 12.4 million shares, or 31% of the company; she has 6.2 million shares, or 15.5%.", "en", [0, 0]),
        ("减资前林某持有2,000万股，占公司总股本的5%；变动后持有2,000万股，占公司总股本的5.4%。", "zh", [0, 1]),
        ("林某持有2,000万股，占公司总股本的5%；周某持有2,160万股，占公司总股本的5.4%。", "zh", [0, 0]),
    ],
)
def test_words_part_the_wholes(text: str, lang: str, expected: list[int]) -> None:
    assert turns(text, lang) == expected
