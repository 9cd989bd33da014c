"""Chinese news, announcements and notices as they are plainly written: whose, what, which part, when; no more."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange


def told(text: str, published: str = "2024-05-08") -> list[dict[str, Any]]:
    report = check(Source("t", text, lang="zh", published=published), Settings(only=frozenset({"facts"})))
    facts: list[dict[str, Any]] = json.loads(exchange.show(report, frozenset({"facts"})))["facts"]
    return [{"type": fact["type"], **fact["fields"]} for fact in facts]


def has(found: list[dict[str, Any]], **wanted: object) -> bool:
    return any(all(fact.get(key) == value for key, value in wanted.items()) for fact in found)


STATED: list[tuple[str, dict[str, object]]] = [
    ("岚越汽车4月出口1,846辆，同比增长1.4倍。", {"type": "change", "value": 140, "unit": "percent", "base": "yoy"}),
    ("岚越汽车4月净利润增长近两倍。", {"type": "change", "value": 200, "qualifier": "nearly"}),
    (
        "今年一季度，江岚市出口524亿元，同比增长9.8%；进口338亿元，下降5.9%。",
        {"type": "change", "metric": "imports_value", "value": -5.9, "base": "yoy"},
    ),
    (
        "岚越电子2023年收入21亿元，较上年增加18.6%；研发开支4.16亿元，减少5.5%。",
        {"type": "change", "metric": "other:研发开支", "base": "yoy"},
    ),
    (
        "北岚国统计局公布，4月居民消费价格同比上涨2.4%。",
        {"type": "change", "entity": "北岚国", "metric": "other:居民消费价格"},
    ),
    ("本公司2023年拥有人应占利润为人民币3.52亿元。", {"metric": "net_profit", "value": 352000000}),
    ("截至4月底，禾岚超市门店总数为386家。", {"metric": "other:门店总数", "value": 386, "unit": "count"}),
    (
        "岚越生物总部位于江岚市高新区，2023年收入12亿元。",
        {"type": "measurement", "entity": "岚越生物", "metric": "revenue"},
    ),
    ("岚越园区已有46家上下游企业入驻。", {"metric": "other:上下游企业", "value": 46, "qualifier": "exact"}),
    (
        "据岚智咨询统计，2023年全球电动两轮车出货量为5,230万台。",
        {"entity": "全球电动两轮车", "metric": "other:出货量", "value": 52300000},
    ),
    ("岚越农机4月销售收割机1,200台。", {"value": 1200, "unit": "count"}),
    ("岚越电池江岚工厂投产，月产能4万片。", {"metric": "capacity", "value": 40000}),
    ("岚越电池江岚项目预计10月投产，达产后年产值达60亿元。", {"type": "target", "metric": "other:年产值"}),
    ("北岚国央行宣布，基准利率维持在3.25%不变。", {"type": "measurement", "metric": "policy_rate", "value": 3.25}),
    ("北岚国央行宣布维持关键利率在3.25%不变。", {"type": "policy", "limit_before": 3.25, "limit_after": 3.25}),
    (
        "4月，江岚市粮食产量146万吨。分县看，临岚县产量居全市首位。",
        {"type": "rank", "rank": 1, "period": "2024-04"},
    ),
    ("截至3月末，岚越体育拥有门店6,120家，较去年末减少73家。", {"type": "change", "value": -73, "base": "ytd"}),
    ("截至3月末，岚越体育股东为3.76万户，较2月末增加5.1%。", {"type": "change", "value": 5.1, "base": "mom"}),
    ("岚越汽车股份有限公司2024年4月产销快报\n4月，公司销售汽车6,000辆，同比增长9.6%。", {"kind": "filing"}),
    ("岚越医疗（02086.HK）2023年度业绩公告\n公司收入21亿元，较上年增加18.6%。", {"kind": "filing"}),
    ("机械制造商岚越集团24日公布的财报显示，一季度营业收入3亿元。", {"kind": "filing", "agent": "岚越集团"}),
    ("岚越照明5月7日晚间发布一季报，营业收入2.3亿元。", {"type": "provenance", "kind": "filing", "agent": "岚越照明"}),
    ("中新社江岚5月8日电 海关总署8日公布数据显示，4月出口增长9.8%。", {"kind": "attribution", "agent": "海关总署"}),
    (
        "岚越汽车公布，截至4月底，今年累计交付98,600辆。",
        {"metric": "deliveries", "value": 98600, "period": "2024-01/2024-04"},
    ),
    ("4月电动两轮车销量392万辆，雅岚以86万辆居首，绿岚64万辆、小岚51万辆。", {"entity": "小岚", "value": 510000}),
    ("今年一季度，中国与北岚国双边贸易额达862亿元。", {"entity": "中国", "metric": "other:双边贸易额"}),
    ("岚越研究中心可容纳450名研发人员。", {"metric": "other:研发人员", "value": 450}),
    (
        "商务部印发通知。此前，外资在医疗机构中的持股比例不得超过70%。",
        {"type": "policy", "limit_before": 70, "status": "past"},
    ),
    ("德国企业克岚集团4月22日在江岚启用亚太研发中心。", {"type": "event", "kind": "opening", "place": "江岚"}),
    ("岚越茶饮门店总数达到1,960家，计划年底前增至2,200家。", {"type": "target", "value": 2200}),
    ("到2027年，岚越机器人产能达到12万台。", {"type": "target", "metric": "capacity"}),
    ("岚智咨询预测，全年国内智能手表出货量约4700万台。", {"type": "target", "value": 47000000}),
    ("江岚省政府工作报告提出，2024年地区生产总值预期增长5%左右。", {"type": "target", "value": 5}),
    ("岚越光伏把全年组件出货指引由60GW下调至50GW。", {"type": "target", "metric": "other:组件出货", "value": 50}),
    (
        "江岚国央行把全年通胀率预计由5%上调至6%。岚越种业计划投入研发资金2800万元。",
        {"type": "target", "value": 28000000},
    ),
    ("绿岚以31.4%的份额居首，洁岚以17.3%位列第二。", {"type": "share", "part": "洁岚", "value": 17.3}),
    ("绿岚和洁岚的份额分别为18.9%和11.7%。", {"type": "share", "part": "洁岚", "value": 11.7}),
    (
        "零售 禾岚超市4月销售额18.4亿元。\n地产 锦岚地产4月销售额64亿元。\n人事 隆岚证券聘任周启为总经理。",
        {"type": "relation", "subject": "周启", "object": "隆岚证券"},
    ),
    (
        "【药业】岚越药业净利润1.2亿元。\n【债券】海岚银行发行50亿元绿色金融债券。",
        {"type": "issue", "issuer": "海岚银行"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_is_told(text: str, wanted: dict[str, object]) -> None:
    assert has(found := told(text), **wanted), found


UNSTATED: list[tuple[str, dict[str, object]]] = [
    ("江岚城投发行30亿元公司债券，分为两个品种：3年期20亿元；5年期10亿元。", {"value": 2}),
    ("绿岚以21.6%的份额居首，两家企业均来自江岚省。", {"value": 2}),
    ("中新社江岚5月8日电 海关总署8日公布数据显示，4月出口增长9.8%。", {"entity": "江岚"}),
    ("岚越生物总部位于江岚市高新区，2023年收入12亿元。", {"entity": "江岚市高新区"}),
]


@pytest.mark.parametrize(("text", "unwanted"), UNSTATED)
def test_is_not_told(text: str, unwanted: dict[str, object]) -> None:
    assert not has(found := told(text), type="measurement", **unwanted), found


def test_a_headline_says_again_what_the_story_says() -> None:
    text = "岚越照明：一季度净利润同比下降12.6%\n岚越照明发布一季报，归母净利润1.87亿元，同比下降12.6%。"
    assert len([fact for fact in told(text) if fact["type"] == "change"]) == 1


def test_an_everyday_word_is_nobody() -> None:
    assert not has(told("加上此前持有的岚天美5%股权，合计持股60%。"), type="relation", subject="加上")
    assert not has(told("说明位于风口的物业行业仍在扩张。"), type="attribute", entity="说明")


def test_an_amount_said_again_in_a_bracket_is_no_tranche() -> None:
    text = "远岚集团发行3亿美元（约合20.7亿元人民币）高级无抵押债券，期限3年，票面利率5.2%。"
    assert not has(told(text), type="tranche", currency="CNY")


def test_a_share_of_last_year_dates_none_of_this_one() -> None:
    found = told("岚沅种业2023年境外收入占比由上年同期的62%降至48%。")
    assert has(found, type="share", value=48, period="2023"), found
