"""What is aimed at or foreseen, by when, and what stands beside it."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

from .frame.test_frame import shown


@pytest.mark.parametrize(
    ("text", "metric", "value", "period"),
    [
        ("Tarrow Motors Ltd plans to invest $380 million in its plant by 2026.", "investment", 380_000_000, "2026"),
        ("Its capacity is to reach 75,000 tonnes by 2027 from 50,000 tonnes today.", "capacity", 75_000, "2027"),
        ("Wheat production is forecast at 1.1 million tonnes in 2025.", "production_volume", 1_100_000, "2025"),
        ("Tarrow Motors Ltd is guiding for output of 54,000 cars in 2025.", "production_volume", 54_000, "2025"),
        ("Norland's GDP is likely to shrink 0.7% in 2027.", "other:GDP", -0.7, "2027"),
        ("Capital spending of 380 million euros is foreseen in 2027.", "investment", 380_000_000, "2027"),
        ("Unemployment should peak at 9.7% in 2027.", "other:unemployment", 9.7, "2027"),
        ("Tarrow Ltd sold 4,200 vans in 2023, short of its target of 5,000.", "sales_volume", 5_000, "2023"),
        (
            "Tarrow Ltd mined 4,200 ounces in 2023, short of the 5,000-ounce guidance.",
            "production_volume",
            5_000,
            "2023",
        ),
        ("Tarrow Ltd sold 4,200 vans in 2023, short of the 5,000 it had hoped for.", "sales_volume", 5_000, "2023"),
        ("Tarrow Ltd sold 4,200 vans in 2023. It had aimed for 5,000.", "sales_volume", 5_000, "2023"),
        ("Tarrow Ltd aimed for revenue of at least 130 million euros in 2023.", "revenue", 130_000_000, "2023"),
        ("Inflation in Norland eased to 8.7% and should average 7.5% in 2025.", "inflation", 7.5, "2025"),
        ("Tarrow Ltd has pencilled in sales of 5,000 vans for 2024.", "sales_volume", 5_000, "2024"),
        ("Tarrow Ltd is on course to sell 5,000 vans in 2024.", "sales_volume", 5_000, "2024"),
        ("Tarrow Ltd will put 300 million euros into a mill in 2025.", "investment", 300_000_000, "2025"),
        ("岚峰智造：预计2024年上半年归母净利润1.8亿元，同比增长44%。", "net_profit", 180_000_000, "2024-H1"),
        ("岚峰智造公告，2024年计划裁员约900人。", "other:裁员", 900, "2024"),
    ],
)
def test_what_is_aimed_at_is_a_target(text: str, metric: str, value: int, period: str) -> None:
    (target,) = shown(text, "target")
    assert (target["metric"], target["value"], target["period"]) == (metric, value, period)


def test_where_it_stands_now_is_no_target() -> None:
    (now,) = shown("Its capacity is to reach 75,000 tonnes by 2027 from 50,000 tonnes today.", "measurement")
    assert now["value"] == 50_000


def test_how_far_it_is_from_something_is_neither() -> None:
    text = "Wheat production is forecast at 1.1 million tonnes in 2025, 200,000 tonnes below the record."
    assert [target["value"] for target in shown(text, "target")] == [1_100_000]
    assert not shown(text, "measurement")


def test_what_is_only_compared_with_what_was_expected_is_none() -> None:
    assert not shown("岚峰智造去年净利润1.8亿元，低于预期的2亿元。", "target")


def test_what_analysts_expected_is_a_target() -> None:
    assert shown("Quarla had revenue of $31 million (consensus: $29.8 million).", "target")[0]["value"] == 29_800_000
    text = "Quarla reported revenue of $31 million, above the $29.8 million analysts had expected."
    assert [target["value"] for target in shown(text, "target")] == [29_800_000]
    assert not shown("Sales rose to $31 million, analysts said, and the price was $3.", "target")


def test_what_stands_behind_an_outlook_is_yet_to_come() -> None:
    (target,) = shown("Outlook for 2027: Tarrow Motors Ltd, revenue of $640 million.", "target")
    assert target["value"] == 640_000_000


def test_a_price_target_is_of_whose_shares_it_is() -> None:
    (target,) = shown(
        "Analysts at Idris Securities Ltd cut their price target on Tarrow Motors Ltd to $31.50.", "target"
    )
    assert (target["entity"], target["metric"], target["value"]) == ("Tarrow Motors Ltd", "price", 31.5)


def test_what_grew_is_no_target() -> None:
    assert not shown("Tarrow Motors Ltd, which hopes to expand, said sales rose 4% in 2025.", "target")


def test_what_will_be_spent_and_its_first_part_are_two_figures() -> None:
    text = (
        "The town will spend $1,048.6 million: $276.8 million on roads, $510.6 million on schools, the rest on parks."
    )
    assert {v.outcome for v in check(Source("note", text)).verdicts} <= {"holds", "holds_rounded"}
