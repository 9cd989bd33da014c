"""Laws of reading: no text crashes it, every span holds the very words, and the time it takes is linear."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import lines_run
from crossfoot import documents, mentions
from crossfoot.lexicon import hanzi, numerals
from crossfoot.lexicon.tokens import Tokens
from crossfoot.model import Quantity, Source, Timex

PIECES = st.sampled_from(
    [
        "1",
        "2",
        "5,000",
        "3.4",
        "12/5",
        "2020",
        "1987",
        "about",
        "some",
        "up",
        "to",
        "down",
        "from",
        "between",
        "and",
        ",",
        ".",
        "-",
        "(",
        ")",
        "$",
        "US$",
        "%",
        "pct",
        "mln",
        "billion",
        "dlrs",
        "cts",
        "a",
        "one",
        "half",
        "two",
        "third",
        "quarter",
        "percentage",
        "point",
        "points",
        "units",
        "shares",
        "year",
        "ago",
        "last",
        "first",
        "months",
        "of",
        "May",
        "March",
        "31",
        "Monday",
        "to",
        "vs",
        "5-",
        "/4",
        "no.",
        "S&P",
        "v",
        "10:30",
        "at",
        "GMT",
        "<",
        ">",
        "<AB>",
        "+44",
        "020",
        "7946",
        "rose",
        "fell",
        "by",
        "each",
        "per",
        "the",
        "in",
        "ended",
        "增长",
        "下降",
        "约",
        "近",
        "亿",
        "万",
        "元",
        "个",
        "百分点",
        "三",
        "二十",
        "成",
        "年",
        "月",
        "日",
        "去年",
        "同期",
        "第",
        "季度",
        "至",
        "—",
        "上",
        "半年",
        "前",
        "截至",
        "止",
        "每",
        "股",
        "%",
        "分之",
        "余",
        "多",
        "号",
        "点",
        "时",
        "：",
        "（",
        "）",
        "、",
        "，",
        "。",
        "４",
        "\u200b",
        "½",
    ]
)
SOUP = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)


def found(text, lang=None, published="2020-05-12"):
    document = documents.read(Source("t", text, lang=lang, published=published))
    return document, mentions.find(document).mentions


@settings(max_examples=150, deadline=None)
@given(SOUP, st.sampled_from(["en", "zh", None]))
def test_every_span_holds_the_very_words(text, lang):
    document, all_ = found(text, lang)
    for mention in all_:
        assert 0 <= mention.span.start < mention.span.end <= len(document.text)
        if isinstance(mention.value, Quantity):
            quantity = mention.value
            assert quantity.low <= quantity.high
            assert quantity.step >= 0
            start, end = quantity.digits
            assert mention.span.start <= start < end <= mention.span.end
        if isinstance(mention.value, Timex) and mention.value.period is not None and mention.value.period.start:
            period = mention.value.period
            assert period.end is None or period.start < period.end
    quantities = [m.span for m in all_ if m.kind == "quantity"]
    assert all(a.end <= b.start for a, b in itertools.pairwise(quantities))


@settings(max_examples=60, deadline=None)
@given(SOUP)
def test_the_same_text_gives_the_same_mentions(text):
    assert found(text)[1] == found(text)[1]


@given(st.integers(1, 10**9), st.sampled_from(["", "约", "近"]), st.sampled_from(["辆", "元", "%", "个百分点"]))
def test_what_is_written_is_what_is_read_in_chinese(number, hedge, unit):
    text = f"共{hedge}{number:,}{unit}。"
    (quantity,) = [m.value for m in found(text, "zh")[1] if m.kind == "quantity"]
    assert quantity.low == number
    assert text[slice(*quantity.digits)] == f"{number:,}"


@given(st.integers(2, 999), st.sampled_from(["units", "pct", "dlrs", "percentage points"]))
def test_words_and_digits_are_one_number(number, unit):
    spelled = numerals.write(number * numerals.Fraction(1), "six")
    (one,) = [m.value for m in found(f"It is {spelled} {unit}.", "en")[1] if m.kind == "quantity"]
    (two,) = [m.value for m in found(f"It is {number} {unit}.", "en")[1] if m.kind == "quantity"]
    assert (one.low, one.unit, one.kind) == (two.low, two.unit, two.kind)


@given(st.integers(2, 10**7))
def test_wide_digits_are_the_same_number_at_the_same_place(number):
    plain, wide = f"销量为{number}辆。", f"销量为{number}辆。".translate({ord("0") + i: 0xFF10 + i for i in range(10)})
    (one,) = [m for m in found(plain, "zh")[1] if m.kind == "quantity"]
    (two,) = [m for m in found(wide, "zh")[1] if m.kind == "quantity"]
    assert (one.span.start, one.span.end, one.value.low) == (two.span.start, two.span.end, two.value.low)


@given(st.text(alphabet="零一二三四五六七八九十百千万亿兆点两余多壹拾0123456789.,", max_size=40))
def test_no_run_of_numerals_crashes_the_readers(text):
    hanzi.read(text, 0)
    tokens = Tokens(text)
    for i in range(len(tokens)):
        numerals.read(tokens, i)


HOSTILE = {
    "digits": "1" * 40,
    "commas": "1,111," * 8,
    "words": "one hundred and " * 3,
    "sums": "one and ",
    "overs": "two over ",
    "fractions": "1/2 ",
    "ranges": "1 to 2 to 3 ",
    "dashes": "1-2-3-",
    "money": "US$ ",
    "months": "May 1, May 2 ",
    "hanzi": "一二三四五六七八九十百千万亿",
    "points": "百分之",
    "hedges": "超过约近",
    "brackets": "(2016)黔",
    "years": "2020年",
    "approximately": "about up to some ",
    "zero width": "1\u200b",
}


@pytest.mark.parametrize(("lang", "seed"), [(lang, seed) for seed in HOSTILE.values() for lang in ("en", "zh")])
def test_work_is_linear_in_hostile_text(lang, seed):
    def work(length):
        document = documents.read(Source("t", (seed * (length // len(seed)))[:length], lang=lang))
        return lines_run(lambda: mentions.find(document))

    work(100)  # what is read and compiled at first use
    assert work(8_000) / work(4_000) < 2.6  # 2 is linear, 4 is quadratic
