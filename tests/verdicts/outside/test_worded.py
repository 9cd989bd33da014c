"""What words ask for is held to the figures that they are of: a move to a level, the share that a figure is."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

PROFIT = "Operating profit rose to $64.5 million from $53.9 million. Revenue was $318 million, up 9%."
DEBT = "公司净负债由上年末的116亿元降至97亿元。资本开支21亿元，其中19亿元用于扩产。"
VANS = "Sales of vans fell 5.2% to 52,480 in May. Private buyers took 19,310 vans and companies 33,170."
CIDER = "全年苹果酒销量412.6万箱，其中高档酒127.4万箱，出口96.3万箱。"
FLATS = "Rents rose to 1,240 crowns in May from 1,180 in April. A year earlier they were 1,105 crowns."
RATE = "The margin widened to 13.4% from 11.9%."


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (PROFIT, "Operating profit climbed by a fifth to $64.5 million.", []),
        (PROFIT, "Operating profit climbed by a quarter to $64.5 million.", ["a quarter"]),
        (PROFIT, "Operating profit was $64.5 million, up 20%.", []),
        (PROFIT, "Operating profit was $64.5 million, up 34%.", ["34%"]),
        (PROFIT, "Operating profit, at $64.5 million, was $10.6 million more than a year ago.", []),
        (PROFIT, "Operating profit rose by $11.6 million to $64.5 million.", ["$11.6 million"]),
        (DEBT, "净负债为97亿元，比上年末少19亿元。", []),
        (DEBT, "净负债为97亿元，比上年末少91亿元。", ["91亿元"]),
        (FLATS, "Rents, up 12.2% to 1,240 crowns, are at a record.", []),  # from another level than the last
        (FLATS, "Rents, up 7.2% to 1,240 crowns, are at a record.", ["7.2%"]),
        (RATE, "The margin widened by 1.5 points to 13.4%.", []),
        (RATE, "The margin widened by 2.5 points to 13.4%.", ["2.5 points"]),
        (VANS, "Companies bought 33,170 vans, or about 63% of the total.", []),
        (VANS, "Companies bought 33,170 vans, or about 56% of the total.", ["about 56%"]),
        (VANS, "Companies bought 33,170 vans, or 72% more than private buyers.", []),
        (CIDER, "高档酒卖出127.4万箱，约占三成。", []),
        (CIDER, "高档酒卖出127.4万箱，占总销量的41%。", ["41%"]),
    ],
)
def test_what_the_words_ask_for(source: str, text: str, found: list[str]) -> None:
    report = check(Source("text", text), against=[Source("source", source)])
    told = {text[v.spans[0].start : v.spans[0].end] for v in report.verdicts if v.code and v.origin == "outside"}
    assert told <= set(found)
    assert bool(told) == bool(found)
