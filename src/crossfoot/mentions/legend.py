"""What a text says once of the figures behind it: mentions in, the bare ones out in the unit and scale of a legend.

"In millions of Swiss francs: sales 1,206 (1,174)" and 主要数据（单位：亿元）：营业收入12.60 are read as the caption
of a table is. A legend says what a one of its figures is worth: it is read by the readers of quantities, as that one.
It reaches to the next empty line: over its paragraph, or over the lines right below.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from crossfoot.late import late
from crossfoot.lexicon.tables import Said
from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.units import forms
from crossfoot.lexicon.words import words
from crossfoot.mentions import quantity_en
from crossfoot.mentions.view import View
from crossfoot.model import Mention, Quantity

BEFORE = 16  # characters before a figure that may say what it is of itself: 每股收益
MOST_LINES = 100  # of a numbered list
_BRACKETED = late(r"\((?:单位[:为]? ?|[^()\n]{0,20}\bin )?([^()\n]{1,40})\)(?= ?[:\n]| ?$)")
_MANY = r"(?:[A-Za-z$€£¥]+,? ){0,2}(?:thousand|million|billion)s?(?: of [A-Za-z. ]{1,30}?)?"
_SPACED = late(rf"\b[Ii]n ({_MANY}|[a-z]{{2,12}}s)(?= ?[:(])")
_UNSPACED = late(r"单位[:为是] ?([^ ,，、。；;:()\n]{1,8})")
_LINE = late(r"(?:^|[:;\n])[ -]*$")  # where the number of a line stands: "1 Maple Reserve 590; 2 Laurentide 441"


def told_once(view: View, mentions: list[Mention]) -> list[Mention]:
    """The same mentions, bare figures being of what the legend before them says."""
    legends = list(_legends(view))
    if not legends:
        return mentions
    return [_told(view, mention, legends) for mention in mentions]


def _legends(view: View) -> Iterator[tuple[int, int, Quantity]]:
    """Where each legend reaches, in offsets of the view, and what it says that a one is worth."""
    text = view.text
    for pattern in (_BRACKETED, _SPACED, _UNSPACED):
        for found in pattern.finditer(text):
            one = worth(found[1])
            if one is not None:
                end = view.original.find("\n\n", view.span(found.end(), found.end())[0])
                yield found.end(), len(text) if end < 0 else view.at(end), one


def worth(words_: str) -> Quantity | None:
    """What a one of the figures under a legend is worth, if that is all that its words say.

    >>> [(one.unit, one.scale) for one in map(worth, ("US$ million", "thousands of tonnes", "亿元", "%")) if one]
    [('USD', 1000000), ('tonne', 1000), ('CNY', 100000000), ('percent', 1)]
    >>> worth("restated"), worth("the company")
    (None, None)
    """
    if len(words_) == 1 and words_.isascii() and words_.isalpha():
        return None  # "(a)"
    sign = max((sign for sign in forms("before") if _begins(words_, sign)), key=len, default="")
    rest = words_[len(sign) :]
    if rest.isascii():
        view = View.of(_as_one(sign, rest))
        tokens = Tokens(view.text, 0, len(view.text), view.lower)
        drafts, whole = quantity_en.find(tokens, [0] * len(tokens)), len(tokens)
    else:
        from crossfoot.mentions import quantity_zh  # its patterns take long to compile

        view = View.of(f"{sign}1{rest}")
        whole = len(view.text)
        drafts = quantity_zh.find(view.simplified, 0, whole, bytearray(whole))
    if len(drafts) != 1 or drafts[0].stop != whole:
        return None
    one = drafts[0].done(view)
    known = one.scale > 1 or one.kind in ("money", "percent", "measure")
    return one if known and one.low == one.scale else None


def _begins(words_: str, sign: str) -> bool:
    """Do words begin with a sign of money, and with no other word that begins like it: "RMB million", but no "Rsvp"?"""
    after = words_[len(sign) : len(sign) + 1]
    return words_.startswith(sign) and not (sign[-1:].isalpha() and after.isascii() and after.isalpha())


def _as_one(sign: str, rest: str) -> str:
    """English words of a legend as the figure one: "US$1 million" for "US$ million", "1 thousand tonnes"."""
    parts = rest.replace(",", " ").replace("'000", " thousand").split()
    scale = [part for part in parts if part.lower() in words("en").scales]
    unit = [part for part in parts if part not in scale and part.lower() != "of"]
    glued = sign and unit[:1] and unit.pop(0)  # "£m"
    return " ".join((f"{sign}1{glued or ''}", *(part.lower().removesuffix("s") for part in scale), *unit))


def _told(view: View, mention: Mention, legends: list[tuple[int, int, Quantity]]) -> Mention:
    value = mention.value
    if not isinstance(value, Quantity) or value.kind != "number" or value.unit or value.scale != 1 or value.currency:
        return mention
    start = view.at(mention.span.start)
    one = next((one for first, last, one in reversed(legends) if first <= start < last), None)
    before = view.text[max(0, start - BEFORE) : start]
    if one is None or (value.low < MOST_LINES and _LINE.search(before)) or (said := Said.of((before,))).plain:
        return mention
    times = 1 if said.per else one.scale
    told = structs.replace(
        value, low=value.low * times, high=value.high * times, step=value.step * times, scale=times, unit=one.unit,
        kind=one.kind, currency=one.currency, per=value.per or said.per,
    )  # fmt: skip
    return structs.replace(mention, value=told)
