"""Whose a figure is, where the order of words does not tell."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Change, Measurement


def owners(text: str) -> set[str | None]:
    report = check(Source("zh", text, lang="zh", published="2024-05-08"))
    names = {entity.id: entity.name for entity in report.found.entities}
    return {
        names.get(f.figure.entity or "", f.figure.entity)
        for f in report.facts
        if isinstance(f, Change) or (isinstance(f, Measurement) and not f.told)
    }


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("在港交所上市的云驰汽车5月6日公告，4月销量为86,420辆。", "云驰汽车"),
        ("星河电气公告，星河电气与蓝湾基金共同出资10亿元。", "星河电气"),
        ("海屿机场集团8月运送旅客412.6万人次。", "海屿机场集团"),
        ("海屿机场8月运送旅客412.6万人次，首次跻身全国机场前三十，货邮吞吐量5.8万吨。", "海屿机场"),
        ("据市场研究机构远策咨询统计，云驰汽车4月销量为86,420辆。", "云驰汽车"),
        ("云驰汽车董事长李明曾任东泰基金总经理，目前员工2150人。", "云驰汽车"),
        ("瑞恒证券发表报告指，云驰汽车去年盈利为149亿元。", "云驰汽车"),
        ("云驰汽车：4月销量3.2万辆，同比增长12%。", "云驰汽车"),
        ("瑞恒银行公布，截至6月末，本行总资产3.2万亿元，较年初增长5.6%。", "瑞恒银行"),
        ("注册资本20亿元的晨曜电池今日挂牌。", "晨曜电池"),
        ("据岚陆家电协会最新数据，2月洗碗机出口31.5万台，环比下降18%。对欧洲出口14.2万台。", "洗碗机"),
        ("据岚陆汽车信息联席会发布的数据，8月乘用车零售190万辆，同比增长10%，其中新能源车102万辆。", "乘用车"),
        ("国家邮政管理部门公布，8月快递业务量完成161亿件，同比增长12%；业务收入1,189亿元。", "快递"),
        ("《2023年岚溪县国民经济和社会发展统计公报》显示，全县常住人口48万人。", "岚溪县"),
        ("生猪价格每公斤15.2元，环比上涨1.3%。", "生猪"),
        ("沪锡主力合约收于每吨26.4万元，跌1.2%。", "沪锡主力合约"),
        ("西岭集装箱运价指数报1,320点。", "西岭集装箱运价指数"),
        ("昨日股票ETF净流入86.4亿元。", "股票etf"),
        ("营业收入8.8亿元，净利0.6亿元。（岚岭物业年度业绩）", "岚岭物业"),
        ("需要指出的是，磐岭芯片2023年收入为9.7亿美元，毛利率54%。", "磐岭芯片"),
        ("矿企北岑资源第三季单季净利21.4亿元。", "北岑资源"),
        ("老对手泰棱科技同季收入6亿元。", "泰棱科技"),
        ("因需求走弱，岑川矿业首季收入3.1亿元。", "岑川矿业"),
        ("国庆假期，溪岭市接待游客612万人次，实现旅游收入4.3亿元。", "溪岭市"),
        ("岚屿省省长表示，该省去年生产总值2.8万亿元，增长5.3%。", "岚屿省"),
    ],
)
def test_a_figure_is_of_whom_the_sentence_is_about(text: str, owner: str) -> None:
    assert owners(text) == {owner}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("云驰汽车完成B轮融资，青山资本领投，远海基金跟投，估值达到60亿元。", "云驰汽车"),
        ("投资机构青山资本近日入股云驰汽车。云驰汽车去年营收45亿元，同比增长21%。", "云驰汽车"),
        ("云驰汽车拟与远海基金共同出资20亿元。", "云驰汽车"),
        ("绵川新材持有工厂六成股权。工厂由绵川新材与当地的巴亚控股出资，雇用当地工人七百余名。", "绵川新材"),
    ],
)
def test_who_only_joins_in_is_not_whom_a_sentence_is_about(text: str, owner: str) -> None:
    assert owners(text) == {owner}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("江岚省统计局数据显示，一季度全省地区生产总值8642亿元。", "江岚省"),
        ("江岚省一季度外贸开局良好。东海海关的数据表明，出口612亿元，增长4.8%。", "江岚省"),
        ("人民银行澜州市分行发布：6月末全市贷款余额3120亿元，比年初增加210亿元。", "全市"),
        ("海宁市文旅局通报，五一假期接待游客126万人次，同比增长18%。", "海宁市"),
        ("海关总署10日发布数据，前三季度我国货物贸易进出口总值31.2万亿元，同比增长2.5%。", "我国"),
        ("国家统计局公布的数据显示，10月社会消费品零售总额同比增长4.8%。", None),
    ],
)
def test_who_publishes_a_figure_is_not_whose_it_is(text: str, owner: str | None) -> None:
    assert owners(text) == {owner}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("市场研究机构远策咨询最新报告显示，三季度全球智能手机出货量3.07亿部，同比增长7%。", "全球智能手机"),
        ("远策咨询发布的报告称，二季度国内扫地机器人零售额58亿元，同比增长11%。", "国内扫地机器人"),
        ("云驰汽车公布，上半年国内营收30亿元，同比增长7%。", "云驰汽车"),
    ],
)
def test_a_market_owns_a_figure_only_where_no_firm_does(text: str, owner: str) -> None:
    assert owners(text) == {owner}


def test_whom_an_authority_acts_on_owns_the_figures() -> None:
    text = "溪东省市场监管局8月29日通报，对康禾药房处以1,260万元罚款，其上年销售额为4.2亿元。"
    assert owners(text) == {"康禾药房"}
    assert owners("溪东省市场监管局对康禾药房处以1,260万元罚款，其上年销售额为4.2亿元。") == {"康禾药房"}


def test_a_person_who_holds_shares_owns_their_number() -> None:
    text = "云驰汽车公告，股东林远山先生持有公司股份1,587万股。"
    assert owners(text) == {"林远山"}


def test_what_a_bracket_lists_owns_nothing_behind_it() -> None:
    assert owners("全省新增病例57例（其中青州市3例，白州市2例）；治愈病例12例。") == {"全省"}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("云驰证券保荐的科创板公司芯渚科技7月3日完成上市，公司去年营收8.4亿元。", "芯渚科技"),
        ("云渚俱乐部公布账目：营收8,640万英镑。", "云渚俱乐部"),
        ("云驰汽车公告，同意购入蓝湾能源55%股权。董事长霍根说，勘探支出为1.5亿元。", "云驰汽车"),
    ],
)
def test_who_only_says_whose_somebody_is_or_is_bought_owns_nothing(text: str, owner: str) -> None:
    assert owner in owners(text)
    assert not owners(text) & {"云驰证券", "蓝湾能源"}


def test_what_is_quoted_is_of_no_firm_that_was_spoken_of() -> None:
    text = "云驰汽车去年营收8.4亿元。碳酸锂期货主力合约收报每吨8.74万元。"
    assert owners(text) == {"云驰汽车", "碳酸锂期货主力合约"}


def test_a_sum_without_a_name_is_of_what_was_measured_in_its_unit() -> None:
    text = "云驰置业当月销售金额38.6亿元，销售面积21.5万平方米，全年累计412.9亿元。"
    facts = check(Source("zh", text, lang="zh", published="2024-05-08")).facts
    metrics = [f.figure.metric for f in facts if isinstance(f, Measurement) and f.figure.unit == "CNY"]
    assert len(metrics) == 2
    assert len(set(metrics)) == 1


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("潭岚银行与云岫银行合并设立湖岭银行，注册资本30.2亿元。", "湖岭银行"),
        ("此前，三家农信社改制为南岫农村商业银行，注册资本为86亿元。", "南岫农村商业银行"),
        ("原岚川公交与岚川轮渡组建为岚川交运集团，新集团注册资本12亿元。", "岚川交运集团"),
    ],
)
def test_the_capital_is_that_of_who_was_founded(text: str, owner: str) -> None:
    assert owners(text) == {owner}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二季度，曜川净利润7.45亿元，赤岩矿业却只有1.02亿元。", {"曜川", "赤岩矿业"}),
        ("据介绍，弘驰时代8月销量12.4万辆；紧随其后的柏越电芯为5.9万辆。", {"弘驰时代", "柏越电芯"}),
        ("截至6月末，蓝岫新材总资产达1,286亿元；臻澍服务总资产852亿元。", {"蓝岫新材", "臻澍服务"}),
    ],
)
def test_whom_only_their_characters_name(text: str, expected: set[str]) -> None:
    assert owners(text) == expected
