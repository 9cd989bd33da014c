"""Numbers that are no quantities: single ones, and sentences of `tests/labels/traps_*.txt` with a quantity beside each.

In those, every third sentence is kept apart: it is counted against a floor and never tuned on.
"""

import re
from pathlib import Path

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


NONE = {
    "en": [
        "It sold 3M of them for $3M.",
        "The index rose 500 points.",
        "Section heads got 5% more.",
        "Train 300 new workers first.",
        "Another 12 declined to vote.",
        "It polled 12 Wall Street banks.",
        "It asked 30 Supreme Court lawyers.",
        "Order 30 more trucks, he said.",
        "They sold at 14 Swiss francs.",
        "ONE WEEK             6-3/8",
        "Sales 345 against 300.",
        "Store 40 tonnes of grain.",
        "It said Three workers.",
        "The hall can seat 300.",
        "The unit 30 percent of which it owns closed.",
        "They note 30 new rules.",
        "He cut 20 jobs 3 weeks ago.",
    ],
    "zh": [
        "德国全国7天内好转。",
        "系统3.5亿元中标。",
        "签订电话3万部。",
        "案例3个。",
        "得分5.0%。",
        "国内5家。",
        "收到2000条评论。",
    ],
}


def test_what_looks_like_a_trap_and_is_none():
    for lang, texts in NONE.items():
        for text in texts:
            found = mentions.find(documents.read(Source("t", text, lang=lang))).mentions
            assert any(m.kind == "quantity" for m in found), text


LABELS = Path(__file__).parents[1] / "labels"
MARK = re.compile(r"\{([^{}]+)\}|\[([^\[\]]+)\]")
CHECK = {"en": (16, 0), "zh": (6, 2)}  # of the sentences kept apart: traps taken, quantities missed, at most


def marked(lang, check):
    lines = (LABELS / f"traps_{lang}.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if line and not line.startswith("#")]
    return [line for i, line in enumerate(sentences) if (i % 3 == 2) == check]


def wrong(lang, line):
    """The traps of a marked-up sentence that are taken, and its quantities that are missed."""
    text, traps, quantities, at = "", [], [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        words = mark.group(1) or mark.group(2)
        (traps if mark.group(1) else quantities).append((len(text), len(text) + len(words), words))
        text, at = text + words, mark.end()
    found = mentions.find(documents.read(Source("t", text + line[at:], lang=lang))).mentions
    spans = [m.span for m in found if m.kind == "quantity" and m.value.kind != "ordinal"]

    def read(place):
        return any(span.start < place[1] and place[0] < span.end for span in spans)

    return [trap[2] for trap in traps if read(trap)], [one[2] for one in quantities if not read(one)]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_trap_of_the_marked_sentences_is_taken_and_no_quantity_missed(lang):
    failed = {line: errors for line in marked(lang, False) if (errors := wrong(lang, line)) != ([], [])}
    assert failed == {}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_sentences_kept_apart(lang):
    errors = [wrong(lang, line) for line in marked(lang, True)]
    taken, missed = sum(len(e[0]) for e in errors), sum(len(e[1]) for e in errors)
    assert (taken <= CHECK[lang][0], missed <= CHECK[lang][1]) == (True, True), (taken, missed)
