"""What plain Chinese says of its figures: the errors of a text, by what is wrong in it."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Grouping, Share


def errors(text: str) -> list[str]:
    found = [v for v in check(Source("note", text, lang="zh")).verdicts if v.code and v.outcome == "contradicted"]
    return [text[v.culprits[0].span.start : v.culprits[0].span.end] for v in found if v.culprits]


@pytest.mark.parametrize(
    "text",
    [
        "国内手机出货量为7050万台。前四名依次为甲、乙、丙和丁，出货量分别为2310万台、2240万台、1050万台和640万台。",
        "全年出口38.41亿元，其中对甲、乙、丙三国分别出口12.40亿元、18.41亿元和7.60亿元。",
    ],
)
def test_one_of_a_list_is_no_slip_for_the_whole(text: str) -> None:
    assert not errors(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("1至8月，全县收入完成24.80亿元，为年初预算36亿元的68.9%，同比增收1.32亿元，增长6.5%。", "6.5"),
        ("上半年销售面积48.0万平方米，占全市的12%，同比增加4.0万平方米，增长19.1%。", "19.1"),
        ("前三季度发电62.4亿千瓦时，完成年度计划的78%，同比减少5.2亿千瓦时，下降17.7%。", "17.7"),
    ],
)
def test_a_share_said_in_passing_is_not_what_moved(text: str, wrong: str) -> None:
    assert errors(text) == [wrong]


def test_of_two_words_for_one_move_each_has_its_own_way() -> None:
    assert errors("今年小麦总产量174.3万吨，比上年减产2.1万吨，增长1.2%。")[:1] == ["减产"]
    assert not errors("今年小麦总产量174.3万吨，比上年增产2.1万吨，增幅1.2%。")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("公司发行票据15亿元，期限5年，起息日为2024年5月20日，到期日为2027年5月20日。", "2027"),
        ("5月20日公告，公司2024年度第二期票据期限3年，起息日为2024年5月21日，到期日为2029年5月21日。", "2029"),
    ],
)
def test_the_days_that_words_name_are_the_ends(text: str, wrong: str) -> None:
    assert wrong in errors(text)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("全市常住人口412.6万人，其中城镇人口268.4万人，农村人口144.2万人。", True),
        ("完成吞吐量412万箱。其中，外贸268万箱，内贸144万箱。", True),
        ("全省发电412亿千瓦时，其中火电268亿千瓦时，水电114亿千瓦时。", False),
    ],
)
def test_what_is_all_that_the_other_is_not_leaves_nothing_out(text: str, likely: bool) -> None:
    facts = check(Source("note", text, lang="zh")).facts
    assert [fact.likely for fact in facts if isinstance(fact, Grouping)] == [likely]


def test_counts_of_answers_are_shares_of_one_whole() -> None:
    assert errors("162家企业表示订单增加，占42%；120家表示持平，占40%；54家表示减少，占18%。") == ["162"]
    nested = "入选企业126家，占42%；其中民营企业54家，占43%。"
    assert not [f for f in check(Source("note", nested, lang="zh")).facts if isinstance(f, Share) and "pairs" in f.rule]


def test_a_margin_whose_profit_and_revenue_are_told_is_no_share_of_an_area() -> None:
    text = "营业收入12.85亿元。毛利2.57亿元，毛利率30.0%。在管面积9640万平方米，其中非住宅2892万平方米。"
    assert errors(text) == ["30.0"]


def test_a_whole_may_be_told_behind_its_share_with_whose_it_is() -> None:
    text = "公司中标14.8亿元，占公司2023年营业收入的8.9%。公司2023年实现营业收入{}亿元，同比下降2.4%。"
    assert not errors(text.format("166.3"))
    assert errors(text.format("136.3"))


def test_what_is_aimed_at_is_not_what_moved() -> None:
    text = "前三季度新签订单46.8亿元，全年目标52亿元。去年同期新签订单39亿元，今年同比增长{}。"
    assert not errors(text.format("20%"))
    assert errors(text.format("26%"))


def test_a_year_told_in_words_is_a_year() -> None:
    text = "一期今年9月投用，二期两年后的2026年9月投用。"
    verdicts = check(Source("note", text, lang="zh", published="2024-03-06")).verdicts
    assert [v.outcome for v in verdicts if v.kind == "date"] == ["holds"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("某公司以12.6亿元竞得一宗用地，溢价率60%。该地块起始总价9.0亿元。", "60"),
        ("发行价22.50元，发行后总股本1.60亿股。按发行价计算，公司总市值63.0亿元。", "63.0"),
        ("公司红利派发1.32亿元，股利支付率35%。公司去年净利润4.40亿元。", "35"),
        ("公司营业收入36.42亿元，营业成本24.36亿元，毛利率35.1%。", "35.1"),
        ("楼盘推出住宅386套，当日售出251套，去化率75%。", "75"),
        ("全年研发投入8.64亿元，同比增长21.5%，占营业收入的6.4%，营业收入为125.0亿元。", "6.4"),
        ("公司回购股份624万股，支付总金额8,236.8万元，回购均价每股13.60元。", "13.60"),
        ("县里平均降雨量486.5毫米，较常年同期的412.3毫米偏多28%。", "28"),
        ("一年期利率为3.45%，五年期利率为4.20%，两者相差0.65个百分点。", "0.65"),
        ("农村居民收入增速为6.8%，城镇居民为5.4%，农村比城镇快1.2个百分点。", "1.2"),
    ],
)
def test_rows_tell_what_is_wrong(text: str, wrong: str) -> None:
    found = [v for v in check(Source("note", text, lang="zh")).verdicts if v.code and v.outcome == "contradicted"]
    assert wrong in {text[c.span.start : c.span.end] for v in found for c in v.culprits}


@pytest.mark.parametrize(
    "text",
    [
        "集团持有甲公司股份1,864万股，占2.46%；持有乙公司股份2.24亿股，占32.6%。",
        "公司以3.6亿元收购乙公司51%股权，丙公司整体估值12.0亿元。",
        "某公司以12.6亿元竞得一宗用地，溢价率40%。相邻地块起始价10.0亿元。",
        "前三季度新签订单46.8亿元。去年同期新签订单39亿元，今年同比增长20%。海外订单11.7亿元，占全部新签订单的四分之一。",
        "公司营业收入36.42亿元，医药板块毛利率52.3%，营业成本24.36亿元。",
        "9月末存款同比增长8.2%，增速比8月末回落0.4个百分点。8月末贷款增长8.9%，8月末存款增长8.6%。",
        "报告显示，126家企业表示订单增加，占42%；在出口企业中，54家表示减少，占36%。",
    ],
)
def test_what_is_of_something_else_is_not_held_against_it(text: str) -> None:
    found = check(Source("note", text, lang="zh")).verdicts
    assert not [v for v in found if v.code and v.code < "XF3" and v.outcome in ("contradicted", "query")]
