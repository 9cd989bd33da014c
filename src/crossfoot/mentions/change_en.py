"""English quantities come in; those that are the size of a change learn its direction, levels learn none."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.words import directions, words
from crossfoot.mentions.draft import Draft


@cache
def _senses() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        form.split(" ")[0] if form.startswith(("edged", "inched", "ticked")) else form: row
        for form, row in directions("en").items()
    }


_AFTER_LESS = {"than", ".", ",", ";", ""}
_AGENTS = {"boosted", "lifted", "helped", "driven"}
_BETWEEN_MOVE = {
    "by",
    "another",
    "a",
    "an",
    "further",
    "sharply",
    "slightly",
    "only",
    "just",
    "as",
    "much",
    "some",
    "steeply",
    "rapidly",
    "again",
    "up",
    "down",
    "higher",
    "lower",
    "strongly",
    "modestly",
    "marginally",
    "significantly",
    "even",
    "still",
    ":",
    "almost",
    "nearly",
    "or",
    "year-on-year",
    "yoy",
}


def moving(tokens: Tokens, at: int) -> str | None:
    """The direction said just before token `at`: "rose", "fell by", "down a further"."""
    for back in range(1, 5):
        word = tokens.word(at - back)
        if not word:
            return None
        hit = _senses().get(word)
        if hit is not None and "after" not in hit[1] and "than" not in hit[1]:
            inner = _senses().get(tokens.word(at - back - 1)) if word in ("up", "down", "higher", "lower") else None
            return inner[0] if inner is not None and tokens.word(at - back - 1) in ("edged", "inched") else hit[0]
        if word not in _BETWEEN_MOVE:
            return None
    return None


_SIZES = ("percent", "percentage-point", "basis-point", "multiple", "fraction")


def move(tokens: Tokens, found: list[Draft]) -> None:
    """Marks the figures that are the size of a change, not a level."""
    sizes: list[Draft] = []
    for draft in found:
        if draft.kind in ("ordinal", "duration"):
            continue
        draft.change = _change(tokens, draft) or _listed(tokens, sizes[-4:], draft)
        sizes.append(draft)


_AGAIN = ([",", "or"], ["or"], ["("], ["(", "or"], [",", "equal", "to"], [",", "that", "is"])


def _listed(tokens: Tokens, before: list[Draft], draft: Draft) -> str | None:
    """The direction of a figure listed with one before it: "rose 2%, 3% and 5%", "... and the other by 5 bps"."""
    if not before:
        return None
    gap = tokens.words[before[-1].stop : draft.first]
    if gap in _AGAIN and before[-1].unit != draft.unit and draft.kind != "number":
        return before[-1].change  # "fell 35.2 points (0.6%)", "up 10 dollars, or 3%"
    if 0 < len(gap) <= 2 and set(gap) <= {"and", "or", ","} and before[-1].kind == draft.kind:
        return before[-1].change
    if tokens.word(draft.first - 1) == "by":
        for last in reversed(before):
            if last.kind == draft.kind and last.change and not {".", ";"} & set(tokens.words[last.stop : draft.first]):
                return last.change
    return None


def _change(tokens: Tokens, draft: Draft) -> str | None:
    size = draft.kind in _SIZES
    before = tokens.word(draft.first - 1)
    joined = draft.unit_at is not None and tokens.word(draft.unit_at[0] - 1) == "-"  # "advanced 360-degree cameras"
    crossed = tokens.word(draft.first) in ("above", "below", "beyond") or (
        not size and tokens.word(draft.first) in ("over", "under")
    )
    if crossed:
        return None  # "fell below $30" gives a level
    if before not in ("to", "at", "from") and (size or not joined):
        sense = moving(tokens, draft.first)
        if sense is not None:
            loose = (before in _LOOSE and draft.kind == "money") or _senses().get(before, ("", frozenset()))[1] == {
                "noun"
            }
            if before in ("off", "down") and tokens.word(draft.first - 2) in _AWAY:
                return None
            return sense if size or not loose else None
    if before in ("of", "was", "is", "were", "at", "reached"):
        named = _noun_of(tokens, draft, size)
        if named is not None:
            return named
    if before == "by":
        return _by(tokens, draft)
    return _after(tokens, draft, size)


_LOOSE = {
    "raise",
    "raised",
    "raises",
    "raising",
    "reduce",
    "reduced",
    "reducing",
    "boost",
    "lost",
    "lose",
    "losing",
    "add",
}
# "raise 20 billion", "reduce a 171 billion dlr deficit", "lost 2 mln": of money these say no change of a level
_AWAY = {
    "lay",
    "laid",
    "laying",
    "broke",
    "break",
    "cast",
    "hold",
    "held",
    "wrote",
    "write",
    "written",
    "writing",
    "draw",
    "drew",
    "drawn",
    "pay",
    "paid",
    "put",
    "sell",
    "sold",
    "spun",
    "set",
}


def _after(tokens: Tokens, draft: Draft, size: bool) -> str | None:
    """The direction behind its size: "a 5.2% increase", "12 million lower", "a 3 pct sequential drop"."""
    for skip in range(3):
        at = draft.stop + skip
        word = tokens.word(at)
        hit = _senses().get(word)
        if hit is None:
            if not size or not (word.isalpha() or (skip == 0 and word == "-")) or word in words("en").lists["stop"]:
                return None
            continue
        sense, uses = hit
        if "noun" in uses and (size or (draft.kind == "money" and tokens.word(draft.first - 1) in ("a", "an", "the"))):
            return sense if word not in ("loss", "losses") else None
        if word in ("higher", "lower") or ("than" in uses and (size or tokens.word(at + 1) in _AFTER_LESS)):
            return sense
        return sense if word in ("above", "below", "up", "down") and size and skip == 0 else None
    return None


def _noun_of(tokens: Tokens, draft: Draft, size: bool) -> str | None:
    """ "a decrease of 34%", "growth in sales of 4%", "the rise was 2%", "grew at an average rate of 4%"."""
    of = tokens.word(draft.first - 1) == "of"
    rate = False
    for back in range(2, 8 if size else 3):
        word = tokens.word(draft.first - back)
        if not word or word in (",", ".", ";", "(", "which") or word[0].isdigit():
            return None
        rate = rate or word in ("average", "rate", "pace")
        hit = _senses().get(word)
        if hit is None or word in ("loss", "losses"):
            continue
        if ("noun" in hit[1] or rate) and (size or (of and word not in ("gain", "gains"))):
            return hit[0]
    return None


def _by(tokens: Tokens, draft: Draft) -> str | None:
    """ "cut its dividend by 3 cents": the verb stands before its object."""
    for back in range(2, 12):
        word = tokens.word(draft.first - back)
        if not word or word in (".", ";", ":"):
            return None
        hit = _senses().get(word)
        if hit is not None and "after" not in hit[1]:
            passive = word in _AGENTS and draft.kind not in _SIZES  # "boosted by 6.9 mln of income"
            return hit[0] if not passive and (draft.kind in _SIZES or hit[1] != {"noun"}) else None
    return None
