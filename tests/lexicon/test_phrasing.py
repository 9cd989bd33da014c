"""Which rows a sentence is asked for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from crossfoot.lexicon.phrasing import CODE, Book, Phrasing, Phrasings, Shared, compile_row, gap

ROWS = Phrasings(
    phrasing=(
        Phrasing("moved", "{direction} [by] {rate:percent}", ("up 2%",)),
        Phrasing("allowed", "{who:words} (is allowed|are free) to {amount}", ("it is allowed to 3",)),
        Phrasing("anything", "[then] *", ("then",)),
    )
)


def book(lang: str = "en") -> Book:
    return Book([compile_row(row, Shared(ROWS, lang, "test.toml")) for row in ROWS.phrasing])


@pytest.mark.parametrize(
    ("tokens", "names"),
    [
        (["sales", CODE["up"], CODE["percent"]], ["moved", "anything"]),
        (["it", "is", "allowed", "to", CODE["number"]], ["allowed", "anything"]),
        (["it", "is", "to", "be", "allowed", CODE["number"]], ["anything"]),  # two words that it asks for stand apart
        (["sales", CODE["up"]], ["anything"]),
        ([], ["anything"]),
    ],
)
def test_a_sentence_is_asked_for_the_rows_that_it_has_the_tokens_for(tokens: list[str], names: list[str]) -> None:
    rows, present = book(), frozenset([*tokens, *map(" ".join, pairwise(tokens))])
    assert [rows.rows[i].name for i in rows.likely(present)] == names


def test_words_that_follow_each_other_are_looked_for_as_they_stand() -> None:
    row = book().rows[1]
    said = (["it", "is", "allowed", "to", CODE["number"], ""], ["allowed", "it", "is", "to", CODE["number"], ""])
    together, apart = map(gap("en").join, said)
    assert [len(row.find(coded)) for coded in (together, apart)] == [1, 0]


def test_without_spaces_a_word_may_stand_inside_a_token() -> None:
    rows = Phrasings(phrasing=(Phrasing("to", "增至{amount}", ("增至3",)),))
    row = compile_row(rows.phrasing[0], Shared(rows, "zh", "test.toml"))
    assert row.find("已增至" + CODE["number"])
    assert not row.find("已减至" + CODE["number"])


def test_a_phrase_ends_where_a_stop_of_its_file_begins() -> None:
    row = Phrasing("opens", "{who:party} opened {what:phrase} $", ("Anlow opened a plant.",))
    rows = Phrasings((row,), stops=("as part of", "in {time}", ", helping"))
    matcher = compile_row(row, Shared(rows, "en", "test.toml"))

    def what(text: str) -> list[str]:
        coded = gap("en").join([*text.replace("MAY", CODE["time"]).split(), ""])
        return [" ".join(coded[slice(*roles["what"])].split()) for roles in matcher.find(coded)]

    assert what("anlow opened a plant as part of it .") == ["a plant"]
    assert what("anlow opened a part of a plant in MAY") == ["a part of a plant"]
    assert what("anlow opened a plant , helping trade .") == ["a plant"]
    assert what("anlow said it opened a plant in may .") == ["a plant in may"]


def test_signs_and_ends_of_words_that_a_row_cannot_do_without_are_asked_for_first() -> None:
    aside = Phrasing("aside", "{level:money} '(' {since:money}", ("$5 ($4)",))
    aside_row = compile_row(aside, Shared(Phrasings((aside,)), "en", "en/change.toml"))
    assert not aside_row.may_fit(frozenset([CODE["money"], "from"]))
    assert aside_row.may_fit(frozenset([CODE["money"], "("]))
    seat = Phrasing("seat", "{seat:-based} {who:name}", ("Arlen-based Corvo",))
    seat_row = compile_row(seat, Shared(Phrasings((seat,)), "en", "en/attribute.toml"))
    assert seat_row.find("  ".join(["arlen-based", CODE["name"], ""]))
    assert not seat_row.find("  ".join(["arlen", CODE["name"], ""]))


def test_without_spaces_a_mention_may_stand_for_a_word_of_direction() -> None:
    row = Phrasing("raises", "{what:words} (上调|下调) {level:money}", ("票价上调5元",))
    found = compile_row(row, Shared(Phrasings((row,)), "zh", "zh/change.toml"))
    assert found.may_fit(frozenset(["票", CODE["up"], CODE["money"]]))
    assert not found.may_fit(frozenset(["票", "价", CODE["money"]]))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_row_whose_words_stand_in_another_order_is_not_compiled(lang: str) -> None:
    row = compile_row(ROWS.phrasing[1], Shared(ROWS, lang, "test.toml"))
    behind = gap(lang)

    def found(*tokens: str) -> bool:
        return bool(row.find("".join(f"{token}{behind}" for token in tokens)))

    allowed = ["is", "allowed", "to"] if behind else ["isallowedto"]
    assert not found(CODE["count"], "it", *allowed)
    assert row._pattern is None
    assert found("it", *allowed, CODE["count"])
    assert row._pattern is not None
    assert not found(CODE["count"], "it", *allowed)
