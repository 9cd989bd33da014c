"""Tables footed: what holds, what does not and which cell is at fault, what stays silent; each table as printed."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.facts.tables.grid import Sort
from crossfoot.facts.tables.runs import Made, Run
from crossfoot.model import Report

# Figures that hardly ever add up: squares of a prime's multiples, cut to five digits.
NOISE = [[10_000 + (row * 7919 + column * 104_729) ** 2 % 89_989 for column in range(6)] for row in range(420)]


def rows(text: str) -> tuple[tuple[str, ...], ...]:
    """A table as it stands on a page: a line a row, a bar between cells; leading blanks of a label are its indent."""
    lines = [line for line in text.strip("\n").split("\n") if line.strip()]
    return tuple(tuple(cell.rstrip() if i == 0 else cell.strip() for i, cell in enumerate(x.split("|"))) for x in lines)


def foot(text: str, prose: str = "") -> Report:
    return check(Source("table", prose, tables=(rows(text),)))


def held(report: Report, kind: str) -> int:
    return sum(1 for v in report.verdicts if v.code is None and v.kind == kind and v.outcome.startswith("holds"))


def found(report: Report) -> list[tuple[str, str, str, str | None]]:
    """Each error or query: its code, its outcome, the likeliest culprit and what should stand there."""
    text = report.document.text
    return [
        (v.code, v.outcome, text[c.span.start : c.span.end], c.suggested)
        for v in report.verdicts
        if v.code is not None and v.outcome != "implied"
        for c in v.culprits[:1] or (None,)
        if c is not None
    ]


HOLDS = {
    "a net figure, costs in brackets": (
        """
|2023|2022
Revenue|812.4|790.1
Cost of sales|(455.0)|(441.9)
Gross profit|357.4|348.2
Overheads|(120.3)|(118.8)
Operating profit|237.1|229.4
""",
        4,
    ),
    "costs printed without a sign": (
        """
in RMB millions|2023|2022
Revenue|8,124|7,901
Less: cost of sales|4,550|4,419
Gross profit|3,574|3,482
""",
        2,
    ),
    "silent totals under a block": (
        """
|March 31, 2024|March 31, 2023
Looms|$1,204|$1,118
Vans|388|402
Kilns|2,750|2,611
|4,342|4,131
Less accumulated depreciation|(1,902)|(1,755)
|$2,440|$2,376
""",
        4,
    ),
    "a total above its parts": (
        """
Region|2023|2022
Total sales|9,612|9,204
  Coast|4,101|3,980
  Inland|3,377|3,250
  Islands|2,134|1,974
""",
        2,
    ),
    "headings and dashes inside the sum": (
        """
(in thousands)|2023|2022
Current:||
Federal|1,204|988
State|311|—
Deferred:||
Federal|(207)|64
State|—|(12)
Total provision|1,308|1,040
""",
        2,
    ),
    "opening and closing balances": (
        """
Movements|Shares
Balance at beginning of year|1,204,500
Granted|311,250
Vested|(402,118)
Forfeited|(20,006)
Balance at end of year|1,093,626
""",
        1,
    ),
    "Chinese: what is added and taken off, losses printed with their sign, of which over two lines": (
        """
项目|2023年度|2022年度
一、营业收入|9,417.45|8,085.69
减：营业成本|5,827.01|4,717.68
税金及附加|73.94|83.53
财务费用|-20.59|98.90
其中：利息费用|61.20|130.51
利息收入|91.77|42.13
加：其他收益|60.26|45.10
信用减值损失（损失以“-”号填列）|-45.75|-53.18
二、营业利润（亏损以“-”号填列）|3,551.60|3,177.50
""",
        2,
    ),
    "Chinese: the second line of an of which is no part either": (
        """
单位：万元|2023年|2022年
应付账款|3,303.91|2,952.61
其他应付款|1,667.08|759.66
其中：应付利息|24.54|24.60
应付股利|119.80|118.00
其他流动负债|92.03|61.40
流动负债合计|5,063.02|3,773.67
""",
        2,
    ),
    "Chinese: levels by their numbers, the whole above its parts": (
        """
项目|2023年度|2022年度
五、净利润|42,239.07|22,689.49
六、其他综合收益的税后净额|-4,301.25|329.50
（一）归属母公司的其他综合收益|-3,305.34|-34.72
1.不能重分类进损益的|-1,811.47|-581.05
（1）公允价值变动|-1,811.47|-581.05
2.将重分类进损益的|-1,493.87|546.33
（1）折算差额|-1,493.87|546.33
（二）归属于少数股东的其他综合收益|-995.91|364.22
""",
        4,
    ),
    "Chinese, with subtotals": (
        """
单位：万元|2023年|2022年
国内|12,044|11,870
其中：华东|5,210|5,002
国外|3,381|3,119
小计|15,425|14,989
其他|408|366
合计|15,833|15,355
""",
        4,
    ),
    "opening, in, out, closing across": (
        """
项目|期初余额|本期增加|本期减少|期末余额
厂房|10,240|1,155|320|11,075
设备|8,816|2,040|1,105|9,751
车辆|1,902|210|188|1,924
合计|20,958|3,405|1,613|22,750
""",
        8,
    ),
    "quarters, with rows that do not add up": (
        """
|Q1|Q2|Q3|Q4|Full year
Sales|210.4|223.9|219.6|241.2|895.1
Gross profit|84.1|90.2|88.0|98.1|360.4
Gross margin|40.0%|40.3%|40.1%|40.7%|40.3%
Cash at end|55.2|61.0|58.7|70.3|70.3
Earnings per share|$0.21|$0.24|$0.22|$0.29|$0.96
""",
        2,
    ),
}


@pytest.mark.parametrize("name", HOLDS)
def test_sums_that_hold(name: str) -> None:
    text, sums = HOLDS[name]
    report = foot(text)
    assert found(report) == []
    assert held(report, "sum") >= sums


def test_a_wrong_cell_where_row_and_column_cross() -> None:
    report = foot("""
|North|South|East|Total
Cement|4,102|3,377|1,250|8,729
Glass|2,981|4,065|3,114|10,160
Tiles|1,774|2,238|2,961|6,937
Total|8,857|9,680|7,325|25,862
""")
    assert found(report) == [("XF102", "contradicted", "6,937", "6,973")]


def test_two_wrong_cells_in_one_row() -> None:
    report = foot("""
|North|South|East|Total
Cement|4,102|3,377|1,250|8,729
Glass|2,918|4,065|3,141|10,160
Tiles|1,774|2,238|2,961|6,973
Total|8,857|9,680|7,325|25,862
""")
    assert [(culprit, right) for _, _, culprit, right in found(report)] == [("2,918", "2,981"), ("3,141", "3,114")]


def test_one_year_is_the_witness_of_the_other() -> None:
    report = foot("""
($ in thousands)|2023|2022
Looms|1,204|1,118
Vans|388|402
Kilns|2,705|2,611
Total|4,342|4,131
""")
    assert found(report) == [("XF101", "contradicted", "2,705", "2,750")]
    assert "4,342" in next(v.message for v in report.verdicts if v.code == "XF101")


def test_one_year_of_a_statement_is_the_witness_of_the_other() -> None:
    report = foot("""
(in thousands)|2024|2023
Gross profit|5,235|4,880
Selling|2,110|2,004
Administration|1,202|1,187
Operating income|1,905|1,689
""")
    assert found(report) == [("XF101", "contradicted", "1,202", "1,220")]


def test_a_part_with_a_digit_too_many_is_no_average() -> None:
    report = foot("""
(in thousands)|2024|2023
Asia|67,468|61,009
Europe|1,177,009|170,220
Americas|232,394|229,117
Total|476,871|460,346
""")
    assert found(report)[0][2:] == ("1,177,009", "177,009")


def test_one_column_has_only_its_words() -> None:
    table = """
Movements|Shares
Balance at beginning of year|1,204,500
Granted|311,250
Vested|(402,118)
Balance at end of year|{}
"""
    assert [code for code, *_ in found(foot(table.format("1,113,362")))] == ["XF101"]  # digits changed places
    assert found(foot(table.format("998,517"))) == []  # another sum, not told by this table


def test_a_balance_is_carried_over() -> None:
    table = """
|2024|2023
Beginning balance|{}|12,403
Additions|484|4,479
Reductions|(821)|(3,144)
Ending balance|13,401|13,738
"""
    assert found(foot(table.format("13,738"))) == []
    assert "13,378" in {culprit for _, _, culprit, _ in found(foot(table.format("13,378")))}


def test_columns_of_changes_are_held_against_the_figures() -> None:
    table = """
|2023|2022|Change|% change
Sales|1,240|1,115|125|11.2%
Costs|980|902|78|{}
Profit|260|213|47|22.1%
Orders|415|520|(105)|(20.2)%
"""
    good = foot(table.format("8.6%"))
    assert found(good) == []
    assert held(good, "growth") == 4
    assert held(good, "difference") == 4
    assert found(foot(table.format("6.8%")))[0] == ("XF105", "contradicted", "6.8", "8.6")


def test_margins_move_by_points_beside_amounts_that_move_in_percent() -> None:
    table = """
|2023|2022|Change
Sales|1,240|1,115|11.2%
Gross margin|33.4%|32.1%|1.3pp
Operating margin|12.4%|{}|230 bps
Tax rate|21.4%|22.1%|(0.7) pp
Net margin|8.3%|7.1%|1.2 pts
"""
    good = foot(table.format("10.1%"))
    assert found(good) == []
    assert (held(good, "growth"), held(good, "points")) == (1, 4)
    assert found(foot(table.format("11.0%"))) != []


def test_margins_of_sales_and_costs() -> None:
    table = """
分行业|营业收入|营业成本|毛利率（%）
制药|1,517,535,227.34|562,220,894.56|62.95
玻璃|98,120,410.20|62,420,118.70|36.38%
其他|49,782,351.35|42,437,099.99|{}
"""
    assert held(foot(table.format("14.75")), "share") == 3
    assert found(foot(table.format("14.75"))) == []


def test_a_column_in_percent_of_another() -> None:
    table = """
Region|Orders|Capacity|Load
North|812|1,240|65.5%
South|415|520|79.8%
East|260|413|63.0%
West|{}|640|32.8%
"""
    assert held(foot(table.format("210")), "share") == 4
    assert ("XF104", "contradicted") in {row[:2] for row in found(foot(table.format("120")))}


def test_quarters_take_their_year_from_the_line_above_and_tie_to_the_year_of_another_table() -> None:
    quarters = (("", "第一季度", "第二季度", "第三季度", "第四季度"), ("营业收入", "1,204", "1,310", "1,287", "1,455"))
    years = (("单位：万元", "2023年", "2022年"), ("营业收入", "5,256", "4,987"))
    text = "公司经营情况如下。\n\n2023年分季度主要财务数据（单位：万元）\n"
    report = check(Source("t", text, tables=(quarters, years)))
    assert held(report, "cumulative") == 1
    assert held(check(Source("t", text.replace("2023", "2022"), tables=(quarters, years))), "cumulative") == 0


def test_chinese_margins_move_by_points_told_in_words() -> None:
    table = """
项目|2023年|2022年|本年比上年增减
营业收入（万元）|5,256|4,987|5.39%
毛利率|33.4%|32.1%|增加1.3个百分点
净利率|7.4%|8.1%|减少{}个百分点
净资产收益率|12.4%|10.1%|增加2.3个百分点
"""
    assert held(foot(table.format("0.7")), "points") == 3
    assert found(foot(table.format("0.7"))) == []


def test_a_scale_said_of_the_changes_alone_is_that_of_what_they_change() -> None:
    report = foot("""
|2023|2022|(dollars in millions) Increase/ (Decrease)
Interest|121|94|27
Other income|627|3,068|(2,441)
""")
    assert held(report, "difference") == 2


def test_a_column_that_no_pair_explains_claims_nothing() -> None:
    report = foot("""
|2023|2022|Change at constant currency
Americas|1,240|1,115|8%
Asia|980|902|12%
Europe|260|213|19%
""")
    assert held(report, "growth") == 0
    assert found(report) == []


def test_shares_of_the_total() -> None:
    table = """
Product|Sales|% of total
Pipes|4,120|41.2%
Wire|3,055|{}
Rope|2,825|28.3%
Total|10,000|100.0%
"""
    assert held(foot(table.format("30.6%")), "share") == 3
    assert found(foot(table.format("36.0%")))[0][2:] == ("36.0", "30.6")


def test_margins_of_rows() -> None:
    report = foot("""
|2023|2022|2021
Revenue|812.4|790.1|744.0
Gross profit|357.4|348.2|320.5
Gross margin|44.0%|44.1%|43.1%
""")
    assert held(report, "share") == 3


SILENT = {
    "a blank cell: the table may be incomplete": """
|2023|2022|2021
Wire|1,204|1,118|1,090
Rope|388|402|377
Cable||611|588
Total|4,342|2,131|2,055
""",
    "years, notes and prices do not add up": """
|Note|2023|2022
Pipes|3|1,204|1,118
Rods|4|388|402
Average price|5|615|588
Headcount||210|204
""",
    "an average below a column, beside columns that add up": """
Shop|Sales|Staff|Ticket
Aston|1,204|112|33.1
Barrow|988|98|29.8
Corby|1,311|140|35.2
Total|3,503|350|32.9
""",
    "shares of the total add up, changes do not": """
Product|2023|2022|% of total|% change
Pipes|4,120|3,800|41.2%|8.4%
Wire|3,055|3,100|30.6%|(1.5)%
Rope|2,825|2,500|28.3%|13.0%
Total|10,000|9,400|100.0%|6.4%
""",
    "margins move by points": """
|2023|2022|Change
Revenue|812.4|790.1|2.8%
Gross profit|357.4|348.2|2.6%
Overheads|120.3|118.8|1.3%
Gross margin|44.0%|44.1%|(0.1)%
""",
    "a rate by its label, beside amounts": """
指标|2023年|2022年|同比增减（%）
营业收入（万元）|128,440|119,870|7.15
净利润（万元）|10,233|9,120|12.20
每股收益（元/股）|0.51|0.46|10.87
净资产收益率（%）|8.12|7.90|0.22
""",
    "better or worse": """
|2023|2022|Change better (worse)
Revenue|812.4|790.1|2.8%
Cost of sales|455.0|441.9|(3.0)%
Gross profit|357.4|348.2|2.6%
""",
    "members counted once in the total": """
Club|Members|Fees
Aston|1,204|88,190
Barrow|988|71,002
Members of both|(120)|
Total|2,072|159,192
""",
    "a list without a total": """
City|Shops|Staff
Aston|120|3,377
Barrow|98|2,250
Corby|77|1,127
""",
    "no column adds up: another thing is summed": """
|2023|2022
Wire|1,204|1,118
Rope|388|402
Total liabilities|9,342|8,131
""",
}


@pytest.mark.parametrize("name", SILENT)
def test_what_only_looks_like_a_sum_is_left_alone(name: str) -> None:
    assert found(foot(SILENT[name])) == []


def test_a_table_and_its_prose_tie() -> None:
    table = """
($ in millions)|2023|2022
Revenue|812.4|790.1
Cost of sales|(455.0)|(441.9)
Gross profit|357.4|348.2
"""
    prose = "Larch Homes Inc said revenue was $812.4 million in 2023."
    report = foot(table, prose)
    equal = [v for v in report.verdicts if v.kind == "equal"]
    assert [v.outcome for v in equal] == ["holds"]
    text = report.document.text
    assert [text[s.start : s.end] for s in equal[0].spans] == ["$812.4 million", "812.4"]
    wrong = foot(table, prose.replace("812.4", "821.4"))
    assert [code for code, *_ in found(wrong)] == ["XF201"]


def test_cells_are_facts_with_unit_scale_and_period() -> None:
    report = foot("""
(in RMB millions)|Year ended December 31, 2023|December 31, 2022
Revenue|1,204|1,118
Earnings per share (RMB)|2.31|1.98
Number of employees|5,120|4,987
Margin|12.5%|11.9%
""")
    text = report.document.text
    facts = {text[f.spans[0].start : f.spans[0].end]: f for f in report.facts if hasattr(f, "quantity")}
    revenue = facts["1,204"]
    assert (revenue.figure.metric, revenue.quantity.low, revenue.figure.unit) == ("revenue", 1204 * 10**6, "CNY")
    assert revenue.figure.period is not None
    assert (revenue.figure.period.label, facts["1,118"].figure.period.label) == ("2023", "2022-12-31")
    assert (facts["2.31"].quantity.low * 100, facts["2.31"].quantity.per) == (231, "share")
    assert (facts["5,120"].quantity.unit, facts["5,120"].quantity.low) == ("person", 5120)
    assert facts["12.5%"].quantity.kind == "percent"


def test_rates_below_which_a_total_rate_stands_do_not_add_up() -> None:
    report = foot("""
Country|N|% positive|N|% positive|N|% positive
Alba|35|0|43|0|47|2.1
Boria|334|2.4|241|0.4|394|0.5
Cadia|264|0|936|0.4|463|1.1
Total|633|1.3|1,220|0.4|904|0.9
""")
    assert held(report, "sum") == 3
    assert not found(report)
    assert not [v for v in report.verdicts if v.outcome == "unchecked"]


def test_a_year_is_no_sum_of_the_years_before_where_most_columns_say_no() -> None:
    lines = ["|Lower|Middle|Upper|Mixed|Other|Rest|Left"]
    for n, rest in enumerate((77, 78, 79, 80, 81, 82, 83)):
        cells = (
            3713 + 31 * n * n % 97,
            3687 + 17 * n * n % 89,
            4016 + 13 * n,
            3732 - 5 * n * n,
            rest,
            rest - 36,
            rest // 2,
        )
        lines.append("|".join([str(2011 + n), *(f"{cell:,}" for cell in cells)]))
    assert not found(foot("\n".join(lines)))


def test_a_part_that_takes_off_what_another_adds_makes_no_sum() -> None:
    report = foot("""
Item|2023|2022
Change in fair value|(181,147)|(58,104)
Translation|(149,386)|54,633
Fair value, again|(181,147)|(58,104)
Net differences|(149,386)|54,633
""")
    assert held(report, "sum") == 0


def test_shares_of_the_next_block_are_no_parts_of_the_subtotal_above() -> None:
    """Each block makes a hundred percent; the rows that continue a merged label have the heads of their columns."""
    report = foot("""
行业|项目|本期金额|占比(%)|上期金额|占比(%)|本期较上期变动比例(%)
生物|原料|26,520.70|47.17|16,410.87|42.65|61.60
|人工|29,701.39|52.83|22,062.87|57.35|34.62
|小计|56,222.09|100.00|38,473.74|100.00|46.13
其他|原料|1,383.71|3.26|178.24|0.51|676.32
|人工|41,053.39|96.74|34,833.71|99.49|17.86
|小计|42,437.10|100.00|35,011.95|100.00|21.21
""")
    assert not found(report)
    assert held(report, "sum") == 8
    assert not [v for v in report.verdicts if v.outcome in ("contradicted", "unchecked")]


def sheet(rows_: int, columns: int, label: str) -> tuple[tuple[str, ...], ...]:
    """Figures of one digit or two, among which any may be the sum of any others."""
    heads = ("Item", *(f"Lot {n}" for n in range(columns)))
    cells = [
        [str(5 * ((7 * row + 3 * column + row * column) % 4)) for column in range(columns)] for row in range(rows_)
    ]
    return heads, *((f"{label} {row}".strip(), *line) for row, line in enumerate(cells))


@pytest.mark.parametrize("label", ["item", "Total", "Less: item"])
def test_looks_grow_with_the_cells(label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the rows, twice the looks at runs of lines: counted, not timed."""

    def looks(rows_: int) -> int:
        seen = 0

        def made(run: Run, track: int, sort: Sort) -> Made:
            nonlocal seen
            seen += 1
            return plain(run, track, sort)

        plain = Run.made
        with monkeypatch.context() as patched:
            patched.setattr(Run, "made", made)
            check(Source("sheet", "", tables=(sheet(rows_, 12, label),)))
        return seen

    assert looks(200) <= 2.6 * looks(100)


def test_a_sheet_that_sums_everywhere_says_what_was_not_tried() -> None:
    report = check(Source("sheet", "", tables=(tuple(("Total", *map(str, line)) for line in NOISE),)))
    untried = [v for v in report.verdicts if v.outcome == "unchecked" and "too many lines" in " ".join(v.because)]
    assert len(untried) == 1
    assert not [v for v in report.verdicts if v.code is not None]


def test_copies_of_a_column_bear_no_witness() -> None:
    """Lines that happen to add up do so in each copy."""
    lines = [(f"lot {n}", *[str(n + 100)] * 12) for n in range(60)]
    assert not check(Source("sheet", "", tables=((("Lot", *"ABCDEFGHIJKL"), *lines),))).statements
