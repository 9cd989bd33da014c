"""What happened as a sentence without spaces tells it comes in; out it goes with who and what it is about laid bare.

Phrasings and grammar take words around a name along ("澳洲矿商科拉资源", "首船定"): here they fall away, a body that
punishes is put where only the punished are told, and what is nothing of its own (a firm that agrees, the merger that a
transformation tells) is left out.
"""

from __future__ import annotations

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import party, stance
from crossfoot.late import late
from crossfoot.lexicon.clauses import Clauses, clauses
from crossfoot.lexicon.standing import standing
from crossfoot.model import Event, Fact, Period, Timex, Transformation

_THINGS = ("acquisition", "lawsuit", "fine", "penalty", "appointment", "merger", "warning", "sale", "divestment")
_OFFICES = ("appointment", "departure")
_BEGINS = {"opening", "completion", "production_start"}
_PUNISHES = ("fine", "penalty", "warning")
_DATED = late(r"^\d{1,2}月\d{1,2}日")


def settled(facts: list[Fact], frame: Frame) -> list[Fact]:
    rows = clauses(frame.sentence.lang)
    if rows is None or not any(isinstance(fact, Event) for fact in facts):
        return facts
    text = frame.sentence.document.text
    names = {text[m.span.start : m.span.end]: who for _, m in frame.sentence.names if (who := party.body(m.value))}
    merged = any(isinstance(fact, Transformation) and fact.kind == "merger" for fact in facts)
    out, told = list[Fact](), list[Event]()
    for fact in facts:
        if not isinstance(fact, Event):
            out.append(fact)
            continue
        bare = _bare(fact, names, rows, frame)
        if bare is None or (merged and bare.kind in ("merger", "establishment")):
            continue
        if any(_again(bare, one) for one in told):
            continue
        told.append(bare)
        out.append(bare)
    return out


def _bare(fact: Event, names: dict[str, str], rows: Clauses, frame: Frame) -> Event | None:
    what, actor = _trimmed(fact.object, rows), _trimmed(fact.actor, rows)
    if fact.kind == "downgrade" and fact.actor is not None and rows.graded.search(fact.actor) is not None:
        if what is None or what not in names.values():
            return None  # "上限由20% | 下调": a limit, and no grade
        what, actor = None, what
    if what is not None and fact.kind in _THINGS:
        what = _named(what, names)
    actor = _named(actor, names) if actor is not None else None
    said = frame.sentence.document.text[fact.spans[0].start : fact.spans[0].end]
    if (
        fact.kind == "approval"
        and any(word in said for word in rows.rows.agreeing)
        and not _decides(actor, what, rows, frame)
    ):
        return None
    if fact.kind in _PUNISHES and (actor is None or actor == what or actor not in _makers(frame)):
        made = next((who for who in reversed(_makers(frame)) if who != what), None)
        if made is not None or fact.kind != "fine":
            actor = made
        if actor is None and fact.kind != "fine":
            return None
    if fact.kind == "lawsuit" and actor is not None and actor.endswith(rows.rows.courts):
        actor = next((who for who in names.values() if who not in (actor, what)), None)
    if what is None and (actor is None or fact.kind in ("acquisition", "lawsuit", "contract_award", "merger")):
        return None
    when, status = fact.date, fact.status
    if fact.kind in _OFFICES and when is None and (when := _from_then(fact, rows, frame)) is not None:
        status = "planned" if stance.is_ahead(frame, when) else status
    if fact.kind == "acquisition" and status == "completed" and _only_announced(fact, rows, frame):
        status = "announced"
    return msgspec.structs.replace(fact, actor=actor, object=what, date=when, status=status)


def _again(fact: Event, told: Event) -> bool:
    """ "终止收购" is a purchase that is called off and no more; what is finished opens, and what opens is finished."""
    if (fact.kind, fact.actor, fact.object) == (told.kind, told.actor, told.object):
        return True
    near = fact.spans[0].start < told.spans[0].end and told.spans[0].start < fact.spans[0].end
    ended = fact.kind == "termination" and told.status == "withdrawn" and told.kind in ("acquisition", "merger")
    begun = {fact.kind, told.kind} <= _BEGINS and fact.kind != told.kind and fact.status == told.status
    return (ended and fact.object == told.object) or (near and begun)


def _from_then(fact: Event, rows: Clauses, frame: Frame) -> Period | None:
    """The day from which an office is held or left: "任命甲为总裁，6月1日起生效"."""
    text, end = frame.sentence.document.text, frame.sentence.span.end
    for token in frame.sentence.tokens:
        if token.mention is None or token.start < fact.spans[0].start:
            continue
        if isinstance(token.mention.value, Timex) and rows.from_then.match(text, token.mention.span.end, end):
            return token.mention.value.period
    return None


def _only_announced(fact: Event, rows: Clauses, frame: Frame) -> bool:
    """Is a purchase told by who makes it, and not yet done: "宣布以12亿元收购…"?"""
    text, span = frame.sentence.document.text, fact.spans[0]
    before = text[frame.sentence.span.start : span.end]
    said = any(word in before for word in rows.rows.announcing)
    return said and not any(word in before for word in rows.rows.finished)


def _trimmed(words: str | None, rows: Clauses) -> str | None:
    """Somebody or something without the small words around it; None where nothing is left."""
    if words is None:
        return None
    bare = rows.around.sub("", _DATED.sub("", words)).strip(" “”")
    return bare if len(bare) > 1 and rows.empty.search(bare) is None else None


def _named(words: str, names: dict[str, str]) -> str:
    """ "澳洲矿商 | 科拉资源", "瀛风能源 | 其余": the name that words begin or end with, and all of them for none."""
    for name in sorted(names, key=len, reverse=True):
        if words != name and (words.endswith(name) or words.startswith(name)) and "的" not in words.removeprefix(name):
            return names[name]
    return words


def _decides(actor: str | None, what: str | None, rows: Clauses, frame: Frame) -> bool:
    """Is it somebody who may approve, and not a firm that agrees to do something?"""
    if what is not None and what.startswith(rows.rows.agreed_to):
        return False
    ends = (*standing(frame.sentence.lang).bodies, *rows.rows.deciders)
    return actor is None or actor.endswith(ends) or actor not in {party.body(m.value) for _, m in frame.sentence.names}


def _makers(frame: Frame) -> list[str]:
    """Those named up to here who make rules, the latest last."""
    named = (frame.carried.authority, *(party.body(m.value) for _, m in frame.sentence.names))
    ends = (*standing(frame.sentence.lang).bodies, "法院")
    return [who for who in named if who is not None and who.endswith(ends)]
