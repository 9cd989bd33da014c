"""What becomes what, by a verb that says so: "spun out of Holm", "the mill is being turned into a school".

The rows of `lexicon/<lang>/cast.toml` say which part around a verb is what it was and what it becomes; phrasings tell
what they know better.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import bearing
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import casting, stance, syntax
from crossfoot.facts.sentence.casting import Cast
from crossfoot.facts.sentence.syntax import Party
from crossfoot.lexicon.casts import Becoming, Casts, Slots, casts, slots
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.offices import offices
from crossfoot.model import Fact, Transformation

_NOUN = 6  # words behind a verb in which the noun that its row asks for stands


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """What the verbs of a sentence say becomes what, and no phrasing has told."""
    rows = casts(frame.sentence.lang)
    if rows is None or rows.becoming.firsts.isdisjoint(frame.sentence.present):
        return
    told = [f for f in known if isinstance(f, Transformation)]
    for at, token in enumerate(frame.sentence.tokens):
        text = (
            frame.sentence.document.text[token.start : token.end].lower() if token.mention is not None else token.text
        )
        for rest, shapes, row in rows.becoming.forms.get(text, ()):
            behind = frame.sentence.tokens[at + 1 : at + 1 + len(rest)]
            if tuple(t.text for t in behind) != rest or (found := casting.cast(frame, at, shapes)) is None:
                continue
            fact = _told(frame, rows, row, found)
            if fact is not None:
                if not any(_same(fact, other) for other in told):
                    told.append(fact)
                    yield fact
                break


def _same(one: Transformation, other: Transformation) -> bool:
    near = one.spans[0].start < other.spans[0].end and other.spans[0].start < one.spans[0].end
    return near or (one.kind == other.kind and bool({one.before, one.after} & {other.before, other.after} - {None}))


def _told(frame: Frame, rows: Casts, row: Becoming, found: Cast) -> Transformation | None:
    if row.needs and row.needs not in found.through:
        return None
    if row.heads and not _heads(frame, found, rows.kin[row.heads]):
        return None
    status = casting.status(frame, found.group) or "completed"
    if row.ahead and status == "completed" and not _itself(frame, found):
        return None
    after = _first(frame, found, row.after, row)
    before = _all(found, row.before) if row.all else _first(frame, found, row.before, row, but=after)
    if not before or (row.together and len(before) < 2) or (not row.all and not after):
        return None
    if not _fits(frame, row, before, after):
        return None
    was, now = _named(frame, before, ", "), _named(frame, after, " and ")
    if was == now:  # one firm under two names: as they are written
        was, now = (syntax.words_of(frame.sentence, p[0].first, p[0].last) for p in (before, after))
    if was == now:
        return None
    when = casting.when(frame, found.group.first, found.last)
    acts = [who for who in found.agents if who.who not in {p.who for p in (*before, *after)}]
    return Transformation(
        spans=(frame.sentence.span_of(found.first, found.last),),
        rule=f"becoming.{row.kind}",
        before=was,
        after=now,
        kind=row.kind,
        authority=acts[0].who if row.authority and acts else None,
        period=stance.coming(frame, when) if status != "completed" else stance.period_of(when),
        status=status,
    )


def _named(frame: Frame, parties: list[Party], joint: str) -> str | None:
    """One by his id, several as they are written."""
    if len(parties) < 2:
        return parties[0].who if parties else None
    return joint.join(
        syntax.words_of(frame.sentence, p.first, p.last) if p.kind not in ("proper", "back") else p.who for p in parties
    )


def _itself(frame: Frame, found: Cast) -> bool:
    behind = frame.sentence.tokens[found.group.last : found.group.last + 1]
    return bool(behind) and behind[0].text in ("itself", "themselves")


def _heads(frame: Frame, found: Cast, nouns: frozenset[str]) -> bool:
    """Does one of some nouns stand in what it befalls: "its head office", "the registered office of Holm"?"""
    tokens = frame.sentence.tokens
    places = [(p.first, p.last + 1) for p in (*found.patients, *found.agents) if p.last > p.first]
    places.append((found.group.last, found.group.last + _NOUN))
    inside = [t for first, last in places for t in tokens[first : min(last, len(tokens))]]
    text = frame.sentence.document.text
    return not nouns.isdisjoint(word for t in inside for word in text[t.start : t.end].lower().split())


def _all(found: Cast, named: Slots) -> list[Party]:
    parties = list[Party]()
    for slot in slots(named):
        parties += [p for p in bearing.part(found, slot) if p.who not in {known.who for known in parties}]
    return parties


def _first(frame: Frame, found: Cast, named: Slots, row: Becoming, but: list[Party] = []) -> list[Party]:  # noqa: B006
    """Who stands in the first of some parts that is filled."""
    for slot in slots(named):
        here = bearing.part(found, slot)
        if here and not {p[:3] for p in here} & {p[:3] for p in but}:
            return here
    return []


def _fits(frame: Frame, row: Becoming, before: list[Party], after: list[Party]) -> bool:
    """Are both what a row asks for?"""
    asked = row.of
    if any(p.who.lower() in small(frame.sentence.lang).pronouns for p in (*before, *after)):
        return False
    if asked == "named":
        return all(p.named and p.kind != "person" for p in (*before, *after))
    if asked == "place":
        return all(p.named and p.kind not in ("person", "back") for p in after)
    rows = offices(frame.sentence.lang)
    bodies = rows.bodies | small(frame.sentence.lang).leagues if rows is not None else frozenset()
    if asked in ("agency", "institution"):
        sides = (before, after) if asked == "agency" else (after,)
        may = asked == "institution"
        return all(any((may and p.named) or not bodies.isdisjoint(bearing.words_of(p)) for p in side) for side in sides)
    if asked == "firm":
        return all(bearing.fits(frame, p, "holding") for p in after)
    if asked == "holding":
        return all(bearing.fits(frame, p, "holding") for p in (*before, *after))
    return any(p.named for p in before) or all(bearing.fits(frame, p, "holding") for p in (*before, *after))
