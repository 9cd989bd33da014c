"""Who is what to whom, read by grammar where words are not spaced: "分行行长文绍衡", "所属子公司荔渚传感".

A title, a word for kin (子公司) or a helper (保荐人) stands beside a name; whose it is stands right before it, else it
is of whom the text is about. Phrasings tell what they know; this reader adds what their words do not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crossfoot.facts.frame import Frame
from crossfoot.lexicon.bonds import Bonds, bonds
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Name, Relationship, Span

_HAN = re.compile("[一-鿿A-Za-z0-9]")
_LOOSE = re.compile(r"[\s“”\"]*")
_MOST = 3  # titles of one person
_TITLES = 40  # words of a sentence that may be one


class Party(NamedTuple):
    """Somebody who is named or pointed to."""

    start: int
    end: int
    who: str
    person: bool


def may_tell(text: str, lang: str) -> bool:
    """Has a sentence a title or a word for kin?"""
    rows = bonds(lang)
    return rows is not None and rows.tie.search(text) is not None


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The ties of a sentence that no phrasing has told."""
    rows = bonds(frame.sentence.lang)
    if rows is None:
        return
    text, span = frame.sentence.document.text, frame.sentence.span
    told = {(f.subject, f.relation) for f in known if isinstance(f, Relationship)}
    told |= {(f.subject, f.object) for f in known if isinstance(f, Relationship)}
    if rows.tie.search(text, span.start, span.end) is None and rows.under.search(text, span.start, span.end) is None:
        frame.carried.ties |= told
        return
    reader = _Reader(frame, rows)
    before = frame.carried.ties
    for fact in (*reader.ties(), *reader.under()):
        tie, pair = (fact.subject, fact.relation), (fact.subject, fact.object)
        known_by = {tie, pair if fact.relation in rows.rows.kin.values() else tie}
        if fact.subject != fact.object and not known_by & (told | before):
            told |= {tie, pair}
            yield fact
    before |= told


def parties(frame: Frame) -> list[Party]:
    """Everybody named in a sentence, in its order."""
    found = dict[int, Party]()
    mentions = [m for _, m in frame.sentence.names]
    mentions += [t.mention for t in frame.sentence.tokens if t.mention is not None]
    for mention in mentions:
        if isinstance(mention.value, Name) and mention.value.kind in ("organisation", "person"):
            person = mention.value.kind == "person"
            found[mention.span.start] = Party(mention.span.start, mention.span.end, mention.value.entity, person)
    return [found[start] for start in sorted(found)]


def topic(frame: Frame, who: Iterable[str], before: int) -> str | None:
    """Whom a sentence is about, other than somebody: who leads it, else whom the item goes on about."""
    others, tellers = set(who), standing(frame.sentence.lang).tellers
    first = next((m for _, m in frame.owners.leaders[:1] if m.span.end <= before), None)
    leader = first.value.entity if first is not None and isinstance(first.value, Name) else None
    carried = frame.carried
    for known in (leader, *reversed(carried.topics), carried.entity, carried.first):
        if known is not None and known not in others and not known.endswith(tellers) and known in carried.heard:
            return known
    return None


class _Reader:
    """One sentence, its text, and everybody named in it."""

    def __init__(self, frame: Frame, rows: Bonds) -> None:
        self.frame, self.rows = frame, rows
        self.text, span = frame.sentence.document.text, frame.sentence.span
        self.start, self.end = span.start, span.end
        self.parties = parties(frame)
        self.starts = {party.start: party for party in self.parties}
        self.ends = {party.end: party for party in self.parties}

    def ties(self) -> Iterator[Relationship]:
        for count, found in enumerate(self.rows.tie.finditer(self.text, self.start, self.end)):
            if count < _TITLES and not any(p.start < found.end() and found.start() < p.end for p in self.parties):
                if found[0] in self.rows.titles:
                    yield from self._titled(found)
                else:
                    yield from self._kin(found)

    def _titled(self, title: re.Match[str]) -> Iterator[Relationship]:
        first, past = self._stripped(title.start(), self.rows.rows.before_title)
        holder = self._behind(title.end(), self.rows.titles, _MOST)
        body = self.ends.get(self._unquoted(first))
        if holder is None:
            holder, body = self._before(title, first, body)
        if holder is None or not holder.person:
            return
        body_name = body.who if body is not None and not body.person else None
        if body_name is None and body is None and self._alone(first):
            body_name = topic(self.frame, [holder.who], title.start())
        if body_name is not None:
            yield self._fact(holder, self.rows.titles[title[0]], body_name, title.span(), past)

    def _behind(self, at: int, titles: Iterable[str], most: int) -> Party | None:
        """Who stands behind a title, perhaps over another one or a verb of being."""
        at = self._passed(at, self.rows.rows.equals)
        at = self._opened(at)
        if (who := self.starts.get(at)) is not None:
            return who
        joint = self._passed(at, self.rows.rows.joints)
        other = self.rows.tie.match(self.text, joint, self.end) if joint > at and most else None
        return self._behind(other.end(), titles, most - 1) if other is not None else None

    def _before(self, title: re.Match[str], first: int, body: Party | None) -> tuple[Party | None, Party | None]:
        """ "陈既白（渚溪银行行长）": who stands before the bracket that a title closes."""
        opens = body.start if body is not None else first
        closed = title.end() < self.end and self.text[title.end()] in "）)"
        if closed and opens > self.start and self.text[opens - 1] in "（(":
            return self.ends.get(opens - 1), body
        return None, body

    def _kin(self, word: re.Match[str]) -> Iterator[Relationship]:
        """ "所属子公司 | 荔渚传感", "保荐人为 | 远山证券"."""
        who = self._behind(word.end(), (), 0)
        relation = self.rows.ties[word[0]]
        if who is None or (who.person and relation in ("subsidiary_of", "parent_of")):
            return
        first, past = self._stripped(word.start(), self.rows.rows.before_kin)
        owner = self.ends.get(self._unquoted(first))
        if owner is not None and not owner.person:
            whose: str | None = owner.who
        else:
            whose = topic(self.frame, [who.who], word.start())
        if whose is not None and not self._listed(who):
            yield self._fact(who, relation, whose, word.span(), past)

    def under(self) -> Iterator[Relationship]:
        """ "远山集团旗下的 | 南江乳业"."""
        for found in self.rows.under.finditer(self.text, self.start, self.end):
            owner = self.ends.get(self._unquoted(found.start()))
            who = self.starts.get(self._opened(found.end()))
            if owner is not None and who is not None and not owner.person and not who.person:
                yield self._fact(who, "subsidiary_of", owner.who, found.span(), False)

    def _listed(self, who: Party) -> bool:
        """Do more follow in a list, of which a phrasing has told?"""
        return self.text[who.end : who.end + 1] == "、"

    def _stripped(self, at: int, words: tuple[str, ...]) -> tuple[int, bool]:
        """Where the small words before a place begin, and whether they say that it is past."""
        past = False
        while True:
            word = max((w for w in words if self.text.endswith(w, self.start, at)), key=len, default="")
            if not word or (at in self.ends and self.ends[at].end - self.ends[at].start > len(word)):
                return at, past
            past = past or word in self.rows.rows.past
            at -= len(word)

    def _opened(self, at: int) -> int:
        """Past the marks that may open a name."""
        loose = _LOOSE.match(self.text, at, self.end)
        return loose.end() if loose is not None else at

    def _unquoted(self, at: int) -> int:
        return at - 1 if at > self.start and self.text[at - 1] in '”"）' and at not in self.ends else at

    def _passed(self, at: int, words: tuple[str, ...]) -> int:
        word = max((w for w in words if self.text.startswith(w, at)), key=len, default="")
        return at + len(word)

    def _alone(self, at: int) -> bool:
        """Does nothing before a title say of whom it is?"""
        if at == self.start or not _HAN.match(self.text, at - 1):
            return True
        return self.text.endswith(self.rows.rows.alone, self.start, at)

    def _fact(self, who: Party, relation: str, whose: str, at: tuple[int, int], past: bool) -> Relationship:
        span = Span(self.frame.sentence.document.id, min(who.start, at[0]), max(who.end, at[1]))
        return Relationship(
            spans=(span,),
            rule="bond",
            subject=who.who,
            relation=relation,
            object=whose,
            status="past" if past else None,
        )
