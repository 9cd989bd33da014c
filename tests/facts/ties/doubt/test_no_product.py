"""Products that words or other figures speak against are not told.

Beside each stands, where there is one, the same without that.
"""

from __future__ import annotations

import pytest

from .beside import Pairs, texts, told

PAIRS: Pairs = [
    (
        "The 18 vans cost £21,000 each, and with racks and delivery the bill came to £431,000.",
        "The 18 vans cost £21,000 each, and the bill came to £738,000.",
    ),
    ("Weekday visits average 2,100, and the pool had 612,000 visits last year.", None),
    ("The 26 halls have 1,220 seats, on average 47 each.", "The 26 halls have 1,320 seats, on average 47 each."),
    (
        "Revenue per guest was $92, of which rooms made $71. It had 2.4 million guests and took $170 million in rooms.",
        None,
    ),
    ("小区共860户，户均补偿48万元，已支付2.6亿元。", "小区共860户，户均补偿48万元，共支付4.218亿元。"),
    ("单台售价36万元，交付1,420台，合同总额6.3亿元，尚有330台待交付。", None),
    ("梨园820亩，亩产2,000千克，商品果率85%，销售1,394吨。", "梨园820亩，亩产2,000千克，总产量1,460吨。"),
    (
        "游客210万人次，过夜游客人均消费1,640元，旅游收入22亿元。",
        "游客210万人次，游客人均消费1,640元，旅游收入43.44亿元。",
    ),
    ("门店1,840家，单店日均销售额1.4万元，全年营业收入93亿元。", None),
    ("每股净资产5.4元，总股本3.6亿股，股东权益合计21.1亿元（含少数股东权益）。", None),
    (
        "销售汽车15.2万辆，单车均价11.8万元，营业收入204亿元。",
        "销售汽车15.2万辆，单车均价11.8万元，营业收入197.36亿元。",
    ),
]


@pytest.mark.parametrize(("text", "is_told"), texts(PAIRS))
def test_only_what_leaves_no_doubt_is_told(text: str, is_told: bool) -> None:
    assert told(text) == is_told
