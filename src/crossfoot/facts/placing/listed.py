"""Places that a list deals out: "with Orla second and Vant third", "the biggest are A, B and C, in that order".

A sentence that ranks something and the reader of its places come in; who takes which place goes out, as a phrase with
its number. What is ranked, and where, is what the sentence says of its superlative, if anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.placing.places import Places
from crossfoot.facts.sentence import casting, nouns, syntax
from crossfoot.facts.sentence.nouns import Phrase
from crossfoot.model import Name

_BETWEEN = 4  # tokens between a name and its place
_LEAST = 2  # places of a list
_CLOSED = frozenset({",", ".", ";", "and", "with", ")", "but", "while"})


def dealt(reader: Places, ranked: bool) -> Iterator[tuple[Phrase, int]]:
    """Who takes which place; beside an ordinal only where the sentence ranks somebody already."""
    found = list(_in_order(reader))
    yield from found
    if ranked or found:
        yield from _ordinals(reader)


def among(reader: Places) -> tuple[str | None, str | None]:
    """What a list ranks, and where: "The biggest | dairies | in | Norland | are ..."."""
    for at, word in enumerate(reader.words):
        if word.text in reader.rows.superlatives and (end := reader.noun(at + 1)) > at + 1:
            said = reader.text[reader.words[at + 1].start : reader.words[end - 1].end]
            return said, reader.among_place(end) or reader.place
    return reader.among, reader.place


def _in_order(reader: Places) -> Iterator[tuple[Phrase, int]]:
    """ "the biggest dairies are Marlow, Idris and Vant, in that order"."""
    tokens = reader.sentence.tokens
    said = " ".join(token.text for token in tokens)
    if not any(order in said for order in reader.rows.orders):
        return
    for at, token in enumerate(tokens[:-1]):
        if token.mention is not None or token.text not in reader.small.be | {":"}:
            continue
        listed = casting.several(reader.frame, at + 1)
        if len(listed) >= _LEAST and all(party.named for party in listed):
            yield from ((Phrase(p.who, p.first, p.last, p.who), n) for n, p in enumerate(listed, 1))
            return


def _ordinals(reader: Places) -> Iterator[tuple[Phrase, int]]:
    """ "with | Orla | second and Vant third"."""
    tokens = reader.sentence.tokens
    for at, token in enumerate(tokens[:-2]):
        known = token.mention is not None and isinstance(token.mention.value, Name) and token.mention.rule != "anaphor"
        strange = token.mention is None and at > reader.sentence.opening and syntax.capital(reader.sentence, at)
        if not (known or strange) or (strange and syntax.capital(reader.sentence, at + 1)):
            continue
        nth = at + 1  # "Bijli | a distant | third"
        while (
            nth < at + _BETWEEN and nth + 2 < len(tokens) and tokens[nth].text in reader.rows.between | {"came", "was"}
        ):
            nth += 1
        rank = reader.rows.ordinals.get(reader.text[tokens[nth].start : tokens[nth].end].lower(), 0)
        if rank > 1 and tokens[nth + 1].text in _CLOSED:
            first = at
            while strange and first - 1 > reader.sentence.opening and syntax.capital(reader.sentence, first - 1):
                first -= 1
            if (who := nouns.phrase(reader.frame, first, at + 1)) is not None:
                yield who, rank
