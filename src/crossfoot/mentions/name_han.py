"""A view and its leaves come in; out go the names written in Chinese characters.

Chinese has no capitals and no spaces, so a name is found from a sign: its right end (有限公司, 委员会, 银行 ...), a
stock code, 简称, a verb of saying, a title. One pass finds all signs; at each, the name's left edge is the last word
before it that cannot be part of a name: a verb, a preposition, 由, 和, 及, a title, a figure.
"""

from __future__ import annotations

import re
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.frame import frame_words
from crossfoot.mentions.name_han_coined import coined
from crossfoot.mentions.name_han_forms import again
from crossfoot.mentions.name_han_roles import framed
from crossfoot.mentions.name_latin import Candidate, Leaf
from crossfoot.mentions.name_signs import ANY_HAN, HAN, area, edged, generic, words

_NAME_BACK = late(rf"[{HAN}A-Za-z·*&]{{0,32}}")  # read from right to left, as the next two
_LEGAL_BACK = late(rf"[{HAN}A-Za-z·*&]{{0,20}}(?:\)([{HAN}]{{2,4}})\([{HAN}A-Za-z·*&]{{0,16}})?")
_HAN_ONLY = late(f"[{HAN}]+")
_BRACKETED = ("集团", "控股", "国际")  # besides places: "中国农垦(集团)总公司"
_SHORT_BACK = late(rf"[{HAN}A-Za-z0-9·*&-]{{1,16}}")
_TICKER = late(
    r"\( ?(?:\d{4,6}(?:\.[A-Z]{2})?(?![\d万亿%年])|[A-Z0-9]{1,6}\.[A-Z]{1,2}"
    r"|-?\d{1,5}\.\d{1,3},-?\d{1,5}\.\d{1,3},-?\d{1,4}\.\d{1,3}%"
    r"|(?:Nasdaq|NASDAQ|NYSE|HK|SH|SZ|纽交所|纳斯达克|港股|股票代码): ?[A-Z0-9.]{1,8})[^()]{0,16}\)"
)
_QUOTED = late(
    r"\((?:以下|下称|下简称)?(?:简称|称|统称)?(?:为|:)?((?:[“\"'][^“”\"'()]{2,16}[”\"'](?:、|或|,|，|/)?)+)[^()]{0,30}\)"
)
_LISTED = late(rf"\((?:在)?[{HAN}]{{2,10}}(?:上市|挂牌)(?:公司)?\)")  # "洛江生物(港交所上市)"
_QUOTE = late(r"[“\"']([^“”\"']{2,16})[”\"']")
_LATIN = late(r"\(([A-Z][a-z]+[A-Za-z]*)\)")
_LABEL = late(rf": ?((?:\*?ST ?)?[{HAN}A-Za-z]{{2,6}}?)(?=公告|证券|股票|编号|代码|上市|[^{HAN}A-Za-z]|$)")
_HEADED = late(rf"[^{HAN}A-Za-z]{{0,3}}?((?:\*?ST)?[{HAN}A-Za-z0-9·]{{2,10}}?)(?:\([^()]{{1,30}}\))*:")
_VALUE = late(r" ?[约近超逾]?\d[\d,.]*(?!\d)(?![年月日点至—-])")
_PERSON = 3
_OPENING = late(r"[【丨|]")
_MARKED = late(rf"(?:\*ST|S\*ST|(?<![A-Za-z])ST) ?[{HAN}]{{2,4}}")  # a share under a warning: "*ST澜洋"
_SENT = late(
    r"[一二三四五六七八九十百\d]年$|[一二三四五六七八九十\d]日?电$|[日月]电$"
)  # "东京十月二十一日电:" says when a story was sent
_SOURCE = late(rf": ?([{HAN}A-Za-z0-9]{{2,8}})(?![{HAN}])")
_CREDIT = late(rf"\(([{HAN}0-9]{{2,8}}(?:报|网|社|财经|新闻|周刊|电视|广播|界面))\)\s*$")
_BOOK = late(r"《[^》]{1,80}》")
_BRANCH = range(4, 6)  # characters of a town and its branch
_WITH = 4
_INNER = "原前后同经会起所受获至达为于"  # parts words, and stands within registered names as well
_SECOND = "原和同会起"  # parts words, but no name has one character before it: "裕和医药", "沛原省"
_SMALL = "其他它她我你这那此该并但且也还又已将不等各两三多再则即曾均都另而是的以于在由新"
_FOUR = 4
_WEALTH = "资产"
_NUMERALS = "一二三四五六七八九十百千万两几第"
_ABOUT = "约逾超近"  # before a number: "约六成用于"
_OPENED = ("“", "「", "『", '"')  # before a name: "芯片公司“某某”"
_SORTS = ("商", "企业", "平台", "巨头", "龙头", "品牌", "机构", "航司", "药企", "房企", "车企")  # what firms are
_LONGEST_STEM = 4  # characters of a short name before what it ends in
_LEADS = "由与和及在对向从将被为是系的了并于到以给让令使把或而但则即等该这那其因若获已曾拟未赴至前后经新原各本我"
_LEAST = 3  # characters of a name behind the nation it is of
_MANY = late("(?:>[A-Z]<|[0-9]{1,3}|[两三四五六七八九十多几余]{1,3})等?")  # read from right to left
_SPOKEN = ("表示", "称", "透露", "发表")  # what people do as well
_OF_HAN = ("verb", "short", "ticker", "colon")  # signs that say nothing of a name in Latin script here
_STATES = tuple("俄美英法德日韩印澳加欧")  # "俄国防部"
_STRONG = ("证券", "人寿", "控股", "财险")  # short names that end so need no edge on their right
_TRADES = (
    "药业",
    "铝业",
    "铜业",
    "锂业",
    "钼业",
    "重工",
    "影业",
    "乳业",
    "酒业",
    "置业",
    "置地",
)  # as these, behind two
_EQUALS = ("为", "系", "是")  # between a title and who bears it
_SIGNING = ("作者", "记者", "编辑", "责任编辑", "摄影", "通讯员")  # before a colon and who signs
_CENTRAL = ("央行", "国家银行")
_STATE_BODIES = (*_CENTRAL, "财政部", "统计局", "国会", "证监会")
_REGION_ENDS = "省市县区州"
_REGIONS = ("省", "市", "县", "自治区", "开发区", "新区", "自贸区", "高新区", "示范区", "试验区", "港区")
_MANY_OF = "各两多三四五全我外本该"  # "各国央行" are many
_LAW = ("债", "法", "章")  # "公司债" is no company
_MEASURES = "年月日号时分亿万千百元股个只家名份"  # what a figure leaves behind


@cache
def _towns() -> re.Pattern[str]:
    known = frame_words("zh")
    ends, behind = ("|".join(map(re.escape, forms)) for forms in (known.divisions, known.of_divisions))
    return re.compile(rf"[{HAN}]{{2,3}}?(?:{ends})(?=\d|{behind})")


def candidates(text: str, leaves: list[Leaf]) -> list[Candidate]:
    """Names in reading order, none overlapping another."""
    if text.isascii() or not ANY_HAN.search(text):
        return []
    kept: list[Candidate] = []
    for number, (start, end, _, _) in enumerate(leaves):
        if ANY_HAN.search(text, start, end):
            kept.extend(_apart(text, _Leaf(text, start, end, number).read()))
    kept.extend(again(text, leaves, kept))
    return sorted(kept, key=lambda c: c.start)


_RANKED = (
    "legal-form standing head defined ticker credit colon located list title coined verb bare short role law place"
)
_RANK = {rule: max(0, rank - 2) for rank, rule in enumerate(_RANKED.split())}  # the first three by length alone


def _apart(text: str, found: list[Candidate]) -> list[Candidate]:
    """Of two that overlap, the one found by the stronger rule, then the longer."""
    kept: list[Candidate] = []
    used: set[int] = set()
    for c in sorted(found, key=lambda c: (_RANK[c.rule], c.start - c.end, c.start)):
        stretch = range(c.start, c.end)
        if used.isdisjoint(stretch):
            used.update(stretch)
            kept.append(c)
    names = {c.start - (text[c.start - 1 : c.start] in _OPENED) for c in kept}
    return [
        c for c in kept if not (c.rule == "head" and c.text.endswith("公司") and c.end in names)
    ]  # "芯片公司 | 某某"


class _Leaf:
    """One sentence or cell."""

    def __init__(self, text: str, start: int, end: int, number: int) -> None:
        self.text, self.start, self.end, self.number = text, start, end, number
        self.found: list[Candidate] = []
        self.books = [book.span() for book in _BOOK.finditer(text, start, end)]
        self.quoted = {i for first, last in self.books for i in range(first, last)}

    def read(self) -> list[Candidate]:
        for sign in words().sign.finditer(self.text, self.start, self.end):
            getattr(self, "_" + words().kinds[sign[0]])(sign)
        if "(" in self.text[self.start : self.end]:
            self._brackets()
        self._colons()
        for marked in _MARKED.finditer(self.text, self.start, self.end):
            self._add(self._warned(marked), "short")
        for span, kind in framed(self.text, self.start, self.end, self._nameable):
            self._add(span, "role", kind)
        for span, traded in coined(self.text, self.start, self.end, self._nameable):
            self._add(span, "coined" if traded else "bare")
        for town in _towns().finditer(self.text, self.start, self.end):
            self._town(town)
        for first, last in self.books:
            if self.text[first : last - 1].endswith(words().laws):
                self.found.append(Candidate(first, last, self.text[first:last], "law", "law", self.number))
        return self.found

    def _add(self, span: tuple[int, int] | None, rule: str, kind: str = "organisation") -> None:
        if span is None or span[0] in self.quoted or span[1] - 1 in self.quoted:
            return
        span = _abroad(self.text, *span, rule)
        name = self.text[span[0] : span[1]]
        if (
            name.lstrip("0123456789") not in words().never
            and name[0] != "("
            and not (rule in _OF_HAN and name.isascii())
        ):
            self.found.append(Candidate(*span, name, kind, rule, self.number, span[0] == self.start))

    # -------------------------------------------------------------------------------- what each kind of sign says

    def _legal(self, sign: re.Match[str]) -> None:
        self._add(self._closed(sign, anchored=True), "legal-form")

    def _head(self, sign: re.Match[str]) -> None:
        if self.text[sign.end() : sign.end() + 1] not in words().after:
            self._add(self._closed(sign, anchored=False), "head")

    def _company(self, sign: re.Match[str]) -> None:
        span = self._closed(sign, anchored=False) if self.text[sign.end() : sign.end() + 1] not in _LAW else None
        if span and 4 <= sign.end() - span[0] <= 12:
            name = self.text[span[0] : sign.start()]
            pointed = self.text.endswith(("这家", "那家"), self.start, span[0])
            if not pointed and not name.endswith(words().sorts) and not area(name):
                self._add(span, "head")

    def _standing(self, sign: re.Match[str]) -> None:
        if self.text[sign.end() : sign.end() + 1] in words().after:
            return
        first = sign.start()
        if sign[0] in _CENTRAL or not sign[0].startswith(("中国", "国家")):  # "土耳其央行", "泰国国家银行"
            first = next(
                (first - n for n in (5, 4, 3, 2) if self.text[max(0, first - n) : first] in words().places),
                self._region(first, sign[0]),
            )
        last = sign.end()
        branch = words().branch.match(self.text, last, self.end) if sign[0].endswith("央行") else None
        if branch is not None and branch.end() - last in _BRANCH and self._edge(last, branch.end(), False) == last:
            last = branch.end()  # "央行沅州分行"
        self._add((max(self.start, first), last), "standing")

    def _region(self, end: int, body: str) -> int:
        """Where the place begins whose body this is, by its last character: "云山市统计局", "北泽国央行"."""
        last = self.text[end - 1 : end]
        first = self._edge(max(self.start, end - 8), end, anchored=False)
        region = self.text[first:end]
        if body in _CENTRAL and self._foreign(first, end):
            return first
        if not (body in _STATE_BODIES and last == "国") and not (body[-1] in "局委" and last and last in _REGION_ENDS):
            return end
        fits = len(region) > 2 - (last in "国州") and region[0] not in _MANY_OF and _HAN_ONLY.fullmatch(region)
        return first if fits else end

    def _foreign(self, first: int, end: int) -> bool:
        """ "兰蒂亚央行": does a country that nobody knows open a clause, written by its sound?"""
        opens = first == self.start or not ANY_HAN.match(self.text, first - 1)
        return opens and 2 < end - first < _LEAST * 2 and self._nameable(first, end)

    def _offer(self, sign: re.Match[str]) -> None:
        """ "同意某某半导体首次公开发行股票": who goes public, between a word that parts and the offer."""
        span = self._before(sign.start(), 8)
        if span and span[1] - span[0] > 3 and span[0] > self.start and edged(self.text, self.start, span[0]):
            name = self.text[span[0] : span[1]]
            if not generic(name) and not name.endswith(("公司", "企业", "股票", "申请")):
                self._add(span, "short")

    def _place(self, sign: re.Match[str]) -> None:
        region = words().region.match(self.text, sign.end(), self.end)
        self._add((sign.start(), region.end() if region else sign.end()), "place", "place")

    def _town(self, told: re.Match[str]) -> None:
        """ "岚泊市地区生产总值": a town that no list knows, where it opens what is told of it."""
        first, name = told.start(), told[0]
        none = name.endswith(frame_words("zh").undivided) or name[0] in _MANY_OF
        if none or generic(name[:-1]) or words().common.search(name[:-1]):
            return
        if edged(self.text, self.start, first) and self._edge(first, told.end(), anchored=False) == first:
            self._add(told.span(), "place", "place")

    def _title(self, sign: re.Match[str]) -> None:
        known, at = words(), sign.end()
        at += self.text[at : at + 1] in _EQUALS and self.text[at : at + 2] not in known.keeps  # "实际控制人为张三"
        at += self.text[at : at + 1] == ":" and sign[0] in _SIGNING
        at += self.text[at : at + 1] == " "  # "（记者 张三）"
        person = known.foreign.match(self.text, at) or known.person.match(self.text, at)
        if person:
            self._add(person.span(1), "title", "person")

    def _polite(self, sign: re.Match[str]) -> None:
        for size in (3, 2):
            first = sign.start() - size
            name = self.text[max(self.start, first) : sign.start()]
            if len(name) == size and _HAN_ONLY.fullmatch(name) and words().surname.match(name):
                self._add((first, sign.start()), "title", "person")
                return

    def _label(self, sign: re.Match[str]) -> None:
        label = _LABEL.match(self.text, sign.end(), self.end)
        if label:
            self._add(label.span(1), "defined")

    def _source(self, sign: re.Match[str]) -> None:
        source = _SOURCE.match(self.text, sign.end(), self.end)
        if source:
            self._add(source.span(1), "credit")

    def _several(self, sign: re.Match[str]) -> None:
        """ "无锡尚德和天威英利两家公司", "甲、乙和丙等三家银行"."""
        back = self.text[max(self.start, sign.start() - 12) : sign.start()][::-1]
        many = _MANY.match(back)
        at = sign.start() - many.end() if many else self.start
        for _ in range(12):
            span = self._before(at, 8)
            if span is None:
                return
            self._add(span, "list")
            at = span[0] - 1
            if at <= self.start or self.text[at] not in "、和与及":
                return

    def _verb(self, sign: re.Match[str]) -> None:
        """ "牧原股份表示", "双杰电气(300444)晚间公告": who says something at the start of a clause."""
        back = sign.start()
        for _ in range(3):
            trailer = _TRAILER.search(self.text, max(self.start, back - 24), back)
            if not trailer:
                break
            back = trailer.start()
        span = self._before(back, 8)
        if not span or (sign[0] == "称" and (span[1] - span[0] < 4 or self.text[span[1] - 1] in "名简全统")):
            return
        name = self.text[span[0] : span[1]]
        if len(name) == 3 and sign[0] in _SPOKEN and words().surname.match(name):
            return
        opens = span[0] == self.start or not ANY_HAN.match(self.text, span[0] - 1) or self.text[span[0] - 1] == "据"
        if opens and self._body(name):
            self._add(span, "verb")

    def _warned(self, marked: re.Match[str]) -> tuple[int, int]:
        """A share under a warning has a name of two characters, or of three or four where a verb follows them."""
        ends = range(marked.end(), marked.end() - len(marked[0].lstrip("*ST ")) + 1, -1)
        least = ends[-1]
        return marked.start(), next((end for end in ends if words().follows.match(self.text, end)), least)

    def _body(self, name: str) -> bool:
        """Could this be what acts or speaks, rather than a person, a place or a heading?"""
        if _SENT.search(name):
            return False
        when = name[0].isdigit() and (name[-1] in _MEASURES or "日" in name)
        return not (when or name.endswith(words().people) or name[-1].isdigit() or generic(name) or area(name))

    def _nameable(self, first: int, last: int) -> bool:
        """Could these words be a name, by nothing but themselves?"""
        name, known = self.text[first:last], words()
        nation = known.nation.match(name)
        bare = name[nation.end() :] if nation is not None and len(name) > nation.end() else name
        stem = bare[:-2] if len(bare) == _FOUR and bare.endswith(_WEALTH) else name  # "枫港资产"
        if (
            name in known.never
            or name in known.kinds
            or (name.endswith((*known.people, *_REGIONS, "等")) and not (len(name) == _FOUR and name.endswith("信息")))
            or known.common.search(stem)
            or known.titled.match(name)
            or not name.strip(_NUMERALS)
            or name[-1] == "第"
            or name[0] in _ABOUT
        ):
            return False
        return (
            len(_HAN_ONLY.findall(name)) > 0 and self._body(name) and self._edge(first, last, anchored=False) == first
        )

    def _short(self, sign: re.Match[str]) -> None:
        """ "华泰证券", "双汇国际": a short name of four or so, with an edge on either side."""
        span = self._before(sign.end(), 7)
        span = self._bounded(sign) or (self._placed(span, sign) if span else None)
        if span is None or not 2 <= sign.start() - span[0] <= 4:
            return
        name = self.text[span[0] : sign.start()]
        if (
            name[-1] == "股"
            or name[0].isdigit()
            or generic(name)
            or not ANY_HAN.search(name)
            or not edged(self.text, self.start, span[0])
        ):
            return
        right = sign.end()
        if sign[0] == "控股" and name.endswith(words().shorts) and not self._ends(right):
            return  # "岭云食品 | 控股长陌面业", "岭云股份 | 控股子公司"
        if sign[0] in _STRONG or (sign[0] in _TRADES and len(name) == len(sign[0]) and not area(name)):
            self._add(span, "short")
        elif area(name):
            if words().acts.match(self.text, right):
                self._add(span, "short")
        elif (words().acts.match(self.text, right) or words().sells.match(self.text, right)) or (
            sign.start() - span[0] == 2
            and (right == self.end or not ANY_HAN.match(self.text, right) or words().follows.match(self.text, right))
        ):
            self._add(span, "short")

    def _ends(self, at: int) -> bool:
        """Does a name end at a place, for all that stands behind it?"""
        own = self.text.startswith(("子公司", "股东", "孙公司", "权"), at)
        behind = at == self.end or not ANY_HAN.match(self.text, at) or words().follows.match(self.text, at)
        return bool(behind) and not own

    def _bounded(self, sign: re.Match[str]) -> tuple[int, int] | None:
        """ "芯原动力" at the start of a clause: a name of four is not cut at a character that parts elsewhere."""
        first = sign.start() - 2
        if first < self.start or len(sign[0]) != 2 or (first > self.start and self.text[first - 1].isalnum()):
            return None
        stem = self.text[first : sign.start()]
        parts = words().cut.match(self.text, first, sign.start())
        starts = parts is None or parts[0] in words().keeps
        return (first, sign.end()) if starts and _HAN_ONLY.fullmatch(stem) and stem[0] not in _LEADS else None

    def _placed(self, span: tuple[int, int], sign: re.Match[str]) -> tuple[int, int]:
        """ "江城市 | 滨海建设": of a longer run what stands behind the places that it opens with, as one name."""
        at = span[0]
        while sign.start() - at > _LONGEST_STEM and (place := words().place.match(self.text, at, sign.start())):
            at = place.end()
        kind = max(self.text.rfind(noun, at, sign.start()) + len(noun) for noun in _SORTS)
        if kind > at and 2 <= sign.start() - kind <= _LONGEST_STEM < sign.start() - at:
            at = kind  # "第二大啤酒商 | 喜马啤酒"
        return (span[0], span[1]) if at == span[0] or sign.start() - at < 2 else (at, span[1])

    def _brackets(self) -> None:
        for ticker in _TICKER.finditer(self.text, self.start, self.end):
            self._add(self._before(ticker.start(), 10), "ticker")
        for defined in _QUOTED.finditer(self.text, self.start, self.end):
            for quote in _QUOTE.finditer(self.text, *defined.span(1)):
                self._add(quote.span(1), "defined")
        for latin in _LATIN.finditer(self.text, self.start, self.end):
            span = self._before(latin.start(), 8)
            if span and edged(self.text, self.start, span[0]):
                self._add(span, "list")
                self._add(latin.span(1), "list")
        for listed in _LISTED.finditer(self.text, self.start, self.end):
            self._add(self._before(listed.start(), 10), "ticker")
        for place in words().located.finditer(self.text, self.start, self.end):
            span = self._before(place.start(), 12)
            if span and span[1] - span[0] > 3:
                self._add((span[0], place.end()), "located")
        credit = _CREDIT.search(self.text, self.start, self.end)
        if credit:
            self._add(credit.span(1), "credit")

    def _colons(self) -> None:
        """ "洛阳钼业:预增", "【上交所:本周" at the start."""
        openings = (m.end() for m in _OPENING.finditer(self.text, self.start, self.end))
        for at in (self.start, *openings):
            headed = _HEADED.match(self.text, at, self.end)
            if headed is None or self._before(headed.end(1), 10) != headed.span(1) or not self._body(headed[1]):
                continue
            if not _VALUE.match(self.text, headed.end(), self.end):  # "员工：1.2万人" labels a figure
                self._add(headed.span(1), "colon", "person" if self._speaks(headed) else "organisation")

    def _speaks(self, headed: re.Match[str]) -> bool:
        """ "谭既白(沧澜银行行长):" is a person."""
        aside, known = self.text[headed.end(1) : headed.end() - 1].strip("()"), words()
        ends = any(known.kinds.get(aside[-n:]) == "title" for n in (2, 3, 4, 5))
        return len(headed[1]) in (2, _PERSON) and ends and known.surname.match(headed[1]) is not None

    # ------------------------------------------------------------------------------------------------ its left edge

    def _closed(self, sign: re.Match[str], anchored: bool) -> tuple[int, int] | None:
        """The name that a legal form or a head closes; None for "上市公司" and its like."""
        left = max(self.start, sign.start() - 33)
        behind = self.text[left : sign.start()][::-1]
        back = _LEGAL_BACK.match(behind) if anchored else None
        if back is None or (back[1] and not area(back[1][::-1]) and back[1][::-1] not in _BRACKETED):
            back = _NAME_BACK.match(behind)
        first = self._edge(sign.start() - (back.end() if back else 0), sign.start(), anchored)
        if self.text.startswith("控股", first) and sign.start() - first > len("控股"):
            first += len("控股")  # "远山医疗控股 | 南江器械有限公司"
        if self.text[first] == "同" and first > self.start and sign.start() - first > _WITH:
            first += ANY_HAN.match(self.text, first - 1) is not None  # "近日同 | 朔北开发集团"
        modifier = self.text[first : sign.start()]
        if (len(modifier) < 2 and modifier not in _STATES) or generic(modifier):
            return (first, sign.end()) if self.text[first : sign.end()] in words().bodies else None
        last = sign.end()
        if anchored or sign[0] in ("银行", "公司"):
            branch = words().branch.match(self.text, last, self.end)
            last = branch.end() if branch else last
        return first, last

    def _edge(self, first: int, end: int, anchored: bool) -> int:
        """Where a name that ends at `end` begins, if it begins no earlier than `first`."""
        text = self.text
        if first > self.start and (text[first - 1].isdigit() or text[first - 1] == ">"):
            while first < end and text[first] in _MEASURES:
                first += 1
        at, nation, joined = first, -1, False
        for word in words().cut.finditer(text, first, end):
            if anchored and word[0] in _INNER and words().place.match(text, at, word.start()):
                continue  # "大连宝原核设备有限公司": behind a place the name has begun
            if word[0] in _SECOND and word.start() == at + 1 and text[at] not in _SMALL:
                continue
            if word[0] not in words().keeps:
                at = word.end()
                joined = nation >= 0 and word[0] in "和及与"
                nation = nation if joined else -1
            elif word[0] == "国家":
                nation = word.start()
        if joined:  # "国家集成电路特色工艺及封装测试创新中心"
            return nation
        if anchored:
            for place in words().place.finditer(text, at, end):
                if (
                    place.start() - at > 2
                    and text[place.start() - 1] != "("
                    and end - place.end() > 1
                    and not area(text[at : place.start()])
                ):
                    return place.start()
        return at

    def _before(self, end: int, longest: int) -> tuple[int, int] | None:
        """The short name that ends right here, after the last word that parts."""
        back = _SHORT_BACK.match(self.text[max(self.start, end - 16) : end][::-1])
        if not back:
            return None
        first = self._edge(end - back.end(), end, anchored=False)
        while self.text[first] == "*" and not self.text.startswith("*ST", first):
            first += 1  # "**晴川半导体:", in bold
        if not 2 <= end - first <= longest or self.text[first:end].isdigit() or self.text[first] in "-&·":
            return None
        return first, end


_TRAILER = late(
    r"(?:\([^()]{1,30}\)|(?:\d{1,2}月)?\d{1,2}日|[本上]?(?:周|星期)[一二三四五六日天]|当地时间|晚间|早间|今日|今天|日前|近日|昨日|昨晚|最新|晚)$"
)


def _abroad(text: str, first: int, last: int, rule: str) -> tuple[int, int]:
    """ "日本 | 三城电机": a nation before a short name says where, and is no part of it."""
    if rule not in ("role", "short") and not (rule == "head" and text.endswith("集团", first, last)):
        return first, last
    nation = words().nation.match(text, first, last)
    if nation is None or last - nation.end() < _LEAST or generic(text[nation.end() : last]):
        return first, last
    return nation.end(), last
