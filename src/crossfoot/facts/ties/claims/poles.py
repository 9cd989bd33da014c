"""Differences whose word says which of two figures is the larger, where it says the reverse: an error of that word.

"出口312亿元，进口188亿元，逆差124亿元" ties by size alone, so no equation over sizes would find it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import Around, Claim
from crossfoot.facts.ties.meant.trial import tried_out
from crossfoot.late import late
from crossfoot.lexicon.cued import poles
from crossfoot.model import Span

CLOSE = 3  # characters between the word and its figure
LEAD = 8  # characters to either side of a figure in which it is called something
LEAD_SPACED = 40  # where words are set apart
_OF = late(r"\bof(?: about| some| nearly| almost| roughly)? ?$")
_CLAUSE = late(r"[,;:]| and | while | against ")
NEAR = 6  # figures between a difference and what it lies between


def reversed_(cue: Amount, near: Around) -> Iterator[Claim]:
    """The claim that a word makes of two figures before it, if only the word of the other sign would make it tie."""
    if cue.sort != "amount" or not cue.has("gap") or (cue.quantity.change is not None and not cue.leading):
        return
    for row in poles(cue.lang):
        for words, sign in ((row.more, 1), (row.less, -1)):
            word = _word(cue, words)
            if word is None:
                continue
            first, second = (_called(cue, near, names, row.never) for names in (row.first, row.second))
            if first is None or second is None or first is second or not kin(first, second, cue):
                continue
            plain = msgspec.structs.replace(cue.quantity, change=None)  # 自然增加 is a word of the difference
            by = msgspec.structs.replace(cue, quantity=plain, word=word, marks=cue.marks | {"moved"})
            said = Claim("difference", "change", (first, second, by), by, 0.0, sign, said=True, sure=True)
            turned = msgspec.structs.replace(said, sign=-sign)
            if tried_out(said)[0] is None and tried_out(turned)[0] is not None and _as_printed(turned):
                yield said
            return


def _as_printed(claim: Claim) -> bool:
    """Do the numbers that are printed tie but for one in the last place, however roundly they are meant?"""
    now, base, by = (a.quantity.low * a.scale for a in claim.operands)
    return bool(abs(now - base - claim.sign * by) < max(a.quantity.step * a.scale for a in claim.operands))


def _word(cue: Amount, words: Sequence[str]) -> Span | None:
    """Where one of the words stands right before the figure: "逆差", "a deficit of"."""
    lead = cue.lead if cue.leading else _OF.sub(lambda said: " " * len(said[0]), cue.lead.lower())
    for word in words:
        at = lead.rfind(word)
        if at >= 0 and len(lead.rstrip()) - at - len(word) <= (CLOSE if cue.leading else 0):
            start = cue.span.start - len(cue.lead) + at
            return Span(cue.span.doc, start, start + len(word))
    return None


def _called(cue: Amount, near: Around, words: Sequence[str], never: Sequence[str]) -> Amount | None:
    """The figure before that the words call by name, the last of them; or behind, where words are set apart."""
    found = [
        a
        for a in near
        if (
            (0 < cue.index - a.index <= NEAR and cue.sentence - a.sentence <= 1)
            or (not cue.leading and 0 < a.index - cue.index <= NEAR // 2 and a.sentence == cue.sentence)
        )
        and a.sort == "amount"
        and not a.aside
        and _names(_around(a, near), words, never)
    ]
    return found[-1] if found else None


def _around(amount: Amount, near: Around) -> str:
    """The words beside a figure that may call it something; a length behind it says what it is of: 7天期逆回购."""
    if not amount.leading:
        return _CLAUSE.split(amount.lead.lower())[-1][-LEAD_SPACED:]
    after = next((a for a in near if a.index == amount.index + 1 and a.sort == "length"), None)
    tail = after.tail if after is not None and not amount.tail.strip() else amount.tail
    return amount.lead[-LEAD:] + " " + tail.partition("，")[0][:LEAD]


def _names(around: str, words: Sequence[str], never: Sequence[str]) -> bool:
    for word in never:
        around = around.replace(word, " ")
    return any(word in around for word in words)
