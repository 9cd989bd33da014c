"""What happened, read by grammar: a verb or a noun of `lexicon/<lang>/deed.toml`, who does it, and whom it befalls.

Phrasings state what they know better; this reader adds what their words do not fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from crossfoot.facts import adjuncts, labelled
from crossfoot.facts.adjuncts import REACH
from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import casting, stance, syntax
from crossfoot.facts.sentence.syntax import Group, Party
from crossfoot.late import late
from crossfoot.lexicon import union
from crossfoot.lexicon.casts import casts
from crossfoot.lexicon.deeds import Deed, Form, deeds
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.offices import headwords
from crossfoot.lexicon.origins import origins
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.model import Cue, Event, Fact, Span

_NAMES = 4  # words of a person's name
_CLAUSE = 30  # tokens of a participle and what belongs to it, before the main clause
_NEAR = 6  # tokens before a noun in which it is denied or said to be only planned
_MOST = 20  # events of a sentence that another one is held against
_RULED = frozenset({"approval", "rejection"})
_AHEAD = ("planned", "announced", "proposed")
_WORD = late(r"[a-z]+")


def may_tell(text: str, lang: str) -> bool:
    """Has a sentence in lower case a word of what happens, or of what somebody is?"""
    return not _telling(lang).isdisjoint(_WORD.findall(text))


@cache
def _telling(lang: str) -> frozenset[str]:
    rows, parts, first = deeds(lang), casts(lang), origins(lang)
    if rows is None or parts is None or first is None:
        return frozenset()
    return rows.triggers | parts.triggers | headwords(lang) | first.begins | first.kinds


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The events of a sentence that no phrasing has told."""
    rows = deeds(frame.sentence.lang)
    if rows is None:
        return
    told = [(f.kind, f.actor, f.object, f.spans[0]) for f in known if isinstance(f, Event)]
    for marked in labelled.state(frame, rows):
        if not _told(marked, told):
            told.append((marked.kind, marked.actor, marked.object, marked.spans[0]))
            yield marked
    for at, token in enumerate(frame.sentence.tokens):
        text = token.text
        if token.mention is not None:
            if not isinstance(token.mention.value, Cue):
                continue
            text = frame.sentence.document.text[token.start : token.end].lower()  # "dropped" may be a direction
        forms = rows.forms.get(text)
        found = next(_verbal(frame, at, forms), None) if forms else None
        if found is None and text in rows.nouns:
            found = _nominal(frame, at, *rows.nouns[text])
        if found is not None and not _told(found, told) and (found.kind, found.object) not in frame.carried.deeds:
            told.append((found.kind, found.actor, found.object, found.spans[0]))
            yield found
    frame.carried.deeds.update((kind, what) for kind, _, what, _ in told if what is not None)


def _told(fact: Event, told: list[tuple[str, str | None, str | None, Span]]) -> bool:
    """Has another fact of the sentence told the same, or what is a part of it: the end of a purchase?"""
    for kind, actor, what, span in told[-_MOST:]:
        near = span.start < fact.spans[0].end and fact.spans[0].start < span.end
        shared = bool({actor, what} & {fact.actor, fact.object} - {None})
        beside = what is not None and fact.object is not None and not _alike(what, fact.object)
        if fact.kind in _RULED and kind == "acquisition":
            continue  # "the takeover of Holm by Idris was approved"
        if (kind == fact.kind and (near or shared) and not (beside and actor == fact.actor)) or (near and shared):
            return True
    return False


def _alike(one: str, other: str) -> bool:
    """Do two phrases speak of one thing?"""
    left, right = ({*words.lower().replace("-", " ").split()} for words in (one, other))
    return not left.isdisjoint(right)


def _verbal(frame: Frame, at: int, forms: list[Form]) -> Iterator[Event]:
    tokens = frame.sentence.tokens
    for form in forms:
        if tuple(token.text for token in tokens[at + 1 : at + 1 + len(form.rest)]) != form.rest:
            continue
        found = syntax.group(frame, at, form.shape, 1 + len(form.rest))
        if found is None or not casting.sure(frame, found):
            continue
        if (fact := _event(frame, form, found)) is not None:
            yield fact


def _event(frame: Frame, form: Form, found: Group) -> Event | None:
    deed, who = form.deed, syntax.subject(frame, found) or _led(frame, found)
    passive = found.shape in ("passive", "reduced")
    if passive and not _may_suffer(frame, form, found):
        return None
    if passive:
        what, actor = who, syntax.by(frame, found.last)
    else:
        what, actor = _object(frame, deed, found), who
    if not _headed(frame, form, found, who, what) or not _ends(frame, deed, found):
        return None
    parties = _cast(frame, form, found, who, actor, what)
    if parties is None or not _fits(frame, form, found, *parties, who):
        return None
    actor, what = parties
    if what is not None and actor is not None and what.who == actor.who:
        if what.kind != "back" or deed.object == "firm":
            return None
        what = None  # "Holm will launch it"
    last = max(found.last, what.last if what is not None else 0)
    first = min(found.first, who.first if who is not None and who.last <= found.first else found.first)
    when = adjuncts.when(frame, found.first, last) or adjuncts.put_off(frame, found)
    if (
        deed.kind == "approval"
        and actor is not None
        and what is not None
        and _head(frame, what) in small(frame.sentence.lang).given
    ):
        what = None  # "the office gave | the go-ahead"
    status = adjuncts.status(frame, deed, found, when)
    return Event(
        spans=(frame.sentence.span_of(first, last),),
        rule=f"deed.{deed.kind}",
        kind=deed.kind,
        actor=actor.who if actor is not None else None,
        object=what.who if what is not None else None,
        place=adjuncts.where(frame, found.last, last),
        date=adjuncts.coming(frame, found, when) if status in _AHEAD else stance.period_of(when),
        status=status,
    )


def _led(frame: Frame, found: Group) -> Party | None:
    """Whom a participle that opens a sentence is said of: "Bought by Idris in 2016, | the chain has been sold"."""
    tokens, end = frame.sentence.tokens, min(found.last + _CLAUSE, len(frame.sentence.tokens) - 1)
    if found.shape != "reduced" or found.first > frame.sentence.opening:
        return None
    comma = next((i for i in range(found.last, end) if tokens[i].text == ","), None)
    party = syntax.behind(frame, comma + 1) if comma is not None else None
    return syntax.resolved(frame, party, found.first) if party is not None and party.kind == "back" else party


def _may_suffer(frame: Frame, form: Form, found: Group) -> bool:
    """Has a verb a passive, and is this one?"""
    deed = form.deed
    if deed.through and not form.heads and deed.kind == "acquisition":
        return False  # "claims will be paid for"
    if deed.object == "none" and not deed.turned and not deed.through:
        return False
    if form.rest and form.rest[-1] in small(frame.sentence.lang).prepositions:
        return False  # "is merged with"
    if deed.kind == "listing" and (found.shape == "reduced" or found.said.isdisjoint({"be", "been", "was", "were"})):
        return False  # where shares are listed is no event
    return found.shape != "reduced" or _reduced(frame, found, syntax.by(frame, found.last))


def _ends(frame: Frame, deed: Deed, found: Group) -> bool:
    """Has a verb the object that its row wants: none at all, or some number of things?"""
    tokens = frame.sentence.tokens
    if deed.alone and found.last < len(tokens):
        behind, words = tokens[found.last], small(frame.sentence.lang)
        dated = behind.text in words.dating and found.last + 1 < len(tokens) and syntax.is_time(tokens[found.last + 1])
        return behind.text in words.closing or syntax.is_time(behind) or dated
    return not deed.counted or any(syntax.is_size(token) for token in tokens[found.last : found.last + 2])


def _cast(
    frame: Frame, form: Form, found: Group, who: Party | None, actor: Party | None, what: Party | None
) -> tuple[Party | None, Party | None] | None:
    """Who acts and whom it befalls, where a row does not say it of subject and object; None where somebody lacks."""
    deed, passive = form.deed, found.shape in ("passive", "reduced")
    link = syntax.through(frame, found.last, deed.through) if deed.through else None
    if link is None and deed.through and form.heads and not passive and "to" in deed.through:
        link = _receiver(frame, found)  # "handed Holm a fine"
    if deed.through and (form.heads or not passive or deed.kind == "listing"):
        if link is None and (deed.object in ("named", "firm") or not form.heads):
            return None
        what = what if deed.kind == "listing" else link or what
        if deed.heads == "offers" and passive:
            return None
    if deed.to:
        actor = syntax.through(frame, found.last, ("to",))
        if actor is None or not actor.named or actor.kind == "person":
            return None
    if deed.of == "subject":
        what, actor = _of(frame, who) if who is not None else None, _topic(frame, found.first)
    if deed.kind == "listing" and actor is not None:
        actor = _listed(frame, actor)
    if deed.turned and not passive:
        actor, what = link, who
    if deed.swapped:
        actor, what = what, actor
    started = deed.kind == "production_start" and deed.heads == "work" and link is None and deed.of != "subject"
    if started and not passive and who is not None:
        what, actor = (None, who) if who.named else (who, _topic(frame, found.first))
    if deed.kind == "departure" and what is None and deed.object == "none":
        what = syntax.through(frame, found.last, ("at",)) or _topic(frame, found.first)
    if deed.object == "person" and actor is None and not deed.swapped:
        actor = syntax.through(frame, found.last, ("of", "at", "for")) or _topic(frame, found.first)
    return actor, what


def _listed(frame: Frame, who: Party) -> Party:
    """Whose shares begin trading: "shares in | Holm"."""
    tokens = frame.sentence.tokens
    if who.named or who.last >= len(tokens) - 1 or tokens[who.last].text != "in":
        return who
    held = syntax.behind(frame, who.last + 1)
    return held if held is not None and held.named else who


def _receiver(frame: Frame, found: Group) -> Party | None:
    """Whom a verb of giving names before what is given: "granted | Holm permission"."""
    name = syntax.name_at(frame.sentence, found.last)
    if name is None or found.last + 1 >= len(frame.sentence.tokens) or name.kind not in ("organisation", "person"):
        return None
    return Party(name.entity, found.last, found.last + 1, name.kind)


def _of(frame: Frame, what: Party) -> Party:
    """What it is that begins: the dam of "construction of the dam", else the phrase."""
    tokens = frame.sentence.tokens
    of = next((i for i in range(what.first + 1, what.last) if tokens[i].text == "of"), None)
    inner = syntax.behind(frame, of + 1) if of is not None else None
    if inner is not None and inner.last > what.last and inner.kind == "words":  # "construction of the dam | began"
        return Party(syntax.words_of(frame.sentence, inner.first, what.last), inner.first, what.last, inner.kind)
    return inner or what


def _topic(frame: Frame, index: int) -> Party | None:
    topic = whose.spoken_of(frame, index)
    return Party(topic, index, index, "back") if topic is not None else None


def _object(frame: Frame, deed: Deed, found: Group) -> Party | None:
    if deed.object == "none" and not deed.heads and not deed.swapped:
        return None
    at, tokens = found.last, frame.sentence.tokens
    if at < len(tokens) - 1 and tokens[at].text in ("on", "in") and syntax.is_time(tokens[at + 1]):
        at += 1
    while at < len(tokens) and syntax.is_time(tokens[at]):
        at += 1
    what = syntax.behind(frame, at)
    if deed.object == "person" and what is not None and what.kind == "words" and what.last + 1 < len(tokens):
        name = syntax.name_at(frame.sentence, what.last + 1) if tokens[what.last].text == "," else None
        if name is not None and name.kind == "person":  # "parted ways with its chief executive, | Jane Brook"
            return Party(name.entity, what.last + 1, what.last + 2, "person")
    return syntax.resolved(frame, what, at) if what is not None and what.kind == "back" else what


def _reduced(frame: Frame, found: Group, actor: Party | None) -> bool:
    """Is a participle without a verb of being one of the passive: "Holm, fined 3 million in May", "bought by Idris"?"""
    tokens = frame.sentence.tokens
    if found.last >= len(tokens):
        return False
    behind = tokens[found.last]
    if actor is not None and behind.text in ("by", "in", "on", "last", "from"):
        return True
    opens = found.first <= frame.sentence.opening
    return (opens or tokens[found.first - 1].text == ",") and (behind.text == SLOTS["money"] or syntax.is_time(behind))


def _headed(frame: Frame, form: Form, found: Group, who: Party | None, what: Party | None) -> bool:
    """Has the object, or the subject, a noun that the row asks for?"""
    deed, tokens, passive = form.deed, frame.sentence.tokens, found.shape in ("passive", "reduced")
    if deed.of == "subject":
        return who is not None and not passive and _head(frame, who) in form.heads
    if deed.unlike:
        return what is not None and set(deed.unlike).isdisjoint(_said(frame, what.first - 1, what.last))
    if not form.heads:
        return True
    if passive:
        return who is not None and not form.heads.isdisjoint(_said(frame, _phrase(frame, who), who.last))
    if deed.kind == "closure" and what is not None and what.kind == "words":
        return not form.heads.isdisjoint(_said(frame, what.first, what.last))  # "close the gap of 3 units"
    last, ends = found.last, small(frame.sentence.lang).object_ends
    while last < min(len(tokens), found.last + REACH) and tokens[last].text not in ends:
        last += 1
    return not form.heads.isdisjoint(_said(frame, found.last, last))


def _phrase(frame: Frame, who: Party) -> int:
    """Where the noun phrase begins that ends in somebody: "the takeover of | Holm"."""
    first, tokens = who.first, frame.sentence.tokens
    while first > max(frame.sentence.opening, who.first - _NEAR) and not syntax.barred(frame.sentence, first - 1):
        if tokens[first - 1].text in small(frame.sentence.lang).prepositions and tokens[first - 1].text != "of":
            break
        first -= 1
    return first


def _head(frame: Frame, what: Party) -> str:
    """The noun of a phrase: "construction" of "construction of the dam"."""
    tokens = [token.text for token in frame.sentence.tokens[what.first : what.last]]
    return tokens[tokens.index("of") - 1] if "of" in tokens[1:] else "".join(tokens[-1:])


def _said(frame: Frame, first: int, last: int) -> set[str]:
    """The words between two tokens; those of names count as well."""
    if first >= last:
        return set()
    span = frame.sentence.span_of(max(first, 0), last)
    said = frame.sentence.document.text[span.start : span.end].lower()
    return {word.strip(".,'\"").removesuffix("'s") for word in (*said.replace("-", " ").split(), *said.split())}


def _called(frame: Frame, first: int) -> bool:
    """Does an office follow, or what somebody is to do: "was named | chairman", "was picked | to run Holm"?"""
    near = _said(frame, first, min(first + REACH, len(frame.sentence.tokens)))
    return bool(near & small(frame.sentence.lang).offices) or {"to", "as"} & near != set()


def _after(frame: Frame, deed: Deed, found: Group, who: Party) -> bool:
    """ "Lopez replaces Tom Burke": who takes the place of a person is one."""
    behind = syntax.behind(frame, found.last) if deed.beside else None
    return who.kind == "proper" and behind is not None and _person(behind)


def _fits(frame: Frame, form: Form, found: Group, actor: Party | None, what: Party | None, who: Party | None) -> bool:
    """Do the parties fit what the row asks for?"""
    deed, passive = form.deed, found.shape in ("passive", "reduced")
    if actor is None and what is None:
        return False
    acts = what if deed.turned or deed.swapped else actor
    if deed.subject == "named" and deed.of != "subject" and not passive and (who is None or not who.named):
        return False
    if deed.subject == "person" and (who is None or not (_person(who) or _after(frame, deed, found, who))):
        return False
    if deed.object == "person" and passive and not _called(frame, found.last):
        return False
    if deed.subject == "any" and not passive and acts is None and deed.of != "subject" and deed.heads != "work":
        return False
    suffers = actor if deed.swapped else what
    return _takes(frame, deed, suffers, bare=passive and actor is None)


def _takes(frame: Frame, deed: Deed, what: Party | None, bare: bool = False) -> bool:
    if deed.object == "named":
        return what is not None and what.named
    if deed.object == "person":
        return what is not None and _person(what)
    if deed.object == "firm":
        if what is None or what.kind == "person" or (bare and what.kind not in ("organisation", "proper")):
            return False
        return what.kind != "words" or what.who.lower().split()[-1] in small(frame.sentence.lang).belongings
    if (
        deed.heads == "sites"
        and what is not None
        and what.first < what.last
        and frame.sentence.tokens[what.first].text in SLOTS["level"]
    ):
        return False  # how many shops somebody opens is a figure
    return deed.object != "any" or what is not None


def _person(who: Party) -> bool:
    """Is somebody a person, or may he be one: two capitalised words that no reader knows?"""
    if who.kind == "person":
        return True
    letters = who.who.replace(" ", "").replace(".", "").replace("-", "")
    return who.kind == "proper" and 2 <= len(who.who.split()) <= _NAMES and letters.isalpha()


def _nominal(frame: Frame, at: int, deed: Deed, heads: frozenset[str]) -> Event | None:
    """ "the acquisition of Holm by Idris", "Jane Brook's resignation"."""
    tokens, sentence, words = frame.sentence.tokens, frame.sentence, small(frame.sentence.lang)
    first, owner = _owner(frame, at)
    of = at + 1 < len(tokens) and tokens[at + 1].text == "of"
    what = syntax.resolved(frame, syntax.behind(frame, at + 2), at + 2) if of else None
    beside = of and what is not None and frame.sentence.tokens[min(what.last, len(tokens) - 1)].text == "by"
    actor = syntax.by(frame, at + 1) if beside else None
    near = _said(frame, max(at - _NEAR, sentence.opening), at)
    if near & (words.denying | words.doubted):
        return None
    if deed.subject == "person":  # somebody leaves
        actor, what = (what, None) if what is not None else (owner, None)
        if actor is not None and actor.kind == "words":  # "the departure of its chief executive, | Jane Brook"
            behind = actor.last + 1 if actor.last + 1 < len(tokens) and tokens[actor.last].text == "," else 0
            named = syntax.name_at(sentence, behind) if behind else None
            actor = Party(named.entity, behind, behind + 1, named.kind) if named is not None else actor
        if actor is None or not _person(actor):
            return None
        if actor.last < len(tokens) - 1 and tokens[actor.last].text == "from":
            left = syntax.behind(frame, actor.last + 1)
            what = left if left is not None and left.named and left.kind != "person" else None
    else:
        actor = actor or owner
        known = what is not None and (what.named or (actor is not None and actor.named) or deed.heads == "sites")
        if what is None or not known or not _takes(frame, deed, what):
            return None
        if heads and heads.isdisjoint(_said(frame, what.first, what.last)) and not (what.named and actor is not None):
            return None
        if deed.object == "firm" and not what.named:
            return None
    last = max(at + 1, what.last if what is not None else 0, actor.last if actor is not None else 0)
    return Event(
        spans=(sentence.span_of(first, last),),
        rule=f"deed.{deed.kind}",
        kind=deed.kind,
        actor=actor.who if actor is not None else None,
        object=what.who if what is not None else None,
        date=stance.period_of(adjuncts.when(frame, first, last)),
        status="planned" if near & (words.planned - {"to"} | words.coming) else deed.status or "completed",
    )


def _owner(frame: Frame, at: int) -> tuple[int, Party | None]:
    """Whose deed a noun names, and where its phrase begins: "Holm's planned | acquisition", "its | purchase"."""
    sentence, words, first = frame.sentence, small(frame.sentence.lang), at
    tokens, closed = sentence.tokens, union(words.bars, words.determiners, words.prepositions)
    while first > max(sentence.opening, at - 3) and tokens[first - 1].mention is None:
        if not tokens[first - 1].text.isalpha() or tokens[first - 1].text in closed:
            break
        first -= 1
    if first <= sentence.opening:
        return first, None
    if tokens[first - 1].text == "'s":
        return first, syntax.before(frame, first - 1)
    if tokens[first - 1].text.endswith("'s") and tokens[first - 1].mention is None:  # "the watchdog's | approval"
        who = syntax.words_of(sentence, first - 1, first)[:-2]
        return first, Party(who, first - 1, first, "proper" if syntax.capital(sentence, first - 1) else "words")
    return first, syntax.leading(frame, first - 1) if tokens[first - 1].text in frame.words.pronouns else None
