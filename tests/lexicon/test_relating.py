"""Rows over whole sentences: which stretches of a text are tried."""

from __future__ import annotations

from time import process_time

import pytest

from crossfoot.lexicon.relating import END, LEVEL, Compiled, Relating

ROW = Compiled(Relating("rest", "sum", "{whole} ~ [// ~] {parts+} ~ the rest _ {rest}", ("-",)), apart=True, file="t")
LIST = f"{LEVEL} came.{END} of them {LEVEL} and {LEVEL} left and the rest were {LEVEL}.{END}"
IDLE = f" rain fell on {LEVEL}.{END}"


@pytest.mark.parametrize("before", [0, 1, 5])
def test_a_row_fits_wherever_its_words_stand(before: int) -> None:
    [found] = ROW.fits(END + LIST)
    text = END + IDLE * before + LIST + IDLE
    [again] = ROW.fits(text)
    assert [len(places) for places in again.values()] == [len(places) for places in found.values()] == [1, 2, 1]
    assert all(text[at] == LEVEL for places in again.values() for at in places)


def test_each_of_several_places_is_found() -> None:
    assert len(list(ROW.fits(END + LIST + 4 * IDLE + LIST + LIST))) == 3


def test_a_row_that_runs_over_sentences_is_tried_soon() -> None:
    row = Relating("others", "sum", "{total} ~ // [~ //] ~ {parts+} ~ // (all others) ~ (took) _ {rest}", ("-",))
    plain = Relating("plain", "sum", "{total} // {parts+} // (all others) ~ (took) _ {rest}", ("-",))
    long = f" {LEVEL} of the boats had come back to the harbour when the wind turned to the north.{END}"
    text = END + 12 * long + " all others took less."

    def spent(tried: Compiled) -> float:
        began = process_time()
        assert not [*tried.fits(text)]
        return process_time() - began

    took = min(spent(Compiled(plain, apart=True, file="t")) for _ in range(3))
    assert spent(Compiled(row, apart=True, file="t")) < 50 * took
