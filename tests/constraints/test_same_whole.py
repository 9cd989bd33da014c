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
    ],
)
def test_shares_agree_on_their_whole(text: str, expected: set[str]) -> None:
    assert outcomes(text) == expected
