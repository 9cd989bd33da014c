"""What a percentage is a part of, read by grammar: the verbs around it, inflected, and the small words between."""

from __future__ import annotations

from functools import cache, cached_property

from crossfoot.lexicon import Row, load_if
from crossfoot.lexicon.deeds import inflected

Forms = dict[str, tuple[str, frozenset[tuple[str, ...]]]]  # by form: its shape, and what may stand behind it


class _Parts(Row, frozen=True):
    forming: tuple[str, ...]
    having: tuple[str, ...]
    drawing: tuple[str, ...]
    coming: tuple[str, ...]
    moving: tuple[str, ...]
    done: frozenset[str]
    leading: frozenset[str]
    abroad: frozenset[str]
    bare: frozenset[str]
    shares: frozenset[str]
    kinds: frozenset[str]
    standing: frozenset[str]
    owned: frozenset[str]
    sold: frozenset[str]
    hedges: frozenset[str]
    rest: frozenset[str]
    equating: frozenset[str]
    parting: frozenset[str]
    since: frozenset[str]
    compared: frozenset[str]
    opening: frozenset[str]
    plain: frozenset[str]
    strong: frozenset[str]
    ruling: frozenset[str]
    ratios: frozenset[str]
    people: frozenset[str]
    tops: frozenset[str]
    ranked: frozenset[str]
    held: frozenset[str]  # of these no phrasing has a share either
    vague: frozenset[str]
    unnamed: frozenset[str]
    irregular: dict[str, tuple[str, ...]]


class Parts:
    """The rows of a language; each list of verbs by form.

    >>> parts("en").forming["made"]
    ('past', frozenset({('up',)}))
    """

    def __init__(self, rows: _Parts) -> None:
        self.rows = rows

    @cached_property
    def forming(self) -> Forms:
        return _forms(self.rows.forming, self.rows.irregular)

    @cached_property
    def having(self) -> Forms:
        return _forms(self.rows.having, self.rows.irregular)

    @cached_property
    def drawing(self) -> Forms:
        return _forms(self.rows.drawing, self.rows.irregular)

    @cached_property
    def coming(self) -> Forms:
        return _forms(self.rows.coming, self.rows.irregular)

    @cached_property
    def moving(self) -> Forms:
        return _forms(self.rows.moving, self.rows.irregular)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """What ends a noun phrase before it: third persons and past forms, which seldom are nouns."""
        known = (self.forming, self.having, self.drawing, self.coming, self.moving)
        return frozenset(
            form for forms in known for form, (shape, _) in forms.items() if shape in ("past", "participle")
        ) | frozenset(f for f, (shape, _) in self.coming.items() if shape == "third" or f in self.rows.bare)


def _forms(verbs: tuple[str, ...], irregular: dict[str, tuple[str, ...]]) -> Forms:
    found: dict[str, tuple[str, set[tuple[str, ...]]]] = {}
    for verb in verbs:
        first, *rest = verb.split()
        for shape, form in inflected(first, irregular.get(first, ())):
            found.setdefault(form, (shape, set()))[1].add(tuple(rest))
    return {form: (shape, frozenset(rests)) for form, (shape, rests) in found.items()}


@cache
def parts(lang: str) -> Parts | None:
    """The rows of a language; None where it has none."""
    rows = load_if(f"{lang}/part.toml", _Parts)
    return None if rows is None else Parts(rows)
