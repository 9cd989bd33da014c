"""A bare candidate that no words around it have told comes in; out goes what its own look makes of it, if anything.

Two everyday words with capitals amid a sentence name a firm ("Karoo Platinum"); one strange word does where it acts
("that Nordrotor answered"). What words of place govern, prices and people's names stay bare, but for "Chair Lise Holm".
"""

from __future__ import annotations

from crossfoot.late import late
from crossfoot.mentions.name_latin import Candidate
from crossfoot.mentions.name_words import COMMON, HEAD, LEGAL, NATIONALITY, NEVER, START, TITLE, words

_LAST = late(r"([A-Za-z]+) (?:the )?$")
_OF = late(r"([A-Za-z]+) of (?:the )?$")
_ACTS = late(r" ([a-z]{3,24})\b")
_BEHIND = late(r" ([a-z]+|[\d$€£¥])")
_CAMEL = late(r"[a-z][A-Z]")
_PRICED = late(r"[ \n]+[\d(]")
_WORD = late(r"[^\W\d_]+(?:['&+-][^\W\d_]+)*\.?")
_OWNER = late(r"([A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?) ?'s $")
_LONGEST = 4  # words of a name
_SHORT = 3  # letters


def proper(text: str, c: Candidate) -> str | None:
    """What kind of name a candidate is, "organisation" or "person"; None where nothing tells."""
    listed = c.text.split()
    if len(listed) > _LONGEST or "/" in c.text or not all(map(_WORD.fullmatch, listed)) or _sited(text, c):
        return None
    if any(word.isupper() and len(word) > _SHORT for word in listed[:-1]) or c.text.isupper():
        return None
    if len(listed) > 1 and listed[-1].isupper() and len(listed[-1]) >= _SHORT:
        return None  # "Orbin Tools AGM"
    if len(listed) == 1:
        return "organisation" if not c.initial and (_acts(text, c) or _called(text, c)) else None
    if _PRICED.match(text, c.end):
        return None
    return "organisation" if _firm(listed) or _of_country(text, c) else None


def _of_country(text: str, c: Candidate) -> bool:
    """Does a country own it, and does it do something: "Spain's | Azulejos del Turia | laid"?"""
    owner = _OWNER.search(text[max(0, c.start - 24) : c.start])
    if owner is None or owner[1] not in words().places:
        return False
    follow = _ACTS.match(text, c.end)
    return _acts(text, c) or (follow is not None and follow[1] in words().did)


def titled(c: Candidate) -> int:
    """How many characters of a candidate say what the person behind them is: "Chair | Lise Holm"; 0 if none do."""
    known, listed = words(), c.text.split()
    if not 1 < len(listed) - 1 < _LONGEST or not c.text.replace(" ", "").isalpha() or c.text.isupper():
        return 0
    first, rest = listed[0].lower(), [known.flags.get(word.lower(), 0) for word in listed[1:]]
    if first not in known.roles or any(flag & (HEAD | LEGAL | NATIONALITY | NEVER | START) for flag in rest):
        return 0
    return len(listed[0]) + 1 if not rest[-1] & COMMON else 0


def _firm(listed: list[str]) -> bool:
    """Does its last word speak for a firm, everyday or cut to a pattern, and none for a person, a time or a place?"""
    known = words()
    low = [word.lower() for word in listed]
    if any(known.flags.get(word, 0) & (NEVER | START | TITLE) for word in low) or low[0] in known.sited:
        return False
    if not known.realms.isdisjoint(low):
        return False
    last = low[-1]
    if any(known.flags.get(word, 0) & (COMMON | HEAD) for word in (last, last.removesuffix("s"))):
        return True
    if last in known.trade or (listed[-1] in known.places and listed[0] not in known.places):
        return True  # "Telvia Romania"
    return any(_CAMEL.search(word) or "&" in word for word in listed) or listed[-1].isupper()


def _sited(text: str, c: Candidate) -> bool:
    """Does a word of place govern it: "in Tirania", "the central bank of Tirania"?"""
    known, before = words(), text[max(0, c.start - 40) : c.start]
    if (of := _OF.search(before)) is not None:
        return of[1].lower() in known.realms or " " not in c.text
    last = _LAST.search(before)
    return last is not None and last[1].lower() in known.sited


def _called(text: str, c: Candidate) -> bool:
    """ "a venture to be called | Aerolame"."""
    last = _LAST.search(text[max(0, c.start - 16) : c.start])
    return last is not None and last[1].lower() in words().naming and len(c.text) > _SHORT


def _acts(text: str, c: Candidate) -> bool:
    """Does a single word do something, as what follows tells: "Filmo takes", "Edura comes first", "Brune was"?"""
    known, follow = words(), _ACTS.match(text, c.end)
    if follow is None or len(c.text) <= _SHORT:
        return False
    word = follow[1]
    if word in known.auxiliary or word.endswith("ed"):
        return True
    stems = (word[:-1], word[:-2]) if word.endswith("s") else ()
    behind = _BEHIND.match(text, follow.end())
    return behind is not None and any(known.flags.get(stem, 0) & COMMON for stem in stems) and _object(behind[1])


def _object(word: str) -> bool:
    return not word[0].isalpha() or bool(words().flags.get(word, 0) & START)
