"""What is so by definition: the rows of identities.toml, checked against the metrics that they speak of."""

from __future__ import annotations

from functools import cache

from crossfoot.errors import LexiconError
from crossfoot.lexicon import Row, load
from crossfoot.lexicon.metrics import metric


class Identity(Row, frozen=True):
    """A row of identities.toml, whose head explains the fields."""

    result: str
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    of: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        return self.plus + self.minus + self.of


class _Identities(Row, frozen=True):
    identity: tuple[Identity, ...]


@cache
def identities() -> tuple[Identity, ...]:
    """All rows.

    >>> identities()[0].terms
    ('exports_value', 'imports_value')
    """
    rows = load("identities.toml", _Identities).identity
    for row in rows:
        unknown = [name for name in (row.result, *row.terms) if metric(name) is None]
        if unknown:
            raise LexiconError(
                f"identities.toml: {row.result!r}: no metric {unknown[0]!r}: add it to metrics.toml first"
            )
        if len(row.of) not in (0, 2) or bool(row.of) == bool(row.plus):
            raise LexiconError(
                f"identities.toml: {row.result!r}: write either plus and minus, or the two metrics of a ratio"
            )
    return rows


@cache
def measured(ratio: str) -> str | None:
    """The measure of which a ratio says by definition how much it is of another; None of what is no such ratio.

    >>> measured("net_margin"), measured("revenue")
    ('net_profit', None)
    """
    return next((row.of[0] for row in identities() if row.of and row.result == ratio), None)
