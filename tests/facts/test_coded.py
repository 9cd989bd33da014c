"""Stock codes that a text prints twice for one firm."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def told(text: str) -> list[tuple[str, ...]]:
    """The codes of each finding."""
    report = check(Source("notice", text, lang="zh"))
    found = [v for v in report.verdicts if v.code and v.outcome == "contradicted"]
    return [tuple(text[s.start : s.end] for s in v.spans) for v in found]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("岭川股份({}.SZ)公布，公司今日回购股份。岭川股份({}.SZ)昨日未回购。", "300321 300231"),
        ("岭川股份（{}）公告，股东解除质押。来源链接：http://example.com/detail?stockCode={}&id=1", "300321 30021"),
        ("岭川股份(9.840,0.23,2.64%)({}.SH)8月未回购，据悉岭川股份({}.SH)此前有计划。", "603003 63003"),
        ("LING CHUAN CO({}.HK)公布，LING CHUAN CO({})购回股份。", "08357 98357"),
        ("股票代码：{}股票简称：岭川股份。本公司董事会公告。股票代码：{} 股票简称：岭川股份", "300317 30037"),
        ("岭川股份(行情{},诊股)（证券代码：{}）发布公告。", "601519 601591"),
    ],
)
def test_a_code_one_slip_away_from_the_other_of_its_firm(text: str, codes: str) -> None:
    right, wrong = codes.split()
    assert [sorted(spans) for spans in told(text.format(right, wrong))] == [sorted((right, wrong))]
    assert told(text.format(right, right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "岭川银行(601988)和岭信银行(601998)今日公告。",  # two firms
        "岭川A(000002)和岭川B(200002)停牌。",  # two classes of shares
        "岭川股份(601318.SH)在香港上市的股份(02318.HK)停牌。",  # two exchanges
        "岭川股份(600318.SH)公告，岭川股份(06318.HK)同时公告。",
        "岭川股份(2018)年报显示，岭川股份(2019)年报未披露。",  # years
        "岭川股份(300321)公告，岭川股份(603003)公告。",  # no slip
    ],
)
def test_codes_that_are_two(text: str) -> None:
    assert told(text) == []
