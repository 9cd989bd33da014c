"""The cells of tables come in; out goes the figure that each holds: in accounting style, in the unit of its table.

A cell is read whole or not at all. Brackets and a minus sign are below zero; "(1)" behind a number is a note mark; a
bare year is a year where the table groups its thousands. A dash holds nothing: what it stands for depends on the sum.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from crossfoot.lexicon import units
from crossfoot.lexicon.tables import Said, says, table_words
from crossfoot.mentions.view import View
from crossfoot.model import Block, Document, Mention, Quantity, QuantityKind, Span

_SIGN = r"(?P<currency>(?:US|HK|CAD|AUD|NT|RMB|[A-Z])?[$€£¥₹]|RMB|CNY|USD|EUR|HKD|GBP|JPY)"
_NUMBER = r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,8})?|[0-9]{1,18}(?:\.[0-9]{1,8})?|\.[0-9]{1,8})"
_NOTE = r"(?: ?[(\[](?:[0-9]{1,2}|[a-z])[)\]],?){0,3} ?[*†‡#⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3}"
_FIGURE = re.compile(
    rf"(?P<open>\()? ?(?P<minus>[-+] ?)?{_SIGN}? {{0,6}}(?P<inner>\( ?)?(?P<less>[-+] ?)?{_NUMBER}"
    rf" ?(?P<percent>%)?(?: ?\( ?[0-9.,]{{1,24}} ?%? ?\)(?=$))? ?(?P<close>\))? ?(?P<after>%)?\)?{_NOTE}$"
)
_MARK = re.compile(r"[(\[](?:[0-9]{1,2}|[a-z])[)\]]$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
_GROUPED = re.compile(r"[0-9],[0-9]{3}(?![0-9])")
MOST_LONG = 60  # characters; nothing longer is a figure
MOST_SCALED = 10**7  # a count that is larger stands in single units, whatever the caption says of the money


class Table:
    """The cells of one table by row and column, with their words as the view has them."""

    def __init__(self) -> None:
        self.words: dict[tuple[int, int], str] = {}
        self.blocks: dict[tuple[int, int], int] = {}
        self.columns: dict[int, list[str]] = defaultdict(list)

    def add(self, index: int, block: Block, words: str) -> None:
        if block.cell is None:
            return
        at = block.cell.row, block.cell.col
        self.words[at], self.blocks[at] = words, index
        if words:
            self.columns[block.cell.col].append(words)


def figures(document: Document, view: View) -> dict[int, Mention]:
    """The figure of each cell that is one, by the number of its block."""
    tables: dict[int, Table] = defaultdict(Table)
    for index, block in enumerate(document.blocks):
        if block.cell is not None:
            words = view.text[view.at(block.span.start) : view.at(block.span.end)].strip()
            tables[block.cell.table].add(index, block, words if len(words) <= MOST_LONG else "…")
    return {index: mention for table in tables.values() for index, mention in _of_table(document, view, table)}


def _of_table(document: Document, view: View, table: Table) -> Iterator[tuple[int, Mention]]:
    grouped = any(_GROUPED.search(words) for words in table.words.values())
    marks = {c for c, said in table.columns.items() if all(_MARK.match(words) for words in said)}
    rates = {c for c, said in table.columns.items() if _in_percent(said)}
    for (row, column), words in table.words.items():
        found = _FIGURE.match(words) if column and column not in marks else None
        if (
            found is None
            or Said.of(_heads(document, table, row, column)).note
            or (_YEAR.match(words) and (grouped or not _among_figures(table, row, column)))
        ):
            continue
        index = table.blocks[row, column]
        block = document.blocks[index]
        start = view.at(block.span.start)
        start += len(view.text[start : view.at(block.span.end)]) - len(
            view.text[start : view.at(block.span.end)].lstrip()
        )
        percent = column in rates or table.words.get((row, column + 1)) in ("%", ")%", "%)")
        quantity = _quantity(view, found, start, block, percent)
        yield index, Mention(Span(document.id, *view.span(start, start + found.end())), "quantity", quantity, "cell")


def _heads(document: Document, table: Table, row: int, column: int) -> tuple[str, ...]:
    cell = document.blocks[table.blocks[row, column]].cell
    return cell.heads if cell is not None else ()


def _among_figures(table: Table, row: int, column: int) -> bool:
    """Is a number that looks like a year one of a column of amounts?"""
    along = [w for (r, c), w in table.words.items() if r == row and c and _FIGURE.match(w)]
    if len(along) > 1 and all(map(_YEAR.match, along)):
        return False  # a row of heads
    down = [w for (r, c), w in table.words.items() if c == column and r != row and _FIGURE.match(w)]
    return any(not _YEAR.match(words) for words in down)


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
    return signed == len(figures_) or ("%" in figures_[0] and sure)


def _quantity(view: View, found: re.Match[str], start: int, block: Block, percent: bool) -> Quantity:
    cell = block.cell
    assert cell is not None  # noqa: S101 - only cells are read here
    bare = found["number"]
    value = Fraction(bare.replace(",", "").lstrip(".") if not bare.startswith(".") else "0" + bare)
    step = Fraction(1, 10 ** len(bare.partition(".")[2]))
    below = found["open"] or found["inner"] or any((found[name] or "").startswith("-") for name in ("minus", "less"))
    said = Said.of(cell.heads)
    unit, kind, currency, scale, per = "", "number", None, 1, None
    sign = found["currency"]
    if percent or found["percent"] or found["after"]:
        unit, kind = "percent", "percent"
    elif said.count and not sign:
        # "In millions" is said of money; of shares as well, but not of people or days.
        single = value >= MOST_SCALED or (said.count != "share" and cell.unit is not None)
        unit, kind, scale = said.count, "count", 1 if single else cell.scale
    else:
        row = units.forms("before").get(sign or "")
        currency = (row.currency if row is not None else None) or cell.unit
        if sign == "$" and cell.unit is not None:
            currency = cell.unit
        per, scale = said.per, 1 if said.per or said.plain else cell.scale
        if currency and not said.plain:
            unit, kind = currency, "money"
    if said.plain and not sign and kind != "percent":
        currency, unit, kind = None, "", "number"
    digits = view.span(start + found.start("number"), start + found.end("number"))
    value, step = value * scale, step * scale
    return Quantity(
        low=-value if below else value, high=-value if below else value, step=step, unit=unit, kind=_kind(kind),
        currency=currency if kind == "money" else None, per=per, digits=digits, scale=scale,
        folds=view.folds(start, start + found.end()),
    )  # fmt: skip


def _kind(kind: str) -> QuantityKind:
    return kind  # type: ignore[return-value]
