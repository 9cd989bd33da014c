"""CSV and workbooks: what is told from bytes, where tables begin and end, what a cell shows, and where it stands."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
import xlsxwriter

from crossfoot import Source, check
from crossfoot.documents import read
from crossfoot.documents.numfmt import shown
from crossfoot.documents.sheets import Region, regions
from crossfoot.documents.sniff import sniff
from crossfoot.errors import InputError
from crossfoot.model import Document


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book)
    return out.getvalue()


def income(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("P&L")
    number, share = book.add_format({"num_format": "#,##0;(#,##0)"}), book.add_format({"num_format": "0.0%"})
    total = book.add_format({"bold": True, "top": 1, "num_format": "#,##0;(#,##0)"})
    label = book.add_format({"indent": 1})
    sheet.write(0, 0, "Income of Harbour Motor")
    sheet.merge_range(2, 1, 2, 2, "Year ended 31 December")
    sheet.write_row(3, 1, [2019, 2018, "Change"])
    for row, (name, now, before) in enumerate([("Cars", 100.4, 90), ("Vans", -20, 30)], 4):
        sheet.write(row, 0, name, label)
        sheet.write(row, 1, now, number)
        sheet.write(row, 2, before, number)
        sheet.write(row, 3, now / before - 1, share)
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.write(6, 0, "Total", total)
    sheet.write_formula(6, 1, "=SUM(B5:B6)", total, 80.4)
    sheet.write_formula(6, 2, "=SUM(C5:C6)", total, 120)
    sheet.write(8, 0, "Note: the figures of the year are preliminary.")
    book.add_worksheet("Empty")


def rows(document: Document) -> list[list[str]]:
    """The words of the cells, a row a list."""
    grid: dict[tuple[int, int], list[str]] = {}
    for block in document.blocks:
        if block.cell is not None:
            words = document.text[block.span.start : block.span.end]
            grid.setdefault((block.cell.table, block.cell.row), []).append(words)
    return list(grid.values())


def test_a_workbook_is_read_as_it_is_seen() -> None:
    document = read(Source("income", workbook(income), None))
    assert document.text.startswith(
        "P&L\n\nIncome of Harbour Motor\n\n\tYear ended 31 December\t\t\n\t2019\t2018\tChange\n"
    )
    assert rows(document)[2:] == [
        ["Cars", "100", "90", "11.6%"],
        ["Vans", "(20)", "30", "-166.7%"],
        ["Total", "80", "120", ""],
    ]
    cells = {document.text[b.span.start : b.span.end]: b.cell for b in document.blocks if b.cell}
    assert cells["Year ended 31 December"].look.cols == 2
    assert cells["Cars"].look.indent == 1
    assert cells["(20)"].look.hidden
    assert not cells["90"].look.hidden
    total = cells["80"].look
    assert (total.bold, total.ruled, total.formula) == (True, True, "SUM(B5:B6)")
    assert cells["30"].heads == ("Vans", "Year ended 31 December", "2018")


def test_each_cell_leads_back_to_its_sheet() -> None:
    document = read(Source("income", workbook(income), None))
    places = {document.text[p.span.start : p.span.end]: (p.sheet, p.cell) for p in document.places}
    assert places["(20)"] == ("P&L", "B6")
    assert places["Income of Harbour Motor"] == ("P&L", "A1")
    assert places["Note: the figures of the year are preliminary."] == ("P&L", "A9")


def test_a_sheet_that_is_too_large_is_told_and_the_others_are_read() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        far = book.add_worksheet("Far")
        far.write(1_000_000, 16_000, 1)
        book.add_worksheet("Near").write_column(0, 0, ["Cars rose 2%."])

    report = check(Source("far", workbook(fill), None))
    assert "Cars rose 2%." in report.document.text
    assert [v.code for v in report.verdicts if v.kind == "reading"] == ["XF001"]
    assert "'Far'" in report.verdicts[0].message


def test_regions_of_a_sheet() -> None:
    beside = [["Cars", "7", "", "Port", "9"], ["Vans", "6", "", "Quay", "8"]]
    assert regions(beside) == [Region(0, 2, 0, 2), Region(0, 2, 3, 5)]
    spaced = [["", "2019"], ["Cars", "7"], ["", ""], ["Vans", "6"], ["", ""], ["", "2018"], ["Cars", "3"]]
    assert regions(spaced) == [Region(0, 4, 0, 2), Region(5, 7, 0, 2)]
    assert regions([["", ""], [""]]) == []


@pytest.mark.parametrize(
    ("value", "code", "seen"),
    [
        (1234567.891, "#,##0.0,", "1,234.6"),
        (0.5, "0%", "50%"),
        (-3, '0.0_);(0.0)', "(3.0)"),
        (0, '#,##0;(#,##0);"-"', "-"),
        (1.005e21, "", "1.005E+21"),
        (12.0, "", "12"),
        (5, '[$€-407] #,##0.00', "€ 5.00"),
        (True, "0", "TRUE"),
        (7, '[Red]0" units"', "7 units"),
        (-0.4, "0", "-0"),
    ],
)  # fmt: skip
def test_number_formats(value: object, code: str, seen: str) -> None:
    assert shown(value, code) == seen


def test_csv_points_into_the_file() -> None:
    content = 'Unit sales (thousands)\r\n\r\nMonth;Cars;"Vans; light"\r\nMay;"1.234";5\r\nJune;8;6\r\n'
    document = read(Source("sales", content.encode(), None))
    assert document.text == content
    assert rows(document) == [["Month", "Cars", "Vans; light"], ["May", "1.234", "5"], ["June", "8", "6"]]
    assert {p.cell for p in document.places} >= {"A1", "C3", "B4"}


@pytest.mark.parametrize(
    ("content", "name", "form"),
    [
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", "x.txt", "html"),
        (b"  <html lang=en>", "-", "html"),
        (b"junk\n%PDF-1.4", "x.html", "pdf"),
        (b"Sales rose, costs fell,\nexports, too, rose.\nAll, in all, 7.\n", "x.txt", "text"),
        (b"a,b\n1,2\n", "x.csv", "csv"),
        (b"a,b\n1,2\n", "x.txt", "text"),
        ("月份,轿车\n五月,7\n六月,8\n七月,9\n".encode(), "-", "csv"),
        (
            "销售额同比增长12%，达到5,448万元。\n净利润为612万元，去年为540万元。\n毛利率为31%。\n".encode("utf-16"),
            "x.txt",
            "text",
        ),
        ("<html><p>销售额".encode("utf-16"), "x.txt", "html"),
        (b"# Sales\n\n| a | 1 |\n|---|---|\n| b | 2 |\n", "x.md", "markdown"),
        (b"", "x.md", "markdown"),
        (b"", "-", "text"),
    ],
)
def test_formats_are_told_from_bytes(content: bytes, name: str, form: str) -> None:
    assert sniff(content, name) == form


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04 cut off", "damaged"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_is_no_document_says_what_it_is(content: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        sniff(content)
