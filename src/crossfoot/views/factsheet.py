"""Facts come in; a table for people or CSV for spreadsheets goes out: one row a fact, the same columns for every type.

Columns: document, type, subject (whose fact it is), what (metric, relation, kind ...), value, unit, period, more (the
other fields), words (what it rests on) and its offsets.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from crossfoot import model
from crossfoot.views import facts as facts_view
from crossfoot.views.places import width

COLUMNS = ("document", "type", "subject", "what", "value", "unit", "period", "more", "words", "start", "end")
# Where each type keeps what the columns show; the first field that is filled counts.
_SUBJECT = ("entity", "subject", "issuer", "authority", "actor", "before", "part", "agent")
_WHAT = ("metric", "relation", "attribute", "action", "kind", "instrument", "class", "whole")
_VALUE = ("value", "amount", "rank", "object", "after", "activity", "limit_after")
_UNIT = ("unit", "currency")
_PERIOD = ("period", "date", "effective", "tenor")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that starts with one of these

Row = dict[str, str]


def rows(report: model.Report, name: str) -> Iterator[Row]:
    text = report.document.text
    for fact, (kind, made, _) in facts_view.stated(report):
        fields = {key: said(value) for key, value in made.items()}
        row = {"document": name, "type": kind}
        used = set[str]()
        for column, keys in zip(COLUMNS[2:7], (_SUBJECT, _WHAT, _VALUE, _UNIT, _PERIOD), strict=True):
            key = next((key for key in keys if key in fields), "")
            row[column] = fields.get(key, "")
            used.add(key)
        row["more"] = "; ".join(
            f"{key}: {value}" for key, value in fields.items() if key not in used and value != "exact"
        )
        row["words"] = " ... ".join(" ".join(text[span.start : span.end].split()) for span in fact.spans)
        row["start"], row["end"] = str(fact.spans[0].start), str(fact.spans[-1].end)
        yield row


def said(value: Any) -> str:
    return bytes(value).decode() if isinstance(value, msgspec.Raw) else str(value)


def as_csv(made: Iterable[Mapping[str, str]], head: bool = True) -> str:
    """Cells that a spreadsheet would take for a formula are quoted; a negative number is none."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    if head:
        writer.writeheader()
    for row in made:
        writer.writerow({key: _safe(value) for key, value in row.items()})
    return out.getvalue()


def _safe(value: str) -> str:
    number = value[1:].replace(".", "", 1).isdecimal() and value[:1] == "-"
    return f"'{value}" if value.startswith(_FORMULA) and not number else value


def as_table(made: Iterable[Mapping[str, str]], columns: int) -> str:
    """Grouped by type, in lines no wider than the terminal."""
    by_type = dict[str, list[Mapping[str, str]]]()
    for row in made:
        by_type.setdefault(row["type"], []).append(row)
    out = list[str]()
    for kind, group in by_type.items():
        out.append(f"{kind} ({len(group)})")
        for row in group:
            figure = " ".join(part for part in (row["value"], row["unit"]) if part)
            parts = [row["subject"], row["what"], figure, row["period"], row["more"]]
            out += _line("  ".join(part for part in parts if part), columns)
    return "\n".join([*out, ""])


def _line(words: str, columns: int) -> list[str]:
    """One fact, on two lines at most; what does not fit is in the other forms."""
    lines, room = [""], columns - 4
    for word in words.split(" "):
        if width(lines[-1]) + width(word) + 1 > room and lines[-1]:
            if len(lines) == 2:
                return [f"  {lines[0]}", f"    {lines[1]} ..."]
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return [f"  {lines[0]}", *(f"    {line}" for line in lines[1:])]
