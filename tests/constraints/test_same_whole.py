"""Shares of one whole that nobody prints must agree on it."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def outcomes(text: str) -> set[str]:
    report = check(Source("zh", text, lang="zh", published="2024-03-18"))
    return {verdict.outcome for verdict in report.verdicts if verdict.kind == "same_whole"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海棠电气公告，甲方减持股份312万股，占总股本的1.04%，减持前持有1,968万股，占总股本的6.56%。", {"holds"}),
        (
            "海棠电气公告，甲方减持股份312万股，占总股本的1.40%，减持前持有1,968万股，占总股本的6.56%。",
            {"contradicted"},
        ),
        ("海棠电气公告，甲方减持股份312万股，占总股本的1.04%，占其持股的15.85%。", set()),
        (  # as many shares are as much, though a number that ends in noughts may be rounded
            "海棠电气公告，甲方持有52,000,000股，占公司总股本的35.51%；累计冻结52,000,000股，占公司股份总数的35.15%。",
            {"contradicted"},
        ),
        (  # the first share is too blunt to tell
            "海棠电气公告，甲方减持9万股，占总股本的0.06%，减持前持有5,213万股，占总股本的35.51%，乙方持有3,108万股，占总股本的22.17%。",
            {"holds", "contradicted"},
        ),
    ],
)
def test_shares_agree_on_their_whole(text: str, expected: set[str]) -> None:
    assert outcomes(text) == expected
