"""What becomes what, by a verb that says so: "spun out of Holm", "the mill is being turned into a school".

The rows of `lexicon/<lang>/cast.toml` say which part around a verb is what it was and what it becomes; phrasings tell
what they know better.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import bearing
from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import casting, stance, syntax
from crossfoot.facts.sentence.casting import Cast
from crossfoot.facts.sentence.syntax import Party
from crossfoot.lexicon.casts import Becoming, Casts, Slots, Turning, casts, slots
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.offices import offices
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Transformation

_NEAR = 5  # tokens before a noun in which it is planned, withdrawn or denied
_SMALL = frozenset({"in", "the", "end", "of", "early", "late"})
_LONGEST = 5  # tokens of a new name
_BACK = 12  # tokens before it in which a split is told
_MOST = 20  # facts of a sentence that another one is held against


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """What the verbs of a sentence say becomes what, and no phrasing has told."""
    rows = casts(frame.sentence.lang)
    if rows is None or rows.triggers.isdisjoint(frame.sentence.present):
        return
    told = [f for f in known if isinstance(f, Transformation)]
    for named in (*_fronted(frame, rows), *_once(frame, rows), *_nominal(frame, rows)):
        if not any(_same(named, other) for other in told[-_MOST:]):
            told.append(named)
            yield named
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
                if not any(_same(fact, other) for other in told[-_MOST:]):
                    told.append(fact)
                    yield fact
                break


def _once(frame: Frame, rows: Casts) -> Iterator[Transformation]:
    """What somebody was called before: "Holm (formerly Idris Works)", "Holm, until 2019 known as Idris"."""
    sentence, tokens = frame.sentence, frame.sentence.tokens
    for at in range(sentence.opening + 2, len(tokens) - 1):
        if tokens[at - 1].text not in (",", "(") or tokens[at].text not in rows.once.lead | rows.once.now:
            continue
        first, when = at + 1, None
        while first < len(tokens) - 1 and (syntax.is_time(tokens[first]) or tokens[first].text in _SMALL):
            when = tokens[first].mention if syntax.is_time(tokens[first]) else when
            first += 1
        first += next((n for n in _called(rows) if _says(frame, first, rows, n)), 0)
        was, now = casting.party_at(frame, first), syntax.nearest(frame, at - 1)
        named = now is not None and (now.named or tokens[at].text in rows.once.now)
        if was is None or now is None or not named or now.last != at - 1 or "person" in (was.kind, now.kind):
            continue
        if was.last < len(tokens) and tokens[was.last].text not in casting.CLOSES:
            continue
        if since := tokens[at].text in rows.once.now:  # "its retail arm, now Corvane Fuels"
            if not was.named or was.last - was.first > _LONGEST or not syntax.capital(sentence, was.first):
                continue
            was, now = now, was
        before, after = was.who, now.who
        if since and len(before.split()) > _LONGEST:
            before = whose.spoken_of(frame, at) or before  # whose arm it is
        if before == after:
            before, after = (syntax.words_of(sentence, p.first, p.last) for p in (was, now))
        parted = since and not rows.once.split.isdisjoint(t.text for t in tokens[max(at - _BACK, 0) : at])
        yield Transformation(
            spans=(sentence.span_of(now.first, was.last),),
            rule="becoming.once",
            before=before,
            after=after,
            kind="split" if parted else "rename",
            period=stance.period_of(when),
            status="completed",
        )


def _fronted(frame: Frame, rows: Casts) -> Iterator[Transformation]:
    """ "Formerly known as Idris Works, | Holm | makes pipes"."""
    sentence, tokens, at = frame.sentence, frame.sentence.tokens, frame.sentence.opening
    if at + 3 >= len(tokens) or tokens[at].text not in rows.once.lead:
        return
    first = at + 1 + next((n for n in _called(rows) if _says(frame, at + 1, rows, n)), 0)
    was = casting.party_at(frame, first) if first > at + 1 else None
    comma = next((i for i in range(first, min(first + _BACK, len(tokens))) if tokens[i].text == ","), None)
    now = casting.party_at(frame, comma + 1) if comma is not None else None
    if was is None or now is None or not (was.named and now.named) or "person" in (was.kind, now.kind):
        return
    yield Transformation(
        spans=(sentence.span_of(was.first, now.last),),
        rule="becoming.once",
        before=was.who,
        after=now.who,
        kind="rename",
        status="completed",
    )


def _called(rows: Casts) -> list[int]:
    return sorted({len(words.split()) for words in rows.once.called}, reverse=True)


def _says(frame: Frame, at: int, rows: Casts, length: int) -> bool:
    return " ".join(t.text for t in frame.sentence.tokens[at : at + length]) in rows.once.called


def _nominal(frame: Frame, rows: Casts) -> Iterator[Transformation]:
    """ "The merger of Holm and Idris", "its relocation to Leeds"."""
    tokens = frame.sentence.tokens
    if rows.nouns.isdisjoint(frame.sentence.present):
        return
    for at, token in enumerate(tokens):
        if token.mention is not None or token.text not in rows.nouns:
            continue
        row = next((rows.turning[words] for words in _ending(frame, at) if words in rows.turning), None)
        fact = _turned(frame, rows, row, at) if row is not None else None
        if fact is not None:
            yield fact


def _ending(frame: Frame, at: int) -> list[str]:
    """The last five tokens, four, three ... that end with one: "spin - off", "change of name"."""
    texts = [token.text for token in frame.sentence.tokens[max(at - 4, 0) : at + 1]]
    return [" ".join(texts[i:]).replace(" - ", "-") for i in range(len(texts))]


def _turned(frame: Frame, rows: Casts, row: Turning, at: int) -> Transformation | None:
    tokens, sentence = frame.sentence.tokens, frame.sentence
    first, owners = _owner(frame, at)
    ways = {**casting.through(frame, at + 1, noun=True), "owner": owners}
    before = [p for slot in slots(row.before) for p in ways.get(slot, [])]
    if not row.all:
        before = next((ways[slot] for slot in slots(row.before) if ways.get(slot)), [])
    after = next((ways[s] for s in slots(row.after) if ways.get(s) and ways[s] != before), [])
    before = [p for i, p in enumerate(before) if p.who not in {other.who for other in before[:i]}]
    if not before or (row.together and len(before) < 2) or (not row.all and not after):
        return None
    last = max([at + 1, *(p.last for p in (*before, *after))])
    if row.heads and rows.kin[row.heads].isdisjoint(t.text for t in tokens[at : last + 1]):
        return None
    if not _fits(frame, row, before, after):
        return None
    near = {t.text for t in tokens[max(first - _NEAR, sentence.opening) : min(last + 5, len(tokens))]}
    if not near.isdisjoint(small(sentence.lang).denying | standing(sentence.lang).deniers):
        return None
    status = "withdrawn" if near & rows.once.withdrawn else "planned" if near & rows.once.planned else "completed"
    when = casting.when(frame, at, last)
    return Transformation(
        spans=(sentence.span_of(min([first, *(p.first for p in before)]), last),),
        rule=f"turning.{row.kind}",
        before=_named(frame, before, ", "),
        after=_named(frame, after, " and "),
        kind=row.kind,
        period=stance.coming(frame, when) if status == "planned" else stance.period_of(when),
        status=status,
    )


def _owner(frame: Frame, at: int) -> tuple[int, list[Party]]:
    """Whose a noun is, and where its phrase begins: "Holm's planned | merger", "completed their | merger"."""
    tokens, words, first = frame.sentence.tokens, small(frame.sentence.lang), at
    while first > max(frame.sentence.opening, at - 4) and tokens[first - 1].text not in ("'s", "its", "their"):
        text = tokens[first - 1].text
        if tokens[first - 1].mention is not None or not (text.isalpha() or text == "-"):
            return at, []
        if text in words.prepositions or text in words.determiners - {"new"}:
            return at, []
        first -= 1
    lead = tokens[first - 1].text if first > frame.sentence.opening else ""
    if lead == "'s":
        return first, casting.lined(frame, syntax.before(frame, first - 1))
    if lead in ("its", "their"):
        return first, casting.lined(frame, syntax.leading(frame, first - 1))
    return at, []


def _same(one: Transformation, other: Transformation) -> bool:
    near = one.spans[0].start < other.spans[0].end and other.spans[0].start < one.spans[0].end
    return near or (one.kind == other.kind and bool({one.before, one.after} & {other.before, other.after} - {None}))


def _told(frame: Frame, rows: Casts, row: Becoming, found: Cast) -> Transformation | None:
    if row.needs and row.needs not in found.through:
        return None
    if row.heads and not casting.heads(frame, found, rows.kin[row.heads]):
        return None
    status = casting.status(frame, found.group) or "completed"
    if row.ahead and status == "completed" and not _itself(frame, found) and not _lately(frame, found):
        return None
    after = _first(frame, found, row.after, row)
    before = _all(found, row.before) if row.all else _first(frame, found, row.before, row, but=after)
    if not before or (row.together and len(before) < 2) or (not row.all and not after):
        return None
    if not _fits(frame, row, before, after):
        return None
    if row.ahead and status == "completed" and "until" in _around(frame, found):
        before, after = after, before  # "Holm, which was called Idris until 2019"
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


def _around(frame: Frame, found: Cast) -> set[str]:
    return {t.text for t in frame.sentence.tokens[max(found.group.first - 2, 0) : found.last + 2]}


def _lately(frame: Frame, found: Cast) -> bool:
    """Is it so only now, or was it only until some time: "is now called Holm", "was called Holm until 2019"?"""
    now = found.group.said & {"now"} and found.group.said & {"is", "are"}
    past = found.group.said & {"was", "were"} or frame.sentence.tokens[found.group.verb].text in ("traded", "operated")
    return bool(now) or (bool(past) and "until" in _around(frame, found))


def _itself(frame: Frame, found: Cast) -> bool:
    behind = frame.sentence.tokens[found.group.last : found.group.last + 1]
    return bool(behind) and behind[0].text in ("itself", "themselves")


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


def _fits(frame: Frame, row: Becoming | Turning, before: list[Party], after: list[Party]) -> bool:
    """Are both what a row asks for?"""
    asked = row.of
    if any(p.who.lower() in small(frame.sentence.lang).pronouns for p in (*before, *after)):
        return False
    if asked == "named":
        return all(p.named and p.kind != "person" for p in (*before, *after))
    if asked == "town":
        towns = [p for p in (*before, *after) if p.last == p.first + 1 or p.kind == "proper"]
        return len(towns) == 2 and all(frame.sentence.place_at(p.first) is not None for p in towns)
    if asked == "place":
        return all(p.named and p.kind not in ("person", "back") for p in after)
    rows = offices(frame.sentence.lang)
    words = small(frame.sentence.lang)
    bodies = rows.bodies | words.leagues if rows is not None else frozenset()
    bodies |= words.belongings | words.concerns if asked == "institution" else frozenset()
    if asked in ("agency", "institution"):
        sides = (before, after) if asked == "agency" else (after,)
        if asked == "institution":
            bodies |= casts(frame.sentence.lang).kin["institutions"]  # type: ignore[union-attr]
        if not all(bearing.fits(frame, p, "holding") or _single(bearing.words_of(p)[-1]) in bodies for p in before):
            return False
        may = asked == "institution"
        return all(
            any((may and p.named) or not bodies.isdisjoint(map(_single, bearing.words_of(p))) for p in side)
            for side in sides
        )
    if asked == "firm":
        return all(bearing.fits(frame, p, "holding") for p in after)
    if asked == "holding":
        return all(bearing.fits(frame, p, "holding") for p in (*before, *after))
    return any(p.named for p in before) or all(bearing.fits(frame, p, "holding") for p in (*before, *after))


def _single(noun: str) -> str:
    """ "research centers" are upgraded as one center is."""
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
