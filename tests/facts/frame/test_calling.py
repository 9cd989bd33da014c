"""What a figure is called where words are not spaced, and what no figure measures."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.views.facts import stated


def told(text: str) -> list[tuple[str | None, str | None]]:
    report = check(Source("t", text, lang="zh"))
    return [
        (made.get("entity"), made.get("metric")) for _, (type_, made, _) in stated(report) if type_ == "measurement"
    ]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("砚湖银行去年向当地企业发放长期贷款32亿元。", "other:长期贷款"),
        ("砚湖建工上半年支付工程款1.32亿元。", "other:工程款"),
        ("股东罗彦青先生持有公司62,000,000股，占公司总股本的14.28%。", "stake"),
    ],
)
def test_what_was_done_is_no_part_of_the_name(text: str, metric: str) -> None:
    assert metric in [name for _, name in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "企查查显示，该公司由砚湖新材100%持股。",  # a name
        "附件：《汀山省高级人民法院民事裁定书》2",  # a bare number
        "砚湖建工第一大股东2%2019年9月18日",  # run together
    ],
)
def test_neither_names_nor_what_is_no_rate_are_measured_in_percent(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("汀山航运公告，公司与挪威港口运营商诺达港务签订供货合同，金额2.15亿美元。", "汀山航运"),
        ("汀海省高级法院驳回砚湖期货的上诉，维持证监部门对其处以936万元罚款的决定。", "砚湖期货"),
        ("法院向中国证券登记结算有限公司申请轮候冻结砚塔石化持有的本公司股份30,870,666股。", "砚塔石化"),
        ("欧盟委员会对搜索服务商塔兰迪处以3,000万欧元罚款。", "塔兰迪"),
        ("汀江重工系砚湖集团2011年发起设立，员工达5,800人。", "汀江重工"),
    ],
)
def test_whose_it_is_stands_behind_what_it_is(text: str, entity: str) -> None:
    assert {who for who, _ in told(text)} == {entity}


def test_what_something_is_bought_or_sold_for() -> None:
    for text in (
        "汀山纸业同意以4,200万英镑现金买下多佛林业公司。",
        "砚湖集团以15亿瑞郎（约合18.9亿美元）出售其亚洲业务。",
        "汀山电气作价6.4亿元将所持的砚湖电机40%股权转让给国资平台。",
    ):
        assert "deal_value" in [name for _, name in told(text)], text
    assert "deal_value" not in [name for _, name in told("砚湖集团以15亿元增资砚湖电机。")]


def english(text: str) -> list[tuple[str | None, str | None]]:
    report = check(Source("t", text, lang="en"))
    kinds = ("measurement", "target")
    return [(made.get("entity"), made.get("metric")) for _, (type_, made, _) in stated(report) if type_ in kinds]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        (
            "Tarrow Foods said: we recognized amortization expense of $49.1 million in 2019.",
            "other:amortization expense",
        ),
        ("Capital expenditures for property, plant and equipment came to $820 million.", "other:Capital expenditures"),
        ("Depreciation related to property and equipment was $2.5 million.", "other:Depreciation"),
        ("Exports of coffee and cocoa were 5 million tonnes.", "other:Exports of coffee and cocoa"),
    ],
)
def test_an_english_name_has_its_head(text: str, metric: str) -> None:
    assert [name for _, name in english(text)] == [metric]


@pytest.mark.parametrize(
    "text",
    [
        'Tarrow said: "We\'re paying back 3.8 billion dollars."',
        "Linseed: Oct/Dec 126 up two slrs.",
        "Tarrow has refused to pay it 9.5 million dollars in connection with the sale.",
        "The amount is equal to 363 million dollars.",
    ],
)
def test_no_verb_and_no_adverb_is_measured(text: str) -> None:
    assert english(text) == []


def test_who_is_left_out_does_not_own_it() -> None:
    text = (
        "Tarrow Motors expects capital spending, excluding Halden Data and Brisk Aircraft Co, to fall to 7.9 billion."
    )
    assert {who for who, _ in english(text)} == {"Tarrow Motors"}
