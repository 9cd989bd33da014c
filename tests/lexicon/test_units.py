"""Units and words: rows that are checked when they are loaded."""

import pytest

from crossfoot.errors import LexiconError
from crossfoot.lexicon import decode, traps, units, words
from crossfoot.lexicon.languages import languages


def test_identity_is_one_row_for_all_languages():
    assert units.forms("en")["vehicle"] is units.forms("zh")["辆"]
    assert units.forms("before")["US$"].currency == "USD"
    assert units.forms("zh")["个百分点"].kind == "percentage-point"


def test_percent_points_and_basis_points_are_three_kinds():
    kinds = [units.forms("en")[form].kind for form in ("percent", "percentage point", "basis point")]
    assert kinds == ["percent", "percentage-point", "basis-point"]


def test_a_cent_of_any_currency_is_a_cent():
    row = units.forms("en")["us cent"]
    assert (row.id, row.currency, row.part) == ("cent", "USD", 100)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            '[a]\ndimension = "mass"\nen = ["kilo"]\n[b]\ndimension = "mass"\nen = ["kilo"]',
            "'kilo' stands in [a] already",
        ),
        ('[a]\ndimension = "weight"', "dimension 'weight': write one of"),
        ('[a]\ndimension = "mass"\nen = ["Kilo"]', "write 'kilo' for 'Kilo'"),
        ('[a]\ndimension = "money"\npart = 1', "write how many make one whole"),
        ('[a]\ndimension = "mass"\ncalled = "b"', "write the id of another row"),
        ('[a]\ndimension = "mass"\ncolour = "red"', "colour"),
    ],
)
def test_a_bad_unit_is_named_with_what_to_write(rows, said):
    with pytest.raises(LexiconError, match=r"mine\.toml") as error:
        units.checked(decode(rows, dict[str, units.Unit], "mine.toml"), "mine.toml")
    assert said in str(error.value)


@pytest.mark.parametrize("lang", languages())
def test_the_words_of_every_language_load(lang):
    assert words.words(lang).direction
    assert traps.traps(lang)


def test_opposites_keep_their_capitals():
    assert words.opposite("rose", "en") == "fell"
    assert words.opposite("Fell", "en") == "Rose"
    assert words.opposite("UP", "en") == "DOWN"
    assert words.opposite("increase", "en") == "decrease"
    assert words.opposite("增长", "zh") == "下降"
    assert words.opposite("units", "en") is None


@pytest.mark.parametrize("lang", languages())
def test_an_opposite_is_the_other_direction(lang):
    senses = words.directions(lang)
    for form, (sense, _) in senses.items():
        other = words.opposite(form, lang)
        assert other is not None
        assert senses[other][0] != sense
