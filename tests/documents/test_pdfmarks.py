"""A PDF is written back with its figures marked: the marks are read from the file again, and lie over their figures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2_raw as pdfium
import pytest
from click.testing import CliRunner, Result

from crossfoot import Source, check
from crossfoot.documents.apart import marked
from crossfoot.doors.cli import main
from crossfoot.errors import InputError
from crossfoot.model import Mark
from crossfoot.views.marks import marks
from pdfmaker import Pdf

KINDS = {pdfium.FPDF_ANNOT_HIGHLIGHT: "highlight", pdfium.FPDF_ANNOT_INK: "ink"}
ROWS = [
    ["", "2024", "2023"],
    ["Net sales", "12,340", "11,870"],
    ["Cost of sales", "7,105", "6,990"],
    ["Gross profit", "5,235", "4,880"],
    ["Selling expenses", "2,110", "2,004"],
    ["Administration", "1,202", "1,187"],
    ["Operating income", "1,905", "1,689"],
]


def statement() -> bytes:
    """1,202 stands where 1,220 was meant; the other year foots."""
    pdf = Pdf()
    pdf.text(72, 80, "Statement of income (in thousands)", bold=True)
    pdf.table(72, 120, ROWS, [160, 90, 90], ruled=True)
    pdf.page()
    pdf.text(72, 80, "Gross profit was 5,235 thousand dollars in 2024, made of 3,100 at home and 2,135 abroad.")
    return pdf.bytes()


class Note:
    """An annotation as it stands in a file."""

    def __init__(self, page: int, kind: str, note: str, over: str) -> None:
        self.page, self.kind, self.note, self.over = page, kind, note, over


def noted(content: bytes) -> Iterator[Note]:
    pdfium.FPDF_InitLibrary()
    file = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    assert file
    for number in range(pdfium.FPDF_GetPageCount(file)):
        page = pdfium.FPDF_LoadPage(file, number)
        text = pdfium.FPDFText_LoadPage(page)
        for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
            note, rect = pdfium.FPDFPage_GetAnnot(page, index), pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(note, rect)
            words = (ctypes.c_ushort * 500)()
            size = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", words, 1000)
            over = (ctypes.c_ushort * 500)()
            box = rect.left, max(rect.top, rect.bottom), rect.right, min(rect.top, rect.bottom)
            count = pdfium.FPDFText_GetBoundedText(text, *box, over, 500)
            yield Note(
                number + 1,
                KINDS.get(pdfium.FPDFAnnot_GetSubtype(note), "?"),
                bytes(words)[: size - 2].decode("utf-16-le"),
                bytes(over)[: 2 * count].decode("utf-16-le").strip("\0\r\n "),
            )
            pdfium.FPDFPage_CloseAnnot(note)


def written(content: bytes) -> list[Note]:
    report = check(Source("statement.pdf", content, None))
    return list(noted(marked(content, marks(report))))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_marks_lie_over_their_figures(turn: int) -> None:
    content = statement().replace(b"/Type/Page/Parent", b"/Type/Page/Rotate %d/Parent" % turn)
    found = [note for note in written(content) if note.kind == "highlight"]
    assert {(note.page, note.over) for note in found} >= {(1, "1,202"), (1, "5,235"), (1, "11,870"), (1, "1,689")}
    assert all(note.over != "2024" for note in found)


def test_what_ties_and_what_does_not() -> None:
    found = written(statement())
    assert {note.kind for note in found} == {"highlight", "ink"}
    (culprit,) = {note.note for note in found if note.over == "1,202"}
    assert "XF101 sum-mismatch: 5,235 - 2,110 - 1,202 is 1,923" in culprit
    assert "most likely 1,220 (digits swapped)" in culprit
    ties = {note.note for note in found if note.over == "1,689"}
    assert ties == {"F  4,880 - 2,004 - 1,187 = 1,689"}


def test_what_only_follows_is_left_as_it_is() -> None:
    pdf = Pdf()
    pdf.text(72, 80, "Corran Foods sold 9,000 crates in 2023, up 12% from a year earlier.")
    report = check(Source("alone.pdf", pdf.bytes(), None))
    assert [v for v in report.verdicts if v.outcome == "implied"]
    assert not marks(report)


def test_words_of_any_script_are_noted() -> None:
    mark = Mark(1, ((72.0, 70.0, 120.0, 84.0),), "ok", "sum", "合计  3 + 4 = 7 \U0001f600")
    assert {note.note for note in noted(marked(statement(), [mark]))} == {mark.note}


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(InputError, match="page 9: there is no such page"):
        marked(statement(), [Mark(9, ((0.0, 0.0, 9.0, 9.0),), "ok", "", "")])


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    return result


def test_by_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("statement.pdf").write_bytes(statement())
    Path("note.txt").write_text("Sales rose 2%.")
    assert run("check", "statement.pdf", "--output-format", "pdf", "-o", "marked.pdf").exit_code == 1
    assert len(list(noted(Path("marked.pdf").read_bytes()))) > 20
    for arguments, words in (
        (("note.txt", "-o", "out.pdf"), "marks a PDF; note.txt is text"),
        (("-", "-o", "out.pdf"), "standard input is none"),
        (("statement.pdf", "note.txt", "-o", "out.pdf"), "name a single FILE"),
        (("statement.pdf", "-o", "./statement.pdf"), "that is a file to be read"),
    ):
        result = run("check", *arguments, "--output-format", "pdf")
        assert result.exit_code == 2
        assert words in " ".join(result.output.split())
        assert not Path("out.pdf").exists()
    assert Path("statement.pdf").read_bytes() == statement()
