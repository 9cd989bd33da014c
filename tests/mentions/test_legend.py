"""What a text says once of all the figures behind it: "in millions of Swiss francs:", 单位：亿元."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Quantity


def figures(text: str) -> list[tuple[str, int, str]]:
    """The words, the value and the unit of each figure."""
    found = check(Source("note", text)).found.mentions
    values = ((text[m.span.start : m.span.end], m.value) for m in found)
    return [(said, int(value.low), value.unit) for said, value in values if isinstance(value, Quantity)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "In millions of Swiss francs: sales 1,206 (1,174), staff costs 98.",
            [("1,206", 1206 * 10**6, "CHF"), ("1,174", 1174 * 10**6, "CHF"), ("98", 98 * 10**6, "CHF")],
        ),
        (
            "Ramos Cement: sales in tonnes, thousands (May / June): bagged 611 / 598.",
            [("611", 611_000, "tonne"), ("598", 598_000, "tonne")],
        ),
        (
            "Assets (C$bn): loans 590; bonds 441.",
            [("590", 590 * 10**9, "CAD"), ("441", 441 * 10**9, "CAD")],
        ),
        ("Votes (%): Pelham 31, Norden 69.", [("31", 31, "percent"), ("69", 69, "percent")]),
        ("Exports in tonnes: wheat 1,200, barley 800.", [("1,200", 1200, "tonne"), ("800", 800, "tonne")]),
        ("主要数据（单位：亿元）：营业收入126，净利润13。", [("126", 126 * 10**8, "CNY"), ("13", 13 * 10**8, "CNY")]),
        ("主要数据，单位为万辆：轿车12，客车4。", [("12", 120_000, "vehicle"), ("4", 40_000, "vehicle")]),
    ],
)
def test_a_legend_is_of_the_bare_figures_behind_it(text: str, told: list[tuple[str, int, str]]) -> None:
    assert figures(text) == told


def test_it_reaches_over_the_lines_below_and_no_further() -> None:
    text = "Output (thousands of tonnes):\n- wood 412\n- board 208\n\nIts code is 96."
    assert figures(text) == [("412", 412_000, "tonne"), ("208", 208_000, "tonne"), ("96", 96, "")]


def test_a_figure_with_a_unit_of_its_own_keeps_it() -> None:
    text = "Selected figures (US$ million): revenue 1,206, up 4%, with 31 vans; earnings per share 3."
    assert figures(text) == [
        ("1,206", 1206 * 10**6, "USD"),
        ("4%", 4, "percent"),
        ("31 vans", 31, "van"),
        ("3", 3, "USD"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sales (restated): 412 in all.",
        "The plan (a): 412 in all.",
        "It will (in thousands of homes) be heard: 412.",
        "公司（未经审计）：共412。",
    ],
)
def test_what_is_no_legend_gives_nothing(text: str) -> None:
    assert all(value == 412 for _, value, _ in figures(text))
