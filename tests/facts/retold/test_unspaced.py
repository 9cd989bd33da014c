"""What a Chinese figure is called where no words before it name it."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = {
    "4月国内电动两轮车销量为392万辆。雅骑以86万辆居首，绿驰64万辆，小澜51万辆。": (510_000, "sales_volume"),
    "砚川云去年四季度收入同比增长13%，对手瀚云同季仅增6%。": (6, "revenue"),
    "交付桥梁钢12万吨，库存3万吨。": (30_000, "other:库存"),
    "砚川储能前三季度储能出货4.8GWh，上年同期2.9GWh。": (2.9, "other:储能出货"),
    "砚川股份减持公司股份320万股。": (3_200_000, "other:减持股份"),
    "砚川集团目前持有公司5480万股。": (54_800_000, "stake"),
    "砚川股份累计回购股份320万股，支付总金额5431万元。": (54_310_000, "other:支付总金额"),
    "岚州10月通胀环比上涨2.1%，同比涨幅为31%。": (31, "inflation"),
    "岚州10月金融机构存款准备金率为6%。": (6, "other:存款准备金率"),
    "岚州医院去年接诊86万人次，设床位600张。": (600, "other:床位"),
    "初步核算，2023年国内生产总值114亿元。": (11_400_000_000, "other:国内生产总值"),
    "4月新能源汽车产销分别完成14.6万辆和13.8万辆。": (146_000, "production_volume"),
}


@pytest.mark.parametrize(("text", "told"), SAID.items(), ids=[name for _, name in SAID.values()])
def test_what_it_is_called(text: str, told: tuple[float, str]) -> None:
    report = check(Source("note", text, lang="zh", published="2024-05-05"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert [fact.get("metric") for fact in facts if fact.get("value") == told[0]] == [told[1]]


def test_what_goes_on_is_told_up_to_the_day_of_the_text() -> None:
    text = "年初至今，砚川股份回购股份320万股。"
    report = check(Source("note", text, lang="zh", published="2024-05-12"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert {fact["period"] for fact in facts if fact.get("value") == 3_200_000} == {"2024-01/2024-05"}
