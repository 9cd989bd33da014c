"""Quantities as written: value, unit, hedge, range, direction, in English and Chinese."""

from fractions import Fraction

import pytest

from crossfoot import documents, mentions
from crossfoot.model import Quantity, Source


def quantities(text: str, lang: str = "en") -> list[tuple[str, Quantity]]:
    document = documents.read(Source("t", text, lang=lang))
    return [
        (text[m.span.start : m.span.end], m.value)
        for m in mentions.find(document).mentions
        if isinstance(m.value, Quantity)
    ]


def only(text: str, lang: str = "en") -> Quantity:
    found = quantities(text, lang)
    assert len(found) == 1, found
    return found[0][1]


@pytest.mark.parametrize(
    ("text", "low", "unit", "kind"),
    [
        ("Sales reached 105,500 units.", 105500, "vehicle", "count"),
        ("It sold 61,179 sport utility vehicles.", 61179, "vehicle", "count"),
        ("The firm paid US$4.26 billion.", 4260000000, "USD", "money"),
        ("The firm paid 150 mln dlrs.", 150000000, "USD", "money"),
        ("The firm paid HK$2.6bn.", 2600000000, "HKD", "money"),
        ("The firm paid SKr2.6bn.", 2600000000, "SEK", "money"),
        ("The firm paid DKr2.6bn.", 2600000000, "DKK", "money"),
        ("The firm paid £5m.", 5000000, "GBP", "money"),
        ("Shr seven cts.", 7, "cent", "money"),
        ("The coupon is 5-3/4 pct.", "23/4", "percent", "percent"),
        ("It rose 1.2 percentage points.", "6/5", "pp", "percentage-point"),
        ("It rose 15 bps.", 15, "bp", "basis-point"),
        ("It rose half a percentage point.", "1/2", "pp", "percentage-point"),
        ("The area is 10,000 square meters.", 10000, "m2", "measure"),
        ("They hold two-thirds of it.", "2/3", "", "fraction"),
        ("Output grew threefold.", 3, "times", "multiple"),
        ("It lost -4.2%.", "-21/5", "percent", "percent"),
        ("The line has 71 upstream and downstream enterprises.", 71, "enterprise", "count"),
        ("The value was 250 000 euros in all.", 250000, "EUR", "money"),
        ("It imported 25,192 short tons.", 25192, "short ton", "measure"),
        ("The rebate is 43.147 European Currency Units.", "43.147", "ECU", "money"),
        ("The four major securities houses met.", 4, "house", "count"),
        ("Its fleet of 61 vessels consists of bulkers.", 61, "vessel", "count"),
        ("It showed 71 military aircraft.", 71, "aircraft", "count"),
        ("Advances 647   declines none.", 647, "", "number"),
        ("Soybeans closed at $14.37-1/2 a bushel.", "14.375", "USD", "money"),
        ("The loss per share was $(1.07).", "-1.07", "USD", "money"),
        ("Cash flow was ($14.6) million.", -14600000, "USD", "money"),
        ("It paid (US$3 million).", 3000000, "USD", "money"),
        ("It booked Rs 2,318 cr.", 23180000000, "INR", "money"),
        ("It booked Rs 1996 crore.", 19960000000, "INR", "money"),  # no year
        ("The ticket cost NOK 1850 in all.", 1850, "NOK", "money"),
        ("It visits the dozen mines.", 12, "mine", "count"),
        ("It paid twice what it was worth.", 2, "times", "multiple"),
        ("It trades at 11 times 2004 earnings.", 11, "times", "multiple"),
        ("It rose two-tenths of a point.", "0.2", "pp", "percentage-point"),
        ("It is 0.4 of a percentage point faster.", "0.4", "pp", "percentage-point"),
        ("It ended nine straight months of decline.", 9, "month", "duration"),
        ("One in four firms left.", "1/4", "", "fraction"),
        ("Bonds were sold, of which a quarter were long.", "1/4", "", "fraction"),
        ("Revenue was $641 million (all figures are in Singapore dollars).", 641000000, "SGD", "money"),
        ("It ordered 12 737-300s.", 12, "", "number"),
    ],
)
def test_value_and_unit(text, low, unit, kind):
    found = only(text)
    assert (found.low, found.unit, found.kind) == (Fraction(low), unit, kind)


@pytest.mark.parametrize(
    ("text", "low", "unit", "kind"),
    [
        ("销量为105500辆。", 105500, "vehicle", "count"),
        ("营收1.2万亿元。", 1200000000000, "CNY", "money"),
        ("营收约合美元9420万元。", 94200000, "USD", "money"),
        ("毛利率提高0.5个百分点。", "1/2", "pp", "percentage-point"),
        ("利率为25个基点。", 25, "bp", "basis-point"),
        ("占比近三成。", 30, "percent", "percent"),
        ("打八五折。", 85, "percent", "percent"),
        ("占百分之五。", 5, "percent", "percent"),
        ("共三分之二。", "2/3", "", "fraction"),
        ("增至1.5倍。", "3/2", "times", "multiple"),
        ("逾百家机构参与。", 100, "enterprise", "count"),
        ("缩水约六成半。", 65, "percent", "percent"),
        ("中标额逾1亿人币。", 10**8, "CNY", "money"),
        ("每股亏损5.6分。", "5.6", "cent", "money"),
        ("股息率五厘。", 5, "percent", "percent"),
        ("成交2.3万手。", 23000, "手", "count"),
        ("增持100万股本公司股份。", 10**6, "share", "count"),
        ("每股面值壹元。", 1, "CNY", "money"),
        ("另有廿三家首亏。", 23, "enterprise", "count"),
        ("净利润翻番。", 2, "times", "multiple"),
        ("收入翻两番。", 4, "times", "multiple"),
        ("LPR下调10个基点。", 10, "bp", "basis-point"),
        ("下调LPR10个基点。", 10, "bp", "basis-point"),
        ("面积2000多万平米。", 20000000, "m2", "measure"),
    ],
)
def test_value_and_unit_in_chinese(text, low, unit, kind):
    found = only(text, "zh")
    assert (found.low, found.unit, found.kind) == (Fraction(low), unit, kind)


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("about 38%", "~"),
        ("nearly 38%", "<~"),
        ("more than 38%", ">"),
        ("at least 38%", ">="),
        ("less than 38%", "<"),
        ("up to a 38% stake", "<="),
        ("38% or more", ">="),
        ("38%", None),
    ],
)
def test_english_hedges_of_a_quantity(text, approx):
    assert only(f"It holds {text}.").approx == approx


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("约38%", "~"),
        ("近38%", "<~"),
        ("逾38%", ">"),
        ("不低于38%", ">="),
        ("不足38%", "<"),
        ("不超过38%", "<="),
        ("38%左右", "~"),
        ("四成以上", ">="),
        ("一半以上", ">="),
        ("最高38%", "<="),
        ("不超过总股本的38%", "<="),
    ],
)
def test_hedges_in_chinese(text, approx):
    assert only(f"占比{text}。", "zh").approx == approx


@pytest.mark.parametrize(
    ("text", "lang", "low", "high"),
    [
        ("Guidance is $3.1bn to $3.3bn.", "en", 3100000000, 3300000000),
        ("Costs fall between 2 and 4 per cent.", "en", 2, 4),
        ("It grows 8%-12%.", "en", 8, 12),
        ("Sales should grow by 1% to 5%.", "en", 1, 5),
        ("预计下降3%至12%。", "zh", 3, 12),
        ("It ranged from 27.0 mln to 32.0 mln.", "en", 27000000, 32000000),
        ("It hinted at one or two further cuts.", "en", 1, 2),
        ("It has less than 30 and more than 20 cars.", "en", 20, 30),
        ("Hogs were up 1.25/1.50 dlr.", "en", Fraction("1.25"), Fraction("1.5")),
        ("The crop may fall from 2.0/2.5 mln.", "en", Fraction(2_000_000), Fraction(2_500_000)),
        ("预计净利润25亿元至28亿元。", "zh", 2500000000, 2800000000),
        ("占整体的一到两成。", "zh", 10, 20),
        ("预计20至30亿元。", "zh", 2000000000, 3000000000),
        ("气温在-5℃至3℃之间。", "zh", -5, 3),
        ("金额从1万元到50万元不等。", "zh", 10000, 500000),
        ("空间扩大到5%-8%。", "zh", 5, 8),
        ("亏损18.6亿-19.2亿元。", "zh", 1860000000, 1920000000),
        ("占收入的三分之一至二分之一。", "zh", "1/3", "1/2"),
    ],
)
def test_a_range_is_one_quantity(text, lang, low, high):
    found = only(text, lang)
    assert (found.low, found.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("It fell from 5% to 3%.", "en"),
        ("Its share rose by 0.6% to 2.7%.", "en"),
        ("毛利率上升1.6%至34.8%。", "zh"),
        ("It fell 12 cents to 34 cents.", "en"),
        ("A decline in the goods deficit of $2.7 billion to $71.7 billion helped.", "en"),
        ("It is no more than 12 and more than 194.", "en"),
        ("It rose by a third to 4 mln stg.", "en"),
        ("比例由20%提高至49%。", "zh"),
        ("铜价上涨55美元至7993美元。", "zh"),
    ],
)
def test_from_one_level_to_another_is_two(text, lang):
    assert len(quantities(text, lang)) == 2


def test_a_move_to_a_level_from_another_is_no_range():
    assert [q.low for _, q in quantities("The margin rose 2 percent to 14% from 12%.", "en")] == [2, 14, 12]
    assert [(q.low, q.high) for _, q in quantities("Prices rose 2% to 4% from a year ago.", "en")] == [(2, 4)]


@pytest.mark.parametrize(
    ("text", "lang", "changes"),
    [
        ("Sales grew 4% to 101,102 units.", "en", ["up", None]),
        ("Exports were down about 38% year-on-year to 4,366 units.", "en", ["down", None]),
        ("There was a 5.2% increase.", "en", ["up"]),
        ("It saw a decrease of 34%.", "en", ["down"]),
        ("Profit was 3% lower.", "en", ["down"]),
        ("It rose 2%, 3% and 5%.", "en", ["up", "up", "up"]),
        ("It fell 35.2 points (0.6%) today.", "en", ["down", "down"]),
        ("It rose 10 dlrs, or 3 pct, to 340 dlrs.", "en", ["up", "up", None]),
        ("It paid 10 mln dlrs (9 mln euros).", "en", [None, None]),
        ("It rose 0.2% in August and 8.1% from a year earlier.", "en", ["up", "up"]),
        ("Gold slipped a tenth from its peak of Jan. 29, and silver by 30 percent.", "en", ["down", "down"]),
        ("It lost $3.20, or 4.4%, to close at $69.50.", "en", ["down", "down", None]),
        ("It lost $3 million to fraud.", "en", [None]),
        ("It could raise up to $8 million (7 million euros).", "en", [None, None]),
        ("It signed up 37,000 readers and holds up $5 million of goods.", "en", [None, None]),
        ("It has options on eight more, in all.", "en", [None]),
        ("It implies 42 bps of easing.", "en", ["down"]),
        ("It made 5 cars, 14% year-on-year growth.", "en", [None, "up"]),
        ("It rose at a seasonally adjusted annual rate of 3.2%.", "en", ["up"]),
        ("The 25bps cut is priced at 60%.", "en", ["down", None]),
        ("It cut the rate on 378 billion yuan of old loans to firms by 10 bp.", "en", [None, "down"]),
        ("It ticked up to 3.8%.", "en", [None]),
        ("It adds up to 508 beds.", "en", [None]),
        ("The club turned over €184.2m last season.", "en", [None]),
        ("Sales fell short of $12 million.", "en", [None]),
        ("It is widening 31 kilometres of road.", "en", [None]),
        ("It shed 43 points to 982, 92 percent below its record.", "en", ["down", None, "down"]),
        ("It owns 51%.", "en", [None]),
        ("It can own up to 51%.", "en", [None]),
        ("It raised 18 billion dlrs.", "en", [None]),
        ("出口同比下降约38%至4366辆。", "zh", ["down", None]),
        ("央行下调利率25个基点至1.75%。", "zh", ["down", None]),
        ("汽油、柴油分别增长9.4%、6.6%。", "zh", ["up", "up"]),
        ("净利润增至50亿元。", "zh", [None]),
        ("指数收跌1.4%或254点，报17956点。", "zh", ["down", "down", None]),
        ("油价上涨0.8美元（1.2%）。", "zh", ["up", "up"]),
        ("融资规模增量5282亿元。", "zh", [None]),
        ("央行降准50个基点。", "zh", ["down"]),
        ("下调金融机构人民币存款准备金率0.5个百分点。", "zh", ["down"]),
        ("同比减亏67.1%。", "zh", ["down"]),
        ("生存期延长4.5个月。", "zh", ["up"]),
        ("指数低于上月0.7个百分点。", "zh", ["down"]),
        ("销售下降21.9%，七成半房企未达标。", "zh", ["down", None]),
        ("增速比上月末和上年同期低0.6个和1.3个百分点。", "zh", ["down", "down"]),
    ],
)
def test_only_the_size_of_a_change_has_a_direction(text, lang, changes):
    assert [quantity.change for _, quantity in quantities(text, lang)] == changes


def test_amounts_of_a_table_that_a_converter_glued_together():
    found = quantities("营业收入12,345.6710,987.65净利润1,234.56987.65。", "zh")
    assert [float(quantity.low) for _, quantity in found] == [12345.67, 10987.65, 1234.56, 987.65]


def test_a_multiple_without_a_number_has_no_digits():
    assert only("翻番\u200b", "zh").digits == (0, 0)
    assert only("利润\u200b翻番", "zh").digits == (3, 3)


def test_a_hedge_said_first_is_the_hedge_of_all():
    found = quantities("净利润分别不低于0.9亿元、1.2亿元和1.5亿元。", "zh")
    assert [quantity.approx for _, quantity in found] == [">=", ">=", ">="]


def test_the_pieces_that_a_suggestion_replaces():
    text = "It paid about US$4.26 billion."
    found = only(text)
    assert text[slice(*found.digits)] == "4.26"
    assert text[slice(*found.scale_word)] == "billion"
    assert text[slice(*found.unit_word)] == "US$"
    assert found.step == 10_000_000


def test_what_was_folded_is_kept_as_evidence():
    found = only("销量为４３辆。", "zh")
    assert found.low == 43
    assert found.folds == ("４→4", "３→3")


def test_a_unit_said_last_is_the_unit_of_all():
    assert [q.unit for _, q in quantities("Denominations are 5,000 and 50,000 dlrs.")] == ["USD", "USD"]
    assert [q.low for _, q in quantities("分别为20、30和50亿元。", "zh")] == [2 * 10**9, 3 * 10**9, 5 * 10**9]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Sales were 430 billion yen in 1986, compared with 53 billion in 1976.", (53 * 10**9, "JPY")),
        ("Stocks are 88.2 mln tonnes, vs 88.3 mln last month.", (88300000, "tonne")),
        ("Reserves fell to 67 billion lire from a previously reported 68 billion in April.", (68 * 10**9, "ITL")),
        ("Profit fell from 30 mln dlrs to 20 mln.", (20000000, "USD")),
        ("Revs 41.3 mln vs 39.8", (39800000, "")),
        ("Sales rose to 1,234 million euros (previous year: 1,102 million).", (1102000000, "EUR")),
        ("Revs 41.3 mln vs 980,000", (980000, "")),
        ("It cut orders by 12 million dollars from 400 million.", (400000000, "")),
    ],
)
def test_what_is_compared_shares_the_unit(text, want):
    last = quantities(text)[-1][1]
    assert (last.low, last.unit) == want


def test_what_a_quantity_is_for_one_of():
    assert only("The price is 34 cents a share.").per == "share"
    assert only("The price is $34.20 a barrel.").per == "barrel"
    assert only("It spends $38 an order.").per == "order"
    assert only("It makes 30GWh of cells a year.").per == "year"
    assert only("It pumps 153,400 boe/d.").per == "day"
    assert only("每吨4200元。", "zh").per == "tonne"
    assert [quantity.per for _, quantity in quantities("向3500户每户补助1200元。", "zh")] == [None, "户"]
    assert [quantity.per for _, quantity in quantities("1800平方米每月3.96万元。", "zh")] == [None, "month"]
    assert only("最高价7.52元/股。", "zh").per == "share"


def test_a_tenor_is_a_length_of_time_among_quantities_and_dates():
    text = "It sold three-year bonds."
    document = documents.read(Source("t", text, lang="en"))
    found = {m.kind: m.value for m in mentions.find(document).mentions if m.kind in ("quantity", "timex")}
    assert found["timex"].duration == "P3Y"
    assert found["timex"].period is None
    assert only(text).kind == "duration"


@pytest.mark.parametrize(("text", "words"), [("跌至12k", "12k"), ("售价约12k元", "约12k元"), ("兆12k", "12k")])
def test_a_letter_for_thousand_ends_where_it_stands(text: str, words: str) -> None:
    ((found, quantity),) = quantities(text, "zh")
    assert (found, quantity.low) == (words, 12_000)
    assert quantity.scale_word is not None
    assert text[slice(*quantity.scale_word)] == "k"


@pytest.mark.parametrize(
    ("text", "change"),
    [("Sales edged up 1.1%.", "up"), ("Sales inched down 1.1%.", "down"), ("Sales edged lower by 1.1%.", "down")],
)
def test_an_edge_goes_the_way_that_is_said(text: str, change: str) -> None:
    assert only(text).change == change


def test_the_letters_of_a_word_are_no_version() -> None:
    text = "轿车18,640辆，SUV 23,905辆，MPV 2,735辆。"
    assert [int(quantity.low) for _, quantity in quantities(text, "zh")] == [18640, 23905, 2735]
