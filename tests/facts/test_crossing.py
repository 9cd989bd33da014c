"""Parts that run across each other make no whole; those that are split off in one way do."""

from __future__ import annotations

import pytest

from .told import alarms

ACROSS = [
    "The firm has 840 employees, including 610 women and 320 researchers.",
    "Sales came to 960 million crowns, of which 620 million online and 480 million abroad.",
    "Of the 500 people polled, 260 were women, 310 were aged under 40.",
    "公司员工3,260人，其中研发人员980人，本科及以上学历2,150人，女性员工1,040人。",
    "上半年营业收入40.0亿元，其中主营业务收入36.0亿元，海外收入10.0亿元，占营业收入的25.0%。",
    "全年零售额62.0亿元，其中线上48.0亿元，出口21.0亿元。",
]
ACROSS += [
    "公司全年实现收入120.0亿元，其中乘用车收入80.0亿元、商用车收入28.0亿元，海外收入36.0亿元，占比30.0%。",
    "财政总收入300亿元，其中一般公共预算收入180亿元，税收收入135亿元，占一般公共预算收入的75%，占财政总收入的45%。",
]
ALONG = [
    "The firm has 847 employees, comprising 521 women and 317 men.",
    "全年零售额62.0亿元，其中线上48.0亿元，线下21.0亿元。",
    "公司员工3,260人，其中女性1,640人，男性1,920人。",
]


@pytest.mark.parametrize("text", ACROSS)
def test_parts_across_each_other_make_no_whole(text: str) -> None:
    assert not alarms(text)


@pytest.mark.parametrize("text", ALONG)
def test_parts_along_one_line_do(text: str) -> None:
    assert alarms(text)
