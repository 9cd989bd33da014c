"""The facts of a document, indexed once for all kinds of relation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from crossfoot.model import Fact, Figure, Printed, Span, Tie
from crossfoot.ranges import BOUNDS

F = TypeVar("F", bound=Fact)


class Stated:
    """Facts by type, and where each figure is printed."""

    def __init__(self, facts: tuple[Fact, ...]) -> None:
        self.facts = facts
        self._of = dict[type[Fact], list[Fact]]()
        self.printed: dict[Figure, dict[Span, Printed]] = {}  # each printing once, by where it stands
        bounds = list[Printed]()  # "topped 300 million, at 312 million": what it is comes before what it is more than
        for fact in facts:
            self._of.setdefault(type(fact), []).append(fact)
            for printed in fact.printed:
                if printed.quantity.approx in BOUNDS:
                    bounds.append(printed)
                else:
                    self.printed.setdefault(printed.figure, {}).setdefault(printed.span, printed)
        for printed in bounds:
            self.printed.setdefault(printed.figure, {}).setdefault(printed.span, printed)

    @cached_property
    def tied(self) -> dict[Span, Tie]:
        """By a rate, as printed: the equation that it takes part in without a slip."""
        ties = [tie for tie in self.of(Tie) if tie.blames is None and tie.shape in ("growth", "points", "share")]
        return {span: tie for tie in ties for span in self.spans(tie.figures[-1])}

    @cached_property
    def grown(self) -> dict[Figure, Figure]:
        """By what something was: what it is now, where a rate ties the two."""
        ties = (tie for tie in self.of(Tie) if tie.blames is None and tie.shape == "growth")
        return {tie.figures[1]: tie.figures[0] for tie in ties}

    @cached_property
    def moves(self) -> dict[Span, list[Tie]]:
        """By a rate, as printed: the moves between printed figures that it is the size of, with a slip or without."""
        found = dict[Span, list[Tie]]()
        for tie in self.of(Tie):
            if tie.shape in ("growth", "points"):
                for span in self.spans(tie.figures[-1]):
                    found.setdefault(span, []).append(tie)
        return found

    @cached_property
    def _alike(self) -> dict[object, list[Figure]]:
        found = dict[object, list[Figure]]()
        for figure in self.printed:
            found.setdefault(_name(figure), []).append(figure)
        return found

    def alike(self, figure: Figure) -> list[Figure]:
        """The printed figures of the same thing, whatever their units and times."""
        return self._alike.get(_name(figure), [])

    def of(self, kind: type[F]) -> Iterator[F]:
        return iter(self._of.get(kind, ()))  # type: ignore[arg-type]

    def spans(self, *figures: Figure) -> tuple[Span, ...]:
        """Where the figures are printed: each once, at its first printing, in the order given."""
        first = (next(iter(self.printed[figure])) for figure in figures if figure in self.printed)
        return tuple(dict.fromkeys(first))


def _name(figure: Figure) -> tuple[object, ...]:
    return figure.entity, figure.metric, figure.segment, figure.status
