"""Who is what to whom, by a noun for it where words are not spaced: "分行行长文绍衡", "董事长是台商詹耀民".

Titles, kin of firms (子公司), helpers (保荐人) and holders stand before who bears them, over a verb of being or none,
or behind him and a verb of office. Whose they are stands right before them; else it is whom the clause is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crossfoot.facts.clauses.nouns import Noun, Nouns
from crossfoot.late import late
from crossfoot.lexicon.bonds import Bonds
from crossfoot.lexicon.standing import standing
from crossfoot.lexicon.verbal import PERCENT
from crossfoot.model import Quantity, Relationship

_TITLES = 40  # words of a sentence that may be one
_HOLDING = late(
    rf"[、，]?(?:直接|合计|共)?(?:持股|占股|持有[^，。；、]{{0,8}}?)(?:比例)?(?:为|约|达)?({PERCENT}+)(?:以上)?的?(?:股权|股份)?的?(?:股东)?"
)
_FOREIGN = range(2, 6)
_REACH = 40  # characters over which a body goes on being spoken of
_PERSON = range(2, 5)  # characters of his name
_FORMER = ("变更为", "变为", "更换为", "换为", "易主为", "改为")
_CHILD = "subsidiary_of"


class Group(NamedTuple):
    """Words for what somebody is, several of one: "创始人、董事长兼总经理"."""

    start: int
    end: int
    words: tuple[str, ...]


class Roles:
    """One sentence."""

    def __init__(self, nouns: Nouns, rows: Bonds) -> None:
        self.nouns, self.rows = nouns, rows
        self.said, self.coded = nouns.said, nouns.coded
        self.body: Noun | None = None  # of whom the last one told of this sentence is, and where that was told
        self.at = 0

    def read(self) -> Iterator[Relationship]:
        for group in self._groups():
            first, past = self._stripped(group.start)
            if not self.said.endswith(self.rows.rows.lacking, 0, first):
                yield from self._told(group, first, past)

    def _groups(self) -> Iterator[Group]:
        group: Group | None = None
        for count, found in enumerate(self.rows.tie.finditer(self.said)):
            if count >= _TITLES:
                break
            if self.said.startswith(self.rows.rows.no_role, found.end()):
                continue
            if any(start < found.end() and found.start() < noun.end for start, noun in self.nouns.starts.items()):
                continue
            if group is not None and self.said[group.end : found.start()] in self.rows.rows.joints:
                group = Group(group.start, found.end(), (*group.words, found[0]))
                continue
            if group is not None:
                yield group
            group = Group(found.start(), found.end(), (found[0],))
        if group is not None:
            yield group

    def _told(self, group: Group, first: int, past: bool) -> Iterator[Relationship]:
        kin = all(word not in self.rows.titles for word in group.words)
        holders, percent = self._behind(group, kin)
        if holders:
            yield from self._facts(group, holders, self._whose(first, holders, kin), past, percent)
            return
        held = self._before(group, first)
        if held is not None:
            holder, whose, left = held
            yield from self._facts(group, [holder], whose, past or left, None)

    def _behind(self, group: Group, kin: bool) -> tuple[list[Noun], Quantity | None]:
        """Who stands behind a title, over a verb of being, a share that he holds, or nothing."""
        verb = self.rows.being.match(self.coded, group.end)
        at = verb.end() if verb is not None else group.end
        share = _HOLDING.match(self.coded, at)
        at = share.end() if share is not None else at
        listed = self.nouns.listed(at)
        said = verb is not None and verb[0] != ""
        if not listed or (listed[0].start > self.nouns.opened(at) and not said):
            return [], None
        one = listed[0]
        if self.said.startswith(_FORMER, one.end) and (now := self.nouns.behind(one.end + 3)) is not None:
            return [now], None
        if said:
            if kin and share is None and len(listed) == 1:  # "控股股东为华晟集团，持股比例为50.1%"
                share = _HOLDING.match(self.coded, listed[0].end)
            if not kin:  # nobody but a person has a title
                unsure = [noun.end - noun.start in _PERSON and not self._named(noun) for noun in listed]
                return [n._replace(person=n.person or bare) for n, bare in zip(listed, unsure, strict=True)], None
            return listed, self._percent(share)
        if share is not None:
            return [one], self._percent(share)
        if not kin:
            ended = self.nouns.rows.ends.match(self.coded, one.end)
            foreign = ended is not None and len(ended[0]) > 1 and one.end - one.start in _FOREIGN
            if foreign and not one.person and not self._named(one):
                one = one._replace(person=True)  # "CEO | 卡尔松 | 卸任"
            return ([one] if one.person else []), None
        if not self._named(one):
            return [], None
        ends = listed[-1].end
        return ([one] if self.coded.startswith("的", ends) else [n for n in listed if self._named(n)]), None

    def _named(self, noun: Noun) -> bool:
        """Is somebody known, or does his name end like that of a body?"""
        return noun.start in self.nouns.starts or self.nouns.rows.firms.search(noun.who) is not None

    def _percent(self, share: re.Match[str] | None) -> Quantity | None:
        if share is None:
            return None
        at = share.start(1) + self.nouns.base
        for token in self.nouns.frame.sentence.tokens:
            if token.start == at and token.mention is not None and isinstance(token.mention.value, Quantity):
                return token.mention.value
        return None

    def _before(self, group: Group, first: int) -> tuple[Noun, Noun | None, bool] | None:
        """Who stands before a title: "谷向晚任 | 法定代表人", "已卸任公司 | 董事长", "陈既白（渚溪银行 | 行长）"."""
        closed = self.coded[group.end : group.end + 1] in ("）", ")")
        if closed and (opens := max(self.coded.rfind("（", 0, first), self.coded.rfind("(", 0, first))) >= 0:
            holder, body = self.nouns.ends.get(opens), self.nouns.before(first) if first > opens + 1 else None
            if holder is not None and (body is None or body.start >= opens):
                return holder, body or self.nouns.topic({holder.who}), False
        verbs = list(self.rows.post.finditer(self.coded, max(0, first - 32), first))
        verb = verbs[-1] if verbs else None
        if verb is None or re.search("[，。；：]", self.coded[verb.end() : first]):
            return None
        between = self.said[verb.end() : first]
        body = (
            self.nouns.head(self.nouns.opened(verb.end()), len(between.rstrip("的之")) + verb.end())
            if between
            else None
        )
        if between and (body is None or body.person) and not between.startswith(self.rows.rows.own):
            return None
        holder = self._officer(verb.start())
        if holder is None:
            return None
        by = holder.start - 1 if self.said.startswith("由", holder.start - 1) else -1  # "后者 | 由裴砚任合伙人"
        whose = body if body is not None and not body.person else self._topic([holder], by if by >= 0 else verb.start())
        return holder, whose, verb[0] in self.rows.rows.leaves_post

    def _officer(self, at: int) -> Noun | None:
        """Who takes or leaves an office: named right before the verb, else who leads the clause."""
        back = self.nouns.rows.adverbs.match(self.coded[max(0, at - 40) : at][::-1])
        near = at - (back.end() if back is not None else 0)
        for polite in self.rows.rows.polite:
            near -= len(polite) * self.said.endswith(polite, 0, near)
        holder = self.nouns.before(near) if near > 0 and self.coded[near - 1] not in "，。；：,;:" else None
        if holder is not None and self.said.endswith(self.rows.rows.replacing, 0, holder.start):
            leads = self.nouns.leader(holder.start - len(self.rows.rows.replacing[0]))
            return leads[0] if leads and len(leads) == 1 and leads[0].person else None  # "甲接替 | 乙 | 出任总裁"
        if holder is not None and self.said.endswith(self.rows.rows.appointing, 0, holder.start):
            return holder._replace(person=holder.person or holder.end - holder.start in _PERSON)
        if holder is not None and (holder.sure or holder.person):
            return holder
        leads = self.nouns.leader(at)
        return leads[0] if leads and len(leads) == 1 else None

    def _whose(self, first: int, holders: list[Noun], kin: bool) -> Noun | None:
        """Whose somebody is: named right before, else whom the clause is about."""
        if self.said.endswith(self.rows.rows.own, 0, first) and first not in self.nouns.ends:
            return self._topic(holders, first)
        body = self.nouns.before(first)
        if body is not None and not body.person and body.sure and body.who not in {h.who for h in holders}:
            return body
        if (
            kin
            or first == 0
            or not re.match("[一-鿿A-Za-z0-9]", self.coded[first - 1])
            or self.said.endswith(self.rows.rows.alone, 0, first)
        ):
            return self._topic(holders, first)
        return None

    def _topic(self, holders: list[Noun], at: int) -> Noun | None:
        others = {noun.who for noun in holders}
        if self.body is not None and self.body.who not in others and self._goes_on(at, others):
            return self.body  # "江晚舟任鹿溪生物总经理，卢以宁任 | 财务总监"
        for found in self.rows.founding.finditer(self.said, 0, max(at, 0)):
            made = self.nouns.behind(found.end())
            if made is not None and made.sure and not made.person and made.who not in others:
                return made  # "重组为 | 石潮港口集团，董事长为…"
        tellers = standing(self.nouns.frame.sentence.lang).tellers
        leads = [
            noun for noun in self.nouns.leader(at) or () if noun.sure and not noun.person and noun.who not in others
        ]
        leads = [noun for noun in leads if not noun.who.endswith(tellers)]
        return leads[0] if len(leads) == 1 and leads[0].end <= at else self.nouns.topic(others)

    def _goes_on(self, at: int, others: set[str]) -> bool:
        """Is nobody but people named between what was told last and a place?"""
        near = self.said[self.at : max(at, 0)]
        named = [n for s, n in self.nouns.starts.items() if self.at <= s < at and not n.person and n.who not in others]
        return not named and not any(mark in near for mark in "。；") and len(near) < _REACH

    def _stripped(self, at: int) -> tuple[int, bool]:
        """Where the small words before a title begin, and whether they say that it is past."""
        words, past = self.rows.small, False
        while True:
            word = max((w for w in words if self.said.endswith(w, 0, at)), key=len, default="")
            if not word or (at in self.nouns.ends and at - self.nouns.ends[at].start > len(word)):
                return at, past
            past = past or word in self.rows.rows.past
            at -= len(word)

    def _facts(
        self, group: Group, holders: list[Noun], whose: Noun | None, past: bool, percent: Quantity | None
    ) -> Iterator[Relationship]:
        if whose is None or whose.person:
            return
        self.body, self.at = whose, group.end
        for holder in holders:
            for word in group.words:
                relation = self.rows.ties[word]
                if holder.person and relation == "parent_of":
                    relation = "shareholder_of"
                if holder.who in whose.who or (holder.person and relation == _CHILD):
                    continue
                if not holder.person and word in self.rows.titles and relation not in self.rows.bodies:
                    continue
                places = [n for n in (holder, whose) if n.start >= 0]
                yield Relationship(
                    spans=(
                        self.nouns.span(
                            min([group.start, *(n.start for n in places)]), max([group.end, *(n.end for n in places)])
                        ),
                    ),
                    rule="role",
                    subject=holder.who,
                    relation=relation,
                    object=whose.who,
                    percent=percent,
                    status="past" if past else None,
                )

    def under(self) -> Iterator[Relationship]:
        """ "远山集团旗下的 | 南江乳业"."""
        for found in self.rows.under.finditer(self.said):
            owner = self.nouns.before(found.start())
            if owner is None or owner.person or not owner.sure:
                continue
            for who in self.nouns.listed(found.end()):
                generic = who.who.endswith(standing(self.nouns.frame.sentence.lang).relatives)  # "旗下 | 上市公司"
                named = self._named(who) and not who.person and not generic
                if who.start >= found.end() and named and who.who != owner.who:
                    yield Relationship(
                        spans=(self.nouns.span(owner.start, who.end),),
                        rule="role.under",
                        subject=who.who,
                        relation=_CHILD,
                        object=owner.who,
                    )
