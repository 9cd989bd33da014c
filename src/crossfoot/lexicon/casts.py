"""Verbs by which somebody stands to somebody, or becomes something else, and which part fills which field."""

from __future__ import annotations

from functools import cache
from typing import Generic, TypeVar

from crossfoot.lexicon import Row, load_if
from crossfoot.lexicon.deeds import inflected

_Row = TypeVar("_Row", bound="Verb")
Slots = str | tuple[str, ...]


class Verb(Row, frozen=True, kw_only=True):
    verbs: tuple[str, ...]
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    of: str = ""
    needs: str = ""
    heads: str = ""
    all: bool = False  # every part named for the first field counts, not only the first that is there


class Bearing(Verb, frozen=True, kw_only=True):
    relation: str
    subject: Slots
    object: Slots
    several: str = ""  # the relation where more than one does it
    also: str = ""
    by: str = ""
    stays: bool = False
    dated: bool = False


class Becoming(Verb, frozen=True, kw_only=True):
    kind: str
    before: Slots
    after: Slots
    ahead: bool = False  # only of what is to come
    together: bool = False  # more than one is needed
    authority: bool = False


class Turning(Row, frozen=True, kw_only=True):
    """A noun that says what becomes of somebody: "the merger of Holm and Idris"."""

    kind: str
    nouns: tuple[str, ...]
    before: Slots
    after: Slots
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    of: str = ""
    heads: str = ""
    all: bool = False
    together: bool = False
    needs: str = ""
    ahead: bool = False


class Once(Row, frozen=True):
    lead: frozenset[str]
    called: tuple[str, ...]
    now: frozenset[str]
    split: frozenset[str]
    withdrawn: frozenset[str]
    planned: frozenset[str]


class _Casts(Row, frozen=True):
    irregular: dict[str, tuple[str, ...]]
    kin: dict[str, frozenset[str]]
    bearing: tuple[Bearing, ...]
    becoming: tuple[Becoming, ...]
    turning: tuple[Turning, ...]
    once: Once


class Verbs(Generic[_Row]):
    """Rows by the first word of each form of their verbs: the words behind it, the shapes that it may be, the row."""

    def __init__(self, rows: tuple[_Row, ...], irregular: dict[str, tuple[str, ...]]) -> None:
        self.rows = rows
        self.forms: dict[str, list[tuple[tuple[str, ...], dict[str, int], _Row]]] = {}
        for row in rows:
            for verb in row.verbs:
                first, *rest = verb.split()
                shapes: dict[str, dict[str, int]] = {}
                for shape, form in inflected(first, irregular.get(first, ())):
                    shapes.setdefault(form, {})[shape] = 1 + len(rest)
                for form, known in shapes.items():
                    self.forms.setdefault(form, []).append((tuple(rest), known, row))
        for filed in self.forms.values():
            filed.sort(key=lambda entry: -len(entry[0]))
        self.firsts = frozenset(self.forms)


class Casts:
    def __init__(self, rows: _Casts) -> None:
        self.kin = rows.kin
        self.bearing = Verbs(rows.bearing, rows.irregular)
        self.becoming = Verbs(rows.becoming, rows.irregular)
        self.once = rows.once
        self.turning = {noun: row for row in rows.turning for noun in row.nouns}
        self.nouns = frozenset(noun.split()[-1] for noun in self.turning)
        self.rows = rows.turning
        self.triggers = self.nouns | rows.once.lead | rows.once.now | self.bearing.firsts | self.becoming.firsts


def slots(named: Slots) -> tuple[str, ...]:
    """The parts that may fill a field, in order.

    >>> slots("agent"), slots(("into", "to"))
    (('agent',), ('into', 'to'))
    """
    return (named,) if isinstance(named, str) else named


@cache
def casts(lang: str) -> Casts | None:
    """The rows of a language; None where it has none.

    >>> rows = casts("en")
    >>> rows is not None and "regulates" in rows.triggers
    True
    """
    rows = load_if(f"{lang}/cast.toml", _Casts)
    return None if rows is None else Casts(rows)
