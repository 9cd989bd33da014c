"""A document and its view come in; out go the names in it and the entities that they refer to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, cast

from crossfoot.mentions import anaphor, entity, name_han, name_latin
from crossfoot.mentions import known as own_list
from crossfoot.mentions.view import View
from crossfoot.model import Block, Directory, Document, Entity, Mention, Name, Span, Tagger

Kind = Literal["organisation", "person", "place", "instrument", "product", "index", "law"]
_LEAVES = ("sentence", "cell")
_LONGEST = 120  # characters of a name


def find_names(
    document: Document, view: View, known: Directory | None = None, tagger: Tagger | None = None
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Names in reading order, each with the id of its entity, and the entities in the order of their first mention."""
    leaves = leaves_of(document, view)
    han = name_han.candidates(view.text, leaves)
    latin = name_latin.candidates(view.text, leaves)
    found = _merged(han, latin)
    if tagger is not None:
        found = _beside(found, list(_tagged(document, view, leaves, tagger)))
    if known is not None:
        found = _listed(found, list(own_list.candidates(view.text, leaves, known)))
    named, registry = entity.resolve(view.text, found)
    pointed = anaphor.resolve(view.text, leaves, named, registry)
    owners = {} if known is None else {key: own_list.owner(known, forms) for key, forms in registry.names.items()}
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    for c, key in sorted([*named, *pointed], key=lambda pair: (pair[0].start, -pair[0].end)):
        span = Span(document.id, *view.span(c.start, c.end))
        owner = owners.get(key)
        who = owner.id if owner else key
        mentions.append(Mention(span, "name", Name(cast(Kind, c.kind), who), c.rule))
        if who not in entities:
            entities[who] = _entity(key, registry, owner)
    return tuple(mentions), tuple(entities.values())


def _entity(key: str, registry: entity.Registry, owner: Entity | None) -> Entity:
    """As the text names it at its longest, or as the user's list does."""
    forms = registry.names[key]
    name = owner.name if owner else min(forms, key=lambda form: (-len(form), form))
    return Entity(owner.id if owner else key, name, registry.kinds[key], tuple(sorted(forms - {name})))


def _listed(found: list[name_latin.Candidate], listed: list[name_latin.Candidate]) -> list[name_latin.Candidate]:
    """The user's names take the place of what the rules made of their words, unless those are part of a longer name."""
    kept = [
        c
        for c in listed
        if not any(f.kind is not None and f.start <= c.start and c.end < f.end for f in _over(found, c))
    ]
    taken = {i for c in kept for i in range(c.start, c.end)}
    rest = [f for f in found if taken.isdisjoint(range(f.start, f.end))]
    return sorted([*kept, *rest], key=lambda c: (c.start, -c.end))


def _tagged(
    document: Document, view: View, leaves: list[name_latin.Leaf], tagger: Tagger
) -> Iterator[name_latin.Candidate]:
    """What a tagger sees in each leaf, in the language of the document."""
    for number, (start, end, _, _) in enumerate(leaves):
        for first, last, kind in tagger.names(view.text[start:end], document.lang):
            at, stop = start + first, start + last
            if 0 <= first < last <= end - start:
                via = tagger.name(document.lang)
                yield name_latin.Candidate(at, stop, view.text[at:stop], kind, via, number)


def _beside(found: list[name_latin.Candidate], tagged: list[name_latin.Candidate]) -> list[name_latin.Candidate]:
    """A second opinion counts where no rule has one; it takes the place of a run that was only capitals."""
    decided = {i for c in found if c.kind is not None for i in range(c.start, c.end)}
    kept = [c for c in tagged if decided.isdisjoint(range(c.start, c.end))]
    taken = {i for c in kept for i in range(c.start, c.end)}
    rest = [c for c in found if c.kind is not None or taken.isdisjoint(range(c.start, c.end))]
    return sorted([*kept, *rest], key=lambda c: (c.start, -c.end))


def _over(found: list[name_latin.Candidate], c: name_latin.Candidate) -> list[name_latin.Candidate]:
    """Candidates around a place; they stand in reading order and are short."""
    at = bisect_left(found, c.start - _LONGEST, key=lambda f: f.start)
    return [f for f in found[at : at + _LONGEST] if f.start <= c.start and f.end > c.start]


def _merged(han: list[name_latin.Candidate], latin: list[name_latin.Candidate]) -> list[name_latin.Candidate]:
    """Both in reading order; a Latin run inside a Chinese name is part of it."""
    if not han:
        return latin
    used = {i for c in han if c.kind != "place" for i in range(c.start, c.end)}
    return sorted(
        [*han, *(c for c in latin if used.isdisjoint(range(c.start, c.end)))], key=lambda c: (c.start, -c.end)
    )


def leaves_of(document: Document, view: View) -> list[tuple[int, int, str, int]]:
    """The blocks that hold the words: offsets of the view, the kind of what holds them, the item they are in."""
    leaves: list[tuple[int, int, str, int]] = []
    item = 0
    for block in document.blocks:
        if block.kind in ("item", "heading"):
            item += 1
        if block.kind in _LEAVES:
            parent: Block | None = document.blocks[block.parent] if block.parent >= 0 else None
            kind = parent.kind if parent is not None and block.kind == "sentence" else block.kind
            leaves.append((view.at(block.span.start), view.at(block.span.end), kind, item))
    return leaves or [(0, len(view.text), "paragraph", 0)]
