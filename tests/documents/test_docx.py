"""Word files: the order of the text, headings, merged cells."""

from __future__ import annotations

import io

import docx
import pytest

from crossfoot.documents import read
from crossfoot.documents.sniff import sniff
from crossfoot.errors import InputError
from crossfoot.model import Source


def letter() -> bytes:
    made = docx.Document()
    made.add_heading("Sales of 2019", 0)
    made.add_heading("Results", 1)
    made.add_paragraph("Harbour Motor sold 1,514 vehicles.")
    made.add_paragraph("(in thousands)")
    table = made.add_table(4, 3)
    rows = (("", "Year", ""), ("", "2019", "2018"), ("Cars", "1,204", "1,100"), ("", "310", "290"))
    for row, said in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, said, strict=True):
            cell.text = words
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    made.add_paragraph("Exports rose.")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_word_file_is_read_in_order() -> None:
    content = letter()
    assert sniff(content) == "docx"
    document = read(Source("letter", content, None))
    assert document.text == (
        "Sales of 2019\n\nResults\n\nHarbour Motor sold 1,514 vehicles.\n\n(in thousands)\n\n"
        "\tYear\t\n\t2019\t2018\nCars\t1,204\t1,100\n\t310\t290\n\nExports rose.\n\n"
    )
    assert [b.kind for b in document.blocks if b.kind in ("title", "heading")] == ["title", "heading"]
    cells = {document.text[b.span.start : b.span.end]: b.cell for b in document.blocks if b.cell}
    assert cells["Year"].look.cols == 2
    assert cells["Cars"].look.rows == 2
    assert cells["1,100"].scale == 1000


def test_a_damaged_word_file_has_a_reason() -> None:
    with pytest.raises(InputError, match="damaged"):
        read(Source("letter", letter().replace(b"word/document.xml", b"word/documenx.xml"), "docx"))
