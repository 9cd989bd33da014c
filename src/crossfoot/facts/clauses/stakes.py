"""Who holds how much of a firm, read around each percentage where words are not spaced: "甲和乙分别持股51%与49%".

Its holder leads the clause of a verb of holding, stands behind 由 or 归, before a bracket, or is one of a list that is
dealt out; the firm stands between the verb and the percentage, before 由, or is whom the text is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crossfoot.facts.clauses.nouns import Noun, Nouns
from crossfoot.facts.sentence import Token
from crossfoot.late import late
from crossfoot.lexicon.bonds import Bonds
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.lexicon.standing import standing
from crossfoot.lexicon.verbal import AMOUNT, OTHER, PERCENT
from crossfoot.model import Quantity, Relationship

_MOST = 24  # percentages of a sentence
_NEAR = 44  # characters between a verb and its percentage
_JOINTS = late(r"\s*(?:[、和及与]|以及)\s*")
_TAIL = "(?:的?(?:股权|股份|股本|权益|表决权|份额|出资额|出资)?)"
_BEHIND = late(rf"{_TAIL}[，]?(?:则|仍|将|均|现|全部|目前|分别)*(?:由|归|归属于?|属于?|为)")
_BY_HIM = late("的?(?:直接|间接)?(?:持股|控股|持有|出资|控制|拥有|所有)")
_IS = late("(?:由|系|为|是)(?:其|由)?$")
_OPENS = late(
    r"[（(](?:合计|直接|间接)?(持股|占股|出资|持有|占|占比|持股比例|出资占比|出资比例|股权占比)?(?:比例)?(?:约|为|：|:|达)?$"
)
_SHUTS = late(r"(?:的?股(?:权|份)?)?(?:[，,；;][^（）()]{0,16})?[)）]")
_OF = late(r"对(.{2,20}?)的?(?:持股|股权|股份|权益|出资)(?:比例|占比)?$")
_SMALL = late(
    rf"(?:的|其|分别|依次|均|各|约|近|逾|超过|超|共|为|达到|达|至|到|将|了|：|:|股|比例|股份|股权|公司|该公司|对方|后者|剩余|其余|其余下|余下|合计|[由从]{PERCENT}+|稀释|下降|上升|摊薄|变动"
    rf"|降低|增加|提高|提升|减少|数|[{AMOUNT}{OTHER}]+|，持股比例|，占股|，占|多|变|升|降|增|减|进一步|目前|、|，|[（()）]|相当于|总数|总股本|全部)*"
)
_PART = late("占[^，。；]{0,14}$")  # of what somebody holds
_PAID = late(
    rf"(?:将|拟|以现金|以货币)?(?:认缴|出资|实缴|认购|投入|注资)(?:出资额?|金额|资本)?(?:为|约)?[{AMOUNT}{OTHER}]+[，,]?(?:占|占比|占股|持股|持股比例|股权占比|出资比例)(?:注册资本|总股本|股权|股份|比例)*的?(?:为)?$"
)
_POINTED = late("(?:该项目|项目公司|合资公司|合資公司|合营公司|新公司|该合资公司)(?!由)?")
_NAMED = 3  # characters of a name that stands before 由
_CALLED = late(
    "(?:股东|实际控制人|实控人|发起行|发起人|出资人|控股方|母公司|投资方|出资方|控制人)(?:为|是|系|：|:|即)?(?:其|由)?$"
)
_NO_VERB = ("维持", "支持", "保持", "坚持", "主持", "扶持", "把持")
_SORTS = ("以上", "以下", "及以上", "（含）")  # "持股5%以上的股东" are a sort of holder
_COUNTED = (
    "股东合计",
    "股东",
    "股东共",
    "大股东合计",
    "高管",
    "管理层",
    "共同",
    "合计共同",
)  # before a verb: nobody is named


class Stakes:
    """The percentages of one sentence."""

    def __init__(self, nouns: Nouns, rows: Bonds, firm: str | None) -> None:
        self.nouns, self.rows = nouns, rows
        self.said, self.coded = nouns.said, nouns.coded
        self.percents = [t for t in nouns.frame.sentence.tokens if _percent(t) is not None]
        self.firm = firm  # of the holding told last
        self.tellers = standing(nouns.frame.sentence.lang).tellers
        self.about = rows.context.search(self.said) is not None

    def read(self) -> Iterator[Relationship]:
        for at, token in enumerate(islice(self.percents, _MOST)):
            start, end = token.start - self.nouns.base, token.end - self.nouns.base
            sort = self.said.startswith(_SORTS, end) or self.said.endswith(_SORTS, start, end)
            if sort or self._elsewhere(start, end):
                continue
            for holder, firm, taking in self._held(at, start, end):
                if firm is not None and holder.who != firm and not holder.who.endswith(self.tellers):
                    self.firm = firm
                    yield Relationship(
                        spans=(self.nouns.span(min(start, holder.start), max(end, holder.end)),),
                        rule="stake.acquired" if taking else "stake.held",
                        subject=holder.who,
                        relation="acquires" if taking else "shareholder_of",
                        object=firm,
                        percent=_percent(token),
                    )

    def _elsewhere(self, start: int, end: int) -> bool:
        """Is a percentage of a market, or of shares that are pledged, frozen, sold?"""
        first = max(self.coded.rfind(mark, 0, start) for mark in "，。；,;") + 1
        part = max(self.coded.rfind(mark, 0, start) for mark in "。；;") + 1
        held = self.said.rfind("持有", part, start)
        held = (
            part if held < 0 or self.said.startswith(("持有的", "持有本公司股份的", "持有公司股份总数"), held) else held
        )
        if self.rows.bound.search(self.said, held, min(len(self.said), end + 4)) is not None:
            return True
        return self.rows.unheld.search(self.said, first, min(len(self.said), end + 4)) is not None

    def _held(self, at: int, start: int, end: int) -> Iterator[tuple[Noun, str | None, bool]]:
        if (back := _OPENS.search(self.coded, max(0, start - 16), start)) is not None and _SHUTS.match(self.coded, end):
            holder = self.nouns.before(back.start())
            if holder is not None and (back[1] or self.about):
                yield holder, self._about([holder], back.start()), False
            return
        if (paid := _PAID.search(self.coded, max(0, start - 40), start)) is not None:
            holders = self.nouns.leader(paid.start()) or []
            holder = self.nouns.before(paid.start()) if not holders else holders[-1]
            if holder is not None and (holder.sure or holder.person):
                yield holder, self._paid(holder, paid.start()), False
                return
        first = self._first(at)
        verb = self._verb(self.percents[first].start - self.nouns.base)
        if verb is None:
            yield from self._owned(start, end)
            return
        part = max(self.coded.rfind(mark, 0, start) for mark in "。；;") + 1
        weak = verb[0] in self.rows.rows.holding.weak
        if weak and not self._deals(part, verb, start, end):
            return
        taking = verb[0] in self.rows.rows.holding.taking
        if taking and not self.rows.share.match(self.said, self._past(end)):
            return
        count = self._count(first)
        behind = self._follows(end)
        opens = max(self.coded.rfind(mark, 0, verb.start()) for mark in "，。；：,;:") + 1
        leads = self.nouns.rows.idle.fullmatch(self.coded, opens, verb.start()) is None
        holders = everybody = [behind] if behind is not None and not leads else self._holders(verb)
        place = at - first
        if count > 1:
            holders = everybody = holders if len(holders) == count else self._dealt(verb.start(), count)
            holders = [holders[place]] if holders else []
        elif len(holders) > 1 and not self.rows.dealing.search(self.said, max(0, verb.start() - 4), verb.end()):
            holders = holders[-1:] if self.said[holders[-1].end : verb.start()] == "" else []
        if not holders and behind is not None:
            holders = [behind]
        if weak:
            holders = [noun for noun in holders if noun.person or self._named(noun)]
        firm = self._firm(verb, start, end, [*holders, *(one for one in everybody if one not in holders)])
        for holder in holders:
            yield holder, firm, taking

    def _paid(self, holder: Noun, at: int) -> str | None:
        """The firm into which somebody pays: the one that is founded or spoken of, else 新公司 itself."""
        for found in self.rows.founding.finditer(self.said, 0, at):
            made = self.nouns.behind(found.end() + self.said.startswith("了", found.end()))
            if made is not None and made.sure and not made.person:
                return made.who
        if self.firm is not None and self.firm != holder.who:
            return self.firm
        pointed = _POINTED.search(self.text_before(at))
        return pointed[0] if pointed is not None else self._about([holder], at)

    def text_before(self, at: int) -> str:
        return self.nouns.text[:at]

    def _deals(self, part: int, verb: re.Match[str], start: int, end: int) -> bool:
        """Is a verb that much else may have said of shares: are they named in its part of the sentence?"""
        if self.said.startswith(_NO_VERB, max(0, verb.start() - 1)):
            return False
        around = self.said[part : end + 6]
        inside = self._between(verb.end(), start) is not None
        return self.rows.context.search(around) is not None and not (verb[0].startswith("占") and inside)

    def _named(self, noun: Noun) -> bool:
        return noun.start in self.nouns.starts or self.nouns.rows.firms.search(noun.who) is not None

    def _verb(self, start: int) -> re.Match[str] | None:
        """The verb of holding before a percentage, with only small words, a firm and numbers between."""
        found = list(self.rows.verb.finditer(self.said, max(0, start - _NEAR), start))
        for verb in reversed(found):
            if _PART.search(self.said, max(0, verb.start() - 16), verb.start()):
                return None
            between = self.coded[verb.end() : start]
            if any(mark in between for mark in "。；;！"):
                return None
            if _SMALL.fullmatch(between):
                return verb
            if "，" not in between and (firm := self._between(verb.end(), start)) is not None and not firm.person:
                return verb
        return None

    def _between(self, first: int, last: int) -> Noun | None:
        """The firm between a verb and a percentage: "持有 | 星河数据 | 约40%"."""
        noun = self.nouns.behind(first)
        if noun is None or noun.end > last or not _SMALL.fullmatch(self.coded, noun.end, last):
            return None
        return noun

    def _holders(self, verb: re.Match[str]) -> list[Noun]:
        """Those who lead the clause of a verb; behind 由 those who stand there."""
        if self.said.endswith(_COUNTED, 0, verb.start()):
            return []
        start = verb.start()
        if self.coded[start - 1 : start] in ("，", ",") and (told := self.nouns.before(start - 1)) is not None:
            # "该行主发起行为 | 淮海农商行，持股比例51%": who was just called the holder
            called = self.said[max(0, told.start - 8) : told.start]
            if (told.sure or told.person) and _CALLED.search(called) is not None:
                return [told]
        for word in self.rows.rows.holding.dealing:
            start -= len(word) * self.said.endswith(word, 0, start)
        first = max(self.coded.rfind(mark, 0, start) for mark in "，。；：,;:") + 1
        by = self.said.rfind("由", first, start)
        if by >= 0 and (listed := self.nouns.listed(by + 1)) and listed[-1].end <= start:
            return listed
        of = self.said.rfind("对", first, start)
        leads = self.nouns.leader(of if of > first else start)
        if leads:
            return leads
        last = self.nouns.before(start)
        return [last] if last is not None and (last.sure or last.person) and last.start >= first else []

    def _dealt(self, before: int, count: int) -> list[Noun]:
        """The list of so many that stands last before a verb: "甲、乙和丙出资组建，三方分别…"."""
        for first in self.nouns.clauses(before):
            start = self.nouns.opening(first)
            by = self.said.find("由", first, before)
            for at in (start, by + 1) if by >= 0 else (start,):
                listed = [noun for noun in self.nouns.listed(at) if noun.end <= before]
                if len(listed) == count:
                    return listed
        return []

    def _first(self, at: int) -> int:
        """The first percentage of a list that one is in: "51%与49%"."""
        while at and _JOINTS.fullmatch(self._text(at - 1, at)):
            at -= 1
        return at

    def _count(self, at: int) -> int:
        count = 1
        while at + 1 < len(self.percents) and _JOINTS.fullmatch(self._text(at, at + 1)):
            count, at = count + 1, at + 1
        return count

    def _text(self, one: int, other: int) -> str:
        return self.nouns.text[self.percents[one].end - self.nouns.base : self.percents[other].start - self.nouns.base]

    def _past(self, end: int) -> int:
        return end + self.said.startswith("的", end)

    def _follows(self, end: int) -> Noun | None:
        """Who holds it, behind it: "持股28%的 | 泽运物流"."""
        after = re.compile(rf"{_TAIL}的(?:第?[一二三四五]?大?股东|股东)?").match(self.said, end)
        return self.nouns.behind(after.end()) if after is not None else None

    def _owned(self, start: int, end: int) -> Iterator[tuple[Noun, str | None, bool]]:
        """ "余下49%仍由 | 禄丰矿业 | 持有", "其余4%归 | 当地合作社"."""
        if _BY_HIM.match(self.said, end) is not None and (by := self.nouns.before(start)) is not None and by.start > 0:
            lead = _IS.search(self.said, max(0, by.start - 8), by.start)
            firm = self.nouns.before(lead.start()) if lead is not None else None
            if firm is not None and firm.sure and not firm.person:
                yield by, firm.who, False
            return
        after = _BEHIND.match(self.said, end)
        if after is None or not (self.about or self.rows.verb.search(self.said, after.end(), after.end() + 24)):
            return
        holder = self.nouns.behind(after.end())
        if holder is None:
            return
        held = self.rows.verb.match(self.said, holder.end) or re.compile("所有|[，。；、]|$|名下").match(
            self.said, holder.end
        )
        if held is not None:
            firm = self.nouns.before(start)
            known = firm is not None and firm.sure and not firm.person and firm.end >= start - 1
            yield holder, firm.who if known and firm is not None else self._about([holder], start), False

    def _firm(self, verb: re.Match[str], start: int, end: int, holders: list[Noun]) -> str | None:
        """What is held: between the verb and its percentage, behind it, before 由, founded here, or spoken of."""
        first = self.percents[self._first_at(start)].start - self.nouns.base
        if (inside := self._between(verb.end(), first)) is not None and not inside.person:
            return inside.who
        if holders and self.said.startswith("的", end) and not self.rows.share.match(self.said, end + 1):
            behind = self.nouns.behind(end + 1)
            if behind is not None and behind.sure and not behind.person and behind not in holders:
                return behind.who
        of = _OF.search(self.said, max(0, verb.start() - 24), verb.end())
        if of is not None and (one := self.nouns.head(*of.span(1))) is not None:
            return one.who
        lead = holders[0].start if holders else verb.start()
        by = self.said.rfind("由", max(0, lead - 8), max(lead, 0))
        if by > 0 and (owner := self.nouns.before(by)) is not None and not owner.person:
            opens = re.search("[，。；：]", self.coded[owner.end : by]) is None and owner.end - owner.start > _NAMED
            if owner.sure or (opens and by - owner.end < _NAMED):
                return owner.who
        if by > 0 and (pointed := _POINTED.search(self.nouns.text, max(0, by - 12), by)) is not None:
            return pointed[0]
        for found in self.rows.founding.finditer(self.said, 0, verb.start()):
            made = self.nouns.behind(found.end() + self.said.startswith("了", found.end()))
            if made is not None and made.sure and not made.person:
                return made.who
        return self._about(holders, verb.start())

    def _first_at(self, start: int) -> int:
        at = next(i for i, t in enumerate(self.percents) if t.start - self.nouns.base == start)
        return self._first(at)

    def _about(self, holders: list[Noun], at: int) -> str | None:
        others = {noun.who for noun in holders}
        if self.firm is not None and self.firm not in others:
            return self.firm
        topic = self.nouns.topic(others)
        return topic.who if topic is not None else None


def _percent(token: Token) -> Quantity | None:
    value = token.mention.value if token.mention is not None and token.text in SLOTS["percent"] else None
    return value if isinstance(value, Quantity) and value.high <= 100 else None
