"""Phrasings: rows that say how a language states a fact, compiled to patterns over the tokens of a sentence.

A row is read like the words it stands for:

    word               itself                          ,            a comma or nothing
    (from|on|over)     one of several words            [by]         may be missing; may hold slots
    {rate:percent}     a mention, under a role         {who:words}  one to eight words with no figure among them
    *                  up to six words with no figure  ~            the same, without a word that starts a new clause
    <since>            another row of the file's [parts], set in here
    '('                a mark that has a meaning in this syntax

Every token of a sentence is one word, one punctuation mark or one mention; a mention is a single character of a
private alphabet (`SLOTS`), so that a pattern can ask for "a percent" as it asks for a word. Repeats are bounded and
never nested, so matching is linear in the sentence.
"""

from __future__ import annotations

import re
from functools import cache

from crossfoot.errors import LexiconError
from crossfoot.lexicon import Row, load

# One private character a class of mention. What a slot type admits is a string of them.
_CLASSES = (
    "money", "percent", "percentage-point", "basis-point", "multiple", "fraction", "count", "measure", "duration",
    "ordinal", "number", "move", "time", "comparative", "name", "up", "down", "flat", "basis",
)  # fmt: skip
CODE = {name: chr(0xE000 + i) for i, name in enumerate(_CLASSES)}
OTHER = chr(0xE0FF)  # a mention of no class that a phrasing asks for


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
    "then": _any("comparative", "basis"),  # "a year earlier", "year-on-year": a time seen from another
}
_PLAIN = {code: name for name, code in CODE.items()}
_FIGURES = "".join(CODE.values()) + OTHER
_SPACED = {"en": True, "zh": False}


class Phrasing(Row, frozen=True):
    name: str
    text: str
    holds: tuple[str, ...]
    fails: tuple[str, ...] = ()
    sense: str = ""  # what the phrasing means where a file's rows mean different things


class Phrasings(Row, frozen=True):
    phrasing: tuple[Phrasing, ...]
    parts: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it


class Matcher:
    """One compiled row: `find(coded, tokens)` gives the roles of each place where it fits."""

    __slots__ = ("_needs", "_text", "name", "needs_figure", "row", "triggers", "weight")

    def __init__(self, row: Phrasing, text: str, needs: tuple[frozenset[str], ...]) -> None:
        self.weight = len(needs)  # what it cannot do without: the more, the more specific
        self.row, self.name, self._text, self._needs = row, row.name, text, needs
        self.needs_figure = any(need <= _PLAIN.keys() for need in needs)
        self.triggers = needs[-1] if needs else frozenset[str]()  # words one of which stands wherever it fits

    def find(self, coded: str, tokens: frozenset[str]) -> list[dict[str, tuple[int, int]]]:
        """Roles with their place in the coded sentence, for each fit from left to right; "" is the whole fit."""
        for need in self._needs:  # most rows ask for a figure or a word that most sentences do not have
            if need.isdisjoint(tokens):
                return []
        found = []
        for match in _pattern(self._text).finditer(coded):
            roles = {"": match.span()}
            for role, text in match.groupdict().items():
                if text is not None:  # `since_2` is the second place in the row where `since` may stand
                    name, _, number = role.rpartition("_")
                    roles.setdefault(name if number.isdigit() else role, match.span(role))
            found.append(roles)
        return found


@cache
def phrasings(fact: str, lang: str) -> tuple[Matcher, ...]:
    """The compiled rows of `lexicon/<lang>/<fact>.toml`; none where the language has no such file yet."""
    name = f"{lang}/{fact}.toml"
    try:
        rows = load(name, Phrasings)
    except FileNotFoundError:
        return ()
    return tuple(compile_row(row, rows.parts, lang, name) for row in rows.phrasing)


def compile_row(row: Phrasing, parts: dict[str, str], lang: str, file: str) -> Matcher:
    """Raises LexiconError naming file, row and what to write instead.

    >>> m = compile_row(Phrasing("by", "{direction} [by] {rate:percent}", ("up 2%",)), {}, "en", "en/change.toml")
    >>> tokens = ["sales", CODE["up"], "by", CODE["percent"]]
    >>> m.find(" ".join([*tokens, ""]), frozenset(tokens))
    [{'': (6, 13), 'direction': (6, 7), 'rate': (11, 12)}]
    """
    if not row.holds:
        raise LexiconError(f"{file}: phrasing {row.name!r} has no example: write one under `holds` that it must match")
    text = row.text
    for part, body in parts.items():
        text = text.replace(f"<{part}>", body)
    compiler = _Compiler(text, _SPACED[lang], f"{file}: phrasing {row.name!r}")
    pattern = compiler.sequence("")
    needs = [frozenset(classes) for classes in compiler.needs]
    if compiler.end:  # without spaces a word may stand inside a longer token
        needs += [frozenset(word.split()[0] for word in words) for words in compiler.said]
    return Matcher(row, pattern, tuple(needs))


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Compiled when a sentence first has what the row needs: all rows together take a third of a cold start."""
    return re.compile(text)


class _Compiler:
    """Turns the text of one row into a regular expression; `needs` are the figures it cannot do without."""

    _TOKEN = re.compile(r"\s*('[^']*'|\{[^}]*\}|\([^()]*\)|[\[\]*~,]|[^\s\[\]{}()*~,]+)")

    def __init__(self, text: str, spaced: bool, where: str) -> None:
        self.tokens = self._TOKEN.findall(text)
        if len("".join(self.tokens).replace(" ", "")) != len("".join(text.split())):
            raise LexiconError(f"{where}: cannot read {text!r}: check the brackets")
        self.at, self.end, self.where = 0, " " if spaced else "", where
        self.depth, self.needs, self.roles = 0, list[str](), dict[str, int]()
        self.said = list[tuple[str, ...]]()  # words one of which must stand in the sentence

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
            return self.words(0, 6) + "?"
        if token == "~":  # noqa: S105
            return self.words(0, 6, plain=True) + "?"
        if token == ",":  # noqa: S105
            return f"(?:[,，]{self.end})?"
        if token[0] == "'" and len(token) > 1 and token != "'s":  # noqa: S105
            return self.literal(token[1:-1])
        if token[0] == "{":
            return self.slot(token[1:-1])
        if token[0] == "(":
            return "(?:" + "|".join(self.literal(words) for words in self.needed(token[1:-1].split("|"))) + ")"
        return self.literal(self.needed([token])[0])

    def needed(self, words: list[str]) -> list[str]:
        if not self.depth:
            self.said.append(tuple(words))
        return words

    def literal(self, words: str) -> str:
        return "".join(re.escape(word) + self.end for word in words.split())

    def words(self, least: int, most: int, plain: bool = False) -> str:
        if not self.end:
            return f"[^\\s,.;:，。；：{_FIGURES}]{{{least},{3 * most}}}"
        stop = "(?!(?:and|or|but|while|whereas|which|to|from|as|compared|against|versus|vs) )" if plain else ""
        # A figure is a token of its own, so looking at the first character is enough; and a class of ASCII beside one
        # of two ranges compiles four times as fast as one class of all, a fifth of a cold start.
        return f"(?:{stop}(?![\u3000-\u303f\ue000-\uff1f])[^\\s,.;:]+ ){{{least},{most}}}"

    def slot(self, inside: str) -> str:
        role, _, kinds = inside.partition(":")
        kinds = kinds or role
        # A role may stand twice in a row (in two alternatives); a pattern may name a group only once.
        n = self.roles[role] = self.roles.get(role, 0) + 1
        group = role if n == 1 else f"{role}_{n}"
        if kinds == "words":
            return f"(?P<{group}>{self.words(1, 8)}?)"
        unknown = [kind for kind in kinds.split("|") if kind not in SLOTS]
        if unknown:
            known = ", ".join([*SLOTS, "words"])
            raise LexiconError(f"{self.where}: no slot type {unknown[0]!r}; write one of {known}")
        classes = "".join(SLOTS[kind] for kind in kinds.split("|"))
        if not self.depth:
            self.needs.append(classes)
        return f"(?P<{group}>[{classes}]){self.end}"
