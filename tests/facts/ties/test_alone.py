"""Moves that stand alone: told though they do not tie, and silent where something else may be meant."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

# text, what is wrong once one figure is another, and both
WRONG = [
    ("The loom shed made 1,200 rugs this year; a year ago it had been 960. That is a rise of 25%.", "25%", "35%"),
    ("In 2019 the fair drew 48,000 guests. Last summer it drew 60,000, 25% more.", "60,000", "66,000"),
    ("The median price of a hut was $8,975 a year ago. It is now $9,980: a rise of 11.2%.", "8,975", "3,975"),
    ("In 2023 the ferry took 4,166 goats a day. Last year the figure was 5,566, 33.6% higher.", "5,566", "5,166"),
    ("The yield on ten-year paper rose 90 basis points to 6.0%. It had closed at 5.1% on Monday.", "90", "40"),
    ("去年全县收核桃8,000吨，是少有的好年成。今年收了6,800吨，少了15.0%。", "少了", "多了"),
    ("3月签单2,940手，较2月的2,100手环比增长40.0%，较去年3月的3,500手同比下降16.0%。", "3,500手", "5,300手"),
]
WRONG += [  # what a move stands beside, though other figures are told as well
    ("国际线运送旅客118万人次，较上年同期增加22万人次，当时为96万人次。", "22万", "12万"),
    ("11月居民价格同比上涨0.7%，涨幅比上月扩大0.5个百分点，10月为上涨0.2%。", "0.5个", "0.3个"),
    ("上半年投资同比增长4.1%，增速较一季度放缓0.9个百分点，一季度为5.0%。", "放缓", "加快"),
    ("全市出口灯具484亿元，增长21%，其中对北美出口216亿元，占比44.6%。上年同期灯具出口400亿元。", "21%", "12%"),
    ("全年销售纸箱1,848万只，上年为1,540万只，同比增长20%；出口615万只，增长50%，上年为410万只。", "50%", "40%"),
]
# nothing ties, and nothing must: another base, another basis, another thing
SILENT = [
    "前三季度投资同比增长4.1%，增速较上半年放缓0.9个百分点，上半年为5.0%。",
    "全市出口灯具484亿元，增长21%，其中对北美出口216亿元。上年同期对北美出口190亿元。",
    "全市用电量82亿千瓦时，同比增长5%，今年7月为95亿千瓦时。",
    "投资同比增长4.1%，增速较上半年放缓0.9个百分点，其中民间投资增长5.6%。",
    "Sales came to 120 million euros after 100 million a year ago. In local currencies they were up 12%.",
    "Orders were worth 46 million, against 40 million a year before. Without the shops it bought, growth was 6%.",
    "Sales rose 5% from the previous quarter to 12.0m, against 11.0m a year ago.",
    "The guild had 460 members at the end of 2022 and 400 in 2020, an average rise of 7.2% a year.",
    "Revenue was $46m, compared with $40m a year before; volumes rose 8%.",
    "三季度净利润2.10亿元，环比增长20.0%，上年同期为1.40亿元。",
    "三季度营收4.6亿元，上年同期4.0亿元，环比增长3.0%。",
    "7月销量4,600辆，6月为4,000辆，同比增长22.0%。",
    "本期营收4.6亿元，上年同期4.0亿元；剔除并表因素，增长6.0%。",
    "Sales rose 5% and profit fell to 12 million from 14 million.",
    "Timber exports of the county climbed 9.4% to 81.5 million crowns, exceeding imports by 22 million.",
    "本县5月外贸额为82.3亿元，增长6.4%，出口比进口多21.7亿元。",
    "Ticket sales jumped 27.5% to 1.48 million in the spring, with May the strongest month at 610,000.",
    "The lake was clear on 204 days, seven more than in 2021, and its nitrate came down 4.8% to 31 milligrams a litre.",
    "The mean rent of a shop was 31,000 crowns, 2.5% more than a year before, and that of a stall 46,000.",
    "Wind capacity grew by 410 megawatts, or 45%, to half of the 2,640 megawatts of hydropower. It may pass 1,900.",
    "去年其净利率为12%，有四家门店。海外收入占比预计升至31%，提高约8个百分点。",
    "Hollis buys Tern Labs for $3.4 billion. Its sales rose 12% last year to $142 million, equal to 2.5% of Hollis's.",
    "The Board expects growth of 2.4%. The krone strengthened from 10.85 per euro at the start of the year to 10.32.",
]


def alarms(text: str) -> list[str]:
    report = check(Source("note", text, published="2025-08-07"))
    return [v.message for v in report.verdicts if v.code and v.outcome in ("contradicted", "query")]


@pytest.mark.parametrize(("text", "right", "wrong"), WRONG)
def test_a_move_that_stands_alone_is_told(text: str, right: str, wrong: str) -> None:
    assert not alarms(text)
    assert alarms(text.replace(right, wrong))


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_measured_from_something_else_is_silent(text: str) -> None:
    assert not alarms(text)
