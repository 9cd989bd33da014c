"""Numbers of things of which each has a figure, and of groups that people or things fall into."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

SLIPS = [
    (
        "Four operators won after 41 rounds: Nordalink, which paid 612 million dirans, Vela, 548 million, "
        "Comtara, 430 million, and Pixo, 270 million.",
        "Five",
        "Four",
    ),
    (
        "Arvo led with 8,412 cars, ahead of Beltane on 7,960 and Corvid, third with 7,215. "
        "The three together sold more than half.",
        "The four",
        "The three",
    ),
    ("东岭港1.62亿吨，南浦港1.48亿吨，石湾港0.93亿吨。三港合计4.03亿吨，占全省六成。", "四港", "三港"),
    ("Of the 14 members, nine voted for the plan, three voted against and two abstained.", "eight", "nine"),
    ("Of its 40 members 29 fell, nine rose and two ended where they had begun.", "26 fell", "29 fell"),
    ("Seven of the nine members voted for a cut and two voted against.", "Eight", "Seven"),
    ("The harbour master counted 17 ships: nine tankers, six bulkers and two ferries.", "seven bulkers", "six bulkers"),
    ("14名委员中，9名赞成，3名反对，2名弃权。", "8名赞成", "9名赞成"),
    ("30只成份股中，18只上涨，9只下跌，3只持平。", "16只", "18只"),
    (
        "The firm will close four sites: Alder Road, the Millgate depot, Pinehurst and the old mill in Crosby.",
        "five",
        "four",
    ),
    ("省里通报三家不合格企业：德康医药、百茂堂、仁和里大药房。", "四家", "三家"),
    ("今年将投放三款新车，分别为轿跑“青羽”、增程车“山隼”和微型车“豆丁”。", "两款", "三款"),
    ("霍砚秋、霍砚冬两兄弟分别持股12%和7.2%。", "三兄弟", "两兄弟"),
    ("排名前五的厂商依次为岚星、青鸟、极维、众诺和傲果。", "前四", "前五"),
    ("三批债券将依次于2027年、2029年及2034年到期。", "四批", "三批"),
]

CLEAN = [
    "The group has 12 members, seven of them women and three men from abroad.",
    "Ayr sold 412 units, Bute 365 and Coll 298. The two together with Dunmore make the top four.",
    "The four bidders include Ayr: 12 million, Bute, 11 million, and Coll, 9 million.",
    "Nine of the eleven judges voted in favour, one voted against and one was absent.",
    "Nine of the twelve judges voted in favour, one voted against and one of them wrote a dissent; one was absent.",
    "Of the 14 members, nine voted for the plan and three voted against.",  # two stayed away
    "Of the 40 shops, 12 are in Leeds, nine in York and five in Hull.",
    "Of the 30 houses, 20 have a garden, 15 a garage and nine both.",
    "The club played 38 matches: 20 at home, among them four cup ties, and 18 away.",
    "The fleet has 17 ships: nine tankers, six of them new, and two bulkers.",
    "Two banks lend: Corvin puts up $74.4 million, up from $60 million, and Tay Mutual $37.2 million.",
    "30只成份股中，18只上涨，9只下跌。",
    "上海、江苏、浙江、安徽三省一市合计进出口12万亿元。",
    "前四名依次为甲、乙、丙和丁。",
    "公司拟与罗源县政府、福州台商投资区管委会三方签署协议。",
    "公司与东岭、南浦两地的三市合计出资。",
]


def errors(text: str) -> list[str]:
    found = check(Source("note", text, lang="en" if text.isascii() else "zh")).verdicts
    return [v.code for v in found if v.code and v.outcome == "contradicted"]


@pytest.mark.parametrize(("text", "wrong", "right"), SLIPS)
def test_a_number_and_what_is_told_of_it_are_held_against_each_other(text: str, wrong: str, right: str) -> None:
    assert text.count(right) == 1
    assert not errors(text)
    assert errors(text.replace(right, wrong))


@pytest.mark.parametrize("text", CLEAN)
def test_a_list_that_leaves_some_out_is_no_number(text: str) -> None:
    assert not errors(text)
