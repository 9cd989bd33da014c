"""A document and its view come in; out go the names in it and the entities that they refer to."""

from __future__ import annotations

from typing import Literal, cast

from crossfoot.mentions import anaphor, entity, name_han, name_latin
from crossfoot.mentions.view import View
from crossfoot.model import Block, Document, Entity, Mention, Name, Span

Kind = Literal["organisation", "person", "place", "instrument", "product", "index", "law"]
_LEAVES = ("sentence", "cell")


def find_names(document: Document, view: View) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Names in reading order, each with the id of its entity, and the entities in the order of their first mention."""
    leaves = leaves_of(document, view)
    han = name_han.candidates(view.text, leaves)
    latin = name_latin.candidates(view.text, leaves)
    found = _merged(han, latin)
    named, registry = entity.resolve(view.text, found)
    pointed = anaphor.resolve(view.text, leaves, named, registry)
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    for c, key in sorted([*named, *pointed], key=lambda pair: (pair[0].start, -pair[0].end)):
        span = Span(document.id, *view.span(c.start, c.end))
        mentions.append(Mention(span, "name", Name(cast(Kind, c.kind), key), c.rule))
        if key not in entities:
            forms = registry.names[key]
            longest = min(forms, key=lambda form: (-len(form), form))
            entities[key] = Entity(key, longest, registry.kinds[key], tuple(sorted(forms - {longest})))
    return tuple(mentions), tuple(entities.values())


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
