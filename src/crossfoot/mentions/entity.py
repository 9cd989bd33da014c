"""Candidates come in; out go those that are names, with their entity: full names, short forms, acronyms, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.mentions.name_frames import doubtful, frame
from crossfoot.mentions.name_latin import COMMON, LEGAL, LINK, NATIONALITY, NEVER, START, WEAK, Candidate, words

_DROPPED = str.maketrans("", "", ".,'\"()")
_LOWER = re.compile(r"[a-z]{3,}")
_LISTED = re.compile(r" ?,(?: and| or)? | (?:and|or|&) ")
_INTRODUCED = re.compile(
    r"(?:include|includes|including|such as|companies|firms|banks|by|between|with|of|with) (?:the )?$"
)


def fold(text: str) -> str:
    """Letters only, lower case, single spaces: "Dun and Bradstreet Corp." and "DUN AND BRADSTREET CORP" agree."""
    folded = " ".join(text.lower().translate(_DROPPED).replace("/", " ").split())
    return folded.removeprefix("the ")


def key_of(text: str) -> str:
    """The id of an entity: its name, folded, without its legal form.

    >>> key_of("Geely Automobile Holdings Ltd"), key_of("The Boeing Co."), key_of("洛阳钼业")
    ('geely-automobile', 'boeing', '洛阳钼业')
    """
    parts = fold(text).split()
    flags = words().flags
    while len(parts) > 1 and flags.get(parts[-1], 0) & (LEGAL | WEAK):
        parts.pop()
    while len(parts) > 1 and flags.get(parts[-1], 0) & LINK:
        parts.pop()
    return "-".join(parts)


class Registry:
    """Who has been named in the document so far, and by which forms."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.names: dict[str, set[str]] = {}
        self.forms: dict[str, list[tuple[int, str]]] = {}

    def add(self, c: Candidate, kind: str) -> str:
        key = key_of(c.text)
        if key not in self.kinds:
            self.kinds[key] = kind
            self.names[key] = set()
            for form in _forms(c.text, kind):
                self.forms.setdefault(form, []).append((c.start, key))
        elif self.kinds[key] == "organisation" != kind:
            pass
        self.names[key].add(c.text)
        self.forms.setdefault(fold(c.text), []).insert(0, (c.start, key))
        return key

    def alias(self, c: Candidate, key: str) -> None:
        self.names[key].add(c.text)
        form = fold(c.text)
        if (c.start, key) not in self.forms.setdefault(form, []):
            self.forms[form].insert(0, (c.start, key))

    def who(self, text: str, at: int) -> str | None:
        """The entity that a form stands for at this place: the nearest one named before, else the first one after."""
        known = self.forms.get(fold(text))
        if not known:
            return None
        before = [entry for entry in known if entry[0] <= at]
        return max(before)[1] if before else min(known)[1]


def _forms(text: str, kind: str) -> Iterator[str]:
    """Short forms under which a full name may come back."""
    parts = fold(text).split()
    flags = words().flags
    if kind == "person":
        if len(parts) > 1:
            yield parts[-1]
            yield " ".join(parts[-2:])
        return
    if kind != "organisation":
        return
    stem = list(parts)
    while len(stem) > 1 and flags.get(stem[-1], 0) & (LEGAL | WEAK | LINK):
        stem.pop()
    for size in range(len(stem), 0, -1):
        flag = flags.get(stem[size - 1], 0)
        if flag & LINK:
            continue
        short = " ".join(stem[:size])
        if size == 1 and (flag & (START | NEVER | NATIONALITY) or short in _places() or len(short) < 2):
            continue
        yield short
    for with_links in (False, True):
        initials = "".join(p[0] for p in stem if with_links or not flags.get(p, 0) & LINK)
        if 2 <= len(initials) <= 7:
            yield initials
    initials = "".join(p[0] for p in parts if not flags.get(p, 0) & LINK)
    if 3 <= len(initials) <= 7:
        yield initials


def _places() -> frozenset[str]:
    return words().folded_places


def resolve(text: str, found: list[Candidate]) -> tuple[list[tuple[Candidate, str]], Registry]:
    """Candidates that are names, each with the id of its entity."""
    registry = Registry()
    keys: dict[int, str] = {}
    lower_words = frozenset(_LOWER.findall(text))
    for i, c in enumerate(found):
        if c.kind is not None and c.rule != "standing":
            keys[i] = registry.add(c, c.kind)
    open_ = [i for i in range(len(found)) if i not in keys]
    open_ = _aliases(text, found, open_, keys, registry)
    for i in open_:
        if found[i].kind is not None:
            keys[i] = registry.add(found[i], "organisation")
    open_ = [i for i in open_ if i not in keys]
    for i in open_:
        c = found[i]
        c.evidence = frame(text, c)
        if not c.evidence:
            continue
        kind, _, rule = c.evidence.partition("/")
        if rule not in ("ticker", "brackets") and doubtful(c, lower_words):
            continue
        c.kind, c.rule = kind, rule
        keys[i] = registry.add(c, kind)
    open_ = _aliases(text, found, [i for i in open_ if i not in keys], keys, registry)
    _lists(text, found, keys, registry, lower_words)
    open_ = _aliases(text, found, [i for i in open_ if i not in keys], keys, registry)
    return [(found[i], keys[i]) for i in sorted(keys)], registry


def _aliases(
    text: str, found: list[Candidate], open_: list[int], keys: dict[int, str], registry: Registry
) -> list[int]:
    """Bare candidates that are forms of a known name; returns those that are not."""
    left = []
    flags = words().flags
    for i in open_:
        c = found[i]
        who = _defined(text, found, i, keys, registry) or registry.who(c.text, c.start)
        if who is None and not c.shouted and c.initial and " " in c.text:
            first, _, rest = c.text.partition(" ")
            if flags.get(first.lower(), 0) & COMMON and registry.who(rest, c.start):
                c.start += len(first) + 1
                c.text = rest
                who = registry.who(rest, c.start)
        if who is not None and c.initial and " " not in c.text and flags.get(c.text.lower(), 0) & COMMON:
            evidence = frame(text, c)
            if not evidence:
                who = None
        if who is None:
            left.append(i)
            continue
        c.kind, c.rule = registry.kinds[who], "alias"
        registry.alias(c, who)
        keys[i] = who
    return left


def _defined(text: str, found: list[Candidate], i: int, keys: dict[int, str], registry: Registry) -> str | None:
    """ "(MIIT)" or ("Huajin") right behind a full name."""
    c = found[i]
    opening = re.search(r" ?>? ?\((?:the |hereafter |\"|“| )*$", text[max(0, c.start - 14) : c.start])
    if not opening or i == 0 or i - 1 not in keys:
        return None
    earlier = found[i - 1]
    if earlier.kind != "organisation" or earlier.end + len(opening[0]) != c.start:
        return None
    letters = "".join(ch for ch in c.text if ch.isupper()).lower()
    quoted = any(mark in opening[0] for mark in '"“')
    if (
        quoted
        or letters in set(_forms(earlier.text, "organisation"))
        or (len(letters) > 1 and fold(earlier.text).startswith(fold(c.text)))
    ):
        return keys[i - 1]
    return None


def _lists(
    text: str, found: list[Candidate], keys: dict[int, str], registry: Registry, lower_words: frozenset[str]
) -> None:
    """A bare name in a list beside organisations is one too."""
    i = 0
    while i < len(found):
        j = i
        while j + 1 < len(found) and _LISTED.fullmatch(text, found[j].end, found[j + 1].start):
            j += 1
        group = range(i, j + 1)
        if len(group) > 2:
            sure = [k for k in group if found[k].kind == "organisation"]
            others = [k for k in group if found[k].kind in ("place", "person")]
            if sure and not others:
                for k in group:
                    if k not in keys and not found[k].shouted and not doubtful(found[k], lower_words):
                        found[k].kind, found[k].rule = "organisation", "list"
                        keys[k] = registry.add(found[k], "organisation")
        i = j + 1
