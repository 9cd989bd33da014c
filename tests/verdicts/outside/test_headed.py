"""A number of one part of a list that a text tells of another part, by its noun or its name, is asked about."""

from __future__ import annotations

import pytest

from .held import told

SHOPS = (
    "Revenue came to $4.38 billion: $3.61 billion from pharmacies and $770 million from clinics. "
    "Libraries get $74.2 million, playgrounds $31.8 million and lifeguards $26.5 million."
)
RIVALS = (
    "Hollin Networks added 312,000 mobile subscribers in the first quarter, while its rival Tarsel lost 54,000. "
    "Hollin's revenue per user was $24.70, Tarsel's $27.40."
)
HOLIDAY = (
    "云岭省文旅厅8日晚通报了全省八天长假的出行情况，并致谢各地员工。"
    "杉州市高铁站发送旅客41.8万人次，杉州机场进出港旅客23.1万人次，长途车站发送旅客17.5万人次。"
)
PRICES = "The freight rate rose to $3,410 from $2,080. Nets were sold at no fewer than 300 fairs."
QUARTER = "一季度潞州口岸进出口总值3268亿元，同比增长7.9%。全年至少举办320场招聘会。"


@pytest.mark.parametrize(
    ("source", "right", "wrong", "code"),
    [
        (SHOPS, "Pharmacies brought in $3.61 billion.", "Clinics brought in $3.61 billion.", "XF703"),
        (SHOPS, "Lifeguards get $26.5 million.", "Playgrounds get $26.5 million.", "XF703"),
        (SHOPS, "The city spends $74.2 million on libraries.", "The city spends $74.2 million on lifeguards.", "XF703"),
        (RIVALS, "Hollin won 312,000 customers.", "Tarsel won 312,000 customers.", "XF703"),
        (HOLIDAY, "高铁站发送旅客41.8万人次，机场23.1万人次。", "机场发送旅客41.8万人次。", "XF703"),
        (PRICES, "运价升至3410美元。", "运价升至2080美元。", "XF702"),
        (QUARTER, "一季度外贸增长7.9%。", "上半年外贸增长7.9%。", "XF703"),
        (QUARTER, "招聘会至少办320场。", "招聘会至多办320场。", "XF702"),
    ],
)
def test_what_is_told_of_another_part_of_a_list_is_asked_about(source: str, right: str, wrong: str, code: str) -> None:
    assert told(source, right) == []
    assert code in told(source, wrong)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (SHOPS, "Chemist's shops made $3.61 billion, far more than clinics."),
        (SHOPS, "Books get the most, $74.2 million; playgrounds have $31.8 million."),
        (RIVALS, "Its rival lost 54,000, and so Hollin now bills customers $24.70."),
        (PRICES, "The rate was $2,080 before it rose to $3,410."),
    ],
)
def test_what_is_called_otherwise_is_not(source: str, text: str) -> None:
    assert told(source, text) == []
