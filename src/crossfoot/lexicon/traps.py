"""Numbers that are no quantities: the rows of <lang>/traps.toml, by the words that give them away."""

from __future__ import annotations

from functools import cache

from crossfoot.errors import LexiconError
from crossfoot.lexicon import Row, load
from crossfoot.lexicon.tokens import Tokens

KINDS = {
    "section",
    "identifier",
    "model",
    "version",
    "index",
    "clock",
    "address",
    "ticker",
    "phone",
    "url",
    "score",
    "ratio",
    "list",
}


class Trap(Row, frozen=True):
    kind: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    number: tuple[str, ...] = ()  # only these numbers
    whole: tuple[str, ...] = ()  # words that hold a number themselves, for languages without spaces
    capital: bool = False
    loose: bool = False  # not where the number counts what stands behind it


class Traps(Row, frozen=True):
    trap: tuple[Trap, ...]


@cache
def traps(lang: str) -> tuple[Trap, ...]:
    rows = load(f"{lang}/traps.toml", Traps).trap
    for row in rows:
        if row.kind not in KINDS:
            raise LexiconError(f"{lang}/traps.toml: kind {row.kind!r}: write one of {', '.join(sorted(KINDS))}")
    return rows


@cache
def signs(lang: str, place: str) -> dict[str, list[tuple[list[str], Trap]]]:
    """The forms before a number by their last word, those after it by their first, longest first."""
    table: dict[str, list[tuple[list[str], Trap]]] = {}
    for row in traps(lang):
        for form in getattr(row, place):
            parts = Tokens(form).words
            table.setdefault(parts[-1] if place == "before" else parts[0], []).append((parts, row))
    for found in table.values():
        found.sort(key=lambda item: -len(item[0]))
    return table
