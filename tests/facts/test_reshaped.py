"""What became what, where words are not spaced: all that stood before, and from when it is so."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Transformation

Told = tuple[str | None, str | None, str | None, str | None, str | None]


def told(text: str) -> list[Told]:
    facts = check(Source("note", text, lang="zh", published="2024-05-08")).facts
    return [
        (f.before, f.after, f.kind, f.period.label if f.period else None, f.status)
        for f in facts
        if isinstance(f, Transformation)
    ]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("鹿溪生物自6月1日起更名为鹿溪健康。", ("鹿溪生物", "鹿溪健康", "rename", "2024-06-01", "planned")),
        ("宁州港与临渡港整合为宁渡港集团。", ("宁州港、临渡港", "宁渡港集团", "merger", None, "completed")),
        ("鹿溪集团将旗下诊断业务分拆为独立公司鹿溪诊断。", ("诊断业务", "鹿溪诊断", "split", None, "planned")),
        ("鹿溪银行由鹿溪农信社改制而成。", ("鹿溪农信社", "鹿溪银行", "upgrade", None, "completed")),
        (
            "由宁州港集团、临渡港集团合并组建的宁渡港集团昨日挂牌。",
            ("宁州港集团、临渡港集团", "宁渡港集团", "merger", None, "completed"),
        ),
    ],
)
def test_changes(text: str, change: Told) -> None:
    assert told(text) == [change]


def test_one_man_in_the_place_of_another_is_no_change_of_a_body() -> None:
    assert told("鹿溪银行行长由喻北堂变更为荀念慈。") == []
