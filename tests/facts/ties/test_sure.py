"""Claims that words leave no other of are told whatever is wrong in them; what leaves a doubt is not."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

TOLD = [
    ("Tern's sales of vans rose 11 pct in the week to 36,034 units compared to 27,526 a year ago.", "growth"),
    ("Orders came to 63 million francs, up 330 pct from the 1985 level of 19 million francs.", "growth"),
    ("The firm finished 1,620 homes, a fifth more than the 1,650 it managed in 2022.", "growth"),
    ("Permits covered 3,184 homes, 412 more than in the same quarter of 2022 (3,596).", "difference"),
    ("Ovens brought in £61.8 million. Refunds of £46.4 million, or 51% of that sum, were made.", "share"),
    ("Lintel made £58m before tax last year on revenue of £464m, a margin of 19.1 per cent.", "share"),
    ("Net sales rose to $414.9 million. Overheads were $150.0 million, or 29.4% of net sales.", "share"),
    ("Debt service absorbs 12.9% of spending ($143 million out of $1,004 million).", "share"),
    ("The yield now is 3.41%, after 3.48% at the sale before: 7 basis points more.", "points"),
    (  # what was added is a whole of its own where a colon opens the list
        "Employers added 142,000 workers: health care took on 74,000 and hotels 38,000, governments 12,000, and all "
        "others accounted for the remaining 45,000.",
        "sum",
    ),
    (
        "Income stood at Rs 1,286.4 crore. The book of Rs 3,540 crore consists of cables at Rs 2,290 crore, wires at "
        "Rs 751 crore and fibre at Rs 535 crore.",
        "sum",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_words_leave_no_other_of_is_told(text: str, kind: str) -> None:
    assert kind in {v.kind for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"}


SILENT = [
    # the move is one of a week, what is compared with is a year old
    "The number of rigs at work fell last week, dropping by five to 761, against 1,137 a year ago.",
    # it fell short of what stands behind it
    "Visitors climbed to 214,800 in 2022 from 96,300 in 2021, yet it was still 35% short of the 330,500 of 2019.",
    # another clause has levels of its own
    "They had an overall increase of 120 pct in sales of the group, which rose from 1.7 billion to 3.9 billion.",
    # measured on another basis
    "Sales of Tern Foods grew 3% organically to €912 million from €844 million.",
    # the share is of shares that nobody prints
    "It raised its stake to 351,500 shares, or 10.6 pct of all that are out, from 286,500 shares, or 8.6 pct.",
    # so many parts there are
    "Deliveries reached 36,214. Its line-up of three models comprised 15,870 Alders, 13,244 Birches and 7,100 Cedars.",
    # a house for two families is no two houses
    "Of the total of 3,184, 1,947 are flats and 866 are one- or two-family houses; the other 371 are conversions.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_leaves_a_doubt_is_not(text: str) -> None:
    assert not [v for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"]
