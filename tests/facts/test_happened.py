"""What happened, where words are not spaced, with who and what it is about laid bare of the words around a name."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Event

Told = tuple[str, str | None, str | None, str | None]


def told(text: str) -> list[Told]:
    facts = check(Source("note", text, lang="zh", published="2024-05-08")).facts
    return [(f.kind, f.actor, f.object, f.status) for f in facts if isinstance(f, Event)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "鹿溪生物5月6日宣布，以12亿元收购丹麦诊断企业诺尔登80%股权。",
            ("acquisition", "鹿溪生物", "诺尔登", "announced"),
        ),
        ("鹿溪生物向宁州中院起诉东岭医药，索赔1亿元。", ("lawsuit", "鹿溪生物", "东岭医药", "completed")),
        ("鹿溪生物终止收购东岭医药。", ("acquisition", "鹿溪生物", "东岭医药", "withdrawn")),
        ("鹿溪生物计划明年在港交所挂牌。", ("listing", "鹿溪生物", None, "planned")),
        ("卢以宁当选鹿溪集团董事长。", ("appointment", "鹿溪集团", "卢以宁", "completed")),
        ("鹿溪生物获北泽国电力公司12亿元风机订单。", ("contract_award", "鹿溪生物", "12亿元风机订单", "completed")),
    ],
)
def test_events(text: str, event: Told) -> None:
    assert told(text) == [event]


def test_who_is_punished_beside_another() -> None:
    events = told("宁州证监局对鹿溪生物处以300万元罚款，对董事长卢以宁给予警告。")
    assert ("fine", "宁州证监局", "鹿溪生物", "completed") in events
    assert ("warning", "宁州证监局", "卢以宁", "completed") in events


def test_an_office_is_held_from_the_day_behind_it() -> None:
    facts = check(
        Source("n", "鹿溪生物任命江晚舟为首席财务官，6月1日起生效。", lang="zh", published="2024-05-08")
    ).facts
    (event,) = [fact for fact in facts if isinstance(fact, Event)]
    assert (event.date and event.date.label, event.status) == ("2024-06-01", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "海岭信托同意向鹿岭船厂续贷8亿元。",  # who agrees approves nothing
        "渚州银行吸收合并渚林农商行。",  # a transformation
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert told(text) == []
