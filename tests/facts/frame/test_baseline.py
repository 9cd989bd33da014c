"""What a move is measured from: as long ago as a time beside it says, or as the move before it was told."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Change


def baselines(text: str, lang: str) -> list[str | None]:
    """The periods of the figures that moves are measured from; None for one that nothing dates."""
    facts = check(Source("note", text, lang=lang, published="2024-05-08")).facts
    periods = [fact.bases[0].period for fact in facts if isinstance(fact, Change)]
    return [period.label if period is not None else None for period in periods]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Sales rose 4% to 5,448 pallets in April 2024 from a year earlier.", "en", ["2023-04"]),
        ("In April 2024 sales rose 4% from March.", "en", ["2024-03"]),
        ("2024年4月出口同比增长13.2%，进口增长5.9%。", "zh", ["2023-04", "2023-04"]),
        ("2024年4月，环比看，食品价格下降0.6%。", "zh", ["2024-03"]),
    ],
)
def test_how_far_back_a_baseline_lies(text: str, lang: str, expected: list[str | None]) -> None:
    assert baselines(text, lang) == expected


def test_a_time_with_no_word_that_compares_is_when_it_moved() -> None:
    facts = check(Source("note", "鹿溪股份股价5月7日收跌4.4%。", lang="zh", published="2024-05-08")).facts
    moved = [fact.figure.period for fact in facts if isinstance(fact, Change)]
    assert [period.label for period in moved if period is not None] == ["2024-05-07"]
