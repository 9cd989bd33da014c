"""Numbers that are no quantities."""

import pytest

from crossfoot import documents, mentions
from crossfoot.model import Source

TRAPS = {
    "en": [
        "Acme Corp <ACM> rose.",
        "Its stock, 0175.HK, rose.",
        "The S&P 500 rose.",
        "It flew a Boeing 747 to Rome.",
        "The Model 3 sold well.",
        "It is under Section 12 of the act.",
        "Call +44 20 7946 0018 now.",
        "See www.example.com/results2020 for more.",
        "It opened at 10:30 a.m. in town.",
        "The software is version 2.4.1 now.",
        "They won 3-2 at home.",
        "The Covid-19 outbreak ended.",
        "A two-for-one split was declared.",
        "They met in Room 1204 upstairs.",
        "It filed its Form 10-K late.",
        "The lease is under IFRS 16 rules.",
        "He lives at 88 Main Street now.",
        "The A320 landed.",
        "It was published at 09.30 in town.",
        "It opened on 7-APR as planned.",
        "It makes the 911 Turbo in town.",
        "It idled the 737 MAX line.",
        "The new iPhone 15 was shown.",
        "It may invoke Super 301 unless Bonn shuts plants.",
        "Revenues of E658 .1 million were seen.",
    ],
    "zh": [
        "证券代码：002547",
        "贵州茅台（600519.SH）上涨。",
        "沪深300上涨。",
        "第三条有规定。",
        "会议9:30开始。",
        "电话021-58881234。",
        "波音737停飞。",
        "公司位于11号楼。",
        "（2016）黔03执17号裁定书。",
        "“十四五”规划已发布。",
        "网址http://www.example.cn/a1。",
        "36氪发布公告。",
        "珠三角各项目交付。",
        "公司推出5g产品。",
        "有限售条件股份00本次无变化。",
        "二期工程动工。",
        "2018年12深圳法院。",
        "球队以3比1取胜。",
        "地址为科创路66号2幢1801室。",
        "依据2024年第46号公告。",
        "“星河3.5”大模型上线。",
        "旧的2.0版停用。",
        "十一黄金周结束。",
        "百兆以上宽带普及。",
        "会议于1月25-26日召开。",
        "会议今日凌晨2点结束。",
    ],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in TRAPS.items() for text in texts])
def test_a_trap_is_no_quantity(lang, text):
    found = mentions.find(documents.read(Source("t", text, lang=lang))).mentions
    assert [text[m.span.start : m.span.end] for m in found if m.kind == "quantity"] == []


def test_what_looks_like_a_trap_and_is_none():
    for text in ("It sold 3M of them for $3M.", "The index rose 500 points.", "Section heads got 5% more."):
        found = mentions.find(documents.read(Source("t", text, lang="en"))).mentions
        assert any(m.kind == "quantity" for m in found), text
