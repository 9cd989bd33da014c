"""A faithful text may call things otherwise, leave out what its source says once, or deal figures out: no alarm."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

SURVEYORS = (
    "Redlow Tools and its Danish rival Nordval are the biggest makers of levels. Redlow had sales of $1.86 billion in "
    "2023, down 4%, and Nordval 14.2 billion kroner, up 3%. Nordval, led by Anders Ehrling, won orders of 6.1 billion "
    "kroner. Redlow had orders of $640 million."
)
BREWER = (
    "The brewer Oudekerk said volumes were down 8.9% in the Americas and 4.7% in Europe, but up 2.3% in Africa and "
    "6.1% in Asia-Pacific."
)
JOINT = (
    "翎川汽车与宸途科技周五宣布成立合资公司，翎川出资11亿元，持股55%，宸途出资9亿元，持股45%。"
    "宸途2024年收入为31.7亿元，亏损6.4亿元。"
)
FLATS = "晖城11月新建住宅成交3,812套，环比增长6.5%，同比下降18.4%，成交面积41.3万平方米。"
JOBS = "4月全国城镇失业率为5.2%，比上月下降0.1个百分点。31个大城市失业率为5.5%，与上月持平。"
MINE = "Net earnings were $412 million, up 17%, on revenue of $1.29 billion, up 6%."
LOSS = "The net loss of Stridewell narrowed to $16 million, or 7 cents a share, from $58 million."
HOTELS = (
    "2024年第四季度平均房价312元，下降2.9%；入住率69.9%，下降1.3个百分点。成交3,812套，环比增长6.5%，同比下降18.4%。"
)
FORECAST = "Orley now expects $3.10 to $3.25 a share; it had seen $3.00 to $3.20. Its profit tripled to $1.26 billion."
AIRLINE = "Net profit was $64 million (up 12%), and sales were $900 million, a fall of 3%."
MINER = "Cash costs fell to $1.54 a pound from $1.71. The dividend is 12.5 pence a share, up from 11 pence."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (SURVEYORS, "The Danes' sales were up 3% to 14.2 billion kroner last year."),
        (SURVEYORS, "Ehrling's company won orders of 6.1 billion kroner."),
        (BREWER, "啤酒商欧德凯克在欧洲和美洲销量分别减少4.7%和8.9%；非洲、亚太则有2.3%和6.1%的增长。"),
        (JOINT, "翎川以55%的股权控股新公司，宸途持有其余45%，前者拿出11亿元，后者9亿元。"),
        (JOINT, "宸途去年仍亏6.4亿元，营收31.7亿元。"),
        (FLATS, "新房成交3,812套，比去年同期少18.4%。"),
        (JOBS, "China's urban jobless rate slipped to 5.2% in April from 5.3% in March."),
        (MINE, "Profit was $412 million and sales $1.29 billion, increases of 17% and 6%."),
        (MINER, "A pound cost $1.54, 17 cents less; shareholders get 1.5p more."),
        (FORECAST, "It lifted its forecast to at most $3.25 a share; before, it had seen up to $3.20."),
        (FORECAST, "利润为12.6亿美元，是上年同期的三倍。"),
        (JOINT, "The two companies hold 55% and 45%."),
        (LOSS, "亏损由5800万美元收窄至1600万美元，每股亏损7美分。"),
    ],
)
def test_what_is_not_proved_to_be_of_another_is_left_alone(source: str, text: str) -> None:
    lang = "en" if text[0].isascii() else "zh"
    report = check(
        Source("text", text, lang=lang, published="2025-03-21"),
        against=[Source("source", source, published="2025-03-21")],
    )
    assert [v.message for v in report.verdicts if v.code and v.origin == "outside" and v.outcome != "implied"] == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (JOINT, "翎川去年收入31.7亿元。"),
        (BREWER, "Volumes fell 8.9% in Europe."),
        (BREWER, "Volumes fell 4.7% in the Americas."),
    ],
)
def test_names_that_the_source_has_still_tell(source: str, text: str) -> None:
    report = check(
        Source("text", text, published="2025-03-21"), against=[Source("source", source, published="2025-03-21")]
    )
    assert [v.code for v in report.verdicts if v.code and v.origin == "outside"] == ["XF703"]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (HOTELS, "Occupancy climbed to 69.9%.", ["XF702"]),
        (HOTELS, "Occupancy slipped to 69.9%.", []),
        (HOTELS, "房价涨至312元。", ["XF702"]),
        (
            "综合成本率96.8%，同比上升0.9个百分点。",
            "The combined ratio improved to 96.8%.",
            [],
        ),  # by what it is to judge
        (HOTELS, "成交降至3,812套。", []),  # from a year before, or risen from a month before
        (AIRLINE, "Net profit fell to $64 million and sales rose to $900 million.", ["XF702", "XF702"]),
        (AIRLINE, "Net profit rose to $64 million and sales fell to $900 million.", []),
    ],
)
def test_the_move_behind_a_level_tells_which_way_it_came(source: str, text: str, found: list[str]) -> None:
    report = check(
        Source("text", text, published="2025-03-21"), against=[Source("source", source, published="2025-03-21")]
    )
    assert [v.code for v in report.verdicts if v.code and v.origin == "outside"] == found


def test_so_many_people_are_moved_by_no_points() -> None:
    report = check(Source("text", "七名委员中有五人赞成，另两人主张只降25个基点。"))
    assert [v.message for v in report.verdicts if v.outcome == "contradicted"] == []
