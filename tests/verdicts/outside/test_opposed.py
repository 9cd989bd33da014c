"""A right number beside a word that leaves out what its source tells it of is asked about; other words are not."""

from __future__ import annotations

import pytest

from .held import told

LINE = (
    "Corland Air flew 2.41 million passengers in May. Domestic traffic rose 3.1% to 1.52 million, and international "
    "traffic 15.5% to 0.89 million. The load factor was 84.6% on domestic routes and 79.2% on international ones."
)
UTILITY = (
    "Brennick Energy made 7.84 terawatt hours of hydropower last year. Wind output rose 12.4% to 2.15 terawatt hours. "
    "The state owns 67.3% of it. Women hold 31.5% of its posts. It hired 85 engineers."
)
PORT = (
    "据海关统计，一季度潞州口岸出口2045亿元，增长5.2%；进口1223亿元，增长12.7%。民营企业进出口占56.3%，外资企业占31.2%。"
    "对东盟进出口812亿元，增长14.3%；对欧盟进出口547亿元，下降3.6%。"
)
PAY = (
    "Unemployment in Vessmark fell to 4.1% in May, the lowest in 14 years. Average pay was 27,300 crowns a month, and "
    "grew 5.4% in nominal terms."
)
HOMES = "5月全市新建商品住宅成交2,864套，环比下降8.2%，同比增长3.9%。"


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (
            LINE,
            "Planes were fuller on domestic flights, at 84.6%.",
            "Planes were fuller on international flights, at 84.6%.",
        ),
        (LINE, "国内航线客座率84.6%。", "国际航线客座率84.6%。"),
        (HOMES, "新房成交环比下降8.2%。", "新房成交同比下降8.2%。"),
        (UTILITY, "Output of wind power went up by 12.4%.", "Output of hydropower went up by 12.4%."),
        (UTILITY, "女职工占31.5%。", "男职工占31.5%。"),
        (UTILITY, "It took on 85 engineers.", "It took on 85 nurses."),
        (PORT, "Imports grew 12.7%.", "Exports grew 12.7%."),
        (PORT, "Private firms accounted for 56.3% of trade.", "Foreign firms accounted for 56.3% of trade."),
        (PORT, "民企占比56.3%。", "外企占比56.3%。"),
        (PAY, "Unemployment fell to its lowest in 14 years.", "Unemployment fell to its highest in 14 years."),
        (PAY, "5月失业率为4.1%，为14年来最低。", "5月失业率为4.1%，为14年来最高。"),
        (PAY, "平均工资名义增长5.4%。", "平均工资实际增长5.4%。"),
        (PORT, "Trade with ASEAN increased 14.3%.", "Trade with the EU increased 14.3%."),
    ],
)
def test_what_leaves_out_what_the_source_says_is_asked_about(source: str, right: str, wrong: str) -> None:
    assert told(source, right) == []
    assert "XF703" in told(source, wrong)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (LINE, "At home traffic grew 3.1%, far less than the 15.5% abroad."),
        (LINE, "Its 2.41 million travellers, at home and abroad, were a record."),
        (PORT, "进出口中，出口2045亿元。"),
        (PORT, "Foreign trade: exports and imports came to 204.5 billion and 122.3 billion yuan respectively."),
        (UTILITY, "Hydropower made 7.84 TWh, wind 2.15 TWh."),
    ],
)
def test_what_is_said_in_other_words_is_not(source: str, text: str) -> None:
    assert told(source, text) == []
