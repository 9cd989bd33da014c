"""One amount in two currencies, also where a verb of change or of issuing stands before it."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Conversion


@pytest.mark.parametrize(
    "text",
    [
        "It raised 30 billion yuan (US$4.26 billion).",
        "Guorui Leasing raised 4.2 billion yuan (US$607 million) by placing two green notes.",
        "Banks have lent the firm 2.4 billion yuan, a sum equivalent to roughly US$370 million.",
        "Sales rose to 12 billion yuan ($1.7 billion) from 9 billion yuan.",
    ],
)
def test_an_amount_in_brackets_is_the_same_amount(text: str) -> None:
    facts = check(Source("bond", text)).facts
    assert [type(fact) for fact in facts].count(Conversion) == 1


def test_two_amounts_are_no_conversion() -> None:
    facts = check(Source("two", "It raised 30 billion yuan in Shanghai and US$4.26 billion abroad.")).facts
    assert not any(isinstance(fact, Conversion) for fact in facts)
