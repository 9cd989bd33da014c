"""Tables set with blanks: where they are, how they are cut, and what is none."""

from __future__ import annotations

from crossfoot import Source, check
from crossfoot.documents import read

STATEMENT = """Larch Homes reports first quarter results

Consolidated statement of income
(in thousands, except per share data)

                               Three months ended March 31,
                                    2024          2023
Net sales                       $ 12,340      $ 11,870
Cost of sales                      7,105         6,990
                                --------      --------
Gross profit                       5,235         4,880
Selling expenses                   2,110         2,004
Administrative expenses            1,220         1,187
                                --------      --------
Operating income                $  1,905      $  1,689
                                ========      ========
Earnings per share              $   0.42      $   0.37

The company expects sales of $50 million in 2024.
"""


def cells(text: str) -> list[list[str]]:
    document = read(Source("t", text))
    rows: dict[tuple[int, int], list[str]] = {}
    for block in document.blocks:
        if block.cell is not None:
            rows.setdefault((block.cell.table, block.cell.row), []).append(text[block.span.start : block.span.end])
    return list(rows.values())


def test_a_statement() -> None:
    found = cells(STATEMENT)
    assert found[1:3] == [["", "2024", "2023"], ["Net sales", "$ 12,340", "$ 11,870"]]
    assert found[-1] == ["Earnings per share", "$   0.42", "$   0.37"]
    document = read(Source("t", STATEMENT))
    assert document.text == STATEMENT
    kinds = [b.kind for b in document.blocks if b.kind in ("title", "paragraph", "table")]
    assert kinds == ["title", "paragraph", "paragraph", "table", "paragraph"]
    assert any(b.cell is not None and b.cell.look.ruled for b in document.blocks)


def test_it_is_footed_and_scaled() -> None:
    report = check(Source("t", STATEMENT))
    sums = [v for v in report.verdicts if v.kind == "sum"]
    assert [v.outcome for v in sums] == ["holds"] * 4
    wrong = check(Source("t", STATEMENT.replace("4,880", "4,088")))
    assert [v.code for v in wrong.verdicts if v.outcome == "contradicted" and v.code] == ["XF101"]


def test_leaders_and_wide_characters() -> None:
    leaders = "Wire ........ 1,204 ... 1,118\nRope ........   388 ...   402\nTotal ....... 1,592 ... 1,520\n"
    assert cells(leaders)[1] == ["Rope", "388", "402"]
    wide = "项目      2024年    2023年\n电线       1,204     1,118\n绳索         388       402\n"
    wide += "合计       1,592     1,520\n"
    assert cells(wide)[-1] == ["合计", "1,592", "1,520"]


def test_prose_and_lists_are_no_tables() -> None:
    for text in (
        "Sales rose  5% to  1,204 in 2024.\nCosts fell  2% to  988.\nProfit was  216.\n",
        "Phone:   555 1234\nFax:     555 1235\nRoom:    12\n",
        "1.  Sales rose.\n2.  Costs fell.\n3.  Profit rose.\n",
    ):
        assert cells(text) == []
