"""One amount in two currencies, as Chinese says it without a phrasing of its own."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Conversion, Settings

SAID = {
    "浔渚重工签下9.4亿美元合同，按当日汇率折合人民币67亿元。": [("USD", 940_000_000, "CNY", 6_700_000_000)],
    "浔渚重工签下9.4亿美元合同（折人民币67亿元），工期两年。": [("USD", 940_000_000, "CNY", 6_700_000_000)],
    "浔渚重工手持订单92亿欧元（按汇率约773亿元人民币）。": [("EUR", 9_200_000_000, "CNY", 77_300_000_000)],
    "浔渚重工以二千四百万美元（一亿八千七百万港元）售出商厦。": [("USD", 24_000_000, "HKD", 187_000_000)],
    "浔渚重工買下商廈，作價二千四百萬美元（約合一億八千七百萬港元）。": [("USD", 24_000_000, "HKD", 187_000_000)],
    "浔渚重工目录价9.4亿美元，也就是67亿元人民币上下。": [("USD", 940_000_000, "CNY", 6_700_000_000)],
    "到岸价每吨448美元，折人民币完税成本3,790元左右。": [("USD", 448, "CNY", 3_790)],
    "两笔贷款为2亿美元和1.5亿欧元，折合人民币14.2亿元、12.3亿元。": [
        ("USD", 200_000_000, "CNY", 1_420_000_000), ("EUR", 150_000_000, "CNY", 1_230_000_000),
    ],
    "浔渚重工在沙特的一单金额7.5亿里亚尔，约合14.2亿元人民币。": [("SAR", 750_000_000, "CNY", 1_420_000_000)],
    "墨西哥将日最低工资提高到278.8比索（约合13.6美元）。": [("MXN", 278.8, "USD", 13.6)],
}  # fmt: skip
UNSAID = [
    "浔渚重工收入5亿美元，合计20亿元人民币。",
    "浔渚重工收入5亿美元，折旧20亿元人民币。",
    "浔渚重工出资5亿美元（其中现金20亿元人民币）。",
    "浔渚重工出资5亿美元，以20亿元人民币收购渚浔电气。",
    "浔渚重工收入58亿港元，约3亿元人民币用于扩产。",
    "两笔贷款2亿美元和1.5亿欧元，折合人民币26.5亿元。",
]


def told(text: str) -> list[tuple[str | None, float, str | None, float]]:
    report = check(Source("coin", text, lang="zh"), Settings(only=frozenset({"facts"})))
    facts = (fact for fact in report.facts if isinstance(fact, Conversion))
    return [
        (f.quantity.currency, float(f.quantity.low), f.to_quantity.currency, float(f.to_quantity.low)) for f in facts
    ]


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_an_amount_is_told_in_two_currencies(text: str, wanted: list[tuple[str, float, str, float]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize("text", UNSAID)
def test_two_amounts_are_no_conversion(text: str) -> None:
    assert not told(text)
