"""Texts in; the names that they use for companies, places and products out, each in one form.

A name that one of them has is a name wherever it stands in another: 朔望 of 朔望汽车, "Sarovian" of Sarovia.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence

from crossfoot.late import late
from crossfoot.lexicon.glossary import thing
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.sounds import Sounds
from crossfoot.model import Name, Report

TOKEN = late(r"[A-Za-z][A-Za-z0-9'’-]+|[\u4e00-\u9fff]+")
INNER = late(r"(?<=[a-z,;] )[A-Z][A-Za-z'’-]+")  # with a capital though no sentence begins there
SHORTEST = 2  # characters of a Chinese name
STEM = 6  # letters that two forms of a word share: "export", "exports"
ENDINGS = ("n", "ns", "an", "ans", "ian", "ians", "ese", "ish")

Term = tuple[str, Hashable]  # ("word" | "name" | "thing" | "period" | "amount", what)
Terms = frozenset[Term]
NONE: Terms = frozenset()
GUESSED = frozenset({"coined"})  # rules of names that nothing but their own characters gives away


class Called:
    """What the texts call by name: a name that one of them has is a name wherever it stands in another."""

    def __init__(self, reports: Sequence[Report]) -> None:
        han, latin, spoken, rules = set[str](), set[str](), dict[str, int](), dict[str, set[str]]()
        self.across = len({report.document.lang for report in reports}) > 1
        for report in reports:
            text = report.document.text
            for mention in report.found.mentions:
                if isinstance(mention.value, Name) and mention.rule != "anaphor":
                    name = text[mention.span.start : mention.span.end]
                    (latin if name.isascii() else han).add(name)
                    spoken[name] = id(report)
                    rules.setdefault(name, set()).add(mention.rule)
            latin.update(match.group() for match in INNER.finditer(text))
        self.words = {plain_form(word) for name in latin for word in TOKEN.findall(name)}
        self.short = {word: base for word in self.words for base in _bases(word) if base in self.words}
        self._of = dict[tuple[int, str], Terms]()
        self.entities = {plain_form(word) for name in spoken if name.isascii() for word in TOKEN.findall(name)}
        plain = {name: where for name, where in spoken.items() if not any(n in name for n in han if n != name)}
        han |= _shortened(plain, [report.document.text for report in reports])
        heard = self._heard([report.document.text for report in reports if report.document.lang == "zh"])
        han |= heard.keys()
        longest = sorted((name for name in han if len(name) >= SHORTEST), key=len, reverse=True)
        self.han = late("|".join(map(re.escape, longest))) if longest else None
        inside = {name: next((n for n in reversed(longest) if n in name), name) for name in han}
        self.inside = {name: heard.get(short, short) for name, short in inside.items()}
        guessed = {self.inside.get(name, name) for name, by in rules.items() if by <= GUESSED}
        self.unsure = frozenset(("name", name) for name in (*heard.values(), *guessed))  # that only sound alike, too
        self.entities |= {self.inside[name] for name in spoken if name in self.inside}

    def _heard(self, texts: Sequence[str]) -> dict[str, str]:
        """What names in Latin letters are called in Chinese, as far as they sound alike: 凌川 of Lingchuan."""
        latin = Sounds(word for word in self.words if self.thing(word) is None and word not in metric_forms("en"))
        return {text[start:end]: name for text in texts for start, end, name in latin.find(text)}

    def thing(self, word: str) -> str | None:
        return thing(word, self.across)

    def common(self, word: str) -> bool:
        """Is it no name, though it has capitals: a thing, what is measured, or its initials ("EBITDA")?"""
        plain = plain_form(word)
        return bool(self.thing(word)) or plain in metric_forms("en") or (word.isupper() and plain not in self.entities)

    def of(self, report: Report, entity: str) -> Terms:
        """The names by which a document calls one."""
        key = id(report), entity
        if key not in self._of:
            text = report.document.text
            called = {
                text[m.span.start : m.span.end]
                for m in report.found.mentions
                if isinstance(m.value, Name) and m.value.entity == entity and m.rule != "anaphor"
            }
            latin = {plain_form(word) for name in called if name.isascii() for word in TOKEN.findall(name)}
            han = {self.inside.get(name, name) for name in called if not name.isascii()}
            self._of[key] = frozenset(("name", word) for word in (latin & self.words) | han if self.thing(word) is None)
        return self._of[key]


def _bases(word: str) -> Iterator[str]:
    """The names that a word may say something is of: "Sarovian" of Sarovia, "Norvanians" of Norvania."""
    for end in ENDINGS:
        if word.endswith(end) and len(word) - len(end) >= STEM - 1:
            yield word.removesuffix(end)
            yield f"{word.removesuffix(end)}a"


def _shortened(spoken: Mapping[str, object], texts: Sequence[str]) -> set[str]:
    """What Chinese names are called for short somewhere, each with its text, if no other there begins like that.

    >>> _shortened({"朔望汽车": 1, "乔木汽车": 1}, ["朔望环比上升7.5%"])
    {'朔望'}
    >>> _shortened({"朔望汽车": 1, "朔望银行": 1}, ["朔望环比上升7.5%"])
    set()
    """
    begun = Counter((name[:n], where) for name, where in spoken.items() for n in (SHORTEST, SHORTEST + 1))
    rest = {  # short form -> what goes on
        name[:n]: name[n]
        for name, where in spoken.items()
        for n in (SHORTEST + 1, SHORTEST)
        if n < len(name) - 1 and begun[name[:n], where] == 1 and thing(name[:n]) is None and not name[0].isascii()
    }
    if not rest:
        return set()
    pattern = re.compile("|".join(map(re.escape, sorted(rest, key=len))))
    return {
        m.group() for text in texts for m in pattern.finditer(text) if text[m.end() : m.end() + 1] != rest[m.group()]
    }


def plain_form(word: str) -> str:
    """In small letters, and of nobody."""
    return word.lower().removesuffix("'s").removesuffix("’s")
