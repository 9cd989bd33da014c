"""Named candidates come in; out go "the company", "the lender", "its" and "it" with the organisation they stand for."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.late import late
from crossfoot.mentions.entity import Registry, fold
from crossfoot.mentions.name_latin import Candidate
from crossfoot.mentions.name_run import LETTER, UPPER
from crossfoot.mentions.name_words import NATIONALITY, START, TITLE, words

_KIND = 16  # characters before a name in which it is said what it is
_FAR = 48  # characters before a name in which it is said that it comes into being
_KEPT = 64  # names that a later sentence may still point to
Mark = tuple[int, int, int, str]  # where it begins and ends, its sort, and whom it names
NAME, DEFINITE, PRONOUN, HAN, EACH, PERSON = range(6)
_DEFINITE = late(r"[Tt](?<![A-Za-z].)h(?:e|is) ((?:[A-Za-z][A-Za-z.-]{1,24}(?: |(?=[^\w ])|$)){1,4})")
_NAMED = late(rf" ([{UPPER}][{LETTER}]+)")
_PRONOUN = late(r"[Ii](?<![A-Za-z'-].)ts?\b(?!')")
_CLAUSE = late(
    r"(?:[,;:(\"]|\b(?:said|says|that|and|but|or|while|because|if|as|which|whether|when|since|after|before|until|although))$"
)
_BY = late(
    r"\b(?:by|from|with|(?:[Aa]nalysts?|[Ee]conomists?|[Bb]rokers?|[Ss]trategists?|[Aa]ccording) (?:at|of|for|to))"
    r"(?: the)? $"
)  # "founded by Holm, it ..." is not about Holm
_HAN = late(
    r"这(?:家|个|座)[一-鿿]{0,12}?(?:公司|企业|集团|银行|机构|巨头|厂商|制造商|运营商|俱乐部)|机场(?:公司|集团)|俱乐部|委员会"
    r"|[该本我](?:公司|司|行(?!业)|集团|企业(?!家)|机构|研究院|研究所|院|局|部(?![门分])|所|基金|中心|大学|学院|医院|协会|交易所)"
    r"|该(?:诊所|港区|港口|港|机场|矿山|矿|电站|水电站|电厂|核电站|风电场|酒店|剧院|剧场|博物馆|图书馆|美术馆|体育馆|学校|校|高校|书店|商场|乐园|景区|俱乐部|球队|铁路|高速|大桥|码头|船厂|工厂|厂|药厂|水厂|酒厂|农场|牧场|林场|项目|大厦|中学|小学|馆|店|院)"
    r"|[该本]?(?:园区|开发区|高新区)|新(?:中心|公司|机构)|合[资营]公司|公司(?![法债章名])|集团(?![军队化])|研究院"
)
_OBLIQUE = ("为", "系", "由", "与", "同", "向", "从", "被", "对", "曾任", "现任", "时任", "前", "原", "给", "据", "是")
_NO_FIRM = (  # nobody calls these a company
    *(
        "法院",
        "检察院",
        "公安局",
        "局",
        "委",
        "委员会",
        "证监会",
        "交易所",
        "部",
        "厅",
        "署",
        "政府",
        "上交所",
        "深交所",
        "北交所",
        "港交所",
        "联交所",
        "分行",
        "支行",
    ),
    *("产业园", "工业园", "产业园区", "工业园区", "科技园", "开发区", "高新区", "船厂"),
    *("部门", "海关", "央行", "总局", "国务院", "当局", "外汇局", "药监局", "会计师事务所", "律师事务所"),
    *("网", "e公司", "格隆汇", "财联社", "日报", "时报", "晚报", "证券报", "社", "深圳分公司", "上海分公司"),
)
_STUDIES = ("咨询", "研究", "研究院", "研究所", "协会", "统计局", "证券", "数据", "评级")
_ALONE_HAN = ("公司", "集团", "研究院", "园区", "开发区", "高新区", "俱乐部", "委员会", "机场公司", "机场集团")
_THE_FIRM = ("公司", "本公司", "该公司", "我司", "我公司")
_HELD = (
    "持有",
    "减持",
    "增持",
    "买入",
    "质押",
    "所持",
    "持",
    "共持有",
    "减持了",
    "增持了",
    "举牌",
)  # before 公司: who does so is another
_THINGS = frozenset(
    [
        "诊所",
        "港区",
        "港口",
        "港",
        "机场",
        "矿山",
        "矿",
        "电站",
        "水电站",
        "电厂",
        "核电站",
        "风电场",
        "酒店",
        "剧院",
        "剧场",
        "博物馆",
        "图书馆",
        "美术馆",
        "体育馆",
        "学校",
        "校",
        "高校",
        "书店",
        "商场",
        "乐园",
        "景区",
        "俱乐部",
        "球队",
        "铁路",
        "高速",
        "大桥",
        "码头",
        "船厂",
        "工厂",
        "厂",
        "药厂",
        "水厂",
        "酒厂",
        "农场",
        "牧场",
        "林场",
        "项目",
        "大厦",
        "中学",
        "小学",
        "馆",
        "店",
        "院",
    ]
)
_PARKS = ("园", "园区", "开发区", "高新区")
_EACH = late("[前后]者(?!的?(?:简称|名称|出品))")
_TWO = late("[^，。；,;]{0,10}[与和同及][^，。；,;]{0,10}")  # between the two of whom one is 前者
_OPENS = 14  # characters of a Chinese sentence in which whom it goes on about is named
_SIGNED = ("董秘办", "董事会", "证券部", "证券事务部", "证券法务部")  # behind the name of who signs an answer
_NEW = ("合资", "合营", "新公")  # what somebody just founded
_SIGNING = ("摘自", "——", "证券简称：", "证券简称:", "股票简称：", "股票简称:")  # before it
_LED = late("[获与向被经由从对给把在据为系]")  # before a name: it is not who opens the sentence
_OWNING = (
    "保荐的",
    "管理的",
    "旗下的",
    "控股的",
    "投资的",
    "创办的",
    "创立的",
    "运营的",
    "旗下",
    "承销的",
)  # behind a name
_FOUNDED = ("设立", "成立", "组建", "新设", "共建", "创立", "设立了", "成立了", "组建了", "组成")  # before it
_BEFORE_HAN = (
    "占任持对向与和及由为在是即但而且故因从于给将被据经若至系归令使致的"  # what 公司 may follow and still stand alone
)
_DEFINED = late(
    r"[^\w(]{0,3}\((?:the |hereinafter |hereafter |together |collectively, ){0,2}[\"“]([A-Za-z]{3,20})[\"”]\)"
)
_DEFINED_HAN = late(r"\((?:以下|下称|下简称)?(?:简称|称)?(?:为|:)?[“\"'](?:本?公司)[”\"']")
_EMPTY_IT = late(
    r" (?:is|was|will be|would be|seems|appears|remains) (?:not |now |still |also |too |very )?(?:un)?"
    r"(?:likely|clear|possible|expected|estimated|believed|important|necessary|difficult|hard|easy|true|premature|early)\b"
)
_PARTICIPLE = late(  # who is named behind one is not whom the sentence is about
    r"(?:(?:Jointly|Originally|First) )?"
    r"(?i:founded|set up|established|formed|created|launched|owned|backed|based|built|run)\b(?! (?:the|a|its)\b)"
)
_PREDICATE = late(
    r" (?:will be|is|was|would be|has become|became|will become) (?:the|a|an|one of) ((?:[a-z-]+ ){0,5}?)"
    r"(cent(?:er|re)|bank|company|fund|institute|exchange|university|agency|group|firm|board|commission|airline)\b"
)
_FORMED = late(  # before the name of what comes into being
    r"\b(?:to form|forming|forms?|to create|creating|into|called|named|known as|trad(?:es?|ing) as|launched"
    r"|under the name(?: of)?)"
    r"(?: (?:the|a|an|one|new|single|joint|company|body|venture|called|named)){0,4} $"
)
_MERGING = late(
    r"\b(?:merge[sd]?|merger|fused?|fusion|union|pool(?:ed|ing)?|combin\w+|venture|amalgamat\w+|unite[sd]?)\b"
)
_NEWLY = frozenset({"new", "combined", "merged", "enlarged", "resulting", "joint"})  # "the new body"
_APPOSED = late(
    r"(?: ?\([^()]{1,24}\))?,? (?:a|an|the|its) ((?:[A-Za-z0-9'-]{1,24} ){0,6}?)([a-z-]{3,20})"
    r"(?=[,.;]| (?:of|in|for|that|which|based|with)\b)"
)


def resolve(
    text: str, leaves: list[tuple[int, int, str, int]], named: list[tuple[Candidate, str]], registry: Registry
) -> list[tuple[Candidate, str]]:
    """Walk the leaves in order with the centre of attention: the subject of the sentence before."""
    if "organisation" not in registry.kinds.values():
        return []
    by_leaf: dict[int, list[tuple[Candidate, str]]] = {}
    credited = {key for c, key in named if c.rule == "credit"}  # who tells the news is not whom it is about
    for c, key in named:
        if c.kind in ("organisation", "person") and key not in credited:
            by_leaf.setdefault(c.leaf, []).append((c, key))
    taken = {i for c, _ in named for i in range(c.start, c.end)}
    signed = {leaves[c.leaf][3]: key for c, key in named if _signs(text, c)}
    walk = _Walk(text, registry)
    for number, (start, end, kind, scope) in enumerate(leaves):
        if scope != walk.item:
            walk.begin(scope, signed.get(scope))
        here = by_leaf.get(number, [])
        if kind in ("title", "heading", "cell", "byline", "caption"):
            walk.above(start, end, kind, [(c, key) for c, key in here if c.kind == "organisation"])
            continue
        marks = [(c.start, c.end, NAME, key) for c, key in here if c.kind == "organisation"]
        pointers = [*_definites(text, start, end), *_pronouns(text, start, end)]
        if not text[start:end].isascii():
            pointers.extend(_han(text, start, end))
            marks.extend((c.start, c.end, PERSON, key) for c, key in here if c.kind == "person")
        marks.extend(mark for mark in pointers if mark[1] - 1 not in taken and mark[0] not in taken)
        walk.through(number, start, end, sorted(marks))
    return walk.pointed


def _signs(text: str, c: Candidate) -> bool:
    """Does an item end with whose it is: "——摘自某某2024年年报", "证券简称：某某"?"""
    return c.kind == "organisation" and (text.startswith(_SIGNED, c.end) or text.endswith(_SIGNING, 0, c.start))


class _Sentence(msgspec.Struct):
    """What is known of a sentence up to one of its marks."""

    number: int
    start: int
    opened: bool  # with a participle
    subject: str | None = None
    opens: bool = False  # does it begin with its subject?
    called: tuple[str, str] | None = None  # who was called what in it
    aside: int = -1  # where somebody who is only mentioned ends


class _Walk:
    """Whom an item has spoken of so far."""

    def __init__(self, text: str, registry: Registry) -> None:
        self.text, self.registry = text, registry
        self.pointed: list[tuple[Candidate, str]] = []
        self.item, self.two = -1, _Two()
        self.centre: str | None = None
        self.seen: list[tuple[str, str]] = []  # key and what it is called, latest last
        self.terms: dict[str, str] = {}  # what a contract or a filing defines: "(the "Registrant")"
        self.issuer: str | None = None  # whom an announcement calls 公司 by its own definition
        self.formed: tuple[str, int] | None = None  # what came into being, and in which sentence
        self.earlier: str | None = None  # and one before
        self.firm: str | None = None  # the company that a sentence last opened with
        self.founded: str | None = None  # who was last said to be founded
        self.led = -1  # and which sentence that was
        self.headed: str | None = None  # whom a headline begins with

    def begin(self, item: int, issuer: str | None) -> None:
        """The next item, of which nothing is known but its headline and who signs it."""
        self.item, self.two, self.seen, self.issuer = item, _Two(), [], issuer
        self.formed = None
        self.centre = self.firm = self.headed
        self.earlier = None
        self.headed = None

    def above(self, start: int, end: int, kind: str, here: list[tuple[Candidate, str]]) -> None:
        """A headline, or a caption: the picture shows whom the story is of."""
        text = self.text
        if kind == "caption":
            self.seen += [(key, fold(text[c.start : c.end])) for c, key in here]
            self.centre = self.centre or next((key for _, key in here), None)
        if kind in ("title", "heading") and not text[start:end].isascii():
            self.headed = next((key for c, key in here if not text[start : c.start].strip("*#【 ")), None)
            self.centre = self.centre or self.headed

    def through(self, number: int, start: int, end: int, marks: list[Mark]) -> None:
        self.seen = self.seen[-_KEPT:]
        said = _Sentence(number, start, _PARTICIPLE.match(self.text, start) is not None)
        for mark in marks:
            who = self._meant(mark, said)
            if who is not None:
                self._take(mark, who, said)
            elif mark[2] == HAN and self.text[mark[0] : mark[1]] in _THE_FIRM:
                self.led = number  # whoever it is, the sentence is about it
        if self.formed is not None and self.formed[1] == number and _MERGING.search(self.text, start, end):
            self.centre = self.formed[0]  # "Holm and Idris will merge to form Corvane. It will have 400 shops"
        elif said.subject is not None and (said.opens or self.centre is None or self.text[start:end].isascii()):
            self.centre = said.subject

    def _meant(self, mark: Mark, said: _Sentence) -> str | None:
        first, last, sort, key = mark
        phrase = self.text[first:last]
        if sort == PERSON:
            self.two.name(self.text, first, last, key)
            return None
        if sort == NAME:
            self._name(first, last, key)
            if _FORMED.search(self.text, max(said.start, first - _FAR), first):
                self.formed = key, said.number
            return key
        if sort == EACH:
            return self.two.which(phrase[0])
        if sort == HAN:
            known = (said.subject if said.opens else self.centre or said.subject) or self.centre
            if phrase in _THE_FIRM and said.subject == self.firm and self.text.endswith(_HELD, said.start, first):
                self.firm = self.earlier or self.firm  # "远山投资仍持有 | 公司 | 6%股份": another's
            who = (self.issuer or self.firm) if phrase in _THE_FIRM else None
            if self.founded is not None and phrase[:2] in _NEW:
                return self.founded
            return who or _han_definite(phrase, self.seen, self.issuer or known)
        known = said.subject or self.centre
        if sort == DEFINITE and self.formed is not None and _NEWLY & {*phrase.lower().split()[1:-1]}:
            return self.formed[0]
        if sort == DEFINITE:
            another = _another(phrase, said.called, self.seen)
            return self.terms.get(phrase.lower()[4:]) or _definite(phrase, self.seen, another or known)
        return _pronoun(self.text, first, last, self.seen, known)

    def _name(self, first: int, last: int, key: str) -> None:
        """A name, and what is said right behind it: what its bearer is, and what it is called from here on."""
        del self.seen[: -4 * _KEPT]
        self.seen.append((key, fold(self.text[first:last])))
        before = self.text[max(first - _KIND, 0) : first].lower().split()[-1:]
        if before and before[0] in words().public:
            self.seen.append(
                (key, before[0])
            )  # "Ratings agency Crestmark cut its rating on Holm": "the company" is Holm
        apposed = _APPOSED.match(self.text, last)
        if apposed and apposed[2] in words().concerns:
            self.seen.append((key, fold(apposed[1].split("'s ")[-1] + apposed[2])))
        defined = _DEFINED.match(self.text, last)
        if defined:
            self.terms[defined[1].lower()] = key
        self.issuer = key if _DEFINED_HAN.match(self.text, last) else self.issuer

    def _take(self, mark: Mark, who: str, said: _Sentence) -> None:
        first, last, sort, _ = mark
        phrase, near = self.text[first:last], first - said.start <= _OPENS
        leads = near and (sort != NAME or not _LED.search(self.text, said.start, first))
        if sort == NAME and self.text.endswith(_FOUNDED, said.start, first):
            self.founded = who
        oblique = sort in (NAME, HAN) and _oblique(self.text, said.start, first, said.aside)
        if sort in (NAME, HAN):
            self.two.name(self.text, first, last, who, oblique)
        if sort == HAN:
            self.led = said.number  # "公司控股股东某某集团" goes on about the company
        if sort == DEFINITE:
            said.called = said.called or (who, phrase)
        if sort == NAME and self.text.startswith(_OWNING, last):
            return  # "某某证券保荐的…公司芯渚科技": it only says whose somebody is
        if sort == NAME and oblique:
            said.aside = last
            return  # "审计机构为某某会计师事务所": who is only mentioned
        if sort == NAME and (self.firm is None or leads) and not phrase.endswith(_NO_FIRM):
            self.earlier = self.firm if who != self.firm else self.earlier
            self.firm = who if self.led != said.number else self.firm
            self.led = said.number
        if sort != NAME:
            kind = self.registry.kinds[who]
            self.pointed.append((Candidate(first, last, phrase, kind, "anaphor", said.number, False), who))
        behind_by = _BY.search(self.text, max(said.start, first - 20), first)
        if said.subject is None and not (sort == NAME and said.opened) and not behind_by:
            said.subject, said.opens = who, near


class _Two:
    """The two that 前者 and 后者 are: those that a word joined, else the last two that something is said of."""

    def __init__(self) -> None:
        self.pair: tuple[str, str] | None = None
        self.heads: list[str] = []
        self.last: tuple[int, str] | None = None

    def name(self, text: str, first: int, end: int, who: str, oblique: bool = False) -> None:
        joined = self.last is not None and self.last[1] != who and _TWO.fullmatch(text, self.last[0], first)
        if self.last is not None and joined:
            self.pair = (self.last[1], who)
        elif not oblique and self.heads[-1:] != [who]:
            self.heads.append(who)
        self.last = (end, who)

    def which(self, word: str) -> str | None:
        pair = self.pair or (tuple(self.heads[-2:]) if len(self.heads) > 1 else None)
        if pair is None:
            return None
        return pair[0] if word == "前" else pair[1]


def _oblique(text: str, start: int, first: int, aside: int) -> bool:
    """Is a Chinese name only by, with or to whom something is, or one more of those: "由甲、乙和丙出资"?"""
    before = text[max(start, first - 3) : first]
    return before.endswith(_OBLIQUE) or (aside >= 0 and text[aside:first] in ("、", "和", "及", "与"))


def _definites(text: str, start: int, end: int) -> Iterator[Mark]:
    """ "the company", "the new innovation center": up to the first noun that an organisation may be called by."""
    concerns = words().concerns | words().named
    for found in _DEFINITE.finditer(text, start, end):
        at = found.start(1)
        for word in found[1].split():
            at += len(word)
            if word.lower() in concerns:
                if not _says_who(text, found.start(), at) and not _precedes(text, at):
                    yield found.start(), at, DEFINITE, ""
                break
            at += 1


def _precedes(text: str, end: int) -> bool:
    """ "the casino operator | Norrspel AB": does the name follow that the words only describe?"""
    named = _NAMED.match(text, end)
    return named is not None and not words().flags.get(named[1].lower(), 0) & (START | NATIONALITY | TITLE)


def _says_who(text: str, start: int, end: int) -> bool:
    """ "Geely, the largest carmaker of Zhejiang,": words that say who somebody is, and do not point back."""
    return text.startswith(" of ", end) or (
        text[max(0, start - 2) : start] == ", " and text[end : end + 1] in (",", ".")
    )


def _pronouns(text: str, start: int, end: int) -> Iterator[Mark]:
    """ "its" and "it" where a clause begins."""
    for found in _PRONOUN.finditer(text, start, end):
        before = text[max(start, found.start() - 12) : found.start()].rstrip()
        if not before.strip("\"'“") or _CLAUSE.search(before):
            yield found.start(), found.end(), PRONOUN, ""


def _han(text: str, start: int, end: int) -> Iterator[Mark]:
    """该公司, 本行, and 公司 where it is no part of a longer word; 前者 and 后者."""
    for found in _EACH.finditer(text, start, end):
        yield found.start(), found.end(), EACH, ""
    for found in _HAN.finditer(text, start, end):
        before = text[found.start() - 1 : found.start()] if found.start() > start else ""
        alone = found[0] in _ALONE_HAN or found[0][0] in "新合"
        held = found[0] == "公司" and text.endswith(_HELD, start, found.start())
        if alone and "一" <= before <= "鿿" and not held and (before not in _BEFORE_HAN or found[0] in _PARKS):
            continue
        yield found.start(), found.end(), HAN, ""


def _han_definite(phrase: str, seen: list[tuple[str, str]], centre: str | None) -> str | None:
    if phrase[:2] in _NEW:
        return seen[-1][0] if seen else centre
    if phrase[0] == "这":  # "这家比利时化妆品公司"
        return centre
    if phrase[0] == "该" and phrase[1:] in _THINGS:  # "该诊所有床位120张" is of 湖畔诊所
        return next((key for key, called in reversed(seen) if called.endswith(phrase[1:])), None)
    sort = phrase.lstrip("该本新我")
    sort = "机场" if sort.startswith("机场") else {"行": "银行"}.get(sort, sort)
    if sort == "机构":  # who studies or watches, before who is studied
        return next((key for key, called in reversed(seen) if called.endswith(_STUDIES)), centre)
    if sort in _PARKS:
        return next((key for key, called in reversed(seen) if called.endswith(_PARKS)), None)
    if sort in ("公司", "企业", "司"):
        firms = [key for key, called in reversed(seen) if not called.endswith(_NO_FIRM)]
        return centre if centre is None or centre in firms else next(iter(firms), None)
    return next(
        (key for key, called in reversed(seen) if sort in called),
        centre if sort in ("集团", "银行") and phrase != sort else None,
    )


def _definite(phrase: str, seen: list[tuple[str, str]], centre: str | None) -> str | None:
    called = phrase.lower().split()[1:]
    modifiers = [w for w in called[:-1] if w not in words().loose and not w.endswith(("-based", "-listed"))]
    wanted = {called[-1], *modifiers}
    for key, words_of in reversed(seen):
        if wanted <= set(words_of.split()):
            return key
    if called[-1] in words().named and called[-1] not in words().concerns:
        return None  # "the port" that nobody has named
    if not modifiers and called[-1] in words().public:  # "the authority" is no firm, though one was named since
        return next((key for key, _ in reversed(seen) if _public(key, seen)), None)
    if called[-1] in words().private and centre is not None and _public(centre, seen):
        centre = next((key for key, _ in reversed(seen) if not _public(key, seen)), centre)
    if modifiers and called[-1] in words().trades and len({key for key, _ in seen}) == 1:
        return centre
    return None if modifiers or called[-1] not in words().generic else centre


def _public(key: str, seen: list[tuple[str, str]]) -> bool:
    """Is it a court, a ministry, a council: nothing that is called "the company"?"""
    return any(not words().public.isdisjoint(called.split()) for who, called in seen if who == key)


def _another(phrase: str, called: tuple[str, str] | None, seen: list[tuple[str, str]]) -> str | None:
    """ "The fund is the company's largest shareholder": what is called by another noun is somebody else."""
    if called is None or called[1].split()[-1].lower() == phrase.split()[-1].lower():
        return None
    return next((key for key, _ in seen if key != called[0]), None)


def _pronoun(text: str, first: int, last: int, seen: list[tuple[str, str]], centre: str | None) -> str | None:
    if text[first:last].lower() == "it":
        if _EMPTY_IT.match(text, last):
            return None
        predicate = _PREDICATE.match(text, last)
        if predicate:
            wanted = {predicate[2], *predicate[1].split()} - words().ranks
            for key, words_of in reversed(seen):
                if wanted <= set(words_of.split()):
                    return key
    return centre
