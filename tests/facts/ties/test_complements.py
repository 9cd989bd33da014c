"""Two parts that leave nothing out, and what all of them grew by: it lies between, and only of one measure and time."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def mixed(text: str) -> list[str]:
    return [v.outcome for v in check(Source("t", text)).verdicts if v.kind == "growth_mix"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Trade rose 5%: exports were up 7% and imports 3%.", "Trade rose 9%: exports were up 7% and imports 3%."),
        (
            "Prices rose 6.2% in cities and 3.3% in the countryside, and 5.0% nationwide.",
            "Prices rose 6.2% in cities and 3.3% in the countryside, and 2.0% nationwide.",
        ),
        ("进出口增长5%，其中出口增长7%，进口增长3%。", "进出口增长9%，其中出口增长7%，进口增长3%。"),
        ("农村消费增长7%，城镇消费增长5%，消费总体增长6%。", "农村消费增长7%，城镇消费增长5%，消费总体增长9%。"),
    ],
)
def test_the_whole_grew_by_something_between(right: str, wrong: str) -> None:
    assert mixed(right)
    assert "contradicted" not in mixed(right)
    assert "contradicted" in mixed(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "GDP grew 5%; exports grew 9% and imports 7%.",
        "Revenue rose 9%. Domestic orders were up 3% and export orders 5%.",
        "Prices rose 6% in cities and 3% in the countryside; rents rose 8% nationwide.",
        "食品价格下降2.4%，非食品价格上涨0.8%；消费品价格下降0.3%，服务价格上涨1.0%。",
        "消费品价格下降0.3%，服务价格上涨1.0%。1至3月平均，消费价格总体上涨1.4%。",
    ],
)
def test_another_measure_or_time_is_none_of_theirs(text: str) -> None:
    assert not mixed(text)
