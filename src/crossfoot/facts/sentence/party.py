"""Roles that hold words: who and what stands in them.

A party is given as the id of the entity that its words name, else as the words themselves.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from crossfoot.facts.frame import Frame
from crossfoot.facts.frame.carried import Carried
from crossfoot.facts.sentence import Match, Sentence, Token
from crossfoot.facts.sentence.syntax import is_time
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.standing import deciding, standing
from crossfoot.model import Name, Quantity

_CLOSING = {",", ".", ";"}
_REACH = 12  # tokens before an aside in which whom it is of stands


def body(value: object) -> str | None:
    """The organisation that what a mention holds is a name of."""
    return value.entity if isinstance(value, Name) and value.kind == "organisation" else None


def party(match: Match, role: str) -> str | None:
    """Who stands in a role: the entity named at its head ("carmaker Geely"), else its words ("foreign insurers")."""
    place = match.roles.get(role)
    if place is None:
        return None
    return _behind_aside(match.sentence, *place) or _apposed(match.sentence, *place) or _who(match.sentence, *place)


def _behind_aside(sentence: Sentence, first: int, last: int) -> str | None:
    """ "Corvane, based in Wuxi, Jiangsu province, was founded": what only closes an aside is not who is spoken of."""
    tokens = sentence.tokens
    if not 0 < first < last < len(tokens) or tokens[first - 1].text != "," or tokens[last].text != ",":
        return None
    if _names(sentence, first, last) or (last - first > 1 and all(_capital(sentence, i) for i in range(first, last))):
        return None
    before = _names(sentence, max(first - _REACH, 0), first)
    return before[-1][1] if before else None


def _apposed(sentence: Sentence, first: int, last: int) -> str | None:
    """ "held by the emirate's sovereign fund, Rimal Investments": who is first said to be something and then named."""
    tokens, holdings = sentence.tokens, standing(sentence.lang).holdings
    if last + 2 >= len(tokens) or last <= first or tokens[last].text != ",":
        return None
    mention = tokens[last + 1].mention
    if mention is None or not isinstance(mention.value, Name) or tokens[last + 2].text not in _CLOSING:
        return None
    offices = small(sentence.lang).offices if standing(sentence.lang).spaced else frozenset[str]()
    office = mention.value.kind == "person" and tokens[last - 1].text in offices  # "its chairman, Jane Brook,"
    if tokens[last - 1].text not in holdings and not office:
        return None
    return None if _names(sentence, first, last)[-1:] == [(last - 1, mention.value.entity)] else mention.value.entity


def known(match: Match, role: str, frame: Frame) -> str | None:
    """The same, where words that only point back ("it", "the buyer", "the yard") stand for whom the text is about."""
    place = match.roles.get(role)
    if place is None:
        return frame.entity_before(match.start) or frame.carried.entity
    who = party(match, role)
    if who is None or _points(match.sentence, *place):
        return frame.entity_before(match.start) or frame.carried.entity or who
    return who


def named(match: Match, role: str) -> str | None:
    """The first body or person that a role names or points to."""
    names = _names(match.sentence, *match.roles.get(role, (0, 0)))
    return names[0][1] if names else None


def points(match: Match, role: str) -> bool:
    """Do the words of a role only point back to somebody?"""
    place = match.roles.get(role)
    return place is not None and _points(match.sentence, *place)


def _points(sentence: Sentence, first: int, last: int) -> bool:
    """ "it", "the firm": a pronoun, or an article and one or two words."""
    while first < last - 1 and sentence.tokens[first].text in (",", '"', "-"):
        first += 1
    if _names(sentence, first, last) or _behind_aside(sentence, first, last):
        return False
    words = [token.text for token in sentence.tokens[first:last]]
    if len(words) == 1:
        return words[0] in standing(sentence.lang).pointing
    return len(words) <= 3 and words[0] in standing(sentence.lang).pointing


def parties(match: Match, role: str) -> list[str]:
    """Everybody in a list: each name in it, or, where none is named, each of its members in words."""
    place = match.roles.get(role)
    if place is None:
        return []
    if standing(match.sentence.lang).spaced and (one := _apposed(match.sentence, *place)) is not None:
        return [one]
    listed = list(_parts(match.sentence, *place))
    heads = [_who(match.sentence, *part) for part in listed]
    if standing(match.sentence.lang).spaced:
        named = [
            who
            for who, part in zip(heads, listed, strict=True)
            if _names(match.sentence, *part) or match.proper_in(*part)
        ]
    else:  # no capitals tell names, and what stands between them is listed like them; what is counted is not named
        listed = _before_clause(match.sentence, listed)
        heads = [_who(match.sentence, *part) for part in listed]
        named = [who for who, part in zip(heads, listed, strict=True) if not _counted(match.sentence, *part)]
    return [who for who in named or heads if who]


def _before_clause(sentence: Sentence, listed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a list up to a comma behind which nobody is named: "为中岳证券，募集资金…" lists one."""
    for i, (first, last) in enumerate(listed):
        if i and sentence.tokens[first - 1].text == "," and not _names(sentence, first, last):
            return listed[:i]
    return listed


def printed(match: Match, role: str) -> list[str]:
    """The names in a role as they are printed."""
    sentence, place = match.sentence, match.roles.get(role, (0, 0))
    parts = [part for part in _parts(sentence, *place) if _names(sentence, *part) or match.proper_in(*part)]
    return [words for part in parts if (words := _words(sentence, *part))]


def phrase(match: Match, role: str) -> str | None:
    """The words of a role as written, without an article before them."""
    place = match.roles.get(role)
    words = None if place is None else _words(match.sentence, *place)
    if words is None or role not in match.endings:
        return words
    assert place is not None  # noqa: S101 - there are words
    first = place[0]
    while first > match.sentence.opening and _capital(match.sentence, first) and _capital(match.sentence, first - 1):
        first -= 1  # "Hong Kong-listed"
    words = match.sentence.document.text[match.sentence.tokens[first].start : match.sentence.tokens[place[1] - 1].end]
    return words.removesuffix(match.endings[role])


def _capital(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    known = standing(sentence.lang)
    return sentence.document.text[token.start].isupper() and token.text not in known.articles | known.links


def activity(match: Match) -> str | None:
    """What is done; "in pension companies" belongs to it, "in Shanghai" does not."""
    does, where = match.roles.get("activity"), match.roles.get("place")
    if does is not None and not standing(match.sentence.lang).spaced:
        return _words(match.sentence, _taken(match.sentence, *does), does[1])
    if does is not None and where is not None and not match.sentence.places_in(*where):
        return _words(match.sentence, does[0], where[1])
    return phrase(match, "activity")


def doing(match: Match) -> tuple[str | None, str | None, str | None]:
    """Who does what where, in words that no space parts: "外资企业 | 在 | 自贸区 | 设立医院"."""
    first, last = match.roles["doing"]
    sentence, known = match.sentence, standing(match.sentence.lang)
    if sentence.tokens[first].text in known.links:
        return None, None, None  # "要求的文件" is a noun
    split = _parted(sentence, first, last)
    who, does, where = None, first, None
    if split < 0 and _text(sentence, first, last).endswith(known.kinds):
        return _who(sentence, first, last), None, None
    if first < split < last:
        who, does = _who(sentence, first, split), split
    if sentence.tokens[does].text in known.places:
        then = _parted(sentence, does + 1, last)
        if does + 2 < then < last:
            where, does = _words(sentence, does + 1, then), then
    while last - 1 > does and sentence.tokens[last - 1].text in known.trailing:
        last -= 1
    return who, _text(sentence, does, last), where


def _parted(sentence: Sentence, first: int, last: int) -> int:
    """The token with which what is done begins behind who does it; -1 for none."""
    if first >= last:
        return -1
    text, start = _text(sentence, first, last), sentence.tokens[first].start
    at = standing(sentence.lang).parted(text)
    return next((i for i in range(first, last) if at >= 0 and sentence.tokens[i].start >= start + at), -1)


def _text(sentence: Sentence, first: int, last: int) -> str:
    span = sentence.span_of(first, last)
    return sentence.document.text[span.start : span.end]


def _taken(sentence: Sentence, first: int, last: int) -> int:
    """Where what something is done to begins, behind the word that says so: "美联储将 | 联邦基金利率"."""
    takers = standing(sentence.lang).takers
    return next((i + 1 for i in range(last - 2, first - 1, -1) if sentence.tokens[i].text in takers), first)


def limited(match: Match) -> tuple[str | None, str | None]:
    """What is done, and what of it is limited: "卫星制造 | 的外资股比", "普通住房 | 限购" in one."""
    sentence, (first, last) = match.sentence, match.roles["limited"]
    first = _taken(sentence, first, last)
    owner = next((i for i in range(last - 1, first, -1) if sentence.tokens[i].text == "的"), None)
    noun = _words(sentence, first if owner is None else owner + 1, match.roles.get("cap", (last, last))[1])
    return _words(sentence, first, last if owner is None else owner), noun


def owned(match: Match, role: str) -> tuple[str | None, str | None]:
    """Whose and what: "远山集团所属 | 临江基地". With spaces the words stay together."""
    who, known = party(match, role), standing(match.sentence.lang)
    if known.spaced or role not in match.roles or "actor" in match.roles:
        return None, who
    first, last = match.roles[role]
    names, sentence = _names(match.sentence, first, last), match.sentence
    if not names or names[-1][0] == last - 1:
        return None, who
    at, owner = names[-1]
    cut = next((i for i in range(last - 1, at, -1) if sentence.tokens[i].text == "的"), at)
    words = _words(sentence, cut + 1, last) or ""
    return owner, next((words.removeprefix(w) for w in known.owners if words.startswith(w)), words) or None


def _who(sentence: Sentence, first: int, last: int) -> str | None:
    first = max(first, min(sentence.opening, last - 1))
    names = _names(sentence, first, last)
    if names:
        at, entity = names[-1]
        before = {token.text for token in sentence.tokens[first:at]}
        known = standing(sentence.lang)
        if at == last - 1 and not (known.spaced and before & known.links):
            return entity
        if at == last - 1 and len(names) > 1 and before & known.links == {"'s"} and at > names[-2][0] + 2:
            return entity  # "Holm's subsidiary | Idris Works"
        if at == last - 1 and _led(sentence, first, at):
            return entity
        at, entity = names[0]
        behind = sentence.tokens[at + 1].text
        if at == first and behind in standing(sentence.lang).places:
            return entity  # "the centre in Wuxi"
        if at == first and _goes_on(sentence, at + 1, last):
            return entity  # "Casa Holding and part of the estate"
    return _words(sentence, first, last)


def _led(sentence: Sentence, first: int, at: int) -> bool:
    """Does a name only stand behind where or how it is done: "In a separate circular | the Ministry of Finance"?"""
    known, tokens = standing(sentence.lang), sentence.tokens
    if not known.spaced or at < first + 3 or tokens[first].text not in known.links:
        return False
    return tokens[at - 1].text == "the" and tokens[at - 2].text not in known.links and tokens[at - 2].text != "'s"


def _goes_on(sentence: Sentence, at: int, last: int) -> bool:
    """Does something else begin behind a name, and nobody who is listed with it?"""
    known = standing(sentence.lang)
    if not known.spaced or at >= last or sentence.tokens[at].text not in known.going_on:
        return False
    behind = at + 1
    while behind < last - 1 and sentence.tokens[behind].text in known.articles:
        behind += 1
    return behind < last and sentence.tokens[behind].mention is None and not _capital(sentence, behind)


def _counted(sentence: Sentence, first: int, last: int) -> bool:
    """Is somebody only counted: "另外六家企业"?"""
    return any(t.mention is not None and isinstance(t.mention.value, Quantity) for t in sentence.tokens[first:last])


def about(match: Match, frame: Frame, but: frozenset[str] = frozenset()) -> str | None:
    """Whom the words before a phrasing are about, where it does not say: with spaces the organisation named last.

    Without spaces clauses have no subject of their own as often as not: it is whom the item is about.
    """
    if standing(match.sentence.lang).spaced:
        return frame.entity_before(match.start)
    tellers = standing(match.sentence.lang).tellers
    named = [entity for _, entity in _names(match.sentence, 0, match.start) if not entity.endswith(tellers)]
    return next((who for who in (*reversed(frame.carried.topics), *reversed(named)) if who not in but), None)


def spoken_of(who: str, frame: Frame) -> None:
    """What a relation is of stays what the item is about, though its clause opens with the other side of it."""
    topics = frame.carried.topics
    if who in topics and topics[-1] != who:
        topics.append(who)


def authority(match: Match, carried: Carried) -> str | None:
    """Who makes the rule: named in the phrasing, else (without spaces) the last body before it that makes rules.

    Where nobody is named it is whoever the item has last shown deciding.
    """
    named, bodies = party(match, "authority"), standing(match.sentence.lang).bodies
    if named is not None and (match.names_in("authority") or carried.authority is None):
        carried.authority = named
    elif bodies:
        before = [m.value.entity for at, m in match.sentence.names if at < match.start and isinstance(m.value, Name)]
        makers = [who for who in (*carried.topics, *before) if who.endswith(bodies)]
        carried.authority = makers[-1] if makers else _region(match.sentence) or carried.authority
    return carried.authority


def decided(sentence: Sentence, carried: Carried) -> None:
    """Who opens a sentence as somebody that makes rules does so for those behind it: "省政府办公厅昨天印发《…》"."""
    if not standing(sentence.lang).spaced and (who := _region(sentence)) is not None:
        carried.authority = who


def _region(sentence: Sentence) -> str | None:
    """A place that opens a sentence and decides: "云山市将贷款额度上调至70万元"."""
    found = deciding(sentence.lang).match(sentence.document.text, sentence.span.start, sentence.span.end)
    return found[1] if found else None


def heard(sentence: Sentence, topics: deque[str]) -> None:
    """Whom an item is about: who opens a sentence or is pointed back to; at first, the first that makes no rules."""
    known = standing(sentence.lang)
    bodies, tellers = known.bodies, known.tellers
    for at, mention in sentence.names:
        if not isinstance(mention.value, Name) or mention.rule == "credit" or mention.value.entity.endswith(tellers):
            continue
        who, opens = mention.value.entity, all(token.mention is not None for token in sentence.tokens[:at])
        if who.endswith(bodies):
            if not topics:
                topics.append(who)
            continue
        back = mention.rule == "anaphor" and not sentence.document.text.startswith(known.either, mention.span.start)
        if opens or back or all(topic.endswith(bodies) for topic in topics):
            topics.append(who)
            return


def _names(sentence: Sentence, first: int, last: int) -> list[tuple[int, str]]:
    """The organisations and people named between two tokens, pronouns among them, each with its token."""
    found = {at: m.value.entity for at, m in sentence.names if first <= at < last and isinstance(m.value, Name)}
    for at in range(first, last):
        mention = sentence.tokens[at].mention
        if mention is not None and isinstance(mention.value, Name):
            found[at] = mention.value.entity
    return sorted(found.items())


def _words(sentence: Sentence, first: int, last: int) -> str | None:
    known = standing(sentence.lang)
    tokens = sentence.tokens[max(first, sentence.opening) : last]
    while tokens and (
        (len(tokens) > 1 and is_time(tokens[0]))
        or (tokens[0].text in known.articles and not _begins(sentence, tokens[0]))
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in known.trailing or is_time(tokens[-1])):
        tokens = tokens[:-1]
    if not tokens or tokens[0].text in known.links:
        return None
    words = " ".join(sentence.document.text[tokens[0].start : tokens[-1].end].split())
    return next((words.removeprefix(w) for w in known.owners if len(w) > 1 and words.startswith(w)), words) or None


def _begins(sentence: Sentence, token: Token) -> bool:
    """Without spaces: is what looks like a small word the first sign of a verb ("并 | 购")?"""
    text, known = sentence.document.text, standing(sentence.lang)
    longer = (form for form in known.doings if len(form) > len(token.text) and form.startswith(token.text))
    return any(text.startswith(form, token.start) for form in longer)


def _parts(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    start, parting = first, standing(sentence.lang).parting
    for at in range(first, last + 1):
        if at == last or sentence.tokens[at].text in parting:
            if at > start:
                yield start, at
            start = at + 1
