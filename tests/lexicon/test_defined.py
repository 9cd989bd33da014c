"""Each figure whose name says of what it is ties in its own example, and is held to it where a digit is wrong."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.defined import Defined, definitions

WORDS = definitions("en")
assert WORDS is not None
BROKEN = [
    ("The combined ratio was 94.2%. The loss ratio was 66.5% and the expense ratio 22.7%.", "sum"),
    ("The bank's 2,346 sales of homes compare with 4,962 new listings, a sales-to-new-listings ratio of 50%.", "share"),
    ("Operating costs were $480 million and operating income was $1,000 million, a cost-income ratio of 84%.", "share"),
    ("Total assets stood at $7.4 billion. Liabilities were $5.5 billion and equity was $2.3 billion.", "difference"),
    ("Turnout was 56%. Of 40,000 registered voters, 26,000 took part.", "share"),
    ("Order intake was €2.9 billion and sales were €2.5 billion, a book-to-bill ratio of 1.61.", "ratio"),
]
SILENT = [
    "Adjusted operating profit was $48 million on sales of $310 million. The reported operating margin was 11.2%.",
    "Operating profit was $48 million on sales of $310 million. Analysts had expected an operating margin of 17%.",
    "Revenue was $840 million. Cost of sales was $588 million, marketing $60 million. Gross profit was $252m.",
    "Pretax profit rose to £96.4m. After tax of £24.1m and minorities of £6m, net profit was £66.3m.",
    "Total assets under management were $90 billion. Liabilities were $5.1 billion and equity was $2.3 billion.",
    "Borrowings were 900 million. Cash was 200 million. Net debt, after leases of 100 million, was 800 million.",
    "The loan-to-deposit ratio was 80%. Loans grew 5% and deposits 7%.",
]


@pytest.mark.parametrize("row", WORDS.rows.row, ids=[row.names[0] for row in WORDS.rows.row])
def test_a_name_ties_what_it_says(row: Defined) -> None:
    assert {v.outcome for v in check(Source("note", row.holds)).verdicts} & {"holds", "holds_rounded"}


@pytest.mark.parametrize(("text", "kind"), BROKEN)
def test_what_a_name_says_is_held_against_its_figures(text: str, kind: str) -> None:
    assert kind in {v.kind for v in check(Source("note", text)).verdicts if v.code and v.outcome == "contradicted"}


@pytest.mark.parametrize("text", SILENT)
def test_a_name_speaks_only_of_its_own(text: str) -> None:
    assert not [v for v in check(Source("note", text)).verdicts if v.outcome in ("contradicted", "query")]
