"""One amount in two currencies, also where a verb of change or of issuing stands before it."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Conversion


def told(text: str) -> int:
    return [type(fact) for fact in check(Source("bond", text)).facts].count(Conversion)


@pytest.mark.parametrize(
    "text",
    [
        "It raised 30 billion yuan (US$4.26 billion).",
        "Guorui Leasing raised 4.2 billion yuan (US$607 million) by placing two green notes.",
        "Banks have lent the firm 2.4 billion yuan, a sum equivalent to roughly US$370 million.",
        "Sales rose to 12 billion yuan ($1.7 billion) from 9 billion yuan.",
        "Holm paid 41 million francs ($43.8 million) for the mill.",
        "The 87 million zloty fine (about 20 million euros) is a record.",
        "Tolls cost hauliers 60 million lei, or about 12 million euros, a year.",
        "It has a loan of R1.6bn ($90m).",
        "The studio was sold for 9 billion yen, then $82 million.",
    ],
)
def test_an_amount_in_another_currency_beside_it_is_the_same_amount(text: str) -> None:
    assert told(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It raised 30 billion yuan in Shanghai and US$4.26 billion abroad.",
        "It earned 3,143,000 dollars, or 75 cents a share.",
        "Costs were $8.6 million, $8.0 million and $8.4 million.",
        "It sold 400 R2 robots.",
    ],
)
def test_two_amounts_are_no_conversion(text: str) -> None:
    assert told(text) == 0
