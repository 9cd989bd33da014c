"""The tokens of an English sentence come in, the words that say how its figures stand together go out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crossfoot.lexicon.tokens import Phrases, Tokens
from crossfoot.lexicon.words import directions, words
from crossfoot.model import Cue

_NOUNS = frozenset({"growth", "rise", "increase", "decline", "loss"})
_ESTIMATED = frozenset(words("en").lists["estimated"])
_UP_VERBS = frozenset(words("en").lists["up_verbs"])
_DOWN_VERBS = frozenset(words("en").lists["down_verbs"])
_COMPOUND = {"up", "down", "off"}  # close a noun with a hyphen
_BESIDE = {"up", "down", "off", "higher", "lower", "above", "below", "add", "added", "shed", "most"}


@cache
def _cues() -> Phrases[Cue]:
    forms = {form: Cue("direction", sense) for form, (sense, _) in directions("en").items()}
    for row in words("en").cue:
        for form in row.forms:
            forms[form] = Cue(row.kind, row.sense)
    return Phrases(forms, plurals=False)


def find(tokens: Tokens, taken: Sequence[bool], figures: Sequence[bool]) -> list[tuple[int, int, Cue]]:
    """(first token, token after, cue). `figures` marks tokens inside quantities: small words count only beside one.

    >>> tokens = Tokens("Profit rose 4 pct, including gains")
    >>> figures = [word in ("4", "pct") for word in tokens.words]
    >>> [(tokens.words[a], cue.sense) for a, _, cue in find(tokens, [False] * 7, figures)]
    [('rose', 'up'), ('including', 'include'), ('gains', 'up')]
    """
    found = []
    moves = any(figures)  # directions without a figure in the sentence say nothing that could be checked
    rows, past = _cues(), 0
    for i, word in enumerate(tokens.words):
        if word not in rows.first or i < past or taken[i] or figures[i]:
            continue
        hit = rows.at(tokens, i)
        if hit is None or (hit[0].kind == "direction" and not moves) or not _counts(tokens, i, hit[1], figures):
            continue
        cue, past = hit
        found.append((i, past, cue))
    return found


def _counts(tokens: Tokens, i: int, stop: int, figures: Sequence[bool]) -> bool:
    word = tokens.words[i]
    if any(figures[i:stop]):
        return False
    if tokens.word(stop) in _ESTIMATED and word in _NOUNS:
        return False  # "trimmed its growth estimate": what is estimated, and no move
    if word == "up" and stop == i + 1 and i and tokens.words[i - 1] in _UP_VERBS:
        return False  # "put up 60% of the money"
    if word == "down" and stop == i + 1 and i and tokens.words[i - 1] in _DOWN_VERBS:
        return False  # "will step down in June, after eleven years"
    if (
        i
        and word in _COMPOUND
        and tokens.words[i - 1] == "-"
        and tokens.ends[i - 1] == tokens.starts[i]
        and _joined(tokens, i - 1)
    ):
        return False  # "the charge-off ratio", "a write-down of 18.5 million"
    if stop > i + 1 or word not in _BESIDE:
        if word in ("more", "less", "fewer") and stop == i + 1:
            return tokens.word(stop) == "than" and i > 0 and figures[i - 1]
        return True
    return any(figures[stop : stop + 4]) or (i > 0 and any(figures[max(0, i - 2) : i]))


def _joined(tokens: Tokens, hyphen: int) -> bool:
    """Does a hyphen stand right behind a word?"""
    return hyphen > 0 and tokens.ends[hyphen - 1] == tokens.starts[hyphen] and tokens.words[hyphen - 1].isalpha()
