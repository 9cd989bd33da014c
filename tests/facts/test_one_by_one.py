"""Things counted and told one by one: how many are found, and what is no such list."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Listing


def told(text: str) -> list[int]:
    facts = check(Source("note", text)).facts
    return [len(fact.names) for fact in facts if isinstance(fact, Listing) and fact.rule == "one.by.one"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The plan has three parts. First, it shuts a depot. Second, it sells vans. Third, staff move.", 3),
        ("主要有三个方面：第一，原料涨价；第二，汇率波动；第三，需求走弱。", 3),
        ("工程分三期建设，一期投资12亿元，二期投资18亿元，三期投资9亿元。", 3),
    ],
)
def test_told(text: str, number: int) -> None:
    assert told(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Three parts of the city were flooded. First, the mayor spoke.",
        "The plan has five parts. First, it shuts a depot. Second, it sells vans.",  # of which not all are told
        "总价分三期支付：首期1.8亿元、第二期和第三期共2.0亿元。",
    ],
)
def test_no_such_list(text: str) -> None:
    assert told(text) == []
