"""The facts of an item come in; those go out whose who is somebody, where words are not spaced.

"说明位于风口的物业行业", "加上此前持有的5%股权", "预期公司将获得订单": an everyday word that no reader of names knows
is no subject, whatever its place in the grammar makes of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import msgspec

from crossfoot.model import Attribute, Event, Fact, Issue, Name, Provenance, Relationship

if TYPE_CHECKING:
    from crossfoot.model import Found

WORD = 2  # characters of an everyday word
_WHO = {Attribute: "entity", Relationship: "subject", Event: "actor", Provenance: "agent", Issue: "issuer"}


def without(facts: list[Fact], found: Found) -> list[Fact]:
    known = {m.value.entity for m in found.mentions if isinstance(m.value, Name)}
    return list(_told(facts, known))


def _told(facts: list[Fact], known: Collection[str]) -> Iterator[Fact]:
    for fact in facts:
        field = _WHO.get(type(fact))
        who = getattr(fact, field) if field is not None else None
        if field is None or who is None or who in known or not _everyday(who):
            yield fact
        elif isinstance(fact, Event) and fact.object is not None:
            yield msgspec.structs.replace(fact, actor=None)


def _everyday(who: str) -> bool:
    """Is it an everyday word, alone or before 公司?"""
    from crossfoot.lexicon.ordinary import everyday_pairs  # its list is long, and few facts are asked

    word = who.removesuffix("公司") or who
    return len(word) == WORD and word[0] > "\u2e80" and word in everyday_pairs()
