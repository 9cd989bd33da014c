"""Each rate that is known by its name ties in its own example, and names tell figures apart."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.named import Rated, named

WORDS = named("zh")
assert WORDS is not None
BROKEN = [
    ("一标段土建2.64亿元，二标段设备安装1.32亿元，一标段金额是二标段的2.5倍。", "ratio"),
    ("归母净利润1.97亿元，毛利率30%。经营现金流净额2.46亿元，相当于净利润的1.52倍。", "ratio"),
    ("东区门店客流8.4万人次，西区门店6.2万人次，东区比西区多3.2万人次。", "difference"),
    ("轿车交付9,420辆，越野车交付15,440辆，后者是前者的1.46倍。", "ratio"),
    ("城镇居民人均可支配收入52,640元，农村居民28,460元，城乡收入比为1.58。", "ratio"),
]
SILENT = [
    "上半年，远澜重工与海桥机械营收分别为36.0亿元和27.5亿元，同比分别增长12.5%和10%；上年同期两家分别为32.0亿元和25.0亿元。",
    "东区门店客流8.4万人次，西区门店6.2万人次，东区比去年同期多3.2万人次。",
]


@pytest.mark.parametrize("rate", WORDS.rows.rate, ids=[rate.names[0] for rate in WORDS.rows.rate])
def test_a_rate_ties_what_its_name_says(rate: Rated) -> None:
    outcomes = {v.outcome for v in check(Source("note", rate.holds)).verdicts if v.kind in ("share", "ratio", "growth")}
    assert outcomes & {"holds", "holds_rounded"}


@pytest.mark.parametrize(("text", "kind"), BROKEN)
def test_what_is_named_is_held_against_its_figure(text: str, kind: str) -> None:
    assert kind in {v.kind for v in check(Source("note", text)).verdicts if v.code and v.outcome == "contradicted"}


@pytest.mark.parametrize("text", SILENT)
def test_a_moment_names_no_figure(text: str) -> None:
    assert not [v for v in check(Source("note", text)).verdicts if v.outcome in ("contradicted", "query")]
