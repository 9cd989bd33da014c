"""The folded view: one form a digit or sign, and offsets that lead back to the words as they were."""

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
        assert View.of(text[start:end]).text.strip() == view.text[i].strip() or view.text[i] in ", \n"
        assert view.at(start) == i
        at = end


@given(ODD)
def test_folding_twice_changes_nothing_more(text):
    once = View.of(text).text
    assert View.of(once).text == once
