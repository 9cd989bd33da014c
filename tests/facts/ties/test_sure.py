"""Claims that words leave no other of are told whatever is wrong in them; what leaves a doubt is not."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

TOLD = [
    ("元旦三天假期，全区接待游客45万人次，日均12万人次；旅游收入3.6亿元。", "average"),
    ("公司签订5亿元合同，占公司2024年度营业收入的15.2%。公司2024年度营业收入为40亿元。", "attainment"),
    ("Tern's sales of vans rose 11 pct in the week to 36,034 units compared to 27,526 a year ago.", "growth"),
    ("Orders came to 63 million francs, up 330 pct from the 1985 level of 19 million francs.", "growth"),
    ("The firm finished 1,620 homes, a fifth more than the 1,650 it managed in 2022.", "growth"),
    ("Permits covered 3,184 homes, 412 more than in the same quarter of 2022 (3,596).", "difference"),
    ("Ovens brought in £61.8 million. Refunds of £46.4 million, or 51% of that sum, were made.", "share"),
    ("Lintel made £58m before tax last year on revenue of £464m, a margin of 19.1 per cent.", "share"),
    ("Net sales rose to $414.9 million. Overheads were $150.0 million, or 32.6% of net sales.", "share"),
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
    ("全省快递业务量完成4.83亿件，增长12.6%。业务收入完成38.64亿元，件均收入6.00元。", "average"),
    ("全市安排重点项目200个，其中新开工72个。制造业项目有88个，占项目总数的74%。", "share"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_words_leave_no_other_of_is_told(text: str, kind: str) -> None:
    assert kind in {v.kind for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"}


SILENT = [
    "10月两市成交额38万亿元，日均成交2.1万亿元。",
    "公司中标5亿元，占公司2024年度营业收入的15.2%。公司净资产40亿元。",
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


ONLY_ONE = [
    # the only two of their kind, and words that name no other whole
    ("南岭智造上半年订单120亿元，其中海外订单24亿元，占比35%。", "share"),
    ("协会走访了400家门店，亏损的有310家，占比25%。", "share"),
    # the words name the whole
    ("恒川股份资产净值25.0亿元，其中持有翠屏酒业市值3.25亿元，占净值比9.40%。", "share"),
    # part and share in one bracket
    ("十月份渭州出口总值150亿元。民营企业居首（78.0亿元，58.0%），外资企业其次。", "share"),
    # what was aimed at, and what was reached
    ("480万标箱是沧远海运全年目标。八个月过去，装船435.6万标箱，年度目标完成72%。", "attainment"),
    ("· 全年目标：12.00万辆\n· 前三季度交付：8.25万辆\n· 完成率：71.0%", "attainment"),
    (
        "Krone had budgeted sales of 275 million euros. It booked 253 million, an attainment of 29 percent.",
        "attainment",
    ),
    # said once more in the sentence behind
    ("Eastmere sent 14,880 tonnes for recycling. That is 84% of the 22,000 tonnes it had promised.", "attainment"),
    ("Gold accounted for 26% of its sales of 148.5 million dollars, or 92.1 million dollars.", "share"),
]


@pytest.mark.parametrize(("text", "kind"), ONLY_ONE)
def test_the_only_figure_that_can_be_the_whole_is_it(text: str, kind: str) -> None:
    found = {v.kind for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"}
    assert kind in found or "share" in found


OTHERS = [
    # of a whole that nobody prints
    "公司股东持有股份397,953,316股（其中98,976,658股被冻结），占公司总股本的53.43%。",
    # the share is of another customer
    "公司营业收入5.20亿元。向前五大客户销售合计2.08亿元，占营业收入的40.0%，其中第一大客户占14.2%。",
    # the whole is said before the part, with another beside it
    "募集资金15亿元，全场申购39亿元。募集资金中，10.5亿元用于偿还债务，占70%。",
    "现有员工640人，其中德国480人、捷克160人，德国员工占75%。",
    "The company moved 352,640 units; through July the tally was 304,430. That is 67.8% of its goal of 520,000.",
]  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_another_whole_is_not_taken_for_it(text: str) -> None:
    assert not [v for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"]


def test_so_many_at_so_much_each_make_what_is_paid() -> None:
    for text in (
        "交割库昨天放出6,300吨铝锭，成交单价每吨19,500元，货款合计7,020万元。",
        "Growers took in 3.1 tonnes per hectare from 250,000 hectares, a crop of 1.612 million tonnes.",
    ):
        assert [v for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"]
    for text in (  # of another metal; and a total that no words call one
        "铜杆出货1,200吨，最新挂牌价每吨7.80万元；铜管实际结算8,100万元。",
        "铜杆出货1,200吨，最新挂牌价每吨7.80万元，另有库存价值不详的备货8,100万元。",
    ):
        assert not [v for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"]
