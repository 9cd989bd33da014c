"""Every phrasing row carries its own proof: it matches what it `holds` and not what it `fails`."""

from __future__ import annotations

import pytest

from crossfoot import documents, mentions
from crossfoot.facts import STATED, sentences
from crossfoot.facts.sentence import Sentence
from crossfoot.lexicon.phrasing import Matcher, phrasings
from crossfoot.model import Source

ROWS = [
    pytest.param(row, lang, id=f"{lang}/{fact}: {row.name}")
    for lang in ("en", "zh")
    for fact, _ in STATED
    for row in phrasings(fact, lang)
]


def fits(row: Matcher, text: str, lang: str) -> bool:
    document = documents.read(Source("row", text, lang=lang))
    read = sentences(document, mentions.find(document).mentions)
    coded = (Sentence(document, block.span, inside, lang) for block, inside in read)
    return any(row.may_fit(sentence.present) and sentence.matches(row) for sentence in coded)


@pytest.mark.parametrize(("row", "lang"), ROWS)
def test_a_row_holds_what_it_says_it_holds(row: Matcher, lang: str) -> None:
    missed = [text for text in row.row.holds if not fits(row, text, lang)]
    assert not missed


@pytest.mark.parametrize(("row", "lang"), ROWS)
def test_a_row_fails_what_looks_alike(row: Matcher, lang: str) -> None:
    taken = [text for text in row.row.fails if fits(row, text, lang)]
    assert not taken
