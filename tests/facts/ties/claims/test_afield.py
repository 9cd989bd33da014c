"""Shares, rests and sums of figures that stand sentences before them."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def outcomes(text: str) -> list[str]:
    return [verdict.outcome for verdict in check(Source("t", text)).verdicts]


@pytest.mark.parametrize(
    ("text", "slipped"),
    [
        (
            "Farmers sowed 2.4 million hectares this spring. The weather helped. Soy took 1.08 million hectares, 45 "
            "percent of the sown area, and maize 840,000, a share of 35 percent.",
            ("35 percent", "53 percent"),
        ),
        (
            "The survey covered 1,640 adults in May. Support was strongest in the east. Some 912 said they would use "
            "it, or 55.6 percent of the total.",
            ("912", "612"),
        ),
        (
            "全市规上工业企业实现营收3,650亿元。利润有所回落。高技术制造业营收1,095亿元，占比30%。",
            ("1,095", "1,905"),
        ),
        (
            "The appeal raised $18 million. Costs were kept low. Of that, $12.6 million went on food and the remaining "
            "$5.4 million on shelter.",
            ("$5.4 million", "$4.5 million"),
        ),
        (
            "今年前三季度，东线运送旅客326万人次。西线运送旅客214万人次。北线运送旅客160万人次。三条线路合计运送旅客700万人次。",
            ("700", "770"),
        ),
        (
            "Rice output was 4.2 million tonnes. Maize reached 3.1 million tonnes. Wheat came to 1.9 million tonnes. "
            "Together the three crops made 9.2 million tonnes.",
            ("3.1", "3.7"),
        ),
    ],
)
def test_what_was_told_sentences_before_is_held_together(text: str, slipped: tuple[str, str]) -> None:
    assert "contradicted" not in outcomes(text)
    assert "contradicted" in outcomes(text.replace(*slipped))


@pytest.mark.parametrize(
    "text",
    [
        "The museum has 80,000 objects. Some 2,000, or 40 percent of those on display, are on loan.",
        "The town has 30,000 residents. In the sample 450 people, or 45 percent, said they cycle.",
        "The union has 70,000 members. The ballot closed on Friday. Some 21,000 voted for the deal, or 60 percent.",
        "The council has 90 members. Debate ran late. The left won 30 seats, or 45 percent of the votes.",
        "The firm made 6,000 cars last year. Prices were stable. Exports rose by 900, or 18 percent.",
        "村里有农户800户。参加合作社的300户中，种茶180户，占60%。",
        "Rice came to 4.2 million tonnes. Maize reached 3.1 million tonnes, against 2.8 million. Wheat came to 1.9 "
        "million tonnes. The two largest crops together made 7.3 million tonnes.",
        "Five mills ran all year. Anlow milled 400 tonnes. Brack milled 300. In all, 1,500 tonnes were milled.",
        "Anlow built 14 hulls. Brill built 9. Corby built 6. With two other yards, the three together built 41.",
        "甲厂产糖412吨。乙厂产糖356吨。丙厂产糖198吨。前两家合计768吨。",
        "全省三个港口，北港吞吐量320万吨。南港吞吐量280万吨，其中外贸120万吨。西港吞吐量150万吨。三港合计750万吨。",
    ],
)
def test_what_is_of_something_else_is_no_error(text: str) -> None:
    assert not {"contradicted", "query"} & {*outcomes(text)}
