"""Parts of wholes that nobody prints: what is told of them, and what is left alone."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def told(text: str) -> list[str]:
    return [verdict.outcome for verdict in check(Source("note", text)).verdicts if verdict.kind == "same_whole"]


@pytest.mark.parametrize(
    "text",
    [
        "Wheat was sown on 84,000 hectares, 42% of arable land. Rye took up 36,000 hectares, or 18%.",
        "董事长减持150万股，减持比例0.75%；总经理减持60万股，减持比例为0.30%。",
        "甲、乙两人分别持有36,000,000股和21,600,000股，持股比例依次为12.00%、7.20%。",
    ],
)
def test_parts_agree(text: str) -> None:
    assert told(text)
    assert set(told(text)) <= {"holds", "holds_rounded"}


@pytest.mark.parametrize(
    "text",
    [
        "董事长减持150万股，减持比例0.75%；去年总经理减持90万股，减持比例为0.30%。",  # another time
        "海外收入14.4亿元，占营业收入的24%；存货9亿元，占总资产的7%。",  # another whole
        "海外收入14.4亿元，占营业收入的24%；线上收入9.37亿元，占营业收入的31%。",  # no slip explains it
    ],
)
def test_others_are_left_alone(text: str) -> None:
    assert "contradicted" not in told(text)
