"""So many at so much each make so much; a figure is so many times another."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Figure, Multiplication, Printed, Quantity

_EACH = {"each", "apiece", "average", "per"}


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    roles = [(match.mention(role), match.quantity(role)) for role in ("total", "count", "price")]
    found = [(mention, quantity) for mention, quantity in roles if mention is not None and quantity is not None]
    if len(found) < len(roles):
        return
    (_, total), (_, count), (_, price) = found
    if match.row.sense == "product" and (
        total.currency != price.currency
        or (price.per is None and not frame.texts(match.start, match.end) & _EACH and not frame.words.cuts)
        or count.kind not in ("count", "number", "measure")
    ):
        return  # another price, or another thing that is priced
    if match.row.sense == "ratio" and (
        (total.currency or total.unit) != (count.currency or count.unit)
        or (price.kind != "multiple" and price.unit not in ("times", "x"))
    ):
        return
    figures = [_figure(frame, match, role, quantity) for role, (_, quantity) in zip("tcp", found, strict=True)]
    yield Multiplication(
        spans=(match.span,),
        rule=match.row.name,
        printed=tuple(
            Printed(figure, quantity, mention.span)
            for figure, (mention, quantity) in zip(figures, found, strict=True)
            if figure not in frame.figures.values()  # those are printed as measurements
        ),
        kind="product" if match.row.sense == "product" else "ratio",
        result=figures[0],
        factors=(figures[1], figures[2]),
    )


def _figure(frame: Frame, match: Match, role: str, quantity: Quantity) -> Figure:
    """The figure of a role: one that is measured as a level keeps its key, so that it meets the rest of the text."""
    name = {"t": "total", "c": "count", "p": "price"}[role]
    index = match.roles[name][0]
    if role != "p" and frame.is_level(index):
        return frame.level(index)
    return Figure(None, name, (), None, quantity.currency or quantity.unit, f"at {frame.sentence.tokens[index].start}")
