"""Cells after the text: offsets that hold, heads from above and from the left."""

from __future__ import annotations

from crossfoot.documents import read
from crossfoot.documents.tables import cells_of, lay
from crossfoot.model import Look, Source

ROWS = (
    ("", "", "Fiscal 2019", ""),
    ("(in thousands)", "First quarter", "Second quarter", "Total"),
    ("Revenues", "$ 94,888", "$ 96,037", "$190,925"),
    ("Gross\tprofit", "38,091", "39,821", "77,912"),
)


def test_cells_follow_the_text() -> None:
    document = read(Source("x", "Sales rose.", tables=(ROWS, (("a",), ("b", "c")))))
    assert document.text == (
        "Sales rose.\n\n\t\tFiscal 2019\t\n(in thousands)\tFirst quarter\tSecond quarter\tTotal\n"
        "Revenues\t$ 94,888\t$ 96,037\t$190,925\nGross profit\t38,091\t39,821\t77,912\n\na\nb\tc\n"
    )
    cells = [block for block in document.blocks if block.kind == "cell"]
    assert [document.text[b.span.start : b.span.end] for b in cells[-3:]] == ["a", "b", "c"]
    assert [(b.cell.table, b.cell.row, b.cell.col) for b in cells[-3:] if b.cell] == [(1, 0, 0), (1, 1, 0), (1, 1, 1)]


def test_heads() -> None:
    document = read(Source("x", "", tables=(ROWS,)))
    heads = {document.text[b.span.start : b.span.end]: b.cell.heads for b in document.blocks if b.cell}
    assert heads["39,821"] == ("Gross profit", "Fiscal 2019", "Second quarter")
    assert heads["$190,925"] == ("Revenues", "Fiscal 2019", "Total")
    assert heads["Revenues"] == heads["Total"] == ()


def test_years_are_heads_and_no_figures() -> None:
    document = read(Source("x", "", tables=((("", "2019", "2018"), ("Cars", "7", "6")),)))
    assert [b.cell.heads for b in document.blocks if b.cell][-2:] == [("Cars", "2019"), ("Cars", "2018")]


def test_markdown_cells_stand_in_the_file() -> None:
    text = "# Sales\n\n| | 2019 |\n|--|--:|\n| Cars | 7 |\n\nUp 2%.\n"
    document = read(Source("x", text, "markdown"))
    assert document.text == text
    assert [document.text[b.span.start : b.span.end] for b in document.blocks if b.cell] == ["", "2019", "Cars", "7"]
    assert [b.kind for b in document.blocks if b.parent == -1] == ["title", "item"]


def test_looks_go_with_their_cells() -> None:
    wide, plain = Look(cols=2), Look()
    looks = ((plain, wide, None), (plain, plain, Look(ruled=True)))
    written, table = lay([["", "Sales", ""], ["Cars", "7", "6"]], 0, 0, looks=looks)
    assert written == "\tSales\t\nCars\t7\t6\n"
    cells = [cell.cell for row in table.inside for cell in row.inside] if table else []
    assert [(c.row, c.col, c.look) for c in cells if c][1:3] == [(0, 1, wide), (1, 0, plain)]
    assert [(c.row, c.col) for c in cells if c and c.look.ruled] == [(1, 2)]


def heads(*rows: tuple[str, ...]) -> list[list[tuple[str, ...]]]:
    return [[cell.heads for cell in row] for row in cells_of(rows, 0)]


def test_days_over_columns_are_heads_and_no_figures() -> None:
    found = heads(("ASSETS", "May 2, 2024", "February 3, 2024 (1)"), ("Cash", "$301", "$268"))
    assert found[1][1:] == [("Cash", "May 2, 2024"), ("Cash", "February 3, 2024 (1)")]


def test_a_figure_in_the_last_column_that_a_head_spans() -> None:
    found = heads(
        ("", "Thirteen Weeks Ended", "", "", ""),
        ("", "May 4, 2024", "", "May 6, 2023", ""),
        ("Sales", "", "$293", "", "$303"),
    )
    assert found[2][2] == ("Sales", "Thirteen Weeks Ended", "May 4, 2024")
    assert found[2][4] == ("Sales", "Thirteen Weeks Ended", "May 6, 2023")


def test_a_head_in_two_lines_stands_over_its_own_column() -> None:
    found = heads(
        ("", "2023年末", "2022年末", "本期末比上年"),
        ("", "", "", "同期末增减（%）"),
        ("总资产", "5,120", "4,980", "2.81"),
    )
    assert found[2][1:] == [("总资产", "2023年末"), ("总资产", "2022年末"), ("总资产", "本期末比上年同期末增减（%）")]


def test_a_unit_below_the_years_stands_over_all_columns() -> None:
    for unit in (("", "(in thousands)", ""), ("", "", "In thousands, except shares")):
        found = heads(("", "2023", "2022"), unit, ("Sales", "5,120", "4,980"))
        assert found[2][1:] == [("Sales", "2023", max(unit)), ("Sales", "2022", max(unit))]
