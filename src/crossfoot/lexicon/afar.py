"""What stands between two figures that are set beside each other afar: the rows of ordered.toml, as patterns."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import either
from crossfoot.lexicon.ordered import AfarRow, Order, Ordered, order

NAMED = 4  # words that name what a sentence is about
_MONEY = "[$€£¥]?"
_NAME = r"[A-Z][\w'’&.-]*"


class Afar:
    """The rows of one language. Patterns are over words in lower case, unless they look for names."""

    def __init__(self, rows: Order) -> None:
        self.nouns = frozenset(rows.rows.nouns)
        if rows.apart:
            self._spaced(rows.rows, rows.rows.afar)
        else:
            self._unspaced(rows.rows, rows.rows.afar)

    def _spaced(self, rows: Ordered, row: AfarRow) -> None:
        owners, joined = either(row.owners), either(row.joined)
        self.base = late(rf"\b(?:{either(row.bases)})(?: (?:{either(row.fillers)}))*\W*$")
        # A figure that what stands before another is set above, too.
        self.both = late(
            rf"(?: [a-z0-9]+){{0,5}},? (?:{either(row.also)}) "
            rf"(?:{owners}|{row.last} [a-z]+['’]s|[A-Z][a-z]+['’]s) ?{_MONEY}"
        )
        self.first = late(rf"\W*(?:{either(row.first)}) (?:(?:{either(row.just)}) )?{_MONEY}")
        self.joined = late(
            rf"(?:,| (?:{joined}))(?: (?:{either(row.joined_again)}))?(?P<after>(?: [a-z]+){{0,{NAMED}}} ?)$"
        )
        # Between a word that orders and its figure: who has that.
        self.who = late(
            rf" (?:(?:{either(row.those)}) )?(?:(?:{either(row.whose)}) )?"
            rf"(?:[a-z]+ ){{0,2}}?(?:[a-z]+, (?:{row.the} )?)?{_NAME}(?: (?:{_NAME}|{either(row.within)})){{0,4}},?"
            rf"(?: ?\(| (?:{either(row.behind)})(?: [a-z]+){{0,3}}) ?{_MONEY}$"
        )
        self.opens = late(rf"\W*(?:(?:{either(row.opens)}),? )?")
        self.pronoun = late(rf"(?:{either(rows.anaphors)})\b")
        self.named = late(rf"(?:{either(row.pointing)}) (?:[a-z-]+ ?){{1,{NAMED}}}")
        self.moved = late(rf"(?:^|, )(?:{either(row.going_on)})? ?(?:{either(rows.causes)}) (?:{row.the} )?[a-z]+ $")
        self.stops = late(rf"[;:!?]|\. |\b(?:{either(rows.others_begin)})\b")
        self.between = late(rf"\b(?:{'|'.join(rows.phrases)})\b")

    def _unspaced(self, rows: Ordered, row: AfarRow) -> None:
        never = late(r"(?!)")
        self.base = late(rf"(?:{either(row.bases)})\W*$")
        self.both = late(rf"[^，。；0-9]{{0,4}}(?:{either(row.also)})[^，。；0-9]{{0,12}}(?:{rows.of}|（)")
        self.first = self.joined = self.who = self.named = self.moved = never
        self.opens = late(f"(?:{either(row.opens)})?，?")
        self.pronoun = late(rf"(?:{either(rows.anaphors)})(?:{rows.of})?(?:{either(rows.nouns)})?")
        self.stops = late(rf"[；：。！？]|{either(rows.others_begin)}")
        self.between = late("|".join(rows.phrases))


@cache
def afar(lang: str) -> Afar | None:
    """None where a language does not say which of two figures is the larger.

    >>> afar("en").base.search("up from about ") is not None, afar("zh").both.fullmatch("及去年同期的") is not None
    (True, True)
    """
    rows = order(lang)
    return Afar(rows) if rows is not None else None
