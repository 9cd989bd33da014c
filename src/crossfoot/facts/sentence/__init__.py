"""A sentence as phrasings see it: a row of tokens, in which each mention is one token."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from typing import Protocol

import msgspec

from crossfoot.late import late
from crossfoot.lexicon import numerals
from crossfoot.lexicon.frame import frame_words, vocabulary
from crossfoot.lexicon.languages import joint
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.phrasing import CODE, OTHER, Matcher, Phrasing, gap
from crossfoot.model import Cue, Document, Mention, Name, Quantity, Span, Timex, Trap

_WORD = late(r"(?:[A-Za-z]\.){2,}|['’]s\b|[^\W\d_](?:[\w&.'’-]*[^\W_])?|\d+|[^\s\w]")
_NARROW = str.maketrans("，；：（）", ",;:()")  # phrasings are written with the marks that both scripts share
LONGEST_WORD = 8  # characters of the longest form in a script without spaces
# Roles that leave a figure to be measured as a level; all others claim it.
SHARED = frozenset(
    {"level", "when", "part", "whole", "total", "count", "of", "what", "instrument", "aside", "term", "rest", "rival"}
)
_IN_NAME = {"of", "and", "for", "the", "-", "/", "'s"}  # beside particles
_CITY = 3  # letters of the first word of a date line
_DATED = late(  # "Arlen, N.J., march 18 -mexico's union": in any case, and glued to what follows
    r"\s*[A-Z][\w. /'-]{2,30}(?:, [A-Z][\w. ]{1,16})?, "
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2} ?(?:-{1,2}|\N{EN DASH}|\N{EM DASH})"
)


class Token(msgspec.Struct, frozen=True, eq=False, gc=False):
    text: str
    start: int
    end: int
    mention: Mention | None


class Sentence:
    """`coded` is what patterns run on; `token(at)` leads from a place in it back to the words of the document.

    Names of organisations, people and instruments are one token; names of places stay words, since they are as often
    a part of what is measured ("the China market") as they are a place.
    """

    def __init__(self, document: Document, span: Span, mentions: list[Mention], lang: str) -> None:
        self.document, self.span, self.lang, self.gap = document, span, lang, joint(lang)
        self.tokens = list[Token]()
        self.names = list[tuple[int, Mention]]()  # every organisation named, with the index of its token
        self.sizes = list[int]()  # the tokens that are quantities
        places = [(m.span, m.value.entity) for m in mentions if isinstance(m.value, Name) and m.value.kind == "place"]
        self._places, self._at_place = [span for span, _ in places], {span.start: place for span, place in places}
        self._read(mentions)
        own = (t.start for t in self.tokens if t.mention is None and t.text.endswith("'s")) if places else ()
        self._owned = {start: self._at_place[start] for start in own if start in self._at_place}  # "China's exports"
        self.opening = self._dateline()
        texts = [token.text for token in self.tokens]
        behind = gap(lang)
        self.coded = "".join([text + behind for text in texts])
        self.shouts = bool(self.gap) and document.text[span.start : span.end].isupper()  # no capital tells a name
        self.present = frozenset(_present(texts, self.coded, self.gap))
        wide = len(behind)  # where each token stands in the coded sentence
        self._ats = list(accumulate([len(text) + wide for text in texts], initial=0))[:-1]

    def _read(self, mentions: list[Mention]) -> None:
        text, at = self.document.text, self.span.start
        for mention in mentions:
            start, end = mention.span.start, mention.span.end
            code = _code(mention, text, self.lang)
            named = isinstance(mention.value, Name) and mention.value.kind == "organisation"
            if start < at or not (named or code):
                continue
            words = self._words(at, start)
            if named and not (self.gap and mention.rule == "credit"):
                self.names.append((len(self.tokens) + len(words), mention))
            if end > self.span.end or code is None or self._inside_word(mention):
                continue
            self.tokens += words
            if isinstance(mention.value, Quantity):
                self.sizes.append(len(self.tokens))
            self.tokens.append(Token(code, start, end, mention))
            at = end
        self.tokens += self._words(at, self.span.end)

    def _inside_word(self, mention: Mention) -> bool:
        """Is a cue only a part of a word that says something else: 增加 of 增加值? And a trap: 零售?"""
        if self.gap or not isinstance(mention.value, Cue | Trap):
            return False
        text, start, end = self.document.text, mention.span.start, mention.span.end
        for word in _holding(self.lang, text[start:end]):
            at = start - word.index(text[start:end])
            if text.startswith(word, max(at, 0)):
                return True
        return False

    def _dateline(self) -> int:
        """Where the sentence itself begins, behind "PARIS -", "MUMBAI, July 26 -"."""
        text, tokens = self.document.text, self.tokens
        if self.gap and any(token.text == "," for token in tokens[1:6]):
            line = _DATED.match(text, self.span.start, self.span.end)
            if line is not None:
                return next((i for i, token in enumerate(tokens) if token.end > line.end()), 0)
        if not tokens or not text[tokens[0].start : tokens[0].end].isupper():
            return 0
        if tokens[0].end - tokens[0].start < _CITY and not (len(tokens) > 1 and tokens[1].text == "."):  # "ST. PAUL"
            return 0
        return next(
            (
                i + 1 + (tokens[min(i + 1, len(tokens) - 1)].text == tokens[i].text)  # "SEOUL -- "
                for i in range(len(tokens[:12]) - 1, 0, -1)
                if tokens[i].text in ("-", "--", "—", "–") and text[tokens[i].start - 1].isspace()
            ),
            0,
        )

    def _words(self, start: int, end: int) -> list[Token]:
        text = self.document.text
        if not joint(self.lang):
            return list(_cut(text, start, end, vocabulary(self.lang)))
        lower = text[start:end].lower().replace("’", "'")
        if len(lower) == end - start:
            return [Token(m[0], start + m.start(), start + m.end(), None) for m in _WORD.finditer(lower)]
        return [  # a letter that has two in lower case
            Token(m[0].lower().replace("’", "'"), m.start(), m.end(), None) for m in _WORD.finditer(text, start, end)
        ]

    def index(self, at: int) -> int:
        """The index of the token at a place of the coded sentence."""
        return bisect_right(self._ats, at) - 1

    def matches(self, row: Matcher) -> list[Match]:
        """The fits of a row of which the sentence has all that it asks for."""
        found = row.find(self.coded)
        return [fit for roles in found if (fit := Match(self, row, roles)).meant()] if found else []

    def places_in(self, first: int, last: int) -> list[tuple[int, str]]:
        """The places named between two tokens, with where they start; what encloses one joins it: "Wuxi, Jiangsu"."""
        span, end = self.span_of(first, last), -1
        text, named = self.document.text, list[tuple[int, str]]()
        for place in self._places:
            if span.start <= place.start and place.end <= span.end:
                words = text[place.start : place.end]
                if named and text[end : place.start].strip() == ",":
                    named[-1] = (named[-1][0], f"{named[-1][1]}, {words}")
                else:
                    named.append((place.start, words))
                end = place.end
        return named

    def place_words(self) -> list[str]:
        """The places named, as written."""
        inside = (p for p in self._places if self.span.start <= p.start and p.end <= self.span.end)
        return [self.document.text[place.start : place.end] for place in inside]

    def owner(self, first: int, last: int, of_name: bool = False) -> str | None:
        """The place whose something is spoken of, and no more than where a name is from: "China's exports"."""
        for i in range(last - 1, first - 1, -1) if self._owned else ():
            token, behind = self.tokens[i], self.tokens[min(i + 1, len(self.tokens) - 1)]
            if not of_name and behind.mention is not None and isinstance(behind.mention.value, Name):
                continue  # "Sweden's Holm AB": it only says where somebody is from
            if token.start in self._owned:
                return self._owned[token.start]
        return None

    def place_at(self, index: int) -> str | None:
        """The place whose name begins at a token."""
        return self._at_place.get(self.tokens[index].start)

    def words(self, start: int, end: int) -> list[Token]:
        """Tokens that are words and name no owner, from one token index to before another."""
        return [token for token in self.tokens[start:end] if token.mention is None and token.start not in self._owned]

    def span_of(self, start: int, end: int) -> Span:
        """The words of the document from one token index to before another (not empty)."""
        return Span(self.document.id, self.tokens[start].start, self.tokens[end - 1].end)


class Rules(Protocol):
    """What a fit asks of the row that it fits."""

    @property
    def row(self) -> Phrasing: ...
    @property
    def weight(self) -> int: ...
    @property
    def needs_figure(self) -> bool: ...
    @property
    def worded(self) -> frozenset[str]: ...
    @property
    def lists(self) -> dict[str, frozenset[str]]: ...
    @property
    def meanings(self) -> dict[str, dict[str, str]]: ...
    @property
    def endings(self) -> dict[str, str]: ...


class Match:
    """Where a phrasing fits: `roles` are token indexes (first, last + 1)."""

    __slots__ = (
        "_lists",
        "_meanings",
        "_places",
        "claims",
        "end",
        "endings",
        "figures",
        "roles",
        "row",
        "sentence",
        "start",
        "weight",
        "worded",
    )

    def __init__(self, sentence: Sentence, matcher: Rules, places: dict[str, tuple[int, int]]) -> None:
        self.sentence, self.row, self._lists = sentence, matcher.row, matcher.lists
        self.weight = matcher.weight + len(places)
        self._meanings, self.figures, self.endings = matcher.meanings, matcher.needs_figure, matcher.endings
        self.roles = {
            role: (sentence.index(start), sentence.index(end - 1) + 1) for role, (start, end) in places.items() if role
        }
        self._places, self.worded = places, matcher.worded
        for role in matcher.worded & self.roles.keys():  # "(Reporting by Lin Dawei)"
            first, last = self.roles[role]
            if last > first + 1 and sentence.tokens[last - 1].text == ")":
                opened = any(token.text == "(" for token in sentence.tokens[first:last])
                self.roles[role] = (first, last if opened else last - 1)
        kept = matcher.worded | SHARED
        self.claims = [place for role, place in self.roles.items() if role not in kept and not self._names(*place)]
        start, end = places[""]
        self.start, self.end = sentence.index(start), sentence.index(end - 1) + 1

    def _names(self, first: int, last: int) -> bool:
        """Is it one name, of which more than one thing may be said?"""
        mention = self.sentence.tokens[first].mention
        return last == first + 1 and mention is not None and isinstance(mention.value, Name)

    def extend(self, role: str, upto: str) -> None:
        """A role whose last word has one of its own: "private-equity firm"."""
        self.roles[role] = (self.roles[role][0], self.roles[upto][1])

    def drop(self, role: str) -> None:
        """A figure plays no part after all, and is there for other fits."""
        self.claims.remove(self.roles.pop(role))

    def listed(self, name: str) -> frozenset[str]:
        """The words that the file of its row lists under a name; none where its language has no such list."""
        return self._lists.get(name, frozenset())

    def mention(self, role: str) -> Mention | None:
        place = self.roles.get(role)
        return None if place is None else self.sentence.tokens[place[0]].mention

    def quantity(self, role: str) -> Quantity | None:
        mention = self.mention(role)
        return mention.value if mention is not None and isinstance(mention.value, Quantity) else None

    def quantities(self, role: str) -> list[Quantity]:
        """Every quantity in a role that stands more than once in its row."""
        inside = self.sentence.tokens[slice(*self.roles.get(role, (0, 0)))]
        values = (token.mention.value for token in inside if token.mention is not None)
        return [value for value in values if isinstance(value, Quantity)]

    def words(self, role: str) -> str | None:
        """The words in a role, as written."""
        place = self.roles.get(role)
        if place is None:
            return None
        span = self.sentence.span_of(*place)
        return " ".join(self.sentence.document.text[span.start : span.end].split())

    def meaning(self, role: str) -> str | None:
        """What the word in a role means, by the table that the phrasing names for it."""
        place, table = self.roles.get(role), self._meanings.get(role)
        if place is None or table is None:
            return None
        start, end = self._places[role]
        if (known := table.get(self.sentence.coded[start:end])) is not None:
            return known  # without spaces a word may stand inside a longer token
        words = self.sentence.span_of(*place)
        return table.get(" ".join(self.sentence.document.text[words.start : words.end].lower().split()))

    def meant(self) -> bool:
        """Has each word that stands in for a meaning one? A direction may be of another verb than the table's.

        A row may also ask with which word its limit begins ("不得超过30%", which is one mention).
        """
        if any(role in self.roles and not self.meaning(role) for role in self._meanings):
            return False
        bound, limit = self.row.gives.get("bound"), self.mention("after")
        if bound and limit is not None and not self.sentence.document.text.startswith(bound, limit.span.start):
            return False
        return all(self.proper(role) for role in self.row.named)

    def proper(self, role: str) -> bool:
        """Does a role hold a proper name: one that is known, or words that all have a capital?"""
        return self.proper_in(*self.roles.get(role, (0, 0)))

    def proper_in(self, first: int, last: int) -> bool:
        words = frame_words(self.sentence.lang)
        while first < last and self.sentence.tokens[first].text in words.address:
            first += 1
        inside = self.sentence.tokens[first:last]
        return bool(inside) and all(
            self._capital(token)
            or (0 < i < len(inside) - 1 and (token.text in _IN_NAME or token.text in words.particles))
            for i, token in enumerate(inside)
        )

    def _capital(self, token: Token) -> bool:
        if token.mention is not None:
            return isinstance(token.mention.value, Name)
        return self.sentence.document.text[token.start].isupper() or (token.text.isdigit() and token.text[0] != "0")

    def names_in(self, role: str) -> bool:
        """Is somebody named in a role, and not only spoken of?"""
        first, last = self.roles.get(role, (0, 0))
        return any(first <= at < last for at, _ in self.sentence.names)

    @property
    def span(self) -> Span:
        return self.sentence.span_of(self.start, self.end)


@cache
def _holding(lang: str, cue: str) -> tuple[str, ...]:
    return tuple(word for word in frame_words(lang).compounds if cue in word)


def _cut(text: str, start: int, end: int, forms: frozenset[str]) -> Iterator[Token]:
    """Words of a script without spaces: at each place the longest form that the lexicon knows, else one character."""
    lengths, words = _lengths(forms), text[start:end].lower()
    if len(words) != end - start:  # a letter that has two in lower case
        words = "".join(char if len(char.lower()) > 1 else char.lower() for char in text[start:end])
    printed, at, size = words.translate(_NARROW), 0, len(words)
    while at < size:
        last = at + 1
        for n in lengths.get(words[at], ()):
            if words[at : at + n] in forms and at + n <= size:
                last = at + n
                break
        if not words[at].isspace():
            yield Token(printed[at:last], start + at, start + last, None)
        at = last


def _present(texts: list[str], coded: str, gap: str) -> list[str]:
    """What rows may ask a sentence for: its tokens, each pair of them, and how those with a hyphen end.

    Without spaces words may stand inside longer tokens, or over two: its characters and each pair of them.
    """
    if not gap:
        return [*texts, *coded, *map("".join, pairwise(coded))]
    ends = [f"-{text.rpartition('-')[2]}" for text in texts if "-" in text]
    return [*texts, *map(" ".join, pairwise(texts)), *ends]


@cache
def _lengths(forms: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """How long the forms are that begin with a character, the longest first."""
    found = defaultdict[str, set[int]](set)
    for form in forms:
        if 1 < len(form) <= LONGEST_WORD:
            found[form[0]].add(len(form))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def _code(mention: Mention, text: str, lang: str) -> str | None:
    value = mention.value
    if isinstance(value, Quantity):
        if numerals.like_a_year(value, text):
            return OTHER
        return CODE["move"] if value.kind == "percent" and value.change else CODE.get(value.kind, OTHER)
    if isinstance(value, Timex):
        if value.kind == "set":
            return OTHER
        return CODE["time" if value.shift is None else "comparative"]
    if isinstance(value, Name):
        pronoun = text[mention.span.start : mention.span.end].lower() in frame_words(lang).own
        return CODE["name"] if value.kind in ("organisation", "person", "instrument") and not pronoun else None
    if isinstance(value, Cue):
        if value.kind == "direction":
            word, words = text[mention.span.start : mention.span.end].lower(), frame_words(lang)
            if word in words.nominal:  # "a contract", and "will contract"
                before = text[max(mention.span.start - 8, 0) : mention.span.start].split()
                return CODE.get(value.sense) if before and before[-1] in words.before_verbs else None
            return None if word in metric_forms(lang) else CODE.get(value.sense)  # "its loss narrowed"
        return CODE["basis"] if value.kind == "basis" else None
    return OTHER
