"""Phrasings: rows that say how a language states a fact, compiled to patterns over the tokens of a sentence.

A row is read like the words it stands for:

    word               itself                          ,            a comma or nothing
    (from|on|over)     one of several words            [by]         may be missing; may hold slots
    {rate:percent}     a mention, under a role         {who:words}  one to eight words with no figure among them
    {what:phrase}      up to 24 tokens of a clause     {who:party}  the same, up to a verb that says, is, has or will
    {all:list}         up to 60, over commas           {how:@verbs} one of the words of the file's [values.verbs]
    {one:word}         one word that is no figure      {seat:-based} one that ends so, and is what stands before that
    $                  here the phrase before it ends: a mark, one of the file's `stops`, or the end
    ^                  here the sentence begins
    *                  up to six words with no figure  ~            the same, without a word that starts a new clause
    <since>            another row of the file's [parts], set in here
    '('                a mark that has a meaning in this syntax

Every token of a sentence is one word, one punctuation mark or one mention; a mention is a single character of a
private alphabet (`SLOTS`), so that a pattern can ask for "a percent" as it asks for a word. A phrase ends before the
words that its file lists under `stops`; where it closes a row it takes all it can get, else as little as it can.
Repeats are bounded and never nested, so matching is linear in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache

from crossfoot.errors import LexiconError
from crossfoot.late import late
from crossfoot.lexicon import Row, in_order, load_if
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.languages import spaced
from crossfoot.lexicon.words import directions, words

# One private character a class of mention. What a slot type admits is a string of them.
_CLASSES = (
    "money", "percent", "percentage-point", "basis-point", "multiple", "fraction", "count", "measure", "duration",
    "ordinal", "number", "move", "time", "comparative", "name", "up", "down", "flat", "basis",
)  # fmt: skip
CODE = {name: chr(0xE000 + i) for i, name in enumerate(_CLASSES)}
MOST_TRIED = 24  # words of a choice that are looked for in their order: to look for all of a long table is dear
PAIR = 2  # characters of a script without spaces, by which words are looked for; else they are by two words
_LATIN = chr(0x2E80)  # before it scripts have spaces
OTHER = chr(0xE0FF)  # a mention of no class that a phrasing asks for


@cache
def _turning(lang: str) -> re.Pattern[str]:
    """Words that say which way a figure goes: near to a figure they stand as mentions, in longer words too ("增持")."""
    flat = [form for row in words(lang).cue if (row.kind, row.sense) == ("direction", "flat") for form in row.forms]
    return re.compile("|".join(sorted(map(re.escape, [*directions(lang), *flat]), key=len, reverse=True)))


def _either(word: re.Match[str]) -> str:
    return f"(?:{word[0]}|[{_TURNS}{CODE['flat']}])"


def _any(*names: str) -> str:
    return "".join(CODE[name] for name in names)


SLOTS = {name: CODE[name] for name in _CLASSES} | {
    "percent": _any("percent", "move"),  # a move is a percent that the words around it make the size of a change
    "amount": _any("money", "count", "measure", "number"),
    "points": _any("percentage-point", "basis-point"),
    "ratio": _any("percent", "move", "fraction"),
    "rate": _any("percent", "move", "percentage-point", "basis-point"),
    "size": _any("money", "count", "measure", "number", "percent", "move", "percentage-point", "basis-point"),
    "level": _any("money", "count", "measure", "number", "percent"),
    "direction": _any("up", "down"),
    "other": OTHER,  # a number that says no figure: 六届 of 第六届
    "then": _any("comparative", "basis"),  # "a year earlier", "year-on-year": a time seen from another
}
_FIGURES = "".join(CODE.values()) + OTHER
_SIZES = frozenset(code for name, code in CODE.items() if _CLASSES.index(name) <= _CLASSES.index("move"))
_TURNS = _any("up", "down")
_TURNED = frozenset(_any("up", "down", "flat"))
_REACH = {"party": 12, "phrase": 24, "list": 60}  # tokens


def gap(lang: str) -> str:
    """What stands behind each token of a coded sentence: where words are spaced, a space and room for a mark."""
    return "  " if spaced(lang) else ""


class Phrasing(Row, frozen=True):
    name: str
    text: str
    holds: tuple[str, ...]
    fails: tuple[str, ...] = ()
    sense: str = ""  # what the phrasing means where a file's rows mean different things
    gives: dict[str, str] = {}  # noqa: RUF012 - fields of the fact that the phrasing itself decides
    named: tuple[str, ...] = ()  # roles in which a proper name stands, known as one or only capitalised


class Phrasings(Row, frozen=True):
    phrasing: tuple[Phrasing, ...]
    parts: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it
    values: dict[str, dict[str, str]] = {}  # noqa: RUF012 - words by what they mean, for the slots that name the table
    lists: dict[str, frozenset[str]] = {}  # noqa: RUF012 - words that the reader of its facts asks for
    stops: tuple[str, ...] = ()  # words, tables ("and @verbs") or mentions ("{ordinal}") over which no phrase runs


class Matcher:
    """One compiled row: `find(coded)` gives the roles of each place where it fits, if `may_fit` is so."""

    __slots__ = (
        "_order", "_pattern", "_said", "_words", "endings", "lists", "meanings", "name", "needs", "needs_figure", "row",
        "stops", "triggers", "weight", "worded",
    )  # fmt: skip

    def __init__(self, row: Phrasing, words: Shared, compiler: _Compiler) -> None:
        needs = [frozenset(classes) for classes in compiler.needs]
        if compiler.end:
            needs += map(_begun, compiler.said)
        # What it needs and what it knows: the more, the more specific. Without spaces a word that a row asks for may
        # stand inside a longer token, so that no look at the tokens tells whether it is there.
        self.weight = len(needs) + len(row.gives) + (0 if compiler.end else len(compiler.said))
        self.row, self.name, self._words = row, row.name, words
        self.lists = words.rows.lists
        self._pattern: re.Pattern[str] | None = None
        # Words that follow each other, and without spaces any, which may stand inside a longer token or over two. One
        # that may stand as a mention proves nothing.
        end = gap(compiler.lang)
        followed = [choice for choice in compiler.said if not end or any(" " in words for words in choice)]
        followed = [choice for choice in followed if end or not compiler.turns(choice)]
        followed += [(ending,) for ending in compiler.ended if end]
        self._said = tuple(tuple("".join(word + end for word in words.split()) for words in c) for c in followed)
        self._order = tuple(
            tuple(choice) if kind else tuple("".join(word + end for word in words.split()) for words in choice)
            for choice, kind in compiler.order
            if len(choice) <= MOST_TRIED and (end or kind or not compiler.turns(choice))
        )
        # Without spaces a sentence has each pair of its characters: the first of each word says soon that none stands,
        # if no mention stands for it.
        turned = [choice for choice in compiler.said if not end and compiler.turns(choice)]
        heads = [frozenset(word[:PAIR] for word in c) for c in self._said if not end]
        heads += [frozenset("".join(words.split())[:PAIR] for words in c) | _TURNED for c in turned]
        signs = [*compiler.marks, *(f"-{ending.rpartition('-')[2]}" for ending in compiler.ended if end)]
        self.needs = (*heads, *needs, *(frozenset((sign,)) for sign in signs))
        self.stops = compiler.stops and bool(end)  # does it ask where the file's stops are marked?
        self.meanings = compiler.meanings  # by role: what each word that may stand in it means
        self.endings = compiler.endings  # by role: what its word ends in
        self.worded = frozenset(compiler.worded)  # roles of words, which claim no figure among them
        self.needs_figure = any(need <= _SIZES for need in needs)
        # Words one of which stands wherever it fits.
        said = frozenset(form.split()[0] if end else form for form in (compiler.said[-1] if compiler.said else ()))
        self.triggers = frozenset(self.endings.values()) or said or (needs[-1] if needs else frozenset[str]())

    def may_fit(self, tokens: frozenset[str]) -> bool:
        """Has a sentence all that the row asks for? Most have not: a figure is missing, or a word."""
        for need in self.needs:  # noqa: SIM110 - a loop, since it is asked so often
            if need.isdisjoint(tokens):
                return False
        return True

    def find(self, coded: str) -> list[dict[str, tuple[int, int]]]:
        """Roles with their place in the coded sentence, for each fit from left to right; "" is the whole fit."""
        for choice in self._said:
            for form in choice:
                if form in coded:
                    break
            else:
                return []
        found = []
        if self._pattern is None:  # only now has a sentence what it needs: all rows are most of a cold start
            if not in_order(coded, self._order):
                return []  # once it is compiled the pattern tells that as soon
            self._pattern = re.compile(_written(self.row, self._words))
        for match in self._pattern.finditer(self._words.marked(coded) if self.stops else coded):
            roles = {"": match.span()}
            for role, text in match.groupdict().items():
                if text is not None:  # `since_2` is the second place in the row where `since` may stand
                    name, _, number = role.rpartition("_")
                    name = name if number.isdigit() else role
                    start, end = match.span(role)
                    first, last = roles.get(name, (start, end))
                    roles[name] = (min(first, start), max(last, end))
            found.append(roles)
        return found


@cache
def _begun(choice: tuple[str, ...]) -> frozenset[str]:
    """What shows that one of some words may stand in a sentence: the first two of each."""
    return frozenset(" ".join(form.split()[:2]) for form in choice)


class Book:
    """Rows filed under a token that they cannot do without, so that a sentence is asked only for those it may fit.

    What rows need is numbered, one bit for each, and a sentence has all that its tokens meet: one look tells whether
    that is all a row needs.
    """

    __slots__ = ("_always", "_heads", "_needs", "_told", "rows")

    def __init__(self, rows: Sequence[Matcher]) -> None:
        self.rows = tuple(rows)
        filed, self._always = dict[str, list[int]](), list[int]()
        bits, meets, self._needs = dict[frozenset[str], int](), dict[str, int](), list[int]()
        for i, row in enumerate(self.rows):
            rarest = min(row.needs, key=_commonness, default=None)
            if rarest is None:
                self._always.append(i)
            for token in rarest or ():
                filed.setdefault(token, []).append(i)
            self._needs.append(0)
            for need in row.needs:
                self._needs[i] |= bits.setdefault(need, 1 << len(bits))
        for need, bit in bits.items():
            for token in need:
                meets[token] = meets.get(token, 0) | bit
        self._told = {token: (met, filed.get(token, ())) for token, met in meets.items()}
        self._heads = frozenset(meets)

    def likely(self, tokens: frozenset[str]) -> list[int]:
        """The indexes of the rows that may fit a sentence of these tokens and pairs of them, in order."""
        found, met, needs = set(self._always), 0, self._needs
        for token in tokens & self._heads:
            meets, filed = self._told[token]
            met |= meets
            found.update(filed)
        return sorted([i for i in found if needs[i] & met == needs[i]])


def _commonness(need: frozenset[str]) -> int:
    """How many sentences are likely to have one of some tokens: short words and figures stand nearly everywhere."""
    return sum(1 if len(token) > 3 else 2 if len(token) == PAIR and token > _LATIN else 8 for token in need)


@cache
def phrasings(fact: str, lang: str) -> tuple[Matcher, ...]:
    """The compiled rows of `lexicon/<lang>/<fact>.toml`; none where the language has no such file yet."""
    name = f"{lang}/{fact}.toml"
    rows = load_if(name, Phrasings)
    if rows is None:
        return ()
    words = Shared(rows, lang, name)
    return tuple(compile_row(row, words) for row in rows.phrasing)


def compile_row(row: Phrasing, words: Shared) -> Matcher:
    """Raises LexiconError naming file, row and what to write instead.

    >>> row = Phrasing("by", "{direction} [by] {rate:percent}", ("up 2%",))
    >>> m = compile_row(row, Shared(Phrasings((row,)), "en", "en/change.toml"))
    >>> tokens = ["sales", CODE["up"], "by", CODE["percent"]]
    >>> m.may_fit(frozenset(tokens)), m.find("  ".join([*tokens, ""]))
    (True, [{'': (7, 17), 'direction': (7, 8), 'rate': (14, 15)}])
    """
    if not row.holds:
        raise LexiconError(
            f"{words.file}: phrasing {row.name!r} has no example: write one under `holds` that it must match"
        )
    compiler = _Compiler(row, words.unwritten)
    compiler.sequence("")
    return Matcher(row, words, compiler)


def _written(row: Phrasing, words: Shared) -> str:
    """The pattern of a row, which begins where a word does."""
    return (r"(?<!\S)" if words.end else "") + _Compiler(row, words).sequence("")


# In a script with spaces a token at which phrases end has one of these behind it, where others have a second space.
_STOPS, _TELLS = "\x1c", "\x1d"


def _stopping(token: re.Match[str]) -> str:
    return token[1] + _STOPS


def _telling(token: re.Match[str]) -> str:
    return token[1] + _TELLS


_ATOM = late(r"\\.|\[[^\]]*\]|.")


def _trie(forms: Sequence[Sequence[str]]) -> list[str]:
    """Some forms as alternatives, in their order; what several begin with is written, and tried, only once.

    >>> "|".join(_trie(["said ", "says ", "told ", "as said "]))
    'sa(?:id |ys )|told |as said '
    """
    heads = dict[str, list[Sequence[str]]]()
    for i, form in enumerate(forms):
        if not form:  # the forms behind it are less wanted
            return [*_headed(heads), "", *_trie(forms[i + 1 :])]
        heads.setdefault(form[0], []).append(form[1:])
    return [*_headed(heads)]


def _headed(heads: dict[str, list[Sequence[str]]]) -> Iterator[str]:
    for head, rests in heads.items():
        ways = _trie(rests)
        yield head + (ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})")


@cache
def _alternatives(forms: tuple[str, ...]) -> str:
    """Rows stop at the same words and take their words from the same tables: each list is made into a pattern once."""
    return "|".join(_trie([*map(_ATOM.findall, forms)]))


class Shared:
    """What the rows of a file share: its tables, and the stops at which its phrases end.

    Most of a row would be the stops of its phrases, tried at each token. Where words are spaced, a sentence is marked
    with them once instead: the token at which a stop begins has a mark behind it, where there was room for it.
    """

    def __init__(self, rows: Phrasings, lang: str, file: str) -> None:
        self.rows, self.lang, self.file = rows, lang, file
        self.end = " ." if gap(lang) else ""  # what a token ends in, marked or not
        self.chosen, self.marked = cache(self._chosen), lru_cache(maxsize=8)(self._marked)
        self.stopped, self.forms = cache(self._stopped), cache(self._forms)

    def _marked(self, coded: str) -> str:
        stop, tell = self._marks
        coded = stop.sub(_stopping, coded) if stop is not None else coded
        return tell.sub(_telling, coded)

    @cached_property
    def _marks(self) -> tuple[re.Pattern[str] | None, re.Pattern[str]]:
        """A token at which a stop begins, and a verb that ends the name of a party."""
        stops = self.ends(self.rows.stops)
        stop, tell = (re.compile(f"(?<!\\S)(?={words})(\\S+ ) ") for words in (stops, self.verbs))
        return stop if stops else None, tell

    @cached_property
    def unwritten(self) -> Unwritten:
        return Unwritten(self.rows, self.lang, self.file)

    @cached_property
    def verbs(self) -> str:
        return f"(?:{self.either(map(self.literal, frame_words(self.lang).verbs))})"

    def _stopped(self, kind: str) -> str:
        """Where words are not spaced: nothing, if a phrase of a kind goes on."""
        stops = self.ends((*self.rows.stops, *(frame_words(self.lang).verbs if kind == "party" else ())))
        return f"(?!{stops})" if stops else ""

    def table(self, name: str) -> dict[str, str]:
        if name not in self.rows.values:
            raise LexiconError(f"{self.file}: no table [values.{name}] in this file for the slot @{name}")
        return self.rows.values[name]

    def _forms(self, name: str) -> tuple[str, ...]:
        """The words of a table; one that may say which way a figure goes stands in a sentence as a mention."""
        known = self.table(name)
        return (*known, *_TURNS) if directions(self.lang).keys() & known else tuple(known)

    def _chosen(self, table: str) -> str:
        """The words of a table, longer ones first, so that none hides another that it begins."""
        return f"(?:{self.either(map(self.literal, sorted(self.forms(table), key=len, reverse=True)))})"

    def either(self, forms: Iterable[str]) -> str:
        return _alternatives(tuple(forms)) if self.end else "|".join(forms)

    def ends(self, stops: Sequence[str]) -> str:
        """ "and @verbs", "and {ordinal}": words, tables and mentions that end a phrase.

        A table that several stops end in is written once, which compiles several times as fast.
        """
        plain, before = list[str](), dict[str, list[str]]()
        for stop in stops:
            head, _, last = stop.rpartition(" ")
            if last[0] != "@":
                plain.append(self.stop(stop))
            elif head:
                before.setdefault(last[1:], []).append(self.stop(head))
            else:
                plain += map(self.literal, self.forms(last[1:]))
        tables = (f"(?:{self.either(heads)}){self.chosen(name)}" for name, heads in before.items())
        return "|".join([*([self.either(dict.fromkeys(plain))] if plain else ()), *tables])

    def stop(self, words: str) -> str:
        return "".join(
            f"[{SLOTS[word[1:-1]]}]{self.end}" if word[0] == "{" else self.literal(word) for word in words.split()
        )

    def literal(self, words: str) -> str:
        if self.end:
            return "".join(re.escape(word) + self.end for word in words.split())
        return "".join(_turning(self.lang).sub(_either, re.escape(word)) for word in words.split())


class Unwritten(Shared):
    """Reads a row for what it needs, and writes no pattern: that is asked of each sentence, its pattern of few."""

    verbs = ""

    def either(self, forms: Iterable[str]) -> str:
        return ""

    def literal(self, words: str) -> str:
        return ""


class _Compiler:
    """Turns the text of one row into a regular expression; `needs` are the figures it cannot do without."""

    _TOKEN = late(r"\s*('[^']*'|\{[^}]*\}|\([^()]*\)|[\[\]*~,$^]|[^\s\[\]{}()*~,$^]+)")

    def __init__(self, row: Phrasing, words: Shared) -> None:
        text, where = row.text, f"{words.file}: phrasing {row.name!r}"
        for part, body in words.rows.parts.items():
            text = text.replace(f"<{part}>", body)
        self.tokens = self._TOKEN.findall(text)
        if len("".join(self.tokens).replace(" ", "")) != len("".join(text.split())):
            raise LexiconError(f"{where}: cannot read {text!r}: check the brackets")
        self.at, self.end, self.where, self.words, self.lang = 0, words.end, where, words, words.lang
        self.stops = False  # has it phrases, which the file's stops end?
        self.depth, self.needs, self.roles = 0, list[str](), dict[str, int]()
        self.said = list[tuple[str, ...]]()  # words one of which must stand in the sentence
        self.order = list[tuple[tuple[str, ...], bool]]()  # all of that as it stands in the row; is it a mention?
        self.marks, self.ended = list[str](), list[str]()  # and signs and ends of words that all must
        self.closing = ""  # what kind of phrase was read last
        self.meanings, self.worded, self.endings = dict[str, dict[str, str]](), set[str](), dict[str, str]()

    def sequence(self, until: str) -> str:
        out = []
        while self.at < len(self.tokens) and self.tokens[self.at] != until:
            out.append(self.one())
        if until and self.at == len(self.tokens):
            raise LexiconError(f"{self.where}: a {until!r} is missing")
        return "".join(out)

    def one(self) -> str:
        token = self.tokens[self.at]
        self.at += 1
        if token == "[":  # noqa: S105 - a bracket, no password
            self.depth += 1
            inside = self.sequence("]")
            self.at, self.depth = self.at + 1, self.depth - 1
            return f"(?:{inside})?"
        if token == "]":  # noqa: S105
            raise LexiconError(f"{self.where}: ']' without '['")
        if token == "*":  # noqa: S105
            return self.any_words(0, 6) + "?"
        if token == "~":  # noqa: S105
            return self.any_words(0, 6, plain=True) + "?"
        if token == "$":  # noqa: S105
            # A list runs over commas: it ends at one only before a verb.
            comma = f"(?=, .(?:{self.words.verbs}))|" if self.closing == "list" and self.end else ""
            marks = "" if self.closing == "list" else ",，()（）"
            stops = rf"(?=\S+ {_STOPS})" if self.end else self.words.ends(self.words.rows.stops)
            self.stops = True
            return f"(?:{comma}(?=[.;:。；：{marks}]|${stops and '|' + stops}))"
        if token == "^":  # noqa: S105
            return r"\A"
        if token == ",":  # noqa: S105
            return f"(?:[,，]{self.end})?"
        if token[0] == "'" and len(token) > 1 and token != "'s":  # noqa: S105
            self.marks += [] if self.depth or len(token) > len("'_'") else [token[1:-1]]
            self.order += [] if self.depth else [((token[1:-1],), False)]
            return self.words.literal(token[1:-1])
        if token[0] == "{":
            return self.slot(token[1:-1])
        if token[0] == "(":
            return f"(?:{self.words.either(map(self.words.literal, self.needed(token[1:-1].split('|'))))})"
        return self.words.literal(self.needed([token])[0])

    def phrase(self, kind: str) -> str:
        """Tokens of any kind up to a mark or word that ends the clause; `list` runs over commas."""
        least, most = 1, _REACH[kind] * (1 if self.end else 3)
        marks = "" if kind == "list" else ",，()（）"
        one, self.stops = f"[^\\s.;:。；：{marks}]", True
        if self.end:
            return f"(?:{one}\\S* [^{_STOPS}{_TELLS if kind == 'party' else ''}]){{{least},{most}}}"
        return f"(?:{self.words.stopped(kind)}{one}){{{least},{most}}}"

    def needed(self, words: Sequence[str]) -> Sequence[str]:
        if not self.depth:
            self.said.append(tuple(words))
            self.order.append((tuple(words), False))
        return words

    def turns(self, words: tuple[str, ...]) -> bool:
        return any(_turning(self.lang).search(word) for word in words)

    def any_words(self, least: int, most: int, plain: bool = False) -> str:
        if not self.end:
            return f"[^\\s,.;:，。；：{_FIGURES}]{{{least},{3 * most}}}"
        stop = "(?!(?:and|or|but|while|whereas|which|to|from|as|compared|against|versus|vs) )" if plain else ""
        # A figure is a token of its own, so looking at the first character is enough; and a class of ASCII beside one
        # of two ranges compiles four times as fast as one class of all, a fifth of a cold start.
        return f"(?:{stop}(?![\u3000-\u303f\ue000-\uff1f])[^\\s,.;:]+ .){{{least},{most}}}"

    def slot(self, inside: str) -> str:
        role, _, kinds = inside.partition(":")
        kinds = kinds or role
        # A role may stand twice in a row (as alternatives, or from the one to the other); a group may be named once.
        n = self.roles[role] = self.roles.get(role, 0) + 1
        group = role if n == 1 else f"{role}_{n}"
        if kinds in ("words", "word"):
            return (
                f"(?P<{group}>{self.any_words(1, 8)}?)" if kinds == "words" else f"(?P<{group}>{self.any_words(1, 1)})"
            )
        if kinds[0] == "-":
            self.endings[role] = kinds
            self.ended += [] if self.depth else [kinds]
            self.order += [] if self.depth else [((kinds,), False)]
            return f"(?P<{group}>(?![{CODE['money']}-{OTHER}])[^\\s,]+{re.escape(kinds)}{self.end})"
        if kinds in _REACH or kinds[0] == "@":
            self.worded.add(role)
        if kinds in _REACH:
            self.closing = kinds
            last = all(token == "]" for token in self.tokens[self.at :])  # noqa: S105
            # Behind a party may stand what it is called for short: "Marlow Steel (the "Seller")".
            short = "(?:\\( .[^()]{1,72}\\) .)?" if kinds == "party" and self.end and not last else ""
            return f"(?P<{group}>{self.phrase(kinds)}{'' if last else '?'}){short}"
        if kinds[0] == "@":
            self.meanings[role] = self.words.table(kinds[1:])
            self.needed(self.words.forms(kinds[1:]))
            return f"(?P<{group}>{self.words.chosen(kinds[1:])})"
        unknown = [kind for kind in kinds.split("|") if kind not in SLOTS]
        if unknown:
            known = ", ".join([*SLOTS, "words", "word", *_REACH])
            raise LexiconError(f"{self.where}: no slot type {unknown[0]!r}; write one of {known}")
        classes = "".join(SLOTS[kind] for kind in kinds.split("|"))
        if not self.depth:
            self.needs.append(classes)
            self.order.append((tuple(classes), True))
        return f"(?P<{group}>[{classes}]){self.end}"
