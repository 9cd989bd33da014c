"""Where sentences end, in English and Chinese, and where they do not."""

from __future__ import annotations

import pytest

from crossfoot.documents.sentences import split


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Alder Motor Co. Ltd. sold 1.41 million cars.",
        "Mr. Dunn of Birch Corp. said so.",
        "The U.S. economy grew 2.5 pct. in Jan. and Feb. 1987.",
        "Its No. 2 plant closed at 5 p.m. on Dec. 3.",
        "J. P. Ferrant & Co. was the lead manager.",
        "Sales (incl. exports, i.e. 38% of the total) rose vs. 2019.",
        "Dun said business\nfailures rose 5.3 pct over 1986.",
        'He said: "It was up 2%."',
        "前三季度收入（其中国内12亿元；国外3亿元。均未经审计）增长5%。",
        "Gartner统计显示，出货量总计8840万台，较2020年第四季度下降5.5%。",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["Sales rose at Alder Motor Co.", "The company sold 7 cars."],
        ["It trades in the U.S.", "In 2019 it made a loss."],
        ["Was it up?", "It was!", '"Up 2%."', "Then down."],
        ["The fund took 5%.", "1,204 firms replied."],
        ["收入增长5%。", "利润下降；", "其余持平！"],
        ["他说：“增长5%。”", "市场不信。"],
        ["净利润3.2亿元。", "The board approved it."],
        ["（一）收入（未经审计）增长。", "（二）利润下降。"],
        ["net income was $ 5.2 million .", "the tax rate was 21% ."],
    ],
)
def test_several_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts
