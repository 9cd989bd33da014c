"""Dates and periods on their anchor."""

import datetime as dt

import pytest

from crossfoot import documents, mentions
from crossfoot.model import Source, Timex


def dates(text: str, lang: str = "en", published: str | None = "2020-05-12") -> list[tuple[str, Timex]]:
    document = documents.read(Source("t", text, lang=lang, published=published))
    return [
        (text[m.span.start : m.span.end], m.value)
        for m in mentions.find(document).mentions
        if isinstance(m.value, Timex)
    ]


def label(text: str, lang: str = "en", published: str | None = "2020-05-12") -> str | None:
    found = dates(text, lang, published)
    assert found, text
    return found[0][1].period.label if found[0][1].period else None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("in April", "2020-04"),
        ("in December", "2019-12"),
        ("on May 8", "2020-05-08"),
        ("on 8 May 2020", "2020-05-08"),
        ("on 2020-05-08", "2020-05-08"),
        ("last month", "2020-04"),
        ("last year", "2019"),
        ("yesterday", "2020-05-11"),
        ("last Friday", "2020-05-08"),
        ("last December", "2019-12"),
        ("in the first quarter", "2020-Q1"),
        ("in Q4 2019", "2019-Q4"),
        ("in 1Q20", "2020-Q1"),
        ("in the second half of 2019", "2019-H2"),
        ("in the first four months of 2020", "2020-01/2020-04"),
        ("in January-March 2020", "2020-Q1"),
        ("in the nine months to September 2019", "2019-01/2019-09"),
        ("in the quarter ended March 31, 2020", "2020-Q1"),
        ("in the year ended June 30, 2019", "2018-07/2019-06"),
        ("in fiscal 2019", "2019"),
        ("in FY19", "2019"),
        ("in fiscal 2018 second quarter", "2018-Q2"),
        ("in the 1990s", "1990/1999"),
        ("at the end of 2018", "2018-12-31"),
        ("between 2015 and 2018", "2015/2018"),
        ("in 2018/19", "2018/2019"),
        ("for FY2020, ending March 31, 2020", "2019-04/2020-03"),
        ("in fiscal 2021, which ends next January 31", "2020-02/2021-01"),
        ("in Q3FY20 (October-December 2019)", "2019-Q4"),
        ("in Q2 FY19, the three months ended June 30, 2019", "2019-Q2"),
        ("in the half-year ended 30 June 2019", "2019-H1"),
        ("in the June quarter", "2019-Q2"),
        ("in the March quarter of 2020", "2020-Q1"),
        ("in the final quarter of 2019", "2019-Q4"),
        ("in the second quarter ended January 31", "2019-11/2020-01"),
        ("in the October-December quarter", "2019-Q4"),
        ("since the third quarter of 2009", "2009-07-01/.."),
        ("in the last quarter of 2019", "2019-Q4"),
        ("in the last three months of 2019", "2019-Q4"),
        ("in the decade to 2019", "2010/2019"),
        ("over the past decade", "2010-05-12/2020-05-11"),
        ("in the fiscal years ended June 30, 2019 and after", "2018-07/2019-06"),
        ("year to date", "2020-01-01/2020-05-12"),
        ("so far this year", "2020-01-01/2020-05-12"),
        ("this year to date", "2020-01-01/2020-05-12"),
        ("in last year's report", "2019"),
        ("between 3 and 9 May", "2020-05-03/2020-05-09"),
        ("from 3 to 9 May 2020", "2020-05-03/2020-05-09"),
        ("on 3-9 May", "2020-05-03/2020-05-09"),
        ("between Sunday, May 3, and Friday, May 8", "2020-05-03/2020-05-08"),
        ("for July delivery", "2020-07"),
        ("by the contract date of 9 November", "2019-11-09"),
        ("if you missed the deadline of May 8", "2020-05-08"),
        ("since Monday's close", "2020-05-11/.."),
        ("on 7-APR", "2020-04-07"),
        ("on 26-MAR-2019", "2019-03-26"),
        ("on 28.02.2008", "2008-02-28"),
        ("this morning", "2020-05-12"),
        ("last night", "2020-05-11"),
        ("or will by year end", "2020-12-31"),
        ("since March", "2020-03-01/.."),
        ("under a plan announced in December", "2019-12"),
        ("under a plan to be announced in December", "2020-12"),
    ],
)
def test_english_dates(text, want):
    assert label(f"It sold cars {text}.") == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("4月", "2020-04"),
        ("去年12月", "2019-12"),
        ("2020年5月8日", "2020-05-08"),
        ("昨日", "2020-05-11"),
        ("上周五", "2020-05-08"),
        ("今年前4个月", "2020-01/2020-04"),
        ("1—3月", "2020-Q1"),
        ("2019年上半年", "2019-H1"),
        ("前三季度", "2019-01/2019-09"),
        ("2019财年第三财季", "2019-Q3"),
        ("上财季", "2020-Q1"),
        ("2019年末", "2019-12-31"),
        ("截至2019年12月31日止年度", "2019"),
        ("截至2020年3月31日止三个月", "2020-Q1"),
        ("截至2019年九月底的半年度", "2019-04/2019-09"),
        ("截至2020年3月14日当周", "2020-03-08/2020-03-14"),
        ("年内", "2020"),
        ("2018年至2019年", "2018/2019"),
        ("2019年以来", "2019-01-01/.."),
        ("上世纪90年代", "1990/1999"),
        ("去年四季度至今年一季度", "2019-10/2020-03"),
        ("2019财年（截至2020年3月31日止）", "2019-04/2020-03"),
        ("12日", "2020-05-12"),
        ("13日", "2020-04-13"),
        ("上月20日", "2020-04-20"),
        ("本月3日至7日", "2020-05-03/2020-05-07"),
        ("1月25-26日", "2020-01-25/2020-01-26"),
        ("2019年1月5—8日", "2019-01-05/2019-01-08"),
        ("上月5至8日", "2020-04-05/2020-04-08"),
        ("5-8日", "2020-05-05/2020-05-08"),
        ("上周五（5月8日）", "2020-05-08"),
        ("4月中旬", "2020-04-11/2020-04-20"),
        ("2月下旬以来", "2020-02-21/.."),
        ("“十三五”时期", "2016/2020"),
        ("“十三五”末", "2020-12-31"),
        ("5月1日零时至3日24时", "2020-05-01/2020-05-03"),
    ],
)
def test_chinese_dates(text, want):
    assert label(f"{text}销量上升。", "zh") == want


def labels(text: str, published: str | None = "2020-05-12") -> list[str | None]:
    return [timex.period.label if timex.period else timex.duration for _, timex in dates(text, "zh", published)]


def test_a_bare_day_is_of_the_month_told_in_its_sentence_or_the_last_such_day():
    assert labels("3月8日股价大涨，9日回落。") == ["2020-03-08", "2020-03-09"]
    assert labels("发布会将于5日举行。") == ["2020-06-05"]
    assert labels("会议将于28日至2日举行。") == ["2020-05-28/2020-06-02"]
    assert labels("股价连续5日上涨。") == ["P5D"]
    assert labels("25日公布。", None) == ["25日"]


def test_the_day_and_the_month_just_spoken_of():
    assert labels("2019年3月8日，公司公告；同日收购完成，次日复牌。")[1:] == ["2019-03-08", "2019-03-09"]
    assert labels("2018年售出612万套，比前一年增长8.5%。") == ["2018", "2017"]
    assert labels("4月末存款120亿元，当月增加3亿元，比上月末多2亿元。") == ["2020-04-30", "2020-04", "2020-03-31"]


def test_what_only_looks_like_the_future_is_none():
    assert labels("自3月17日起将利率由1.71%下调到1.05%。") == ["2020-03-17"]
    assert labels("自11月17日起将下调利率。") == ["2020-11-17"]
    assert labels("2019年盈利2亿元；今年一季度亏损1亿元。") == ["2019", "2020-Q1"]


def test_what_only_looks_like_a_date_is_none():
    assert labels("建成后年发电量11亿千瓦时。") == []
    assert labels("公司披露三季报。") == []
    assert labels("债券附第3年末投资者回售选择权。") == []
    assert labels("假期前四天销售额上升。") == ["P4D"]


def test_a_delivery_month_lies_ahead():
    assert labels("7月原油期货收跌。") == ["2020-07"]


def test_the_same_period_is_the_one_just_spoken_of():
    assert labels("一季度出口增长5%，同期进口下降2%。") == ["2020-Q1", "2020-Q1"]


def test_a_year_to_date_ends_with_the_month_that_is_reported_on():
    text = "Holm sold 40,200 cars in March. So far this year it sold 118,000; exports year to date were 9,000."
    assert [mention.period.label for _, mention in dates(text)] == ["2020-03", "2020-Q1", "2020-Q1"]


def test_a_quarter_that_is_not_over_is_of_the_year_spoken_of():
    found = [
        when.period.label for _, when in dates("2019年第三季度出货380万台，第二季度为352万台", "zh") if when.period
    ]
    assert found == ["2019-Q3", "2019-Q2"]
    assert label("第二季度出货352万台", "zh") == "2020-Q2"


def test_lengths_in_chinese():
    assert labels("五年期债券和7天期逆回购，寿命13.2年。") == ["P5Y", "P7D", "P13.2Y"]


def test_what_reports_on_a_period_is_written_after_it():
    assert labels("截至2019年8月31日，公司已回购股份。记者9月2日获悉，公司将继续。", None)[1] == "2019-09-02"
    assert labels("公司拟在2020年6月30日前完成。此前，4月30日披露年报。2020年一季度盈利。", None)[1] == "2020-04-30"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("股30,000,0002018.09.272021.09.26法院", ["2018-09-27", "2021-09-26"]),
        ("否5,465,4132018/3/162021/3/15100%无", ["2018-03-16", "2021-03-15"]),
        ("否1,181,6022018-7-2636个月法院", ["2018-07-26", "P36M"]),
    ],
)
def test_cells_that_a_converter_glued_together(text, want):
    assert labels(f"冻结股数（股）{text}。") == want


def test_a_comparative_takes_the_length_of_what_it_is_compared_with():
    found = dates("Sales in the first four months of 2020 fell 34% from the same period last year.")
    assert [timex.period.label for _, timex in found] == ["2020-01/2020-04", "2019-01/2019-04"]
    assert found[1][1].shift == "-P1Y"
    assert label("较去年同期下降34%，2020年1至4月销量31万辆。", "zh") == "2019-01/2019-04"
    assert dates("2020年1至4月销量较去年同期下降。", "zh")[1][1].period.label == "2019-01/2019-04"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Stocks at end-February were 157, against 161 a month earlier.", "2020-01-31"),
        ("Shares fell on Monday from the previous week.", "2020-05-04/2020-05-10"),
        ("In the quarter to March sales fell from the preceding three months.", "2019-Q4"),
        ("In the first quarter it cut 5 jobs, against 8 in the previous six months.", "2019-H2"),
        ("Imports in January and February fell 5% from a year earlier.", "2019-01/2019-02"),
        ("In the nine months to January it sold 5, against 8 in the same nine months of 2018.", "2018-05/2019-01"),
        ("In the quarter ended March 31, 2020 it sold 5 vs 4 in the prior-year quarter.", "2019-Q1"),
        ("In the year ended June 30, 2019 it made 5 against 4 in the prior fiscal year.", "2017-07/2018-06"),
        ("Exports from Taiwan shrank 2% in April from a year earlier.", "2019-04"),
        ("TOKYO, May 12 - Sales rose 5% from a year ago.", "2019"),
        ("It said on Monday that sales rose 5% from a year ago.", "2019"),
        ("It said on Monday that April sales rose 5% from a year ago.", "2019-04"),
    ],
)
def test_what_a_comparative_is_measured_on(text, want):
    assert dates(text)[-1][1].period.label == want


def test_may_opens_a_sentence_as_a_month_before_a_noun_and_as_nothing_else():
    assert dates("May imports were $81.3 billion.")[0][1].period.label == "2020-05"
    for text in ("May we sell 5 cars?", "May the best of 5 win.", "May Chen sold 5 cars."):
        assert dates(text) == []


def test_a_release_has_a_day_and_a_newspaper_has_none():
    assert label("Stock Exchange Release 4 May 2020 at 8.30 a.m.") == "2020-05-04"
    assert dates("It raised the price of the Sunday Herald Post.") == []


def test_without_a_date_the_item_gives_the_year_and_says_that_it_was_inferred():
    found = dates(
        "It sold 5 cars in April, up from March. In the first four months of 2020 it sold 20.", published=None
    )
    assert [(timex.period.label, timex.inferred) for _, timex in found] == [
        ("2020-04", True),
        ("2020-03", True),
        ("2020-01/2020-04", False),
    ]


def test_without_anything_the_words_stay_comparable():
    (_, april), (_, again) = dates("It sold 5 cars in April and 6 trucks in April.", published=None)
    assert april.period == again.period
    assert april.period.start is None


def test_a_date_line_is_an_anchor():
    assert label("SHANGHAI, May 12, 2020 - It sold 5 cars.", published=None) == "2020-05-12"
    assert dates("SHANGHAI, May 12, 2020 - It sold 5 cars last month.", published=None)[1][1].period.label == "2020-04"


def test_the_head_of_a_report_lies_after_what_it_reports():
    found = dates("1月19日，机构公布，2021年第四季度出货8840万台。", "zh", None)
    assert found[0][1].period.label == "2022-01-19"


@pytest.mark.parametrize(
    ("text", "lang", "flag"),
    [
        ("on Monday, May 5, 2020", "en", True),
        ("on Tuesday, May 5, 2020", "en", False),
        ("on Monday, May 5", "en", True),
        ("on Tuesday, May 5", "en", False),
        ("on Tuesday, December 3", "en", False),
        ("on Thursday, December 3", "en", False),  # the next one
        ("on Sunday, 31 March 2020", "en", True),
        ("于2020年5月6日（星期二）", "zh", True),
        ("于2020年5月6日（星期三）", "zh", False),
        ("于2020年5月6日周三", "zh", False),
        ("于5月6日（周二）", "zh", True),
        ("于12月30日（周三）", "zh", False),  # the year is the one in which that is a Wednesday
        ("于上周四（5月8日）", "zh", True),
    ],
)
def test_weekdays_that_contradict_their_date(text, lang, flag):
    body = f"They met {text}." if lang == "en" else f"会议{text}召开。"
    assert (dates(body, lang)[0][1].flag == "weekday-mismatch") is flag


def test_a_bare_date_lies_behind_unless_its_clause_looks_ahead():
    assert label("It opened on June 3.", published="2020-05-12") == "2020-06-03"  # three weeks ahead is no year ago
    assert label("It opened on December 3.", published="2020-05-12") == "2019-12-03"
    assert label("It will open on December 3.", published="2020-05-12") == "2020-12-03"


def test_lengths_and_recurrences():
    assert dates("It ended nine straight months of decline.")[0][1].duration == "P9M"
    assert dates("It sold out in 48 hours.")[0][1].duration == "PT48H"
    assert dates("They meet twice a week.")[0][1].kind == "set"
    assert dates("They meet every six months.")[0][1].kind == "set"
    assert dates("It added three-quarters of a point.") == []
    assert dates("The loan runs for five years.")[0][1].duration == "P5Y"
    assert dates("It pays every year.")[0][1].kind == "set"


def test_precision_of_the_publication_date():
    assert label("in April", published="2020") == "2020-04"
    assert dates("yesterday", published="2020-05")[0][1].period.start is None


def test_impossible_days_stay_words():
    assert dates("on February 30, 2020")[0][1].period.start is None
    assert dates("on February 29, 2019")[0][1].period.start is None
    assert dates("on February 29, 2020")[0][1].period.start == dt.date(2020, 2, 29)
