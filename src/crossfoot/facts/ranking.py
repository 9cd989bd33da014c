"""Which place somebody takes, read by grammar where words are not spaced: "规模在省内同业中排第三".

Patterns over the coded sentence find a verb with a place ("位居全国第三"), a place with what is ranked
("国内第二大厂商"), lists ("前三名依次为甲、乙和丙", "甲与乙分列二、三位"), and who stands right behind another
("仅次于甲"). Whom they are of is named in their clause, else it is whom the sentence is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crossfoot.facts.bond import topic
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match, Sentence, party
from crossfoot.facts.sentence.read import CLAUSE, Coded, Read, grammar
from crossfoot.facts.sentence.stance import period_of
from crossfoot.facts.sentence.syntax import is_time
from crossfoot.late import late
from crossfoot.lexicon import opening
from crossfoot.lexicon.ranking import Ranking, ranking
from crossfoot.model import Fact, Name, Quantity, Rank

_MOST = 12  # places of a sentence
_BACK = 60  # characters of a clause before one
_NEAR = 8  # characters before a place in which it is denied or only wanted
_LEAST, _SHORT = 2, 6  # characters of somebody whom no reader of names knows
_BARE, _NOBODY = 4, "\x00"  # characters of what is only measured; who cannot be told
_HOLDERS = ("股东", "债权人", "客户")
_TIMES = ("今年", "年内", "本年", "本月", "去年", "历史上", "本轮")  # "今年第三次": no place
_LAST = 1000  # no place is lower
_WHO = 12  # characters of somebody whom no name reader knows
_BRACKET = late(r"\([^()]{0,16}\)")
_SITE = late("(?![全各本该])(?:[一-鿿]{1,5}?[省市县区州]|[一-鿿]{2,6}?(?:港|机场|镇|盟))(?=[一-鿿A-Za-z])")
_QUOTED = late("“([^”]{2,12})”")
_TITLE = late("《([^《》]{1,20})》")
_SAID = grammar("ranking", 4)


def found(sentence: Sentence) -> Iterator[Read]:
    """A fit for each place that somebody takes; the same place is told once."""
    rows = ranking(sentence.lang)
    if rows is None or rows.trigger.search(sentence.coded) is None:
        return
    told = set[tuple[str, int]]()
    for read in _Reader(sentence, rows).ranks():
        key = (read.said["who"] or "", int(read.said["rank"] or 0))
        if key not in told:
            told.add(key)
            yield read


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    """The place that a fit tells of."""
    if not isinstance(match, Read):
        return
    who = match.said["who"] or _topic(frame, match)
    if who is None or (match.said["among"] or "").endswith(_HOLDERS):
        return  # who holds how much is told by ties
    tokens = frame.sentence.tokens
    when = next((t.mention for t in reversed(tokens[: match.start]) if is_time(t)), None)
    yield Rank(
        spans=(match.span,),
        rule=match.row.name,
        entity=who,
        rank=int(match.said["rank"] or 0),
        among=match.said["among"] or None,
        place=match.said["place"] or None,
        period=period_of(when) if when is not None else frame.carried.period,
    )


def _topic(frame: Frame, match: Read) -> str | None:
    """Whom a sentence is about that names nobody in the clause of a place."""
    text, start = frame.sentence.document.text, frame.sentence.tokens[match.start].start
    if titles := _TITLE.findall(text, frame.sentence.span.start, start):
        return str(titles[0])  # a film, a book
    leaders = [m for at, m in frame.owners.leaders if at < match.start]
    leader = leaders[0].value.entity if leaders and isinstance(leaders[0].value, Name) else None
    return leader or party.about(match, frame) or topic(frame, [], match.start)


def _coded(sign: str) -> bool:
    return "\ue000" <= sign <= "\ue0ff"


class _Reader(Coded):
    def __init__(self, sentence: Sentence, rows: Ranking) -> None:
        super().__init__(sentence)
        self.rows = rows
        self.among, self.who = "", ""  # of the place told last
        self.opened = ""  # by what its opening measures somebody
        self.claimed = set[int]()  # fits whose figure is claimed

    def ranks(self) -> Iterator[Read]:
        taken = list[range]()
        last = 0
        for found_ in sorted(self._found(), key=lambda f: (f.start(), -f.end())):
            if any(found_.start() in place for place in taken):
                continue
            first = self.clause(found_.start())
            if self._unsaid(first, found_):
                continue
            reads = list(self._read(found_, first, last))
            taken.append(range(found_.start(), found_.end()))
            last = int(reads[-1].said["rank"] or 0) if reads else last
            yield from reads

    def _found(self) -> Iterator[re.Match[str]]:
        rows = self.rows
        shapes = (
            rows.apposed,
            rows.dealt,
            rows.firsts,
            rows.top,
            rows.second,
            rows.following,
            rows.nth,
            rows.ranks,
            rows.inverse,
        )
        for pattern in (*shapes, rows.bare, rows.area, rows.leads):
            yield from islice(pattern.finditer(self.text), _MOST)

    def _unsaid(self, first: int, found_: re.Match[str]) -> bool:
        """Is a place only wanted, asked for or denied?"""
        said = self.rows.unsaid_but.sub("", self.text[max(first, found_.start() - 2 * _NEAR) : found_.start()])
        return self.rows.unsaid.search(said) is not None

    def _read(self, found_: re.Match[str], first: int, last: int) -> Iterator[Read]:
        rows, head = self.rows, self.text[first : found_.start()]
        if found_.re in (rows.dealt, rows.firsts):
            numbers = self._numbers(found_)
            listed = [self._who(part) for part in rows.joint.split(self._subject(self._listing(found_.start())))]
            if len(listed) == len(numbers) and None not in listed:
                for one, number in zip(listed, numbers, strict=True):
                    yield from self._told(found_, first, one, number, self.cut(*found_.span("among")))
        elif found_.re == rows.top:
            listed = [self._who(w.rpartition("的")[2]) for w in rows.joint.split(found_["list"]) if w]
            among = self._subject(head)
            among = "" if not _LEAST <= len(among) <= _WHO or any(map(_coded, among)) else among
            for number, one in enumerate(listed, 1):
                if one is not None:
                    yield from self._told(found_, first, one, number, "" if self.rows.name.search(among) else among)
        elif found_.re == rows.second:
            if not rows.joint.match(self.text, found_.end()):  # behind one, and not behind several
                yield from self._told(found_, first, self._who(found_["who"]), 1, "")
                self.who = ""
                yield from self._told(found_, first, self._leading(head), 2, "")
        elif found_.re == rows.following:
            yield from self._told(found_, first, self._who(found_["who"]), last + 1 if last else 2, "")
        elif found_.re == rows.nth:
            yield from self._nth(found_, first, head)
        elif found_.re == rows.leads:
            who = self._who(found_["who"]) if found_["who"] else self._leading(head)
            yield from self._told(found_, first, who, 1, "", "" if found_["who"] else head)
        else:
            yield from self._placed(found_, first, head, last)

    def _placed(self, found_: re.Match[str], first: int, head: str, last: int) -> Iterator[Read]:
        """ "甲位居第二", "位居第二的甲", "第二名是甲", "甲第二，乙次之"."""
        groups = found_.groupdict()
        among = self.cut(*found_.span("among")) if groups.get("among") else ""
        while (verb := self.rows.verb.match(among)) is not None:
            among = among[verb.end() :]  # "排名升至第23位"
        if among.startswith(("由", "从", "從")) or among.endswith("首"):
            return  # where somebody stood before
        said = groups.get("is") or groups.get("who")
        rank = self._place(found_) or (last + 1 if found_.re == self.rows.bare and last else 0)
        if found_.re == self.rows.bare and not rank:
            rank = 2
        who = self._who(said) if said else self._leading(head)
        if said is None or who is not None:
            yield from self._told(found_, first, who, rank, among, "" if said else head)

    def _numbers(self, found_: re.Match[str]) -> list[int]:
        if found_.re == self.rows.firsts:
            return list(range(1, self.rows.number(found_["many"]) + 1))
        return [self.rows.number(found_["first"]), self._coded(found_, "next", "coded")]

    def _listing(self, at: int) -> str:
        """The clause before a place without its brackets: "甲（10%）、乙（8%） | 分列"."""
        said = _BRACKET.sub("", self.text[max(at - 2 * CLAUSE, 0) : at])
        return re.split("[,;:。]", said)[-1]

    def _nth(self, found_: re.Match[str], first: int, head: str) -> Iterator[Read]:
        """ "甲是国内第二大厂商", "国内最大厂商甲", "作为全省首家上市农商行，甲"."""
        if head.endswith(("由", "从", "從")):
            return  # "由第五大股东变为第三大股东": where somebody stood before
        bracketed = self.text[first - 1 : first] == "(" and self.is_name(self.text[first - 2 : first - 1] or " ")
        verbs = list(self.rows.being.finditer(head))
        being = verbs[-1] if verbs else None
        area = head[being.end() :] if being is not None else ""
        told = being is not None and (not area or self.rows.sited.fullmatch(area) is not None)
        among, who = found_["among"].removesuffix("之一"), None
        if among.endswith(self.rows.rows.unwho):
            return
        if bracketed and (not head or self.rows.sited.fullmatch(head)):
            who = self.named(self.text[first - 2])
        elif found_["who"]:
            who, among = self._who(found_["who"]), re.split("[是为為]", among)[0]
        elif (split := self.rows.heads.fullmatch(among)) is not None and self.rows.cut.search(split["who"]) is None:
            among, who = split["among"], self._who(split["who"])
        elif being is None or not told:
            return
        elif being[0] == "作为":
            behind = self.text[found_.end() + 1 : found_.end() + 2]
            who = self._who(behind) if self.rows.name.match(behind) else None
        else:
            who = self._leading(head[: being.start()])
        area = next((a for a in self.rows.rows.areas if head.endswith((a, a + "的"))), area if told else "")
        area = "" if area.startswith(self.rows.rows.pointing) else area.removesuffix("的")
        yield from self._told(found_, first, who, self.rows.rows.nths[found_["nth"]], area + among, place=area)

    def _place(self, found_: re.Match[str]) -> int:
        groups = found_.groupdict()
        if groups.get("digit"):
            return self.rows.number(found_["digit"])
        if groups.get("ordinal"):
            return self._coded(found_, "", "ordinal")
        return self.rows.rows.places.get(groups.get("word") or "", 0)

    def _coded(self, found_: re.Match[str], words: str, code: str) -> int:
        if words and found_[words]:
            return self.rows.number(found_[words])
        mention = self.sentence.tokens[self.sentence.index(found_.start(code))].mention
        return int(mention.value.low) if mention is not None and isinstance(mention.value, Quantity) else 0

    def _told(
        self, found_: re.Match[str], first: int, who: str | None, rank: int, among: str, head: str = "", place: str = ""
    ) -> Iterator[Read]:
        if not 0 < rank < _LAST or found_[0].endswith("之一") or who == _NOBODY:
            return
        inside = self.rows.inside.search(head)
        among = among or (inside["among"] if inside is not None else "") or self._list(first) or self._manner(head)
        among = among.removesuffix("之").strip("的")
        if among in _TIMES:
            return
        place = place or next((area for area in self.rows.rows.areas if among.startswith(area)), "")
        among = among.removeprefix(place).lstrip("的") or among
        if among == place:
            among = self._measure(head) or self.among
        self.among = among or self.among
        if who is None and not self.who and (who := self._opening(found_.start())) is not None:
            among = among or self.opened.removeprefix(who)
            self.among = among or self.among
        who = who or self.who
        self.who = who or ""
        said = {"who": who, "rank": str(rank), "among": self.written(among), "place": self.written(place)}
        places = {"": (found_.start(), found_.end())}
        for code in ("ordinal", "coded"):
            if found_.groupdict().get(code) and found_.start() not in self.claimed:
                places["nth"] = found_.span(code)
        self.claimed.add(found_.start())
        read = Read(self.sentence, _SAID, places, said)
        read.said_from = self.sentence.index(first)
        yield read

    def _manner(self, head: str) -> str:
        """By what somebody is ranked: "按订单量则 | 位居", "以26%的市场份额 | 位居"."""
        found_ = self.rows.manner.search(head)
        said = "".join(sign for sign in found_["among"] if not _coded(sign)) if found_ is not None else ""
        return said if len(said.strip("的")) >= _LEAST else ""

    def _list(self, first: int) -> str:
        """The list that a sentence opens with: "在百强榜上，…蝉联榜首"."""
        found_ = self.rows.listed.search(self.text, 0, first)
        return found_["among"] if found_ is not None else ""

    def _measure(self, head: str) -> str:
        """By what somebody is ranked: "收入规模 | 居第三"."""
        cut = [m.end() for m in (*self.rows.cut.finditer(head), *self.rows.name.finditer(head))]
        said = head[max(cut, default=0) :]
        site = _SITE.match(said)
        said = said[site.end() :] if site is not None else said
        return said if said.endswith(self.rows.rows.measures) and not any(map(_coded, said)) else ""

    def _leading(self, head: str) -> str | None:
        """Who leads a clause: the first name in it, else the words before its first small one."""
        name = self.rows.name.search(head)
        if name is not None:
            return self._who(name[0])
        said = self._subject(head)
        if said.endswith(self.rows.rows.measures):
            if (site := _SITE.match(said)) is not None:
                return site[0]
            if (place := opening(said, tuple(self.sentence.place_words()))) and place != said:
                return place  # "广东 | 产量居全国首位"
        if said.endswith(self.rows.rows.measures) and len(said) > _BARE:
            return _NOBODY  # whose it is cannot be told from what it is: "某某净卖出额居首"
        return self._who(said)

    def _subject(self, head: str) -> str:
        while word := opening(head, self.rows.rows.openings):
            head = head.removeprefix(word)
        head = head.lstrip("".join(sign for sign in head[:2] if _coded(sign)))
        cut = self.rows.cut.search(head)
        head = head[: cut.start()] if cut is not None else head
        coded = next((i for i, sign in enumerate(head) if _coded(sign)), len(head))
        return head[:coded] if coded >= _LEAST else head  # "旌州港 | 去年吞吐量"

    def _opening(self, before: int) -> str | None:
        """Whom a sentence opens with that names nobody the reader of names knows: "旌州港去年…，居世界第三位"."""
        if any(map(self.is_name, self.text[:before])):
            return None
        for clause in re.split("[,;:。]", self.text[:before])[:-1][:_LEAST]:
            if self.rows.telling.search(clause) is None:
                who = self._leading(clause)
                said = self._subject(clause)
                self.opened = said if said.endswith(self.rows.rows.measures) else ""
                return who if who != _NOBODY and len(who or "") <= _SHORT else None
        return None

    def _who(self, words: str) -> str | None:
        """Somebody by words that may name him: no figure, and nothing that is only measured."""
        name = self.rows.name.search(words)
        if name is not None:
            return self.named(name[0])
        if (title := _TITLE.search(words) or _QUOTED.match(words)) is not None:
            return self.written(title[1])
        said = words.strip('“”"的')
        if any(map(_coded, said)) or not 1 < len(said) <= _WHO:
            return None
        nobody = said.endswith((*self.rows.rows.measures, *self.rows.rows.unwho)) or said.startswith(
            self.rows.rows.pointing
        )
        return None if nobody else self.written(said) or None
