"""What is so by definition: a trade surplus is exports less imports, a load factor is miles flown of seats offered."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.lexicon.identities import Identity, identities
from crossfoot.model import Figure, Grouping, Period, Reading, Statement, Tie
from crossfoot.relation import Relation, Term, add, var

Group = dict[str, list[Figure]]  # printed figures by metric


def relate(stated: Stated) -> Iterator[Statement]:
    """One statement for each identity whose figures an item prints, each once, for one owner and one period."""
    said = {frozenset((grouping.whole, *grouping.parts, *grouping.less)) for grouping in stated.of(Grouping)}
    made = {frozenset(t.figures[1:]) for t in stated.of(Tie) if t.shape == "sum" and t.blames is None}
    for group in _groups(stated):
        for row in identities():
            if row.result not in group or not all(map(group.__contains__, row.terms)):
                continue
            figures = [_plain(group[name]) for name in (row.result, *row.terms)]
            if any(len(found) != 1 for found in figures):
                continue  # not printed, or printed of several things that the words keep apart
            result, *terms = (found[0] for found in figures)
            if frozenset((result, *terms)) in said:
                continue  # the text says it with a cue already
            if not row.of and frozenset(terms) in made:
                continue  # another total: "进出口4,286亿元，出口2,914亿元，进口1,372亿元，对东盟进出口765亿元"
            yield Statement(
                "ratio" if row.of else "difference" if row.minus else "sum",
                (Reading(_equation(row, result, terms)),),
                "asserted",
                stated.spans(result, *terms),
                firm=len({figure.segment for figure in (result, *terms)}) == 1,
            )


def _plain(figures: list[Figure]) -> list[Figure]:
    """Of several figures of a metric the one that no words keep apart from it ("average sales a shop")."""
    plain = [figure for figure in figures if all(axis != "words" for axis, _ in figure.segment)]
    return plain if len(figures) > 1 and len(plain) == 1 else figures


def _groups(stated: Stated) -> Iterator[Group]:
    groups: dict[tuple[str | None, Period | None, str], Group] = {}
    for figure in stated.printed:
        if figure.status == "actual" and figure.basis is None:
            axes = str([pair for pair in figure.segment if pair[0] != "words"])
            key = (figure.entity, figure.period, axes)
            groups.setdefault(key, {}).setdefault(figure.metric, []).append(figure)
    yield from groups.values()


def _equation(row: Identity, result: Figure, terms: list[Figure]) -> Relation:
    if row.of:
        part, whole = terms
        return var(part) * 100 == var(whole) * var(result)
    plus = [var(figure) for figure in terms[: len(row.plus)]]
    minus = [var(figure) for figure in terms[len(row.plus) :]]
    total: Term = add(plus)
    for term in minus:
        total = total - term
    return var(result) == total
