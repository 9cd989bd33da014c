"""Roles that hold words: who and what stands in them, when, where, and how sure it is.

A party is given as the id of the entity that its words name, else as the words themselves.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from crossfoot import days
from crossfoot.facts.frame import Frame
from crossfoot.facts.frame.carried import Carried
from crossfoot.facts.sentence import Match, Sentence, Token
from crossfoot.lexicon.standing import standing
from crossfoot.model import Mention, Name, Period, Quantity, Timex

_DECIDES = re.compile(
    r"(?:自?\d[\d年月日]{1,10}起[，,])?([一-鿿]{2,6}?(?:省|市|自治区|特区|新区|自贸区|自贸试验区|开发区|高新区|示范区|州|县))(?:近日|日前|今起)?(?=将|拟|自|出台|发布|宣布|取消|上调|下调|放开|允许|鼓励|要求|调整)"
)
_PARTING = {",", "and", "or", "、", "和", "及", "与", "以及", ";"}
_CLOSING = {",", ".", ";"}
_AS_OF = ("截至", "截止", "自", "从", "由", "至")  # before a day on which nothing happened yet
_GOING_ON = frozenset(
    {
        "and",
        "but",
        "or",
        "to",
        "as",
        "when",
        "if",
        "where",
        "with",
        "after",
        "until",
        "because",
        "under",
        "into",
        "against",
    }
)
_YEAR = re.compile(r"(?i)\d{4}|\b(?:this|last|next|today|yesterday)\b|day\b")
_LEAP = 28  # the last day that every month has
_NEAR = 4  # tokens before a phrasing in which a denial of it stands
_REACH = 12  # tokens before a phrasing in which its auxiliaries, or whom it is about, stand


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
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last - 1].text not in holdings:
        return None
    mention = tokens[last + 1].mention
    if mention is None or not isinstance(mention.value, Name) or tokens[last + 2].text not in _CLOSING:
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
        if at == last - 1 and not (standing(sentence.lang).spaced and before & standing(sentence.lang).links):
            return entity
        at, entity = names[0]
        behind = sentence.tokens[at + 1].text
        if at == first and behind in standing(sentence.lang).places:
            return entity  # "the centre in Wuxi"
        if at == first and _goes_on(sentence, at + 1, last):
            return entity  # "Casa Holding and part of the estate"
    return _words(sentence, first, last)


def _goes_on(sentence: Sentence, at: int, last: int) -> bool:
    """Does something else begin behind a name, and nobody who is listed with it?"""
    known = standing(sentence.lang)
    if not known.spaced or at >= last or sentence.tokens[at].text not in _GOING_ON:
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


def _region(sentence: Sentence) -> str | None:
    """A place that opens a sentence and decides: "云山市将贷款额度上调至70万元"."""
    found = _DECIDES.match(sentence.document.text, sentence.span.start, sentence.span.end)
    return found[1] if found else None


_EACH = "前后"  # 前者 and 后者 are not whom all that follows is about


def heard(sentence: Sentence, topics: deque[str]) -> None:
    """Whom an item is about: who opens a sentence or is pointed back to; at first, the first that makes no rules."""
    bodies, tellers = standing(sentence.lang).bodies, standing(sentence.lang).tellers
    for at, mention in sentence.names:
        if not isinstance(mention.value, Name) or mention.rule == "credit" or mention.value.entity.endswith(tellers):
            continue
        who, opens = mention.value.entity, all(token.mention is not None for token in sentence.tokens[:at])
        if who.endswith(bodies):
            if not topics:
                topics.append(who)
            continue
        back = mention.rule == "anaphor" and sentence.document.text[mention.span.start] not in _EACH
        if opens or back or all(known.endswith(bodies) for known in topics):
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
        (len(tokens) > 1 and _is_time(tokens[0]))
        or (tokens[0].text in known.articles and not _begins(sentence, tokens[0]))
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in known.trailing or _is_time(tokens[-1])):
        tokens = tokens[:-1]
    if not tokens or tokens[0].text in known.links:
        return None
    words = " ".join(sentence.document.text[tokens[0].start : tokens[-1].end].split())
    return next((words.removeprefix(w) for w in known.owners if len(w) > 1 and words.startswith(w)), words) or None


def _is_size(token: Token) -> bool:
    return token.mention is not None and isinstance(token.mention.value, Quantity)


def _is_time(token: Token) -> bool:
    return token.mention is not None and isinstance(token.mention.value, Timex)


def _begins(sentence: Sentence, token: Token) -> bool:
    """Without spaces: is what looks like a small word the first sign of a verb ("并 | 购")?"""
    text, known = sentence.document.text, standing(sentence.lang)
    longer = (form for form in known.doings if len(form) > len(token.text) and form.startswith(token.text))
    return any(text.startswith(form, token.start) for form in longer)


def _parts(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for at in range(first, last + 1):
        if at == last or sentence.tokens[at].text in _PARTING:
            if at > start:
                yield start, at
            start = at + 1


def when(match: Match, role: str = "when") -> Period | None:
    mention = match.mention(role)
    return mention.value.period if mention is not None and isinstance(mention.value, Timex) else None


def period_of(mention: Mention | None) -> Period | None:
    return mention.value.period if mention is not None and isinstance(mention.value, Timex) else None


def is_ahead(frame: Frame, when: Period | None) -> bool:
    """Does a time begin after the text was published?"""
    published = frame.sentence.document.published
    return published is not None and when is not None and when.start is not None and when.start > published


def coming(frame: Frame, mention: Mention | None) -> Period | None:
    """When it is planned: "in October" of what is yet to come is the next one, if no year is said."""
    when, published = period_of(mention), frame.sentence.document.published
    if mention is None or when is None or when.start is None or when.end is None or published is None:
        return when
    said = frame.sentence.document.text[mention.span.start : mention.span.end]
    if when.end > published or _YEAR.search(said):
        return when
    return days.period(*(day.replace(year=day.year + 1, day=min(day.day, _LEAP)) for day in (when.start, when.end)))


def dated(match: Match) -> Period | None:
    """When it was or will be: said in the phrasing, else right behind it, else at the start of the sentence."""
    found = when(match)
    if found is not None:
        return found
    if not standing(match.sentence.lang).spaced:
        return _day_before(match)
    sentence, near = match.sentence, standing(match.sentence.lang).dates
    tokens = sentence.tokens
    held = {i for role in match.roles.values() for i in range(*role)}
    places = [i for i in range(match.start, match.end) if i not in held]
    after = match.end
    while after < len(tokens) and (tokens[after].text in near or _is_size(tokens[after])):
        after += 1
    opening = sentence.opening
    while opening < match.start and tokens[opening].text in near:
        opening += 1
    for at in (*reversed(places), after, match.start - 1, opening):
        mention = tokens[at].mention if 0 <= at < len(tokens) and at >= sentence.opening else None
        if mention is not None and isinstance(mention.value, Timex) and mention.value.shift is None:
            return mention.value.period
    return None


def _day_before(match: Match) -> Period | None:
    """Without spaces: the day that stands right before what is said, or opens its sentence."""
    sentence = match.sentence
    for at in (match.start - 1, match.start - 2, sentence.opening):
        mention = sentence.tokens[at].mention if sentence.opening <= at < match.start else None
        if mention is None or not isinstance(mention.value, Timex) or mention.value.shift is not None:
            continue
        period, lead = mention.value.period, sentence.document.text[max(mention.span.start - 2, 0) : mention.span.start]
        if lead.endswith(_AS_OF):
            return None
        if period is not None and period.start is not None and period.end is not None:
            return period if (period.end - period.start).days == 1 else None
    return None


def place(match: Match) -> str | None:
    """Where: the places in the role, else its words; without a role the one that a preposition puts it in."""
    sentence = match.sentence
    if "place" in match.roles and not standing(sentence.lang).spaced:
        return phrase(match, "place")  # few places are known, and nothing parts them from those that are not
    if "place" in match.roles:
        places = [words for _, words in sentence.places_in(match.roles["place"][0], match.end)]
        words = phrase(match, "place")
        if places and words and words not in ", ".join(places) and match.proper("place"):
            places.insert(0, words)  # a town that no list has: "Jiuquan, Gansu"
        return ", ".join(places) or words
    text, before = sentence.document.text, standing(sentence.lang).places
    for start, words in sentence.places_in(match.start, match.end):
        if text[max(0, start - _REACH) : start].rstrip().endswith(before):
            return words
    return None


def status(match: Match, frame: Frame, default: str | None = None) -> str | None:
    """What the phrasing itself says, else what the words of its clause make of it: planned, announced, past, ..."""
    given = match.row.gives.get("status")
    return given or standing(match.sentence.lang).status_of(_clause(match, frame)) or default


def status_said(match: Match) -> str | None:
    """What the row gives, else what its own words and those right before it make of it, outside its roles."""
    held = {i for role in match.roles.values() for i in range(*role)}
    first = max(match.start - 2, 0)
    said = [match.sentence.tokens[i].text for i in range(first, match.end) if i not in held]
    return match.row.gives.get("status") or standing(match.sentence.lang).status_of(match.sentence.gap.join(said))


def denied(match: Match, frame: Frame) -> bool:
    """Is it said not to be so: does a denial stand right before the phrasing, or in it outside what its roles hold?"""
    if not standing(match.sentence.lang).spaced:
        return _denied(match, frame)
    tokens, first = match.sentence.tokens, match.start
    while first > max(match.start - _NEAR, frame.reach(match.start)) and tokens[first - 1].text != ",":
        first -= 1
    held = {i for role in match.roles.values() for i in range(*role)}
    said = {tokens[i].text for i in range(first, match.end) if i not in held}
    return bool(standing(match.sentence.lang).denials & said - set(match.row.text.split()))


def _denied(match: Match, frame: Frame) -> bool:
    """The same without spaces: a denial may stand inside a word ("未来"), and what a role holds is its own affair."""
    known, tokens = standing(match.sentence.lang), _tokens(match, frame)
    inside = {at for role in match.worded for at in range(*match.roles.get(role, (0, 0)))}
    said = "".join(t.text for at, t in enumerate(tokens, match.end - len(tokens)) if at not in inside)
    for word in known.undenied:
        said = said.replace(word, "")
    return any(word in said for word in known.denials)


def _clause(match: Match, frame: Frame) -> str:
    tokens, takers = _tokens(match, frame), standing(match.sentence.lang).takers
    inside = {at for role in ("activity", "limited") for at in range(*match.roles.get(role, (0, 0)))}
    return match.sentence.gap.join(
        token.text
        for at, token in enumerate(tokens, match.end - len(tokens))
        if not (token.text in takers and (at in inside or _is_name(match.sentence, at + 1)))
    )


def _is_name(sentence: Sentence, at: int) -> bool:
    mention = sentence.tokens[at].mention if at < len(sentence.tokens) else None
    return mention is not None and isinstance(mention.value, Name)


def _tokens(match: Match, frame: Frame) -> list[Token]:
    sentence = match.sentence
    first = max(frame.reach(match.start), match.start - _REACH)
    if not standing(sentence.lang).spaced:  # there a comma parts clauses
        first = next((i + 1 for i in range(match.start - 1, first - 1, -1) if sentence.tokens[i].text == ","), first)
    return sentence.tokens[first : match.end]
