"""A stretch of a leaf comes in; out go the short Chinese names that only what their bearers do gives away.

"宁江铸造拟收购汇川精密51%股权": nothing in either name says that it is one. The first opens a clause and a verb of
firms follows, over adverbs; the second stands between such a verb and a share. Who joins it in a list is one as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from crossfoot.late import late
from crossfoot.mentions.name_signs import HAN, generic, words

MARK = r"[,，;；:：。!！?？“”\"'()（）【】 |\n①-⑳]"
DAY = r"(?:(?:\d{1,4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?|[今去上本明][年月])"
WHEN = (  # a year, a month, a quarter, or two of them
    r"(?:(?:19|20)\d\d年度?|[今去]年)?"
    r"(?:\d{1,2}(?:[至到—~-]\d{1,2})?月份?|前\d{1,2}个?月|前?[一二三四五六七八九十两]个?(?:季度|月)|第[一二三四]季度?"
    r"|首季度?|前[二三]季|[上下]半年|全年|[同当本][季月期年]|年内|期内)?(?:单[季月]|累计)?"
)
_SINCE = r"(?=\d|[今去前第上下全首同当本单年期一二三四])"  # a time begins here
_JOINTS = "、和与及同"
_MOST = 8  # names in a list
LONGER = (  # a trade that goes on is another word: "某某航空 | 港", "某某软件 | 业务"
    "集团|公司|控股|股份|科技|投资|发展|产业|枢纽|业务|板块|企业|行业|市场|产品|工程|系统|设备|材料|零部件|服务|分部|分公司"
    "|子公司|事业部|指数|主题|基金|债|[港城类业器机厂场店站园区局所院会等馆的、和与及]"
)
_HOW_MANY = "全各本该此每多两一二三四五六七八九十百千万第另其某同单总新老大小上下前后近约超逾达占"
COUNTED = r"(?<=[^\d])\d[\d,.]*[万亿]?[^\d年月日号季]"  # so many, and no time
_NAME = rf"([{HAN}A-Za-z]{{2,10}}?)"
_SHORT = rf"[{HAN}A-Za-z]{{2,12}}?"
_UNIT = (
    "(?:全资|控股|参股|重要)?"
    "(?:子公司|附属公司|孙公司|控股企业|旗下企业|成员企业|控股股东|大股东|第[一二三四五]大股东|股东)"
)
_SHARE = (
    r"(?:(?:余下|剩余|其余)?\d[\d.]{0,6}%|的?(?:多数|少数|全部|部分|剩余|控股)?(?:股权|股份|控制权|控股权)"
    r"|的(?:收购|并购|要约|持股|控股|交易|事项|议案|计划|方案|一事|控制权|控股权|多数股权))"
)
_PACT = (
    "(?:近日|日前|今日|宣布|正式|已|将|拟|共同|联合|完成|就)?"
    "(?:签署|签订|签下|签约|达成|订购|采购|订造|合并|合资|换股|组建|共建|发起设立)"
)
_TELLING = "采|接|对|在|当|向|回|也|则|还|就|曾|亦|书面|昨|今|近|日前"  # behind a title: how its bearer says it
_PERSON = 3
_BY_PEOPLE = ("持有", "增持", "减持", "认购", "出资", "创办的", "创立的", "签署", "投资")
Span = tuple[int, int]
Nameable = Callable[[int, int], bool]


class _Roles:
    """Patterns over the rows."""

    def __init__(self) -> None:
        known = words()
        beside = rf"(?:(?:以|通过|按|作价)[^,，;；:：。]{{1,16}}?|(?:与|向|对|从){_SHORT})"
        between = rf"(?:(?:{known.between}|{DAY}|\([^()]{{1,16}}\)){{0,4}}{beside}?{known.between}?)"
        is_one = rf"(?:作为|为|系|是|成为|隶属于){_SHORT}的?{_UNIT}"
        suffers = rf"(?:被|遭){_SHORT}(?:收购|并购|吸收合并|控股|接管|罚款|处罚|立案|约谈|起诉|诉至|调查)|遭起诉|遭调查"
        made_by = r"由[^,，;；。]{2,20}?(?:持股|控股|出资|创办|创立|发起|全资|持有|设立)"
        no_firm = r"均?价|额|者|率|报表|权|公司(?! ?(?:\d|股份|股票|总股本|无限售|限售))"
        sells = rf"(?:{_SINCE}(?:{WHEN})(?:{known.sellers}|的?(?:{known.incomes}))|{known.selling})"
        has = rf"(?:{WHEN})的?(?:{known.owns})|的(?:{_SINCE}{WHEN})(?:{known.sellers}|{known.owns}|收入)"
        doing = rf"(?:{sells}|{between}(?:{known.doers}|{is_one}|{suffers}|{made_by})(?!{no_firm}))"
        surname = known.surname.pattern
        self.holder = late(rf"(?:{known.bearers})([{HAN}]{{2,4}}?)(?=(?:直接|间接|合计|共)?(?:持股|持有))")
        self.opener = late(f"{MARK}|{known.openers}")
        self.item = late(rf"(?:{known.units})?{_NAME}(?={doing}|[{_JOINTS}])")
        self.doing = late(doing)
        # What a firm has may be that of a product as well, unless a sentence opens with whose it is.
        self.lead = late(
            rf"(?:截至|截止|到)?(?:{WHEN}|{DAY})[初末底]?(?:[,，]|(?={_SHORT}实现))|{WHEN}(?:{known.leads})[^,，;；。：:]{{0,24}}[,，]"
        )
        self.having = late(
            rf"(?:[{HAN}]{{0,10}}(?:{known.units}))?{_NAME}(?={doing}|{has}|共?(?:实现|完成)[{HAN}]{{0,6}}(?:{known.sellers}))"
        )
        # "锦澜院线 | 上半年票房收入6.1亿元": two characters and a trade, with a figure behind them in the same clause.
        opens = rf"[-•·*①-⑨\d.【 ]{{0,4}}(?:[{HAN}]{{0,10}}(?:{known.units}))?"
        goes_on = rf"(?!{LONGER})(?=[】 ]?[{HAN}\d]{{0,12}}?{COUNTED})"
        self.trading = late(rf"{opens}([{HAN}]{{2}}(?:{known.trades})){goes_on}")
        self.objects = tuple(
            late(pattern)
            for pattern in (
                rf"(?:{known.takers}){_NAME}(?={_SHARE})",
                rf"(?:{known.units}){_NAME}(?=[,，;；。、的]?{doing}|{has})",
                rf"(?:制造商|生产商|厂商|开发商|运营商|零售商|承包商|服务商|供应商|龙头|巨头|品牌){_NAME}(?={_SHARE})",
                rf"(?:{known.posts}){_NAME}的?(?={known.offices})",
                rf"(?<=[{HAN}])(?:为|系|是|成为|隶属于){_NAME}(?=的?{_UNIT}|旗下|下属)",
                rf"(?:向|给予|获|为){_NAME}(?=(?:提供|发放|投放|授予|批出|追加|出售|转让)?[^,，;；。给]{{0,12}}?(?:贷款|授信|借款))",
                rf"(?:由|与|和|、|及|为|包括|股东){_NAME}(?=\(\d[\d.]{{0,6}}%\))",
                rf"(?:与|同|和|及|向|从|携手|联合|牵手|联手){_NAME}(?={_PACT})",
                rf"(?:由|和|与|及|、){_NAME}(?=(?:分别|各|共同)(?:持股|持有|出资|占股|控股))",
                rf"\d[万亿]?股(?!普通|优先|限售|流通|无限|有限){_NAME}(?<!股)(?<!股票)(?=[,，。;；的])",
                rf"(?:将|把|给予|予|上调|下调|维持|首予|重申|看好){_NAME}(?=的?(?:目标价|评级|股份评级|盈利预测|盈测))",
                rf"对{_NAME}(?=的(?:收购|并购|要约|持股|控股|投资))",
                rf"对[{HAN}]{{0,8}}?(?:制造商|生产商|厂商|开发商|运营商|零售商|承包商|服务商|供应商|企业|平台|巨头|龙头){_NAME}(?=作出|开出|罚款|处以)",
                rf"对{_NAME}(?=立案|给予警告|作出处罚|开出|罚款|处以|展开调查|启动调查|开展调查)",
                rf"(?:增持|减持|增资){_NAME}(?=至\d)",
                rf"分拆(?:[^,，。]{{0,8}}?(?:平台|公司|企业|板块|子公司|附属))?{_NAME}(?=(?:于|至|在|到|赴|独立|上市))",
                rf"(?:创办|创立|创建|成立|设立|发起设立|控股|投资设立)的{_NAME}(?=\d|[今去上本明][年月]|正|将|已|拟|完成|获|于|在|[,，。])",
                rf"(?:[卖买方人商]|股东|机构|客户)(?:分别)?[为系]{_NAME}(?=[,，;；。、和及]|$)",
                rf"(?:转让给|出售给|售予|卖给|隶属于|控股股东为|母公司为){_NAME}(?=[,，;；。]|$)",
            )
        )
        self.person = late(  # nobody is "创立于博洛尼亚"
            rf"({surname}[{HAN}]{{1,2}}?)(?=(?:先生|女士|博士)?{between}(?:{known.persons})(?!于))"
        )
        self.speaker = late(
            rf"(?:{known.titled.pattern})((?!{_TELLING})[{HAN}]{{2,4}}?)(?=[今昨]?[天日]?(?:说|表示|称|指出|认为|介绍|透露|强调|坦言))"
        )
        self.made = late(
            rf"(?:{known.makers}|{known.offices}的)({surname}[{HAN}]{{1,2}}?)"
            r"(?=为|于|将|已|曾|表示|称|说|担任|出任|接任|先生|女士|创办|创立|控制|实际控制|[,，;；。、]|$)"
        )


@cache
def _roles() -> _Roles:
    return _Roles()


def framed(text: str, start: int, end: int, nameable: Nameable) -> Iterator[tuple[Span, str]]:
    """Spans with their kind; `nameable` says whether words could be a name at all."""
    roles = _roles()
    for at in (start, *(m.end() for m in roles.opener.finditer(text, start, end))):
        person = roles.person.match(text, at, end)
        if person:
            yield person.span(1), "person"
        else:
            yield from _listed(text, at, end, nameable)
    led = roles.lead.match(text, start, end)
    having = roles.having.match(text, led.end() if led else start, end)
    if having and nameable(*having.span(1)):
        yield having.span(1), "organisation"
    trading = roles.trading.match(text, led.end() if led else start, end)
    if trading and _called(trading[1][:2]) and nameable(*trading.span(1)):
        yield trading.span(1), "organisation"
    for pattern in roles.objects:
        for found in pattern.finditer(text, start, end):
            if nameable(*found.span(1)):
                yield found.span(1), "organisation"
    for found in roles.speaker.finditer(text, start, end):
        if nameable(*found.span(1)):
            yield found.span(1), "person"
    for found in roles.holder.finditer(text, start, end):
        yield found.span(1), "person"
    for found in roles.made.finditer(text, start, end):
        yield found.span(1), "person"


def _called(stem: str) -> bool:
    """May two characters before a trade be what a firm is called: 锦澜, and not 线上 or 全省?"""
    return not generic(stem) and stem[0] not in _HOW_MANY and words().place.fullmatch(stem) is None


def _listed(text: str, at: int, end: int, nameable: Nameable) -> Iterator[tuple[Span, str]]:
    """Who opens a clause, alone or in a list, and does what firms do."""
    named, roles = list[Span](), _roles()
    for _ in range(_MOST):
        item = roles.item.match(text, at, end)
        if not item or not nameable(*item.span(1)):
            return
        named.append(item.span(1))
        at = item.end(1)
        doing = roles.doing.match(text, at, end)
        if doing:
            yield from ((span, _kind(text[slice(*span)], doing[0])) for span in named)
            return
        at += 1


def _kind(name: str, does: str) -> str:
    """Shares are also held by people, whose names have three characters, a surname first."""
    alike = len(name) == _PERSON and words().surname.match(name) is not None
    return "person" if alike and does.endswith(_BY_PEOPLE) else "organisation"
