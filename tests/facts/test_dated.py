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
