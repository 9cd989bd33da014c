"""Whose a figure is, where words are not spaced and their order alone does not tell.

A frame, the first token of a clause and the token of a figure come in; the firm, body or region that the figure is of
goes out. Who publishes a figure is not whose it is: "统计局数据显示，一季度全省..." is of the province.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from crossfoot.facts.frame import anew, opening
from crossfoot.facts.sentence import Sentence
from crossfoot.facts.sentence.layout import WINDOW
from crossfoot.late import late
from crossfoot.lexicon import ending
from crossfoot.lexicon.frame import FrameWords, frame_words
from crossfoot.lexicon.metrics import metric as metric_row
from crossfoot.lexicon.standing import standing
from crossfoot.model import Figure, Mention, Name

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

MOST_NAMES = 20  # of a sentence that are looked at
DESCRIBED = 12  # characters in which a name is introduced: 据市场研究机构…
SOURCES = 4  # words of `sourcing` after which it may be
TOLD = 24  # characters behind a name in which it is said that it tells
HOLDS = 12  # characters behind a person in which it is said that they hold something
LEAST = 2  # characters of what a market is of
APART = 10  # characters between two names of a list
_WITH = late(r"[^，。、和及]{0,2}[与同]")  # who acts with another is whom the sentence is about, and the other is not
_JOINED = late(r"[^，。；：,;:]{0,2}(?:、|和|及|与)[^，。；：,;:、]{0,6}")
_BREAK = late(r"[^一-鿿]")
_HAN = late("[一-鿿]+")
_ASIDE = late(r"\s*[（(][^（()）]{0,16}[)）]")
_MARK = late("[，。；！,;!“”、]")
_HALT = late("[，。；！,;!“”]")  # "副局长、新闻发言人某某介绍" goes on behind 、
_SEVERAL = late(r"等(?:[^，。；：、]{0,6}(?:方|者|股东|机构|企业|公司))?(?:先后|相继|共同|联合)?")
_SOLD = late(r"的?(?:余下|剩余)?(?:\d[\d.]{0,5}%|百分之[一二三四五六七八九十点零]{1,8})的?(?:股权|股份|控股权)")
_REGION = late("([一-鿿]{1,6}?(?:自治区|自治州|新区|国(?!家|际|务)|省|市|州|县|区))(?=..)")
_LINED = late(r"(?<=[、，；：,;:])([一-鿿]{2,4})(?=\d[\d,.]*[万亿千]?[一-鿿A-Za-z%]{1,3}[、，；。,;])")
_WRITING = late(r"(?:\d{1,2}月)?\d{1,2}日?(?:专?电|讯)")  # where a reporter writes: "新华社合肥 | 7月13日电"
_DATED = late(r"[《【]?(?:(?:19|20)\d\d年度?)?")
_TOLD = late("(?:数据|报价|监测|统计|调查|报告|测算)(?:显示|表明|：|:)")  # though nobody knows by whom
_BRANCH = late("[一-鿿]{1,6}?(?:中心支行|省分行|市分行|分行|支行|营业管理部)")
_OPENING = late(r"(?:^|[，。；：！,;:!【】丨|\n])\s*")


class Owners:
    """Who is named in a sentence: those it is about, those who only tell, and the regions that it speaks of."""

    __slots__ = ("beside", "groups", "leaders", "opened", "opener", "regions", "sources")

    def __init__(self, sentence: Sentence, words: FrameWords, begun: bool) -> None:
        self.leaders, self.sources = list[tuple[int, Mention]](), list[tuple[int, Mention]]()
        self.regions = list[tuple[int, str]]()
        self.beside = list[tuple[int, Mention]]()  # to or with whom something is done
        self.groups = list[list[tuple[int, Mention]]]()  # those of several
        self.opened = dict[int, tuple[int, str] | None]()  # and whom a clause opens with
        self.opener = opening.subject(sentence, words, begun)  # whom it opens with that no reader of names knew
        if words.spaced:
            return
        for group in _lists(sentence):  # a list plays one part
            if len(group) > 1:
                self.groups.append(group)
            if any(_tells(sentence, name, words) for _, name in group):
                self.sources += group
            elif _beside(sentence, group, words):
                self.beside += group
            else:
                one = _WITH.match(sentence.document.text, group[0][1].span.end)
                self.leaders += [name for name in (group[:1] if one else group) if not _placing(sentence, name, words)]
        self.leaders = sorted([*self.leaders, *_holders(sentence, words)], key=lambda name: name[0])
        self.regions += _regions(sentence, words)

    def together(self, who: str | None) -> tuple[str | None, ...]:
        """Somebody and those who stand in a list with them."""
        for group in self.groups:
            listed = tuple(name.value.entity for _, name in group if isinstance(name.value, Name))
            if who in listed:
                return listed
        return (who,)


def _holders(sentence: Sentence, words: FrameWords) -> Iterator[tuple[int, Mention]]:
    """The people of a sentence who hold, pledge or buy something: "股东林某某先生持有公司股份"."""
    text = sentence.document.text
    for at, token in enumerate(sentence.tokens):
        name = token.mention
        if name is not None and isinstance(name.value, Name) and name.value.kind == "person":
            behind = _MARK.split(text[token.end : token.end + HOLDS])[0]
            if any(word in behind for word in words.dealing):
                yield at, name


def _lists(sentence: Sentence) -> list[list[tuple[int, Mention]]]:
    """The names of a sentence, those together that only a joint parts: "绵川新材与当地的巴亚控股"."""
    groups, text = list[list[tuple[int, Mention]]](), sentence.document.text
    for at, name in sentence.names:
        last = groups[-1][-1][1].span.end if groups else 0
        if groups and name.span.start - last <= APART and _JOINED.fullmatch(text, last, name.span.start):
            groups[-1].append((at, name))
        else:
            groups.append([(at, name)])
    return groups


def subject(frame: Frame, first: int, index: int) -> str | None:
    """Whom a figure is of: the one that its clause is about, else the one that the sentence began with."""
    owners, words, carried = frame.owners, frame.words, frame.carried
    if (goods := _contract(frame, index)) is not None:
        return goods
    if (made := _founded(frame, index)) is not None:
        return made
    if (nation := anew.nation(frame, index)) is not None:
        return nation
    last = bisect_left(owners.leaders, index, key=lambda name: name[0])
    if (other := anew.whom(frame, index, owners.leaders[last - 1][0] if last else -1)) is not None:
        carried.region = other
        return other
    if not last:
        return _unled(frame, index)
    region = _region(frame, first, index, wide=False)
    at, nearest = owners.leaders[last - 1]
    nearest = next((group[0][1] for group in owners.groups if group[-1][0] == at), nearest)  # of a list its first
    if at < first:  # none in the clause: the one that the sentence began with
        nearest = owners.leaders[0][1]
    entity = nearest.value.entity if isinstance(nearest.value, Name) else carried.entity
    if frame.printed(nearest).endswith(words.authorities):
        struck = _struck(frame, index) or _struck_back(frame, nearest, at)
        if region is None and struck is not None:
            return struck
        carried.region = region or carried.region
        ruled = frame.sentence.document.text.startswith(words.ruling_on, nearest.span.end)
        return carried.region or (None if ruled else entity)  # who allows a plant does not own it
    carried.region = region
    return region or entity


def _founded(frame: Frame, index: int) -> str | None:
    """Whom a sentence has founded, where it tells the capital: "合并设立 | 某某银行 | ，注册资本30.2亿元"."""
    text, tokens, words = frame.sentence.document.text, frame.sentence.tokens, frame.words
    if index >= len(tokens) or not text.endswith(words.capital, frame.sentence.span.start, tokens[index].start):
        return None
    made = [
        name for at, name in frame.sentence.names if at < index and text.endswith(words.founding, 0, name.span.start)
    ]
    return made[-1].value.entity if made and isinstance(made[-1].value, Name) else None


def _contract(frame: Frame, index: int) -> str | None:
    """What is quoted, and nobody's: "碳酸锂期货主力合约 | 收报每吨8.74万元，一周涨6.2%"."""
    text, words, start = frame.sentence.document.text, frame.words, frame.sentence.span.start
    if index >= len(frame.sentence.tokens):
        return None
    end = frame.sentence.tokens[index].start
    since = max(start, end - 4 * DESCRIBED)
    if not any(word in text[since:end] for word in words.contracts):
        return None
    found = list(_quoted(words.contracts).finditer(text, since, end + 1))
    return found[-1][1] if found else None


@cache
def _quoted(contracts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![一-鿿])([一-鿿]{{1,10}}?(?:{'|'.join(contracts)}))(?=[收报现涨跌今昨午夜日上下价，,])")


def _unled(frame: Frame, index: int) -> str | None:
    """Of whom a sentence tells that names nobody whom it could be about: a region, else as before."""
    sources, carried = frame.owners.sources, frame.carried
    told = bisect_left(sources, index, key=lambda name: name[0])
    tokens = frame.sentence.tokens
    if (opened := frame.owners.opener) is not None and opened[0] <= index and _leads(frame, opened):
        carried.region = opened[1]
        if opened[1].endswith(frame.words.divisions):
            carried.place = opened[1]
        return carried.region
    if not told and index + 2 < len(tokens) and tokens[index + 1].text == "的" and carried.region is None:
        for at, name in frame.owners.leaders:
            if at == index + 2 and isinstance(name.value, Name):
                return name.value.entity  # "注册资本20亿元的某某公司"
    named = _REGION.match(frame.printed(sources[told - 1][1])) if told else None
    if named is not None and not named[1].endswith(frame.words.undivided):
        carried.place = carried.place or named[1]  # 江岚省 of 江岚省统计局
    region = _region(frame, 0, index, wide=told > 0 or carried.region is not None or carried.entity is None)
    if told and region is None and (struck := _struck(frame, index)) is not None:
        return struck
    carried.region = region or carried.region or (carried.place if told else None)
    return carried.region or carried.entity or (_speaking(sources[told - 1][1], frame) if told else None)


def _leads(frame: Frame, opened: tuple[int, str]) -> bool:
    """Is a sentence about whom it opens with, and about nobody who is named there?"""
    if frame.carried.entity is not None and opening.partly(opened[1], frame.sentence.lang):
        return False
    return all(at >= opened[0] for at, _ in frame.owners.leaders) and opened[1] not in frame.words.areas


def _struck(frame: Frame, index: int) -> str | None:
    """Whom an authority acts on: "市场监管局通报，对某某处以1260万元罚款"."""
    tokens, words = frame.sentence.tokens, frame.words
    for at, name in frame.owners.beside:
        upon = 0 < at < index and (tokens[at - 1].text in words.upon or _introduced(frame.sentence, at, words.upon))
        if upon and isinstance(name.value, Name):
            return name.value.entity
    return None


def _struck_back(frame: Frame, authority: Mention, before: int) -> str | None:
    """Whom it acts on that was named before it: "驳回某某的上诉，维持证监部门对其没收违法所得312万元的决定"."""
    text, words = frame.sentence.document.text, frame.words
    back = any(text.startswith(f"{upon}{its}", authority.span.end) for upon in words.upon for its in words.its)
    others = [name for at, name in frame.owners.leaders if at < before] if back else []
    others = [name for name in others if not frame.printed(name).endswith(words.authorities)]
    return others[-1].value.entity if others and isinstance(others[-1].value, Name) else None


def named(frame: Frame, figure: Figure, index: int) -> Figure:
    """A figure without the name of its owner in that of its metric: "江岚市 | 工业增加值", "国内平板电脑 | 出货量"."""
    if frame.words.spaced:
        return figure
    figure = _without(frame, _of_next(frame, _between(frame, figure)))
    figure = _of_market(frame, _abroad(frame, figure), index)
    if figure.entity in frame.words.areas and "market" in dict(figure.segment):
        figure = msgspec.structs.replace(figure, entity=None)  # "国内、海外销量分别为…" is of parts
    if (
        figure.entity is None
    ):  # the only firm that the item names, though only behind it: "收入8亿元。（某物业年度业绩）"
        figure = msgspec.structs.replace(figure, entity=frame.carried.lone)
    return figure


def _between(frame: Frame, figure: Figure) -> Figure:
    """The trade of one country with another is of the one: "中国与北岭国 | 双边贸易额"."""
    found = _bilateral(frame.sentence.lang).fullmatch(figure.metric.removeprefix("other:"))
    if found is None or figure.metric == found[0]:
        return figure
    frame.carried.region = found["who"]
    segment = tuple(part for part in figure.segment if part[0] not in ("words", "market"))
    return msgspec.structs.replace(
        figure, entity=found["who"], metric=f"other:{found['what']}", segment=(*segment, ("words", found["other"]))
    )


@cache
def _bilateral(lang: str) -> re.Pattern[str]:
    both = "|".join(frame_words(lang).bilateral)
    return re.compile(
        rf"(?P<who>[一-鿿]{{2,8}}?)[与和同](?P<other>[一-鿿]{{2,10}}?)(?:的|之间的?)?(?P<what>{both or '(?!)'})"
    )


def _of_next(frame: Frame, figure: Figure) -> Figure:
    """A figure that only a name stands before is of him, and the same as the one before: "绿岚64万辆、小岚51万辆"."""
    name, last = figure.metric.removeprefix("other:"), frame.carried.figure
    if name == figure.metric or last is None or last.unit != figure.unit or last.metric in ("other:", figure.metric):
        return figure
    if metric_row(last.metric) is None and not last.metric.endswith(frame.words.measures):
        return figure
    text, span = frame.sentence.document.text, frame.sentence.span
    listed = set(_LINED.findall(text, span.start, span.end))  # one alone may be a verb
    if name not in listed or len(listed) < LEAST or not all(map(_unheard, listed)):
        return figure
    return msgspec.structs.replace(figure, entity=name, metric=last.metric, segment=last.segment, unit=last.unit)


def _unheard(name: str) -> bool:
    from crossfoot.lexicon.ordinary import unheard  # its list is long, and few figures are asked

    return unheard(name, alone=True)


def _without(frame: Frame, figure: Figure) -> Figure:
    """A figure without the name of its owner among the words that say of what it is."""
    if figure.entity is not None and len(figure.entity) >= LEAST:
        metric, segment = figure.metric, figure.segment
        if metric.startswith(f"other:{figure.entity}"):
            metric = f"other:{metric.removeprefix('other:').removeprefix(figure.entity)}"
        if metric == "other:" and figure.entity.endswith(frame.words.contracts or ("-",)):
            metric = "price"  # "碳酸锂期货主力合约 | 涨6.2%"
        if any(axis == "words" and said.startswith(figure.entity) for axis, said in segment):
            segment = tuple((axis, said.removeprefix(figure.entity)) for axis, said in segment)
            segment = tuple((axis, said) for axis, said in segment if said)
        figure = msgspec.structs.replace(figure, metric=metric, segment=segment)
    return figure


def _abroad(frame: Frame, figure: Figure) -> Figure:
    """The country that a part is of: "对欧洲 | 出口14.2万台"."""
    other = figure.metric.removeprefix("other:")
    if other == figure.metric or not other.endswith(frame.words.traded) or "words" in dict(figure.segment):
        return figure
    place = next((place for place in frame.sentence.place_words() if other.startswith(place)), "")
    rest = other.removeprefix(place)
    if not place or rest not in frame.words.traded:
        return figure
    segment = tuple((axis, member) for axis, member in figure.segment if axis != "market")
    return msgspec.structs.replace(figure, metric=f"other:{rest}", segment=(*segment, ("words", place)))


def _of_market(frame: Frame, figure: Figure, index: int) -> Figure:
    """A figure of a market that nobody's is, as a research house tells it."""
    words, told = frame.words, dict(figure.segment).get("words", "")
    row = metric_row(figure.metric)
    if not told and not figure.entity and figure.segment and row is not None and frame.owners.sources:
        called = frame.called.get(index, "")  # "乘用车 | 零售"
        form = ending(called, row.zh + row.verbs_zh) or called
        told = called.removesuffix(form)
    area = figure.entity or ""
    told_by = frame.owners.sources or _TOLD.search(
        frame.sentence.document.text, frame.sentence.span.start, frame.sentence.tokens[index].start
    )
    whole = area in words.regions and figure.metric in words.priced  # "全国生猪均价每公斤15.2元"
    nobody = (
        (whole or area in ("", frame.carried.goods))
        and not frame.owners.leaders
        and frame.carried.entity in (None, area)
    )
    if not words.areas or (area not in words.areas and not nobody and (area or not told_by)):
        return figure
    other, metric, segment = figure.metric.removeprefix("other:"), figure.metric, figure.segment
    unsaid = nobody and not told_by  # nothing but its words says that it is of a market
    if unsaid and other.endswith(words.of_countries):
        return figure
    if other != metric and not told:
        measures = words.traded if unsaid else words.measures + words.traded
        measure = ending(other, measures)
        told = other if measure in words.quoted else other.removesuffix(measure)
        if len(measure) < LEAST or measure in words.stocks or len(told.removeprefix(area)) < LEAST:
            return figure
        metric = f"other:{measure}"
    elif unsaid and metric not in words.priced:
        return figure
    told = told.removesuffix("现货")
    if len(told) < LEAST or "的" in told or told.endswith(words.no_goods) or _of_part(frame, index):
        return figure
    segment = tuple((axis, member) for axis, member in segment if axis not in ("words", "market"))
    area = "" if nobody else area
    frame.carried.region = frame.carried.goods = told if told.startswith(area) else area + told
    return msgspec.structs.replace(figure, entity=frame.carried.region, metric=metric, segment=segment)


def _of_part(frame: Frame, index: int) -> bool:
    """Is a level one of parts that are being told: "其中..."?"""
    return any(opened < index for opened in frame.openings)


def place(text: str, start: int, end: int, lang: str) -> str | None:
    """The province or town that words open with: "江岚省2023年外贸成绩单出炉".

    >>> text = "江岚省一季度出口增长4%"
    >>> place(text, 0, len(text), "zh")
    '江岚省'
    """
    if frame_words(lang).divisions and (opened := _DATED.match(text, start, end)) is not None:
        start = opened.end()  # "《2024年江岚县国民经济和社会发展统计公报》"
    found = _places(lang).match(text, start, end) if frame_words(lang).divisions else None
    if found is None or found[1].endswith(frame_words(lang).undivided):
        return None
    return next(
        (found[1].removeprefix(word) for word in frame_words(lang).opening if found[1].startswith(word)), found[1]
    )


@cache
def _places(lang: str) -> re.Pattern[str]:
    words = frame_words(lang)
    ends, behind = ("|".join(map(re.escape, forms)) for forms in (words.divisions, words.of_divisions))
    return re.compile(rf"([一-鿿]{{1,7}}?(?:{ends}))(?=\d|{behind})")


def _speaking(teller: Mention, frame: Frame) -> str | None:
    """A firm that only its own figures are told by, for want of anybody else."""
    text, words = frame.sentence.document.text, frame.words
    others = text.startswith(words.reviewing, teller.span.end)  # "某某发表报告指，..." is of those that it studies
    firm = teller.rule != "credit" and not _publishes(frame.printed(teller), words) and not others
    return teller.value.entity if firm and isinstance(teller.value, Name) else None


def _region(frame: Frame, first: int, index: int, wide: bool) -> str | None:
    """The region spoken of last before a figure, by its name if that has been said: 全省 is 江岚省.

    Of a firm that sells 国内 and 全球 these are no owners; `wide` says that none is spoken of.
    """
    words, carried = frame.words, frame.carried
    found = [said for at, said in frame.owners.regions if max(first, index - WINDOW) <= at < index]
    said = next((said for said in reversed(found) if wide or said in words.regions), None)
    if said is None or said in words.areas:
        return carried.region if said is not None and (carried.region or "").startswith(said) else said
    if said not in words.regions:
        carried.place = said
    elif carried.place is not None and said[-1] == carried.place[-1]:
        return carried.place
    return said


def _regions(sentence: Sentence, words: FrameWords) -> Iterator[tuple[int, str]]:
    """The regions of a sentence and the tokens at which they stand, but not where something is done: 在全国."""
    tokens, text = sentence.tokens, sentence.document.text
    depth = 0
    opened = {m.end() for m in _OPENING.finditer(text, sentence.span.start, sentence.span.end)}
    for i, token in enumerate(tokens):
        depth = max(depth + (token.text == "(") - (token.text == ")"), 0)
        known = token.text in words.regions or token.text in words.areas
        if not (known or token.start in opened or (i and tokens[i - 1].mention is not None)):
            continue  # most tokens
        if depth or (i and tokens[i - 1].text in words.beside_names):
            continue  # what a bracket lists are parts: "新增57例（甲省3例，乙省2例）"
        if words.within_regions and text.endswith(words.within_regions, sentence.span.start, token.start):
            continue  # "首次跻身全国机场前三十"
        if known:
            yield i, token.text
        else:
            named = place(text, token.start, sentence.span.end, sentence.lang) or sentence.place_at(i)
            if named is not None and _WRITING.match(text, token.start + len(named)) is None:
                yield i, named


def _beside(sentence: Sentence, group: list[tuple[int, Mention]], words: FrameWords) -> bool:
    """Are some only by, with or to whom something is, or of those who joined in: "由甲和乙出资", "甲跟投"?"""
    text, (at, first), end = sentence.document.text, group[0], group[-1][1].span.end
    if at and sentence.tokens[at - 1].text in words.beside_names:
        return True
    if text.endswith(words.sorts_of, sentence.span.start, first.span.start) and _introduced(
        sentence, at, words.beside_names
    ):
        return True
    if text.endswith(words.brought + words.located, sentence.span.start, first.span.start):
        return True
    if _SOLD.match(text, end) is not None:
        return True  # "购入某某公司55%股权": what is bought does not act
    several = _SEVERAL.match(text, end)
    return text.startswith(words.joining, several.end() if several else end)


def _introduced(sentence: Sentence, at: int, by: Collection[str]) -> bool:
    """Do words that say who somebody is stand behind one of some: "与阿联酋港口运营商 | 某某港务签订合同"?"""
    for token in reversed(sentence.tokens[max(at - DESCRIBED, 0) : at]):
        if token.mention is not None or not _HAN.fullmatch(token.text):
            return False
        if token.text in by:
            return True
    return False


def _placing(sentence: Sentence, name: tuple[int, Mention], words: FrameWords) -> bool:
    """Does a name only say where or whose somebody is: "在港交所上市", "某某集团旗下"?"""
    if not {token.text for token in sentence.tokens[name[0] + 1 : name[0] + 3]}.isdisjoint(words.behind_names):
        return True
    end = name[1].span.end  # "某某证券保荐的科创板公司 | 芯岩科技"
    return sentence.document.text.startswith(words.owning, end) and any(
        end < other.span.start <= end + DESCRIBED for _, other in sentence.names[:MOST_NAMES]
    )


def _tells(sentence: Sentence, name: Mention, words: FrameWords) -> bool:
    """Does a name only tell, or say where somebody comes from: "据市场研究机构远山咨询统计", "曾任远山基金总经理"?"""
    text = sentence.document.text
    who, end = text[name.span.start : name.span.end], name.span.end
    if (branch := _BRANCH.match(text, end)) is not None:
        who, end = text[name.span.start : branch.end()], branch.end()  # 人民银行 | 澜州中心支行
    if name.rule == "credit" or who.endswith(standing(sentence.lang).tellers):
        return True
    before = text[max(sentence.span.start, name.span.start - DESCRIBED) : name.span.start]
    before = _BREAK.split(before)[-1]
    if before.endswith(words.sourcing) or (before.startswith(words.sourcing[:SOURCES]) and len(before) < DESCRIBED):
        return True
    if (_publishes(who, words) and _says(text, end, words.telling)) or text.startswith(words.reviewing, end):
        return True
    if text.startswith(words.foretelling, end):
        return _publishes(who, words) or any(
            other.span.start > end and isinstance(other.value, Name) and other.value.entity != name.value.entity
            for _, other in sentence.names
            if isinstance(name.value, Name)
        )
    return _says(text, end, words.telling_of)


def publishing(who: str, lang: str) -> bool:
    """Does somebody so called tell of others: a statistics office, a research house, a newspaper?

    >>> publishing("江岚市统计局", "zh"), publishing("江岚物业", "zh")
    (True, False)
    """
    return who.endswith(standing(lang).tellers) or _publishes(who, frame_words(lang))


def _publishes(who: str, words: FrameWords) -> bool:
    return who.endswith(words.studying) or who.endswith(words.authorities)


def _says(text: str, end: int, telling: tuple[str, ...]) -> bool:
    """Is it said behind a name, before any mark, that it tells: "江岚海关17日发布的数据表明", "卫健委："?"""
    if (aside := _ASIDE.match(text, end)) is not None:
        end = aside.end()
    behind = text[end : end + TOLD]
    if mark := _HALT.search(behind):
        behind = behind[: mark.start()]
    return any(word in behind for word in telling)
