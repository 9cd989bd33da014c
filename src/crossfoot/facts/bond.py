"""Who is what to whom, read by grammar where words are not spaced: "分行行长文绍衡", "所属子公司荔渚传感".

A title, a word for kin (子公司) or a helper (保荐人) stands beside a name; whose it is stands right before it, else it
is of whom the text is about. Phrasings tell what they know; this reader adds what their words do not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crossfoot.facts.clauses.nouns import nouns_of
from crossfoot.facts.clauses.roles import Roles
from crossfoot.facts.frame import Frame
from crossfoot.lexicon.bonds import bonds
from crossfoot.lexicon.standing import standing
from crossfoot.lexicon.verbal import verbal
from crossfoot.model import Fact, Name, Relationship

_OWNING = ("subsidiary_of", "parent_of", "shareholder_of")


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
    frames = verbal(frame.sentence.lang)
    if frames is None:
        return
    paired = {*_OWNING, *rows.rows.helpers.values()}
    reader, before = Roles(nouns_of(frame, frames), rows), frame.carried.ties
    for fact in (*reader.read(), *reader.under()):
        tie, pair = (fact.subject, fact.relation), (fact.subject, fact.object)
        known_by = {tie, pair if fact.relation in paired else tie}
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
