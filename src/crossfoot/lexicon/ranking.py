"""How a script without spaces says which place somebody takes, as patterns over a coded sentence."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.phrasing import CODE

ORDINAL = CODE["ordinal"]
_COUNTED, _TURNS = CODE["count"] + CODE["number"], CODE["up"] + CODE["down"]
_NAME = "\uf000-\uf0ff"  # a private character for each name of a sentence
_WORD = f'[一-鿿A-Za-z0-9.·&《》“”"%{_NAME}-]'
_DIGITS = "一二三四五六七八九十"
_AMONG, _WHO, _CLASS = 16, 14, 16  # characters


class RankingRows(Row, frozen=True):
    verbs: tuple[str, ...]
    leads: tuple[str, ...]
    second: tuple[str, ...]
    following: tuple[str, ...]
    top: tuple[str, ...]
    top_is: tuple[str, ...]
    dealt: tuple[str, ...]
    unsaid: tuple[str, ...]
    unsaid_but: tuple[str, ...]
    being: tuple[str, ...]
    not_behind: tuple[str, ...]
    areas: tuple[str, ...]
    cuts: tuple[str, ...]
    openings: tuple[str, ...]
    measures: tuple[str, ...]
    heads: tuple[str, ...]
    pointing: tuple[str, ...]
    unwho: tuple[str, ...]
    telling: tuple[str, ...]
    next: tuple[str, ...]
    nths: dict[str, int]
    places: dict[str, int]
    apposed: tuple[str, ...]  # of those, what stands before a name


class Ranking:
    """The rows of a language, and the patterns that find their words."""

    def __init__(self, rows: RankingRows) -> None:
        self.rows = rows
        behind = f"(?!{either(rows.not_behind)})"
        nth = rf"第(?P<digit>[{_DIGITS}]{{1,3}})(?:名|位|号|席)?{behind}"
        place = rf"(?:{nth}|(?P<ordinal>{ORDINAL})|(?P<word>{either(rows.places)}))"
        end = r"(?![一-鿿])|(?=的|和|及|，|并|或)"
        among = rf"(?P<among>[^,;:。()]{{0,{_AMONG}}}?)"
        # "位居全国 | 第三", "列国内六大航司 | 之首"
        verb = rf"(?P<verb>{either(rows.verbs)}|[{_TURNS}][至到为居任]?)"
        # "排名第一的 | 甲", "排在首位的是 | 甲"
        whose = rf"(?:的?(?:分别|依次)?[是为為](?P<is>{_WORD}{{1,{_WHO}}})|的(?P<who>[{_NAME}]))"
        self.ranks = late(rf"{verb}{among}{place}(?:{whose}|{end})")
        # "榜首 | 甲", "第二名的 | 甲"
        self.apposed = late(
            rf"(?:^|(?<=[,;。:、与和]))(?:{nth}|(?P<ordinal>{ORDINAL})|(?P<word>{either(rows.apposed)}))的?(?P<who>[{_NAME}])"
        )
        self.inverse = late(rf"(?:^|(?<=[,;。:])){place}[是为為](?P<is>{_WORD}{{1,{_WHO}}})")
        self.bare = late(rf"(?P<who>[{_NAME}])(?:则|则居|则列)?(?:{place}|(?:{either(rows.next)}))(?=[,;。、(]|$)")
        firsts = rf"前(?P<many>[{_DIGITS}])(?:名|位|甲|强|强席位)?(?![{_DIGITS}大])"
        self.firsts = late(rf"(?:{either((*rows.verbs, *rows.dealt))}){among}{firsts}")
        self.area = late(rf"(?P<among>(?:{either(rows.areas)})(?:行业|同业|同类)?){place}(?:{end})")
        behind = rf"(?:的(?P<who>{_WORD}{{1,{_WHO}}}?)(?=[,;。相与和]|$))?"  # "居首的 | 甲"
        self.leads = late(rf"(?P<verb>{either(rows.leads)}){behind}")
        # "国内 | 第二大 | 内镜厂商"
        ranked = rf"(?P<among>[一-鿿A-Za-z{_NAME}]{{1,{_CLASS}}}?)(?:(?P<who>[{_NAME}])|(?=[^一-鿿A-Za-z“《]|$))"
        self.nth = late(rf"(?P<nth>{either(rows.nths)})的?{ranked}")
        self.heads = late(rf"(?P<among>.{{0,12}}(?:{either(rows.heads)}))(?P<who>[一-鿿]{{2,{_WHO}}})$")
        ends = "(?=[,;。()的]|$|位|居|排|第)"
        self.second = late(rf"(?:{either(rows.second)})(?P<who>{_WORD}{{1,{_WHO}}}?){ends}")
        self.following = late(rf"(?:{either(rows.following)})(?P<who>{_WORD}{{1,{_WHO}}})")
        top = rf"(?:前(?P<coded>[{_COUNTED}])|{either(rows.top)})"
        self.top = late(
            rf"{top}(?:[大的][一-鿿]{{1,6}}?)?(?:{either(rows.top_is)})(?P<list>{_WORD}(?:{_WORD}|、){{1,50}})"
        )
        digit = rf"第?(?P<first>[{_DIGITS}])(?:名|位)?[、和及与與]"
        then = rf"(?:第?(?P<next>[{_DIGITS}])(?:名|位)?|(?P<coded>[{ORDINAL}{_COUNTED}]))"
        self.dealt = late(rf"(?:{either(rows.dealt)})(?P<among>[^,;:。()]{{0,{_AMONG}}}?){digit}{then}")
        self.unsaid, self.unsaid_but = late(either(rows.unsaid)), late(either(rows.unsaid_but))
        self.verb = late(f"(?:{either(rows.verbs)})|[{_TURNS}][至到为]?")
        self.telling = late(either(rows.telling))
        self.cut = late(either(rows.cuts))
        self.name = late(f"[{_NAME}]")
        self.joint = late("[、和及与與]|以及")
        self.being = late(rf"{either(rows.being)}|(?<![关体联])系(?![统列数])")
        self.listed = late(r"(?P<among>[^,;:。在据的]{1,12}?(?:榜单|排行榜|榜|名单))(?:上|中)?[,:]")
        self.sited = late(
            rf"(?:{either(rows.areas)}|[一-鿿]{{2,5}}[省市县区州国]|[该本]?公司|其|该国|集团|[{_NAME}](?:的|公司)?)的?"
        )
        self.manner = late(r"[按以依](?P<among>[^,;:。]{1,10}?)(?:计|计算|口径)?(?:则|也|仍|,)?$")
        self.inside = late(rf"在(?P<among>[^,;:。在]{{2,{_AMONG}}}?)(?:中|里|内)?$")
        tops = (
            *rows.dealt,
            *rows.next,
            *rows.places,
            *rows.nths,
            *rows.leads,
            *rows.second,
            *rows.following,
            *rows.top,
        )
        self.trigger = late(rf"{either(tops)}|第[{_DIGITS}]|{ORDINAL}|前[{_COUNTED}{_DIGITS}]")

    def number(self, digits: str) -> int:
        """ "十二" is 12: places are small."""
        tens, mark, ones = digits.partition("十")
        if not mark:
            return _DIGITS.index(digits) + 1 if len(digits) == 1 else 0
        return 10 * (_DIGITS.index(tens) + 1 if tens else 1) + (_DIGITS.index(ones) + 1 if ones else 0)


@cache
def ranking(lang: str) -> Ranking | None:
    rows = load_if(f"{lang}/ranking.toml", RankingRows)
    return Ranking(rows) if rows is not None else None
