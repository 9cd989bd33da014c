"""Verbs and nouns of what happens, inflected, and the small words by which a clause is taken apart."""

from __future__ import annotations

from functools import cache

import msgspec

from crossfoot.lexicon import Row, load_if

_VOWELS = "aeiou"


class Syntax(Row, frozen=True):
    be: frozenset[str]
    have: frozenset[str]
    modal: frozenset[str]
    uncertain: frozenset[str]  # what only may happen is not told
    denying: frozenset[str]
    standing: frozenset[str]  # verbs that close a name before them as much as what firms do: "belongs"
    adverbs: frozenset[str]
    chain: frozenset[str]
    intents: frozenset[str]
    light: frozenset[str]
    withdrawn: frozenset[str]
    planned: frozenset[str]
    relatives: frozenset[str]
    bars: frozenset[str]
    prepositions: frozenset[str]
    dating: frozenset[str]  # may stand between a verb and its time
    persons: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    portions: frozenset[str]
    belongings: frozenset[str]
    titles: frozenset[str]
    like_adverbs: frozenset[str]
    leagues: frozenset[str]
    gerunds: frozenset[str]  # a verb in -ing behind one of these is what somebody does or means to do
    unmanned: frozenset[str]  # behind "by", and nobody
    conditions: frozenset[str]
    offices: frozenset[str]
    object_ends: frozenset[str]  # here the object of a verb ends, in which its noun is looked for
    clause_ends: frozenset[str]  # and here its clause, in which its time is
    closing: frozenset[str]  # right behind a verb that has no object
    locating: frozenset[str]  # before the place of what happened
    put_off: frozenset[str]  # "will not start | before May": it is only later
    doubted: frozenset[str]  # before a noun: it may not have happened
    coming: frozenset[str]  # before a noun: it has not happened yet
    begins: frozenset[str]  # verbs whose present tells a day to come: "trading starts on Friday"
    effective: frozenset[str]  # before the time from which something holds
    given: frozenset[str]  # what those give who allow something
    concerns: frozenset[str]  # what somebody is who has been named before: "the utility"


class Deed(Row, frozen=True):
    """What a verb or a noun tells; docs in en/deed.toml."""

    kind: str
    verbs: tuple[str, ...]
    holds: tuple[str, ...]
    fails: tuple[str, ...]
    heads: str | tuple[str, ...] = ()
    of: str = "object"
    unlike: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    subject: str = "named"
    object: str = "none"
    turned: bool = False
    swapped: bool = False
    beside: bool = False
    alone: bool = False
    counted: bool = False
    to: str = ""
    status: str = ""
    nouns: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


class _Deeds(Row, frozen=True):
    irregular: dict[str, tuple[str, ...]]
    kin: dict[str, frozenset[str]]
    deed: tuple[Deed, ...]


class Form(Row, frozen=True):
    """One form of a verb: the words behind its first, and which form it is."""

    rest: tuple[str, ...]
    shape: str  # base, third, past, participle, ing
    deed: Deed
    heads: frozenset[str]


class Deeds:
    """All rows of a language, by the first word of each form."""

    def __init__(self, rows: _Deeds) -> None:
        self.rows, self.irregular = rows.deed, rows.irregular
        self.forms: dict[str, list[Form]] = {}
        self.nouns: dict[str, tuple[Deed, frozenset[str]]] = {}
        self.labels = {label: deed for deed in rows.deed for label in deed.labels}
        for deed in rows.deed:
            heads = rows.kin[deed.heads] if isinstance(deed.heads, str) else frozenset(deed.heads)
            heads |= {f"{head}s" for head in heads}
            for verb in deed.verbs:
                first, *rest = verb.split()
                for shape, form in inflected(first, rows.irregular.get(first, ())):
                    self.forms.setdefault(form, []).append(Form(tuple(rest), shape, deed, heads))
            for noun in deed.nouns:
                self.nouns[noun] = (deed, heads)
        for known in self.forms.values():
            known.sort(key=lambda form: -len(form.rest))
        self.triggers = frozenset(self.forms) | frozenset(self.nouns) | frozenset(self.labels)


_THIRD = {"have": "has", "be": "is"}  # that no rule makes


def inflected(verb: str, irregular: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The forms of a verb.

    >>> [form for _, form in inflected("apply")]
    ['apply', 'applies', 'applying', 'applied', 'applied']
    >>> [form for _, form in inflected("take", ("took", "taken"))]
    ['take', 'takes', 'taking', 'took', 'taken']
    >>> inflected("have")[1]
    ('third', 'has')
    """
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
        past = verb + ("d" if verb.endswith("e") else "ed")
    third = _THIRD.get(verb, third)
    one = sum(letter in _VOWELS for letter in verb) == 1
    doubled = one and len(verb) <= 4 and verb[-1] not in _VOWELS + "wxyk" and verb[-2] in _VOWELS
    stem = verb + verb[-1] if doubled else verb
    if doubled and not irregular:
        past = stem + "ed"
    ing = (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"
    before, done = (irregular[0], irregular[-1]) if irregular else (past, past)
    forms = [("base", verb), ("third", third), ("ing", ing), ("past", before), ("participle", done)]
    if verb.endswith("el") and not irregular:  # "cancelled" as well as "canceled"
        forms += [("ing", verb + "ling"), ("past", verb + "led"), ("participle", verb + "led")]
    return forms


@cache
def deeds(lang: str) -> Deeds | None:
    rows = load_if(f"{lang}/deed.toml", _Deeds)
    return None if rows is None else Deeds(rows)


@cache
def syntax(lang: str) -> Syntax:
    """The small words of a language; none of one that no rows tell of."""
    rows = load_if(f"{lang}/syntax.toml", Syntax)
    return rows if rows is not None else msgspec.convert({name: [] for name in Syntax.__struct_fields__}, Syntax)
