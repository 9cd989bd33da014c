"""What somebody is to a firm or a body: titles and ties, and the verbs by which he is it."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if


class _Titles(Row, frozen=True):
    heads: frozenset[str]
    modifiers: frozenset[str]
    bound: frozenset[str]
    incomplete: frozenset[str]
    skipped: frozenset[str]
    past: frozenset[str]
    loose: frozenset[str]


class Offices(Row, frozen=True):
    closing: frozenset[str]
    chosen: frozenset[str]
    within: frozenset[str]
    turning: frozenset[str]
    bodies: frozenset[str]
    called: dict[str, str]
    titles: _Titles
    ties: dict[str, str]
    is_: dict[str, frozenset[str]]
    published: frozenset[str]  # what somebody publishes: "figures from the Coffee Board"

    def relation(self, words: str) -> str:
        """What a title makes of who has it.

        >>> offices("en").relation("finance chief"), offices("en").relation("deputy governor")
        ('chief_financial_officer_of', 'deputy_governor_of')
        """
        return self.called.get(words) or words.replace("-", "_").replace(" ", "_") + "_of"


@cache
def offices(lang: str) -> Offices | None:
    return load_if(f"{lang}/office.toml", Offices)
