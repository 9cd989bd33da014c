"""The cells of tables come in; out goes the figure that each holds: in accounting style, in the unit of its table.

A cell is read whole or not at all. Brackets and a minus sign are below zero; "(1)" behind a number is a note mark; a
bare year is a year where the table groups its thousands. A dash holds nothing: what it stands for depends on the sum.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import units
from crossfoot.lexicon.tables import Said, says, table_words
from crossfoot.mentions.view import View
from crossfoot.model import Block, Cell, Document, Mention, Quantity, QuantityKind, Span

_SIGN = r"(?P<currency>(?:US|HK|CAD|AUD|NT|RMB|[A-Z])?[$€£¥₹]|RMB|CNY|USD|EUR|HKD|GBP|JPY)"
_NUMBER = r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,8})?|[0-9]{1,18}(?:\.[0-9]{1,8})?|\.[0-9]{1,8})"
_NOTE = r"(?: ?[(\[](?:[0-9]{1,2}|[a-z])[)\]],?){0,3} ?[*†‡#⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3}"
# Changes of rates: "1.2pp", "(40) bps", 减少0.3个百分点.
_POINTS = r" ?(?:pp|ppts?|pts?|bps?|个?百分点|个?基点)"
_FALLS = ("减少", "下降", "降低")
_MOVED = "增加|减少|上升|下降|提高|降低|增长"
_FIGURE = late(
    rf"(?P<moved>{_MOVED})?(?P<open>\()? ?(?P<minus>[-+] ?)?{_SIGN}? {{0,6}}(?P<inner>\( ?)?(?P<less>[-+] ?)?{_NUMBER}"
    rf" ?(?P<percent>%)?(?P<points>{_POINTS})?(?: ?\( ?[0-9.,]{{1,24}} ?%? ?\)(?=$))?"
    rf" ?(?P<close>\))? ?(?P<after>%)?(?P<behind>{_POINTS})?\)?{_NOTE}$"
)
_MARK = late(r"[(\[](?:[0-9]{1,2}|[a-z])[)\]]$")
_YEAR = late(r"(?:19|20)[0-9]{2}$")
_GROUPED = late(r"[0-9],[0-9]{3}(?![0-9])")
MOST_LONG = 60  # characters; nothing longer is a figure
MOST_SCALED = 10**7  # a count that is larger stands in single units, whatever the caption says of the money


class Table:
    """The cells of one table by row and column, with their words as the view has them, and what they tell together."""

    def __init__(self) -> None:
        self.words: dict[tuple[int, int], str] = {}
        self.blocks: dict[tuple[int, int], int] = {}
        self.rows: dict[int, list[str]] = defaultdict(list)
        self.columns: dict[int, list[str]] = defaultdict(list)

    def add(self, index: int, block: Block, words: str) -> None:
        if block.cell is None:
            return
        at = block.cell.row, block.cell.col
        self.words[at], self.blocks[at] = words, index
        if words:
            self.columns[at[1]].append(words)
        if words and at[1]:
            self.rows[at[0]].append(words)

    @cached_property
    def grouped(self) -> bool:
        return any(_GROUPED.search(words) for words in self.words.values())

    @cached_property
    def marks(self) -> set[int]:
        """Columns of note marks."""
        return {c for c, said in self.columns.items() if all(_MARK.match(words) for words in said)}

    @cached_property
    def rates(self) -> set[int]:
        return {c for c, said in self.columns.items() if _in_percent(said)}

    @cached_property
    def dated(self) -> set[int]:
        """Rows whose figures all look like years: they are heads."""
        found = {row: [w for w in said if _FIGURE.match(w)] for row, said in self.rows.items()}
        return {row for row, said in found.items() if len(said) > 1 and all(map(_YEAR.match, said))}

    @cached_property
    def amounts(self) -> set[int]:
        """Columns with a figure that looks like no year."""
        return {c for c, said in self.columns.items() if any(_FIGURE.match(w) and not _YEAR.match(w) for w in said)}

    @cached_property
    def signs(self) -> dict[int, str]:
        """The one currency sign of a column that stands at its first figure: those below it are of it too."""
        found = {}
        for column, said in self.columns.items():
            figures_ = [match for words in said if (match := _FIGURE.match(words)) and not _YEAR.match(words)]
            signs = {match["currency"] for match in figures_ if match["currency"]}
            if len(signs) == 1 and figures_[0]["currency"]:
                found[column] = signs.pop()
        return found

    @cached_property
    def sections(self) -> dict[int, str]:
        """Of each row the last line above it that is only words: "EARNINGS PER SHARE:"."""
        found, last = {}, ""
        for row, column in sorted(self.words):
            if column == 0 and self.words[row, 0] and not self.rows.get(row):
                last = self.words[row, 0]
            found[row] = last
        return found


def figures(document: Document, view: View) -> dict[int, Mention]:
    """The figure of each cell that is one, by the number of its block."""
    tables: dict[int, Table] = defaultdict(Table)
    for index, block in enumerate(document.blocks):
        if block.cell is not None:
            words = view.text[view.at(block.span.start) : view.at(block.span.end)].strip()
            tables[block.cell.table].add(index, block, words if len(words) <= MOST_LONG else "…")
    return {index: mention for table in tables.values() for index, mention in _of_table(document, view, table)}


def _of_table(document: Document, view: View, table: Table) -> Iterator[tuple[int, Mention]]:
    for (row, column), words in table.words.items():
        found = _FIGURE.match(words) if column and column not in table.marks else None
        if found is None:
            continue
        year = _YEAR.match(words)
        if year and (table.grouped or row in table.dated or column not in table.amounts):
            continue
        index = table.blocks[row, column]
        block = document.blocks[index]
        cell = block.cell
        if cell is None or Said.of(cell.heads).note:
            continue
        raw = view.text[view.at(block.span.start) : view.at(block.span.end)]
        start = view.at(block.span.start) + len(raw) - len(raw.lstrip())
        percent = (
            column in table.rates
            or "(%)" in table.words.get((row, 0), "")
            or table.words.get((row, column + 1)) in ("%", ")%", "%)")
        )
        around = Around(percent, table.signs.get(column), table.sections.get(row, ""))
        quantity = _quantity(view, found, start, cell, around)
        yield index, Mention(Span(document.id, *view.span(start, start + found.end())), "quantity", quantity, "cell")


def _in_percent(said: list[str]) -> bool:
    """Is a column all in percent, though the sign stands only at its head, or at its first figure?"""
    figures_ = [words for words in said if _FIGURE.match(words) and not _YEAR.match(words)]
    if not figures_ or any("$" in words or "€" in words or "£" in words for words in figures_):
        return False
    heads = " ".join(words for words in said[:4] if not _FIGURE.match(words)).casefold()
    signed = sum("%" in words for words in figures_)
    if not signed:
        return any(form in heads for form in table_words().percent_heads)
    sure = "%" in figures_[-1] or "%" in heads or "percent" in heads or says("change", heads)
    return signed == len(figures_) or ("%" in figures_[0] and sure) or "%" in heads


class Around(NamedTuple):
    """What the cells around one say of it."""

    percent: bool
    sign: str | None  # of the currency of its column
    section: str


def _quantity(view: View, found: re.Match[str], start: int, cell: Cell, around: Around) -> Quantity:
    bare = found["number"]
    value = Fraction(bare.replace(",", "") if not bare.startswith(".") else "0" + bare)
    step = Fraction(1, 10 ** len(bare.partition(".")[2]))
    below = found["open"] or found["inner"] or any((found[name] or "").startswith("-") for name in ("minus", "less"))
    below = below or found["moved"] in _FALLS
    said = Said.of(cell.heads)
    # Under a heading "per share" stand amounts with decimals, and the numbers of shares that they are reckoned with.
    per = said.per or (Said.of((around.section,)).per if step < 1 and not said.count else None)
    unit, kind, currency, scale = "", "number", None, 1
    sign = found["currency"]
    if points := found["points"] or found["behind"]:
        base = points.strip().startswith(("bp", "基", "个基"))
        unit, kind = ("bp", "basis-point") if base else ("pp", "percentage-point")
    elif around.percent or found["percent"] or found["after"]:
        unit, kind = "percent", "percent"
    elif said.count and not sign:
        # "In millions" is said of money; of shares as well, but not of people or days.
        single = value >= MOST_SCALED or (said.count != "share" and cell.unit is not None)
        unit, kind, scale = said.count, "count", 1 if single else cell.scale
    elif not said.plain or sign:
        row = units.forms("before").get(sign or around.sign or "")
        currency = cell.unit or (row.currency if row is not None else None)
        scale = 1 if per or said.plain else cell.scale
        if currency:
            unit, kind = currency, "money"
    per = per if kind in ("money", "number") else None
    digits = view.span(start + found.start("number"), start + found.end("number"))
    value, step = value * scale, step * scale
    return Quantity(
        low=-value if below else value, high=-value if below else value, step=step, unit=unit, kind=_kind(kind),
        currency=currency if kind == "money" else None, per=per, digits=digits, scale=scale,
        folds=view.folds(start, start + found.end()),
    )  # fmt: skip


def _kind(kind: str) -> QuantityKind:
    return kind  # type: ignore[return-value]
