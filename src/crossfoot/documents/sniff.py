"""Bytes come in, the name of the format goes out: told from what they hold, never from what the file is called.

A name only decides between kinds of plain text that the same bytes may well be: Markdown or text, a short CSV or prose.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import PurePath

from crossfoot.documents.decode import marked
from crossfoot.errors import InputError
from crossfoot.late import late

_OPENING = 4096
_PDF_WITHIN = 1024  # readers of PDF allow so many bytes of dirt before the mark
_MARKDOWN = frozenset({".md", ".markdown"})
_SEPARATED = frozenset({".csv", ".tsv"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = late(
    rb"\s{0,200}(?:<\?xml[^<>]{0,200}\?>\s{0,99})?(?:<!--.{0,999}?-->\s{0,99})?"
    # The US SEC wraps a document of a filing in a few lines of its own: <DOCUMENT>, <TYPE>EX-99.1, ..., <TEXT>.
    rb"(?:(?:<DOCUMENT>\s{0,9})?<TYPE>[^<>]{1,99}(?:<(?:SEQUENCE|FILENAME|DESCRIPTION)>[^<>]{0,300}){0,3}<TEXT>\s{0,99})?"
    rb"(?:<!--.{0,999}?-->\s{0,99})?"
    rb"<(?:!doctype html|html|head|body|div|table|p|h1|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHERS = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"SQLite format 3\x00", "a database"),
)
_MEMBERS = (  # a part that the container of each format always has, and the format
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("word/document.xml", "docx"),
)
_DELIMITERS = ",\t;|"
_MOST_LINES, _MOST_TITLES = 40, 5


def sniff(content: bytes | str, name: str = "") -> str:
    """The format of what a file or standard input holds.

    >>> sniff(b"%PDF-1.7 ..."), sniff(b"<!DOCTYPE html><p>Up 2%"), sniff("Up 2% in May.", "note.pdf")
    ('pdf', 'html', 'text')
    >>> sniff(b"Month,Cars,Vans\\nMay,7,6\\nJune,8,5\\n"), sniff(b"# Sales", "note.md")
    ('csv', 'markdown')
    """
    opening = content[:_OPENING]
    if isinstance(opening, bytes) and (text := marked(opening)) is not None:
        opening = text
    if isinstance(opening, str):
        opening = opening.encode("utf-8", "replace")
    elif b"%PDF-" in opening[:_PDF_WITHIN]:
        return "pdf"
    elif opening.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _container(content)  # type: ignore[arg-type]
    elif opening.startswith(_OLE):
        return _compound(content)  # type: ignore[arg-type]
    for mark, what in _OTHERS:
        if opening.startswith(mark):
            raise InputError(f"{what}, not a document; hand in its text")
    if _HTML.match(opening):
        return "html"
    suffix = PurePath(name).suffix.lower()
    if suffix in _MARKDOWN:
        return "markdown"
    words = opening.replace(b"\x00", b"").decode("utf-8", "replace")
    return "csv" if delimiter(words, least=2 if suffix in _SEPARATED else 3, cut=len(content) > _OPENING) else "text"


def _container(content: bytes) -> str:
    """Which of the formats that are a ZIP archive within."""
    import zipfile  # text, the usual case, does not pay for it

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = frozenset(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                kind = archive.read("mimetype")
                if b"opendocument.spreadsheet" in kind:
                    return "xlsx"
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise InputError(f"an Office file or an archive that is damaged: {str(error)[:80]}") from None
    for member, form in _MEMBERS:
        if member in names:
            return form
    raise InputError("an archive, not a document; unpack it and name the files in it")


def _compound(content: bytes) -> str:
    """Which of the formats that are a compound file within; an encrypted Office file is one as well."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise InputError("encrypted: save it without a password")
    if "WordDocument".encode("utf-16-le") in content:
        raise InputError("a Word file of before 2007; save it as .docx")
    return "xlsx"  # Excel's old format, which the same reader reads; it says so if it is none


def delimiter(words: str, least: int = 2, cut: bool = False) -> str:
    """What separates the cells of each line, if the text is a table of such lines: at least so many, of one width.

    >>> delimiter("a;b\\n1;2\\n3;4\\n"), delimiter("Sales rose, costs fell.\\nExports, too, fell.\\n")
    (';', '')
    """
    lines = [line for line in words.splitlines() if line.strip()][: _MOST_LINES + 1]
    lines = lines[:-1] if cut or len(lines) > _MOST_LINES else lines  # the last may be half a line
    for _ in range(_MOST_TITLES):  # a title has no cells
        if len(lines) > least and not any(mark in lines[0] for mark in _DELIMITERS):
            lines = lines[1:]
    if len(lines) < least:
        return ""
    best = max(_DELIMITERS, key=lambda mark: _regular(lines, mark))
    return best if _regular(lines, best) else ""


def _regular(lines: Sequence[str], mark: str) -> float:
    """How regularly a mark cuts lines into short cells; 0 where it is only punctuation."""
    counts = [_marks(line, mark) for line in lines]
    usual = max(set(counts), key=counts.count)
    if usual == 0 or counts.count(usual) < 0.8 * len(counts):
        return 0
    cells = [cell for line in lines for cell in line.split(mark)]
    spaced = sum(1 for cell in cells[1:] if cell.startswith(" ")) if mark == "," else 0
    words = sum(1 for cell in cells if len(cell.split()) > 6 or cell.rstrip().endswith((".", "。")))
    figures = sum(1 for cell in cells if any(map(str.isdigit, cell)) and len(cell) < 30)
    if 2 * spaced > len(cells) or 5 * words > len(cells) or (10 * figures < len(cells) and mark != "\t"):
        return 0
    return counts.count(usual) / len(counts) * (1 + min(usual, 20) / 100)


def _marks(line: str, mark: str) -> int:
    """How often the mark stands outside quotation marks."""
    return sum(part.count(mark) for part in line.split('"')[::2])
