"""Which figures of a text are how much there is of something."""

from __future__ import annotations

import pytest

from crossfoot import documents, mentions
from crossfoot.facts import sentences
from crossfoot.facts.ties.amounts import row
from crossfoot.facts.ties.claims.shapes import level
from crossfoot.model import Source


def levels(text: str, lang: str, *may: str) -> list[str]:
    document = documents.read(Source("note", text, lang=lang))
    told = list(sentences(document, mentions.find(document).mentions))
    return [text[a.span.start : a.span.end] for a in row(document, told, ()) if level(a, *may)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Sales rose 12% to 84 million euros from 75 million euros.", "en", ["84 million euros"]),
        ("It sold 40 to 50 vans at 30,000 euros each.", "en", []),
        ("The surplus was 4 million euros, and costs were 9 million euros.", "en", ["9 million euros"]),
        ("全年收入86.4亿元，同比增长12%；去年为77.1亿元。", "zh", ["86.4亿元"]),
    ],
)
def test_what_there_is(text: str, lang: str, expected: list[str]) -> None:
    assert levels(text, lang) == expected


def test_a_mark_may_not_matter_to_who_asks() -> None:
    text = "The surplus was 4 million euros, and costs were 9 million euros."
    assert levels(text, "en", "gap") == ["4 million euros", "9 million euros"]
