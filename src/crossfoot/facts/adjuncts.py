"""The adjuncts of a verb: its place in a sentence comes in, out goes when and where it happens, and whether it has.

"The plant in Kunshan will not open before | May", "named her chief executive with effect from | October".
"""

from __future__ import annotations

import datetime as dt

from crossfoot import days
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import stance, syntax
from crossfoot.facts.sentence.syntax import Group
from crossfoot.lexicon.deeds import Deed
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.standing import standing
from crossfoot.model import Mention, Period, Timex

REACH = 14  # tokens behind a verb in which its time stands
_WORDS = 20  # characters before a time
_TELLS = 4  # tokens between a verb of telling and the day on which it was told


def when(frame: Frame, first: int, last: int) -> Mention | None:
    """The time of a verb: right behind its clause, else in it, else at the start of the sentence."""
    sentence = frame.sentence
    tokens, words = sentence.tokens, small(sentence.lang)
    end = min(last + REACH, len(tokens))
    stop = next((i for i in range(last + 1, end) if tokens[i].text in words.clause_ends), end)
    for i in (*range(last, stop), *range(first, last)):
        if i >= len(tokens) or not syntax.is_time(tokens[i]):
            continue
        owner = i + 1 < len(tokens) and tokens[i + 1].text.startswith("'")
        if (tokens[i - 1].text in words.dating or first <= i <= last or tokens[i - 1].text == ",") and not owner:
            return _time(frame, i)
    opening = sentence.opening
    while opening < first and tokens[opening].text in words.dating:
        opening += 1
    return _time(frame, opening) if opening < first and syntax.is_time(tokens[opening]) else None


def put_off(frame: Frame, found: Group) -> Mention | None:
    """The time before which it will not happen: "will not open before | May"."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    if found.said.isdisjoint(words.denying):
        return None
    near = range(found.last + 1, min(found.last + REACH, len(tokens)))
    return next((tokens[i].mention for i in near if syntax.is_time(tokens[i])), None)


def _time(frame: Frame, at: int) -> Mention | None:
    mention = frame.sentence.tokens[at].mention
    if mention is None or not isinstance(mention.value, Timex) or mention.value.shift is not None:
        return None
    return mention


def where(frame: Frame, first: int, last: int) -> str | None:
    """Where it happens: a known place behind "in" or "at", else a capitalised one."""
    sentence, tokens, words = frame.sentence, frame.sentence.tokens, small(frame.sentence.lang)
    for i in range(first, min(last + 4, len(tokens) - 1)):
        if tokens[i].text in words.locating and tokens[i].mention is None:
            if sentence.place_at(i + 1) is not None:
                return next((words for at, words in sentence.places_in(i + 1, min(i + 6, len(tokens)))), None)
            run = i + 1
            while run < len(tokens) - 1 and tokens[run].text in words.determiners:
                i, run = i + 1, run + 1  # "at its | Kunshan factory"
            while run < len(tokens) and syntax.capital(sentence, run) and tokens[run].mention is None:
                run += 1
            if run > i + 1:
                return syntax.words_of(sentence, i + 1, run)
    return None


def status(frame: Frame, deed: Deed, found: Group, when: Mention | None) -> str:
    """Has it happened, or is it planned, announced or withdrawn?"""
    words = small(frame.sentence.lang)
    if deed.status == "withdrawn":
        return "withdrawn"
    said = standing(frame.sentence.lang).status_of(" ".join(sorted(found.said)))
    if deed.object == "person" and when is not None and _effective(frame, when):
        return "planned"
    if found.said & words.planned or stance.is_ahead(frame, stance.period_of(when)):
        return "announced" if said == "announced" else "planned"
    if said is not None and said not in ("completed", "past", "approved"):
        return said
    if found.said & words.be and found.shape == "active":
        return "planned"
    return "planned" if _now_due(frame, found, when) else deed.status or "completed"


def _now_due(frame: Frame, found: Group, when: Mention | None) -> bool:
    """Does the present tell a day or month to come: "trading starts on Friday", "the plant shuts in October"?"""
    if when is None or found.said or found.shape != "active":
        return False
    token = frame.sentence.tokens[found.verb]
    text = frame.sentence.document.text
    verb, said = text[token.start : token.end], text[when.span.start : when.span.end]
    bare = said.replace(" ", "").replace("-", "").replace(".", "").isalpha() and " " not in said
    return verb in small(frame.sentence.lang).begins and bare and said[0].isupper() and not frame.sentence.shouts


def _effective(frame: Frame, when: Mention) -> bool:
    """ "named her chief executive with effect from October"."""
    text, start = frame.sentence.document.text, when.span.start
    before = text[max(start - _WORDS, 0) : start].lower().split()
    return bool(before) and before[-1] in small(frame.sentence.lang).effective


def coming(frame: Frame, found: Group, when: Mention | None) -> Period | None:
    """When it is planned: a day of the week behind its verb is the next one, "trading starts on | Friday"."""
    period, published = stance.coming(frame, when), frame.sentence.document.published
    if when is None or period is None or period.start is None or published is None or period.start > published:
        return period
    said = frame.sentence.document.text[when.span.start : when.span.end]
    behind = when.span.start > frame.sentence.tokens[found.verb].start
    at = next((i for i, token in enumerate(frame.sentence.tokens) if token.mention is when), 0)
    telling = not frame.words.reporting.isdisjoint(frame.texts(max(at - _TELLS, found.last), at))
    week = dt.timedelta(days=7)
    if telling or not behind or not said.endswith("day") or " " in said or published - period.start > week:
        return period
    return days.period(period.start + week, period.start + week + dt.timedelta(days=1))
