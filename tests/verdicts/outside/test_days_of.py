"""Days, days of the week and years that a text names and its source does not."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

PAID = "LEEDS, April 14 - Holm Mills said on Tuesday that it would pay a dividend of 15 pence on May 20."
BUILT = "The works at Kern, which opened in 1998, will be closed by the end of 2027, Holm said."
PAID_ZH = "霍姆纺织4月14日公告，将于5月20日派息每股15便士，登记日为18日。"


@pytest.mark.parametrize(
    ("text", "source", "asked"),
    [
        ("A dividend of 15 pence is payable on May 20.", PAID, []),
        ("A dividend of 15 pence is payable on 20 May.", PAID, []),
        ("A dividend of 15 pence is payable on May 12.", PAID, ["May 12"]),
        ("将于 5 月 20 日派息15便士。", PAID, []),
        ("将于6月20日派息15便士。", PAID, ["6月20日"]),
        ("Holm pays 15 pence on May 20; those on its books on May 18 are paid.", PAID_ZH, []),
        ("Holm pays 15 pence on May 2.", PAID_ZH, ["May 2"]),
        ("Holm said on Tuesday that it would pay 15 pence.", PAID, []),
        ("Holm said on Friday that it would pay 15 pence.", PAID, ["Friday"]),
        ("Holm said on April 16 that it would pay.", "Holm said that it would pay.", []),  # that source names no days
        ("It fell in the three months to June 30.", "It fell in the second quarter; on July 3 it rose.", []),
        ("The works date from 1998 and close by 2027.", BUILT, []),
        ("The works date from 1989 and close by 2027.", BUILT, ["1989"]),
        ("该厂1998年投产，将于2028年底前关闭。", BUILT, ["2028年底"]),
        ("It was the worst year since 1989.", "It was the worst year since 1998.", ["1989"]),
        ("It sold 412 units in July.", "It sold 412 units in August.", ["July"]),
    ],
)
def test_a_day_or_a_year_that_no_source_knows_is_asked(text: str, source: str, asked: list[str]) -> None:
    report = check(
        Source("text", text, published="2026-04-15"), against=[Source("source", source, published="2026-04-14")]
    )
    found = [v for v in report.verdicts if v.code == "XF701"]
    assert [text[v.spans[0].start : v.spans[0].end] for v in found] == asked
    assert {v.outcome for v in found} <= {"query"}
