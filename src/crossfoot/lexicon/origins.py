"""When and by whom a body was founded, where it sits and where it is listed, read by grammar: the words that say so."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if, union


class Origins(Row, frozen=True):
    founded: frozenset[str]
    seated: frozenset[str]
    listed: frozenset[str]
    seats: frozenset[str]
    markets: frozenset[str]
    ending: tuple[str, ...]
    first: frozenset[str]
    stops: frozenset[str]
    kin: frozenset[str]
    kinds: frozenset[str]
    pointing: frozenset[str]
    generic: frozenset[str]
    become: frozenset[str]
    called: frozenset[str]
    ending_kinds: frozenset[str]

    @property
    def begins(self) -> frozenset[str]:
        """With one of these all begins that says where a body comes from, but for what ends so."""
        return union(_firsts(self.founded), self.seated, self.listed)


@cache
def _firsts(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(form.split()[0] for form in forms)


@cache
def origins(lang: str) -> Origins | None:
    """The rows of a language; None where it has none.

    >>> rows = origins("en")
    >>> rows is not None and "headquartered" in rows.seated
    True
    """
    return load_if(f"{lang}/origin.toml", Origins)
