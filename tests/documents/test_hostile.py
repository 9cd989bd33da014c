"""Files that are damaged, or made to do damage: each ends with a reason, or is read, within its limits."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner

from counting import lines_run
from crossfoot import check
from crossfoot.documents import apart, read
from crossfoot.doors.cli import main
from crossfoot.errors import InputError
from crossfoot.model import Source
from pdfmaker import Pdf, assembled, stream

NOISE = random.Random(7).randbytes(50_000)  # noqa: S311 (a test, no secret)
XML_BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData/></worksheet>'
LINES, LINES_A_BYTE = 500_000, 10  # that may run: for the readers of a format, at first use, and for each byte
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def letter() -> bytes:
    pdf = Pdf()
    for number in range(30):
        pdf.text(60, 100 + 12 * number, f"Line {number} of a letter that says nothing at all.")
    return pdf.bytes()


def drawn(content: bytes, resources: bytes = b"") -> bytes:
    """One page that is drawn so."""
    used = b"/Resources<</Font<</F1 4 0 R>>%s>>/Contents 5 0 R" % resources
    return assembled([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>" % used,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(content),
    ])  # fmt: skip


def tree(kids: bytes, count: int, more: bytes = b"") -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", pages, page], more)


def dense() -> bytes:
    pdf = Pdf()
    for number in range(6000):
        pdf.text(20 + 6 * (number % 90), 20 + 5 * (number // 90), "7", 4)
    return pdf.bytes()


def scan() -> bytes:
    pdf = Pdf()
    pdf.picture()
    return pdf.bytes()


def locked() -> bytes:
    lock = b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O(%s)/U(%s)>>/ID[(a)(b)]" % (b"x" * 32, b"y" * 32)
    return tree(b"3 0 R", 1, lock)


def sheet(fill: Callable[[xlsxwriter.worksheet.Worksheet], object] = lambda sheet: sheet.write(0, 0, 1)) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book.add_worksheet("A"))
    return out.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_sheet(content: bytes) -> bytes:
    """A workbook whose only sheet is this XML."""
    with zipfile.ZipFile(io.BytesIO(sheet())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed({**parts, "xl/worksheets/sheet1.xml": content})


KINDS: dict[str, tuple[Callable[[], bytes], str]] = {  # what it is, and what must be said; "": it is read
    "pdf cut off": (lambda: letter()[:700], "damaged"),
    "pdf of noise": (lambda: b"%PDF-1.7\n" + NOISE, "damaged"),
    "pdf without pages": (lambda: tree(b"", 0), "no pages"),
    "pdf of a million pages": (lambda: tree(b"2 0 R", 1_000_000), "limit is 2,000"),
    "pdf of 3,000 pages": (lambda: tree(b"3 0 R " * 3000, 3000), "limit is 2,000"),
    "pdf encrypted": (locked, "encrypted"),
    "pdf scanned": (scan, "no text layer: page 1"),
    "pdf with arrays 100,000 deep": (lambda: drawn(b"[" * 100_000), ""),
    "pdf with states 300,000 deep": (lambda: drawn(b"q " * 300_000), ""),
    "pdf that unpacks to 100 MB": (lambda: drawn(b"\0" * 100_000_000), ""),
    "pdf with 8 million letters": (lambda: drawn(b"BT /F1 9 Tf " + b"(aaaaaaaa) Tj " * 1_000_000), "limit|than"),
    "pdf with 50,000 paths": (lambda: drawn(b"1 1 m 9 99 l S " * 50_000), ""),
    "pdf with a grid of 600 by 600": (
        lambda: drawn(b"".join(b"%d 0 m %d 800 l S 0 %d m 500 %d l S " % (i, i, i, i) for i in range(600))), "",
    ),
    "pdf whose form draws itself": (lambda: drawn(b"/X Do", b"/XObject<</X 5 0 R>>"), ""),
    "pdf with numbers beyond all bounds": (lambda: drawn(b"BT /F1 1e30 Tf 1e38 1e38 Td (1,234) Tj ET"), ""),
    "pdf with a page as large as a town": (lambda: letter().replace(b"[0 0 595 842]", b"[0 0 1e9 9e9]"), ""),
    "pdf with a digit every 6 points": (dense, ""),
    "workbook cut off": (lambda: sheet()[:900], "damaged"),
    "workbook that unpacks to 200 MB": (lambda: with_sheet(b" " * 200_000_000), "limit is 100 to 1"),
    "workbook with entities": (lambda: with_sheet(XML_BOMB), "entities"),
    "workbook 50,000 deep": (lambda: with_sheet(b"<worksheet>" + b"<a>" * 50_000), "512 deep"),
    "workbook of no XML": (lambda: with_sheet(b"\0\1\2"), "damaged"),
    "workbook with a cell in the last corner": (lambda: sheet(lambda s: s.write(1_048_575, 16_383, 1)), "limit is"),
    "workbook of 4,000 columns": (lambda: sheet(lambda s: s.write_row(0, 0, range(4000))), ""),
    "workbook with nothing in it": (lambda: packed({"xl/workbook.xml": b"<workbook/>"}), "no workbook"),
    "workbook that is an archive": (lambda: packed({"xl/workbook.xml": packed({"a": b"0"})}), "damaged"),
    "archive of a text": (lambda: packed({"a.txt": b"Up 2%."}), "archive"),
    "archive cut off": (lambda: packed({"a.txt": NOISE})[:300], "damaged"),
    "compound file of noise": (lambda: OLE + NOISE, "no workbook"),
    "compound file, encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le") + NOISE, "encrypted"),
    "gzip": (lambda: b"\x1f\x8b" + NOISE, "gzip"),
    "program": (lambda: b"\x7fELF" + NOISE, "program"),
    "html 100,000 deep": (lambda: b"<!doctype html>" + b"<div>" * 100_000, "512 deep"),
    "html 300,000 deep": (lambda: b"<!doctype html>" + b"<div>" * 300_000, "512 deep"),
    "html with 20,000 attributes": (lambda: b"<!doctype html><p " + b"a=b " * 20_000 + b">", "1000 attributes"),
    "csv of quotation marks": (lambda: b'"' * 300_000, ""),
    "csv of 20,000 columns": (lambda: (b"1," * 20_000 + b"\n") * 3, ""),
    "nothing": (lambda: b"", ""),
    "zeros": (lambda: b"\0" * 100_000, "NUL"),
    "noise": (lambda: NOISE, "NUL|"),
    "half of each character": (lambda: "销量".encode("utf-16-le")[1:] * 500, ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_ends_with_a_reason_or_is_read(kind: str) -> None:
    make, reason = KINDS[kind]
    content = make()
    said = ""

    def tell() -> None:
        nonlocal said
        try:
            said = "; ".join(gap.message for gap in read(Source(kind, content, None)).unread)
        except InputError as error:
            said = str(error)

    for words in ("Sales rose 2%.", "销量增长2%。"):
        read(Source("words", words))  # what is read and compiled at first use is no work on this file
    lines_run(tell, LINES + LINES_A_BYTE * len(content))  # a process of its own has a limit of its own, in seconds
    assert bool(said) == bool(reason.rstrip("|")) or reason.endswith("|")
    assert re.search(reason, said)
    assert "\n" not in said


def test_a_text_in_no_language_that_is_known_is_checked() -> None:
    assert check(Source("noise", "Обороты 1 204 и 1 100.")).verdicts == ()


def test_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.pdf").write_bytes(KINDS["pdf cut off"][0]())
    Path("bad.xlsx").write_bytes(KINDS["workbook with nothing in it"][0]())
    Path("good.pdf").write_bytes(letter())
    with Path("sparse.pdf").open("wb") as sparse:
        sparse.write(b"%PDF-1.7\n")
        sparse.truncate(1 << 30)
    result = CliRunner().invoke(main, ["check", "bad.pdf", "sparse.pdf", "bad.xlsx", "good.pdf"])
    assert result.exit_code == 2
    assert "good.pdf  ties 0" in result.stdout
    said = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in said[:-1]] == ["bad.pdf", "sparse.pdf", "bad.xlsx"]
    assert "1,073,741,824 bytes; the limit is" in said[1]
    assert said[-1] == "4 files: 0 with findings, 3 not read"


def test_the_process_can_open_nothing_and_send_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that tries to write, to open, to connect and to start something: nothing of it works."""
    monkeypatch.setitem(apart.READERS, "pdf", "escape")
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    tried = apart.read("pdf", b"%PDF").text.split("\n")
    assert tried == ["environment: 0", "read: OSError", "write: OSError", "connect: OSError", "start: OSError"]
