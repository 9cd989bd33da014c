"""The folded view: one form a digit or sign, and offsets that lead back to the words as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.mentions.view import View

ODD = st.text(
    alphabet=st.sampled_from("ab 1２３，.５％（）\u200b\ufeff\u00ad\r\n\t―－−’￥İ１２３\u3000四万"), max_size=60
)


def test_digits_of_any_script_are_ascii():
    assert View.of("４３，０６７ 辆 ٤٥ ५").text == "43,067 辆 45 5"


def test_a_wide_comma_between_clauses_is_no_group_mark():
    assert View.of("增长２％，１２３辆").text == "增长2%，123辆"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("均价3，39亿元", "均价3.39亿元"),
        ("净利12，45万", "净利12.45万"),
        ("员工1，286 人", "员工1,286 人"),
        ("占总股本的 3. 51%", "占总股本的 3.51%"),
        ("（3）分红；3. 51%的股东", "(3)分红；3. 51%的股东"),
        ("合计1，234，567.80元", "合计1,234,567.80元"),
        ("分别为3，5亿元", "分别为3，5亿元"),
        ("其中2019，12月", "其中2019，12月"),
        ("注册资本5，20，30亿", "注册资本5，20，30亿"),
    ],
)
def test_a_full_width_comma_inside_a_number_is_what_the_number_needs(text, want):
    assert View.of(text).text == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("共1,234,5\n67元", "共1,234,567元"),
        ("共35.\n6亿元", "共35.6亿元"),
        ("共12\n.5亿元", "共12.5亿元"),
        ("sold 1,2\n34 cars", "sold 1,234 cars"),
        ("It grew to 35.\n6 shops", "It grew to 35. 6 shops"),
        ("In 2019,\n345 cars", "In 2019, 345 cars"),
    ],
)
def test_a_number_broken_over_two_lines_is_one(text, want):
    assert View.of(text).text == want


def test_a_dropped_line_break_is_evidence_and_spans_lead_back():
    view = View.of("共1,234,5\n67元")
    assert view.span(1, 10) == (1, 11)
    assert view.folds(1, 10) == ("line break dropped",)


def test_a_line_end_inside_a_paragraph_is_a_space_and_a_blank_line_stays():
    assert View.of("rose 27.3\npct.\n\n    Next").text == "rose 27.3 pct.\n\n    Next"


def test_what_has_no_width_is_dropped_and_spans_lead_back():
    view = View.of("5\u200b5 cars")
    assert view.text == "55 cars"
    assert view.span(0, 2) == (0, 3)
    assert view.folds(0, 2) == ("U+200B dropped",)
    assert view.at(3) == 2


@given(st.text(max_size=80) | ODD)
def test_folding_moves_no_span(text):
    view = View.of(text)
    assert len(view.lower) == len(view.text)
    at = 0
    for i in range(len(view.text)):
        start, end = view.span(i, i + 1)
        assert at <= start < end == start + 1 <= len(text)
        assert View.of(text[start:end]).text.strip() == view.text[i].strip() or view.text[i] in ",. \n"
        assert view.at(start) == i
        at = end


@given(ODD)
def test_folding_twice_changes_nothing_more(text):
    once = View.of(text).text
    assert View.of(once).text == once
