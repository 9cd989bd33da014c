"""Plain text as it comes: wrapped wires, digests, Chinese flashes, lists, bylines."""

from __future__ import annotations

import pytest

from crossfoot.documents.text import is_date, is_heading, layout, marker

WIRE = """HARROW <HRW> SAYS SALES UP
LEEDS, March 26 -Harrow and Birch Corp said sales
in February increased 10.8 pct, to 5,390 tonnes, from 4,864
in February 1986.
    "The level of orders continues to be
driven upward," Harrow said.
    Year to date, sales rose to 11,004, an
increase of 5.3 pct over 1986.
"""

EARNINGS = """HARROW INC <HRW> 4TH QTR LOSS
LEEDS, April 3 -
    Oper shr loss 66 cts vs loss 1.29 dlrs
    Sales 25.1 mln vs 19.9 mln
    NOTE: Earnings exclude a loss on sale of discontinued
operations of 17,000 dlrs.
"""


def pieces(text: str) -> list[tuple[str, str]]:
    laid = layout(text)
    return [(piece.kind, laid.text[piece.start : piece.end]) for piece in laid.pieces]


def test_a_wire_wrapped_by_hand() -> None:
    assert [(kind, words.split()[0]) for kind, words in pieces(WIRE)] == [
        ("title", "HARROW"),
        ("paragraph", "LEEDS,"),
        ("paragraph", '"The'),
        ("paragraph", "Year"),
    ]


def test_lines_of_figures_are_not_joined() -> None:
    assert [words for kind, words in pieces(EARNINGS) if kind == "paragraph"][1:3] == [
        "Oper shr loss 66 cts vs loss 1.29 dlrs",
        "Sales 25.1 mln vs 19.9 mln",
    ]
    assert pieces(EARNINGS)[-1][1].endswith("operations of 17,000 dlrs.")


def test_narrow_lists_of_results_are_not_joined() -> None:
    lines = [
        "Net 409,000,000 vs 328,000,000",
        "Revs 12.19 billion vs 11.17 billion",
        "Assets 1.2 billion vs 1.1 billion",
    ]
    assert [words for _, words in pieces("HOLM CORP <HLM> THIRD QUARTER NET INCOME\n    " + "\n    ".join(lines))][
        1:
    ] == lines


def test_a_digest() -> None:
    parts = [
        "Sales rise",
        "By Ada Quill",
        "May 12, 2020",
        "Acme sold 7.",
        "Company news",
        "Bolt sold 9.",
        "Photo: Tidewater",
    ]
    kinds = ["title", "byline", "byline", "paragraph", "heading", "paragraph", "caption"]
    assert pieces("\n\n".join(parts)) == list(zip(kinds, parts, strict=True))


def test_chinese_lines_are_paragraphs() -> None:
    text = "吉利汽车销量增长2%\n1月19日，公司公布销量为105,500辆，同比增长2%。\n出口下降38%。\n（编辑：张三）"
    assert [kind for kind, _ in pieces(text)] == ["title", "paragraph", "paragraph", "paragraph"]


def test_unwrapped_lines_stay_apart() -> None:
    text = "Geely sold 105,500 units in April.\nExports fell 38%.\nIt sold 43,067 sedans."
    assert len(pieces(text)) == 3


def test_lists_keep_their_marks_out_of_sentences() -> None:
    laid = layout("The parts are:\n\n- sedans: 7\n- SUVs: 9\n\n1. first\n2. second\n")
    assert [piece.kind for piece in laid.pieces] == ["paragraph", "list"]
    words = [laid.text[p.start + p.mark : p.end] for p in laid.pieces[1].inside]
    assert words == ["sedans: 7", "SUVs: 9", "first", "second"]


MARKS = [("• x", 2), ("(3) x", 4), ("一、概况", 2), ("-5% a year", 0), ("1.5 million", 0), ("-", 0)]


@pytest.mark.parametrize(("words", "length"), MARKS)
def test_marks(words: str, length: int) -> None:
    assert marker(words) == length


@pytest.mark.parametrize("words", ["Company news", "Opening up in Shanghai", "一、经营情况", "2020 outlook"])
def test_headings(words: str) -> None:
    assert is_heading(words)


@pytest.mark.parametrize("words", ["Sales rose 2%.", "sales rose", "A, B and C:", "105,500", "x" * 90])
def test_no_headings(words: str) -> None:
    assert not is_heading(words)


DATES = ["May 12, 2020", "Tuesday, 12 May 2020", "2020-05-12 10:30", "2020年5月12日 08:00 证券日报"]


@pytest.mark.parametrize("words", DATES)
def test_dates_alone(words: str) -> None:
    assert is_date(words)
    assert not is_date(f"{words} was a good day for sales, the company said in a statement.")
