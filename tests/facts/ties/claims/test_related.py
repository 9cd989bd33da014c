"""What words say of figures over whole sentences: each row fits its examples; figures at odds with them are told."""

from __future__ import annotations

from itertools import pairwise

import pytest

import crossfoot.facts.ties
from crossfoot import Source, check
from crossfoot.facts.ties.claims.related import Ordered, Pairs, Related, related
from crossfoot.facts.ties.meant.choice import Tried
from crossfoot.lexicon.relating import Relating, relating

ROWS = [(lang, row.row) for lang in ("en", "zh") for row in relating(lang).rows]


def said(text: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> list[Related | Ordered | Pairs]:
    found = list[Related | Ordered | Pairs]()

    def collect(*of: object) -> list[Related | Ordered | Pairs]:
        found.extend(related(*of))  # type: ignore[arg-type]
        return found

    monkeypatch.setattr(crossfoot.facts.ties, "related", collect)
    check(Source("t", text, lang=lang, published="2024-05-05"))
    return found


def ties(one: Related | Ordered | Pairs) -> bool:
    if isinstance(one, Ordered):
        return all(a.size > b.size for a, b in pairwise(one.falling))
    if isinstance(one, Pairs):
        wholes = [part.size / rate.size for part, rate in one.pairs]
        return max(wholes) < 1.1 * min(wholes)
    return one.tying(Tried()) is not None


@pytest.mark.parametrize(("lang", "row"), ROWS, ids=lambda value: getattr(value, "name", value))
def test_a_row_fits_its_examples_and_no_others(lang: str, row: Relating, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in row.holds:
        found = said(text, lang, monkeypatch)
        assert any(r.row == row.name and ties(r) for r in found), text
    for text in row.fails:
        assert not any(r.row == row.name for r in said(text, lang, monkeypatch)), text


TOLD = [
    (
        "Permits numbered 1,846 in July. For the year to date they number 11,902, after 10,506 at the end of June.",
        "cumulative",
    ),
    ("Output averaged 84,000 tonnes. It was the lowest since February, when it made 91,500.", "order"),
    ("Completions have fallen for three years in a row: from 2,105 in 2020 they went to 1,690, then 1,744.", "order"),
    (
        "Foreign funds hold 384 million shares in it, or 32% of it. The founder has 180 million, equal to 51%.",
        "same_whole",
    ),
    ("Its owners put the cost at 3.6 billion kroner, $430 million at 10.59 to the dollar.", "conversion"),
    ("Its volunteers doubled in two years, from 480 to 690.", "ratio"),
    ("The number of depots is to triple to 585 from 186.", "ratio"),
    (
        "Complaints doubled: 1,046 were lodged in the year to June, where in the year before there had been 2,093.",
        "ratio",
    ),
    ("Bulls fetched 3,450 crowns on average and heifers 1,275, exactly half as much.", "share"),
    ("Visitors booked 900,000 nights. Every fifth night, 300,000 in all, was sold to Germans.", "share"),
    ("Voters numbered 3,400. Papers had gone to 5,240, so that four in five took part.", "share"),
    ("Growers sent 3,128 crates. Ayr took 9,745 of them, Belford 10,610 and Corby the rest, 10,925.", "sum"),
    ("Of the nine boats that left, four were towed, two sank and the other four came home.", "sum"),
    ("The crowd of 61,204 beat the best before it, 58,947 in 1998, by 2,527.", "difference"),
    ("Cores broke at 38.2, 41.9 and 39.6 megapascals, a mean of 93.9.", "average"),
    ("The shop billed $318.4 million. Net of the $22.7 million it gave back, revenue was $259.7 million.", "sum"),
    ("The yard began May with 214 boats on order. It won 96, delivered 18 and so ended May with 229.", "sum"),
    ("The chain opened 41 cafes and closed 61, so that it now runs 318, up from 293.", "sum"),
    ("The fine is 90 day-fines of 210 francs each, 10,800 francs altogether.", "product"),
    ("Sales were $96.0 million. Spread over its 1,600 customers that comes to $6,000 apiece.", "average"),
    ("The clinic asked 1,600 patients; of these, 1,702 (67%) found the wait too long.", "share"),
    (
        "The mill has sold its mine for SKr645m. It was carried at SKr410m, so a gain of SKr253m was booked.",
        "difference",
    ),
    ("By phone, mail and visit the bank had 2,400 calls. By kind: phone 449 (18.7%), mail 1,591, visits 306.", "sum"),
    (
        "Parks drew 56,180 walkers:\n\n- locals, 31,240\n- campers, 19,630\n- cyclists, 9,310",
        "sum",
    ),
    (
        "The yard began with 200 orders. It won 96, delivered 81, and ended with 215, 7.5% less than at the start.",
        "growth",
    ),
    (
        "Storm Ada brought 2,400 claims. At $18,600 apiece they cost $44.6 million; 1,800 had been paid, 57% of them.",
        "share",
    ),
    ("The clinic has 250 beds; 190, or 95% of them, were full, three points less than the 89% of May.", "points"),
    ("The kiln kept a margin of 8.0%, half a point wider than the 5.5% of last spring.", "points"),
    ("Its share of 70% is up from 56%, four percentage points more.", "points"),
    ("The baker's revenue was $2.40 billion, representing growth of 20% versus $2.20 billion a year ago.", "growth"),
    ("Sales came to $842.4 million. Groceries alone account for 65% of that, or $463.3 million.", "share"),
    ("Of 1,240 sailings 1,118 ran, a reliability of 95%.", "share"),
    ("The clinics did 84,000 tests in May, 9,000 more than in June, when there were 79,000.", "difference"),
    ("The club paid 71 million through 32.5 million in fees and 18.5 million in rents.", "sum"),
    ("The 8,228 beds comprise 5,118 in towns, 2,135 in villages and 795 on the islands.", "sum"),
    ("Guests came to 3,421 in May, 2,980 in June and 3,105 in July, an average of 3,619 a month.", "average"),
    ("Some 4,205 boats are moored there, 1,666 of which (36.9%) are let.", "share"),
    ("Occupancy was 65.1%: 2,196 of the 4,481 beds were taken.", "share"),
    ("The vote went through with 271 for and 153 against, a majority of 181.", "difference"),
    ("Bed nights jumped from 555.3 thousand to 716.9 thousand (21.9%).", "growth"),
    ("At the start 7,721 claims were pending; 1,317 were filed and 1,914 closed, so 7,214 are pending now.", "sum"),
    ("Ayr has 4,012 berths, Belford 2,988 and Corby 1,500. All told the three ports have 8,900 berths.", "sum"),
    ("The kennels had 4,012 dogs in June. They have since sold 1,500 and now have 2,215.", "difference"),
    ("The guild had 203 boats last spring. Since then 42 have joined and 36 have left, which leaves 290.", "sum"),
    ("Fares went up by 20%: a ride that cost 3,000 florins now costs 6,300.", "growth"),
    (
        "After 4,012 tons in the first half, the third quarter added 2,500, so that nine-month output was 6,152.",
        "difference",
    ),
    ("It pays a quarterly dividend of 35 cents, or $1.04 a year.", "product"),
    ("It raised its forecast by 2.4 million to 10.6 million euros from 8.9 million.", "difference"),
    ("Orders of 2,004 crowns against sales of 489 crowns gave a book-to-bill ratio of 1.4.", "ratio"),
    ("The three mills made 5,724, 3,914 and 4,312 spools, or 4,500 on average.", "average"),
    ("Ayr is the larger of the two, with 2,512 souls; Belford has 4,012.", "order"),
    ("Takings rose in each of the three years: 2,415 in 2021, 5,673 in 2022 and 4,960 in 2023.", "order"),
    ("河东区签约1,386套，河西区947套，前者比后者少439套。", "difference"),
    ("甲以22.64秒夺冠，乙22.91秒居次，两人相差0.72秒。", "difference"),
    ("门票收入318万元，扣除退票的22万元后，净收入269万元。", "sum"),
    ("云麓镇1,840户农户共增收588.8万元，户均2,300元。", "average"),
    ("毛利率32.1%，同比提高1.4个百分点，去年同期为37.0%。", "points"),
    ("综合成本率97.3%，其中赔付率64.8%，费用率28.9%。", "sum"),
    ("本期债券发行规模12亿元，认购金额41.4亿元，认购倍数4.35倍。", "ratio"),
    ("电站发电3.2亿千瓦时，按每千瓦时0.40元的电价计算，收入1.82亿元。", "product"),
    ("月末有船186艘，自有139艘，租入47艘。当月引进3艘、退役1艘，而3月末为188艘。", "sum"),
    ("公司本次发行6,000万股，每股18元。总股本由3.4亿股增至3.7亿股。", "difference"),
    ("公司收入12亿元，支出15.6亿元，比收入多6.3亿元。", "difference"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_figures_at_odds_with_their_words_are_told(text: str, kind: str) -> None:
    assert kind in {v.kind for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"}


SILENT = [
    # what was opened is no stock, and what was refitted is not what is left of it
    "Kestrel Foods opened 48 shops in the year, closed 13 and refitted 53. It employs 2,310 people.",
    # what something grew by is no move of the figure before it, and a share of which is of what stands before
    "The fund took in $311.1 million and paid out $135.4 million, so that it grew by $175.7 million.",
    "The store holds 9,429 tonnes, 55.2% of which (5,207 tonnes) is barley.",
    # nobody says that the part is of anything before
    "The lessor raised 1.75 billion euros. Profit rose to 126 million euros, or 7% of the total that it had aimed for.",
    "Farms sold 38,640 cars. Since January 159,200 cars have been sold; at the end of March the count stood at 96,000.",
    # what is spoken of may be either figure before
    "Sales came to 24 million and profit to 3 million. It was the highest since 2011, when they were 4 million.",
    # of how many there are others than those that are counted
    "Swiftbox will close 24 of its 160 depots and shed 1,950 jobs, one job in eight.",
    "Its volunteers more than doubled in two years, from 480 to 1,020; gifts nearly tripled, from 20 to 58.",
    "Output of 51,300 tonnes beat the target of 47,500. Three-quarters of it, or 36,450 tonnes, was sold.",
    # two moves of one figure, of which neither is a level
    "Weekly hours reached 46.8 hours, 6.6 hours higher than in May, and 0.1 hours higher than in June.",
    # the rest of something else
    "The group sold 900 boats. Ayr took 45 rafts and 30 oars, and the rest, 12, went to Corby.",
    # either lot of power may be what is sold
    "电站发电3.2亿千瓦时，上网3.0亿千瓦时，按每千瓦时0.40元结算，收入1.20亿元。",
    # what grew is no part
    "前五大客户合计占61.5%，增速依次为8.4%、3.2%、9.6%、6.1%和4.2%。",
    # shares that were given too
    "公司本次发行6,000万股，同时以公积金转增股本。总股本由3.1亿股增至7.4亿股。",
    # so much for every ten shares
    "董事会拟每10股派1.50元，以总股本6.00亿股计，共派9,000万元。",
    # a subscription of one tranche
    "发行80亿元债券，其中3年期50亿元。3年期认购120亿元，相当于发行规模的2.4倍。",
    # the price need not be the value
    "公司拟转让子公司70%股权，评估值6.00亿元，股权对价4.50亿元，含过渡期损益0.3亿元。",
    # what was done to some of it is no coming or going
    "The yard began May with 214 boats. It won 96 orders, priced 81 at a loss and ended May with 240.",
    # a share of other ones in the same brackets
    "The clinic asked 1,600 patients; of these, 1,072 (12% more than in May) found the wait too long.",
    # a price of the shares of somebody else
    "Sandrock has 31 buses that cost $410,000 each, and a contract worth $9.84 million.",
    # the lists that are told of each lot are not of each other
    "It gives 660 shares for each 1,000 dlrs of its 4,139,000 dlrs of notes. It also gives 595 shares for "
    "each 1,000 dlrs of its 6,572,000 dlrs of bonds.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_words_leave_open_is_not_told(text: str) -> None:
    assert not [v for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"]
