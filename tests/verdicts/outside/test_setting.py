"""A right number beside a wrong name is found by the company that the number keeps."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

BUDGET = (
    "The council of Ostmoor approved a budget of $1.14 billion on Thursday. Schools will get $610 million, the police "
    "$295 million, the roads department $184 million and parks $51 million."
)
BONDS = "泽泊水务完成债券发行，其中3年期18亿元，票面利率2.85%，5年期14亿元，票面利率3.22%。"
FUND = "生物科技公司启明诺宣布完成新一轮融资，总额9.6亿元，由岚石资本领投4亿元，汇川基金跟投2.6亿元。"
ROADS = "中邕集团与三家企业签约建设邕桂二线。集团占股51%，恒路投资占29%，桂通建设占12%。"
DIGEST = (
    "Business digest. The shoemaker Tessaly Group cut its sales forecast to $1.18 billion. Orvane Airlines said it "
    "flew 2.36 million passengers in October, 9.3% more than a year ago."
)
COPPER = "7月铜产量为1.33万吨，8月和9月分别恢复到1.71万吨和1.82万吨。"
FOOD = "Sales of drinks were 613 million yuan, of snacks 428 million yuan and of condiments 245 million yuan."


def told(text: str, source: str) -> list[tuple[str, str | None]]:
    report = check(Source("text", text), against=[Source("source", source)])
    return [
        (report.document.text[v.culprits[0].span.start : v.culprits[0].span.end], v.culprits[0].suggested)
        for v in report.verdicts
        if v.code == "XF703"
    ]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The Ostmoor roads department receives $295 million.", BUDGET, [("295", "184")]),
        ("The Ostmoor police receive $295 million.", BUDGET, []),
        ("Most of it, $610 million, is meant for schools.", BUDGET, []),
        ("The three-year part of 1.8 billion yuan pays 3.22%.", BONDS, [("3.22", "2.85")]),
        ("The three-year part of 1.8 billion yuan pays 2.85%.", BONDS, []),
        ("零食收入6.13亿元。", FOOD, [("6.13", "4.28")]),
        ("饮料收入6.13亿元。", FOOD, []),
        ("The roads department gets $295 million, and parks $51 million.", BUDGET, [("295", "184")]),
        ("领投方汇川基金出资4亿元。", FUND, [("4", "2.6")]),  # the verb is that of the one, the name that of the other
        ("领投方岚石资本出资4亿元。", FUND, []),
        ("桂通建设持股29%。", ROADS, [("29", "12")]),  # a name that only the text shows to be one
        # told of another organisation, of which the source has no such figure
        ("Tessaly Group carried 9.3% more passengers in October.", DIGEST, [("Tessaly Group", "Orvane Airlines")]),
        ("Orvane Airlines carried 9.3% more passengers in October.", DIGEST, []),
        ("9月铜产量升至1.82万吨。", COPPER, []),  # of two lists, what is told of one figure is told of both
        # what names two things is of neither alone
        ("饮料比零食收入多1.85亿元。", FOOD, []),
        # the other number keeps its own place beside
        ("The roads department gets less than the police: $184 million against $295 million.", BUDGET, []),
    ],
)
def test_a_number_beside_another_name(text: str, source: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, source) == expected


RATES = "Unemployment was 4.1% in Salz and 10.4% in Kern. House prices rose 12% in Salz and 5% in Kern."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ranged from 4.1% in Salz to 10.4% in Kern.", []),
        ("It ranged from 4.1% in Kern to 10.4% in Salz.", [("4.1", "10.4"), ("10.4", "4.1")]),
        ("House prices rose 12% in Salz and 5% in Kern.", []),
        ("House prices rose 5% in Salz and 12% in Kern.", [("5", "12"), ("12", "5")]),
        ("In Kern it was 10.4%, while in Salz it was 4.1%.", []),
    ],
)
def test_two_figures_that_have_changed_places(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text, RATES) == expected


FUELS = (
    "This is what the ministry said in its report on Monday: Corvane sold 410,000 D-20 vans and 96,000 D-45 trucks. "
    "Gas lost 1.4 points of its share, and coal gained 0.6 points."
)
GAINS = (
    "阿尔文半导体盈利370万美元，布里斯托罐头盈利520万美元。玉米产量412万吨，水稻产量236万吨。"
    "岭河银行承销32亿元，远帆证券承销18亿元。"
)
HAIL = "受7月冰雹影响，小麦受灾面积31万亩，大豆受灾面积8.4万亩。"
COVER = "By March some 2.14 million people had cover for fire. For theft 3.35 million had cover."
RIGS = (
    "Profit at Corrin Offshore rose 6% last year, to $61.3 million. The lifting business earned $34.7 million and the "
    "deep-sea business $18.2 million."
)
FERRIES = "Sales of ferries came to 528 million crowns, up 4.1%. Sales of hotels came to 366 million crowns, up 7.3%."


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Coal gained 0.6 points, and gas lost 1.4 points.", FUELS, []),
        ("Gas gained 0.6 points, and coal lost 1.4 points.", FUELS, ["0.6 points", "1.4 points"]),  # each its own way
        ("It sold 96,000 trucks and 410,000 vans.", FUELS, []),
        ("It sold 410,000 trucks and 96,000 vans.", FUELS, ["410,000 trucks", "96,000 vans"]),  # what is counted
        # a name is known by its sound, a thing by its row
        ("Alvin earned $3.7 million and Bristow $5.2 million.", GAINS, []),
        ("Bristow earned $3.7 million and Alvin $5.2 million.", GAINS, ["$3.7 million", "$5.2 million"]),
        ("Linghe Bank underwrote 3.2 billion yuan and Yuanfan Securities 1.8 billion.", GAINS, []),
        ("Yuanfan Securities underwrote 3.2 billion yuan and Linghe Bank 1.8 billion.", GAINS, ["3.2 billion yuan"]),
        # a time that is said once is of both; "against" need not compare; a word may have a hyphen or not
        ("July's hail hit 310,000 mu of wheat and 84,000 mu of soybeans.", HAIL, []),
        ("July's hail hit 310,000 mu of soybeans and 84,000 mu of wheat.", HAIL, ["310,000 mu"]),
        ("In all 2.14 million were covered against fire and 3.35 million against theft.", COVER, []),
        ("In all 2.14 million were covered against theft and 3.35 million against fire.", COVER, ["2.14 million"]),
        ("Lifting gear earned $34.7 million and deep sea work $18.2 million.", RIGS, []),
        ("Lifting gear earned $18.2 million and deep sea work $34.7 million.", RIGS, ["$18.2 million"]),
        ("Ferries rose 4.1% to 528 million crowns and hotels 7.3% to 366 million.", FERRIES, []),
        ("Ferries rose 4.1% to 366 million crowns and hotels 7.3% to 528 million.", FERRIES, ["4.1%"]),
        ("It grew 4.12 million tonnes of corn and 2.36 million of rice.", GAINS, []),
        ("It grew 4.12 million tonnes of rice and 2.36 million of corn.", GAINS, ["4.12 million tonnes"]),
    ],
)
def test_figures_that_have_changed_places_are_told_by_what_is_beside_them(
    text: str, source: str, found: list[str]
) -> None:
    report = check(Source("text", text), against=[Source("source", source)])
    told = [text[v.spans[0].start : v.spans[0].end] for v in report.verdicts if v.code == "XF703"]
    assert set(found) <= set(told)
    assert bool(found) == bool(told)
