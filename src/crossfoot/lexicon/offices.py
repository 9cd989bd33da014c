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
    possessed: frozenset[str]
    turned: frozenset[str]
    being: frozenset[str]
    rising: frozenset[str]
    public: frozenset[str]
    private: frozenset[str]  # of a firm or a club, and no authority
    staked: frozenset[str]
    over: frozenset[str]
    replacing: frozenset[str]
    firms: frozenset[str]


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

    def tie(self, words: str) -> str | None:
        """What a tie makes of who has it, where its words are one, of one or of several."""
        return self.ties.get(words) or self.ties.get(words.removesuffix("s"))

    def relation(self, words: str) -> str:
        """What a title makes of who has it.

        >>> offices("en").relation("finance chief"), offices("en").relation("deputy governor")
        ('chief_financial_officer_of', 'deputy_governor_of')
        """
        return self.called.get(words) or words.replace("-", "_").replace(" ", "_") + "_of"


@cache
def offices(lang: str) -> Offices | None:
    return load_if(f"{lang}/office.toml", Offices)


@cache
def headwords(lang: str) -> frozenset[str]:
    """The last words of titles and ties, of one and of several.

    >>> {"chairman", "lenders"} <= headwords("en")
    True
    """
    rows = offices(lang)
    if rows is None:
        return frozenset()
    ties = {words.split()[-1] for words in rows.ties}
    return rows.titles.heads | ties | {f"{word}s" for word in ties}
