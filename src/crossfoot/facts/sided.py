"""Relations of a sentence without spaces come in; out go those whose sides can be somebody.

What only looks like a name is a portion (八成股份), words with a figure in them, a verb's object (一职), a sort of firm
(上市公司) or who only makes rules; and who helps with an issue is not helped by another who does.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.lexicon.bonds import Bonds, bonds
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Name, Relationship

_OWNED = ("shareholder_of", "parent_of", "acquires", "lender_to", "guarantor_of")
_CLUBS = "俱乐部"


def settled(facts: Sequence[Fact], frame: Frame) -> list[Fact]:
    rows = bonds(frame.sentence.lang)
    if rows is None or not any(isinstance(fact, Relationship) for fact in facts):
        return list(facts)
    text, helping = frame.sentence.document.text, frozenset(rows.rows.helpers.values())
    printed = dict[str, str]()
    for _, mention in frame.sentence.names:
        if isinstance(mention.value, Name) and mention.rule != "anaphor":
            printed.setdefault(mention.value.entity, text[mention.span.start : mention.span.end])
    known, nobody = standing(frame.sentence.lang), rows.nobody
    out = list[Fact]()
    for fact in facts:
        if isinstance(fact, Relationship):
            fact = _trimmed(fact, rows, printed)
            one, other = (printed.get(who, who) for who in (fact.subject, fact.object))
            if nobody.search(one) or nobody.search(other) or one.endswith(known.relatives):
                continue
            if fact.relation in _OWNED and other.endswith((*known.bodies, *rows.rows.markets)) and _CLUBS not in other:
                continue
            if fact.relation in helping and (other.endswith(rows.rows.helping) or one == other):
                continue
        out.append(fact)
    return out


def _trimmed(fact: Relationship, rows: Bonds, known: Container[str]) -> Relationship:
    """ "工程师马库斯·霍尔特", "欧阳丹现": a name that only its place told, without the small words around it."""
    one, other = (who if who in known else _bare(who, rows) for who in (fact.subject, fact.object))
    return (
        fact
        if (one, other) == (fact.subject, fact.object)
        else msgspec.structs.replace(fact, subject=one, object=other)
    )


def _bare(who: str, rows: Bonds) -> str:
    bare = rows.leading.sub("", rows.trailing.sub("", who))
    return bare if len(bare) > 1 else who
