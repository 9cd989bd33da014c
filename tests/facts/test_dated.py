"""A day and its weekday, before it and behind it."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("On May 3, 2024, a Tuesday, it counted 17 ships.", "XF206"),
        ("It opened on 3 May (Tuesday) at noon.", "XF206"),
        ("The vote was held on May 3, which was a Tuesday.", "XF206"),
        ("On May 3, 2024, a Friday, it counted 17 ships.", None),
        ("On 3 December, a Sunday, it will close.", None),  # of a year that nobody says
        ("On May 3, Tuesday's papers said so.", None),
    ],
)
def test_a_weekday_behind_its_day(text: str, code: str | None) -> None:
    found = [v.code for v in check(Source("note", text, published="2024-05-07")).verdicts if v.code]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(("weekday", "wrong"), [("星期四", False), ("星期三", True)])
def test_a_date_in_han_numerals_has_a_weekday_too(weekday: str, wrong: bool) -> None:
    report = check(Source("note", f"公司于二零二五年八月二十一日（{weekday}）宣布中期业绩。"))
    assert [v.code for v in report.verdicts if v.code] == ["XF206"] * wrong
