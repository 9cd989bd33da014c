"""Candidates come in; out go those that are names, each with its entity: full names, short forms, acronyms, lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from crossfoot.late import late
from crossfoot.mentions.name_frames import doubtful, frame
from crossfoot.mentions.name_han_forms import contracted, stem_of, unformed
from crossfoot.mentions.name_latin import Candidate
from crossfoot.mentions.name_proper import proper, titled
from crossfoot.mentions.name_words import COMMON, HEAD, LEGAL, LINK, LINKS, NATIONALITY, NEVER, START, WEAK, words

_DROPPED = str.maketrans("/", " ", ".,'\"()")
_WORD = late(r"\S+")
_LISTED = late(r" ?,(?: and| or)? | (?:and|or|&) |、|和|与|及")
_FIGURED = late(  # "Telvana €71.5 million, Orbis Mobile €68.7 million and Fjordcom €46 million"
    r",?(?: [a-z]{2,12}){0,2} (?:[A-Z]{0,3}[$€£¥]|[A-Z]{3} )?\d[\d.,]{0,12}(?: ?%| ?[a-z]{1,12}){0,3}"
    r"(?: \([^()]{1,40}\))?(?:[,;]| and|, and|,? while) "
)
_UNIT = late(r"[$€£¥%]|\d ?(?!and\b)[a-z]{2,}")
_UNSURE = "standing defined ticker colon verb short list alias credit"
_LATER = frozenset(_UNSURE.split())  # found by what stands around: who it is, a fuller name may say
_EMPTY = START | NEVER | NATIONALITY | HEAD
_FORMER = late("原|前身|曾用|前称|旧称")  # a name of old is still another name
_JOINTS = (frozenset[str](), frozenset(LINKS.split()), frozenset({"of", "for"}))  # which give a letter too
_NEAR = 24  # names back that "the Bank" may point to
_MOST_FIRMS = 200  # names of a document in which a short form is looked for
_MOST = 8  # entities that one short form is remembered for
_LONGEST = 6  # words of a name in a headline


def fold(text: str) -> str:
    """Letters only, lower case, single spaces: "Dun and Bradstreet Corp." and "DUN AND BRADSTREET CORP" agree."""
    if text.isalpha():
        return text.lower()
    folded = text.lower().translate(_DROPPED)
    if "  " in folded or folded[:1] == " " or folded[-1:] == " ":
        folded = " ".join(folded.split())
    return folded.removeprefix("the ")


def key_of(text: str) -> str:
    """The id of an entity: its name, folded, without its legal form.

    >>> key_of("Geely Automobile Holdings Ltd"), key_of("The Boeing Co."), key_of("洛阳钼业")
    ('geely-automobile', 'boeing', '洛阳钼业')
    """
    return _key(fold(text)) or text


def _key(folded: str) -> str:
    return "-".join(_stem((folded if folded.isascii() else unformed(folded)).split()))


def _stem(listed: list[str]) -> list[str]:
    flags = words().flags
    while len(listed) > 1 and flags.get(listed[-1], 0) & (LEGAL | WEAK | LINK):
        listed = listed[:-1]
    return listed


class Registry:
    """Who has been named in the document so far, and by which forms."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.names: dict[str, set[str]] = {}
        self.forms: dict[str, list[tuple[int, str]]] = {}

    def add(self, c: Candidate, kind: str) -> str:
        c.folded = c.folded or fold(c.text)
        key = _key(c.folded) or c.text
        if key not in self.kinds:
            self.kinds[key], self.names[key] = kind, set()
            for form in _forms(c.folded, kind):
                self._form(form, c.start, key)
        return self.also(c, key)

    def also(self, c: Candidate, key: str) -> str:
        """Another mention of a known entity."""
        if c.text not in self.names[key]:
            self.names[key].add(c.text)
            self._form(c.folded or fold(c.text), c.start, key)
        return key

    def _form(self, form: str, start: int, key: str) -> None:
        known = self.forms.setdefault(form, [])
        if len(known) < _MOST:
            known.append((start, key))

    def who(self, folded: str, at: int) -> str | None:
        """The entity that a form stands for at this place: the nearest one named before, else the first one after."""
        known = self.forms.get(folded)
        if not known:
            return None
        if len(known) == 1:
            return known[0][1]
        before = [entry for entry in known if entry[0] <= at]
        return max(before)[1] if before else min(known)[1]


def _forms(folded: str, kind: str) -> Iterator[str]:
    """Short forms under which a full name may come back."""
    listed = folded.split()
    if kind == "person":
        if len(listed) > 1:
            yield listed[-1]
            yield listed[-1].rsplit("al-", 1)[-1]
            yield " ".join(listed[-2:])
            if "-" in listed[1] and not listed[1].startswith("al-"):  # "Chang Chi-Cheng" is Mr Chang
                yield listed[0]
    elif kind == "organisation" and len(listed) > 1:
        flags = words().flags
        stem = _stem(listed)
        yield " ".join(stem)
        if len(stem) > 1 and stem[0] in words().folded_places and not flags.get(stem[1], 0) & (COMMON | _EMPTY):
            yield " ".join(stem[1:])  # "Evergrande" of China Evergrande Group
            yield stem[1]
        if (
            len(stem) == 2
            and len(stem[0]) == 2
            and stem[0] not in flags
            and not flags.get(stem[1], 0) & (COMMON | _EMPTY)
        ):
            yield stem[1]  # "Morgan" of J.P. Morgan and Co
        for size in range(len(stem) - 1, 0, -1):
            flag = flags.get(stem[size - 1], 0)
            short = " ".join(stem[:size])
            if not flag & LINK and (size > 1 or not _empty(short, flag)):
                yield short
        yield from _initials(stem, listed)


def _empty(word: str, flag: int) -> bool:
    """Too little to be a short form: "First", "American", "Chicago", "Bank"."""
    return bool(flag & _EMPTY) or word in words().folded_places or len(word) < 2


def _initials(*lists: list[str]) -> Iterator[str]:
    flags = words().flags
    for listed in lists:
        for kept in _JOINTS:  # "Ministry of Science and Industry" is MSI, MOSAI or MOSI
            initials = "".join(word[0] for word in listed if word in kept or not flags.get(word, 0) & LINK)
            if 2 <= len(initials) <= 7:
                yield initials


class Resolver:
    """One document's candidates on the way to names."""

    def __init__(self, text: str, found: list[Candidate]) -> None:
        self.text, self.found = text, found
        self.registry = Registry()
        self.keys: dict[int, str] = {}

    def run(self) -> list[tuple[Candidate, str]]:
        found = self.found
        for c in found:
            c.folded = fold(c.text)
        for i, c in enumerate(found):
            if c.kind is not None and c.rule not in _LATER:
                self.keys[i] = self.registry.add(c, c.kind)
        self._contractions()
        self._aliases()
        self._standing()
        self._frames()
        self._lists()
        self._proper()
        self._aliases()
        named = [(found[i], self.keys[i]) for i in sorted(self.keys)]
        named.extend(self._headlines())
        return named

    def _standing(self) -> None:
        """Bodies known by one word: still, "(工信部)" is the ministry before it, and 人民银行 is 中国人民银行."""
        for i, c in enumerate(self.found):
            if c.rule != "standing" or i in self.keys:
                continue
            who = None
            if not c.text.isascii():
                who = self.registry.who("中国" + c.folded, c.start) or self.registry.who("国家" + c.folded, c.start)
                if who is None and i - 1 in self.keys and self._adjoins(i) and c.text[0] in self.found[i - 1].text:
                    who = self.keys[i - 1]
            self.keys[i] = self.registry.also(c, who) if who else self.registry.add(c, "organisation")

    def _contractions(self) -> None:
        """Chinese short names: 简称 right behind a full name, or characters picked from one in their order."""
        full: dict[str, dict[str, str]] = {}  # registered names by the characters that a short form may open with
        for i, c in enumerate(self.found):
            if c.rule == "legal-form" and not c.text.isascii():
                for head in {c.text[0], stem_of(c.text)[0]}:
                    full.setdefault(head, {}).setdefault(c.text, self.keys[i])
        for i, c in enumerate(self.found):
            if c.kind is None or i in self.keys or c.rule == "standing":
                continue
            who = self.registry.who(c.folded, c.start)
            if who is None and c.rule in ("defined", "head", "short") and i - 1 in self.keys and self._adjoins(i):
                who = self.keys[i - 1]
            if who is None and c.rule == "alias":
                who = next((k for name, k in full.get(c.text[0], {}).items() if c.text in name), None)
            if who is None and c.kind == "organisation":
                who = next((k for name, k in full.get(c.text[0], {}).items() if contracted(c.text, name)), None)
            self.keys[i] = self.registry.also(c, who) if who else self.registry.add(c, c.kind)

    def _adjoins(self, i: int) -> bool:
        gap = self.text[self.found[i - 1].end : self.found[i].start]
        opens = gap[:1] == "(" and gap.count("(") > gap.count(")")  # "长岭控股(持股15%)和江波电力" are two
        return opens and len(gap) < 24 and not _FORMER.search(gap) and self.found[i - 1].kind == "organisation"

    def _open(self) -> list[int]:
        return [i for i, c in enumerate(self.found) if i not in self.keys and not c.headline]

    def _aliases(self) -> None:
        """Bare candidates that are forms of a known name."""
        for i in self._open():
            c = self.found[i]
            if i in self.keys or c.kind == "" or self._joined(i):
                continue
            who = self._defined(i) or self.registry.who(c.folded, c.start) or self._inside(c) or self._headword(i)
            if who is not None and not (self._everyday(c) and not frame(self.text, c)[0]):
                self._alias(i, who)

    def _alias(self, i: int, who: str) -> None:
        c = self.found[i]
        c.kind, c.rule = self.registry.kinds[who], "alias"
        self.keys[i] = self.registry.also(c, who)

    def _joined(self, i: int, anyway: bool = False) -> bool:
        """ "Phillips and Drew" is cut at its "and"; mended where the document knows the whole."""
        if i + 1 >= len(self.found) or i + 1 in self.keys:
            return False
        c, other = self.found[i], self.found[i + 1]
        if (
            self.text[c.end : other.start] not in (" and ", " & ")
            or " " in c.text + other.text
            or other.kind is not None
        ):
            return False
        whole = self.text[c.start : other.end]
        who = self.registry.who(fold(whole), c.start)
        if who is None and not anyway:
            return False
        c.end, c.text, c.folded = other.end, whole, fold(whole)
        c.kind, c.rule = "organisation", "alias" if who else "descriptor"
        self.keys[i] = self.registry.also(c, who) if who else self.registry.add(c, "organisation")
        other.kind, other.headline = "", True  # spoken for
        return True

    def _everyday(self, c: Candidate) -> bool:
        """ "Crown said" may be Crown Crafts; "Profit rose" is never Profit Systems."""
        return c.initial and " " not in c.folded and bool(words().flags.get(c.folded, 0) & COMMON)

    def _inside(self, c: Candidate) -> str | None:
        """A known name behind a word that only opens the sentence ("Rival Geely said")."""
        if not c.initial or " " not in c.text:
            return None
        first, _, rest = c.text.partition(" ")
        who = self.registry.who(fold(rest), c.start) if words().flags.get(first.lower(), 0) & COMMON else None
        if who is not None:
            c.start += len(first) + 1
            c.text, c.folded, c.initial = rest, fold(rest), False
        return who

    def _headword(self, i: int) -> str | None:
        """ "the Ministry", "the Bank": the last body named before whose name holds the word."""
        c = self.found[i]
        if not words().flags.get(c.folded, 0) & HEAD or self.text[max(0, c.start - 4) : c.start].lower() != "the ":
            return None
        for k in range(i - 1, max(-1, i - _NEAR), -1):
            earlier = self.found[k]
            if k in self.keys and earlier.kind == "organisation" and c.folded in earlier.folded.split():
                return self.keys[k]
        return None

    def _defined(self, i: int) -> str | None:
        """ "(MIIT)", ("Huajin") right behind a full name."""
        c = self.found[i]
        before = self.text[max(0, c.start - 14) : c.start]
        if before[-1:] not in '("“' or not before or i == 0 or i - 1 not in self.keys:
            return None
        gap = self.text[self.found[i - 1].end : c.start]
        earlier = self.found[i - 1]
        if earlier.kind != "organisation" or len(gap) > 14 or not gap.strip(" >").startswith("("):
            return None
        letters = "".join(ch for ch in c.text if ch.isupper()).lower()
        if before[-1] in '"“' or letters in set(_initials(earlier.folded.split(), _stem(earlier.folded.split()))):
            return self.keys[i - 1]
        return self.keys[i - 1] if len(letters) > 1 and earlier.folded.startswith(c.folded) else None

    def _frames(self) -> None:
        """Bare candidates that the words around them make names, and at once their later short forms."""
        for i in self._open():
            c = self.found[i]
            if i in self.keys or c.kind == "" or self._joined(i, anyway=self._firm(c)):
                continue
            who = self.registry.who(c.folded, c.start)
            if who is not None and not self._everyday(c):
                self._alias(i, who)
                continue
            kind, rule = frame(self.text, c)
            if kind and (rule in ("ticker", "brackets") or not doubtful(self.text, c)):
                c.kind, c.rule = kind, rule
                who = self._begun(c) if kind == "organisation" else None
                self.keys[i] = self.registry.also(c, who) if who else self.registry.add(c, kind)

    def _begun(self, c: Candidate) -> str | None:
        """ "Manufacturers said", where Manufacturers Hanover is the one firm whose name begins so."""
        if " " in c.folded or not c.folded.isascii():
            return None
        kinds = self.registry.kinds
        known = [key for key in islice(kinds, _MOST_FIRMS) if key.startswith(f"{c.folded}-")]
        return known[0] if len(known) == 1 and kinds[known[0]] == "organisation" else None

    def _firm(self, c: Candidate) -> bool:
        """Behind "stockbrokers", two names are the partners of one firm."""
        before = self.text[max(0, c.start - 16) : c.start].split()
        return bool(before) and before[-1].lower() in words().firms

    def _lists(self) -> None:
        """A bare name in a list beside organisations is one too."""
        found, i = self.found, 0
        while i < len(found):
            j = i
            while j + 1 < len(found) and _LISTED.fullmatch(self.text, found[j].end, found[j + 1].start):
                j += 1
            if j == i:
                while j + 1 < len(found) and _FIGURED.fullmatch(self.text, found[j].end, found[j + 1].start):
                    j += 1
            if j > i + 1 or (j > i and " and " in self.text[found[i].end : found[j].start]):
                kinds = {found[k].kind for k in range(i, j + 1)}
                many = j > i + 1 and _UNIT.search(self.text, found[i].end, found[i + 1].start) is not None
                if ("organisation" in kinds or many) and not kinds & {"place", "person"}:
                    for k in range(i, j + 1):
                        if k not in self.keys and not found[k].headline and not doubtful(self.text, found[k]):
                            found[k].kind, found[k].rule = "organisation", "list"
                            self.keys[k] = self.registry.add(found[k], "organisation")
            i = j + 1

    def _proper(self) -> None:
        """Bare names that only their own look tells."""
        for i in self._open():
            c = self.found[i]
            if i in self.keys or c.kind == "" or not c.text.isascii() or self._joined(i):
                continue
            if cut := titled(c):
                c.start, c.text, c.folded = c.start + cut, c.text[cut:], fold(c.text[cut:])
                c.kind, c.rule = "person", "proper"
            elif not doubtful(self.text, c) and (kind := proper(self.text, c)) is not None:
                c.kind, c.rule = kind, "proper"
            else:
                continue
            self.keys[i] = self.registry.add(c, c.kind)

    def _headlines(self) -> Iterator[tuple[Candidate, str]]:
        """In a headline, the longest runs of words that the body of the text knows as names."""
        firsts = {form.split(" ", 1)[0] for form in self.registry.forms} | words().firsts
        for i, c in enumerate(self.found):
            if not c.headline or i in self.keys or c.kind == "":
                continue
            spots = [(c.start + m.start(), c.start + m.end()) for m in _WORD.finditer(c.text)]
            folded = [fold(self.text[start:end]) for start, end in spots]
            at = 0
            while at < len(spots):
                size = 1
                if folded[at].removesuffix("s") in firsts or folded[at] in firsts:
                    hit, size = self._longest(spots[at : at + _LONGEST], folded[at : at + _LONGEST])
                    if hit is not None:
                        yield self._headed(c, *hit)
                at += size

    def _longest(self, spots: list[tuple[int, int]], folded: list[str]) -> tuple[tuple[int, int, str] | None, int]:
        """Where the longest known name that opens these words ends, its entity, and its words."""
        start = spots[0][0]
        for size in range(len(spots), 0, -1):
            end, form = spots[size - 1][1], " ".join(folded[:size])
            if self.text[end - 2 : end].lower() == "'s":
                end, form = end - 2, form[:-1]
            key = self._known(start, end, form)
            if key is not None:
                return (start, end, key), size
        return None, 1

    def _known(self, start: int, end: int, form: str) -> str | None:
        known, common = words(), all(words().flags.get(word, 0) & COMMON for word in form.split())
        key = self.registry.who(form, start)
        if key is None and (form in known.folded_bodies or (not common and form.upper() in known.standing)):
            key = self.registry.add(Candidate(start, end, self.text[start:end], None, "", 0), "organisation")
        if key is None and form in known.folded_places:
            key = self.registry.add(Candidate(start, end, self.text[start:end], None, "", 0), "place")
        return None if key is None or (common and not self._used(form, key)) else key

    def _used(self, folded: str, key: str) -> bool:
        """Is this everyday word or two really what the body of the text calls the entity?"""
        return (" " in folded and key_of(folded) == key) or any(
            fold(name) == folded for name in self.registry.names[key]
        )

    def _headed(self, c: Candidate, start: int, end: int, key: str) -> tuple[Candidate, str]:
        text = self.text[start:end]
        found = Candidate(start, end, text, self.registry.kinds[key], "alias", c.leaf, headline=True)
        return found, self.registry.also(found, key)


def resolve(text: str, found: list[Candidate]) -> tuple[list[tuple[Candidate, str]], Registry]:
    """Candidates that are names, each with the id of its entity."""
    resolver = Resolver(text, found)
    return resolver.run(), resolver.registry
