"""A number of things beside the list of them, named or in figures; a list that leaves some out counts nothing."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

from .told import alarms

WRONG = [
    "The incumbent serves 39% of lines and four alternative operators (Dotnet, Kabla and Orwell) serve 52%.",
    "Management named three regions that did better than planned, Iberia and Japan.",
    "The company has three existing factories, in Iida and Taragi.",
    "In short, three priorities stand out for management: leakage and affordability.",
    "Four amendments failed: one on bus fares, one on the skating rink and one on library hours.",
    "Among them our four businesses made $84 million. The tank cars earned $31 million, the barges $22 million, the "
    "paper mill $14 million, the insurers $11 million and the pawnshops $6 million.",
    "Morrow Castings will shut three of its five foundries, in Telby and Ashmere.",
    "The company has four plants, in Telby, Corran and Duxley.",
    "Five branches will close on Mondays from June: Alder Street, Northgate, Quarry Lane and Temple Road.",
    "The court ruled on five leaks in the winter of 2018-19, at Skar, Tunby, Hede and Ostra.",
    "The four bidders are Norvik, Pelham and Corrin Lines.",
    "Its three largest customers were Velmar Foods and Ostrava Mills.",
    "Three factories, in Lund and Ystad, will close.",
    "Sula, Brae, Hellan and Oxna, three of the five, rejected it.",
    "Alden (88,100), New Brook (53,700) and Carr (21,500) were the four leading sources.",
    "The fund backs four sectors, namely steel, glass and paper.",
    "五大险种合计486.0亿元，其中寿险312.6亿元，健康险98.4亿元，车险60.0亿元，意外险15.0亿元。",
    "百货、超市、购物中心四大业态分别贡献6.3亿元、8.4亿元和4.2亿元。",
    "全省铁路、公路、水路、民航五种方式共发送旅客1.2亿人次。",
    "公司新设四家子公司（甲木、乙木和丙木）。",
    "The council will close four libraries:\n- Alder Street\n- Northgate\n- Quarry Lane",
    "本周上会的企业共四家：\n· 芯桥股份\n· 沛河环境\n· 禾田种业",
    "公司作出四点说明：一是经营正常；二是没有未披露事项；三是股东未卖股票。",
]
RIGHT = [
    "Three alternative operators (Dotnet, Kabla and Orwell) serve 52%.",
    "Morrow Castings will shut two of its five foundries, in Telby and Ashmere.",
    "In June, Alden, Brook and Carr were the two largest buyers of all.",
    "Separately, Alden, Brook and Carr, three of the five, rejected it.",
    "It runs five plants (including Anlow and Brackton) in the north.",
    "The three bidders are Norvik, Pelham and Corrin Lines.",
    "For every job in the mine there are three outside it: 1,450 inside and 4,350 outside.",
    "At 22,335 the two counts, 12,460 and 9,875, come out together.",
    "All five winners are French and German.",
    "Three workers were hurt, in Lund and Ystad, will say the police.",
    "It has four plants (two in Spain and two in Italy).",
    "Three firms that supply Belgard, Halden and Pelham closed.",
    "The firm will shut three sites for two reasons: weak demand and costs.",
    "Its four lenders agreed, Halden and Pelham said.",
    "The three businesses made $84 million: cars $31 million, barges $22 million and all others $31 million.",
    "前十大重仓股包括海棠、云杉，合计占比30%。",
    "两家公司合计收入10.0亿元，其中甲5.0亿元，乙3.0亿元，其他2.0亿元。",
    "涉及债券7只，其中公司债4只、中期票据3只，余额分别为32.0亿元和26.5亿元，合计58.5亿元。",
    "公司在浙江、江苏等三个省设有工厂。",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_list_of_another_length_is_told(text: str) -> None:
    assert [v for v in check(Source("note", text)).verdicts if v.kind == "count" and v.outcome == "contradicted"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_list_that_may_be_right_is_left_alone(text: str) -> None:
    assert not alarms(text)
