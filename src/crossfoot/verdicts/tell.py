"""Lines that people follow: a claim or a fault in; its arithmetic and its message out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import msgspec

from crossfoot.interval import Interval, exactly
from crossfoot.lexicon.told import CLAUSES, in_both, joined, say
from crossfoot.model import Document, Printed, Quantity, Span, Told
from crossfoot.relation import Const, Mean, Product, Quotient, Relation, Sum, Term, Var
from crossfoot.verdicts import wording
from crossfoot.verdicts.conflict import Conflict
from crossfoot.verdicts.grid import UNIT, Times, as_interval, as_units
from crossfoot.verdicts.propagate import State
from crossfoot.verdicts.system import Claim, Component, Equation

MOST_SAID = 4
EQUALS, TIMES, OVER = (" = ", " = "), (" × ", " × "), (" / ", " / ")
NOT_ABOVE, NOT_BELOW = (" ≤ ", " ≤ "), (" ≥ ", " ≥ ")
HAIR = Fraction(4, UNIT)  # what rounding outward to the grid may add
COMPARED = {"<=": "not_more", "<": "less"}


class Teller(msgspec.Struct, frozen=True, eq=False):
    """What is needed to put verdicts on one component into words."""

    document: Document
    component: Component
    state: State  # what is left of each figure once the faults are put right

    def known(self, key: int) -> Interval:
        return self.state.range(key)

    def printed(self, key: int, among: tuple[Span, ...] = ()) -> tuple[Printed, Interval] | None:
        """The printing of a figure, the one that a claim names or else the first, and its range."""
        sites = self.component.printings[key]
        if not sites:
            return None
        site, i = self.component.printed_at(key, among) or sites[0]
        return site.printed[i], site.ranges[i].default

    def value(self, key: int, among: tuple[Span, ...] = (), plain: bool = False) -> str:
        """A figure in a line of arithmetic: as it is printed, unless the rest has made it exact, or it never was."""
        found = self.printed(key, among)
        if found is None:
            range_ = self.known(key)
            figure = self.component.figures[key]
            rate = "%" if figure.unit in ("percent", "pp") else ""
            return wording.spread(range_) + rate if range_.bounded else wording.short(figure)
        exact = None if plain else self.made_exact(key, *found)
        if exact is not None:
            return wording.exact(exact)
        return wording.said(self.document, found[0].span, found[0].quantity)

    def made_exact(self, key: int, printed: Printed, default: Interval) -> Fraction | None:
        """The one whole number that the rest leaves of a rounded figure, where it is another than the printed one."""
        if printed.quantity.kind != "count" or self.state.lo[key] != self.state.hi[key]:
            return None
        exact = self.known(key).exact
        if exact is None or exact == _signed(printed.quantity):
            return None
        return exact if default.contains(exact) else None

    def reckoned(self, equation: Equation, key: int, among: tuple[Span, ...] = ()) -> Interval | None:
        """What an equation makes of one figure, the others each as printed or, where nobody did, as known."""
        lo: dict[int, int | None] = {}
        hi: dict[int, int | None] = {}
        for other in equation.keys:
            found = None if other == key else self.printed(other, among)
            if other == key:
                range_ = self.component.base[key]
            elif found is None:
                range_ = self.known(other)
            else:
                range_ = self.as_printed(other, *found)
            lo[other], hi[other] = as_units(range_)
        anything = dict.fromkeys(equation.keys, False)
        if equation.contractor.revise(lo, hi, anything) is None:  # type: ignore[arg-type]  # a small part of the lists
            return None
        return as_interval(lo[key], hi[key])

    def as_printed(self, key: int, printed: Printed, default: Interval) -> Interval:
        """The very number; what is known of it where the text gives a range or a bound, or the rest made it exact."""
        quantity = printed.quantity
        if quantity.ranged or quantity.approx == "<~" or self.made_exact(key, printed, default) is not None:
            return self.known(key)
        if quantity.approx not in (None, "~"):  # "more than doubled": what is left of it is what its claim made of it
            return default
        return exactly(_signed(quantity))


def _signed(quantity: Quantity) -> Fraction:
    return -quantity.low if quantity.change == "down" and quantity.low > 0 else quantity.low


# --------------------------------------------------------------------------------------------------- arithmetic


def arithmetic(teller: Teller, claim: Claim, equation: Equation) -> str:
    """One line: "101,102 + 4,366 = 105,468; stated 105,500 (to 100s)"."""
    spans = claim.statement.spans
    if not equation.keys:
        return ""
    if equation.relation.op != "==":
        sign = {"<=": "≤", "<": "<"}[equation.relation.op]
        left, right = _sides(equation.relation, lambda k: teller.value(k, spans))
        return joined((f" {sign} ", f" {sign} "), (left, right))
    if claim.statement.kind == "order" and len(spans) == 3:  # a move that prints no rate: its two ends, and its word
        now, before, word = (" ".join(teller.document.text[span.start : span.end].split()) for span in spans)
        return say("against", now, before, word)
    key = result(teller, claim, equation)
    found = teller.printed(key, spans)
    side = other_side(equation.relation, key)
    if isinstance(side, Const):
        row = "is_const" if side.range.exact is not None else "lies_within"
        return say(row, teller.value(key, spans, plain=True), wording.spread(side.range))
    text = formula(teller, equation, key, spans)
    made = teller.reckoned(equation, key, spans)
    if made is None or (not made.bounded and (found is None or (made.low is None and made.high is None))):
        return joined(EQUALS, (text, teller.value(key, spans)))
    if found is None:
        return joined(EQUALS, (text, _amount(teller, key, teller.known(key) if teller.known(key).bounded else made)))
    quantity = found[0].quantity
    stated = teller.value(key, spans, plain=True)
    if quantity.low < 0 and quantity.change is None:
        stated = f"-{stated}"
    if made.exact == _signed(quantity):
        return joined(EQUALS, (text, stated))
    if not made.bounded and made.contains(_signed(quantity)):  # "more than doubled"
        return joined(NOT_ABOVE if made.high is None else NOT_BELOW, (text, stated))
    return say("stated", text, _amount(teller, key, made, quantity), stated, _rounding(quantity))


def _amount(teller: Teller, key: int, made: Interval, like: Quantity | None = None) -> str:
    """A made figure: one number with a digit more than is printed, or a range."""
    rate = "%" if teller.component.figures[key].unit in ("percent", "pp") else ""
    if made.low is None or made.high is None or made.high - made.low > HAIR:
        return joined(("", ""), (wording.spread(made), rate))
    value = made.low if made.exact is not None else (made.low + made.high) / 2
    if like is not None and like.scale_word is not None:
        before, word = teller.document.text[like.digits[1] : like.scale_word[0]], slice(*like.scale_word)
        return wording.exact(value / like.scale) + (" " if before else "") + teller.document.text[word]
    step = Fraction(1) if like is None else like.step
    if like is not None and like.scale > 1:  # a table says once for all of its figures that they are in thousands
        value, step = value / like.scale, step / like.scale
    if like is not None and value.denominator > 1:
        places = max(0, len(str(step.denominator)) - 1) + (2 if rate else 1)
        value = Fraction(round(value * 10**places), 10**places)
    return wording.exact(value) + rate


def _rounding(quantity: Quantity) -> str:
    if quantity.scale > 1 or quantity.step != 1 or quantity.low < 1000 or quantity.low % 100:
        return ""
    digits = str(int(quantity.low))
    return say("to_the", f"{10 ** (len(digits) - len(digits.rstrip('0'))):,}")


def _sides(relation: Relation, value: Callable[[int], str]) -> tuple[str, str]:
    """Both sides of an equation, each figure as `value` tells it."""
    left, right = (
        in_both(lambda tongue: side.written(lambda k: tongue(value(k))))  # noqa: B023 - written at once
        for side in (relation.left, relation.right)
    )
    return left, right


def formula(teller: Teller, equation: Equation, key: int, spans: tuple[Span, ...]) -> str:
    """What is done with the other figures of an equation to make one of them."""
    if isinstance(equation.contractor, Times):
        return _of_product(equation.contractor, key, lambda other: teller.value(other, spans), teller, spans)
    values = {other: teller.value(other, spans) for other in equation.keys}
    if any(isinstance(value, Told) for value in values.values()):  # a label has a language, a number has none
        return in_both(lambda tongue: _of_sum(teller, equation, key, spans, lambda other: tongue(values[other])))
    return _of_sum(teller, equation, key, spans, values.__getitem__)


def _of_sum(teller: Teller, equation: Equation, key: int, spans: tuple[Span, ...], value: Callable[[int], str]) -> str:
    def moved(other: int) -> str:
        found = teller.printed(other, spans)
        return ("-" if found is not None and _signed(found[0].quantity) < 0 else "") + value(other)

    side = other_side(equation.relation, key)
    if isinstance(side, Product) and isinstance(side.right, Sum) and isinstance(side.right.parts[-1][1], Quotient):
        # A level by how much it moved and at which rate: what it was, and the move
        by, rate = (k for k in equation.keys if k != key)
        return f"{value(by)} / {value(rate)} {'-' if moved(by).startswith('-') else '+'} {value(by)}"
    if side is not None:
        return side.written(moved).replace("+ -", "- ").replace("- -", "+ ")
    linear = dict(getattr(equation.contractor, "terms", ()))
    if key not in linear or abs(linear[key]) != 1:
        return equation.relation.written(value)
    signs = {k: -f * linear[key] for k, f in linear.items() if k != key}
    ordered = sorted(signs, key=lambda k: signs[k] < 0)
    parts = [(value(k) if abs(signs[k]) == 1 else f"{abs(signs[k])} × {value(k)}", signs[k] < 0) for k in ordered]
    told = "".join((" - " if minus else " + ") + text for text, minus in parts).removeprefix(" + ").strip()
    whole = next((s for s in (equation.relation.left, equation.relation.right) if isinstance(s, Const)), None)
    if whole is None or whole.range.exact is None or not told.startswith("- "):
        return told
    return f"{whole.range.exact}{'%' * (teller.component.figures[key].unit == 'percent')} {told}"


def _of_product(shape: Times, key: int, value: Callable[[int], str], teller: Teller, spans: tuple[Span, ...]) -> str:
    """u = v·w, told from the side of the figure that is made: a share, a growth, a price."""
    (factor, u, _), (_, v, _), (_, w, base) = shape.slots
    if base == 100 * UNIT and factor == 100:
        if key == w:
            return joined(("", ""), (value(u), " / ", value(v), " - 1"))
        found = teller.printed(w, spans)
        grown = f"(1 - {value(w)})" if found is not None and _signed(found[0].quantity) < 0 else f"(1 + {value(w)})"
        return joined(TIMES, (value(v), grown)) if key == u else joined(OVER, (value(u), grown))
    if factor == 100:
        rates = [k for k in (v, w) if teller.component.figures[k].unit == "percent"]
        rate = rates[-1] if rates else w
        whole = v if rate == w else w
        if key == rate:
            return joined(OVER, (value(u), value(whole)))
        return say("part_of", value(rate), value(whole)) if key == u else joined(OVER, (value(u), value(rate)))
    if key == u:
        return joined(TIMES, (value(v), value(w)))
    return joined(OVER, (value(u), value(w if key == v else v)))


def result(teller: Teller, claim: Claim, equation: Equation) -> int:
    """The figure that a line ends in: the one nobody printed, else the first of the claim's spans."""
    unsaid = [key for key in equation.keys if not teller.component.printed(key)]
    if len(unsaid) == 1:
        return unsaid[0]
    for span in claim.statement.spans[:1]:
        for key in equation.keys:
            if teller.component.printed_at(key, (span,)) is not None:
                return key
    return equation.keys[0]


def other_side(relation: Relation, key: int) -> Term | None:
    """What a figure is said to equal, if it stands alone on its side."""
    for own, other in ((relation.left, relation.right), (relation.right, relation.left)):
        alone = own.parts[0][1] if isinstance(own, Sum) and len(own.parts) == 1 and own.parts[0][0] == 1 else own
        if isinstance(alone, Var) and alone.key == key:
            return other
    return None


# ----------------------------------------------------------------------------------------------------- messages


def message(teller: Teller, conflict: Conflict) -> str:
    """What was read and what was expected, from which words."""
    if not conflict.equations:
        return _given_twice(teller, conflict)
    if not any(equation.keys for equation in conflict.equations):
        return joined(CLAUSES, (say("not_holding", e.relation.written(str)) for e in conflict.equations))
    claims = teller.component.claims
    pivot = _pivot(teller, conflict)
    if teller.component.printed(pivot):
        lines = list(_about(teller, conflict, pivot))
    else:
        lines = [_of_claim(teller, claims[e.claim], e) for e in conflict.equations]
    return joined(CLAUSES, list(dict.fromkeys(line for line in lines if line))[:MOST_SAID])


def _given_twice(teller: Teller, conflict: Conflict) -> str:
    sites = conflict.sites
    if not sites:
        return say("nothing_shared")
    key = next((k for k in sites[0].keys if all(k in s.keys for s in sites)), sites[0].keys[0])
    name = wording.label(teller.component.figures[key])
    texts = list(dict.fromkeys(teller.document.text[s.span.start : s.span.end] for s in sites))
    if len(texts) > 1:
        return say("given", name, joined((" and as ", "、"), texts))
    ways = {p.quantity.change for s in sites for p in s.printed if p.quantity.change is not None}
    return say("both_ways" if len(ways) > 1 else "cannot", name, texts[0])


def _pivot(teller: Teller, conflict: Conflict) -> int:
    """The figure on which a conflict turns: what most of its claims share, results before parts."""
    count: dict[int, int] = {}
    for equation in (e for e in conflict.equations if e.keys):
        end = result(teller, teller.component.claims[equation.claim], equation)
        for key in equation.keys:
            count[key] = count.get(key, 0) + (3 if key == end else 2)
    return max(sorted(count), key=lambda key: count[key])


def _about(teller: Teller, conflict: Conflict, pivot: int) -> Iterator[str]:
    """ "Sedans, SUVs and MPVs make 106,008; the total says 105,500; the markets make 105,468"."""
    claims = teller.component.claims
    own = [e for e in conflict.equations if pivot in e.keys]
    more = [
        e for e in teller.component.watchers[pivot]
        if e not in own and e.rank == 0 and e.relation.op == "==" and all(map(teller.component.printed, e.keys))
    ]  # fmt: skip
    stated = _stated(teller, pivot)
    for i, equation in enumerate([*own, *more]):
        yield _making(teller, claims[equation.claim], equation, pivot)
        if i == 0 and equation.relation.op == "==":
            yield stated
    for equation in conflict.equations:
        if equation not in own:
            yield _of_claim(teller, claims[equation.claim], equation)


def _stated(teller: Teller, key: int) -> str:
    """What is printed of a figure, called by its name if it has one that tells it from the others."""
    figure = teller.component.figures[key]
    if figure.segment:
        odd = not wording.is_known(figure)
    else:
        odd = not wording.is_total(figure) or not any(
            teller.component.claims[e.claim].statement.kind in ("sum", "crossfoot")
            for e in teller.component.watchers[key]
        )
    odd = odd or figure.unit in ("percent", "pp", "bp")
    value = teller.value(key, plain=True)
    return say("text_says", value) if odd else say("says", wording.short(figure), value)


def _making(teller: Teller, claim: Claim, equation: Equation, key: int) -> str:
    spans = claim.statement.spans
    if equation.relation.op != "==":
        return _of_claim(teller, claim, equation)
    made = teller.reckoned(equation, key, spans)
    if made is None or (made.low is None and made.high is None):
        return arithmetic(teller, claim, equation)
    found = teller.printed(key)
    amount = _amount(teller, key, made, None if found is None else found[0].quantity)
    side = other_side(equation.relation, key)
    if isinstance(side, Sum) and all(factor == 1 and isinstance(term, Var) for factor, term in side.parts):
        names = [wording.short(teller.component.figures[k]) for k in equation.keys if k != key]
        told = claim.statement.kind in ("sum", "crossfoot", "growth_mix")
        if told and len(set(names)) == len(names) and len(names) <= 6:
            return say("make", wording.listed(names), amount)
    if isinstance(side, Const):
        return say("listed" if claim.statement.kind == "count" else "expected", amount)
    if isinstance(side, Mean):
        return say("weighted", amount)
    if isinstance(side, Var) and claim.statement.kind == "same_whole":
        return say("as_many", amount)
    if claim.statement.kind == "order" and len(spans) == 3:  # there is no rate to reckon with, only a word
        now, before, word = (" ".join(teller.document.text[span.start : span.end].split()) for span in spans)
        than = say("more" if made.high is None else "fewer")
        if teller.component.printed_at(key, spans[:1]) is not None:
            return say("moved_from", word, before, than)
        if teller.component.printed_at(key, spans[1:2]) is not None:
            return say("moved_to", word, now, than)
    return say("reckoned", formula(teller, equation, key, spans), amount)


def _of_claim(teller: Teller, claim: Claim, equation: Equation) -> str:
    spans = claim.statement.spans
    relation = equation.relation
    if relation.op != "==":
        return say(COMPARED[relation.op], *_sides(relation, lambda k: teller.value(k, spans, plain=True)))
    unsaid = [key for key in equation.keys if not teller.component.printed(key)]
    side = other_side(relation, equation.keys[0])
    if isinstance(side, Const):
        name = wording.label(teller.component.figures[equation.keys[0]])
        return say("should_lie" if side.range.exact is None else "should_be", name, wording.spread(side.range))
    if len(unsaid) == 1:
        made = teller.reckoned(equation, unsaid[0], spans)
        if made is not None and made.bounded:
            name = wording.label(teller.component.figures[unsaid[0]])
            return say("puts", formula(teller, equation, unsaid[0], spans), name, _amount(teller, unsaid[0], made))
    if len(unsaid) == 1 and claim.statement.kind == "cumulative" and len(equation.keys) == 3:  # a part above its whole
        whole, part = (key for key in equation.keys if key not in unsaid)
        named = [(wording.label(teller.component.figures[key]), teller.value(key, plain=True)) for key in (part, whole)]
        return say("part_exceeds", *named[0], *named[1])
    if unsaid and isinstance(side, Sum):
        names = [wording.short(teller.component.figures[k]) for k in equation.keys]
        return say("should_make", wording.listed(names[1:]), names[0])
    return arithmetic(teller, claim, equation)
