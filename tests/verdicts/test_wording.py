"""Verdicts in words: labels, numbers in the style of the text, lines of arithmetic."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crossfoot import Source, check
from crossfoot.interval import between, exactly
from crossfoot.lexicon import told
from crossfoot.model import Document, Figure, Period, Quantity, Span
from crossfoot.verdicts import wording


def document(text: str, lang: str = "en") -> Document:
    return Document("d", text, lang, None, None, ())


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(None, "sales_volume", (), Period(None, None, "2019-04")), "total sales volume, April 2019"),
        (Figure(None, "sales_volume", (), None, status="target"), "sales volume target"),
        (Figure(None, "sales_volume", status="left to the target"), "sales volume left to the target"),
        (Figure(None, "assets", (), Period(None, None, "2023")), "total assets, 2023"),
        (Figure(None, "exchange rate", (("pair", "CNY/USD"),)), "yuan a dollar"),
        (Figure(None, "exchange rate", (("pair", "CNY/XXX"),)), "yuan a XXX"),
        (Figure(None, "other:tall ships"), "tall ships"),
        (Figure(None, ""), "figure"),
        (
            Figure(None, "growth of net_profit", (), Period(None, None, "2020-Q1")),
            "growth of net profit, first quarter 2020",
        ),
    ],
)
def test_what_a_figure_is_called(figure, words):
    assert wording.label(figure) == words


@pytest.mark.parametrize(
    ("range_", "words"),
    [
        (exactly(206027), "206,027"),
        (between(103735, 103909), "103,735..103,909"),
        (between(10, None), "at least 10"),
        (between(None, Fraction(51)), "at most 51"),
        (between(None, None), "anything"),
        (between(Fraction("0.45301"), Fraction("0.45399")), "0.45301..0.45399"),
    ],
)
def test_how_a_range_is_written(range_, words):
    assert wording.spread(range_) == words


@pytest.mark.parametrize(
    ("text", "mantissa", "like", "words"),
    [
        ("43,607", "43067", "43067", "43,067"),
        ("4.62", "4.26", "4.26", "4.26"),
        ("eight", "7", "7", "seven"),
        ("Eight", "7", None, "Seven"),
        ("950", "1950", "1950", "1,950"),
        ("9500", "19500", "19500", "19500"),
        ("４３，６０７", "43067", "43067", "４３，０６７"),
        ("５．６", "6.5", "6.5", "６．５"),
    ],
)
def test_numbers_in_the_style_of_the_text(text, mantissa, like, words):
    assert wording.number(document(text), Span("d", 0, len(text)), Fraction(mantissa), like) == words


def test_digits_of_full_width_are_digits():
    quantity = Quantity(Fraction("42.6") * 10**4, Fraction("42.6") * 10**4, Fraction(1000), "", "count", scale=10**4)
    assert wording.bare(document("４２．６万", "zh"), Span("d", 0, 4), quantity) == ("42.6", 10**4)


@pytest.mark.parametrize(
    ("word", "scale", "lang", "other"),
    [
        ("million", 10**6, "en", "billion"),
        ("mln", 10**6, "en", "bln"),
        ("bn", 10**9, "en", "mn"),
        ("亿", 10**8, "zh", "万"),
        ("Billion", 10**9, "en", "Million"),
    ],
)
def test_scale_words_in_the_same_form(word, scale, lang, other):
    quantity = Quantity(Fraction(1), Fraction(1), Fraction(1), "", "money", scale=scale)
    found = [w for _, w in wording.other_scales(document(word, lang), Span("d", 0, len(word)), quantity)]
    assert other in found
    assert word not in found


def test_lines_of_arithmetic(geely):
    lines = {v.arithmetic for v in geely.solve()}
    assert "43,067 + 61,179 + 1,222 = 105,468; stated 105,500 (to 100s)" in lines
    assert "4,366 / (1 - 38%) = 6,833..7,160" in lines
    assert "30 billion / 4.26 billion = 7.034..7.051" in lines
    assert "311,495 - 105,468 = 206,027" in lines
    assert "23 billion + 7 billion = 30 billion" in lines


def test_what_a_finding_says(geely):
    def message(right: str, wrong: str) -> str:
        return next(v.message for v in geely.but(right, wrong).solve() if v.message)

    assert message("sedans:43,067", "sedans:43,607") == (
        "sedans, SUVs and MPVs make 106,008; the total says 105,500; domestic and export make 105,468"
    )
    assert message("attained:22%", "attained:32%").endswith("1.41 million is 451,200; the text says 311,495")


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        (
            "Corran Foods sold 41,200 boxes in April 2024, up from 42,525 boxes a year earlier.",
            '"up" from 42,525 boxes means more than that; the text says 41,200',
            "由42,525 boxes“up”应高于该值；文中为41,200",
        ),
        (
            "Sales of Corran Foods fell to 43,100 boxes in 2024 from 41,525 boxes in 2023.",
            '"fell" from 41,525 boxes means less than that; the text says 43,100',
            "由41,525 boxes“fell”应低于该值；文中为43,100",
        ),
    ],
)
def test_a_move_without_a_rate_is_told_by_its_word(text, english, chinese):
    (message,) = (v.message for v in check(Source("note", text)).verdicts if v.code)
    assert (message, told.chinese(message)) == (english, chinese)
