"""A stretch of text comes in; out go its capitalised runs, cut into the parts that may each be one name.

Legal forms and head nouns close an organisation, titles open a person, "of" needs a head to its left, and "and" parts
two names that could each stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.late import late
from crossfoot.mentions.name_words import (
    COMMON,
    GIVEN,
    HEAD,
    LEGAL,
    LINK,
    LINKS,
    NAMED,
    NEVER,
    OPENER,
    PORTFOLIO,
    SOFT,
    START,
    TITLE,
    VERB,
    WEAK,
    words,
)  # fmt: skip

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x180)) if c.isupper())
LETTER = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
_PARTICIPLES = (
    "based|listed|owned|backed|led|run|controlled|style|made|born|built|wide|bound|related|denominated|traded|funded|"
    "sponsored|area|like|only|linked|elected|the|year|month|day|week|quarter|trained|educated|supplied|produced|type|"
    "registered|operated|headquartered|incorporated|managed|affiliated|speaking|inspired|grown"
)
_ABBREVIATED = (
    "Inc Corp Co Cos Ltd Bros St Mr Mrs Ms Dr Jr Sr Gov Sen Rep Gen Prof Mt Ft Assn Dept Pvt Pty Bhd Cie Lt Col Ala "
    "Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn "
    "Tex Vt Va Wash Wis Wyo Ont Que"
)
_STOPPED = "|".join(rf"(?<=\b{word}\.)" for word in _ABBREVIATED.split())
# The first letter is consumed before looking back, so that the scan can skip to the next capital.
_WORD = (
    rf"[{UPPER}](?<![{LETTER}].)(?:\.(?:[{UPPER}]\.){{0,5}}(?:[{UPPER}](?![{LETTER}]))?"
    rf"|[{LETTER}]{{0,60}}(?:-(?!(?:{_PARTICIPLES})\b)[{LETTER}]{{1,40}}|['&+][{LETTER}]{{1,40}}"
    rf"|/[{UPPER}][{LETTER}]{{0,40}}"
    rf"|\.(?:com|net|org|cn|io|ai)\b){{0,6}}(?:\.(?:{_STOPPED}))?)"
)
_SMALL = (
    rf"(?:(?:plc|ltd|llc|inc|corp|a\.s\.|p\.l\.c\.|S\.p\.A\.|S\.p\.A|S\.r\.l\.|d\.o\.o\.|a\.d\.|k\.s\.)(?!\w)|"
    rf"(?:al|el|ul|as|ad|an)-[{UPPER}][{LETTER}]{{1,40}})"
)
_COMMA = (
    r",(?= (?:(?:Inc|INC|Ltd|LTD|LLC|L\.?L\.?C|LLP|Corp|PLC|Plc|plc|L\.P|LP|N\.A|NA|S\.A|SA|Co|AG|Limited|Incorporated)"
    r"\b"
    r"|[A-Z][A-Za-z]{1,20} (?:[A-Z][a-z]{1,20} )?(?:and|And|AND|&) (?:Co|CO)\b))"
)
_GROUP = r" \([A-Z][a-z]{1,12}\)(?= (?:Co|Ltd|Inc|Corp|Group|Holdings|Company|Limited)\b)"  # "Hale (China) Co Ltd"
_OWNED_BY_MANY = (  # "Farmers' Union"
    r"(?:(?<=s)['’](?= (?:Union|Association|Federation|Guild|League|Council|Alliance|Society|Club|Cooperative)\b))?"
)
RUN = late(
    rf"{_WORD}(?:{_OWNED_BY_MANY}(?:{_COMMA})? {{1,2}}(?:(?:{LINKS.replace(' ', '|')}) {{1,2}}){{0,3}}"
    rf"(?:{_SMALL}|{_WORD})|{_GROUP})*"
)
_CAMEL = late(r"[A-Z][a-z]+[A-Z]")
_CASED = ("co", "oy", "ab", "lp")  # short legal forms that are also written "Co", "Oy"
_ABROAD = ("america", "north", "canada", "japan", "india", "australia", "china", "europe")


class Token(msgspec.Struct, gc=False):
    start: int
    end: int
    text: str
    low: str
    flags: int


Part = list[Token]


def tokens(run: str, offset: int, shouted: bool) -> Part:
    flags = words().flags
    made = []
    for piece in run.split(" "):
        text = piece.rstrip(",")
        if text:
            low = text.lower()
            flag = flags.get(low, 0)
            if flag & LEGAL and len(text) == 2 and (shouted or not text.isupper()) and low not in _CASED:
                flag &= ~LEGAL  # "As", "Se", "Na" are words; "AS", "SE", "NA" are legal forms
            if flag & LINK and text[0].isupper() and not shouted and low not in ("the", "and"):
                flag &= ~LINK
            made.append(Token(offset, offset + len(text), text, low, flag))
        offset += len(piece) + 1
    return made


def parts(run: Part, listed: bool = False) -> Iterator[Part]:
    """The parts of a run that may each be one name; `listed` if it is a later member of a list.

    >>> run = "Norfolk's Tool Corp and Bank of Ghana Governor Mensah of the Weston Institute of Trade and Finance"
    >>> [phrase(part) for part in parts(tokens(run, 0, False))]
    ['Norfolk', 'Tool Corp', 'Bank of Ghana', 'Mensah', 'Weston Institute of Trade and Finance']
    """
    for owned in _at_possessives(run):
        for closed in _at_legal(owned):
            for named in _at_titles(closed):
                yield from _at_links(named, listed)


def phrase(part: Part) -> str:
    return " ".join(token.text for token in part)


def governed(part: Part) -> int:
    """Where a head takes "of" or "for" ("Bank of Japan"): the place of that word, 0 if there is none."""
    for k in range(1, len(part)):
        if part[k].low in ("of", "for", "on", "de", "di", "du", "do") and part[k - 1].flags & OPENER:
            return k
    return 0


def _at_possessives(run: Part) -> Iterator[Part]:
    part: Part = []
    for i, token in enumerate(run):
        if token.low.endswith("'s") and len(token.text) > 2:
            legal_next = i + 1 < len(run) and run[i + 1].flags & LEGAL
            if token.low in words().possessives or (legal_next and not part):
                part.append(token)
                continue
            bare = token.text[:-2]
            part.append(Token(token.start, token.end - 2, bare, bare.lower(), words().flags.get(bare.lower(), 0)))
            yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _at_legal(run: Part) -> Iterator[Part]:
    """Cut behind each legal form, with what belongs to it: "Co Ltd", "Co of America", "and Co"."""
    start, i, n = 0, 0, len(run)
    while i < n:
        if not (run[i].flags & LEGAL and i > start):
            i += 1
            continue
        i += 1
        while i < n and run[i].flags & (LEGAL | WEAK):
            i += 1
        if (
            i + 1 < n
            and run[i].low == "of"
            and run[i + 1].low in _ABROAD
            and run[i - 1].low.rstrip(".") in ("co", "corp")
        ):
            i += 3 if run[i + 1].low == "north" and i + 2 < n else 2
            while i < n and run[i].flags & LEGAL:
                i += 1
        yield run[start:i]
        while i < n and run[i].flags & LINK:
            i += 1
        start = i
    if start < n:
        yield run[start:]


def _at_titles(run: Part) -> Iterator[Part]:
    """ "Fed Chairman Paul Volcker" is a body and a person; "Finance Minister" is neither."""
    if run[-1].flags & LEGAL:
        yield run
        return
    for i, token in enumerate(run):
        if not (token.flags & TITLE and token.text[0].isupper()):
            continue
        left = i
        while left and run[left - 1].flags & (PORTFOLIO | LINK | TITLE):
            left -= 1
        right, owned = i + 1, False
        while right < len(run) and run[right].flags & (TITLE | PORTFOLIO | LINK):
            owned = (owned or run[right].low in ("of", "for")) and not run[right].flags & PORTFOLIO
            right += 1
        if left:
            yield run[:left]
        person = right
        while person < len(run) and run[person].low not in ("and", "of", "for", "on", "the"):
            person += 1
        if person > right:
            run[right].flags |= 0 if owned else NAMED  # "President of Brazil" names a country
            yield run[right:person]
        if person < len(run):
            yield from _at_titles(run[person:])
        return
    yield run


def _at_links(run: Part, listed: bool) -> Iterator[Part]:
    """Cut at each "of" without a head to its left, and at each "and" between names that stand alone."""
    start, n = 0, len(run)
    while start < n and run[start].flags & LINK:
        start += 1
    i = start + 1
    while i < n:
        token = run[i]
        if token.flags & LINK and i > start:
            right = _until_and(run, i + 1)
            if right and _cuts(run, start, i, right, listed):
                yield run[start:i]
                while i < n and run[i].flags & LINK:
                    i += 1
                start = i
        i += 1
    if start < n:
        yield run[start:]


def _until_and(run: Part, i: int) -> Part:
    while i < len(run) and run[i].flags & LINK:
        i += 1
    j = i
    while j < len(run) and run[j].low != "and":
        j += 1
    return run[i:j]


def _cuts(run: Part, start: int, i: int, right: Part, listed: bool) -> bool:
    left, link = run[start:i], run[i].low
    if link == "and":
        return (listed and i - start == 1) or _two_names(left, right)
    if link in ("of", "for", "on"):
        return not _governs(left, right, link)
    return link == "the" and run[i - 1].low not in ("of", "for", "on")


def _governs(left: Part, right: Part, link: str) -> bool:
    """May what stands left of "of" carry on? "Bank of Japan" may, "Trustees of Penn Central" may not."""
    if right[0].flags & START and right[0].low != "new":  # "Bank of New England"
        return False
    if left[-1].flags & OPENER and (link != "on" or left[-1].flags & HEAD):
        return True
    if governed(left):
        return link != "on"
    return f"{left[-1].text} {link} {right[0].text}" in words().places


def _institution(token: Token) -> bool:
    return bool(token.flags & HEAD and token.flags & OPENER and not token.flags & SOFT)


def _two_names(left: Part, right: Part) -> bool:
    """Does "and" stand between two names? Only if neither needs the other's head."""
    known, whole, last = words(), phrase(left), right[-1]
    if whole in known.places or whole in known.standing or left[-1].flags & (TITLE | LEGAL):
        return True
    of = governed(left)
    if of:
        rest = phrase([t for t in left[of + 1 :] if not t.flags & LINK])
        opens = len(right) > 1 and bool(right[0].flags & OPENER and right[1].flags & LINK)
        return rest in known.places or _institution(last) or opens or bool(last.flags & LEGAL)
    if len(right) == 1 and last.low.rstrip(".") in (
        "co",
        "company",
        "cie",
        "sons",
        "associates",
        "partners",
        "brothers",
    ):
        return False
    if len(left) == 1 and left[0].low.endswith("bank"):
        return True
    if len(left) == 1 and (left[0].text.isupper() or _CAMEL.match(left[0].text)) and len(left[0].text) > 2:
        return True
    if len(left) > 1 and _institution(left[-1]):
        return True
    if last.flags & (HEAD | LEGAL):
        if right[0].flags & (HEAD | COMMON) or (len(left) == 1 and not left[0].flags & GIVEN):
            return False
        return len(left) > 1 and bool(left[-1].flags & HEAD)
    return True


def stops(token: Token) -> bool:
    """A word that parts names in a headline, where every word has a capital."""
    if token.low == "new" or token.flags & LEGAL:
        return False
    return bool(token.flags & (START | VERB | NEVER)) or (
        bool(token.flags & LINK) and token.low not in ("of", "and", "&", "de", "et", "for", "und", "du")
    )
