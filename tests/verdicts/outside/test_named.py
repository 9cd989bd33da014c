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
