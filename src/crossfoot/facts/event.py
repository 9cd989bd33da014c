"""What happened: deals, appointments, departures, starts of production, approvals, fines, appeals, openings."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import Match, party, stance
from crossfoot.late import late
from crossfoot.lexicon.standing import standing
from crossfoot.model import Document, Event, Fact, Name, Quantity, Relationship


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    gives = match.row.gives
    owner, what = party.owned(match, "object")
    actor = party.party(match, "actor") or owner or party.about(match, frame)
    spaced = standing(match.sentence.lang).spaced
    if not spaced and match.start and match.sentence.tokens[match.start - 1].text in match.listed("replacing"):
        return  # "甲接替 | 乙出任总裁"
    if spaced:
        actor, what = _role(match, "actor", frame), _bare(_role(match, "object", frame))
    elif actor == what and "actor" not in match.roles:
        actor = None  # nobody suffers from himself
    if not spaced and what is not None and frame.words.status_of(what) is not None:
        what = None  # "计划2030年投产"
    if (actor is None and what is None) or stance.denied(match, frame):
        return
    if "named" in gives and not _named(match, gives["named"]):
        return
    if spaced and "actor" in match.roles and match.sentence.tokens[match.roles["actor"][1] - 1].text in _OWN:
        return  # "lost its appeal against the fine"
    if not spaced and kind_of(match) == "delivery" and _nothing(match, what):
        return
    if not spaced and (_meant_for(match) or (kind_of(match) == "delivery" and _is_firm(match, "object"))):
        return
    if "person" in gives and not _somebody(match, gives["person"]):
        return
    if "holding" in gives and not match.names_in(gives["holding"]):
        last = (match.words(gives["holding"]) or "").lower().split()[-1:]
        if not last or last[0] not in standing(match.sentence.lang).holdings:
            return
    kind, when = kind_of(match), stance.dated(match)
    status = (stance.status_said(match) or "completed") if spaced else stance.status(match, frame, "completed")
    if status == "completed" and stance.is_ahead(frame, when):
        status = "planned"  # "resigns on May 31", "自下月1日起召回"
    if spaced and what is not None and _no_event(match, kind, what):
        return
    if kind == "listing" and (stance.place(match) or "").endswith(standing(match.sentence.lang).grounds):
        kind = "establishment"  # 在某某新区挂牌
    if not spaced:
        _pays(match, frame, kind, actor, what)
    for each in frame.owners.together(what) if kind in _BEFALLS else (what,):
        yield Event(
            spans=(match.span,),
            rule=match.row.name,
            kind=kind,
            actor=actor,
            object=each,
            place=stance.place(match),
            date=when,
            status=status,
        )


def staffed(facts: list[Fact]) -> list[Fact]:
    """Who takes a post in a sentence that also says of which firm: it is who appoints him."""
    firms = {f.subject: f.object for f in facts if isinstance(f, Relationship) and _is_office(f)}
    if not firms:
        return facts
    return [_staffed(fact, firms) if isinstance(fact, Event) else fact for fact in facts]


def _is_office(fact: Relationship) -> bool:
    return (
        fact.relation.endswith("_of")
        and fact.relation not in _NO_OFFICE
        and fact.percent is None
        and fact.status != "past"
    )


def _staffed(fact: Event, firms: dict[str, str]) -> Event:
    if fact.kind == "appointment" and fact.actor is None and fact.object in firms:
        return msgspec.structs.replace(fact, actor=firms[fact.object])
    return fact


def _bare(what: str | None) -> str | None:
    """ "a ruling that ordered it to pay" is a ruling."""
    return _RELATIVE.split(what)[0] if what is not None else None


def _nothing(match: Match, what: str | None) -> bool:
    """Does nothing that is handed over stand there: "多家公司公布4月交付", "该厂去年交船"?"""
    named = match.names_in("object") if "object" in match.roles else True
    return (
        not named
        and what is not None
        and (len(what) < _SHORTEST or any(word in what for word in match.listed("untold")))
    )


def _no_event(match: Match, kind: str, what: str) -> bool:
    """Who closes a sale shuts nothing down, and who buys a share of the exports takes nobody over."""
    said = what.lower().split()
    if kind == "closure":
        return not match.listed("unclosed").isdisjoint(said[:2])
    return kind == "acquisition" and said[-1] in match.listed("unbought")


_RELATIVE = late(r" (?:that|which|who) ")
_SHORTEST = 2  # characters of a thing that is handed over


def kind_of(match: Match) -> str:
    return match.row.sense or match.meaning("kind") or ""


def _meant_for(match: Match) -> bool:
    """ "资金将用于芯片的研发与量产": what money is for has not begun."""
    tokens = match.sentence.tokens[max(match.start - _NEAR, 0) : match.roles.get("object", (match.start, 0))[1]]
    said = "".join(token.text for token in tokens)
    return "object" in match.roles and any(word in said for word in match.listed("meant_for"))


def _is_firm(match: Match, role: str) -> bool:
    first, last = match.roles.get(role, (0, 0))
    return last == first + 1 and match.names_in(role)


_OWN = frozenset({"its", "their", "his", "her", "the", "an", "a", "'s"})  # before a noun
_BEFALLS = ("fine", "investigation", "warning")  # each of a list: "甲、乙被罚款"
_NEAR = 4  # tokens before what happens

# What the money is that an event's words name, and whose.
_PAID = {
    "fine": ("fine", "object"),
    "investment": ("investment", "actor"),
    "acquisition": ("deal_value", "actor"),
    "divestment": ("deal_value", "actor"),
    "dividend": ("other:现金红利", "actor"),
    "financing": ("other:融资额", "actor"),
}


_NO_OFFICE = frozenset({"founder_of", "shareholder_of", "parent_of", "subsidiary_of", "controller_of", "partner_of"})


def _pays(match: Match, frame: Frame, kind: str, actor: str | None, what: str | None) -> None:
    """ "对远山股份处以600万元罚款": the sum is of who is fined, and not of who fines."""
    if kind not in _PAID:
        return
    metric, role = _PAID[kind]
    who = what if role == "object" and match.names_in("object") else actor
    inside = {at for at in range(match.start, match.end) if not _in(match, "object", at)}
    for at in sorted(inside):
        mention = match.sentence.tokens[at].mention
        if mention is None or not isinstance(mention.value, Quantity) or mention.value.kind != "money":
            continue
        if at not in frame.taken and frame.is_level(at) and not mention.value.per and who is not None:
            frame.call(at, metric, who)
        return


def _in(match: Match, role: str, at: int) -> bool:
    first, last = match.roles.get(role, (0, 0))
    return first <= at < last


def _somebody(match: Match, role: str) -> bool:
    """Is it a person that stands in a role?"""
    first, last = match.roles.get(role, (0, 0))
    names = [m.value for at, m in match.sentence.names if first <= at < last]
    held = [token.mention.value for token in match.sentence.tokens[first:last] if token.mention is not None]
    return any(isinstance(value, Name) and value.kind == "person" for value in (*names, *held))


def _role(match: Match, role: str, frame: Frame) -> str | None:
    """Who acts, or what it is done to: in the row's words, else whom the sentence is about, else what the row gives."""
    if role in match.roles:
        words = party.party(match, role)
        last = words.lower().split()[-1] if words else ""
        if words is not None and last in standing(match.sentence.lang).pronouns and len(words.split()) > 1:
            return party.named(match, role)  # "The Commission confirmed it approved"
        if words is not None and not (party.points(match, role) and len(range(*match.roles[role])) == 1):
            return words
        return party.known(match, role, frame) or words
    given = match.row.gives.get(role)
    if given == "topic":
        return whose.spoken_of(frame, match.start)
    if given == "other":
        return whose.other(frame, match.start, party.party(match, "actor"))
    if given == "none":
        return None
    return given or (frame.entity_before(match.start) if role == "actor" else None)


def _named(match: Match, role: str) -> bool:
    return match.names_in(role) or match.proper(role) or _person(match, role)


def _person(match: Match, role: str) -> bool:
    """Somebody named with a title before: "its chairman Jane Brook"."""
    return party.named(match, role) is not None


def implied(facts: list[Fact], document: Document, lang: str) -> list[Fact]:
    """What relations say happened: who acquires a firm does so, and who is chosen for an office enters it.

    The same words are read as the one or as the other, and not always as both; in English only where firms are bought.
    """
    known = standing(lang) if lang else None
    if known is None:
        return facts
    told = {(f.kind, who) for f in facts if isinstance(f, Event) for who in (f.actor, f.object) if who}
    out = list[Fact]()
    for fact in facts:
        out.append(fact)
        if not isinstance(fact, Relationship) or fact.status == "past":
            continue
        words = "".join(document.text[span.start : span.end].lower() for span in fact.spans)
        if fact.relation == "acquires":
            kind, actor, what = "acquisition", fact.subject, fact.object
        elif any(word in words for word in known.entering) and fact.relation not in _NO_OFFICE:
            kind, actor, what = "appointment", fact.object, fact.subject
        else:
            continue
        if what and not any((kind, who) in told for who in (what, fact.subject)):
            told.add((kind, what))
            status = fact.status or "completed"
            when = fact.period if known.spaced else None
            out.append(
                Event(spans=fact.spans, rule=fact.rule, kind=kind, actor=actor, object=what, date=when, status=status)
            )
    return out
