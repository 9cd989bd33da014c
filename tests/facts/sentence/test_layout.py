"""Where levels, times and ends of clauses stand."""

from __future__ import annotations

from itertools import islice

from crossfoot import documents, facts, mentions
from crossfoot.facts.sentence import Sentence
from crossfoot.facts.sentence.layout import Layout, backwards, between, following
from crossfoot.lexicon.frame import frame_words
from crossfoot.model import Source


def read(text: str) -> tuple[Sentence, Layout]:
    document = documents.read(Source("case", text, published="2024-05-08"))
    block, inside = next(facts.sentences(document, mentions.find(document).mentions))
    sentence = Sentence(document, block.span, inside, block.lang)
    return sentence, Layout(sentence, frame_words(block.lang), ())


def words(sentence: Sentence, places: list[int]) -> list[str]:
    text = sentence.document.text
    return [text[sentence.tokens[i].start : sentence.tokens[i].end] for i in places]


def test_levels_and_times_are_listed_apart_and_a_rate_of_change_is_neither() -> None:
    sentence, layout = read("Sales rose 2% to 3,111 units in April, while exports were 904 units.")
    assert words(sentence, layout.levels) == ["3,111 units", "904 units"]
    assert words(sentence, layout.dated) == ["April"]
    assert words(sentence, layout.ends)[0] == "while"


def test_places_are_asked_for_by_the_token() -> None:
    places = [2, 5, 9]
    assert between(places, 3, 10) == [5, 9]
    assert list(backwards(places, 9, 3)) == [5]
    assert following(places, 5) == 9
    assert following(places, 9) is None


def test_the_nearest_place_is_found_without_a_look_at_the_others() -> None:
    many = list(range(0, 100_000, 2))
    assert list(islice(backwards(many, 50_001, 0), 3)) == [50_000, 49_998, 49_996]
