"""Facts as an Arrow stream: the same columns and rows as in CSV, read by another library, and nothing is left held."""

from __future__ import annotations

import csv
import gc
import io

import nanoarrow
import pytest

from crossfoot import Report, Source, Table, check
from crossfoot.views import arrow, factsheet

TEXTS = (
    "Pelham Tiles sold 5,448 pallets in April 2024, up 12% from 4,864 a year earlier.",
    "塔罗汽车4月销量84212辆。😀",
    "",
)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [check(Source(f"note {number}", text)) for number, text in enumerate(TEXTS)]


def test_columns_and_rows_are_those_of_csv(reports: list[Report]) -> None:
    stream = nanoarrow.ArrayStream(Table(reports))
    names = [field.name for field in stream.schema.fields]
    known = [tuple(row.values()) for row in stream.read_all().to_pylist()]
    made = [row for report in reports for row in factsheet.rows(report, report.document.source)]
    again = list(csv.reader(io.StringIO(factsheet.as_csv(made))))
    assert names == again[0]
    assert [[str(value) for value in row] for row in known] == again[1:]
    assert len(known) == len(Table(reports)) > 3


def test_one_report_is_to_be_a_list_of_one(reports: list[Report]) -> None:
    with pytest.raises(TypeError, match=r"write Table\(\[report\]\)"):
        Table(reports[0])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"write against=\[source\]"):
        check(Source("a", "Sales rose."), against=Source("b", "Sales rose."))  # type: ignore[arg-type]


def test_no_facts_are_a_table_too() -> None:
    assert nanoarrow.ArrayStream(Table([])).read_all().to_pylist() == []


def test_nothing_is_held_once_it_is_released(reports: list[Report]) -> None:
    for _ in range(50):
        nanoarrow.ArrayStream(Table(reports)).read_all()
        Table(reports).__arrow_c_stream__()  # that nobody takes
    gc.collect()
    assert arrow._held == {}
    assert arrow._streams == {}


def test_a_report_shows_itself_in_a_notebook(reports: list[Report]) -> None:
    shown = reports[0]._repr_html_()  # type: ignore[attr-defined]
    assert shown.startswith("<iframe")
    assert shown.count("<") == 2  # all of the page is within the attribute
