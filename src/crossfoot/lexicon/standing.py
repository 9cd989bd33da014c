"""Words that say how a statement stands: planned, announced, past, denied; and the small words around a party."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load


class Standing(Row, frozen=True):
    articles: frozenset[str]
    trailing: frozenset[str]
    links: frozenset[str]  # a name behind one of these is not what is spoken of: "a unit of Geely"
    places: tuple[str, ...]  # what stands before a place
    pronouns: frozenset[str]  # whoever was spoken of just before
    denials: frozenset[str]
    status: dict[str, tuple[str, ...]]  # the first whose words stand in a clause is its status
    pointing: frozenset[str] = frozenset()  # what speaks of somebody without naming him
    measures: frozenset[str] = frozenset()  # what a policy may be called
    holdings: frozenset[str] = frozenset()  # what of a firm may be bought, sold or belong to another
    deciding: frozenset[str] = frozenset()  # verbs of a policy, which say more than an aim
    lets: frozenset[str] = frozenset()  # behind one of these somebody may or must do what he does not yet
    dates: frozenset[str] = frozenset()  # what may stand between a phrasing and its time
    spaced: bool = True

    def status_of(self, clause: str) -> str | None:
        """ "planned" for "will be turned into"; None where no word tells."""
        if not self.spaced:
            return next((name for name, words in self.status.items() if any(word in clause for word in words)), None)
        padded = f" {clause} "
        return next((name for name, words in self.status.items() if any(f" {word} " in padded for word in words)), None)


@cache
def standing(lang: str) -> Standing:
    return load(f"{lang}/standing.toml", Standing)
