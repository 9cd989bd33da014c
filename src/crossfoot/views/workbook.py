"""A report comes in; a workbook goes out in which every checked number stands beside the formula that recomputes it.

The first sheet has a row for each claim: what is stated, a live formula over the printed figures, how far rounding lets
the two differ, and whether they tie. The second has the printed figures, which a reviewer may change, the third what
does not tie. The one module that knows xlsxwriter, which is an extra.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from io import BytesIO
from typing import Any

import msgspec

from crossfoot.errors import SettingsError
from crossfoot.interval import Interval
from crossfoot.lexicon.findings import rule
from crossfoot.model import Figure, Printed, Report, Span, Statement, Verdict
from crossfoot.ranges import ranges
from crossfoot.relation import Const, Mean, Product, Quotient, Relation, Sum, Term, Var
from crossfoot.views.json import is_finding, severity
from crossfoot.views.places import Lines, at, named
from crossfoot.views.terminal import tick

MOST_LINKS = 60_000  # of one sheet; Excel opens no more than 65,530
MOST_FORMULA = 8_000  # characters; Excel reads 8,192
TINY = Fraction(1, 10**9)  # relative: what binary numbers may be off
CLAIMS, FIGURES, FINDINGS = "Tie-out", "Figures", "Exceptions"
_HEADS = {
    CLAIMS: (
        "Tick", "Where", "Claim", "As printed", "Stated", "Recomputed", "Difference", "May be over", "May be under",
        "Now", "crossfoot says", "Arithmetic",
    ),
    FIGURES: ("No.", "Where", "As printed", "Value", "Unit", "What it is"),
    FINDINGS: ("Severity", "Code", "Where", "As printed", "Finding", "Likely", "How sure"),
}  # fmt: skip
_WIDTHS = {CLAIMS: (5, 16, 11, 16, 16, 16, 13, 12, 12, 13, 14, 60), FIGURES: (6, 16, 18, 18, 12, 60),
           FINDINGS: (9, 22, 16, 16, 80, 16, 12)}  # fmt: skip
_SAYS = {"holds": "ties", "holds_rounded": "ties, rounded", "query": "asks", "contradicted": "does not tie"}


class Row(msgspec.Struct, frozen=True):
    """One claim, ready to be written: `stated` and `made` are terms over printed figures."""

    verdict: Verdict
    stated: Term | None  # None: nobody prints what follows
    made: Term
    op: str  # ==, <=, <
    over: Fraction | None = None  # by how much what is stated may exceed what is made; None: by any amount
    under: Fraction | None = None


def show(report: Report, name: str) -> bytes:
    """The workbook; its links lead to the file of that name."""
    try:
        import xlsxwriter
    except ImportError:
        raise SettingsError("a workbook needs the extra xlsx: pip install 'crossfoot[xlsx]'") from None
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    published = report.document.published or dt.date(2000, 1, 1)  # no clock: the same report, the same bytes
    book.set_properties({"title": f"Tie-out of {name}", "created": dt.datetime(published.year, 1, 1)})
    book.set_calc_mode("auto")
    writer = _Writer(book, report, name)
    writer.claims(list(rows(report)))
    writer.figures()
    writer.findings()
    book.close()
    return out.getvalue()


# ------------------------------------------------------------------------------------------------------- what is told


def rows(report: Report) -> Iterator[Row]:
    """The claims that a formula can tell, in reading order."""
    printed = _printed(report)
    claims: dict[tuple[str, tuple[Span, ...]], Statement] = {}
    for statement in report.statements:
        claims.setdefault((statement.kind, statement.spans[:12]), statement)
    for verdict in report.verdicts:
        if verdict.code is not None or verdict.outcome not in _SAYS:
            continue
        claim = claims.get((verdict.kind, verdict.spans))
        if claim is not None and claim.readings:
            found = [_row(verdict, reading.relation, printed) for reading in claim.readings]
            best = next((r for r in found if r is not None and _holds(r, printed)), next(filter(None, found), None))
            if best is not None:
                yield best
        elif verdict.kind == "equal" and len(verdict.spans) > 1:
            yield from _repeats(verdict, printed)


def _printed(report: Report) -> dict[Figure, list[Printed]]:
    found: dict[Figure, dict[Span, Printed]] = {}
    for fact in report.facts:
        for each in fact.printed:
            found.setdefault(each.figure, {}).setdefault(each.span, each)
    return {figure: list(places.values()) for figure, places in found.items()}


def _row(verdict: Verdict, relation: Relation, printed: Mapping[Figure, list[Printed]]) -> Row | None:
    unsaid = [key for key in dict.fromkeys(relation.keys) if key not in printed]
    first = [key for key in relation.keys if any(p.span == verdict.spans[0] for p in printed.get(key, ()))]
    if len(unsaid) > 1:
        return None
    if relation.op != "==":
        row = None if unsaid else Row(verdict, relation.left, relation.right, relation.op)
    else:
        result = (unsaid or first or list(relation.keys))[0]
        made = isolated(relation, result)
        if made is None or _valued(made, printed) is None:  # in an average, or it would divide by zero
            row = None if unsaid else Row(verdict, relation.left, relation.right, "==")
        else:
            row = Row(verdict, None if unsaid else Var(result), made, "==")
    return None if row is None or not _told(row) else _allowed(row, printed)


def _told(row: Row) -> bool:
    """Can a sheet reckon it: no range stands in it for a number."""
    return all(term is None or _plain(term) for term in (row.stated, row.made))


def _plain(term: Term) -> bool:
    if isinstance(term, Const):
        return term.range.exact is not None
    return all(_plain(part) for part in _within(term))


def _within(term: Term) -> Sequence[Term]:
    if isinstance(term, Sum):
        return [part for _, part in term.parts]
    if isinstance(term, Product | Quotient):
        return [term.left, term.right]
    return [*term.values, *term.weights] if isinstance(term, Mean) else []


def isolated(relation: Relation, key: Any) -> Term | None:
    """What an equation says that a figure is; None where it stands in it twice, or in an average.

    >>> from crossfoot.relation import var
    >>> isolated(var("now") * 100 == var("before") * (var("rate") + 100), "now")
    1/100 × (before × (rate + 100))
    """
    if (
        list(relation.keys).count(key) > 1
        or sum(side.keys().count(key) for side in (relation.left, relation.right)) > 1
    ):
        return None
    side, other = relation.left, relation.right
    if key not in side.keys():  # noqa: SIM118 - no mapping
        side, other = other, side
    while not isinstance(side, Var):
        if isinstance(side, Sum):
            factor, own = next((f, term) for f, term in side.parts if key in term.keys())  # noqa: SIM118
            rest = [(-f, term) for f, term in side.parts if term is not own]
            if not factor:
                return None
            left = Sum((1, other), *rest) if rest else other
            side, other = own, left if factor == 1 else left * (1 / Fraction(factor))
        elif isinstance(side, Product):
            inside = key in side.left.keys()  # noqa: SIM118
            side, other = (side.left, other / side.right) if inside else (side.right, other / side.left)
        elif isinstance(side, Quotient):
            inside = key in side.left.keys()  # noqa: SIM118
            side, other = (side.left, other * side.right) if inside else (side.right, side.left / other)
        else:
            return None
    return other


def _repeats(verdict: Verdict, printed: Mapping[Figure, list[Printed]]) -> Iterator[Row]:
    """One figure, printed again: what stands first recomputes what stands later."""
    for places in printed.values():
        found = [p for p in places if p.span in verdict.spans]
        if len(found) == len(verdict.spans):
            for later in found[1:]:
                own = {("first", 0): [found[0]], ("later", 0): [later]}
                stated, made = Var((later.span, later.figure)), Var((found[0].span, found[0].figure))
                row = Row(verdict, Var(("later", 0)), Var(("first", 0)), "==")
                row = _allowed(row, own)
                yield msgspec.structs.replace(row, stated=stated, made=made)
            return


def _allowed(row: Row, printed: Mapping[Any, list[Printed]]) -> Row:
    """How far rounding lets what is stated be from what is made of the other figures as they are printed."""
    if row.stated is None:
        return row
    level = "loose" if row.verdict.outcome == "contradicted" else "default"
    domains, values = {}, {}
    for key in dict.fromkeys((*row.stated.keys(), *row.made.keys())):
        domains[key] = getattr(ranges(printed[key][0]), level)
        values[key] = _exactly(printed[key][0])
    stated, made = row.stated.forward(domains), row.made.forward(domains)
    at_stated, at_made = row.stated.forward(values).exact, row.made.forward(values).exact
    if at_stated is None or at_made is None:
        return row
    over = _sum(at_stated, stated.low, made.high, at_made)
    under = _sum(at_made, made.low, stated.high, at_stated)
    return msgspec.structs.replace(row, over=over, under=under if row.op == "==" else None)


def _sum(one: Fraction, low: Fraction | None, high: Fraction | None, other: Fraction) -> Fraction | None:
    return None if low is None or high is None else (one - low) + (high - other)


def _exactly(printed: Printed) -> Interval:
    value = number(printed)
    return Interval(value, value)


def number(printed: Printed) -> Fraction:
    """The number that a sheet reckons with: as printed, with the sign of its words; the middle of a range.

    A figure whose words only bound it counts as printed.
    """
    quantity = printed.quantity
    middle = (quantity.low + quantity.high) / 2
    return -abs(middle) if quantity.change == "down" or quantity.high < 0 else middle


def _holds(row: Row, printed: Mapping[Any, list[Printed]]) -> bool:
    made = _valued(row.made, printed)
    stated = None if row.stated is None else _valued(row.stated, printed)
    if made is None:
        return False
    if stated is None:
        return row.stated is None
    within = row.over is None or stated - made <= row.over
    return within and (row.op != "==" or row.under is None or made - stated <= row.under)


def _valued(term: Term, printed: Mapping[Any, list[Printed]]) -> Fraction | None:
    if any(key not in printed for key in term.keys()):  # noqa: SIM118
        return None
    return term.forward({key: _exactly(printed[key][0]) for key in term.keys()}).exact  # noqa: SIM118


# ------------------------------------------------------------------------------------------------------ how it is set


def formula(term: Term, cell: Callable[[Any], str]) -> str:
    """A term as a sheet reckons it.

    >>> from crossfoot.relation import mean, var
    >>> formula(var("B2") * 100 / (var("B3") + 100) - var("B4"), str)
    '(100*B2)/(B3+100)-B4'
    >>> formula(mean([var("A1"), var("A2")], [var("B1"), var("B2")]), str)
    '(A1*B1+A2*B2)/(B1+B2)'
    """
    if isinstance(term, Var):
        return cell(term.key)
    if isinstance(term, Const):
        return _constant(term.range.exact or Fraction(0))
    if isinstance(term, Sum):
        return _sums(term, cell)
    if isinstance(term, Mean):
        weighed = (f"{_factor(v, cell)}*{_factor(w, cell)}" for v, w in zip(term.values, term.weights, strict=True))
        return f"({'+'.join(weighed)})/({'+'.join(formula(w, cell) for w in term.weights)})"
    assert isinstance(term, Product | Quotient)  # noqa: S101 - there are no others
    sign = "*" if isinstance(term, Product) else "/"
    return f"{_factor(term.left, cell)}{sign}{_factor(term.right, cell)}"


def _sums(term: Sum, cell: Callable[[Any], str]) -> str:
    made = ""
    for factor, part in term.parts:
        size = abs(Fraction(factor))
        words = _factor(part, cell) if size != 1 or (factor < 0 and not isinstance(part, Var)) else formula(part, cell)
        words = words if size == 1 else f"{_constant(size)}*{words}"
        made += ("-" if factor < 0 else "+" if made else "") + words
    return made or "0"


def _factor(term: Term, cell: Callable[[Any], str]) -> str:
    words = formula(term, cell)
    return words if isinstance(term, Var) or words.isdigit() else f"({words})"


def _constant(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"({value.numerator}/{value.denominator})"


class _Writer:
    """The sheets, and where each printed figure stands on the second."""

    def __init__(self, book: Any, report: Report, name: str) -> None:
        self.report, self.name, self.printed = report, name, _printed(report)
        self.lines = Lines(report.document.text)
        self.numbers: dict[tuple[Span, Figure], int] = {}
        self.told: list[Printed] = []
        self.plain = book.add_format({"num_format": "#,##0.######"})
        self.input = book.add_format({"num_format": "#,##0.######", "font_color": "#0000FF"})
        self.wrap, self.link = book.add_format({"text_wrap": True}), book.get_default_url_format()
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        good, bad = (book.add_format({"bg_color": colour}) for colour in ("#CDEFD8", "#F6C4C4"))
        self.sheets = {}
        for title, heads in _HEADS.items():
            sheet = self.sheets[title] = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            for column, (words, wide) in enumerate(zip(heads, _WIDTHS[title], strict=True)):
                sheet.set_column(column, column, wide)
                sheet.write_string(0, column, words, head)
        for words, colour in (("ties", good), ("does not tie", bad)):
            criterion = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": colour}
            self.sheets[CLAIMS].conditional_format(1, 9, 1_048_575, 9, criterion)

    def claims(self, found: Sequence[Row]) -> None:
        sheet = self.sheets[CLAIMS]
        for number_, row in enumerate(found, 1):
            verdict = row.verdict
            sheet.write_string(number_, 0, tick(verdict))
            self._where(sheet, number_, 1, verdict.spans[0])
            sheet.write_string(number_, 2, verdict.kind.replace("_", " "))
            sheet.write_string(number_, 10, _SAYS[verdict.outcome])
            sheet.write_string(number_, 11, verdict.arithmetic)
            if row.stated is not None:
                sheet.write_string(number_, 3, self._words(verdict.spans[0]))
                self._formula(sheet, number_, 4, row.stated)
            self._formula(sheet, number_, 5, row.made)
            if row.stated is not None:
                self._compared(sheet, number_, row)
        sheet.autofilter(0, 0, max(1, len(found)), len(_HEADS[CLAIMS]) - 1)

    def _compared(self, sheet: Any, at_: int, row: Row) -> None:
        """Live: the difference, and whether it is within what rounding allows."""
        line = at_ + 1
        stated, made = self._value(row.stated), self._value(row.made)
        off = None if stated is None or made is None else stated - made
        sheet.write_formula(at_, 6, f"=E{line}-F{line}", self.plain, "" if off is None else float(off))
        slack = f"{float(TINY):.0e}*MAX(1,ABS(E{line}))"
        tests = []
        for column, most, test in ((7, row.over, "G{0}<=H{0}+{1}"), (8, row.under, "-G{0}<=I{0}+{1}")):
            if most is not None:
                sheet.write_number(at_, column, float(most), self.plain)
                tests.append(test.format(line, slack))
        ties = _holds(row, self._known(row))
        inside = "TRUE" if not tests else tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"
        sheet.write_formula(
            at_, 9, f'=IF({inside},"ties","does not tie")', None, "ties" if ties else "does not tie"
        )  # fmt: skip

    def figures(self) -> None:
        sheet = self.sheets[FIGURES]
        for number_, printed in enumerate(self.told, 1):
            quantity = printed.quantity
            sheet.write_number(number_, 0, number_)
            self._where(sheet, number_, 1, printed.span)
            sheet.write_string(number_, 2, self._words(printed.span))
            sheet.write_number(number_, 3, float(number(printed)), self.input)
            sheet.write_string(number_, 4, quantity.currency or quantity.unit or quantity.kind)
            sheet.write_string(number_, 5, _label(printed.figure))

    def findings(self) -> None:
        sheet = self.sheets[FINDINGS]
        for number_, verdict in enumerate(filter(is_finding, self.report.verdicts), 1):
            known, culprit = rule(verdict.code or ""), next(iter(verdict.culprits), None)
            sheet.write_string(number_, 0, severity(verdict))
            sheet.write_string(number_, 1, f"{known.code} {known.name}")
            span = culprit.span if culprit is not None else next(iter(verdict.spans), None)
            if span is not None:
                self._where(sheet, number_, 2, span)
                sheet.write_string(number_, 3, self._words(span))
            sheet.write_string(number_, 4, verdict.message, self.wrap)
            sheet.write_string(number_, 5, (culprit.suggested if culprit is not None else None) or "")
            sheet.write_string(number_, 6, verdict.margin or "")

    def _formula(self, sheet: Any, row: int, column: int, term: Term) -> None:
        value = self._value(term)
        words = formula(term, self._cell)
        if len(words) > MOST_FORMULA:
            if value is not None:
                sheet.write_number(row, column, float(value), self.plain)
            return
        sheet.write_formula(row, column, f"={words}", self.plain, "" if value is None else float(value))

    def _cell(self, key: Any) -> str:
        """Where a figure stands on the second sheet; it is put there when it is first asked for."""
        printed = self._of(key)
        place = printed.span, printed.figure
        if place not in self.numbers:
            self.told.append(printed)
            self.numbers[place] = len(self.told)
        return f"{FIGURES}!D{self.numbers[place] + 1}"

    def _of(self, key: Any) -> Printed:
        if isinstance(key, Figure):
            return self.printed[key][0]
        span, figure = key
        return next(p for p in self.printed[figure] if p.span == span)

    def _known(self, row: Row) -> dict[Any, list[Printed]]:
        keys = (*(row.stated.keys() if row.stated is not None else ()), *row.made.keys())
        return {key: [self._of(key)] for key in keys}

    def _value(self, term: Term | None) -> Fraction | None:
        return None if term is None else _valued(term, {key: [self._of(key)] for key in term.keys()})  # noqa: SIM118

    def _words(self, span: Span) -> str:
        return " ".join(self.report.document.text[span.start : span.end].split())

    def _where(self, sheet: Any, row: int, column: int, span: Span) -> None:
        """The place, as a link to the file and, where its program can go there, the page or cell."""
        document = self.report.document
        place = None if document.plain else at(document.places, span.start)
        line, char = self.lines.at(span.start)
        words = (named(place) if place is not None else "") or (f"{line}:{char}" if document.plain else self.name)
        if self.name == "-" or row > MOST_LINKS:
            sheet.write_string(row, column, words)
            return
        anchor = ""
        if place is not None and place.page is not None:
            anchor = f"#page={place.page}"
        elif place is not None and place.sheet and place.cell:
            anchor = f"#{place.sheet}!{place.cell}"
        if sheet.write_url(row, column, f"external:{self.name}{anchor}", self.link, words):
            sheet.write_string(row, column, words)  # too long to be a link


def _label(figure: Figure) -> str:
    parts = [figure.metric.replace("_", " "), *(member for _, member in figure.segment)]
    if figure.period is not None:
        parts.append(figure.period.label)
    return ", ".join(part for part in parts if part)
