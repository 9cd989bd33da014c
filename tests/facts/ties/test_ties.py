"""Ties: which figures a cue is about, told by nearness and words, and by arithmetic only between equals."""

from __future__ import annotations

import pytest

import crossfoot
from crossfoot.model import Tie

HOLD = [
    (  # the revenue of a year before stands in brackets, and is no whole of today's parts
        "sum",
        "Revenue reached €284.6 million, a 7.4% increase over Q2 2023 (€265.0 million). Owned hotels delivered €171.3 "
        "million, managed ones €74.8 million, and fees made up the remaining €38.5 million.",
        ["€284.6 million", "€171.3 million", "€38.5 million"],
    ),
    ("growth", "Costs declined to $1,110 a tonne from $1,200, down 7.5 percent.", ["$1,110 a tonne", "$1,200"]),
    ("product", "It shipped 48,600 tonnes and sold it at $1,850 a tonne, for $89.9 million.", ["48,600 tonnes"]),
    ("change", "Gas lost 8 cents to settle at $2.26 per million units; it had closed at $2.34 before.", ["8 cents"]),
    ("product", "The surplus was 1.85 billion dinars ($6.2 billion). One dinar buys $3.35.", ["$6.2 billion", "$3.35"]),
    (  # the quarter that a stretch goes on by is the one of its own measure
        "sum",
        "Total income was Rs 1,286.4 crore for the quarter. For nine months total income stood at Rs 3,671.9 crore, "
        "including Rs 2,385.5 crore earned in the first half. The dividend takes Rs 92 crore.",
        ["Rs 3,671.9 crore", "Rs 2,385.5 crore", "Rs 1,286.4 crore"],
    ),
    ("share", "共交付684辆，三类分别交付342辆、205辆、137辆，占比依次为50%、30%和20%。", ["684辆", "137辆", "20%"]),
    ("sum", "发行总额180亿元，分为两个品种：品种一规模130亿元；品种二规模50亿元。", ["180亿元", "130亿元", "50亿元"]),
    ("growth", "净利3.15亿元调整为3.42亿元。今年3.76亿元，增长9.9%；现金流6.08亿元，上年为5.97亿元。", ["3.76亿元"]),
    ("product", "宝岭特钢销量35.7万吨，平均售价每吨4,320元，当月销售收入15.42亿元。", ["15.42亿元", "35.7万吨"]),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "text", "figures"), HOLD)
def test_what_a_cue_is_about(shape: str, text: str, figures: list[str]) -> None:
    ties = [fact for fact in crossfoot.check(crossfoot.Source("note", text)).facts if isinstance(fact, Tie)]
    found = [
        {text[p.span.start : p.span.end] for p in tie.printed}
        for tie in ties
        if tie.blames is None and tie.shape == shape
    ]
    assert any(words.issuperset(figures) for words in found), found


def test_figures_without_a_cue_make_nothing() -> None:
    report = crossfoot.check(crossfoot.Source("note", "Argos made 6.1 million tonnes. Its shares cost 88.20 rand."))
    assert not [fact for fact in report.facts if isinstance(fact, Tie)]


SLIPS = [
    ("The Alder works cast 3,412 tonnes and the Birch works 2,068, or 5,840 in all.", "5,480"),
    ("Sales were 318 million crowns, of which exports made up 124 million and the rest, 149 million, stayed.", "194"),
    ("Of 5,200 seats 3,042 were taken, or 85.5 percent; 2,158 stayed free.", "58.5"),
    ("Output was 51,300 tonnes, up 8 percent from 74,500 a year earlier.", "47,500"),
    (  # a list that ends with what is left is of what the sentence before is about, not of what that is compared with
        "Shops in Ostmark sold goods for 71.3 billion crowns, against 68.2 billion a year earlier. Food took 32.4 "
        "billion, clothes 28.4 billion and books the remaining 14.1 billion.",
        "24.8",
    ),
    (  # a stretch of time goes on from a shorter one by what came last
        "据岭北海关统计，前8个月全市进出口总值2,643.2亿元，去年同期为2,511.7亿元。其中出口1,612.9亿元，"
        "进口1,030.3亿元。8月当月进出口353.8亿元，前7个月累计2,298.4亿元。",
        "2,289.4",
    ),
    ("Norland's ports handled 418,300 boxes. Carrow took 213,900 and Harrow Bay 186,400.", "231,900"),
    ("Norland's ports handled 418,300 boxes. Carrow took 213,900. Harrow Bay took the other 186,400.", "231,900"),
    # made larger than its whole
    ("前5个月用水量累计1,465.0万立方米，其中1至4月为1,810.2万立方米。5月用水284.8万立方米，同比增长5.5%。", "1,180.2"),
    ("The theatre had a deficit of £6.4m, spending of £152.9m having outrun income of £164.5m.", "146.5"),
    ("董事会建议派发末期股息每股0.31元，连同中期股息0.41元，全年股息合共每股0.45元。", "0.14"),
    ("Six trams took part, then 51 buses; the whole fleet of 21, in other words.", "15"),
    ("今年汛期长达63天，常年27天，多了9天。", "36"),
    (  # far from its whole
        "Tolle Foods reported third-quarter sales of $1.26 billion, up 5.0% from $1.20 billion. Costs rose to $0.98 "
        "billion. Operating income fell to $138.6 million, equal to 10.1% of sales.",
        "11.0",
    ),
    (  # called by a noun
        "The region employs 2,540 nurses. Its clinics did 68,600 operations, meaning 28 operations for each of them.",
        "2,450",
    ),
    (  # said by a phrasing of a figure that was said before
        "The trust earned $61.4 million, it said on Monday. That is 25 cents for each of its 118.0 million shares.",
        "52",
    ),
    (  # and where it ties with others by accident
        "城东45亩商住地昨成交，总价6.30亿元，折合每亩800万元。竞得者同日还在城西以6.40亿元拿下80亩，亩价也是800万元。",
        "3.60",
    ),
]


@pytest.mark.parametrize(("text", "right"), SLIPS)
def test_a_plain_slip_that_explains_all_is_told(text: str, right: str) -> None:
    verdicts = crossfoot.check(crossfoot.Source("note", text)).verdicts
    assert right in [c.suggested for v in verdicts if v.outcome == "contradicted" for c in v.culprits[:1]]


def test_a_grouping_that_does_not_close_gives_way_to_a_tie() -> None:
    text = (
        "Dealers registered 96,200 new cars. Battery models took 29,822 of them. Petrol cars numbered 41,366 and "
        "diesel cars 11,544; hybrids made up the remainder, 13,468."
    )
    verdicts = crossfoot.check(crossfoot.Source("note", text)).verdicts
    assert not [v for v in verdicts if v.outcome == "contradicted"]


def test_two_halves_leave_nothing_out() -> None:
    text = "钢材销量35.7万吨，其中内销28.9万吨，出口5.9万吨，出口占比16.5%。"
    found = [v for v in crossfoot.check(crossfoot.Source("note", text, lang="zh")).verdicts if v.code]
    assert [(v.code, v.culprits[0].suggested) for v in found] == [("XF101", "29.8")]


def test_what_was_lost_is_no_part_against_its_time() -> None:
    text = "还债方面，截至年末有息负债117亿元，一年增加18亿元，年初为135亿元。"
    ties = [f for f in crossfoot.check(crossfoot.Source("note", text, lang="zh")).facts if isinstance(f, Tie)]
    assert not [tie for tie in ties if tie.blames is None and tie.rule == "tie.sum"]  # it is a move, and its word wrong


@pytest.mark.parametrize(
    "parts",
    [
        "Carrow took 31,900 boxes and Harrow Bay 86,400.",  # nothing says that these are all
        "Carrow took 201,700 boxes and Harrow Bay 186,400.",  # nor that they are not
        "Carrow employs 231,900 people and paid 186,400 crowns.",  # of two kinds
        "Carrow took 231,900 boxes, against 186,400 a year earlier.",  # only set beside it
        "Carrow took 231,900 boxes (2022: 186,400).",
    ],
)
def test_other_figures_are_no_parts(parts: str) -> None:
    report = crossfoot.check(crossfoot.Source("note", "Norland's ports handled 418,300 boxes. " + parts))
    assert not [v for v in report.verdicts if v.outcome == "contradicted"]


def test_a_part_that_stands_behind_the_list_is_one_of_it() -> None:
    text = "Of the 72 members, 41 voted for, 26 against and five abstained."
    assert not [v for v in crossfoot.check(crossfoot.Source("note", text)).verdicts if v.code]


def test_two_figures_that_facts_call_alike_are_two() -> None:
    text = (
        "Since February it has taken in 3,900,000 shares, of which 2,700,000 were bought before May. The programme, "
        "worth £25 million, has £7.1 million left after spending of £17.9 million."
    )
    ties = [f for f in crossfoot.check(crossfoot.Source("note", text)).facts if isinstance(f, Tie)]
    assert ties
    assert all(len(set(tie.figures)) == len(tie.figures) for tie in ties)


def test_how_much_more_there_is_is_no_part() -> None:
    text = (
        "The fair sold 84,000 tickets, 12,000 more than in 2023. Day tickets were 63,000 of these, and passes 21,000."
    )
    assert not [v for v in crossfoot.check(crossfoot.Source("note", text)).verdicts if v.outcome == "contradicted"]


def test_what_is_left_closes_a_list() -> None:
    text = "Norland's ports handled 418,300 boxes. Carrow took 201,700 boxes and Harrow Bay the remaining 214,600."
    report = crossfoot.check(crossfoot.Source("note", text))
    assert [v.code for v in report.verdicts if v.outcome == "contradicted" and v.code] == ["XF101"]


def test_each_that_opens_a_clause_prices_nothing() -> None:
    text = "It has three branches, with bonds of $64.5 billion, and loans of $25.1 billion, each representing a tenth."
    report = crossfoot.check(crossfoot.Source("note", text))
    assert not [fact for fact in report.facts if isinstance(fact, Tie)]
    assert not [verdict for verdict in report.verdicts if verdict.code == "XF111"]


SILENT = [
    "Ports handled 26.1 million tonnes: 6.4 million, 11.2 million and 8.5 million. The yard kept 0.9 million.",
    # one of a list is not what some others make
    "全省新增159例，其中境外输入64例（甲市32例，乙市7例，丙市6例，丁市6例，戊市4例，己市4例，庚市3例，辛市2例）。",
    "The index closed at 1,482. It had been 1,428 in May and 1,503 in June, and volume was 61 million.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_a_slip_would_explain_by_accident_is_not_told(text: str) -> None:
    assert not [v for v in crossfoot.check(crossfoot.Source("note", text)).verdicts if v.outcome == "contradicted"]


def test_as_many_that_came_as_went_tie_nothing() -> None:
    """Whatever the stock was, it is that still: an equation in which a figure cancels out."""
    text = "林某名下854,866,093股被冻结，另有法院执行多轮冻结，分别为78,000,000股、78,000,000股，合计854,866,093股。"
    facts = crossfoot.check(crossfoot.Source("zh", text, lang="zh")).facts
    assert all(len(set(fact.figures)) == len(fact.figures) for fact in facts if isinstance(fact, Tie))


def test_what_a_part_opens_adds_up_to_nothing_with_what_stands_before_its_whole() -> None:
    text = "当月引进飞机4架，退出2架，净增2架，月末机队512架，其中自有213架，其余为融资和经营租赁。"
    report = crossfoot.check(crossfoot.Source("case", text))
    assert not [verdict for verdict in report.verdicts if verdict.outcome == "contradicted"]
