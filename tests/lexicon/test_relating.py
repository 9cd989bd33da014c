"""Rows over whole sentences: which stretches of a text are tried."""

from __future__ import annotations

import re

import pytest

from crossfoot.errors import LexiconError
from crossfoot.lexicon.languages import spaced
from crossfoot.lexicon.relating import END, LEVEL, Relating, Table, _spelled, _written, relating

ROW = "{whole} ~ [// ~] {parts+} ~ the rest _ {rest}"
LIST = f"{LEVEL} came.{END} of them {LEVEL} and {LEVEL} left and the rest were {LEVEL}.{END}"
IDLE = f" rain fell on {LEVEL}.{END}"


def fits(row: str, text: str) -> list[dict[str, list[int]]]:
    table = Table([Relating("row", "sum", row, ("-",))], apart=True, file="t")
    return [*table.rows[0].fits(table.told(text))]


@pytest.mark.parametrize("before", [0, 1, 5])
def test_a_row_fits_wherever_its_words_stand(before: int) -> None:
    [found] = fits(ROW, END + LIST)
    text = END + IDLE * before + LIST + IDLE
    [again] = fits(ROW, text)
    assert [len(places) for places in again.values()] == [len(places) for places in found.values()] == [1, 2, 1]
    assert all(text[at] == LEVEL for places in again.values() for at in places)


def test_each_of_several_places_is_found() -> None:
    assert len(fits(ROW, END + LIST + 4 * IDLE + LIST + LIST)) == 3


def test_a_row_fits_only_where_its_words_stand_as_words() -> None:
    assert not fits(ROW, END + LIST.replace("rest", "restored"))
    of_these = "{whole} ~ (, of which|‖ of these) _ {part} and {rest}"
    assert fits(of_these, f"{END}it sold {LEVEL}.{END}of these {LEVEL} and {LEVEL} went abroad.{END}")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_two_gaps_meet(lang: str) -> None:
    """Each parting of the words between them would be tried: a text of the right shape would take minutes."""
    meet = re.compile(r"\[\^[^]]*\]\{0,\d+\}\?(?: \?)*(?:\(\?:)*\[\^")
    assert meet.search(_written("{whole} ~ ~ {part}", apart=True))
    assert meet.search(_written("{whole} ~ _ {part}", apart=True))
    assert not meet.search(
        _written("{total} ~ // [~ //] ~ {parts+} ~ [// ~] {skip*} ~ // the rest _ {rest}", apart=True)
    )
    assert not [row.row.text for row in relating(lang).rows if meet.search(_written(row.row.text, spaced(lang)))]


def test_a_row_is_tried_only_where_as_many_figures_stand_as_it_asks_for() -> None:
    few = f"{END}{LEVEL} came.{END} of them {LEVEL} left and the rest stayed.{END}"
    compiled = Table([Relating("row", "sum", ROW, ("-",))], apart=True, file="t").rows[0]
    assert not [*compiled.fits(Table([compiled.row], apart=True, file="t").told(few))]
    assert compiled._pattern is None  # it was never tried


def test_what_may_be_missing_twice_may_run_over_two_sentences() -> None:
    row = "{whole} ~ [// ~] [// ~] {parts+} ~ the rest _ {rest}"
    for between in ("", IDLE.replace(LEVEL, "it"), 2 * IDLE.replace(LEVEL, "it")):
        text = f"{END}{LEVEL} came.{END}{between} of them {LEVEL} left and the rest were {LEVEL}.{END}"
        assert len(fits(row, text)) == (len(between) < 2 * len(IDLE))


def test_words_that_a_row_names_and_nobody_has_are_told() -> None:
    with pytest.raises(LexiconError, match="row 'sum' names <maks>, which \\[words\\] does not have: makes"):
        _spelled("{part} <maks> {whole}", {"makes": "makes|comes to"}, "row 'sum'")
