"""A quantity while it is read: token by token it learns its unit, hedge and range, then becomes a `Quantity`."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol

from crossfoot.lexicon.numerals import Numeral
from crossfoot.lexicon.units import Unit
from crossfoot.mentions.view import View
from crossfoot.model import Quantity, QuantityKind


class Places(Protocol):
    """Where the tokens of a stretch start and end."""

    @property
    def starts(self) -> Sequence[int]: ...

    @property
    def ends(self) -> Sequence[int]: ...


class Characters:
    """For languages without spaces: every character of the view is a token, at its own offset."""

    starts: Sequence[int] = range(1 << 30)
    ends: Sequence[int] = range(1, (1 << 30) + 1)


class Draft:
    """Positions are tokens; [first, stop) is all that belongs to the quantity, `number` the bare number."""

    __slots__ = (
        "approx", "attached", "change", "currency", "first", "high", "kind", "low", "negative", "number", "per",
        "scale", "scale_at", "step", "stop", "tokens", "unit", "unit_at",
    )  # fmt: skip

    def __init__(self, tokens: Places, first: int, stop: int, value: Fraction, step: Fraction) -> None:
        self.tokens = tokens
        self.first, self.stop, self.number = first, stop, (first, stop)
        self.low = self.high = value
        self.step = step
        self.scale = 1
        self.scale_at: tuple[int, int] | None = None
        self.unit = ""
        self.unit_at: tuple[int, int] | None = None
        self.kind: QuantityKind = "number"
        self.currency: str | None = None
        self.per: str | None = None
        self.approx: str | None = None
        self.change: str | None = None
        self.negative = self.attached = False

    @classmethod
    def of(cls, tokens: Places, numeral: Numeral) -> Draft:
        draft = cls(tokens, numeral.start, numeral.end, numeral.value, numeral.step)
        draft.number, draft.scale = (numeral.start, numeral.stop), numeral.scale
        if numeral.end > numeral.stop:
            draft.scale_at = (numeral.stop, numeral.end)
        if numeral.kind == "fraction":
            draft.kind = "fraction"
        return draft

    @property
    def start(self) -> int:
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        return self.tokens.ends[self.stop - 1]

    def of_unit(self, row: Unit, at: tuple[int, int]) -> None:
        self.unit, self.kind, self.currency, self.unit_at = row.id, row.kind, row.currency, at  # type: ignore[assignment]

    def scale_by(self, factor: int, at: int | None) -> None:
        self.low, self.high, self.step, self.scale = (
            self.low * factor,
            self.high * factor,
            self.step * factor,
            self.scale * factor,
        )
        if at is not None:
            self.scale_at, self.stop = (at, at + 1), at + 1

    def done(self, view: View) -> Quantity:
        low, high = (-self.high, -self.low) if self.negative else (self.low, self.high)

        def chars(at: tuple[int, int] | None) -> tuple[int, int] | None:
            if at is None:
                return None
            first = self.tokens.starts[at[0]]
            return view.span(first, self.tokens.ends[at[1] - 1] if at[1] > at[0] else first)  # 翻番 has no digits

        return Quantity(
            low=low, high=high, step=self.step, unit=self.unit, kind=self.kind, currency=self.currency, per=self.per,
            approx=self.approx, change=self.change, digits=chars(self.number) or (0, 0), scale=self.scale,
            scale_word=chars(self.scale_at), unit_word=chars(self.unit_at), folds=view.folds(self.start, self.end),
        )  # fmt: skip
