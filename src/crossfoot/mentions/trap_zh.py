"""A Chinese sentence comes in; the numbers that are no quantities go out: codes, clocks, documents, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.traps import Trap, traps
from crossfoot.mentions.ratio_zh import ratio

_SHAPES = late(
    # What any of them begins with, so that at most characters none is tried.
    r"(?=[\"(+0-9A-\[a-z‘“①-⑳【〔一七三东九二五八六北十千南原双四国建情方案欧步理百第西要见观议选问附])(?:"
    r"(?P<case>[(〔\[【]20[0-9]{2}[)〕\]】][^，。；、\s()]{1,24}?号)"
    r"|(?P<ticker>\([0-9]{5,6}\)|\([0-9]{4,6}[.,，、]? ?[A-Z]{1,3}\)|\([0-9.]{1,9},-?[0-9.]{1,9},-?[0-9.]{1,9}%\)"
    r"|(?:TYO|TSE|LSE|LON|HKEX|SEHK|HKG|SSE|SZSE|SHA|SHE|KRX|SGX|TWSE|NYSE|NASDAQ|ASX)[:：] ?"
    r"[0-9A-Z]{1,6}(?![0-9A-Za-z])"
    r"|[0-9]{4,6}\.(?:HK|SH|SZ|SS|BJ|NQ|OC|KS|TW|T|US|N|O)(?![A-Za-z0-9]))"
    r"|(?P<phone>1[3-9][0-9]{9}(?![0-9])|0[0-9]{2,3}-[0-9]{7,8}(?![0-9])"
    r"|400-?[0-9]{3}-?[0-9]{4}(?![0-9])|\+86[ -]?[0-9-]{8,14})"
    r"|(?P<number>20[0-9]{2}-[0-9]{3}(?![0-9])|20[0-9]{6}-[0-9]{1,3}(?![0-9]))"
    r"|(?P<plan>[“\"‘]?(?:十[一二三四五]|[一二三四五六七八九])五[”\"’]?(?=规划|期间|时期|末|以来|纲要|计划|开局|收官))"
    r"|(?P<speed>[百千]兆(?=以上|宽带|光|网|级|带宽))"
    r"|(?P<feast>[“\"]?(?:十一|五一)[”\"]?(?=黄金周|长假|假期|小长假|期间|国庆|节|前后))"
    r"|(?P<bond>[“\"][0-9]{2}[\u4e00-\u9fffA-Z]{2,8}[0-9]{1,3}[”\"])"
    r"|(?P<quoted>[“\"][0-9]{3,4}[”\"](?![%‰]))"
    r"|(?P<article>(?<=[法》例则])[0-9]{1,3} ?条(?![例款]))"
    r"|(?P<heading>(?:问题|步骤|方案|情形|选项|原因|观点|要点|建议|理由|案例)[0-9一二三四五六七八九十]{1,2}(?=[：:、，。])"
    r"|(?:附件|附录|附表|附图|议案|议题)[一二三四五六七八九十]{1,2}"
    r"|(?:见|[“\"])[一二三四五六七八九十]{1,3}、(?:\([一二三四五六七八九十]{1,2}\))?[0-9]{1,2}(?=[”\"，,。、；;)]))"
    r"|(?P<term>(?:[一二三四五六七八九十]{1,4}|[0-9]{1,3})届(?=全国|人大|政协|董事|监事|中央|理事|[一二三四五六七八九十]{1,2}[次中])"
    r"|(?<=[届大协])[一二三四五六七八九十]{1,3}(?:次会议|中全会)|[0-9一二三四五六七八九十]{1,3}[中小]学(?!生))"
    r"|(?P<note>(?<![0-9.])[012][0-9](?![年月日时分点个元%]|万[元股吨辆台人份]|亿)[\u4e00-\u9fff]{2,4}"
    r"(?:[A-Z]{0,4}0[0-9]{1,2}|(?:MTN|SCP|CP|PPN|EB|PB|G|Y|D)[0-9]{1,3})(?![0-9:.%％年月日时点]))"
    r"|(?P<event>双(?:十一|十二|1[12])|[“\"]?(?:618|6\.18|11\.11|12\.12|1111|1212|315|3\.15|818|996|520)[”\"]?"
    r"(?=大促|期间|购物|促销|年中|电商|晚会|盛典|狂欢|工作制|预售|战报|网购|消费者)"
    r"|(?:十[三-九]|十[一二四五六七八九]|二十)大(?=后|以来|召开|报告|精神|代表|之后|前|闭幕|开幕|胜利))"
    r"|(?P<round>(?<![0-9])(?:7[×xX*]24|24[×xX*/]7)(?![0-9])(?: ?小时)?)"
    r"|(?P<place>[北南东西](?:纬|经) ?[0-9]{1,3}(?:\.[0-9]{1,4})?(?: ?[°度](?:[0-9]{1,2}[分′'])?)?)"
    r"|(?P<plot>(?<![0-9A-Za-z])[0-9A-Z]{1,4}(?:-[0-9A-Z]{1,4}){1,4}(?= ?号?(?:地块|宗地|号楼|地铁|井|矿段)))"
    r"|(?P<norm>[国欧](?:[四五六七1-7]|IV|VI?)[abAB]?(?=排放|标准|车|阶段|柴油|汽油|法规|及以))"
    r"|(?P<plus>(?<![0-9.])[0-9]\+[XN](?![A-Za-z]))"
    r"|(?P<upgrade>(?<=[\u4e00-\u9fff])(?<![为至达到报于值是约近超比从由及和与在增降升跌涨率级数])[1-9]\.0(?![0-9%‰a-zA-Z])"
    r"(?=[时版模战计概架系技平阶标协产方改项投升建转发]))"
    r"|(?P<annex>附注(?:[一二三四五六七八九十]{1,3}、)?[0-9]{1,3}(?:\.[0-9]{1,2})?)"
    r"|(?P<won>(?<![0-9.])[0-9]{1,2}-[0-9]{1,2}(?=战胜|击败|获胜|取胜|逆转|大胜|险胜|完胜|不敌|负于|战平|落败|淘汰|横扫))"
    r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,2} ?[-—~至]{1,2} ?[0-9]{1,2} ?时(?!间)|[0-9]{1,2} ?[时時](?![间段])(?: ?[0-9]{1,2} ?分)?"
    r"|(?<=凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|深夜|今晨|今晚|昨晚)[0-2]?[0-9] ?[点點](?![0-9])"
    r"|(?<=[早晚])[0-2]?[0-9] ?[点點](?![0-9])"
    r"|[0-2]?[0-9] ?[点點](?: ?[0-9]{1,2} ?分|半|整|钟|左右|前|后|起|$))"
    r"|(?P<score>[0-9]{1,3}:[0-9]{1,3}(?![0-9])|(?<![0-9.年月])[0-9]{1,3}比[0-9]{1,3}(?![0-9.%万亿年月]))"
    r"|(?P<notice>(?:19|20)[0-9]{2} ?年第 ?[0-9]{1,5} ?号)"
    r"|(?P<named>[“\"][A-Za-z\u4e00-\u9fff]{1,8}-?[0-9]{1,3}\.[0-9][”\"])"
    r"|(?P<address>[0-9]{1,5} ?号 ?(?:[0-9A-Z]{1,4} ?(?:幢|栋|座|号楼|单元|层|楼|室|房|铺|弄|门|号) ?){1,5})"
    r"|(?P<list>[(][0-9一二三四五六七八九十]{1,2}[)]|(?:(?<=[。；:\n ])|^)[0-9]{1,2}(?:、|\.(?![0-9]))"
    r"|(?<![0-9.,%、])(?:1?[0-9]|20)、(?=[\u4e00-\u9fff])(?![一二三四五六七八九十])|[①-⑳])"
    r"|(?P<version>[0-9]{1,2}\.[0-9]{1,2} ?版(?!本)|(?<![0-9])[Vv]?[0-9]{1,3}(?:\.[0-9]{1,4}){2,4}(?![0-9]))"
    r"|(?P<model>[A-Za-z][A-Za-z-]{0,11}-?[0-9]{1,5}(?:-[0-9]{1,4})?[A-Za-z+]{0,4}(?![0-9.,%]|个?(?:基点|百分点))"
    r"|[2-6]g(?=产品|网络|基站|手机|通信|技术|商用|时代|套餐|用户|建设|概念|芯片|频谱|牌照|[、/][2-6]g))"
    r"|(?P<day>[0-9]{1,2}·[0-9]{1,2})"
    r"|(?P<nth>第 ?[0-9一二三四五六七八九十百千]{1,6}(?:[-—][0-9]{1,4})? ?(?:号|條|条|章|节|款|页|项规定)))"
)  # fmt: skip
_KIND = {
    "case": "identifier",
    "number": "identifier",
    "notice": "identifier",
    "address": "identifier",
    "named": "model",
    "plan": "model",
    "feast": "model",
    "speed": "model",
    "bond": "ticker",
    "note": "ticker",
    "quoted": "model",
    "article": "section",
    "heading": "section",
    "term": "model",
    "event": "model",
    "round": "clock",
    "place": "address",
    "plot": "identifier",
    "plus": "model",
    "norm": "model",
    "upgrade": "version",
    "annex": "section",
    "won": "score",
    "nth": "section",
    "day": "model",
}
_RUN = late(r"[0-9]{1,18}(?:[-_/.][0-9A-Za-z]{1,18}){0,4}")
_CURRENCY = late("(?:RMB|CNY|USD|EUR|HKD|GBP|JPY|FY|RM|Rs|CHF|AUD|CAD|SGD)-?[0-9]")


@cache
def _wholes() -> re.Pattern[str]:
    """Words that hold a number themselves: 六个核桃, 三番五次."""
    forms = {form: row.kind for row in traps("zh") for form in row.whole}
    return re.compile("|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form))))


@cache
def _rows(place: str) -> dict[str, list[tuple[str, Trap]]]:
    """Forms before a number by their last character, after it by their first."""
    table: dict[str, list[tuple[str, Trap]]] = {}
    for row in traps("zh"):
        for form in getattr(row, place):
            table.setdefault(form[-1] if place == "before" else form[0], []).append((form, row))
    for found in table.values():
        found.sort(key=lambda item: -len(item[0]))
    return table


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of each.

    >>> text = "贵州茅台(600519.SH)沪深300成分股，9:30开盘"
    >>> [(text[a:b], kind) for a, b, kind in find(text, 0, len(text))]
    [('(600519.SH)', 'ticker'), ('沪深300', 'index'), ('9:30', 'clock')]
    """
    yield from ((*match.span(), "model") for match in _wholes().finditer(text, start, end))
    at = start
    for match in _SHAPES.finditer(text, start, end):
        group = match.lastgroup or ""
        yield from _labelled(text, at, match.start())
        at = match.end()
        if group == "model" and _CURRENCY.match(match.group()):
            at = match.start() + 1
            continue
        if group == "clock" and ":" in match.group() and int(match.group().split(":")[0]) > 24:
            group = "score"
        if group in ("clock", "score") and ratio(text, match.start(), start, end) is not None:
            continue
        yield match.start(), match.end(), _KIND.get(group, group)
    yield from _labelled(text, at, end)


def _labelled(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Numbers that a word before or after them labels: 证券代码：002547, 沪深300, 11号楼."""
    at = start
    while True:
        match = _RUN.search(text, at, end)
        if match is None:
            return
        at = match.end()
        first = match.start()
        before = first - 1 if text[first - 1 : first] == " " else first
        for form, row in _rows("before").get(text[before - 1 : before], ()):
            letter = form[0].isascii() and text[before - len(form) - 1 : before - len(form)].isascii()
            if letter and text[max(0, before - len(form) - 1) : before - len(form)].isalpha():
                continue  # the V of SUV is no version
            if text.endswith(form, start, before) and _bare(text, match, row):
                yield before - len(form), at, row.kind
                break
        else:
            after = at + 1 if text[at : at + 1] == " " else at
            for form, row in _rows("after").get(text[after : after + 1], ()):
                if text.startswith(form, after, end) and "." not in match.group():
                    yield first, after + len(form), row.kind
                    break


_UNITS = late(
    " ?(?:[%‰万亿元股家个年月日天周岁秒吨辆台人件次套部条倍名位户例只点项平公亩港美欧日英]|-?[0-9]*(?:%|年|月|亿|万))"
)


_THOUSANDS = late("[,，][0-9]{3}(?![0-9])")


def _bare(text: str, match: re.Match[str], row: Trap) -> bool:
    """Codes label any number; names of models and indexes only a bare one: 全球500强, but not 全球500亿."""
    if row.kind == "identifier":
        if _THOUSANDS.match(text, match.end()):
            return False  # "执行航班4,186班"
        after = text[match.end() : match.end() + 1]
        return not after or (after not in "万亿" and (len(match.group()) > 2 or not _UNITS.match(text, match.end())))
    whole = "." not in match.group() or row.kind == "version"
    return whole and not _UNITS.match(text, match.end()) and text[match.start() - 1] != "第"
