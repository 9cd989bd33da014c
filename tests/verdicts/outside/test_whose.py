"""A right number told of another by name is found by whose it is in the source; what names two is left alone."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

BREWERS = (
    "Holm Brewery sold 2.15 million hectolitres in the quarter, against 2.05 million a year ago. Tarn Beer shipped "
    "0.72 million hectolitres (0.80 million). Holm's order book stood at $340 million, "
    "while that of Tarn was $210 million. "
    "The share of cans is 41.5% at Holm and 36.2% at Tarn."
)
CARS = "朗曜汽车11月交付51,300辆，同比增长31.0%；禾牧汽车交付28,400辆，同比下降6.5%。"
RATES = "In May the Velmarian inflation rate was 6.4% and that of Norland 3.1%, the statistics offices said."
MERGER = (
    "Grocer Pell Stores is to buy 64 shops from the bankrupt Marlow Foods for $120 million. "
    "Pell had sales of $950 million."
)


def told(text: str, source: str) -> list[str]:
    report = check(Source("text", text), against=[Source("source", source)])
    return [text[v.spans[0].start : v.spans[0].end] for v in report.verdicts if v.code == "XF703"]


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        # behind "than" stands what it is compared with, and not whose it is
        ("Holm, where cans are 41.5%, has a bigger share of them than Tarn.", BREWERS, []),
        ("Tarn's share of cans, 41.5%, is bigger than Holm's.", BREWERS, ["41.5%"]),
        ("Tarn's order book of $340 million is 62% above that of Holm.", BREWERS, ["$340 million"]),
        ("Holm's order book of $340 million is 62% above that of Tarn.", BREWERS, []),
        # what two figures make is of those whose they are
        ("Tarn's volumes declined 10%.", BREWERS, []),
        ("Holm's volumes declined 10%.", BREWERS, ["10%"]),
        # short for it: 朗曜汽车, Velmaria
        ("禾牧当月交付同比下滑6.5%。", CARS, []),
        ("朗曜当月交付同比下滑6.5%。", CARS, ["6.5%"]),
        ("Inflation reached 6.4% in Velmaria and 3.1% in Norland.", RATES, []),
        ("Inflation reached 3.1% in Velmaria and 6.4% in Norland.", RATES, ["3.1%", "6.4%"]),
        # who buys and who is bought may both be said to have the price
        ("Pell Stores pays $120 million.", MERGER, []),
        ("Marlow Foods fetches $120 million.", MERGER, []),
    ],
)
def test_a_number_that_is_told_of_another_by_name(text: str, source: str, found: list[str]) -> None:
    assert told(text, source) == found
