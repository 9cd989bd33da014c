"""A view and a bare candidate come in; out goes what the words around it make of it: a body, a person, or nothing."""

from __future__ import annotations

import re

from crossfoot.mentions.name_latin import (
    COMMON,
    GIVEN,
    HEAD,
    LEGAL,
    NATIONALITY,
    NEVER,
    PORTFOLIO,
    START,
    TITLE,
    Candidate,
    words,
)

_TICKER = re.compile(
    r" ?<[A-Z][A-Z0-9]{0,6}(?:\.[A-Z]{1,3})?>"
    r"| ?\( ?(?:[A-Z][A-Za-z]{1,12}(?: [A-Z][a-z]{1,8})?: ?)[A-Z0-9.]{1,8} ?(?:[;,][^()]{0,20})?\)"
    r"| ?\( ?[A-Z0-9]{1,6}\.[A-Z]{1,3} ?\)"
    r"| ?\( [A-Z]{1,6} \)"
)
_NEXT = re.compile(r" (?:also |still |now |today |yesterday |itself |alone )?([a-z][a-z-]*)")
_APPOSED = re.compile(
    r" ?, (?:(which|whose|formerly)\b|((?:[A-Za-z0-9'&.-]{1,24} ){0,9}?[a-z-]{2,24})"
    r"(?= ?[,.;]| (?:of|in|for|that|which|who|with|at|to|by|from|on|based|and|said|has|unit)\b))"
)
_LAST = re.compile(r"([A-Za-z%'-]{1,24}) ?(?:<)?$")
_PAIR = re.compile(r"([A-Za-z%]{1,24}) (of|in|by|with|for|at|from|to|against) (?:the |its |a )?$")


def frame(text: str, c: Candidate) -> str:
    """ "" when nothing speaks for a name; else the frame, such as "organisation/verb" or "person/role"."""
    known = words()
    end, start = c.end, c.start
    after = text[end : end + 1]
    if text[start - 1 : start] == "<" and after == ">":
        return "organisation/brackets"
    if after in " <(" and _TICKER.match(text, end):
        return "organisation/ticker"
    if c.shouted:
        return ""
    before = text[max(0, start - 48) : start]
    last = _LAST.search(before)
    word = last[1].lower() if last else ""
    named = _person_like(c)
    if word in known.roles or (word in known.flags and known.flags[word] & TITLE):
        return "person/role"
    owner = text.startswith("'s ", end) or text.startswith("' ", end)
    follow = _NEXT.match(
        text, end + (2 if after == "'" and owner and text[end + 1] == "s" else 1 if after == "'" else 0)
    )
    verb = follow[1] if follow else ""
    if after == ",":
        apposed = _APPOSED.match(text, end)
        if apposed:
            if apposed[1]:
                return "" if named else "organisation/apposition"
            noun = apposed[2].rsplit(" ", 1)[-1]
            if noun in known.roles:
                return "person/apposition"
            if noun in known.concerns:
                return "organisation/apposition"
    if word in known.before and not named:
        return "organisation/descriptor"
    pair = _PAIR.search(before)
    if pair and f"{pair[1].lower()}/{pair[2]}" in known.objects and not named:
        return "organisation/object"
    if word in known.takes and not named:
        return "organisation/object"
    if verb in known.owned and (owner or after == " ") and not named:
        return "organisation/owner"
    if owner:
        return ""
    if verb in known.says or verb in known.acts:
        if named:
            return "person/verb"
        if verb in known.says or not c.initial or " " in c.text:
            return "organisation/verb"
        return "organisation/verb"
    return "person/given" if named else ""


def _person_like(c: Candidate) -> bool:
    """A given name first, and nothing of an organisation behind it."""
    flags = words().flags
    parts = c.text.lower().split()
    if not 2 <= len(parts) <= 4 or not flags.get(parts[0], 0) & GIVEN:
        return False
    return not any(flags.get(part, 0) & (HEAD | LEGAL | NATIONALITY | NEVER) for part in parts[1:])


def doubtful(c: Candidate, lower_words: frozenset[str]) -> bool:
    """Is this bare word more likely an everyday word with a capital than a name?"""
    flags = words().flags
    parts = c.text.lower().split()
    if len(parts) > 1:
        return all(flags.get(part, 0) & (COMMON | START | PORTFOLIO | TITLE) for part in parts)
    return bool(flags.get(parts[0], 0) & (COMMON | START | NEVER | PORTFOLIO)) or (
        c.initial and parts[0] in lower_words
    )
