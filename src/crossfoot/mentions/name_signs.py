"""Rows of the Chinese names lexicon come in; out go the signs of names, as patterns and look-ups, and what is none."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import load
from crossfoot.lexicon.names import NameRows, trie

HAN = "一-鿿"
ANY_HAN = late(f"[{HAN}]")
_BRANCH = rf"(?:\([{HAN}]{{2,6}}\))?(?:[{HAN}]{{2,8}}?(?:%s))?"
_NO_NAME = "处于认表称说指介对在为与和将因已透告出离通解质共持的先女曾留退转兼卸签被直代"
_PERSON_ENDS = (
    f"(?=[^{HAN}]|被|直接|代行|控制|实控|说|表示|称|在|认为|介绍|指出|宣布|强调|坦言|担任|出任|任|辞|获|因|曾|提议|建议|提出|拟|向|与|和|及|先生|女士|持|将|所|为|对|的|等|于|接|计划|因|已|透露|告诉|出席|离|通知|承诺|留任|退居|转投|兼|解读|主持|签署|当选|就任|升任|调任|卸任|创办|创立|领衔|执掌|去世|[0-9]|"
    "预计|预测|主政|掌舵|掌管|提醒|回应|解释|补充|直言|断言|呼吁|警告|评价|判断|估计|重申|确认|证实|否认|兼任|创建|一手|接棒|接班|代表|等|共同|委派|辞任|病逝|逝世|牵头|负责|加盟|挂帅|出面|增持|减持|拥有|于|主导|今|昨|也|还|现|"
    "改任|转任|继续|仍|则|不再|接替|获|解除|质押|共|以|分别|向|$)"
)
_FIGURE = r"了?(?:约|近|逾|超过|超|达到|达|为)?\d"  # with nothing but a word of size before it
_PRODUCTS = (
    "机器车品油料件板管线泵阀肉蛋米麦豆糖煤钢铁铜铝气水材布纸盐药苗剂粮票房套具灯表镜"
    "柜箱瓶锅炉膜片粉漆胶塔缆仪总年月季日均"
)  # and a time or a sum ends in the last ones
_SEVERAL = "家公司 家企业 家上市公司 家银行 家券商 家机构 家巨头"

_BEARERS = ("控制人", "实控人", "创始人", "董事长", "总经理", "总裁")  # titles of people who may hold shares
_OFFERS = "科创板首次 创业板首次 首次公开发行 科创板IPO 创业板IPO 科创板上市 创业板上市 主板上市 北交所上市"


class Words:
    """The rows as patterns and look-ups, built once a process."""

    def __init__(self) -> None:
        rows = load("zh/names.toml", NameRows)
        self.kinds: dict[str, str] = {}
        for kind, listed in (
            ("verb", rows.verbs), ("short", rows.shorts), ("place", rows.places), ("title", rows.titles),
            ("head", rows.heads), ("legal", rows.legal), ("standing", rows.standing), ("polite", "先生 女士"),
            ("label", "简称"), ("offer", _OFFERS), ("source", "来源"), ("several", _SEVERAL), ("company", "公司"),
        ):  # fmt: skip
            for word in listed.split():
                self.kinds[word] = kind
        self.sign = late(trie(self.kinds))
        self.keeps = frozenset(rows.keeps.split())
        self.cut = late(trie([*self.keeps, *rows.cuts.split()]))  # a word that parts, or one that only looks so
        self.generic = late(trie(rows.generic.split()))
        self.follows = late(trie(rows.follows.split()))
        self.after = frozenset(rows.after.split())
        self.branch = late(_BRANCH % trie(rows.branches.split()))
        self.region = late(trie(rows.regions.split()))
        self.place = late(trie(rows.places.split()) + f"(?:{trie(rows.regions.split())})?")
        self.located = late(rf"\({trie(rows.places.split())}\)(?!有限|股份)")
        self.person = late(f"({trie(rows.surnames.split())}[{HAN}](?:(?![{_NO_NAME}])[{HAN}])?){_PERSON_ENDS}")
        self.foreign = late(f"([{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}?){{1,2}}){_PERSON_ENDS}")
        self.surname = late(trie(rows.surnames.split()))
        self.legal = late(trie(rows.legal.split()) + "$")
        self.bodies = frozenset(rows.standing.split())
        self.never = frozenset([*rows.never.split(), *rows.between.split()])
        self.latin = late(trie(rows.latin.split()))
        self.nation = late(trie(rows.nations.split()))
        self.places = frozenset(rows.places.split())
        self.people = tuple(rows.people.split())
        self.shorts = tuple(rows.shorts.split())
        self.sorts = tuple(rows.sorts.split())
        self.acts = late(trie(rows.acts.split()))
        self.laws = tuple(rows.laws.split())
        self.sellers, self.owns = trie(rows.sellers.split()), trie(rows.owns.split())
        self.incomes = trie(rows.incomes.split())
        self.trades, self.trade_words = trie(rows.trades.split()), tuple(rows.trades.split())
        self.firm_words = (*rows.owns.split(), *rows.incomes.split())
        # A firm sells so much; what ends in a product is what is sold: "空调外机销售3.1万台".
        sells = rf"(?:{self.sellers})(?={_FIGURE})"
        self.sells, self.selling = late(sells), rf"(?<![{_PRODUCTS}]){sells}"
        self.doers, self.between, self.openers = (
            trie(rows.doers.split()),
            trie(rows.between.split()),
            trie(rows.openers.split()),
        )
        self.takers, self.units, self.posts = (
            trie(rows.takers.split()),
            trie(rows.units.split()),
            trie(rows.posts.split()),
        )
        self.offices, self.persons, self.makers = (
            trie(rows.offices.split()),
            trie(rows.persons.split()),
            trie(rows.makers.split()),
        )
        self.leads = trie(rows.leads.split())
        self.bearers = trie(word for word in rows.titles.split() if word.endswith(_BEARERS))
        self.titled = late(trie(rows.titles.split()))
        self.common = late(trie(rows.common.split()))


@cache
def words() -> Words:
    return Words()


def edged(text: str, start: int, at: int) -> bool:
    """Does a name have to begin here: after no character, or after a word that parts?"""
    if at == start or not ANY_HAN.match(text, at - 1):
        return True
    parted = False
    for word in words().cut.finditer(text, max(start, at - 4), at):
        parted = word.end() == at and word[0] not in words().keeps
    return parted


def generic(name: str) -> bool:
    """Words that make no name together: "上市", "其他商业"."""
    at, n = 0, len(name)
    while at < n:
        word = words().generic.match(name, at)
        if not word or word.end() == at:
            return False
        at = word.end()
    return True


def area(name: str) -> bool:
    """Nothing but places: "浙江省杭州市"."""
    at, n = 0, len(name)
    while at < n:
        place = words().place.match(name, at)
        if not place:
            return False
        at = place.end()
    return True
