"""Who holds how much of a firm, read by grammar around a percentage: "Holm, holder of 7%".

Phrasings tell what they know; this reader adds what their words do not fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import msgspec

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import casting, stance, syntax
from crossfoot.facts.sentence.syntax import Group, Party
from crossfoot.lexicon import union
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.lexicon.stakes import Stakes, stakes
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Name, Quantity, Relationship, Share

_OWNER = frozenset({"'s", "'", "’"})  # "Holm's 9% stake", "Holm Holdings' 9% stake"
_HELD = frozenset({"shareholder_of", "parent_of", "acquires"})
_LABEL = 9  # tokens of a label before its colon
_ASIDE = 6  # tokens in a bracket up to a percentage
_NEAR = 9  # tokens between a verb and its percentage


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The holdings of a sentence that no phrasing has told."""
    rows, tokens = stakes(frame.sentence.lang), frame.sentence.tokens
    if rows is None:
        return
    if frame.sentence.present.isdisjoint(SLOTS["percent"]):
        return
    percents = [i for i, token in enumerate(tokens) if token.text in SLOTS["percent"]]
    told = {f.percent: f for f in known if isinstance(f, Relationship) and f.percent is not None}
    last: Relationship | None = None
    label = _label(frame, rows)
    for at in percents:
        value = _value(frame, at)
        if value is None or value in told:
            last = told.get(value, last) if value is not None else last
            continue
        fact = (_listed(frame, rows, at, *label) if label is not None else None) or (
            _adjective(frame, rows, at)
            or _moved(frame, rows, at)
            or _left(frame, rows, at)
            or _verbal(frame, rows, at)
            or _owned(frame, rows, at)
            or _titled(frame, rows, at)
            or _own(frame, rows, at)
        )
        fact = fact or _gapped(frame, rows, at, last) or _before(frame, rows, at, last) or _bracketed(frame, rows, at)
        if fact is not None and fact.subject != fact.object:
            told[value] = fact
            last = fact
            frame.carried.staked = fact.object
            yield fact


def apart(facts: list[Fact]) -> list[Fact]:
    """What is told as a holding is no share of something besides: "18% of the courier"."""
    held = [f for f in facts if isinstance(f, Relationship) and f.rule == "stake"]
    return [
        f
        for f in facts
        if not isinstance(f, Share)
        or not any(
            h.percent == f.quantity and h.spans[0].start <= f.printed[0].span.start < h.spans[0].end for h in held
        )
    ]


def heard(frame: Frame, facts: list[Fact]) -> None:
    """Keeps of whom something was last said to be held, for the holdings that sentences to come tell."""
    for fact in facts:
        if isinstance(fact, Relationship) and fact.relation in _HELD and fact.object != frame.carried.staked:
            frame.carried.staked = fact.object
        elif isinstance(fact, Relationship) and fact.relation == "subsidiary_of":
            frame.carried.staked = fact.subject


def _value(frame: Frame, at: int) -> Quantity | None:
    mention = frame.sentence.tokens[at].mention
    value = mention.value if mention is not None else None
    return value if isinstance(value, Quantity) and value.high <= 100 else None


def _fact(
    frame: Frame, at: int, who: Party | str, firm: Party | str | None, status: str | None = None
) -> Relationship | None:
    if firm is None:
        return None
    places = [i for p in (who, firm) if isinstance(p, Party) and p.last > p.first for i in (p.first, p.last - 1)]
    return Relationship(
        spans=(frame.sentence.span_of(min([at, *places]), max([at, *places]) + 1),),
        rule="stake",
        subject=who.who if isinstance(who, Party) else who,
        relation="shareholder_of",
        object=firm.who if isinstance(firm, Party) else firm,
        percent=_value(frame, at),
        status=status,
    )


def _firm(frame: Frame, rows: Stakes, at: int) -> tuple[Party | None, bool]:
    """What a percentage is of, and whether it may be a firm at all: "| of Holm", "| stake in the brewer"."""
    tokens = frame.sentence.tokens
    i = at + 1
    while i < len(tokens) and tokens[i].mention is None and tokens[i].text in union(rows.stakes, rows.capital):
        i += 1
    if i >= len(tokens) or tokens[i].text not in ("of", "in"):
        ends = i >= len(tokens) or tokens[i].text in rows.ends or syntax.is_time(tokens[i]) or i > at + 1
        return None, ends or tokens[i].text in rows.onward
    party = syntax.behind(frame, i + 1)
    if party is None:
        return None, False
    listed = casting.several(frame, i + 1)
    if len(listed) > 1 and listed[-1].last < len(tokens) and tokens[listed[-1].last].text in SLOTS["percent"]:
        party = listed[0]  # "31% of Holm | and Idris 12%"
    said = set(party.who.lower().replace("-", " ").split()) if party.kind in ("words", "proper") else set()
    if said & rows.unowned or (
        party.kind == "words"
        and said.isdisjoint(rows.firms | small(frame.sentence.lang).belongings)
        and not _agent(frame, rows, party)
    ):
        return None, False
    return (None if party.kind == "words" else syntax.resolved(frame, party, i)), True


def _about(frame: Frame, rows: Stakes, at: int, who: Party) -> str | None:
    """The firm that is spoken of, where it is not said and somebody else holds it: the one named most."""
    rest = frame.texts(max(at - _ASIDE, 0), at) & rows.rest
    if rest and frame.carried.staked not in (None, who.who):
        return frame.carried.staked
    if who.first > frame.sentence.opening + 1 and (topic := whose.spoken_of(frame, who.first - 1)) not in (
        None,
        who.who,
    ):
        return topic
    heard = [name for name in islice(frame.carried.heard, syntax.MOST) if name != who.who]
    heard.sort(key=frame.carried.heard.__getitem__, reverse=True)
    main = frame.carried.entity if frame.carried.entity in heard or not heard else heard[0]
    return main if main != who.who else heard[0] if heard else None


def _agent(frame: Frame, rows: Stakes, party: Party) -> bool:
    """Is a firm called by what it does: "18% of the | courier"?"""
    noun = party.who.lower().split()[-1]
    does = noun in small(frame.sentence.lang).concerns or noun.endswith(("er", "or"))
    plain = " " not in party.who and frame.sentence.tokens[party.first - 1].text == "the"
    return does and plain and noun not in rows.things


def _holder(rows: Stakes, who: Party | None) -> bool:
    """Can somebody hold shares: a body or a person, "the state", "employees"?"""
    return who is not None and (who.named or who.who.lower().split()[-1] in rows.bodies)


def _verb(frame: Frame, rows: Stakes, at: int) -> int | None:
    """The verb before a percentage with nothing but small words, a stake or a firm between them."""
    tokens = frame.sentence.tokens
    for i in range(at - 1, max(at - _NEAR, frame.sentence.opening - 1), -1):
        said = _said(frame, i)
        if said in rows.holding or said in rows.taking:
            return i
        if tokens[i].mention is not None and tokens[i].text not in SLOTS["direction"]:
            return None
        if tokens[i].text in rows.ends or (tokens[i].text not in rows.hedges and not tokens[i].text.isalpha()):
            return None
    return None


def _said(frame: Frame, at: int) -> str:
    token = frame.sentence.tokens[at]
    return frame.sentence.document.text[token.start : token.end].lower()


def _shape(rows: Stakes, verb: str) -> str:
    if verb.endswith("ing"):
        return "ing"
    if verb in rows.past or verb.endswith("ed"):
        return "past"
    return "third" if verb.endswith("s") else "base"


def _group(frame: Frame, rows: Stakes, at: int) -> Group | None:
    verb = _said(frame, at)
    found = syntax.group(frame, at, _shape(rows, verb), 1)
    if found is None and verb in rows.base:
        found = Group(at, at, at + 1, "active", frozenset())
    if found is None and _shape(rows, verb) == "past":
        found = syntax.group(frame, at, "participle", 1)
    return found if found is not None and found.shape in ("active", "trailing") else None


def _verbal(frame: Frame, rows: Stakes, at: int) -> Relationship | None:
    """ "the state holds 34%", "Holm, which now owns just over 5% of Idris", "has taken a 9% stake in Idris"."""
    verb = _verb(frame, rows, at)
    if verb is None or any(_said(frame, i) not in rows.hedges for i in range(verb + 1, at)):
        return None
    found = _group(frame, rows, verb)
    firm, may = _firm(frame, rows, at)
    if found is None or not may or not found.said.isdisjoint(small(frame.sentence.lang).denying):
        return None
    if not found.said.isdisjoint(standing(frame.sentence.lang).lets):
        return None  # "foreign investors may own up to 85% of a fund manager"
    vague = _said(frame, verb) in rows.taking or (_said(frame, verb) in rows.having and frame.carried.staked is None)
    of = frame.texts(at + 1, at + 2) & {"of", "in"}  # "18% of the courier"
    if firm is None and vague and not (of or _staked(frame, rows, at)):
        return None  # of what somebody has it is said only where holdings are spoken of
    who = _with(frame, verb) if _said(frame, verb).endswith("ing") and found.shape == "trailing" else None
    who = who or syntax.subject(frame, found)
    if who is None or not _holder(rows, who):
        return None
    status = "planned" if found.said & {"will", "would", "to"} else None
    return _fact(frame, at, who, firm or _about(frame, rows, at, who), status)


def _with(frame: Frame, verb: int) -> Party | None:
    """ "with employees sharing the remaining tenth"."""
    return syntax.before(frame, verb)


def _staked(frame: Frame, rows: Stakes, at: int) -> bool:
    return at + 1 < len(frame.sentence.tokens) and frame.sentence.tokens[at + 1].text in rows.stakes


def _adjective(frame: Frame, rows: Stakes, at: int) -> Relationship | None:
    """ "is 52% state-owned", "its 88%-held affiliate Idris"."""
    sentence, tokens = frame.sentence, frame.sentence.tokens
    last = min(at + 4, len(tokens))
    words = "".join(token.text for token in tokens[at + 1 : last])
    holder = next((body for body in rows.bodies if words.startswith(f"{body}-owned")), None)
    if holder is not None:
        first = at
        while first > sentence.opening and tokens[first - 1].text in rows.leading | rows.hedges:
            first -= 1
        firm = syntax.resolved(frame, syntax.before(frame, first), first)
        return _fact(frame, at, holder, firm) if firm is not None and firm.named else None
    held = next((i for i in range(at + 1, last) if tokens[i].text.strip("-") in rows.owned), None)
    if held is None or not words.startswith("-"):
        return None
    firm = syntax.behind(frame, held + 1)
    lead = tokens[at - 1].text
    who = syntax.before(frame, at - 1) if lead == "'s" else None
    if lead in ("its", "their"):
        who = syntax.leading(frame, at - 1)
    if firm is None or not firm.named or who is None or not who.named:
        return None
    return _fact(frame, at, who, firm)


def _moved(frame: Frame, rows: Stakes, at: int) -> Relationship | None:
    """ "has cut its stake in Idris from 33% to 20%": the one it has, and the one it had."""
    tokens = frame.sentence.tokens
    low = max(at - 3 * _NEAR, frame.sentence.opening)
    noun = next(
        (i for i in range(at - 1, low, -1) if tokens[i].text in rows.stakes and tokens[i].mention is None), None
    )
    if noun is None or (_said(frame, noun - 1) not in rows.own and tokens[noun - 1].text != "'s"):
        return None
    verb = next((i for i in range(noun - 1, max(noun - 4, low), -1) if _said(frame, i) in rows.moving), None)
    between = {tokens[i].text for i in range(noun, at)}
    if verb is None or between & {".", ";", "which", "who", "and"}:
        return None
    lead = next(
        (tokens[i].text for i in range(at - 1, noun, -1) if tokens[i].text in ("to", "from", "by", ",", "or")), ""
    )
    firm = syntax.behind(frame, noun + 2) if noun + 1 < len(tokens) and tokens[noun + 1].text in ("in", "of") else None
    found = _group(frame, rows, verb) or Group(verb, verb, verb + 1, "active", frozenset())
    who = syntax.before(frame, noun - 1) if tokens[noun - 1].text == "'s" else syntax.subject(frame, found)
    if _said(frame, noun - 1) == "our":
        who = _ours(frame, noun - 1)
    elif who is not None and not _holder(rows, who):
        who = _within(frame, verb)  # "The purchase by Holm of a further 15% brings its holding to 65%"
    if lead == "by" or who is None or not _holder(rows, who):
        return None
    firm = syntax.resolved(frame, firm, noun)
    return _fact(frame, at, who, firm or _about(frame, rows, at, who), "past" if lead == "from" else None)


def _ours(frame: Frame, at: int) -> Party | None:
    """Who speaks of what is theirs: "our interest"."""
    who = syntax.main(frame) or frame.carried.entity
    return Party(who, at, at, "back") if who is not None else None


def _within(frame: Frame, verb: int) -> Party | None:
    """The first body that a subject names which is none itself."""
    for at, mention in frame.sentence.names:
        if at < verb and isinstance(mention.value, Name) and mention.value.kind == "organisation":
            return Party(mention.value.entity, at, at + 1, "organisation")
    return None


def _left(frame: Frame, rows: Stakes, at: int) -> Relationship | None:
    """ "is left with 9% of Idris", "which leaves the Rao family with 4% of Idris"."""
    tokens, first = frame.sentence.tokens, at - 1
    while first > frame.sentence.opening and tokens[first].text in rows.hedges:
        first -= 1
    if tokens[first].text not in ("with", "holding") or first < 2:
        return None
    first -= tokens[first].text == "holding" and tokens[first - 1].text in rows.leaving
    low = max(first - _NEAR, frame.sentence.opening)
    verb = next((i for i in range(first, low, -1) if tokens[i].text in rows.leaving), None)
    firm, may = _firm(frame, rows, at)
    if verb is None or not may:
        return None
    who = syntax.before(frame, first)
    if verb >= first - 1:
        found = syntax.group(frame, verb, "participle", 1)
        who = syntax.before(frame, verb) if found is None or found.shape == "reduced" else syntax.subject(frame, found)
    if who is None or not _holder(rows, who):
        return None
    return _fact(frame, at, who, firm or _about(frame, rows, at, who))


def _own(frame: Frame, rows: Stakes, at: int) -> Relationship | None:
    """ "has no plan to sell its 22% holding in Idris": whose clause it is."""
    tokens, first = frame.sentence.tokens, at - 1
    while first > frame.sentence.opening and tokens[first].text in rows.hedges and tokens[first].text not in rows.own:
        first -= 1
    firm, may = _firm(frame, rows, at)
    if _said(frame, first) not in rows.own or not may or firm is None or not _staked(frame, rows, at):
        return None
    who = _ours(frame, first) if _said(frame, first) == "our" else syntax.leading(frame, first)
    sold = "past" if first and tokens[first - 1].text in rows.sold else None
    return _fact(frame, at, who, firm, sold) if who is not None and _holder(rows, who) else None


def _before(frame: Frame, rows: Stakes, at: int, last: Relationship | None) -> Relationship | None:
    """What the same one held before, or holds until then: "will hold 38% (currently: 71%)"."""
    tokens = frame.sentence.tokens
    opened = next((i for i in range(at - 1, max(at - _ASIDE, 0), -1) if tokens[i].text == "("), None)
    if last is None or opened is None or at + 1 >= len(tokens) or tokens[at + 1].text != ")":
        return None
    said = {token.text for token in tokens[opened + 1 : at]}
    when = next((tokens[i].mention for i in range(opened, at) if syntax.is_time(tokens[i])), None)
    if when is None and said.isdisjoint(rows.earlier):
        return None
    if last.spans[0].end > tokens[opened].start + 1 or last.spans[0].start < frame.sentence.span.start:
        return None
    status = None if "currently" in said else "past"
    fact = _fact(frame, at, Party(last.subject, at, at, "back"), Party(last.object, at, at, "back"), status)
    return msgspec.structs.replace(fact, period=stance.period_of(when)) if fact is not None else None


def _label(frame: Frame, rows: Stakes) -> tuple[int, str] | None:
    """Where a label ends that says that holders follow, and of whom: "Shareholders of Holm: Idris 44%; Corvane 9%"."""
    tokens, first = frame.sentence.tokens, frame.sentence.opening
    colon = next((i for i in range(first, min(first + _LABEL, len(tokens))) if tokens[i].text in (":", "–", "—")), None)
    if colon is None or frame.texts(first, colon).isdisjoint(rows.labels):
        return None
    if sum(token.text in SLOTS["percent"] for token in tokens[colon:]) < len(("one", "another")):
        return None
    of = next((i for i in range(first, colon) if tokens[i].text == "of"), None)
    firm = syntax.behind(frame, of + 1) if of is not None else None
    if firm is not None and firm.named:
        return colon, firm.who
    whom = frame.carried.topic or frame.carried.entity or frame.carried.headed.entity
    return (colon, whom) if whom is not None else None


def _listed(frame: Frame, rows: Stakes, at: int, colon: int, firm: str) -> Relationship | None:
    """One of the holders behind a label: "Idris 44%", "Jane Brook (chair) 8.6%"."""
    tokens, last = frame.sentence.tokens, at
    while last > colon + 1 and tokens[last - 1].text in rows.hedges | {"(", ":", ",", "with"}:
        last -= 1
    if last > colon + 2 and tokens[last - 1].text == ")":
        last = next((i for i in range(last - 2, colon, -1) if tokens[i].text == "("), last)
    who = syntax.nearest(frame, last) if last > colon + 1 else None
    return _fact(frame, at, who, firm) if who is not None and who.first > colon and _holder(rows, who) else None


def _owned(frame: Frame, rows: Stakes, at: int) -> Relationship | None:
    """ "Idris, 75% owned by its partners", "is owned 40% by Holm", "60% of Idris belongs to the city of Leeds"."""
    tokens = frame.sentence.tokens
    behind = next((i for i in range(at + 1, min(at + 4, len(tokens))) if tokens[i].text in rows.owned), None)
    before = at - 1 if tokens[at - 1].text in rows.owned else None
    if behind is not None or before is not None:
        who = _public(frame, rows, (behind or at) + 1) or syntax.by(frame, (behind or at) + 1)
        first = at if behind is not None else at - 1
        while first > frame.sentence.opening and tokens[first - 1].text in rows.leading:
            first -= 1
        firm = syntax.resolved(frame, syntax.before(frame, first), first)
        if who is None or not _holder(rows, who) or firm is None or not firm.named:
            return None
        return _fact(frame, at, who, firm)
    firm, may = _firm(frame, rows, at)
    after = firm.last if firm is not None else at + 1
    if may and after + 1 < len(tokens) and tokens[after].text in rows.belonging and tokens[after + 1].text == "to":
        who = syntax.behind(frame, after + 2)
        return _fact(frame, at, who, firm) if who is not None and firm is not None else None
    if tokens[at - 1].text in ("and", ",") and after < len(tokens) - 1 and tokens[after].text == "to":
        shared = rows.belonging & frame.texts(max(at - 2 * _NEAR, frame.sentence.opening), at)
        who = syntax.behind(frame, after + 1) if shared and firm is None else None  # "and 36% | to the city"
        return _fact(frame, at, who, frame.carried.staked) if who is not None and _holder(rows, who) else None
    return None


def _public(frame: Frame, rows: Stakes, at: int) -> Party | None:
    """A holder without a name right behind "by": "60% owned by | the state", who is nobody named before."""
    tokens = frame.sentence.tokens
    if at >= len(tokens) - 1 or tokens[at].text != "by":
        return None
    who = syntax.behind(frame, at + 1)
    plain = who is not None and who.kind == "words" and who.who.lower().split()[-1] in rows.bodies
    return who if plain else None


def _titled(frame: Frame, rows: Stakes, at: int) -> Relationship | None:
    """ "Holm, holder of 7%", "Holm, a 3% shareholder", "Holm's 9% stake in Idris"."""
    tokens = frame.sentence.tokens
    firm, may = _firm(frame, rows, at)
    first = at
    while first > frame.sentence.opening and tokens[first - 1].text in rows.hedges:
        first -= 1
    title = tokens[at + 1].text in rows.holders if at + 1 < len(tokens) else False
    held = first > frame.sentence.opening and tokens[first - 1].text in rows.holders
    if (title or held) and (may or title):
        comma = first - (2 if held else 1)
        while comma > frame.sentence.opening and tokens[comma].text in rows.hedges | rows.ranking:
            comma -= 1
        who = syntax.nearest(frame, comma) if tokens[comma].text == "," else None
        if title and at + 3 < len(tokens) and tokens[at + 2].text in ("of", "in"):
            firm = syntax.resolved(frame, syntax.behind(frame, at + 3), at)
        return _fact(frame, at, who, firm or _about(frame, rows, at, who)) if who is not None and who.named else None
    if (
        _staked(frame, rows, at)
        and firm is not None
        and first > frame.sentence.opening
        and tokens[first - 1].text in _OWNER
    ):
        who = syntax.before(frame, first - 1)
        return _fact(frame, at, who, firm) if who is not None and who.named else None
    return None


def _gapped(frame: Frame, rows: Stakes, at: int, last: Relationship | None) -> Relationship | None:
    """ "Holm owns 34% of Idris and the Kral family at least 26%": the verb stands once."""
    tokens = frame.sentence.tokens
    if last is None or last.spans[0].start < frame.sentence.span.start:
        return None
    first = at
    while first > frame.sentence.opening and tokens[first - 1].text in rows.hedges | {"with", "on"} - {"the"}:
        first -= 1
    who, (firm, may) = syntax.before(frame, first), _firm(frame, rows, at)
    if who is None or not _holder(rows, who) or not may or tokens[who.first - 1].text not in (",", "and", "the", ";"):
        return None
    return _fact(frame, at, who, firm or last.object, last.status)


def _bracketed(frame: Frame, rows: Stakes, at: int) -> Relationship | None:
    """ "its main shareholders are Holm (24%) and Idris (9%)", "Idris is owned by Holm (60%) and Corvane (40%)"."""
    tokens = frame.sentence.tokens
    if tokens[at - 1].text != "(" or at + 1 >= len(tokens) or tokens[at + 1].text != ")":
        return None
    before = {token.text for token in tokens[max(at - syntax.CLAUSE, frame.sentence.opening) : at]}
    who = syntax.nearest(frame, at - 1)
    if who is None or not _holder(rows, who) or before.isdisjoint(rows.several | rows.owned):
        return None
    owned = next((i for i in range(at - 1, frame.sentence.opening, -1) if tokens[i].text in rows.owned), None)
    first = owned
    while (
        first is not None and first > frame.sentence.opening and tokens[first - 1].text in rows.leading | rows.jointly
    ):
        first -= 1
    firm = syntax.resolved(frame, syntax.before(frame, first), first) if first is not None else None
    if firm is not None and firm.named and firm.who != who.who:
        return _fact(frame, at, who, firm)
    return _fact(frame, at, who, _about(frame, rows, at, who)) if owned is None else None
