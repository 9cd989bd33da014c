"""Levels that are yet to come are told as targets, and tie as levels do."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.views import facts as view


def kinds(text: str) -> list[tuple[str, int]]:
    report = check(Source("note", text, published="2025-07-14"))
    names = {entity.id: entity.name for entity in report.found.entities}
    told = [shown for fact in report.facts if (shown := view.fields(fact, names)) is not None]
    return [(kind, int(bytes(fields["value"]))) for kind, fields, _ in told if kind in ("target", "measurement")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("远山智造：预计2025年上半年归母净利润1.8亿元。", "target"),
        ("远山软件的考核要求2025年营业收入不低于1.8亿元。", "target"),
        ("远山智造2025年上半年归母净利润1.8亿元，高于预计。", "measurement"),
        ("远山智造此前预计亏损，实际归母净利润1.8亿元。", "measurement"),
    ],
)
def test_what_is_foreseen_is_a_target(text: str, kind: str) -> None:
    assert [shown for shown, value in kinds(text) if value == 180000000] == [kind]


def test_only_a_time_goes_on_with_what_is_demanded() -> None:
    text = "远山软件的考核要求2025年营业收入不低于30亿元，2026年不低于36亿元。"
    assert [kind for kind, _ in kinds(text)] == ["target", "target"]
