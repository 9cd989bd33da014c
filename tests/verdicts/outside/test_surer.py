"""What a text promises and its source only holds possible."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

PLANS = "Holm said it might resume share buybacks in May. It hopes to open a plant in Kern, and will close one in Salz."


@pytest.mark.parametrize(
    ("text", "source", "asked"),
    [
        ("Share buybacks will be resumed in May.", PLANS, ["will be resumed"]),
        ("Share buybacks may be resumed in May.", PLANS, []),
        ("A plant is sure to open in Kern.", PLANS, ["is sure to"]),
        ("The plant in Salz will be closed.", PLANS, []),
        ("霍姆将重启股份回购。", "霍姆表示，可能重启股份回购。", ["将重启"]),
        ("霍姆或将重启股份回购。", "霍姆表示，可能重启股份回购。", []),
        ("Holm has opened a plant in Kern.", PLANS, ["has opened"]),
        ("Holm has promised to open a plant in Kern.", PLANS, []),
        ("The plant in Salz is to have closed by May.", PLANS, []),
        ("Holm has opened a plant in Kern.", "Holm plans to open a plant in Salz after it opened one in Kern.", []),
        ("霍姆已关闭萨尔茨的工厂。", "霍姆打算明年关闭萨尔茨的工厂。", ["已关闭"]),
        ("霍姆已同意关闭萨尔茨的工厂。", "霍姆打算明年关闭萨尔茨的工厂。", []),
        ("霍姆必将重启工厂。", "霍姆希望重启工厂。", ["必将"]),
        ("霍姆将重启股份回购。", "霍姆将重启股份回购，此前曾称可能重启。", []),
    ],
)
def test_a_possibility_that_has_become_a_promise_is_asked(text: str, source: str, asked: list[str]) -> None:
    found = [v for v in check(Source("text", text), against=[Source("source", source)]).verdicts if v.code == "XF704"]
    assert [text[v.spans[0].start : v.spans[0].end] for v in found] == asked


WISHES = (
    "Orders at Varnholm rose 8% to $412 million. The company aims to break even in the second half of 2025 and plans "
    "to close its plant in Kern. It could list its lighting arm in Oslo. That arm has sales of $96 million."
)
WISH = "远澜汽车一季度交付4.2万辆。公司力争下半年实现盈亏平衡，并计划年内关闭北区工厂。海外收入占比为18%。"


@pytest.mark.parametrize(
    ("text", "source", "asked"),
    [
        ("Varnholm, whose orders rose 8%, will break even in the second half of 2025.", WISHES, ["will"]),
        ("Varnholm, whose orders rose 8%, hopes to break even in the second half of 2025.", WISHES, []),
        ("Orders rose 8%. The plant in Kern will be closed.", WISHES, []),  # a plan is a promise
        ("Orders rose 8%. The lighting arm will be listed in Oslo.", WISHES, ["will"]),
        ("Orders rose 8%. The lighting arm may be listed in Oslo.", WISHES, []),
        ("Orders rose 8%. Varnholm says that it will not break even.", WISHES, []),
        ("订单增长8%，公司将在2025年下半年实现盈亏平衡。", WISHES, ["将"]),
        ("远澜汽车交付4.2万辆，将在下半年实现盈亏平衡。", WISH, ["将"]),
        ("远澜汽车交付4.2万辆，争取下半年实现盈亏平衡。", WISH, []),
        ("远澜汽车交付4.2万辆，年内将关闭北区工厂。", WISH, []),
        ("远澜汽车交付4.2万辆，将来的海外收入占比未提。", WISH, []),
    ],
)
def test_a_wish_that_has_become_a_promise_is_asked(text: str, source: str, asked: list[str]) -> None:
    report = check(
        Source("text", text, published="2025-04-22"), against=[Source("source", source, published="2025-04-22")]
    )
    found = [v for v in report.verdicts if v.code == "XF704"]
    assert [text[v.spans[0].start : v.spans[0].end] for v in found] == asked
