"""The words around an English date come in; out goes how it is meant: ahead, compared with, or when it was said."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.words import words
from crossfoot.mentions.period import When

_BEGUN = 8  # tokens between a year and the verb that says what began in it
_CONTRACTS = {"delivery", "futures", "contract", "contracts", "settlement", "expiry"}  # of a month still to come


@cache
def _lists() -> tuple[frozenset[str], ...]:
    lists = words("en").lists
    names = ("future", "base", "before_participle", "saying", "begun", "begun_between")
    return tuple(frozenset(lists[name]) for name in names)


def based(tokens: Tokens, i: int) -> bool:
    """Is this what something is compared with? "from 4,864 in February 1986", "vs", "compared with"."""
    base = _lists()[1]
    return any(tokens.words[at] in base and not _place(tokens, at + 1, i) for at in range(max(0, i - 6), i))


def _place(tokens: Tokens, at: int, stop: int) -> bool:
    """ "Exports from Taiwan fell 1% in May": what follows "from" is a name, no figure."""
    raw = tokens.raw(at)
    return at < stop and raw[0].isupper() and raw[1:].islower() and len(raw) > 2


def ahead(tokens: Tokens, i: int) -> bool:
    """Does the clause look ahead? "due April 2, 1992", "will open in May"."""
    for back in range(i - 1, max(-1, i - 16), -1):
        word = tokens.words[back]
        if (
            word in _lists()[0]
            and tokens.word(back - 1) not in ("than", "as")  # "more than forecast", "as expected"
            and not (word == "by" and back < i - 2)
            and not (word == "may" and tokens.raw(back)[0].isupper())
        ):
            return True
        if word in (".", ";", "\n") or (back >= i - 2 and _passive(tokens, back)):
            return False
    return False


def ahead_of(tokens: Tokens, when: When, stop: int) -> bool:
    """What follows looks ahead: "for July delivery", "the year ending June 30 is forecast to"."""
    after = tokens.word(stop)
    if when.what == "month":
        return after in _CONTRACTS
    if when.what != "until":
        return False
    if "ending" in when.text or after in ("will", "should"):
        return True
    return after in ("is", "are") and tokens.word(stop + 1) in _lists()[0]


def aside(tokens: Tokens, i: int, stop: int) -> bool:
    """A date line ("TOKYO, May 12 -"), or when something was said ("said on Monday")."""
    verb = tokens.word(i - 2 if tokens.word(i - 1) == "on" else i - 1)
    if verb in _lists()[3]:
        return True
    if i > 12 or not (i == 0 or tokens.word(i - 1) == "," or tokens.raw(i - 1).isupper()):
        return False
    source = tokens.word(stop) == "(" and tokens.word(stop + 2) == ")"
    return tokens.word(stop + 3 if source else stop) in ("-", "—")


def begun(tokens: Tokens, i: int, stop: int) -> bool:
    """When something began that a clause only names in passing: ", built in 2009,", "was set up in 2019", "2016-built".

    "It launched the drug in 2019" tells what was done then, and so does "opened 12 shops in June".
    """
    if tokens.word(stop) in ("-", "‑") and tokens.word(stop + 1) in _lists()[4]:
        return True
    for at in range(i - 1, max(i - _BEGUN, -1), -1):
        word = tokens.words[at]
        if word in _lists()[4]:
            before = tokens.word(at - 1)
            apart = at == 0 or before in (",", ".", ";", "(", "•", "*") or before in _lists()[2]
            return apart and (word != "set" or tokens.word(at + 1) == "up") and tokens.word(i - 1) in _lists()[5]
        if word not in _lists()[5] and not tokens.raw(at)[0].isupper():
            return False
    return False


def _passive(tokens: Tokens, at: int) -> bool:
    """A participle that hangs on a noun tells of the past: "a plan announced in May", not "will be announced in"."""
    word, before = tokens.words[at], tokens.word(at - 1)
    return word.endswith("ed") and len(word) > 4 and before.isalpha() and before not in _lists()[2]
