"""The lots that what is issued comes in, read as records where words are not spaced.

The tokens of a sentence come in: amounts, lengths of time, rates and days on which something is due. Each record has at
most one of each, so a second one of a kind begins the next; where several records lack what a run behind them has as
many of, it is dealt out ("中标利率依次是…（7年）、…（15年），规模各为…与…").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from crossfoot.days import LETTERS
from crossfoot.facts.bond import parties, topic
from crossfoot.facts.frame import Frame
from crossfoot.facts.issue import as_tranche, issued
from crossfoot.facts.sentence.unspaced import Told, told_of
from crossfoot.late import late
from crossfoot.lexicon.clauses import clauses
from crossfoot.model import Fact, Figure, Issue, Period, Printed, Quantity, Timex, Tranche

if TYPE_CHECKING:
    from crossfoot.facts.paper import Papers

_MOST = 40  # marks of a sentence
_NEAR = 14  # characters between a rate and what calls it one
_LEAST = 10**6  # of money in a number that names no currency
_SHORT = late(r"(?<=/)\s*(?P<n>\d{1,3})(?:\+\d)?(?P<unit>[YDM年天月])")
_RUNS = late(r"期|限|（含|\(")
_BEFORE_RUN = late(r"(?:期限|年期|为期|（|\(|、|为|，|,|/|\+|是)\s*$")
_BESIDE = ("+", "比", "较", "高于", "低于")  # before a length of time that another lot has
_HEADED = late(r"[\s：:]*(?:\d|不超|规模|上限|期限|尚|为|发行规模|债券)")
_USE = late("用于|偿还|归还|补充|余额|认购|兑付|回购|赎回|缴款人|投资者|投标|申购")
_SHORTHAND = {"Y": "Y", "年": "Y", "D": "D", "天": "D", "M": "M", "月": "M"}


class Mark(NamedTuple):
    """Something said of a lot: what sort of thing, where, and its token."""

    sort: str  # amount, tenor, coupon, due, head
    at: int
    token: int
    value: str = ""


def told(frame: Frame, papers: Papers, issues: Sequence[Fact]) -> Iterator[Fact]:
    """The lots of a sentence, and the issue that they come in where nobody has told it."""
    text, span = frame.sentence.document.text, frame.sentence.span
    carried = frame.carried.paper
    sold = papers.selling.search(text, span.start, span.end) is not None
    kind = papers.code.search(text, span.start, span.end) or papers.kind.search(text, span.start, span.end)
    if kind is not None and "issuer" in kind.re.groupindex:
        carried, sold = None, True  # "25珩交投MTN003"
    if carried is None and not (sold and kind is not None):
        return
    marks = list(_marks(frame, papers))
    whole, marks = _whole(frame, papers, marks)
    records = _records(marks)
    lots = [record for record in records if "amount" in record and len(record) > 1]
    rated = sum("coupon" in record or "due" in record or "head" in record or "tenor" in record for record in lots)
    if (
        not lots
        or rated < len(lots)
        or (carried is None and len(lots) == 1 and not {"tenor", "coupon"} & lots[0].keys())
    ):
        return
    if carried is None and not any({"tenor", "due", "head"} & lot.keys() for lot in lots):
        return
    if len(lots) == 1 and sum(mark.sort == "tenor" for mark in marks) > 1:
        return
    if kind is not None and "issuer" not in kind.re.groupindex:
        kind = _kind(frame, papers, (whole or lots[0]["amount"]).at) or kind
    first = whole.token if whole is not None else lots[0]["amount"].token
    figure = _figure(frame, papers, first, carried, kind, marks)
    if whole is not None and not issues:
        frame.restate(whole.token, figure)
    elif whole is None and len(lots) == 1 and not issues and carried is None:
        whole = lots[0]["amount"]
    if (
        whole is not None
        and not issues
        and kind is not None
        and (fact := _issue(frame, papers, figure, whole, kind, lots))
    ):
        yield fact
    frame.carried.paper = figure
    for lot in lots:
        if (tranche := _tranche(frame, figure, lot)) is not None:
            yield tranche


def _kind(frame: Frame, papers: Papers, at: int) -> re.Match[str] | None:
    """The paper that is named last before an amount."""
    found = list(papers.kind.finditer(frame.sentence.document.text, frame.sentence.span.start, at))
    return found[-1] if found else None


def _marks(frame: Frame, papers: Papers) -> Iterator[Mark]:
    text, span = frame.sentence.document.text, frame.sentence.span
    tokens, found = frame.sentence.tokens, list[Mark]()
    for i, token in enumerate(tokens):
        value = token.mention.value if token.mention is not None else None
        before = text[max(span.start, token.start - _NEAR) : token.start]
        behind = text[token.end : min(token.end + 4, span.end)]
        if isinstance(value, Timex) and (
            behind.startswith("到期") or before.rstrip("为：:").endswith(("到期日", "到期"))
        ):
            found.append(Mark("due", token.start, i))
        elif not isinstance(value, Quantity) or (i in frame.taken and value.kind != "duration"):
            continue
        elif (value.kind == "money" or (value.kind == "number" and value.low >= _LEAST)) and not value.per:
            if _USE.search(before[-8:]) is None and not behind.startswith(("用于", "的税", "倍")):
                found.append(Mark("amount", token.start, i))
        elif value.kind == "duration" and value.unit in LETTERS and _whole_number(value):
            runs = text[token.end - 1] == "期" or _RUNS.match(behind)
            if (runs or _BEFORE_RUN.search(before)) and not before.endswith(_BESIDE):
                found.append(Mark("tenor", token.start, i, f"P{value.low}{LETTERS[value.unit]}"))
        elif value.kind == "percent" and not value.change and (_is_rate(text, span.start, token.start, papers, found)):
            found.append(Mark("coupon", token.start, i))
    for short in _SHORT.finditer(text, span.start, span.end):
        found.append(Mark("tenor", short.start(), -1, f"P{short['n']}{_SHORTHAND[short['unit']]}"))
    for head in papers.heads.finditer(text, span.start, span.end):
        if _HEADED.match(text, head.end(), span.end):
            found.append(Mark("head", head.start(), -1))
    yield from sorted(found, key=lambda mark: mark.at)[:_MOST]


def _whole_number(value: Quantity) -> bool:
    return not value.ranged and value.low.denominator == 1


def _is_rate(text: str, start: int, at: int, papers: Papers, found: list[Mark]) -> bool:
    """Is a percentage called a rate, listed behind one, or set behind a length of time in short: "8亿元/3Y，2.21%"?"""
    if papers.rates.search(text, max(start, at - _NEAR), at) is not None:
        return True
    if any(mark.sort == "coupon" and at - mark.at <= _NEAR for mark in found[-2:]):
        return True
    return _SHORT.search(text, max(start, at - 8), at) is not None


def _whole(frame: Frame, papers: Papers, marks: list[Mark]) -> tuple[Mark | None, list[Mark]]:
    """The amount of all lots: said to be one, or before the first of several lots with nothing else of its own."""
    text, start = frame.sentence.document.text, frame.sentence.span.start
    amounts = [mark for mark in marks if mark.sort == "amount"]
    for mark in amounts:
        if papers.whole.search(text, max(start, mark.at - 8), mark.at) is not None and len(amounts) > 1:
            return mark, [other for other in marks if other is not mark]
    tenors = sum(mark.sort in ("tenor", "due") for mark in marks)
    heads = sum(mark.sort == "head" for mark in marks)
    if len(amounts) > 1 and len(amounts) == max(tenors, heads) + 1 and marks[0] is amounts[0]:
        return amounts[0], marks[1:]
    return None, marks


def _records(marks: list[Mark]) -> list[dict[str, Mark]]:
    """The marks as records, with what is dealt out at the end of all."""
    records, by_sort = list[dict[str, Mark]](), [list(group) for _, group in groupby(marks, key=lambda mark: mark.sort)]
    sizes, sorts = {len(group) for group in by_sort}, {group[0].sort for group in by_sort}
    if len(sorts) == len(by_sort) > 1 and len(sizes) == 1 and sizes != {1}:  # each in a run of its own
        return [{mark.sort: mark for mark in dealt} for dealt in zip(*by_sort, strict=True)]
    for mark in marks:
        if not records or mark.sort in records[-1] or (mark.sort == "head" and records[-1]):
            records.append({})
        records[-1][mark.sort] = mark
    for sort in ("amount", "coupon"):
        _deal(records, sort)
    return [record for record in records if record]


def _deal(records: list[dict[str, Mark]], sort: str) -> None:
    """The last records that have nothing but one thing are that of the first ones, if those are as many."""
    lone = [record for record in records if record.keys() == {sort}]
    lead = records[: len(records) - len(lone)]
    if lone and lead and sort in lead[-1] and len(lead) == len(lone) + 1 and not any(sort in r for r in lead[:-1]):
        lone = [{sort: lead[-1].pop(sort)}, *lone]
    if lone and len(lone) == len(lead) and not any(sort in record for record in lead):
        for record, dealt in zip(lead, lone, strict=True):
            record[sort] = dealt[sort]
        del records[len(lead) :]


def _figure(
    frame: Frame, papers: Papers, first: int, carried: Figure | None, kind: re.Match[str] | None, marks: list[Mark]
) -> Figure:
    """What the amounts are of."""
    if carried is not None and kind is None:
        return carried
    before = frame.sentence.tokens[first].start
    coded = kind["issuer"] if kind is not None and "issuer" in kind.re.groupindex else None
    issuer = coded or issuer_of(frame, papers, before)
    figure = msgspec.structs.replace(issued(frame.level(first)), entity=issuer)
    if figure.period is not None and any(mark.sort == "due" for mark in marks):
        figure = msgspec.structs.replace(figure, period=None)  # "2028年到期" dates no issue
    mention = frame.sentence.tokens[first].mention
    return frame.key(figure, mention) if mention is not None else figure


def issuer_of(frame: Frame, papers: Papers, before: int) -> str | None:
    """Who issues: the first named before an amount, unless he only allows it, else the topic, else who leads."""
    here = [p for p in parties(frame) if not p.person and p.end <= before and not p.who.endswith(papers.rows.allowing)]
    about = here[0].who if here else topic(frame, [], before)
    if about is not None and not about.endswith(papers.rows.allowing):
        return about
    rows = clauses(frame.sentence.lang)
    return _leading(told_of(frame, rows), papers, before) if rows is not None else None


def _leading(told: Told, papers: Papers, before: int) -> str | None:
    """Who leads the sentence or the clause of an amount, as far as no paper is spoken of: "湖东省 | 发专项债"."""
    first, _ = told.clause(max(before - told.base - 1, 0))
    for start in dict.fromkeys((0, first)):
        doer = told.doer(start, min(before - told.base, told.clause(start)[1]))
        if doer is None or doer.words.startswith(papers.rows.unnamed):
            continue
        cut = papers.ends.search(doer.words)
        who = (doer.words[: cut.start()] if cut is not None else doer.words).strip("“”的本级")
        if len(who) > 1 and _NUMBER.search(who) is None:
            return who
    return None


_NUMBER = late(r"\d|元")


def _issue(
    frame: Frame, papers: Papers, figure: Figure, whole: Mark, kind: re.Match[str], lots: list[dict[str, Mark]]
) -> Issue | None:
    mention = frame.sentence.tokens[whole.token].mention
    if mention is None or not isinstance(mention.value, Quantity) or mention.value.kind != "money":
        return None
    said = frame.sentence.document.text[frame.sentence.span.start : frame.sentence.span.end]
    status = (
        "planned"
        if any(word in said[: whole.at - frame.sentence.span.start] for word in papers.rows.planned)
        else "issued"
    )
    tenors = {lot["tenor"].value for lot in lots if "tenor" in lot}
    return Issue(
        spans=(frame.sentence.span_of(whole.token, whole.token + 1),),
        rule="lots.issue",
        printed=(Printed(figure, mention.value, mention.span, nominal=True),),
        issuer=figure.entity,
        instrument=kind[0],
        figure=figure,
        quantity=mention.value,
        status=status,
        tenor=tenors.pop() if len(lots) == 1 and tenors else None,
    )


def _tranche(frame: Frame, whole: Figure, lot: dict[str, Mark]) -> Tranche | None:
    tokens = frame.sentence.tokens
    mention = tokens[lot["amount"].token].mention
    if mention is None or not isinstance(mention.value, Quantity):
        return None
    quantity, tenor, due = mention.value, lot["tenor"].value if "tenor" in lot else None, _due(frame, lot)
    if quantity.kind == "number":
        quantity = msgspec.structs.replace(quantity, kind="money", unit=whole.unit, currency=whole.unit)
    runs = tenor or (due.label if due is not None else str(lot["amount"].at))
    figure = msgspec.structs.replace(whole, segment=(("tenor", runs),))
    if quantity.unit != whole.unit:
        figure = msgspec.structs.replace(figure, unit=quantity.unit)
    frame.restate(lot["amount"].token, figure)
    places = [mark.token for mark in lot.values() if mark.token >= 0]
    amount = Printed(figure, quantity, mention.span, nominal=True)
    coupon = lot["coupon"].token if "coupon" in lot else None
    span = frame.sentence.span_of(min(places), max(places) + 1)
    return as_tranche(frame, "lots.tranche", span, amount, coupon, whole.entity, tenor, due)


def _due(frame: Frame, lot: dict[str, Mark]) -> Period | None:
    mention = frame.sentence.tokens[lot["due"].token].mention if "due" in lot else None
    return mention.value.period if mention is not None and isinstance(mention.value, Timex) else None
