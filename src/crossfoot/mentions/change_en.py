"""English quantities come in; those that are the size of a change learn its direction, levels learn none."""

from __future__ import annotations

from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.words import directions, words
from crossfoot.mentions.draft import Draft

_AFTER_LESS = {"than", ".", ",", ";", ""}
_AGENTS = frozenset(words("en").lists["agents"])
_BETWEEN_MOVE = frozenset(words("en").lists["between_move"])


def moving(tokens: Tokens, at: int) -> str | None:
    """The direction said just before token `at`: "rose", "fell by", "down a further"."""
    for back in range(1, 5):
        word = tokens.word(at - back)
        if not word:
            return None
        hit = directions("en").get(word)
        if hit is not None and "after" not in hit[1] and "than" not in hit[1]:
            return hit[0]
        if word not in _BETWEEN_MOVE:
            return None
    return None


def moved_in(tokens: Tokens, at: int) -> bool:
    """Does a noun say of what token `at` is the move: "a decline in the goods deficit of 2.7 billion dollars"?"""
    if tokens.word(at - 1) != "of":
        return False
    for back in range(3, 10):
        word = tokens.word(at - back)
        if not word or not word[0].isalpha() or word in ("which", "that", "to"):
            return False
        if "noun" in directions("en").get(word, ("", frozenset()))[1]:
            return tokens.word(at - back + 1) == "in"
    return False


_SIZES = ("percent", "percentage-point", "basis-point", "multiple", "fraction")


def move(tokens: Tokens, found: list[Draft]) -> None:
    """Marks the figures that are the size of a change, not a level."""
    sizes: list[Draft] = []
    for draft in found:
        if draft.kind in ("ordinal", "duration"):
            continue
        draft.change = _change(tokens, draft) or _listed(tokens, sizes[-4:], draft)
        sizes.append(draft)


_PUT = {"put", "estimated", "forecast", "seen", "stood", "projected", "was", "came", "pegged", "reported", "is"}
_BASES = [[unit, "-", on, "-", unit] for unit in ("year", "month", "quarter") for on in ("on", "over")]
_CLOSE = {"close", "settle", "finish", "end", "trade", "around", "about"}
_WHEN = {"in", "on", "over", "from", "year", "month", "quarter", "week", "yoy", "y", "for", "during", "last", "this"}
_AGAIN = ([",", "or"], ["or"], ["("], ["(", "or"], [",", "equal", "to"], [",", "that", "is"])


def _listed(tokens: Tokens, before: list[Draft], draft: Draft) -> str | None:
    """The direction of a figure listed with one before it: "rose 2%, 3% and 5%", "... and the other by 5 bps"."""
    if not before:
        return None
    gap = tokens.words[before[-1].stop : draft.first]
    if (
        len(gap) > 2
        and gap[0] in _WHEN
        and gap[-1] == "and"
        and len(gap) < 8
        and before[-1].kind == draft.kind
        and draft.kind in _SIZES
        and not any(word in directions("en") for word in gap)
    ):
        return before[-1].change  # "rose 0.2% in August and 8.1% from a year earlier"
    if gap in _AGAIN and before[-1].unit != draft.unit and draft.kind != "number":
        return before[-1].change  # "fell 35.2 points (0.6%)", "up 10 dollars, or 3%"
    if 0 < len(gap) <= 2 and set(gap) <= {"and", "or", ","} and before[-1].kind == draft.kind:
        return before[-1].change
    if tokens.word(draft.first - 1) == "by":
        for last in reversed(before):
            alike = last.kind == draft.kind or (last.kind in _SIZES and draft.kind in _SIZES)
            if alike and last.change and not _ended(tokens, last.stop, draft.first):
                return last.change
    return None


def _ended(tokens: Tokens, start: int, stop: int) -> bool:
    """Does a clause end there? The point of "Jan. 29" ends none."""
    return any(
        word == ";" or (word == "." and not tokens.word(at)[:1].isdigit())
        for at, word in enumerate(tokens.words[start:stop], start + 1)
    )


def _change(tokens: Tokens, draft: Draft) -> str | None:
    size = draft.kind in _SIZES
    before = tokens.word(draft.first - 1)
    joined = draft.unit_at is not None and tokens.word(draft.unit_at[0] - 1) == "-"  # "advanced 360-degree cameras"
    crossed = tokens.word(draft.first) in ("above", "below", "beyond", "short", "well") or (
        not size and tokens.word(draft.first) in ("over", "under")
    )
    if crossed:
        return None  # "fell below $30" gives a level
    if before not in ("to", "at", "from") and (size or not joined):
        sense = moving(tokens, draft.first)
        if sense is not None:
            loose = (
                before in _LOOSE and draft.kind in ("money", "measure") and not _onto(tokens, draft)
            ) or directions("en").get(before, ("", frozenset()))[1] == {"noun"}
            if before in ("off", "down", "up") and tokens.word(draft.first - 2) in _AWAY:
                return None
            return sense if size or not loose else None
    if before in ("of", "was", "is", "were", "at", "reached"):
        named = _noun_of(tokens, draft, size)
        if named is not None:
            return named
    if before == "by":
        return _by(tokens, draft)
    return _after(tokens, draft, size)


_STOP = frozenset(words("en").lists["stop"])
_LOOSE = frozenset(words("en").lists["loose"])
# "raise 20 billion", "reduce a 171 billion dlr deficit", "lost 2 mln": of money these say no change of a level
_AWAY = frozenset(words("en").lists["phrasal"])  # "laid off 300", "signed up 37,000": no move


def _onto(tokens: Tokens, draft: Draft) -> bool:
    """ "lost $3.20, or 4.4%, to close at", "cut 3 dollars to 20": a price that moved, no money that went."""
    after, at = tokens.words[draft.stop : draft.stop + 6], draft.stop
    if after[:1] == ["to"]:
        return tokens.word(at + 1) in _CLOSE or tokens.word(at + 1)[:1].isdigit() or tokens.word(at + 2)[:1].isdigit()
    return after[:1] in (["("], [","], ["or"]) and not {"%", "pct", "percent", "per"}.isdisjoint(after)


def _after(tokens: Tokens, draft: Draft, size: bool) -> str | None:
    """The direction behind its size: "a 5.2% increase", "12 million lower", "a 3 pct sequential drop"."""
    basis = 5 if size and tokens.words[draft.stop : draft.stop + 5] in _BASES else 0  # "14% year-on-year growth"
    for skip in range(3):
        at = draft.stop + basis + skip
        word = tokens.word(at)
        hit = directions("en").get(word)
        if skip == 0 and word == "of" and draft.kind in ("basis-point", "percentage-point"):
            inner = directions("en").get(tokens.word(at + 1))  # "42 bps of easing"
            return inner[0] if inner is not None else None
        if hit is None:
            if not size or not (word.isalpha() or (skip == 0 and word == "-")) or word in _STOP:
                return None
            continue
        sense, uses = hit
        if "noun" in uses and (size or (draft.kind == "money" and tokens.word(draft.first - 1) in ("a", "an", "the"))):
            return sense if word not in ("loss", "losses") else None
        if word in ("higher", "lower"):
            return sense
        if "than" in uses and (size or tokens.word(at + 1) in (_AFTER_LESS if draft.kind == "money" else ("than",))):
            return sense
        return sense if word in ("above", "below", "up", "down") and size and skip == 0 else None
    return None


def _noun_of(tokens: Tokens, draft: Draft, size: bool) -> str | None:
    """ "a decrease of 34%", "growth in sales of 4%", "the rise was 2%", "grew at an average rate of 4%"."""
    of = tokens.word(draft.first - 1) == "of"
    rate = False
    if tokens.word(draft.first - 1) == "at" and tokens.word(draft.first - 2) not in _PUT:
        return None  # "the cut is priced at 60%"
    for back in range(2, 10 if size else 3):
        word = tokens.word(draft.first - back)
        if not word or word in (",", ".", ";", "(", "which") or word[0].isdigit():
            return None
        rate = rate or word in ("average", "rate", "pace")
        hit = directions("en").get(word)
        if hit is None or word in ("loss", "losses"):
            continue
        if ("noun" in hit[1] or rate) and (size or (of and word not in ("gain", "gains"))):
            return hit[0]
    return None


def _by(tokens: Tokens, draft: Draft) -> str | None:
    """ "cut its dividend by 3 cents": the verb stands before its object."""
    for back in range(2, 17):
        word = tokens.word(draft.first - back)
        if not word or word in (".", ";", ":"):
            return None
        hit = directions("en").get(word)
        if hit is not None and "after" not in hit[1]:
            passive = word in _AGENTS and draft.kind not in _SIZES  # "boosted by 6.9 mln of income"
            return hit[0] if not passive and (draft.kind in _SIZES or hit[1] != {"noun"}) else None
    return None
