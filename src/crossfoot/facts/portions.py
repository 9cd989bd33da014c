"""What a percentage is a part of, read by grammar where words are not spaced: "收入的三成来自海外，内销占七成".

A sentence comes in, fits go out whose words say the part and the whole: before and behind a verb of taking (占)
or giving (贡献), behind and before one of coming (来自), beside a share of a market, or in a clause that shares all but
the part with the one before it. `state` makes facts of them, and finds in the frame what the words leave out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from crossfoot.facts import share
from crossfoot.facts.frame import Frame, dating
from crossfoot.facts.sentence import Match, Sentence
from crossfoot.facts.sentence.read import CLAUSE, MARKS, Coded, Read, grammar
from crossfoot.lexicon import ending, opening
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.portions import RATIO, TURNS, Portions, portions
from crossfoot.model import Fact, Figure, Name, Printed, Quantity, Share, Timex

_MOST = 32  # ratios of a sentence
_BEHIND = 40  # and behind it
_FAR = 300  # and before it in which its whole is spoken of
_LEAST = 2  # characters of what is a whole
_ENDS = (*",;。()、!", "")
_JOINTS = "、和及与與"
_SAID, _MARKET, _MOVED = grammar("portion", 3), grammar("market", 4), grammar("portions", 10)
_KNOWN = grammar("portion.known", 3, sense="whole.known")


class Portion(NamedTuple):
    """A ratio with the words for its part and its whole; empty ones are known from what was said before."""

    at: int  # in the coded sentence
    part: str
    of: str
    kind: str
    parts: tuple[str, ...] = ()  # of ratios that are dealt out to several
    moved: bool = False  # is it one of two times?
    verb: int = -1  # where its verb begins, if what stands before that may be a figure that was printed


def found(sentence: Sentence) -> Iterator[Read]:
    """A fit for each ratio whose words say that it is a part of something."""
    rows = portions(sentence.lang)
    if rows is None or sentence.present.isdisjoint(RATIO):
        return
    reader = _Reader(sentence, rows)
    for portion in reader.portions():
        rules = {"market": _MARKET, "known": _KNOWN}.get(portion.kind, _SAID) if not portion.moved else _MOVED
        said = {"part": reader.written(portion.part), "of": reader.written(portion.of), "kind": portion.kind}
        first = portion.verb if portion.verb >= 0 else portion.at
        yield Read(sentence, rules, {"": (first, portion.at + 1), "ratio": (portion.at, portion.at + 1)}, said)


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    """The share that a fit tells of."""
    ratio = match.mention("ratio")
    if not isinstance(match, Read) or ratio is None:
        return
    told = list(share.state(match, frame)) if match.row.sense else []  # the part may be a figure that was printed
    if told:
        yield from reworded(told, [match])
        return
    index, ratio = match.roles["ratio"][0], share.in_percent(ratio)
    assert isinstance(ratio.value, Quantity)  # noqa: S101 - the reader asked for one
    who, market = frame.entity_before(index), match.said["kind"] == "market"
    who = None if who in frame.words.areas else who
    part = _named(frame, match) or (None if market else _level(frame, index)) or who
    of = match.said["of"] or (None if market else _told(frame, index, match.said["part"]))
    if part is None or (of is None and match.said["kind"] == "comes"):
        return
    whose = None if market or who == part or who in frame.sentence.place_words() else who
    at, period = f"at {ratio.span.start}", dating.period(frame, _since(match, frame, index))
    of_it = Figure(whose, "other:", (), period, "", basis=at)
    rate = Figure(whose, "share of other:", (("words", part),), period, "percent", basis=at)
    frame.reprint(index, rate)
    yield Share(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(rate, ratio.value, ratio.span),),
        part=msgspec.structs.replace(of_it, segment=(("words", part),)),
        ratio=rate,
        wholes=(msgspec.structs.replace(of_it, entity=None),),
        quantity=ratio.value,
        part_words=part,
        whole_words=of or ("市场" if market else None),
    )


def _since(match: Read, frame: Frame, index: int) -> int:
    """Before which token a ratio is dated: "由上年同期的62%降至 | 48%" has only the first of last year."""
    tokens, seen = frame.sentence.tokens, False
    for i in range(index - 1, max(index - CLAUSE // 2, -1), -1):
        value = tokens[i].mention.value if tokens[i].mention is not None else None  # type: ignore[union-attr]
        if isinstance(value, Quantity):
            if seen:
                return index
            seen = True
        elif isinstance(value, Timex):
            back = value.shift is not None or frame.printed(tokens[i].mention) in frame.words.beside  # type: ignore[arg-type]
            return i if seen and back and match.row is _MOVED.row else index
        elif tokens[i].text in ",;":
            return index
    return index


def reworded(facts: Sequence[Fact], reads: Sequence[Read]) -> list[Fact]:
    """Shares that phrasings have told, with the words of their parts and wholes where no figure stands for them."""
    read = {r.sentence.tokens[r.roles["ratio"][0]].start: r for r in reads if r.said.get("kind") in ("takes", "known")}
    return [_reworded(fact, read) if isinstance(fact, Share) else fact for fact in facts]


def _reworded(fact: Share, read: Mapping[int, Read]) -> Share:
    words = fact.rule.startswith("words.") or fact.rule == _KNOWN.row.name
    known = read.get(fact.printed[0].span.start) if words else None
    if known is None:
        return fact
    rows = portions(known.sentence.lang)
    pointing = rows is None or known.said["part"] in rows.rows.pointing
    part, whole = None if pointing else known.said["part"], fact.whole_words or known.said["of"]
    return msgspec.structs.replace(fact, part_words=part or fact.part_words, whole_words=whole)


def _level(frame: Frame, index: int) -> str | None:
    """What the amount right before a ratio is called: "合同额1.86亿美元，占营收的9.4%"."""
    before = [i for i in frame.figures if index - CLAUSE < i < index and frame.stands(i)]
    figure = frame.figures[max(before)] if before else None
    if figure is None or figure.unit in ("", "percent"):
        return None
    return frame.carried.called.get(figure)


def _named(frame: Frame, match: Read) -> str | None:
    """The part by its words; whoever was named last, where they only point back: "后者的市场份额"."""
    rows, part = portions(frame.sentence.lang), match.said["part"]
    if rows is None or part not in rows.rows.pointing:
        return part
    named = [
        m.value.entity for at, m in frame.sentence.names if at < match.roles["ratio"][0] and isinstance(m.value, Name)
    ]
    return named[-1] if len(named) > 1 and part in rows.rows.latter else None


def _told(frame: Frame, index: int, part: str | None) -> str | None:
    """What the last amount that may have parts is called."""
    here = [i for i in sorted(frame.figures) if i < index]
    here = [i for i in here if frame.stands(i)] or here[-1:]  # "去年营收为45.6亿元，其中海外占三成"
    known = [*frame.before, *(frame.figures[i] for i in here)]
    last = next((f for f in reversed(known) if f.unit not in ("percent", "pp", "bp", "")), None)
    row = metric(last.metric) if last is not None else None
    if row is not None and row.zh:  # by the form in which it was said last, before its part was named
        text, end = frame.sentence.document.text, frame.sentence.tokens[index].start
        before = text.rfind(part, frame.sentence.span.start, end) if part else -1
        end = end if before < 0 else before
        said = [(text.rfind(form, max(end - _FAR, 0), end), len(form), form) for form in row.zh]
        return max(said)[2]
    return frame.carried.called.get(last) if last is not None else None


def _figure(sign: str) -> bool:
    """Does a character of the coded sentence stand for a mention that is no name?"""
    return "\ue000" <= sign <= "\ue0ff"


class _Reader(Coded):
    def __init__(self, sentence: Sentence, rows: Portions) -> None:
        super().__init__(sentence)
        self.rows, self.coded = rows, self.text
        self.first = 0  # where the clause of a ratio begins
        self.last: Portion | None = None

    def portions(self) -> list[Portion]:
        told, before = list[Portion](), -1
        places = [i for i, sign in enumerate(self.coded) if sign in RATIO][:_MOST]
        for at in places:
            portion = self._like(before, at) or self._one(before, at)
            if portion is not None and portion.moved and told and told[-1].at == before:
                told[-1] = told[-1]._replace(moved=True)
            before, self.last = at, portion or self.last
            if portion is not None:
                told.append(portion)
        return told

    def _like(self, before: int, at: int) -> Portion | None:
        """A ratio right behind one that is known: of another time, or of the next of several parts."""
        known = self.last
        if known is None or known.at != before or at - before > _BEHIND:
            return None
        between = self.coded[before + 1 : at]
        if between in _JOINTS and known.parts:
            return known._replace(at=at, part=known.parts[0], parts=known.parts[1:])
        then = any(sign in between for sign in TURNS) or between.endswith(("至", "到", "为", "達", "达"))
        if known.kind in ("takes", "known", "market") and then and not self._left(between):
            return known._replace(at=at, moved=True)
        return None

    def _left(self, words: str) -> str:
        """Words without the small ones and those of a move at their end."""
        while words:
            word = ending(words, self.rows.rows.to)
            word = word or (words[-1] if words[-1] in TURNS + self.rows.times else "")
            word = word or (words[-2:] if words[-1] == "的" and words[-2:-1] in tuple(self.rows.times) else "")
            if not word:
                return words
            words = words.removesuffix(word)
        return words

    def _one(self, before: int, at: int) -> Portion | None:
        first = self.clause(at)
        if before >= first:  # "三分之一来自东南亚、四分之一来自中东"
            first = max(first, self.coded.rfind("、", before, at) + 1)
        self.first = max(first, 0)
        head, tail = self.coded[self.first : at], self.coded[at + 1 : at + 1 + _BEHIND]
        moved = self.coded[at] not in RATIO[:2]
        if moved and not head.endswith(("至", "到", "为", "達", "达")):
            return None
        readers = (
            self._market,
            self._takes,
            self._gives,
            self._comes,
            self._based,
            self._asked,
            self._gapped,
            self._chased,
        )
        for reader in readers:
            portion = reader(at, head, tail)
            if portion is not None:
                return portion if self._good(portion) else None
        return None

    def _good(self, portion: Portion) -> bool:
        return not any(self.rows.unpart.search(words) for words in (portion.part, portion.of))

    # ------------------------------------------------------------------------------------------------ readers

    def _market(self, at: int, head: str, tail: str) -> Portion | None:
        """ "在欧洲的市场份额为4%", "以26%的国内市场份额"."""
        if (behind := self.rows.of_market.match(tail)) is not None and tail.startswith("的"):
            if self.rows.unmarketed.search(behind[0]):
                return None
            return Portion(at, "", self._whole(behind["of"]), "market")
        said = self._left(head)
        noun = self.rows.market.search(said)
        if noun is None or self.rows.unmarketed.search(said[max(noun.start() - 2, 0) :]):
            return None
        left = self.rows.manner.sub("", said[: noun.start()]).removesuffix("的")
        where = left.rfind("在")
        if where >= 0:
            return Portion(at, self._part(left[:where]), self._whole(left[where + 1 :]), "market")
        if (put := self.rows.put.search(self.coded, max(self.first - CLAUSE, 0), self.first)) is not None:
            return Portion(at, self._part(left), self._whole(put["of"]), "market")
        bare = left
        while area := next((a for a in self.rows.rows.areas if bare.endswith(a)), ""):
            bare = bare.removesuffix(area)
        part = self._part(bare.removesuffix("的"))
        part = "" if bare != left and (self.rows.unpart.search(part) or len(part) > CLAUSE // 6) else part
        parts, count = self._parts(part, tail)
        if len(parts) == count > 1:  # "甲和乙的份额分别为18.9%和11.7%"
            return Portion(at, parts[0], self._whole(left[len(bare) :]), "market", parts[1:])
        return Portion(at, part, self._whole(left[len(bare) :]), "market")

    def _takes(self, at: int, head: str, tail: str) -> Portion | None:
        """ "风电占装机的三成", "其中风电占比三成", "甲、乙分别占三成和两成"."""
        if (weighed := self.rows.weighed.search(self._left(head))) is not None:
            part = self._part(head[: weighed.start()])
            return Portion(at, part, self._whole(weighed["of"]), "takes") if part else None
        verbs = list(self.rows.takes.finditer(head))
        if not verbs:
            return None
        verb = next((v for v in reversed(verbs) if v[0][0] in "占佔"), verbs[-1])  # not the noun of "占…的比重"
        of, left = self._of(head[verb.end() :]), head[: verb.start()]
        noun = len(verb[0]) > 1 and verb[0][-1] in "比重例额額"
        if of is None or (of and noun):
            return None
        portion = self._split(at, left, of, "known" if noun else "takes", tail)
        held = self.rows.holding.search(self.coded, max(self.first - CLAUSE, 0), at)
        if portion is not None and not portion.of and not noun and held is not None:
            return None  # "甲和乙各占六成和四成" of a firm: they hold it
        return portion._replace(verb=self.first + verb.start()) if portion is not None and noun else portion

    def _split(self, at: int, left: str, of: str, kind: str, tail: str) -> Portion | None:
        """A part, or several to which ratios are dealt out, by the words before a verb."""
        bare, dealt = self._before_verb(left)
        of, bare = (of, bare) if of else self._inside(bare)
        part = self._part(bare)
        if dealt or re.match(f"[{_JOINTS}][{RATIO}]", tail):
            parts, count = self._parts(part, tail)
            if len(parts) == count > 1:
                return Portion(at, parts[0], of, kind, parts[1:])
            if count > 1:
                return None
        return Portion(at, part or self._before(), of, kind)

    def _parts(self, part: str, tail: str) -> tuple[tuple[str, ...], int]:
        """The parts that stand in a list, and how many ratios are dealt out."""
        count = 1
        while tail[2 * count - 2 : 2 * count - 1] in tuple(_JOINTS) and tail[2 * count - 1 : 2 * count] in tuple(RATIO):
            count += 1
        return tuple(p for p in re.split(f"[{_JOINTS}]", part) if p), count

    def _before(self) -> str:
        """The part of a clause that says none: of what the clause before it, or the words before its bracket, tell."""
        mark = self.coded[self.first - 1 : self.first]
        if not mark or mark not in ",(":
            return ""
        start = max(self.coded.rfind(m, max(self.first - CLAUSE, 0), self.first - 1) for m in MARKS) + 1
        said = self.coded[start : self.first - 1]
        if mark == ",":
            told = self.rows.told.match(said) if not any(sign in said for sign in RATIO) else None
            return self._part(told["part"]) if told is not None else ""
        return self._part(said) if not any(map(_figure, said)) and len(said) <= _BEHIND // 3 else ""

    def _gives(self, at: int, head: str, tail: str) -> Portion | None:
        """ "机电产品撑起出口的57%", "前五大租户贡献四成租金", "镜头业务贡献了其中约六成"."""
        verb = None
        for verb in self.rows.gives.finditer(head):  # noqa: B007 - the last one
            pass
        if verb is None:
            return None
        rest = head[verb.end() :]
        of = self._of(rest)
        if of is None or (of and not self._left(rest).endswith("的")):
            return None
        if not of and tail[:1] not in _ENDS + tuple(_JOINTS):
            behind = self.rows.noun.match(tail) or self.rows.word.match(tail)
            if behind is None or tail[behind.end() : behind.end() + 1] not in _ENDS:
                return None
            of = self._whole(behind[0])
            if of.endswith(("股权", "股份", "权益", "投票权", "股")):
                return None
        portion = self._split(at, head[: verb.start()], of, "gives", tail)
        return portion if portion is not None and portion.part else None

    def _comes(self, at: int, head: str, tail: str) -> Portion | None:
        """ "收入的三成来自海外", "其余四成由农商行分享", "在手订单的五分之二为海外项目"."""
        behind, weak = self.rows.comes.match(tail) or self.rows.by.match(tail), False
        if behind is None:
            behind, weak = self.rows.being.match(tail), True
        said = self._left(head)
        if behind is None:  # "余下10%补充流动资金"
            left = said.removesuffix("的") in self.rows.rows.rest and self.rows.says.match(tail)
            if not left or self.last is None:
                return None
            return Portion(at, self._run(left["part"].removeprefix("的"), ""), self.last.of, "takes")
        of = behind.groupdict().get("of") or ""
        rest = said.removesuffix("的").removesuffix("约") in self.rows.rows.rest
        inside = said.endswith(("其中", "当中")) or head.endswith(("其中", "当中"))
        if weak and not (said.endswith("的") or inside or rest):
            return None
        whole = of or ("" if rest or inside else self._whole(self._last(said)))
        used = (
            not said and not self._chained(head) and behind[0].startswith(self.rows.rows.uses)
        )  # "募集资金5亿元，一半用于扩产"
        if not whole and not ((rest and self.last is not None) or inside or used or self._chained(head)):
            return None
        if not whole and self.last is not None and not used:
            whole = self.last.of
        part = self._run(behind["part"], tail[behind.end("part") : behind.end("part") + 1])
        return Portion(at, part, whole, "takes" if rest else "comes") if part else None

    def _chained(self, head: str) -> bool:
        return not self._left(head) and self.last is not None and self.last.kind == "comes"

    def _based(self, at: int, head: str, tail: str) -> Portion | None:
        """ "原拟发行数量不超过发行前总股本的30%"."""
        if not head.endswith("的") or not head[:-1].endswith(self.rows.rows.bases):
            return None
        links = [(place, word) for word in self.rows.rows.links if (place := head.rfind(word)) >= 0]
        if not links:
            return None
        first, word = max(links, key=lambda link: (link[0] + len(link[1]), len(link[1])))
        return Portion(at, self._part(head[:first]), self._whole(head[first + len(word) :]), "based")

    def _asked(self, at: int, head: str, tail: str) -> Portion | None:
        """ "受访企业中43%计划扩招，38%维持现状"."""
        said = self._left(head)
        if said in ("有", "中有", ""):  # "受访者中，有六成表示要扩招"
            before = self.coded[max(self.first - CLAUSE, 0) : max(self.first - 1, 0)]
            said = re.split("[,;:。]", before)[-1] if before.endswith(("中", "里")) else said
        whole = self.rows.asked.search(said)
        chained = not self._left(head) and self.last is not None and self.last.kind == "asked"
        says = self.rows.says.match(tail)
        if says is None or (whole is None and not chained):
            return None
        of = self._whole(whole["of"]) if whole is not None else self.last.of if self.last is not None else ""
        return Portion(at, self._run(says["part"].removeprefix("的"), ""), of, "asked")

    def _gapped(self, at: int, head: str, tail: str) -> Portion | None:
        """ "华东占四成，华南两成": what shares the verb of the part before it."""
        last = self.last
        if last is None or last.kind not in ("takes", "known", "gives") or tail[:1] not in _ENDS:
            return None
        between = self.coded[last.at + 1 : at]
        if (
            head.endswith("的")
            or between[:1] not in (*",;、", "")
            or between[1:] != head
            or not between
            or len(head) > _BEHIND // 2
        ):
            return None
        part = self._part(head)
        named = self.rows.word.fullmatch(part) and not part.endswith(frame_words(self.sentence.lang).measures)
        return Portion(at, part, last.of, last.kind) if part and named else None

    def _chased(self, at: int, head: str, tail: str) -> Portion | None:
        """ "甲以31.4%的份额居首，乙以17.3%位列第二": whose share of the same market takes the next place."""
        last, rows = self.last, self.rows.rows
        if last is None or last.kind != "market" or at - last.at > _BEHIND or not tail.startswith(rows.placed):
            return None
        word = ending(head, rows.with_share)
        part = self._part(head.removesuffix(word)) if word else ""
        return Portion(at, part, last.of, "market") if part else None

    # -------------------------------------------------------------------------------------------------- words

    def _of(self, rest: str) -> str | None:
        """The whole between a verb and its ratio; None where other figures stand there."""
        said = self._left(rest)
        noun = ending(said, self.rows.rows.nouns)
        said = self._left(said.removesuffix(noun)).removesuffix("的")
        named, whole = self.rows.name.search(said), self._whole(said)
        if any(_figure(sign) and sign not in self.rows.times for sign in said):
            return None
        return None if named and not whole else whole

    def _whole(self, said: str) -> str:
        """What words say a whole is, without whose and when it is."""
        skips = max((i for i, sign in enumerate(said) if _figure(sign) or self.rows.name.match(sign)), default=-1)
        said = said[skips + 1 :].lstrip("的年度")
        said = self._opened(said, self.rows.rows.owners)
        word = ending(said, self.rows.rows.endings)
        said = said.removesuffix(word) if len(said) - len(word) >= _LEAST else said
        return said if len(said) >= _LEAST else ""

    def _last(self, said: str) -> str:
        return said[max(said.rfind(mark) for mark in self.rows.rows.marks) + 1 :]

    def _inside(self, left: str) -> tuple[str, str]:
        """ "全国压榨量中 | 山东": a whole, and what is told of it."""
        found_ = None
        for found_ in self.rows.inside.finditer(left):  # noqa: B007 - the last one
            pass
        if found_ is None or found_.start() < _LEAST or not left[found_.end() :]:
            return self._headed(left), left
        return self._whole(left[: found_.start()]), left[found_.end() :]

    def _headed(self, left: str) -> str:
        """The whole of a clause that says none: of a label before it, or of the part told before it."""
        mark = self.coded[self.first - 1 : self.first]
        if mark and mark in ":,":
            start = max(self.coded.rfind(m, max(self.first - CLAUSE, 0), self.first - 1) for m in MARKS) + 1
            said = self.coded[start : self.first - 1]
            if mark == ":" and said.endswith(self.rows.rows.labels):
                return self._whole(said)
            ends = said.endswith(self.rows.rows.within) and self.rows.inside.search(said, max(len(said) - 2, 0))
            if ends:
                return self._whole(said)
        last = self.last
        if last is None or not left.startswith("其中"):
            return last.of if last is not None else ""
        between = self.coded[last.at + 1 : self.first]  # of the part before, unless an amount comes between
        return "" if any(_figure(sign) and sign not in self.rows.times + RATIO for sign in between) else last.of

    def _before_verb(self, left: str) -> tuple[str, bool]:
        dealt = False
        while word := ending(left, self.rows.rows.before_verb):
            dealt = dealt or word in ("分别", "依次", "各", "各自")
            left = left.removesuffix(word)
        return left, dealt

    def _part(self, said: str) -> str:
        """A part by the words before its verb: none of them a figure."""
        last = max((i for i, sign in enumerate(said) if _figure(sign) and sign not in self.rows.times), default=-1)
        if last >= 0:
            said = said[:last] if last == len(said) - 1 else said[last + 1 :]
        said = self._opened(said, self.rows.rows.openings).removesuffix("的")
        owned = self.rows.name.match(said) is not None and len(said) > _LEAST and said[1] not in _JOINTS
        return self._opened(said[1:], ("的",)) if owned else said

    def _opened(self, said: str, words: tuple[str, ...]) -> str:
        while said:
            word = opening(said, words)
            word = word or (said[0] if said[0] in self.rows.times else "")
            if not word or said.startswith(self.rows.rows.kept):
                return said
            said = said.removeprefix(word)
        return said

    def _run(self, words: str, behind: str) -> str:
        """A part behind its verb, up to what only follows on it."""
        words = words.split("的")[0]
        if behind and behind in RATIO and "、" in words:
            words = words[: words.rfind("、")]
        return words.strip("、")
