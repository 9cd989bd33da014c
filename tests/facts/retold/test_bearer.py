"""Whose a Chinese figure is, where its key is more than a name, or none."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = {
    "what he is": ("电商平台好集市三季度营收36亿元。", 3_600_000_000, "好集市"),
    "in other letters": ("美国芯片商Quantar第三财季营收31亿美元。", 3_100_000_000, "Quantar"),
    "who only studies": ("沁岭乳业二季度营收24亿元。东岚证券预计其全年营收98亿元。", 9_800_000_000, "沁岭乳业"),
    "a broker of its own": ("东岚证券二季度营收24亿元。", 2_400_000_000, "东岚证券"),
    "his country": ("澳洲保险商南十字出价每股4.6澳元收购同业。", 4.6, "南十字"),
    "how it is told": ("财报速递：岚曜电子三季度营收41亿元。", 4_100_000_000, "岚曜电子"),
    "the whole again": ("岚州港1月吞吐量910万吨，其中砚川码头520万吨。净利润2.1亿元。", 210_000_000, "岚州港"),
}


@pytest.mark.parametrize(("text", "value", "who"), SAID.values(), ids=list(SAID))
def test_whose_it_is(text: str, value: float, who: str) -> None:
    report = check(Source("note", text, lang="zh", published="2024-11-12"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert [fact.get("entity") for fact in facts if fact.get("value") == value] == [who]
