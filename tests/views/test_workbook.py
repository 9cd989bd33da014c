"""The tie-out workbook: its formulas are reckoned again here, as a sheet would, from the printed figures."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from crossfoot import Source, check
from crossfoot.doors.cli import main
from crossfoot.views import workbook
from pdfmaker import Pdf

_NAME = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TOKEN = re.compile(r'(Figures!)?([A-L])(\d+)|"[^"]*"|TRUE|IF|AND|MAX|ABS|[0-9.]+(?:e-?\d+)?|<=|[-+*/(),]')


class Book:
    """What a workbook holds, and what its formulas come to."""

    def __init__(self, content: bytes) -> None:
        file = zipfile.ZipFile(BytesIO(content))
        strings = ElementTree.fromstring(file.read("xl/sharedStrings.xml"))  # noqa: S314 - our own
        self.strings = ["".join(t.text or "" for t in item.iter(f"{_NAME}t")) for item in strings]
        self.claims, self.figures, self.findings = (
            self._cells(file.read(f"xl/worksheets/sheet{n}.xml")) for n in (1, 2, 3)
        )
        self.links = file.read("xl/worksheets/sheet1.xml").decode()

    def _cells(self, content: bytes) -> dict[str, tuple[str | None, str]]:
        """By place: the formula, and the value that is stored."""
        found = {}
        for cell in ElementTree.fromstring(content).iter(f"{_NAME}c"):  # noqa: S314
            formula, value = cell.find(f"{_NAME}f"), cell.find(f"{_NAME}v")
            words = "" if value is None or value.text is None else value.text
            words = self.strings[int(words)] if cell.get("t") == "s" else words
            found[cell.get("r", "")] = (None if formula is None else formula.text, words)
        return found

    def rows(self) -> list[int]:
        return sorted({int(place[1:]) for place in self.claims if place[1:] != "1"})

    def reckoned(self, place: str, sheet: str = "") -> float | str:
        formula, stored = (self.figures if sheet else self.claims)[place]
        if formula is None:
            return float(stored) if re.fullmatch(r"-?[0-9.]+(e-?\d+)?", stored, re.IGNORECASE) else stored
        made = []
        for found in _TOKEN.finditer(formula):
            word = found.group()
            if found[2]:
                made.append(repr(self.reckoned(found[2] + found[3], found[1] or "")))
            else:
                made.append({"IF": "_if", "AND": "_and", "MAX": "max", "ABS": "abs", "TRUE": "True"}.get(word, word))
        assert "".join(found.group() for found in _TOKEN.finditer(formula)) == formula
        known = {"_if": lambda test, yes, no: yes if test else no, "_and": lambda *all_: all(all_)}
        return eval("".join(made), {"__builtins__": {"max": max, "abs": abs}}, known)  # type: ignore[no-any-return]  # noqa: S307


def book(text: str, **more: object) -> Book:
    return Book(workbook.show(check(Source("note.txt", text, **more)), "note.txt"))  # type: ignore[arg-type]


def stands(made: Book) -> dict[str, tuple[float | str, float | str, float | str, str]]:
    """By kind of claim: what is stated, what it comes to, whether it ties now, and what crossfoot says."""
    cell = made.claims
    return {
        cell[f"C{n}"][1]: (
            made.reckoned(f"E{n}") if f"E{n}" in cell else "",
            made.reckoned(f"F{n}"),
            made.reckoned(f"J{n}") if f"J{n}" in cell else "",
            cell[f"K{n}"][1],
        )
        for n in made.rows()
    }


TEXT = (
    "Pelham Tiles sold 5,448 pallets in April, up 12% from 4,864 a year earlier, comprising 3,100 at home and 2,348 "
    "abroad."
)


def test_each_claim_stands_beside_its_formula() -> None:
    found = stands(book(TEXT))
    assert found["growth"] == (5448, pytest.approx(4864 * 1.12), "ties", "ties")
    assert found["sum"] == (5448, 3100 + 2348, "ties", "ties")


def test_a_changed_figure_is_seen_at_once() -> None:
    made = book(TEXT)
    place = next(place for place, (_, value) in made.figures.items() if value == "3100")
    made.figures[place] = (None, "3200")
    assert stands(made)["sum"][:3] == (5448, 5548, "does not tie")
    assert stands(made)["growth"][2] == "ties"


def test_what_does_not_tie() -> None:
    made = book(TEXT.replace("3,100", "3,010"))
    assert stands(made)["sum"] == (5448, 5358, "does not tie", "does not tie")
    assert made.findings["B2"][1] == "XF101 sum-mismatch"
    assert made.findings["F2"][1]


def test_what_nobody_prints_is_reckoned_and_not_compared() -> None:
    found = stands(
        book(
            "Tarrow Motors sold 84,212 cars in April 2024, up 15% from a year earlier. Domestic sales grew "
            "12% to 71,905 cars and exports grew 37% to 12,307 cars."
        )
    )
    assert found["growth"][0] == ""
    assert found["growth"][1] == pytest.approx(12307 / 1.37)


def test_stored_values_are_what_the_formulas_come_to() -> None:
    made = book(TEXT)
    for place, (formula, stored) in made.claims.items():
        if formula is not None:
            value = made.reckoned(place)
            assert stored == value if isinstance(value, str) else float(stored) == pytest.approx(value)


def test_a_table_and_links_to_the_pages_of_a_pdf() -> None:
    pdf = Pdf()
    pdf.table(72, 80, [["", "2024", "2023"], ["Coast", "4,101", "3,980"], ["Inland", "3,377", "3,250"],
                       ["Total", "7,478", "7,230"]], [120, 80, 80], ruled=True)  # fmt: skip
    report = check(Source("sales.pdf", pdf.bytes(), None))
    made = Book(workbook.show(report, "sales.pdf"))
    assert [made.reckoned(f"J{n}") for n in made.rows()] == ["ties", "ties"]
    assert made.claims["F2"][0] == "Figures!D3+Figures!D4"
    assert 'location="page=1"' in made.links


def test_words_are_never_formulas() -> None:
    made = book("=1+1 said Corran Foods: sales of 9,000 crates comprise 6,000 at home and 3,000 abroad.")
    assert all(formula is None for formula, _ in made.figures.values())
    assert stands(made)["sum"][2] == "ties"


def test_same_bytes_again() -> None:
    report = check(Source("note.txt", TEXT))
    assert workbook.show(report, "note.txt") == workbook.show(report, "note.txt")


def test_by_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note.txt").write_text(TEXT)
    result = CliRunner().invoke(main, ["check", "note.txt", "--output-format", "xlsx", "-o", "tie.xlsx"])
    assert result.exit_code == 0
    assert stands(Book(Path("tie.xlsx").read_bytes()))["sum"][2] == "ties"
