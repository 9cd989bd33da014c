"""Who plays which part around a verb, in languages with spaces: who does it, whom it befalls, and what goes with it.

Active and passive, relative clauses, participles and infinitives come in; the parts go out, each with all who are
listed there. Of a verb without an object its subject is whom it befalls: "Holm moved to Leeds".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crossfoot.facts.sentence import syntax
from crossfoot.facts.sentence.syntax import Group, Party
from crossfoot.lexicon import union
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.stakes import stakes
from crossfoot.lexicon.standing import standing
from crossfoot.model import Mention, Quantity, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

_MOST = 9  # names of a list
_NOUN = 6  # words behind a verb in which the noun that its row asks for stands
_PARTLY = frozenset({"majority", "part", "minority", "jointly", "wholly", "co"})
_REACH = 22  # tokens behind a verb in which its prepositions stand
_SIZED = 4  # tokens of an object in which its size stands
_LEADS = 5  # tokens before a participle that opens a clause
_DENIED = 12  # tokens before a verb in which somebody denies it
_CLAUSE = 40  # tokens before a verb in which a condition on it stands
_OPENERS = frozenset({";", ":", "—", "–"})
_STOPS = frozenset(
    {".", ";", ":", ")", "which", "who", "whose", "that", "said", "says", "while", "but", "after", "when"}
)
_SEATS = frozenset({"city", "state", "town", "province", "republic", "kingdom", "port", "university", "firm"})
_SELVES = frozenset({"itself", "themselves"})
CLOSES = frozenset({",", ".", ";", ")"})
_FORMING = frozenset({"form", "create", "become", "make"})
_PARTED = frozenset({",", "and"})
_AGENT = "by"


class Cast(NamedTuple):
    """The parts around a verb."""

    group: Group
    agents: list[Party]
    shares: list[Quantity | None]  # of each agent, where "55% by Holm" says it
    patients: list[Party]
    complement: Party | None  # "was renamed | Corvane", "calls itself | Corvane"
    through: dict[str, list[Party]]
    first: int
    last: int


def cast(frame: Frame, at: int, shapes: dict[str, int]) -> Cast | None:
    """The parts around a word that may be a verb, by the shapes that it may have and the words of each.

    None where it is none, is denied, or only may be so.
    """
    found, led = _group(frame, at, shapes)
    if found is None or not sure(frame, found):
        return None
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    start = found.last
    while start < len(tokens) and (syntax.is_time(tokens[start]) or tokens[start].text in words.adverbs - _SELVES):
        start += 1
    passive = found.shape in ("passive", "reduced") or led is not None
    agents, shares, patients = list[Party](), list[Quantity | None](), list[Party]()
    complement: Party | None = None
    if passive:
        who = led if led is not None else syntax.subject(frame, found)
        patients = lined(frame, who)
        agents, shares = _agents(frame, found.last)
        complement = syntax.behind(frame, start)
    else:
        agents, patients, complement = _active(frame, found, start)
    ways = through(frame, found.last)
    places = [p for p in (*agents, *patients, *(complement,)) if p is not None and p.last > p.first]
    places += [p for parties in ways.values() for p in parties if p.last > p.first]
    first = min([found.first, at, *(p.first for p in places)])
    last = max([found.last, *(p.last for p in places)])
    return Cast(found, agents, shares, patients, complement, ways, first, last)


def _active(frame: Frame, found: Group, start: int) -> tuple[list[Party], list[Party], Party | None]:
    tokens = frame.sentence.tokens
    who, complement = syntax.subject(frame, found), None
    agents = lined(frame, who)
    if start < len(tokens) and tokens[start].text in _SELVES:
        return [], agents, syntax.behind(frame, start + 1 + (tokens[min(start + 1, len(tokens) - 1)].text == "simply"))
    sized = any(
        syntax.is_size(token) for token in tokens[start : min(start + _SIZED, max(_end(frame, start), start + 1))]
    )
    patients = [] if sized else several(frame, start)
    if patients or sized:
        return agents, patients, complement
    held = _antecedent(frame, agents[0]) if agents else None
    if held is not None:
        return agents, [held], None
    return [], agents, None


def _antecedent(frame: Frame, who: Party) -> Party | None:
    """ "Idris, which | Holm bought in 2015"."""
    tokens, at = frame.sentence.tokens, who.first
    while at > frame.sentence.opening and tokens[at - 1].text in small(frame.sentence.lang).determiners:
        at -= 1
    if at < frame.sentence.opening + 2 or tokens[at - 1].text not in ("which", "that", "whom"):
        return None
    at -= 2 if tokens[at - 2].text == "," else 1
    return syntax.resolved(frame, syntax.before(frame, at), at)


def _group(frame: Frame, at: int, shapes: dict[str, int]) -> tuple[Group | None, Party | None]:
    """The verb group at a token; and whom it befalls, where it is a participle that opens a clause."""
    tokens = frame.sentence.tokens
    if at > frame.sentence.opening + 1 and tokens[at - 1].text == "-" and tokens[at - 2].text in _PARTLY:
        length = shapes.get("participle", 0)
        return _group(frame, at - 2, {"participle": length + 2}) if length else (None, None)  # "| majority-owned by"
    if at > frame.sentence.opening and tokens[at - 1].text == "-":
        return None, None  # "its 63 pct-owned mine"
    if "participle" in shapes:
        length = shapes["participle"]
        led = _led(frame, at, at + length)
        if led is not None:
            return Group(at, at, at + length, "reduced", frozenset()), led
        found = syntax.group(frame, at, "participle", length)
        if found is not None and found.shape == "reduced":
            behind = tokens[found.last] if found.last < len(tokens) else None
            left = tokens[found.first - 1] if found.first > frame.sentence.opening else None
            aside = left is not None and (left.text == "," or (behind.text if behind is not None else "") == _AGENT)
            if behind is None or not aside or (_opens(frame, found.last) and not syntax.is_time(behind)):
                found = None
        if found is not None:
            return found, None
    for shape in ("past", "third", "base", "ing"):
        if shape in shapes and (found := syntax.group(frame, at, shape, shapes[shape])) is not None:
            return found, None
    return _plural(frame, at, shapes.get("base", 0)), None


def _plural(frame: Frame, at: int, length: int) -> Group | None:
    """What more than one does: "Holm and the central bank jointly license | Idris"."""
    tokens, words, first = frame.sentence.tokens, small(frame.sentence.lang), at
    while first > frame.sentence.opening and syntax.is_adverb(frame.sentence, first - 1):
        first -= 1
    if not length or at + length >= len(tokens) or not _opens(frame, at + length) or first <= frame.sentence.opening:
        return None
    left = tokens[first - 1]
    if left.mention is None and left.text in union(words.determiners, words.prepositions, words.modal, words.bars):
        return None
    found = Group(first, at, at + length, "active", frozenset())
    return found if len(lined(frame, syntax.subject(frame, found))) > 1 else None


def _opens(frame: Frame, at: int) -> bool:
    """Does an object begin at a token?"""
    token, words = frame.sentence.tokens[at], small(frame.sentence.lang)
    return syntax.capital(frame.sentence, at) or (
        token.mention is None and token.text in words.determiners | words.pronouns
    )


def _led(frame: Frame, at: int, last: int) -> Party | None:
    """Who is meant by a participle that opens a clause: "Owned by Holm and the state, | Idris makes pipes"."""
    sentence, words, first = frame.sentence, small(frame.sentence.lang), at
    tokens = sentence.tokens
    while first > max(sentence.opening, at - _LEADS) and (
        tokens[first - 1].text in words.adverbs or tokens[first - 1].text in ("originally", "until", "recently")
    ):
        first -= 1
    if first > sentence.opening and tokens[first - 1].text not in _OPENERS:
        return None
    commas = [i for i in range(last, min(last + _REACH, len(tokens) - 1)) if tokens[i].text == ","]
    parties = [(i, party) for i in commas if (party := _opener(frame, i + 1)) is not None]
    for i, party in parties:
        if party.last < len(tokens) and is_verb(frame, party.last):
            return syntax.resolved(frame, party, i)
    return syntax.resolved(frame, parties[0][1], parties[0][0]) if parties else None


def _opener(frame: Frame, at: int) -> Party | None:
    """Whom a clause begins with: "the tram operator Holm | carried"."""
    sentence, end = frame.sentence, at
    while end < len(sentence.tokens) and end - at < syntax.LONGEST and not syntax.barred(sentence, end):
        if syntax.capital(sentence, end):
            while end < len(sentence.tokens) and syntax.capital(sentence, end):
                end += 1
            break
        if end > at + 1 and is_verb(frame, end) and sentence.tokens[end].text not in ("'s",):
            break
        end += 1
    return syntax.party(frame, at, end) if end > at else None


def is_verb(frame: Frame, at: int) -> bool:
    """May a verb stand at a token, right behind a subject?"""
    token, words = frame.sentence.tokens[at], small(frame.sentence.lang)
    if token.mention is not None:
        return False
    known = union(words.be, words.have, words.modal, frame.words.agents, frame.words.reporting)
    return token.text in known or token.text.endswith(("s", "ed")) or token.text in ("made", "lost", "sold", "won")


def sure(frame: Frame, found: Group) -> bool:
    """Is it said to be so, and neither denied nor only possible?"""
    sentence, words = frame.sentence, small(frame.sentence.lang)
    if found.said & union(words.denying, words.uncertain) and not _put_off(frame, found):
        return False
    if found.said and found.said <= {"to", "be"} | words.adverbs and not _headline(frame, found):
        return False  # "the right to buy Holm"
    tokens = sentence.tokens
    near = {token.text for token in tokens[max(found.first - 3, sentence.opening) : found.first]}
    since = max(sentence.opening, found.first - _CLAUSE)
    before = {token.text for token in tokens[since : found.first] if token.mention is None}
    deniers = standing(sentence.lang).deniers
    said = {token.text for token in tokens[max(sentence.opening, found.first - _DENIED) : found.first]}
    denied = said & deniers
    return near.isdisjoint(words.denying) and before.isdisjoint(words.conditions) and not denied


def _put_off(frame: Frame, found: Group) -> bool:
    """Will it happen, if not before some day: "production will not start before May"?"""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    if found.said & words.uncertain or not found.said & words.planned:
        return False
    near = range(found.last, min(found.last + _DENIED, len(tokens) - 1))
    at = next((i for i in near if tokens[i].text in words.put_off), None)
    return at is not None and any(syntax.is_time(token) for token in tokens[at + 1 : at + 3])


def _headline(frame: Frame, found: Group) -> bool:
    """ "Holm to buy Idris for 3 million": is it what a headline begins with?"""
    who = syntax.before(frame, found.first)
    return who is not None and who.named and who.first <= frame.sentence.opening + 2


def status(frame: Frame, found: Group, stays: bool = False) -> str | None:
    """Is it planned, or, of what lasts, past?"""
    words = small(frame.sentence.lang)
    said = found.said
    if said & {"agreed", "agrees", "agree"}:
        return "announced"
    if said & words.withdrawn:
        return "withdrawn"
    if said & words.planned or (said & words.be and found.shape == "active" and not said & words.have):
        return "planned"
    if not stays:
        return None
    verb = frame.sentence.tokens[found.verb].text
    if said & {"was", "were", "had"} or (found.shape == "active" and not said and verb.endswith("ed")):
        return "past"
    behind = frame.sentence.tokens[found.last : found.last + 1]
    return "past" if behind and behind[0].text == "until" else None


def several(frame: Frame, at: int) -> list[Party]:
    """All who are listed from a token on: "Holm, the utility Idris and, since June, Corvane"."""
    tokens, found, closed = frame.sentence.tokens, list[Party](), False
    while len(found) < _MOST:
        end = _end(frame, at)
        party = _item(frame, at, end) if end > at else None
        if party is None or (found and (not party.named or party.kind == "back") and not _bodily(frame, party)):
            break
        if found and not closed and end < len(tokens) and is_verb(frame, end):
            break  # "owned by Holm, Idris makes pipes"
        if (apposed := _apposed(frame, party, end)) is not None:
            return [*found, apposed]
        found.append(party)
        if closed or end >= len(tokens) or tokens[end].text not in _PARTED:
            break
        at = end
        while at < len(tokens) and (
            tokens[at].text in _PARTED or tokens[at].text == "since" or syntax.is_time(tokens[at])
        ):
            closed = closed or tokens[at].text == "and"
            at += 1
    return found if closed else found[:1]


def _end(frame: Frame, at: int) -> int:
    """Where one of several ends."""
    sentence, words, end = frame.sentence, small(frame.sentence.lang), at
    tokens = sentence.tokens
    while end < len(tokens) and end - at < syntax.LONGEST:
        text = tokens[end].text
        if text != "and" and (
            syntax.barred(sentence, end) or (end > at and text in frame.words.agents and tokens[end - 1].text != "-")
        ):
            break
        if tokens[end].mention is None and (text in words.prepositions and (text != "of" or end == at)):
            break
        if text == "and" and tokens[end].mention is None and _parts(frame, end):
            break
        end += 1
    return end


def _apposed(frame: Frame, party: Party, end: int) -> Party | None:
    """The name of what has been called something: "a single division, | Holm Logistics"."""
    tokens = frame.sentence.tokens
    if party.named or end >= len(tokens) - 1 or tokens[end].text != ",":
        return None
    near = party_at(frame, end + 1)
    return near if near is not None and (near.last >= len(tokens) or tokens[near.last].text in CLOSES) else None


def party_at(frame: Frame, at: int) -> Party | None:
    """The name that begins at a token, if it is one with a capital."""
    sentence, end = frame.sentence, at
    while end < len(sentence.tokens) and syntax.capital(sentence, end):
        end += 1
    found = syntax.party(frame, at, end) if end > at else None
    return found if found is not None and found.named and found.kind != "back" else None


def _parts(frame: Frame, at: int) -> bool:
    """Does "and" part two, and stand in no name ("Lund and Oyelaran") or phrase ("wire and tube units")?"""
    sentence = frame.sentence
    if not (syntax.capital(sentence, at - 1) or _opens(frame, at + 1)):
        rows = stakes(sentence.lang)
        return rows is not None and sentence.tokens[at - 1].text in rows.bodies
    sides = (at - 1, at + 1)
    if any(syntax.name_at(sentence, i) is not None or not syntax.capital(sentence, i) for i in sides):
        return True
    return syntax.capital(sentence, at - 2) or syntax.capital(sentence, at + 2)


def _item(frame: Frame, first: int, last: int) -> Party | None:
    """One of several, past what only says how much of it: "a quarter of | Holm"."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    of = next((i for i in range(first + 1, last) if tokens[i].text == "of" and tokens[i].mention is None), last)
    if of < last - 1 and any(token.text in words.portions or syntax.is_size(token) for token in tokens[first:of]):
        first = of + 1
    elif of < last and syntax.name_at(frame.sentence, of - 1) is not None:
        last = of  # "Jane Brook of Holm"
    elif of < last and not syntax.capital(frame.sentence, of - 1) and tokens[of - 1].text not in _SEATS:
        return None  # "associates of Jane Brook"
    found = syntax.party(frame, first, last)
    return found if found is None or _bodily(frame, found) else syntax.resolved(frame, found, first)


def _bodily(frame: Frame, party: Party) -> bool:
    rows = stakes(frame.sentence.lang)
    return rows is not None and party.who.lower().split()[-1] in rows.bodies


def split(frame: Frame, party: Party | None) -> list[Party]:
    """Those whom one run of capitals names: "Holm Rail and TransLoire"."""
    if party is None:
        return []
    sides = party.who.split(" and ")
    if party.kind != "proper" or len(sides) == 1 or " of " in party.who or all(" " not in side for side in sides):
        return [party]
    return [party._replace(who=who.removeprefix("the ")) for who in sides]


def lined(frame: Frame, party: Party | None) -> list[Party]:
    """Somebody with those who are listed before him: "Holm and | Idris"."""
    if party is None:
        return []
    found, tokens, at = split(frame, party), frame.sentence.tokens, party.first
    if party.last > party.first and _governed(frame, party):
        return []  # "65 percent of | Holm", "the chairman of | Holm"
    if party.kind == "back" or party.last <= party.first:
        return found
    words = small(frame.sentence.lang)
    while at > frame.sentence.opening and tokens[at - 1].text in words.determiners:
        at -= 1
    if at <= frame.sentence.opening + 1 or tokens[at - 1].text != "and":
        return found
    if at > 4 and tokens[at - 2].text == ")" and tokens[at - 4].text == "(":
        at -= 3  # "the Holm Commission (HC) and | Idris"
        near = syntax.nearest(frame, at - 1)
        return [*split(frame, near), *found] if near is not None and near.named and near.last == at - 1 else found
    while len(found) < _MOST and at > frame.sentence.opening and tokens[at - 1].text in _PARTED:
        near = syntax.nearest(frame, at - 1)
        if near is None or not near.named or near.kind == "back" or near.last != at - 1:
            break
        found = [*split(frame, near), *found]
        at = near.first
        while at > frame.sentence.opening and tokens[at - 1].text in words.determiners:
            at -= 1
    return found


def _governed(frame: Frame, party: Party) -> bool:
    """Is somebody only whose something is: "associates of | Holm"?"""
    tokens, at = frame.sentence.tokens, party.first
    while at > frame.sentence.opening and tokens[at - 1].text in small(frame.sentence.lang).determiners:
        at -= 1
    of = at - 1 > frame.sentence.opening and tokens[at - 1].text == "of" and tokens[at - 1].mention is None
    return of and not syntax.capital(frame.sentence, at - 2) and tokens[at - 2].text not in _SEATS


def _agents(frame: Frame, first: int) -> tuple[list[Party], list[Quantity | None]]:
    """By whom: "by Holm and the state", "55% by the city and 45% by Idris"."""
    tokens, agents, shares = frame.sentence.tokens, list[Party](), list[Quantity | None]()
    at = first
    while len(agents) < _MOST and at < min(first + 2 * _REACH, len(tokens) - 1):
        stop = next(
            (i for i in range(at, min(at + _REACH, len(tokens) - 1)) if tokens[i].text in _STOPS | {_AGENT}), None
        )
        if stop is None or tokens[stop].text != _AGENT or tokens[stop].mention is not None:
            break
        if agents and stop - at > 4:
            break
        here = several(frame, stop + 1)
        if not here or syntax.is_size(tokens[stop + 1]) or tokens[stop + 1].text.endswith("ing"):
            break
        value = share(tokens[stop - 1].mention)
        agents += here
        shares += [value] * len(here)
        at = max(here[-1].last, stop + 1)
    return agents, shares


def share(mention: Mention | None) -> Quantity | None:
    value = mention.value if mention is not None else None
    return value if isinstance(value, Quantity) and value.unit == "percent" and value.high <= 100 else None


def through(frame: Frame, first: int, noun: bool = False) -> dict[str, list[Party]]:
    """Whom each preposition behind a verb leads to; "out of" and "of" right behind it say where from."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    found = dict[str, list[Party]]()
    i = first
    while i < min(first + _REACH, len(tokens) - 1):
        text = tokens[i].text
        closed = text == "," and tokens[i + 1].mention is None and tokens[i + 1].text in union(words.be, words.have)
        if (
            closed
            or text in _STOPS
            or (text == "and" and is_verb(frame, i + 1) and not syntax.capital(frame.sentence, i + 1))
        ):
            break
        if (
            tokens[i].mention is None
            and (text in words.prepositions or text == "as")
            and not syntax.is_time(tokens[i + 1])
        ):
            name = "from" if text == "of" and ((i == first and not noun) or tokens[i - 1].text == "out") else text
            if text == "to" and tokens[i + 1].text in _FORMING:
                name, i = "into", i + 1  # "merged with Holm to form | Idris"
            if (
                name == "under"
                and tokens[i + 1].text in ("the", "its")
                and "name" in (t.text for t in tokens[i : i + 4])
            ):
                name, i = "as", next(j for j in range(i, i + 4) if tokens[j].text == "name")
                i += tokens[min(i + 1, len(tokens) - 1)].text == "of"
            if (
                (name != "of" or noun)
                and name not in found
                and not syntax.is_size(tokens[i + 1])
                and (here := several(frame, i + 1))
            ):
                found[name] = here
        i += 1
    return found


def when(frame: Frame, first: int, last: int) -> Mention | None:
    """The time of a verb: in its clause, or right behind it."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    end = min(last + 6, len(tokens))
    stop = next((i for i in range(last, end) if tokens[i].text in union(words.clause_ends, _STOPS)), end)
    for i in (*range(first, last), *range(last, stop)):
        if syntax.is_time(tokens[i]) and not (i + 1 < len(tokens) and tokens[i + 1].text.startswith("'")):
            mention: Mention | None = tokens[i].mention
            if mention is not None and isinstance(mention.value, Timex) and mention.value.shift is None:
                return mention
    return None


def heads(frame: Frame, found: Cast, nouns: frozenset[str]) -> bool:
    """Does one of some nouns stand in what it befalls: "its head office", "the registered office of Holm"?"""
    tokens = frame.sentence.tokens
    places = [(p.first, p.last + 1) for p in (*found.patients, *found.agents) if p.last > p.first]
    places.append((found.group.last, found.group.last + _NOUN))
    inside = [t for first, last in places for t in tokens[first : min(last, len(tokens))]]
    text = frame.sentence.document.text
    return not nouns.isdisjoint(word for t in inside for word in text[t.start : t.end].lower().split())
