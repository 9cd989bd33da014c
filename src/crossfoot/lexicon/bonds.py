"""Who is what to whom in a script without spaces: titles, kin of firms, helpers and holdings, as patterns over them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, load, load_if
from crossfoot.lexicon.phrasing import Phrasings


class _Holding(Row, frozen=True):
    verbs: tuple[str, ...]
    taking: tuple[str, ...]
    of_shares: tuple[str, ...]
    dealing: tuple[str, ...]
    founding: tuple[str, ...]
    unheld: tuple[str, ...]
    weak: tuple[str, ...]  # verbs that much else than shares may have
    bound: tuple[str, ...]  # shares with which something is done, wherever it is said before
    context: tuple[str, ...]  # a sentence with these deals out shares


class BondRows(Row, frozen=True):
    before_title: tuple[str, ...]
    past: tuple[str, ...]
    replacing: tuple[str, ...]
    alone: tuple[str, ...]
    joints: tuple[str, ...]
    equals: tuple[str, ...]
    appointing: tuple[str, ...]
    polite: tuple[str, ...]
    holds_post: tuple[str, ...]
    being: tuple[str, ...]  # between a title and who bears it
    own: tuple[str, ...]  # before a title: it is of whom the text is about
    no_role: tuple[str, ...]  # behind what looks like a title
    lacking: tuple[str, ...]  # and nobody bears it
    of_bodies: tuple[str, ...]  # what not only people are
    leaves_post: tuple[str, ...]
    before_kin: tuple[str, ...]
    under: tuple[str, ...]
    kin: dict[str, str]
    helpers: dict[str, str]
    titles: dict[str, str]
    nobody: tuple[str, ...]  # patterns of words that name nobody
    trailing: str  # small words behind a name
    leading: str  # and before it
    markets: tuple[str, ...]  # how exchanges and watchdogs end, which nobody owns
    helping: tuple[str, ...]  # how the names of those end who help with an issue
    holding: _Holding


class Bonds:
    """The rows of a language, and the patterns that find their words, the longest first."""

    def __init__(self, lang: str, rows: BondRows) -> None:
        self.rows = rows
        self.titles = {**load(f"{lang}/relationship.toml", Phrasings).values["titles"], **rows.titles}
        self.ties = {**self.titles, **rows.kin, **rows.helpers}
        self.tie = _any(self.ties)
        self.trailing, self.leading = late(rows.trailing), late(rows.leading)
        self.nobody = late("|".join(rows.nobody))
        self.under = _any(rows.under)
        self.small = (*rows.before_title, *rows.before_kin)
        when = "(?:目前|现|均|分别|仍|一直|将|依次|就|亦|也|主要|全部)?"
        self.being = late(f"(?:一职|职务|职位|之职|名单)?(?:{when}(?:{_any(rows.being).pattern})|(?=))")
        self.post = _any((*rows.holds_post, *rows.leaves_post))
        self.bodies = frozenset(rows.of_bodies)
        holding = rows.holding
        self.verb, self.share = _any((*holding.verbs, *holding.taking)), _any(holding.of_shares)
        self.bound = _any(holding.bound)
        self.context = _any(holding.context)
        self.founding, self.unheld, self.dealing = _any(holding.founding), _any(holding.unheld), _any(holding.dealing)


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return late("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


@cache
def bonds(lang: str) -> Bonds | None:
    rows = load_if(f"{lang}/bond.toml", BondRows)
    return Bonds(lang, rows) if rows is not None else None
