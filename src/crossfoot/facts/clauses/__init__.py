"""Relations, attributes and transformations read by the grammar of clauses where words are not spaced.

The frames of `lexicon/zh/verbal.toml` say what verbs make of those around them; `nouns.py` finds who that is, whether
or not the reader of names knows him. Phrasings tell what they know; this room adds what their words do not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crossfoot.facts.clauses.nouns import Noun, Nouns, nouns_of
from crossfoot.facts.frame import Frame
from crossfoot.late import late
from crossfoot.lexicon.standing import standing
from crossfoot.lexicon.verbal import AMOUNT, OTHER, PERCENT, FrameRow, verbal
from crossfoot.model import Attribute, Event, Fact, Period, Quantity, Relationship, Timex, Transformation

_OWNING = {"shareholder_of", "parent_of"}
_KINDS = ("公司", "企业", "厂商", "机构", "平台", "商")
_PLACES = ("省", "市", "县")  # of which no attribute is told
_BEFORE, _BARE = "clause.kind.before", 4  # characters of a kind that says more than 公司
_NO_KIND = (
    "上市公司",
    "标的公司",
    "目标公司",
    "集团公司",
    "股份公司",
    "合资公司",
    "新公司",
    "有限公司",
    "参股公司",
    "其公司",
)
_POINTED = late("(?:^|(?<=[，。；：]))(?:合资公司|合資公司|合营公司|新公司|项目公司|该项目)$")
_POINTS = 6  # characters in which that stands
_MOST = 8  # fits of a frame in a sentence
_CLAUSE = late("[，。；！？,;!?\n]")
_UNPLACED = ("变更", "不变", "迁移", "调整", "同步", "未变", "搬迁")
_LIES = ("总部", "位于", "设在", "注册", "成立于", "来自")
_STRAY = ' “”"《》「」'
_TICKER = late(r"[.]|^[A-Z]{1,5}$")
_AUTHORITY = late(r"(?:经|获|获得|报)([一-鿿]{2,14}?)(?:常务会|审议|批复|批准|同意|核准|审批)+")
_AUTHORISES = late(r"(?:^|[，。；：！？日])([一-鿿]{2,14}?)(?:已|正式|日前|近日)*(?:批复|批准|核准|同意)")


def may_tell(text: str, lang: str) -> bool:
    """Has a sentence the words of a frame?"""
    rows = verbal(lang)
    return rows is not None and rows.needs.search(text.translate(rows.fold)) is not None


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """What the clauses of a sentence tell that no phrasing has told."""
    rows = verbal(frame.sentence.lang)
    if rows is None:
        return
    reader = _Reader(nouns_of(frame, rows), list(known))
    yield from reader.read()
    if frame.carried.spoken is None and (leads := reader.nouns.topic(set())) is not None:
        frame.carried.spoken = leads.who


class _Reader:
    """One sentence, and what is known of it already."""

    def __init__(self, nouns: Nouns, known: list[Fact]) -> None:
        self.nouns, self.rows, self.known = nouns, nouns.rows, known
        self.said, self.coded = nouns.said, nouns.coded
        self.standing = standing(nouns.frame.sentence.lang)

    def read(self) -> Iterator[Fact]:
        makers = {"relation": self._relation, "attribute": self._attribute, "transformation": self._transformation}
        for kind, row, pattern in self.rows.likely(self.said):
            for found in islice(pattern.finditer(self.coded), _MOST):
                if not self._denied(found, row):
                    for fact in makers[kind](row, found):
                        self.known.append(fact)
                        yield fact
        yield from self._moved()

    # ------------------------------------------------------------------------------------------------ who

    def _slot(self, row: FrameRow, found: re.Match[str], slot: str) -> list[Noun]:
        """Who stands in a slot; nobody, if the row asks for a sure name and it is none."""
        if slot not in found.re.groupindex or found.start(slot) < 0:
            return []
        first, last = found.span(slot)
        if first == found.start():
            one = self.nouns.before(last)
            named = [] if one is None else [one]
        else:
            named = self.nouns.within(first, last)
            if not named or not all(noun.sure for noun in named):
                longer = self.nouns.listed(first)  # what follows may be any words
                named = longer if longer and all(noun.sure for noun in longer) else named
            elif len(longer := self.nouns.listed(first)) > len(named):  # a list of which only the first fits
                ended = all((noun.sure or noun.person) and noun.end <= found.end() for noun in longer)
                named = longer if ended else named
        return [] if slot in row.sure and not all(noun.sure for noun in named) else named

    def _leaders(self, at: int, loose: bool = False) -> list[Noun]:
        """Who leads the clause of a place, else whom the text is about."""
        found = self.nouns.leader(at, loose)
        if found is None:
            return []
        if not found and (topic := self.nouns.topic(set())) is not None:
            found = [topic]
        return found

    # ------------------------------------------------------------------------------------------------ how it stands

    def _clause(self, found: re.Match[str]) -> str:
        first = max((m.end() for m in _CLAUSE.finditer(self.coded, 0, found.start())), default=0)
        return self.said[first : found.end()]

    def _denied(self, found: re.Match[str], row: FrameRow) -> bool:
        clause = self._clause(found)
        for word in self.standing.undenied:
            clause = clause.replace(word, "")
        if any(word in clause for word in self.standing.denials) or self.rows.denied.search(self.said):
            return True
        return row.now and self.standing.status_of(clause) in ("planned", "proposed", "withdrawn")

    def _when(self, found: re.Match[str]) -> Period | None:
        """The time that stands before what is said, in its clause."""
        first = max((m.end() for m in _CLAUSE.finditer(self.coded, 0, found.start())), default=0)
        near = None
        for token in self.nouns.frame.sentence.tokens:
            start = token.start - self.nouns.base
            value = token.mention.value if token.mention is not None else None
            if first <= start < found.end() and isinstance(value, Timex) and value.shift is None:
                near = value.period
        return near

    def _quantity(self, found: re.Match[str]) -> Quantity | None:
        if "p" not in found.re.groupindex:
            return None
        at = self.coded.find(PERCENT, max(found.start("p"), found.start()), found.end()) + self.nouns.base
        for token in self.nouns.frame.sentence.tokens:
            if token.start == at and token.mention is not None and isinstance(token.mention.value, Quantity):
                return token.mention.value
        return None

    # ------------------------------------------------------------------------------------------------ what is told

    def _relation(self, row: FrameRow, found: re.Match[str]) -> Iterator[Fact]:
        who = self._slot(row, found, "s")
        whose = self._slot(row, found, "o")
        if "s" not in found.re.groupindex:
            who = self._leaders(found.start())
        if "o" not in found.re.groupindex:
            topic = self.nouns.topic({noun.who for noun in who})
            leads = self._leaders(found.start()) if row.object == "clause" else []
            if leads and any(
                word in self.said[leads[-1].end : found.start()] for word in ("把", "将其", "将所", "股权")
            ):
                return  # it is another's that is sold
            whose = [noun for noun in leads if not noun.person] or ([topic] if topic is not None else [])
            if not leads and row.object == "clause":
                whose = self._pointed(found.start()) or whose
        status = row.status or self.standing.status_of(self._clause(found))
        for subject in who:
            for held in whose:
                fact = Relationship(
                    spans=(self._span(found, subject, held),),
                    rule=row.name,
                    subject=subject.who,
                    relation=row.says,
                    object=held.who,
                    percent=self._quantity(found),
                    status=status,
                )
                if not held.person and subject.who != held.who and not self._told(fact):
                    yield fact

    def _pointed(self, at: int) -> list[Noun]:
        """Something without a name that leads a clause: "合资公司 | 由甲与乙出资设立"."""
        pointed = _POINTED.search(self.nouns.text, max(0, at - _POINTS), at)
        return [Noun(*pointed.span(), pointed[0], False, True)] if pointed is not None else []

    def _told(self, fact: Relationship) -> bool:
        for other in self.known:
            if not isinstance(other, Relationship):
                continue
            if {fact.relation, other.relation} <= _OWNING and (other.subject, other.object) == (
                fact.subject,
                fact.object,
            ):
                return True
            if other.relation == fact.relation:
                if other.subject == fact.subject and (other.object == fact.object or other.percent == fact.percent):
                    return True
                if fact.relation == "acquires" and other.object == fact.object:
                    return True
        return False

    def _attribute(self, row: FrameRow, found: re.Match[str]) -> Iterator[Fact]:
        at = found.start()
        if "e" in found.re.groupindex:
            who = self._slot(row, found, "e")
        elif row.quoted and (opens := max(self.coded.rfind("（", 0, at), self.coded.rfind("(", 0, at))) > 0:
            one = self.nouns.before(opens)
            who = [one] if one is not None else []
        else:
            who = self._leaders(at, loose=True)
            topic = self.nouns.topic(set()) if not who and row.says == "use_of_proceeds" else None
            who = [topic] if topic is not None else who
        value = self._value(row, found)
        if (
            len(who) != 1
            or who[0].person
            or who[0].who.endswith(_PLACES)
            or not value
            or value == self.nouns.text[who[0].start : who[0].end]
        ):
            return
        if row.says == "listing":
            if "债" not in self._clause(found):
                yield Event(
                    spans=(self._span(found, who[0]),), rule=row.name, kind="listing", actor=who[0].who, place=value,
                    date=self._when(found), status="planned",
                )  # fmt: skip
            return
        fact = Attribute(
            spans=(self._span(found, who[0]),), rule=row.name, entity=who[0].who, attribute=row.says, value=value
        )
        if not any(isinstance(other, Attribute) and _same(other, fact) for other in self.known):
            yield fact

    def _value(self, row: FrameRow, found: re.Match[str]) -> str:
        if "v" not in found.re.groupindex:
            when = self._at(found.start("t"))
            return when.label if when is not None else ""
        first, last = found.span("v")
        if row.name == _BEFORE and (first := self._noun_from(found)) < 0:
            return ""
        value = self.nouns.text[first:last].strip(_STRAY)
        if row.says == "located_in":
            value = value[: value.index("的")] if "的" in value else value  # "总部位于江州 | 的疫苗企业"
            last = first + len(value)
            figures = any(sign in (AMOUNT, PERCENT, OTHER) for sign in self.coded[first:last])
            if figures or value.endswith(_UNPLACED) or self.rows.place.fullmatch(self.coded, first, last) is None:
                return ""
        if row.says == "aim" and any(sign >= PERCENT for sign in self.coded[first:last]):
            return ""  # a figure is a target
        if row.says == "alias" and (value in self.standing.selves or value[:1].isdigit()):
            return ""
        if row.name == "clause.alias.latin" and _TICKER.search(value):
            return ""
        if row.says == "kind" and (
            self._whose(self.said[first:last]) or any(first <= start < last for start in self.nouns.starts)
        ):
            return ""
        if row.says == "kind" and value.startswith(_LIES) and "的" in value:
            value = value[value.rindex("的") + 1 :]
        if row.says == "focus" and "的" in value and self.rows.firms.search(value) is None and value.endswith(_KINDS):
            value = value[: value.rindex("的")]
        return value

    def _noun_from(self, found: re.Match[str]) -> int:
        """Where what somebody is called begins before his name: "收购 | 德国车企 | 岐德勒"; -1 if he is no name."""
        first, last = found.span("v")
        if self.nouns.opened(last) not in self.nouns.starts and self.said[last : last + 1] not in ("“", "「"):
            return -1
        for word in self.rows.cuts.finditer(self.coded, first, last):
            first = word.end() if word[0] not in self.rows.keeps and word.end() < last else first
        bare = last - first < _BARE or self.said.endswith(_NO_KIND, first, last)
        return -1 if bare or any(sign >= PERCENT for sign in self.coded[first:last]) else first

    def _whose(self, kind: str) -> bool:
        """Does a noun say whose somebody is, or name him, and not what he is?"""
        owned = kind.endswith(self.standing.relatives) or kind.startswith(tuple(self.rows.selves))
        return owned or self.rows.legal.search(kind) is not None

    def _at(self, at: int) -> Period | None:
        for token in self.nouns.frame.sentence.tokens:
            value = token.mention.value if token.mention is not None else None
            if token.start == at + self.nouns.base and isinstance(value, Timex):
                return value.period
        return None

    def _transformation(self, row: FrameRow, found: re.Match[str]) -> Iterator[Fact]:
        after, before = self._words(row, found, "a"), self._words(row, found, "b")
        leads = "、".join(noun.who for noun in self._leaders(found.start(), loose=True)) or None
        if "b" not in found.re.groupindex:
            before = leads
        if "a" not in found.re.groupindex:
            after = leads
        if row.name == "splits.off" and after is not None:
            parents = self._leaders(found.start("a"))
            before = parents[0].who if parents else before
        if before is not None and before == after:  # two names of one: "由“远山股份”改为“远山锂能”"
            before, after = self._said(found, "b"), self._said(found, "a")
        if before is None or after is None or before == after:
            return
        if row.says == "upgrade" and "a" in found.re.groupindex and not self._risen(found):
            return
        fact = Transformation(
            spans=(self._span(found),),
            rule=row.name,
            before=before,
            after=after,
            kind=row.says,
            authority=self._authority(),
            period=self._when(found),
            status=row.status or self.standing.status_of(self._clause(found)) or "completed",
        )
        if not any(isinstance(other, Transformation) and _alike(other, fact) for other in self.known):
            yield fact

    def _moved(self) -> Iterator[Fact]:
        """Where somebody is who has moved there."""
        for fact in [fact for fact in self.known if isinstance(fact, Transformation) and fact.kind == "relocate"]:
            leads = self._leaders(fact.spans[0].start - self.nouns.base, loose=True)
            leads = [noun for noun in leads if not noun.person]
            if fact.after is None or len(leads) != 1 or leads[0].who in fact.after:
                continue
            where = Attribute(
                spans=fact.spans, rule=fact.rule, entity=leads[0].who, attribute="located_in", value=fact.after
            )
            if not any(isinstance(other, Attribute) and _same(other, where) for other in self.known):
                yield where

    def _words(self, row: FrameRow, found: re.Match[str], slot: str) -> str | None:
        """What stands in a slot: those named in it, or as a thing becomes another, its words."""
        if slot not in found.re.groupindex or found.start(slot) < 0:
            return None
        named = self._slot(row, found, slot) if (row.says, slot) != ("split", "b") else []
        if named:
            return "、".join(noun.who for noun in named)
        if slot in row.sure or found.start(slot) == found.start():
            return None
        words = self.nouns.text[slice(*found.span(slot))].strip(_STRAY)
        return words if len(words) > 1 else None

    def _said(self, found: re.Match[str], slot: str) -> str | None:
        """The words of a slot as printed."""
        there = slot in found.re.groupindex and found.start(slot) >= 0
        return self.nouns.text[slice(*found.span(slot))].strip(_STRAY) or None if there else None

    def _risen(self, found: re.Match[str]) -> bool:
        """Does an institution become another, or a grade the next, and not a price or a term?"""
        words = self.said[slice(*found.span("a"))].strip(_STRAY)
        return (
            (words.endswith(tuple("级星区社校院港园馆店厂县市")) and words[0] not in "股有")
            or self.rows.firms.search(words) is not None
            or "”" in self.said[found.end() : found.end() + 1]
        )

    def _authority(self) -> str | None:
        """Who let it: "经市政府审议", "文旅部门批复"."""
        by = _AUTHORITY.search(self.said) or _AUTHORISES.search(self.said)
        if by is None:
            return None
        noun = self.nouns.head(*by.span(1))
        return noun.who if noun is not None else self.nouns.text[slice(*by.span(1))]

    def _span(self, found: re.Match[str], *nouns: Noun):  # type: ignore[no-untyped-def]
        starts = [noun.start for noun in nouns if noun.start >= 0]
        ends = [noun.end for noun in nouns if noun.start >= 0]
        return self.nouns.span(min([found.start(), *starts]), max([found.end(), *ends]))


def _same(one: Attribute, other: Attribute) -> bool:
    if one.attribute != other.attribute:
        return False
    return (
        one.value in other.value
        or other.value in one.value
        or (one.entity == other.entity and one.attribute in ("founded",))
    )


def _alike(one: Transformation, other: Transformation) -> bool:
    pairs = ((one.before, other.before), (one.after, other.after))
    return any(a and b and (a in b or b in a) for a, b in pairs)
