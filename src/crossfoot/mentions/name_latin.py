"""A view and its leaves come in; out go the capitalised runs of Latin script, cut into names and sorted by kind.

A run is found by one pattern ("Bank of Japan and Tenneco Inc"); what is a name inside it is decided word by word with
rows of the lexicon: legal forms and head nouns close an organisation, titles open a person, "of" needs a head to its
left, and "and" parts two names that could each stand alone. A run without such a closer is bare: it is a name only if
the words around it say so, or if the document names it in full elsewhere (`entity`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from crossfoot.lexicon import Row, load

LEGAL, HEAD, SOFT, OPENER, COMMON, START, TITLE, PORTFOLIO, GIVEN, NATIONALITY, NEVER, NAMED, LINK, WEAK = (
    1 << i for i in range(14)
)

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x180)) if c.isupper())
_LETTER = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
_PARTICIPLES = (
    "based|listed|owned|backed|led|run|controlled|style|made|born|built|wide|bound|related|denominated|traded|funded|"
    "sponsored|area|like|only|linked|elected|the|year|month|day|week|quarter|trained|educated|supplied|produced|type|"
    "registered|operated|headquartered|incorporated|managed|affiliated|speaking|inspired|grown"
)
_ABBREVIATED = (
    "Inc|Corp|Co|Cos|Ltd|Bros|St|Mr|Mrs|Ms|Messrs|Dr|Jr|Sr|Gov|Sen|Rep|Gen|Prof|Mt|Ft|Assn|Dept|Pty|Bhd|Ste|Cie|Lt|Col|"
    "Capt|Adm|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|"
    "Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont|Que"
)
_WORD = (
    rf"(?:(?:{_ABBREVIATED})\.(?![{_LETTER}])"
    rf"|(?:[{_UPPER}]\.){{1,6}}(?:[{_UPPER}](?![{_LETTER}]))?"
    rf"|(?:\d{{1,2}}-?(?=[{_UPPER}][a-z]))?[{_UPPER}][{_LETTER}]{{0,60}}"
    rf"(?:-(?!(?:{_PARTICIPLES})\b)[{_LETTER}]{{1,40}}|['&+][{_LETTER}]{{1,40}}|/[{_UPPER}][{_LETTER}]{{0,40}}"
    rf"|\.(?:com|net|org|cn|io|ai)\b){{0,6}})"
)
_LINKS = "and|of|for|de|la|le|les|du|des|di|do|da|dos|das|del|della|der|den|van|von|und|et|y|e|the|&|on"
_SMALL_LEGAL = r"(?:plc|ltd|llc|inc|corp|co|a\.s\.|p\.l\.c\.)(?![\w])"
_COMMA_LEGAL = (
    r",(?= (?:Inc|Ltd|LLC|L\.?L\.?C|LLP|Corp|PLC|Plc|plc|L\.P|LP|N\.A|NA|S\.A|SA|Co|AG|Limited|Incorporated)\b)"
)
_RUN = re.compile(
    rf"(?<![{_LETTER}]){_WORD}(?:(?:{_COMMA_LEGAL})? {{1,2}}(?:(?:{_LINKS}) {{1,2}}){{0,3}}(?:{_WORD}|{_SMALL_LEGAL}))*"
)
_TOKEN = re.compile(rf"{_WORD}|[a-z&][a-z.]*")
_EXCHANGE = re.compile(r" (?:stock|futures|commodity|commodities|metals|mercantile) exchange\b")
_DOTTED = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Cos)\.(?:,| [a-z(&])")  # "Boeing Co. said": the stop belongs to the name
_DATELINE = re.compile(
    rf"\s*(?P<city>[{_UPPER}][{_UPPER}. /-]{{2,30}}?)(?:, (?P<state>[A-Z][A-Za-z. ]{{1,16}}))?, "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[a-zA-Z]{0,6}\.? \d{1,2}"
    r" ?(?:\([A-Z][A-Za-z]{1,12}\) ?)?[-—]{1,2} ?"
)


class NameRows(Row, frozen=True):
    legal: str
    weak: str
    heads: str
    soft: str
    openers: str
    standing: str
    never: str
    possessives: str
    starts: str
    qualifiers: str
    titles: str
    portfolios: str
    given: str
    concerns: str
    before: str
    roles: str
    says: str
    acts: str
    owned: str
    objects: str
    takes: str
    places: str
    nationalities: str
    regions: str
    laws: str
    indexes: str
    index_names: str
    instruments: str
    things: str
    generic: str
    loose: str
    ranks: str


class CommonRows(Row, frozen=True):
    words: str


class Words:
    """The rows as look-ups, built once."""

    def __init__(self) -> None:
        rows = load("en/names.toml", NameRows)
        self.flags: dict[str, int] = {}
        for flag, words in (
            (LEGAL, rows.legal), (HEAD, rows.heads), (SOFT, rows.soft), (OPENER, rows.openers), (START, rows.starts),
            (COMMON, load("en/common.toml", CommonRows).words), (TITLE, rows.titles), (PORTFOLIO, rows.portfolios),
            (GIVEN, rows.given), (NATIONALITY, rows.nationalities), (NEVER, rows.never), (NEVER, rows.things),
            (WEAK, rows.weak), (LINK, _LINKS.replace("|", " ")),
        ):  # fmt: skip
            for word in words.split():
                self.flags[word] = self.flags.get(word, 0) | flag
        self.standing = frozenset(rows.standing.split())
        self.places = frozenset(
            phrase.strip() for phrase in rows.places.replace("\n", " ").split(",") if phrase.strip()
        )
        self.shouted_places = frozenset(place.upper() for place in self.places)
        self.folded_places = frozenset(place.lower().replace(".", "") for place in self.places)
        self.indexes = frozenset(phrase.strip() for phrase in rows.index_names.replace("\n", " ").split(","))
        self.qualifiers = frozenset(rows.qualifiers.split())
        self.possessives = frozenset(rows.possessives.split())
        self.concerns = frozenset(rows.concerns.split())
        self.before = frozenset(rows.before.split())
        self.roles = frozenset(rows.roles.split())
        self.says = frozenset(rows.says.split())
        self.acts = frozenset(rows.acts.split())
        self.owned = frozenset(rows.owned.split())
        self.objects = frozenset(rows.objects.split())
        self.takes = frozenset(rows.takes.split())
        self.regions = frozenset(rows.regions.split())
        self.laws = frozenset(rows.laws.split())
        self.index_heads = frozenset(rows.indexes.split())
        self.generic = frozenset(rows.generic.split())
        self.loose = frozenset(rows.loose.split())
        self.ranks = frozenset(rows.ranks.split())
        self.instruments = frozenset(rows.instruments.split())


@cache
def words() -> Words:
    return Words()


class Token(NamedTuple):
    start: int
    end: int
    text: str
    low: str
    flags: int


class Candidate(msgspec.Struct, gc=False):
    """A stretch that may be a name: `kind` is None as long as nothing but its capitals speaks for it."""

    start: int
    end: int
    text: str
    kind: str | None
    rule: str
    leaf: int  # number of the leaf it stands in
    initial: bool  # at the start of its sentence
    shouted: bool = False  # in a line all in capitals
    subject: bool = False  # a verb of saying or doing follows
    evidence: str = ""  # the frame that makes an organisation or a person of a bare one


def candidates(text: str, leaves: list[tuple[int, int, str]]) -> list[Candidate]:
    """Candidates in reading order; `leaves` are start, end and kind of the blocks that hold the words."""
    found: list[Candidate] = []
    dotted = bool(_DOTTED.search(text))
    for number, (start, end, kind) in enumerate(leaves):
        found.extend(_leaf(text, start, end, number, kind in ("title", "heading"), dotted))
    return found


def _leaf(text: str, start: int, end: int, number: int, heading: bool, dotted: bool) -> Iterator[Candidate]:
    piece = text[start:end]
    shouted = piece.isupper() and len(piece) > 6
    begin = start
    if not shouted:
        dateline = _DATELINE.match(text, start, end)
        if dateline:
            begin = dateline.end()
            yield Candidate(*dateline.span("city"), dateline["city"], "place", "dateline", number, True)
            if dateline["state"]:
                yield Candidate(*dateline.span("state"), dateline["state"], "place", "dateline", number, False)
    titled = heading and not shouted and _titled(piece)
    for run in _RUN.finditer(text, begin, end):
        first = run.start()
        initial = not text[begin:first].strip(" \"'“(-—•*<") or text[first - 2 : first] in (": ", '."', "--")
        tokens = _tokens(run[0], first, shouted)
        if run.end() == end and not dotted and tokens[-1].flags & LEGAL and run[0].endswith("."):
            tokens[-1] = tokens[-1]._replace(end=end - 1)
        for part in _split(tokens, initial, shouted, titled):
            candidate = _judge(text, part, initial and part[0].start == first, number, shouted, titled)
            if candidate is not None:
                yield candidate
                if candidate.rule == "head":
                    yield from _nested(candidate, part)


def _nested(whole: Candidate, part: list[Token]) -> Iterator[Candidate]:
    """ "Institute of Microelectronics of the Chinese Academy of Sciences" names two bodies besides the one it is."""
    for k in range(len(part) - 2, 1, -1):
        if part[k].low != "of" or (part[k - 1].flags & OPENER and k < 3):
            continue
        left = part[:k]
        right = part[k + 1 :]
        while right and right[0].flags & LINK:
            right = right[1:]
        if len(right) > 1 and _closed(left) and _closed(right):
            for side in (left, right):
                name = whole.text[side[0].start - whole.start : side[-1].end - whole.start]
                if side[0].start >= whole.start:
                    yield Candidate(side[0].start, side[-1].end, name, "organisation", "part", whole.leaf, False)
            return


def _closed(part: list[Token]) -> bool:
    """Does a name of several words have a head of its own?"""
    governed = any(t.low in ("of", "for", "on") and part[k - 1].flags & OPENER for k, t in enumerate(part) if k)
    return governed or (len(part) > 1 and bool(part[-1].flags & HEAD))


def _titled(piece: str) -> bool:
    """Is this a headline With a Capital on Every Word?"""
    long = [word for word in piece.split() if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _tokens(run: str, offset: int, shouted: bool) -> list[Token]:
    flags = words().flags
    tokens = []
    for found in _TOKEN.finditer(run):
        word = found[0]
        low = word.lower()
        flag = flags.get(low, 0)
        if flag & LEGAL and len(word) == 2 and (shouted or not word.isupper()) and low not in ("co", "oy", "ab", "lp"):
            flag &= ~LEGAL  # "As", "Se", "Na" are words; "AS", "SE", "NA" are legal forms
        if flag & LINK and word[0].isupper() and not shouted and low not in ("the", "and"):
            flag &= ~LINK
        tokens.append(Token(offset + found.start(), offset + found.end(), word, low, flag))
    return tokens


# ------------------------------------------------------------------------------------------------ cutting a run


def _split(tokens: list[Token], initial: bool, shouted: bool, titled: bool) -> Iterator[list[Token]]:
    """The parts of a run that may each be one name."""
    for owned in _at_possessives(tokens):
        for part in _at_legal(owned):
            if shouted or titled:
                yield from _at_common(part)
            else:
                for piece in _at_titles(part):
                    yield from _at_links(piece)


def _at_possessives(tokens: list[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for i, token in enumerate(tokens):
        if token.low.endswith("'s") and len(token.text) > 2:
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if token.low in words().possessives or (following and following.flags & LEGAL and not part):
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


def _at_legal(tokens: list[Token]) -> Iterator[list[Token]]:
    """Cut behind each legal form, with what belongs to it: "Co Ltd", "Co of America", "and Co"."""
    start, i, n = 0, 0, len(tokens)
    while i < n:
        if not (tokens[i].flags & LEGAL and i > start):
            i += 1
            continue
        i += 1
        while i < n and (tokens[i].flags & LEGAL or tokens[i].flags & WEAK):
            i += 1
        if (
            i + 1 < n
            and tokens[i].low in ("of", "for")
            and tokens[i - 1].low in ("co", "corp", "corporation", "company", "co.", "corp.")
        ):
            i += 2
            while (
                i < n
                and not tokens[i].flags & (LINK | LEGAL)
                and " ".join(t.text for t in tokens[i - 1 : i + 1]) in words().places
            ):
                i += 1
            while i < n and tokens[i].flags & LEGAL:
                i += 1
        yield tokens[start:i]
        while i < n and tokens[i].flags & LINK:
            i += 1
        start = i
    if start < n:
        yield tokens[start:]


def _at_common(tokens: list[Token]) -> Iterator[list[Token]]:
    """In a headline every word has a capital: everyday words part the names."""
    part: list[Token] = []
    closed = bool(tokens) and bool(tokens[-1].flags & LEGAL)
    for i, token in enumerate(tokens):
        common = (
            token.flags & (COMMON | START | NEVER)
            and not token.flags & (HEAD | LEGAL | OPENER)
            and token.low not in words().qualifiers
        )
        if (
            closed
            and common
            and i + 1 < len(tokens)
            and token.flags & COMMON
            and not token.flags & (START | LINK)
            and i >= len(tokens) - 4
        ):
            common = 0
        if common or (token.flags & LINK and not part):
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _at_titles(tokens: list[Token]) -> Iterator[list[Token]]:
    """ "Fed Chairman Paul Volcker" is a body and a person; "Finance Minister" is neither."""
    if tokens[-1].flags & LEGAL:
        yield tokens
        return
    for i, token in enumerate(tokens):
        if not (token.flags & TITLE and token.text[0].isupper()):
            continue
        left = i
        while left and tokens[left - 1].flags & (PORTFOLIO | LINK | TITLE):
            left -= 1
        right = i + 1
        while right < len(tokens) and tokens[right].flags & (TITLE | PORTFOLIO | LINK):
            right += 1
        if left:
            yield tokens[:left]
        person = right
        while person < len(tokens) and not (
            tokens[person].flags & LINK and tokens[person].low in ("and", "of", "for", "on", "the")
        ):
            person += 1
        if person > right:
            lead = tokens[right]
            yield [lead._replace(flags=lead.flags | NAMED), *tokens[right + 1 : person]]
        if person < len(tokens):
            yield from _at_titles(tokens[person:])
        return
    yield tokens


def _at_links(tokens: list[Token]) -> Iterator[list[Token]]:
    """Cut at each "of" without a head to its left, and at each "and" between names that stand alone."""
    while tokens and tokens[0].flags & LINK:
        tokens = tokens[1:]
    start = 0
    for i, token in enumerate(tokens):
        if not token.flags & LINK or i <= start:
            continue
        left, right = tokens[start:i], _until_and(tokens, i + 1)
        if not right:
            continue
        if token.low in ("of", "for", "on") and not _governs(left, right, token.low):
            cut = True
        elif token.low == "and":
            cut = _parts(left, right)
        else:
            cut = token.low == "the" and tokens[i - 1].low not in ("of", "for", "on")
        if cut:
            yield left
            start = i + 1
            while start < len(tokens) and tokens[start].flags & LINK:
                start += 1
    if start < len(tokens):
        yield tokens[start:]


def _until_and(tokens: list[Token], i: int) -> list[Token]:
    while i < len(tokens) and tokens[i].flags & LINK:
        i += 1
    j = i
    while j < len(tokens) and tokens[j].low != "and":
        j += 1
    return tokens[i:j]


def _governs(left: list[Token], right: list[Token], link: str) -> bool:
    """May what stands left of "of" carry on? "Bank of Japan" may, "Trustees of Penn Central" may not."""
    if left[-1].flags & OPENER and not (link == "on" and not left[-1].flags & HEAD):
        return True
    if any(t.low in ("of", "for") and left[k - 1].flags & OPENER for k, t in enumerate(left) if k):
        return link == "of" or link == "for"
    return " ".join(t.text for t in left[-1:]) + " " + link + " " + right[0].text in words().places


def _institution(token: Token) -> bool:
    return bool(token.flags & HEAD and not token.flags & SOFT and token.flags & OPENER)


def _parts(left: list[Token], right: list[Token]) -> bool:
    """Does "and" stand between two names? Only if neither needs the other's head."""
    known = words()
    whole = " ".join(t.text for t in left)
    if whole in known.places or left[-1].flags & TITLE or whole in known.standing:
        return True
    governed = next(
        (k for k, t in enumerate(left) if k and t.low in ("of", "for", "on") and left[k - 1].flags & OPENER), 0
    )
    if governed:
        rest = [t for t in left[governed + 1 :] if not t.flags & LINK]
        if rest and " ".join(t.text for t in rest) in known.places:
            return True
        return (
            _institution(right[-1])
            or bool(right[0].flags & OPENER and len(right) > 1 and right[1].flags & LINK)
            or bool(right[-1].flags & LEGAL)
        )
    if right[-1].flags & LEGAL and right[-1].low in ("co", "co.", "cie", "sons") and len(right) == 1:
        return False
    if len(left) == 1 and left[0].text.isupper() and len(left[0].text) > 2:
        return True
    if left[-1].flags & LEGAL:
        return True
    if len(left) > 1 and left[-1].flags & HEAD and not (left[-1].flags & SOFT and right[-1].flags & (HEAD | LEGAL)):
        return True
    if right[-1].flags & (HEAD | LEGAL):
        return False
    return not any(t.flags & HEAD for t in right)


# ---------------------------------------------------------------------------------------------- judging a part


def _judge(text: str, part: list[Token], initial: bool, leaf: int, shouted: bool, titled: bool) -> Candidate | None:
    """One part as a candidate, without words that only open a sentence; None when nothing is left."""
    known = words()
    original = part[0]
    while part and (
        part[0].flags & LINK
        or (
            part[0].flags & START
            and (initial or part[0].flags & LINK or (len(part) > 1 and part[0].low in ("the", "a", "an", "both")))
        )
    ):
        part = part[1:]
    while part and part[-1].flags & LINK:
        part = part[:-1]
    if not part:
        return None
    start, end = part[0].start, part[-1].end
    name = text[start:end]

    def made(kind: str | None, rule: str) -> Candidate:
        return Candidate(start, end, name, kind, rule, leaf, initial and part[0] is original, shouted)

    if name in known.places or (shouted and name in known.shouted_places):
        exchange = _EXCHANGE.match(text, end)
        if exchange:
            end = exchange.end()
            name = text[start:end]
            return made("organisation", "head")
        return None if text[end : end + 1] == "$" else made("place", "place")
    if part[0].flags & NAMED and not part[-1].flags & (LEGAL | HEAD):
        return made("person", "title")
    last = part[-1]
    if last.flags & LEGAL and len(part) > 1:
        return made("organisation", "legal-form")
    if name in known.standing and not shouted:
        return made("organisation", "standing")
    if len(part) == 1:
        if last.flags & NEVER or last.flags & NATIONALITY or last.flags & TITLE:
            return None
        if name.isdigit() or (shouted and last.flags & COMMON):
            return None
        return made(None, "bare")
    if any(t.low in ("of", "for", "on") and part[k - 1].flags & OPENER for k, t in enumerate(part) if k):
        return made("organisation", "head")
    if last.low in known.laws and not shouted:
        return made("law", "law")
    if last.low in known.index_heads:
        return made("index", "index")
    if last.low in known.instruments:
        return made("instrument", "instrument")
    if last.flags & HEAD and not (shouted or titled):
        if last.flags & SOFT and all(t.flags & (COMMON | START) for t in part[:-1]):
            return made(None, "bare")
        return made("organisation", "head")
    if (shouted or titled) and last.flags & HEAD and not last.flags & SOFT:
        return made("organisation", "head")
    while len(part) > 1 and part[0].flags & NATIONALITY:
        part = part[1:]
    start, name = part[0].start, text[part[0].start : end]
    if name in known.places:
        return made("place", "place")
    return made(None, "bare")
