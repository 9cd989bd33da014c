"""How large a part is, bounded in words and then told in percent."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def denied(text: str) -> bool:
    return any(v.kind == "order" and v.outcome == "contradicted" for v in check(Source("t", text)).verdicts)


@pytest.mark.parametrize(
    "text",
    [
        "More than half of the respondents, {}%, said they were satisfied.",
        "A majority of members ({}%) voted for the merger.",
        "超过半数（{}%）的受访者表示满意。",
    ],
)
def test_more_than_a_half_is_no_less(text: str) -> None:
    assert denied(text.format(41))
    assert not denied(text.format(61))


@pytest.mark.parametrize(
    "text",
    [
        "More than half of voters back it, 42% strongly and 15% somewhat.",
        "不到三分之一的企业出口，其中民企占61%。",
        "Ada Smith held the seat with a majority of 891 (41%) over her rival.",
    ],
)
def test_what_is_of_others_is_not_set_beside(text: str) -> None:
    assert not denied(text)
