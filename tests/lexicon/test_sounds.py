"""Names that only sound alike: a Chinese one that is spelled, and a foreign one that is transcribed."""

from __future__ import annotations

import pytest

from crossfoot.lexicon.sounds import Sounds


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Qinghe", "昨日青河证券公布", ["青河"]),
        ("Changle", "长乐市与常熟市", ["长乐"]),  # of two readings
        ("Melville", "卖出前锋梅尔维尔", ["梅尔维尔"]),
        ("Norden", "诺登银行", ["诺登"]),
        ("Harlow", "由哈罗接任", ["哈罗"]),
        ("Ostrander", "奥斯特兰德钢铁", ["奥斯特兰德"]),
        ("Wade", "韦德矿业", ["韦德"]),
        ("Lund", "隆德", ["隆德"]),
        ("Lund", "两队", []),
        ("Melville", "梅里亚", []),
        ("Bo", "波", []),  # too short to say anything
    ],
)
def test_a_name_is_found_by_its_sound(name: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in Sounds([name]).find(text)] == found


def test_the_longest_at_a_place_is_taken() -> None:
    assert [name for _, _, name in Sounds(["Ninghai", "Ninghaiwan"]).find("宁海湾港")] == ["Ninghaiwan"]
