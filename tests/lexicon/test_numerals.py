"""Reading and writing numbers in a language's style."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.lexicon import hanzi, numerals
from crossfoot.lexicon.tokens import Tokens
from crossfoot.model import Quantity


def read(text):
    return numerals.read(Tokens(text), 0)


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("105,500", 105500, 1),
        ("1.41 million", 1410000, 10000),
        ("5-3/4", "23/4", "1/4"),
        ("5 3/4", "23/4", "1/4"),
        ("1/8", "1/8", "1/8"),
        ("7½", "15/2", "1/2"),
        ("12,34,567.89", "123456789/100", "1/100"),
        ("1 234 567.89", "123456789/100", "1/100"),
        ("150 mln", 150000000, 1000000),
        ("twenty-five", 25, 1),
        ("one hundred and five", 105, 1),
        ("twenty-one trillion three hundred", 21000000000300, 1),
        ("two and a half million", 2500000, 500000),
        ("half a million", 500000, 50000),
        ("a dozen", 12, 12),
        ("280-mln", 280000000, 1000000),
        ("two hundred point zero three", "20003/100", "1/100"),
    ],
)
def test_english_numerals(text, value, step):
    numeral = read(text)
    assert (numeral.value, numeral.step) == (Fraction(value), Fraction(step))


@pytest.mark.parametrize("text", ["1.2.3", "1,5", "12345678901234567890123", "1,23"])
def test_what_only_looks_like_a_number(text):
    assert numerals.digits(text) is None


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("1.2万亿元", 1200000000000, 5),
        ("8840万台", 88400000, 5),
        ("1亿2000万元", 120000000, 7),
        ("三十余家", 30, 2),
        ("二百余万元", 2000000, 4),
        ("三万五千亿", 3500000000000, 5),
        ("二百五", 250, 3),
        ("一千零五十", 1050, 5),
        ("二〇二〇", 2020, 4),
        ("十点二三三", "10.233", 5),
        ("5千瓦", 5, 1),
        ("200兆瓦", 200, 3),
        ("两万两", 20000, 2),
    ],
)
def test_chinese_numerals(text, value, end):
    numeral = hanzi.read(text, 0)
    assert numeral.value == Fraction(value)
    assert numeral.end == end


@given(st.integers(0, 10**15), st.integers(0, 6))
def test_digits_are_written_as_they_were_read(number, places):
    whole, decimals = divmod(number, 10**places)
    like = f"{whole:,}" + (f".{decimals:0{places}d}" if places else "")
    value, _ = numerals.digits(like)
    assert numerals.digits(numerals.write(value, like))[0] == value
    assert numerals.write(value, like) == like


@given(st.integers(0, 999999))
def test_words_are_read_as_they_were_written(number):
    text = numerals.write(Fraction(number), "six")
    assert read(text).value == number
    assert read(text).end == len(Tokens(text))


@given(st.integers(0, 9999))
def test_characters_are_read_as_they_were_written(number):
    assert hanzi.read(hanzi.write(number, "三"), 0).value == number
    assert hanzi.read(hanzi.write(number, "叁拾"), 0).value == number


@given(st.integers(1, 999), st.sampled_from([2, 4, 8, 16, 32]), st.data())
def test_fractions_are_written_as_they_were_read(whole, under, data):
    over = data.draw(st.integers(1, under - 1))
    value = whole + Fraction(over, under)
    assert read(numerals.write(value, f"5-1/{under}")).value == value


def test_a_style_that_cannot_say_a_number_says_so():
    assert numerals.write(Fraction(1, 3), "0.33") is None
    assert numerals.write(Fraction(5, 2), "six") is None
    assert numerals.write(Fraction(1, 3), "5-1/4") is None
    assert hanzi.write(10**6, "三") is None


def test_the_scale_is_not_part_of_the_bare_number():
    tokens = Tokens("about 4.26 billion")
    numeral = numerals.read(tokens, 1)
    assert (numeral.start, numeral.stop, numeral.end, numeral.scale) == (1, 2, 3, 10**9)


@given(st.integers(0, 9999))
def test_a_suggestion_keeps_the_style_of_the_text(number):
    assert hanzi.read(numerals.write(Fraction(number), "三十", "zh"), 0).value == number
    wide = numerals.write(Fraction(number), "４３，６０７", "zh")
    assert not any(char in "0123456789,." for char in wide)


@pytest.mark.parametrize(
    ("text", "scaled", "year"),
    [
        ("1985", False, True),
        ("19.4", False, False),
        ("2,015", False, False),
        ("2015", True, False),
        ("2150", False, False),
    ],
)
def test_what_may_be_a_year(text, scaled, year):
    ends = (0, len(text))
    told = Quantity(
        Fraction(1), Fraction(1), Fraction(1), "", "number", digits=ends, scale_word=ends if scaled else None
    )
    assert numerals.like_a_year(told, text) is year
