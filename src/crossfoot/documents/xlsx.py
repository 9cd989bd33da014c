"""A workbook comes in (XLSX, XLSM, XLSB, XLS, ODS); its layout goes out: a heading and the tables of each sheet.

Values come from calamine. What it does not give (number formats, hidden rows, indents, rules, formulas) is read from
the XML of XLSX files beside it; the older and rarer formats go without.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Sequence

import msgspec

from crossfoot.documents.archive import Archive
from crossfoot.documents.blocks import Gap, Layout, Piece, Tell, Where, silent
from crossfoot.documents.csv import address
from crossfoot.documents.numfmt import BUILT_IN, shown
from crossfoot.documents.sheets import Region, regions
from crossfoot.documents.tables import lay
from crossfoot.documents.words import is_caption
from crossfoot.errors import InputError
from crossfoot.late import late
from crossfoot.lexicon.told import chinese, english, say
from crossfoot.model import Look

MOST_CELLS = 2_000_000  # of one sheet down to its last value, empty ones between others included
_MOST_DENSE = 8_000_000  # that calamine lays out, the ones behind the last value as well
_ADDRESS = late(r"([A-Z]{1,3})([0-9]{1,7})$")
_PLAIN = Look()
_REACH = 5  # lines above a table that may speak of its cells


class Style(msgspec.Struct, frozen=True, gc=False):
    code: str = ""
    bold: bool = False
    indent: int = 0
    top: bool = False
    bottom: bool = False


_UNSTYLED = Style()


class Marks(msgspec.Struct, gc=False):
    """What the XML of a sheet says besides the values."""

    styles: dict[tuple[int, int], Style]
    formulas: dict[tuple[int, int], str]
    hidden_rows: set[int]
    hidden_columns: set[int]
    last: tuple[int, int] = (0, 0)


_UNMARKED = Marks({}, {}, set(), set())


class Grid(msgspec.Struct, gc=False):
    """A sheet as it is seen; row and column 0 are the first of the sheet."""

    name: str
    rows: list[list[str]]
    looks: list[list[Look | None]]


def prepare() -> None:
    """What must be imported while files may still be opened."""
    import python_calamine  # noqa: F401


def layout(content: bytes, tell: Tell = silent) -> Layout:
    """The sheets of a workbook in order. A sheet that cannot be read is left out and told."""
    import python_calamine as calamine

    archive = Archive(content) if content.startswith(b"PK") else None
    marks = _marked(archive) if archive is not None and "xl/workbook.xml" in archive.names else {}
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except calamine.PasswordError:
        raise InputError("encrypted: save it without a password") from None
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise InputError(f"no workbook that can be read: {str(error)[:120]}") from None
    writer = Writer()
    for known in book.sheets_metadata:
        if known.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        beside = marks.get(known.name, "")
        try:
            if isinstance(beside, str) and beside:
                raise InputError(beside)
            sheet = book.get_sheet_by_name(known.name)
            end = sheet.end or (0, 0)
            last = beside.last if isinstance(beside, Marks) else end
            _bounded(last, MOST_CELLS)
            _bounded(end, _MOST_DENSE)
            merged = sheet.merged_cell_ranges or []
            rows = sheet.to_python(skip_empty_area=False, nrows=last[0] + 1)
        except (InputError, calamine.CalamineError, OSError, ValueError) as error:
            why = error.args[0] if isinstance(error, InputError) else str(error)[:160]
            writer.gap(say("sheet_unread", repr(known.name)[1:-1], why))
            continue
        hidden = known.visible != calamine.SheetVisibleEnum.Visible
        writer.sheet(_grid(known.name, rows, beside if isinstance(beside, Marks) else None, merged, hidden))
    return writer.layout()


def _bounded(end: tuple[int, int], most: int) -> None:
    if (end[0] + 1) * (end[1] + 1) > most:
        raise InputError(say("sheet_full", f"{end[0] + 1:,}", f"{end[1] + 1:,}", f"{most:,}"))


def _grid(
    name: str,
    rows: Sequence[Sequence[object]],
    marks: Marks | None,
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    hidden: bool,
) -> Grid:
    styles = marks.styles if marks else {}
    written = [
        [shown(value, styles.get((r, c), _UNSTYLED).code) if value != "" else "" for c, value in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    spans = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in merged}
    covered = {
        (r, c)
        for (top, left), (high, wide) in spans.items()
        for r in range(top, min(top + high, len(written)))
        for c in range(left, min(left + wide, len(written[r])))
        if (r, c) != (top, left)
    }
    looks: list[list[Look | None]] = []
    for r, row in enumerate(written):
        looks.append([])
        for c in range(len(row)):
            span = spans.get((r, c), (1, 1))
            looks[-1].append(None if (r, c) in covered else _look(marks or _UNMARKED, r, c, span, hidden))
        for c in [c for c in range(len(row)) if looks[-1][c] is None]:
            row[c] = ""
    return Grid(name, written, looks)


def _look(marks: Marks, row: int, column: int, span: tuple[int, int], hidden: bool) -> Look:
    style = marks.styles.get((row, column), _UNSTYLED)
    ruled = style.top or marks.styles.get((row - 1, column), _UNSTYLED).bottom
    unseen = hidden or row in marks.hidden_rows or column in marks.hidden_columns
    formula = marks.formulas.get((row, column))
    if style is _UNSTYLED and span == (1, 1) and not (ruled or unseen or formula):
        return _PLAIN
    return Look(*span, style.indent, style.bold, ruled, unseen, formula)


class Writer:
    """Writes sheets one after the other: a heading, lines as paragraphs, tables with a tab between cells."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.places: list[Where] = []
        self.gaps: list[Gap] = []
        self.at = self.tables = 0

    def gap(self, message: str) -> None:
        self.gaps.append(Gap(self.at, "XF001", english(message), chinese(message)))

    def sheet(self, grid: Grid) -> None:
        found = regions(grid.rows)
        if not found:
            return
        self.line(grid.name, Piece("heading", 0, 0, level=2), Where(0, 0, sheet=grid.name))
        before: list[str] = []
        for region in found:
            if region.alone:
                words = " ".join(grid.rows[region.top][region.left].split())
                kind = "caption" if is_caption(words) else "paragraph"
                where = Where(0, 0, sheet=grid.name, cell=address(region.top, region.left))
                self.line(words, Piece(kind, 0, 0), where)  # type: ignore[arg-type]
                before.append(words)
            else:
                self.table(grid, region, "\n".join(before[-_REACH:]))
                before.clear()

    def line(self, words: str, piece: Piece, where: Where) -> None:
        start, end = self.at, self.at + len(words)
        self.pieces.append(msgspec.structs.replace(piece, start=start, end=end))
        self.places.append(msgspec.structs.replace(where, start=start, end=end))
        self.write(words + "\n\n")

    def table(self, grid: Grid, region: Region, before: str) -> None:
        numbers = [r for r in range(region.top, region.bottom) if any(grid.rows[r][region.left : region.right])]
        rows = [grid.rows[r][region.left : region.right] for r in numbers]
        looks = [grid.looks[r][region.left : region.right] for r in numbers]
        written, table = lay(rows, self.tables, self.at, before, looks)
        if table is not None:
            self.tables += 1
            self.pieces.append(table)
            for row, r in zip(table.inside, numbers, strict=True):
                for piece in row.inside:
                    name = address(r, region.left + piece.cell.col) if piece.cell is not None else None
                    self.places.append(Where(piece.start, piece.end, sheet=grid.name, cell=name))
        self.write(written + "\n")

    def write(self, words: str) -> None:
        self.parts.append(words)
        self.at += len(words)

    def layout(self) -> Layout:
        text = "".join(self.parts)
        return Layout(text, tuple(self.pieces), False, None, tuple(self.places), tuple(self.gaps))


def _marked(archive: Archive) -> dict[str, Marks | str]:
    """By the name of the sheet: what its XML says besides the values, or why it must not be read."""
    styles = _styles(archive) if "xl/styles.xml" in archive.names else []
    marks: dict[str, Marks | str] = {}
    for name, part in _parts(archive).items():
        if part not in archive.names:
            continue
        try:
            marks[name] = _sheet(archive, part, styles)
        except InputError as error:
            marks[name] = error.args[0]
    return marks


def _parts(archive: Archive) -> dict[str, str]:
    """Which part of the archive holds each sheet."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheet(tag: str, known: dict[str, str]) -> None:
        if tag == "sheet":
            ids[known.get("name", "")] = next((v for k, v in known.items() if k.rpartition(":")[2] == "id"), "")

    def target(tag: str, known: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[known.get("Id", "")] = known.get("Target", "")

    archive.parse("xl/workbook.xml", sheet)
    if "xl/_rels/workbook.xml.rels" in archive.names:
        archive.parse("xl/_rels/workbook.xml.rels", target)
    return {
        name: posixpath.normpath(posixpath.join("xl", targets.get(id_, ""))).lstrip("/")
        if not targets.get(id_, "").startswith("/")
        else targets[id_].lstrip("/")
        for name, id_ in ids.items()
    }


def _styles(archive: Archive) -> list[Style]:
    codes: dict[str, str] = {}
    bold: list[bool] = []
    borders: list[list[bool]] = []
    made: list[Style] = []
    inside: list[str] = []

    def start(tag: str, known: dict[str, str]) -> None:
        group = inside[-1] if inside else ""
        if tag in ("fonts", "borders", "cellXfs", "cellStyleXfs", "dxfs"):
            inside.append(tag)
        elif tag == "numFmt":
            codes[known.get("numFmtId", "")] = known.get("formatCode", "")
        elif tag == "font" and group == "fonts":
            bold.append(False)
        elif tag == "b" and group == "fonts" and bold:
            bold[-1] = known.get("val", "1") not in ("0", "false")
        elif tag == "border" and group == "borders":
            borders.append([False, False])
        elif tag in ("top", "bottom") and group == "borders" and borders:
            borders[-1][tag == "bottom"] = known.get("style", "none") != "none"
        elif tag == "xf" and group == "cellXfs":
            number = known.get("numFmtId", "0")
            code = codes.get(number, BUILT_IN.get(_int(number), ""))
            font, border = _int(known.get("fontId")), _int(known.get("borderId"))
            edges = borders[border] if border < len(borders) else [False, False]
            made.append(Style(code, font < len(bold) and bold[font], 0, edges[0], edges[1]))
        elif tag == "alignment" and group == "cellXfs" and made:
            made[-1] = msgspec.structs.replace(made[-1], indent=_int(known.get("indent")))

    def end(tag: str) -> None:
        if inside and inside[-1] == tag:
            inside.pop()

    archive.parse("xl/styles.xml", start, end)
    return made


def _sheet(archive: Archive, part: str, styles: Sequence[Style]) -> Marks:
    marks = Marks({}, {}, set(), set())
    here = (0, -1)
    words: list[str] | None = None

    def start(tag: str, known: dict[str, str]) -> None:
        nonlocal here, words
        if tag == "c":
            found = _ADDRESS.match(known.get("r", ""))
            here = (int(found[2]) - 1, _column(found[1])) if found else (here[0], here[1] + 1)
            number = _int(known.get("s"))
            if 0 < number < len(styles):
                marks.styles[here] = styles[number]
        elif tag == "row":
            row = _int(known.get("r"), here[0] + 2) - 1
            here = (row, -1)
            if known.get("hidden") in ("1", "true"):
                marks.hidden_rows.add(row)
        elif tag == "col" and known.get("hidden") in ("1", "true"):
            marks.hidden_columns |= set(range(_int(known.get("min"), 1) - 1, min(_int(known.get("max"), 1), 16384)))
        elif tag in ("v", "is"):
            marks.last = (max(marks.last[0], here[0]), max(marks.last[1], here[1]))
        elif tag == "f":
            words = []

    def end(tag: str) -> None:
        nonlocal words
        if tag == "f" and words is not None:
            if formula := "".join(words).strip():
                marks.formulas[here] = formula[:1000]
            words = None
        elif tag == "sheetData":
            _bounded(marks.last, MOST_CELLS)

    def said(characters: str) -> None:
        if words is not None:
            words.append(characters)

    archive.parse(part, start, end, said)
    return marks


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _int(words: str | None, default: int = 0) -> int:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 10 else default
