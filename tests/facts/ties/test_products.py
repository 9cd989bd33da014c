"""Products: what is counted, what is paid and what is paid for each are told apart by their units and words."""

from __future__ import annotations

import pytest

import crossfoot
from crossfoot.model import Tie

HOLD = [
    ("It operated 15,600 flights, an average of 150 passengers per flight. It flew 2.34 million people.", 3),
    ("Sales came to $553.0 million. It employed 2,765 people, or sales of $200,000 a head.", 3),
    ("The plant will turn out 24,000 tonnes a year, or 2,000 tonnes a month.", 2),
    ("In June 2023 the port shipped 318,000 boxes, or 10,600 a day.", 2),
    ("It issued 3.5 billion euros of bonds. Orders were 21 billion euros, six times the amount on offer.", 3),
    ("It raised 1.75 billion euros, 650 million in notes. Orders were 5.6 billion, 3.2 times the amount on offer.", 3),
    ("粮食播种面积3250万亩，平均亩产412公斤，总产量1339万吨。", 3),
    ("以总股本4.2亿股为基数，每10股派发现金红利3.50元，合计派现1.47亿元。", 3),
    ("总投资27.6亿元，全长92公里，每公里投资3,000万元。", 3),
    ("2024年7月发电量186.0亿千瓦时，日均6.0亿千瓦时。", 2),
    ("到岸价每吨8,000美元，按1美元兑6.95元人民币换算，约为55,600元。", 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), HOLD)
def test_so_many_at_so_much_each(text: str, figures: int) -> None:
    facts = crossfoot.check(crossfoot.Source("note", text)).facts
    ties = [f for f in facts if isinstance(f, Tie) and f.shape == "product"]
    assert any(len(tie.figures) == figures for tie in ties)


def test_no_passengers_are_multiplied_by_passengers() -> None:
    text = "旅客1,400万人次，日均200万人次，其中动车组承运7万人次。"
    facts = crossfoot.check(crossfoot.Source("note", text)).facts
    assert not [f for f in facts if isinstance(f, Tie) and f.shape == "product"]


def test_so_much_a_hectare_is_a_product() -> None:
    facts = crossfoot.check(crossfoot.Source("note", "播种面积3250万亩，平均亩产412公斤，总产量1339万吨。")).facts
    assert [f.kind for f in facts if isinstance(f, Tie) and f.shape == "product"] == ["product"]
