"""Who is what to whom, read by grammar: a title or a tie beside a name, and the body that it is of.

Phrasings tell what they know; this reader adds what their words do not fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import casting, syntax
from crossfoot.facts.sentence.syntax import Party
from crossfoot.late import late
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.names import common
from crossfoot.lexicon.offices import Offices, headwords, offices
from crossfoot.lexicon.origins import origins
from crossfoot.lexicon.phrasing import CODE
from crossfoot.model import Fact, Name, Quantity, Relationship

_OWN = frozenset({"its", "their", "the", "a", "an", "his", "her"})
_HUMAN = frozenset({"shareholder_of", "parent_of", "member_of"})  # what people are as well as firms
_OWNER = frozenset({"'s", "'", "’"})
_INITIAL = late(r"[A-Z]\.?")
_ASIDE = 14  # tokens that commas or brackets set apart
_NAMES = 4  # words of a person's name


class Title(NamedTuple):
    first: int  # with the words before it that say nothing: "its new"
    start: int
    last: int
    words: str
    past: bool
    percent: Quantity | None = None


class Held(NamedTuple):
    """Who has a title, and of what, where the words say it."""

    who: Party
    bodies: list[Party]
    last: int
    percent: Quantity | None = None


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The offices and ties of a sentence that no phrasing has told."""
    rows = offices(frame.sentence.lang)
    if rows is None:
        return
    told = {(f.subject, f.relation) for f in known if isinstance(f, Relationship)}
    told |= {(f.object, f.relation) for f in known if isinstance(f, Relationship)}
    heads, own = headwords(frame.sentence.lang), set[tuple[str, str, str]]()
    counted = (_word(frame, at) for at in frame.sentence.sizes)
    if heads.isdisjoint(frame.sentence.present) and heads.isdisjoint(counted):
        return
    for at, token in enumerate(frame.sentence.tokens):
        if token.mention is not None and not syntax.is_size(token):
            continue
        found = list[Relationship]()
        if _word(frame, at) in heads and not _counts(frame, at) and (title := _title(frame, rows, at)) is not None:
            found = list(_by_title(frame, rows, title))
        for fact in found:
            if (fact.subject, fact.relation) in told or (fact.subject, fact.relation, fact.object) in own:
                continue
            if fact.subject != fact.object:
                frame.carried.post = fact.relation if fact.relation in rows.called.values() else frame.carried.post
                own.add((fact.subject, fact.relation, fact.object))
                yield fact


def _title(frame: Frame, rows: Offices, at: int) -> Title | None:
    """The title that ends at a token, with what stands before it."""
    tokens, titles, opening = frame.sentence.tokens, rows.titles, frame.sentence.opening
    start = at
    while start > opening and tokens[start - 1].mention is None and tokens[start - 1].text in (*titles.modifiers, "-"):
        start -= 1
    words = " ".join([*(token.text for token in tokens[start:at]), _word(frame, at)]).replace(" - ", "-")
    if at + 1 < len(tokens) and words in titles.incomplete and rows.tie(words) is None:
        return None
    if f"{words} {tokens[min(at + 1, len(tokens) - 1)].text}" in rows.called:
        return None  # "chief executive" of "chief executive officer"
    first, past, percent = start, False, None
    while first > opening:
        before = tokens[first - 1]
        if before.text in titles.past:
            past = True
        elif (share := casting.share(before.mention)) is not None:
            percent = share  # "its 34% owner"
        elif before.text == "and" and tokens[first - 2].text in headwords(frame.sentence.lang):
            first -= 1  # "founder | and 34% owner"
        elif before.text not in titles.skipped | titles.modifiers | {"-", CODE["ordinal"]}:
            break
        first -= 1
    return Title(first, start, at + 1, words, past, percent)


def _counts(frame: Frame, at: int) -> bool:
    """Does it only say how many there are: "the 75-member | council"?"""
    tokens = frame.sentence.tokens
    if tokens[at].mention is not None:
        return not _word(frame, at).endswith("s")
    return at > 1 and tokens[at - 1].text == "-" and not tokens[at - 2].text.isalpha()


def _word(frame: Frame, at: int) -> str:
    """The word at a token; of "5 members" the one that says what is counted."""
    token = frame.sentence.tokens[at]
    if token.mention is None:
        return token.text
    return (frame.sentence.document.text[token.start : token.end].lower().split() or [""])[-1]


def _by_title(frame: Frame, rows: Offices, title: Title) -> Iterator[Relationship]:
    tie = rows.tie(title.words) or rows.tie(title.words.split()[-1])
    titled = title.words.split()[-1] in rows.titles.heads
    if (inner := _inner(frame, rows, title)) is not None:
        yield inner
        return
    for held in _holders(frame, rows, title):
        person = _person(held.who)
        if person and titled:
            relation = rows.relation(title.words)
        elif tie is not None and (_firm(rows, held.who) if not person else tie in _HUMAN):
            relation = "shareholder_of" if title.percent is not None and tie in _HUMAN else tie
        else:
            continue
        bodies: list[Party | str] = [*held.bodies] or [
            body for body in (_body(frame, rows, title, held.who),) if body is not None
        ]
        if title.words.split()[-1] in rows.titles.turned and len(bodies) < 2:
            continue
        for body in bodies:
            if held.who.who != (body.who if isinstance(body, Party) else body):
                yield _fact(frame, rows, title, held, relation, body)


def _inner(frame: Frame, rows: Offices, title: Title) -> Relationship | None:
    """Whose a unit is that is named before the word for it: "its | Holm Works unit", "the Holm unit of Idris"."""
    tokens, at = frame.sentence.tokens, title.start
    tie = rows.ties.get(title.words)
    if tie != "subsidiary_of" or at <= frame.sentence.opening + 1:
        return None
    who = syntax.nearest(frame, at)
    if (
        who is None
        or who.last != at
        or not (who.kind == "organisation" or (who.kind == "proper" and " " in who.who))
        or "-based" in who.who
    ):
        return None
    lead, body = tokens[who.first - 1].text, None
    if lead in ("its", "their"):
        topic = whose.spoken_of(frame, who.first - 1)
        body = Party(topic, who.first - 1, who.first, "back") if topic is not None else None
    elif lead == "'s":
        body = syntax.resolved(frame, syntax.before(frame, who.first - 1), who.first)
    else:
        return None
    if body is None or body.who == who.who:
        return None
    return _fact(frame, rows, title, Held(who, [], title.last), tie, body)


def _fact(frame: Frame, rows: Offices, title: Title, held: Held, relation: str, body: Party | str) -> Relationship:
    first, last = min(title.first, held.who.first), max(title.last, held.last)
    subject, of = held.who.who, body.who if isinstance(body, Party) else body
    if title.words.split()[-1] in rows.titles.turned:
        subject, of = of, subject
    coming = {token.text for token in frame.sentence.tokens[first:last]} & rows.turning
    status = "past" if title.past else "planned" if coming else None
    return Relationship(
        spans=(frame.sentence.span_of(first, last),),
        rule="office",
        subject=subject,
        relation=relation,
        object=of,
        percent=(held.percent or title.percent) if relation in _HUMAN else None,
        status=status,
    )


def _holders(frame: Frame, rows: Offices, title: Title) -> Iterator[Held]:
    """Whoever has a title: behind it, before it, or joined to it by a verb of being."""
    tokens, only = frame.sentence.tokens, title.words.removesuffix("s").split()[-1] in rows.titles.possessed
    body, after = ([], title.last) if only else _of(frame, rows, _joined(frame, rows, title.last))
    named = after + (after < len(tokens) and tokens[after].text in (",", *rows.titles.being))
    if (
        title.words.endswith("s")
        and title.words.removesuffix("s").split()[-1] in headwords(frame.sentence.lang)
        and named > after
    ):
        for each in casting.several(frame, named):
            yield Held(each, body, each.last)  # "its lenders, Holm and Idris,"
        return
    near: Party | None
    if after < len(tokens) and (near := _name(frame, after)) is not None and (after == title.last or not body):
        body, last = (body, near.last) if body or only else _of(frame, rows, near.last)
        yield Held(near, body, last)  # "chairman Jane Brook", "Governor Jane Brook of the Bank of Leeds"
        return
    if body and title.percent is not None and (near := _apposed(frame, title)) is not None:
        yield Held(near, body, after)  # "Holm, 50 pct owner of Idris, Jane Brook said"
        return
    near = _name(frame, after + 1) if after < len(tokens) - 1 and tokens[after].text == "," else None
    if near is not None and (near.last >= len(tokens) or tokens[near.last].text in rows.closing):
        yield Held(near, body, near.last)  # "its chairman, Jane Brook,"
        return
    colon = after + 1 if after < len(tokens) and tokens[after].text in rows.chosen else after
    if colon < len(tokens) - 1 and tokens[colon].text == ":":
        yield from _listed(frame, colon + 1, body)
        return
    if (near := _is(frame, rows, title, after)) is not None:
        behind = near.last + 1 if near.last + 1 < len(tokens) and tokens[near.last].text == "(" else 0
        share = casting.share(tokens[behind].mention) if behind else None  # "its largest owner remains Holm (31%)"
        yield Held(near, body, max(after, near.last), share)
        return
    near = _apposed(frame, title) or (_pointed(frame, title.first - 1) if body and _aside(frame, title) else None)
    if near is not None and (after >= len(tokens) or tokens[after].text in rows.closing):
        yield Held(near, body, after)  # "Jane Brook, chairman of Holm, said"


def _aside(frame: Frame, title: Title) -> bool:
    return title.first > frame.sentence.opening + 1 and frame.sentence.tokens[title.first - 1].text == ","


def _apposed(frame: Frame, title: Title) -> Party | None:
    """Who stands before a title that is set apart: "Jane Brook, | chairman of Holm"."""
    return _ends(frame, _past_bracket(frame, title.first - 1)) if _aside(frame, title) else None


def _joined(frame: Frame, rows: Offices, at: int) -> int:
    """Where the second of two titles ends: "chairman | and chief executive of Holm"."""
    tokens, titles = frame.sentence.tokens, rows.titles
    last = at + 1
    if at >= len(tokens) or tokens[at].text != "and":
        return at
    known = headwords(frame.sentence.lang) | titles.modifiers | titles.skipped - _OWN
    while last < len(tokens) and (tokens[last].text in known or casting.share(tokens[last].mention) is not None):
        last += 1
    return last if last > at + 1 and tokens[last - 1].text in headwords(frame.sentence.lang) else at


def _listed(frame: Frame, at: int, body: list[Party]) -> Iterator[Held]:
    """ "New directors: Lea Frei, Paul Anders and Wu Jian", "Auditor: Holm & Co"."""
    tokens = frame.sentence.tokens
    if (bodies := casting.several(frame, at)) and not bodies[0].named:
        yield from (Held(near, body, near.last) for near in bodies)  # "Supervisor: the Dutch central bank"
        return
    while at < len(tokens) and (near := _name(frame, at)) is not None:
        at, opened = near.last, near.last
        while opened < len(tokens) and tokens[opened].text in ("(", ",", "with", ":"):
            opened += 1
        share = casting.share(tokens[opened].mention) if opened < len(tokens) else None
        if share is not None:  # "Shareholders: Holm 44.8%; Idris (9.1%)"
            at = opened + 1 + (opened + 1 < len(tokens) and tokens[opened + 1].text == ")")
        yield Held(near, body, at, share)
        if at >= len(tokens) or tokens[at].text not in (",", "and", ";"):
            return
        while at < len(tokens) and tokens[at].text in (",", "and", ";"):
            at += 1


def _is(frame: Frame, rows: Offices, title: Title, after: int) -> Party | None:
    """Who is said to be it: "Jane Brook is chairman", "its first director will be Jane Brook"."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    at, seen = title.first, False
    while at > frame.sentence.opening and tokens[at - 1].mention is None:
        text = tokens[at - 1].text
        if text in rows.is_["now"] | rows.is_["past"] | rows.is_["coming"]:
            seen = True
        elif text not in words.adverbs | rows.titles.past | rows.is_["between"]:
            break
        at -= 1
    if seen and at and tokens[at - 1].text in words.relatives:
        at -= 2 if at > 1 and tokens[at - 2].text == "," else 1  # "Jane Brook, who has been governor"
        return syntax.resolved(frame, syntax.nearest(frame, at), at)
    if seen and tokens[title.first - 1].text != "," and (who := syntax.resolved(frame, syntax.before(frame, at), at)):
        return who
    if seen and tokens[title.first - 1].text != "," and at and tokens[at - 1].text == ",":
        opened = next((i for i in range(at - 2, max(at - _ASIDE, 0), -1) if tokens[i].text == ","), at)
        if (near := _ends(frame, opened)) is not None:
            return near  # "Fjordcom, a newcomer to the market, is a unit of Skagen Tele"
    rises = (
        title.first > 1 and tokens[title.first - 1].text == "to" and tokens[title.first - 2].text in rows.titles.rising
    )
    if (raised := _raised(frame, rows, title)) is not None:
        return raised
    if title.first and (tokens[title.first - 1].text == "as" or rises) and title.words not in rows.ties:
        return _somebody(frame, title.first - 1)
    behind = after
    while behind < len(tokens) and tokens[behind].text in ("will", "be", "to", *rows.titles.being):
        behind += 1
    return _name(frame, behind) if behind > after else None


def _raised(frame: Frame, rows: Offices, title: Title) -> Party | None:
    """ "promoted | Jane Brook | to finance director"."""
    tokens = frame.sentence.tokens
    if title.first < 2 or tokens[title.first - 1].text != "to":
        return None
    near = syntax.nearest(frame, title.first - 1)
    if near is None or near.last != title.first - 1 or not _person(near) or near.first <= frame.sentence.opening:
        return None
    return near if tokens[near.first - 1].text in rows.titles.rising else None


def _somebody(frame: Frame, at: int) -> Party | None:
    """Who gets or leaves an office: the person named right before it, else the subject of its clause."""
    near = syntax.nearest(frame, at)
    rows, tokens = offices(frame.sentence.lang), frame.sentence.tokens
    replaced = near is not None and rows is not None and tokens[near.first - 1].text in rows.titles.replacing
    if near is not None and near.last == at and _person(near) and not replaced:
        return near  # "Holm appointed Jane Brook | as chairman"
    who = syntax.leading(frame, at)
    return who if who is not None and _person(who) else None


def _name(frame: Frame, at: int) -> Party | None:
    """The proper name that begins at a token."""
    sentence, tokens, words = frame.sentence, frame.sentence.tokens, small(frame.sentence.lang)
    while at < len(tokens) - 1 and (tokens[at].text in words.titles or tokens[at].text in ("the", ".")):
        at += 1
    if at >= len(tokens) or not syntax.capital(sentence, at):
        return None
    if (known := syntax.name_at(sentence, at)) is not None:
        kind = known.kind if known.kind in ("organisation", "person") else "proper"
        mention = tokens[at].mention
        return None if mention is not None and mention.rule == "anaphor" else Party(known.entity, at, at + 1, kind)
    last = at
    while last < min(len(tokens), at + _NAMES + 2) and (syntax.capital(sentence, last) or _joint(frame, last, at)):
        if last > at and syntax.name_at(sentence, last) is not None:
            name = syntax.name_at(sentence, last)
            if name is not None and name.kind == "person":
                last += 1  # "P. N. | Rao"
            break
        last += 1
    while last > at and not syntax.capital(sentence, last - 1):
        last -= 1
    return Party(syntax.words_of(sentence, at, last), at, last, "proper") if last > at else None


def _joint(frame: Frame, at: int, first: int) -> bool:
    tokens = frame.sentence.tokens
    if not first < at < len(tokens) - 1 or not syntax.capital(frame.sentence, at + 1):
        return False
    initial = tokens[at].text == "." and tokens[at].start - tokens[at - 1].start <= 2
    return initial or tokens[at].text in frame.words.particles | {"-"}


def _ends(frame: Frame, last: int) -> Party | None:
    """The proper name that ends before a token."""
    party = syntax.nearest(frame, last)
    return party if party is not None and party.named and party.kind != "back" and party.last == last else None


def _past_bracket(frame: Frame, at: int) -> int:
    """The bracket that ends right before a token, if any: "Holm Finance plc | (the "Issuer"), a unit of Holm"."""
    tokens = frame.sentence.tokens
    if tokens[at - 1].text != ")":
        return at
    return next((i for i in range(at - 2, max(at - _ASIDE, 0), -1) if tokens[i].text == "("), at)


def _pointed(frame: Frame, last: int) -> Party | None:
    """ "The utility, | a unit of Holm"."""
    who = syntax.resolved(frame, syntax.before(frame, last), last)
    return who if who is not None and who.kind == "back" else None


def _person(who: Party) -> bool:
    if who.kind == "person":
        return True
    words = who.who.split()
    plain = all(word.replace("-", "").replace("'", "").replace(".", "").isalpha() for word in words)
    return who.kind == "proper" and 2 <= len(words) <= _NAMES and plain


def _firm(rows: Offices, who: Party) -> bool:
    """Is somebody a firm, and no word with a capital: "Parent Company"?"""
    if who.kind == "words":
        return who.who.split()[-1] in rows.bodies  # "the Dutch central bank"
    return who.kind in ("organisation", "back") or (
        who.kind == "proper" and common().isdisjoint(who.who.lower().split())
    )


def _of(frame: Frame, rows: Offices, at: int) -> tuple[list[Party], int]:
    """The bodies behind a title, and where they end: "of the pipe unit of Holm", "of both Holm and Idris"."""
    tokens = frame.sentence.tokens
    if at >= len(tokens) - 1 or tokens[at].mention is not None:
        return [], at
    held = tokens[at].text == "in" and tokens[at - 1].text in rows.titles.staked  # "a shareholder in Holm"
    if tokens[at].text not in rows.within and not held:
        return [], at
    if tokens[at].text == "to" and not syntax.capital(frame.sentence, at + 1):
        return [], at
    first = at + 2 if tokens[at + 1].text == "the" and at + 2 < len(tokens) else at + 1
    seat = tokens[first].mention is None and tokens[first].text.endswith("'s") and syntax.capital(frame.sentence, first)
    if seat and first + 1 < len(tokens) and (whose_ := _name(frame, first + 1)) is not None:
        return [whose_], whose_.last  # "a unit of Denmark's Skagen Tele"
    listed = casting.several(frame, at + 1)
    rows_ = origins(frame.sentence.lang)
    if len(listed) == 1 and rows_ is not None and tokens[min(first + 1, len(tokens) - 1)].text in rows_.kinds:
        return (listed, listed[0].last) if listed[0].named else ([], at)  # "of Leeds carmaker Holm"
    if len(listed) == 2 or (len(listed) > 1 and tokens[at + 1].text == "both"):
        return listed, max(body.last for body in listed)
    if (name := syntax.name_at(frame.sentence, first)) is not None:
        back = tokens[first].mention is not None and name.kind != "person"
        return ([Party(name.entity, first, first + 1, "organisation")], first + 1) if back else ([], at)
    body = syntax.resolved(frame, syntax.behind(frame, at + 1), at + 1)
    if body is None or syntax.is_time(tokens[at + 1]):
        return [], at
    if body.kind == "words" and tokens[at].text == "for" and body.who.lower().split()[-1] not in rows.bodies:
        return [], at  # "the regulator FINREG | for failing to"
    if body.kind == "words" and tokens[at - 1].text in rows.titles.over and body.last > at:
        within, last = _of(frame, rows, body.last)  # "head of research | at Holm"
        return (within, last) if within else ([], body.last)
    return [body], max(body.last, at + 1)


def _body(frame: Frame, rows: Offices, title: Title, who: Party) -> Party | str | None:
    """Whose title it is: who owns it, the name right before it, else whom the text is about."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    at = title.first
    if at > frame.sentence.opening + 1 and tokens[at - 1].text == "whose":
        held = at - 2 if tokens[at - 2].text == "," else at - 1  # "Holm, whose largest shareholder is Idris"
        return syntax.resolved(frame, syntax.before(frame, held), held)
    if at > frame.sentence.opening + 1 and tokens[at - 1].text in _OWNER:
        if (owner := syntax.name_at(frame.sentence, at - 2)) is not None:
            return owner.entity
        return syntax.resolved(frame, syntax.before(frame, at - 1), at)
    if at > frame.sentence.opening and tokens[at - 1].mention is None and tokens[at - 1].text.endswith("'s"):
        owner_said = syntax.words_of(frame.sentence, at - 1, at)
        tie = rows.tie(title.words.split()[-1]) is not None and title.percent is None
        if tie and not owner_said[0].isupper() and owner_said[:-2].lower() not in words.concerns:
            return None  # "the tentmaker's owner" may be of anybody
        return owner_said[:-2] if owner_said[0].isupper() else whose.spoken_of(frame, at)
    if at > frame.sentence.opening and (name := syntax.name_at(frame.sentence, at - 1)) is not None:
        return name.entity if name.kind == "organisation" else None  # "Holm chairman Jane Brook"
    titled = title.words.split()[-1] in rows.titles.heads and _person(who)
    if titled and at > frame.sentence.opening and (strange := _strange(frame, at)) is not None:
        return strange  # "Crestway finance chief Jane Brook", whom no reader knows
    if at > frame.sentence.opening and (kin := _kin(frame, tokens[at - 1].text)) is not None:
        return kin  # "council leader Jane Brook"
    said = {token.text for token in tokens[title.first : title.start]}
    owned = bool(said & {"its", "their"})
    if tokens[title.last - 1].mention is not None and not owned:
        return None  # "three new directors"
    tied = rows.tie(title.words) is not None and (not _person(who) or title.words not in rows.titles.heads)
    if tied and title.words not in rows.titles.loose and not owned and ":" not in frame.sentence.present:
        return None  # "insurer Holm" says what Holm is
    rising = at > 1 and tokens[at - 1].text == "to" and tokens[at - 2].text in rows.titles.rising
    rising = rising or _raised(frame, rows, title) is not None
    taken = at > 1 and (rising or tokens[at - 1].text == "as")  # "appointed Jane Brook as | finance director"
    taken = taken and title.words.split()[-1] not in rows.titles.public
    firm = bool(said & rows.titles.firms) or (title.words == "president" and _of_firm(frame, title))
    bound = title.words.split()[-1] in rows.titles.bound and not firm
    if not (tied or taken or owned) and bound and not _sole(frame, title):
        return None
    topic = whose.spoken_of(frame, at)
    if topic in frame.carried.bodies and title.words.split()[-1] in rows.titles.private:
        topic = syntax.main(frame)  # "The FDA is to decide ... The company, led by CEO Jane Brook"
    if topic is None or topic == who.who:
        topic = whose.other(frame, at, who.who)
    if topic is None and tied == owned and title.words.split()[-1] not in rows.titles.public:
        topic = frame.carried.headed.entity if ":" in frame.sentence.present else None
        topic = topic or _only(frame, rows, who.first if at >= who.first else at) or frame.carried.lone
    return topic if topic not in words.pronouns and topic != who.who else None


def _strange(frame: Frame, at: int) -> Party | None:
    """The capitalised words right before a title that no reader knows."""
    sentence, first = frame.sentence, at
    while (
        first > sentence.opening and syntax.capital(sentence, first - 1) and sentence.tokens[first - 1].mention is None
    ):
        first -= 1
    if first == at or sentence.shouts or (first == sentence.opening and at == first + 1):
        return None
    said = syntax.words_of(sentence, first, at)
    known = common().issuperset(said.lower().split()) or said.lower() in frame.words.demonyms
    return None if known or sentence.place_at(at - 1) is not None else Party(said, first, at, "proper")


def _of_firm(frame: Frame, title: Title) -> bool:
    """Is a president one of a firm: small, or in a text of one body: "president Jane Brook said"?"""
    start = frame.sentence.tokens[title.start].start
    topic = frame.carried.topic or frame.carried.entity
    known = topic is not None and not topic.startswith(("government", "republic"))
    return known and (frame.sentence.document.text[start].islower() or frame.carried.lone is not None)


def _only(frame: Frame, rows: Offices, at: int) -> str | None:
    """The subject of a clause, if it is a body, else the only one that it names before a token."""
    lead = syntax.leading(frame, at)
    if (
        lead is not None
        and lead.last > lead.first
        and lead.named
        and not _person(lead)
        and _firm(rows, lead)
        and not lead.who.endswith("ed")
    ):
        return lead.who
    named = {m.value.entity for i, m in frame.sentence.names if i < at and isinstance(m.value, Name)}
    return named.pop() if len(named) == 1 else None


def _kin(frame: Frame, word: str) -> str | None:
    """The body named in the text whose name ends in a word: "the council"."""
    heard = islice(frame.carried.heard, syntax.MOST) if word.isalpha() else ()
    return next((who for who in heard if who.split("-")[-1] == word), None)


def _sole(frame: Frame, title: Title) -> bool:
    """Does a line say no more than who it is: "Directors elected: Lea Frei", "Its first director will be Lea Frei"?"""
    return ":" in frame.sentence.present or "deputy" in title.words.split()
