"""What a person reads: carets under the culprit, widths that hold for Chinese too, no line too long."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crossfoot import Source
from crossfoot.documents import read
from crossfoot.interval import between
from crossfoot.model import Culprit, Found, Mention, Quantity, Report, Span, Verdict
from crossfoot.views import concise, terminal
from crossfoot.views.places import Lines, width, wrapped

F = Fraction

ENGLISH = """Harbour Motor said little.

The company sold 43,607 sedans, 61,179 SUVs and 1,222 MPVs in April. Staff numbered 300."""
CHINESE = "港口汽车销售轿车43,607辆、运动型多用途车61,179辆，" + "公司表示市场情况良好，" * 12 + "合计销售105,468辆。"


def report(text: str, *, ties: bool = False) -> Report:
    document = read(Source("draft.txt", text))

    def span(words: str) -> Span:
        at = text.index(words)
        return Span(document.id, at, at + len(words))

    culprits = (Culprit(span("43,607"), "43,067", between(43067, 43067), "transposition", 0.9),)
    wrong = Verdict(
        "sum", "contradicted", (span("43,607"), span("61,179")), code="XF101", margin="likely", culprits=culprits,
        message="sedans, SUVs and MPVs make 106,008; the total says 105,500, the markets make 105,468",
    )  # fmt: skip
    held = Verdict(
        "sum", "holds_rounded", (span("61,179"),), arithmetic="101,102 + 4,366 = 105,468; stated 105,500 (to 100s)"
    )
    follows = Verdict(
        "growth", "implied", (), code="XF801", label="April 2019", range=between(F(103734, 1), F(207817, 2))
    )
    mentions = tuple(
        Mention(span(words), "quantity", Quantity(F(1), F(1), F(1), "", "count"), "x")
        for words in ("43,607", "61,179", "300")
        if words in text
    )
    return Report(document, Found(mentions, ()), (), (), (held, follows) if ties else (held, wrong, follows))


def test_a_finding_is_shown_where_it_is() -> None:
    assert terminal.show(report(ENGLISH), "draft.txt") == (
        """\
draft.txt:3:18: error XF101 sum-mismatch: sedans, SUVs and MPVs make 106,008;
  the total says 105,500, the markets make 105,468
   The company sold 43,607 sedans, 61,179 SUVs and 1,222 MPVs in April. …
                    ^^^^^^ most likely 43,067 (digits swapped)

draft.txt  ties 1  contradicts 1  not checked 1
  F  101,102 + 4,366 = 105,468; stated 105,500 (to 100s)                     sum
  i  April 2019: 103,734..103,909
  -  not checked: 300
"""
    )


def test_what_ties_is_shown_too() -> None:
    shown = terminal.show(report(ENGLISH, ties=True), "draft.txt")
    assert shown.startswith("draft.txt  ties 1  contradicts 0  not checked 2\n")
    assert terminal.verdict_on([report(ENGLISH, ties=True)]) == "Everything that could be checked ties."
    assert terminal.verdict_on([report(ENGLISH)] * 2) == "2 errors. Why: crossfoot explain sum-mismatch"


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_no_line_is_too_long(text: str, columns: int) -> None:
    shown = terminal.show(report(text), "draft.txt", terminal.Page(columns))
    assert max(width(line) for line in shown.splitlines()) <= columns


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_carets_stand_under_the_culprit(text: str, columns: int) -> None:
    lines = terminal.show(report(text), "draft.txt", terminal.Page(columns)).splitlines()
    number = next(n for n, line in enumerate(lines) if "^" in line)
    assert width(lines[number - 1].partition("43,607")[0]) == lines[number].index("^")


def test_colours_only_where_wanted() -> None:
    assert "\x1b" not in terminal.show(report(ENGLISH), "draft.txt")
    assert "\x1b[31;1merror\x1b[0m" in terminal.show(report(ENGLISH), "draft.txt", terminal.Page(80, colour=True))


def test_concise_is_one_line() -> None:
    assert concise.show(report(ENGLISH), "draft.txt") == (
        "draft.txt:3:18: error XF101 sum-mismatch: "
        "sedans, SUVs and MPVs make 106,008; the total says 105,500, the markets make 105,468\n"
    )


def test_lines_are_counted_from_one_in_code_points() -> None:
    lines = Lines("ab\r\n𝟏2\n\rx")
    assert [lines.at(offset) for offset in (0, 4, 5, 7, 8)] == [(1, 1), (2, 1), (2, 2), (3, 1), (4, 1)]


def test_chinese_wraps_between_characters() -> None:
    assert wrapped("总销量同比增长", 6) == ["总销量", "同比增", "长"]
