"""Names: organisations first, with the entity that each mention stands for."""

from __future__ import annotations

from crossfoot import documents
from crossfoot.mentions.name import find_names
from crossfoot.mentions.view import View
from crossfoot.model import Source


def names(text: str, kind: str = "organisation") -> list[str]:
    document = documents.read(Source("case", text))
    mentions, _ = find_names(document, View.of(document.text))
    return [
        document.text[m.span.start : m.span.end]
        for m in mentions
        if m.value.kind == kind and m.rule not in ("anaphor", "part")  # type: ignore[union-attr]
    ]


def test_a_coordination_splits_only_where_both_sides_have_a_head() -> None:
    assert names("He joined the Ministry of Trade and Industry.") == ["Ministry of Trade and Industry"]
    assert names("They are Norfolk Tool Co and Weston Paper Corp.") == ["Norfolk Tool Co", "Weston Paper Corp"]
