"""Names of a text that stand where its source has others."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def asked(text: str, source: str) -> list[str]:
    report = check(Source("text", text), against=[Source("source", source)])
    found = [v for v in report.verdicts if v.code == "XF705"]
    assert {v.outcome for v in found} <= {"query"}
    return [text[v.spans[0].start : v.spans[0].end] for v in found]


MILL = (
    "Halvorsen Milling Co said on Tuesday that Jane Brook will follow Marit Solheim as chief executive. It buys a mill "
    "in Duluth from Norvanian Foods for $8 million."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Halvorsen Milling, led by Brook from May, pays $8 million for a mill in Duluth.", []),
        ("Halliwell Milling pays $8 million for a mill in Duluth.", ["Halliwell"]),
        ("Halvorsen pays $8 million; Jane Bridger follows Solheim.", ["Bridger"]),
        ("Halvorsen pays $8 million; Brook follows Marit Solhiem.", ["Solhiem"]),
        ("Halvorsen pays $8 million to a firm from Norvania for a mill.", []),  # another form of its name
        ("HALVORSEN MILLING pays $8 million. The Finnish Milling Group sold it.", []),  # it speaks of another
        ("Halvorsen's boss, Ms Solheim, buys a mill for $8 million. Minnesotans cheered.", []),  # its own words
        ("Halvorsen Milling fought Halliwell Milling for a mill.", []),  # both: whose place is it?
    ],
)
def test_a_name_that_has_taken_anothers_place_is_asked(text: str, found: list[str]) -> None:
    assert asked(text, MILL) == found


PROVINCE = "据稷昌省农业厅通报，由陆知远管理的西岬水库蓄水4.2亿立方米；凌川汽车在岸边建厂，投资8亿元。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("稷昌省的西岬水库蓄水4.2亿立方米，陆知远说。", []),
        ("稷常省的西岬水库蓄水4.2亿立方米。", ["稷常省"]),  # read alike
        ("稷昌省由陆志远管理的水库蓄水4.2亿立方米。", ["陆志远"]),
        ("稷昌省的东岬水库蓄水4.2亿立方米。", ["东岬水"]),  # another point of the compass
        ("凌海汽车投资8亿元建厂。", ["凌海汽"]),
        ("稷昌省的水厂蓄水4.2亿立方米，这家厂在岸上建的。", []),  # everyday words
    ],
)
def test_a_chinese_name_that_differs_in_a_character_is_asked(text: str, found: list[str]) -> None:
    assert asked(text, PROVINCE) == found


SPELT = "凌川汽车3月销量12.6万辆，主要销往肯尼亚，4月将在成都建厂。基金经理潘睿增持了股份，津岳铁路集团为股东。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lingchuan sold 126,000 cars and builds a plant in Chengdu.", []),
        ("Lingchuan sold 126,000 cars and builds a plant in Chongqing.", ["Chongqing"]),
        ("Lingchuan sold 126,000 cars, most of them in Kenya; Pan Rui bought shares.", []),
        ("Lingchuan sold 126,000 cars, most of them to Kenyans.", []),
        ("Lingchuan sold 126,000 cars, most of them in Nigeria.", ["Nigeria"]),
        ("Lingchuan sold 126,000 cars; Pan Lei, who runs a fund, bought shares.", ["Pan Lei"]),
        ("Lingchuan sold 126,000 cars. Jinhai Railway Group owns shares.", ["Jinhai"]),
        ("Lingchuan sold 126,000 cars, Beijing said.", []),  # which may be named for the state
        ("Linkwell sold 126,000 cars and builds a plant in Chongqing.", []),  # no name is known: it has its own
    ],
)
def test_a_chinese_name_is_held_against_how_it_is_spelt(text: str, found: list[str]) -> None:
    assert asked(text, SPELT) == found


def test_a_name_in_characters_is_held_against_its_spelling() -> None:
    source = "Lingchuan Auto sold 126,000 cars in March and builds a plant in Chengdu."
    assert asked("凌川汽车3月销量12.6万辆，将在成都建厂。", source) == []
    assert asked("凌海汽车3月销量12.6万辆，将在成都建厂。", source) == ["凌海"]
