"""What securities and loans are called, and the verbs and small words around them, in languages with spaces."""

from __future__ import annotations

import re
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, load_if
from crossfoot.lexicon.deeds import deeds, inflected


class _Rows(Row, frozen=True):
    papers: frozenset[str]
    led: dict[str, frozenset[str]]
    unissued: frozenset[str]
    through: frozenset[str]
    sized: tuple[str, ...]
    within: frozenset[str]
    paying: frozenset[str]
    due: frozenset[str]
    running: frozenset[str]
    halts: frozenset[str]
    portions: frozenset[str]
    old: frozenset[str]
    floating: frozenset[str]
    terms: frozenset[str]
    owners: frozenset[str]
    issuers: tuple[str, ...]
    uses: tuple[str, ...]
    verbs: dict[str, tuple[str, ...]]
    others: dict[str, tuple[str, ...]]


class Securities:
    """The rows of a language, with all forms of its verbs: their shape, the words behind the first, the status."""

    def __init__(self, lang: str, rows: _Rows) -> None:
        self.papers, self.led, self.unissued, self.through = rows.papers, rows.led, rows.unissued, rows.through
        self.said = rows.papers.union(*rows.led.values())  # without one of these no paper is spoken of
        self.sized, self.within, self.paying, self.due = rows.sized, rows.within, rows.paying, rows.due
        self.running, self.halts = rows.running, rows.halts
        self.portions, self.old, self.floating = rows.portions, rows.old, rows.floating
        self.terms, self.owners = rows.terms, rows.owners
        labels = "|".join(map(re.escape, rows.issuers))
        self.issuer = late(rf"(?:^|\n)[ *•-]*(?:{labels})[ ]?: ?([^\n;:]{{3,80}}?)[.,]?(?=\n|$)", re.IGNORECASE)
        self.used = late(rf"\b(?:{'|'.join(map(re.escape, sorted(rows.uses, key=len, reverse=True)))}) ", re.IGNORECASE)
        self.forms: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
        verbal = deeds(lang)
        known = verbal.irregular if verbal is not None else {}
        for status, verbs in (*rows.verbs.items(), *rows.others.items()):
            for verb in verbs:
                first, *rest = verb.split()
                for shape, form in inflected(first, known.get(first, ())):
                    self.forms.setdefault(form, []).append((shape, tuple(rest), status))
        for forms in self.forms.values():
            forms.sort(key=lambda form: -len(form[1]))
        self.spoken = frozenset(self.forms)


@cache
def securities(lang: str) -> Securities | None:
    rows = load_if(f"{lang}/security.toml", _Rows)
    return Securities(lang, rows) if rows is not None else None
