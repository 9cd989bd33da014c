"""Chinese sources that no phrasing words: who says something, who is credited and who signs."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Provenance, Settings

SAID = {
    "渚州船舶总经理贺兰山说，订单增长12%。": {("attribution", "贺兰山")},
    "“订单排到了明年三月，增长12%。”渚州船舶总经理贺兰山如是说。": {("attribution", "贺兰山")},
    "渚国央行周四加息25个基点。行长英格丽·索恩说，通胀仍高。": {("attribution", "英格丽·索恩")},
    "荷渚合作银行分析师称，油价或升至90美元。": {("attribution", "荷渚合作银行分析师")},
    "一位知情人士称，估值约20亿元。": {("attribution", "一位知情人士")},
    "据渚州市公司注册处资料，公司成立于1976年。": {("attribution", "渚州市公司注册处")},
    "統計處：零售額按年升3%。": {("attribution", "統計處")},
    "统计局：社会消费品零售总额增长3%。": {("attribution", "统计局")},
    "市住建局等四部门5月13日联合发文：首付比例不低于25%。": {("notice", "市住建局等四部门")},
    "渗透率57.9%，同比升3个百分点。——乘联分会": {("attribution", "乘联分会")},
    "股东会通过议案。——摘自渚州能源2025-021号公告": {("filing", "渚州能源")},
    "地方债发行55亿元，利率2.22%。数据：渚联终端": {("attribution", "渚联终端")},
    "利率3.2%。（摄影/视渚中国）": {("photo_credit", "视渚中国")},
    "本报驻渚城记者 欧阳序 6月8日电": {("author", "欧阳序")},
    "各会员单位：保证金比例上调至100%。特此通知。渚港证券交易所 二〇二五年七月十五日": {("notice", "渚港证券交易所")},
    "关于回购的公告：回购2亿元。\n渚州装备股份有限公司董事会": {("filing", "渚州装备股份有限公司")},
    "据县乡村振兴局，全县蓝莓种植面积2.6万亩。": {("attribution", "县乡村振兴局")},
    "渚州证监局行政处罚信息显示，渚溪生物被罚款300万元。": {("attribution", "渚州证监局")},
    "渚溪生物发文称，对处罚无异议。": {("attribution", "渚溪生物")},
    "渚溪生物（07352.HK）于港交所公告，前八个月收入14亿元。": {("filing", "渚溪生物")},
    "林见鹿（渚岭酒业总经理）：上半年我们卖了43万千升。": {("attribution", "林见鹿")},
    "利率3.2%。（文/栗子墨）": {("author", "栗子墨")},
}
UNSAID = [
    "渚溪生物时任董事长卢以宁被警告，罚款3万元。",
    "本公告披露日，公司负债3亿元。",
    "敬请投资者关注公司后续公告，营业收入3亿元。",
    "该业务名称为渚州通，收入3亿元。",
    "第一大股东渚州信托未对方案表态，持股7%。",
    "市场预期增长3%。",
]


def told(text: str) -> set[tuple[str, str]]:
    report = check(Source("speaker", text, lang="zh", published="2025-06-30"), Settings(only=frozenset({"facts"})))
    names = {entity.id: entity.name for entity in report.found.entities}
    return {(f.kind, names.get(f.agent, f.agent)) for f in report.facts if isinstance(f, Provenance)}


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_whose_words_they_are_is_read_by_grammar(text: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= told(text)


@pytest.mark.parametrize("text", UNSAID)
def test_what_only_looks_like_saying_has_no_speaker(text: str) -> None:
    assert not told(text)


def test_who_speaks_is_told_without_what_he_is() -> None:
    assert told("渚湾研究院首席经济学家卓然认为，利率或降10个基点。") == {("attribution", "卓然")}
