"""A view and a bare candidate come in; out goes what the words around it make of it: a body, a person, or nothing."""

from __future__ import annotations

from crossfoot.late import late
from crossfoot.lexicon.metrics import member_forms, metric_forms
from crossfoot.mentions import name_signs
from crossfoot.mentions.name_latin import TICKER, Candidate
from crossfoot.mentions.name_words import COMMON, GIVEN, HEAD, LEGAL, NATIONALITY, NEVER, PORTFOLIO, START, TITLE, words

_NEXT = late(r" (?:(?:has|have) )?(?:also |still |now |today |yesterday |itself |alone |already )?([a-z][a-z-]*)")
_SUFFERS = late(r" (?:was|is|will be|has been|were) (?:jointly |also )?([a-z]+)")
_BY = late(r"\b([a-z]+)(?: up| in (?:<[^>]*>|\w+))? by <?$")
_ITS = ("its", "their", "s")
_ACRONYM = late(r"[A-Z]{3,6}")
_SHORT_FORM = late(r" \([\"“]?([A-Z]{3,6})[\"”]?\)")
_QUARTER = r"(?:(?:Q[1-4]|H[12]|FY ?\d*|[1-4]Q|first|second|third|fourth|full|half)[- ]?(?:quarter|half|year)?\d* )?"
_TOLD = late(rf"(?:: (?:\d{{4}} )?| (?=Q[1-4]|H[12]|FY|[1-4]Q)){_QUARTER}([A-Za-z-]+) ?([A-Za-z-]*)")
_FIELD = late(rf", {_QUARTER}([a-z-]+) ([a-z-]+)")
_TITLED = late(r" ([A-Z]{2,4})\b")
_FIGURE = late(r"[.,;]| (?:by )?(?:an? |about )?(?:\d|\$|one |two |three |half |more than )")
_OWNED = late(
    r" ?'s? (?:(?:about|some|nearly|total|first|second|third|fourth|annual|net|January|February|March|April"
    r"|May|June|July|August|September|October|November|December|(?:19|20)\d\d) )?([a-z][a-z-]*|[$€£]?\d)(?: ([a-z]+))?"
)
_APPOSED = late(
    r" ?, (?:(which|whose|formerly)\b|((?:[A-Za-z0-9'&.-]{1,24} ){0,9}?[A-Za-z-]{2,24})"
    r"(?= ?[,.;]| (?:of|in|for|that|which|who|with|at|to|by|from|on|based|and|said|has|unit)\b))"
)
_LAST = late(r"([A-Za-z%'-]{1,24})(,?) <?$")
_PAIR = late(r"([A-Za-z%]{1,24}) (of|in|by|with|for|at|from|to|against) (?:the |its |a )?<?$")


def frame(text: str, c: Candidate) -> tuple[str, str]:
    """The kind and the rule, such as ("organisation", "verb"); ("", "") when nothing speaks for a name."""
    known = words()
    start, end = c.start, c.end
    after = text[end : end + 1]
    if after == ">" and text[start - 1 : start] == "<":
        return "organisation", "brackets"
    if (
        after == " "
        and " " in c.text
        and (short := _SHORT_FORM.match(text, end)) is not None
        and _spelt(c.text, short[1])
    ):
        return "organisation", "acronym"  # "European Facility for Roads (EFR)"
    if after and after in " <(" and TICKER.match(text, end):
        return "organisation", "ticker"
    if after == ":" and c.initial and text[end + 1 : end + 2] > "\u2e80":
        return "organisation", "colon"
    if _reported(text, c):
        return "organisation", "colon"
    before = text[max(0, start - 48) : start]
    if before[-1:] > "\u2e80" or after > "\u2e80":
        return _among_han(text, c, before, after)
    last = _LAST.search(before)
    word = last[1].lower() if last else ""
    if last and last[2] and word not in known.before and not (word in known.roles and after == ","):
        word = ""  # before a comma only a noun tells: "its unit, Hansel,", "its chairman, Jane Brook,"
    if word in known.products:
        return "", ""  # "the asthma drug Lunavir"
    if word in known.dealers and " " not in c.text and " " in before.strip():
        return "organisation", "descriptor"  # "grain trader Polgran"
    if word in known.roles or known.flags.get(word, 0) & TITLE:
        return "person", "role"
    if person_like(c.text) or _moved(text, c, word, before):
        return "person", "given"
    if after == ",":
        found = _apposed(text, end)
        if found[0]:
            return found
    if word in known.before:
        return "organisation", "descriptor"
    pair = _PAIR.search(before) if not any(map(str.isdigit, c.text)) else None  # "income of SKr412m"
    if (pair and f"{pair[1].lower()}/{pair[2]}" in known.objects) or word in known.takes:
        return "organisation", "object"
    if after == "'" or text.startswith(" 's ", end):
        owned = _OWNED.match(text, end)
        return ("organisation", "owner") if owned and _ownable(owned[1], owned[2] or "") else ("", "")
    followed = _followed(text, c, word)
    if followed is not None:
        return followed
    if "&" in c.text:
        return "organisation", "ampersand"
    if word == "the" and _ACRONYM.fullmatch(c.text):
        return "organisation", "acronym"
    return "", ""


def _followed(text: str, c: Candidate, word: str) -> tuple[str, str] | None:
    """What somebody does, or has done to him, right behind his name; `word` stands before it."""
    known, follow = words(), _NEXT.match(text, c.end)
    if not follow:
        if (titled := _TITLED.match(text, c.end)) and titled[1].lower() in known.owned:
            return "organisation", "owner"  # "Geely CEO Ana Ruiz"
        says = word in ("said", "says") and " " in c.text and text[c.end : c.end + 1] in (",", ".")
        return ("person", "verb") if says else None
    if follow[1] in known.kin:
        return "", ""  # "the Dane family"
    if word in _ITS and follow[1] in known.sites:
        return "", ""  # "its Kunshan factory"
    if follow[1] in known.owned:
        return "organisation", "owner"
    if follow[1] == "told" or (word in ("said", "says", "added") and " " in c.text):
        return "person", "verb"
    does = word != "of" and _done(follow[1], c) and _FIGURE.match(text, follow.end())
    suffers = _SUFFERS.match(text, c.end)
    if follow[1] in known.says or follow[1] in known.acts or does or (suffers and suffers[1] in known.suffers):
        return "organisation", "verb"
    return None


def _reported(text: str, c: Candidate) -> bool:
    """Does a figure of a firm follow what opens a line: "Holm: sales up", "Holm Q1 net profit", "At Holm, sales"?"""
    known, at = words(), text[max(0, c.start - 3) : c.start] == "At "
    told = (_FIELD if at else _TOLD).match(text, c.end) if at or c.initial else None
    last = c.text.rpartition(" ")[2]
    if last.isupper() and not c.text.isupper() and len(last) == len("AGM"):
        return False
    if told is None or (" " not in c.text and words().flags.get(c.text.lower(), 0) & (COMMON | HEAD)):
        return False
    measured = metric_forms("en")
    return any(
        w in known.owned or w in measured for w in (told[1].lower(), told[2].lower(), f"{told[1]} {told[2]}".lower())
    )


def _spelt(name: str, short: str) -> bool:
    """Do the first letters of a name's capitalised words make its acronym?"""
    return "".join(word[0] for word in name.split() if word[0].isupper()) == short


def _ownable(word: str, behind: str) -> bool:
    """May a firm have it: a thing of a firm, what figures measure, or so many of anything?"""
    known, measured = words().owned, metric_forms("en")
    return word in known or behind in known or word in measured or f"{word} {behind}" in measured or word[-1:].isdigit()


def _done(verb: str, c: Candidate) -> bool:
    """May a verb have a figure for its object, or what a share does: "poured 38,200 ounces", "rose 1/4"?

    What opens a sentence may be any word: "Games contributed 5.4 billion".
    """
    if verb in words().moves or (c.initial and " " not in c.text):
        return verb in words().moves
    return (verb.endswith("ed") and len(verb) > _SHORT) or verb in metric_forms("en", verbs=True)


_POSTED = late("(?: [a-zA-Z-]+){0,9}")
_SHORT = 3  # letters: "need" is no verb of the past
_ROLE = late(r" ?,?(?: as| to| as its| the| its| new)*((?: [A-Za-z-]+){1,4})")


def _moved(text: str, c: Candidate, word: str, before: str) -> bool:
    """Somebody of two names or three who takes or leaves a post, founds a firm or writes: "appointed Ana Ruiz head"."""
    known = words()
    if not 1 <= c.text.count(" ") <= 2 or c.text.isupper() or not c.text.replace(" ", "").isalpha():
        return False
    flags = [known.flags.get(part, 0) for part in c.text.lower().split()]
    if any(flag & (HEAD | LEGAL | NATIONALITY) for flag in flags) or flags[-1] & COMMON:
        return False
    if word in known.hires:
        role = _ROLE.match(text, c.end)
        return role is not None and (
            text.startswith((",", " to "), c.end) or not known.roles.isdisjoint(role[1].lower().split())
        )
    follow = _NEXT.match(text, c.end)
    if follow and follow[1] in known.leaves:
        return True
    if _posted(text, c.end):
        return True
    by = _BY.search(before)
    return by is not None and by[1] in known.made


def _posted(text: str, at: int) -> bool:
    """Does a post follow that somebody takes or has: "| will take over as chairman"?"""
    known = words()
    for said, word in enumerate(_POSTED.match(text, at)[0].lower().split()):  # type: ignore[index]
        if word not in known.postings:
            return said > 0 and word in known.posts
    return False


def _among_han(text: str, c: Candidate, before: str, after: str) -> tuple[str, str]:
    """ "Paypal股价", "分析师Carla Mendes": a Latin name in a Chinese sentence."""
    known = name_signs.words()
    if any(known.kinds.get(before[-size:]) == "title" for size in (2, 3, 4, 5)) or person_like(c.text):
        return "person", "role"
    if known.latin.match(text, c.end):
        return "organisation", "verb"
    return "", ""


def _apposed(text: str, end: int) -> tuple[str, str]:
    """ "Geely, the carmaker,", "John McGillicuddy, chairman and chief executive"."""
    found = _APPOSED.match(text, end)
    if not found:
        return "", ""
    if found[1]:
        return "organisation", "apposition"
    nouns = found[2].lower().split(" ")
    noun = nouns[-1]
    if noun in words().roles or (found[2][-len(noun)].isupper() and not words().roles.isdisjoint(nouns[-3:])):
        return "person", "apposition"
    return ("organisation", "apposition") if noun in words().concerns else ("", "")


def person_like(name: str) -> bool:
    """A given name or an initial first, and nothing of an organisation behind it."""
    flags = words().flags
    listed = name.lower().split()
    if not 2 <= len(listed) <= 4 or not flags.get(listed[0], 0) & GIVEN:
        return False
    return not any(flags.get(word, 0) & (HEAD | LEGAL | NATIONALITY | NEVER) for word in listed[1:])


def doubtful(text: str, c: Candidate) -> bool:
    """Is this bare word more likely an everyday word with a capital than a name?"""
    flags = words().flags
    listed = c.text.lower().split()
    if len(listed) > 1:
        return all(flags.get(word, 0) & (COMMON | START | PORTFOLIO | TITLE) for word in listed)
    flag = flags.get(listed[0], 0)
    if c.initial and (listed[0] in member_forms("en") or listed[0] in metric_forms("en")):
        return True  # "Sedans rose 4 percent"
    return bool(flag & (COMMON | START | NEVER | PORTFOLIO)) or (c.initial and f" {listed[0]} " in text)
