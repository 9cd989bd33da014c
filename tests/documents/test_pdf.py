"""PDFs: order of reading, places of lines and cells, tables with and without rules, over pages, pages without text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from crossfoot import Source, check
from crossfoot.documents import read
from crossfoot.documents.pdf import layout
from crossfoot.errors import InputError
from crossfoot.lexicon.told import chinese
from crossfoot.model import Document
from crossfoot.views import json as exchange
from pdfmaker import Pdf, width

ROWS = [
    ["Sales", "2019", "2018", "Change"],
    ["Cars", "1,204", "1,100", "9.5%"],
    ["Vans and light trucks", "310", "290", "6.9%"],
    ["Total", "1,514", "1,390", "8.9%"],
]
WIDTHS = [160, 70, 70, 70]
PROSE = (
    "Harbour Motor sold 1,514 cars and vans in 2019, which was 8.9% more than it had sold in the",
    "year before. Exports rose as well, to 402 vehicles, and the company expects that demand will",
    "hold up in the coming year, although prices of steel and of bat-",
    "teries have risen.",
)


def rows(document: Document, table: int = 0) -> list[list[str]]:
    grid: dict[int, list[str]] = {}
    for block in document.blocks:
        if block.cell is not None and block.cell.table == table:
            grid.setdefault(block.cell.row, []).append(document.text[block.span.start : block.span.end])
    return list(grid.values())


def lines(pdf: Pdf, said: tuple[str, ...] = PROSE, x: float = 60, y: float = 100, step: float = 13) -> float:
    for number, words in enumerate(said):
        pdf.text(x, y + number * step, words)
    return y + len(said) * step


def paragraphs(document: Document) -> list[str]:
    kinds = ("paragraph", "title", "heading", "list", "caption", "byline")
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind in kinds]


def opened(pdf: Pdf) -> Document:
    return read(Source("x", pdf.bytes(), None))


def test_lines_are_joined_and_broken_words_mended() -> None:
    pdf = Pdf()
    pdf.text(60, 70, "Sales of 2019", 18, bold=True)
    end = lines(pdf)
    lines(pdf, ("A second paragraph.",), y=end + 14)
    document = opened(pdf)
    assert paragraphs(document)[0] == "Sales of 2019"
    assert paragraphs(document)[1].endswith("prices of steel and of batteries have risen.")
    assert paragraphs(document)[2] == "A second paragraph."
    assert document.blocks[0].kind == "title"


def test_every_character_leads_back_to_its_page_and_box() -> None:
    pdf = Pdf()
    lines(pdf)
    pdf.page()
    pdf.text(60, 300, "Exports rose to 402 vehicles.")
    document = opened(pdf)
    at = document.text.index("402 vehicles.", document.text.index("Exports rose to 402 vehicles."))
    place = next(p for p in document.places if p.span.start <= at < p.span.end)
    assert place.page == 2
    assert place.box is not None
    assert place.box[1] < 300 < place.box[3]
    left = 60 + width("Exports rose to ")
    assert place.edges[at - place.span.start] == pytest.approx(left, abs=0.6)
    for place in document.places:
        assert len(place.edges) == place.span.end - place.span.start + 1
        assert all(a <= b + 0.5 for a, b in pairwise(place.edges))


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_is_read_with_its_figures_and_places(ruled: bool) -> None:
    pdf = Pdf()
    end = lines(pdf)
    pdf.text(60, end + 20, "(in thousands)")
    pdf.table(60, end + 42, ROWS, WIDTHS, ruled=ruled)
    lines(pdf, y=end + 130)
    document = opened(pdf)
    assert rows(document) == ROWS
    cell = next(b for b in document.blocks if b.cell and document.text[b.span.start : b.span.end] == "290")
    assert cell.cell is not None
    assert cell.cell.heads == ("Vans and light trucks", "2018")
    assert cell.cell.scale == 1000
    place = next(p for p in document.places if p.span == cell.span)
    assert (place.page, place.table, place.row, place.col) == (1, 0, 2, 2)
    assert place.box is not None
    assert place.box[2] == pytest.approx(60 + 160 + 70 + 70 - 4, abs=0.6)
    assert len(paragraphs(document)) == 3


def test_cells_of_several_lines() -> None:
    pdf = Pdf()
    for edge in (60, 240, 320, 400):
        pdf.rule(edge, 100, edge, 190)
    for edge in (100, 130, 160, 190):
        pdf.rule(60, edge, 400, edge)
    for y, words in ((112, ("", "Year ended", "Year ended")), (124, ("Sales", "2019", "2018"))):
        for x, word in zip((64, 244, 324), words, strict=True):
            pdf.text(x, y, word)
    for y, words in ((142, ("Cars, sold at home", "1,204", "1,100")), (154, ("and abroad", "", ""))):
        for x, word in zip((64, 244, 324), words, strict=True):
            pdf.text(x, y, word)
    pdf.text(64, 178, "Vans")
    pdf.text(244, 178, "310")
    pdf.text(324, 178, "290")
    found = rows(opened(pdf))
    assert found == [
        ["Sales", "Year ended 2019", "Year ended 2018"],
        ["Cars, sold at home and abroad", "1,204", "1,100"],
        ["Vans", "310", "290"],
    ]


def test_a_table_over_two_pages_is_one() -> None:
    pdf = Pdf()
    pdf.table(
        60, 700, [ROWS[0], *[[f"Model {n}", f"{n},204", "1,100", "9.5%"] for n in range(1, 7)]], WIDTHS, ruled=True
    )
    pdf.page()
    pdf.table(60, 80, [ROWS[0], ["Model 7", "7,204", "1,100", "9.5%"], ["Total", "8", "9", "1.0%"]], WIDTHS, ruled=True)
    lines(pdf, y=200)
    document = opened(pdf)
    found = rows(document)
    assert [row[0] for row in found] == ["Sales", *[f"Model {n}" for n in range(1, 8)], "Total"]
    pages = {document.text[p.span.start : p.span.end]: p.page for p in document.places if p.table == 0}
    assert (pages["Model 6"], pages["Model 7"]) == (1, 2)


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left = tuple(f"left column line {n} runs on and on to" for n in range(12))
    right = tuple(f"right column line {n} runs on as well" for n in range(12))
    pdf = Pdf()
    lines(pdf, left, x=50)
    lines(pdf, right, x=310)
    text = opened(pdf).text
    assert text.index("left column line 11") < text.index("right column line 0")


def test_running_heads_and_page_numbers_are_not_part_of_the_text() -> None:
    pdf = Pdf()
    for number in range(1, 5):
        pdf.text(60, 30, "Harbour Motor Annual report 2019")
        lines(pdf, (f"On this page stands the sentence number {number * 11}.",))
        pdf.text(290, 820, f"{number} / 4")
        if number < 4:
            pdf.page()
    text = opened(pdf).text
    assert "Annual report" not in text
    assert "/ 4" not in text
    assert text.count("On this page") == 4


def test_chinese_reads_without_spaces_and_its_caption_gives_the_scale() -> None:
    pdf = Pdf()
    pdf.text(60, 80, "报告期内公司实现主营业务收入一百五十六亿元较上年同期增加百分之四十收入增长原因主")
    pdf.text(60, 95, "要是下游存栏量恢复。")
    pdf.text(330, 130, "单位：万元")
    table = [["项目", "2020年", "2019年"], ["营业收入", "156,732", "111,969"], ["营业成本", "60,466", "40,977"]]
    pdf.table(60, 150, table, [160, 120, 120], ruled=True)
    document = opened(pdf)
    assert "收入增长原因主要是下游" in document.text
    assert rows(document) == table
    cell = next(b.cell for b in document.blocks if b.cell and b.cell.row == 1 and b.cell.col == 1)
    assert cell.scale == 10_000


def test_a_page_without_text_is_told_and_the_others_are_read() -> None:
    pdf = Pdf()
    lines(pdf)
    pdf.page()
    pdf.picture()
    pdf.page()
    pdf.text(60, 100, "The last page has words.")
    report = check(Source("scan", pdf.bytes(), None))
    assert "The last page has words." in report.document.text
    found = [(v.code, v.message) for v in report.verdicts if v.kind == "reading"]
    assert found == [("XF004", "scanned PDF, no text layer: page 2")]
    assert chinese(report.document.unread[0].message) == "扫描件，没有文字层：第2页"
    gap = report.document.unread[0].span.start
    assert report.document.text[gap:].startswith("The last page")


def test_prose_lists_and_contents_are_no_tables() -> None:
    pdf = Pdf()
    end = lines(pdf)
    for number, words in enumerate(("Overview", "Results of the year", "Outlook", "Risks")):
        pdf.text(60, end + 30 + 14 * number, f"{words} {'.' * 60}")
        pdf.text(500, end + 30 + 14 * number, str(3 + 4 * number), right=True)
    for number, words in enumerate(PROSE[:3]):
        pdf.text(60, end + 120 + 14 * number, f"({number + 1})")
        pdf.text(85, end + 120 + 14 * number, words)
    assert all(piece.kind != "table" for piece in layout(pdf.bytes()).pieces)


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 1000])
def test_what_is_no_pdf_has_a_reason(content: bytes) -> None:
    with pytest.raises(InputError, match="damaged"):
        layout(content)


def test_a_table_of_words_between_rules() -> None:
    said = (("Country", "Seat", "Head"), ("Norway", "Oslo", "Ms Lund"), ("Spain", "Madrid", "Mr Cano"))
    pdf = Pdf()
    end = lines(pdf)
    for number, row in enumerate(said):
        for column, words in enumerate(row):
            pdf.text(60 + 150 * column, end + 40 + 14 * number, words)
    for y in (end + 28, end + 44, end + 74):
        pdf.rule(60, y, 420, y)
    assert rows(opened(pdf)) == [list(row) for row in said]


def test_what_a_source_says_is_cited_with_its_page() -> None:
    pdf = Pdf()
    lines(pdf, ("Harbour Motor looked back on the year.",))
    pdf.page()
    lines(pdf, ("Harbour Motor sold 61,179 SUVs in April 2020.",))
    source = Source("annual.pdf", pdf.bytes(), None)
    report = check(Source("draft", "Harbour Motor sold 61,197 SUVs in April 2020."), against=[source])
    told = [e for v in report.verdicts if v.code for e in v.evidence]
    assert [(e.source, e.place.page) for e in told if e.place] == [("annual.pdf", 2)]
    assert '"page":2' in exchange.show(report).decode()


def test_a_table_in_one_of_two_columns() -> None:
    pdf = Pdf()
    table = [["Item", "2020", "2019"], ["Cars", "1,204", "1,100"], ["Vans", "310", "290"], ["Total", "1,514", "1,390"]]
    lines(pdf, tuple(f"words on the left, line {'i' * (n % 5)}, that run on" for n in range(12)), x=50, y=80)
    pdf.table(50, 260, table, [110, 60, 60])
    lines(pdf, tuple(f"more words on the left {'i' * (n % 5)} that run on" for n in range(8)), x=50, y=340)
    lines(pdf, tuple(f"words on the right, line {'i' * (n % 5)}, that run on" for n in range(26)), x=310, y=80)
    document = opened(pdf)
    assert rows(document) == table
    assert document.text.index("more words on the left") < document.text.index("words on the right")
