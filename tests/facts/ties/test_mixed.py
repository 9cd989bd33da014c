"""What a whole grew by lies between what all its parts grew by."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

# text, and the rate of the whole as it cannot be
WHOLE = [
    ("Deposits rose 4.0 percent, with retail ones up 2.5 percent and all other deposits up 6.1 percent.", "4.0", "9.0"),
    ("Ridership on the network, made up of buses and trams alone, rose by 4.6%. Bus trips were up 3.1%, trams 7.4%.",
     "4.6%", "8.6%"),
    ("The line sold 7% more tickets than a year before. Walkers bought 4% more, drivers 12%; there are no other fares.",
     "7%", "17%"),
    ("贷款余额增长9.0%，其中企业贷款增长7.5%，个人贷款增长12.0%，无其他贷款。", "9.0%", "19.0%"),
    ("上半年总销量同比增长6.3%，其中轿车增长4.1%，货车增长9.2%，其他车型增长5.0%。", "6.3%", "13.6%"),
]  # fmt: skip
SILENT = [
    "Mines earned $318 million (2022: $265 million), up 20%, ships $142 million (2022: $158 million), down 10%. "
    "Together the two segments had $460 million, against $423 million in 2022, an increase of 8.7%.",
    "Net profit rose 20%. Revenue in Europe grew 5%, elsewhere 7%.",
    "Prices rose 5%. Rents went up 2%, food 3% and the rest fell 1%.",
    "Shares of the bank fell 4%. Its rivals lost 1% and 2%, the rest of the market 0.5%.",
    "Turnover grew 10%. The company consists of two plants. Wages were up 4%, energy costs 20% higher.",
    "净利润增长20%，营收增长5%，其他业务增长7%。",
    "涨幅居前：煤炭涨3%，钢铁涨2%，其余涨1%。",
]


def alarms(text: str) -> list[str]:
    report = check(Source("note", text, published="2025-08-07"))
    return [v.kind for v in report.verdicts if v.code and v.outcome in ("contradicted", "query")]


@pytest.mark.parametrize(("text", "right", "wrong"), WHOLE)
def test_a_whole_outside_its_parts_is_told(text: str, right: str, wrong: str) -> None:
    assert not alarms(text)
    assert "growth_mix" in alarms(text.replace(right, wrong))


@pytest.mark.parametrize("text", SILENT)
def test_what_may_not_be_all_parts_is_silent(text: str) -> None:
    assert not alarms(text)
