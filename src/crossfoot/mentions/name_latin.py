"""A view and its leaves come in; out go the candidates for names in Latin script, sorted by kind where that is plain.

What a legal form, a head noun, a title or a list of places decides is decided here. A part without any of these stays
bare: it is a name only if the words around it say so (`name_frames`) or if the document has it elsewhere (`entity`).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.late import late
from crossfoot.mentions.name_run import LETTER, RUN, UPPER, Part, governed, parts, phrase, stops, tokens
from crossfoot.mentions.name_words import (
    COMMON,
    DIRECTION,
    HEAD,
    LEGAL,
    LINK,
    NAMED,
    NATIONALITY,
    NEVER,
    OPENER,
    SOFT,
    START,
    TITLE,
    WEAK,
    words,
)  # fmt: skip

Leaf = tuple[int, int, str, int]  # start and end in the view, the kind of what holds it, the item it belongs to

TICKER = late(
    r" {0,2}<[A-Z][A-Z0-9]{0,6}(?:\.[A-Z]{1,3})?>"
    r"| ?\( ?(?:[A-Z][A-Za-z]{1,12}(?: [A-Z][a-z]{1,8})?: ?)[A-Z0-9.]{1,8} ?(?:[;,][^()]{0,20})?\)"
    r"| ?\( ?(?:[A-Z0-9]{1,6}\.[A-Z]{1,3}|\d{5,6}) ?\)"
    r"| ?\( [A-Z]{1,6} \)"
)
_REPORTED = late(  # "HOLM, CAREW AND CO <HCC> 3RD QTR NET", "<HOLM LTD> YEAR LOSS"
    r"\s*(?:<([A-Z][A-Z0-9&.,'/ -]{2,60})>|([A-Z][A-Z0-9&.,'/ -]{2,60}?) ?<[A-Z][A-Z0-9.]{0,8}>)(?= ([A-Z0-9]+))"
)
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATELINE = late(
    rf"\s*(?P<city>[{UPPER}][{UPPER}. /-]{{2,30}}?)(?:, (?P<state>[A-Z][A-Za-z. ]{{1,16}}))?, "
    rf"(?:{_MONTHS}|{_MONTHS.upper()})[a-zA-Z]{{0,6}}\.? \d{{1,2}}(?:, (?:19|20)\d\d)? ?"
    rf"(?:\((?P<desk>[A-Z][A-Za-z'&. ]{{1,30}})\) ?)?[-–—]{{1,2}} ?"
)
_DESK = late(  # "TOKYO (Pacific Press) - "
    rf"\s*(?P<city>[{UPPER}][{UPPER}. /-]{{2,30}}?)(?:, (?P<state>[A-Z][A-Za-z. ]{{1,16}}))? "
    rf"\((?P<desk>[A-Z][A-Za-z'&. ]{{1,30}})\) ?[-–—]{{1,2}} ?"
)
_WIRED = (("city", "place", "dateline"), ("state", "place", "dateline"), ("desk", "organisation", "credit"))
_AGAIN = late(r"(?:CORRECTED|CORRECTION|REPEAT|UPDATE \d) ?-{1,2} ?")  # before a headline: it was sent before
_DOTTED = late(r"\b(?:Inc|Corp|Co|Ltd|Cos)\.(?:,| [a-z(&])")  # "Boeing Co. said": the stop belongs to the name
_INDEX = late(r" (?:industrial |composite |transportation |utility )?(?:average|averages|index)\b")
_EXCHANGE = late(r" (?:stock|futures|commodity|commodities|metals|mercantile) exchange\b")
_CREDIT = late(rf"(?:Photo|Source|Credit|Image)s?: ?([{UPPER}][{LETTER}]+(?:[/._][{LETTER}]+)+)")
_LONGEST = 64  # words of a run that are read together; no name is longer
_TIMED = late(r"\b(?:to|in|of|since|on|until|ended|ending|by|through|during|from|before|after) $")
_NEAR = 10  # characters before a name
_TERM = late(r"(?:FY|CY|Q|H)\d{1,4}")
_GLUED = late(r"[A-Z]{1,4}-?\d|[A-Z]{1,3}[$€£]")  # EUR150m is money
_NUMBER = late(r" \d{2,4}\b")
_LONG_WORD = late(r"[A-Za-z]{4,}")


class Candidate(msgspec.Struct, gc=False):
    """A stretch that may be a name: `kind` is None as long as nothing but its capitals speaks for it."""

    start: int
    end: int
    text: str
    kind: str | None
    rule: str
    leaf: int  # number of the leaf it stands in
    initial: bool = False  # at the start of its sentence
    headline: bool = False  # in a line where every word has a capital
    folded: str = ""


def candidates(text: str, leaves: list[Leaf]) -> list[Candidate]:
    """Candidates in reading order."""
    found: list[Candidate] = []
    dotted = _DOTTED.search(text) is not None
    for number, (start, end, kind, _) in enumerate(leaves):
        found.extend(_leaf(text, start, end, number, kind in ("title", "heading"), dotted))
    return found


def _leaf(text: str, start: int, end: int, number: int, heading: bool, dotted: bool) -> Iterator[Candidate]:
    piece = text[start:end]
    shouted = piece.isupper() and len(piece) > 6
    headline = shouted or (heading and _titled(piece))
    begin = start
    dateline = None if shouted else _DATELINE.match(text, start, end) or _DESK.match(text, start, end)
    if dateline:
        begin = dateline.end()
        for group, kind, rule in _WIRED:
            if dateline[group]:
                yield Candidate(*dateline.span(group), dateline[group], kind, rule, number)
    if shouted and (again := _AGAIN.match(text, start, end)) is not None:
        begin = again.end()
    if shouted and "> " in piece and (reported := _reported(text, begin, end, number)) is not None:
        yield reported
        begin = reported.end + 1
    credit = _CREDIT.search(piece) if ": " in piece else None
    if credit:
        yield Candidate(start + credit.start(1), start + credit.end(1), credit[1], "organisation", "credit", number)
    for run in RUN.finditer(text, begin, end):
        first, last = run.span()
        if credit and first < start + credit.end() and last > start + credit.start():
            continue
        words_of = run[0]
        initial = first == begin or _opens(text, begin, first)
        if (
            text[first - 1 : first] == "<"
            and text[last : last + 1] in (">", ".")
            and words_of.isupper()
            and last - first < 7
        ):
            continue  # a ticker
        if " " not in words_of and not headline:
            single = _single(text, first, last, words_of, number, initial)
            if single is not None:
                yield single
            continue
        listed = tokens(words_of, first, shouted)
        if last == end and not dotted and listed[-1].flags & LEGAL and words_of.endswith("."):
            listed[-1].end, listed[-1].text = end - 1, listed[-1].text[:-1]
        if headline:
            told = [] if shouted else list(_of_report(text, listed, number))
            yield from told or _headline(text, listed, number, shouted)
            continue
        among = text[first - 2 : first] == ", " and _listed(text, first)
        for part in (p for at in range(0, len(listed), _LONGEST) for p in parts(listed[at : at + _LONGEST], among)):
            candidate = _judge(text, part, initial and part[0].start == first, number)
            if candidate is not None:
                yield candidate
                if candidate.rule == "head":
                    yield from _nested(candidate, part)


def _reported(text: str, start: int, end: int, number: int) -> Candidate | None:
    """The firm whose results a headline in capitals tells: all that stands before its ticker is its name."""
    found = _REPORTED.match(text, start, end)
    if found is None or found[3].lower() not in words().results:
        return None
    at = found.span(1 if found[1] else 2)
    return Candidate(*at, text[slice(*at)], "organisation", "ticker", number, headline=True)


def _listed(text: str, first: int) -> bool:
    """Is the run a later member of a list? Then its "and" parts two names."""
    before = text[max(0, first - 24) : first - 2].split(" ")[-1]
    return (
        before[:1].isupper() and before not in words().places and not words().flags.get(before.lower(), 0) & NATIONALITY
    )


def _opens(text: str, begin: int, first: int) -> bool:
    """Does a sentence, a quotation or a list item begin here?"""
    before = text[max(begin, first - 6) : first]
    return (
        (not before.strip(" \"'“(-—•*<") and first - begin < 6)
        or before[-2:] in (': "', ', "')
        or before.endswith((' "', "--", '("'))
    )


def _titled(piece: str) -> bool:
    """Is this a headline With a Capital on Every Word?"""
    long = _LONG_WORD.findall(piece)
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _single(text: str, start: int, end: int, word: str, number: int, initial: bool) -> Candidate | None:
    """A run of one word: most are no names, and this is where most of the time would go."""
    known = words()
    low = word.lower()
    if low.endswith("'s") and low not in known.possessives:
        word, low, end = word[:-2], low[:-2], end - 2
    flag = known.flags.get(low, 0)
    if word in known.places:
        exchange = _EXCHANGE.match(text, end)
        if exchange:
            end = exchange.end()
            return Candidate(start, end, text[start:end], "organisation", "head", number, initial)
        return None if text[end : end + 1] == "$" else Candidate(start, end, word, "place", "place", number, initial)
    if word in known.standing and not (initial and flag & COMMON):
        return Candidate(start, end, word, "organisation", "standing", number, initial)
    defined = word.isupper() and len(word) > 2 and text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if (flag & (START | NEVER | NATIONALITY | TITLE | DIRECTION | LINK) and not defined) or len(word) < 2:
        return None  # "Ministry of Science and Technology (MOST)" tells what MOST is
    if _GLUED.match(word) or (not low.isalpha() and _everyday(low)):
        return None
    if low.endswith((".com", ".cn", ".net", ".org")):
        return Candidate(start, end, word, "organisation", "domain", number, initial)
    if word in known.indexes:
        more = _NUMBER.match(text, end)
        end = more.end() if more else end
        return Candidate(start, end, text[start:end], "index", "index", number, initial)
    return Candidate(start, end, word, None, "bare", number, initial)


def _everyday(low: str) -> bool:
    """ "Jan/Mar", "Pre-tax": nothing but everyday words."""
    flags = words().flags
    return all(flags.get(half, 0) & (COMMON | START | NEVER) for half in low.replace("/", "-").split("-"))


def _headline(text: str, listed: Part, number: int, shouted: bool) -> Iterator[Candidate]:
    """Stretches between verbs and small words; a legal form or a ticker makes an organisation of what it closes."""
    start, i, n = 0, 0, len(listed)
    while i < n:
        token = listed[i]
        i += 1
        if stops(token):
            if i - 1 > start:
                yield _stretch(listed[start : i - 1], number)
            start = i
            if token.low == "to" and i + 1 < n and not listed[i].flags & LINK:
                start = i = i + 1  # a verb follows "TO"
        elif (i - 1 > start and token.flags & LEGAL) or TICKER.match(text, token.end):
            while i < n and listed[i].flags & LEGAL:
                i += 1
            part = _behind_verb(listed[start:i])
            if part[-1].low.endswith("'s"):
                part[-1].end -= 2
            name = text[part[0].start : part[-1].end]
            yield Candidate(part[0].start, part[-1].end, name, "organisation", "ticker", number, headline=True)
            start = i
    if start < n:
        yield _stretch(listed[start:], number)


def _of_report(text: str, listed: Part, number: int) -> Iterator[Candidate]:
    """Whose report a headline is the title of: "Ostrand Port Authority | Monthly Traffic Report"."""
    flags = words().flags
    if words().reported.isdisjoint(token.low for token in listed):
        return
    part: Part = []
    for token in [*listed, None]:
        plain = token is not None and token.low not in words().reports and not token.flags & LINK
        if token is not None and (plain or (part and token.low == "of" and part[-1].flags & OPENER)):
            part.append(token)
            continue
        if len(part) > 1 and part[-1].flags & (HEAD | LEGAL | WEAK) | part[0].flags & OPENER:
            coined = any(not one.flags & COMMON and not flags.get(one.low, 0) & COMMON for one in part[:-1])
            ends = part[-1].flags & (HEAD | LEGAL | WEAK) and not part[-1].flags & SOFT
            opened = any(one.low == "of" for one in part[1:-1])
            if (coined and ends) or opened:
                yield Candidate(
                    part[0].start, part[-1].end, phrase(part), "organisation", "head", number, headline=True
                )
        part = []


def _behind_verb(part: Part) -> Part:
    """ "HONG KONG FIRM BOOSTS OGLEBAY": what stands behind an everyday word in the third person."""
    flags = words().flags
    for i in range(len(part) - 2, 0, -1):
        low = part[i].low
        if low[-1] == "s" and not part[i].flags & HEAD and (part[i].flags | flags.get(low[:-1], 0)) & COMMON:
            return part[i + 1 :]
    return part


def _stretch(part: Part, number: int) -> Candidate:
    return Candidate(part[0].start, part[-1].end, phrase(part), None, "headline", number, headline=True)


def _judge(text: str, part: Part, initial: bool, number: int) -> Candidate | None:
    """One part as a candidate, without words that only open a sentence; None when nothing is left."""
    first = part[0]
    while (
        part
        and part[0].flags & (LINK | START)
        and (initial or part[0].flags & LINK or part[0].low in ("the", "a", "an", "both"))
        and not _new(text, part)
    ):
        part = part[1:]
    if (
        len(part) > 1
        and part[0].low in words().timed
        and _TIMED.search(text, max(part[0].start - _NEAR, 0), part[0].start)
    ):
        part = part[1:]
    while part and (part[-1].flags & LINK or (len(part) > 1 and _TERM.fullmatch(part[-1].text))):
        part = part[:-1]  # "Averline Foods FY2025"
    if not part:
        return None
    if body := _of_organ(part):
        start, end = body[0].start, body[-1].end
        return Candidate(start, end, text[start:end], "organisation", "organ", number)
    part = _without_place(part)
    if initial and len(part) > 1 and part[0] is first and part[0].low in words().before and not part[0].flags & HEAD:
        part = part[1:]  # "Rival Geely said"
    start, end = part[0].start, part[-1].end
    name = text[start:end]
    initial = initial and part[0] is first
    if len(part) == 1:
        named = part[0].flags & NAMED and not part[0].flags & (LEGAL | HEAD)
        return (
            Candidate(start, end, name, "person", "title", number)
            if named
            else _single(text, start, end, name, number, initial)
        )
    kind, rule = _kind(part, name)
    if kind == "":
        return None
    if kind is None or rule == "standing":
        index = _INDEX.match(text, end)
        if index:
            return Candidate(start, index.end(), text[start : index.end()], "index", "index", number, initial)
    if kind == "place" and _EXCHANGE.match(text, end):
        end = _EXCHANGE.match(text, end).end()  # type: ignore[union-attr]
        return Candidate(start, end, text[start:end], "organisation", "head", number, initial)
    return Candidate(start, end, name, kind, rule, number, initial)


def _of_organ(part: Part) -> Part:
    """ "Monetary Board of the | Bank of Tarn": the body whose organ a part names, if it is of one and of no place."""
    at = governed(part)
    rest = part[at + 1 :] if at and phrase(part[:at]) in words().inner else []
    while rest and rest[0].flags & LINK:
        rest = rest[1:]
    whole = len(rest) > 1 and (rest[-1].flags & (HEAD | LEGAL) or governed(rest))  # "Board of Finance" is one
    return rest if whole or (len(rest) == 1 and rest[0].low.endswith("bank")) else []


def _new(text: str, part: Part) -> bool:
    """Is "New" a part of a name: "New World Pictures Ltd", "NEW ENGLAND ELECTRIC <NES>"?"""
    closed = part[-1].flags & LEGAL or TICKER.match(text, part[-1].end) is not None
    return part[0].low == "new" and len(part) > 2 and bool(closed)


def _kind(part: Part, name: str) -> tuple[str | None, str]:
    """What closes or opens a part of two words or more; "" when it is no name at all."""
    known, last = words(), part[-1]
    if name in known.places:
        return "place", "place"
    if name in known.bodies:
        return "organisation", "standing"
    if part[0].flags & NAMED and not last.flags & (LEGAL | HEAD):
        return "person", "title"
    everyday = all(t.flags & (COMMON | START | LINK | WEAK) for t in part[:-1])
    if last.flags & LEGAL:
        return ("", "") if everyday and last.flags & WEAK and len(part) == 2 else ("organisation", "legal-form")
    if part[0].flags & DIRECTION and phrase(part[1:]) in known.places:
        return "place", "place"
    if all(t.flags & (DIRECTION | NATIONALITY | NEVER | LINK) for t in part):
        return "", ""
    if name in known.inner:
        return "", ""
    if governed(part):
        return "organisation", "head"
    if last.low in known.laws:
        return "law", "law"
    if last.low in known.index_heads or name in known.indexes:
        return "index", "index"
    if last.low in known.instruments:
        return ("", "") if everyday else ("instrument", "instrument")
    if last.flags & HEAD:
        if last.flags & SOFT and (name.isupper() or (everyday and len(part) < 3)):
            return None, "bare"
        return "organisation", "head"
    return None, "bare"


def _without_place(part: Part) -> Part:
    """ "U.S. Carmaker General Motors" is General Motors; "U.S. Treasury" keeps its country."""
    known = words()
    if len(part) > 1 and (part[0].text in known.places or part[0].flags & NATIONALITY):
        if len(part) > 2 and part[1].low in known.before and not part[1].flags & HEAD:
            return part[2:]
        if not part[-1].flags & (LEGAL | HEAD) and not governed(part) and phrase(part) not in known.places:
            return part if _of_town(part) else part[1:]
        if (
            part[0].text.startswith(("U.S", "U.K"))
            and len(part) == 2
            and part[1].flags & SOFT | COMMON
            and not _public(part[1].low)
        ):
            return part[1:]
    return part


def _of_town(part: Part) -> bool:
    """Is a place, which is no country, the first of two words of a name: "Porto Frio", not "French Total"?"""
    told = START | NEVER | NATIONALITY | TITLE | DIRECTION | LINK | COMMON
    town = not part[0].flags & NATIONALITY and part[0].text not in words().countries
    return town and len(part) == 2 and not part[1].flags & told and not part[1].text.isupper()


def _public(low: str) -> bool:
    return low in ("treasury", "congress", "senate", "navy", "army", "government", "customs", "fed")


def _nested(whole: Candidate, part: Part) -> Iterator[Candidate]:
    """ "Institute of Microelectronics of the Chinese Academy of Sciences" names two bodies besides the one it is."""
    for k in range(len(part) - 2, 1, -1):
        if part[k].low != "of" or (part[k - 1].flags & OPENER and k < 3):
            continue
        left, right = part[:k], part[k + 1 :]
        while right and right[0].flags & LINK:
            right = right[1:]
        if len(right) > 1 and _closed(left) and _closed(right):
            for side in (left, right):
                if side[0].start >= whole.start:
                    first, last = side[0].start - whole.start, side[-1].end - whole.start
                    yield Candidate(
                        side[0].start, side[-1].end, whole.text[first:last], "organisation", "part", whole.leaf
                    )
            return


def _closed(part: Part) -> bool:
    """Does a name of several words have a head of its own?"""
    return bool(governed(part)) or (len(part) > 1 and bool(part[-1].flags & HEAD))
