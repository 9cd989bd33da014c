"""Plain statements of a move, in the orders and words that desks use: what is right is silent."""

from __future__ import annotations

import random
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot import Source, check

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import plain

FORMS = [(lang, form) for lang, kinds in plain.FORMS.items() for forms in kinds.values() for form in forms]
NOUNS = {"en": ("Turnover", "Headcount", "The average rent", "Sales"), "zh": ("净利润", "门店", "用电量", "均价")}
UNITS = {"en": (" million", "", " crowns", " cars"), "zh": ("亿元", "家", "亿千瓦时", "元")}
TIMES = {
    "en": (("last year", "this year"), ("in 2023", "in 2024"), ("in May", "in June"), ("a year ago", "now")),
    "zh": (
        ("去年", "今年"),
        ("2023年", "2024年"),
        ("上月", "本月"),
        ("年初", "年末"),
        ("此前", "目前"),
        ("5月", "6月"),
    ),
}
WORDS = {
    "en": (("up", "down"), ("a rise of", "a fall of"), ("an increase of", "a decrease of"), ("a gain of", "a loss of")),
    "zh": (("增长", "下降"), ("增加", "减少"), ("上升", "下滑"), ("多了", "少了")),
}
ORDERS = {
    "en": (
        "{noun} came to {now}{unit} {then_}, against {base}{unit} {ago}, {word} {rate}%.",
        "{noun} stood at {base}{unit} {ago} and {now}{unit} {then_}, {word} {rate}%.",
        "{noun}: {base}{unit} {ago}, {now}{unit} {then_}, {word} {rate}%.",
        "{noun} went from {base}{unit} {ago} to {now}{unit} {then_}, {word} {rate}%.",
        "{noun} of {now}{unit} {then_} compared with {base}{unit} {ago}, {word} {rate}%.",
        "{noun} {then_} reached {now}{unit}, {word} {rate}%; {ago} it was {base}{unit}.",
    ),
    "zh": (
        "{noun}{ago}{base}{unit}，{then_}{now}{unit}，{word}{rate}%。",
        "{ago}{noun}{base}{unit}，{then_}{noun}{now}{unit}，{word}{rate}%。",
        "{then_}{noun}{now}{unit}，{ago}{base}{unit}，{word}{rate}%。",
        "{then_}{noun}为{now}{unit}，比{ago}的{base}{unit}{word}{rate}%。",
        "{noun}{ago}为{base}{unit}，到{then_}已达{now}{unit}，{word}{rate}%。",
        "{then_}{noun}{word}{rate}%，由{base}{unit}至{now}{unit}。",
        "{then_}{noun}{now}{unit}，{word}{rate}%；{ago}为{base}{unit}。",
    ),
}
ORDER = [(lang, order) for lang, orders in ORDERS.items() for order in orders]


def errors(text: str, lang: str) -> list[str]:
    verdicts = check(Source("plain", text, lang=lang, published="2025-01-20")).verdicts
    return [v.message for v in verdicts if v.code is not None and v.outcome in ("contradicted", "query")]


@pytest.mark.parametrize(("lang", "order"), ORDER)
@settings(max_examples=12)
@given(st.integers(1203, 9891), st.sampled_from([4, 9, 17, 26, 38, -6, -12, -21, -35]), st.data())
def test_what_is_right_is_silent(lang: str, order: str, base: int, by: int, data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(NOUNS[lang]) - 1))
    (ago, then), (up, down) = data.draw(st.sampled_from(TIMES[lang])), data.draw(st.sampled_from(WORDS[lang]))
    now = round(base * Fraction(100 + by, 100))
    rate = abs(Fraction(100 * (now - base), base))
    words = {"noun": NOUNS[lang][which], "unit": UNITS[lang][which], "ago": ago, "then_": then}
    words |= {"word": up if by > 0 else down, "base": f"{base:,}", "now": f"{now:,}"}
    assert errors(order.format(rate=f"{float(rate):.1f}", **words), lang) == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_right_in_the_words_of_the_benchmark_is_silent(lang: str) -> None:
    draw = random.Random(20250120)  # noqa: S311 - the same texts each time
    texts = [form.format(**plain.numbers(draw, lang)) for spoken, form in FORMS if spoken == lang]
    assert [text for text in texts if errors(text, lang)] == []
