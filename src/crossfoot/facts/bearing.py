"""Who stands how to whom, by a verb that says so: "Holm, which the Rao family owns", "supervised by the central bank".

The rows of `lexicon/<lang>/cast.toml` say which part around a verb is whom; phrasings tell what they know better.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import casting, stance, syntax
from crossfoot.facts.sentence.casting import Cast
from crossfoot.facts.sentence.syntax import Party
from crossfoot.lexicon.casts import Bearing, Slots, casts, slots
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.names import common
from crossfoot.lexicon.offices import Offices, offices
from crossfoot.lexicon.stakes import stakes
from crossfoot.model import Event, Fact, Quantity, Relationship

_NAMES = 4  # words of a person's name
_MOST = 20  # facts of a sentence that another one is held against
_HOLDING = frozenset({"shareholder_of", "parent_of", "acquires", "subsidiary_of"})
_LEADING = frozenset({"head_of", "chief_executive_of", "chairman_of", "president_of"})


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """What the verbs of a sentence say, and no phrasing has told."""
    rows = casts(frame.sentence.lang)
    if rows is None:
        return
    told = [f for f in known if isinstance(f, Relationship)]
    for deed in _bought(frame, known):
        if not any(_same(deed, other) for other in told[-_MOST:]):
            told.append(deed)
            yield deed
    for at, token in enumerate(frame.sentence.tokens):
        if token.mention is not None or token.text not in rows.bearing.forms:
            continue
        for rest, shapes, row in rows.bearing.forms[token.text]:
            behind = frame.sentence.tokens[at + 1 : at + 1 + len(rest)]
            if tuple(t.text for t in behind) != rest or (found := casting.cast(frame, at, shapes)) is None:
                continue
            facts = list(_told(frame, row, found))
            for fact in facts:
                if not any(_same(fact, other) for other in told[-_MOST:]):
                    told.append(fact)
                    yield fact
            if facts:
                break


def _bought(frame: Frame, known: list[Fact]) -> Iterator[Relationship]:
    """Who buys whom, where it was told as something that happened: "the purchase of Holm by Idris"."""
    for fact in known:
        if not isinstance(fact, Event) or fact.kind != "acquisition" or not fact.actor or not fact.object:
            continue
        if fact.status in ("withdrawn", "proposed") or fact.actor == fact.object:
            continue
        if not all(who in frame.carried.heard or who.istitle() for who in (fact.actor, fact.object)):
            continue  # half a clause, and no firm
        yield Relationship(
            spans=fact.spans,
            rule="bearing.acquires",
            subject=fact.actor,
            relation="acquires",
            object=fact.object,
            period=fact.date,
            status=None if fact.status == "completed" else fact.status,
        )


def _same(one: Relationship, other: Relationship) -> bool:
    """Do two facts say one thing: who owns whom is told, whatever it is called?"""
    alike = one.relation == other.relation or {one.relation, other.relation} <= _HOLDING
    alike = alike or {one.relation, other.relation} <= _LEADING
    return alike and {one.subject, one.object} == {other.subject, other.object}


def _told(frame: Frame, row: Bearing, found: Cast) -> Iterator[Relationship]:
    if row.needs and row.needs not in found.through:
        return
    rows = casts(frame.sentence.lang)
    if row.heads and (rows is None or not casting.heads(frame, found, rows.kin[row.heads])):
        return
    subjects = _parts(found, row.subject, row.all)
    objects = _parts(found, row.object)
    shares = found.shares if subjects == found.agents and len(found.shares) == len(subjects) else []
    subjects = [who for who in subjects if fits(frame, who, row.by or "holder")] if not shares else subjects
    objects = [what for what in objects if fits(frame, what, row.of or "holding")]
    status = casting.status(frame, found.group, row.stays)
    when = casting.when(frame, found.group.first, found.last) if row.dated else None
    relation = row.several if row.several and (len(subjects) > 1 or any(shares)) else row.relation
    for i, who in enumerate(subjects):
        if not fits(frame, who, row.by or "holder"):
            continue
        share: Quantity | None = shares[i] if shares else None
        for what in objects:
            if who.who == what.who:
                other = syntax.main(frame) if what.kind == "back" else None
                if other is None or other == who.who:
                    continue
                what = what._replace(who=other)  # "Holm, which has owned the company since 2017"
            yield Relationship(
                spans=(frame.sentence.span_of(found.first, found.last),),
                rule=f"bearing.{row.relation}",
                subject=_untitled(frame, who),
                relation=relation,
                object=what.who,
                percent=share,
                period=stance.coming(frame, when) if status is not None else stance.period_of(when),
                status=status,
            )


def _untitled(frame: Frame, who: Party) -> str:
    """Somebody without what he is: "Chair | Jane Brook"."""
    rows, words = offices(frame.sentence.lang), who.who.split()
    if rows is None or who.kind != "proper":
        return who.who
    while len(words) > 2 and words[0].lower() in rows.titles.heads:
        words = words[1:]
    return " ".join(words)


def _parts(found: Cast, named: Slots, every: bool = False) -> list[Party]:
    """Who stands in the first of some parts that is filled, or in all of them."""
    out = list[Party]()
    for slot in slots(named):
        here = part(found, slot)
        if here and not every:
            return here
        out += here
    return out


def part(found: Cast, slot: str) -> list[Party]:
    if slot == "agent":
        return found.agents
    if slot == "patient":
        return found.patients
    if slot == "complement":
        return [found.complement] if found.complement is not None else []
    return found.through.get(slot, [])


def fits(frame: Frame, who: Party, asked: str) -> bool:
    """Is somebody what a row asks for: a body, a person, something that can be held?"""
    rows, said = offices(frame.sentence.lang), words_of(who)
    last = said[-1]
    if rows is None or (who.kind == "back" and who.who.lower() in small(frame.sentence.lang).pronouns):
        return False
    if asked == "person":
        return person(frame, who)
    if asked == "named":
        return _named(who)
    if asked == "body":
        return (_named(who) and who.kind != "person") or _bodily(frame, rows, last)
    if asked == "company":
        return _named(who) and who.kind != "person" and _placeless(frame, who)
    if asked == "public":
        return not rows.bodies.isdisjoint(said)
    if asked == "league":
        return who.named and not small(frame.sentence.lang).leagues.isdisjoint(said)
    if asked == "firm":
        return who.kind in ("organisation", "back") or (_named(who) and not person(frame, who))
    if asked == "site":
        if who.kind == "words":  # "the Harle mill"
            return (
                "'s" not in who.who
                and last in small(frame.sentence.lang).belongings
                and any(word[:1].isupper() for word in who.who.split())
            )
        return _named(who) and who.kind != "back" and not person(frame, who) and not rows.titles.heads & set(said)
    if asked == "holder":
        return _named(who) or _bodily(frame, rows, last)
    return (_named(who) and who.kind != "person") or last in small(frame.sentence.lang).belongings | rows.bodies


def _placeless(frame: Frame, who: Party) -> bool:
    """Is somebody no part of the world: "supplies pipes to China" tells of no customer?"""
    return who.last <= who.first or frame.sentence.place_at(who.first) is None


def words_of(who: Party) -> list[str]:
    """The words of a name, or of the id that it is known by."""
    return who.who.lower().replace("-", " ").split()


def _bodily(frame: Frame, rows: Offices, last: str) -> bool:
    """Is what has no name of its own a body: "the central bank", "the state"?"""
    held = stakes(frame.sentence.lang)
    return last in rows.bodies or (held is not None and last in held.bodies)


def _named(who: Party) -> bool:
    """Is somebody named, and by more than a word with a capital that anybody uses?"""
    return who.kind in ("organisation", "person", "back") or (
        who.kind == "proper" and not common().issuperset(who.who.lower().split())
    )


def person(frame: Frame, who: Party) -> bool:
    """Is somebody a person, or may be one: two capitalised words that no reader knows?"""
    if who.kind == "person":
        return True
    words, rows, tokens = who.who.split(), offices(frame.sentence.lang), frame.sentence.tokens
    if who.last > who.first > 0 and tokens[who.first - 1].text in small(frame.sentence.lang).determiners:
        return False  # "the Leeds Freeport"
    if rows is not None and not (rows.bodies | small(frame.sentence.lang).leagues).isdisjoint(who.who.lower().split()):
        return False
    plain = all(word.replace("-", "").replace("'", "").replace(".", "").isalpha() for word in words)
    return who.kind == "proper" and 2 <= len(words) <= _NAMES and plain
