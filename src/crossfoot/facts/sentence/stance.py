"""How a statement stands: when and where it holds, whether it is planned, or said not to be so.

A match and its frame come in; a period, a place or a status goes out.
"""

from __future__ import annotations

import datetime as dt

from crossfoot import days
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match, Sentence, Token, party
from crossfoot.facts.sentence.syntax import is_size
from crossfoot.late import late
from crossfoot.lexicon.standing import standing
from crossfoot.model import Mention, Name, Period, Timex

_YEAR = late(r"\d{4}")
_WEEK = 7  # days
_LEAP = 28  # the last day that every month has
_NEAR = 4  # tokens before a phrasing in which a denial of it stands
_REACH = 12  # tokens before a phrasing in which its auxiliaries, or a preposition, stand


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
    near = standing(frame.sentence.lang).near_days
    if when.end > published or _YEAR.search(said) or any(word in said.lower() for word in near):
        return when
    return days.period(*(day.replace(year=day.year + 1, day=min(day.day, _LEAP)) for day in (when.start, when.end)))


def next_day(frame: Frame, mention: Mention | None) -> Period | None:
    """From when a rule holds: "starting | Saturday" is the one to come, "from 1 March" the next one."""
    when, published = coming(frame, mention), frame.sentence.document.published
    if mention is None or when is None or when.start is None or when.end is None or published is None:
        return when
    said = frame.sentence.document.text[mention.span.start : mention.span.end]
    if not said.endswith("day") or " " in said or said.lower() in standing(frame.sentence.lang).near_days:
        return when
    if when.start > published or (published - when.start).days >= _WEEK:
        return when
    return days.period(*(day + dt.timedelta(days=_WEEK) for day in (when.start, when.end)))


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
    while after < len(tokens) and (tokens[after].text in near or is_size(tokens[after])):
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
        if lead.endswith(standing(sentence.lang).as_of):
            return None
        if period is not None and period.start is not None and period.end is not None:
            return period if (period.end - period.start).days == 1 else None
    return None


def place(match: Match) -> str | None:
    """Where: the places in the role, else its words; without a role the one that a preposition puts it in."""
    sentence = match.sentence
    if "place" in match.roles and not standing(sentence.lang).spaced:
        return party.phrase(match, "place")  # few places are known, and nothing parts them from those that are not
    if "place" in match.roles:
        places = [words for _, words in sentence.places_in(match.roles["place"][0], match.end)]
        words = party.phrase(match, "place")
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
    if _told_not(match):
        return True
    said = {tokens[i].text for i in range(first, match.end) if i not in held}
    return bool(standing(match.sentence.lang).denials & said - set(match.row.text.split()))


def _told_not(match: Match) -> bool:
    """ "denied that | it would buy Holm", "rumours that Holm | would buy it": does somebody say that it is not so?"""
    tokens, start = match.sentence.tokens, match.start
    that = next(
        (i for i in range(start - 1, max(start - _NEAR, match.sentence.opening), -1) if tokens[i].text == "that"), 0
    )
    if tokens[start].text == "that":
        that = start
    return that > 0 and tokens[that - 1].text in standing(match.sentence.lang).deniers


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
